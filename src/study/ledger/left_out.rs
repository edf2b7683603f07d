//! What figures lack: lines behind damage, files that cannot be read, and lines of a newer program; and which files they
//! hold that another user than their coder may have written.

use super::finding::{Finding, Kind};
use super::{Ledger, Reading};
use crate::base::fault::Exit;
use crate::base::language::{Message, Words};
use crate::msg;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A place in the ledger from which on something is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The file or folder.
    pub file: String,
    /// The first line that is left out, from 1; none where the file as a whole is meant.
    pub line: Option<usize>,
    /// How many lines are left out, where that can be known.
    pub lines: Option<usize>,
    /// The cases that they speak of, where they can be read.
    pub cases: BTreeSet<String>,
    /// Whether its lines count all the same: another user may have written them.
    pub counts: bool,
    /// Why.
    pub cause: Message,
}

/// All that the figures of a study lack, with the exit code that says so.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LeftOut {
    /// The places.
    pub gaps: Vec<Gap>,
    /// How a command ends that shows such figures.
    pub exit: Option<Exit>,
    /// Whether a newer program wrote some of it: then nothing may be added.
    pub is_newer: bool,
}

impl LeftOut {
    /// What a reading had to leave out.
    pub fn of(ledger: &Ledger, reading: &Reading) -> Self {
        let mut gaps: Vec<Gap> = Vec::new();
        for finding in reading.findings.iter().filter(|finding| finding.kind > Kind::Note) {
            let is_first = gaps.iter().all(|gap| gap.counts || gap.file != finding.file);
            gaps.push(gap(ledger, finding, is_first));
        }
        Self { gaps, exit: reading.exit(), is_newer: reading.newer().is_some() }
    }

    /// Takes in what the figures of another study lack.
    pub fn add(&mut self, other: Self) {
        self.exit = self.exit.max(other.exit);
        self.is_newer |= other.is_newer;
        self.gaps.extend(other.gaps);
    }

    /// What a reader of the figures must know, if anything is left out or doubtful. It names no coder and no case.
    pub fn messages(&self) -> Vec<Message> {
        let (lacking, foreign) = (self.files(false), self.files(true).len());
        let (files, cases) = (lacking.len(), self.cases().len());
        let lacks = match self.lines() {
            Some(lines) => msg!("left-out", files = files, n = lines, cases = cases),
            None => msg!("left-out-unknown", files = files, cases = cases),
        };
        [(files > 0).then_some(lacks), (foreign > 0).then(|| msg!("left-foreign", n = foreign))]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Whether lines are missing, and not only doubtful.
    pub fn is_lacking(&self) -> bool {
        self.gaps.is_empty() || self.gaps.iter().any(|gap| !gap.counts)
    }

    /// The files whose lines are missing, or that count although another user may have written them.
    pub fn files(&self, counts: bool) -> BTreeSet<&str> {
        self.gaps.iter().filter(|gap| gap.counts == counts).map(|gap| gap.file.as_str()).collect()
    }

    /// How many lines are left out, where that can be known.
    pub fn lines(&self) -> Option<usize> {
        self.gaps.iter().map(|gap| gap.lines).sum()
    }

    /// The cases that the lines speak of, where they can be read.
    pub fn cases(&self) -> BTreeSet<&str> {
        self.gaps.iter().flat_map(|gap| &gap.cases).map(String::as_str).collect()
    }

    /// The places as JSON.
    pub fn as_json(&self, words: &Words) -> Value {
        let gap = |gap: &Gap| {
            let Gap { file, line, lines, cases, counts: _, cause } = gap;
            json!({ "file": file, "line": line, "lines": lines, "cases": cases, "cause": words.say(cause) })
        };
        self.gaps.iter().map(gap).collect()
    }
}

/// The lines that a finding leaves out: those set aside in its file, for the first of that file.
fn gap(ledger: &Ledger, finding: &Finding, is_first: bool) -> Gap {
    let is_first = is_first && finding.kind != Kind::Foreign;
    let aside = ledger.set_aside().find(|aside| is_first && aside.file == finding.file);
    let lines = match finding.kind {
        Kind::Newer => Some(1),
        Kind::Foreign => Some(0),
        _ if is_first => aside.map(|aside| aside.lines),
        _ => Some(0),
    };
    Gap {
        file: finding.file.clone(),
        line: Some(finding.line).filter(|line| *line > 0),
        lines,
        cases: aside.map(|aside| aside.cases.clone()).unwrap_or_default(),
        counts: finding.kind == Kind::Foreign,
        cause: finding.message.clone(),
    }
}
