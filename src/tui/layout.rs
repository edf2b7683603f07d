//! Where the panes stand on a screen of a size.

use super::model::Model;
use super::presenter::{counts, panel, question, strip_height};
use ratatui::layout::Rect;

/// Where the panes stand.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Panes {
    /// The first line, and the counts of differences where they are being settled.
    pub(crate) header: Rect,
    /// The case list.
    pub(crate) cases: Rect,
    /// The questions; none where the panel needs the room.
    pub(crate) questions: Rect,
    /// The rows that the question list has where the open question needs no more room than usual.
    pub(crate) page: u16,
    /// The open question, under a rule where it stands below the others.
    pub(crate) panel: Rect,
    /// The tally of the open question.
    pub(crate) tally: Rect,
    /// The last line.
    pub(crate) footer: Rect,
}

/// The rows that the question list keeps before the tally gives way.
const LIST: u16 = 4;

/// The panes for this size: the case list goes first where it is narrow, the tally where it is low.
///
/// The open question has three fifths of the room whatever it needs, and more only where it needs more: so the panes stand still
/// from one question to the next, which is calmer to read and costs few bytes.
pub(crate) fn panes(model: &Model, area: Rect) -> Panes {
    let head = 1 + u16::try_from(counts(model, area.width.into()).len()).unwrap_or(0).min(area.height - 3);
    let header = Rect { height: head, ..area };
    let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
    let body = Rect { y: head, height: area.height - 1 - head, ..area };
    let list = match area.width {
        0..70 => 0,
        70..100 => 18,
        100..140 => 26,
        _ => 34,
    };
    let needed = needed(model, usize::from(body.width - list).saturating_sub(2));
    let wanted = if model.shows_tally() { strip_height(model) } else { 0 };
    let tally = if wanted.saturating_add(needed).saturating_add(LIST) <= body.height { wanted } else { 0 };
    let upper = body.height - tally;
    let usual = upper * 3 / 5;
    let panel = needed.max(usual);
    let panel = if panel.saturating_add(2) > upper { upper } else { panel };
    let right = Rect { x: body.x + list, width: body.width - list, ..body };
    Panes {
        header,
        cases: Rect { width: list, height: upper, ..body },
        questions: Rect { height: upper - panel, ..right },
        page: upper - usual,
        panel: Rect { y: body.y + upper - panel, height: panel, ..right },
        tally: Rect { y: body.y + upper, height: tally, ..body },
        footer,
    }
}

/// How many lines of the open question's panel do not fit on the screen.
pub fn panel_overflow(model: &Model) -> usize {
    inner_panel(model).map_or(0, |(columns, rows)| panel(model, columns).len().saturating_sub(rows))
}

/// Whether the open question and its choices have not been on the screen to their end.
pub(crate) fn hides_choices(model: &Model) -> bool {
    inner_panel(model).is_none_or(|(columns, rows)| question(model, columns).len() > model.panel + rows)
}

/// Columns and rows of the open question's panel; none where the screen is too small to draw anything.
fn inner_panel(model: &Model) -> Option<(usize, usize)> {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    (area.width >= 4 && area.height >= 3).then(|| {
        let panes = panes(model, area);
        let rule = usize::from(panes.questions.height > 0);
        (usize::from(panes.panel.width).saturating_sub(2), usize::from(panes.panel.height).saturating_sub(rule))
    })
}

/// How many rows the open question's panel takes, its rule included.
fn needed(model: &Model, columns: usize) -> u16 {
    u16::try_from(panel(model, columns).len() + 1).unwrap_or(u16::MAX)
}
