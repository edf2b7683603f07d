//! One question of a protocol file.

use super::condition::{Scope, filter};
use super::reader::Reader;
use super::scale::{Scales, added, choices, default_scale};
use crate::fault::Fault;
use crate::language::Lang;
use crate::msg;
use crate::nearest::suggestion;
use crate::protocol::filter::Filter;
use crate::protocol::{Area, Attribute, Choice, Kind, Part, Per, Question, Role};
use crate::text::visible;

/// The fields of every question.
pub(super) const ANY: [&str; 9] = ["id", "area", "document", "text", "kind", "when", "guidance", "optional", "per"];
/// At most this many questions: each may depend on every one before it.
const MOST: usize = 1000;
/// The fields of a question with choices.
pub(super) const CHOICES: [&str; 9] =
    ["scale", "choices", "na", "unknown", "meaning", "favourable", "note_on", "in_base", "out_of_base"];
/// The fields of a question about a number.
pub(super) const NUMBER: [&str; 3] = ["unit", "min", "max"];
pub(in crate::protocol) const KINDS: [&str; 5] = ["choice", "choices", "number", "date", "text"];

/// What questions refer to.
pub(super) struct Frame<'a> {
    pub(super) lang: Lang,
    pub(super) documents: &'a [String],
    pub(super) attributes: &'a [Attribute],
    pub(super) areas: &'a [Area],
    pub(super) scales: &'a Scales,
}

/// The questions of a file, conditions and dependents included.
pub(super) fn questions(root: &Reader<'_>, frame: &Frame<'_>) -> Vec<Question> {
    let tables = root.tables("question", &[&ANY[..], &CHOICES, &NUMBER].concat());
    if tables.is_empty() {
        root.source.fault(root.span("question"), Fault::new(msg!("protocol-questions-none")));
    }
    if tables.len() > MOST {
        let message = msg!("protocol-questions-many", count = tables.len(), most = MOST);
        root.source.fault(root.span("question"), Fault::new(message));
        return Vec::new();
    }
    let ids: Vec<_> = tables.iter().map(Reader::id).collect();
    root.source.unique("question", &ids);
    for id in ids.iter().filter(|id| frame.attributes.iter().any(|attribute| attribute.id == *id.get_ref())) {
        root.source.fault(id.span(), Fault::new(msg!("protocol-id-clash", name = id.get_ref().as_str())));
    }
    let mut questions: Vec<Question> =
        tables.iter().zip(ids).map(|(table, id)| question(table, id.into_inner(), frame)).collect();
    for (place, table) in tables.iter().enumerate() {
        let Some(item) = table.get("when") else { continue };
        let per = questions.get(place).map_or(Per::Case, |question| question.per);
        let when = filter(table.source, item, "when", &Scope::new(frame.attributes, &questions, place, per));
        if let Some(question) = questions.get_mut(place) {
            question.when = when;
        }
    }
    link(&mut questions);
    questions
}

/// Notes at each question which later ones depend on it, directly or through others.
fn link(questions: &mut [Question]) {
    let direct: Vec<Vec<usize>> = questions.iter().map(|question| question.when.questions()).collect();
    for (place, question) in questions.iter_mut().enumerate() {
        for (later, looks_at) in direct.iter().enumerate().skip(place + 1) {
            if looks_at.iter().any(|seen| *seen == place || question.dependents.contains(seen)) {
                question.dependents.push(later);
            }
        }
    }
}

fn question(table: &Reader<'_>, id: String, frame: &Frame<'_>) -> Question {
    let mut kind = kind(table, frame);
    if let Kind::Choice(choices) | Kind::Choices(choices) = &mut kind {
        meanings(table, choices);
        bases(table, choices);
    }
    let choices = match &kind {
        Kind::Choice(choices) | Kind::Choices(choices) => choices.as_slice(),
        Kind::Number { .. } | Kind::Date | Kind::Text => &[],
    };
    Question {
        id,
        area: area(table, frame),
        documents: documents(table, frame),
        text: table.required("text"),
        when: Filter::default(),
        guidance: table.lines("guidance"),
        favourable: offered(table, "favourable", choices),
        note_on: offered(table, "note_on", choices),
        optional: table.flag("optional"),
        per: per(table, frame),
        dependents: Vec::new(),
        kind,
    }
}

/// Notes a name that is none of those there are.
fn unknown(table: &Reader<'_>, field: &str, what: &'static str, name: &str, known: &[&str]) {
    let message = msg!("protocol-unknown", what = what, name = name);
    let span = table.get(field).map_or_else(|| table.span(field), toml::Spanned::span);
    table.source.wrong(span, message, suggestion(name, known.iter().copied()));
}

fn area(table: &Reader<'_>, frame: &Frame<'_>) -> usize {
    let name = table.required("area");
    let place = frame.areas.iter().position(|area| area.id == name);
    if place.is_none() && !name.is_empty() {
        let known: Vec<&str> = frame.areas.iter().map(|area| area.id.as_str()).collect();
        unknown(table, "area", "area", &name, &known);
    }
    place.unwrap_or_default()
}

fn documents(table: &Reader<'_>, frame: &Frame<'_>) -> Vec<String> {
    let words = table.words("document");
    table.source.unique("document", &words);
    for word in words.iter().filter(|word| !frame.documents.contains(&visible(word.get_ref()))) {
        let message = msg!("protocol-unknown", what = "document", name = word.get_ref().as_str());
        let known = frame.documents.iter().map(String::as_str);
        table.source.wrong(word.span(), message, suggestion(word.get_ref(), known));
    }
    words.iter().map(|word| visible(word.get_ref())).collect()
}

fn per(table: &Reader<'_>, frame: &Frame<'_>) -> Per {
    match table.text("per").as_str() {
        "" | "case" => Per::Case,
        "unit" => {
            if frame.attributes.iter().all(|attribute| attribute.part != Some(Part::Unit)) {
                table.source.wrong(table.span("per"), msg!("protocol-per-unit"), msg!("protocol-per-unit-hint"));
            }
            Per::Unit
        }
        other => {
            unknown(table, "per", "per", other, &["case", "unit"]);
            Per::Case
        }
    }
}

fn kind(table: &Reader<'_>, frame: &Frame<'_>) -> Kind {
    let name = table.text("kind");
    let (kind, foreign) = match name.as_str() {
        "" | "choice" => (Kind::Choice(single(table, frame)), &NUMBER[..]),
        "choices" => (Kind::Choices(on_offer(table, frame, None)), &NUMBER[..]),
        "number" => (number(table), &CHOICES[..]),
        "date" => (Kind::Date, &[&CHOICES[..], &NUMBER].concat()[..]),
        "text" => (Kind::Text, &[&CHOICES[..], &NUMBER].concat()[..]),
        "derived" => {
            table.source.fault(table.span("kind"), Fault::new(msg!("protocol-derived")));
            return Kind::Text;
        }
        other => {
            unknown(table, "kind", "kind", other, &KINDS);
            return Kind::Text;
        }
    };
    for field in foreign.iter().filter(|field| table.get(field).is_some()) {
        let kind = if name.is_empty() { "choice" } else { name.as_str() };
        let message = msg!("protocol-field-kind", field = *field, kind = kind);
        table.source.fault(table.span(field), Fault::new(message));
    }
    kind
}

fn number(table: &Reader<'_>) -> Kind {
    let (min, max) = (table.number("min"), table.number("max"));
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        let message = msg!("protocol-bounds", min = min.to_string(), max = max.to_string());
        table.source.fault(table.span("min"), Fault::new(message));
    }
    Kind::Number { unit: table.text("unit"), min, max }
}

/// The choices of a question that takes one of them.
fn single(table: &Reader<'_>, frame: &Frame<'_>) -> Vec<Choice> {
    let choices = on_offer(table, frame, Some(default_scale(frame.lang)));
    if let Some(choice) = choices.iter().find(|choice| choice.exclusive) {
        let field = if table.get("scale").is_some() { "scale" } else { "choices" };
        let message = msg!("protocol-exclusive", name = choice.id.as_str());
        table.source.wrong(table.span(field), message, msg!("protocol-exclusive-hint"));
    }
    choices
}

/// The choices of a question: its own, or those of the scale it names, with the ones it adds.
fn on_offer(table: &Reader<'_>, frame: &Frame<'_>, default: Option<&str>) -> Vec<Choice> {
    let mut on_offer = match (table.get("scale"), table.get("choices"), default) {
        (Some(_), None, _) => scale(table, &table.text("scale"), frame),
        (None, None, Some(default)) => scale(table, default, frame),
        (scale, _, _) => {
            if scale.is_some() {
                table.source.fault(table.span("scale"), Fault::new(msg!("protocol-scale-twice")));
            }
            let own = choices(table);
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
                table.source.fault(table.span(field), Fault::new(message));
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

/// Notes a choice that is not on offer. Where none is, that has been noted already.
fn check_offered(table: &Reader<'_>, field: &str, name: &toml::Spanned<String>, choices: &[Choice]) {
    if !choices.is_empty() && choices.iter().all(|choice| choice.id != *name.get_ref()) {
        let message = msg!("protocol-choice", field = field, name = name.get_ref().as_str());
        let known = choices.iter().map(|choice| choice.id.as_str());
        table.source.wrong(name.span(), message, suggestion(name.get_ref(), known));
    }
}

/// A list of choices.
fn offered(table: &Reader<'_>, field: &str, choices: &[Choice]) -> Vec<String> {
    let words = table.words(field);
    for word in &words {
        check_offered(table, field, word, choices);
    }
    words.into_iter().map(toml::Spanned::into_inner).collect()
}

/// What the choices mean in this question.
fn meanings(table: &Reader<'_>, choices: &mut [Choice]) {
    for (name, meaning) in table.named_texts("meaning") {
        check_offered(table, "meaning", &name, choices);
        if let Some(choice) = choices.iter_mut().find(|choice| choice.id == *name.get_ref()) {
            choice.meaning = meaning;
        }
    }
}

/// Which choices count in the base.
fn bases(table: &Reader<'_>, choices: &mut [Choice]) {
    let (inside, outside) = (offered(table, "in_base", choices), offered(table, "out_of_base", choices));
    if let Some(both) = inside.iter().find(|name| outside.contains(name)) {
        let message = msg!("protocol-base-both", name = both.as_str());
        table.source.fault(table.span("out_of_base"), Fault::new(message));
    }
    for choice in choices {
        choice.in_base = (choice.in_base || inside.contains(&choice.id)) && !outside.contains(&choice.id);
    }
}
