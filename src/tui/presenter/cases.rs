//! The case list's lines and the open case's title.

use super::{Marks, line, mark, span};
use crate::base::text::{fit, padded, right, width};
use crate::msg;
use crate::study::case::plan::Wave;
use crate::study::index::CaseIx;
use crate::study::protocol::{Part, Per};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// How a unit is shown.
pub fn unit_label<'a>(model: &'a Model, value: &'a str) -> &'a str {
    let unit = model.protocol().unit().and_then(|unit| model.protocol().attributes.get(unit));
    unit.map_or(value, |unit| unit.label_of(value))
}

/// How a wave is called.
pub fn wave_label(model: &Model, wave: Wave) -> String {
    model.words.get(wave.label())
}

/// A case or an entry in the list: how far it is, its name, its marks.
pub fn case_line(model: &Model, case: CaseIx, columns: usize) -> Line<'static> {
    let cells = model.sheet(case);
    let (answered, all) = model.study.filled(&cells);
    let dropped = model.dropped(case).is_some();
    let begun = model.study.is_begun(&cells);
    let resolved = super::resolve::of_case(model, case);
    let state = match () {
        () if resolved.is_some_and(|(settled, all)| settled == all) => Mark::Done,
        () if resolved.is_some_and(|(settled, _)| settled > 0) => Mark::Begun,
        () if resolved.is_some() => Mark::Untouched,
        () if dropped => Mark::Dropped,
        () if model.study.asks_nothing(case) => Mark::Unasked,
        () if model.is_done(case) => Mark::Done,
        () if !model.is_mine(case) => Mark::Colleague,
        () if begun => Mark::Begun,
        () => Mark::Untouched,
    };
    // In the list an unsure answer is one flag among others.
    let marks = Marks::of(model, super::annotations(model, case));
    let mut end = Marks { unsure: false, flag: marks.flag || marks.unsure, ..marks }.shown(model);
    if begun && !model.is_done(case) && !dropped && !model.look.speaks() {
        let full = format!("{answered}/{all} {end}");
        if 5 + width(full.trim_end()) + width(&model.case_name(case)) <= columns + 1 {
            end = full;
        }
    }
    let end = resolved.map_or(end, |(settled, all)| format!("{settled}/{all}"));
    let end = end.trim_end().to_owned();
    let tone = if case == model.case { Tone::Current } else { Tone::Plain };
    let here = if case == model.case { model.look.mark(Mark::Here) } else { " " };
    if model.look.speaks() {
        let text = format!("{here}{} {} {end}", model.case_name(case), mark(model, state));
        return line(model, tone, fit(text.trim_end(), columns));
    }
    let id = columns.saturating_sub(4 + width(&end));
    Line::from(vec![
        span(model, tone, format!("{here}{} {}", model.look.mark(state), padded(&squeezed(model, case, id), id))),
        span(model, Tone::Dim, right(&end, columns.saturating_sub(3 + id))),
    ])
}

/// The name of a case in so many columns: of an entry's parts, the longer ones give way first, so that each can be told.
fn squeezed(model: &Model, case: CaseIx, columns: usize) -> String {
    let parts = model.study.cases.name(model.protocol(), case);
    let mut order: Vec<&&str> = parts.iter().collect();
    order.sort_by_key(|part| width(part));
    let mut room = columns.saturating_sub(width(model.between()) * parts.len().saturating_sub(1));
    let mut widths = std::collections::HashMap::new();
    for (at, part) in order.iter().enumerate() {
        let own = width(part).min(room / (order.len() - at));
        room -= own;
        widths.insert(**part, own);
    }
    let parts: Vec<String> = parts.iter().map(|part| fit(part, widths.get(part).copied().unwrap_or(0))).collect();
    parts.join(model.between())
}

/// The open case's title: its id and what the case list says of it, or an entry's unit and informant.
pub fn case_title(model: &Model) -> String {
    case_parts(model).join(model.between())
}

/// The parts of that title, the most important first.
pub fn case_parts(model: &Model) -> Vec<String> {
    let id = (model.per() == Per::Case).then(|| model.case_id(model.case).to_owned());
    let mut parts: Vec<String> = id.into_iter().collect();
    for (column, attribute) in model.protocol().attributes.iter().enumerate() {
        let value = model.study.cases.value(model.case, column);
        match attribute.part {
            Some(Part::Unit | Part::Sex | Part::Informant) if !value.is_empty() => {
                parts.push(attribute.one_of(value).to_owned());
            }
            Some(Part::BirthYear { .. }) => {
                let group = model.study.cases.age_group(model.protocol(), model.case);
                parts.extend(group.map(|(from, to)| {
                    model.words.say(&msg!("screen-age", from = i64::from(from), to = i64::from(to)))
                }));
            }
            _ => {}
        }
    }
    parts.extend(model.wave(model.case).map(|wave| wave_label(model, wave)));
    parts
}
