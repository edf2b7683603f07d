//! Documents and sheets as office programs lay them out: pages, contents, charts, heights and heads.

use super::*;

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
    assert!(document("Hässelby-Vällingby", 8).contains("<w:trHeight w:val=\"1850\""), "18 letters on two lines");
}

#[test]
fn word_opens_a_document_in_its_own_mode_and_not_that_of_2007() {
    let settings = parts(&written(Paper::Docx, &report("x", &[]))).remove("word/settings.xml").unwrap();
    assert!(settings.contains("compatibilityMode") && settings.contains("w:val=\"15\""), "{settings}");
}

/// A table of so many lines with a last column of short words.
fn listed(lines: usize) -> Section {
    let head = |name: &str| Head { name: name.to_owned(), columns: vec![String::new()] };
    let cells = || (0..7).map(|_| Cell::Count(4)).chain([Cell::Text("269 av 635".to_owned())]).collect();
    let line = |_| Line { label: "Enskede-Årsta-Vantör, kvinnor".to_owned(), sort: Sort::Part, cells: cells() };
    let heads = (1..=8).map(|n| head(&format!("Nr {n}"))).collect();
    let grid = Grid {
        id: "g".to_owned(),
        title: "T".to_owned(),
        heads,
        lines: (0..lines).map(line).collect(),
        notes: Vec::new(),
    };
    Section { blocks: vec![Block::Grid(grid)], ..Section::new("s", "S") }
}

#[test]
fn a_column_is_as_wide_as_its_numbers_and_the_labels_have_the_rest() {
    let report = Report { sections: vec![listed(2)], ..report("x", &[]) };
    let document = parts(&written(Paper::Docx, &report)).remove("word/document.xml").unwrap();
    let widths = document.split("<w:gridCol w:w=\"").skip(1).filter_map(|part| part.split('"').next()?.parse().ok());
    let widths: Vec<usize> = widths.collect();
    assert!(widths.len() == 9 && widths[8] >= 10 * 130 + 190, "ten letters do not break: {widths:?}");
    assert!(widths[1] < 900 && widths[0] > 3000 && widths.iter().sum::<usize>() == 9638, "{widths:?}");
}

#[test]
fn a_page_of_a_sheet_ends_before_a_table_that_does_not_fit_it() {
    let report = Report {
        sections: vec![Section { parts: vec![listed(12), listed(12), listed(12)], ..Section::new("p", "P") }],
        ..report("x", &[])
    };
    let sheet = parts(&written(Paper::Xlsx, &report)).remove("xl/worksheets/sheet2.xml").unwrap();
    assert!(sheet.contains("<rowBreaks") && !sheet.contains("fitToPage"), "{sheet}");
}
