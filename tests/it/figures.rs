//! Every figure that the report of 2021 printed comes out of `aktkoll count` on the study's answers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "test helper"
)]

use aktkoll::base::fault::Result;
use aktkoll::base::language::{Lang, Words};
use aktkoll::cli::commands::{Context, run};
use aktkoll::exchange::answer_import::{Said, read_answers};
use aktkoll::study::answers::case_view::Row;
use aktkoll::study::folder::Folder;
use aktkoll::study::ledger::left_out::LeftOut;
use aktkoll::study::protocol::Per;
use aktkoll::study::protocol::filter::Filter;
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::path::Path;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/dv2021");

/// Runs a command in this process and gives what it prints.
pub(super) fn printed(arguments: &[&str]) -> String {
    tried(arguments).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The same, or what is wrong.
pub(super) fn tried(arguments: &[&str]) -> Result<String> {
    let words = Words::new(Lang::En);
    let arguments: Vec<_> = ["aktkoll"].iter().chain(arguments).map(Into::into).collect();
    let cli = aktkoll::cli::args::parse(&arguments, &words).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut context = Context {
        words,
        global: cli.global.clone(),
        own: Ok(aktkoll::base::paths::Own::default()),
        out: &mut out,
        err: &mut err,
        asks: true,
        left_out: LeftOut::default(),
    };
    let code = run(cli, &mut context)?;
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&err));
    Ok(String::from_utf8(out).unwrap())
}

/// The conditions of a cell as one writes them on the command line.
fn conditions(table: &Value, unit: &Value, sex: &Value) -> Vec<String> {
    let value = |value: &Value| match value {
        Value::Array(list) => list.iter().map(|one| one.as_str().unwrap()).collect::<Vec<_>>().join("|"),
        one => one.as_str().unwrap().to_owned(),
    };
    let table = table.as_object().into_iter().flatten().map(|(key, wanted)| format!("{key}={}", value(wanted)));
    let unit = unit.as_str().map(|unit| format!("unit={unit}"));
    let sex = sex.as_str().filter(|sex| *sex != "T").map(|sex| format!("sex={sex}"));
    table.chain(unit).chain(sex).collect()
}

/// The conditions of the cases that a cell is a part of; where the sexes share a row, all of the row.
fn base(figure: &Value, cell: &Value) -> Option<Vec<String>> {
    cell["of"].as_u64()?;
    let base = &figure["base_where"];
    if figure["kind"] != "sex_share" {
        return Some(conditions(base, &cell["unit"], &cell["sex"]));
    }
    let tables = [base, &cell["where"]].into_iter();
    Some(tables.flat_map(|table| conditions(table, &cell["unit"], &Value::Null)).collect())
}

/// Asks for one cell: how many, of how many.
fn counted(study: &str, wanted: &[String], base: Option<&[String]>) -> (u64, Option<u64>) {
    let mut arguments = vec!["count", study, "--format", "json"];
    arguments.extend(wanted.iter().flat_map(|condition| ["--where", condition]));
    arguments.extend(base.unwrap_or_default().iter().flat_map(|condition| ["--base", condition]));
    let json: Value = serde_json::from_str(&printed(&arguments)).unwrap();
    (json["n"].as_u64().unwrap(), json["of"].as_u64())
}

pub(super) fn study(folder: &Path) -> String {
    let study = folder.join("study").to_str().unwrap().to_owned();
    printed(&["new", &study, "--protocol", "dv2021", "--cases", &format!("{DATA}/cases.csv")]);
    printed(&["import", &study, &format!("{DATA}/answers.csv"), "--coder", "test"]);
    study
}

#[test]
fn the_tables_of_the_report_count_what_it_prints() {
    let folder = tempfile::tempdir().unwrap();
    let (read, ..) = Folder::open(Path::new(&study(folder.path()))).unwrap().read_whole().unwrap();
    let figures: Value = serde_json::from_str(include_str!("../data/dv2021/figures.json")).unwrap();
    let figures = figures["figures"].as_array().unwrap();
    for (id, figure, rows) in
        [("tabell2", "DV-09", &["helt", "delvis", "inte", "saknas"][..]), ("tabell3", "DV-14", &["ja", "nej"][..])]
    {
        let table = read.protocol.tables.iter().find(|table| table.id == id).unwrap();
        let figure = figures.iter().find(|known| known["id"] == figure).unwrap();
        let sex = read.protocol.sex().unwrap();
        assert_eq!((table.by.as_slice(), table.rows.len()), (&[sex][..], rows.len()), "{id}");
        let counted = |sexes: &[&str], row: Option<&Filter>| {
            let cases = read.cases.cases.keys().filter(|&case| {
                let row_of = Row { answers: &read.answers, case, cells: read.tally().cells(case) };
                let holds = |filter: &Filter| filter.matches(&row_of);
                sexes.contains(&read.cases.value(case, sex)) && holds(&table.base) && row.is_none_or(holds)
            });
            cases.count() as u64
        };
        for (code, sexes) in [("K", &["K"][..]), ("M", &["M"]), ("T", &["K", "M"])] {
            assert_eq!(counted(sexes, None), figure["base"]["n"][code].as_u64().unwrap(), "{id} {code}");
            for (name, (label, filter)) in rows.iter().zip(&table.rows) {
                let printed = figure["counts"][name][code].as_u64().unwrap();
                assert_eq!(counted(sexes, Some(filter)), printed, "{id} {code} {label}");
            }
        }
    }
}

/// The answers of the first cases as a sheet: one row a case, one column a question, labels for ids.
fn wide(study: &str, cases: usize, spoilt: Option<(u32, &str)>) -> Vec<u8> {
    let folder = Folder::open(Path::new(study)).unwrap();
    let (protocol, list) = (&folder.protocol, &folder.cases);
    let said = Said::default();
    let bytes = std::fs::read(format!("{DATA}/answers.csv")).unwrap();
    let answers = read_answers("answers.csv", &bytes, &said, protocol, list).unwrap().answers;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Svar").unwrap();
    sheet.write(0, 0, "Ärende").unwrap().write(0, 1, "Kön").unwrap();
    let header = |place: usize| match &protocol.questions.raw[place] {
        question if question.per == Per::Case && place % 2 == 1 => format!("Fråga {}", protocol.number(place.into())),
        question => question.id.clone(),
    };
    for place in 0..protocol.questions.len() {
        sheet.write(0, u16::try_from(place + 2).unwrap(), header(place)).unwrap();
    }
    for (row, case) in (1..).zip(list.cases.iter().take(cases)) {
        let sex = list.value(list.place(&case.id).unwrap(), protocol.sex().unwrap());
        let sex = protocol.attributes[protocol.sex().unwrap()].label_of(sex);
        sheet.write(row, 0, &case.id).unwrap().write(row, 1, sex).unwrap();
        for coded in answers.iter().filter(|coded| coded.case_id == case.id) {
            let place = protocol.question(&coded.question).unwrap();
            let (question, place) = (&protocol.questions[place], usize::from(place));
            let labels: Vec<&str> = question.chosen(&coded.answer).map(|(_, choice)| choice.label.as_str()).collect();
            let shown = if labels.is_empty() { coded.answer.clone() } else { labels.join("; ") };
            sheet.write(row, u16::try_from(place + 2).unwrap(), shown).unwrap();
        }
    }
    if let Some((row, text)) = spoilt {
        sheet.write(row, 2, text).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_figures_come_out_of_a_half_coded_and_a_whole_sheet_and_one_wrong_cell_refuses_it() {
    let folder = tempfile::tempdir().unwrap();
    let study = folder.path().join("study").to_str().unwrap().to_owned();
    printed(&["new", &study, "--protocol", "dv2021", "--cases", &format!("{DATA}/cases.csv")]);
    let file = folder.path().join("svar.xlsx").to_str().unwrap().to_owned();
    let import = |sheet: Vec<u8>, more: &[&str]| {
        std::fs::write(&file, sheet).unwrap();
        tried(&[&["import", &study, &file, "--coder", "test"], more].concat())
    };
    let all = Folder::open(Path::new(&study)).unwrap().cases.cases.len();
    let ledger = Path::new(&study).join("ledger/test");
    let wrong = import(wide(&study, all, Some((7, "kanske"))), &[]).unwrap_err();
    assert_eq!(wrong.0.len(), 1, "{wrong}");
    assert!(wrong.to_string().contains("svar.xlsx: Svar!C8: \"kanske\" is not one of the answers: bifall"), "{wrong}");
    let told = import(wide(&study, 40, None), &["--dry-run"]).unwrap();
    assert!(told.contains("Inget ändrades."), "{told}");
    assert!(!ledger.exists());
    let told = import(wide(&study, 40, None), &[]).unwrap();
    assert!(told.contains("för test; 0 fanns redan."), "{told}");
    let told = import(wide(&study, all, None), &["--done"]).unwrap();
    assert!(told.contains("Bifall → bifall") && told.contains("för test; 1462 fanns redan."), "{told}");
    let differing = import(wide(&study, all, Some((1, "Avslag"))), &[]).unwrap_err();
    assert!(differing.to_string().contains("Svar!C2: BRO-01"), "{differing}");
    all_figures_come_out(&study);
}

#[test]
fn all_printed_figures_that_can_be_counted_come_out() {
    let folder = tempfile::tempdir().unwrap();
    all_figures_come_out(&study(folder.path()));
}

fn all_figures_come_out(study: &str) {
    let figures: Value = serde_json::from_str(include_str!("../data/dv2021/figures.json")).unwrap();
    let (mut right, mut wrong) = (0, Vec::new());
    for figure in figures["figures"].as_array().unwrap() {
        let kind = figure["kind"].as_str().unwrap();
        let exact = matches!(figure["status"].as_str(), Some("exact" | "within_rounding"));
        let countable = exact && matches!(kind, "tally" | "multi" | "at_least" | "sex_share");
        for cell in figure["cells"].as_array().unwrap().iter().filter(|_| countable) {
            let (Some(n), true) = (cell["n"].as_u64(), cell.get("where").is_some()) else { continue };
            let base = base(figure, cell);
            let wanted = conditions(&cell["where"], &cell["unit"], &cell["sex"]);
            let (found, of) = counted(study, &wanted, base.as_deref());
            let enough = if kind == "at_least" { found >= n } else { found == n };
            let based = of.is_none() || of == cell["of"].as_u64();
            if enough && based {
                right += 1;
            } else {
                wrong.push(format!("{} {}: {n}/{}, found {found}/{of:?}", figure["id"], cell["cat"], cell["of"]));
            }
        }
    }
    assert_eq!((right, wrong), (154, Vec::new()));
}

/// The label that the report's tables give a category of the figures.
const LABELS: [(&str, &str); 6] = [
    ("helt", "Överensstämmer helt"),
    ("delvis", "Överensstämmer delvis"),
    ("inte", "Överensstämmer inte"),
    ("saknas", "Aktuell genomförandeplan saknas"),
    ("ja", "Ja"),
    ("nej", "Nej"),
];

#[test]
fn the_tables_of_the_report_have_its_counts() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let figures: Value = serde_json::from_str(include_str!("../data/dv2021/figures.json")).unwrap();
    for (table, figure) in [("tabell2", "DV-09"), ("tabell3", "DV-14")] {
        let json: Value = serde_json::from_str(&printed(&["tally", &study, table, "--format", "json"])).unwrap();
        let groups = json["tables"][0]["groups"].as_array().unwrap();
        let figure = figures["figures"].as_array().unwrap().iter().find(|known| known["id"] == figure).unwrap();
        let cells = figure["cells"].as_array().unwrap();
        for cell in cells {
            let group = groups.iter().find(|group| group["key"]["sex"] == cell["sex"]).unwrap();
            let (_, label) = LABELS.iter().find(|(category, _)| cell["cat"] == *category).unwrap();
            let rows = group["rows"].as_array().unwrap();
            let row = rows.iter().find(|row| row["label"].as_str().unwrap().starts_with(label)).unwrap();
            assert_eq!((&row["n"], &group["base"]), (&cell["n"], &cell["of"]), "{table} {label} {}", cell["sex"]);
            assert_eq!(row["pct"], cell["half_up"], "{table} {label}");
            assert_eq!(group["rest"], 0);
        }
        assert_eq!(groups.iter().map(|group| group["rows"].as_array().unwrap().len()).sum::<usize>(), cells.len());
    }
}
