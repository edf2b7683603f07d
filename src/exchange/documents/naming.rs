//! What the name of a file says: which case it is of, and which of the protocol's documents it is.

use crate::base::text::folded;
use std::collections::HashSet;

/// The names of the protocol's documents, taken apart.
pub(super) struct Types(Vec<Vec<String>>);

impl Types {
    pub(super) fn new(names: &[String]) -> Self {
        Self(names.iter().map(|name| words(name)).collect())
    }

    /// The place of the document that a name says: of several the one with the longest name.
    pub(super) fn said(&self, name: &str) -> Option<usize> {
        let said = words(name);
        let is_said = |wanted: &[String]| !wanted.is_empty() && said.windows(wanted.len()).any(|part| part == wanted);
        let all = self.0.iter().enumerate().rev().filter(|(_, wanted)| is_said(wanted));
        all.max_by_key(|(_, wanted)| wanted.iter().map(String::len).sum::<usize>()).map(|(place, _)| place)
    }

    /// Whether a name says one of the documents and nothing else but a number.
    fn is_all(&self, name: &str) -> bool {
        let said = words(name);
        let is_all = |wanted: &Vec<String>| {
            let rest = said.strip_prefix(wanted.as_slice());
            rest.is_some_and(|rest| rest.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())))
        };
        self.0.iter().filter(|wanted| !wanted.is_empty()).any(is_all)
    }
}

/// The letters and the numbers of a name, each by themselves.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in folded(name).chars() {
        let is_same = before.is_alphabetic() && c.is_alphabetic() || before.is_numeric() && c.is_numeric();
        match words.last_mut().filter(|_| is_same) {
            Some(word) => word.push(c),
            None if c.is_alphanumeric() => words.push(c.to_string()),
            None => {}
        }
        before = c;
    }
    words
}

/// A file's name without what tells its format, and that in small letters.
pub(super) fn parted(name: &str) -> (&str, String) {
    let is_ending = |end: &str| {
        (1..=5).contains(&end.len())
            && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && end.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && is_ending(end) => (stem, end.to_ascii_lowercase()),
        _ => (name, String::new()),
    }
}

/// The case that a file's name is of, and the rest of the name.
///
/// Where the ids are known, it is the longest id that the name is, or that it begins with before a `_`. Else a `_` parts
/// them only before the name of a document: `A_2` may be a case.
pub(super) fn case_of<'a>(stem: &'a str, types: &Types, ids: Option<&HashSet<String>>) -> (&'a str, &'a str) {
    let parts =
        || stem.match_indices('_').map(|(at, _)| stem.split_at(at)).map(|(id, rest)| (id, rest.get(1..).unwrap_or("")));
    let whole = (stem, "");
    if let Some(ids) = ids
        && let Some(found) = parts().chain([whole]).rfind(|(id, _)| ids.contains(*id))
    {
        return found;
    }
    parts().find(|(id, rest)| !id.is_empty() && types.is_all(rest)).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types() -> Types {
        Types::new(&["journal", "genomförandeplan", "beslut", "beslut om insats"].map(str::to_owned))
    }

    #[test]
    fn a_name_says_a_document_by_whole_words() {
        let said = |name: &str| types().said(name);
        assert_eq!(said("journal"), Some(0));
        assert_eq!(said("2024-01-02 Journal2"), Some(0));
        assert_eq!(said("GENOMFORANDEPLAN_ny"), Some(1));
        assert_eq!(said("beslut 3"), Some(2));
        assert_eq!(said("Beslut_om_insats"), Some(3), "the longest");
        assert_eq!((said("journalen"), said("bilaga"), said("")), (None, None, None));
    }

    #[test]
    fn without_ids_a_name_is_parted_before_a_document_alone() {
        let of = |stem| case_of(stem, &types(), None);
        assert_eq!(of("BRO-07"), ("BRO-07", ""));
        assert_eq!(of("BRO_07"), ("BRO_07", ""));
        assert_eq!(of("BRO_07_journal"), ("BRO_07", "journal"));
        assert_eq!(of("BRO_07_journal_2"), ("BRO_07", "journal_2"));
        assert_eq!(of("BRO_07_beslut_om_insats"), ("BRO_07", "beslut_om_insats"));
        assert_eq!(of("_journal"), ("_journal", ""));
    }

    #[test]
    fn with_ids_the_longest_is_meant() {
        let ids: HashSet<String> = ["A", "A_2", "B"].map(str::to_owned).into();
        let of = |stem| case_of(stem, &types(), Some(&ids));
        assert_eq!(of("A"), ("A", ""));
        assert_eq!(of("A_2"), ("A_2", ""));
        assert_eq!(of("A_2_bilaga"), ("A_2", "bilaga"));
        assert_eq!(of("A_3"), ("A", "3"));
        assert_eq!(of("AB_3"), ("AB_3", ""), "no part of a name is an id");
        assert_eq!(of("a_3"), ("a_3", ""), "exactly");
        assert_eq!(of("C_journal"), ("C", "journal"));
    }

    #[test]
    fn an_ending_is_short_and_no_number() {
        assert_eq!(parted("A-1.TXT"), ("A-1", "txt".to_owned()));
        assert_eq!(parted("A.1"), ("A.1", String::new()));
        assert_eq!(parted("A.tar.gz"), ("A.tar", "gz".to_owned()));
        assert_eq!(parted("A. B"), ("A. B", String::new()));
    }
}
