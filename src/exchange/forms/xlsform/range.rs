//! A number between bounds.

use crate::exchange::forms::xlsform::Log;
use crate::exchange::forms::xlsform::column::Line;
use crate::msg;
use crate::study::protocol::Kind;
use crate::study::protocol::filter::number;

/// The bounds that are meant where `parameters` says none.
const USUAL: (f64, f64) = (1.0, 10.0);

/// The number that a range is; its steps are told.
pub(crate) fn kind(line: &Line<'_>, log: &mut Log) -> Kind {
    let (start, end) = (parameter(line, "start").unwrap_or(USUAL.0), parameter(line, "end").unwrap_or(USUAL.1));
    if parameter(line, "step").is_some_and(|step| (step - 1.0).abs() > f64::EPSILON) {
        log.tell_alike(line, msg!("xlsform-step"));
    }
    Kind::Number { unit: line.get("aktkoll_unit"), min: Some(start.min(end)), max: Some(start.max(end)) }
}

/// Whether all its numbers are whole.
pub(crate) fn is_whole(line: &Line<'_>) -> bool {
    ["start", "end", "step"].into_iter().all(|name| parameter(line, name).is_none_or(|number| number.fract() == 0.0))
}

/// A number of the cell `start=0 end=10 step=1`.
fn parameter(line: &Line<'_>, name: &str) -> Option<f64> {
    let text = line.get("parameters").replace(" =", "=").replace("= ", "=");
    let mut pairs = text.split([' ', ',', ';']).filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| key.trim() == name).and_then(|(_, value)| number(value.trim()))
}
