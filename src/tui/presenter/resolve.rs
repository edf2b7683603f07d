//! The differences between codings: both answers side by side, how each stands, and the list of all.

use super::{line, span};
use crate::analysis::reliability::differences::{Counts, Difference, Said, State};
use crate::base::text::{fit, padded, visible, visible_lines, width, wrap};
use crate::msg;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;
use crate::tui::dialog::Choice;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// What stands between two columns.
const GAP: usize = 2;

/// How many differences stand how, in as many lines as it takes; nothing where none are being settled.
pub fn counts(model: &Model, columns: usize) -> Vec<String> {
    let Some(resolving) = model.resolving() else { return Vec::new() };
    let counts = Counts::of(resolving.list.iter().map(|(_, state)| *state));
    wrap(&counts.in_words(&model.words), columns.saturating_sub(2))
}

/// Where one is among the differences.
pub(super) fn place(model: &Model) -> Option<String> {
    let of = model.differences().count();
    let here = model.differences().position(|(one, _)| (one.case, one.question) == (model.case, model.question))?;
    Some(model.words.say(&msg!("resolve-at", n = here + 1, of = of)))
}

/// The codings of the open difference beside each other, with their comments and quotes, and how it stands below.
pub fn codings(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let Some(difference) = model.difference() else { return Vec::new() };
    let each = columns.saturating_sub(2) / difference.said.len().max(1);
    let each = each.saturating_sub(GAP).max(8);
    let blocks: Vec<Vec<(Tone, String)>> =
        difference.said.iter().enumerate().map(|(at, said)| coding(model, difference, at, said, each)).collect();
    if model.look.speaks() {
        let texts = blocks.iter().map(|block| block.iter().map(|(_, text)| text.trim()).collect::<Vec<_>>().join(" "));
        let texts = texts.flat_map(|text| wrap(&text, columns.saturating_sub(2)));
        return texts
            .map(|text| line(model, Tone::Plain, format!("  {text}")))
            .chain(flags(model, difference))
            .collect();
    }
    let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
    let row = |at: usize| {
        let cell = |block: &Vec<(Tone, String)>| {
            let (tone, text) = block.get(at).cloned().unwrap_or((Tone::Plain, String::new()));
            span(model, tone, format!("  {}", padded(&text, each)))
        };
        Line::from(blocks.iter().map(cell).collect::<Vec<_>>())
    };
    let mut lines: Vec<Line<'static>> = (0..height).map(row).collect();
    lines.extend(flags(model, difference));
    lines
}

/// Who made a coding, with the key that takes its answer; the answer; where it was found; what was remarked.
fn coding(model: &Model, difference: &Difference, at: usize, said: &Said, columns: usize) -> Vec<(Tone, String)> {
    let action = [Action::FirstAnswer, Action::SecondAnswer].get(at).copied();
    let key = action.map_or_else(String::new, |action| format!("{} ", model.key(Mode::Code, action)));
    let coder = model.called(&said.coder);
    let mut block = vec![(Tone::Key, fit(&format!("{key}{coder}"), columns))];
    let answer = said.in_words(&model.study, difference.question, &model.words);
    let tone = if said.answer(&model.study).is_some() { Tone::Answer } else { Tone::Dim };
    block.extend(wrap(&answer, columns.saturating_sub(2)).into_iter().map(|text| (tone, format!("  {text}"))));
    let found = said.found_in_words(&model.words).map_or_else(Vec::new, |found| wrap(&visible(&found), columns - 2));
    block.extend(found.into_iter().map(|text| (Tone::Dim, format!("  {text}"))));
    for remark in difference.remarks(&model.study, said) {
        let mark = if remark.slot.op == Op::Quote { "\"".to_owned() } else { super::mark(model, Mark::Note) };
        let text = format!("{mark} {}", visible_lines(model.study.answers.text(remark.value)));
        block.extend(wrap(&text, columns.saturating_sub(2)).into_iter().map(|text| (Tone::Dim, format!("  {text}"))));
    }
    block
}

/// That the open difference is to be discussed, or needs a rule.
fn flags(model: &Model, difference: &Difference) -> Option<Line<'static>> {
    let text = match difference.state(&model.study)? {
        State::Discuss => model.words.get("resolve-flag-discuss"),
        State::Rule => model.words.get("resolve-flag-rule"),
        State::Open | State::Settled => return None,
    };
    Some(line(model, Tone::Heading, format!("  {} {text}", super::mark(model, Mark::Flag))))
}

/// The rows of the list: every difference.
pub(crate) fn rows(model: &Model) -> Vec<Choice> {
    let list = model.resolving().into_iter().flat_map(|resolving| &resolving.list);
    list.map(|(place, _)| Choice::Difference(*place)).collect()
}

/// A difference in the list: how it stands, where it is, what each says, and what was settled.
pub(crate) fn row(model: &Model, place: usize) -> String {
    let found = model.resolving().and_then(|resolving| resolving.found.all.get(place));
    let Some((difference, state)) = found.and_then(|found| Some((found, found.state(&model.study)?))) else {
        return String::new();
    };
    let label = |state: State| model.words.get(state.names().1);
    let widest = State::ALL.iter().map(|(state, ..)| width(&label(*state))).max().unwrap_or(0);
    let answer = |said: &Said| said.in_words(&model.study, difference.question, &model.words);
    let said = difference.said.iter().map(|said| match coders(model) {
        Some(_) => answer(said),
        None => format!("{}: {}", model.called(&said.coder), answer(said)),
    });
    let question = model.protocol().questions.at(difference.question).text.as_str();
    let room = question_columns(model);
    let mut text = format!(
        "{}  {}  {:>2}  {}{}",
        padded(&label(state), widest),
        model.case_name(difference.case),
        model.number(difference.question),
        if room > 0 { padded(&fit(&visible(question), room - 2), room) } else { String::new() },
        said.collect::<Vec<_>>().join(" / ")
    );
    let joint = difference.settled_in_words(&model.study, &model.words).filter(|_| state == State::Settled);
    if let Some(answer) = joint {
        text.push_str(&format!(" {} {answer}", if model.look.ascii || model.look.speaks() { "->" } else { "→" }));
    }
    text.replace('\n', " ")
}

/// How many columns of the list its questions have: none on a narrow screen.
fn question_columns(model: &Model) -> usize {
    match super::extent(model).0 {
        0..98 => 0,
        columns => columns / 3,
    }
}

/// The coders whose answers the list has, in their order, where they are the same in all of it.
fn coders(model: &Model) -> Option<Vec<String>> {
    let mut all = model.differences().map(|(one, _)| one.said.iter().map(|said| said.coder.as_str()).collect());
    let first: Vec<&str> = all.next()?;
    all.all(|other| other == first).then(|| first.into_iter().map(|coder| model.called(coder)).collect())
}

/// What stands above the list: whose the answers are, and that more may come.
pub(crate) fn above(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let order = coders(model).map(|coders| model.words.say(&msg!("differences-order", coders = coders.join(" / "))));
    let n = model.resolving().map_or(0, |resolving| resolving.found.unfinished);
    let more = (n > 0).then(|| model.words.say(&msg!("differences-unfinished", n = n)));
    let lines = order.into_iter().chain(more).flat_map(|text| wrap(&text, columns));
    lines.map(|text| line(model, Tone::Dim, text)).collect()
}

/// What stands for the answer to a question of the open case in the list of questions, where a difference is not settled.
pub(crate) fn unsettled(model: &Model, question: QuestionIx) -> Option<String> {
    let is_here = |one: &Difference| (one.case, one.question) == (model.case, question);
    let (_, state) = model.differences().find(|(one, state)| *state != State::Settled && is_here(one))?;
    Some(model.words.get(state.names().1))
}

/// How many differences of a case are settled, and how many there are; nothing where none are being settled.
pub(crate) fn of_case(model: &Model, case: CaseIx) -> Option<(usize, usize)> {
    model.resolving()?;
    let counts = Counts::of(model.differences().filter(|(one, _)| one.case == case).map(|(_, state)| state));
    Some((counts.settled, counts.all()))
}
