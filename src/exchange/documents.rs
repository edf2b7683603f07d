//! The documents of the cases' files: found where a coder says that they lie, read when they are asked for, and never kept.

mod conversation;
mod document;
mod docx;
mod flow;
mod folder;
mod html;
mod json;
mod key;
mod markup;
mod merged;
mod naming;
mod numerals;
mod odt;
mod office;
pub mod pdf;
mod records;
mod shape;
mod signs;
mod text;

use crate::base::fault::Result;
use crate::base::language::Message;
pub use document::{Document, Line, Style};
use folder::Folder;
use key::Key;
pub use merged::{Merged, Put, merged};
use records::Records;
pub use records::case_table;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;

/// Where the files of the cases lie, as a coder says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The folder or the file.
    pub path: PathBuf,
    /// Where a record has the id of its case.
    pub id: Option<String>,
    /// Where a record has its texts.
    pub text: Vec<String>,
    /// The table that tells which names the ids replace.
    pub key: Option<PathBuf>,
}

/// What a document is called: never by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The entry of the protocol's `documents` that its name says, else its number; the second of a type is `journal 2`.
    pub key: String,
    /// That entry.
    pub kind: Option<String>,
}

/// The opened place.
pub struct Source {
    place: Place,
    key: Key,
    types: Vec<String>,
    study_id: String,
}

/// What the documents lie in.
enum Place {
    Folder(Folder),
    Records(Box<Records>),
}

impl Source {
    /// Opens the place. `types` are the protocol's documents; the study's id goes into every fingerprint.
    pub fn open(origin: &Origin, types: &[String], study_id: &str) -> Result<Self> {
        let mut place = if origin.path.is_dir() {
            Place::Folder(Folder::open(&origin.path)?)
        } else {
            Place::Records(Box::new(Records::open(origin)?))
        };
        place.sort(types, None);
        let key = origin.key.as_deref().map(Key::read).transpose()?.unwrap_or_default();
        Ok(Self { place, key, types: types.to_vec(), study_id: study_id.to_owned() })
    }

    /// The same with the documents shared out between the cases that there are: `A_2.txt` is of the case `A` where there is
    /// no case `A_2`.
    #[must_use]
    pub fn among<'a>(mut self, ids: impl Iterator<Item = &'a str>) -> Self {
        let ids: HashSet<String> = ids.map(|id| self.named(id)).collect();
        self.place.sort(&self.types, Some(&ids));
        self
    }

    /// What the files of a case are named after.
    fn named(&self, case_id: &str) -> String {
        self.key.name(&composed(case_id)).to_owned()
    }

    /// What the place was taken for.
    pub fn told(&self) -> Vec<Message> {
        self.place.told()
    }

    /// Whether it is a file of records: what it was taken for is then worth knowing.
    pub fn is_records(&self) -> bool {
        matches!(self.place, Place::Records(_))
    }

    /// The cases that there is something of, in their order here.
    pub fn cases(&self) -> Vec<&str> {
        self.place.cases().into_iter().filter_map(|name| self.key.id(name)).collect()
    }

    /// The documents of a case: in the order of the protocol's documents, then by name.
    pub fn headings(&self, case_id: &str) -> Vec<Heading> {
        let mut seen: HashMap<usize, usize> = HashMap::new();
        let kinds = self.place.kinds(&self.named(case_id)).into_iter();
        let called = |(number, kind): (usize, Option<usize>)| {
            let name = kind.and_then(|place| Some((place, self.types.get(place)?.clone())));
            let Some((place, name)) = name else { return Heading { key: number.to_string(), kind: None } };
            let nth = seen.entry(place).or_default();
            *nth += 1;
            let key = if *nth == 1 { name.clone() } else { format!("{name} {nth}") };
            Heading { key, kind: Some(name) }
        };
        (1..).zip(kinds).map(called).collect()
    }

    /// Reads a document of a case, whole.
    pub fn read(&self, case_id: &str, index: usize) -> Result<Document> {
        let heading = self.headings(case_id).into_iter().nth(index);
        let heading = heading.unwrap_or_else(|| Heading { key: (index + 1).to_string(), kind: None });
        self.place.read(&self.named(case_id), index, heading, &self.study_id)
    }
}

impl Place {
    fn sort(&mut self, types: &[String], ids: Option<&HashSet<String>>) {
        match self {
            Self::Folder(folder) => folder.sort(types, ids),
            Self::Records(records) => records.sort(types),
        }
    }

    fn told(&self) -> Vec<Message> {
        match self {
            Self::Folder(folder) => folder.told(),
            Self::Records(records) => records.told(),
        }
    }

    fn cases(&self) -> Vec<&str> {
        match self {
            Self::Folder(folder) => folder.cases(),
            Self::Records(records) => records.cases(),
        }
    }

    fn kinds(&self, case_id: &str) -> Vec<Option<usize>> {
        match self {
            Self::Folder(folder) => folder.kinds(case_id),
            Self::Records(records) => records.kinds(case_id),
        }
    }

    fn read(&self, case_id: &str, index: usize, heading: Heading, study_id: &str) -> Result<Document> {
        match self {
            Self::Folder(folder) => folder.read(case_id, index, heading, study_id),
            Self::Records(records) => records.read(case_id, index, heading, study_id),
        }
    }
}

/// A name as it is compared.
fn composed(name: &str) -> String {
    name.nfc().collect()
}

#[cfg(test)]
mod tests;
