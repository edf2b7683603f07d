//! Coding rules in words, and the cases that were coded before them.

use crate::base::text::visible_lines;
use crate::msg;
use crate::study::answers::case_view::CellStatus;
use crate::study::answers::record::Record;
use crate::study::index::{At, CaseIx};
use crate::tui::model::Model;

/// A rule with who wrote it, and when.
pub fn rule_line(model: &Model, rule: &Record) -> String {
    let answers = &model.study.answers;
    let at = jiff::Timestamp::from_millisecond(rule.at).unwrap_or_default().to_zoned(model.zone.clone());
    let coder = model.called(answers.coder_name(rule.slot.coder));
    let head = msg!("screen-rule", coder = coder, date = at.strftime("%Y-%m-%d").to_string());
    format!("{} {}", model.words.say(&head), visible_lines(answers.text(rule.value)))
}

/// The cases whose answer to the open question was given before its newest rule, one's own first.
pub fn again(model: &Model) -> Vec<CaseIx> {
    let question = model.question;
    let stands = |case: CaseIx| {
        let answered = model.sheet(case).at(question).status == CellStatus::Answered;
        answered && model.dropped(case).is_none()
    };
    let cases = model.study.cases.cases.keys();
    let mut found: Vec<CaseIx> = cases
        .filter(|&case| model.study.answers.is_before_rule(model.perspective(), case, question) && stands(case))
        .collect();
    found.sort_by_key(|&case| !model.is_mine(case));
    found
}

/// How many cases have an answer to the open question: those that a rule written now asks to be looked at again.
pub fn rule_applies_to(model: &Model) -> usize {
    let question = model.question;
    let is_answered =
        |&case: &CaseIx| model.sheet(case).at(question).status == CellStatus::Answered && model.dropped(case).is_none();
    model.study.cases.cases.keys().filter(is_answered).count()
}
