//! The open question: its text, where to look, its choices with their keys and meanings, and how to judge.

use super::{line, span};
use crate::answers::sheet::Standing;
use crate::keymap::choice_keys;
use crate::ledger::entry::Op;
use crate::msg;
use crate::protocol::filter::{Bound, Filter, Key as Subject, Term, Test};
use crate::protocol::{Choice, Derive, Kind, Question};
use crate::text::{padded, visible_lines, width, wrap};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// The lines of the open question's panel.
pub fn panel(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let Some(asked) = model.asked() else { return Vec::new() };
    let mut lines = title(model, asked, columns);
    match model.cell(model.question).standing {
        Standing::NotAsked | Standing::NotKnown => {
            let condition = condition(model, &asked.when);
            let text = model.words.say(&msg!("screen-asked-only-if", condition = condition));
            lines.extend(wrap(&text, columns).into_iter().map(|text| line(model, Tone::Dim, text)));
        }
        Standing::Unanswered | Standing::Answered => {}
    }
    lines.extend(answers(model, asked, columns));
    lines.extend(indented(model, Tone::Plain, &asked.guidance, columns));
    for text in told_of_case(model) {
        lines.extend(indented(model, Tone::Dim, &text, columns));
    }
    for note in notes(model) {
        lines.extend(indented(model, Tone::Dim, &note, columns));
    }
    lines
}

fn title(model: &Model, asked: &Question, columns: usize) -> Vec<Line<'static>> {
    let mut text = format!("{} {}", model.number(model.question), asked.text);
    if asked.yes_is_bad() {
        text.push(' ');
        text.push_str(&model.words.get("screen-yes-is-bad"));
    }
    if asked.optional {
        text.push(' ');
        text.push_str(&model.words.get("screen-optional"));
    }
    let mut lines: Vec<Line<'static>> =
        wrap(&text, columns).into_iter().map(|text| line(model, Tone::Heading, text)).collect();
    let mut look: Vec<String> = Vec::new();
    if !asked.documents.is_empty() {
        look.push(model.words.say(&msg!("screen-look-in", documents = asked.documents.join(", "))));
    }
    look.extend(format_of(model, asked));
    if !look.is_empty() {
        lines.extend(indented(model, Tone::Dim, &look.join("   "), columns));
    }
    lines
}

/// How a question that is answered by writing is to be answered.
fn format_of(model: &Model, asked: &Question) -> Option<String> {
    let bound = |bound: f64| super::answer_text(model, model.question, &bound.to_string());
    let message = match &asked.kind {
        _ if asked.derive.is_some() => msg!("screen-derived", from = parts(model, asked)),
        Kind::Choice(_) => return None,
        Kind::Choices(_) => msg!("screen-several"),
        Kind::Number { unit, min: Some(min), max: Some(max) } => {
            msg!("screen-number-between", unit = unit.as_str(), min = bound(*min), max = bound(*max))
        }
        Kind::Number { unit, min: Some(min), .. } => {
            msg!("screen-number-least", unit = unit.as_str(), min = bound(*min))
        }
        Kind::Number { unit, max: Some(max), .. } => {
            msg!("screen-number-most", unit = unit.as_str(), max = bound(*max))
        }
        Kind::Number { unit, .. } => msg!("screen-number", unit = unit.as_str()),
        Kind::Date => msg!("screen-date"),
        Kind::Text => msg!("screen-text"),
    };
    Some(model.words.say(&message))
}

/// What a derived answer follows from: `fråga 3, fråga 4`.
fn parts(model: &Model, asked: &Question) -> String {
    let mut keys = asked.derive.as_ref().map_or_else(Vec::new, Derive::keys);
    keys.dedup();
    let names: Vec<String> = keys.into_iter().map(|key| key_in_words(model, key)).collect();
    names.join(", ")
}

fn answers(model: &Model, asked: &Question, columns: usize) -> Vec<Line<'static>> {
    let keys = choice_keys(asked, &model.keymap);
    let answer = model.answer(model.question);
    if asked.choices().is_empty() {
        let text = if answer.is_empty() && asked.derive.is_none() {
            model.words.get("screen-enter-writes")
        } else {
            super::answer_text(model, model.question, answer)
        };
        let tone = if answer.is_empty() { Tone::Dim } else { Tone::Answer };
        return indented(model, tone, &text, columns);
    }
    let label = asked.choices().iter().map(|choice| width(&choice.label)).max().unwrap_or(0);
    let chosen: Vec<usize> = asked.chosen(answer).map(|(place, _)| place).collect();
    let mark = |place: usize| match (asked.is_multi(), chosen.contains(&place)) {
        (true, true) => "[x]",
        (true, false) => "[ ]",
        (false, true) => model.look.mark(Mark::Chosen),
        (false, false) => " ",
    };
    let key = |place: usize| {
        let first = keys.get(place).and_then(|keys| keys.first());
        first.map_or_else(String::new, |key| key.label(&model.words))
    };
    let offered = asked.choices().iter().enumerate();
    let rows: Vec<_> = offered.map(|(place, choice)| (key(place), mark(place), choice)).collect();
    let bare = asked.choices().iter().all(|choice| choice.meaning.is_empty());
    if bare && rows.len() > 5 && columns >= 2 * (label + 10) {
        return side_by_side(model, &rows, columns);
    }
    let label = label.min(columns / 3);
    rows.into_iter().flat_map(|(key, mark, choice)| one_choice(model, &key, mark, choice, label, columns)).collect()
}

/// A choice with its key and its meaning, wrapped beside it.
fn one_choice(
    model: &Model,
    key: &str,
    mark: &str,
    choice: &Choice,
    label: usize,
    columns: usize,
) -> Vec<Line<'static>> {
    let tone = if mark.trim().is_empty() || mark == "[ ]" { Tone::Plain } else { Tone::Answer };
    let labels = wrap(&choice.label, label.max(4));
    let indent = 2 + width(mark) + 1 + 2 + label.max(4) + 2;
    let meanings =
        if choice.meaning.is_empty() { Vec::new() } else { wrap(&choice.meaning, columns.saturating_sub(indent)) };
    let height = labels.len().max(meanings.len());
    let row = |at: usize| {
        let head = match at {
            0 => vec![span(model, tone, format!("  {mark} ")), span(model, Tone::Key, padded(key, 2))],
            _ => vec![span(model, Tone::Plain, " ".repeat(width(mark) + 5))],
        };
        let name = labels.get(at).map_or("", String::as_str);
        let meaning = meanings.get(at).cloned().unwrap_or_default();
        let rest = [span(model, tone, padded(name, label.max(4) + 2)), span(model, Tone::Plain, meaning)];
        head.into_iter().chain(rest).collect::<Line<'_>>()
    };
    (0..height).map(row).collect()
}

/// Choices without meanings, in two columns.
fn side_by_side(model: &Model, rows: &[(String, &str, &Choice)], columns: usize) -> Vec<Line<'static>> {
    let half = rows.len().div_ceil(2);
    let cell = |(key, mark, choice): &(String, &str, &Choice)| {
        let tone = if mark.trim().is_empty() || *mark == "[ ]" { Tone::Plain } else { Tone::Answer };
        let label = padded(&choice.label, (columns / 2).saturating_sub(width(mark) + 6));
        vec![span(model, tone, format!("  {mark} ")), span(model, Tone::Key, padded(key, 2)), span(model, tone, label)]
    };
    let pair = |at: usize| {
        let both = rows.get(at).into_iter().chain(rows.get(at + half));
        Line::from(both.flat_map(cell).collect::<Vec<_>>())
    };
    (0..half).map(pair).collect()
}

/// What the case list says of the case that a coder must read: `Aktivitet: …`.
fn told_of_case(model: &Model) -> Vec<String> {
    let shown = model.protocol().attributes.iter().enumerate().filter(|(_, attribute)| attribute.shown);
    let said = shown.map(|(column, attribute)| (attribute, model.study.cases.value(model.case, column)));
    let told = said.filter(|(_, value)| !value.is_empty());
    told.map(|(attribute, value)| format!("{}: {}", attribute.label, attribute.one_of(value))).collect()
}

/// The comments and quotes on the open question that this coder may see.
fn notes(model: &Model) -> Vec<String> {
    let answers = &model.study.answers;
    let here = |record: &&crate::answers::record::Record| {
        usize::from(record.slot.question) == model.question && matches!(record.slot.op, Op::Note | Op::Quote)
    };
    let shown = super::asides(model, model.case).filter(here).map(|record| {
        let text = visible_lines(answers.text(record.value));
        let mark = if record.slot.op == Op::Quote { "\"" } else { model.look.mark(Mark::Note) };
        let coder = crate::text::visible(answers.coder_name(record.slot.coder));
        if coder == model.coder.slug { format!("{mark} {text}") } else { format!("{mark} {coder}: {text}") }
    });
    shown.collect()
}

fn indented(model: &Model, tone: Tone, text: &str, columns: usize) -> Vec<Line<'static>> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = wrap(text, columns.saturating_sub(2)).into_iter();
    lines.map(|text| line(model, tone, format!("  {text}"))).collect()
}

/// A condition in words: `fråga 3 är Ja och fråga 5 är …`.
pub fn condition(model: &Model, filter: &Filter) -> String {
    let terms: Vec<String> = filter.terms.iter().map(|term| term_in_words(model, term)).collect();
    terms.join(&format!(" {} ", model.words.get("and")))
}

fn term_in_words(model: &Model, term: &Term) -> String {
    let (key, test) = match term {
        Term::Any(filters) => {
            let parts: Vec<String> = filters.iter().map(|filter| condition(model, filter)).collect();
            return parts.join(&format!(" {} ", model.words.get("or")));
        }
        Term::Is(key, test) => (key, test),
    };
    let name = key_in_words(model, *key);
    let shown = |values: &[String]| {
        let label = |value: &String| match key {
            Subject::Question(place) => {
                model.protocol().questions.get(*place).map_or(value.clone(), |asked| asked.shown(value))
            }
            Subject::Column(place) => {
                model.protocol().attributes.get(*place).map_or(value.clone(), |known| known.label_of(value).to_owned())
            }
        };
        values.iter().map(label).collect::<Vec<_>>().join(&format!(" {} ", model.words.get("or")))
    };
    let bound = |bound: &Option<Bound>| match bound {
        Some(Bound::Value(value)) => value.clone(),
        Some(Bound::Of(key)) => key_in_words(model, *key),
        None => String::new(),
    };
    let message = match test {
        Test::In(values) => msg!("condition-is", name = name, values = shown(values)),
        Test::NotIn(values) => msg!("condition-is-not", name = name, values = shown(values)),
        Test::Between { min, max: None } => msg!("condition-at-least", name = name, min = bound(min)),
        Test::Between { min: None, max } => msg!("condition-at-most", name = name, max = bound(max)),
        Test::Between { min, max } => msg!("condition-between", name = name, min = bound(min), max = bound(max)),
        Test::Answered(true) => msg!("condition-answered", name = name),
        Test::Answered(false) => msg!("condition-unanswered", name = name),
    };
    model.words.say(&message)
}

/// What a condition looks at: `fråga 3`, or the attribute's label.
fn key_in_words(model: &Model, key: Subject) -> String {
    match key {
        Subject::Question(place) => model.words.say(&msg!("screen-question-number", n = model.number(place))),
        Subject::Column(place) => {
            let attribute = model.protocol().attributes.get(place);
            attribute.map_or_else(String::new, |attribute| attribute.label.clone())
        }
    }
}
