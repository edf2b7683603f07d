//! The case list: the files under review, in coding order, with what is known about each.

pub mod counts;
pub mod csv;
mod entry;
pub mod identity;
pub mod matching;
pub mod meaning;
pub mod plan;
pub mod synonyms;

use crate::base::digest::sha256;
use crate::study::index::CaseIx;
use crate::study::protocol::{Part, Per, Protocol};
use foldhash::HashMap;
use plan::{Share, Wave};
use std::ops::Range;
use std::sync::OnceLock;
use typed_index_collections::{TiSlice, TiVec};

/// One file under review, or a unit's entry: what its questions are asked about.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its id, such as `BRO-07`, or `unit:BRO:ledning` for an entry.
    pub id: String,
    /// Which of both it is.
    pub per: Per,
    /// What each column says, in the order of [`CaseList::columns`].
    pub values: Vec<Box<str>>,
}

/// All cases, in coding order, then the entries of the units.
#[derive(Debug, Clone, Default)]
pub struct CaseList {
    /// The columns beside the id: the protocol's attributes in its order, then every other column of the file.
    pub columns: Vec<String>,
    /// The cases, then the entries: one per unit and informant, where the protocol has questions per unit.
    pub cases: TiVec<CaseIx, Case>,
    /// The informant's column, which only the entries fill and the file does not have.
    pub informant: Option<usize>,
    /// The columns that stay here when the study is sent.
    pub private: Vec<usize>,
    /// SHA-256 of the file's bytes, in hex; where columns are private, of the list with these empty: so a copy that was
    /// sent without them has the same.
    pub hash: String,
    /// The place of each case: made when one is first asked for.
    places: OnceLock<HashMap<String, CaseIx>>,
    /// Who codes each case, from the plan or the columns `coder` and `second`; empty where nothing is said.
    pub shares: TiVec<CaseIx, Share>,
}

/// Some places of a case list, one after another.
pub type Places = std::iter::Map<Range<usize>, fn(usize) -> CaseIx>;

fn places(range: Range<usize>) -> Places {
    range.map(CaseIx::from)
}

impl CaseList {
    /// The places of the case files.
    pub fn files(&self) -> Places {
        places(0..self.files_end())
    }

    fn files_end(&self) -> usize {
        self.cases.partition_point(|case| case.per == Per::Case).into()
    }

    /// The case files.
    pub fn file_cases(&self) -> &TiSlice<CaseIx, Case> {
        self.cases.split_at(self.files_end().into()).0
    }

    /// The list without the units' entries: what cases are drawn from.
    #[must_use]
    pub fn only_files(mut self) -> Self {
        self.cases.truncate(self.files_end());
        self.places = OnceLock::new();
        self
    }

    /// The places of the units' entries.
    pub fn entries(&self) -> Places {
        places(self.files_end()..self.cases.len())
    }

    /// The places of the case files or of the entries.
    pub fn of(&self, per: Per) -> Places {
        match per {
            Per::Case => self.files(),
            Per::Unit => self.entries(),
        }
    }

    /// Whether a place is a case file's or an entry's.
    pub fn per(&self, case: CaseIx) -> Per {
        self.cases.get(case).map_or(Per::Case, |case| case.per)
    }

    /// The place of a case.
    pub fn place(&self, id: &str) -> Option<CaseIx> {
        let all = || self.cases.iter_enumerated().map(|(place, case)| (case.id.clone(), place)).collect();
        self.places.get_or_init(all).get(id).copied()
    }

    /// The place of a column.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == id)
    }

    /// What a column says about a case; nothing where either is not there.
    pub fn value(&self, case: CaseIx, column: usize) -> &str {
        self.cases.get(case).and_then(|case| case.values.get(column)).map_or("", |value| value)
    }

    /// The coder a case is assigned to.
    pub fn assigned(&self, case: CaseIx) -> Option<&str> {
        self.shares.get(case).map(|share| &*share.coder).filter(|coder| !coder.is_empty())
    }

    /// Who codes a case a second time.
    pub fn second(&self, case: CaseIx) -> Option<&str> {
        self.shares.get(case).map(|share| &*share.second).filter(|coder| !coder.is_empty())
    }

    /// Whether a coder codes a case a second time: as its second coder, or as one of all those who code a gold case.
    pub fn codes_again(&self, case: CaseIx, coder: &str) -> bool {
        let is_gold = self.shares.get(case).is_some_and(Share::is_gold);
        self.second(case) == Some(coder)
            || is_gold && self.assigned(case) != Some(coder) && self.coders().any(|known| known == coder)
    }

    /// In which wave a case is coded a second time.
    pub fn wave(&self, case: CaseIx) -> Option<Wave> {
        self.shares.get(case).and_then(|share| share.wave)
    }

    /// Whether it is said who codes which case a second time.
    pub fn is_doubled(&self) -> bool {
        self.shares.iter().any(|share| !share.second.is_empty() || share.is_gold())
    }

    /// Takes the shares from the columns `coder` and `second`, where there are such.
    fn share(&mut self) {
        let columns = ["coder", "second"].map(|name| self.column(name));
        if columns == [None, None] {
            return;
        }
        let cell = |case: CaseIx, column: Option<usize>| column.map_or("", |column| self.value(case, column)).into();
        let [coder, second] = columns;
        let share = |case| Share { coder: cell(case, coder), second: cell(case, second), wave: None };
        self.shares = self.cases.keys().map(share).collect();
    }

    /// A list of these cases, as it is written to a file.
    #[must_use]
    pub fn of_cases(&self, columns: Vec<String>, cases: TiVec<CaseIx, Case>) -> Self {
        let mut list =
            Self { columns, cases, informant: self.informant, private: self.private.clone(), ..Self::default() };
        list.hash = sha256(&list.sent_csv());
        list.share();
        list
    }

    /// The list of some of its cases, in the order given.
    #[must_use]
    pub fn select(&self, places: &[CaseIx]) -> Self {
        let cases = places.iter().filter_map(|&place| self.cases.get(place).cloned());
        self.of_cases(self.columns.clone(), cases.collect())
    }

    /// The list with one more column, in the place of one that has its name.
    #[must_use]
    pub fn with_column(&self, name: &str, values: impl Iterator<Item = String>) -> Self {
        let mut columns = self.columns.clone();
        let at = self.column(name).unwrap_or(columns.len());
        if at == columns.len() {
            columns.push(name.to_owned());
        }
        let mut cases = self.file_cases().to_vec();
        for (case, value) in cases.iter_mut().zip(values) {
            case.values.resize(columns.len(), "".into());
            case.values.iter_mut().skip(at).take(1).for_each(|cell| *cell = value.as_str().into());
        }
        self.of_cases(columns, cases)
    }

    /// The age group of a case, such as `(30, 39)`: by tens, in the year that the protocol names.
    pub fn age_group(&self, protocol: &Protocol, case: CaseIx) -> Option<(i32, i32)> {
        let (column, at) =
            protocol.attributes.iter().enumerate().find_map(|(place, attribute)| match attribute.part {
                Some(Part::BirthYear { at }) => Some((place, at)),
                _ => None,
            })?;
        let age = at - self.value(case, column).parse::<i32>().ok()?;
        let from = age.div_euclid(10) * 10;
        (0..130).contains(&age).then_some((from, from + 9))
    }
}
