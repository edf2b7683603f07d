//! How a spot check stands, and how it came out.

use super::line;
use crate::analysis::reliability::spot::Outcome;
use crate::base::language::Message;
use crate::msg;
use crate::report::plain::spot::Part;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// The result of the newest spot check.
pub fn spot_page(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let Some(outcome) = Outcome::of(&model.study, &model.coder.slug) else { return Vec::new() };
    let lines = outcome.lines(&model.study, &model.words, columns).into_iter();
    let toned = lines.map(|(part, text)| {
        let tone = match part {
            Part::Sum => Tone::Answer,
            Part::Heading => Tone::Heading,
            Part::Row => Tone::Plain,
        };
        line(model, tone, text)
    });
    toned.collect()
}

/// How far the newest spot check is.
pub fn spot_notice(model: &Model) -> Message {
    match model.study.answers.spot_check(&model.coder.slug) {
        Some(check) if check.left.is_empty() => msg!("spot-finished", n = check.cases.len()),
        Some(check) => msg!("spot-notice", n = check.left.len(), of = check.cases.len(), seed = check.seed),
        None => msg!("spot-never-how"),
    }
}
