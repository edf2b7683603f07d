//! The case list's lines and the open case's title.

use super::{Marks, span};
use crate::answers::sheet::Standing;
use crate::case::plan::Wave;
use crate::msg;
use crate::protocol::Part;
use crate::text::{padded, right, width};
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
    model.words.get(match wave {
        Wave::Early => "wave-early",
        Wave::Middle => "wave-middle",
        Wave::Late => "wave-late",
    })
}

/// A case in the list: how far it is, its id, its marks.
pub fn case_line(model: &Model, case: usize, columns: usize) -> Line<'static> {
    let cells = model.sheet(case);
    let (answered, all) = model.filled(&cells);
    let dropped = model.dropped(case).is_some();
    let begun = cells.iter().any(|cell| cell.standing == Standing::Answered);
    let mark = match () {
        () if dropped => Mark::Dropped,
        () if model.is_done(case) => Mark::Done,
        () if !model.is_mine(case) => Mark::Colleague,
        () if begun => Mark::Begun,
        () => Mark::Untouched,
    };
    // In the list an unsure answer is one flag among others.
    let marks = Marks::of(model, super::asides(model, case));
    let mut end = Marks { unsure: false, flag: marks.flag || marks.unsure, ..marks }.shown(model.look);
    if begun && !model.is_done(case) && !dropped {
        let full = format!("{answered}/{all} {end}");
        if 5 + width(full.trim_end()) + width(model.case_id(case)) <= columns + 1 {
            end = full;
        }
    }
    let end = end.trim_end().to_owned();
    let tone = if case == model.case { Tone::Current } else { Tone::Plain };
    let here = if case == model.case { model.look.mark(Mark::Here) } else { " " };
    let id = columns.saturating_sub(4 + width(&end));
    Line::from(vec![
        span(model, tone, format!("{here}{} {}", model.look.mark(mark), padded(model.case_id(case), id))),
        span(model, Tone::Dim, right(&end, columns.saturating_sub(3 + id))),
    ])
}

/// The open case's title: its id and what the case list says of it.
pub fn case_title(model: &Model) -> String {
    let mut parts = vec![model.case_id(model.case).to_owned()];
    for (column, attribute) in model.protocol().attributes.iter().enumerate() {
        let value = model.study.cases.value(model.case, column);
        match attribute.part {
            Some(Part::Unit | Part::Sex) if !value.is_empty() => parts.push(attribute.one_of(value).to_owned()),
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
    let separator = if model.look.ascii { ", " } else { " · " };
    parts.join(separator)
}
