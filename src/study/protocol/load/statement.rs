//! The statements of a question: what its answers say in a report.

use super::Item;
use super::reader::{Reader, entries};
use crate::base::language::Lang;
use crate::base::placeholder::{Piece, pieces};
use crate::base::suggest::suggestion;
use crate::base::text::visible;
use crate::msg;
use crate::study::protocol::statement::{COUNTS, NUMBERS, Statement};
use crate::study::protocol::{Choice, Kind};
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;

/// The forms of a statement.
pub(crate) const STATEMENT: [&str; 4] = ["one", "many", "none", "clause"];
const FIELD: &str = "statement";

/// The statements of a question of a kind, in every language that it has them in.
pub(crate) fn statements(table: &Reader<'_>, kind: &Kind) -> Vec<Statement> {
    if matches!(kind, Kind::Date | Kind::Text) && table.get(FIELD).is_some() {
        let kind = if matches!(kind, Kind::Date) { "date" } else { "text" };
        let message = msg!("protocol-field-kind", field = FIELD, kind = kind);
        table.source.wrong(table.span(FIELD), message, msg!("protocol-field-kind-hint"));
        return Vec::new();
    }
    let mut found = Vec::new();
    for (tag, item) in table.entries(FIELD) {
        let name = tag.get_ref().as_str();
        let Some(lang) = Lang::from_tag(name).filter(|lang| lang.tag() == name) else {
            let message = msg!("protocol-statement-language", name = name);
            let example = if matches!(kind, Kind::Number { .. }) { "number" } else { "choice" };
            table.source.wrong(tag.span(), message, msg!("protocol-statement-language-hint", kind = example));
            continue;
        };
        match kind {
            Kind::Choice(choices) | Kind::Choices(choices) => {
                let own = entries(table.source, item, name).into_iter();
                found.extend(own.filter_map(|(key, item)| of_choices(table, lang, &key, item, choices)));
            }
            _ => found.extend(forms(table, lang, Vec::new(), item, &NUMBERS)),
        }
    }
    found
}

/// The statement of an answer, or of several that stand with `|` between them.
fn of_choices(
    table: &Reader<'_>,
    lang: Lang,
    key: &Spanned<String>,
    item: &Item<'_>,
    choices: &[Choice],
) -> Option<Statement> {
    let named: Vec<String> = key.get_ref().split('|').map(|id| id.trim().to_owned()).collect();
    let strange = |id: &&String| choices.iter().all(|choice| choice.id != **id);
    for id in named.iter().filter(strange).filter(|_| !choices.is_empty()) {
        let message = msg!("protocol-choice", field = FIELD, name = id.as_str());
        table.source.wrong(key.span(), message, suggestion(id, choices.iter().map(|choice| choice.id.as_str())));
    }
    if named.iter().enumerate().any(|(at, id)| named.iter().take(at).any(|before| before == id)) {
        let message = msg!("protocol-statement-twice", name = key.get_ref().as_str());
        table.source.wrong(key.span(), message, msg!("protocol-duplicate-hint"));
    }
    forms(table, lang, named, item, &COUNTS)
}

/// One text for every count, or one for several, for one and for none.
fn forms(
    table: &Reader<'_>,
    lang: Lang,
    choices: Vec<String>,
    item: &Item<'_>,
    known: &[&'static str],
) -> Option<Statement> {
    if item.get_ref().as_str().is_some() {
        return Some(Statement::plain(lang, choices, words(table, item, known, true)));
    }
    let reader = Reader::of(table.source, item, FIELD, &STATEMENT)?;
    let form = |name: &str| reader.get(name).map(|item| words(table, item, known, name != "none"));
    let Some(many) = form("many") else {
        reader.missing("many");
        return None;
    };
    let clause = reader.get("clause").map(|item| words(table, item, &[], false));
    Some(Statement { lang, choices, many, one: form("one"), none: form("none"), clause })
}

/// The words of a form; what stands in braces must be known, and where there is a count it must have its place.
fn words(table: &Reader<'_>, item: &Item<'_>, known: &[&'static str], has_count: bool) -> String {
    let Some(text) = item.get_ref().as_str() else {
        table.source.wrong_type::<()>(item, FIELD, "string");
        return String::new();
    };
    let text = visible(&text.trim().nfc().collect::<String>());
    let pieces = pieces(&text);
    for piece in &pieces {
        match piece {
            Piece::Field(name) if *name != "time" && !known.contains(name) => {
                let message = msg!("protocol-placeholder", name = *name);
                table.source.wrong(item.span(), message, suggestion(name, known.iter().copied()));
            }
            Piece::Stray(brace) => {
                let message = msg!("protocol-brace", brace = brace.to_string());
                table.source.wrong(item.span(), message, msg!("protocol-brace-hint"));
            }
            _ => {}
        }
    }
    let is_told = |name: &&str| known.contains(name);
    if has_count && !pieces.iter().any(|piece| matches!(piece, Piece::Field(name) if is_told(name))) {
        let example = known.first().copied().unwrap_or_default();
        let message = msg!("protocol-statement-count", name = example);
        table.source.wrong(item.span(), message, msg!("protocol-statement-count-hint"));
    }
    text
}
