//! What leaves comes back: every export, read into an empty study, gives the same cells and tallies.

use super::*;
use crate::exchange::answer_import::codebook::Codebook;
use crate::exchange::answer_import::{ParsedAnswers, Said, read_answers};
use crate::exchange::forms::sample;
use crate::study::answers::Answers;
use crate::study::answers::tests::fixture::written;
use crate::study::ledger::entry::Draft;
use crate::study::protocol::{Kind, Per, Question};
use std::sync::Arc;

/// Ids that spreadsheets would change, and such as look like something else.
const IDS: [&str; 8] = ["0007", "1-2", "3E5", "-4", "MAR1", "Totalt", "Å;2, \"x\"", "12345678901234567890"];
/// Texts of the same kinds.
const TEXTS: [&str; 12] = [
    "ett",
    "rad ett\nrad två",
    "NA",
    "'=1",
    "=1+1",
    "0007",
    "2024-02",
    "a,b;c \"d\"",
    "None",
    "-5 grader",
    "1,50",
    "a\tb\n\nc",
];

/// A study without answers: four cases in two units.
fn empty(protocol: &Protocol) -> Answers {
    let value = |attribute: &crate::study::protocol::Attribute, case: usize| match attribute.part {
        Some(crate::study::protocol::Part::BirthYear { .. }) if attribute.values.is_empty() => {
            format!("{}", 1950 + case)
        }
        _ => attribute
            .values
            .get(case % 2.min(attribute.values.len().max(1)))
            .map_or_else(|| format!("v{}", case % 2), |(code, _)| code.clone()),
    };
    let attributes = || protocol.attributes.iter().filter(|one| one.is_about(Per::Case));
    let head = crate::base::table::written(std::iter::once("case_id").chain(attributes().map(|one| one.id.as_str())));
    let row = |(case, id): (usize, &&str)| {
        let values: Vec<String> = attributes().map(|one| value(one, case)).collect();
        crate::base::table::written(std::iter::once(*id).chain(values.iter().map(String::as_str)))
    };
    let list = head + &IDS.iter().enumerate().map(row).collect::<String>();
    let (cases, _) = CaseList::read("cases.csv", list.as_bytes(), protocol)
        .unwrap_or_else(|faults| panic!("{list}\n{}", faults.describe(&WORDS)));
    Answers::new(Arc::new(protocol.clone()), Arc::new(cases))
}

/// An answer to a question, by a number thrown for it.
fn thrown(question: &Question, seed: usize) -> Option<String> {
    let text = match &question.kind {
        Kind::Choice(choices) => choices.get(seed % choices.len())?.id.clone(),
        Kind::Choices(choices) => {
            let alone = choices.iter().find(|choice| choice.exclusive).filter(|_| seed.is_multiple_of(5));
            let open = choices.iter().enumerate().filter(|(place, one)| !one.exclusive && seed >> place & 1 == 1);
            let ids: Vec<&str> = open.map(|(_, choice)| choice.id.as_str()).collect();
            alone.map_or(ids.join(";"), |choice| choice.id.clone())
        }
        Kind::Number { min, max, .. } => {
            let wish = f64::from(u16::try_from(seed % 5000).unwrap()) / 4.0;
            let number = wish.max(min.unwrap_or(wish)).min(max.unwrap_or(f64::MAX));
            if number.abs() < 1e9 { format!("{number}") } else { return None }
        }
        Kind::Date => ["2019", "2019-02", "2019-02-28"][seed % 3].to_owned(),
        Kind::Text => TEXTS[seed % TEXTS.len()].to_owned(),
    };
    question.accept(&text).ok()
}

fn apply(answers: &mut Answers, seq: u64, case_id: &str, question: &str, value: &str) {
    let draft = Draft {
        op: Op::Answer,
        round: Round::First,
        case_id: case_id.to_owned(),
        question: question.to_owned(),
        item: String::new(),
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    };
    answers.apply(&written(seq, "bo", draft));
}

/// A study with answers thrown for most questions.
fn coded(protocol: &Protocol, seeds: &[usize]) -> Study {
    let mut answers = empty(protocol);
    let cases: Vec<String> = answers.cases().cases.iter().map(|case| case.id.clone()).collect();
    let mut seq = 0;
    for (case, id) in cases.iter().enumerate() {
        for (place, question) in protocol.questions.iter().enumerate() {
            let seed = seeds[(case * 31 + place) % seeds.len()].wrapping_mul(case + place + 1);
            let is_asked = question.per == answers.cases().per(case.into())
                && !seed.is_multiple_of(7)
                && question.derive.is_none();
            if let Some(value) = thrown(question, seed).filter(|_| is_asked) {
                seq += 1;
                apply(&mut answers, seq, id, &question.id, &value);
            }
        }
    }
    Study::new("T".to_owned(), answers)
}

/// The study that some files of an export make of an empty one, with the codebooks that go with them.
fn back(protocol: &Protocol, files: &[File], names: &[&str]) -> std::result::Result<Study, String> {
    let mut answers = empty(protocol);
    let mut codebook = Codebook::default();
    files.iter().filter(|file| file.name.starts_with("kodbok")).for_each(|file| codebook.add(&file.bytes));
    let said = Said { codebook, ..Said::default() };
    let (mut seq, mut computed) = (0, Vec::new());
    for file in files.iter().filter(|file| names.contains(&file.name.as_str())) {
        let read = read_answers(&file.name, &file.bytes, &said, protocol, answers.cases());
        // A file without any question has nothing to read.
        let read = match read {
            Err(faults) if faults.0.iter().all(|fault| fault.message.key == "coded-no-question") => continue,
            read => read.map_err(|faults| format!("{}: {}", file.name, faults.describe(&WORDS)))?,
        };
        for ParsedAnswers { case_id, question, answer, .. } in &read.answers {
            seq += 1;
            apply(&mut answers, seq, case_id, question, answer);
        }
        computed.extend(read.computed);
    }
    for ParsedAnswers { case_id, question, answer, .. } in &computed {
        let (case, place) = (answers.cases().place(case_id).unwrap(), protocol.question(question).unwrap());
        let cell = answers.sheet(crate::study::answers::case_view::Perspective::Record, case)[place];
        assert_eq!(answers.text(cell.value), answer, "{names:?}: {case_id} {question}");
    }
    Ok(Study::new("T".to_owned(), answers))
}

/// Holds every export of a study against what it makes of an empty one.
fn holds(protocol: &Protocol, seeds: &[usize]) -> std::result::Result<(), String> {
    let study = coded(protocol, seeds);
    let told = |study: &Study| with(study, Wanted::default(), |export| (tallied(export), export.csv(), export.jsonl()));
    let whole = told(&study);
    with(&study, Wanted::default(), |export| {
        let packs: [(&[&str], Vec<File>); 7] = [
            (&["data-bred.csv", "verksamhet-bred.csv"], export.csv()),
            (&["data.csv", "verksamhet.csv"], export.csv()),
            (&["svar-excel.csv", "verksamhet-excel.csv"], export.excel()),
            (&["data.jsonl", "verksamhet.jsonl"], export.jsonl()),
            (&["data-bred.csv", "verksamhet-bred.csv"], export.stat()),
            (&["redcap.csv", "redcap-datum.csv"], export.redcap()),
            (&["data-bred.csv", "verksamhet-bred.csv"], export.datapackage()),
        ];
        for (names, files) in packs {
            let again = told(&back(protocol, &files, names)?);
            if again.0 != whole.0 {
                return Err(format!("{names:?}: tallies differ\n{:?}\n{:?}", whole.0, again.0));
            }
            for (one, other) in whole.1.iter().chain(&whole.2).zip(again.1.iter().chain(&again.2)) {
                let text = |file: &File| String::from_utf8_lossy(&file.bytes).into_owned();
                if one != other {
                    return Err(format!("{names:?}: {} differs\n{}\n{}", one.name, text(one), text(other)));
                }
            }
        }
        Ok(())
    })
}

/// Computed questions behind those of a protocol: a sum of its numbers, groups of the first, parts of what has a yes and a no.
fn with_computed(protocol: &Protocol) -> Protocol {
    let of = |wanted: &dyn Fn(&Question) -> bool| {
        let found = protocol.questions.iter().filter(|one| one.per == Per::Case && one.derive.is_none() && wanted(one));
        found.map(|one| serde_json::json!(one.id).to_string()).take(3).collect::<Vec<_>>()
    };
    let numbers = of(&|one| matches!(one.kind, Kind::Number { .. }));
    let roles = [crate::study::protocol::Role::Yes, crate::study::protocol::Role::No];
    let parts = of(&|one| !one.is_multi() && roles.iter().all(|role| one.role(*role).is_some()));
    let area = serde_json::json!(protocol.areas[0].id);
    let mut text = protocol.to_toml();
    let mut add = |id: &str, how: String| {
        text += &format!("\n[[question]]\nid = \"{id}\"\narea = {area}\ntext = \"{id}\"\nkind = \"derived\"\n{how}\n");
    };
    if let Some(first) = numbers.first() {
        add("raknad_summa", format!("sum = [{}]", numbers.join(", ")));
        add(
            "raknad_grupp",
            format!("of = {first}\nchoices = [{{ id = \"0\", max = 9 }}, {{ id = \"1\", min = 9.01 }}]"),
        );
    }
    if !parts.is_empty() {
        add("raknad_del", format!("parts = [{}]\nna = true", parts.join(", ")));
    }
    Protocol::load("p.toml", &text).unwrap_or_else(|faults| panic!("{text}\n{}", faults.describe(&WORDS)))
}

#[test]
fn every_export_of_every_shipped_protocol_comes_back_whole() {
    for (id, text) in shipped() {
        let protocol = Protocol::load("p.toml", text).unwrap();
        let seeds: Vec<usize> = (0..97).map(|n| n * 7919 % 65_521).collect();
        holds(&protocol, &seeds).unwrap_or_else(|error| panic!("{id}: {error}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_export_of_a_protocol_made_at_random_comes_back_whole(
        protocol in sample::protocol(),
        seeds in prop::collection::vec(0usize..60_000, 20..60)
    ) {
        let mut protocol = with_computed(&protocol);
        // A year of birth is a year: no list of other values can stand for it.
        let is_year = |one: &&mut crate::study::protocol::Attribute| {
            matches!(one.part, Some(crate::study::protocol::Part::BirthYear { .. }))
        };
        protocol.attributes.iter_mut().filter(is_year).for_each(|one| one.values.clear());
        if let Err(error) = holds(&protocol, &seeds) {
            prop_assert!(false, "{}\n{}", protocol.to_toml(), error);
        }
    }
}
