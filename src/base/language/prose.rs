//! Numbers, lists and spreads as running text has them.
//!
//! Numbers up to twelve are words and larger ones digits, the rule of Språkrådet's *Svenska skrivregler* that reports
//! follow; a sentence begins with a capital.

use super::{Lang, Message, Words};
use crate::msg;

/// What is counted. Its gender decides the words for none and one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Ett ärende.
    Case,
    /// En verksamhet.
    Unit,
    /// En uppgiftslämnare.
    Informant,
}

/// The largest number that is a word.
const LARGEST_WORD: u32 = 12;

/// A text as a sentence begins with it.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A label as it stands inside a sentence; an abbreviation keeps its capitals.
pub fn lowered(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(_), Some(second)) if second.is_uppercase() => label.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(chars).collect(),
        (None, _) => String::new(),
    }
}

impl Words {
    /// A whole number: `noll`, `tolv`, `13`, `3 596`.
    pub fn figure(&self, n: u32) -> String {
        let words = self.get("prose-numbers");
        let word = words.split_whitespace().nth(n as usize).filter(|_| n <= LARGEST_WORD);
        word.map_or_else(|| self.thousands(i64::from(n) * 1000), str::to_owned)
    }

    /// A number that agrees with what is counted: `ett`, `en`, `inget`.
    pub fn numeral(&self, n: u32, noun: Noun) -> String {
        match (n, noun) {
            (0, Noun::Case) => self.get("prose-none-neuter"),
            (0, _) => self.get("prose-none-common"),
            (1, Noun::Case) => self.get("prose-one-neuter"),
            (1, _) => self.get("prose-one-common"),
            _ => self.figure(n),
        }
    }

    /// A number with what is counted: `ett ärende`, `fem verksamheter`, `inget ärende`.
    pub fn counted(&self, n: u32, noun: Noun) -> String {
        let number = self.numeral(n, noun);
        self.say(&match noun {
            Noun::Case => msg!("prose-count-case", n = n, number = number),
            Noun::Unit => msg!("prose-count-unit", n = n, number = number),
            Noun::Informant => msg!("prose-count-informant", n = n, number = number),
        })
    }

    /// A number in thousandths with its thousands apart: `12 345,6`.
    pub fn thousands(&self, thousandths: i64) -> String {
        let text = self.decimal(thousandths);
        let whole = text.trim_start_matches('-').chars().take_while(char::is_ascii_digit).count();
        let sign = text.chars().take_while(|c| *c == '-').count();
        let gap = if self.lang() == Lang::Sv { '\u{a0}' } else { ',' };
        let mut grouped = String::new();
        for (place, c) in text.chars().enumerate() {
            if place > sign && place < sign + whole && (sign + whole - place).is_multiple_of(3) {
                grouped.push(gap);
            }
            grouped.push(c);
        }
        grouped
    }

    /// `a`, `a och b`, `a, b och c`.
    pub fn and(&self, items: &[String]) -> String {
        joined(items, &self.get("and"))
    }

    /// `a`, `a eller b`, `a, b eller c`.
    pub fn or(&self, items: &[String]) -> String {
        joined(items, &self.get("or"))
    }

    /// What `neither` or `varken` begins: `a eller b`.
    pub fn nor(&self, items: &[String]) -> String {
        joined(items, &self.get("prose-nor"))
    }

    /// Counts by place, the smallest first: `ett i Kungsholmen och två vardera i Bromma och Skarpnäck`; those with none only
    /// where they are asked for.
    pub fn spread(&self, places: &[(&str, u32)], noun: Noun, with_none: bool) -> String {
        let at = |n: u32| -> Vec<String> {
            places.iter().filter(|(_, count)| *count == n).map(|(place, _)| (*place).to_owned()).collect()
        };
        let mut counts: Vec<u32> = places.iter().map(|(_, n)| *n).filter(|n| *n > 0).collect();
        counts.sort_unstable();
        counts.dedup();
        let groups: Vec<(String, bool)> = counts
            .into_iter()
            .map(|n| {
                let (at, number) = (at(n), self.numeral(n, noun));
                let several = at.len() > 1;
                let places = self.and(&at);
                let each = msg!("prose-in-each", number = number.as_str(), places = places.as_str());
                let one = msg!("prose-in-place", number = number, place = places);
                (self.say(if several { &each } else { &one }), several)
            })
            .collect();
        let some = self.groups(&groups);
        let none = at(0);
        if none.is_empty() || !with_none {
            return some;
        }
        let none = msg!("prose-in-place", number = self.numeral(0, noun), place = self.or(&none));
        let none = self.say(&none);
        if some.is_empty() { none } else { self.say(&msg!("prose-but", some = some, none = none)) }
    }

    /// Groups one after the other, so that the "and" within one is not taken for the one between them.
    fn groups(&self, groups: &[(String, bool)]) -> String {
        let and = self.get("and");
        let Some(((last, _), before)) = groups.split_last() else { return String::new() };
        let before_has_and = before.iter().any(|(_, has)| *has);
        let between = match (self.lang(), before.len()) {
            (_, 0) => String::new(),
            (Lang::En, n) if n > 1 || before_has_and => format!(", {and} "),
            _ => format!(" {and} "),
        };
        let before: Vec<&str> = before.iter().map(|(text, _)| text.as_str()).collect();
        format!("{}{between}{last}", before.join(", "))
    }

    /// What something is said about, and what is said: the question as it is asked, then one or more sentences.
    pub fn asked(&self, question: &str, sentences: &[String]) -> String {
        let question = question.trim();
        let end = if question.ends_with(['?', '.', '!', ':', '…']) { "" } else { ":" };
        format!("{question}{end} {}", sentences.join(" "))
    }

    /// A message as a sentence of its own.
    pub fn sentence(&self, message: &Message) -> String {
        capitalised(&self.say(message))
    }
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} {word} {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Places with their counts, whether those with none are told, and what both languages say.
    type Spread = (&'static [(&'static str, u32)], bool, [&'static str; 2]);

    fn both() -> [Words; 2] {
        [Words::new(Lang::Sv), Words::new(Lang::En)]
    }

    /// What both languages say.
    fn said(say: impl Fn(&Words) -> String) -> [String; 2] {
        both().each_ref().map(say)
    }

    #[test]
    fn numbers_are_words_up_to_twelve() {
        let cases = [
            (0, ["noll", "zero"]),
            (1, ["ett", "one"]),
            (7, ["sju", "seven"]),
            (8, ["åtta", "eight"]),
            (12, ["tolv", "twelve"]),
            (13, ["13", "13"]),
            (999, ["999", "999"]),
            (3596, ["3\u{a0}596", "3,596"]),
            (1_234_567, ["1\u{a0}234\u{a0}567", "1,234,567"]),
        ];
        for (n, expected) in cases {
            assert_eq!(said(|words| words.figure(n)), expected);
        }
        for words in both() {
            assert_eq!(words.get("prose-numbers").split_whitespace().count(), LARGEST_WORD as usize + 1);
        }
    }

    #[test]
    fn numbers_agree_with_what_is_counted() {
        let cases = [
            (0, Noun::Case, ["inget ärende", "no cases"]),
            (1, Noun::Case, ["ett ärende", "one case"]),
            (2, Noun::Case, ["två ärenden", "two cases"]),
            (14, Noun::Case, ["14 ärenden", "14 cases"]),
            (0, Noun::Unit, ["ingen verksamhet", "no units"]),
            (1, Noun::Unit, ["en verksamhet", "one unit"]),
            (4, Noun::Unit, ["fyra verksamheter", "four units"]),
            (0, Noun::Informant, ["ingen uppgiftslämnare", "no informants"]),
            (1, Noun::Informant, ["en uppgiftslämnare", "one informant"]),
            (3, Noun::Informant, ["tre uppgiftslämnare", "three informants"]),
        ];
        for (n, noun, expected) in cases {
            assert_eq!(said(|words| words.counted(n, noun)), expected);
        }
        assert_eq!(said(|words| words.numeral(0, Noun::Case)), ["inget", "none"]);
        assert_eq!(said(|words| words.numeral(1, Noun::Unit)), ["en", "one"]);
    }

    #[test]
    fn thousands_stand_apart_and_decimals_keep_their_mark() {
        let cases = [
            (7400, ["7,4", "7.4"]),
            (0, ["0", "0"]),
            (-1_234_500, ["-1\u{a0}234,5", "-1,234.5"]),
            (-123_000, ["-123", "-123"]),
            (100_000_001, ["100\u{a0}000,001", "100,000.001"]),
        ];
        for (n, expected) in cases {
            assert_eq!(said(|words| words.thousands(n)), expected);
        }
    }

    #[test]
    fn lists_have_a_word_before_the_last() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(said(|words| words.and(&items)), ["a, b och c", "a, b and c"]);
        assert_eq!(said(|words| words.or(&items[..2])), ["a eller b", "a or b"]);
        assert_eq!(said(|words| words.and(&items[..1])), ["a", "a"]);
        assert_eq!(said(|words| words.and(&[])), ["", ""]);
    }

    #[test]
    fn capitals_stand_where_a_sentence_begins() {
        assert_eq!([capitalised("åtta av"), capitalised("")], ["Åtta av", ""]);
        assert_eq!(
            ["Överensstämmer helt", "SIP finns", "Ä", ""].map(lowered),
            ["överensstämmer helt", "SIP finns", "ä", ""]
        );
    }

    #[test]
    fn a_spread_reads_as_the_reports_have_it() {
        const K: &str = "Kungsholmen";
        const B: &str = "Bromma";
        const S: &str = "Skarpnäck";
        const H: &str = "Hässelby-Vällingby";
        let cases: [Spread; 11] = [
            (
                &[(K, 1), (B, 2), (S, 2)],
                false,
                [
                    "ett i Kungsholmen och två vardera i Bromma och Skarpnäck",
                    "one in Kungsholmen and two each in Bromma and Skarpnäck",
                ],
            ),
            (
                &[(B, 2), (H, 4), (K, 1), (S, 2)],
                false,
                [
                    "ett i Kungsholmen, två vardera i Bromma och Skarpnäck och fyra i Hässelby-Vällingby",
                    "one in Kungsholmen, two each in Bromma and Skarpnäck, and four in Hässelby-Vällingby",
                ],
            ),
            (&[(B, 2), (S, 6)], false, ["två i Bromma och sex i Skarpnäck", "two in Bromma and six in Skarpnäck"]),
            (
                &[(B, 2), (H, 3), (K, 1), (S, 1)],
                false,
                [
                    "ett vardera i Kungsholmen och Skarpnäck, två i Bromma och tre i Hässelby-Vällingby",
                    "one each in Kungsholmen and Skarpnäck, two in Bromma, and three in Hässelby-Vällingby",
                ],
            ),
            (
                &[(B, 7), (H, 1), (K, 7), (S, 6)],
                false,
                [
                    "ett i Hässelby-Vällingby, sex i Skarpnäck och sju vardera i Bromma och Kungsholmen",
                    "one in Hässelby-Vällingby, six in Skarpnäck, and seven each in Bromma and Kungsholmen",
                ],
            ),
            (
                &[(B, 1), (H, 1), (K, 3), (S, 3)],
                false,
                [
                    "ett vardera i Bromma och Hässelby-Vällingby och tre vardera i Kungsholmen och Skarpnäck",
                    "one each in Bromma and Hässelby-Vällingby, and three each in Kungsholmen and Skarpnäck",
                ],
            ),
            (
                &[(B, 2), (S, 2), (K, 2)],
                false,
                ["två vardera i Bromma, Skarpnäck och Kungsholmen", "two each in Bromma, Skarpnäck and Kungsholmen"],
            ),
            (&[(B, 0), (S, 14)], false, ["14 i Skarpnäck", "14 in Skarpnäck"]),
            (
                &[(K, 1), (B, 2), (H, 0)],
                true,
                [
                    "ett i Kungsholmen och två i Bromma, men inget i Hässelby-Vällingby",
                    "one in Kungsholmen and two in Bromma, but none in Hässelby-Vällingby",
                ],
            ),
            (&[(K, 0), (B, 0)], true, ["inget i Kungsholmen eller Bromma", "none in Kungsholmen or Bromma"]),
            (&[(K, 0)], false, ["", ""]),
        ];
        for (places, with_none, expected) in cases {
            assert_eq!(said(|words| words.spread(places, Noun::Case, with_none)), expected);
        }
        let informants = said(|words| words.spread(&[(B, 1), (S, 0)], Noun::Informant, true));
        assert_eq!(informants, ["en i Bromma, men ingen i Skarpnäck", "one in Bromma, but none in Skarpnäck"]);
    }

    #[test]
    fn a_question_is_quoted_with_the_mark_that_it_has_or_a_colon() {
        let asked = |text: &str| Words::new(Lang::Sv).asked(text, &["Ja i ett ärende.".to_owned()]);
        assert_eq!(asked(" Finns plan? "), "Finns plan? Ja i ett ärende.");
        assert_eq!(
            asked("Framgår kontakt? (medgivande saknas)"),
            "Framgår kontakt? (medgivande saknas): Ja i ett ärende."
        );
    }

    proptest! {
        #[test]
        fn every_place_is_named_once_in_a_spread(counts in prop::collection::vec(0u32..5, 1..8), with_none: bool) {
            let names: Vec<String> = (0..counts.len()).map(|place| format!("Enhet{place}.")).collect();
            let places: Vec<(&str, u32)> = names.iter().map(String::as_str).zip(counts.iter().copied()).collect();
            for words in both() {
                let spread = words.spread(&places, Noun::Case, with_none);
                for (name, n) in &places {
                    let times = usize::from(*n > 0 || with_none);
                    prop_assert_eq!(spread.matches(name).count(), times, "{} in {}", name, spread);
                }
            }
        }
    }
}
