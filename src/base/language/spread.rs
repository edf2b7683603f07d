//! Counts by place as running text has them: `sju i vardera Bromma och Kungsholmen, sex i Skarpnäck och ett i Nacka`.

use super::prose::{LARGEST_WORD, Noun};
use super::{Lang, Words};
use crate::msg;

impl Words {
    /// Counts by place, the largest first; those with none only where they are asked for.
    ///
    /// Numbers are of one kind: words, or figures where one of them, or `most` elsewhere in the sentence, is no word.
    pub fn spread(&self, places: &[(&str, u32)], noun: Noun, with_none: bool, most: u32) -> String {
        let most = places.iter().map(|(_, n)| *n).max().unwrap_or(0).max(most);
        let at = |n: u32| -> Vec<String> {
            places.iter().filter(|(_, count)| *count == n).map(|(place, _)| (*place).to_owned()).collect()
        };
        let mut counts: Vec<u32> = places.iter().map(|(_, n)| *n).filter(|n| *n > 0).collect();
        counts.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
        counts.dedup();
        let group = |n: u32| {
            let (at, number) = (at(n), self.figure_beside(n, noun, most));
            let (several, places) = (at.len() > 1, self.and(&at));
            let each = msg!("prose-in-each", n = n, number = number.as_str(), places = places.as_str());
            let one = msg!("prose-in-place", number = number, place = places);
            (self.say(if several { &each } else { &one }), several)
        };
        let some = self.groups(&counts.into_iter().map(group).collect::<Vec<_>>());
        let none = at(0);
        if none.is_empty() || !with_none {
            return some;
        }
        let none = msg!("prose-in-place", number = self.numeral(0, noun), place = self.or(&none));
        let none = self.say(&none);
        if some.is_empty() { none } else { self.say(&msg!("prose-but", some = some, none = none)) }
    }

    /// A number beside others, the largest of which is `most`.
    fn figure_beside(&self, n: u32, noun: Noun, most: u32) -> String {
        if most > LARGEST_WORD { self.thousands(i64::from(n) * 1000) } else { self.numeral(n, noun) }
    }

    /// Groups one after the other, so that the "and" within one is not taken for the one between them.
    fn groups(&self, groups: &[(String, bool)]) -> String {
        let Some(((last, _), before)) = groups.split_last() else { return String::new() };
        let [and, and_also] = ["and", "prose-and-also"].map(|key| self.get(key));
        let has_and = |group: &(String, bool)| group.1;
        let between = match (self.lang(), before.len()) {
            (_, 0) => String::new(),
            (Lang::En, n) if n > 1 || before.iter().any(has_and) => format!(", {and} "),
            (Lang::Sv, _) if before.last().is_some_and(has_and) => format!(" {and_also} "),
            _ => format!(" {and} "),
        };
        let before: Vec<&str> = before.iter().map(|(text, _)| text.as_str()).collect();
        format!("{}{between}{last}", before.join(", "))
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

    const K: &str = "Kungsholmen";
    const B: &str = "Bromma";
    const S: &str = "Skarpnäck";
    const H: &str = "Hässelby-Vällingby";

    #[test]
    fn a_spread_reads_as_the_reports_have_it() {
        let cases: [Spread; 12] = [
            (&[(B, 1), (S, 1)], false, ["ett vardera i Bromma och Skarpnäck", "one each in Bromma and Skarpnäck"]),
            (
                &[(B, 7), (H, 1), (K, 7), (S, 6)],
                false,
                [
                    "sju i vardera Bromma och Kungsholmen, sex i Skarpnäck och ett i Hässelby-Vällingby",
                    "seven each in Bromma and Kungsholmen, six in Skarpnäck, and one in Hässelby-Vällingby",
                ],
            ),
            (
                &[(B, 2), (H, 4), (K, 1), (S, 2)],
                false,
                [
                    "fyra i Hässelby-Vällingby, två i vardera Bromma och Skarpnäck samt ett i Kungsholmen",
                    "four in Hässelby-Vällingby, two each in Bromma and Skarpnäck, and one in Kungsholmen",
                ],
            ),
            (&[(B, 2), (S, 6)], false, ["sex i Skarpnäck och två i Bromma", "six in Skarpnäck and two in Bromma"]),
            (
                &[(B, 2), (H, 3), (K, 1), (S, 1)],
                false,
                [
                    "tre i Hässelby-Vällingby, två i Bromma och ett vardera i Kungsholmen och Skarpnäck",
                    "three in Hässelby-Vällingby, two in Bromma, and one each in Kungsholmen and Skarpnäck",
                ],
            ),
            (
                &[(B, 1), (H, 1), (K, 3), (S, 3)],
                false,
                [
                    "tre i vardera Kungsholmen och Skarpnäck samt ett vardera i Bromma och Hässelby-Vällingby",
                    "three each in Kungsholmen and Skarpnäck, and one each in Bromma and Hässelby-Vällingby",
                ],
            ),
            (
                &[(B, 2), (S, 2), (K, 2)],
                false,
                ["två i vardera Bromma, Skarpnäck och Kungsholmen", "two each in Bromma, Skarpnäck and Kungsholmen"],
            ),
            (&[(B, 0), (S, 14)], false, ["14 i Skarpnäck", "14 in Skarpnäck"]),
            (
                &[(B, 12), (S, 13), (K, 1)],
                false,
                [
                    "13 i Skarpnäck, 12 i Bromma och 1 i Kungsholmen",
                    "13 in Skarpnäck, 12 in Bromma, and 1 in Kungsholmen",
                ],
            ),
            (
                &[(K, 1), (B, 2), (H, 0)],
                true,
                [
                    "två i Bromma och ett i Kungsholmen, men inget i Hässelby-Vällingby",
                    "two in Bromma and one in Kungsholmen, but none in Hässelby-Vällingby",
                ],
            ),
            (&[(K, 0), (B, 0)], true, ["inget i Kungsholmen eller Bromma", "none in Kungsholmen or Bromma"]),
            (&[(K, 0)], false, ["", ""]),
        ];
        for (places, with_none, expected) in cases {
            assert_eq!(said(|words| words.spread(places, Noun::Case, with_none, 0)), expected);
        }
        let informants = said(|words| words.spread(&[(B, 1), (S, 0)], Noun::Informant, true, 0));
        assert_eq!(informants, ["en i Bromma, men ingen i Skarpnäck", "one in Bromma, but none in Skarpnäck"]);
        let among_figures = said(|words| words.spread(&[(B, 2), (S, 1)], Noun::Case, false, 80));
        assert_eq!(among_figures, ["2 i Bromma och 1 i Skarpnäck", "2 in Bromma and 1 in Skarpnäck"]);
    }

    /// The number that a word or figures stand for.
    fn number(words: &Words, told: &str) -> Option<u32> {
        let listed = words.get("prose-numbers");
        let ones = ["prose-one-neuter", "prose-one-common"].map(|key| words.get(key));
        let word = listed.split_whitespace().position(|word| word == told).and_then(|n| u32::try_from(n).ok());
        let figures = told.replace(['\u{a0}', ','], "").parse().ok();
        word.or(figures).or_else(|| ones.iter().any(|one| one == told).then_some(1))
    }

    proptest! {
        #[test]
        fn the_counts_of_a_spread_add_up_and_every_place_is_named_once(
            counts in prop::collection::vec(prop_oneof![0u32..5, 0u32..40, 0u32..4000], 1..9),
            with_none: bool,
        ) {
            let names: Vec<String> = (0..counts.len()).map(|place| format!("Enhet{place}.")).collect();
            let places: Vec<(&str, u32)> = names.iter().map(String::as_str).zip(counts.iter().copied()).collect();
            for words in both() {
                let spread = words.spread(&places, Noun::Case, with_none, 0);
                for (name, n) in &places {
                    let times = usize::from(*n > 0 || with_none);
                    prop_assert_eq!(spread.matches(name).count(), times, "{} in {}", name, spread);
                }
                let told = spread.split([' ']).map(|word| word.trim_end_matches(','));
                let (mut sum, mut group, mut kinds) = (0, None::<(u32, u32)>, Vec::new());
                for word in told {
                    if let Some(n) = number(&words, word) {
                        sum += group.map_or(0, |(n, places)| n * places);
                        group = Some((n, 0));
                        kinds.push(word.starts_with(|c: char| c.is_ascii_digit()));
                    } else if word.starts_with("Enhet") {
                        group = group.map(|(n, places)| (n, places + 1));
                    } else if word == words.get("prose-none-neuter") {
                        sum += group.map_or(0, |(n, places)| n * places);
                        group = None;
                    }
                }
                sum += group.map_or(0, |(n, places)| n * places);
                prop_assert_eq!(sum, counts.iter().sum::<u32>(), "{}", spread);
                kinds.dedup();
                prop_assert!(kinds.len() < 2, "one kind of number: {}", spread);
            }
        }
    }
}
