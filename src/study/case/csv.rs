//! Reading the case list from one file or several, and writing it as CSV.

pub(crate) mod ids;

use super::identity::{Guard, guard_columns, guard_header, guard_others, new_ids, told};
use super::matching::{Columns, Given, Hints, Matched, columns, fit, note_twofold, twice, unknown};
use super::meaning::{FileName, meant};
use super::{Case, CaseList};
use crate::base::digest::{sha256, text_sha256};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::pii::has_number;
use crate::base::spreadsheet::{Book, is_spreadsheet};
use crate::base::suggest::listed;
use crate::base::table::encoding::check_letters;
use crate::base::table::said::is_missing;
use crate::base::table::{Cell, Row, Table, decode_as, written};
use crate::base::text::{folded, harmless};
use crate::msg;
use crate::study::index::CaseIx;
use crate::study::protocol::{Attribute, Part, Per, Protocol};
use ids::{Ids, refusal, same};
use std::collections::{HashMap, HashSet};

/// At most this many units: more are a column that means something else.
const UNITS: usize = 1000;
/// At most this many cases.
const CASES: usize = 2_000_000;
/// Nobody is older than this.
const OLDEST: i16 = 125;
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
        let hash = if list.private.is_empty() { text_sha256(bytes) } else { sha256(&list.sent_csv()) };
        Ok((Self { hash, ..list }, matched.into_iter().next().unwrap_or_default()))
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
        Ok((Self { hash: sha256(&list.sent_csv()), ..list }, matched))
    }

    /// The cases as a file that reads back the same.
    pub fn to_csv(&self) -> Vec<u8> {
        self.csv_without(&[])
    }

    /// The same as it is sent to others: what is private stays empty.
    pub fn sent_csv(&self) -> Vec<u8> {
        self.csv_without(&self.private)
    }

    fn csv_without(&self, hidden: &[usize]) -> Vec<u8> {
        let columns = || (0..self.columns.len()).filter(|column| Some(*column) != self.informant);
        let name = |column: usize| self.columns.get(column).map_or("", String::as_str);
        let header = written(std::iter::once("case_id").chain(columns().map(name)));
        let row =
            |place: CaseIx| {
                let id = self.cases.get(place).map_or("", |case| &case.id);
                written(std::iter::once(id).chain(
                    columns().map(|column| if hidden.contains(&column) { "" } else { self.value(place, column) }),
                ))
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
    ids: Ids,
    faults: Vec<Fault>,
}

/// Notes that a number does not tell what it should.
fn untaken<'r>(table: &mut Table<'_>, row: &'r Row, columns: &Columns, attribute: &Attribute) -> Option<&'r Cell> {
    let message = msg!("identity-not-taken", attribute = attribute.label.as_str());
    table.wrong(row.line, row.cells.get(columns.id), message, Some(msg!("identity-not-taken-hint")));
    None
}

impl<'p> Reading<'p> {
    fn new(protocol: &'p Protocol, hints: &'p Hints, is_several: bool) -> Self {
        let columns = protocol.attributes.iter().map(|attribute| attribute.id.clone()).collect();
        let private = protocol.attributes.iter().enumerate().filter(|(_, one)| one.private).map(|(place, _)| place);
        let private = private.collect();
        let list = CaseList { columns, informant: protocol.informant(), private, ..CaseList::default() };
        let (matched, ids, faults) = (Vec::new(), Ids::default(), Vec::new());
        Self { protocol, hints, is_several, is_guarded: false, list, matched, ids, faults }
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
                let seen = Matched { has_macros: book.has_macros, unseen: book.unseen(sheet), ..Matched::default() };
                self.rows(Table::sheet(name, sheet, &fits), name, seen)
            })
        } else {
            let text = decode_as(name, bytes, hints.encoding);
            let text = text.and_then(|text| {
                let is_sound = if self.is_guarded { check_letters(name, &text, hints.encoding) } else { Ok(()) };
                is_sound.map(|()| text)
            });
            text.and_then(|text| self.rows(Table::text(name, &text, &fits), name, Matched::default()))
        };
        if let Err(faults) = read {
            self.faults.extend(faults.0);
        }
    }

    /// Reads the rows of a file.
    fn rows(&mut self, mut table: Table<'_>, name: &str, seen: Matched) -> Result<()> {
        let file = FileName { name, is_one_of_several: self.is_several };
        self.guard_header(&mut table, &file);
        let Some((columns, mut matched)) = columns(&mut table, self.protocol, self.hints, &file) else {
            return table.settle(());
        };
        let replaced = self.hints.pseudonyms.as_ref().map(|_| columns.id);
        let keep = self.hints.keep.as_slice();
        let mut guard = Guard::new(&table, replaced, keep, msg!("identity-number-hint"));
        if self.is_guarded {
            guard_columns(&mut table, replaced, &columns.others, keep);
            note_twofold(&mut table, self.protocol, self.hints);
        }
        let origin = table.origin();
        (matched.file, matched.sheet) = (name.to_owned(), origin.sheet.clone());
        (matched.has_macros, matched.unseen) = (seen.has_macros, seen.unseen);
        self.ids.begin(origin, columns.id);
        let places = self.places(&matched.others);
        let before = self.list.cases.len();
        self.cases(&mut table, (&columns, &places), &mut guard, &mut matched);
        if self.is_guarded {
            matched.contacts = guard.end(&mut table);
        }
        (matched.cases, matched.sums) = (self.list.cases.len() - before, table.sums());
        if matched.cases == 0 && table.is_right() {
            table.wrong(table.header.line, None, msg!("cases-none"), Some(msg!("cases-none-hint")));
        }
        self.matched.push(matched);
        table.settle(())
    }

    /// Reads the cases that stand in the rows.
    fn cases(
        &mut self,
        table: &mut Table<'_>,
        (columns, places): (&Columns, &[usize]),
        guard: &mut Guard,
        matched: &mut Matched,
    ) {
        while let Some(row) = table.next_row() {
            if self.is_guarded && row.is_sum() {
                table.aside.push(row);
                continue;
            }
            if self.is_guarded {
                guard.row(table, &row);
            }
            self.ids.check(table, &row, columns.id, self.is_guarded);
            if self.list.cases.len() >= CASES {
                table.wrong(row.line, None, msg!("cases-many", most = CASES), None);
                break;
            }
            let case = self.case(table, &row, columns, places, matched);
            self.list.cases.push(case);
        }
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
            let how = self.hints.pseudonyms.as_ref();
            let number = how.and_then(|how| told(row.cells.get(columns.id)?, attribute, how.today));
            let listed = given.column().and_then(|column| row.cells.get(column));
            let cell = match given {
                Given::Column(_) => listed,
                Given::Fixed(cell) => Some(cell),
                Given::Number(_) => number.as_ref().or(listed).or_else(|| untaken(table, row, columns, attribute)),
                Given::Nothing => continue,
            };
            if let (Some(cell), Some(count)) = (cell, counts.next()) {
                if self.is_guarded {
                    check_missing(table, row.line, cell, attribute);
                }
                let value = attribute_value(table, row.line, cell, attribute, self.hints.year);
                count.count(&cell.text(), &value);
                if let (Some(number), Some(listed)) = (&number, listed) {
                    count.compare(attribute, (number, listed), &table.origin(), row.line);
                }
                put(place, value);
            }
        }
        for (column, place) in columns.others.iter().zip(places) {
            put(*place, row.cells.get(*column).map(|cell| harmless(&cell.raw).into()).unwrap_or_default());
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

    /// Gives every case a new id, and keeps which was which.
    fn replace_ids(&mut self) {
        let ids = new_ids(&self.list.cases, self.protocol.unit());
        let refused = ids.iter().find_map(|id| refusal(id)).zip(self.ids.files.first());
        let fault = refused.map(|(message, (first, _))| Fault::new(message).in_file(&first.file));
        self.faults.extend(fault.map(|fault| fault.hint(msg!("cases-id-hint"))));
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
        let Some((first, _)) = self.ids.files.first() else { return };
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

/// A unit as one says it: without case, and with one blank for whatever stands between its words.
fn spoken(unit: &str) -> String {
    let words = |c: char| c.is_whitespace() || "-–.,/".contains(c);
    same(unit).split(words).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The code that a cell stands for; one that it cannot stand for is noted, and a year of birth that is not yet.
pub(crate) fn attribute_value(
    table: &mut Table<'_>,
    line: usize,
    cell: &Cell,
    attribute: &Attribute,
    latest: Option<i16>,
) -> Box<str> {
    let text = cell.text();
    let text = match attribute.part {
        // A program that took years for numbers wrote them so.
        Some(Part::BirthYear { .. }) => text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(&text),
        _ => &text,
    };
    let label = attribute.label.as_str();
    let values = &attribute.values;
    let (message, hint) = match (meant(attribute, text), attribute.part) {
        (Some(code), _) => return code.into(),
        (None, Some(Part::Unit)) if text.is_empty() => (msg!("cases-unit-empty"), msg!("cases-unit-hint")),
        (None, Some(Part::BirthYear { .. })) if !text.is_empty() && !is_year(text, latest) => {
            (msg!("cases-year", label = label, found = text), msg!("cases-year-hint"))
        }
        (None, _) if values.is_empty() || attribute.private && text.is_empty() => return text.into(),
        (None, _) => {
            let known: Vec<String> = values.iter().map(|(code, label)| format!("{code} ({label})")).collect();
            let known = listed(&known.iter().map(String::as_str).collect::<Vec<_>>());
            (msg!("cases-value", label = label, found = text), msg!("there-are", names = known))
        }
    };
    table.wrong(line, Some(cell), message, Some(hint));
    text.into()
}

/// Notes what is written where there is no value, where any text may be one.
fn check_missing(table: &mut Table<'_>, line: usize, cell: &Cell, attribute: &Attribute) {
    let is_free = attribute.values.is_empty() && !matches!(attribute.part, Some(Part::BirthYear { .. }));
    if is_free && is_missing(&cell.raw) {
        let message = msg!("cases-missing", label = attribute.label.as_str(), found = cell.raw.as_str());
        table.wrong(line, Some(cell), message, Some(msg!("cases-missing-hint")));
    }
}

/// Whether somebody may have been born in a year, and still lived lately.
fn is_year(text: &str, latest: Option<i16>) -> bool {
    let years = latest.map_or(1880..=2100, |latest| latest - OLDEST..=latest);
    text.len() == 4 && text.parse().is_ok_and(|year: i16| years.contains(&year))
}

#[cfg(test)]
mod tests;
