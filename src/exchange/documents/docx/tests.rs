use super::super::office::Format;
use super::super::tests::{archive, lines_of};
use proptest::prelude::*;

/// A document with such a body and such other parts, each with what it is.
fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation =
        |kind: &str, target: &str| format!("<Relationship Id=\"{kind}\" Type=\"{kinds}/{kind}\" Target=\"{target}\"/>");
    let files: Vec<(String, &str)> = parts.iter().map(|(kind, text)| (format!("word/{kind}.xml"), *text)).collect();
    let relations: String = parts.iter().map(|(kind, _)| relation(kind, &format!("{kind}.xml"))).collect();
    let top = format!("<Relationships>{}</Relationships>", relation("officeDocument", "word/document.xml"));
    let relations = format!("<Relationships>{relations}</Relationships>");
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut all = vec![
        ("_rels/.rels", top.as_str()),
        ("word/_rels/document.xml.rels", &relations),
        ("word/document.xml", &document),
    ];
    all.extend(files.iter().map(|(name, text)| (name.as_str(), *text)));
    archive(&all)
}

fn read(body: &str, parts: &[(&str, &str)]) -> (Vec<String>, Vec<&'static str>) {
    lines_of(&docx(body, parts), Format::Docx)
}

/// The only line of a paragraph.
fn line(inner: &str) -> String {
    let (lines, told) = read(&format!("<w:p>{inner}</w:p>"), &[]);
    assert_eq!((lines.len(), told.len()), (1, 0), "{lines:?} {told:?}");
    lines.concat()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn what_was_ticked_is_a_box_that_is_ticked() {
    let sym = |font: &str, code: &str| {
        line(&format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>{}", run(" ja")))
    };
    assert_eq!(sym("Wingdings", "F0FE"), "☒ ja");
    assert_eq!(sym("Wingdings", "00A8"), "☐ ja");
    assert_eq!(sym("Wingdings 2", "F052"), "☒ ja");
    assert_eq!(line("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>þ</w:t></w:r>"), "☒");
    let form = |data: &str| {
        let begin = format!("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r>");
        let code = "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        line(&(begin + code + &run(" nej")))
    };
    assert_eq!(form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"), "☒ nej");
    assert_eq!(form("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>"), "☒ nej");
    assert_eq!(form("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>"), "☐ nej");
    let list = "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"a\"/><w:listEntry w:val=\"b\"/></w:ddList>";
    assert_eq!(form(list), "b nej");
    let control = |checked: &str| {
        line(&format!(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"{checked}\"/></w14:checkbox></w:sdtPr>\
            <w:sdtContent>{}</w:sdtContent></w:sdt>{}",
            run("?"),
            run(" ja")
        ))
    };
    assert_eq!((control("1"), control("0")), ("☒ ja".to_owned(), "☐ ja".to_owned()));
}

#[test]
fn fields_hyphens_tabs_and_controls_keep_what_they_show() {
    assert_eq!(line(&format!("<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple>", run("2024-03-01"))), "2024-03-01");
    let complex = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar \
         w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        run("12")
    );
    assert_eq!(line(&complex), "12");
    assert_eq!(line("<w:r><w:t>4</w:t><w:noBreakHyphen/><w:t>1 ka</w:t><w:softHyphen/><w:t>p</w:t></w:r>"), "4-1 kap");
    assert_eq!(line("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), "a   b");
    assert_eq!(line("<w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>"), "a");
    assert_eq!(
        line(&format!("<w:smartTag>{}</w:smartTag><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", run("a"), run("b"))),
        "ab"
    );
}

#[test]
fn changes_hidden_text_and_boxes_are_read_as_they_are_seen() {
    let (lines, told) = read(
        &format!(
            "<w:p><w:ins>{}</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:moveFrom>{}\
        </w:moveFrom></w:p>",
            run("kvar"),
            run("bort")
        ),
        &[],
    );
    assert_eq!((lines, told), (vec!["kvar".to_owned()], vec!["documents-tracked"]));
    let (lines, told) = read(
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>syns</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>\
        <w:t>dold</w:t></w:r></w:p>",
        &[],
    );
    assert_eq!((lines, told), (vec!["syns".to_owned()], vec!["documents-hidden"]));
    let content = format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run("ruta"));
    let (lines, _) = read(
        &format!(
            "<w:p>{}<w:r><mc:AlternateContent><mc:Choice>{content}</mc:Choice><mc:Fallback>{content}\
        </mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
            run("före"),
            run(" efter")
        ),
        &[],
    );
    assert_eq!(lines, ["före efter", "ruta"]);
}

#[test]
fn notes_follow_the_text_in_the_order_of_their_marks() {
    let notes = "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote \
        w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t>två</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:t>ett</w:t>\
        </w:r></w:p></w:footnote></w:footnotes>";
    let comments = "<w:comments><w:comment w:id=\"0\" w:author=\"Robin\"><w:p><w:r><w:t>stämmer</w:t></w:r></w:p></w:comment></w:comments>";
    let body = "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>b</w:t><w:footnoteReference \
        w:id=\"1\"/><w:commentReference w:id=\"0\"/></w:r></w:p>";
    let header = "<w:hdr><w:p><w:r><w:t>Akt 7</w:t></w:r></w:p></w:hdr>";
    let (lines, told) = read(body, &[("footnotes", notes), ("comments", comments), ("header", header)]);
    let expected =
        ["a[1]b[2][a]", "# * * *", "[1] två", "[2] ett", "# * * *", "[a] Robin: stämmer", "# * * *", "Akt 7"];
    assert_eq!(lines, expected);
    assert_eq!(told, ["documents-apart"]);
}

#[test]
fn headings_pages_tables_and_numbers_are_as_they_are_seen() {
    let styles = "<w:styles><w:style w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"Egen\">\
        <w:name w:val=\"Egen\"/><w:basedOn w:val=\"Rubrik1\"/></w:style></w:styles>";
    let level = |n: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"5\">{}{}</w:abstractNum><w:num w:numId=\"1\">\
        <w:abstractNumId w:val=\"5\"/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%1.%2)")
    );
    let item = |level: u8| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            run("x")
        )
    };
    let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(text));
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Egen\"/></w:pPr>{}</w:p>{}{}{}{}{}<w:p>{}<w:r><w:br w:type=\"page\"/></w:r></w:p>\
        <w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        run("R"),
        item(0),
        item(1),
        item(1),
        item(0),
        item(1),
        run("s"),
        cell("a"),
        cell("b")
    );
    let (lines, _) = read(&body, &[("styles", styles), ("numbering", &numbering)]);
    assert_eq!(lines, ["# R", "1. x", "1.a) x", "1.b) x", "2. x", "2.a) x", "s", "page 2", "", "a | b"]);
}

proptest! {
    #[test]
    fn no_text_of_a_paragraph_is_lost(texts in prop::collection::vec("[a-zåäö&;<]{1,12}", 1..20), in_table: bool) {
        let escaped = |text: &String| quick_xml::escape::escape(text.as_str()).into_owned();
        let paragraph = |text: &String| {
            let p = format!("<w:p>{}</w:p>", run(&escaped(text)));
            if in_table { format!("<w:tc>{p}</w:tc>") } else { p }
        };
        let inner: String = texts.iter().map(paragraph).collect();
        let body = if in_table { format!("<w:tbl><w:tr>{inner}</w:tr></w:tbl>") } else { inner };
        let (lines, _) = read(&body, &[]);
        prop_assert_eq!(lines.join("\n"), texts.join(if in_table { " | " } else { "\n" }));
    }
}

#[test]
fn what_is_struck_through_reads_as_struck() {
    let struck = |text: &str| format!("<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = format!("<w:p>{}{}{}{}</w:p>", run("Ja / "), struck("Nej"), struck(" alls"), run(", enligt plan"));
    assert_eq!(read(&body, &[]), (vec!["Ja / ~~Nej alls~~, enligt plan".to_owned()], vec!["documents-struck"]));
    let styles = "<w:styles><w:style w:styleId=\"S\"><w:rPr><w:dstrike/></w:rPr></w:style></w:styles>";
    let run = |more: &str| format!("<w:p><w:r><w:rPr><w:rStyle w:val=\"S\"/>{more}</w:rPr><w:t>a</w:t></w:r></w:p>");
    let body = run("") + &run("<w:dstrike w:val=\"0\"/>");
    assert_eq!(read(&body, &[("styles", styles)]).0, ["~~a~~", "a"]);
}
