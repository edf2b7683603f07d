//! The room of the case's file: beside the questions where the screen is wide, above the open one where it is not.

use super::{Panes, panes};
use crate::tui::file_pane::{BESIDE, Extent, Room};
use crate::tui::model::{Form, Model};
use ratatui::layout::Rect;

/// From so many columns on the case list stands there too.
pub(super) const WITH_LIST: u16 = 160;

/// The columns before the text: the mark of where one is, and a blank; and the one behind it.
const MARKS: u16 = 2;
const BEHIND: u16 = 1;

/// What is heard is not cut, and so many lines are said of half a page.
const HEARD: (usize, usize) = (4000, 10);

/// The columns of the file beside the questions.
pub(super) fn file_columns(model: &Model, area: Rect) -> u16 {
    let is_beside = model.file.extent == Extent::Beside && model.file.is_open() && model.look.form != Form::Lines;
    match area.width {
        _ if !is_beside => 0,
        0..BESIDE => 0,
        BESIDE..WITH_LIST => area.width / 12 * 7,
        _ => area.width / 2,
    }
}

/// The room of the text in the pane, which stands under its title.
pub(crate) fn text_room(model: &Model, panes: &Panes) -> Room {
    let area = panes.file;
    let columns = usize::from(area.width.saturating_sub(MARKS + BEHIND));
    Room {
        columns: columns.saturating_sub(model.file.margin(model.case)).max(2),
        rows: area.height.saturating_sub(1).into(),
    }
}

/// The same on the screen as it is now.
pub(crate) fn file_room(model: &Model) -> Room {
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    if model.look.form == Form::Lines {
        return Room { columns: HEARD.0, rows: HEARD.1 };
    }
    if screen.width < 4 || screen.height < 3 {
        return Room { columns: 2, rows: 1 };
    }
    // What is told for a moment does not make a page of it shorter.
    let room = text_room(model, &panes(model, screen));
    Room { rows: room.rows.max(1), ..room }
}
