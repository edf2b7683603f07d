//! How a field is answered.

use super::choices;
use super::sheet::{Column, Losses, Row};
use crate::base::language::{Lang, Message};
use crate::msg;
use crate::study::protocol::filter::number;
use crate::study::protocol::{Choice, Kind};

/// How a field is answered, with the code of each choice; nothing where that cannot be carried over.
pub(crate) fn kind(row: &Row, lang: Lang, losses: &mut Losses) -> Option<(Kind, Vec<String>)> {
    let two = |yes: &str, no: &str| {
        let offered = [("1".to_owned(), yes.to_owned()), ("0".to_owned(), no.to_owned())];
        Some((Kind::Choice(choices::all(&offered, true)), offered.map(|(code, _)| code).to_vec()))
    };
    let plain = |kind| Some((kind, Vec::new()));
    match (row.get(Column::Type), lang) {
        ("text", _) => plain(text(row, losses)),
        ("notes", _) => plain(Kind::Text),
        ("calc", _) => plain(Kind::Number { unit: String::new(), min: None, max: None }),
        ("slider", _) => plain(slider(row, losses)),
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
    let field = row.get(Column::Name);
    match (row.get(Column::Type), row.get(Column::Validation), kind) {
        ("text", "integer" | "int", _) => Some(msg!("redcap-mapped-integer", field = field)),
        ("slider", _, Kind::Number { min: Some(min), max: Some(max), .. }) => {
            Some(msg!("redcap-mapped-slider", field = field, min = min.to_string(), max = max.to_string()))
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

fn text(row: &Row, losses: &mut Losses) -> Kind {
    let validation = row.get(Column::Validation);
    if matches!(validation, "integer" | "int" | "number" | "float") || validation.starts_with("number_") {
        let (min, max) = (bound(row, Column::Min, losses), bound(row, Column::Max, losses));
        return Kind::Number { unit: String::new(), min, max };
    }
    for column in [Column::Min, Column::Max] {
        if !row.get(column).is_empty() {
            losses.lose(row, column, msg!("redcap-lost-bound"), None);
        }
    }
    if matches!(validation, "date_ymd" | "date_dmy" | "date_mdy" | "date") {
        return Kind::Date;
    }
    if !validation.is_empty() {
        losses.lose(row, Column::Validation, msg!("redcap-lost-validation"), None);
    }
    Kind::Text
}

fn slider(row: &Row, losses: &mut Losses) -> Kind {
    if !row.get(Column::Choices).is_empty() {
        losses.lose(row, Column::Choices, msg!("redcap-lost-slider"), None);
    }
    let (min, max) = (bound(row, Column::Min, losses), bound(row, Column::Max, losses));
    Kind::Number { unit: String::new(), min: min.or(Some(0.0)), max: max.or(Some(100.0)) }
}

fn bound(row: &Row, column: Column, losses: &mut Losses) -> Option<f64> {
    let text = row.get(column);
    let bound = number(text);
    if bound.is_none() && !text.is_empty() {
        losses.lose(row, column, msg!("redcap-lost-bound"), None);
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
