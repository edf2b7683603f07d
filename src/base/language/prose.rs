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
pub(crate) const LARGEST_WORD: u32 = 12;

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

    /// The same in a sentence whose largest number is `most`: where that is no word, none is but one and none.
    pub fn numeral_among(&self, n: u32, noun: Noun, most: u32) -> String {
        if n > 1 && most > LARGEST_WORD { self.thousands(i64::from(n) * 1000) } else { self.numeral(n, noun) }
    }

    /// A number with what is counted, in a sentence whose largest number is `most`.
    pub fn counted_among(&self, n: u32, noun: Noun, most: u32) -> String {
        self.with_noun(n, noun, self.numeral_among(n, noun, most))
    }

    /// A number with what is counted: `ett ärende`, `fem verksamheter`, `inget ärende`.
    pub fn counted(&self, n: u32, noun: Noun) -> String {
        self.with_noun(n, noun, self.numeral(n, noun))
    }

    fn with_noun(&self, n: u32, noun: Noun, number: String) -> String {
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
    fn a_question_is_quoted_with_the_mark_that_it_has_or_a_colon() {
        let asked = |text: &str| Words::new(Lang::Sv).asked(text, &["Ja i ett ärende.".to_owned()]);
        assert_eq!(asked(" Finns plan? "), "Finns plan? Ja i ett ärende.");
        assert_eq!(
            asked("Framgår kontakt? (medgivande saknas)"),
            "Framgår kontakt? (medgivande saknas): Ja i ett ärende."
        );
    }
}
