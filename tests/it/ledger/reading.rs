//! Reading at the start and reading on live give the same entries.

use super::*;
use proptest::prelude::*;

#[test]
fn what_is_written_is_read() {
    let study = Study::small();
    let (entries, reading) = study.read();
    assert_eq!(values(&entries), ["ja", "\"å\",\"h\":", "nej", "nej"]);
    assert_eq!((reading.entries, reading.findings.len(), reading.stale), (4, 0, false));
    let numbers: Vec<_> = entries.iter().map(|entry| entry.seq).collect();
    assert!(numbers.is_sorted_by(|one, other| one < other));
}

#[test]
fn only_what_is_new_is_read_again() {
    let study = Study::new();
    let mut colleague = Ledger::new(&study.path, "bs");
    assert_eq!(colleague.read(&mut |_| {}).entries, 0);
    let mut writer = study.begin("carina").1;
    for value in ["ja", "nej"] {
        let saved = writer.append(&answer("BRO-07", value), &stamp()).unwrap();
        assert_eq!(read(&mut colleague).0, [saved]);
    }
    assert_eq!(colleague.read(&mut |_| {}).entries, 0);
    assert_eq!(colleague.seq(), writer.seq());
}

#[test]
fn an_unfinished_line_of_a_colleague_is_waited_for() {
    let study = Study::small();
    let bytes = study.bytes(FILES[1]);
    let cut = bytes.len() - 200;
    study.put(FILES[1], &bytes[..cut]);
    let mut ledger = Ledger::new(&study.path, "bs");
    let before = ledger.read(&mut |_| {});
    assert!(before.grave().next().is_none());
    study.put(FILES[1], &bytes);
    let after = ledger.read(&mut |_| {});
    assert_eq!((before.entries + after.entries, after.findings.len()), (4, 0));
}

#[test]
fn a_file_that_is_shorter_than_when_it_was_read_is_damage() {
    let study = Study::small();
    let bytes = study.bytes(FILES[1]);
    let last = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for length in [0, last - 1, last, bytes.len() - 1] {
        let mut ledger = Ledger::new(&study.path, "bs");
        assert_eq!(ledger.read(&mut |_| {}).entries, 4);
        study.put(FILES[1], &bytes[..length]);
        let reading = ledger.read(&mut |_| {});
        assert_eq!(
            (reading.entries, keys(&reading.findings, Kind::Damage)),
            (0, vec!["ledger-damage-shrunk"]),
            "{length}"
        );
        study.put(FILES[1], &bytes);
    }
}

#[test]
fn what_this_process_writes_is_not_read_back() {
    let study = Study::new();
    let (mut ledger, mut writer) = study.begin("carina");
    writer.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
    assert_eq!(ledger.read(&mut |_| {}).entries, 0);
    let mut login = study.begin("carina").1;
    login.append(&answer("BRO-07", "nej"), &stamp()).unwrap();
    assert_eq!(values(&read(&mut ledger).0), ["nej"]);
    assert_eq!(study.verify(), []);
}

#[test]
fn who_has_it_open_is_told() {
    let study = Study::new();
    let (ledger, writer) = study.begin("carina");
    assert_eq!(ledger.others_open().count(), 0);
    let mut other = Ledger::new(&study.path, "bs");
    other.read(&mut |_| {});
    let open: Vec<_> = other.others_open().map(|open| (open.coder.as_str(), open.host.as_str())).collect();
    assert_eq!(open, [("carina", "akt01")]);
    drop(writer);
    assert_eq!(other.others_open().count(), 0);
    assert_eq!(other.sittings().count(), 1);
}

#[test]
fn the_place_to_come_back_to_is_kept() {
    let study = Study::small();
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    assert_eq!((ledger.left_at("carina"), ledger.left_at("lotta")), (Some(("BRO-07", "plan")), None));
}

#[test]
fn looking_makes_nothing() {
    let study = Study::new();
    assert_eq!(study.read().1.findings.len(), 0);
    assert!(!study.path.exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The files grow by pieces in any order; what is read on the way is what is read at once.
    #[test]
    fn the_order_of_reading_does_not_matter(steps in proptest::collection::vec((0usize..3, 1usize..500), 1..30)) {
        let study = Study::small();
        let copy = Study::new();
        let mut shown = [0; 3];
        let mut ledger = Ledger::new(&copy.path, "bs");
        let mut entries = Vec::new();
        for (file, more) in steps.into_iter().chain((0..3).map(|file| (file, usize::MAX))) {
            let bytes = study.bytes(FILES[file]);
            shown[file] = bytes.len().min(more.saturating_add(shown[file]));
            fs::create_dir_all(copy.file(FILES[file]).parent().unwrap()).unwrap();
            copy.put(FILES[file], &bytes[..shown[file]]);
            entries.append(&mut read(&mut ledger).0);
        }
        entries.sort_by_key(|entry| (entry.seq, entry.coder.clone(), entry.segment));
        prop_assert_eq!(entries, study.read().0);
        let last = ledger.read(&mut |_| {});
        prop_assert!(last.findings.is_empty(), "{:?}", last.findings);
    }
}

#[test]
fn nobody_goes_on_behind_a_file_of_their_own_that_the_disk_did_not_give_out() {
    let study = Study::new();
    for value in ["ja", "nej"] {
        let mut writer = study.begin("carina").1;
        writer.append(&answer("BRO-07", value), &stamp()).unwrap();
    }
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    assert_eq!(ledger.standing("carina").unwrap().newest, 2);
    let first = study.path.join("carina/0001.jsonl");
    std::fs::rename(&first, study.path.join("carina/.0001")).unwrap();
    ledger.read(&mut |_| {});
    let refused = ledger.standing("carina").unwrap_err().fault("ledger");
    let place = refused.place.map(|place| place.file);
    assert_eq!((refused.message.key, place), ("ledger-own-unread", Some(first.display().to_string())));
    assert!(ledger.standing("lotta").is_ok(), "others go on");
}

#[test]
fn an_answer_is_never_there_without_where_it_was_found_wherever_the_file_ends() {
    let study = Study::new();
    let mut writer = study.begin("carina").1;
    writer.append(&answer("BRO-06", "nej"), &stamp()).unwrap();
    let name = "carina/0001.jsonl";
    let before = study.bytes(name).len();
    let found = |item: &str| {
        let value = "0123456789abcdef0123456789abcdef text 1";
        Draft { op: Op::Evidence, item: item.to_owned(), ..answer("BRO-07", value) }
    };
    let drafts = [found("journal:12-15"), found("2:1-1"), answer("BRO-07", "ja")];
    let stamp = stamp();
    writer.append_all(&drafts.each_ref().map(|draft| (draft, &stamp))).unwrap();
    let whole = study.bytes(name);
    let mut seen = Vec::new();
    for end in before..=whole.len() {
        study.put(name, &whole[..end]);
        let entries = study.read().0;
        let of = |op: Op| entries.iter().filter(|entry| entry.op == op && entry.case_id == "BRO-07").count();
        let (evidence, answers) = (of(Op::Evidence), of(Op::Answer));
        assert!(answers == 0 || evidence == 2, "cut at {end} of {}", whole.len());
        seen.push((evidence, answers));
    }
    seen.dedup();
    assert_eq!(seen, [(0, 0), (1, 0), (2, 0), (2, 1)]);
}
