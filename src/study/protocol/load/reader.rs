//! A table of a protocol file, read field by field: what is missing, misspelt or of another type is noted.

use super::Item;
use super::source::Source;

use crate::base::suggest::suggestion;
use crate::base::text::{is_hidden, visible, visible_lines};
use crate::msg;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

/// A table, the fields of which are all known.
pub(crate) struct Reader<'a> {
    pub(crate) source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    span: Range<usize>,
}

impl<'a> Reader<'a> {
    /// Reads a table that may have the fields `known`.
    pub(crate) fn new(source: &'a Source<'a>, table: &'a DeTable<'a>, span: Range<usize>, known: &[&str]) -> Self {
        for field in table.keys().filter(|field| !known.contains(&field.get_ref().as_ref())) {
            let name = field.get_ref().as_ref();
            let message = msg!("protocol-field-unknown", field = name);
            source.wrong(field.span(), message, suggestion(name, known.iter().copied()));
        }
        Self { source, table, span }
    }

    /// Reads what stands in the field `field`, if it is a table.
    pub(crate) fn of(source: &'a Source<'a>, item: &'a Item<'a>, field: &str, known: &[&str]) -> Option<Self> {
        let table = item.get_ref().as_table().or_else(|| source.wrong_type(item, field, "table"))?;
        Some(Self::new(source, table, item.span(), known))
    }

    pub(crate) fn get(&self, field: &str) -> Option<&'a Item<'a>> {
        self.table.get(field)
    }

    /// Where a field stands; the table where it is not there.
    pub(crate) fn span(&self, field: &str) -> Range<usize> {
        self.table.get_key_value(field).map_or(self.span.clone(), |(key, _)| key.span())
    }

    /// A text as it is written, composed and without blanks around it.
    fn raw(&self, field: &str) -> Option<Spanned<String>> {
        let item = self.get(field)?;
        let text = item.get_ref().as_str().or_else(|| self.source.wrong_type(item, field, "string"))?;
        Some(Spanned::new(item.span(), composed(text)))
    }

    /// Notes that a field which must be there is not, or says nothing.
    pub(crate) fn missing(&self, field: &str) -> Spanned<String> {
        let span = self.get(field).map_or(self.span.clone(), Spanned::span);
        let hint = msg!("protocol-field-missing-hint", field = field);
        self.source.wrong(span.clone(), msg!("protocol-field-missing", field = field), hint);
        Spanned::new(span, String::new())
    }

    /// A text of one line; nothing where the field is not there.
    pub(crate) fn text(&self, field: &str) -> String {
        self.raw(field).map(|text| visible(text.get_ref())).unwrap_or_default()
    }

    /// A text of several lines; nothing where the field is not there.
    pub(crate) fn lines(&self, field: &str) -> String {
        self.raw(field).map(|text| visible_lines(text.get_ref())).unwrap_or_default()
    }

    /// A text of one line that must be there.
    pub(crate) fn required(&self, field: &str) -> String {
        let there =
            self.get(field).is_some_and(|item| item.get_ref().as_str().is_none_or(|text| !text.trim().is_empty()));
        if there { self.text(field) } else { self.missing(field).into_inner() }
    }

    /// The table's `id`, which must be there and be clean.
    pub(crate) fn id(&self) -> Spanned<String> {
        if self.get("id").is_none() {
            return self.missing("id");
        }
        let Some(id) = self.raw("id") else { return Spanned::new(self.span.clone(), String::new()) };
        self.clean(&id);
        id
    }

    /// Notes what an id may not be or contain.
    pub(crate) fn clean(&self, id: &Spanned<String>) {
        let name = id.get_ref();
        if name == "any" {
            self.source.wrong(id.span(), msg!("protocol-id-reserved", name = name.as_str()), msg!("protocol-id-hint"));
        } else if !may_be_id(name) {
            self.source.wrong(id.span(), msg!("protocol-id", name = name.as_str()), msg!("protocol-id-hint"));
        }
    }

    /// A yes or no; no where the field is not there.
    pub(crate) fn flag(&self, field: &str) -> bool {
        let flag =
            |item: &Item<'_>| item.get_ref().as_bool().or_else(|| self.source.wrong_type(item, field, "boolean"));
        self.get(field).and_then(flag).unwrap_or_default()
    }

    /// A number.
    pub(crate) fn number(&self, field: &str) -> Option<f64> {
        let item = self.get(field)?;
        let number = match item.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => scalar(item).and_then(|text| text.parse().ok()),
            _ => None,
        };
        number.filter(|number: &f64| number.is_finite()).or_else(|| self.source.wrong_type(item, field, "number"))
    }

    /// A text or a list of texts.
    pub(crate) fn words(&self, field: &str) -> Vec<Spanned<String>> {
        let Some(item) = self.get(field) else { return Vec::new() };
        let items = match item.get_ref() {
            DeValue::Array(items) => items.as_ref(),
            _ => std::slice::from_ref(item),
        };
        let word = |item: &Item<'_>| {
            let text = item.get_ref().as_str().or_else(|| self.source.wrong_type(item, field, "strings"))?;
            Some(Spanned::new(item.span(), composed(text)))
        };
        items.iter().filter_map(word).collect()
    }

    /// A list of tables that may have the fields `known`.
    pub(crate) fn tables(&self, field: &str, known: &[&str]) -> Vec<Self> {
        let tables =
            |item: &'a Item<'a>| item.get_ref().as_array().or_else(|| self.source.wrong_type(item, field, "tables"));
        let items = self.get(field).and_then(tables).into_iter().flat_map(|items| items.iter());
        let table = |item: &'a Item<'a>| match item.get_ref() {
            DeValue::Table(table) => Some(Self::new(self.source, table, item.span(), known)),
            _ => self.source.wrong_type(item, field, "tables"),
        };
        items.filter_map(table).collect()
    }

    /// The entries of a table whose field names are the author's own, in the order of the file.
    pub(crate) fn entries(&self, field: &str) -> Vec<(Spanned<String>, &'a Item<'a>)> {
        let Some(item) = self.get(field) else { return Vec::new() };
        entries(self.source, item, field)
    }

    /// The texts of a table whose field names are the author's own, in the order of the file.
    pub(crate) fn named_texts(&self, field: &str) -> Vec<(Spanned<String>, String)> {
        let text = |(name, item): (Spanned<String>, &Item<'_>)| {
            let text = item.get_ref().as_str().or_else(|| self.source.wrong_type(item, name.get_ref(), "string"))?;
            Some((name, visible_lines(&composed(text))))
        };
        self.entries(field).into_iter().filter_map(text).collect()
    }

    /// The same without where each name stands.
    pub(crate) fn named(&self, field: &str) -> Vec<(String, String)> {
        self.named_texts(field).into_iter().map(|(name, text)| (name.into_inner(), text)).collect()
    }
}

/// Whether a text can be an id.
pub(crate) fn may_be_id(name: &str) -> bool {
    let bad = |c: char| c.is_control() || is_hidden(c) || matches!(c, ';' | '|' | '=');
    name != "any" && !name.is_empty() && !name.chars().any(bad) && !name.ends_with(['!', '<', '>'])
}

/// The entries of a table, in the order of the file.
pub(crate) fn entries<'a>(
    source: &Source<'_>,
    item: &'a Item<'a>,
    field: &str,
) -> Vec<(Spanned<String>, &'a Item<'a>)> {
    let table = item.get_ref().as_table().or_else(|| source.wrong_type(item, field, "table"));
    let fields = table.into_iter().flat_map(|table| table.iter());
    let mut entries: Vec<_> =
        fields.map(|(name, item)| (Spanned::new(name.span(), composed(name.get_ref())), item)).collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

/// A text, number, yes or no, or date as text.
pub(crate) fn scalar(item: &Item<'_>) -> Option<String> {
    match item.get_ref() {
        DeValue::String(text) => Some(composed(text)),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n.to_string()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Some(flag.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn composed(text: &str) -> String {
    text.trim().nfc().collect()
}
