//! Where the panes stand on a screen of a size.

use super::model::Model;
use super::page::{panel, strip};
use ratatui::layout::Rect;

/// Where the panes stand.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Panes {
    /// The first line.
    pub(super) header: Rect,
    /// The case list.
    pub(super) cases: Rect,
    /// The questions with the open one's panel.
    pub(super) questions: Rect,
    /// The tally of the open question.
    pub(super) tally: Rect,
    /// The last line.
    pub(super) footer: Rect,
}

/// The panes for this size: the case list goes first where it is narrow, the tally where it is low.
pub(super) fn panes(model: &Model, area: Rect) -> Panes {
    let header = Rect { height: 1, ..area };
    let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
    let body = Rect { y: 1, height: area.height - 2, ..area };
    let list = match area.width {
        0..70 => 0,
        70..100 => 18,
        100..140 => 26,
        _ => 34,
    };
    let needed = needed(model, usize::from(body.width - list).saturating_sub(2));
    let tally = if model.shows_tally() { strip(model, usize::from(area.width) - 2).len() + 1 } else { 0 };
    let spare = usize::from(body.height).saturating_sub(needed + 4);
    let tally = u16::try_from(if tally <= spare { tally } else { 0 }).unwrap_or(0);
    let upper = body.height - tally;
    Panes {
        header,
        cases: Rect { width: list, height: upper, ..body },
        questions: Rect { x: body.x + list, width: body.width - list, height: upper, ..body },
        tally: Rect { y: body.y + upper, height: tally, ..body },
        footer,
    }
}

/// How many lines of the open question's panel do not fit on the screen.
pub fn panel_overflow(model: &Model) -> usize {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    if area.width < 4 || area.height < 3 {
        return 0;
    }
    let panes = panes(model, area);
    let needed = needed(model, usize::from(panes.questions.width).saturating_sub(2));
    needed.saturating_sub(usize::from(panes.questions.height))
}

/// How many rows the open question's panel takes, its rule included.
fn needed(model: &Model, columns: usize) -> usize {
    panel(model, columns).len() + 1
}
