//! How a question of a protocol file is answered: its kind, and the choices on offer.

use super::condition::FORMULA;
use super::derive::{DERIVED, DERIVED_CHOICE};
use super::frame::{Frame, unknown};
use super::reader::Reader;
use super::scale::{ASKED_CHOICE, CHOICE, added, choices, default_scale};
use crate::base::fault::Fault;
use crate::msg;
use crate::study::protocol::{Choice, Kind, Question, Role};

/// The fields of a question with choices.
pub(crate) const CHOICES: [&str; 9] =
    ["scale", "choices", "na", "unknown", "meaning", "favourable", "note_on", "in_base", "out_of_base"];
/// The fields of a question about a number.
pub(crate) const NUMBER: [&str; 3] = ["unit", "min", "max"];

/// Its kind; fields that belong to another are noted.
pub(crate) fn kind(table: &Reader<'_>, frame: &Frame<'_>) -> Kind {
    let name = table.text("kind");
    let kinds: [(&str, &[&str]); 3] = [("choice", &CHOICES), ("number", &NUMBER), ("derived", &DERIVED)];
    let (kind, fits) = match name.as_str() {
        "" | "choice" => (Kind::Choice(single(table, frame, &ASKED_CHOICE)), &["choice"][..]),
        "choices" => (Kind::Choices(on_offer(table, frame, None, &ASKED_CHOICE)), &["choice"][..]),
        "number" => (number(table), &["number"][..]),
        "date" => (Kind::Date, &[][..]),
        "text" => (Kind::Text, &[][..]),
        "derived" if table.get("sum").is_some() => (number(table), &["number", "derived"][..]),
        "derived" => {
            let known = [&CHOICE[..], &DERIVED_CHOICE].concat();
            (Kind::Choice(single(table, frame, &known)), &["choice", "derived"][..])
        }
        other => {
            unknown(table, "kind", "kind", other, &Question::KINDS);
            return Kind::Text;
        }
    };
    let is_computed = matches!(name.as_str(), "number" | "date" | "text");
    let formulas = (FORMULA, &[FORMULA][..]);
    let kinds = kinds.into_iter().chain((!is_computed).then_some(formulas));
    let foreign = kinds.filter(|(kind, _)| !fits.contains(kind)).flat_map(|(_, fields)| fields.iter());
    for field in foreign.filter(|field| table.get(field).is_some()) {
        let kind = if name.is_empty() { "choice" } else { name.as_str() };
        let message = msg!("protocol-field-kind", field = *field, kind = kind);
        table.source.wrong(table.span(field), message, msg!("protocol-field-kind-hint"));
    }
    kind
}

fn number(table: &Reader<'_>) -> Kind {
    let (min, max) = (table.number("min"), table.number("max"));
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        let message = msg!("protocol-bounds", min = min.to_string(), max = max.to_string());
        table.source.wrong(table.span("min"), message, msg!("protocol-bounds-hint"));
    }
    Kind::Number { unit: table.text("unit"), min, max }
}

/// The choices of a question that takes one of them.
fn single(table: &Reader<'_>, frame: &Frame<'_>, known: &[&str]) -> Vec<Choice> {
    let choices = on_offer(table, frame, Some(default_scale(frame.lang)), known);
    if let Some(choice) = choices.iter().find(|choice| choice.exclusive) {
        let field = if table.get("scale").is_some() { "scale" } else { "choices" };
        let message = msg!("protocol-exclusive", name = choice.id.as_str());
        table.source.wrong(table.span(field), message, msg!("protocol-exclusive-hint"));
    }
    choices
}

/// The choices of a question: its own, or those of the scale it names, with the ones it adds.
fn on_offer(table: &Reader<'_>, frame: &Frame<'_>, default: Option<&str>, known: &[&str]) -> Vec<Choice> {
    let mut on_offer = match (table.get("scale"), table.get("choices"), default) {
        (Some(_), None, _) => scale(table, &table.text("scale"), frame),
        (None, None, Some(default)) => scale(table, default, frame),
        (scale, _, _) => {
            if scale.is_some() {
                table.source.fault(table.span("scale"), Fault::new(msg!("protocol-scale-twice")));
            }
            let own = choices(table, known);
            if own.is_empty() {
                let message = msg!("protocol-choices-none");
                table.source.wrong(table.span("choices"), message, msg!("protocol-scale-hint"));
            }
            own
        }
    };
    for (field, role) in [("na", Role::Na), ("unknown", Role::Unknown)] {
        if table.flag(field) {
            let choice = added(frame.lang, role);
            if let Some(other) = on_offer.iter().find(|other| other.id == choice.id || other.role == Some(role)) {
                let message = msg!("protocol-role-taken", role = field, name = other.id.as_str());
                table.source.wrong(table.span(field), message, msg!("protocol-role-taken-hint"));
            }
            on_offer.push(choice);
        }
    }
    on_offer
}

fn scale(table: &Reader<'_>, name: &str, frame: &Frame<'_>) -> Vec<Choice> {
    let scale = frame.scales.get(name);
    if scale.is_none() {
        unknown(table, "scale", "scale", name, &frame.scales.names().collect::<Vec<_>>());
    }
    scale.unwrap_or_default().to_vec()
}
