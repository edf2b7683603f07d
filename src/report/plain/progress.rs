//! Progress in words: tables with their numbers below each other, and lists of cases in a line each.

use crate::analysis::progress::{Axis, Count, List, Place, Progress, Table};
use crate::base::language::{Message, Words};
use crate::base::text::{fit, padded, right, visible, width};
use crate::msg;
use crate::statistics::percent::shown;
use crate::study::case::plan::Wave;
use crate::study::{Frame, Study};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading,
    /// Something told, or a row.
    Row,
    /// A sum.
    Total,
}

/// What a coder is called where the lines are read.
pub type Called<'a> = &'a dyn Fn(&str) -> String;

impl List {
    /// What a list is called.
    pub fn name(self, words: &Words) -> String {
        let known = Self::ALL.iter().find(|(list, ..)| *list == self);
        known.map_or_else(String::new, |(.., key)| words.say(&Message { key, args: Vec::new() }))
    }
}

impl Progress {
    /// How far all is in a sentence, then the tables, at most so many columns wide.
    pub fn lines(&self, study: &Study, words: &Words, columns: usize, called: Called<'_>) -> Vec<(Part, String)> {
        let mut lines = vec![(Part::Heading, self.sentence(study, words))];
        for table in &self.tables {
            lines.push((Part::Row, String::new()));
            lines.extend(self.table_lines(table, study, words, (columns, called)));
        }
        lines.into_iter().map(|(part, line)| (part, fit(&line, columns))).collect()
    }

    fn sentence(&self, study: &Study, words: &Words) -> String {
        let total = self.total();
        let percent = |k, n| share(k, n, study.percent_from, words);
        let mut text = words.say(&msg!("status-done-of", done = total.done, all = total.all()));
        text.push_str(&percent(total.done, total.all()));
        if total.unasked > 0 {
            text.push_str(&words.say(&msg!("status-unasked-of", n = total.unasked)));
        }
        if total.withheld > 0 {
            text.push_str(&words.say(&msg!("status-withheld-of", n = total.withheld)));
        }
        if let Some(frame) = &self.frame {
            let (drawn, all) = (frame.taken, frame.size());
            text.push_str(&words.say(&msg!("status-frame-of", drawn = drawn, all = all)));
            text.push_str(&percent(drawn, all));
        }
        text
    }

    fn table_lines(
        &self,
        table: &Table,
        study: &Study,
        words: &Words,
        (columns, called): (usize, Called<'_>),
    ) -> Vec<(Part, String)> {
        let frame = self.frame.as_ref().filter(|_| table.axis == Axis::Unit);
        let is_withheld = table.total.withheld > 0;
        let mut heads: Vec<String> = ["status-done", "status-begun", "status-left"].map(|key| words.get(key)).into();
        heads.extend(is_withheld.then(|| words.get("status-withheld")));
        // What stands left of the sum is in it.
        heads.extend(["status-all", "status-dropped"].map(|key| words.get(key)));
        heads.extend(frame.map(|_| words.get("status-frame")));
        let widths: Vec<usize> = heads.iter().map(|head| width(head).max(4) + 2).collect();
        let room = columns.saturating_sub(widths.iter().sum()).clamp(8, 24);
        let line = |name: &str, cells: Vec<String>| {
            let cells: String = widths.iter().zip(cells).map(|(columns, cell)| right(&cell, *columns)).collect();
            padded(name, room) + &cells
        };
        let row = |name: &str, count: Count, of: Option<usize>| {
            let counts = [count.done, count.begun, count.left];
            let withheld = is_withheld.then_some(count.withheld);
            let counts = counts.into_iter().chain(withheld).chain([count.all(), count.dropped]).chain(of);
            line(name, counts.map(|n| n.to_string()).collect())
        };
        let title = title(table.axis, study, words);
        let mut lines = vec![(Part::Heading, line(&title, heads.clone()))];
        for (key, count) in &table.rows {
            let of = frame.map(|frame| frame.sizes.get(key).copied().unwrap_or(0));
            let label = match table.axis {
                Axis::Coder | Axis::Second if !key.is_empty() => visible(&called(key)),
                axis => label_of(axis, key, study, words),
            };
            lines.push((Part::Row, row(&label, *count, of)));
        }
        let of = frame.map(Frame::size);
        lines.push((Part::Total, row(&words.get("tally-total"), table.total, of)));
        lines
    }

    /// The lists that are not empty: each with its name, and with its cases as far as they fit the columns.
    pub fn list_lines(&self, study: &Study, words: &Words, columns: usize) -> Vec<(List, String)> {
        let filled: Vec<(List, String)> = List::ALL
            .into_iter()
            .map(|(list, ..)| (list, self.list(list).count()))
            .filter(|(_, n)| *n > 0)
            .map(|(list, n)| (list, format!("{} ({n})", list.name(words))))
            .collect();
        let names = filled.iter().map(|(_, name)| width(name)).max().unwrap_or(0).min(columns / 2);
        let line = |(list, name): (List, String)| {
            let room = columns.saturating_sub(names + 2);
            let (cases, all) = self.cases(list, study, room);
            let cases = capped(&cases, all, words, room);
            (list, fit(&format!("{}  {cases}", padded(&name, names)), columns))
        };
        filled.into_iter().map(line).collect()
    }

    /// As many cases of a list as could fit the columns, each once, as people know them, with why it was dropped or who
    /// is concerned; and how many there are.
    fn cases(&self, list: List, study: &Study, columns: usize) -> (Vec<String>, usize) {
        let mut places: Vec<&Place> = self.list(list).collect();
        places.dedup_by_key(|place| place.case);
        let name = |place: &Place| visible(&study.cases.name(&study.protocol, place.case).join(" "));
        let told = |place: &&Place| match list {
            List::Dropped | List::Discuss | List::Joint => format!("{} ({})", name(place), visible(&place.said)),
            _ => name(place),
        };
        (places.iter().take(columns / 3 + 1).map(told).collect(), places.len())
    }
}

/// A share in brackets; nothing of so few that counts stand alone.
fn share(k: usize, n: usize, percent_from: u32, words: &Words) -> String {
    let counts = u32::try_from(k).ok().zip(u32::try_from(n).ok()).filter(|(_, n)| *n > 0 && *n >= percent_from);
    let percent = counts.map(|(k, n)| words.percent(&shown(k, n)));
    percent.map_or_else(String::new, |percent| format!(" ({percent})"))
}

/// What the rows of a table are.
fn title(axis: Axis, study: &Study, words: &Words) -> String {
    match axis {
        Axis::Coder => words.get("status-coder"),
        Axis::Second => words.get("status-second"),
        Axis::Wave => words.get("status-wave"),
        Axis::Entries => words.get("status-entries"),
        Axis::Unit => {
            let unit = study.protocol.unit().and_then(|unit| study.protocol.attributes.get(unit));
            unit.map_or_else(String::new, |unit| unit.label.clone())
        }
    }
}

fn label_of(axis: Axis, key: &str, study: &Study, words: &Words) -> String {
    let wave = Wave::ALL.iter().find(|(_, name)| axis == Axis::Wave && *name == key);
    if let Some((wave, _)) = wave {
        return words.get(wave.label());
    }
    let unit = study.protocol.unit().filter(|_| axis == Axis::Unit);
    match unit.and_then(|unit| study.protocol.attributes.get(unit)) {
        Some(unit) if !key.is_empty() => visible(unit.label_of(key)),
        None if key.is_empty() => words.get("status-nobody"),
        _ => visible(key),
    }
}

/// As many names as fit, and how many there are of `all` besides.
pub(crate) fn capped(names: &[String], all: usize, words: &Words, columns: usize) -> String {
    let joined = |shown: usize| {
        let list = names.iter().take(shown).cloned().collect::<Vec<_>>().join(", ");
        match all - shown {
            0 => list,
            more => format!("{list} {}", words.say(&msg!("status-more", n = more))),
        }
    };
    let fits = (1..=names.len()).rev().map(joined).find(|text| width(text) <= columns);
    fits.unwrap_or_else(|| joined(names.len().min(1)))
}
