//! A file of records: JSON Lines, or JSON with a list of them. What is kept is where each record begins and whose it is.

use super::conversation::body;
use super::document::Body;
use super::json::{Json, Pointer};
use super::naming::Types;
use super::shape::{self, Shape};
use super::{Document, Heading, Origin};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::files::opened::Opened;
use crate::base::language::Message;
use crate::base::table::written;
use crate::msg;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::Path;

/// A record of more bytes is not shown.
const LARGEST: usize = 1 << 25;
/// JSON that is no JSON Lines is looked through as a whole: it may have so many bytes.
const WHOLE: u64 = 1 << 28;

/// The records of a file, by their cases.
pub(super) struct Records {
    opened: Opened,
    shape: Shape,
    /// Whether the coder said where the texts are.
    is_said: bool,
    /// Whether each line is a record.
    is_lines: bool,
    index: Index,
    /// The texts that are documents of their own, by what they are called.
    typed: Vec<(usize, Pointer)>,
}

/// Records of a file: the id of each, and its bytes.
pub(super) type Places<'a> = Vec<(&'a str, Range<usize>)>;

/// Where the records are.
#[derive(Default)]
struct Index {
    places: Vec<(u64, usize)>,
    by_id: HashMap<String, Vec<usize>>,
    ids: Vec<String>,
    /// How many records have no id, or are none.
    left_out: usize,
}

impl Records {
    pub(super) fn open(origin: &Origin) -> Result<Self> {
        let wanted = Wanted::of(origin)?;
        let opened = Opened::open(&origin.path)?;
        let named =
            |faults: Faults| Faults(faults.0.into_iter().map(|fault| fault.in_file(origin.path.display())).collect());
        let lines = by_line(&opened, &wanted).map_err(named)?;
        let is_lines = lines.is_some();
        let (shape, index) = lines.map_or_else(|| whole(&opened, &wanted).map_err(named), Ok)?;
        Ok(Self { opened, shape, is_said: !wanted.texts.is_empty(), is_lines, index, typed: Vec::new() })
    }

    /// The whole file, with the id of each record and where it lies: of JSON Lines alone.
    pub(super) fn all(&self) -> Result<Option<(Vec<u8>, Places<'_>)>> {
        if !self.is_lines {
            return Ok(None);
        }
        let bytes = self.opened.piece(0, usize::try_from(self.opened.size).unwrap_or(usize::MAX))?;
        let mut places: Vec<_> = self
            .index
            .by_id
            .iter()
            .flat_map(|(id, records)| {
                let places = records.iter().filter_map(|&record| self.index.places.get(record));
                places.map(move |&(at, length)| {
                    let at = usize::try_from(at).unwrap_or(usize::MAX);
                    (id.as_str(), at..at.saturating_add(length))
                })
            })
            .collect();
        places.sort_by_key(|(_, place)| place.start);
        Ok(Some((bytes, places)))
    }

    /// Finds which of the texts are documents of the protocol.
    pub(super) fn sort(&mut self, types: &[String]) {
        let types = Types::new(types);
        let said = self.shape.texts.iter().filter_map(|place| Some((types.said(place.name())?, place.clone())));
        self.typed = said.collect();
        self.typed.sort_by_key(|(kind, _)| *kind);
    }

    pub(super) fn told(&self) -> Vec<Message> {
        let texts: Vec<String> = self.shape.texts.iter().map(Pointer::to_string).collect();
        let id = self.shape.id.as_ref().map_or_else(String::new, Pointer::to_string);
        let n = self.index.places.len();
        let taken = msg!("documents-records", n = n, shape = self.shape.name, texts = texts.join(", "));
        let ids = if id.is_empty() { msg!("documents-numbered") } else { msg!("documents-ids", place = id) };
        let left = self.index.left_out;
        [taken, ids].into_iter().chain((left > 0).then(|| msg!("documents-left-out", n = left))).collect()
    }

    pub(super) fn cases(&self) -> Vec<&str> {
        self.index.ids.iter().map(String::as_str).collect()
    }

    /// What each document of a case is: first those that the protocol names, then the rest of each record.
    fn documents(&self, case_id: &str) -> Vec<(Option<usize>, (u64, usize))> {
        let records = self.index.by_id.get(case_id).map_or(&[][..], Vec::as_slice);
        let places = || records.iter().filter_map(|&record| self.index.places.get(record).copied());
        let typed = (0..self.typed.len()).flat_map(|part| places().map(move |place| (Some(part), place)));
        let has_rest = self.typed.len() < self.shape.texts.len();
        typed.chain(places().filter(|_| has_rest).map(|place| (None, place))).collect()
    }

    pub(super) fn kinds(&self, case_id: &str) -> Vec<Option<usize>> {
        let documents = self.documents(case_id).into_iter();
        documents.map(|(part, _)| self.typed.get(part?).map(|(kind, _)| *kind)).collect()
    }

    pub(super) fn read(&self, case_id: &str, index: usize, heading: Heading, study_id: &str) -> Result<Document> {
        let found = self.documents(case_id).into_iter().nth(index);
        let part = found.and_then(|(part, _)| part);
        let (bytes, record) = self.record(case_id, found.map(|(_, place)| place))?;
        let body = match part.and_then(|part: usize| self.typed.get(part)) {
            Some((_, place)) => body(&record, std::slice::from_ref(place)),
            None => body(&record, &self.rest(&record)),
        };
        let document = Document::made(heading.clone(), "json 1", body, (study_id, &bytes));
        let raw = String::from_utf8(bytes).unwrap_or_default();
        Ok(document.with_raw(Document::as_it_is(heading, study_id, Body::of(raw))))
    }

    /// Reads a record, if it is still one of the case.
    fn record(&self, case_id: &str, place: Option<(u64, usize)>) -> Result<(Vec<u8>, Json)> {
        let (at, length) = place.ok_or_else(|| Fault::new(msg!("documents-missing")))?;
        if length > LARGEST {
            return Err(Fault::new(msg!("file-large", most = LARGEST)).into());
        }
        if self.opened.is_changed() {
            return Err(Fault::new(msg!("documents-changed")).into());
        }
        let bytes = self.opened.piece(at, length)?;
        let record =
            Json::read(&bytes).map_err(|error| Fault::new(msg!("documents-record", cause = error.to_string())))?;
        let is_it =
            self.shape.id.as_ref().is_none_or(|place| record.at(place).and_then(Json::id).as_deref() == Some(case_id));
        if !is_it {
            return Err(Fault::new(msg!("documents-changed")).into());
        }
        Ok((bytes, record))
    }

    /// The texts of a record that are no documents of their own: where nobody said where they are, its own.
    fn rest(&self, record: &Json) -> Vec<Pointer> {
        let own = if self.is_said { None } else { shape::shape(record) };
        let texts = own.map_or_else(|| self.shape.texts.clone(), |own| own.texts);
        texts.into_iter().filter(|place| !self.typed.iter().any(|(_, typed)| typed == place)).collect()
    }
}

/// The cases of a file of records as a table of comma-separated values: their ids, and what else stands in some places of
/// the first record of each.
pub fn case_table(path: &Path, id: Option<&str>, columns: &[&str]) -> Result<Vec<u8>> {
    let text = columns.iter().map(|column| (*column).to_owned()).collect();
    let origin = Origin { path: path.to_owned(), id: id.map(str::to_owned), text, key: None };
    let places = Wanted::of(&origin)?.texts;
    let records = Records::open(&origin)?;
    let mut table = written(std::iter::once("case_id").chain(columns.iter().copied()));
    for (n, id) in (1_usize..).zip(&records.index.ids) {
        let place = records.documents(id).first().map(|(_, place)| *place);
        let at_place = |faults: Faults| {
            let here = |fault: Fault| fault.in_file(path.display()).hint(msg!("documents-record-hint", n = n));
            Faults(faults.0.into_iter().map(here).collect())
        };
        let (_, record) = records.record(id, place).map_err(at_place)?;
        let cells: Vec<String> = places.iter().map(|place| cell(record.at(place))).collect();
        table += &written(std::iter::once(id.as_str()).chain(cells.iter().map(String::as_str)));
    }
    Ok(table.into_bytes())
}

/// What a cell says: what is no text, number or switch says nothing.
fn cell(value: Option<&Json>) -> String {
    match value {
        Some(Json::Bool(value)) => value.to_string(),
        value => value.and_then(Json::id).unwrap_or_default(),
    }
}

/// A document whose file is one record.
pub(super) fn single(bytes: Vec<u8>, heading: Heading, study_id: &str) -> Result<Document> {
    let record = Json::read(&bytes).map_err(|error| Fault::new(msg!("documents-record", cause = error.to_string())))?;
    let texts = shape::shape(&record).map_or_else(|| vec![Pointer::of(&[])], |shape| shape.texts);
    let document = Document::made(heading.clone(), "json 1", body(&record, &texts), (study_id, &bytes));
    let raw = String::from_utf8(bytes).unwrap_or_default();
    Ok(document.with_raw(Document::as_it_is(heading, study_id, Body::of(raw))))
}

/// What a coder says of the records.
struct Wanted {
    id: Option<Pointer>,
    texts: Vec<Pointer>,
}

impl Wanted {
    fn of(origin: &Origin) -> Result<Self> {
        let pointer = |text: &String| {
            let wrong =
                || Fault::new(msg!("documents-pointer", found = text.as_str())).hint(msg!("documents-pointer-hint"));
            Pointer::new(text).ok_or_else(|| Faults::from(wrong().exit(Exit::Usage)))
        };
        let id = origin.id.as_ref().map(pointer).transpose()?;
        Ok(Self { id, texts: origin.text.iter().map(pointer).collect::<Result<_>>()? })
    }

    /// The shape of the records, by the first of them.
    fn shape(&self, first: &Json) -> Option<Shape> {
        shape::said(first, self.id.clone(), self.texts.clone())
    }
}

/// The records of JSON Lines: nothing, where the first line is none.
fn by_line(opened: &Opened, wanted: &Wanted) -> Result<Option<(Shape, Index)>> {
    let (mut shape, mut index, mut is_lines) = (None, Index::default(), true);
    opened.lines(LARGEST, |at, length, line| {
        let mark = if at == 0 && line.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
        let line = line.get(mark..).unwrap_or(line);
        if line.trim_ascii().is_empty() {
            return true;
        }
        if shape.is_none() {
            let first = Json::read(line).ok().filter(|first| !first.fields().is_empty());
            shape = first.filter(|first| wanted.is_record(first)).and_then(|first| wanted.shape(&first));
            is_lines = shape.is_some();
        }
        let length = usize::try_from(length).unwrap_or(usize::MAX) - mark;
        if let Some(shape) = &shape {
            index.add(shape, (at + mark as u64, length), line);
        }
        is_lines
    })?;
    Ok(shape.map(|shape| (shape, index)))
}

impl Wanted {
    /// Whether the value of a line is a record, and not a file of records in one line.
    fn is_record(&self, value: &Json) -> bool {
        self.texts.iter().any(|place| value.at(place).is_some()) || shape::records(value).is_none()
    }
}

/// The records of JSON: the items of a list, or of a list beside other fields; else all of it is one.
fn whole(opened: &Opened, wanted: &Wanted) -> Result<(Shape, Index)> {
    if opened.size > WHOLE {
        return Err(Fault::new(msg!("file-large", most = WHOLE)).into());
    }
    let bytes = opened.piece(0, usize::try_from(opened.size).unwrap_or(0))?;
    let mark = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let text = bytes.get(mark..).unwrap_or_default();
    let items = items(text, wanted).map_err(|error| Fault::new(msg!("documents-json", cause = error.to_string())))?;
    let nothing = || Fault::new(msg!("documents-nothing")).hint(msg!("documents-nothing-hint"));
    let first = items.iter().find_map(|item| Json::read(item.get().as_bytes()).ok());
    let shape = first.and_then(|first| wanted.shape(&first)).ok_or_else(nothing)?;
    let mut index = Index::default();
    for item in items {
        let place = (item.get().as_ptr() as usize).saturating_sub(bytes.as_ptr() as usize);
        index.add(&shape, (place as u64, item.get().len()), item.get().as_bytes());
    }
    Ok((shape, index))
}

fn items<'a>(text: &'a [u8], wanted: &Wanted) -> serde_json::Result<Vec<&'a RawValue>> {
    if text.trim_ascii_start().starts_with(b"[") {
        return serde_json::from_slice(text);
    }
    let all: &RawValue = serde_json::from_slice(text)?;
    let value = Json::read(text)?;
    let Some(name) = shape::records(&value).filter(|_| !wanted.is_record(&value)) else { return Ok(vec![all]) };
    let fields: BTreeMap<String, &RawValue> = serde_json::from_slice(text)?;
    fields.get(&name).map_or(Ok(Vec::new()), |list| serde_json::from_str(list.get()))
}

impl Index {
    fn add(&mut self, shape: &Shape, place: (u64, usize), record: &[u8]) {
        let id = match &shape.id {
            None => Some((self.places.len() + 1).to_string()),
            Some(pointer) => pointer.id_in(record).ok().flatten(),
        };
        let Some(id) = id else {
            self.left_out += 1;
            return;
        };
        let number = self.places.len();
        self.places.push(place);
        let ids = &mut self.ids;
        let known = self.by_id.entry(id).or_insert_with_key(|id| {
            ids.push(id.clone());
            Vec::with_capacity(1)
        });
        known.push(number);
    }
}

#[cfg(test)]
mod tests;
