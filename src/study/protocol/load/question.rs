//! One question of a protocol file.

use super::Item;
use super::condition::{FORMULA, Scope, filter, formula};
use super::derive::{DERIVED, derive};
use super::frame::{Frame, unknown};
use super::kind::{CHOICES, NUMBER, kind};
use super::piped::name_answers;
use super::reader::Reader;
use super::repeat::{counted, repeats};
use super::statement::statements;
use super::times::{Declared, asked};
use crate::base::fault::Fault;
use crate::base::suggest::suggestion;
use crate::base::text::visible;
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::{Filter, Key};
use crate::study::protocol::look_for::{MOST as MOST_WORDS, Pattern, Refused};
use crate::study::protocol::repeat::Instance;
use crate::study::protocol::{Choice, Derive, Kind, Part, Per, Place, Question, Repeat};
use std::collections::BTreeSet;
use typed_index_collections::{TiSlice, TiVec};

/// The fields of every question.
pub(crate) const ANY: [&str; 16] = [
    "id",
    "area",
    "document",
    "look_for",
    "text",
    "caption",
    "kind",
    "when",
    "guidance",
    "statement",
    "optional",
    "per",
    "times",
    "repeat",
    "form",
    FORMULA,
];
/// At most this many questions may be declared: each may depend on every one before it.
const MOST: usize = 1000;
/// At most this many questions may be asked, each time and each entry of a repeat counted.
const MOST_ASKED: usize = 5000;

/// The repeats and the questions of a file, conditions and dependents included.
pub(crate) fn questions(root: &Reader<'_>, frame: &Frame<'_>) -> (Vec<Repeat>, TiVec<QuestionIx, Question>) {
    let tables = root.tables("question", &[&ANY[..], &CHOICES, &NUMBER, &DERIVED].concat());
    if tables.is_empty() {
        root.source.wrong(root.span("question"), msg!("protocol-questions-none"), msg!("protocol-questions-none-hint"));
    }
    let counted = counted(root, &tables);
    let asked = asked(&tables, &counted, frame.placed);
    for (count, most) in [(tables.len(), MOST), (asked.len(), MOST_ASKED)] {
        if count > most {
            let message = msg!("protocol-questions-many", count = count, most = most);
            root.source.fault(root.span("question"), Fault::new(message));
            return (Vec::new(), TiVec::new());
        }
    }
    let ids: Vec<_> = asked.iter().map(|declared| declared.id.clone()).collect();
    root.source.unique("question", &ids);
    for id in ids.iter().filter(|id| frame.attributes.iter().any(|attribute| attribute.id == *id.get_ref())) {
        root.source
            .fault(id.span(), Fault::new(msg!("protocol-id-clash", what = "question", name = id.get_ref().as_str())));
    }
    let mut questions: TiVec<QuestionIx, Question> = asked.iter().map(|declared| question(declared, frame)).collect();
    let repeats = repeats(&counted, frame.attributes, &questions);
    name_answers(&asked, &mut questions, frame.attributes);
    for (place, declared) in asked.iter().enumerate() {
        let place = place.into();
        let follows = follows(declared, place, &questions, frame);
        let question = questions.at_mut(place);
        let gate = question.place.as_ref().filter(|place| place.counted);
        let gate = gate.and_then(|place| repeats.get(place.repeat)?.gate(place.number));
        question.when = Filter { terms: gate.into_iter().chain(follows.when.terms).collect() };
        question.derive = follows.derive;
        if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
            choices.iter_mut().zip(follows.offered).for_each(|(choice, when)| choice.when = when);
        }
    }
    link(&mut questions);
    (repeats, questions)
}

/// What of a question hangs on those before it.
struct Follows {
    /// When it is asked.
    when: Filter,
    /// How its answer follows, if it is never asked.
    derive: Option<Derive>,
    /// When each of its own choices is on offer.
    offered: Vec<Filter>,
}

/// When a question is asked and its choices are on offer, and how it follows from others if it is never asked.
fn follows(
    declared: &Declared<'_, '_>,
    place: QuestionIx,
    questions: &TiSlice<QuestionIx, Question>,
    frame: &Frame<'_>,
) -> Follows {
    let question = &questions[place];
    let scope = Scope::new(frame.attributes, questions, place, question.per).at(question.instance());
    let table = declared.table;
    let when = table.get("when").map_or_else(Filter::default, |item| filter(table.source, item, "when", &scope));
    let is_derived = table.text("kind") == "derived";
    let derive = match table.get(FORMULA) {
        _ if is_derived => derive(table, question, &scope, frame.attributes),
        Some(item) => formula(table.source, item, &scope).map(Derive::Formula),
        None => None,
    };
    let offered = if is_derived { Vec::new() } else { offers(table, &scope) };
    Follows { when, derive, offered }
}

/// When each of the choices that a question brings is on offer.
fn offers(table: &Reader<'_>, scope: &Scope<'_>) -> Vec<Filter> {
    let items = table.get("choices").and_then(|item| item.get_ref().as_array());
    let offered = |item: &Item<'_>| {
        let when = item.get_ref().as_table().and_then(|choice| choice.get("when"));
        when.map_or_else(Filter::default, |when| filter(table.source, when, "when", scope))
    };
    items.into_iter().flat_map(|items| items.iter()).map(offered).collect()
}

/// Notes at each question which later ones depend on it, directly or through others.
fn link(questions: &mut TiSlice<QuestionIx, Question>) {
    let looks_at = |question: &Question| -> BTreeSet<QuestionIx> {
        question.looks_at().into_iter().filter_map(Key::question).collect()
    };
    // What each question depends on, which those before it have found out for themselves.
    let mut found: TiVec<QuestionIx, BTreeSet<QuestionIx>> = TiVec::with_capacity(questions.len());
    for question in &*questions {
        let direct = looks_at(question);
        let through = direct.iter().filter_map(|&place| found.get(place)).flatten().copied();
        found.push(direct.iter().copied().chain(through).collect());
    }
    for (later, seen) in found.iter_enumerated() {
        for place in seen {
            questions.at_mut(*place).dependents.push(later);
        }
    }
}

fn question(declared: &Declared<'_, '_>, frame: &Frame<'_>) -> Question {
    let Declared { table, id, time, place } = declared;
    let instance = time.as_ref().map(Instance::from).or_else(|| place.as_ref().and_then(Place::instance));
    let mut kind = kind(table, frame);
    if let Kind::Choice(choices) | Kind::Choices(choices) = &mut kind {
        meanings(table, choices);
        bases(table, choices);
    }
    let choices = match &kind {
        Kind::Choice(choices) | Kind::Choices(choices) => choices.as_slice(),
        Kind::Number { .. } | Kind::Date | Kind::Text => &[],
    };
    let mut statements = statements(table, &kind);
    let at_time = |text: String| instance.as_ref().map_or(text.clone(), |instance| instance.text(&text));
    for statement in &mut statements {
        statement.texts_mut().for_each(|text| *text = at_time(text.clone()));
    }
    Question {
        id: id.get_ref().clone(),
        area: area(table, frame),
        documents: documents(table, frame),
        look_for: look_for(table),
        text: at_time(table.required("text")),
        template: None,
        caption: at_time(table.text("caption")),
        when: Filter::default(),
        guidance: at_time(table.lines("guidance")),
        favourable: table.get("favourable").is_some().then(|| offered(table, "favourable", choices)),
        note_on: offered(table, "note_on", choices),
        statements,
        optional: table.flag("optional"),
        per: per(table, frame),
        derive: None,
        time: time.clone(),
        place: place.clone(),
        form: table.named("form"),
        dependents: Vec::new(),
        kind,
    }
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

/// The words that are looked for in the files.
fn look_for(table: &Reader<'_>) -> Vec<Pattern> {
    let words = table.words("look_for");
    table.source.unique("look_for", &words);
    if words.len() > MOST_WORDS {
        let message = msg!("protocol-look-for-many", count = words.len(), most = MOST_WORDS);
        table.source.fault(table.span("look_for"), Fault::new(message));
    }
    let pattern = |word: &toml::Spanned<String>| match Pattern::parse(&visible(word.get_ref())) {
        Ok(pattern) => Some(pattern),
        Err(why) => {
            let text = word.get_ref().as_str();
            let message = match why {
                Refused::Empty => msg!("protocol-look-for-empty", text = text),
                Refused::Star => msg!("protocol-look-for-star", text = text),
            };
            table.source.wrong(word.span(), message, msg!("protocol-look-for-hint"));
            None
        }
    };
    words.iter().filter_map(pattern).collect()
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
        table.source.wrong(table.span("out_of_base"), message, msg!("protocol-base-both-hint"));
    }
    for choice in choices {
        choice.in_base = (choice.in_base || inside.contains(&choice.id)) && !outside.contains(&choice.id);
    }
}
