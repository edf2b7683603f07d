use super::super::sample;
use super::condition;
use crate::language::{Lang, Words};
use crate::protocol::filter::{Filter, Key, Seen, Subject, Term, Test};
use crate::protocol::{Protocol, shipped};
use proptest::prelude::*;

fn load(text: &str) -> Protocol {
    Protocol::load("p.toml", text).unwrap_or_else(|faults| panic!("{}\n{text}", faults.describe(&Words::new(Lang::Sv))))
}

/// What is written and read again, but for the hash of the file's bytes.
fn again(protocol: &Protocol) -> Protocol {
    Protocol { hash: protocol.hash.clone(), ..load(&protocol.to_toml()) }
}

#[test]
fn every_shipped_protocol_is_written_as_it_was_read() {
    for (id, text) in shipped() {
        let protocol = load(text);
        assert!(again(&protocol) == protocol, "{id}:\n{}", protocol.to_toml());
    }
}

#[test]
fn a_protocol_looks_as_if_written_by_hand() {
    let text = r#"id = "p"
version = "1"
language = "sv"
title = "Boendestöd"
documents = ["beslut", "journal"]

[[attribute]]
id = "unit"
label = "Enhet"
role = "unit"
values = { BRO = "Bromma", "SKÄ" = "Skärholmen" }

[[attribute]]
id = "birth_year"
label = "Födelseår"
role = "birth_year"
at = 2024

[scale.helt_inte]
choices = [{ id = "helt", label = "Helt", role = "yes" }, { id = "inte", label = "Inte alls", role = "no" }]

[[area]]
id = "TS"
label = "Trygghet"

[[question]]
id = "plan"
area = "TS"
document = "journal"
text = "Finns en \"plan\"?"
na = true
guidance = """
Först \\ det ena.
Sedan "det andra"."""
meaning = { ja = "aktuell plan finns" }
note_on = ["nej"]
in_base = ["ej_aktuellt"]

[[question]]
id = "a"
area = "TS"
document = ["journal", "beslut"]
text = "A?"
scale = "helt_inte"
when = { plan = ["ja", "delvis"], unit = { not = "BRO" } }

[[question]]
id = "b"
area = "TS"
text = "B?"
scale = "helt_inte"
meaning = { inte = "aldrig" }
optional = true

[[question]]
id = "timmar"
area = "TS"
text = "Hur mycket?"
kind = "number"
unit = "timmar/månad"
min = 0
max = 7.5

[[question]]
id = "vilka"
area = "TS"
text = "Vilka?"
kind = "choices"
choices = [
  { id = "mamma", label = "Mamma", key = "m", meaning = "den som är förälder i första hand" },
  { id = "ingen", label = "Ingen av dem", exclusive = true },
]
when = { any = [{ timmar = { min = 2.5 } }, { plan = { answered = false } }] }

[[check]]
when = { plan = "nej", a = "helt" }
message = "Överens utan plan"
"#;
    assert_eq!(load(text).to_toml(), text);
}

/// A case whose questions have the answers of a row.
struct Case(Vec<Option<u8>>, Vec<String>);

impl Subject for Case {
    fn question(&self, place: usize) -> Seen<'_> {
        match self.0[place] {
            Some(n) => Seen::Answer(&self.1[usize::from(n)]),
            None => Seen::Unanswered,
        }
    }
    fn column(&self, _: usize) -> &'static str {
        ""
    }
}

/// Any condition on the three questions of [`SMALL`], keys standing as often as they will.
fn filter() -> impl Strategy<Value = Filter> {
    let is = (0usize..3, prop::sample::select(vec!["ja", "delvis", "nej"]), any::<bool>()).prop_map(
        |(place, value, not)| {
            let values = vec![value.to_owned()];
            Term::Is(Key::Question(place), if not { Test::NotIn(values) } else { Test::In(values) })
        },
    );
    let leaf = prop::collection::vec(is, 1..4).prop_map(|terms| Filter { terms });
    leaf.prop_recursive(3, 12, 3, |inner| {
        let any = prop::collection::vec(inner.clone(), 1..3).prop_map(Term::Any);
        (prop::collection::vec(any, 1..3), inner)
            .prop_map(|(any, filter)| Filter { terms: [any, filter.terms].concat() })
    })
}

const SMALL: &str = "id = \"p\"\nversion = \"1\"\nlanguage = \"sv\"\ntitle = \"T\"\narea = [{ id = \"A\", label = \"A\" }]\n\
    question = [{ id = \"a\", area = \"A\", text = \"?\" }, { id = \"b\", area = \"A\", text = \"?\" }, { id = \"c\", area = \"A\", text = \"?\" }, ";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_protocol_is_written_as_it_is(protocol in sample::protocol()) {
        let mut read = again(&protocol);
        read.questions.iter_mut().for_each(|question| question.dependents.clear());
        prop_assert_eq!(read, protocol);
    }

    #[test]
    fn a_condition_with_a_key_twice_is_written_as_one_that_holds_as_often(
        filter in filter(), answers in prop::collection::vec(prop::option::of(0u8..3), 3)
    ) {
        let small = load(&format!("{}]", SMALL.trim_end_matches(", ")));
        let when = condition::written(&small, &filter);
        let read = load(&format!("{SMALL}{{ id = \"d\", area = \"A\", text = \"?\", when = {when} }}]"));
        let case = Case(answers, ["ja", "delvis", "nej"].map(str::to_owned).to_vec());
        prop_assert_eq!(read.questions[3].when.judge(&case), filter.judge(&case));
    }
}
