//! Two copies that were written apart come together again, whatever was written in them.

use super::*;
use aktkoll::base::progress;
use aktkoll::study::ledger::entry::Head;
use aktkoll::study::ledger::line::Sought;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

impl Study {
    /// A copy of it elsewhere, as one takes it along on a USB stick.
    pub(super) fn copy(&self) -> Self {
        let copy = Self::new();
        for (name, bytes) in self.files() {
            fs::create_dir_all(copy.file(&name).parent().unwrap()).unwrap();
            copy.put(&name, &bytes);
        }
        copy
    }

    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        for coder in fs::read_dir(&self.path).into_iter().flatten() {
            let coder = coder.unwrap();
            for file in fs::read_dir(coder.path()).unwrap() {
                let file = file.unwrap();
                let name = format!("{}/{}", coder.file_name().display(), file.file_name().display());
                files.insert(name, fs::read(file.path()).unwrap());
            }
        }
        files
    }

    pub(super) fn ledger(&self) -> Ledger {
        Ledger::new(&self.path, "bs")
    }

    pub(super) fn merge(&self, copy: &Self) -> usize {
        let merged = self.ledger().merge(&mut copy.ledger(), true, &mut stamp).unwrap();
        if merged.brought.iter().all(|one| one.whole) {
            assert!(progress::own().share().is_none_or(|(done, all)| done == all), "what is brought is known before");
        }
        merged.brought.iter().map(|one| one.entries).sum()
    }

    /// What was said, wherever it stands: each line but for its segment and its hashes.
    fn said(&self) -> BTreeSet<String> {
        let alike = |entry: Entry<'static>| {
            let undoes = entry.undoes.map(|_| Head::default());
            format!("{:?}", Entry { segment: 0, h: Head::default(), was: "".into(), undoes, ..entry })
        };
        let (entries, reading) = self.read();
        assert_eq!(reading.findings, []);
        let count = entries.len();
        let said: BTreeSet<String> = entries.into_iter().map(alike).collect();
        assert_eq!(said.len(), count, "nothing is said twice");
        said
    }

    /// A sitting with some answers and notes.
    fn sit(&self, coder: &str, acts: &[(bool, u8)]) {
        let mut ledger = self.ledger();
        ledger.read(&mut |_| {});
        // The same line is said by the same people, so what tells them goes with the coder here.
        let with = (coder == "lotta").then(|| "maja".to_owned());
        let mut writer = ledger.begin(Sitting { with, ..sitting(coder) }, true, &stamp()).unwrap();
        for (is_note, value) in acts {
            let text = format!("{coder} {value}");
            let draft = if *is_note { note(&text) } else { answer(&format!("BRO-{value}"), &text) };
            writer.append(&draft, &stamp()).unwrap();
        }
    }
}

/// Takes a text of carina's away.
fn redact(study: &Study, text: &str) {
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let (op, round, item, text) = (Op::Note, Round::First, String::new(), text.to_owned());
    let sought = Sought { op, round, case_id: "BRO-07".to_owned(), question: "plan".to_owned(), item, text };
    ledger.redact(&sitting("carina"), &[sought], true, &stamp()).unwrap();
}

fn holds(study: &Study, text: &str) -> bool {
    study.files().values().any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

#[test]
fn a_text_that_was_taken_away_does_not_come_back_from_a_copy_that_wrote_it_again() {
    let study = Study::new();
    study.sit("carina", &[(true, 2)]);
    let copy = study.copy();
    // Undone and done again: another line with the same text.
    copy.sit("carina", &[(false, 1), (true, 2)]);
    redact(&study, "carina 2");
    assert!(holds(&copy, "carina 2") && !holds(&study, "carina 2"));
    study.merge(&copy);
    assert!(!holds(&study, "carina 2"), "{:?}", study.read().0);
    assert_eq!(study.verify(), []);
    copy.merge(&study);
    assert!(!holds(&copy, "carina 2"));
    assert_eq!((copy.verify(), copy.said() == study.said()), (vec![], true));
}

#[test]
fn texts_that_were_taken_away_in_either_copy_and_written_again_in_the_other_are_gone() {
    let study = Study::new();
    study.sit("carina", &[(true, 2), (true, 3)]);
    let copy = study.copy();
    study.sit("carina", &[(false, 1), (true, 3)]);
    copy.sit("carina", &[(false, 1), (true, 2)]);
    redact(&study, "carina 2");
    redact(&copy, "carina 3");
    study.merge(&copy);
    assert!(!holds(&study, "carina 2") && !holds(&study, "carina 3"));
    assert_eq!(study.verify(), []);
}

#[test]
fn a_text_goes_from_behind_the_damage_of_a_recovered_file_too() {
    let study = Study::new();
    study.sit("carina", &[(false, 1), (true, 2), (true, 3)]);
    let copy = study.copy();
    let mut bytes = study.bytes("carina/0001.jsonl");
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    bytes[first + 60] ^= 1;
    study.put("carina/0001.jsonl", &bytes);
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.recover(&from, true, &stamp()).unwrap();
    redact(&copy, "carina 2");
    study.merge(&copy);
    assert!(!holds(&study, "carina 2") && holds(&study, "carina 3"));
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
}

#[test]
fn what_was_being_written_on_a_text_goes_with_it_when_a_copy_brings_that() {
    let study = Study::new();
    study.sit("carina", &[(true, 2)]);
    let copy = study.copy();
    let line = study.read().0.remove(0).h;
    study.put("carina/.unfinished-1", format!("{{\"begun\":\"{line}\",\"text\":\"carina 2 again\"}}").as_bytes());
    study.put("carina/.unfinished-2", b"{\"begun\":null,\"text\":\"another\"}");
    redact(&copy, "carina 2");
    study.merge(&copy);
    assert!(!holds(&study, "carina 2") && holds(&study, "another"));
}

#[test]
fn a_text_that_is_taken_away_during_a_merge_does_not_come_back_with_it() {
    let study = Study::new();
    study.sit("carina", &[(true, 2)]);
    let copy = study.copy();
    copy.sit("carina", &[(false, 1), (true, 2)]);
    study.sit("carina", &[(false, 3)]);
    // The time is asked for when the lines are about to be written.
    let mut clock = || {
        redact(&study, "carina 2");
        stamp()
    };
    study.ledger().merge(&mut copy.ledger(), true, &mut clock).unwrap();
    assert!(!holds(&study, "carina 2"), "{:?}", study.read().0);
    assert_eq!(study.verify(), []);
}

#[test]
fn a_merge_that_is_cut_off_leaves_no_text_that_was_taken_away() {
    let study = Study::new();
    study.sit("carina", &[(true, 2)]);
    let copy = study.copy();
    copy.sit("carina", &[(false, 1), (true, 2)]);
    redact(&study, "carina 2");
    // Whenever the time is asked for, the merge might end.
    let mut between = Vec::new();
    let mut clock = || {
        between.push((holds(&study, "carina 2"), study.verify()));
        stamp()
    };
    study.ledger().merge(&mut copy.ledger(), true, &mut clock).unwrap();
    assert!(between.iter().all(|found| *found == (false, vec![])), "{between:?}");
    assert_eq!((holds(&study, "carina 2"), study.verify()), (false, vec![]));
    let told = Study::new();
    let name = "carina/0001.jsonl";
    told.sit("carina", &[(true, 2)]);
    let bytes = told.bytes(name);
    redact(&told, "carina 2");
    told.put(name, &bytes);
    let here = Study::new();
    let merged = here.ledger().merge(&mut told.ledger(), true, &mut stamp).unwrap();
    assert!(!merged.brought[0].whole, "a file with the text does not come as it is");
    assert_eq!((holds(&here, "carina 2"), here.verify()), (false, vec![]));
}

#[test]
fn a_text_that_is_gone_without_a_word_comes_from_no_copy_and_is_told_of() {
    let study = Study::new();
    study.sit("carina", &[(true, 2)]);
    let copy = study.copy();
    copy.sit("carina", &[(false, 1), (true, 2)]);
    redact(&study, "carina 2");
    fs::remove_file(study.file("carina/0002.jsonl")).unwrap();
    assert_eq!(keys(&study.verify(), Kind::Damage), ["ledger-damage-blanked"]);
    study.merge(&copy);
    assert!(!holds(&study, "carina 2"));
    assert_eq!(study.verify(), []);
}

#[test]
fn what_a_copy_says_of_a_torn_end_that_is_not_here_damages_nothing() {
    let study = Study::new();
    study.sit("carina", &[(false, 1)]);
    let copy = study.copy();
    let bytes = copy.bytes("carina/0001.jsonl");
    copy.put("carina/0001.jsonl", &[&bytes[..], b"{\"v\":1,\"op\":\"ans"].concat());
    copy.sit("carina", &[(false, 2)]);
    assert_eq!(study.merge(&copy), 1);
    assert_eq!(study.verify(), []);
}

#[test]
fn what_a_colleague_coded_elsewhere_comes_as_it_is() {
    let here = Study::small();
    let there = here.copy();
    there.sit("lotta", &[(false, 1), (true, 2)]);
    assert_eq!(here.merge(&there), 2);
    assert_eq!((here.verify(), here.files()), (vec![], there.files()), "byte by byte");
    assert_eq!(here.merge(&there), 0);
}

#[test]
fn what_one_coder_wrote_in_both_copies_stands_in_a_file_of_its_own() {
    let here = Study::small();
    let there = here.copy();
    here.sit("carina", &[(false, 1)]);
    there.sit("carina", &[(false, 2), (true, 3)]);
    let before = here.files();
    assert_eq!(here.merge(&there), 2);
    let after = here.files();
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)), "no file is touched");
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(here.verify(), []);
    assert_eq!(here.merge(&there), 0, "once more brings nothing");
}

#[test]
fn what_takes_back_a_line_finds_it_where_it_stands_now() {
    let here = Study::small();
    let there = here.copy();
    here.sit("carina", &[(false, 1)]);
    let mut writer = there.begin("carina").1;
    let wrong = writer.append(&note("fel"), &stamp()).unwrap();
    let back = Draft { value: String::new(), was: wrong.h.to_string(), undoes: Some(wrong.h), ..note("") };
    writer.append(&back, &stamp()).unwrap();
    drop(writer);
    here.merge(&there);
    let (entries, _) = here.read();
    let wrong = entries.iter().find(|entry| entry.value == "fel").unwrap().h;
    let back = entries.iter().find(|entry| entry.undoes.is_some()).unwrap();
    assert_eq!((back.undoes, back.was.as_ref()), (Some(wrong), wrong.to_string().as_str()));
}

#[test]
fn every_sitting_of_a_colleague_comes_as_it_is() {
    let here = Study::small();
    let there = here.copy();
    for value in 1..4 {
        there.sit("lotta", &[(false, value)]);
    }
    assert_eq!(here.merge(&there), 3);
    assert_eq!((here.verify(), here.files()), (vec![], there.files()), "each stands where the one before it has come");
}

#[test]
fn what_was_never_saved_does_not_come_with_the_file_that_was_left_for_it() {
    let [there, twin] = [Study::new(), Study::new()];
    let [mut writer, mut other] = [&there, &twin].map(|study| study.begin("carina").1);
    for writer in [&mut writer, &mut other] {
        writer.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
    }
    other.append(&answer("BRO-08", "never saved"), &stamp()).unwrap();
    // A whole line behind what was confirmed: as if its sync had failed.
    there.put("carina/0001.jsonl", &twin.bytes("carina/0001.jsonl"));
    writer.append(&answer("BRO-08", "nej"), &stamp()).unwrap();
    drop(writer);
    let here = Study::new();
    here.merge(&there);
    let (entries, reading) = here.read();
    assert_eq!((values(&entries), reading.findings), (vec!["ja".to_owned(), "nej".to_owned()], vec![]));
    assert_eq!((here.verify(), here.merge(&there)), (vec![], 0));
}

#[test]
fn a_text_that_was_taken_away_in_one_copy_comes_from_no_other() {
    let here = Study::small();
    let there = here.copy();
    here.sit("carina", &[(false, 1)]);
    there.sit("carina", &[(true, 2)]);
    assert_eq!(here.merge(&there), 1, "the note stands in another file than there");
    let sought = Sought {
        op: Op::Note,
        round: Round::First,
        case_id: "BRO-07".to_owned(),
        question: "plan".to_owned(),
        item: String::new(),
        text: "carina 2".to_owned(),
    };
    let mut ledger = here.ledger();
    ledger.read(&mut |_| {});
    assert_eq!(ledger.redact(&sitting("carina"), &[sought], true, &stamp()), Ok(1));
    assert_eq!(here.merge(&there), 0);
    let has_it = |bytes: &Vec<u8>| bytes.windows(8).any(|part| part == b"carina 2");
    assert!(!here.files().values().any(has_it), "it stands nowhere");
    assert_eq!(there.merge(&here), 1, "the answer, and not the note once more");
}

#[test]
fn a_damaged_copy_brings_nothing() {
    let here = Study::small();
    let there = here.copy();
    there.sit("lotta", &[(false, 1)]);
    let mut bytes = there.bytes("carina/0001.jsonl");
    bytes[40] ^= 1;
    there.put("carina/0001.jsonl", &bytes);
    let before = here.files();
    assert!(here.ledger().merge(&mut there.ledger(), true, &mut stamp).is_err());
    assert_eq!(here.files(), before);
}

type Acts = Vec<(bool, u8)>;

fn sittings() -> impl Strategy<Value = Vec<(bool, Acts)>> {
    prop::collection::vec((any::<bool>(), prop::collection::vec((any::<bool>(), 0u8..4), 0..4)), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn copies_that_are_merged_both_ways_say_the_same(common in sittings(), one in sittings(), other in sittings()) {
        let sit = |study: &Study, sittings: &[(bool, Acts)]| {
            for (own, acts) in sittings {
                study.sit(if *own { "carina" } else { "lotta" }, acts);
            }
        };
        let here = Study::new();
        sit(&here, &common);
        let there = here.copy();
        sit(&here, &one);
        sit(&there, &other);
        let all: BTreeSet<String> = here.said().union(&there.said()).cloned().collect();
        let before = here.files();
        here.merge(&there);
        there.merge(&here);
        prop_assert_eq!(&here.said(), &all);
        prop_assert_eq!(&there.said(), &all);
        prop_assert_eq!(here.verify(), vec![]);
        prop_assert_eq!(there.verify(), vec![]);
        let after = here.files();
        prop_assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
        prop_assert_eq!(here.merge(&there) + there.merge(&here), 0);
    }
}
