//! Faults in groups: one message for each cause, with how many there are and where the first of them stand.
//!
//! A group is the faults of one kind about one thing: a column, a question, or whatever [`Fault::about`] names. Few
//! faults are told one by one; many are told once. So one cause never fills more than a screen, whatever the file.

use super::{Fault, Faults, Place};
use crate::base::language::{Message, Words};
use crate::base::pii::masked;
use crate::base::suggest::listed;
use crate::base::text::{fit, visible};
use crate::msg;
use std::collections::HashMap;

/// A group of at most so many is told one by one; of a larger one so many places are named.
const NAMED: usize = 3;
/// What was found is shown with at most this many columns beside its place.
const FOUND: usize = 30;

/// The faults of one kind about one thing, in their order.
type Group<'a> = Vec<&'a Fault>;

impl Faults {
    /// What a person reads of them, one text a group or a fault: all of them one by one, or the groups.
    pub fn told(&self, words: &Words, all: bool) -> Vec<String> {
        told(&self.0, words, all)
    }
}

/// The same of a list that may be empty.
pub fn told(faults: &[Fault], words: &Words, all: bool) -> Vec<String> {
    if all {
        return faults.iter().map(|fault| fault.describe(words)).collect();
    }
    let mut texts = Vec::new();
    let mut folded: Vec<(&'static str, Vec<Group<'_>>)> = Vec::new();
    let mut shown: HashMap<&str, usize> = HashMap::new();
    for group in groups(faults) {
        let Some(first) = group.first() else { continue };
        let key = first.message.key;
        let before = shown.entry(key).or_default();
        *before += 1;
        match folded.iter_mut().find(|(known, _)| *known == key) {
            _ if *before <= NAMED => texts.extend(lines(&group, words)),
            Some((_, groups)) => groups.push(group),
            None => folded.push((key, vec![group])),
        }
    }
    texts.extend(folded.iter().map(|(_, groups)| words.say(&rest(groups))));
    texts
}

fn groups(faults: &[Fault]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: HashMap<(&str, Option<&str>), usize> = HashMap::new();
    for fault in faults {
        let at = *known.entry((fault.message.key, fault.about.as_deref())).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(fault),
            None => groups.push(vec![fault]),
        }
    }
    groups
}

/// A small group fault by fault; of a large one the first, where the next ones stand, and how many more there are.
fn lines(group: &[&Fault], words: &Words) -> Vec<String> {
    let [first, others @ ..] = group else { return Vec::new() };
    if group.len() <= NAMED {
        return group.iter().map(|fault| fault.describe(words)).collect();
    }
    let named = others.iter().take(NAMED - 1).filter_map(|fault| fault.place.as_deref()).map(short);
    let places = named.collect::<Vec<_>>().join(", ");
    let more = match &first.about {
        Some(about) => msg!("faults-more-about", n = group.len() - NAMED, places = places, about = about.as_str()),
        None => msg!("faults-more", n = group.len() - NAMED, places = places),
    };
    vec![format!("{}\n  {}", first.describe(words), masked(&words.say(&more)))]
}

/// The groups of a kind beyond those that were told.
fn rest(groups: &[Group<'_>]) -> Message {
    let names: Vec<&str> =
        groups.iter().filter_map(|group| group.first()).filter_map(|fault| fault.about.as_deref()).collect();
    let n = groups.iter().map(Vec::len).sum::<usize>();
    msg!("faults-rest", n = n, names = listed(&names))
}

/// Where a fault stands, with what is marked there.
fn short(place: &Place) -> String {
    let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
    let marked = place.source.as_deref().zip(place.span).map(|(source, (start, length))| {
        let marked: String = source.chars().skip(start).take(length).collect();
        format!(" ({})", fit(&visible(&marked), FOUND))
    });
    format!("{}{line}{}", visible(&place.file), marked.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;

    fn fault(line: usize, about: &str) -> Fault {
        Fault::new(msg!("answer-number", found = "x")).about(about).at("a.csv", line, "A-1;x", Some((4, 1)))
    }

    fn texts(faults: Vec<Fault>, all: bool) -> Vec<String> {
        Faults(faults).told(&Words::new(Lang::En), all)
    }

    #[test]
    fn few_faults_are_told_one_by_one_and_many_once_with_their_places() {
        assert_eq!(texts((1..=3).map(|line| fault(line, "q")).collect(), false).len(), 3);
        let many: Vec<Fault> = (1..=1000).map(|line| fault(line, "q")).collect();
        let expected = "a.csv:1: \"x\" is not a number.\n  1 | A-1;x\n    |     ^\n  \
            also a.csv:2 (x), a.csv:3 (x) and 997 more places in \"q\"; --all-errors lists them";
        assert_eq!(texts(many.clone(), false), [expected]);
        assert_eq!(texts(many, true).len(), 1000);
    }

    #[test]
    fn what_is_about_different_things_or_of_different_kinds_is_told_apart() {
        let mixed = (1..=8).map(|line| fault(line, if line % 2 == 0 { "q" } else { "r" })).collect();
        assert_eq!(texts(mixed, false).len(), 2);
        let other = Fault::new(msg!("answer-empty")).about("q");
        assert_eq!(texts(vec![fault(1, "q"), other], false).len(), 2);
    }

    #[test]
    fn a_kind_of_fault_in_hundreds_of_columns_fits_on_a_screen() {
        let many = (0..9000).map(|n| fault(n, &format!("q{}", n % 300))).collect();
        let told = texts(many, false);
        assert!(told.iter().map(|text| text.lines().count()).sum::<usize>() < 24, "{told:#?}");
        assert!(told[3].starts_with("The same error is in 8910 more places: q3, q4, "), "{}", told[3]);
    }

    #[test]
    fn of_a_long_line_what_is_marked_is_told() {
        let line = format!("{}Å!{}", "x".repeat(5000), "y".repeat(5000));
        let told = texts(vec![Fault::new(msg!("answer-empty")).at("a.csv", 1, &line, Some((5000, 2)))], false);
        let lines: Vec<&str> = told[0].lines().collect();
        assert!(lines[1].starts_with("  1 | …xxx") && lines[1].ends_with("yyy…"), "{told:?}");
        assert!(lines[1].chars().count() <= 206, "{told:?}");
        let marked: String = lines[1].chars().skip(lines[2].find('^').unwrap()).take(2).collect();
        assert_eq!(marked, "Å!");
        let found = Fault::new(msg!("answer-number", found = "9".repeat(5000)));
        assert!(found.describe(&Words::new(Lang::En)).chars().count() < 230);
    }

    #[test]
    fn no_personal_number_is_told_with_a_place() {
        let number =
            |line| Fault::new(msg!("answer-number", found = "x")).at("a.csv", line, "19121212-1212", Some((0, 13)));
        let told = texts((1..=9).map(number).collect(), false);
        assert!(!told[0].contains("1212-1212"), "{}", told[0]);
    }
}
