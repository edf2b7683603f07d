//! Moving: between questions and cases, to gaps, and back from where one jumped.

use crate::msg;
use crate::study::answers::case_view::Cell;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;
use crate::study::protocol::Per;
use crate::tui::dialog::Dialog;
use crate::tui::list::{Row, Show};
use crate::tui::model::{Focus, Form, Jump, Model, Order};
use crate::tui::presenter;
use typed_index_collections::TiSlice;

/// The cases in the order in which the coder comes to them: wave by wave where they are coded a second time, else in
/// coding order.
pub fn turns(model: &Model) -> Vec<CaseIx> {
    let mut turns: Vec<CaseIx> = model.study.cases.files().collect();
    turns.sort_by_key(|&case| model.wave(case).map_or((true, None), |wave| (false, Some(wave))));
    turns
}

/// The lines of the case list for a selection: the units' entries, then the cases in the coder's order with headings
/// where wave and unit change.
pub fn rows(model: &Model, show: &Show) -> Vec<Row> {
    let cases = &model.study.cases;
    let unit = model.protocol().unit();
    let entries = cases.entries().filter(|&entry| is_shown(model, show, entry));
    let mut rows: Vec<Row> = entries.map(Row::Case).collect();
    if !rows.is_empty() {
        rows.insert(0, Row::Units);
    }
    let mut heading: Option<&str> = None;
    let mut last = None;
    for case in model.case_order.iter().copied().filter(|&case| is_shown(model, show, case)) {
        let wave = model.wave(case);
        if wave != last {
            (last, heading) = (wave, None);
            rows.extend(wave.map(Row::Wave));
        }
        let value = unit.map(|unit| cases.value(case, unit));
        if value != heading {
            heading = value;
            rows.push(Row::Heading(value.unwrap_or_default().to_owned()));
        }
        rows.push(Row::Case(case));
    }
    rows
}

fn is_shown(model: &Model, show: &Show, case: CaseIx) -> bool {
    match show {
        Show::All => true,
        Show::Mine => model.is_mine(case),
        Show::Open => !model.is_done(case) && model.dropped(case).is_none(),
        Show::Flagged => presenter::annotations(model, case).any(|mark| mark.slot.op == Op::Flag),
        Show::Reworded => {
            let cells = model.sheet(case);
            model.question_order.iter().any(|&place| model.needs_another_look_in(&cells, case, place))
        }
        Show::Differences => model.differences().any(|(difference, _)| difference.case == case),
        Show::Unit(wanted) => model.protocol().unit().is_some_and(|unit| model.study.cases.value(case, unit) == wanted),
    }
}

/// Opens a case at a question, or at its first open one.
pub fn open_case(model: &mut Model, case: CaseIx, question: Option<QuestionIx>) {
    let left = if model.case == case { 0 } else { model.file.leave_case(model.case) };
    model.case = case;
    model.refresh_cells();
    let first = |test: &dyn Fn(QuestionIx) -> bool| model.question_order.iter().copied().find(|&place| test(place));
    let open = first_open(model);
    let asked = first(&|place| model.is_asked(place));
    let question = question.or_else(|| model.first_difference_in(case));
    model.question = question.or(open).or(asked).or(model.question_order.first().copied()).unwrap_or(0.into());
    model.panel = 0;
    model.dialog = None;
    model.focus = Focus::Questions;
    model.last = None;
    if !model.rows.contains(&Row::Case(case)) {
        model.rows = rows(model, &model.show);
    }
    if !model.rows.contains(&Row::Case(case)) {
        model.show = Show::All;
        model.rows = rows(model, &Show::All);
    }
    model.cursor = model.rows.iter().position(|row| *row == Row::Case(case)).unwrap_or(0);
    if model.study.answers.is_closed(case) && !model.round().is_blind() {
        model.tell(msg!("screen-withheld", coder = model.coder.slug.as_str()));
    }
    let own = model.study.answers.own(Op::Bookmark, &model.coder.slug, model.round(), case, None);
    let text = own.map(|own| model.study.answers.text(own.value).to_owned());
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        model.tell(msg!("screen-bookmark", text = text));
    }
    if left > 0 {
        model.tell(msg!("file-marks-left", n = left));
    }
}

/// The first gap of the open case or, right before it, the first of the questions that need no answer and have none.
fn first_open(model: &Model) -> Option<QuestionIx> {
    let gap = model.question_order.iter().position(|&place| model.is_gap(place))?;
    let before = model.question_order.iter().take(gap).copied().collect::<Vec<QuestionIx>>();
    let is_passed = |place: &QuestionIx| model.is_open(*place) || !model.is_asked(*place);
    let open = before.rsplit(|place| !is_passed(place)).next().into_iter().flatten().copied();
    open.chain(model.question_order.get(gap).copied()).find(|&place| model.is_open(place))
}

/// Lists the cases anew, after which are one's own has changed.
pub(crate) fn refresh_list(model: &mut Model) {
    model.rows = rows(model, &model.show);
    model.cursor = model.rows.iter().position(|row| *row == Row::Case(model.case)).unwrap_or(0);
}

/// Goes to a question of the open case.
pub(crate) fn go_to(model: &mut Model, question: QuestionIx) {
    model.question = question;
    model.panel = 0;
    model.dialog = None;
    model.focus = Focus::Questions;
    model.last = None;
}

/// Jumps to a place, to come back after an answer there. Of a question that is not asked about such a case, as when what
/// leads there is about the case as a whole, it becomes the first that is.
pub(crate) fn jump(model: &mut Model, case: CaseIx, question: QuestionIx) {
    let asked = model.flow(model.study.cases.per(case));
    let question = if asked.contains(&question) { question } else { asked.first().copied().unwrap_or(question) };
    let from = model.return_point.filter(|jump| jump.to == (model.case, model.question)).map(|jump| jump.from);
    let from = from.unwrap_or((model.case, model.question));
    if case == model.case {
        go_to(model, question);
    } else {
        open_case(model, case, Some(question));
    }
    model.return_point = Some(Jump { from, to: (case, question), passes: false });
}

/// Jumps to a place that one walks to: what one leaves behind without an answer was passed if it needs none.
pub(crate) fn walk_to(model: &mut Model, case: CaseIx, question: QuestionIx) {
    jump(model, case, question);
    model.return_point = model.return_point.map(|point| Jump { passes: true, ..point });
}

/// On to the next open question; after the last, to the page that closes the case.
pub(crate) fn advance(model: &mut Model) {
    let here = model.question_order.iter().position(|&place| place == model.question).map_or(0, |at| at + 1);
    if let Some(next) = model.question_order.iter().skip(here).copied().find(|&place| model.is_open(place)) {
        return go_to(model, next);
    }
    model.dialog = Some(Dialog::Summary { cursor: 0 });
    model.last = None;
}

/// Walks to the next gap or, where none is left, to the next answer that needs another look.
pub(crate) fn gap(model: &mut Model) {
    let gap = next_place(model, |cells, _, place| model.is_gap_in(cells, place));
    if gap.is_none() && model.is_gap(model.question) {
        return model.tell(msg!("screen-last-gap"));
    }
    let look = || next_place(model, |cells, case, place| model.needs_another_look_in(cells, case, place));
    match gap.or_else(look) {
        Some((case, question)) => walk_to(model, case, question),
        None => model.tell(msg!("screen-no-gaps")),
    }
}

/// The next place of a kind: in this case, then in every other of one's own that is begun.
fn next_place(
    model: &Model,
    is_one: impl Fn(&TiSlice<QuestionIx, Cell>, CaseIx, QuestionIx) -> bool,
) -> Option<(CaseIx, QuestionIx)> {
    let here = model.question_order.iter().position(|&place| place == model.question).unwrap_or(0);
    let flows = [Per::Case, Per::Unit].map(|per| model.flow(per));
    let mut in_case = model.question_order.iter().skip(here + 1).chain(model.question_order.iter().take(here)).copied();
    if let Some(question) = in_case.find(|&place| is_one(&model.cells, model.case, place)) {
        return Some((model.case, question));
    }
    let mut others = model.others().chain(model.study.cases.entries()).filter(|&case| model.is_mine(case));
    others.find_map(|case| {
        let cells = model.sheet(case);
        let begun = model.is_done(case) || model.study.is_begun(&cells);
        // A question of the other kind is not asked, so it is no such place.
        let question = flows.iter().flatten().copied().find(|&place| begun && is_one(&cells, case, place));
        Some(case).zip(question)
    })
}

/// Opens or closes the page with all counts; in a blind round there is none.
pub(crate) fn tallies(model: &mut Model) {
    if model.round().is_blind() {
        model.refuse(msg!("screen-blind"));
    } else {
        let top = presenter::tally_line_of(model, model.question).min(last_top(model));
        model.dialog = Some(Dialog::Tally { top });
    }
}

/// Where the last screen of the page with all counts begins: further down than that, what stands above would be hidden
/// for nothing. To be heard, any line may be the first.
fn last_top(model: &Model) -> usize {
    let (columns, shown) = presenter::extent(model);
    let shown = if model.look.form == Form::Lines { 1 } else { shown };
    presenter::tally_page(model, columns).len().saturating_sub(shown)
}

/// Changes the order of the questions.
pub(crate) fn order(model: &mut Model) {
    (model.order, model.notice) = match model.order {
        Order::File => (Order::Documents, None),
        Order::Documents => (Order::File, None),
    };
    model.question_order = model.visible();
    model.tell(match model.order {
        Order::File => msg!("screen-order-file"),
        Order::Documents => msg!("screen-order-documents"),
    });
}

/// Lets the arrows move in the other pane.
pub(crate) fn focus(model: &mut Model) {
    model.focus = match model.focus {
        Focus::Questions => Focus::Cases,
        Focus::Cases => Focus::Questions,
    };
}

/// Opens the case that the list's cursor stands on.
pub(crate) fn open_row(model: &mut Model) {
    if let Some(Row::Case(case)) = model.rows.get(model.cursor) {
        open_case(model, *case, None);
    }
}

/// Goes to the question that the closing page's cursor stands on. From there it goes on to what is still open, and in the
/// end to that page again, not back to where one was before.
pub(crate) fn open_line(model: &mut Model) {
    let Some(Dialog::Summary { cursor }) = model.dialog else { return };
    if let Some(&question) = presenter::summary_questions(model).get(cursor) {
        go_to(model, question);
        model.return_point = None;
    }
}

/// The case before or after in the list, whosever it is.
pub(crate) fn other_case(model: &mut Model, forward: bool) {
    let at = model.rows.iter().position(|row| *row == Row::Case(model.case)).unwrap_or(0);
    let case = |row: &Row| match row {
        Row::Case(case) => Some(*case),
        Row::Units | Row::Wave(_) | Row::Heading(_) => None,
    };
    let next = if forward {
        model.rows.iter().skip(at + 1).find_map(case)
    } else {
        model.rows.iter().take(at).rev().find_map(case)
    };
    match next {
        Some(case) => open_case(model, case, None),
        None if forward => model.tell(msg!("screen-last-case")),
        None => model.tell(msg!("screen-first-case")),
    }
}
