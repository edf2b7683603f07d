//! The page that closes a case: every question with its answer, and what is missing.

use super::{line, span};
use crate::base::text::{fit, padded, visible_lines, width, wrap};
use crate::msg;
use crate::study::Tallies;
use crate::study::answers::escalation::MANAGER;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Op;
use crate::tui::dialog::Dialog;
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// What is missing or doubtful in a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Questions that must be answered and are.
    pub answered: usize,
    /// Questions that must be answered.
    pub asked: usize,
    /// Unsure answers.
    pub unsure: usize,
    /// Answers that need another look.
    pub reworded: usize,
    /// Answers that ask for a comment and have none.
    pub unexplained: usize,
    /// Plausibility checks that do not hold.
    pub checks: Vec<String>,
}

/// What is missing or doubtful in the open case.
pub fn totals(model: &Model) -> Totals {
    let (answered, asked) = model.study.filled(&model.cells);
    let checks = model.study.answers.failed_checks(&model.cells, model.case);
    Totals {
        answered,
        asked,
        unsure: model.question_order.iter().filter(|&&place| super::marks(model, place).unsure).count(),
        reworded: model.question_order.iter().filter(|&&place| model.needs_another_look(place)).count(),
        unexplained: model.question_order.iter().filter(|&&place| is_unexplained(model, place)).count(),
        checks: checks
            .map(|check| {
                let last = check.when.questions().into_iter().filter(|&place| model.is_asked(place)).max();
                let number = last.map(|last| msg!("screen-question-number", n = model.number(last)));
                let number = number.map_or_else(String::new, |number| format!(" ({})", model.words.say(&number)));
                check.message.clone() + &number
            })
            .collect(),
    }
}

/// Whether an answer asks for a comment that is not there.
fn is_unexplained(model: &Model, place: QuestionIx) -> bool {
    model.study.answers.is_unexplained(model.perspective(), &model.cells, model.case, place)
}

/// The questions on the page, in order: those that are asked, at another time than now only where they are answered.
pub fn summary_questions(model: &Model) -> Vec<QuestionIx> {
    let due = |place: QuestionIx| model.protocol().questions.get(place).is_some_and(|asked| model.study.is_due(asked));
    let shown = |place: QuestionIx| model.is_asked(place) && (due(place) || !model.answer(place).is_empty());
    model.question_order.iter().copied().filter(|&place| shown(place)).collect()
}

/// The lines of the page above its questions, then the questions.
pub fn summary(model: &Model, columns: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let found = totals(model);
    let gaps = found.asked - found.answered;
    let mut text = vec![model.words.say(&msg!("summary-answered", answered = found.answered, asked = found.asked))];
    if gaps > 0 {
        text.push(model.words.say(&msg!("summary-gaps", n = gaps)));
    }
    if found.unsure > 0 {
        text.push(model.words.say(&msg!("summary-unsure", n = found.unsure)));
    }
    if found.reworded > 0 {
        text.push(model.words.say(&msg!("summary-reworded", n = found.reworded)));
    }
    if found.unexplained > 0 {
        text.push(model.words.say(&msg!("summary-unexplained", n = found.unexplained)));
    }
    let tone = if gaps > 0 { Tone::Alarm } else { Tone::Heading };
    let mut head = vec![line(model, tone, fit(&text.join(", "), columns))];
    for check in &found.checks {
        let text = model.words.say(&msg!("summary-check", message = check.as_str()));
        head.extend(wrap(&text, columns).into_iter().map(|text| line(model, Tone::Alarm, text)));
    }
    for remark in remarks(model) {
        head.extend(wrap(&remark, columns).into_iter().map(|text| line(model, Tone::Plain, text)));
    }
    if let Some(dropped) = model.dropped(model.case) {
        let reason = model.study.answers.text(dropped.value);
        head.push(line(model, Tone::Alarm, fit(&model.words.say(&msg!("summary-dropped", reason = reason)), columns)));
    }
    let body = summary_questions(model).into_iter().map(|place| body_line(model, place, columns)).collect();
    (head, body)
}

/// The comments on the case as a whole, and how far its file is read.
fn remarks(model: &Model) -> Vec<String> {
    let answers = &model.study.answers;
    let whole = |record: &&crate::study::answers::record::Record| {
        record.slot.question.is_none() && !answers.is_discussed(record.slot)
    };
    let said = super::annotations(model, model.case).filter(whole).filter_map(|record| {
        let mut text = visible_lines(answers.text(record.value));
        if answers.text(record.slot.item) == MANAGER {
            text = model.words.say(&msg!("escalation-summary", text = text));
        }
        let coder = answers.coder_name(record.slot.coder);
        match record.slot.op {
            Op::Note if coder == model.coder.slug => Some(format!("{} {text}", super::mark(model, Mark::Note))),
            Op::Note => Some(format!("{} {coder}: {text}", super::mark(model, Mark::Note))),
            Op::Bookmark => Some(model.words.say(&msg!("screen-bookmark", text = text))),
            _ => None,
        }
    });
    said.collect()
}

fn body_line(model: &Model, place: QuestionIx, columns: usize) -> Line<'static> {
    let Some(question) = model.protocol().questions.get(place) else { return Line::default() };
    let (answer, tone) = if model.is_gap(place) {
        (model.words.get("summary-gap"), Tone::Alarm)
    } else {
        (super::answer_text(model, place, model.answer(place)).replace('\n', " "), Tone::Answer)
    };
    let answer = format!("{} {}", fit(&answer, columns / 2), super::marks(model, place).shown(model));
    let mut end = answer.trim_end().to_owned();
    if is_unexplained(model, place) {
        end.push_str(&model.words.get("summary-explain"));
    }
    if model.needs_another_look(place) {
        end.push_str(&model.words.get("summary-look"));
    }
    let end = end.trim().to_owned();
    let text = padded(&question.text, columns.saturating_sub(7 + width(&end)));
    Line::from(vec![span(model, Tone::Plain, format!("{:>4} {text} ", model.number(place))), span(model, tone, end)])
}

/// The tally of the question that the closing page's cursor stands on, under a rule, where there is room for it.
pub fn closing_tally(model: &Model, dialog: &Dialog, area: Rect) -> Vec<Line<'static>> {
    let Dialog::Summary { cursor } = dialog else { return Vec::new() };
    if model.round().is_blind() || model.tallies == Tallies::Never {
        return Vec::new();
    }
    let question = summary_questions(model).get(*cursor).copied();
    let columns = usize::from(area.width).saturating_sub(2);
    let mut lines = vec![Line::default()];
    lines.extend(question.map_or_else(Vec::new, |question| super::strip(model, question, columns)));
    if lines.len() > 1 && lines.len() + 10 <= usize::from(area.height) { lines } else { Vec::new() }
}
