//! A ledger's file is read alike at once and in pieces, and with its first fields spelt so that only the long way reads
//! them; an entry that is read, written and read again is the same.
//!
//! The chain is computed here: a fuzzer finds no hashes. A line is its fields, a zero byte, and what stands behind `h`.

#![no_main]

use aktkoll::study::ledger::entry::{Entry, Head};
use aktkoll::study::ledger::line::{self, Line};
use aktkoll::study::ledger::{Kind, Ledger};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("fuzz-ledger-{}", std::process::id()));
    fs::create_dir_all(folder.join("robin")).unwrap();
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let (mut file, mut ends, mut before) = (Vec::new(), Vec::new(), Head::default());
    for part in bytes.split(|byte| *byte == b'\n') {
        let (line, head) = sealed(part, before);
        is_read_alike(&line, part, before);
        file.extend([&line[..], b"\n"].concat());
        (before, ends) = (head, [&ends[..], &[file.len()]].concat());
    }
    let path = FOLDER.join("robin/0001.jsonl");
    fs::write(&path, &file).unwrap();
    let whole = all(&mut Ledger::new(&FOLDER, "study"));
    fs::write(&path, []).unwrap();
    let (mut ledger, mut entries) = (Ledger::new(&FOLDER, "study"), Vec::new());
    let mut found = Vec::new();
    for end in ends.iter().map(|end| end - 1).chain([file.len()]) {
        fs::write(&path, &file[..end]).unwrap();
        let (more, now) = all(&mut ledger);
        entries.extend(more);
        found = now;
    }
    let grave = |found: &[aktkoll::study::ledger::Finding]| found.iter().filter(|one| one.kind > Kind::Note).count();
    assert_eq!((entries, grave(&found)), (whole.0, grave(&whole.1)));
});

/// A line with the `h` that belongs there.
fn sealed(part: &[u8], before: Head) -> (Vec<u8>, Head) {
    let mut parts = part.splitn(2, |byte| *byte == 0);
    let covered = parts.next().unwrap_or_default();
    let head = before.after(covered);
    let rest = parts.next().unwrap_or(b"}");
    ([covered, b",\"h\":\"", &head.digits(), b"\"", rest].concat(), head)
}

/// The same line with a blank behind its brace goes the long way.
fn is_read_alike(line: &[u8], part: &[u8], before: Head) {
    let Ok((read, head)) = line::read(line, before) else { return };
    let spaced = part.strip_prefix(b"{").map(|rest| [b"{ ", rest].concat()).unwrap_or_default();
    let (long, _) = sealed(&spaced, before);
    let long = line::read(&long, before);
    let (long, other) = long.unwrap_or_else(|bad| panic!("{bad:?}"));
    let told = |line: &Line<'_>, own: Head| format!("{line:?}").replace(&format!("{own:?}"), "");
    assert_eq!(told(&read, head), told(&long, other));
    let Line::Slot(entry) = read else { return };
    let mut out = Vec::new();
    line::write_entry(&entry, [7; 16], before, &mut out).unwrap();
    let Some(line) = out.strip_suffix(b"\n") else { panic!("no line") };
    let Ok((Line::Slot(again), h)) = line::read(line, before) else { panic!("{}", String::from_utf8_lossy(line)) };
    assert_eq!(Entry { h, ..entry }, again);
}

/// All that a reading brings.
fn all(ledger: &mut Ledger) -> (Vec<Entry<'static>>, Vec<aktkoll::study::ledger::Finding>) {
    let mut entries = Vec::new();
    let reading = ledger.read(&mut |entry| entries.push(entry.into_owned()));
    (entries, reading.findings)
}
