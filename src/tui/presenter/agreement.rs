//! How alike the codings are: how far it is, question by question, and the cases in which they differ.

use super::line;
use crate::analysis::reliability::{Compared, Row};
use crate::base::text::{fit, padded, visible, width, wrap};
use crate::msg;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::tui::dialog::Choice;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// The questions that are compared, once anything is.
pub(crate) fn questions(model: &Model) -> Vec<Choice> {
    let agreed = model.cache.agreement.as_ref().filter(|agreed| agreed.overview.doubled > 0);
    agreed.map_or_else(Vec::new, |agreed| agreed.questions.iter().map(|(place, _)| Choice::Agreement(*place)).collect())
}

/// The cases in which the coders differ on a question.
pub(crate) fn differing(model: &Model, question: QuestionIx) -> Vec<Choice> {
    let compared = compared(model, question);
    compared.map_or_else(Vec::new, |compared| {
        compared.differing().map(|row| Choice::Differing(row.case, question)).collect()
    })
}

fn compared(model: &Model, question: QuestionIx) -> Option<&Compared> {
    model.cache.agreement.as_ref()?.question(question)
}

/// A question with its counts, which are never cut.
pub(crate) fn question_line(model: &Model, question: QuestionIx) -> String {
    let end = alike(model, question);
    let text = model.protocol().questions.at(question).text.as_str();
    let room = super::extent(model).0.saturating_sub(width(&end) + 6);
    format!("{:>3} {} {end}", model.number(question), padded(&fit(&visible(text), room), room))
}

/// In how many cases all said the same.
pub fn alike(model: &Model, question: QuestionIx) -> String {
    let alike = compared(model, question).map(|compared| compared.alike().of_cases(model.study.percent_from));
    alike.map_or_else(String::new, |alike| model.words.say(&alike))
}

/// A case with what each said.
pub(crate) fn case_line(model: &Model, case: CaseIx, question: QuestionIx) -> String {
    let row = compared(model, question).and_then(|compared| {
        let row = compared.rows.iter().find(|row| row.case == case)?;
        Some(said(model, question, compared, row))
    });
    format!("  {}  {}", model.case_name(case), row.unwrap_or_default())
}

fn said(model: &Model, question: QuestionIx, compared: &Compared, row: &Row) -> String {
    let (Some(agreed), Some(asked)) = (&model.cache.agreement, model.protocol().questions.get(question)) else {
        return String::new();
    };
    let one = |((rater, _), said): (&(crate::analysis::reliability::Rater, usize), &Option<usize>)| {
        let said = compared.categories.get((*said)?)?.shown(asked, &model.words);
        Some(visible(&format!(
            "{}: {}",
            rater.named(&model.called(&rater.coder), &model.words),
            said.replace('\n', " ")
        )))
    };
    agreed.overview.raters.iter().zip(&row.said).filter_map(one).collect::<Vec<_>>().join(model.between())
}

/// What stands above the questions: how far it is, who coded, and how much is answered in what is not finished.
pub(crate) fn head(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let Some(agreed) = &model.cache.agreement else { return Vec::new() };
    let overview = &agreed.overview;
    let is_begun = overview.doubled + overview.waiting > 0;
    let mut first = model.words.say(&if is_begun { overview.of_planned() } else { msg!("agree-nobody") });
    if overview.doubled > 0 {
        let all = agreed.total.of_answers(model.study.percent_from);
        first = [first, model.words.say(&all)].join(model.between());
    }
    let coders = (overview.doubled > 0).then(|| {
        model.words.say(&msg!("agree-coders", names = overview.coders(&model.words, &|coder| model.called(coder))))
    });
    let begun = overview.begun.iter().map(|begun| model.words.say(&begun.message(&model.called(&begun.coder))));
    let joint = overview.together().map(|joint| model.words.say(&joint));
    let texts = [first].into_iter().chain(coders).chain(joint).chain(begun);
    texts.flat_map(|text| wrap(&text, columns)).map(|text| line(model, Tone::Plain, text)).collect()
}

/// What stands above the cases: the question.
pub(crate) fn question_head(model: &Model, question: QuestionIx, columns: usize) -> Vec<Line<'static>> {
    let text = model.protocol().questions.at(question).text.as_str();
    wrap(&visible(text), columns).into_iter().map(|text| line(model, Tone::Answer, text)).collect()
}
