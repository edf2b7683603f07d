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
mod name;
mod r;
mod redcap;
mod spss;
mod stata;
pub mod tables;
#[cfg(test)]
mod tests;

use crate::base::digest::sha256;
use crate::base::language::Words;
use crate::study::Study;
use crate::study::protocol::Per;
use crate::study::tally::Tally;
use data::Data;
use std::collections::BTreeMap;
use tables::Table;

/// What is taken into the files beyond the answers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// The year of birth in the place of the age group.
    pub birth_year: bool,
    /// Comments, quotes and flags.
    pub texts: bool,
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
}

impl File {
    fn new(name: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: text.into() }
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

    /// Tables of answers: one row an answer, and one row a case.
    pub fn csv(&self) -> Vec<File> {
        let long = |data: &Data<'_>| File::new(format!("{}.csv", data.stem()), csv::machine(&tables::long(self, data)));
        self.data.iter().map(long).chain(self.data.iter().map(wide)).chain(self.described()).collect()
    }

    /// Tables that a Swedish Excel opens by double click.
    pub fn excel(&self) -> Vec<File> {
        let answers = self.data.iter().map(|data| {
            let name = if data.per == Per::Case { "svar" } else { data.stem() };
            (name, tables::wide(data, data::shown))
        });
        let tables = answers.chain(self.beside());
        tables.map(|(name, table)| File::new(format!("{name}-excel.csv"), csv::excel(&table))).collect()
    }

    /// One JSON object a case, with ids as the ledger has them.
    pub fn jsonl(&self) -> Vec<File> {
        let answers =
            self.data.iter().map(|data| File::new(format!("{}.jsonl", data.stem()), jsonl::cases(self, data)));
        let aside = self.beside().map(|(name, table)| File::new(format!("{name}.jsonl"), jsonl::rows(&table)));
        answers.chain(aside).collect()
    }

    /// Data with syntax for SPSS, R and Stata.
    pub fn stat(&self) -> Vec<File> {
        let pack = |data: &Data<'_>| {
            let stem = data.stem();
            [
                wide(data),
                File::new(format!("{stem}.sps"), spss::syntax(data)),
                File::new(format!("{stem}.R"), r::script(data)),
                File::new(format!("{stem}.do"), stata::script(data)),
            ]
        };
        self.described().into_iter().chain(self.data.iter().flat_map(pack)).collect()
    }

    /// Records for the dictionary that the protocol is exported as.
    pub fn redcap(&self) -> Vec<File> {
        let records = File::new("redcap.csv", csv::machine(&redcap::records(self)));
        let aside = self.beside().map(|(name, table)| File::new(format!("{name}.csv"), csv::machine(&table)));
        std::iter::once(records).chain(aside).collect()
    }

    /// How many dates are left out of REDCap's records, which take whole ones alone.
    pub fn partial_dates(&self) -> usize {
        redcap::partial_dates(self)
    }

    /// Data with a description by the standard of Frictionless Data.
    pub fn datapackage(&self) -> Vec<File> {
        let data: Vec<File> = self.data.iter().map(wide).collect();
        let description = File::new("datapackage.json", datapackage::description(self, &data));
        self.described().into_iter().chain(data).chain([description]).collect()
    }

    /// All of them, with their checksums.
    pub fn all(&self) -> Vec<File> {
        let packs = [self.csv(), self.excel(), self.jsonl(), self.stat(), self.redcap(), self.datapackage()];
        let named: BTreeMap<String, Vec<u8>> =
            packs.into_iter().flatten().map(|file| (file.name, file.bytes)).collect();
        let sum = |(name, bytes): (&String, &Vec<u8>)| format!("{}  {name}\n", sha256(bytes));
        let sums: String = named.iter().map(sum).collect();
        let files = named.into_iter().map(|(name, bytes)| File { name, bytes });
        files.chain([File::new("SHA256SUMS", sums)]).collect()
    }

    /// The codebook, and what stands beside the answers.
    fn described(&self) -> Vec<File> {
        let tables = std::iter::once(("kodbok", tables::codebook(self))).chain(self.beside());
        tables.map(|(name, table)| File::new(format!("{name}.csv"), csv::machine(&table))).collect()
    }

    /// What stands beside the answers: the dropped cases, if there are any, and the texts, if they are wanted.
    fn beside(&self) -> impl Iterator<Item = (&'static str, Table)> {
        let dropped = Some(("bortfall", tables::dropped(self))).filter(|(_, table)| !table.rows.is_empty());
        let texts = self.wanted.texts.then(|| ("texter", tables::texts(self)));
        dropped.into_iter().chain(texts)
    }
}

fn wide(data: &Data<'_>) -> File {
    File::new(data.file(), csv::machine(&tables::wide(data, data::coded)))
}
