//! The questions of the open case, one line each under their areas.

use super::{line, span};
use crate::base::text::{fit, padded, width};
use crate::study::answers::case_view::CellStatus;
use crate::study::index::{At, QuestionIx};
use crate::tui::model::{Model, Order};
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// The lines of the question list, each with its question but for the headings.
pub fn question_lines(model: &Model, columns: usize) -> Vec<(Option<QuestionIx>, Line<'static>)> {
    let mut lines = Vec::with_capacity(model.question_order.len() + 10);
    let mut heading: Option<String> = None;
    for &place in &model.question_order {
        let question = model.protocol().questions.at(place);
        let under = match model.order {
            Order::File => model.protocol().areas.get(question.area).map(|area| area.label.clone()),
            Order::Documents => question.documents.first().cloned(),
        };
        // An entry is told before the area, which is the same for each.
        let under = model.entry_name(place).map_or(under.clone(), |entry| {
            Some(
                [Some(entry), under.filter(|under| !is_label(model, place, under))]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(model.between()),
            )
        });
        if under != heading {
            lines.push((None, line(model, Tone::Heading, fit(under.as_deref().unwrap_or_default(), columns))));
            heading = under;
        }
        lines.push((Some(place), question_line(model, place, columns)));
    }
    lines
}

/// Whether an area is called what the entries of a question are.
fn is_label(model: &Model, place: QuestionIx, area: &str) -> bool {
    model.protocol().repeat_of(model.protocol().questions.at(place)).is_some_and(|(repeat, _)| repeat.label == area)
}

fn question_line(model: &Model, place: QuestionIx, columns: usize) -> Line<'static> {
    let question = model.protocol().questions.at(place);
    let standing = model.cell(place).status;
    let answer = match standing {
        CellStatus::NotAsked => "–".to_owned(),
        CellStatus::NotKnown | CellStatus::Unanswered => String::new(),
        CellStatus::Answered => super::answer_text(model, place, model.answer(place)),
    };
    let answer = super::resolve::unsettled(model, place).unwrap_or(answer);
    let marks = super::marks(model, place).shown(model);
    let space = columns.saturating_sub(6);
    let answer = fit(&answer.replace('\n', " "), space / 2);
    let end = [answer.as_str(), marks.as_str()].join(" ");
    let end = end.trim();
    let text = space.saturating_sub(width(end) + 1);
    let tone = match standing {
        CellStatus::NotAsked => Tone::Dim,
        CellStatus::NotKnown | CellStatus::Unanswered | CellStatus::Answered => Tone::Plain,
    };
    // Only the mark and the number tell where one is: a step then costs few bytes.
    let open = place == model.question;
    let (here, head) = if open { (model.look.mark(Mark::Here), Tone::Current) } else { (" ", tone) };
    Line::from(vec![
        span(model, head, format!(" {here} {:>2} ", model.number(place))),
        span(model, tone, padded(&super::piped::filled(model, question, question.written()), text) + " "),
        span(model, Tone::Answer, end.to_owned()),
    ])
}
