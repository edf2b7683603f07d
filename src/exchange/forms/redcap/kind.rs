//! How a field is answered.

use super::choices;
use super::notice::Notices;
use super::sheet::{Column, Losses, Row};
use crate::base::language::{Lang, Message};
use crate::msg;
use crate::study::protocol::filter::number;
use crate::study::protocol::{Choice, Kind};

/// How a field is answered, with the code of each choice; nothing where that cannot be carried over.
pub(crate) fn kind(row: &Row, lang: Lang, losses: &mut Losses, notices: &mut Notices) -> Option<(Kind, Vec<String>)> {
    let two = |yes: &str, no: &str| {
        let offered = [("1".to_owned(), yes.to_owned()), ("0".to_owned(), no.to_owned())];
        Some((Kind::Choice(choices::all(&offered, true)), offered.map(|(code, _)| code).to_vec()))
    };
    let plain = |kind| Some((kind, Vec::new()));
    match (row.kind(), lang) {
        ("text", _) => plain(text(row, notices)),
        ("notes", _) => plain(Kind::Text),
        ("calc", _) => plain(Kind::Number { unit: String::new(), min: None, max: None }),
        ("slider", _) => plain(slider(row, notices)),
        ("yesno", Lang::Sv) => two("Ja", "Nej"),
        ("yesno", Lang::En) => two("Yes", "No"),
        ("truefalse", Lang::Sv) => two("Sant", "Falskt"),
        ("truefalse", Lang::En) => two("True", "False"),
        ("radio" | "dropdown", _) => offered(row, true, Kind::Choice, losses),
        ("checkbox", _) => offered(row, false, Kind::Choices, losses),
        _ => {
            losses.lose(row, Column::Type, msg!("redcap-lost-type"), None);
            None
        }
    }
}

/// How a field is answered where that is not quite as in the dictionary.
pub(crate) fn told(row: &Row, kind: &Kind) -> Option<Message> {
    match (row.kind(), row.get(Column::Validation), kind) {
        ("text", "integer" | "int", _) => Some(msg!("redcap-mapped-integer")),
        ("slider", _, Kind::Number { min: Some(min), max: Some(max), .. }) => {
            Some(msg!("redcap-mapped-slider", min = min.to_string(), max = max.to_string()))
        }
        _ => None,
    }
}

fn offered(row: &Row, single: bool, kind: fn(Vec<Choice>) -> Kind, losses: &mut Losses) -> Option<(Kind, Vec<String>)> {
    match choices::split(row.get(Column::Choices)) {
        Ok(offered) => {
            let codes = offered.iter().map(|(code, _)| code.clone()).collect();
            Some((kind(choices::all(&offered, single)), codes))
        }
        Err(cause) => {
            losses.lose(row, Column::Choices, msg!("redcap-lost-choices"), Some(cause));
            None
        }
    }
}

fn text(row: &Row, notices: &mut Notices) -> Kind {
    let validation = row.get(Column::Validation);
    if matches!(validation, "integer" | "int" | "number" | "float") || validation.starts_with("number_") {
        let (min, max) = (bound(row, Column::Min, notices), bound(row, Column::Max, notices));
        return Kind::Number { unit: String::new(), min, max };
    }
    if is_date(row) {
        return Kind::Date;
    }
    if !validation.is_empty() {
        notices.tell(row, msg!("redcap-mapped-validation", found = validation));
    }
    Kind::Text
}

/// Whether whoever answers a field writes words, in which names and numbers of persons may stand.
pub(crate) fn is_words(row: &Row) -> bool {
    match row.kind() {
        "notes" => true,
        "text" => matches!(text(row, &mut Notices::default()), Kind::Text),
        _ => false,
    }
}

/// Whether a field takes a day.
pub(crate) fn is_date(row: &Row) -> bool {
    row.kind() == "text" && matches!(row.get(Column::Validation), "date_ymd" | "date_dmy" | "date_mdy" | "date")
}

fn slider(row: &Row, notices: &mut Notices) -> Kind {
    let (min, max) = (bound(row, Column::Min, notices), bound(row, Column::Max, notices));
    Kind::Number { unit: String::new(), min: min.or(Some(0.0)), max: max.or(Some(100.0)) }
}

fn bound(row: &Row, column: Column, notices: &mut Notices) -> Option<f64> {
    let text = row.get(column);
    let bound = number(text);
    if bound.is_none() && !text.is_empty() {
        notices.tell(row, msg!("redcap-mapped-bound", found = text));
    }
    bound
}

/// The variables that a calculation sums: `sum([a], [b])` or `[a] + [b]`.
pub(crate) fn summed<'a>(text: &'a str) -> Option<Vec<&'a str>> {
    let text = text.trim();
    let inside =
        text.strip_prefix("sum").map(str::trim_start).and_then(|text| text.strip_prefix('(')?.strip_suffix(')'));
    let parts = inside.map_or_else(|| text.split('+').collect::<Vec<_>>(), |inside| inside.split(',').collect());
    let name = |part: &'a str| {
        let name = part.trim().strip_prefix('[')?.strip_suffix(']')?;
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_').then_some(name)
    };
    parts.into_iter().map(name).collect()
}
