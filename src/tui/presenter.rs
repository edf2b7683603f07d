//! What the pages consist of, line by line: drawn by the view, and counted by the update that scrolls them.

mod agreement;
mod ahead;
mod cases;
mod choices;
mod completions;
mod discussion;
mod file;
mod hints;
mod history;
mod listing;
mod marks;
mod names;
mod offer;
mod piped;
mod question_panel;
mod questions;
mod quotes;
mod resolve;
mod rules;
mod spot;
mod status;
mod strengths;
mod strip;
mod summary;
mod tables;
mod tallies;
mod titles;
mod told;
mod tour;

pub use agreement::alike;
pub use ahead::ahead;
pub use cases::{case_line, case_parts, case_title, unit_label, wave_label};
pub use choices::{about, choice_line, choices, deed, hit_line};
pub use completions::{beneath, completions};
pub use discussion::{thread, thread_page};
pub use file::{compact, compact_choice_at, file_hits, file_lines, file_title, found};
pub use hints::hints;
pub use history::{help, history};
pub use listing::{Listing, listing};
pub use marks::{Marks, annotations, answer_text, mark, marks, ticked};
pub use names::names;
pub use offer::offered;
pub use question_panel::{answer_line, below_question, choice_at, colleague, other_question, panel, question};
pub use questions::question_lines;
pub use quotes::{may_reword, quote_detail, telling};
use resolve::place;
pub use resolve::{codings, counts};
pub use rules::{again, rule_applies_to, rule_line};
pub use spot::{SpotPage, spot_line, spot_notice, spot_page};
pub use status::{Goal, first_list, progress, status, walk_key};
pub use strengths::{detail, item_detail, item_of};
pub use strip::{strip, strip_height};
pub use summary::{Totals, closing_tally, summary, summary_questions, totals};
pub use tallies::{tally_line_of, tally_page};
pub use titles::title;
pub use told::{names_keys, not_saved, notice, state, told};
pub use tour::{TOUR, tour};

use super::dialog::Dialog;
use super::model::Model;
use super::theme::Tone;
use crate::base::text::{visible_lines, wrap};
use ratatui::text::{Line, Span};

/// A piece of a line.
pub fn span(model: &Model, tone: Tone, text: impl Into<String>) -> Span<'static> {
    Span::styled(text.into(), model.look.style(tone))
}

/// A line of one tone.
pub fn line(model: &Model, tone: Tone, text: impl Into<String>) -> Line<'static> {
    Line::from(span(model, tone, text))
}

/// What the figures of a page lack, to stand on top of it.
pub fn left_out(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let messages = model.study.left_out.messages();
    let told = messages.iter().flat_map(|message| wrap(&model.words.say(message), columns));
    let mut lines: Vec<Line<'static>> = told.map(|text| line(model, Tone::Alarm, text)).collect();
    lines.extend((!messages.is_empty()).then(Line::default));
    lines
}

/// The columns and lines of a page that lies over the questions: under header and title with its rule, over the footer,
/// a blank on either side.
pub fn extent(model: &Model) -> (usize, usize) {
    let (columns, rows) = model.size;
    let head = counts(model, columns.into()).len();
    (usize::from(columns).saturating_sub(2), usize::from(rows).saturating_sub(4 + head))
}

/// The lines of a page that scrolls, and the first of them that is shown; nothing of other dialogs.
pub fn page(model: &Model, dialog: &Dialog, columns: usize) -> (Vec<Line<'static>>, usize) {
    match dialog {
        Dialog::Tally { top } => (tally_page(model, columns), *top),
        Dialog::History { top } => (history(model, columns), *top),
        Dialog::Output { text, top, .. } => (output(model, text.as_deref(), columns), *top),
        Dialog::Help { mode, top, .. } => (help(model, *mode, columns), *top),
        Dialog::Summary { .. }
        | Dialog::Progress { .. }
        | Dialog::Spot { .. }
        | Dialog::Choose { .. }
        | Dialog::Find { .. }
        | Dialog::Tour { .. }
        | Dialog::Write { .. } => (Vec::new(), 0),
    }
}

/// What a command says, line by line, or that it is at work.
fn output(model: &Model, text: Option<&str>, columns: usize) -> Vec<Line<'static>> {
    let text = text.map_or_else(|| model.words.get("command-running"), visible_lines);
    wrap(&text, columns).into_iter().map(|text| line(model, Tone::Plain, text)).collect()
}

/// How many lines the open dialog has to move in.
pub fn dialog_length(model: &Model) -> usize {
    let (columns, _) = extent(model);
    match &model.dialog {
        Some(Dialog::Summary { .. }) => summary_questions(model).len(),
        Some(
            dialog @ (Dialog::Tally { .. } | Dialog::History { .. } | Dialog::Output { .. } | Dialog::Help { .. }),
        ) => page(model, dialog, columns).0.len(),
        Some(Dialog::Choose { about, .. }) => choices(model, *about).len(),
        Some(Dialog::Find { hits, .. }) => hits.len(),
        Some(Dialog::Progress { .. }) => status(model, columns).len(),
        Some(Dialog::Spot { .. }) => spot_page(model, columns).body.len(),
        Some(Dialog::Tour { .. }) => TOUR,
        Some(Dialog::Write { .. }) | None => 0,
    }
}
