//! The lists that lie over the questions.

use super::{SpotPage, choice_line, choices, deed, detail, hit_line, line, spot_page, status, summary};
use crate::base::text::{fit, wrap};
use crate::tui::dialog::{Choice, Dialog, Hit};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// A list with what stands above it.
pub struct Listing {
    /// What stands above it.
    pub head: Vec<Line<'static>>,
    /// Its lines.
    pub body: Vec<Line<'static>>,
    /// The line that the cursor stands on.
    pub cursor: usize,
}

/// The list of a dialog that has one.
pub fn listing(model: &Model, dialog: &Dialog, columns: usize) -> Option<Listing> {
    let (head, body, cursor) = match dialog {
        Dialog::Summary { cursor } => {
            let (head, body) = summary(model, columns);
            (head, body, *cursor)
        }
        Dialog::Progress { cursor } => {
            (Vec::new(), status(model, columns).into_iter().map(|(line, _)| line).collect(), *cursor)
        }
        Dialog::Spot { cursor } => {
            let SpotPage { head, body, .. } = spot_page(model, columns);
            (head, body, *cursor)
        }
        Dialog::Choose { about, cursor } => {
            let all = choices(model, *about);
            // Others' lines may have made it shorter.
            let cursor = (*cursor).min(all.len().saturating_sub(1));
            let body = all.iter().enumerate().map(|(at, choice)| row(model, at, choice, columns)).collect();
            (detail(model, *about, all.get(cursor), columns), body, cursor)
        }
        Dialog::Find { hits, cursor, .. } => {
            let shown = |hit| line(model, Tone::Plain, fit(&format!(" {}", hit_line(model, hit)), columns));
            let head = match hits.get(*cursor) {
                Some(hit) => whole(model, hit, columns),
                None => vec![line(model, Tone::Dim, model.words.get("screen-nothing-found"))],
            };
            (head, hits.iter().map(shown).collect(), *cursor)
        }
        Dialog::Tally { .. }
        | Dialog::History { .. }
        | Dialog::Output { .. }
        | Dialog::Help { .. }
        | Dialog::Tour { .. }
        | Dialog::Write { .. } => return None,
    };
    let cursor = cursor.min(body.len().saturating_sub(1));
    Some(Listing { head, body, cursor })
}

/// What a hit does, whole: as many lines for each, so that the list stays where it is.
fn whole(model: &Model, hit: &Hit, columns: usize) -> Vec<Line<'static>> {
    let text = deed(model, hit);
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<Line<'static>> =
        wrap(&text, columns).into_iter().map(|text| line(model, Tone::Dim, text)).collect();
    lines.resize(2, Line::default());
    lines
}

/// A line of a list: numbered, but where the list has headings or marks of its own.
fn row(model: &Model, at: usize, choice: &Choice, columns: usize) -> Line<'static> {
    let text = choice_line(model, choice);
    let (tone, text) = match choice {
        Choice::Group(_) => (Tone::Heading, text),
        Choice::Item(_) | Choice::Own(..) => (Tone::Plain, format!("  {text}")),
        Choice::Quote(_) | Choice::Difference(_) | Choice::Agreement(_) | Choice::Differing(..) => (Tone::Plain, text),
        _ => (Tone::Plain, format!(" {:>2} {text}", at + 1)),
    };
    line(model, tone, fit(&text, columns))
}
