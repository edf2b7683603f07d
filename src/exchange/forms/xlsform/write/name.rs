//! Names that other programs take: plain letters, digits and underscores.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Names in use; other programs do not tell large letters from small.
#[derive(Default)]
pub(crate) struct Taken(HashSet<String>);

impl Taken {
    /// The name, or the next one with a number that is not in use.
    pub(crate) fn unique(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number: usize| format!("{name}_{number}"));
        let is_free = |name: &String| !self.0.contains(&name.to_lowercase());
        let name = std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default();
        self.0.insert(name.to_lowercase());
        name
    }
}

/// The name of a choice.
pub(crate) fn code(id: &str) -> String {
    let plain = id.nfd().filter(|c| !is_combining_mark(*c));
    plain.map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') { c } else { '_' }).collect()
}

/// The names of some choices, each its own.
pub(crate) fn codes(ids: &[&str]) -> Vec<String> {
    let mut taken = Taken::default();
    ids.iter().map(|id| taken.unique(&code(id))).collect()
}

/// The name of a question or a group: it begins with a letter or an underscore.
pub(crate) fn field(id: &str) -> String {
    let name = code(id).replace(['.', '-'], "_");
    if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') { name } else { format!("_{name}") }
}

#[cfg(test)]
mod tests {
    use super::{codes, field};

    #[test]
    fn names_are_plain_and_each_its_own() {
        assert_eq!(field("JÄ"), "JA");
        assert_eq!(field("2016-års fråga"), "_2016_ars_fraga");
        assert_eq!(codes(&["1 år", "1_ar", "18-24", "A", "a"]), ["1_ar", "1_ar_2", "18-24", "A", "a_2"]);
    }
}
