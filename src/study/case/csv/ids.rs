//! The ids of the cases: which can be none, and which a person would take for another.

use super::{ID, UNIT_PREFIX};
use crate::base::language::Message;
use crate::base::pii::numbers;
use crate::base::spreadsheet::CellType;
use crate::base::table::said::{is_missing, is_sign};
use crate::base::table::{Cell, Origin, Row, Table};
use crate::base::text::{is_dash, is_hidden, is_plain};
use crate::msg;
use crate::study::protocol::answer::date;
use crate::study::protocol::code::is_number;
use foldhash::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Letters of other scripts, and the Latin ones that they look like.
const ALIKE: [(&str, &str); 2] =
    [("АВЕЅІЈКМНОРСТУХаеѕіјорсух", "ABESIJKMHOPCTYXaesijopcyx"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρυχ", "ABEZHIKMNOPTYXoavikpyx")];

/// The months as spreadsheets shorten them in Swedish and English.
const MONTHS: [&str; 14] =
    ["jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"];

/// So many digits of a number a spreadsheet keeps.
const DIGITS: usize = 15;

/// An id that was read, and where: the file, counted from 1, and the line.
struct Place {
    /// Empty where a list is not new: then another under the same key is the same.
    id: String,
    file: usize,
    line: usize,
}

/// The ids that were read.
#[derive(Default)]
pub(crate) struct Ids {
    known: HashMap<String, Place>,
    /// The files, and the place of the ids' column in each.
    pub(crate) files: Vec<(Origin, usize)>,
}

impl Ids {
    /// Begins a file.
    pub(crate) fn begin(&mut self, origin: Origin, column: usize) {
        self.files.push((origin, column));
    }

    /// Notes an id that cannot be one, or is there already; where a list is new, also one that is lost or looks like
    /// another, which a study that has it must still open with.
    pub(crate) fn check(&mut self, table: &mut Table<'_>, row: &Row, column: usize, is_new: bool) {
        let Some(cell) = row.cells.get(column) else { return };
        let id = cell.raw.as_str();
        if let Some(message) = is_new.then(|| lost(cell, table.is_text())).flatten() {
            table.wrong(row.line, Some(cell), message, Some(msg!("cases-id-lost-hint")));
        } else if is_new && (is_missing(id) || is_sign(id)) {
            table.wrong(row.line, Some(cell), msg!("cases-id-missing", id = id), Some(msg!("cases-id-hint")));
        } else if let Some(message) = refusal(id).or_else(|| self.twice(id, row.line, is_new)) {
            table.wrong(row.line, Some(cell), message, Some(msg!("cases-id-hint")));
        }
    }

    /// Notes an id, and says where it, or one that looks like it, stands already if it does.
    fn twice(&mut self, id: &str, line: usize, is_new: bool) -> Option<Message> {
        let file = self.files.len();
        let looks = if is_new { likeness(id) } else { same(id) };
        let Some(first) = self.known.get(&looks) else {
            let id = if is_new { id.to_owned() } else { String::new() };
            self.known.insert(looks, Place { id, file, line });
            return None;
        };
        let origin = self.files.get(first.file.saturating_sub(1));
        let place = origin.map_or_else(String::new, |(origin, column)| origin.place(first.line, *column));
        let is_same = !is_new || same(&first.id) == same(id);
        let other = first.id.as_str();
        Some(if is_same {
            msg!("cases-id-twice", id = id, place = place)
        } else {
            msg!("cases-id-alike", id = id, other = other, place = place)
        })
    }
}

/// Why what stands in a cell is no longer the id that somebody gave; in a text, what a spreadsheet that wrote it made of it.
fn lost(cell: &Cell, is_text: bool) -> Option<Message> {
    let id = cell.raw.as_str();
    if cell.of == CellType::Date || is_text && is_day(id) {
        return Some(msg!("cases-id-date", id = id));
    }
    if [".0", ",0"].into_iter().filter_map(|end| id.strip_suffix(end)).any(is_digits) {
        return Some(msg!("cases-id-decimal", id = id));
    }
    let is_cut = is_scientific(id) || is_text && is_digits(id) && ends_in_zeros(id);
    is_cut.then(|| msg!("cases-id-number", id = id))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an id is a day as spreadsheets write one: `2026-02-01`, or `01-feb`.
fn is_day(id: &str) -> bool {
    let is_short = id.split_once('-').is_some_and(|(day, month)| {
        (1..=2).contains(&day.len()) && is_digits(day) && MONTHS.contains(&month.to_lowercase().as_str())
    });
    is_short || id.len() == "2026-02-01".len() && date(id).is_some()
}

/// Whether an id is `1.2E+11`, or `1.2E11`; `3E5` may be one.
fn is_scientific(id: &str) -> bool {
    id.split_once(['E', 'e']).is_some_and(|(digits, exponent)| {
        let plain = digits.replacen(['.', ','], "", 1);
        let power = exponent.strip_prefix('+');
        is_digits(&plain) && power.or_else(|| Some(exponent).filter(|_| plain != digits)).is_some_and(is_digits)
    })
}

/// Whether a number has zeros and nothing else where a spreadsheet keeps no digits.
fn ends_in_zeros(id: &str) -> bool {
    id.get(DIGITS..).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'))
}

/// Why an id cannot be one.
pub(crate) fn refusal(id: &str) -> Option<Message> {
    if id.is_empty() {
        Some(msg!("cases-id-empty"))
    } else if !is_plain(id) && id.chars().any(|c| c.is_control() || is_hidden(c)) {
        Some(msg!("cases-id-hidden", id = id))
    } else if id.len() > ID && id.chars().count() > ID {
        Some(msg!("cases-id-long", most = ID))
    } else if id.strip_suffix(".0").is_some_and(is_number) {
        Some(msg!("cases-id-decimal", id = id))
    } else if id.starts_with(UNIT_PREFIX) || id == "any" {
        Some(msg!("cases-id-reserved", id = id))
    } else {
        None
    }
}

/// What two ids have in common that are written the same but for capitals, such as a number with and without century.
pub(crate) fn same(id: &str) -> String {
    if let Some(number) = numbers(id).first() {
        return number.short();
    }
    if id.is_ascii() { id.to_ascii_lowercase() } else { id.nfkc().collect::<String>().to_lowercase() }
}

/// What two ids have in common that a person would take for the same: one dash, one blank, and Latin letters for those
/// that look like them.
pub(crate) fn likeness(id: &str) -> String {
    if id.is_ascii() {
        return same(id);
    }
    let plain = |c: char| match c {
        c if is_dash(c) => '-',
        c if c.is_whitespace() => ' ',
        c => ALIKE.iter().find_map(|(of, latin)| latin.chars().nth(of.chars().position(|one| one == c)?)).unwrap_or(c),
    };
    same(&id.nfkc().map(plain).collect::<String>())
}
