//! Where the panes stand on a screen of a size.

mod file;

use file::{WITH_LIST, file_columns};
pub(crate) use file::{file_room, text_room};

use super::dialog::Dialog;
use super::list::Row;
use super::model::{Focus, Form, Model};
use super::presenter::{
    Listing, below_question, closing_tally, counts, not_saved, panel, question, question_lines, strip_height, told,
    tour,
};
use super::theme::Mark;
use crate::base::text::width;
use crate::study::index::QuestionIx;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Where the panes stand.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Panes {
    /// The first line, and the counts of differences where they are being settled.
    pub(crate) header: Rect,
    /// The case list.
    pub(crate) cases: Rect,
    /// The file of the open case, under the row that says which document it is; none where it is not shown.
    pub(crate) file: Rect,
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

impl Panes {
    /// Whether the open question stands under a rule, with something above it.
    pub(crate) fn has_rule(&self) -> bool {
        self.questions.height > 0 || (self.file.height > 0 && self.file.bottom() == self.panel.y)
    }
}

/// The columns of the mark that says how many lines of the open question follow.
const MARK: usize = 6;

/// The rows that the question list keeps before the tally gives way.
const LIST: u16 = 4;

/// The panes for this size: the case list goes first where it is narrow, the tally where it is low.
///
/// The open question has three fifths of the room whatever it needs, and more only where it needs more: so the panes stand still
/// from one question to the next, which is calmer to read and costs few bytes.
pub(crate) fn panes(model: &Model, area: Rect) -> Panes {
    panes_for(model, area, panel(model, panel_columns(model, area)).len())
}

/// The panes where the open question's panel has so many lines.
fn panes_for(model: &Model, area: Rect, lines: usize) -> Panes {
    let head = 1 + u16::try_from(counts(model, area.width.into()).len()).unwrap_or(0).min(area.height - 3);
    let header = Rect { height: head, ..area };
    let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
    let body = Rect { y: head, height: area.height - 1 - head, ..area };
    if model.is_stacked() {
        let panel = u16::try_from(lines + 1).unwrap_or(u16::MAX).min(body.height.saturating_sub(2));
        let file = Rect { height: body.height - panel, ..body };
        let panel = Rect { y: file.bottom(), height: panel, ..body };
        return Panes { header, file, panel, footer, ..Panes::default() };
    }
    let (list, file) = (list_columns(model, area), file_columns(model, area));
    // With its rule.
    let needed = u16::try_from(lines + 1).unwrap_or(u16::MAX);
    let wanted = if model.shows_tally() { strip_height(model) } else { 0 };
    let tally = if wanted.saturating_add(needed).saturating_add(LIST) <= body.height { wanted } else { 0 };
    let upper = body.height - tally;
    let usual = upper * 3 / 5;
    let panel = needed.max(usual);
    let panel = if panel.saturating_add(2) > upper { upper } else { panel };
    let right = Rect { x: body.x + list + file, width: body.width - list - file, ..body };
    let below = Rect { y: body.y + upper, height: tally, ..body };
    if list == 0 && model.focus == Focus::Cases {
        // There is no room for the case list beside the questions: it stands in their place while one moves in it.
        let (cases, none) = (Rect { height: upper, ..right }, Rect { height: 0, ..body });
        let file = Rect { x: body.x, width: file, height: upper, ..body };
        return Panes { header, cases, file, questions: none, page: upper - usual, panel: none, tally: below, footer };
    }
    Panes {
        header,
        cases: Rect { width: list, height: upper, ..body },
        file: Rect { x: body.x + list, width: file, height: upper, ..body },
        questions: Rect { height: upper - panel, ..right },
        page: upper - usual,
        panel: Rect { y: body.y + upper - panel, height: panel, ..right },
        tally: below,
        footer,
    }
}

/// The columns of the case list: where there is room, more with entries, which have names of several words, and as many as
/// the longest line needs, but never more than a third of the screen.
fn list_columns(model: &Model, area: Rect) -> u16 {
    if file_columns(model, area) > 0 && area.width < WITH_LIST {
        return 0;
    }
    let has_entries = model.study.cases.entries().next().is_some();
    let usual = match area.width {
        0..70 => return 0,
        70..100 => 18,
        100..140 if !has_entries => 26,
        _ => 34,
    };
    model.widest.min(area.width / 3).max(usual)
}

/// The columns of the open question's panel.
fn panel_columns(model: &Model, area: Rect) -> usize {
    if model.is_stacked() {
        return usize::from(area.width).saturating_sub(2);
    }
    usize::from(area.width - list_columns(model, area) - file_columns(model, area)).saturating_sub(2)
}

/// The first line of a page that shows a line with some of what stands around it: pages turn, they do not scroll, so
/// that a step costs few bytes.
pub(crate) fn page_top(here: usize, height: usize, all: usize) -> usize {
    if all <= height || height == 0 {
        return 0;
    }
    let step = height.saturating_sub(2).max(1);
    let top = if here == 0 { 0 } else { (here - 1) / step * step };
    top.min(all - height)
}

/// The first line of the case list that is shown in so many rows, and the one that its cursor stands on.
fn first_case(model: &Model, height: usize) -> (usize, usize) {
    let open = || model.rows.iter().position(|row| *row == Row::Case(model.case));
    let here = if model.focus == Focus::Cases { model.cursor } else { open().unwrap_or(model.cursor) };
    (page_top(here, height, model.rows.len()), here)
}

/// The lines of the case list that are shown in so many rows, how many are hidden above, and which of all its cursor
/// stands on. A page begins with its unit.
pub(crate) fn shown_cases(model: &Model, height: usize) -> (Vec<&Row>, usize, usize) {
    let (top, here) = first_case(model, height);
    let mut shown: Vec<&Row> = model.rows.iter().skip(top).take(height).collect();
    let is_heading = |row: &&Row| !matches!(row, Row::Case(_));
    let heading = model.rows.iter().take(top).rfind(is_heading);
    if let Some((first, heading)) = shown.first_mut().filter(|first| here > top && !is_heading(first)).zip(heading) {
        *first = heading;
    }
    (shown, top, here)
}

/// The lines of the question list, each with its question but for the headings.
pub(crate) type QuestionLines = Vec<(Option<QuestionIx>, Line<'static>)>;

/// The lines of the question list that follow on those hidden above, how many these are, and which of all the open
/// question stands on. A page begins with its heading.
///
/// Pages are of the usual height also where the pane is lower, so that they turn at the same questions every time.
pub(crate) fn shown_questions(model: &Model, panes: &Panes) -> (QuestionLines, usize, usize) {
    let (area, page) = (panes.questions, usize::from(panes.page));
    let mut lines = question_lines(model, usize::from(area.width).saturating_sub(2));
    let here = lines.iter().position(|(question, _)| *question == Some(model.question)).unwrap_or(0);
    let top = page_top(here, page, lines.len()).max((here + 1).saturating_sub(area.height.into()));
    let heading = lines.iter().take(top).rfind(|(question, _)| question.is_none()).cloned();
    let mut shown = lines.split_off(top.min(lines.len()));
    let first = shown.first_mut().filter(|(question, _)| here > top && question.is_some());
    if let Some((first, heading)) = first.zip(heading) {
        *first = heading;
    }
    (shown, top, here)
}

/// Where the open question's panel stands under its rule, the first of its lines that is shown, and all of them.
pub(crate) fn panel_lines(model: &Model, panes: &Panes) -> (Rect, usize, Vec<Line<'static>>) {
    let area = panes.panel;
    let rule = u16::from(panes.has_rule());
    let (width, height) = (area.width.saturating_sub(2), area.height.saturating_sub(rule));
    let inner = Rect { x: area.x + 1, y: area.y + rule, width, height };
    let lines = panel(model, width.into());
    let from = model.panel.min(lines.len().saturating_sub(height.into()));
    (inner, from, lines)
}

/// The room between header and footer.
pub(crate) fn beneath_header(panes: &Panes) -> Rect {
    let y = panes.header.bottom();
    Rect { x: 0, y, width: panes.header.width, height: panes.footer.y - y }
}

/// The room of what lies over the questions.
pub(crate) fn over(model: &Model, dialog: &Dialog, panes: &Panes) -> Rect {
    let whole = beneath_header(panes);
    let taken = u16::try_from(closing_tally(model, dialog, whole).len()).unwrap_or(0);
    Rect { height: whole.height.saturating_sub(taken), ..whole }
}

/// Where the lines of a list are in that room, under its title and a rule, and the first of them that is shown.
pub(crate) fn list_of(listing: &Listing, area: Rect) -> (Rect, usize) {
    let used = u16::try_from(listing.head.len() + 2).unwrap_or(area.height).min(area.height);
    let width = area.width.saturating_sub(2);
    let list = Rect { x: area.x + 1, y: area.y + used, width, height: area.height - used };
    (list, page_top(listing.cursor, list.height.into(), listing.body.len()))
}

/// How many lines of the open question's panel do not fit on the screen.
pub fn panel_overflow(model: &Model) -> usize {
    let screen = screen(model);
    if screen.width < 4 || screen.height < 3 {
        return 0;
    }
    let lines = panel(model, panel_columns(model, screen)).len();
    lines.saturating_sub(panel_rows(model, screen, lines))
}

/// Whether the tally of the open question is on the screen, or can be heard.
pub(crate) fn shows_tally(model: &Model) -> bool {
    let screen = screen(model);
    let is_seen = model.look.form != Form::Lines && model.dialog.is_none() && screen.width >= 4 && screen.height >= 3;
    is_seen && panes(model, beside_told(model, screen).0).tally.height > 0
}

/// Whether something is told on the screen, which may cover what stands there.
pub(crate) fn tells(model: &Model) -> bool {
    let columns = usize::from(screen(model).width);
    not_saved(model, columns).is_some() || !told(model, columns).is_empty()
}

/// Whether the open question and its choices have not been on the screen to their end, what is told there being beside
/// them.
pub(crate) fn hides_choices(model: &Model) -> bool {
    let screen = screen(model);
    let is_seen = model.look.form != Form::Lines;
    is_seen && (screen.width < 4 || screen.height < 3 || hides_within(model, beside_told(model, screen).0))
}

/// What is left of the screen for the panes, and how many lines at most may be told: they come from the lists, and from
/// the open question only where that would not show whole anyway.
pub(crate) fn beside_told(model: &Model, screen: Rect) -> (Rect, usize) {
    let columns = usize::from(screen.width);
    let left = |rises| Rect { height: screen.height - rises, ..screen };
    let step = u16::try_from(step_lines(model, columns).len()).unwrap_or(u16::MAX).min(screen.height - 3);
    if step > 0 {
        return (left(step), usize::from(screen.height));
    }
    let told = not_saved(model, columns).unwrap_or_else(|| told(model, columns));
    let lines = u16::try_from(told.len()).unwrap_or(u16::MAX);
    let most = lines.saturating_sub(1).min(screen.height - 3);
    let shows = |rises: &u16| !hides_within(model, left(*rises));
    match (0..=most).rev().find(|rises| *rises == 0 || shows(rises)) {
        Some(rises) if most > 0 && model.dialog.is_none() && shows(&rises) => (left(rises), usize::from(rises) + 1),
        _ => (left(most), usize::from(screen.height)),
    }
}

/// The step of the tour under a rule, as it stands above the footer.
pub(crate) fn step_lines(model: &Model, columns: usize) -> Vec<String> {
    let columns = columns.saturating_sub(2);
    let rule = model.look.mark(Mark::Horizontal).repeat(columns);
    let step = tour(model, columns);
    if step.is_empty() { step } else { [vec![rule], step].concat() }
}

/// Whether the open question and its choices do not show whole where the panes have so much room.
fn hides_within(model: &Model, area: Rect) -> bool {
    let columns = panel_columns(model, area);
    let lines = question(model, columns);
    let all = lines.len() + below_question(model, columns).len();
    let end = model.panel + panel_rows(model, area, all);
    let of = |line: &Line<'_>| width(line.to_string().trim_end());
    // The end of the last row is under the mark of what follows.
    let is_marked = all > end;
    let is_under = |line: &Line<'_>| is_marked && of(line) + MARK > columns;
    lines.len() > end
        || lines.iter().any(|line| of(line) > columns)
        || end.checked_sub(1).and_then(|last| lines.get(last)).is_some_and(is_under)
}

fn screen(model: &Model) -> Rect {
    Rect::new(0, 0, model.size.0, model.size.1)
}

/// The rows of the open question's panel where it has so many lines.
fn panel_rows(model: &Model, area: Rect, lines: usize) -> usize {
    let panes = panes_for(model, area, lines);
    let rule = usize::from(panes.has_rule());
    usize::from(panes.panel.height).saturating_sub(rule)
}
