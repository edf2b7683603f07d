//! The plan: who codes which case, who codes it a second time, and when.

use super::CaseList;
use crate::base::fault::Result;
use crate::base::names::names;
use crate::base::slug::is_slug;
use crate::base::table::{Cell, Row, Table, decode, written};
use crate::base::text::folded;
use crate::msg;
use crate::study::index::CaseIx;
use std::collections::HashMap;
use typed_index_collections::TiSlice;

/// When a case is coded a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wave {
    /// Before all else, by everybody: a gold case, whose own coder's answers the others' are compared with.
    Gold,
    /// In the first third.
    Early,
    /// In the second third.
    Middle,
    /// In the last third.
    Late,
}

names!(Wave: Gold = "gold", Early = "early", Middle = "middle", Late = "late");

impl Wave {
    /// Those that a coder's cases are spread over.
    pub const THIRDS: [Self; 3] = [Self::Early, Self::Middle, Self::Late];

    /// The catalogue's key of what it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Gold => "wave-gold",
            Self::Early => "wave-early",
            Self::Middle => "wave-middle",
            Self::Late => "wave-late",
        }
    }
}

/// Who codes a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Share {
    /// The coder; empty where it is nobody's yet.
    pub coder: Box<str>,
    /// Who codes it a second time, if anybody does.
    pub second: Box<str>,
    /// When that is.
    pub wave: Option<Wave>,
}

impl Share {
    /// Whether everybody codes the case before the others.
    pub fn is_gold(&self) -> bool {
        self.wave == Some(Wave::Gold)
    }
}

/// The columns of `plan.csv`.
const COLUMNS: [&str; 4] = ["case_id", "coder", "second", "wave"];

impl CaseList {
    /// The gold cases, which every coder codes before the others.
    pub fn gold(&self) -> impl Iterator<Item = CaseIx> {
        let shares = self.shares.iter_enumerated();
        shares.filter(|(_, share)| share.is_gold()).map(|(case, _)| case)
    }

    /// Everybody whom the plan gives a case, as often as it does.
    pub fn coders(&self) -> impl Iterator<Item = &str> {
        let named = self.shares.iter().flat_map(|share| [&*share.coder, &*share.second]);
        named.filter(|coder| !coder.is_empty())
    }

    /// The shares as a file.
    pub fn plan_csv(&self, shares: &TiSlice<CaseIx, Share>) -> Vec<u8> {
        let row = |(case, share): (&super::Case, &Share)| {
            written([case.id.as_str(), &share.coder, &share.second, share.wave.map_or("", Wave::name)])
        };
        let rows: String = self.file_cases().iter().zip(shares).map(row).collect();
        (written(COLUMNS) + &rows).into_bytes()
    }

    /// Reads the plan in the file `name`: it wins over the columns of the case list.
    pub fn read_plan(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let text = decode(name, bytes)?;
        let mut table = Table::open(name, &text);
        let headers: Vec<String> = table.header.cells.iter().map(|cell| folded(&cell.text())).collect();
        let places = COLUMNS.map(|column| headers.iter().position(|header| header == column));
        let [Some(column), Some(coder), Some(second), Some(wave)] = places else {
            table.wrong(table.header.line, None, msg!("plan-columns", names = COLUMNS.join(", ")), None);
            return table.settle(());
        };
        let mut seen = HashMap::new();
        self.shares.resize(self.files().len(), Share::default());
        while let Some(row) = table.next_row() {
            let share = Share {
                coder: coder_in(&mut table, &row, coder),
                second: coder_in(&mut table, &row, second),
                wave: wave_in(&mut table, &row, wave),
            };
            let (Some(id), Some(other)) = (row.cells.get(column), row.cells.get(second)) else { continue };
            if !share.second.is_empty() && share.second == share.coder {
                table.wrong(row.line, Some(other), msg!("plan-same", coder = &*share.second), None);
            }
            if share.is_gold() && share.coder.is_empty() {
                table.wrong(row.line, row.cells.get(wave), msg!("plan-gold-coder"), None);
            }
            let first = *seen.entry(id.raw.clone()).or_insert(row.line);
            let place = self.place(&id.raw);
            match place.and_then(|place| self.shares.get_mut(place)) {
                _ if first != row.line => {
                    let place = table.origin().place(first, column);
                    let message = msg!("cases-id-twice", id = id.raw.as_str(), place = place);
                    table.wrong(row.line, Some(id), message, Some(msg!("plan-case-hint")));
                }
                Some(known) => *known = share,
                None => {
                    let message = msg!("answers-case", id = id.raw.as_str());
                    table.wrong(row.line, Some(id), message, Some(msg!("plan-case-hint")));
                }
            }
        }
        table.settle(())
    }
}

fn text(row: &Row, column: usize) -> Option<(&Cell, &str)> {
    row.cells.get(column).map(|cell| (cell, cell.raw.as_str())).filter(|(_, text)| !text.is_empty())
}

fn coder_in(table: &mut Table<'_>, row: &Row, column: usize) -> Box<str> {
    let Some((cell, coder)) = text(row, column) else { return "".into() };
    if !is_slug(coder) {
        let message = msg!("plan-coder", found = cell.text().as_ref());
        table.wrong(row.line, Some(cell), message, Some(msg!("plan-coder-hint")));
    }
    coder.into()
}

fn wave_in(table: &mut Table<'_>, row: &Row, column: usize) -> Option<Wave> {
    let (cell, name) = text(row, column)?;
    let wave = Wave::named(name);
    if wave.is_none() {
        let names = Wave::ALL.map(|(_, name)| name).join(", ");
        let message = msg!("plan-wave", found = cell.text().as_ref());
        table.wrong(row.line, Some(cell), message, Some(msg!("there-are", names = names)));
    }
    wave
}
