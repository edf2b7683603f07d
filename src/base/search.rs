//! Fuzzy finding, forgiving of diacritics: `hasselby` finds Hässelby.

use crate::base::text::folded;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The places of the texts that contain every word of `wanted`, best first; all of them where nothing is wanted.
///
/// The matcher itself folds ASCII only, so both sides are folded before it sees them; and it takes a blank literally, so
/// each word is looked for on its own.
pub fn ranked<'a>(texts: impl Iterator<Item = &'a str>, wanted: &str) -> Vec<usize> {
    let matcher = SkimMatcherV2::default().respect_case();
    let wanted = folded(wanted);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut found: Vec<(i64, usize)> = texts
        .enumerate()
        .filter_map(|(place, text)| {
            let text = folded(text);
            let scores: Option<Vec<i64>> = words.iter().map(|word| matcher.fuzzy_match(&text, word)).collect();
            Some((scores?.iter().sum(), place))
        })
        .collect();
    found.sort_by_key(|&(score, place)| (std::cmp::Reverse(score), place));
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] = ["HAV-01 Hässelby-Vällingby", "Östra enheten", "SKA-02 Skarpnäck", "O\u{308}stermalm"];

    #[test]
    fn diacritics_and_case_do_not_matter() {
        assert_eq!(ranked(TEXTS.into_iter(), "hasselby"), [0]);
        assert_eq!(ranked(TEXTS.into_iter(), "ÖST"), [1, 3]);
    }

    #[test]
    fn every_word_must_be_found() {
        assert_eq!(ranked(TEXTS.into_iter(), "ska 02"), [2]);
        assert_eq!(ranked(TEXTS.into_iter(), "skarpnäck 03"), [] as [usize; 0]);
        assert_eq!(ranked(TEXTS.into_iter(), "  ").len(), 4);
    }
}
