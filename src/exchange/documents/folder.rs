//! A folder of files: `CASE.ext`, `CASE_type.ext` and all that is in `CASE/`.

use super::naming::{Types, case_of, parted};
use super::office::{self, Format};
use super::{Document, Heading, html, pdf, records, text};
use crate::base::fault::{Fault, Result};
use crate::base::files::tree::{Found, Tree};
use crate::base::language::Message;
use crate::base::text::folded;
use crate::msg;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// A file of more bytes is not shown.
const LARGEST: u64 = 1 << 26;

/// The documents of a folder, by their cases.
pub(super) struct Folder {
    tree: Tree,
    files: Vec<Found>,
    told: Vec<Message>,
    cases: BTreeMap<Natural, Case>,
}

struct Case {
    id: String,
    documents: Vec<Named>,
}

/// A file under the name that tells what it is.
struct Named {
    place: usize,
    label: String,
    ending: String,
    kind: Option<usize>,
}

/// What stands for a name when names are put in order: numbers in it count as numbers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Natural(Vec<(String, usize, String)>, String);

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let tree = Tree::open(path)?;
        let listing = tree.list();
        let mut told = vec![msg!("documents-folder", n = listing.files.len())];
        told.extend((listing.links > 0).then(|| msg!("documents-links", n = listing.links)));
        told.extend((listing.others > 0).then(|| msg!("documents-others", n = listing.others)));
        told.extend(listing.is_cut.then(|| msg!("documents-cut", n = listing.files.len())));
        Ok(Self { tree, files: listing.files, told, cases: BTreeMap::new() })
    }

    /// Finds whose the files are, and in which order they are read.
    pub(super) fn sort(&mut self, types: &[String], ids: Option<&HashSet<String>>) {
        let taken = Types::new(types);
        self.cases.clear();
        for (place, found) in self.files.iter().enumerate() {
            let Some((id, label, ending)) = said(&found.composed(), &taken, ids) else { continue };
            let case = self.cases.entry(Natural::new(&id));
            let case = case.or_insert_with(|| Case { id, documents: Vec::new() });
            let kind = taken.said(&label);
            case.documents.push(Named { place, label, ending, kind });
        }
        for case in self.cases.values_mut() {
            let order = |one: &Named| (one.kind.unwrap_or(usize::MAX), Natural::new(&one.label), one.ending.clone());
            case.documents.sort_by_cached_key(order);
        }
    }

    pub(super) fn told(&self) -> Vec<Message> {
        self.told.clone()
    }

    pub(super) fn cases(&self) -> Vec<&str> {
        self.cases.values().map(|case| case.id.as_str()).collect()
    }

    fn documents(&self, case_id: &str) -> &[Named] {
        self.cases.get(&Natural::new(case_id)).map_or(&[], |case| &case.documents)
    }

    pub(super) fn kinds(&self, case_id: &str) -> Vec<Option<usize>> {
        self.documents(case_id).iter().map(|one| one.kind).collect()
    }

    pub(super) fn read(&self, case_id: &str, index: usize, heading: Heading, study_id: &str) -> Result<Document> {
        let missing = || Fault::new(msg!("documents-missing"));
        let named = self.documents(case_id).get(index).ok_or_else(missing)?;
        let found = self.files.get(named.place).ok_or_else(missing)?;
        let bytes = self.tree.read(found, LARGEST)?;
        match named.ending.as_str() {
            "" | "txt" | "text" | "md" | "csv" | "tsv" | "log" | "jsonl" => text::read(bytes, heading, study_id),
            "json" => records::single(bytes, heading, study_id),
            "docx" | "docm" | "dotx" => office::read(&bytes, Format::Docx, heading, study_id),
            "html" | "htm" | "xhtml" => Ok(html::read(&bytes, heading, study_id)),
            "pdf" => pdf::read(bytes, heading, study_id),
            "odt" | "ott" => office::read(&bytes, Format::Odt, heading, study_id),
            other => Err(Fault::new(msg!("documents-kind", kind = other)).into()),
        }
    }
}

/// What the names that lead to a file say: the case, what else its name says, and its format.
fn said(names: &[String], types: &Types, ids: Option<&HashSet<String>>) -> Option<(String, String, String)> {
    let (last, folders) = names.split_last()?;
    let (stem, ending) = parted(last);
    let Some((case, inner)) = folders.split_first() else {
        let (id, label) = case_of(stem, types, ids);
        return Some((id.to_owned(), label.to_owned(), ending));
    };
    let label = inner.iter().map(String::as_str).chain([stem]).collect::<Vec<_>>().join("/");
    Some((case.clone(), label, ending))
}

impl Natural {
    fn new(name: &str) -> Self {
        let mut pieces: Vec<(String, usize, String)> = Vec::new();
        for c in folded(name).chars() {
            let is_digit = c.is_ascii_digit();
            match pieces.last_mut() {
                Some((_, digits, number)) if is_digit => {
                    number.push(c);
                    *digits = number.trim_start_matches('0').len();
                }
                Some((word, _, number)) if number.is_empty() => word.push(c),
                _ if is_digit => pieces.push((String::new(), usize::from(c != '0'), c.to_string())),
                _ => pieces.push((c.to_string(), 0, String::new())),
            }
        }
        Self(pieces, name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_order_of_their_numbers() {
        let mut names = ["b10", "B2", "a", "b02", "10", "9", "b", "ä2"];
        names.sort_by_cached_key(|name| Natural::new(name));
        assert_eq!(names, ["9", "10", "a", "ä2", "b", "b02", "B2", "b10"]);
    }
}
