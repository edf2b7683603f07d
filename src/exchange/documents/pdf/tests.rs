use super::*;

fn said(text: &str) -> (Vec<String>, Vec<&'static str>, Option<&'static str>) {
    let said = Said::of(text);
    let notices = said.notices.iter().map(|notice| notice.key).collect();
    (said.pieces.into_iter().map(|piece| piece.text).collect(), notices, said.refused.map(|why| why.key))
}

#[test]
fn what_a_child_did_not_end_is_told_with_its_page() {
    let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(said("page 1\ntext a b\nend\n"), (lines(&["1", "a b"]), vec![], None));
    assert_eq!(said("page 1\ntext a\npage 2\n"), (lines(&["1", "a", "2"]), vec!["documents-pdf-stopped"], None));
    assert_eq!(said("page 1\ntext a\npage 2\nfailed\nend\n").1, ["documents-pdf-failed"]);
    assert_eq!(said("page 1\npicture\nend\n").1, ["documents-pdf-scanned"]);
    assert_eq!(
        said("page 1\npicture\npage 2\ntext x\nsigns 2\nend\n").1,
        ["documents-pdf-pictures", "documents-signs"]
    );
    assert_eq!(said("encrypted\nend\n").2, Some("documents-encrypted"));
    assert_eq!(said("broken\nend\n").2, Some("documents-pdf-broken"));
    assert_eq!(said("").2, Some("documents-pdf-broken"));
}

/// A PDF with such pages, each with its content and what else is said of it.
fn pdf(pages: &[(&str, &str)]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (n, (content, more)) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R{more}>>",
            5 + 2 * n
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        out += &format!("{place:010} 00000 n \n");
    }
    out += &format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

fn at(x: i32, y: i32, text: &str) -> String {
    format!("BT /F 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n")
}

fn lines(content: &str, more: &str) -> Vec<String> {
    let mut out = Vec::new();
    child::write(&mut out, pdf(&[(content, more)])).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines().filter_map(|line| line.strip_prefix("text ")).map(str::to_owned).collect()
}

#[test]
fn characters_stand_by_their_places_and_not_by_their_order() {
    let content = at(100, 700, "Ja") + &at(140, 700, "Nej") + &at(85, 700, "X") + &at(50, 720, "Svar");
    assert_eq!(lines(&content, ""), ["Svar", "X Ja   Nej"]);
    let turned = "BT /F 10 Tf 0 1 -1 0 100 50 Tm (Beslut 12) Tj ET BT /F 10 Tf 0 1 -1 0 120 50 Tm (30 timmar) Tj ET";
    assert_eq!(lines(turned, "/Rotate 90"), ["Beslut 12", "30 timmar"]);
    assert_eq!(lines(turned, ""), ["Beslut 12", "30 timmar"], "text that is turned on an upright page");
}

#[test]
fn columns_are_read_one_after_the_other_and_tables_row_by_row() {
    let long = |name: &str, n: i32| format!("{name} {n} with words up to the edge of it");
    let columns: String =
        (0..6).map(|n| at(50, 700 - 12 * n, &long("left", n)) + &at(320, 700 - 12 * n, &long("right", n))).collect();
    let read = lines(&columns, "");
    assert_eq!(
        (read.len(), read[5].as_str(), read[6].as_str()),
        (12, long("left", 5).as_str(), long("right", 0).as_str())
    );
    let table: String =
        (0..6).map(|n| at(50, 700 - 12 * n, &long("question", n)) + &at(320, 700 - 12 * n, "Ja")).collect();
    assert_eq!(lines(&table, "")[0], format!("{}   Ja", long("question", 0)));
}

#[test]
fn boxes_of_forms_are_ticked_or_not() {
    let field = |x: i32, state: &str| {
        format!("<</Type/Annot/Subtype/Widget/FT/Btn/T(a)/Rect[{x} 698 {} 708]/AS/{state}>>", x + 10)
    };
    let more = format!("/Annots[{}{}]", field(50, "Yes"), field(120, "Off"));
    let content = at(65, 700, "Ja") + &at(135, 700, "Nej");
    assert_eq!(lines(&content, &more), ["☒ Ja   ☐ Nej"]);
}

#[test]
fn notes_that_were_put_on_a_page_are_counted() {
    let note = |kind: &str| format!("<</Type/Annot/Subtype/{kind}/Contents(x)/Rect[50 698 60 708]>>");
    let more = format!("/Annots[{}{}{}]", note("FreeText"), note("Text"), note("Link"));
    let mut out = Vec::new();
    child::write(&mut out, pdf(&[(&at(65, 700, "Ja"), &more)])).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "page 1\ntext Ja\nnotes 2\n");
}

#[test]
fn what_is_no_pdf_is_told() {
    let mut out = Vec::new();
    child::write(&mut out, b"%PDF-1.4 garbage".to_vec()).unwrap();
    assert_eq!(out, b"broken\n");
}
