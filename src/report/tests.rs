use super::format::Format;
use super::format::markdown::Markdown;
use super::*;
use crate::answers::tests::fixture::{BESLUT, answer, fold};

fn printed(options: &Options) -> String {
    let lines = [answer(1, "anna", 0, BESLUT, "ja"), answer(2, "anna", 1, BESLUT, "nej")];
    let study = Study::new("Provet | ett".to_owned(), fold(&lines));
    let words = Words::new(Lang::Sv);
    let report = Report::of(Source { study: &study, draw: None, words: &words, options });
    String::from_utf8(Markdown.write(&report, &words).unwrap()).unwrap()
}

#[test]
fn every_question_about_cases_has_a_table_under_its_area() {
    let text = printed(&Options::default());
    assert!(text.starts_with("# Provet \\| ett\n"), "{text}");
    assert!(text.contains("\n### 1 "), "{text}");
    assert!(text.contains("| **Underlag** |"), "{text}");
}
