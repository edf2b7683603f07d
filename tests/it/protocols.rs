//! The shipped protocols against the questions of their reports.
#![allow(clippy::panic, clippy::unwrap_used, reason = "test helper")]

use aktkoll::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use aktkoll::study::protocol::{Choice, Kind, Part, Protocol, Role, shipped};
use serde::Deserialize;
use std::collections::BTreeMap;

const REPORTS: &str = include_str!("../data/protocols.json");
/// Each shipped protocol with its version and the hash of its text.
const VERSIONS: &str = include_str!("../data/protocol-versions.txt");
const COUNTS: [(&str, usize); 9] = [
    ("bs2023", 44),
    ("dv2021", 53),
    ("eftervard2026", 19),
    ("ekbist2025", 31),
    ("hemlos2025", 24),
    ("hplan", 10),
    ("inv2013", 22),
    ("uppf2024_familj", 8),
    ("uppf2024_forhand", 10),
];

/// Never asked: their answers follow from others.
const DERIVED: [&str; 6] = [
    "bs2023 beviljad_tid_intervall",
    "bs2023 intressen",
    "hplan i_tid_2016",
    "hplan i_tid_2017",
    "inv2013 aldersgrupp",
    "inv2013 kon",
];

/// A question as the report has it.
#[derive(Clone, Deserialize)]
struct Asked {
    id: String,
    area: String,
    #[serde(rename = "type")]
    kind: String,
    choices: Vec<String>,
    condition: String,
}

/// The questions of each report with the protocol made of it.
fn reports() -> Vec<(Protocol, Vec<Asked>)> {
    let reports: BTreeMap<String, Vec<Asked>> = serde_json::from_str(REPORTS).unwrap();
    assert_eq!(reports.iter().map(|(id, asked)| (id.as_str(), asked.len())).collect::<Vec<_>>(), COUNTS);
    reports
        .into_iter()
        .map(|(id, asked)| (load(&id), if id == "hplan" { at_both_times(&asked) } else { asked }))
        .collect()
}

/// The questions of the plan that was followed up twice: all of the first time, then all of the second.
fn at_both_times(declared: &[Asked]) -> Vec<Asked> {
    let at = |time: &str| {
        let asked = declared.iter().cloned().map(|own| Asked {
            id: format!("{}_{time}", own.id),
            condition: own.condition.replace("genomford", &format!("genomford_{time}")),
            ..own
        });
        asked.collect::<Vec<_>>()
    };
    [at("2016"), at("2017")].concat()
}

/// Who made a study with it can tell by the version that there is a newer one.
#[test]
fn a_shipped_protocol_that_changes_gets_another_version() {
    let known: BTreeMap<&str, (&str, &str)> = VERSIONS
        .lines()
        .map(|line| line.split(' ').collect::<Vec<_>>())
        .map(|line| (line[0], (line[1], line[2])))
        .collect();
    assert_eq!(known.len(), shipped().len());
    for (id, _) in shipped() {
        let (protocol, (version, hash)) = (load(id), known[id]);
        let is_raised = protocol.version != version || protocol.hash == hash;
        assert!(is_raised, "{id} has changed: raise its version");
        let line = format!("{id} {} {}", protocol.version, protocol.hash);
        assert!(VERSIONS.lines().any(|known| known == line), "tests/data/protocol-versions.txt: {line}");
    }
}

#[test]
fn the_demo_is_the_same_in_both_languages() {
    let shape = |id: &str| {
        let protocol = load(id);
        let asked = |question: &aktkoll::study::protocol::Question| {
            let favourable: Vec<usize> = question.favourable_choices().map(|(place, _)| place).collect();
            let roles: Vec<_> = question.choices().iter().map(|choice| (choice.role, choice.exclusive)).collect();
            (std::mem::discriminant(&question.kind), question.optional, roles, favourable, question.when.terms.len())
        };
        let questions: Vec<_> = protocol.questions.iter().map(asked).collect();
        let values: Vec<_> =
            protocol.attributes.iter().map(|attribute| (attribute.part, attribute.values.len())).collect();
        (questions, values, protocol.areas.len(), protocol.checks.len())
    };
    assert_eq!(shape("demo"), shape("demo_sv"));
}

fn load(id: &str) -> Protocol {
    let (_, text) = shipped().iter().find(|(known, _)| *known == id).unwrap();
    Protocol::load(&format!("{id}.toml"), text).unwrap()
}

/// One part of a condition: what it looks at, how, and the values in order.
type Clause = (String, &'static str, Vec<String>);

fn sorted(mut clauses: Vec<Clause>) -> Vec<Clause> {
    for (_, _, values) in &mut clauses {
        values.sort();
    }
    clauses.sort();
    clauses
}

/// A condition in the words of the reports: `question=a,b`, `!=`, `>` (whole numbers), `~` (contains), joined by `&`.
fn written(condition: &str) -> Vec<Clause> {
    let clauses = condition.split('&').map(str::trim).filter(|clause| !clause.is_empty()).map(|clause| {
        let at = clause.find(['!', '=', '>', '~']).unwrap();
        let (name, rest) = clause.split_at(at);
        let name = match name.trim() {
            "enhet" => "unit",
            "kon" => "sex",
            name => name,
        };
        let values = |list: &str| list.split(',').map(|value| value.trim().to_owned()).collect::<Vec<_>>();
        let (how, values) = match rest.split_at(rest.find(|c| !matches!(c, '!' | '=' | '>' | '~')).unwrap()) {
            ("=" | "~", list) => ("in", values(list)),
            ("!=", list) => ("not", values(list)),
            (">", number) => ("min", vec![(number.trim().parse::<i64>().unwrap() + 1).to_string()]),
            (other, _) => panic!("{condition}: {other}"),
        };
        (name.to_owned(), how, values)
    });
    sorted(clauses.collect())
}

/// A condition as it was loaded; choices that the report does not have are left out, and so is that a row which is the same
/// as another one is counted once.
fn loaded(filter: &Filter, protocol: &Protocol, asked: &[Asked]) -> Vec<Clause> {
    let is_once = |term: &&Term| matches!(term, Term::Is(Key::Column(_), Test::Answered(false)));
    let clauses = filter.terms.iter().filter(|term| !is_once(term)).map(|term| {
        let Term::Is(key, test) = term else { panic!("{term:?}") };
        let (name, known) = match key {
            Key::Question(place) => {
                let question = asked.get(usize::from(*place)).unwrap();
                (question.id.clone(), question.choices.as_slice())
            }
            Key::Column(place) => (protocol.attributes.get(*place).unwrap().id.clone(), &[][..]),
        };
        let listed = |values: &[String]| {
            values.iter().filter(|value| known.is_empty() || known.contains(value)).cloned().collect::<Vec<_>>()
        };
        match test {
            Test::In(values) => (name, "in", listed(values)),
            Test::NotIn(values) => (name, "not", listed(values)),
            Test::Between { min: Some(Bound::Value(min)), max: None } => (name, "min", vec![min.clone()]),
            other => panic!("{name}: {other:?}"),
        }
    });
    sorted(clauses.collect())
}

#[test]
fn every_protocol_has_the_questions_of_its_report_in_their_order() {
    for (protocol, asked) in reports() {
        let have: Vec<&str> = protocol.questions.iter().map(|question| question.id.as_str()).collect();
        let want: Vec<&str> = asked.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(have, want, "{}", protocol.id);
        for (question, asked) in protocol.questions.iter().zip(&asked) {
            let area = protocol.areas.get(question.area).map(|area| area.id.as_str());
            assert_eq!(area, Some(asked.area.as_str()), "{} {}", protocol.id, asked.id);
        }
    }
}

#[test]
fn every_question_takes_the_answers_of_its_report() {
    for (protocol, asked) in reports() {
        for (question, asked) in protocol.questions.iter().zip(&asked) {
            let kind = match question.kind {
                Kind::Choice(_) => "val",
                Kind::Choices(_) => "flerval",
                Kind::Number { .. } => "tal",
                Kind::Date => "datum",
                Kind::Text => "text",
            };
            let at = format!("{} {}", protocol.id, asked.id);
            assert_eq!(kind, asked.kind, "{at}");
            for choice in &asked.choices {
                assert!(question.choice(choice).is_some(), "{at} lacks {choice}");
            }
        }
    }
}

#[test]
fn the_questions_that_follow_from_others_are_never_asked() {
    let mut derived = Vec::new();
    for (protocol, _) in reports() {
        let of = protocol.questions.iter().filter(|question| question.derive.is_some());
        derived.extend(of.map(|question| format!("{} {}", protocol.id, question.id)));
    }
    derived.sort();
    assert_eq!(derived, DERIVED);
}

#[test]
fn every_report_has_its_tables_and_checks() {
    for (protocol, _) in reports() {
        assert!(!protocol.tables.is_empty() && !protocol.checks.is_empty(), "{}", protocol.id);
    }
    let ids: Vec<String> = load("dv2021").tables.into_iter().map(|table| table.id).collect();
    assert_eq!(ids, ["tabell2", "uppfoljning_plats", "tabell3"]);
}

#[test]
fn every_question_is_asked_when_its_report_asks_it() {
    for (protocol, asked) in reports() {
        for (question, own) in protocol.questions.iter().zip(&asked) {
            let have = loaded(&question.when, &protocol, &asked);
            assert_eq!(have, written(&own.condition), "{} {}", protocol.id, own.id);
        }
    }
}

#[test]
fn conditions_of_the_reports_are_read_in_every_form() {
    let clause = |name: &str, how: &'static str, values: &[&str]| {
        (name.to_owned(), how, values.iter().map(|&value| value.to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(written(""), []);
    assert_eq!(
        written("beslut=b,a & enhet!=EFH"),
        [clause("beslut", "in", &["a", "b"]), clause("unit", "not", &["EFH"])]
    );
    assert_eq!(
        written("kon=K & barn>0 & typ~x"),
        [clause("barn", "min", &["1"]), clause("sex", "in", &["K"]), clause("typ", "in", &["x"])]
    );
}

#[test]
fn every_shipped_protocol_loads_and_names_its_choices_areas_and_documents() {
    for (id, text) in shipped() {
        assert!(text.starts_with('#'), "{id} does not name its source");
        let protocol = load(id);
        assert_eq!(protocol.id, *id);
        assert!(protocol.attributes.iter().any(|attribute| attribute.part == Some(Part::Unit)), "{id}: unit");
        for question in &protocol.questions {
            let at = format!("{id} {}", question.id);
            for choice in question.choices() {
                let starts = choice.label.chars().next();
                assert!(starts.is_some_and(|c| c.is_uppercase() || c.is_numeric()), "{at} {}", choice.id);
            }
            let mut labels: Vec<&str> = question.choices().iter().map(|choice| choice.label.as_str()).collect();
            labels.sort_unstable();
            assert!(labels.windows(2).all(|pair| pair.first() != pair.last()), "{at}: {labels:?}");
        }
        for (place, area) in protocol.areas.iter().enumerate() {
            assert!(
                protocol.questions.iter().any(|question| question.area == place),
                "{id}: no question in {}",
                area.id
            );
        }
        for document in &protocol.documents {
            let used = protocol.questions.iter().any(|question| question.documents.contains(document));
            assert!(used, "{id}: nothing to look for in {document}");
        }
    }
}

#[test]
fn where_a_scale_is_graded_every_step_says_what_it_means() {
    for (id, _) in COUNTS {
        for question in load(id).questions {
            if question.role(Role::Partly).is_some() {
                let steps = [Role::Yes, Role::Partly, Role::No].map(|role| question.role(role));
                let told = |(_, step): (usize, &Choice)| !step.meaning.is_empty();
                assert!(steps.into_iter().flatten().all(told), "{id} {}", question.id);
            }
        }
    }
}

/// What somebody has or is, and no work of anybody that could be done well or badly.
#[test]
fn facts_about_people_are_wished_for_in_no_shipped_protocol() {
    let facts = [
        "minderariga_barn",
        "barn_bor",
        "god_man",
        "onskemal_praktik",
        "vardkontakt",
        "utanfor_kontorstid",
        "aterplacering",
        "tolkbehov",
        "bip",
        "lvm_anmalan",
        "usi",
        "har_barn",
        "halsoproblem",
        "tandhalsa",
        "hemmavarande_barn",
        "stod_anhoriga",
        "sysselsattning_12m",
    ];
    let protocols: Vec<Protocol> = shipped().iter().map(|(id, _)| load(id)).collect();
    let wished = |id: &str| {
        let questions = protocols.iter().flat_map(|protocol| &protocol.questions);
        questions.filter(|question| question.id == id).map(|question| question.favourable_choices().count()).collect()
    };
    for fact in facts {
        let wished: Vec<usize> = wished(fact);
        assert!(!wished.is_empty() && wished.iter().all(|n| *n == 0), "{fact}");
    }
    for judged in ["gfp_aktuell", "dur_aktuell", "dur_uppdaterad", "uppfoljning", "bka", "barn_anmalan", "sip"] {
        assert!(wished(judged).iter().all(|n: &usize| *n > 0), "{judged}");
    }
}
