//! How far the review is: the tables, one's own pace where it is asked for, and the lists to walk through.

use super::{extent, line};
use crate::analysis::progress::List;
use crate::analysis::progress::pace::Pace;
use crate::base::text::{padded, width, wrap};
use crate::msg;
use crate::report::plain::progress::Part;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Form, Model};
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// What a line of the page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// A list to walk through.
    List(List),
    /// How one's newest spot check came out.
    Spot,
}

/// The lines of the page, each with what it leads to, if to anything.
pub fn status(model: &Model, columns: usize) -> Vec<(Line<'static>, Option<Goal>)> {
    let mut lines = Vec::new();
    let Some(progress) = &model.cache.progress else { return lines };
    lines.extend(super::left_out(model, columns).into_iter().map(|line| (line, None)));
    for (part, text) in progress.lines(&model.study, &model.words, columns, &|coder| model.called(coder)) {
        let tone = match part {
            Part::Heading | Part::Total => Tone::Heading,
            Part::Row => Tone::Plain,
        };
        lines.push((line(model, tone, text), None));
    }
    let mut tell =
        |text: &str| lines.extend(wrap(text, columns).into_iter().map(|text| (line(model, Tone::Dim, text), None)));
    if let Some(pace) = pace(model) {
        tell(&pace);
    }
    tell("");
    let (key, key_open) = (walk_key(model), model.key(Mode::List, Action::Open));
    let lists = progress.list_lines(&model.study, &model.words, columns.saturating_sub(width(&key) + 1));
    if lists.is_empty() {
        tell(&model.words.get("status-nothing"));
    } else {
        tell(&model.words.say(&msg!("status-how", key = key.as_str(), key_open = key_open)));
    }
    let chosen = model.work_list().map(|walk| walk.list);
    lines.extend(lists.into_iter().map(|(list, text)| {
        // The key stands where it leads.
        let mark = if chosen == Some(list) { key.as_str() } else { "" };
        (line(model, Tone::Plain, format!("{} {text}", padded(mark, width(&key)))), Some(Goal::List(list)))
    }));
    let indent = width(&key) + 1;
    let spot = super::spot_line(model).map_or_else(Vec::new, |text| wrap(&text, columns.saturating_sub(indent)));
    let spot = spot.into_iter().map(|text| line(model, Tone::Plain, format!("{}{text}", padded("", indent))));
    lines.extend(spot.map(|line| (line, Some(Goal::Spot))));
    lines
}

/// How far one is: among the differences where they are being settled, else among one's cases, where there are any.
pub fn progress(model: &Model) -> String {
    match model.resolving() {
        Some(_) => super::place(model).unwrap_or_default(),
        None if model.progress.own == 0 => String::new(),
        None => model.words.say(&msg!("screen-progress", done = model.progress.finished, all = model.progress.own)),
    }
}

/// The line that the page opens on: its first list, where that is in sight.
pub fn first_list(model: &Model) -> usize {
    let (columns, rows) = extent(model);
    let first = status(model, columns).iter().position(|(_, goal)| goal.is_some());
    first.filter(|line| *line < rows || model.look.form == Form::Lines).unwrap_or(0)
}

/// The key that walks from place to place.
pub fn walk_key(model: &Model) -> String {
    model.key(Mode::Code, Action::Gap)
}

/// One's own pace, where the coder wants to see it.
fn pace(model: &Model) -> Option<String> {
    let Pace { done, per_hour } = Pace::of(model.pace?, &model.written);
    Some(model.words.say(&match per_hour {
        Some(rate) => msg!("status-pace-hour", n = done, rate = model.words.decimal(rate)),
        None => msg!("status-pace", n = done),
    }))
}
