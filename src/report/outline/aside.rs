//! What an outline brings in beside the counts: a table of background from a file, shares to compare with, and one case as an
//! example.

use super::Files;
use crate::base::pii::has_number;
use crate::base::suggest::suggestion;
use crate::base::table::decode;
use crate::base::text::visible;
use crate::msg;
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::table::list;
use crate::report::{Block, Source};
use crate::study::answers::case_view::CellStatus;
use crate::study::folder::{CASES_FILE, FRAME_FILE, PLAN_FILE};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::load::reader::{Reader, scalar};
use crate::study::tally::thousandths;
use csv::ReaderBuilder;
use jiff::civil::Date;
use std::path::{Component, Path};
use toml::Spanned;

/// Where figures come from that this program has not counted, with the day on which they were fetched; both must be told.
fn source_of(item: &Reader<'_>, source: Source<'_>) -> Option<String> {
    let (name, day) = (item.required("source"), item.required("fetched"));
    if !day.is_empty() && day.parse::<Date>().is_err() {
        item.source.wrong(
            item.span("fetched"),
            msg!("outline-fetched", day = day.as_str()),
            msg!("outline-fetched-hint"),
        );
        return None;
    }
    (!name.is_empty() && !day.is_empty())
        .then(|| source.words.say(&msg!("outline-source", source = name.as_str(), day = day.as_str())))
}

/// A table of background: as the file has it, with its source below.
pub(super) fn background(item: &Reader<'_>, source: Source<'_>, files: Files<'_>) -> Option<Block> {
    let (name, span) = (item.required("background"), item.span("background"));
    let (title, told) = (item.required("title"), source_of(item, source)?);
    let parts: Vec<Component<'_>> = Path::new(&name).components().collect();
    if !matches!(parts.as_slice(), [Component::Normal(_)]) {
        item.source.wrong(span, msg!("outline-background", name = name), msg!("outline-background-hint"));
        return None;
    }
    // A folder may tell no capitals from small letters.
    if [CASES_FILE, FRAME_FILE, PLAN_FILE].contains(&name.to_lowercase().as_str()) {
        item.source.wrong(span, msg!("outline-background-own", name = name), msg!("outline-background-own-hint"));
        return None;
    }
    let text = files(&name).and_then(|bytes| Ok(decode(&name, &bytes)?.into_owned()));
    let text = text.map_err(|faults| item.source.faults(&span, faults)).ok()?;
    if has_number(&text) {
        item.source.wrong(span, msg!("outline-number"), msg!("outline-number-hint"));
        return None;
    }
    let separator = crate::base::table::separator(&text);
    let mut rows =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> =
        rows.records().filter_map(|row| Some(row.ok()?.iter().map(|cell| visible(cell.trim())).collect())).collect();
    let mut rows = rows.into_iter().filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty()));
    let head = rows.next().filter(|head| head.len() > 1);
    let lines: Vec<Vec<String>> = rows.collect();
    let Some(head) = head.filter(|head| !lines.is_empty() && lines.iter().all(|line| line.len() == head.len())) else {
        item.source.wrong(span, msg!("outline-background-shape", name = name), msg!("outline-background-shape-hint"));
        return None;
    };
    let line = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        Line { label: cells.next().unwrap_or_default(), sort: Sort::Part, cells: cells.map(cell).collect() }
    };
    Some(Block::Grid(Grid {
        id: format!("background-{name}"),
        title,
        heads: head.into_iter().skip(1).map(|name| Head { name, columns: vec![String::new()] }).collect(),
        lines: lines.into_iter().map(line).collect(),
        notes: vec![told],
    }))
}

/// A cell as the file has it; whole numbers are numbers to a spreadsheet too.
fn cell(text: String) -> Cell {
    match text.parse::<u32>() {
        Ok(n) if n.to_string() == text => Cell::Count(n),
        _ if text.is_empty() => Cell::Blank,
        _ => Cell::Text(text),
    }
}

/// Sets the shares of a reference beside those of a table: each for one of its lines, with where they come from below.
pub(super) fn compared(item: &Reader<'_>, source: Source<'_>, ids: &[(String, String)], grid: &mut Grid) {
    if item.get("reference").is_none() {
        return;
    }
    let Some(told) = source_of(item, source) else { return };
    let mut shares: Vec<(String, i64)> = Vec::new();
    for (name, value) in item.entries("reference") {
        let label =
            ids.iter().find(|(id, label)| id == name.get_ref() || label == name.get_ref()).map(|(_, label)| label);
        let share = scalar(value).and_then(|text| thousandths(&text)).filter(|share| (0..=100_000).contains(share));
        match (label, share) {
            (Some(label), Some(share)) => shares.push((label.clone(), share)),
            (None, _) => {
                let message = msg!("outline-reference", name = name.get_ref().as_str());
                let known = ids.iter().map(|(id, _)| id.as_str());
                item.source.wrong(name.span(), message, suggestion(name.get_ref(), known));
            }
            (_, None) => {
                item.source.wrong(value.span(), msg!("outline-reference-share"), msg!("outline-reference-share-hint"));
            }
        }
    }
    let column = source.words.get("table-share");
    grid.heads.push(Head { name: source.words.get("outline-reference-head"), columns: vec![column] });
    for line in &mut grid.lines {
        let share = shares.iter().find(|(label, _)| *label == line.label).map(|(_, share)| Cell::Number(*share));
        line.cells.push(share.unwrap_or(Cell::Blank));
    }
    grid.notes.push(source.words.say(&msg!("outline-reference-note", source = told)));
}

/// One case as an example: what was answered to the questions that are named, and not which case it is.
pub(super) fn example(item: &Reader<'_>, source: Source<'_>, places: &[QuestionIx]) -> Option<Block> {
    let (study, words) = (source.study, source.words);
    let (id, span) = (item.required("example"), item.span("example"));
    let case = study.cases.place(&id).filter(|&case| study.tally().is_counted(case));
    let Some(case) = case else {
        item.source.wrong(span, msg!("outline-example", name = id), msg!("outline-example-hint"));
        return None;
    };
    if source.options.min_cell.is_some() {
        return Some(Block::Text(words.get("outline-example-hidden")));
    }
    let cells = study.tally().cells(case);
    let fact = |&place: &QuestionIx| {
        let (asked, cell) = (source.protocol().questions.at(place), cells.at(place));
        let answer = study.answers.text(study.answers.counted_as(place, cell.value));
        let told = match cell.status {
            CellStatus::Answered => asked.in_words(answer, words),
            _ => list::open(source, case, place)?,
        };
        if has_number(&told) {
            let span = item.span("answers");
            item.source.wrong(span, msg!("outline-example-number"), msg!("outline-example-number-hint"));
        }
        Some((asked.text.clone(), told))
    };
    Some(Block::Facts(places.iter().filter_map(fact).collect()))
}

/// The words of a field of an entry that must name something.
pub(super) fn named(item: &Reader<'_>, field: &'static str) -> Vec<Spanned<String>> {
    let words = item.words(field);
    if words.is_empty() {
        item.missing(field);
    }
    words
}
