//! What holds for every format: nothing is lost, nothing is obeyed, nothing breaks.

mod office;

use super::page::Page;
use super::template::{Own, Templates};
use super::*;
use crate::base::fault::Faults;
use crate::base::language::Lang;
use crate::report::chart::{Bar, Chart, Panel};
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::{Block, Section};
use proptest::prelude::*;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "]]>",
    "\u{0}\u{1b}[31m\u{202e}\u{fffe}",
    "=cmd|' /C calc'!A0",
    "\" onload=\"x",
    "{{ 7 * 7 }}{% raw %}",
    "en\nrad till",
    "& &amp; å ä ö 😀",
];

/// A report whose every text is `text`, with cells of every kind.
fn report(text: &str, cells: &[Cell]) -> Report {
    let words = || text.to_owned();
    let head = Head { name: words(), columns: cells.iter().map(|_| words()).collect() };
    let line = |sort| Line { label: words(), sort, cells: cells.to_vec() };
    let lines = vec![line(Sort::Part), line(Sort::Rest), line(Sort::Total)];
    let grid = Grid { id: words(), title: words(), heads: vec![head], lines, notes: vec![words()] };
    let bar = |counts: [Option<u32>; 2]| Bar { label: words(), counts: counts.to_vec(), base: 7 };
    let panel = Panel { title: words(), bars: vec![bar([Some(3), Some(4)]), bar([Some(7), None])] };
    let chart = |stacked| {
        let panels = vec![panel.clone(), panel.clone()];
        Block::Chart(Chart { id: words(), title: words(), parts: vec![words(), words()], stacked, panels })
    };
    let blocks = vec![
        Block::Text(words()),
        Block::Warning(words()),
        Block::Items(vec![words(), words()]),
        Block::Facts(vec![(words(), words())]),
        Block::Quote { text: words(), source: words() },
        Block::Grid(grid),
        chart(true),
        chart(false),
    ];
    let section = Section { blocks, ..Section::new(text, text) };
    let section = Section { parts: vec![section.clone()], ..section };
    Report {
        lang: Lang::Sv,
        title: words(),
        subtitle: words(),
        date: Some("2026-03-02".to_owned()),
        about: vec![(words(), words())],
        sections: vec![section.clone(), section],
    }
}

fn shipped() -> Templates {
    Templates::new(Vec::new()).unwrap()
}

fn written(paper: Paper, report: &Report) -> Vec<u8> {
    paper.write(report, &Words::new(Lang::Sv), &shipped()).unwrap()
}

/// The texts of well-formed XML, each with its element; panics where it is not well-formed.
fn texts(xml: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut open, mut found) = (vec![String::new()], Vec::new());
    let mut add = |open: &[String], text: &str| match found.last_mut() {
        Some((element, known)) if element == open.last().unwrap() && open.len() > 1 => {
            let known: &mut String = known;
            known.push_str(text);
        }
        _ => found.push((open.last().unwrap().clone(), text.to_owned())),
    };
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Start(tag) => {
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                open.push(tag.name().as_ref().to_owned());
                add(&open[..1], "");
            }
            Event::Empty(tag) => tag.attributes().for_each(|attribute| drop(attribute.unwrap())),
            Event::End(_) => {
                open.pop();
                add(&open[..1], "");
            }
            Event::Text(text) => add(&open, &text),
            Event::GeneralRef(name) => {
                let one = match &*name {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "#x27" => '\'',
                    "#x2f" => '/',
                    other => panic!("&{other};"),
                };
                add(&open, &one.to_string());
            }
            Event::CData(_) | Event::PI(_) => panic!("no words of ours"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "what is opened is closed");
    assert!(
        xml.chars().all(|one| (' '..'\u{fffe}').contains(&one) || one > '\u{ffff}' || one == '\n'),
        "a character that XML does not know"
    );
    found.retain(|(element, _)| !element.is_empty());
    found
}

/// The parts of a document by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    names.iter().map(|name| (name.clone(), read(name))).collect()
}

/// What is read in the cells of the tables, in every format.
fn cells(paper: Paper, bytes: &[u8]) -> Vec<String> {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    let of = |xml: &str, name: &str| {
        texts(xml).into_iter().filter(|(element, _)| element == name).map(|(_, text)| text).collect::<Vec<_>>()
    };
    match paper {
        Paper::Md => {
            let text = text();
            let rows = text.lines().filter(|line| line.starts_with("| "));
            rows.flat_map(|row| row.split('|').map(|cell| cell.trim().to_owned())).collect()
        }
        Paper::Html => of(text().strip_prefix("<!DOCTYPE html>\n").unwrap(), "td"),
        Paper::Docx => of(&parts(bytes)["word/document.xml"], "w:t"),
        Paper::Xlsx => {
            let parts = parts(bytes);
            let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
            let shared = of(&parts["xl/sharedStrings.xml"], "t");
            sheets.flat_map(|(_, sheet)| of(sheet, "v")).chain(shared).collect()
        }
    }
}

#[test]
fn hostile_texts_are_words_in_every_format() {
    let long = "ord ".repeat(10_000);
    for text in HOSTILE.into_iter().chain([long.as_str(), "", " "]) {
        let report = report(text, &[Cell::Count(4), Cell::Text(text.to_owned()), Cell::Hidden]);
        let html = String::from_utf8(written(Paper::Html, &report)).unwrap();
        let told = texts(html.strip_prefix("<!DOCTYPE html>\n").unwrap());
        let shown = clean(text);
        assert!(told.iter().any(|(element, words)| element == "h1" && *words == shown) || text.trim().is_empty());
        assert!(
            html.matches("<script").count() == 1 && !html.contains("http"),
            "ours runs alone, and nothing is loaded"
        );
        for paper in [Paper::Docx, Paper::Xlsx] {
            let parts = parts(&written(paper, &report));
            for (name, part) in &parts {
                texts(part);
                assert!(!part.contains("<f>"), "{name}: no formula");
            }
        }
        let docx = parts(&written(Paper::Docx, &report));
        let said = texts(&docx["word/document.xml"]);
        let line = shown.lines().next().unwrap_or_default();
        assert!(said.iter().any(|(element, words)| element == "w:t" && words == line) || line.is_empty(), "{text:?}");
        written(Paper::Md, &report);
    }
}

#[test]
fn a_text_that_a_spreadsheet_would_obey_is_marked_as_text() {
    let styles = |text: &str| {
        let parts = parts(&written(Paper::Xlsx, &report(text, &[Cell::Count(4)])));
        parts["xl/styles.xml"].matches("quotePrefix=\"1\"").count()
    };
    assert_eq!(styles("Ja"), 0);
    for text in ["=1+1", "+1", "-1", "@a"] {
        assert!(styles(text) > 0, "{text}");
    }
}

#[test]
fn a_table_of_a_page_has_its_heads_over_its_columns() {
    let head = |name: &str, columns: &[&str]| Head {
        name: name.to_owned(),
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
    };
    let mut report = report("x", &[]);
    let heads = vec![head("Kvinnor", &["Andel %", "Antal"]), head("Alla", &[""])];
    let grid = Grid { id: "t".to_owned(), title: "T".to_owned(), heads, lines: Vec::new(), notes: Vec::new() };
    report.sections = vec![Section { blocks: vec![Block::Grid(grid)], ..Section::new("s", "S") }];
    let html = String::from_utf8(written(Paper::Html, &report)).unwrap();
    assert!(html.contains("<th scope=\"colgroup\" colspan=\"2\">Kvinnor</th>"), "{html}");
    assert!(html.contains("<th scope=\"col\" rowspan=\"2\">Alla</th>"), "{html}");
    assert!(html.contains("<caption>T</caption>"), "{html}");
    let docx = parts(&written(Paper::Docx, &report));
    assert_eq!(docx["word/document.xml"].matches("<w:tblHeader/>").count(), 2);
    assert!(docx["word/styles.xml"].contains("<w:lang w:val=\"sv-SE\""));
}

/// Else a long one begins on a page of its own, after a page with its caption alone.
#[test]
fn a_template_of_ones_own_is_used_and_its_faults_are_told_with_their_line() {
    let own = |text: &str| vec![Own { name: "report.html", file: "mine.html".to_owned(), text: text.to_owned() }];
    let words = Words::new(Lang::Sv);
    let page = Page::of(&report("<b>", &[]), &words);
    let filled = Templates::new(own("<p>{{ title }}</p>")).unwrap().fill("report.html", &page).unwrap();
    assert_eq!(filled, "<p>&lt;b&gt;</p>");
    let told = |faults: Faults| faults.describe(&words);
    let broken = told(Templates::new(own("a\n{% for %}")).err().unwrap());
    assert!(broken.starts_with("mine.html:2: ") && broken.contains("{% for %}"), "{broken}");
    let wrong = told(Templates::new(own("a\nb\n{{ titel }}")).unwrap().fill("report.html", &page).unwrap_err());
    assert!(wrong.starts_with("mine.html:3: "), "{wrong}");
}

#[test]
fn a_report_is_known_until_somebody_changes_it() {
    let report = report("x", &[Cell::Count(4)]);
    for paper in Paper::ALL {
        let bytes = mark::marked(written(paper, &report), paper);
        assert!(mark::is_report(&bytes), "{paper:?}");
        let cut = bytes.len() - 1;
        assert!(!mark::is_report(&bytes[..cut]), "{paper:?}");
        if paper.is_text() {
            let mut changed = bytes.clone();
            changed[3] ^= 1;
            assert!(!mark::is_report(&changed), "{paper:?}");
        }
    }
    let saved = shipped().fill("docx/docProps/core.xml", &Page::of(&report, &Words::new(Lang::Sv))).unwrap();
    assert!(saved.contains("<cp:lastModifiedBy>aktkoll<"));
    for other in ["", "# A report", "id;unit\n1;BRO\n"] {
        assert!(!mark::is_report(other.as_bytes()), "{other}");
    }
}

#[test]
fn one_report_gives_the_same_bytes_each_time() {
    let report = report("x", &[Cell::Count(4)]);
    for paper in Paper::ALL {
        assert!(written(paper, &report) == written(paper, &report), "{paper:?}");
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Hidden),
        Just(Cell::Nothing),
        any::<u32>().prop_map(Cell::Count),
        (0u32..5000, 1u32..5000).prop_map(|(k, more)| Cell::Share { k, n: k + more }),
        (-5_000_000i64..5_000_000).prop_map(Cell::Number),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_number_stands_in_every_format(cells in prop::collection::vec(cell(), 1..12)) {
        let report = report("text", &cells);
        let words = Words::new(Lang::Sv);
        for paper in Paper::ALL {
            let found = self::cells(paper, &written(paper, &report));
            for cell in &cells {
                let (shown, value) = (cell.shown(&words), match cell {
                    Cell::Share { k, n } => Some(f64::from(*k) / f64::from(*n)),
                    Cell::Count(n) => Some(f64::from(*n)),
                    #[expect(clippy::cast_precision_loss, reason = "small")]
                    Cell::Number(n) => Some(*n as f64 / 1000.0),
                    _ => None,
                });
                let holds = |text: &String| match value.filter(|_| paper == Paper::Xlsx) {
                    Some(value) => text.parse::<f64>().is_ok_and(|found| (found - value).abs() < 1e-9),
                    None => text.trim_matches('*').replace('\\', "") == shown,
                };
                prop_assert!(found.iter().any(holds), "{paper:?}: {shown} is not in {found:?}");
            }
        }
    }
}
