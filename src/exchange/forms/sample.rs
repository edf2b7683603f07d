//! Protocols made at random, for tests: anything that the loader takes.

mod looks;
mod repeats;

use crate::base::language::{Lang, Message};
use crate::base::text::{visible, visible_lines};
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Filter, Key, Term};
use crate::study::protocol::load::scale::added;
use crate::study::protocol::look_for::Pattern;
use crate::study::protocol::statement::Statement;
use crate::study::protocol::{Area, Attribute, Check, Choice, Derive, Kind, Part, Per, Protocol, Question, Role};
use looks::{filter, formula, name_answers, offered};
use proptest::prelude::*;
pub(crate) use repeats::REPEATS;
use typed_index_collections::TiVec;
use unicode_normalization::UnicodeNormalization;

/// A protocol with repeated and derived questions and tables of the report.
pub(crate) const LATER: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }, { id = "kon", label = "Kön", role = "sex" }]
area = [{ id = "A", label = "A" }]

[[question]]
id = "timmar"
area = "A"
text = "Timmar?"
kind = "number"

[[question]]
id = "plan"
area = "A"
text = "Plan {time}?"
times = ["2016", "2021"]

[[question]]
id = "datum"
area = "A"
text = "När {time}, inte 2016?"
kind = "date"
when = { plan = "ja", timmar = { min = 1 } }
guidance = "Så var det {time}."
times = ["2016", "2021"]

[[question]]
id = "sent"
area = "A"
text = "Sent {time}?"
when = { datum_2016 = { min = "2016", max = { of = "datum" } } }
note_on = ["nej"]
times = ["2016", "2021"]

[[question]]
id = "alla"
area = "A"
text = "Alla planer"
kind = "derived"
parts = ["plan_2016", "plan_2021"]
na = true

[[question]]
id = "summa"
area = "A"
text = "Summa"
kind = "derived"
sum = ["timmar"]
unit = "h"

[[question]]
id = "grupp"
area = "A"
text = "Grupp"
kind = "derived"
of = "timmar"
choices = [{ id = "0-5", min = 0, max = 5.5 }, { id = "fler", min = 5.6 }]
unknown = true

[[question]]
id = "typ"
area = "A"
text = "Typ"
kind = "derived"
choices = [{ id = "a", when = { plan_2016 = "ja", unit = "BRO" } }, { id = "b" }]

[[table]]
id = "t1"
title = "Ett"
base = { plan_2016 = "ja" }
rows = [{ label = "Rad", where = { alla = "ja" } }]
notes = "* x"

[[table]]
id = "t2"
title = "Två"
across = "plan_2016"
by = ["unit", "kon"]
rows = [{ label = "Rad", where = { alla = "ja" } }]

[[table]]
id = "t3"
title = "Tre"
by = []
rows = [{ label = "Rad", where = { alla = "ja" } }]
"#;

/// What is told of what is written, but for what only works less well in another program although it comes back.
pub(crate) fn not_back(lost: &[Message]) -> Vec<&'static str> {
    let only_there = ["exchange-dates", "exchange-computed", "redcap-filtered", "redcap-formula"];
    lost.iter().map(|message| message.key).filter(|key| !only_there.contains(key)).collect()
}

/// A line as the loader keeps it.
fn line() -> impl Strategy<Value = String> {
    "[a-zåÖ][a-zåäöÅA-Z0-9 \"'\\\\#=|,;:<>@()\\[\\]{}%\u{200b}\t–é]{0,20}"
        .prop_map(|text| visible(&text.trim().nfc().collect::<String>()))
}

/// A text of one or several lines as the loader keeps it.
fn lines() -> impl Strategy<Value = String> {
    let text = prop::collection::vec(prop_oneof![line(), Just(String::new()), Just("\"\"\" \\".to_owned())], 0..4);
    text.prop_map(|lines| visible_lines(&lines.join("\n").trim().nfc().collect::<String>()).trim().to_owned())
}

/// What an id may begin with; a number makes it unique.
fn stem() -> impl Strategy<Value = String> {
    "[a-zåA-Z]([a-zåäöA-Z0-9_ '\"\\\\.-]{0,8}[a-z_.-])?"
}

fn id(stem: &str, place: usize) -> String {
    format!("{stem}{place}").nfc().collect()
}

fn choice(lang: Lang) -> impl Strategy<Value = Choice> {
    (stem(), line(), prop::option::of(0..5usize), lines(), any::<(bool, bool, bool)>()).prop_map(
        move |(stem, label, role, meaning, (plain, exclusive, in_base))| {
            let role = role.and_then(|place| Role::ALL.get(place)).map(|(role, _)| *role);
            let label = if plain { stem.clone() } else { label };
            let known = Choice { meaning: meaning.clone(), in_base, ..added(lang, role.unwrap_or(Role::Na)) };
            let own = Choice { role, meaning, exclusive, in_base, ..Choice::new(&stem, &label) };
            if plain && matches!(role, Some(Role::Na | Role::Unknown)) { known } else { own }
        },
    )
}

/// What a code may begin with; a number makes it unique.
fn code() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::weighted(0.2, prop::sample::select(vec!["", "-", "1", "K", "a_", "0."]))
}

/// Choices with different ids, roles and keys; none excludes others where only one is taken.
fn choices(lang: Lang, several: bool) -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec((choice(lang), any::<bool>(), code(), prop::bool::weighted(0.15)), 1..7).prop_map(
        move |choices| {
            let mut kept: Vec<Choice> = Vec::new();
            for (place, (mut choice, keyed, coded, numbered)) in choices.into_iter().enumerate() {
                if kept.iter().any(|other| other.role == choice.role) {
                    choice.role = None;
                }
                if kept.iter().any(|other| other.id == choice.id) || choice.role.is_none() {
                    choice.id = id(&choice.id, place);
                }
                if numbered {
                    choice.id = place.to_string();
                }
                choice.key = keyed.then(|| char::from_digit(u32::try_from(place).unwrap(), 10).unwrap());
                choice.code = coded.map(|code| format!("{code}{place}"));
                choice.exclusive &= several;
                kept.push(choice);
            }
            kept
        },
    )
}

fn kind(lang: Lang) -> impl Strategy<Value = Kind> {
    let bound = || prop::option::of(prop_oneof![(-50i32..50).prop_map(f64::from), -1e20f64..1e20]);
    prop_oneof![
        choices(lang, false).prop_map(Kind::Choice),
        choices(lang, true).prop_map(Kind::Choices),
        (line(), bound(), bound()).prop_map(|(unit, one, other)| match (one, other) {
            (Some(min), Some(max)) if min > max => Kind::Number { unit, min: Some(max), max: Some(min) },
            (min, max) => Kind::Number { unit, min, max },
        }),
        Just(Kind::Date),
        Just(Kind::Text),
    ]
}

/// Statements of some answers, one of them for each number.
fn statements(question: &Question, lang: Lang, seed: usize) -> Vec<Statement> {
    let all = question.choices().iter().enumerate().filter(|(place, _)| seed >> (place + 9) & 1 == 1);
    all.map(|(place, choice)| Statement {
        lang,
        choices: vec![choice.id.clone()],
        many: format!("I {{spread}} \"{place}\"."),
        one: (place == 0).then(|| "I {share}, '1'".to_owned()),
        none: (place == 1).then(|| "Ingen".to_owned()),
        clause: (place == 2).then(|| "där det är så".to_owned()),
    })
    .collect()
}

fn question(lang: Lang) -> impl Strategy<Value = Question> {
    (stem(), line(), kind(lang), lines(), any::<(bool, usize, usize)>()).prop_map(
        move |(id, text, kind, guidance, (optional, good, noted))| {
            let mut question = Question {
                id,
                area: 0,
                documents: Vec::new(),
                look_for: Vec::new(),
                text,
                template: None,
                caption: if noted & 1024 == 0 { String::new() } else { "Antal 'i' \"år\"".to_owned() },
                kind,
                when: Filter::default(),
                guidance,
                favourable: None,
                note_on: Vec::new(),
                statements: Vec::new(),
                optional,
                per: Per::Case,
                derive: None,
                time: None,
                place: None,
                form: Vec::new(),
                dependents: Vec::new(),
            };
            let some = |seed: usize| -> Vec<String> {
                let all = question.choices().iter().enumerate();
                all.filter(|(place, _)| seed >> place & 1 == 1).map(|(_, choice)| choice.id.clone()).collect()
            };
            // Nothing is said, or that no answer is wished for, or some are.
            let is_wished = good % 3 > 0 && !question.choices().is_empty();
            let favourable = is_wished.then(|| if good % 3 == 1 { Vec::new() } else { some(good) });
            (question.favourable, question.note_on) = (favourable, some(noted));
            let sought = ["samtycke", "Medgiv*", "god man", "a;b \\ \"c\"", "3"]
                .into_iter()
                .filter_map(|text| Pattern::parse(text).ok());
            question.look_for = sought.take(good % 7).collect();
            question.statements = statements(&question, lang, noted);
            question
        },
    )
}

/// Labels by code.
type Labels = Vec<(String, String)>;

fn attributes() -> impl Strategy<Value = Vec<Attribute>> {
    let attribute = (stem(), line(), prop::collection::vec((stem(), line()), 0..3));
    prop::collection::vec(attribute, 0..4).prop_map(|attributes| {
        let attribute = |(place, one): (usize, (String, String, Labels))| {
            let (stem, label, values) = one;
            let part = [Some(Part::Unit), Some(Part::Sex), Some(Part::BirthYear { at: 2024 }), None];
            let values: Vec<_> = values.into_iter().enumerate().map(|(n, (code, text))| (id(&code, n), text)).collect();
            let one = values.iter().take(1).cloned().collect();
            let (shown, private) = (values.len() == 1, values.len() == 2 && place > 1);
            Attribute { id: id(&stem, 100 + place), label, part: part[place], values, one, shown, private }
        };
        attributes.into_iter().enumerate().map(attribute).collect()
    })
}

/// Any protocol that the loader takes, except that nothing is linked by `dependents`.
pub(crate) fn protocol() -> impl Strategy<Value = Protocol> {
    let seeds = prop::collection::vec(prop::collection::vec(any::<usize>(), 0..4), 12);
    prop_oneof![Just(Lang::Sv), Just(Lang::En)].prop_flat_map(move |lang| {
        let questions = prop::collection::vec(question(lang), 1..12);
        let areas = prop::collection::vec((stem(), line()), 1..4);
        let documents = prop::collection::btree_set(line(), 0..9);
        (questions, areas, documents, attributes(), line(), line(), seeds.clone()).prop_map(
            move |(questions, areas, documents, attributes, title, message, seeds)| {
                let mut protocol = Protocol {
                    id: "slump".to_owned(),
                    version: "1".to_owned(),
                    lang,
                    title,
                    documents: documents.into_iter().collect(),
                    attributes,
                    areas: areas
                        .into_iter()
                        .enumerate()
                        .map(|(n, (stem, label))| Area { id: id(&stem, n), label })
                        .collect(),
                    repeats: Vec::new(),
                    questions: TiVec::new(),
                    checks: Vec::new(),
                    tables: Vec::new(),
                    form: Vec::new(),
                    hash: String::new(),
                };
                for (place, (mut question, seeds)) in questions.into_iter().zip(&seeds).enumerate() {
                    question.id = id(&question.id, place);
                    question.area = place % protocol.areas.len();
                    question.documents = protocol.documents.iter().skip(place).take(place % 3).cloned().collect();
                    question.when = filter(&protocol.questions, seeds);
                    offered(&mut question, &protocol.questions, seeds);
                    name_answers(&mut question, &protocol.questions, place);
                    if !protocol.attributes.is_empty() && question.looks_at().is_empty() && place % 4 == 3 {
                        question.per = Per::Unit;
                    }
                    let seed = seeds.iter().fold(place, |sum, seed| sum.wrapping_add(*seed));
                    let computes = question.choices().is_empty() && question.per == Per::Case && seed % 4 == 0;
                    question.derive = formula(&protocol.questions, seed).filter(|_| computes).map(Derive::Formula);
                    if question.per == Per::Case && seed % 5 == 0 {
                        question.when.terms.extend(formula(&protocol.questions, seed).map(Term::Formula));
                    }
                    protocol.questions.push(question);
                }
                unmixed(&mut protocol);
                let when = filter(&protocol.questions, &[1, 2]);
                if when.questions().iter().all(|place| protocol.questions[*place].per == Per::Case) && !when.is_empty()
                {
                    protocol.checks.push(Check { when, message });
                }
                repeats::add(&mut protocol, seeds.len() + seeds.first().map_or(0, Vec::len));
                protocol
            },
        )
    })
}

/// Questions of a unit are in no condition of a case.
fn unmixed(protocol: &mut Protocol) {
    let units: Vec<QuestionIx> =
        protocol.questions.keys().filter(|place| protocol.questions[*place].per == Per::Unit).collect();
    for question in &mut protocol.questions {
        if question.looks_at().into_iter().filter_map(Key::question).any(|place| units.contains(&place)) {
            question.when = Filter::default();
            if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
                for choice in choices {
                    choice.when = Filter::default();
                }
            }
        }
    }
}
