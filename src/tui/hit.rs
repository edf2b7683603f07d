//! What stands where on the screen.

use super::layout::{Panes, beside_told, panel_lines, panes, shown_cases, shown_questions};
use super::list::Row;
use super::model::Model;
use super::presenter::{choice_at, listing};
use crate::study::index::{CaseIx, QuestionIx};
use ratatui::layout::{Position, Rect};

/// What can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A case in the list.
    Case(CaseIx),
    /// The case list beside its cases.
    Cases,
    /// The file of the case.
    File,
    /// A question in the list.
    Question(QuestionIx),
    /// A choice of the open question.
    Choice(usize),
    /// The rest of the open question.
    Panel,
    /// A line of what lies over the questions.
    Line(usize),
}

/// What stands at a place of the screen.
pub fn at(model: &Model, column: u16, row: u16) -> Option<Target> {
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    let here = Position::new(column, row);
    if screen.width < 4 || screen.height < 3 {
        return None;
    }
    let panes = panes(model, beside_told(model, screen).0);
    if row >= panes.footer.y {
        return None;
    }
    if model.dialog.is_some() {
        return over(model, &panes, here);
    }
    let inside = |area: Rect| area.contains(here).then(|| usize::from(row - area.y));
    if let Some(line) = inside(panes.cases) {
        return Some(match shown_cases(model, panes.cases.height.into()).0.get(line) {
            Some(Row::Case(case)) => Target::Case(*case),
            _ => Target::Cases,
        });
    }
    if panes.file.contains(here) {
        return Some(Target::File);
    }
    if let Some(line) = inside(panes.questions) {
        return shown_questions(model, &panes).0.get(line)?.0.map(Target::Question);
    }
    let (inner, from, lines) = panel_lines(model, &panes);
    if !inner.contains(here) {
        return None;
    }
    let line = usize::from(row - inner.y) + from;
    // Under the mark of what follows nothing is chosen.
    let is_last = row + 1 == inner.bottom() && from + usize::from(inner.height) < lines.len();
    let choice = choice_at(model, inner.width.into(), line, (column - inner.x).into()).filter(|_| !is_last);
    Some(choice.map_or(Target::Panel, Target::Choice))
}

/// The line of a list that lies over the questions.
fn over(model: &Model, panes: &Panes, here: Position) -> Option<Target> {
    let (list, first, length) = list_area(model, panes)?;
    let line = first + usize::from(here.y.checked_sub(list.y)?);
    (here.y < list.bottom() && line < length).then_some(Target::Line(line))
}

/// Where the lines of a list are, the first of them that is shown, and how many there are.
fn list_area(model: &Model, panes: &Panes) -> Option<(Rect, usize, usize)> {
    let dialog = model.dialog.as_ref()?;
    let area = super::layout::over(model, dialog, panes);
    let listing = listing(model, dialog, usize::from(area.width).saturating_sub(2))?;
    let (list, first) = super::layout::list_of(&listing, area);
    Some((list, first, listing.body.len()))
}
