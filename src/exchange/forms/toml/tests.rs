use crate::base::language::{Lang, Words};
use crate::exchange::forms::sample;
use crate::study::protocol::{Protocol, shipped};
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

#[test]
fn repeated_and_derived_questions_and_tables_are_written() {
    let protocol = load(sample::LATER);
    let text = protocol.to_toml();
    assert_eq!(again(&protocol), protocol, "{text}");
    for line in
        ["text = \"När {time}, inte 2016?\"", "when = { datum_2016 = { min = \"2016\", max = { of = \"datum\" } } }"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn repeats_are_written_as_they_were_read() {
    let protocol = load(sample::REPEATS);
    let text = protocol.to_toml();
    assert_eq!(again(&protocol), protocol, "{text}");
    for line in ["text = \"Hur gammalt är barn {place}?\"", "when = { alder = { min = 6 } }", "repeat = \"barn\""] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let ids: Vec<&str> = protocol.questions.iter().map(|question| question.id.as_str()).collect();
    let places = ["alder_1", "skola_1", "alder_2", "skola_2", "alder_3", "skola_3"];
    assert_eq!(ids, [&["antal_barn"][..], &places, &["hur_1", "hur_2"]].concat());
    assert_eq!(protocol.declared(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_protocol_is_written_as_it_is(protocol in sample::protocol()) {
        let mut read = again(&protocol);
        read.questions.iter_mut().for_each(|question| question.dependents.clear());
        prop_assert_eq!(read, protocol);
    }
}
