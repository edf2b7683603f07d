//! Out of damage: whatever is done to the files, every line that the chain proves is kept and every other is named.

use super::*;
use crate::fixture::swedish;
use aktkoll::study::answers::Answers;
use aktkoll::study::case::CaseList;
use aktkoll::study::ledger::recover::{Lost, Recovered};
use aktkoll::study::protocol::Protocol;
use aktkoll::study::tally::Tally;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn protocol() -> String {
    swedish().question("plan", "?", "").to_string()
}

/// One coder's answers and notes to many cases, in several sittings, another's between.
fn large() -> Study {
    let study = Study::new();
    for sitting in 0..6 {
        let mut writer = study.begin(["carina", "lotta"][sitting % 2]).1;
        for number in 0..60 {
            let case = format!("B-{}", 100 + (sitting / 2 * 40 + number) % 90 + 100 * (sitting % 2));
            let value = ["ja", "nej", "delvis"][(number + sitting) % 3];
            let text = || Draft { case_id: case.clone(), ..note(&format!("text {number}, \"å\"")) };
            let draft = if number % 9 == 8 { text() } else { answer(&case, value) };
            writer.append(&draft, &stamp()).unwrap();
        }
        writer.close("B-100", "plan", &stamp()).unwrap();
    }
    study
}

pub(super) fn recover(study: &Study) -> Recovered {
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.recover(&from, true, &stamp()).unwrap()
}

#[test]
fn a_file_that_the_disk_did_not_give_out_is_not_taken_for_a_damaged_one() {
    let study = large();
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let (first, away) = (study.path.join("carina/0001.jsonl"), study.path.join("carina/.0001"));
    std::fs::rename(&first, &away).unwrap();
    from.read(&mut |_| {});
    std::fs::rename(&away, &first).unwrap();
    assert!(!from.damaged().is_empty(), "it could not be read");
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let refused = ledger.recover(&from, true, &stamp()).unwrap_err();
    assert_eq!(refused.0[0].message.key, "ledger-own-unread");
    let mut after = study.ledger();
    assert_eq!(after.read(&mut |_| {}).findings, []);
    assert!(after.damaged().is_empty(), "nothing was written");
}

/// Lines that do something to a slot, by coder and number.
type Lines = BTreeMap<(String, u64), serde_json::Value>;

/// Every line of some files that stands there whole, by another reader than the program's.
fn whole<'a>(files: impl IntoIterator<Item = &'a Vec<u8>>, known: Option<&BTreeSet<Vec<u8>>>) -> Lines {
    let lines = files.into_iter().flat_map(|bytes| bytes.split_inclusive(|byte| *byte == b'\n'));
    let lines = lines.filter(|line| known.is_none_or(|known| known.contains(*line)));
    let parsed = lines.filter_map(|line| serde_json::from_slice::<serde_json::Value>(line).ok());
    let slots = parsed.filter(|line| line["round"].is_string());
    slots.map(|line| ((line["coder"].as_str().unwrap().to_owned(), line["seq"].as_u64().unwrap()), line)).collect()
}

/// The last answer of each coder and case, counted by value.
fn counted<'a>(lines: impl Iterator<Item = &'a serde_json::Value>) -> BTreeMap<String, usize> {
    let mut last: BTreeMap<(String, String), (u64, String)> = BTreeMap::new();
    for line in lines.filter(|line| line["op"] == "answer") {
        let text = |field: &str| line[field].as_str().unwrap().to_owned();
        let one = last.entry((text("coder"), text("case_id"))).or_default();
        *one = (*one).clone().max((line["seq"].as_u64().unwrap(), text("answer")));
    }
    let mut counts = BTreeMap::new();
    for (_, value) in last.into_values() {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

/// What the program counts.
fn tallied(study: &Study) -> BTreeMap<String, usize> {
    let protocol = Arc::new(Protocol::load("p.toml", &protocol()).unwrap());
    let list = (100..400).fold("case_id\n".to_owned(), |list, number| list + &format!("B-{number}\n"));
    let cases = CaseList::read("cases.csv", list.as_bytes(), &protocol).unwrap().0;
    let mut answers = Answers::new(Arc::clone(&protocol), Arc::new(cases));
    study.ledger().read(&mut |entry| {
        answers.apply(&entry);
    });
    let total = Tally::new(&answers, &[]).total(0.into());
    let choices = protocol.questions.raw[0].choices().iter().map(|choice| choice.id.clone());
    choices.zip(total.choices.iter().map(|n| *n as usize)).filter(|(_, n)| *n > 0).collect()
}

/// Damages files of a study in as many places: flips, cuts, swaps and bytes put in.
fn damage(study: &Study, places: &[(usize, usize, usize, u8)]) {
    let files: Vec<String> = study.files().into_keys().collect();
    for (kind, file, at, byte) in places {
        let name = &files[file % files.len()];
        let mut bytes = study.bytes(name);
        if bytes.is_empty() {
            continue;
        }
        let at = at % bytes.len();
        match kind {
            0 => bytes[at] ^= (*byte).max(1),
            1 => drop(bytes.drain(at..(at + 1 + usize::from(*byte) * 2).min(bytes.len()))),
            2 => {
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                let (one, other) = (at % lines.len(), (at / 7 + usize::from(*byte)) % lines.len());
                lines.swap(one, other);
                bytes = lines.concat();
            }
            _ => drop(bytes.splice(at..at, std::iter::repeat_n(*byte, 1 + usize::from(*byte) / 4))),
        }
        study.put(name, &bytes);
    }
}

fn is_named(lost: &[Lost], coder: &str, seq: u64) -> bool {
    let is_meant = |one: &Lost| one.seq.is_none() || (one.seq..=one.to.or(one.seq)).contains(&Some(seq));
    lost.iter().any(|one| one.coder == coder && is_meant(one))
}

/// The lines that damage has taken, of any kind, by another reckoning than the program's: whatever does not stand there
/// whole before a newline, and what stands behind a line of which neither the hash nor the bytes that it is of are there.
fn taken(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<(String, u64, bool)> {
    let mut taken = Vec::new();
    for (name, bytes) in before {
        let there = &after[name];
        let has = |part: &[u8]| there.windows(part.len()).any(|window| window == part);
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        for (at, line) in lines.iter().enumerate() {
            let is_proven = at == 0 || {
                let text = std::str::from_utf8(lines[at - 1]).unwrap();
                let hash = text.find(",\"h\":\"").unwrap();
                has(&text.as_bytes()[hash..hash + 38]) || has(&text.as_bytes()[..hash + 6])
            };
            let body = &line[..line.len() - 1];
            let ends = |at: usize| there[at + body.len()..].contains(&b'\n');
            let is_there = there.windows(body.len()).position(|window| window == body).is_some_and(ends);
            if !is_there || !is_proven {
                let seq = serde_json::from_slice::<serde_json::Value>(line).unwrap()["seq"].as_u64().unwrap();
                taken.push((name.clone(), seq, at + 1 == lines.len()));
            }
        }
    }
    taken
}

fn places(n: usize) -> impl Strategy<Value = Vec<(usize, usize, usize, u8)>> {
    prop::collection::vec((0usize..4, 0usize..6, any::<usize>(), any::<u8>()), n)
}

#[test]
fn of_two_hundred_damages_one_at_a_time_every_lost_line_is_counted_and_named() {
    let study = large();
    let before = study.files();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut lost, mut said) = (0, 0);
    for n in 0..200 {
        let places = places(1).new_tree(&mut runner).unwrap().current();
        damage(&study, &places);
        let taken = taken(&before, &study.files());
        // Of what is cut off at the very end nobody knows.
        let is_known = taken.iter().all(|(name, _, is_last)| name != "lotta/0003.jsonl" || !is_last);
        let recovered = recover(&study);
        if is_known {
            let coder = |name: &str| name.split('/').next().unwrap().to_owned();
            let is_named = |(name, seq, _): &(String, u64, bool)| is_named(&recovered.lost, &coder(name), *seq);
            let unnamed: Vec<_> = taken.iter().filter(|line| !is_named(line)).collect();
            assert_eq!(
                (recovered.lines_lost(), &unnamed),
                (taken.len(), &vec![]),
                "{n} {places:?} {taken:?} {:?}",
                recovered.lost
            );
            lost += taken.len();
            said += recovered.lines_lost();
        }
        for name in study.files().into_keys() {
            match before.get(&name) {
                Some(bytes) => study.put(&name, bytes),
                None => std::fs::remove_file(study.file(&name)).unwrap(),
            }
        }
    }
    assert!(lost > 200 && lost == said, "{lost} {said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_whole_line_is_kept_and_what_is_kept_is_counted(places in prop_oneof![places(1), places(6), places(40), places(200)]) {
        let study = large();
        let before = study.files();
        let originals: BTreeSet<Vec<u8>> = before.values()
            .flat_map(|bytes| bytes.split_inclusive(|byte| *byte == b'\n')).map(<[u8]>::to_vec).collect();
        let all = whole(before.values(), None);
        damage(&study, &places);
        let damaged = study.files();
        let there = whole(damaged.values(), Some(&originals));
        let recovered = recover(&study);
        let (entries, reading) = study.read();
        prop_assert_eq!(reading.grave().count(), 0, "{:?}", reading.findings);
        prop_assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
        let kept: BTreeSet<(String, u64)> = entries.iter().map(|one| (one.coder.to_string(), one.seq)).collect();
        for (name, line) in &there {
            // Behind a line whose own hash is gone, nothing proves that a line is as it was written.
            let is_told = is_named(&recovered.lost, &name.0, name.1);
            prop_assert!(kept.contains(name) || is_told, "{:?} is whole and not kept: {} {:?}", name, line, recovered.lost);
        }
        let mut lost: Vec<&(String, u64)> = all.keys().filter(|name| !kept.contains(*name)).collect();
        lost.sort();
        // The end of a coder's last file can be cut off without a trace.
        let newest: BTreeMap<&str, u64> = kept.iter().map(|(coder, seq)| (coder.as_str(), *seq)).collect();
        for (coder, seq) in lost {
            let is_last = newest.get(coder.as_str()).is_none_or(|newest| newest < seq);
            prop_assert!(is_last || is_named(&recovered.lost, coder, *seq), "{} {} is lost without a word: {:?}", coder, seq, recovered.lost);
        }
        for entry in &entries {
            let line = all.get(&(entry.coder.to_string(), entry.seq));
            prop_assert!(line.is_some_and(|line| line["case_id"] == *entry.case_id), "made up: {:?}", entry);
            let said = line.and_then(|line| line["answer"].as_str().or(line["text"].as_str()));
            prop_assert_eq!(said, Some(entry.value.as_ref()));
        }
        let lines = all.iter().filter(|(name, _)| kept.contains(*name)).map(|(_, line)| line);
        prop_assert_eq!(tallied(&study), counted(lines));
        prop_assert_eq!(recover(&study), Recovered::default(), "there is nothing left to recover");
    }
}

#[test]
fn a_lost_newline_takes_no_line_with_it() {
    let spoils = [b"x".as_slice(), b"", b" \0", b"}"];
    for (row, spoil) in (4..24).flat_map(|row| spoils.map(|spoil| (row, spoil))) {
        let study = large();
        let bytes = study.bytes("carina/0002.jsonl");
        let newline = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(row).unwrap().0;
        study.put("carina/0002.jsonl", &[&bytes[..newline], spoil, &bytes[newline + 1..]].concat());
        let recovered = recover(&study);
        assert_eq!((recovered.lost, recovered.kept > 30), (vec![], true), "{row} {spoil:?}");
        assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
    }
}

#[test]
fn an_end_of_which_the_last_line_was_moved_up_is_named() {
    let study = large();
    let name = "lotta/0002.jsonl";
    let bytes = study.bytes(name);
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let mut moved = lines.pop().unwrap();
    let last = serde_json::from_slice::<serde_json::Value>(&moved).unwrap()["seq"].as_u64().unwrap();
    let at = moved.len() - 60;
    moved[at] ^= 1;
    lines.truncate(lines.len() - 3);
    lines[5] = moved;
    study.put(name, &lines.concat());
    let recovered = recover(&study);
    for seq in last - 3..last {
        assert!(is_named(&recovered.lost, "lotta", seq), "{seq} of {last}: {:?}", recovered.lost);
    }
}

#[test]
fn a_file_with_a_name_far_from_all_others_does_not_stand_for_as_many_that_are_gone() {
    let study = large();
    study.put("carina/2024.jsonl", &study.bytes("carina/0001.jsonl"));
    let before = study.files();
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let refused = ledger.recover(&from, true, &stamp()).unwrap_err();
    assert_eq!(refused.0[0].message.key, "recover-far");
    assert_eq!(refused.0[0].place.as_ref().unwrap().file, "carina/2024.jsonl");
    assert_eq!(study.files(), before);
}

#[test]
fn only_the_damaged_line_is_lost_and_it_is_named() {
    let study = large();
    let mut bytes = study.bytes("carina/0002.jsonl");
    let line = bytes.split(|byte| *byte == b'\n').nth(10).unwrap().to_vec();
    let at = bytes.windows(line.len()).position(|window| window == line).unwrap();
    let answered = at + String::from_utf8(line.clone()).unwrap().find("\"answer\":\"").unwrap() + 10;
    bytes[answered] ^= 1;
    study.put("carina/0002.jsonl", &bytes);
    let mut ledger = study.ledger();
    let reading = ledger.read(&mut |_| {});
    let aside: Vec<_> = ledger.set_aside().collect();
    assert_eq!((aside.len(), aside[0].line, aside[0].lines), (1, 11, 52));
    assert!(aside[0].cases.len() > 20 && reading.exit().is_some());
    let recovered = recover(&study);
    let said: serde_json::Value = serde_json::from_slice(&line).unwrap();
    let [lost] = &recovered.lost[..] else { panic!("{:?}", recovered.lost) };
    assert_eq!((lost.file.as_str(), lost.line, lost.seq), ("carina/0002.jsonl", 11, said["seq"].as_u64()));
    assert_eq!((lost.case_id.as_str(), lost.question.as_str()), (said["case_id"].as_str().unwrap(), "plan"));
    assert_eq!(recovered.kept, 50);
    assert_eq!(study.bytes("carina/0002.jsonl"), bytes, "the damaged file stays as it is");
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
}

#[test]
fn what_a_damaged_line_says_of_its_coder_is_not_believed() {
    let study = large();
    let mut bytes = study.bytes("carina/0002.jsonl");
    let at = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(9).unwrap().0;
    let name = bytes[at..].windows(6).position(|window| window == b"carina").unwrap() + at;
    bytes[name + 3] = b'q';
    study.put("carina/0002.jsonl", &bytes);
    let recovered = recover(&study);
    let [lost] = &recovered.lost[..] else { panic!("{:?}", recovered.lost) };
    assert_eq!((lost.coder.as_str(), lost.line), ("carina", 11));
}

#[test]
fn while_a_file_is_damaged_everybody_codes_on_and_nothing_new_comes_before_what_is_left_out() {
    let study = large();
    let newest = study.read().0.iter().map(|entry| entry.seq).max().unwrap();
    let name = "lotta/0003.jsonl";
    let mut bytes = study.bytes(name);
    bytes[900] ^= 1;
    study.put(name, &bytes);
    for coder in ["carina", "lotta"] {
        let mut ledger = study.ledger();
        ledger.read(&mut |_| {});
        let mut writer = ledger.begin(sitting(coder), true, &stamp()).unwrap();
        let saved = writer.append(&answer("B-300", "nej"), &stamp()).unwrap();
        assert!(saved.seq > newest, "{} after {newest}", saved.seq);
    }
    assert_eq!(keys(&study.verify(), Kind::Damage), ["ledger-damage-hash"]);
    assert_eq!(recover(&study).lost.len(), 1);
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
}

#[test]
fn of_a_text_that_is_gone_it_is_told_again_where_the_line_that_told_of_it_is_lost() {
    let redacted = || {
        let study = Study::new();
        study.begin("carina").1.append(&note("hemlig"), &stamp()).unwrap();
        let (case_id, question) = ("BRO-07".to_owned(), "plan".to_owned());
        let (op, round, item, text) = (Op::Note, Round::First, String::new(), "hemlig".to_owned());
        let sought = aktkoll::study::ledger::line::Sought { op, round, case_id, question, item, text };
        let mut ledger = study.ledger();
        ledger.read(&mut |_| {});
        ledger.redact(&sitting("carina"), &[sought], true, &stamp()).unwrap();
        study.begin("lotta").1.append(&answer("BRO-08", "ja"), &stamp()).unwrap();
        study
    };
    let name = "carina/0002.jsonl";
    let (spoilt, gone) = (redacted(), redacted());
    let text = String::from_utf8(spoilt.bytes(name)).unwrap();
    spoilt.put(name, text.replace("\"op\":\"redact\"", "\"op\":\"rXdact\"").as_bytes());
    std::fs::remove_file(gone.file(name)).unwrap();
    for study in [spoilt, gone] {
        assert!(!keys(&study.verify(), Kind::Damage).is_empty());
        recover(&study);
        assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0], "{:?}", study.verify());
    }
}
