//! The ledger of format 1: it reads as it always did, and we still write the same bytes.

use super::*;
use aktkoll::study::ledger::entry::Head;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ledger-v1/ledger");

/// Every op, every optional field, two coders, a torn end and its repair.
fn write(study: &Study) {
    let mut stamps = (0u8..).map(|n| Stamp { ts: format!("2026-03-02T08:15:{n:02}.000Z"), salt: [n; 16] });
    let begin = |coder: &str, stamp| {
        let mut ledger = Ledger::new(&study.path, "bs2023");
        ledger.read(&mut |_| {});
        let sitting = Sitting {
            study: "bs2023".to_owned(),
            uid: 1004,
            login: "carina".to_owned(),
            program: "aktkoll 0.1.0".to_owned(),
            protocol: "p".repeat(64),
            cases: "c".repeat(64),
            ..sitting(coder)
        };
        ledger.begin(sitting, true, &stamp).unwrap()
    };
    let mut writer = begin("asa", stamps.next().unwrap());
    let first = writer.append(&answer("BRO-07", "ja"), &stamps.next().unwrap()).unwrap();
    for (op, item, value) in [
        (Op::Note, "", "Inköpt \u{1f9fe}, \"h\":"),
        (Op::Quote, "q1", "står i journalen"),
        (Op::Flag, "unsure", "yes"),
        (Op::Done, "", "yes"),
        (Op::Take, "", "ill"),
        (Op::Drop, "", "saknas"),
        (Op::Bookmark, "", "journal t.o.m. 2022-05-14"),
    ] {
        let draft = Draft { op, item: item.to_owned(), ..answer("BRO-07", value) };
        writer.append(&draft, &stamps.next().unwrap()).unwrap();
    }
    drop(writer);
    let path = study.file("asa/0001.jsonl");
    fs::File::options().append(true).open(path).unwrap().write_all(b"{\"v\":1,\"op\":\"ans").unwrap();
    let mut writer = begin("lotta", stamps.next().unwrap());
    writer.append(&Draft { round: Round::Second, ..answer("BRO-07", "nej") }, &stamps.next().unwrap()).unwrap();
    let mut writer = begin("asa", stamps.next().unwrap());
    let undo = Draft { was: "ja".to_owned(), undoes: Some(first.h), ..answer("BRO-07", "") };
    writer.append(&undo, &stamps.next().unwrap()).unwrap();
    writer.append(&note(""), &stamps.next().unwrap()).unwrap();
    writer.close("BRO-08", "plan", &stamps.next().unwrap()).unwrap();
    agree(&mut begin("vera", stamps.next().unwrap()), &mut stamps);
    discuss(study, &mut stamps);
    find(&mut begin("ylva", stamps.next().unwrap()), &mut stamps);
}

/// Where an answer was found, before the answer.
fn find(writer: &mut Writer, stamps: &mut impl Iterator<Item = Stamp>) {
    let item = "journal:12-15".to_owned();
    let found = Draft { op: Op::Evidence, item, ..answer("BRO-07", "0123456789abcdef0123456789abcdef text 1") };
    let stamp = stamps.next().unwrap();
    writer.append_all(&[(&found, &stamp), (&answer("BRO-07", "ja"), &stamp)]).unwrap();
}

/// What is said of a case by somebody who codes it together with another.
fn discuss(study: &Study, stamps: &mut impl Iterator<Item = Stamp>) {
    let mut ledger = Ledger::new(&study.path, "bs2023");
    ledger.read(&mut |_| {});
    let with = Some("vera".to_owned());
    let sitting = Sitting { study: "bs2023".to_owned(), uid: 1004, with, ..sitting("maja") };
    let mut writer = ledger.begin(sitting, true, &stamps.next().unwrap()).unwrap();
    for (op, item, value) in [
        (Op::Answer, "", "ja"),
        (Op::Flag, "discuss", "yes"),
        (Op::Note, "discuss|maja-23", "Räknas ett utkast?"),
        (Op::Flag, "settled", "yes"),
    ] {
        let draft = Draft { op, item: item.to_owned(), ..answer("BRO-07", value) };
        writer.append(&draft, &stamps.next().unwrap()).unwrap();
    }
}

/// What belongs to the study and to no case.
fn agree(writer: &mut Writer, stamps: &mut impl Iterator<Item = Stamp>) {
    let rule = Draft { op: Op::Rule, item: "vera-1".to_owned(), ..answer("", "utan datum = nej") };
    writer.append(&rule, &stamps.next().unwrap()).unwrap();
    let spelling = Draft { op: Op::Spelling, item: "alfa".to_owned(), ..answer("", "Alfa AB") };
    writer.append(&spelling, &stamps.next().unwrap()).unwrap();
    let item = Draft { op: Op::Item, item: "strength|BRO".to_owned(), ..answer("", "Planerna följs.") };
    writer.append(&item, &stamps.next().unwrap()).unwrap();
}

#[test]
fn we_still_write_the_same_bytes() {
    let study = Study::new();
    write(&study);
    for file in [
        "asa/0001.jsonl",
        "asa/0002.jsonl",
        "lotta/0001.jsonl",
        "maja/0001.jsonl",
        "vera/0001.jsonl",
        "ylva/0001.jsonl",
    ] {
        let golden = fs::read_to_string(Path::new(GOLDEN).join(file)).unwrap_or_default();
        let written = String::from_utf8(study.bytes(file)).unwrap();
        assert!(written == golden, "{file} is now\n{written}");
    }
}

#[test]
fn the_golden_ledger_reads_as_it_always_did() {
    let mut ledger = Ledger::new(Path::new(GOLDEN), "bs2023");
    let (entries, reading) = read(&mut ledger);
    assert_eq!(reading.findings, []);
    // A file that was copied may have another owner than it was written by: no more is found.
    assert!(ledger.verify(&reading).iter().all(|finding| finding.message.key == "ledger-note-owner"));
    assert_eq!(
        values(&entries),
        [
            "ja",
            "Inköpt \u{1f9fe}, \"h\":",
            "står i journalen",
            "yes",
            "yes",
            "ill",
            "saknas",
            "journal t.o.m. 2022-05-14",
            "nej",
            "",
            "",
            "utan datum = nej",
            "Alfa AB",
            "Planerna följs.",
            "▒▒▒",
            "ja",
            "yes",
            "Räknas ett utkast?",
            "yes",
            "0123456789abcdef0123456789abcdef text 1",
            "ja"
        ]
    );
    assert_eq!(ledger.left_at("asa"), Some(("BRO-08", "plan")));
    let beside: Vec<_> = entries.iter().map(|entry| entry.with.as_ref()).skip(14).collect();
    assert_eq!(beside, ["", "vera", "vera", "vera", "vera", "", ""]);
    assert_eq!(entries[9].undoes, Some(entries[0].h));
    assert_ne!(entries[0].h, Head::default());
    let names: Vec<_> = ledger.sittings().map(|open| open.name.as_str()).collect();
    assert_eq!(names, ["Åsa", "Åsa", "lotta", "maja", "nils", "nils", "vera", "ylva"]);
}
