//! Fuzzy finding, forgiving of diacritics: `hasselby` finds Hässelby.

use crate::base::text::folded;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::Reverse;

/// Things to be found by their texts, which are folded once: the matcher itself folds ASCII only.
#[derive(Debug, Default)]
pub struct Finder<T>(Vec<(T, String)>);

impl<T: Clone> Finder<T> {
    /// Takes in what can be found, and by which texts.
    pub fn new(things: impl Iterator<Item = (T, String)>) -> Self {
        Self(things.map(|(thing, text)| (thing, folded(&text))).collect())
    }

    /// At most so many of those whose texts contain every word of `wanted`, best first; all fit where nothing is wanted.
    ///
    /// Each word is looked for on its own, for the matcher takes a blank literally.
    pub fn best(&self, wanted: &str, most: usize) -> Vec<T> {
        let matcher = SkimMatcherV2::default().respect_case();
        let wanted = folded(wanted);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let score = |text: &str| words.iter().map(|word| matcher.fuzzy_match(text, word)).sum::<Option<i64>>();
        let scored = self.0.iter().enumerate().filter_map(|(place, (_, text))| Some((Reverse(score(text)?), place)));
        let mut found: Vec<(Reverse<i64>, usize)> = scored.collect();
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.sort_unstable();
        found.into_iter().filter_map(|(_, place)| self.0.get(place)).map(|(thing, _)| thing.clone()).collect()
    }
}

impl<T: Clone> Finder<T> {
    /// The same where a wrong pick is no small thing: what has the words as they are written comes alone, in its order, and
    /// first where it begins with them; only where nothing has is anything found that is like them.
    pub fn closest(&self, wanted: &str, most: usize) -> Vec<T> {
        let folded = folded(wanted);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let has = |text: &str| words.iter().all(|word| text.contains(word));
        let mut found: Vec<&(T, String)> = self.0.iter().filter(|(_, text)| has(text)).collect();
        if found.is_empty() {
            return self.best(wanted, most);
        }
        found.sort_by_key(|(_, text)| !text.starts_with(folded.trim()));
        found.into_iter().take(most).map(|(thing, _)| thing.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] = ["HAV-01 Hässelby-Vällingby", "Östra enheten", "SKA-02 Skarpnäck", "O\u{308}stermalm"];

    fn ranked(wanted: &str) -> Vec<usize> {
        Finder::new(TEXTS.into_iter().map(str::to_owned).enumerate()).best(wanted, 9)
    }

    #[test]
    fn diacritics_and_case_do_not_matter() {
        assert_eq!(ranked("hasselby"), [0]);
        assert_eq!(ranked("ÖST"), [1, 3]);
    }

    #[test]
    fn every_word_must_be_found() {
        assert_eq!(ranked("ska 02"), [2]);
        assert_eq!(ranked("skarpnäck 03"), [] as [usize; 0]);
        assert_eq!(ranked("  ").len(), 4);
    }

    #[test]
    fn what_is_only_like_the_words_is_found_where_nothing_has_them() {
        let things = Finder::new(
            ["Ort 29", "Norr 2", "ort 2", "Sort 2 9"].into_iter().enumerate().map(|(at, text)| (at, text.to_owned())),
        );
        assert_eq!(things.closest("ort 2", 9), [0, 2, 3]);
        assert_eq!(things.closest("ORT 29", 9), [0]);
        assert_eq!(things.closest("nr2", 9), [1]);
        assert_eq!(things.closest("", 9), [0, 1, 2, 3]);
    }

    #[test]
    fn the_first_of_many_are_the_best() {
        let things = Finder::new((0..300).map(|at| (at, if at % 100 == 99 { "plan" } else { "xpxlxaxn" }.to_owned())));
        assert_eq!(things.best("plan", 3), [99, 199, 299]);
        assert_eq!(things.best("", 3), [0, 1, 2]);
    }
}
