//! The file of the open case, and the open question in the two rows that the file leaves it.

use super::{line, span};
use crate::base::text::{fit, folded, padded, wrap};
use crate::exchange::documents::{Document, Style};
use crate::msg;
use crate::study::ledger::evidence::Evidence;
use crate::study::protocol::look_for::{Pattern, hits};
use crate::study::protocol::{Choice, Question};
use crate::tui::file_pane::{Came, Counted, Room};
use crate::tui::key::Key;
use crate::tui::keymap::{Action, InFile, Mode, choice_keys};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// Where what is looked for stands in a line, in bytes: what somebody has asked for, else the words of the open question.
pub fn file_hits(model: &Model, text: &str) -> Vec<Range<usize>> {
    match &model.file.query {
        Some(query) => found_in(query, text),
        None => model.asked().map_or_else(Vec::new, |asked| hits(text, &asked.look_for).collect()),
    }
}

/// Where a folded text stands in a line.
fn found_in(query: &str, text: &str) -> Vec<Range<usize>> {
    let wanted = query.chars().count();
    let folded = folded(text);
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    // Composed and not, a text has other characters than its folded form: then it is a hit as a whole.
    if folded.chars().count() + 1 != starts.len() {
        return folded.contains(query).then_some(0..text.len()).into_iter().collect();
    }
    let chars = |at: usize| folded.get(..at).map_or(0, |before| before.chars().count());
    let found = folded.match_indices(query).map(|(at, _)| chars(at));
    found.filter_map(|at| Some(*starts.get(at)?..*starts.get(at + wanted)?)).collect()
}

/// The row above the text: which document it is, where one is in it, and what is marked or looked for.
pub fn file_title(model: &Model, columns: usize) -> Line<'static> {
    let case = model.case;
    let (pane, between) = (&model.file, model.between());
    let mut parts = Vec::new();
    let headings = pane.headings(case);
    if let Some(heading) = headings.get(pane.index(case)) {
        parts.push(heading.key.clone());
    }
    if headings.len() > 1 {
        parts.push(model.words.say(&msg!("file-of", n = pane.index(case) + 1, of = headings.len())));
    }
    if let Some(text) = pane.text(case).filter(|text| !text.is_empty()) {
        parts.push(model.words.say(&msg!("file-line", n = pane.place(case).here + 1, of = text.len())));
    }
    if pane.is_raw {
        parts.push(model.words.get("file-as-written"));
    }
    let marks = pane.marks(case).len();
    if marks > 0 {
        parts.push(model.words.say(&msg!("file-marks", n = marks)));
    }
    parts.extend(counted(model));
    line(model, Tone::Heading, padded(&fit(&format!(" {}", parts.join(between)), columns), columns))
}

/// Which of the lines with what is looked for one is at, how many there are, and what is looked for.
fn counted(model: &Model) -> Option<String> {
    let Counted { of, lines, is_all } = model.file.counted.as_ref()?;
    let here = model.file.place(model.case).here;
    let nth = lines.binary_search(&here).map_or(0, |at| at + 1);
    let words = || model.asked().map_or(&[][..], |asked| &asked.look_for).iter().map(Pattern::text).collect::<Vec<_>>();
    let what = of.query.as_ref().map_or_else(|| words().join(", "), |query| format!("\u{201d}{query}\u{201d}"));
    let all = if *is_all { "yes" } else { "no" };
    Some(model.words.say(&msg!("file-hits", nth = nth, n = lines.len(), all = all, what = what)))
}

/// The rows of the file that are shown, or what there is to say in their place.
pub fn file_lines(model: &Model, room: Room) -> Vec<Line<'static>> {
    let case = model.case;
    match model.file.came(case) {
        None => told(model, &model.words.get("file-coming"), room),
        Some(Came { document: None, .. }) => told(model, &model.words.get("file-no-document"), room),
        Some(Came { document: Some(Err(faults)), .. }) => told(model, &faults.describe(&model.words), room),
        Some(Came { document: Some(Ok(_)), .. }) => match model.file.text(case).filter(|text| !text.is_empty()) {
            Some(text) => rows(model, text, room),
            None => told(model, &model.words.get("file-empty"), room),
        },
    }
}

fn told(model: &Model, text: &str, room: Room) -> Vec<Line<'static>> {
    wrap(text, room.columns).into_iter().map(|text| line(model, Tone::Dim, format!("  {text}"))).collect()
}

fn rows(model: &Model, text: &Document, room: Room) -> Vec<Line<'static>> {
    let rows = model.file.rows(text, room.columns);
    let place = rows.clamped(model.file.place(model.case));
    let page = rows.page(place, room.rows);
    let margin = model.file.margin(model.case);
    let is_here = |found: &Evidence| !model.file.is_raw && found.document == text.heading.key;
    let found: Vec<Evidence> = found(model).into_iter().filter(is_here).collect();
    // Of a line that began above the page its first row here tells what its first row would.
    let top = page.first().map(|(at, nth, _)| (*at, *nth));
    let row = |(at, nth, shown): (usize, usize, String)| {
        let whole = text.line(at);
        let is_first = nth == 0 || top == Some((at, nth));
        let mark = mark(model, &found, at, at == place.here && is_first);
        let mut spans = vec![span(model, Tone::Key, format!("{mark} "))];
        if margin > 0 {
            let name = if is_first { whole.margin.as_ref() } else { "" };
            spans.push(span(model, Tone::Dim, padded(&fit(name, margin - 1), margin)));
        }
        spans.extend(pieces(model, tone(whole.style), shown));
        Line::from(spans)
    };
    page.into_iter().map(row).collect()
}

fn tone(style: Style) -> Tone {
    match style {
        Style::Heading => Tone::Heading,
        Style::Page | Style::Folded => Tone::Dim,
        Style::Plain | Style::Quoted | Style::Code => Tone::Plain,
    }
}

/// Where the answer to the open question was found: by whom one sees it, or by each of the codings that differ.
pub fn found(model: &Model) -> Vec<Evidence> {
    let said = model.difference().map_or(&[][..], |difference| &difference.said);
    let mut found = model.study.answers.evidence(model.perspective(), model.case, model.question);
    found.extend(said.iter().flat_map(|said| said.found.iter().cloned()));
    found.sort();
    found.dedup();
    found
}

/// What stands before a row: where one is, what is marked, and where the answer was found.
fn mark(model: &Model, found: &[Evidence], line: usize, is_here: bool) -> &'static str {
    let is_found = || found.iter().any(|found| found.lines().contains(&line));
    match () {
        () if is_here => model.look.mark(Mark::Here),
        () if model.file.is_marked(model.case, line) => model.look.mark(Mark::Full),
        () if is_found() => model.look.mark(Mark::Chosen),
        () => " ",
    }
}

/// A row in pieces: what is looked for stands out, by more than a colour.
fn pieces(model: &Model, tone: Tone, text: String) -> Vec<Span<'static>> {
    let hits = file_hits(model, &text);
    if hits.is_empty() {
        return vec![span(model, tone, text)];
    }
    let stands_out =
        if model.file.query.is_some() { Modifier::REVERSED } else { Modifier::UNDERLINED | Modifier::BOLD };
    let mut spans = Vec::new();
    let mut from = 0;
    for hit in hits {
        spans.push(span(model, tone, text.get(from..hit.start).unwrap_or_default().to_owned()));
        let found = text.get(hit.clone()).unwrap_or_default().to_owned();
        spans.push(Span::styled(found, model.look.style(tone).add_modifier(stands_out)));
        from = hit.end;
    }
    spans.push(span(model, tone, text.get(from..).unwrap_or_default().to_owned()));
    spans
}

/// The open question in as few rows as there are: its text in one, and its choices with their keys.
pub fn compact(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let Some(asked) = model.asked() else { return Vec::new() };
    let text = format!("{} {}", model.number(model.question), super::piped::filled(model, asked, asked.written()));
    let mut lines = vec![line(model, Tone::Heading, fit(&text, columns))];
    lines.extend(choices(model, asked, columns));
    lines
}

/// At least so many rows of the screen are the file's.
const OF_FILE: usize = 5;
/// The first and the last row of the screen, the rule above the question, and its text.
const AROUND: usize = 4;

fn choices(model: &Model, asked: &Question, columns: usize) -> Vec<Line<'static>> {
    let held = model.held(model.question);
    if asked.choices().is_empty() {
        let key = model.key(Mode::Code, Action::Open);
        let text = if held.is_empty() && asked.derive.is_none() {
            model.words.say(&msg!("screen-enter-writes", key = key))
        } else {
            super::answer_text(model, model.question, held)
        };
        return vec![line(model, Tone::Answer, fit(&format!("  {text}"), columns))];
    }
    let laid_out = laid_out(model, asked, columns).into_iter();
    laid_out.map(|row| row.into_iter().flat_map(|(_, spans)| spans).collect()).collect()
}

/// A row of choices: the place of each, and the pieces of its text.
type Laid = Vec<(Option<usize>, Vec<Span<'static>>)>;

/// The choices row by row: all of them, or as many as leave the file its rows, with how many follow and which of these are
/// chosen.
fn laid_out(model: &Model, asked: &Question, columns: usize) -> Vec<Laid> {
    let keys = choice_keys(asked, &model.keymap);
    let mut rows: Vec<Laid> = vec![Vec::new()];
    let mut used = 0;
    for (place, choice) in model.shown_choices() {
        let spans = choice_spans(model, asked, (place, choice), keys.get(place).and_then(|keys| keys.first()), columns);
        let wide: usize = spans.iter().map(Span::width).sum();
        if used + wide > columns && used > 0 {
            rows.push(Vec::new());
            used = 0;
        }
        used += wide;
        rows.last_mut().into_iter().for_each(|row| row.push((Some(place), spans.clone())));
    }
    let most = usize::from(model.size.1).saturating_sub(AROUND + OF_FILE).max(2);
    if rows.len() > most {
        let rest: Vec<usize> = rows.split_off(most - 1).into_iter().flatten().filter_map(|(place, _)| place).collect();
        rows.push(vec![(None, vec![span(model, Tone::Answer, fit(&out_of_sight(model, asked, &rest), columns))])]);
    }
    rows
}

/// What is told of the choices that there is no row for.
fn out_of_sight(model: &Model, asked: &Question, places: &[usize]) -> String {
    let chosen = asked.chosen(model.held(model.question)).filter(|(place, _)| places.contains(place));
    let chosen: Vec<&str> = chosen.map(|(_, choice)| choice.label.as_str()).collect();
    let key = model.key(Mode::Code, Action::File(InFile::Show));
    let given = if chosen.is_empty() { "no" } else { "yes" };
    model.words.say(&msg!("file-choices", n = places.len(), key = key, given = given, chosen = chosen.join(", ")))
}

/// A choice with its mark and its key.
fn choice_spans(
    model: &Model,
    asked: &Question,
    (place, choice): (usize, &Choice),
    key: Option<&Key>,
    columns: usize,
) -> Vec<Span<'static>> {
    let is_chosen = asked.chosen(model.held(model.question)).any(|(chosen, _)| chosen == place);
    let mark = super::question_panel::choice_mark(model, asked, place);
    let tone = if is_chosen { Tone::Answer } else { Tone::Plain };
    let key = key.map_or_else(String::new, |key| key.label(&model.words));
    let label = format!(" {}  ", fit(&super::question_panel::words_of(model, choice), columns.saturating_sub(8)));
    vec![span(model, tone, format!("{mark} ")), span(model, Tone::Key, key), span(model, tone, label)]
}

/// The choice that stands in a column of a row of these, counted from the one below the question.
pub fn compact_choice_at(model: &Model, columns: usize, row: usize, column: usize) -> Option<usize> {
    let asked = model.asked()?;
    let mut upto = 0;
    let row = laid_out(model, asked, columns).into_iter().nth(row)?;
    let hit = row.into_iter().find(|(_, spans)| {
        upto += spans.iter().map(Span::width).sum::<usize>();
        column < upto
    });
    hit.and_then(|(place, _)| place)
}
