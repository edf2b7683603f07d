//! The numbers of list items.

use super::super::numerals::Numerals;
use crate::base::fault::Result;
use crate::base::package::{Node, Package, attribute};
use std::collections::HashMap;

/// A list has so many levels.
const LEVELS: usize = 9;

#[derive(Default)]
pub(super) struct Numbering {
    kinds: HashMap<String, Vec<Level>>,
    lists: HashMap<usize, List>,
    /// The numbers that were given last, by kind: lists of one kind go on from one another.
    given: HashMap<String, [Option<usize>; LEVELS]>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<usize>,
    is_bullet: bool,
    numerals: Numerals,
    text: String,
}

#[derive(Default)]
struct List {
    kind: String,
    /// The levels that begin anew with it.
    starts: Vec<(usize, usize)>,
    is_begun: bool,
}

impl Numbering {
    pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Self> {
        let mut all = Self::default();
        let (mut kind, mut list, mut level) = (None::<String>, None::<usize>, 0);
        package.walk(part, |node| {
            let Node::Start(name, element) = node else {
                match node {
                    Node::End("abstractNum") => kind = None,
                    Node::End("num") => list = None,
                    _ => {}
                }
                return Ok(());
            };
            let value = attribute(element, "val").unwrap_or_default();
            let number = |name: &str| attribute(element, name).and_then(|value| value.parse().ok());
            match (name, &kind, list) {
                ("abstractNum", ..) => kind = attribute(element, "abstractNumId").map(Into::into),
                ("num", ..) => list = number("numId"),
                ("lvl" | "lvlOverride", ..) => level = number("ilvl").unwrap_or(0),
                ("abstractNumId", _, Some(id)) => all.lists.entry(id).or_default().kind = value.into_owned(),
                ("startOverride", _, Some(id)) => {
                    all.lists.entry(id).or_default().starts.push((level, value.parse().unwrap_or(1)));
                }
                (name, Some(kind), _) if level < LEVELS => {
                    let levels = all.kinds.entry(kind.clone()).or_insert_with(|| vec![Level::default(); LEVELS]);
                    levels.get_mut(level).into_iter().for_each(|level| level.describe(name, &value));
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The number of the next item of a list, with a blank behind it.
    pub(super) fn next(&mut self, list: usize, level: usize) -> Option<String> {
        let list = self.lists.get_mut(&list)?;
        let levels = self.kinds.get(&list.kind)?;
        let given = self.given.entry(list.kind.clone()).or_default();
        if !std::mem::replace(&mut list.is_begun, true) {
            for (level, start) in &list.starts {
                given.get_mut(*level).into_iter().for_each(|given| *given = start.checked_sub(1));
            }
        }
        let start = |level: usize| levels.get(level).and_then(|level| level.start).unwrap_or(1);
        let number = given.get(level).copied()?.map_or(start(level), |number| number + 1);
        for (place, given) in given.iter_mut().enumerate() {
            match place {
                place if place < level && given.is_none() => *given = Some(start(place)),
                place if place == level => *given = Some(number),
                place if place > level => *given = None,
                _ => {}
            }
        }
        let own = levels.get(level)?;
        if own.is_bullet {
            return Some("• ".to_owned());
        }
        let mut text = own.text.clone();
        for (place, (level, given)) in levels.iter().zip(given.iter()).enumerate() {
            let sign = format!("%{}", place + 1);
            if text.contains(&sign) {
                text = text.replace(&sign, &level.numerals.write(given.unwrap_or(0)));
            }
        }
        (!text.trim().is_empty()).then(|| format!("{} ", text.trim()))
    }
}

impl Level {
    fn describe(&mut self, name: &str, value: &str) {
        match name {
            "start" => self.start = value.parse().ok(),
            "numFmt" => {
                self.is_bullet = value == "bullet";
                self.numerals = match value {
                    "lowerLetter" => Numerals::Letters,
                    "upperLetter" => Numerals::Capitals,
                    "lowerRoman" => Numerals::Roman,
                    "upperRoman" => Numerals::RomanCapitals,
                    "none" => Numerals::None,
                    _ => Numerals::Digits,
                };
            }
            "lvlText" => value.clone_into(&mut self.text),
            _ => {}
        }
    }
}
