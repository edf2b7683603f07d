//! Files of a ledger made by hand, so that a test can say what stands in them.

use super::control_line::{Open, Poisoned, Sitting};
use super::entry::{Entry, Head, Op, Round};
use super::line::{write_entry, write_record};
use std::fs::File;
use std::io::Write;
use std::path::Path;

/// A file of carina's in the study `s`: `open`, which names files that were left, and notes under these numbers. Gives
/// its bytes, and for each line how long it is up to there and the head after it.
pub(crate) fn segment(number: u32, poisoned: &[Poisoned], notes: &[(u64, &str)]) -> (Vec<u8>, Vec<(u64, Head)>) {
    let sitting = Sitting { study: "s".to_owned(), coder: "carina".to_owned(), ..Sitting::default() };
    let (mut bytes, mut ends) = (Vec::new(), Vec::new());
    let open = Open { poisoned: poisoned.to_vec(), ..Open::new(&sitting, number, 1, "") };
    let mut head = write_record(&open, Head::default(), &mut bytes).unwrap();
    ends.push((bytes.len() as u64, head));
    for (seq, text) in notes {
        let entry = Entry {
            op: Op::Note,
            seq: *seq,
            ts: "".into(),
            coder: "carina".into(),
            segment: number,
            round: Round::First,
            case_id: "BRO-07".into(),
            question: "plan".into(),
            item: "".into(),
            value: (*text).into(),
            was: "".into(),
            undoes: None,
            protocol: "".into(),
            with: "".into(),
            h: Head::default(),
        };
        head = write_entry(&entry, [7; 16], head, &mut bytes).unwrap();
        ends.push((bytes.len() as u64, head));
    }
    (bytes, ends)
}

/// Puts bytes in a file.
pub(crate) fn put(path: &Path, bytes: &[u8]) {
    File::create(path).unwrap().write_all(bytes).unwrap();
}
