use super::super::office::Format;
use super::super::tests::{archive, lines_of};
use proptest::prelude::*;

fn read(styles: &str, body: &str) -> (Vec<String>, Vec<&'static str>) {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}\
         </office:text></office:body></office:document-content>"
    );
    lines_of(&archive(&[("content.xml", &content)]), Format::Odt)
}

fn lines(body: &str) -> Vec<String> {
    read("", body).0
}

#[test]
fn fields_sections_blanks_and_breaks_are_kept() {
    let body = "<text:section><text:p>Den <text:date>1 mars</text:date> kl<text:s text:c=\"2\"/>\n  9<text:tab/>x<text:line-break/>y \
        <text:user-field-get>Bro</text:user-field-get></text:p></text:section><text:h>Beslut</text:h>";
    assert_eq!(lines(body), ["Den 1 mars kl  9    x", "y Bro", "# Beslut"]);
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = format!("<table:table><table:table-row>{}{}</table:table-row></table:table>", cell("a"), cell("b"));
    assert_eq!(lines(&row), ["a | b"]);
}

#[test]
fn notes_comments_and_boxes_do_not_stand_in_the_line() {
    let body = "<text:p>a<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>not\
        </text:p></text:note-body></text:note>b<office:annotation><dc:creator>Robin</dc:creator><dc:date>2024</dc:date><text:p>k</text:p>\
        </office:annotation><draw:frame><draw:text-box><text:p>ruta</text:p></draw:text-box></draw:frame>c</text:p>";
    let (lines, told) = read("", body);
    assert_eq!(lines, ["a[1]b[a]c", "ruta", "# * * *", "[1] not", "# * * *", "[a] Robin: k"]);
    assert_eq!(told, ["documents-apart"]);
}

#[test]
fn what_was_deleted_or_is_hidden_is_told_and_not_shown() {
    let changes = "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>R</dc:creator></office:change-info>\
        <text:p>bort</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>kvar<text:change/></text:p>";
    assert_eq!(read("", changes), (vec!["kvar".to_owned()], vec!["documents-tracked"]));
    let styles = "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>";
    let body = "<text:p>a<text:span text:style-name=\"T1\">dold</text:span>b</text:p><text:section text:display=\"none\"><text:p>c</text:p>\
        </text:section>";
    assert_eq!(read(styles, body), (vec!["ab".to_owned()], vec!["documents-hidden"]));
}

#[test]
fn boxes_of_forms_are_ticked_or_not() {
    let body = "<office:forms><form:form><form:checkbox form:id=\"c1\" form:label=\"Ja\" form:current-state=\"checked\"/><form:checkbox \
        form:id=\"c2\" form:label=\"Nej\"/></form:form></office:forms><text:p><draw:control draw:control=\"c1\"/> <draw:control \
        draw:control=\"c2\"/></text:p><text:p><field:fieldmark field:type=\"vnd.oasis.opendocument.field.FORMCHECKBOX\"><field:param \
        field:name=\"Checkbox_Checked\" field:value=\"true\"/></field:fieldmark> samtycke</text:p>";
    assert_eq!(lines(body), ["☒ Ja ☐ Nej", "☒ samtycke"]);
}

#[test]
fn items_have_their_numbers_and_pages_begin_where_it_is_said() {
    let styles = "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-suffix=\".\" \
        style:num-format=\"1\"/><text:list-level-style-number text:level=\"2\" style:num-suffix=\")\" style:num-format=\"a\" \
        text:display-levels=\"2\"/></text:list-style><text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\"/>\
        </text:list-style><style:style style:name=\"P1\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>";
    let item = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
    let p = "<text:p>x</text:p>";
    let inner = format!("{p}<text:list>{}{}</text:list>", item(p), item(p));
    let body = format!(
        "<text:list text:style-name=\"L1\">{}{}</text:list><text:list text:style-name=\"L2\">{}</text:list><text:p \
        text:style-name=\"P1\">y</text:p>",
        item(&inner),
        item(&format!("{p}{p}")),
        item(p)
    );
    assert_eq!(read(styles, &body).0, ["1. x", "1.a) x", "1.b) x", "2. x", "x", "• x", "page 2", "y"]);
}

proptest! {
    #[test]
    fn no_text_of_a_paragraph_is_lost(texts in prop::collection::vec("[a-zåäö&;<]{1,12}", 1..20)) {
        let escaped = |text: &String| quick_xml::escape::escape(text.as_str()).into_owned();
        let paragraph = |text: &String| format!("<text:p><text:span>{}</text:span></text:p>", escaped(text));
        let body = texts.iter().map(paragraph).collect::<Vec<_>>().concat();
        prop_assert_eq!(lines(&body), texts);
    }
}

#[test]
fn what_is_struck_through_reads_as_struck() {
    let style = |name: &str, line: &str| {
        format!(
            "<style:style style:name=\"{name}\"><style:text-properties style:text-line-through-style=\"{line}\"/></style:style>"
        )
    };
    let styles = style("S", "solid") + &style("N", "none");
    let body = "<text:p>Ja / <text:span text:style-name=\"S\">Nej</text:span> alls</text:p><text:p text:style-name=\"S\">a \
        <text:span text:style-name=\"N\">b</text:span></text:p><text:p>c</text:p>";
    let (lines, told) = read(&styles, body);
    assert_eq!(
        (lines, told),
        (["Ja / ~~Nej~~ alls", "~~a~~ b", "c"].map(str::to_owned).to_vec(), vec!["documents-struck"])
    );
}
