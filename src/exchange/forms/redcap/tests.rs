mod quirks;
mod whole;

use super::*;
use crate::base::language::{Lang, Words};
use crate::exchange::forms::{Imported, repeats, sample};
use crate::study::protocol::{Protocol, shipped};
use proptest::prelude::*;

const HEADER: &str = "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\",\
    \"Choices, Calculations, OR Slider Labels\",\"Field Note\",\"Text Validation Type OR Show Slider Number\",\
    \"Text Validation Min\",\"Text Validation Max\",Identifier?,\"Branching Logic (Show field only if...)\",\
    \"Required Field?\",\"Custom Alignment\",\"Question Number (surveys only)\",\"Matrix Group Name\",\"Matrix Ranking?\",\
    \"Field Annotation\"";

fn read(text: &str) -> Imported {
    let found = import("ordbok/Min granskning.csv", text.as_bytes(), Lang::Sv);
    found.unwrap_or_else(|faults| panic!("{}", faults.describe(&Words::new(Lang::Sv))))
}

/// A row: variable, type, label, then the columns given by their titles' first words.
fn row(name: &str, kind: &str, label: &str, more: &[(&str, &str)]) -> String {
    let titles = sheet::COLUMNS.map(|(_, title, _)| title);
    let mut cells = vec![String::new(); 18];
    (cells[0], cells[1], cells[3], cells[4]) = (name.into(), "form_a".into(), kind.into(), label.into());
    for (title, text) in more {
        let place = titles.iter().position(|known| known.to_lowercase().contains(&title.to_lowercase())).unwrap();
        cells[place] = (*text).to_owned();
    }
    crate::base::table::written(cells.iter().map(String::as_str))
}

/// A dictionary with a record id and these rows.
fn dictionary(rows: &[String]) -> String {
    format!("{HEADER}\n{}{}", row("record_id", "text", "Id", &[]), rows.concat())
}

/// What is lost, each with its line.
fn lost(imported: &Imported) -> Vec<(usize, &'static str)> {
    imported.lost.iter().map(|fault| (fault.place.as_ref().unwrap().line.unwrap(), fault.message.key)).collect()
}

/// A protocol as two readings of it have in common.
fn plain(protocol: &Protocol) -> Protocol {
    Protocol { hash: String::new(), ..protocol.clone() }
}

#[test]
fn every_shipped_protocol_comes_back_from_a_dictionary() {
    for (id, text) in shipped() {
        let protocol = Protocol::load("p.toml", text).unwrap();
        let exported = export(&protocol);
        let text = String::from_utf8(exported.bytes).unwrap();
        assert!(is_dictionary(&text));
        let back = read(&text);
        assert_eq!(lost(&back), [], "{id}");
        assert_eq!(sample::not_back(&exported.lost), [""; 0], "{id}");
        for (one, other) in back.protocol.questions.iter().zip(&protocol.questions) {
            assert_eq!(one, other, "{id}");
        }
        assert!(plain(&back.protocol) == plain(&protocol), "{id}");
    }
}

#[test]
fn repeated_and_computed_questions_and_tables_come_back() {
    let protocol = Protocol::load("p.toml", sample::LATER).unwrap();
    let exported = export(&protocol);
    let keys: Vec<&str> = exported.lost.iter().map(|message| message.key).collect();
    assert_eq!(keys, ["exchange-dates", "exchange-computed"]);
    let back = read(&String::from_utf8(exported.bytes).unwrap());
    assert_eq!(lost(&back), []);
    assert_eq!(plain(&back.protocol), plain(&protocol));
}

#[test]
fn repeated_questions_that_were_changed_apart_become_questions_of_their_own() {
    let protocol = Protocol::load("p.toml", sample::LATER).unwrap();
    let text = String::from_utf8(export(&protocol).bytes).unwrap();
    let back = read(&text.replace("Plan 2021?", "Finns planen år 2021?"));
    assert_eq!(lost(&back), [(1, "exchange-times")]);
    assert!(back.protocol.questions.iter().all(|question| question.time.is_none()));
    Protocol::load("p.toml", &back.protocol.to_toml()).unwrap();
}

#[test]
fn a_number_that_is_taken_otherwise_is_told() {
    let bounds = [("validation type", "integer")];
    let read = read(&dictionary(&[row("a", "text", "A", &bounds), row("b", "slider", "B", &[])]));
    let told: Vec<&str> = read.mapping.iter().map(|message| message.key).collect();
    assert_eq!(told[2..], ["redcap-mapped-integer", "redcap-mapped-slider"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_protocol_made_at_random_comes_back(protocol in sample::protocol()) {
        let told = export(&protocol).lost.iter().any(|message| message.key == "exchange-repeats");
        prop_assert_eq!(told, !protocol.repeats.is_empty());
        let protocol = repeats::separate(&protocol);
        let exported = export(&protocol);
        let back = read(&String::from_utf8(exported.bytes).unwrap());
        prop_assert_eq!(sample::not_back(&exported.lost), [""; 0]);
        prop_assert_eq!(lost(&back), []);
        let mut back = plain(&back.protocol);
        back.questions.iter_mut().for_each(|question| question.dependents.clear());
        prop_assert_eq!(back, protocol);
    }

    #[test]
    fn no_dictionary_makes_the_reader_fall(
        cells in prop::collection::vec(prop::collection::vec("([a-z@'\\[\\]()<>=|,0-9 -]|and|or|sum|@AKTKOLL='|choice\\.|radio|text|checkbox|calc|\u{a0}|“){0,8}", 18), 0..6),
        text in any::<String>()
    ) {
        let rows: String = cells.iter().map(|cells| crate::base::table::written(cells.iter().map(String::as_str))).collect();
        for text in [format!("{HEADER}\n{rows}"), format!("{HEADER}\n{text}"), text] {
            if let Err(faults) = import("x.csv", text.as_bytes(), Lang::En) {
                prop_assert!(!faults.0.is_empty());
            }
        }
    }

    #[test]
    fn no_branching_logic_makes_the_reader_fall(text in "(\\[a\\]|\\[b\\(1\\)\\]|\\(|\\)|=|<>|'1'|and|or| |-|[0-9.]|[+*\"“é]){0,14}") {
        let _ = logic::read(&text, &[]);
    }
}

#[test]
fn what_is_never_asked_or_shows_an_answer_is_told() {
    let yn = [("choices", "1, Yes | 0, No")];
    let logic = |text| [("branching", text)];
    let places = (1..=60).map(|number| format!("{number}, Place {number}")).collect::<Vec<_>>().join(" | ");
    let text = dictionary(&[
        row("a", "radio", "A?", &yn),
        row("b", "text", "B?", &logic("[a] = '1' or [a] = '9'")),
        row("c", "text", "C?", &logic("[a] = '9'")),
        row("d", "text", "Why not [a]?", &logic("[a] = '0' and [gone] = '1'")),
        row("e", "radio", "E?", &[("choices", places.as_str())]),
        row("f", "text", "F [sic]?", &[("note", "not [b]")]),
    ]);
    let imported = read(&text);
    assert_eq!(lost(&imported), [(4, "redcap-lost-logic"), (6, "redcap-lost-logic")]);
    let left: Vec<&str> = imported.left.iter().map(|fault| fault.message.key).collect();
    assert_eq!(left, ["redcap-left-never"]);
    let ids: Vec<&str> = imported.protocol.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "d", "e", "f"]);
    assert!(imported.protocol.to_toml().contains("when = { a = \"yes\" }"), "{}", imported.protocol.to_toml());
}

#[test]
fn a_condition_that_only_a_formula_says_is_left_out_whole_and_told() {
    let text = "id = \"p\"\nversion = \"1\"\nlanguage = \"en\"\ntitle = \"P\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n";
    let question =
        |id: &str, rest: &str| format!("[[question]]\nid = \"{id}\"\narea = \"A\"\ntext = \"{id}\"\n{rest}\n");
    let choices = "choices = [{ id = \"x\", label = \"X\" }, { id = \"y\", label = \"Y\" }]";
    let formula = "formula = \"${n} * 2 > 3\"";
    let protocol = [
        question("n", "kind = \"number\""),
        question("a", choices),
        question("twice", "kind = \"number\"\nformula = \"${n} * 2\""),
        question("both", &format!("kind = \"text\"\nwhen = {{ a = \"x\", {formula} }}")),
        question("either", &format!("kind = \"text\"\nwhen = {{ any = [{{ a = \"x\" }}, {{ {formula} }}] }}")),
    ];
    let protocol = Protocol::load("p.toml", &(text.to_owned() + &protocol.concat())).unwrap();
    let exported = export(&protocol);
    let told: Vec<String> = exported.lost.iter().map(|message| Words::new(Lang::En).say(message)).collect();
    assert_eq!(
        exported.lost.iter().map(|message| message.key).collect::<Vec<_>>(),
        ["exchange-computed", "redcap-formula"]
    );
    assert!(told[0].contains(": twice.") && told[1].contains(": both, either."), "{told:?}");
    let file = String::from_utf8(exported.bytes).unwrap();
    let mut rows = csv::Reader::from_reader(file.as_bytes());
    let logic: Vec<String> = rows.records().map(|row| row.unwrap()[11].to_owned()).collect();
    assert_eq!(logic, ["", "", "", "", "[a_1] = 'x'", ""]);
    assert_eq!(plain(&read(&file).protocol), plain(&protocol));
}
