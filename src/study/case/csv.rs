//! Reading the case list from one file or several, and writing it as CSV.

use super::identity::{Contacts, guard_aside, guard_columns, guard_header, guard_others, guard_row, new_ids, told};
use super::matching::{Columns, Given, Hints, Matched, columns, fit, note_twofold, twice, unknown};
use super::meaning::{FileName, meant};
use super::{Case, CaseList};
use crate::base::digest::sha256;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::language::Message;
use crate::base::pii::{has_number, numbers};
use crate::base::spreadsheet::{Book, is_spreadsheet};
use crate::base::suggest::listed;
use crate::base::table::{Cell, Origin, Row, Table, decode, written};
use crate::base::text::{folded, is_hidden};
use crate::msg;
use crate::study::protocol::code::is_number;
use crate::study::protocol::{Attribute, Part, Per, Protocol};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// At most this many units: more are a column that means something else.
const UNITS: usize = 1000;
/// At most this many cases.
const CASES: usize = 200_000;
/// An id has at most this many characters.
const ID: usize = 64;
/// What stands before a unit where a case id could stand.
pub const UNIT_PREFIX: &str = "unit:";

/// A file by its name, with what is in it.
pub type Named = (String, Vec<u8>);

impl CaseList {
    /// Reads the case list in the file `name`, with what its columns were taken for.
    pub fn read(name: &str, bytes: &[u8], protocol: &Protocol) -> Result<(Self, Matched)> {
        let hints = Hints::default();
        let mut reading = Reading::new(protocol, &hints, false);
        reading.file(name, bytes);
        let (list, matched) = reading.done()?;
        Ok((Self { hash: sha256(bytes), ..list }, matched.into_iter().next().unwrap_or_default()))
    }

    /// Reads the case list in several files, one after the other, as the one list that they are together: what a study
    /// is made of, so that no personal number gets through.
    pub fn gather(files: &[Named], hints: &Hints, protocol: &Protocol) -> Result<(Self, Vec<Matched>)> {
        let unknown = unknown(protocol, hints);
        if !unknown.is_empty() {
            let known = protocol.attributes.iter().map(|attribute| attribute.id.as_str());
            let known = std::iter::once("case_id").chain(known).collect::<Vec<_>>().join(", ");
            let fault = |message| Fault::new(message).hint(msg!("there-are", names = known.as_str())).exit(Exit::Usage);
            return Err(Faults(unknown.into_iter().map(fault).collect()));
        }
        let said: Vec<Fault> =
            twice(protocol, hints).into_iter().map(|said| Fault::new(said).exit(Exit::Usage)).collect();
        if !said.is_empty() {
            return Err(Faults(said));
        }
        let untold = hints.pseudonyms.as_ref().map(|how| how.unknown(protocol)).unwrap_or_default();
        if !untold.is_empty() {
            return Err(Faults(untold));
        }
        let mut reading = Reading::new(protocol, hints, files.len() > 1);
        reading.is_guarded = true;
        for (name, bytes) in files {
            reading.file(name, bytes);
        }
        let (list, matched) = reading.done()?;
        Ok((Self { hash: sha256(&list.to_csv()), ..list }, matched))
    }

    /// The cases as a file that reads back the same.
    pub fn to_csv(&self) -> Vec<u8> {
        let columns = || (0..self.columns.len()).filter(|column| Some(*column) != self.informant);
        let name = |column: usize| self.columns.get(column).map_or("", String::as_str);
        let header = written(std::iter::once("case_id").chain(columns().map(name)));
        let row = |place: usize| {
            let id = self.cases.get(place).map_or("", |case| &case.id);
            written(std::iter::once(id).chain(columns().map(|column| self.value(place, column))))
        };
        (header + &self.files().map(row).collect::<String>()).into_bytes()
    }
}

/// A list that is being read.
struct Reading<'p> {
    protocol: &'p Protocol,
    hints: &'p Hints,
    /// Whether it is in several files.
    is_several: bool,
    /// Whether personal numbers are looked for; a study that has some must still open.
    is_guarded: bool,
    list: CaseList,
    matched: Vec<Matched>,
    seen: Seen,
    faults: Vec<Fault>,
}

/// Notes that a number does not tell what it should.
fn untaken<'r>(table: &mut Table<'_>, row: &'r Row, columns: &Columns, attribute: &Attribute) -> Option<&'r Cell> {
    let message = msg!("identity-not-taken", attribute = attribute.label.as_str());
    table.wrong(row.line, row.cells.get(columns.id), message, Some(msg!("identity-not-taken-hint")));
    None
}

/// The ids that were read: where each stands.
#[derive(Default)]
struct Seen {
    ids: HashMap<String, (usize, usize)>,
    /// The files, and the place of the ids' column in each.
    files: Vec<(Origin, usize)>,
}

impl<'p> Reading<'p> {
    fn new(protocol: &'p Protocol, hints: &'p Hints, is_several: bool) -> Self {
        let columns = protocol.attributes.iter().map(|attribute| attribute.id.clone()).collect();
        let list = CaseList { columns, informant: protocol.informant(), ..CaseList::default() };
        let (matched, seen, faults) = (Vec::new(), Seen::default(), Vec::new());
        Self { protocol, hints, is_several, is_guarded: false, list, matched, seen, faults }
    }

    /// Reads a file; what is wrong with it is noted.
    fn file(&mut self, name: &str, bytes: &[u8]) {
        let (protocol, hints) = (self.protocol, self.hints);
        let fits = |cells: &[Cell]| fit(cells, protocol, hints);
        let read = if is_spreadsheet(bytes) {
            Book::read(name, bytes).and_then(|book| {
                let sheet = book.sheet(name, hints.sheet.as_deref())?;
                if self.is_guarded {
                    self.faults.extend(guard_others(name, &book, sheet));
                }
                self.rows(Table::sheet(name, sheet, &fits), name, book.has_macros)
            })
        } else {
            decode(name, bytes).and_then(|text| self.rows(Table::text(name, &text, &fits), name, false))
        };
        if let Err(faults) = read {
            self.faults.extend(faults.0);
        }
    }

    /// Reads the rows of a file.
    fn rows(&mut self, mut table: Table<'_>, name: &str, has_macros: bool) -> Result<()> {
        let file = FileName { name, is_one_of_several: self.is_several };
        self.guard_header(&mut table, &file);
        let Some((columns, mut matched)) = columns(&mut table, self.protocol, self.hints, &file) else {
            return table.settle(());
        };
        if self.is_guarded {
            guard_columns(&mut table, self.hints.pseudonyms.as_ref().map(|_| columns.id));
            note_twofold(&mut table, self.protocol, self.hints);
        }
        let origin = table.origin();
        (matched.file, matched.sheet, matched.has_macros) = (name.to_owned(), origin.sheet.clone(), has_macros);
        self.seen.files.push((origin, columns.id));
        let places = self.places(&matched.others);
        let before = self.list.cases.len();
        while let Some(row) = table.next_row() {
            if self.is_guarded && row.is_sum() {
                table.aside.push(row);
                continue;
            }
            self.guard_row(&mut table, &row, columns.id, &mut matched.contacts);
            self.seen.check(&mut table, &row, columns.id);
            if self.list.cases.len() >= CASES {
                table.wrong(row.line, None, msg!("cases-many", most = CASES), None);
                break;
            }
            let case = self.case(&mut table, &row, &columns, &places, &mut matched);
            self.list.places.insert(case.id.clone(), self.list.cases.len());
            self.list.cases.push(case);
        }
        if self.is_guarded {
            guard_aside(&mut table, &msg!("identity-number-hint"), &mut matched.contacts);
        }
        (matched.cases, matched.sums) = (self.list.cases.len() - before, table.sums());
        if matched.cases == 0 && table.is_right() {
            table.wrong(table.header.line, None, msg!("cases-none"), Some(msg!("cases-none-hint")));
        }
        self.matched.push(matched);
        table.settle(())
    }

    /// The places of further columns in the list, which gets those that it has not.
    fn places(&mut self, headers: &[String]) -> Vec<usize> {
        let columns = &mut self.list.columns;
        let others = columns.iter().enumerate().skip(self.protocol.attributes.len());
        let mut known: HashMap<String, usize> = others.map(|(place, column)| (folded(column), place)).collect();
        let mut place = |header: &String| {
            *known.entry(folded(header)).or_insert_with(|| {
                columns.push(header.clone());
                columns.len() - 1
            })
        };
        headers.iter().map(&mut place).collect()
    }

    fn case(
        &self,
        table: &mut Table<'_>,
        row: &Row,
        columns: &Columns,
        places: &[usize],
        matched: &mut Matched,
    ) -> Case {
        let id = row.cells.get(columns.id).map(|cell| cell.raw.clone()).unwrap_or_default();
        let mut values: Vec<Box<str>> = vec!["".into(); self.list.columns.len()];
        let mut put = |place: usize, value: Box<str>| {
            if let Some(slot) = values.get_mut(place) {
                *slot = value;
            }
        };
        let mut counts = matched.attributes.iter_mut();
        for (place, (attribute, given)) in self.protocol.attributes.iter().zip(&columns.attributes).enumerate() {
            let number;
            let cell = match given {
                Given::Column(column) => row.cells.get(*column),
                Given::Fixed(cell) => Some(cell),
                Given::Number(column, today) => {
                    number = row.cells.get(columns.id).and_then(|id| told(id, attribute, *today));
                    number
                        .as_ref()
                        .or_else(|| row.cells.get((*column)?))
                        .or_else(|| untaken(table, row, columns, attribute))
                }
                Given::Nothing => continue,
            };
            if let (Some(cell), Some(count)) = (cell, counts.next()) {
                let value = attribute_value(table, row.line, cell, attribute);
                count.count(&cell.text(), &value);
                put(place, value);
            }
        }
        for (column, place) in columns.others.iter().zip(places) {
            put(*place, row.cells.get(*column).map(|cell| cell.text().into()).unwrap_or_default());
        }
        Case { id, per: Per::Case, values }
    }

    /// The list, unless something is wrong.
    fn done(mut self) -> Result<(CaseList, Vec<Matched>)> {
        let columns = self.list.columns.len();
        for case in &mut self.list.cases {
            case.values.resize(columns, "".into());
        }
        if let Some(unit) = self.protocol.unit() {
            self.check_units(unit);
        }
        if self.hints.pseudonyms.is_some() {
            self.replace_ids();
        }
        if !self.faults.is_empty() {
            return Err(Faults(self.faults));
        }
        self.list.share();
        self.list.add_entries(self.protocol);
        Ok((self.list, self.matched))
    }

    /// Notes personal numbers in the names of the file and of its columns.
    fn guard_header(&self, table: &mut Table<'_>, file: &FileName<'_>) {
        if self.is_guarded {
            guard_header(table, &msg!("identity-number-hint"));
            if file.stem().is_some_and(|stem| has_number(&stem)) {
                let line = table.header.line;
                table.wrong(line, None, msg!("identity-file"), Some(msg!("identity-file-hint")));
            }
        }
    }

    /// Notes personal numbers in a row, but in the id if that is replaced.
    fn guard_row(&self, table: &mut Table<'_>, row: &Row, id: usize, contacts: &mut Contacts) {
        if self.is_guarded {
            let replaced = self.hints.pseudonyms.as_ref().map(|_| id);
            guard_row(table, row, replaced, &msg!("identity-number-hint"), contacts);
        }
    }

    /// Gives every case a new id, and keeps which was which.
    fn replace_ids(&mut self) {
        let ids = new_ids(&self.list.cases, self.protocol.unit());
        let refused = ids.iter().find_map(|id| refusal(id)).zip(self.seen.files.first());
        let fault = refused.map(|(message, (first, _))| Fault::new(message).in_file(&first.file));
        self.faults.extend(fault.map(|fault| fault.hint(msg!("cases-id-hint"))));
        self.list.places = ids.iter().cloned().zip(0..).collect();
        let mut cases = self.list.cases.iter_mut().zip(ids);
        for matched in &mut self.matched {
            let replaced = cases.by_ref().take(matched.cases);
            matched.replaced = replaced.map(|(case, id)| (id.clone(), std::mem::replace(&mut case.id, id))).collect();
        }
    }

    /// Notes units that are too many, or that a person would take for one.
    fn check_units(&mut self, column: usize) {
        let units: HashSet<&str> =
            self.list.cases.iter().filter_map(|case| case.values.get(column)).map(|value| &**value).collect();
        let Some((first, _)) = self.seen.files.first() else { return };
        if units.len() > UNITS {
            let fault = Fault::new(msg!("cases-units-many", n = units.len(), most = UNITS));
            self.faults.push(fault.hint(msg!("cases-units-many-hint")).in_file(&first.file));
            return;
        }
        let mut units: Vec<&str> = units.into_iter().collect();
        units.sort_unstable();
        let mut known: HashMap<String, &str> = HashMap::new();
        for unit in units {
            let one = *known.entry(spoken(unit)).or_insert(unit);
            if one != unit {
                let fault = Fault::new(msg!("cases-units-alike", one = one, other = unit));
                self.faults.push(fault.hint(msg!("cases-units-alike-hint")).in_file(&first.file));
            }
        }
    }
}

impl Seen {
    /// Notes an id that cannot be one, or is there already.
    fn check(&mut self, table: &mut Table<'_>, row: &Row, column: usize) {
        let Some(cell) = row.cells.get(column) else { return };
        let id = cell.raw.as_str();
        if let Some(message) = refusal(id).or_else(|| self.twice(id, row.line)) {
            table.wrong(row.line, Some(cell), message, Some(msg!("cases-id-hint")));
        }
    }

    /// Notes an id, and says where it stands already if it does.
    fn twice(&mut self, id: &str, line: usize) -> Option<Message> {
        let here = (self.files.len(), line);
        let (file, line) = *self.ids.entry(same(id)).or_insert(here);
        let first = self.files.get(file.saturating_sub(1));
        let place = || first.map_or_else(String::new, |(origin, column)| origin.place(line, *column));
        ((file, line) != here).then(|| msg!("cases-id-twice", id = id, place = place()))
    }
}

/// Why an id cannot be one.
fn refusal(id: &str) -> Option<Message> {
    if id.is_empty() {
        Some(msg!("cases-id-empty"))
    } else if id.chars().any(|c| c.is_control() || is_hidden(c)) {
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

/// What two ids have in common that a person would take for the same, such as a number with and without century.
fn same(id: &str) -> String {
    if let Some(number) = numbers(id).first() {
        return number.short();
    }
    if id.is_ascii() { id.to_ascii_lowercase() } else { id.nfkc().collect::<String>().to_lowercase() }
}

/// A unit as one says it: without case, and with one blank for whatever stands between its words.
fn spoken(unit: &str) -> String {
    let words = |c: char| c.is_whitespace() || "-–.,/".contains(c);
    same(unit).split(words).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The code that a cell stands for; one that it cannot stand for is noted.
pub(crate) fn attribute_value(table: &mut Table<'_>, line: usize, cell: &Cell, attribute: &Attribute) -> Box<str> {
    let text = year(cell, attribute);
    let label = attribute.label.as_str();
    let values = &attribute.values;
    let (message, hint) = match (meant(attribute, &text), attribute.part) {
        (Some(code), _) => return code.into(),
        (None, Some(Part::Unit)) if text.is_empty() => (msg!("cases-unit-empty"), msg!("cases-unit-hint")),
        (None, Some(Part::BirthYear { .. })) if !text.is_empty() && !is_year(&text) => {
            (msg!("cases-year", label = label, found = text.as_ref()), msg!("cases-year-hint"))
        }
        (None, _) if values.is_empty() => return text.into(),
        (None, _) => {
            let known: Vec<String> = values.iter().map(|(code, label)| format!("{code} ({label})")).collect();
            let known = listed(&known.iter().map(String::as_str).collect::<Vec<_>>());
            (msg!("cases-value", label = label, found = text.as_ref()), msg!("there-are", names = known))
        }
    };
    table.wrong(line, Some(cell), message, Some(hint));
    text.into()
}

/// A cell's text; a year without the decimals that programs write once a column of whole numbers has gaps.
fn year<'c>(cell: &'c Cell, attribute: &Attribute) -> Cow<'c, str> {
    let text = cell.text();
    let whole = text.strip_suffix(".0").filter(|year| is_year(year)).map(str::to_owned);
    match (attribute.part, whole) {
        (Some(Part::BirthYear { .. }), Some(year)) => year.into(),
        _ => text,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1880..=2100).contains(&year))
}

#[cfg(test)]
mod tests;
