//! The open question: its text, where to look, its choices with their keys and meanings, and how to judge.

use super::{line, span};
use crate::base::text::{padded, visible_lines, width, wrap};
use crate::msg;
use crate::study::answers::case_view::CellStatus;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::{Choice, Question};
use crate::tui::dialog::Dialog;
use crate::tui::keymap::{Action, Mode, choice_keys};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// The lines of the open question up to the last of its choices: what must be read before it is answered.
pub fn question(model: &Model, columns: usize) -> Vec<Line<'static>> {
    if model.is_stacked() {
        return super::compact(model, columns);
    }
    let Some(asked) = model.asked() else { return Vec::new() };
    let mut lines = before_answers(model, asked, columns);
    lines.extend(answers(model, asked, columns));
    lines
}

/// The lines of the open question above its answers.
fn before_answers(model: &Model, asked: &Question, columns: usize) -> Vec<Line<'static>> {
    let mut lines = title(model, asked, columns);
    if let Some(dropped) = model.dropped(model.case) {
        let text = model.words.say(&msg!("summary-dropped", reason = model.study.answers.text(dropped.value)));
        lines.extend(indented(model, Tone::Alarm, &text, columns));
    } else if let Some(owner) = colleague(model) {
        lines.extend(indented(model, Tone::Key, &model.words.say(&msg!("screen-colleague", coder = owner)), columns));
    }
    match model.cell(model.question).status {
        CellStatus::NotAsked | CellStatus::NotKnown => {
            let condition = model.protocol().condition(&asked.when, &model.words);
            let is_met = model.holds(&asked.when) && asked.has_filtered();
            let text = if is_met {
                msg!("screen-nothing-on-offer")
            } else {
                msg!("screen-asked-only-if", condition = condition)
            };
            let text = model.words.say(&text);
            lines.extend(wrap(&text, columns).into_iter().map(|text| line(model, Tone::Dim, text)));
        }
        CellStatus::Unanswered | CellStatus::Answered => {}
    }
    lines.extend(indented(model, Tone::Alarm, &earlier_wording(model), columns));
    lines.extend(super::codings(model, columns));
    lines
}

/// Whose the open case is, where it is a colleague's to code.
pub fn colleague(model: &Model) -> Option<&str> {
    let answers = &model.study.answers;
    let is_theirs = model.round() == Round::First && !answers.may_code(model.case, &model.coder.slug);
    answers.owner(model.case).filter(|_| is_theirs)
}

/// Whether keys answer the open case: not a dropped one, nor a colleague's, nor where nothing is written.
fn takes_answers(model: &Model) -> bool {
    model.writable && model.dropped(model.case).is_none() && colleague(model).is_none()
}

/// The choice that stands on a line of the panel, in a column.
pub fn choice_at(model: &Model, columns: usize, line: usize, column: usize) -> Option<usize> {
    if model.is_stacked() {
        return super::compact_choice_at(model, columns, line.checked_sub(1)?, column);
    }
    let asked = model.asked().filter(|asked| !asked.choices().is_empty())?;
    let line = line.checked_sub(before_answers(model, asked, columns).len())?;
    let blocks = blocks(model, asked, columns);
    let mut below = 0;
    let block = blocks.iter().position(|block| {
        below += block.len();
        line < below
    })?;
    let places: Vec<usize> = model.shown_choices().into_iter().map(|(place, _)| place).collect();
    let is_right = blocks.len() < places.len() && column >= columns / 2;
    places.get(if is_right { block + blocks.len() } else { block }).copied()
}

/// The lines of the open question's panel.
pub fn panel(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let mut lines = question(model, columns);
    lines.extend(below_question(model, columns));
    lines
}

/// A question that is not the open one: its number, its text and its answer.
pub fn other_question(model: &Model, question: QuestionIx, columns: usize) -> Vec<Line<'static>> {
    let Some(asked) = model.protocol().questions.get(question) else { return Vec::new() };
    let text = format!("{} {}", model.number(question), super::piped::filled(model, asked, asked.written()));
    let title = wrap(&text, columns).into_iter().map(|text| line(model, Tone::Heading, text));
    let answer = super::answer_text(model, question, model.held(question));
    title.chain(indented(model, Tone::Answer, &answer, columns)).collect()
}

/// The lines of the panel below the choices: how to judge, and what was said of it.
pub fn below_question(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let Some(asked) = model.asked().filter(|_| !model.is_stacked()) else { return Vec::new() };
    let mut lines = Vec::new();
    for text in told_of_case(model) {
        lines.extend(indented(model, Tone::Dim, &text, columns));
    }
    lines.extend(indented(model, Tone::Plain, &super::piped::filled(model, asked, &asked.guidance), columns));
    for rule in model.study.answers.rules(model.question) {
        lines.extend(indented(model, Tone::Plain, &super::rule_line(model, rule), columns));
    }
    let is_answered = model.cell(model.question).status == CellStatus::Answered;
    if is_answered && model.study.answers.is_before_rule(model.perspective(), model.case, model.question) {
        lines.extend(indented(model, Tone::Heading, &model.words.get("screen-look-again"), columns));
    }
    for note in notes(model) {
        lines.extend(indented(model, Tone::Dim, &note, columns));
    }
    for text in super::discussion::told(model) {
        lines.extend(indented(model, Tone::Key, &text, columns));
    }
    lines
}

/// What was asked when the answer was given, if that was something else.
fn earlier_wording(model: &Model) -> String {
    let wording = model.study.answers.earlier_wording(model.perspective(), model.case, model.question);
    wording.filter(|_| model.needs_another_look(model.question)).map_or_else(String::new, |earlier| {
        let differences = model.study.answers.rewordings(earlier, model.question);
        let then: Vec<String> = differences.iter().map(|one| one.describe_then(&model.words)).collect();
        let version = earlier.protocol.version.as_str();
        model.words.say(&msg!("screen-reworded", version = version, what = then.join("; ")))
    })
}

fn title(model: &Model, asked: &Question, columns: usize) -> Vec<Line<'static>> {
    let mut text = format!("{} {}", model.number(model.question), super::piped::filled(model, asked, asked.written()));
    if asked.yes_is_bad() {
        text.push(' ');
        text.push_str(&model.words.get("screen-yes-is-bad"));
    }
    if asked.optional {
        text.push(' ');
        text.push_str(&model.words.get("screen-optional"));
    }
    let mut lines: Vec<Line<'static>> =
        wrap(&text, columns).into_iter().map(|text| line(model, Tone::Heading, text)).collect();
    let mut look: Vec<String> = model.entry_name(model.question).into_iter().collect();
    if !asked.documents.is_empty() {
        look.push(model.words.say(&msg!("screen-look-in", documents = asked.documents.join(", "))));
    }
    look.extend(model.protocol().form(asked, &model.words));
    let takes_keys = asked.derive.is_none() && takes_answers(model);
    if asked.is_multi() && takes_keys {
        look.push(model.words.say(&msg!("screen-goes-on", key = model.key(Mode::Code, Action::Next))));
    }
    if takes_keys && choice_keys(asked, &model.keymap).iter().any(Vec::is_empty) {
        let key = model.key(Mode::Code, Action::Open);
        look.push(model.words.say(&if asked.is_long() {
            msg!("screen-searches-answers", key = key, n = model.on_offer().count())
        } else {
            msg!("screen-lists-answers", key = key)
        }));
    }
    if !look.is_empty() {
        lines.extend(indented(model, Tone::Dim, &look.join(if model.look.speaks() { "; " } else { "   " }), columns));
    }
    lines
}

fn answers(model: &Model, asked: &Question, columns: usize) -> Vec<Line<'static>> {
    let answer = model.held(model.question);
    if asked.choices().is_empty() {
        let text = super::answer_text(model, model.question, answer);
        let text = match () {
            // While it is being written the footer says what the key does then.
            () if matches!(model.dialog, Some(Dialog::Write { .. })) && answer.is_empty() => return Vec::new(),
            () if answer.is_empty() && asked.derive.is_none() && takes_answers(model) => {
                model.words.say(&msg!("screen-enter-writes", key = model.key(Mode::Code, Action::Open)))
            }
            () if model.resolving().is_some() => model.words.say(&msg!("resolve-joint", answer = text)),
            () => text,
        };
        let tone = if answer.is_empty() { Tone::Dim } else { Tone::Answer };
        return indented(model, tone, &text, columns);
    }
    blocks(model, asked, columns).concat()
}

/// The lines of each choice or, where there are two columns of them, of each pair.
fn blocks(model: &Model, asked: &Question, columns: usize) -> Vec<Vec<Line<'static>>> {
    let keys = choice_keys(asked, &model.keymap);
    let takes_answers = takes_answers(model);
    let offered = model.shown_choices();
    let label = offered.iter().map(|(_, choice)| width(&words_of(model, choice))).max().unwrap_or(0);
    let key = |place: usize| {
        let first = keys.get(place).and_then(|keys| keys.first()).filter(|_| takes_answers);
        first.map_or_else(String::new, |key| key.label(&model.words))
    };
    let bare = offered.iter().all(|(_, choice)| choice.meaning.is_empty());
    let row = |(place, choice)| (key(place), choice_mark(model, asked, place), choice);
    let rows: Vec<_> = offered.into_iter().map(row).collect();
    if model.look.speaks() {
        return rows.into_iter().map(|(key, mark, choice)| heard(model, &key, mark, choice, columns)).collect();
    }
    if bare && rows.len() > 5 && columns >= 2 * (label + 10) {
        return side_by_side(model, &rows, columns).into_iter().map(|line| vec![line]).collect();
    }
    // Where nothing stands beside them, labels have the whole line.
    let label = label.min(if bare { columns.saturating_sub(12) } else { columns / 3 });
    rows.into_iter().map(|(key, mark, choice)| one_choice(model, &key, mark, choice, label, columns)).collect()
}

/// The words of a choice with the answers of the open case that they name.
pub(super) fn words_of(model: &Model, choice: &Choice) -> String {
    let template = choice.template.as_ref().zip(model.asked());
    template.map_or_else(|| choice.label.clone(), |(template, asked)| super::piped::filled(model, asked, template))
}

/// Whether a choice is the answer, or one of several.
pub(super) fn choice_mark(model: &Model, asked: &Question, place: usize) -> &'static str {
    let is_chosen = asked.chosen(model.held(model.question)).any(|(chosen, _)| chosen == place);
    match (asked.is_multi(), is_chosen) {
        (true, true) => "[x]",
        (true, false) => "[ ]",
        (false, true) => model.look.mark(Mark::Chosen),
        (false, false) => " ",
    }
}

/// A choice to be heard: its label first, then its key, whether it is chosen, and its meaning.
fn heard(model: &Model, key: &str, mark: &str, choice: &Choice, columns: usize) -> Vec<Line<'static>> {
    let is_chosen = !mark.trim().is_empty() && mark != "[ ]";
    let told = words_of(model, choice);
    let named = [told.as_str(), key].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let mut text = super::ticked(model, is_chosen, &named.join(", "));
    if !choice.meaning.is_empty() {
        text.push_str(&format!(": {}", choice.meaning));
    }
    indented(model, if is_chosen { Tone::Answer } else { Tone::Plain }, &text, columns)
}

/// A choice in the list of all.
pub fn answer_line(model: &Model, place: usize) -> String {
    let Some(asked) = model.asked() else { return String::new() };
    let choice = asked.choices().get(place);
    let told = choice.map_or_else(String::new, |choice| format!("{}  {}", words_of(model, choice), choice.meaning));
    if model.look.speaks() {
        let is_chosen = asked.chosen(model.held(model.question)).any(|(chosen, _)| chosen == place);
        return super::ticked(model, is_chosen, told.trim_end());
    }
    format!("{} {}", choice_mark(model, asked, place), told.trim_end())
}

/// A choice with its key and its meaning, wrapped beside it.
fn one_choice(
    model: &Model,
    key: &str,
    mark: &str,
    choice: &Choice,
    label: usize,
    columns: usize,
) -> Vec<Line<'static>> {
    let tone = if mark.trim().is_empty() || mark == "[ ]" { Tone::Plain } else { Tone::Answer };
    let labels = wrap(&words_of(model, choice), label.max(4));
    let indent = 2 + width(mark) + 1 + 2 + label.max(4) + 2;
    let meanings =
        if choice.meaning.is_empty() { Vec::new() } else { wrap(&choice.meaning, columns.saturating_sub(indent)) };
    let height = labels.len().max(meanings.len());
    let row = |at: usize| {
        let head = match at {
            0 => vec![span(model, tone, format!("  {mark} ")), span(model, Tone::Key, padded(key, 2))],
            _ => vec![span(model, Tone::Plain, " ".repeat(width(mark) + 5))],
        };
        let name = labels.get(at).map_or("", String::as_str);
        let meaning = meanings.get(at).cloned().unwrap_or_default();
        let rest = [span(model, tone, padded(name, label.max(4) + 2)), span(model, Tone::Plain, meaning)];
        head.into_iter().chain(rest).collect::<Line<'_>>()
    };
    (0..height).map(row).collect()
}

/// Choices without meanings, in two columns.
fn side_by_side(model: &Model, rows: &[(String, &str, &Choice)], columns: usize) -> Vec<Line<'static>> {
    let half = rows.len().div_ceil(2);
    let cell = |(key, mark, choice): &(String, &str, &Choice)| {
        let tone = if mark.trim().is_empty() || *mark == "[ ]" { Tone::Plain } else { Tone::Answer };
        let label = padded(&words_of(model, choice), (columns / 2).saturating_sub(width(mark) + 6));
        vec![span(model, tone, format!("  {mark} ")), span(model, Tone::Key, padded(key, 2)), span(model, tone, label)]
    };
    let pair = |at: usize| {
        let both = rows.get(at).into_iter().chain(rows.get(at + half));
        Line::from(both.flat_map(cell).collect::<Vec<_>>())
    };
    (0..half).map(pair).collect()
}

/// What the case list says of the case that a coder must read: `Aktivitet: …`.
fn told_of_case(model: &Model) -> Vec<String> {
    let shown = model.protocol().attributes.iter().enumerate().filter(|(_, attribute)| attribute.shown);
    let said = shown.map(|(column, attribute)| (attribute, model.study.cases.value(model.case, column)));
    let told = said.filter(|(_, value)| !value.is_empty());
    told.map(|(attribute, value)| format!("{}: {}", attribute.label, attribute.one_of(value))).collect()
}

/// The comments and quotes on the open question that this coder may see.
fn notes(model: &Model) -> Vec<String> {
    let answers = &model.study.answers;
    // What each coder has remarked on a difference stands with the coding.
    let apart = model.difference().is_some();
    let here = |record: &&crate::study::answers::record::Record| {
        let is_said = matches!(record.slot.op, Op::Note | Op::Quote) && !answers.is_discussed(record.slot);
        record.slot.question == Some(model.question) && is_said && (!apart || record.slot.round == Round::Consensus)
    };
    // What was said at a meeting is no use without where it was said.
    let meeting = model.study.cases.meeting(model.protocol(), model.case);
    let source = meeting.map_or_else(String::new, |meeting| format!(" ({})", model.words.say(&meeting)));
    let shown = super::annotations(model, model.case).filter(here).map(|record| {
        let text = visible_lines(answers.text(record.value));
        let mark = if record.slot.op == Op::Quote { "\"".to_owned() } else { super::mark(model, Mark::Note) };
        let coder = crate::base::text::visible(answers.coder_name(record.slot.coder));
        let text = format!("{text}{source}");
        let text = if apart { model.words.say(&msg!("resolve-reason", text = text)) } else { text };
        if coder == model.coder.slug { format!("{mark} {text}") } else { format!("{mark} {coder}: {text}") }
    });
    shown.collect()
}

fn indented(model: &Model, tone: Tone, text: &str, columns: usize) -> Vec<Line<'static>> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = wrap(text, columns.saturating_sub(2)).into_iter();
    lines.map(|text| line(model, tone, format!("  {text}"))).collect()
}
