//! Which answer is meant by what stands in a cell.

use crate::base::language::Message;
use crate::exchange::interchange::choices::{key, named};
use crate::exchange::interchange::legend::Legend;
use crate::msg;
use crate::study::protocol::{Choice, Kind, Question};

/// How a mark for a choice is written, folded, and how none.
const MARKED: [&str; 11] = ["x", "1", "1.0", "ja", "j", "yes", "y", "sant", "true", "checked", "markerad"];
const UNMARKED: [&str; 10] = ["", "0", "0.0", "nej", "n", "no", "falskt", "false", "unchecked", "-"];

/// What stands for a line break where a row is to be one line.
const BREAKS: [char; 2] = ['\u{2028}', '\u{2029}'];

/// The answer as it is stored, or why it is none; `legend` says what stands for choices besides their names.
pub(crate) fn stored(question: &Question, text: &str, legend: &Legend) -> Result<String, Message> {
    let text = text.trim();
    match &question.kind {
        Kind::Choice(choices) if !text.is_empty() => one(choices, text, legend).map(|choice| choice.id.clone()),
        Kind::Choices(choices) => question.stored(&several(choices, text, legend)?),
        Kind::Date => question.stored(&day(text)).or_else(|_| question.stored(text)),
        Kind::Text => question.stored(&text.replace(BREAKS, "\n")),
        _ => question.stored(text),
    }
}

/// The choice that is meant.
fn one<'a>(choices: &'a [Choice], text: &str, legend: &Legend) -> Result<&'a Choice, Message> {
    match legend.choice(choices, text) {
        Some(choice) => Ok(choice),
        None if legend.is_whole => Err(msg!("coded-code-unknown", found = text, codes = legend.shown())),
        None => named(choices, text),
    }
}

/// The ids of several choices.
fn several(choices: &[Choice], text: &str, legend: &Legend) -> Result<String, Message> {
    let parts = parts(choices, text, legend)?.into_iter();
    let ids: Result<Vec<&str>, Message> =
        parts.map(|part| one(choices, part, legend).map(|choice| choice.id.as_str())).collect();
    Ok(ids?.join(";"))
}

/// The parts of a cell with several choices. A comma separates them, unless it may stand in the name of one; blanks do
/// where each part is the id or the code of a choice, as ODK writes them.
pub(crate) fn parts<'t>(choices: &[Choice], text: &'t str, legend: &Legend) -> Result<Vec<&'t str>, Message> {
    let blanks: Vec<&str> = text.split_whitespace().collect();
    let is_list = blanks.len() > 1 && {
        let codebook = Legend::codebook(choices);
        let is_id = |part: &str| choices.iter().any(|choice| choice.id == part);
        blanks.iter().all(|part| is_id(part) || codebook.choice(choices, part).is_some())
    };
    match one(choices, text, legend) {
        Ok(only) if is_list => {
            let ids = [blanks.join("; "), only.id.clone()];
            return Err(msg!("coded-choice-ambiguous", found = text, ids = ids.join(", ")));
        }
        Ok(_) => return Ok(vec![text]),
        Err(_) if is_list => return Ok(blanks),
        Err(_) => {}
    }
    let wanted = key(text);
    let is_there = |name: &String| name.contains(',') && wanted.contains(&key(name));
    let has_comma = choices.iter().any(|choice| is_there(&choice.id) || is_there(&choice.label));
    let separates = |c: char| matches!(c, ';' | '\n') || c == ',' && !has_comma && !text.contains(';');
    Ok(text.split(separates).map(str::trim).filter(|part| !part.is_empty()).collect())
}

/// Whether a choice is marked in the column that it has to itself.
pub(crate) fn is_marked(choice: &Choice, text: &str) -> Result<bool, Message> {
    let wanted = key(text);
    let is_it = |names: &[&str]| names.contains(&wanted.as_str());
    let is_named = wanted == key(&choice.id) || wanted == key(&choice.label);
    match (is_it(&MARKED), is_it(&UNMARKED)) {
        (true, _) => Ok(true),
        // "No" in the column of a choice that is called so could be both.
        (_, true) if !is_named || wanted.starts_with('0') => Ok(false),
        (_, false) if is_named => Ok(true),
        _ => Err(msg!("coded-mark", found = text, choice = choice.label.as_str())),
    }
}

/// A day as a spreadsheet or a register has it, in the form of the ledger.
fn day(text: &str) -> String {
    let day = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix(" 00:00")).unwrap_or(text);
    let is_plain = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
    match (day.get(..4), day.get(4..6), day.get(6..)) {
        (Some(year), Some(month), Some(day)) if is_plain => format!("{year}-{month}-{day}"),
        _ => day.replace('/', "-"),
    }
}
