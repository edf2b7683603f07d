//! What is left out of the fold: the lines behind the damage of a file, until it is recovered.

use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::msg;
use serde::Deserialize;
use std::collections::BTreeSet;

/// The lines of a file that are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetAside {
    /// The file.
    pub file: String,
    /// The first line that is left out, from 1.
    pub line: usize,
    /// How many there are.
    pub lines: usize,
    /// The cases that they speak of, where they can be read.
    pub cases: BTreeSet<String>,
    /// The highest number among them.
    pub(crate) seq: u64,
}

impl SetAside {
    /// The lines in some bytes.
    pub(crate) fn of(file: &str, line: usize, bytes: &[u8]) -> Self {
        #[derive(Deserialize)]
        struct Said {
            seq: u64,
            #[serde(default)]
            case_id: String,
        }
        let mut found = Self { file: file.to_owned(), line, ..Self::default() };
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            found.lines += 1;
            if let Ok(said) = serde_json::from_slice::<Said>(line) {
                found.seq = found.seq.max(said.seq);
                found.cases.extend(Some(said.case_id).filter(|case| !case.is_empty()));
            }
        }
        found
    }

    /// What there is to say of it.
    pub fn message(&self) -> Message {
        let cases: Vec<&str> = self.cases.iter().map(String::as_str).collect();
        let (file, n) = (self.file.as_str(), self.lines);
        match cases.as_slice() {
            [] => msg!("set-aside-lines", file = file, line = self.line, n = n),
            cases => msg!("set-aside-cases", file = file, line = self.line, n = n, cases = listed(cases)),
        }
    }
}
