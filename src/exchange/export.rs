//! Other programs' files: what is counted of a study, as named files.
//!
//! All formats are written from [`data::Data`], one table for the cases and one for the units' entries, whose cells are
//! those that the tally counts.

pub mod code;
pub mod csv;
pub mod data;
mod datapackage;
pub mod disclosure_risk;
mod jsonl;
mod label;
mod r;
mod redcap;
mod spss;
mod stata;
pub mod tables;
#[cfg(test)]
mod tests;
mod xlsx;

use crate::analysis::progress::coverage::Coverage;
use crate::base::digest::sha256;
use crate::base::fault::{Fault, Result};
use crate::base::language::Words;
use crate::exchange::interchange::name::{PARTS_OF_DATES, RECORDS};
use crate::msg;
use crate::study::Study;
use crate::study::index::At;
use crate::study::protocol::Per;
use crate::study::tally::Tally;
use data::Data;
use rust_xlsxwriter::XlsxError;
use std::collections::BTreeMap;
use tables::Table;

/// The names of the tables that say what the others lack, and how many cases are not finished.
const LACKING: &str = "saknas";
const PRELIMINARY: &str = "preliminart";

/// What is taken into the files beyond the answers.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is wanted or not, whatever the others are")]
pub struct Wanted {
    /// The year of birth in the place of the age group.
    pub birth_year: bool,
    /// Comments, quotes and flags.
    pub texts: bool,
    /// Where answers were found.
    pub evidence: bool,
    /// Who coded.
    pub coders: bool,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Whether it only stands beside another.
    pub is_aside: bool,
}

impl File {
    fn new(name: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: text.into(), is_aside: false }
    }

    fn aside(self) -> Self {
        Self { is_aside: true, ..self }
    }
}

/// A study about to be written for other programs.
pub struct Export<'a> {
    study: &'a Study,
    tally: &'a Tally,
    wanted: Wanted,
    words: &'a Words,
    /// The cases, then the units' entries, as far as any of them are counted.
    data: Vec<Data<'a>>,
}

impl<'a> Export<'a> {
    /// What a tally counts of a study.
    pub fn new(study: &'a Study, tally: &'a Tally, wanted: Wanted, words: &'a Words) -> Self {
        let data = |per| Data::of(study, tally, per, wanted, words);
        let (cases, units) = (data(Per::Case), data(Per::Unit));
        let data = match (cases.cases.is_empty(), units.cases.is_empty()) {
            (_, true) => vec![cases],
            (true, false) => vec![units],
            (false, false) => vec![cases, units],
        };
        Self { study, tally, wanted, words, data }
    }

    /// How many rows it has with one a case: so many steps has each table of these.
    pub fn rows(&self) -> usize {
        self.data.iter().map(|data| data.cases.len()).sum()
    }

    /// Tables of answers: one row an answer, and one row a case.
    pub fn csv(&self) -> Vec<File> {
        let long = |data: &Data<'_>| File::new(format!("{}.csv", data.stem()), csv::machine(&tables::long(self, data)));
        let entries = self.entries().chain(self.described());
        self.data.iter().map(long).chain(self.data.iter().map(wide)).chain(entries).collect()
    }

    /// What a repeat is called in the name of a file: its id as far as a name of a file may hold it, and its number where
    /// another is called so too.
    fn entries_name(&self, place: usize) -> String {
        let plain = |id: &str| id.replace(|c: char| !c.is_alphanumeric() && c != '-', "_").to_lowercase();
        let names: Vec<String> = self.study.protocol.repeats.iter().map(|repeat| plain(&repeat.id)).collect();
        let own = names.get(place).cloned().unwrap_or_default();
        let is_alone = names.iter().filter(|name| **name == own).count() == 1;
        if is_alone { own } else { format!("{own}-{}", place + 1) }
    }

    /// A file for each repeat, with a row an entry.
    fn entries(&self) -> impl Iterator<Item = File> {
        (0..self.study.protocol.repeats.len()).filter_map(|place| {
            let first = self.study.protocol.entry(place, 1).next()?;
            let per = self.study.protocol.questions.at(first).per;
            let data = self.data.iter().find(|data| data.per == per)?;
            let name = format!("upprepning-{}.csv", self.entries_name(place));
            Some(File::new(name, csv::machine(&tables::entries(self, data, place))).aside())
        })
    }

    /// Tables that a Swedish Excel opens by double click.
    pub fn excel(&self) -> Vec<File> {
        let answers = self.data.iter().map(|data| (data.sheet(), tables::wide(data, data::shown)));
        let tables = answers.chain(self.beside());
        tables.map(|(name, table)| beside(name, File::new(format!("{name}-excel.csv"), csv::excel(&table)))).collect()
    }

    /// A workbook with the answers as they are shown, and the codebook.
    pub fn xlsx(&self) -> Result<Vec<File>> {
        let codebook = std::iter::once(("kodbok", tables::codebook(self)));
        let beside: Vec<(&str, Table)> = codebook.chain(self.beside()).collect();
        let refused = |error: XlsxError| Fault::new(msg!("export-xlsx", cause = error.to_string()));
        Ok(vec![File::new("svar.xlsx", xlsx::workbook(self, &beside).map_err(refused)?)])
    }

    /// One JSON object a case, with ids as the ledger has them.
    pub fn jsonl(&self) -> Vec<File> {
        let answers =
            self.data.iter().map(|data| File::new(format!("{}.jsonl", data.stem()), jsonl::cases(self, data)));
        let aside =
            self.beside().map(|(name, table)| beside(name, File::new(format!("{name}.jsonl"), jsonl::rows(&table))));
        answers.chain(aside).collect()
    }

    /// Data with syntax for SPSS, R and Stata.
    pub fn stat(&self) -> Vec<File> {
        let said = |saying: fn(&str) -> String| self.warning().as_deref().map(saying).unwrap_or_default();
        let pack = |data: &Data<'_>| {
            let stem = data.stem();
            [
                wide(data),
                File::new(format!("{stem}.sps"), spss::syntax(data) + &said(spss::saying)),
                File::new(format!("{stem}.R"), r::script(data) + &said(r::saying)),
                File::new(format!("{stem}.do"), stata::script(data) + &said(stata::saying)),
            ]
        };
        self.described().into_iter().chain(self.data.iter().flat_map(pack)).collect()
    }

    /// Records for the dictionary that the protocol is exported as, with what they are and what they leave out.
    pub fn redcap(&self) -> Vec<File> {
        let records = File::new(RECORDS, csv::machine(&redcap::records(self)));
        let parts = Some((PARTS_OF_DATES.to_owned(), redcap::parts_of_dates(self)));
        let parts = parts.filter(|(_, table)| !table.rows.is_empty());
        let beside = self.beside().chain([("kodbok-redcap", redcap::codebook(self))]);
        let tables = parts.into_iter().chain(beside.map(|(name, table)| (format!("{name}.csv"), table)));
        let aside = tables.map(|(name, table)| File::new(name, csv::machine(&table)).aside());
        std::iter::once(records).chain(aside).collect()
    }

    /// How many dates are left out of REDCap's records, which take whole ones alone.
    pub fn partial_dates(&self) -> usize {
        redcap::parts_of_dates(self).rows.len()
    }

    /// Data with a description by the standard of Frictionless Data.
    pub fn datapackage(&self) -> Vec<File> {
        let data: Vec<File> = self.data.iter().map(wide).collect();
        let description = File::new("datapackage.json", datapackage::description(self, &data));
        self.described().into_iter().chain(data).chain([description]).collect()
    }

    /// All of them, with their checksums.
    pub fn all(&self) -> Result<Vec<File>> {
        let packs =
            [self.csv(), self.excel(), self.xlsx()?, self.jsonl(), self.stat(), self.redcap(), self.datapackage()];
        let named: BTreeMap<String, Vec<u8>> =
            packs.into_iter().flatten().map(|file| (file.name, file.bytes)).collect();
        let sum = |(name, bytes): (&String, &Vec<u8>)| format!("{}  {name}\n", sha256(bytes));
        let sums: String = named.iter().map(sum).collect();
        let files = named.into_iter().map(|(name, bytes)| File::new(name, bytes));
        Ok(files.chain([File::new("SHA256SUMS", sums)]).collect())
    }

    /// The codebook, and what stands beside the answers.
    fn described(&self) -> Vec<File> {
        let tables = std::iter::once(("kodbok", tables::codebook(self))).chain(self.beside());
        tables.map(|(name, table)| File::new(format!("{name}.csv"), csv::machine(&table))).collect()
    }

    /// What stands beside the answers: what could not be read, how many cases are not finished, the dropped cases, if
    /// there are any, and the texts and where answers were found, if they are wanted.
    fn beside(&self) -> impl Iterator<Item = (&'static str, Table)> {
        let some = |(_, table): &(&str, Table)| !table.rows.is_empty();
        let lacking = [
            (LACKING, tables::left_out(self)),
            (PRELIMINARY, tables::preliminary(self)),
            ("bortfall", tables::dropped(self)),
        ];
        let texts = self.wanted.texts.then(|| ("texter", tables::texts(self)));
        let evidence = self.wanted.evidence.then(|| ("belagg", tables::evidence(self)));
        lacking.into_iter().filter(some).chain(texts).chain(evidence)
    }

    /// What the scripts say when they have run, where the data lack something or may change.
    fn warning(&self) -> Option<String> {
        let left_out = self.study.left_out.messages();
        let left_out = left_out.iter().map(|message| self.words.say(message));
        let told: Vec<String> = left_out.chain(self.preliminary()).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// How many of the cases, and of the units' entries, are not finished, in words; nothing where all are.
    pub fn preliminary(&self) -> Vec<String> {
        self.coverage().into_iter().filter_map(|coverage| coverage.told(self.words)).collect()
    }

    /// How far the cases are, and the units' entries.
    fn coverage(&self) -> Vec<Coverage> {
        self.data.iter().map(|data| Coverage::of(self.study, data.per)).collect()
    }
}

/// A table's file: one that says what the others lack stands aside, so that a single file of answers may still be asked
/// for by name.
fn beside(name: &str, file: File) -> File {
    if [LACKING, PRELIMINARY].contains(&name) { file.aside() } else { file }
}

fn wide(data: &Data<'_>) -> File {
    File::new(data.file(), csv::machine(&tables::wide(data, data::coded)))
}
