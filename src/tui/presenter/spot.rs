//! How a spot check stands, and how it came out.

use super::line;
use crate::analysis::reliability::spot::Outcome;
use crate::base::language::Message;
use crate::msg;
use crate::report::plain::spot::Part;
use crate::study::index::{CaseIx, QuestionIx};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// The result of a spot check.
#[derive(Default)]
pub struct SpotPage {
    /// The sum.
    pub head: Vec<Line<'static>>,
    /// The differences, line by line.
    pub body: Vec<Line<'static>>,
    /// Of each of these lines, the place of the difference.
    pub places: Vec<(CaseIx, QuestionIx)>,
}

/// The result of the newest spot check.
pub fn spot_page(model: &Model, columns: usize) -> SpotPage {
    let Some(outcome) = Outcome::of(&model.study, &model.coder.slug) else { return SpotPage::default() };
    let toned = |(part, text): (Part, String)| {
        let tone = match part {
            Part::Sum => Tone::Answer,
            Part::Heading => Tone::Heading,
            Part::Row => Tone::Plain,
        };
        line(model, tone, text)
    };
    let head = outcome.head(&model.study, &model.words, columns).into_iter().map(toned).collect();
    let mut page = SpotPage { head, ..SpotPage::default() };
    for difference in &outcome.differences {
        let between = page.places.last().copied().filter(|_| !model.look.speaks());
        page.body.extend(between.map(|_| Line::default()));
        page.places.extend(between);
        page.body.extend(difference.lines(&model.study, &model.words, columns).into_iter().map(toned));
        page.places.resize(page.body.len(), (difference.case, difference.question));
    }
    page
}

/// The sum of the newest spot check in a line, where one was drawn.
pub fn spot_line(model: &Model) -> Option<String> {
    let outcome = Outcome::of(&model.study, &model.coder.slug)?;
    Some(model.words.say(&msg!("spot-line", sum = outcome.sum(&model.study, &model.words))))
}

/// How far the newest spot check is.
pub fn spot_notice(model: &Model) -> Message {
    match model.study.answers.spot_check(&model.coder.slug) {
        Some(check) if check.left.is_empty() => msg!("spot-finished", n = check.cases.len()),
        Some(check) => msg!("spot-notice", n = check.left.len(), of = check.cases.len(), seed = check.seed),
        None => msg!("spot-never-how"),
    }
}
