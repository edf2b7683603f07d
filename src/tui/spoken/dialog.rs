//! What lies over the questions in words: its title and what stands in it, then the line of the cursor.

use super::{About, Part, WIDE, squeezed};
use crate::msg;
use crate::study::answers::discussion::REPLY;
use crate::study::ledger::entry::Op;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::model::Model;
use crate::tui::presenter::{
    beneath, choice_line, choices, detail, extent, hints, hit_line, page, spot_page, status, summary, thread_page,
    title, tour,
};
use ratatui::text::Line;

/// A dialog, and what is being written in it.
pub(crate) fn dialog(model: &Model, open: &Dialog) -> (Vec<Part>, Option<String>) {
    let which = which(open);
    let part = |about, lines: Vec<String>| Part::new(about, which.clone(), lines);
    let mut parts = vec![part(About::Place, vec![title(model, open), keys(model)])];
    let mut writing = None;
    match open {
        Dialog::Summary { cursor } => {
            let (head, body) = summary(model, WIDE);
            parts.push(part(About::Body, texts(&head)));
            parts.push(row(model, &which, &texts(&body), *cursor));
        }
        Dialog::Tally { .. } | Dialog::History { .. } | Dialog::Output { .. } | Dialog::Help { .. } => {
            parts.extend(shown(model, open, &which));
        }
        Dialog::Tour { .. } => parts.push(part(About::Body, tour(model, WIDE))),
        Dialog::Progress { cursor } => {
            let (columns, _) = extent(model);
            let lines = status(model, columns);
            let told = lines.iter().filter(|(_, list)| list.is_none()).map(|(line, _)| line.to_string());
            parts.push(part(About::Body, in_words(told)));
            let at = lines.get(*cursor).filter(|(_, list)| list.is_some());
            parts.push(part(About::Row, at.map(|(line, _)| squeezed(&line.to_string())).into_iter().collect()));
        }
        Dialog::Spot { cursor } => {
            let (columns, _) = extent(model);
            let page = spot_page(model, columns);
            parts.push(part(About::Body, texts(&page.head)));
            let lines = texts(&page.body);
            parts.extend((!lines.is_empty()).then(|| row(model, &which, &lines, *cursor)));
        }
        Dialog::Choose { about, cursor } => {
            let offered = choices(model, *about);
            let cursor = (*cursor).min(offered.len().saturating_sub(1));
            let lines: Vec<String> = offered.iter().map(|choice| squeezed(&choice_line(model, choice))).collect();
            let told = texts(&detail(model, *about, offered.get(cursor), WIDE));
            parts.push(Part::new(About::Body, format!("{which} {cursor}"), told));
            parts.push(row(model, &which, &lines, cursor));
        }
        Dialog::Find { input, hits, cursor, .. } => {
            let lines: Vec<String> = hits.iter().map(|hit| squeezed(&hit_line(model, hit))).collect();
            parts.push(row(model, &which, &lines, *cursor));
            writing = Some(input.value().to_owned());
        }
        Dialog::Write { field, input } => {
            let is_reply = matches!(field, Field::Text { op: Op::Note, item, .. } if item.starts_with(REPLY));
            let said = if is_reply { thread_page(model, WIDE, WIDE) } else { Vec::new() };
            parts.push(part(About::Body, texts(&said)));
            parts.push(part(About::Row, texts(&beneath(model, field, input, WIDE))));
            writing = Some(input.value().to_owned());
        }
    }
    (parts, writing)
}

/// Which dialog it is: a list of another kind, or a line for something else, is another one.
fn which(open: &Dialog) -> String {
    match open {
        Dialog::Summary { .. } => "summary".to_owned(),
        Dialog::Tally { .. } => "tally".to_owned(),
        Dialog::Progress { .. } => "progress".to_owned(),
        Dialog::History { .. } => "history".to_owned(),
        Dialog::Spot { .. } => "spot".to_owned(),
        Dialog::Output { line, .. } => format!("output {line}"),
        Dialog::Help { mode, .. } => format!("help {mode:?}"),
        Dialog::Tour { step, .. } => format!("tour {step}"),
        Dialog::Choose { about, .. } => format!("{about:?}"),
        Dialog::Find { realm, .. } => format!("{realm:?}"),
        Dialog::Write { field, .. } => match field {
            Field::Answer { .. } => "answer".to_owned(),
            field => format!("{field:?}"),
        },
    }
}

/// Lines of which some are rows of a table: what a figure counts is said before it, and heads alone are not said.
fn in_words(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    let mut said = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let is_figure = |cell: &&str| cell.chars().all(|c| c.is_ascii_digit());
        match cells.split_first() {
            Some((name, figures)) if cells.len() == heads.len() && figures.iter().all(is_figure) => {
                let pairs = heads.iter().skip(1).zip(figures).map(|(head, figure)| format!("{head} {figure}"));
                said.push(format!("{name}: {}", pairs.collect::<Vec<_>>().join(", ")));
            }
            Some((_, [_, _, ..])) => heads = cells.into_iter().map(str::to_owned).collect(),
            _ => said.push(squeezed(&line)),
        }
    }
    said
}

fn texts(lines: &[Line<'_>]) -> Vec<String> {
    lines.iter().map(|line| squeezed(&line.to_string())).collect()
}

/// What the keys do here.
fn keys(model: &Model) -> String {
    let pairs: Vec<String> = hints(model).into_iter().map(|(key, text)| format!("{key} {text}")).collect();
    model.words.say(&msg!("spoken-keys", keys = pairs.join("; ")))
}

/// The line that the cursor stands on, with its place among all.
fn row(model: &Model, which: &str, lines: &[String], cursor: usize) -> Part {
    let text = match lines.get(cursor) {
        Some(text) => format!("{text}, {}", model.words.say(&msg!("spoken-of", n = cursor + 1, of = lines.len()))),
        None => model.words.get("spoken-empty"),
    };
    Part { lines: vec![(cursor, text)], ..Part::new(About::Row, which, []) }
}

/// As much of a page as a screen would show, each line with its place, and how many lines follow.
fn shown(model: &Model, open: &Dialog, which: &str) -> Vec<Part> {
    let (columns, rows) = extent(model);
    let (lines, top) = page(model, open, columns);
    let top = top.min(lines.len().saturating_sub(1));
    let window =
        lines.iter().enumerate().skip(top).take(rows).map(|(place, line)| (place, squeezed(&line.to_string())));
    let window: Vec<(usize, String)> = window.filter(|(_, text)| !text.is_empty()).collect();
    let left = lines.len().saturating_sub(top + rows);
    let more = (left > 0).then(|| model.words.say(&msg!("spoken-more", n = left)));
    vec![
        Part { lines: window, ..Part::new(About::Body, which, []) },
        Part { lines: more.map(|text| (top, text)).into_iter().collect(), ..Part::new(About::Row, which, []) },
    ]
}
