//! The history of a question, and the help.

use super::{line, span};
use crate::base::text::{padded, visible, visible_lines, width, wrap};
use crate::msg;
use crate::study::answers::record::Record;
use crate::study::ledger::entry::{Op, Round};
use crate::tui::keymap::Mode;
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// Every line that was written on the open question, with the comments on it and on the case: when, by whom, what, and what
/// it replaced. Newest first.
pub fn history(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let answers = &model.study.answers;
    let (rounds, only) = match model.round() {
        round if round.is_blind() => (vec![round], Some(model.coder.slug.as_str())),
        _ => (vec![Round::First, Round::Consensus], None),
    };
    let mut lines = answers.lines(model.case, model.question, &rounds, only);
    // Comments on what was settled are its reason, which stands on top.
    lines.extend(rounds.iter().take(1).flat_map(|&round| answers.notes(model.case, model.question, round, only)));
    lines.extend(answers.evidence_lines(model.case, model.question, &rounds, only));
    lines.sort_by_key(|record| std::cmp::Reverse(record.seq));
    if lines.is_empty() {
        return vec![line(model, Tone::Dim, model.words.get("history-none"))];
    }
    let mut shown = reason_lines(model, columns);
    shown.extend(lines.into_iter().flat_map(|record| record_lines(model, record, columns)));
    shown
}

/// When a line was written.
fn when(model: &Model, record: &Record) -> String {
    let at = jiff::Timestamp::from_millisecond(record.at).unwrap_or_default().to_zoned(model.zone.clone());
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Why the open question was settled as it was, and who says so; in a blind round nothing.
fn reason_lines(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let answers = &model.study.answers;
    let reason = answers.settled(Op::Note, model.case, Some(model.question), "").filter(|_| !model.round().is_blind());
    let text = reason.map(|reason| {
        let coder = answers.coder_name(reason.slot.coder);
        let text = visible_lines(answers.text(reason.value));
        model.words.say(&msg!("history-reason", at = when(model, reason), coder = model.called(coder), text = text))
    });
    let lines = text.map_or_else(Vec::new, |text| wrap(&text, columns)).into_iter();
    lines.map(|text| line(model, Tone::Plain, text)).collect()
}

fn record_lines(model: &Model, record: &Record, columns: usize) -> Vec<Line<'static>> {
    let answers = &model.study.answers;
    let shown = |value: u32| {
        let text = super::answer_text(model, model.question, answers.text(value));
        if text.is_empty() { model.words.get("history-nothing") } else { text }
    };
    let beside = Some(answers.text(record.with)).filter(|name| !name.is_empty());
    let coder = model.called(answers.coder_name(record.slot.coder));
    let coder = [coder.as_str()].into_iter().chain(beside).collect::<Vec<_>>().join(" + ");
    let at = when(model, record);
    let mut text = model.words.say(&match (record.slot.op, record.value) {
        (Op::Note, 0) => msg!("history-note-gone", at = at, coder = coder),
        (Op::Note, value) => {
            let text = visible_lines(answers.text(value)).replace('\n', " ");
            let of = if record.slot.question.is_some() { "question" } else { "case" };
            msg!("history-note", at = at, coder = coder, text = text, of = of)
        }
        (Op::Evidence, value) => {
            let place =
                answers.evidence_said(record).map_or_else(String::new, |found| model.words.say(&found.message()));
            let is_set = if value == 0 { "no" } else { "yes" };
            msg!("history-evidence", at = at, coder = coder, place = visible(&place), set = is_set)
        }
        (_, value) => {
            msg!("history-line", at = at, coder = coder, value = shown(value), was = shown(record.was))
        }
    });
    if record.slot.round == Round::Consensus {
        text.push_str(&format!(" ({})", model.words.get("history-joint")));
    }
    if record.undoes.is_some() {
        text.push(' ');
        text.push_str(&model.words.get("history-undo"));
    }
    wrap(&text, columns).into_iter().map(|text| line(model, Tone::Plain, text)).collect()
}

/// Every mark that stands on the screen by itself, with the catalogue's key of what it stands for.
const LEGEND: [(Mark, &str); 14] = [
    (Mark::Untouched, "legend-untouched"),
    (Mark::Begun, "legend-begun"),
    (Mark::Done, "legend-done"),
    (Mark::Colleague, "legend-colleague"),
    (Mark::Dropped, "legend-dropped"),
    (Mark::Unsure, "legend-unsure"),
    (Mark::Note, "legend-note"),
    (Mark::Flag, "legend-flag"),
    (Mark::Here, "legend-here"),
    (Mark::Cursor, "legend-cursor"),
    (Mark::Less, "legend-less"),
    (Mark::More, "legend-more"),
    (Mark::Unasked, "legend-unasked"),
    (Mark::Cut, "legend-cut"),
];

/// What every key does: those of the page below first, drawn from the keymap, by what one wants to do.
pub fn help(model: &Model, mode: Mode, columns: usize) -> Vec<Line<'static>> {
    let groups = model.keymap.grouped(mode, &model.words, |action| model.offers(action));
    let all = groups.iter().flat_map(|(_, rows)| rows);
    let keys = all.map(|(keys, _)| width(keys)).max().unwrap_or(0).min(columns / 2);
    let mut lines = vec![line(model, Tone::Heading, mode.title(&model.words))];
    lines.extend(wrapped(model, "help-search", columns));
    for (title, rows) in groups {
        lines.extend([Line::default(), line(model, Tone::Heading, title)]);
        lines.extend(rows.iter().flat_map(|row| help_row(model, row, keys, columns)));
    }
    lines.push(Line::default());
    lines.extend(wrapped(model, "help-digits", columns));
    lines.extend(legend(model, columns));
    lines
}

/// What the marks stand for, where they are no words.
fn legend(model: &Model, columns: usize) -> Vec<Line<'static>> {
    if model.look.speaks() {
        return Vec::new();
    }
    let rows = LEGEND.map(|(mark, text)| (model.look.mark(mark).to_owned(), model.words.get(text)));
    let marks = rows.iter().map(|(mark, _)| width(mark)).max().unwrap_or(0);
    let mut lines = vec![Line::default(), line(model, Tone::Heading, model.words.get("help-marks"))];
    lines.extend(rows.iter().flat_map(|row| help_row(model, row, marks, columns)));
    lines
}

/// The keys of an action, and beside them what it does.
fn help_row(model: &Model, (key, help): &(String, String), keys: usize, columns: usize) -> Vec<Line<'static>> {
    let texts = wrap(help, columns.saturating_sub(keys + 3)).into_iter().enumerate();
    let row = |(at, text)| {
        let key = if at == 0 { padded(key, keys) } else { " ".repeat(keys) };
        Line::from(vec![span(model, Tone::Key, format!(" {key}  ")), span(model, Tone::Plain, text)])
    };
    texts.map(row).collect()
}

fn wrapped(model: &Model, key: &'static str, columns: usize) -> Vec<Line<'static>> {
    let texts = wrap(&model.words.get(key), columns).into_iter();
    texts.map(|text| line(model, Tone::Plain, text)).collect()
}
