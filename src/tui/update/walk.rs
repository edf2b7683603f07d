//! Moving: between questions and cases, to gaps, and back from where one jumped.

use crate::answers::sheet::Standing;
use crate::keymap::Action;
use crate::ledger::entry::Op;
use crate::msg;
use crate::protocol::Protocol;
use crate::tui::dialog::Dialog;
use crate::tui::layout::panel_overflow;
use crate::tui::list::{Row, Show};
use crate::tui::model::{Focus, Jump, Model, Order};
use crate::tui::page;

/// The questions of the case flow in an order.
///
/// By documents, a question stands at the first of its documents in reading order; one whose condition looks at others
/// stands no earlier than they do.
pub fn arrange(protocol: &Protocol, order: Order) -> Vec<usize> {
    let flow = |place: &usize| {
        protocol.questions.get(*place).is_some_and(|question| question.per == crate::protocol::Per::Case)
    };
    let mut sequence: Vec<usize> = (0..protocol.questions.len()).filter(flow).collect();
    if order == Order::Documents {
        let mut ranks: Vec<usize> = Vec::with_capacity(protocol.questions.len());
        for question in &protocol.questions {
            let rank = |document: &String| protocol.documents.iter().position(|known| known == document);
            let own = question.documents.iter().filter_map(rank).min().unwrap_or(protocol.documents.len());
            let gates = question.when.questions();
            let gates = gates.iter().filter_map(|&gate| ranks.get(gate).copied());
            ranks.push(gates.fold(own, usize::max));
        }
        sequence.sort_by_key(|&place| ranks.get(place).copied());
    }
    sequence
}

/// The cases in the order in which the coder comes to them: wave by wave where they are coded a second time, else in
/// coding order.
pub fn turns(model: &Model) -> Vec<usize> {
    let mut turns: Vec<usize> = (0..model.study.cases.cases.len()).collect();
    turns.sort_by_key(|&case| model.wave(case).map_or((true, None), |wave| (false, Some(wave))));
    turns
}

/// The lines of the case list for a selection, in the coder's order with headings where wave and unit change.
pub fn rows(model: &Model, show: &Show) -> Vec<Row> {
    let cases = &model.study.cases;
    let unit = model.protocol().unit();
    let mut rows = Vec::new();
    let mut heading: Option<&str> = None;
    let mut last = None;
    for case in model.turns.iter().copied().filter(|&case| is_shown(model, show, case)) {
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

fn is_shown(model: &Model, show: &Show, case: usize) -> bool {
    match show {
        Show::All => true,
        Show::Mine => model.is_mine(case),
        Show::Open => !model.is_done(case) && model.dropped(case).is_none(),
        Show::Flagged => page::asides(model, case).any(|mark| mark.slot.op == Op::Flag),
        Show::Unit(wanted) => model.protocol().unit().is_some_and(|unit| model.study.cases.value(case, unit) == wanted),
    }
}

/// Opens a case at a question, or at its first open one.
pub fn open_case(model: &mut Model, case: usize, question: Option<usize>) {
    model.case = case;
    model.reread();
    let first = |test: &dyn Fn(usize) -> bool| model.sequence.iter().copied().find(|&place| test(place));
    let open = first(&|place| model.is_gap(place));
    let asked = first(&|place| model.is_asked(place));
    model.question = question.or(open).or(asked).or(model.sequence.first().copied()).unwrap_or(0);
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
    let own = model.study.answers.own(Op::Bookmark, &model.coder.slug, model.round, case, None);
    let text = own.map(|own| model.study.answers.text(own.value).to_owned());
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        model.tell(msg!("screen-bookmark", text = text));
    }
}

/// Goes to a question of the open case.
pub(super) fn go_to(model: &mut Model, question: usize) {
    model.question = question;
    model.panel = 0;
    model.dialog = None;
    model.focus = Focus::Questions;
    model.last = None;
}

/// Jumps to a place, to come back after an answer there.
pub(super) fn jump(model: &mut Model, case: usize, question: usize) {
    let from = model.jump.filter(|jump| jump.to == (model.case, model.question)).map(|jump| jump.from);
    let from = from.unwrap_or((model.case, model.question));
    if case == model.case {
        go_to(model, question);
    } else {
        open_case(model, case, Some(question));
    }
    model.jump = Some(Jump { from, to: (case, question) });
}

/// Back to where one jumped from, else on. The answer just given can still be commented on.
pub(super) fn onward(model: &mut Model) {
    let here = (model.case, model.question);
    let last = model.last;
    match model.jump.take() {
        Some(Jump { from: (case, question), to }) if to == here => {
            if case == model.case {
                go_to(model, question);
            } else {
                open_case(model, case, Some(question));
            }
        }
        _ => advance(model),
    }
    model.last = last;
}

/// On to the next open question; after the last, to the page that closes the case.
pub(super) fn advance(model: &mut Model) {
    let here = model.sequence.iter().position(|&place| place == model.question).map_or(0, |at| at + 1);
    if let Some(next) = model.sequence.iter().skip(here).copied().find(|&place| model.is_gap(place)) {
        return go_to(model, next);
    }
    model.dialog = Some(Dialog::Summary { cursor: 0 });
    model.last = None;
}

/// Opens the next case that is one's own and not finished.
pub(super) fn next_case(model: &mut Model) {
    let next = model.others().find(|&case| model.is_mine(case) && !model.is_done(case));
    if let Some(case) = next {
        return open_case(model, case, None);
    }
    model.dialog = Some(Dialog::Summary { cursor: 0 });
    model.tell(msg!("screen-all-done"));
}

/// Walks to the next gap: in this case, then in every other of one's own that is begun.
pub(super) fn gap(model: &mut Model) {
    let here = model.sequence.iter().position(|&place| place == model.question).unwrap_or(0);
    let in_case = model.sequence.iter().skip(here + 1).chain(model.sequence.iter().take(here));
    if let Some(question) = in_case.copied().find(|&place| model.is_gap(place)) {
        return jump(model, model.case, question);
    }
    let found = model.others().filter(|&case| model.is_mine(case)).find_map(|case| {
        let cells = model.sheet(case);
        let begun = model.is_done(case) || cells.iter().any(|cell| cell.standing == Standing::Answered);
        let question = model.sequence.iter().copied().find(|&place| model.is_gap_in(&cells, place));
        Some(case).filter(|_| begun).zip(question)
    });
    match found {
        Some((case, question)) => jump(model, case, question),
        None => model.tell(msg!("screen-no-gaps")),
    }
}

/// Opens or closes the page with all counts; in a blind round there is none.
pub(super) fn tallies(model: &mut Model) {
    if model.round.is_blind() {
        model.refuse(msg!("screen-blind"));
    } else {
        model.dialog = Some(Dialog::Tally { top: page::tally_line_of(model, model.question) });
    }
}

/// Changes the order of the questions.
pub(super) fn order(model: &mut Model) {
    (model.order, model.notice) = match model.order {
        Order::File => (Order::Documents, None),
        Order::Documents => (Order::File, None),
    };
    model.sequence = arrange(model.protocol(), model.order);
    model.tell(match model.order {
        Order::File => msg!("screen-order-file"),
        Order::Documents => msg!("screen-order-documents"),
    });
}

/// Lets the arrows move in the other pane.
pub(super) fn focus(model: &mut Model) {
    model.focus = match model.focus {
        Focus::Questions => Focus::Cases,
        Focus::Cases => Focus::Questions,
    };
}

/// Opens the case that the list's cursor stands on.
pub(super) fn open_row(model: &mut Model) {
    if let Some(Row::Case(case)) = model.rows.get(model.cursor) {
        open_case(model, *case, None);
    }
}

/// Goes to the question that the closing page's cursor stands on.
pub(super) fn open_line(model: &mut Model) {
    let Some(Dialog::Summary { cursor }) = model.dialog else { return };
    if let Some(&question) = page::summary_questions(model).get(cursor) {
        jump(model, model.case, question);
    }
}

/// Moves a step in whatever has the cursor.
pub(super) fn step(model: &mut Model, action: Action) {
    match action {
        Action::NextCase => other_case(model, true),
        Action::PreviousCase => other_case(model, false),
        _ if model.dialog.is_some() => step_dialog(model, action),
        _ if model.focus == Focus::Cases => {
            let cases: Vec<usize> =
                (0..model.rows.len()).filter(|&row| matches!(model.rows.get(row), Some(Row::Case(_)))).collect();
            let at = cases.iter().position(|&row| row == model.cursor).unwrap_or(0);
            model.cursor = cases.get(moved(action, at, cases.len(), page(model))).copied().unwrap_or(0);
        }
        Action::Left => model.panel = model.panel.saturating_sub(1),
        Action::Right => model.panel = (model.panel + 1).min(panel_overflow(model)),
        _ => {
            let asked: Vec<usize> = model.sequence.iter().copied().filter(|&place| model.is_asked(place)).collect();
            let at = asked.iter().position(|&place| place == model.question);
            let at = at.unwrap_or_else(|| asked.iter().filter(|&&place| place < model.question).count());
            if let Some(&question) = asked.get(moved(action, at, asked.len(), page(model))) {
                go_to(model, question);
            }
        }
    }
}

fn page(model: &Model) -> usize {
    usize::from(model.size.1).saturating_sub(4).max(1)
}

/// A place in a list of `length` after a step.
fn moved(action: Action, at: usize, length: usize, page: usize) -> usize {
    let last = length.saturating_sub(1);
    match action {
        Action::Up | Action::Left => at.saturating_sub(1),
        Action::Down | Action::Right => (at + 1).min(last),
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => (at + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => at,
    }
}

fn step_dialog(model: &mut Model, action: Action) {
    let length = page::dialog_length(model);
    let page = page(model);
    let (_, shown) = page::extent(model);
    match &mut model.dialog {
        Some(Dialog::Summary { cursor } | Dialog::Choose { cursor, .. } | Dialog::Find { cursor, .. }) => {
            *cursor = moved(action, *cursor, length, page);
        }
        Some(Dialog::Tally { top } | Dialog::History { top } | Dialog::Help { top, .. }) => {
            // A page may have been opened further down than its last full screen: it stays there.
            let most = length.saturating_sub(shown).max(*top);
            *top = moved(action, *top, most + 1, page);
        }
        Some(Dialog::Write { .. }) => super::write::step(model, action),
        None => {}
    }
}

/// The case before or after in the list, whosever it is.
fn other_case(model: &mut Model, forward: bool) {
    let at = model.rows.iter().position(|row| *row == Row::Case(model.case)).unwrap_or(0);
    let case = |row: &Row| match row {
        Row::Case(case) => Some(*case),
        Row::Wave(_) | Row::Heading(_) => None,
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
