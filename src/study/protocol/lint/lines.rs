//! Where things stand in a protocol's file. The loader keeps no places once it is done; advice finds them again.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

/// A protocol's file, which is right.
pub(crate) struct Lines<'a> {
    text: &'a str,
    root: DeTable<'a>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, root: DeTable::parse_recoverable(text).0.into_inner() }
    }

    /// The line that a place stands on, from 1.
    fn line(&self, place: usize) -> usize {
        1 + self.text.bytes().take(place).filter(|byte| *byte == b'\n').count()
    }

    fn list(&self, name: &str) -> Option<&DeArray<'a>> {
        self.root.get(name)?.get_ref().as_array()
    }

    /// The line of the first of these fields that the table has, else of the table; the first line if it is not there.
    pub(crate) fn of(&self, (list, place): (&str, usize), fields: &[&str]) -> usize {
        let Some(item) = self.list(list).and_then(|list| list.get(place)) else { return 1 };
        let table = item.get_ref().as_table();
        let mut keys = fields.iter().filter_map(|field| table?.get_key_value(*field));
        self.line(keys.next().map_or(item.span().start, |(key, _)| key.span().start))
    }

    /// The place in its list of the table with an id.
    pub(crate) fn place(&self, list: &str, id: &str) -> usize {
        let has = |item: &Spanned<DeValue<'_>>| {
            let own = item.get_ref().as_table().and_then(|table| table.get("id"));
            own.and_then(|own| own.get_ref().as_str()).is_some_and(|own| own.trim().nfc().eq(id.chars()))
        };
        self.list(list).and_then(|list| list.iter().position(has)).unwrap_or_default()
    }

    /// The scales of the protocol that no question names, each with its line.
    pub(crate) fn unused_scales(&self) -> Vec<(String, usize)> {
        let questions = self.list("question").into_iter().flat_map(|list| list.iter());
        let named: Vec<&str> =
            questions.filter_map(|question| question.get_ref().as_table()?.get("scale")?.get_ref().as_str()).collect();
        let own = self.root.get("scale").map(Spanned::get_ref).and_then(DeValue::as_table);
        let own = own.into_iter().flat_map(|scales| scales.keys());
        let unused = own.filter(|name| !named.contains(&name.get_ref().as_ref()));
        unused.map(|name| (name.get_ref().to_string(), self.line(name.span().start))).collect()
    }
}
