//! A file that is recovered while its coder has it open: with locks or without, nothing that was shown as saved is lost.

use super::*;
use aktkoll::study::ledger::recover::Recovered;
use aktkoll::study::ledger::storage::{Cause, Disk, Own, Storage};
use std::io;

/// A disk that knows no locks.
struct NoLocks(Disk);

impl Storage for NoLocks {
    type File = fs::File;
    fn create(&mut self, segment: u32) -> Result<fs::File, Cause> {
        let file = self.0.create(segment)?;
        file.unlock()?;
        Ok(file)
    }
    fn settle(&mut self, file: &fs::File) -> Result<(), Cause> {
        self.0.settle(file)
    }
    fn write(&mut self, file: &mut fs::File, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(file, bytes)
    }
    fn sync(&mut self, file: &fs::File) -> io::Result<()> {
        self.0.sync(file)
    }
    fn confirm(&mut self, file: &fs::File, segment: u32, size: u64) -> Result<(), Cause> {
        self.0.confirm(file, segment, size)
    }
    fn read(&mut self, segment: u32, from: u64) -> io::Result<Option<Vec<u8>>> {
        self.0.read(segment, from)
    }
    fn name(&self, segment: u32) -> String {
        self.0.name(segment)
    }
}

fn begin(study: &Study) -> Writer<NoLocks> {
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let standing = ledger.standing("carina").unwrap();
    let disk = Disk::study(&study.path, "carina", true, Own::default()).unwrap();
    Writer::begin(NoLocks(disk), sitting("carina"), standing, &stamp()).unwrap()
}

fn recover(study: &Study) -> Recovered {
    let (mut from, mut ledger) = (study.ledger(), study.ledger());
    from.read(&mut |_| {});
    ledger.read(&mut |_| {});
    ledger.recover(&from, true, &stamp()).unwrap()
}

const FILE: &str = "carina/0001.jsonl";

/// Overwrites a byte of a file in its place, as a disk would.
fn spoil(study: &Study, line: &str) {
    let at = String::from_utf8(study.bytes(FILE)).unwrap().find(line).unwrap();
    let file = fs::File::options().write(true).open(study.file(FILE)).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&file, b"X", at as u64).unwrap();
}

fn code<S: Storage>(writer: &mut Writer<S>, cases: std::ops::Range<u32>) -> Vec<u32> {
    cases.map(|n| writer.append(&answer(&format!("B-{n}"), "ja"), &stamp()).unwrap().segment).collect()
}

/// The cases that are answered in what counts.
fn cases(study: &Study) -> Vec<String> {
    let mut cases: Vec<String> = study.read().0.iter().map(|entry| entry.case_id.to_string()).collect();
    cases.sort();
    cases.dedup();
    cases
}

#[test]
fn a_file_that_somebody_has_open_is_left_to_their_program_which_has_all_of_it() {
    let study = Study::new();
    let mut writer = study.begin("carina").1;
    code(&mut writer, 10..20);
    spoil(&study, "B-14");
    let left = recover(&study);
    assert_eq!((left.open, left.files, left.lost), (vec![FILE.to_owned()], vec![], vec![]));
    assert!(!study.file("carina/0002.jsonl").exists());
    code(&mut writer, 20..26);
    writer.close("B-10", "plan", &stamp()).unwrap();
    drop(writer);
    assert_eq!(cases(&study).len(), 16);
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
}

#[test]
fn without_locks_a_sitting_learns_before_its_next_line_that_its_file_was_recovered() {
    let study = Study::new();
    let mut writer = begin(&study);
    code(&mut writer, 10..20);
    spoil(&study, "B-14");
    let recovered = recover(&study);
    assert_eq!((recovered.open, recovered.files.len(), recovered.lost.len()), (vec![], 1, 1));
    assert_eq!(code(&mut writer, 20..26), [3; 6], "behind what was recovered");
    let told: Vec<_> = writer.troubles().iter().map(|one| one.message.key).collect();
    assert_eq!(told, ["recover-meanwhile"]);
    drop(writer);
    assert_eq!(cases(&study).len(), 16, "even the damaged line");
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0], "{:?}", study.verify());
}

#[test]
fn lines_written_behind_the_damage_after_all_are_told_of_and_come_with_the_next_recovery() {
    let study = Study::new();
    let mut writer = begin(&study);
    code(&mut writer, 10..20);
    let before = study.bytes(FILE);
    code(&mut writer, 20..26);
    drop(writer);
    let late = study.bytes(FILE)[before.len()..].to_vec();
    study.put(FILE, &before);
    spoil(&study, "B-14");
    recover(&study);
    assert_eq!((cases(&study).len(), keys(&study.verify(), Kind::Damage)), (9, vec![]));
    // A process that looked just before it was recovered, and was killed thereafter.
    fs::File::options().append(true).open(study.file(FILE)).unwrap().write_all(&late).unwrap();
    assert_eq!(keys(&study.verify(), Kind::Damage), ["ledger-damage-hash"]);
    let again = recover(&study);
    assert_eq!((again.kept, cases(&study).len()), (6, 15));
    assert_eq!((keys(&study.verify(), Kind::Damage), recover(&study)), (vec![], Recovered::default()));
}
