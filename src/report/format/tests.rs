//! What holds for every format: nothing is lost, nothing is obeyed, nothing breaks.

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
fn a_short_table_stays_in_one_piece_and_a_long_one_turns_the_page_between_its_rows() {
    let kept = |rows: usize, notes: usize| {
        let line = Line { label: "Ja".to_owned(), sort: Sort::Part, cells: vec![Cell::Count(4)] };
        let heads = vec![Head { name: "Alla".to_owned(), columns: vec![String::new()] }];
        let (id, title) = ("t".to_owned(), "T".to_owned());
        let grid = Grid { id, title, heads, lines: vec![line; rows], notes: vec!["*".to_owned(); notes] };
        let mut report = report("x", &[]);
        report.sections = vec![Section { blocks: vec![Block::Grid(grid)], ..Section::new("s", "S") }];
        let docx = parts(&written(Paper::Docx, &report));
        let style = docx["word/styles.xml"].split("w:styleId=\"TableText\"").nth(1).unwrap();
        assert!(!style.split("</w:style>").next().unwrap().contains("keepNext"));
        docx["word/document.xml"].matches("<w:keepNext/>").count()
    };
    assert_eq!([kept(20, 0), kept(21, 0)], [38, 0], "its last line is followed by what is no part of it");
    assert_eq!([kept(20, 2), kept(21, 2)], [41, 5], "notes stand with the last lines, and with each other");
}

/// A table of so many columns in a section of its own.
fn tabled(id: &str, columns: usize) -> Section {
    let head = Head { name: "Alla".to_owned(), columns: vec![String::new()] };
    let lines = vec![Line { label: "Ja".to_owned(), sort: Sort::Part, cells: vec![Cell::Count(4); columns] }];
    let (id, title, notes) = (id.to_owned(), id.to_owned(), Vec::new());
    let grid = Grid { id: id.clone(), title, heads: vec![head; columns], lines, notes };
    Section { blocks: vec![Block::Grid(grid)], ..Section::new(id.clone(), id) }
}

#[test]
fn pages_turn_with_the_heading_of_a_wide_table_and_none_is_empty() {
    let area = Section { parts: vec![tabled("b", 12), tabled("c", 12)], ..Section::new("area", "Area") };
    let sections = vec![tabled("a", 2), area, tabled("d", 2)];
    let report = Report { sections, ..report("x", &[]) };
    let document = parts(&written(Paper::Docx, &report)).remove("word/document.xml").unwrap();
    let pages: Vec<(Vec<&str>, bool)> = document
        .split("</w:sectPr>")
        .filter(|pages| pages.contains("<w:sectPr>"))
        .map(|pages| {
            let headings = pages.split("w:val=\"Heading").skip(1);
            let named = headings.filter_map(|rest| rest.split("preserve\">").nth(1)?.split('<').next());
            (named.collect(), pages.contains("w:orient=\"landscape\""))
        })
        .collect();
    assert_eq!(pages, [(vec!["a"], false), (vec!["Area", "b", "c"], true), (vec!["d"], false)]);
    assert!(!document.contains("<w:p/>"));
}

#[test]
fn contents_have_the_pages_of_their_headings_and_tables_are_numbered_through() {
    let sections = vec![tabled("a", 2), tabled("Tabell 7. Med eget nummer", 2), tabled("b", 2)];
    let report = Report { sections, ..report("x", &[]) };
    let docx = parts(&written(Paper::Docx, &report));
    let document = &docx["word/document.xml"];
    assert_eq!(document.matches("SEQ Tabell").count(), 2);
    for number in 1..=2 {
        assert!(
            document.contains(&format!("PAGEREF _Toc{number} "))
                && document.contains(&format!("w:name=\"_Toc{number}\""))
        );
        let caption = format!("SEQ Tabell \\* ARABIC \"><w:r><w:t>{number}</w:t>");
        assert!(document.contains(&caption), "{caption}");
    }
    assert!(document.contains(" TOC \\o ") && docx["word/settings.xml"].contains("<w:updateFields"));
}

#[test]
fn word_draws_each_chart_from_its_own_numbers() {
    let bar = |label: &str, counts: [Option<u32>; 2]| Bar { label: label.to_owned(), counts: counts.to_vec(), base: 7 };
    let panel =
        Panel { title: String::new(), bars: vec![bar("Kvinnor", [Some(3), Some(4)]), bar("Män", [Some(7), None])] };
    let parts_of = vec!["Ja".to_owned(), "Nej".to_owned()];
    let chart =
        Chart { id: "c".to_owned(), title: "Plan".to_owned(), parts: parts_of, stacked: true, panels: vec![panel] };
    let section = Section { blocks: vec![Block::Chart(chart)], ..Section::new("s", "S") };
    let docx = parts(&written(Paper::Docx, &Report { sections: vec![section.clone(), section], ..report("x", &[]) }));
    let drawn: Vec<(String, String)> = texts(&docx["word/charts/chart1.xml"]);
    let told: Vec<&str> = drawn.iter().filter(|(element, _)| element == "c:v").map(|(_, text)| text.as_str()).collect();
    let places = ["Kvinnor (av 7)", "Män (av 7)"];
    let of = |name: &'static str, values: &[&'static str]| [&[name], &places[..], values].concat();
    assert_eq!(told, [of("Ja", &["3.0", "7.0"]), of("Nej", &["4.0"]), of("dolt (..)", &["0.0"])].concat());
    for number in 1..=2 {
        assert!(docx["[Content_Types].xml"].contains(&format!("/word/charts/chart{number}.xml")));
        assert!(docx["word/_rels/document.xml.rels"].contains(&format!("Target=\"charts/chart{number}.xml\"")));
        assert!(docx["word/document.xml"].contains(&format!("r:id=\"chart{number}\"")));
    }
}

#[test]
fn a_row_of_a_sheet_is_as_high_as_the_text_that_runs_over_its_columns() {
    let text = "Ett ord till. ".repeat(40);
    let section = Section { blocks: vec![Block::Text(text)], ..Section::new("s", "S") };
    let report = Report { sections: vec![section], ..report("x", &[]) };
    let sheets = parts(&written(Paper::Xlsx, &report));
    let sheet = &sheets["xl/worksheets/sheet2.xml"];
    assert!(sheet.contains("<mergeCell ref=\"A2:G2\"/>"), "{sheet}");
    let height = sheet.split("<row r=\"2\"").nth(1).and_then(|row| row.split("ht=\"").nth(1)).unwrap();
    let height: f64 = height.split('"').next().unwrap().parse().unwrap();
    assert!((70.0..120.0).contains(&height), "560 letters on lines of about 100: {height}");
}

#[test]
fn heads_stand_upright_where_a_word_would_break_and_only_there() {
    let head = |name: &str| Head { name: name.to_owned(), columns: vec![String::new()] };
    let document = |name: &str, columns: usize| {
        let heads = (0..columns).map(|_| head(name)).collect();
        let cells = vec![Cell::Count(1); columns];
        let lines = vec![Line { label: "Alla".to_owned(), sort: Sort::Total, cells }];
        let grid = Grid { id: "g".to_owned(), title: "T".to_owned(), heads, lines, notes: Vec::new() };
        let section = Section { blocks: vec![Block::Grid(grid)], ..Section::new("s", "S") };
        let report = Report { sections: vec![section], ..report("x", &[]) };
        parts(&written(Paper::Docx, &report)).remove("word/document.xml").unwrap()
    };
    let upright = |document: String| document.matches("<w:textDirection w:val=\"btLr\"/>").count();
    assert_eq!(upright(document("Hässelby-Vällingby", 8)), 8);
    assert_eq!(upright(document("Hässelby-Vällingby", 4)), 0, "it may break at its own hyphen");
    assert_eq!(upright(document("Ungdomsmottagningen", 2)), 0, "the column is made as wide as the word");
    assert_eq!(upright(document("Söder", 8)), 0);
    assert!(document("Hässelby-Vällingby", 8).contains("<w:trHeight w:val=\"2690\""), "one line of 18 letters");
}

#[test]
fn word_opens_a_document_in_its_own_mode_and_not_that_of_2007() {
    let settings = parts(&written(Paper::Docx, &report("x", &[]))).remove("word/settings.xml").unwrap();
    assert!(settings.contains("compatibilityMode") && settings.contains("w:val=\"15\""), "{settings}");
}

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
