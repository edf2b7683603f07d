//! The ledger on a real disk: what is written is read, what is changed is found, what fails is overcome.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test helper")]

mod backup;
mod changed;
mod copies;
mod ends;
mod faults;
mod golden;
mod meanwhile;
mod merge;
mod reading;
mod recover;
mod redact;

use aktkoll::base::env::Stamp;
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::study::ledger::{Finding, Kind, Ledger, Reading, Sitting, Writer};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A ledger in a folder of its own.
struct Study {
    _folder: TempDir,
    path: PathBuf,
}

impl Study {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger");
        Self { _folder: folder, path }
    }

    /// Three segments of two coders, who name each other.
    fn small() -> Self {
        let study = Self::new();
        let mut writer = study.begin("carina").1;
        writer.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
        writer.append(&note("\"å\",\"h\":"), &stamp()).unwrap();
        drop(writer);
        study.begin("lotta").1.append(&answer("BRO-08", "nej"), &stamp()).unwrap();
        let mut writer = study.begin("carina").1;
        writer.append(&answer("BRO-07", "nej"), &stamp()).unwrap();
        writer.close("BRO-07", "plan", &stamp()).unwrap();
        study
    }

    fn begin(&self, coder: &str) -> (Ledger, Writer) {
        let mut ledger = Ledger::new(&self.path, "bs");
        let reading = ledger.read(&mut |_| {});
        assert!(reading.grave().next().is_none(), "{:?}", reading.findings);
        let writer = ledger.begin(sitting(coder), true, &stamp()).unwrap();
        (ledger, writer)
    }

    fn read(&self) -> (Vec<Entry<'static>>, Reading) {
        read(&mut Ledger::new(&self.path, "bs"))
    }

    fn verify(&self) -> Vec<Finding> {
        self.verify_as("bs")
    }

    fn verify_as(&self, id: &str) -> Vec<Finding> {
        let mut ledger = Ledger::new(&self.path, id);
        let reading = ledger.read(&mut |_| {});
        ledger.verify(&reading)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        put(&self.file(name), bytes);
    }
}

const FILES: [&str; 3] = ["carina/0001.jsonl", "carina/0002.jsonl", "lotta/0001.jsonl"];

fn put(path: &Path, bytes: &[u8]) {
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

/// Everything new, in the order that counts.
fn read(ledger: &mut Ledger) -> (Vec<Entry<'static>>, Reading) {
    let mut entries = Vec::new();
    let reading = ledger.read(&mut |entry| entries.push(entry.into_owned()));
    entries.sort_by(|one, other| (one.seq, &one.coder, one.segment).cmp(&(other.seq, &other.coder, other.segment)));
    (entries, reading)
}

fn values(entries: &[Entry<'_>]) -> Vec<String> {
    entries.iter().map(|entry| entry.value.to_string()).collect()
}

fn keys(findings: &[Finding], kind: Kind) -> Vec<&'static str> {
    findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.message.key).collect()
}

fn stamp() -> Stamp {
    Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [0xa5; 16] }
}

fn sitting(coder: &str) -> Sitting {
    Sitting {
        study: "bs".to_owned(),
        coder: coder.to_owned(),
        name: coder.replace("asa", "Åsa"),
        uid: rustix::process::getuid().as_raw(),
        host: "akt01".to_owned(),
        ..Sitting::default()
    }
}

fn answer(case: &str, value: &str) -> Draft {
    Draft {
        op: Op::Answer,
        round: Round::First,
        case_id: case.to_owned(),
        question: "plan".to_owned(),
        item: String::new(),
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

fn note(text: &str) -> Draft {
    Draft { op: Op::Note, ..answer("BRO-07", text) }
}
