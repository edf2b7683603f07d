//! The key to replaced ids, in memory alone: what the files are named after that a case's id replaces.

use super::composed;
use crate::base::fault::{Fault, Result};
use crate::base::files;
use crate::base::table::{Table, decode};
use crate::msg;
use std::collections::HashMap;
use std::path::Path;

/// A key of more bytes is none.
const LARGEST: u64 = 1 << 26;

/// Which id replaces which name.
#[derive(Default)]
pub(super) struct Key {
    names: HashMap<String, String>,
    ids: HashMap<String, String>,
}

impl Key {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let (name, bytes) = (path.display().to_string(), files::read(path, LARGEST)?);
        let text = decode(&name, &bytes)?;
        let mut table = Table::open(&name, &text);
        let header: Vec<String> = table.header.cells.iter().map(|cell| cell.raw.clone()).collect();
        if header != ["case_id", "id"] {
            return Err(Fault::new(msg!("documents-key")).hint(msg!("documents-key-hint")).in_file(name).into());
        }
        let mut key = Self::default();
        while let Some(row) = table.next_row() {
            if let [id, name] = row.cells.as_slice() {
                key.names.insert(composed(&id.raw), composed(&name.raw));
                key.ids.insert(composed(&name.raw), composed(&id.raw));
            }
        }
        table.settle(key)
    }

    /// What the files of a case are named after.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// The case whose files are named so: none, where the name is an id that replaces another.
    pub(super) fn id<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        let replaced = self.ids.get(name).map(String::as_str);
        replaced.or_else(|| Some(name).filter(|name| !self.names.contains_key(*name)))
    }
}
