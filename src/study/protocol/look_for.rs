//! Words that a question has looked for in the files of the cases.
//!
//! A word is found where it stands as a whole, and one with `*` behind it where a word begins with it; upper and lower case
//! and diacritics do not matter, as in every search of the program.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands behind the beginning of a word.
const STAR: char = '*';

/// At most this many for a question: each is looked for in every line.
pub const MOST: usize = 50;

/// A word to look for, or several with blanks between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As the protocol has it.
    text: String,
    /// What is compared.
    folded: Vec<char>,
    /// Whether any end of the word will do.
    is_beginning: bool,
}

/// Why a text is nothing to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no letter and no digit in it.
    Empty,
    /// There is a `*` before its end.
    Star,
}

impl Pattern {
    /// What a text of the protocol has looked for.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let word = text.strip_suffix(STAR).unwrap_or(&text);
        let folded: Vec<char> = units(word).map(|unit| unit.folded).collect();
        match () {
            () if word.contains(STAR) => Err(Refused::Star),
            () if !folded.iter().any(|c| c.is_alphanumeric()) => Err(Refused::Empty),
            () => Ok(Self { is_beginning: word.len() < text.len(), folded, text }),
        }
    }

    /// It as the protocol has it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place behind it in a line of which it stands at a place, if it does.
    fn end(&self, line: &[Unit], at: usize) -> Option<usize> {
        let end = at + self.folded.len();
        let found = line.get(at..end)?.iter().map(|unit| unit.folded).eq(self.folded.iter().copied());
        let is_inside = |edge: Option<&char>, beyond: Option<&Unit>| {
            let is_letter = |c: char| c.is_alphanumeric();
            edge.is_some_and(|c| is_letter(*c)) && beyond.is_some_and(|unit| is_letter(unit.folded))
        };
        let before = at.checked_sub(1).and_then(|before| line.get(before));
        if !found || is_inside(self.folded.first(), before) {
            return None;
        }
        let rest = line.get(end..).unwrap_or_default();
        if self.is_beginning {
            return Some(end + rest.iter().take_while(|unit| unit.folded.is_alphanumeric()).count());
        }
        (!is_inside(self.folded.last(), rest.first())).then_some(end)
    }
}

/// A character as it is compared, with the marks that stand on it.
#[derive(Debug, Clone, Copy)]
struct Unit {
    folded: char,
    start: usize,
}

/// The characters of a text, those that are marks on the one before left out.
fn units(text: &str) -> impl Iterator<Item = Unit> {
    text.char_indices().filter(|(_, c)| !is_combining_mark(*c)).map(|(start, c)| Unit { folded: folded(c), start })
}

/// A character in lower case, without diacritics; every blank is the same.
fn folded(c: char) -> char {
    match c {
        c if c.is_ascii() && !c.is_ascii_whitespace() => c.to_ascii_lowercase(),
        c if c.is_whitespace() => ' ',
        c => {
            let base = std::iter::once(c).nfd().next().unwrap_or(c);
            base.to_lowercase().next().unwrap_or(base)
        }
    }
}

/// Where the words stand in a line, from its beginning on: no two overlap, and of those that begin at one place the longest
/// is taken.
pub fn hits(line: &str, patterns: &[Pattern]) -> impl Iterator<Item = Range<usize>> {
    let all: Vec<Unit> = if patterns.is_empty() { Vec::new() } else { units(line).collect() };
    let (mut at, length) = (0, line.len());
    std::iter::from_fn(move || {
        while let Some(unit) = all.get(at) {
            let ends = patterns.iter().filter(|pattern| pattern.folded.first() == Some(&unit.folded));
            let Some(end) = ends.filter_map(|pattern| pattern.end(&all, at)).max() else {
                at += 1;
                continue;
            };
            at = end;
            return Some(unit.start..all.get(end).map_or(length, |next| next.start));
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text;
    use proptest::prelude::*;

    fn patterns(texts: &[&str]) -> Vec<Pattern> {
        texts.iter().map(|text| Pattern::parse(text).unwrap()).collect()
    }

    fn found<'a>(line: &'a str, texts: &[&str]) -> Vec<&'a str> {
        hits(line, &patterns(texts)).map(|range| line.get(range).unwrap()).collect()
    }

    #[test]
    fn a_word_is_found_whole_and_a_beginning_with_its_end() {
        let line = "Samtycke: hon samtycker, medgivande saknas. SAMTYCKE, Medgiv";
        assert_eq!(found(line, &["samtycke"]), ["Samtycke", "SAMTYCKE"]);
        assert_eq!(
            found(line, &["samtyck*", "medgiv*"]),
            ["Samtycke", "samtycker", "medgivande", "SAMTYCKE", "Medgiv"]
        );
        assert_eq!(found("omedgiven", &["medgiv*"]), [""; 0]);
        assert_eq!(found(line, &[]), [""; 0]);
    }

    #[test]
    fn diacritics_however_written_and_blanks_do_not_matter() {
        assert_eq!(found("läkare, LA\u{308}KARE\u{301}!", &["lakare"]), ["läkare", "LA\u{308}KARE\u{301}"]);
        assert_eq!(found("god\u{a0}man, godman", &["God  man"]), ["god\u{a0}man"]);
        assert_eq!(Pattern::parse(" God  man* ").unwrap().text(), "God man*");
    }

    #[test]
    fn the_longest_of_one_place_is_taken_and_none_twice() {
        assert_eq!(found("god man finns", &["god", "god man", "man"]), ["god man"]);
        assert_eq!(found("c++ och c", &["c++", "c"]), ["c++", "c"]);
    }

    #[test]
    fn what_says_nothing_or_has_a_star_before_its_end_is_refused() {
        for (text, why) in [("", Refused::Empty), ("*", Refused::Empty), (" ", Refused::Empty), ("-", Refused::Empty)] {
            assert_eq!(Pattern::parse(text), Err(why), "{text:?}");
        }
        for text in ["*plan", "pl*an", "plan**", "pl* an*"] {
            assert_eq!(Pattern::parse(text), Err(Refused::Star), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_is_looked_for(line in "[aåÅbB *.,e\u{301}]{0,30}", word in "[aåbe]{1,3}( [aåb]{1,2})?\\*?") {
            let pattern = Pattern::parse(&word).unwrap();
            let mut behind = 0;
            let is_letter = |c: char| c.is_alphanumeric();
            for range in hits(&line, std::slice::from_ref(&pattern)) {
                prop_assert!(behind <= range.start && range.start < range.end, "{:?}", range);
                behind = range.end;
                let (before, rest) = line.split_at(range.start);
                let (found, after) = rest.split_at(range.len());
                prop_assert!(!before.trim_end_matches(is_combining_mark).ends_with(is_letter));
                prop_assert!(!after.starts_with(is_letter) && !after.starts_with(is_combining_mark));
                let found = text::folded(found).replace(is_combining_mark, "");
                let wanted = text::folded(word.trim_end_matches('*')).replace(is_combining_mark, "");
                let is_meant = if word.ends_with('*') { found.starts_with(&wanted) } else { found == wanted };
                prop_assert!(is_meant, "{}", found);
            }
        }

        #[test]
        fn every_word_that_stands_alone_is_found(
            words in prop::collection::vec("[aåb]{1,3}", 0..6), word in "[aåb]{1,2}"
        ) {
            let expected = words.iter().filter(|one| text::folded(one) == text::folded(&word)).count();
            prop_assert_eq!(hits(&words.join(" "), &patterns(&[&word])).count(), expected);
        }
    }
}
