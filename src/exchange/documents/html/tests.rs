use super::super::tests::lines_and_told;
use super::*;
use crate::base::text::is_hidden;
use proptest::prelude::*;

fn page(bytes: &[u8]) -> (Vec<String>, Vec<&'static str>) {
    lines_and_told(&read(bytes, Heading { key: "1".to_owned(), kind: None }, "study"))
}

fn lines(text: &str) -> Vec<String> {
    page(text.as_bytes()).0
}

#[test]
fn text_is_laid_out_as_a_browser_does() {
    let text = "<!doctype html><title>t</title><body>En <b>fet</b>\n  rad<p>två<br>tre</p><h2>Rubrik</h2> <div><div>fyra</div></div>\
        fem &amp; sex&nbsp;&ouml;<script>if (a<b) {}</script><style>p {}</style><!-- nej -->";
    assert_eq!(lines(text), ["En fet rad", "två", "tre", "# Rubrik", "fyra", "fem & sex\u{a0}ö"]);
    assert_eq!(lines("<pre>a\n  b\n</pre>c"), ["a", "  b", "", "c"]);
    assert_eq!(lines("a<hr>b<br><br>c"), ["a", "b", "", "c"]);
    assert_eq!(lines(""), [] as [&str; 0]);
}

#[test]
fn items_have_the_marks_that_are_shown() {
    let text = "<ul><li>a<ol type=a start=3><li>b<li value=7>c</ol><li>d</ul><ol><li><p>e</p><p>f</p></ol>";
    assert_eq!(lines(text), ["• a", "  c. b", "  g. c", "• d", "1. e", "f"]);
}

#[test]
fn a_row_of_a_table_is_a_line() {
    let text = "<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table></table>f";
    assert_eq!(lines(text), ["a | b", "c | d | e", "f"]);
    assert_eq!(lines("<table><td>a</td><td><p>b</p><p>c</p></td></table>"), ["a | b", "c"]);
}

#[test]
fn what_was_filled_in_is_shown() {
    let text = "<form><label><input type=radio checked> Ja</label> <label><input type=radio> Nej</label>\
        <p>Namn: <input value=x> <input type=hidden value=y><input type=password value=z></p>\
        <select><option>ett<option selected>två</select> <select><option label=A>a<option>b</select> \
        <select multiple><option selected>m<option>n</select><textarea>rad 1\nrad 2</textarea></form>";
    assert_eq!(lines(text), ["☒ Ja ☐ Nej", "Namn: x ", "två A ☒ m ☐ n", "rad 1", "rad 2"]);
}

#[test]
fn what_is_hidden_is_told_and_what_is_struck_reads_as_struck() {
    let text = "<p>a<span style='color: red; DISPLAY : none'>b<span>c</span></span>d</p><div hidden>e<div>f</div></div><p hidden>g<p>h\
        <ul><li hidden>i</ul>j <s>k</s><img alt=bild src=x><iframe>l</iframe>";
    let told = vec!["documents-struck", "documents-hidden", "documents-pictures", "documents-embedded"];
    assert_eq!(page(text.as_bytes()), (["ad", "h", "j ~~k~~[bild]"].map(str::to_owned).to_vec(), told));
    assert_eq!(lines("<br hidden>a<div hidden='until-found'>b</div>"), ["a", "b"]);
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_names() {
    let body = b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>\xe5\xe4\xf6";
    assert_eq!(page(body), (vec!["åäö".to_owned()], vec![]));
    let broken = b"<meta charset=utf-8><p>\xe5";
    assert_eq!(page(broken).1, ["documents-broken"]);
    let unnamed = "<p>åäö, dit".as_bytes();
    assert_eq!(page(unnamed), (vec!["åäö, dit".to_owned()], vec![]));
}

proptest! {
    #[test]
    fn whatever_the_tags_are_the_words_outside_what_is_left_out_are_shown(
        parts in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<ol>", "</ol>",
            "<b>", "</b>", "<s>", "</s>", "<h1>", "</h1>", "<pre>", "</pre>", "<br>", "<blockquote>", "</tr>", "</li>",
        ]), 0..40),
    ) {
        let words: Vec<String> = (0..=parts.len()).map(|n| format!("w{n}x")).collect();
        let pieces = words.iter().zip(parts.iter().chain([&""])).flat_map(|(word, tag)| [word.as_str(), tag]);
        let text: String = pieces.collect();
        let shown = lines(&text).join("\n");
        for word in &words {
            prop_assert!(shown.contains(word.as_str()), "{word} in {shown}");
        }
    }

    #[test]
    fn nothing_raw_comes_out(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for line in page(&bytes).0 {
            prop_assert!(line.chars().all(|c| !c.is_control() && !is_hidden(c)), "{line:?}");
        }
    }
}
