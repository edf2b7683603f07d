//! What the questions of a protocol file refer to.

use super::reader::Reader;
use super::scale::Scales;
use crate::base::language::Lang;
use crate::base::suggest::suggestion;
use crate::msg;
use crate::study::protocol::{Area, Attribute};

/// What questions refer to.
pub(crate) struct Frame<'a> {
    pub(crate) lang: Lang,
    pub(crate) documents: &'a [String],
    pub(crate) attributes: &'a [Attribute],
    pub(crate) areas: &'a [Area],
    pub(crate) scales: &'a Scales,
    /// Whether the questions of repeats stand at each of their places.
    pub(crate) placed: bool,
}

/// Notes a name that is none of those there are.
pub(crate) fn unknown(table: &Reader<'_>, field: &str, what: &'static str, name: &str, known: &[&str]) {
    let message = msg!("protocol-unknown", what = what, name = name);
    let span = table.get(field).map_or_else(|| table.span(field), toml::Spanned::span);
    table.source.wrong(span, message, suggestion(name, known.iter().copied()));
}
