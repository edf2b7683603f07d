//! The codebook beside an export of this program: what the columns of its files are, and what their codes stand for.

use csv::StringRecord;
use std::collections::HashSet;
use std::path::Path;

/// The names that codebooks have.
pub const NAMES: [&str; 2] = ["kodbok.csv", "kodbok-redcap.csv"];

/// The codebooks of a folder.
#[derive(Debug, Clone, Default)]
pub struct Codebook(Vec<Variable>);

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variable {
    pub(crate) file: String,
    /// Its header.
    pub(crate) name: String,
    /// The question's id; empty where it is about the case.
    pub(crate) question: String,
    /// The choice's id, where the column tells whether that one is given.
    pub(crate) choice: String,
    /// What stands in it, with the ids.
    pub(crate) codes: Vec<(String, String)>,
}

impl Codebook {
    /// Adds what a codebook says; a file that is none adds nothing.
    pub fn add(&mut self, bytes: &[u8]) {
        let mut reader = csv::Reader::from_reader(bytes);
        let Ok(header) = reader.headers().cloned() else { return };
        let place = |name: &str| header.iter().position(|known| known == name);
        let places = ["file", "variable", "question", "choice", "code", "id"].map(place);
        for row in reader.records().map_while(Result::ok) {
            let cell = |place: &Option<usize>| place.and_then(|place| row.get(place));
            let [Some(file), Some(name), Some(question), Some(choice), Some(code), Some(id)] =
                places.each_ref().map(cell)
            else {
                return;
            };
            if !self.0.last().is_some_and(|last| last.file == file && last.name == name) {
                let [file, name, question, choice] = [file, name, question, choice].map(str::to_owned);
                self.0.push(Variable { file, name, question, choice, codes: Vec::new() });
            }
            if let Some(last) = self.0.last_mut().filter(|_| !code.is_empty()) {
                last.codes.push((code.to_owned(), id.to_owned()));
            }
        }
    }

    /// The columns of a file, if it is one of those that the codebook is about: by its name, or by all of its columns.
    pub(crate) fn of(&self, file: &str, header: &[&str]) -> Vec<&Variable> {
        let base = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
        let files: HashSet<&str> = self.0.iter().map(|variable| variable.file.as_str()).collect();
        let of = |name: &str| self.0.iter().filter(|one| one.file == name).collect::<Vec<_>>();
        let is_whole = |name: &&&str| of(name).iter().all(|variable| header.contains(&variable.name.as_str()));
        let mut files: Vec<&&str> = files.iter().filter(is_whole).collect();
        files.sort_by_key(|name| (**name != base, **name));
        let named = of(base);
        let known = if named.is_empty() { files.first().map(|name| of(name)).unwrap_or_default() } else { named };
        known.into_iter().filter(|variable| header.contains(&variable.name.as_str())).collect()
    }
}

/// The cells of the first row of a text.
pub(crate) fn first_row(text: &str, separator: u8) -> StringRecord {
    let mut row = StringRecord::new();
    let reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    // A row that cannot be read is no header of an export.
    let _ = { reader }.read_record(&mut row);
    row
}
