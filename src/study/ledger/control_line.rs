//! The lines that are about a segment rather than a slot: `open`, `repair`, `redact` and `close`.

use super::entry::{Head, VERSION};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

/// Who sits down to write, under which protocol and case list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sitting {
    /// The study's id.
    pub study: String,
    /// The coder's short name.
    pub coder: String,
    /// The coder's name as shown.
    pub name: String,
    /// The user id of the process.
    pub uid: u32,
    /// The login of that user.
    pub login: String,
    /// The computer.
    pub host: String,
    /// The program and its version.
    pub program: String,
    /// The protocol's hash.
    pub protocol: String,
    /// The case list's hash.
    pub cases: String,
    /// The short name of whoever codes at the same screen, if somebody does.
    pub with: Option<String>,
}

/// The first line of a segment: who writes it, and what stood in the ledger before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    pub(crate) v: u32,
    pub(crate) op: String,
    /// Its number in the order of the study.
    pub seq: u64,
    /// When the segment was begun.
    pub ts: String,
    /// The coder's short name.
    pub coder: String,
    /// The segment's number.
    pub segment: u32,
    /// The study's id.
    pub study: String,
    /// The coder's name as shown.
    pub name: String,
    /// The user id of the process.
    pub uid: u32,
    /// The login of that user.
    pub login: String,
    /// The computer.
    pub host: String,
    /// The program and its version.
    pub program: String,
    /// The protocol's hash.
    pub protocol: String,
    /// The case list's hash.
    pub cases: String,
    /// The short name of whoever coded at the same screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// The coder's segment before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
    /// The segments that this process had to leave, whose entries follow anew.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub poisoned: Vec<Poisoned>,
    /// What stood in the other coders' ledgers.
    pub witnessed: Vec<Witness>,
    /// The file that the answers were imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(skip_serializing)]
    pub(crate) h: IgnoredAny,
}

impl Open {
    /// Whether it brings back what a damaged file held.
    pub fn is_recovery(&self) -> bool {
        self.source.is_some() && !self.poisoned.is_empty()
    }

    /// How many entries of segments that were left are to follow it.
    pub(crate) fn carried(&self) -> usize {
        self.poisoned.iter().fold(0, |sum, one| sum.saturating_add(one.lines))
    }

    /// The first line of `segment` in a sitting.
    pub(crate) fn new(sitting: &Sitting, segment: u32, seq: u64, ts: &str) -> Self {
        let Sitting { study, coder, name, uid, login, host, program, protocol, cases, with } = sitting.clone();
        Self {
            v: VERSION,
            op: "open".to_owned(),
            seq,
            ts: ts.to_owned(),
            coder,
            segment,
            study,
            name,
            uid,
            login,
            host,
            program,
            protocol,
            cases,
            with,
            previous: None,
            poisoned: Vec::new(),
            witnessed: Vec::new(),
            source: None,
            h: IgnoredAny,
        }
    }
}

/// How far the coder's segment before this one went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// Its number.
    pub segment: u32,
    /// Its last `h`.
    pub head: Head,
    /// Its number of lines.
    pub lines: usize,
}

/// A segment in which something could not be saved: it holds only up to what was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poisoned {
    /// Its number.
    pub segment: u32,
    /// Its confirmed length in bytes.
    pub length: u64,
    /// The last confirmed `h`.
    pub head: Head,
    /// How many entries that first stood in it follow this line anew.
    pub lines: usize,
}

/// How far another coder's newest segment went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// The coder.
    pub coder: String,
    /// The number of the newest segment.
    pub segment: u32,
    /// Its last `h`.
    pub head: Head,
    /// How many segments the coder has.
    pub segments: usize,
    /// How many lines the newest has.
    pub lines: usize,
}

/// Where imported answers came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: String,
}

/// Bytes after the last newline of an earlier segment: never acknowledged, never cut, noted once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    /// The segment they end.
    pub in_segment: u32,
    /// Where they begin.
    pub offset: u64,
    /// How many they are.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: String,
    /// Whether all of them are NUL, as after a power cut.
    pub nul: bool,
}

/// The line that notes torn bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    pub(crate) v: u32,
    pub(crate) op: String,
    /// Its number in the order of the study.
    pub seq: u64,
    /// When it was written.
    pub ts: String,
    /// The coder's short name.
    pub coder: String,
    /// The segment it stands in.
    pub segment: u32,
    /// The segment that the bytes end.
    pub in_segment: u32,
    /// Where they begin.
    pub offset: u64,
    /// How many they are.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: String,
    /// `torn`, or `nul` where all of them are NUL.
    pub kind: String,
    #[serde(skip_serializing)]
    pub(crate) h: IgnoredAny,
}

impl Repair {
    /// The line that notes `torn`, right after `open`.
    pub(crate) fn new(torn: &Torn, open: &Open) -> Self {
        Self {
            v: VERSION,
            op: "repair".to_owned(),
            seq: open.seq,
            ts: open.ts.clone(),
            coder: open.coder.clone(),
            segment: open.segment,
            in_segment: torn.in_segment,
            offset: torn.offset,
            bytes: torn.bytes,
            sha256: torn.sha256.clone(),
            kind: if torn.nul { "nul" } else { "torn" }.to_owned(),
            h: IgnoredAny,
        }
    }
}

/// The line that tells of a text which its coder had blanked; what the text was stands nowhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redact {
    pub(crate) v: u32,
    pub(crate) op: String,
    /// Its number in the order of the study.
    pub seq: u64,
    /// When it was written.
    pub ts: String,
    /// The coder's short name.
    pub coder: String,
    /// The segment it stands in.
    pub segment: u32,
    /// The segment of the line whose text is blanked.
    pub in_segment: u32,
    /// The `h` of that line.
    pub redacts: Head,
    #[serde(skip_serializing)]
    pub(crate) h: IgnoredAny,
}

impl Redact {
    /// The line that tells of a text in the segment that it stands in itself.
    pub(crate) fn new(open: &Open, seq: u64, redacts: Head) -> Self {
        Self {
            v: VERSION,
            op: "redact".to_owned(),
            seq,
            ts: open.ts.clone(),
            coder: open.coder.clone(),
            segment: open.segment,
            in_segment: open.segment,
            redacts,
            h: IgnoredAny,
        }
    }
}

/// The last line of a sitting: where to come back to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    pub(crate) v: u32,
    pub(crate) op: String,
    /// Its number in the order of the study.
    pub seq: u64,
    /// When it was written.
    pub ts: String,
    /// The coder's short name.
    pub coder: String,
    /// The segment it stands in.
    pub segment: u32,
    /// The case to come back to.
    pub case_id: String,
    /// The question to come back to.
    pub question: String,
    #[serde(skip_serializing)]
    pub(crate) h: IgnoredAny,
}
