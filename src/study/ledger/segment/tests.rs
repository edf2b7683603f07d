//! One file alone: locks, numbers, and texts that only look as if they were gone.

use super::*;
use crate::study::ledger::{ahead, fixture};
use rustix::io::Errno;

#[test]
fn a_lock_that_fails_tells_nothing() {
    for error in [Errno::BADF, Errno::NOLCK, Errno::ACCESS, Errno::OPNOTSUPP, Errno::NOSYS, Errno::INVAL, Errno::IO] {
        assert_eq!(Lock::of(&Err(TryLockError::Error(error.into()))), Lock::Unknown, "{error}");
    }
    assert_eq!((Lock::of(&Err(TryLockError::WouldBlock)), Lock::of(&Ok(()))), (Lock::Held, Lock::Free));
}

#[test]
fn a_real_lock_tells() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("0001.jsonl");
    assert_eq!(Segment::new(path.clone(), "carina", 1).lock(), Lock::Unknown);
    let file = std::fs::File::create(&path).unwrap();
    assert_eq!(Segment::new(path.clone(), "carina", 1).lock(), Lock::Free);
    file.lock().unwrap();
    assert_eq!(Segment::new(path, "carina", 1).lock(), Lock::Held);
}

/// A file with these notes, and what comes of reading it.
fn reading(notes: &[(u64, &str)]) -> (Segment, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("0001.jsonl");
    fixture::put(&path, &fixture::segment(1, &[], notes).0);
    let mut segment = Segment::new(path, "carina", 1);
    let mut texts = Vec::new();
    let owner = Owner { study: "s", coder: "carina", salvage: false, told: &HashSet::new() };
    ahead::read(vec![segment.wanted().unwrap()], |pieces| {
        segment.read(&owner, pieces, &mut |entry| texts.push(entry.value.into_owned()));
    });
    (segment, texts)
}

#[test]
fn a_number_that_other_readers_would_round_is_damage() {
    let (segment, texts) = reading(&[(2, "ett"), (HIGHEST_SEQ, "två")]);
    assert_eq!((segment.findings, texts.len(), segment.seq), (Vec::new(), 2, HIGHEST_SEQ));
    for beyond in [HIGHEST_SEQ + 1, u64::MAX] {
        let (segment, texts) = reading(&[(2, "ett"), (beyond, "två")]);
        let [found] = &segment.findings[..] else { panic!("{:?}", segment.findings) };
        assert_eq!((found.kind, found.line, texts.len()), (Kind::Damage, 3, 1));
        assert_eq!(segment.seq, HIGHEST_SEQ / 2, "half of the numbers are left to go on with");
    }
}

#[test]
fn who_writes_what_stands_for_a_text_that_is_gone_has_blanked_none() {
    let (segment, texts) = reading(&[(2, BLANKED)]);
    assert_eq!((texts, segment.blanked), (vec![BLANKED.to_owned()], Vec::new()));
}

#[test]
fn what_stands_behind_the_last_newline_is_counted_anew_at_every_reading() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("0001.jsonl");
    let whole = fixture::segment(1, &[], &[(2, "ett")]).0;
    let mut segment = Segment::new(path.clone(), "carina", 1);
    let owner = Owner { study: "s", coder: "carina", salvage: false, told: &HashSet::new() };
    let mut tails = Vec::new();
    for end in ["", "", "{\"v\":1", "{\"v\":1", "{\"v\":1,"] {
        fixture::put(&path, &[&whole[..], end.as_bytes()].concat());
        ahead::read(vec![segment.wanted().unwrap()], |pieces| segment.read(&owner, pieces, &mut |_| {}));
        tails.push(segment.tail);
    }
    assert_eq!(tails, [0, 0, 6, 6, 7]);
}
