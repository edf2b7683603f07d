mod round;

use super::csv::machine;
use super::tables::{long, wide};
use super::*;
use crate::base::language::{Lang, Words};
use crate::builder::swedish;
use crate::study::answers::Answers;
use crate::study::answers::tests::fixture::{
    BESLUT, FREE, KONTAKTER, NAMN, PLAN, TIMMAR, act, answer, entries, fold, in_round, line,
};
use crate::study::case::CaseList;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Entry, Op, Round};
use crate::study::protocol::{Protocol, shipped};
use data::Source;
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

/// Reading the catalogue takes longer than a property's case.
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Sv));

fn study(lines: &[Entry<'static>]) -> Study {
    Study::new("T".to_owned(), fold(lines))
}

fn with<T>(study: &Study, wanted: Wanted, look: impl FnOnce(&Export<'_>) -> T) -> T {
    let tally = Tally::new(&study.answers, &[]);
    look(&Export::new(study, &tally, wanted, &WORDS))
}

/// A file as text.
fn text(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

/// The rows of a table as a program reads them from its file, each cell with the name of its column.
fn rows(table: &Table) -> Vec<BTreeMap<String, String>> {
    let bytes = machine(table);
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    reader.deserialize().map(std::result::Result::unwrap).collect()
}

/// Per question, choice and answer, how often it is given, by the wide tables.
fn counted(export: &Export<'_>) -> BTreeMap<(QuestionIx, String), u32> {
    let mut counts = BTreeMap::new();
    for data in &export.data {
        for row in rows(&wide(data, data::coded)) {
            for variable in &data.variables {
                let cell = &row[&variable.name];
                let known = variable.codes.iter().find(|code| code.code == *cell);
                let (place, id) = match variable.source {
                    Source::Question(place) if !cell.is_empty() => (place, known.map_or(cell, |code| &code.id).clone()),
                    Source::Choice(place, at) if cell == "1" => {
                        (place, export.study.protocol.questions[place].choices()[at].id.clone())
                    }
                    _ => continue,
                };
                *counts.entry((place, id)).or_default() += 1;
            }
        }
    }
    counts
}

/// The same by the tally.
fn tallied(export: &Export<'_>) -> BTreeMap<(QuestionIx, String), u32> {
    let mut all = BTreeMap::new();
    for (place, question) in export.study.protocol.questions.iter_enumerated() {
        let counts = export.tally.total(place);
        let choices = question.choices().iter().zip(counts.choices).map(|(choice, n)| (choice.id.clone(), n));
        let names = export.study.answers.names(place, &counts.texts).into_iter();
        let names = names.map(|name| (export.study.answers.text(name.name).to_owned(), name.n));
        let values = counts.values.iter().map(|(value, &n)| (Words::new(Lang::En).decimal(*value), n));
        all.extend(choices.chain(names).chain(values).filter(|(_, n)| *n > 0).map(|(id, n)| ((place, id), n)));
    }
    all
}

#[test]
fn the_data_package_allows_nothing_but_its_categories() {
    with(&study(&[]), Wanted::default(), |export| {
        let package: serde_json::Value =
            serde_json::from_str(&text(&export.datapackage(), "datapackage.json")).unwrap();
        let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
        let listed = fields.iter().filter(|field| field.get("categories").is_some());
        let allowed = |field: &&serde_json::Value| field["constraints"]["enum"].as_array().unwrap().clone();
        let values = |field: &&serde_json::Value| {
            let categories = field["categories"].as_array().unwrap().iter();
            categories.map(|one| one["value"].clone()).collect::<Vec<_>>()
        };
        assert!(listed.clone().count() > 3);
        listed.for_each(|field| assert_eq!(allowed(&field), values(&field), "{field}"));
        assert!(fields.iter().all(|field| field.get("categories").is_some() == field.get("constraints").is_some()));
    });
}

#[test]
fn what_is_masked_dropped_or_blind_is_no_answer() {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 0, PLAN, "ej_aktuellt"),
        answer(3, "bo", FREE, BESLUT, "ja"),
        answer(4, "bo", FREE, PLAN, "ja"),
        answer(5, "bo", FREE, KONTAKTER, "a;b"),
        answer(6, "bo", FREE, TIMMAR, "2.5"),
        answer(7, "cia", 2, BESLUT, "ja"),
        answer(8, "cia", 2, PLAN, "ja"),
        answer(9, "cia", 2, BESLUT, "nej"),
        answer(10, "cia", 3, BESLUT, "ja"),
        act(11, Op::Drop, "cia", 3, "sekretess"),
        in_round(Round::Second, answer(12, "cia", 0, BESLUT, "nej")),
    ];
    with(&study(&lines), Wanted::default(), |export| {
        let files = export.csv();
        assert_eq!(
            text(&files, "data-bred.csv"),
            "case_id,unit,sex,beslut,plan,kontakter_a,kontakter_b,kontakter_inga,timmar,fritext,namn,sedan\n\
             B-1,BRO,K,1,9,,,,,,,\nB-2,BRO,M,1,1,1,1,0,2.5,,,\nS-1,SKH,K,3,,,,,,,,\n"
        );
        assert_eq!(text(&files, "bortfall.csv"), "case_id,unit,reason\nS-2,SKH,sekretess\n");
        let excel = text(&export.excel(), "svar-excel.csv");
        assert!(excel.contains("\r\nB-2;BRO;Män;Ja;Ja;1;1;0;2,5;;;\r\n"), "{excel}");
        let long = text(&files, "data.csv");
        for row in [
            "B-1,BRO,K,plan,,na,ej_aktuellt,9,Ej aktuellt",
            "B-2,BRO,M,kontakter,,answered,b,2,B",
            "S-1,SKH,K,plan,,not_asked,,,",
            "S-1,SKH,K,timmar,,unanswered,,,",
            "S-1,SKH,K,fritext,,not_known,,,",
        ] {
            assert!(long.lines().any(|line| line == row), "{row} is not in\n{long}");
        }
    });
}

#[test]
fn jsonl_has_the_ids_of_the_ledger_and_a_reason_for_every_other_question() {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 0, PLAN, "delvis"),
        answer(3, "anna", 0, KONTAKTER, "a;b"),
    ];
    with(&study(&lines), Wanted::default(), |export| {
        let first = text(&export.jsonl(), "data.jsonl").lines().next().unwrap().to_owned();
        let read: serde_json::Value = serde_json::from_str(&first).unwrap();
        let expected = serde_json::json!({
            "case_id": "B-1", "unit": "BRO", "sex": "K", "done": false,
            "answers": { "beslut": "ja", "plan": "delvis", "kontakter": "a;b" },
            "unanswered": ["timmar", "namn"], "not_known": ["fritext", "sedan"], "not_asked": [],
        });
        assert_eq!(read, expected);
    });
}

#[test]
fn coders_and_texts_are_in_no_file_unless_they_are_asked_for() {
    let note = |entry: Entry<'static>| line(Entry { question: "beslut".into(), ..entry });
    let lines = [
        answer(1, "carinaberg", FREE, BESLUT, "ja"),
        note(act(2, Op::Note, "carinaberg", FREE, "se sidan\nfyra")),
        in_round(Round::Spot, note(act(3, Op::Note, "carinaberg", FREE, "blint"))),
    ];
    let found = |wanted: Wanted, needle: &str| {
        with(&study(&lines), wanted, |export| {
            export.all().unwrap().iter().any(|file| String::from_utf8_lossy(&file.bytes).contains(needle))
        })
    };
    let (texts, coders) = (Wanted { texts: true, ..Wanted::default() }, Wanted { coders: true, ..Wanted::default() });
    let asked = |needle| [Wanted::default(), texts, coders].map(|wanted| found(wanted, needle));
    assert_eq!(asked("carinaberg"), [false, false, true]);
    assert_eq!(asked("B-2,beslut,note,se sidan\u{2028}fyra,BRO,Män,Ja\n"), [false, true, false]);
    assert_eq!(asked("blint"), [false, false, false]);
}

#[test]
fn the_year_of_birth_is_an_age_group_unless_it_is_asked_for() {
    let protocol = Protocol::load("demo.toml", shipped()[0].1).unwrap();
    let list = "case_id,unit,sex,birth_year\nN-1,NOR,F,1961\n";
    let (cases, _) = CaseList::read("cases.csv", list.as_bytes(), &protocol).unwrap();
    let study = Study::new("T".to_owned(), crate::study::answers::Answers::new(Arc::new(protocol), Arc::new(cases)));
    let year = |wanted| {
        with(&study, wanted, |export| {
            export.all().unwrap().iter().filter(|file| String::from_utf8_lossy(&file.bytes).contains("1961")).count()
        })
    };
    assert_eq!(year(Wanted::default()), 0);
    assert!(year(Wanted { birth_year: true, ..Wanted::default() }) > 4);
    with(&study, Wanted::default(), |export| {
        let row = text(&export.excel(), "svar-excel.csv");
        assert!(row.contains("N-1;North;Woman;60–69 år;"), "{row}");
    });
}

#[test]
fn a_date_without_its_day_is_left_out_of_records_and_counted() {
    let protocol = Protocol::load("demo.toml", shipped()[0].1).unwrap();
    let list = "case_id,unit,sex,birth_year\nB-1,NOR,F,1961\nB-2,NOR,F,1961\n";
    let (cases, _) = CaseList::read("cases.csv", list.as_bytes(), &protocol).unwrap();
    let mut answers = crate::study::answers::Answers::new(Arc::new(protocol), Arc::new(cases));
    for (seq, case, date) in [(1, 0, "2019-02"), (2, 1, "2019-02-28")] {
        let entry = act(seq, Op::Answer, "bo", case, date);
        answers.apply(&line(Entry { question: "decision_date".into(), ..entry }));
    }
    with(&Study::new("T".to_owned(), answers), Wanted::default(), |export| {
        let records = text(&export.redcap(), "redcap.csv");
        assert_eq!(
            (export.partial_dates(), records.contains("2019-02-28"), records.contains("2019-02,")),
            (1, true, false)
        );
        assert!(text(&export.csv(), "data-bred.csv").contains(",2019-02,"));
    });
}

#[test]
fn records_fit_the_dictionary_and_sums_come_with_the_files() {
    let lines =
        [answer(1, "bo", FREE, BESLUT, "ja"), answer(2, "bo", FREE, PLAN, "ja"), answer(3, "bo", FREE, KONTAKTER, "b")];
    let study = study(&lines);
    with(&study, Wanted::default(), |export| {
        let files = export.all().unwrap();
        let records = text(&files, "redcap.csv");
        let head = "record_id,unit,sex,informant,beslut,plan,kontakter___a,kontakter___b,kontakter___inga,timmar,fritext,per_enhet,namn,sedan,enhet_sedan,p_1_complete\n";
        assert!(records.starts_with(head), "{records}");
        assert!(records.contains("\nB-2,BRO,M,,1,1,0,1,0,,,,,,,0\n"), "{records}");
        let sums = text(&files, "SHA256SUMS");
        assert_eq!(sums.lines().count(), files.len() - 1);
        assert!(sums.contains(&format!("{}  redcap.csv\n", sha256(records.as_bytes()))));
    });
}

#[test]
fn syntax_labels_every_variable_and_names_what_is_missing() {
    with(
        &study(&[answer(1, "bo", FREE, NAMN, "'x'"), answer(2, "bo", FREE, BESLUT, "ja")]),
        Wanted::default(),
        |export| {
            let files = export.stat();
            for (name, parts) in [
                (
                    "data.sps",
                    &["  plan F4.0\n", "VARIABLE LABELS sex 'Kön'.", "MISSING VALUES plan (9).", "'K' 'Kvinnor'"][..],
                ),
                ("data.R", &["levels = c(\"1\", \"2\", \"3\", \"9\")", "labels = c(\"Ja\"", "K\\U{f6}n"][..]),
                ("data.do", &["replace plan = .a if plan == 9\n", "label define plan .a \"Ej aktuellt\", add\n"][..]),
            ] {
                let file = text(&files, name);
                for part in parts {
                    assert!(file.contains(part), "{part} is not in {name}:\n{file}");
                }
            }
        },
    );
}

#[test]
fn few_cases_are_named_before_they_leave() {
    let advice = |lines: &[Entry<'static>]| {
        let study = study(lines);
        let tally = Tally::new(&study.answers, &[]);
        disclosure_risk::Exposure::of(&study, &tally, &WORDS)
    };
    let none = advice(&[]);
    let groups = ["BRO Kvinnor", "BRO Män", "SKH Kvinnor", "SKH Män"].map(|name| (name.to_owned(), 1));
    assert_eq!((none.groups.as_slice(), none.texts.len()), (&groups[..], 0));
    assert_eq!(advice(&[answer(1, "bo", FREE, NAMN, "Alfa")]).texts, ["namn"]);
    let keys: Vec<&str> = none.advice().iter().map(|message| message.key).collect();
    assert_eq!(keys, ["export-exposure", "export-few-groups"]);
    assert_eq!(disclosure_risk::Exposure::default().advice(), []);
}

/// What is told of a study with these attributes: so many cases of each group, of which the first `yes` answered so and
/// the others no.
fn exposed(attributes: &[&str], groups: &[(&[&str], usize)], yes: usize) -> disclosure_risk::Exposure {
    let made = attributes.iter().fold(swedish(), |made, one| made.and(&format!("[[attribute]]\n{one}\n")));
    let made = made.question("barn", "?", "scale = 'ja_nej'");
    let protocol = Protocol::load("p.toml", &made.to_string()).unwrap();
    let header = protocol.attributes.iter().fold("case_id".to_owned(), |row, attribute| row + "," + &attribute.id);
    let rows = groups.iter().flat_map(|(values, n)| std::iter::repeat_n(*values, *n)).enumerate();
    let rows = rows.map(|(at, values)| values.iter().fold(format!("C-{at}"), |row, value| row + "," + value));
    let list = rows.fold(header, |list, row| list + "\n" + &row);
    let (cases, _) = CaseList::read("c.csv", list.as_bytes(), &protocol).unwrap();
    let all = cases.cases.len();
    let mut answers = Answers::new(Arc::new(protocol), Arc::new(cases));
    for (at, seq) in (0..all).zip(1..) {
        let value = if at < yes { "ja" } else { "nej" };
        let one = answer(seq, "bo", 0, BESLUT, value);
        answers.apply(&line(Entry { case_id: format!("C-{at}").into(), question: "barn".into(), ..one }));
    }
    let study = Study::new("T".to_owned(), answers);
    let tally = Tally::new(&study.answers, &[]);
    disclosure_risk::Exposure::of(&study, &tally, &WORDS)
}

const UNIT: &str = "id = \"unit\"\nlabel = \"Verksamhet\"\nrole = \"unit\"";
const SEX: &str = "id = \"sex\"\nlabel = \"Kön\"\nrole = \"sex\"\nvalues = { K = \"Kvinnor\", M = \"Män\" }";

#[test]
fn groups_of_fewer_than_five_are_named_whichever_attributes_the_list_has() {
    let groups = |attributes: &[&str], groups: &[(&[&str], usize)]| exposed(attributes, groups, 0).groups;
    let few = |named: &[(&str, u32)]| named.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>();
    assert_eq!(groups(&[UNIT], &[(&["A"], 5), (&["B"], 4), (&["C"], 1)]), few(&[("B", 4), ("C", 1)]));
    assert_eq!(groups(&[SEX], &[(&["K"], 5), (&["M"], 4)]), few(&[("Män", 4)]));
    let both: &[(&[&str], usize)] = &[(&["A", "K"], 5), (&["A", "M"], 4), (&["B", "K"], 1)];
    assert_eq!(groups(&[UNIT, SEX], both), few(&[("A Män", 4), ("B Kvinnor", 1)]));
    let unlisted = SEX.split("values").next().unwrap();
    assert_eq!(groups(&[unlisted], &[(&["k"], 5), (&[""], 2)]), few(&[("uppgift saknas", 2)]));
    assert_eq!(groups(&[], &[(&[], 3)]), [], "there is no group to be found in");
}

#[test]
fn a_delicate_answer_of_five_is_not_few_and_one_of_four_is() {
    assert_eq!(exposed(&[], &[(&[], 10)], 5).answers, []);
    assert_eq!(exposed(&[], &[(&[], 9)], 5).answers, [("barn=nej".to_owned(), 4)]);
}

proptest! {
    #[test]
    fn what_the_wide_tables_count_is_what_the_tally_counts(lines in entries()) {
        let study = study(&lines);
        with(&study, Wanted::default(), |export| {
            prop_assert_eq!(counted(export), tallied(export));
            for data in &export.data {
                let kept = rows(&wide(data, data::coded)).len();
                let all = study.cases.of(data.per).filter(|&case| export.tally.is_counted(case)).count();
                prop_assert_eq!(kept, all);
            }
            Ok(())
        })?;
    }

    #[test]
    fn every_question_of_every_case_stands_in_the_long_table_as_it_is_tallied(lines in entries()) {
        let study = study(&lines);
        with(&study, Wanted::default(), |export| {
            for data in &export.data {
                let rows = rows(&long(export, data));
                for (place, question) in study.protocol.questions.iter_enumerated() {
                    let counts = export.tally.total(place);
                    let has = |standing: &str| {
                        let rows = rows.iter().filter(|row| row["question"] == question.id && row["standing"] == standing);
                        let cases: std::collections::BTreeSet<&str> = rows.map(|row| row["case_id"].as_str()).collect();
                        u32::try_from(cases.len()).unwrap()
                    };
                    if question.per == data.per {
                        let found = ["answered", "na", "not_asked", "not_known", "unanswered"].map(has);
                        let told = [counts.base, counts.na, counts.not_asked, counts.not_known, counts.unanswered];
                        prop_assert_eq!(found, told, "{}", question.id);
                    }
                }
            }
            Ok(())
        })?;
    }
}
