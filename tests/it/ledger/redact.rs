//! A text that is taken away: it stands nowhere, and all else is as it was.

use super::*;
use aktkoll::study::ledger::entry::BLANKED;
use aktkoll::study::ledger::line::Sought;

const SECRET: &str = "Anna på Sveavägen";

fn sought(text: &str) -> Sought {
    Sought {
        op: Op::Note,
        round: Round::First,
        case_id: "BRO-07".to_owned(),
        question: "plan".to_owned(),
        item: String::new(),
        text: text.to_owned(),
    }
}

/// Two files of one coder with a secret among other texts, the one that another wrote witnessed it.
fn study() -> Study {
    let study = Study::new();
    let mut writer = study.begin("carina").1;
    for text in ["utan datum", SECRET, "utan namn", SECRET] {
        writer.append(&note(text), &stamp()).unwrap();
    }
    drop(writer);
    study.begin("lotta").1.append(&note(SECRET), &stamp()).unwrap();
    let mut writer = study.begin("carina").1;
    writer.append(&note(SECRET), &stamp()).unwrap();
    writer.append(&Draft { op: Op::Quote, item: "q".to_owned(), ..note(SECRET) }, &stamp()).unwrap();
    writer.close("BRO-07", "plan", &stamp()).unwrap();
    study
}

fn redact(study: &Study, text: &str) -> aktkoll::base::fault::Result<usize> {
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    ledger.redact(&sitting("carina"), &[sought(text)], true, &stamp())
}

/// How often a text stands in a coder's files.
fn count(study: &Study, coder: &str, text: &str) -> usize {
    let written = serde_json::to_string(text).unwrap();
    let ascii: String = written
        .trim_matches('"')
        .chars()
        .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) })
        .collect();
    let files = fs::read_dir(study.file(coder)).unwrap();
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    texts.map(|file| file.matches(&ascii).count()).sum()
}

#[test]
fn every_line_of_the_slot_that_carries_the_text_is_blanked_and_nothing_else_changes() {
    let study = study();
    let before = study.read().0;
    assert_eq!((count(&study, "carina", SECRET), count(&study, "lotta", SECRET)), (4, 1));
    assert_eq!(redact(&study, SECRET), Ok(3));
    assert_eq!(
        (count(&study, "carina", SECRET), count(&study, "lotta", SECRET)),
        (1, 1),
        "the quote stands for itself"
    );
    let (after, reading) = study.read();
    assert_eq!((reading.findings.len(), study.verify()), (0, vec![]));
    let expected = before.into_iter().map(|entry| {
        let is_meant = entry.coder == "carina" && entry.op == Op::Note && entry.value == SECRET;
        if is_meant { Entry { value: BLANKED.into(), ..entry } } else { entry }
    });
    assert_eq!(after, expected.collect::<Vec<_>>());
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    assert_eq!(ledger.left_at("carina"), Some(("BRO-07", "plan")), "where one was is kept");
    assert_eq!(redact(&study, SECRET), Ok(0), "there is nothing left of it");
    assert!(!study.file("carina/0004.jsonl").exists());
}

#[test]
fn no_byte_moves_so_whoever_reads_the_ledger_meanwhile_goes_on() {
    let study = study();
    let (mut ledger, mode) = (Ledger::new(&study.path, "bs"), fs::metadata(study.file("carina/0001.jsonl")).unwrap());
    ledger.read(&mut |_| {});
    redact(&study, SECRET).unwrap();
    let file = fs::metadata(study.file("carina/0001.jsonl")).unwrap();
    assert_eq!((file.len(), file.permissions()), (mode.len(), mode.permissions()));
    let reading = ledger.read(&mut |_| {});
    assert_eq!((reading.entries, reading.findings), (0, vec![]));
    let names = fs::read_dir(study.file("carina")).unwrap().count();
    assert_eq!(names, 3, "no copy is left beside");
    for number in 1..=3 {
        let file = study.file(&format!("carina/{number:04}.jsonl"));
        assert_eq!(super::changed::shell(&file).0, Some(0), "the shell finds it whole too");
    }
}

#[test]
fn a_text_that_is_gone_without_a_word_is_found() {
    let study = study();
    redact(&study, SECRET).unwrap();
    let file = "carina/0003.jsonl";
    let told = String::from_utf8(study.bytes(file)).unwrap();
    fs::remove_file(study.file(file)).unwrap();
    let findings = study.verify();
    assert_eq!(keys(&findings, Kind::Damage), ["ledger-damage-blanked"; 3]);
    assert_eq!((findings[0].line, findings[0].file.as_str()), (3, "carina/0001.jsonl"));
    assert_eq!(study.read().1.findings, [], "the coding goes on");
    study.put(file, told.as_bytes());
    assert_eq!(study.verify(), []);
}

#[test]
fn what_was_told_and_not_done_is_found() {
    let study = study();
    let bytes = study.bytes("carina/0001.jsonl");
    redact(&study, SECRET).unwrap();
    study.put("carina/0001.jsonl", &bytes);
    assert_eq!(keys(&study.verify(), Kind::Note), ["ledger-note-redact"; 2]);
    assert_eq!(redact(&study, SECRET), Ok(2));
    assert_eq!(study.verify(), []);
}

#[test]
fn the_line_that_tells_of_it_says_where_and_nothing_of_what() {
    let study = study();
    let blanked = study.read().0.into_iter().find(|entry| entry.value == SECRET).unwrap();
    redact(&study, SECRET).unwrap();
    let text = String::from_utf8(study.bytes("carina/0003.jsonl")).unwrap();
    let line = text.lines().nth(1).and_then(|line| line.split_once(",\"h\":")).unwrap().0;
    let expected = format!(
        "{{\"v\":1,\"op\":\"redact\",\"seq\":13,\"ts\":\"2026-03-02T08:15:30.123Z\",\"coder\":\"carina\",\"segment\":3,\
         \"in_segment\":1,\"redacts\":\"{}\"",
        blanked.h
    );
    assert_eq!(line, expected);
    assert_eq!(text.lines().count(), 5, "open, three texts and close");
}

#[test]
fn every_other_change_to_a_blanked_file_is_damage() {
    let study = study();
    redact(&study, SECRET).unwrap();
    for file in ["carina/0001.jsonl", "carina/0003.jsonl"] {
        let bytes = study.bytes(file);
        for at in 0..bytes.len() - 1 {
            let mut changed = bytes.clone();
            changed[at] ^= [1, 0x20, 0x80][at % 3];
            study.put(file, &changed);
            assert!(study.verify()[0].kind == Kind::Damage, "{file} byte {at}");
        }
        study.put(file, &bytes);
    }
}

#[test]
fn only_the_owner_of_an_idle_file_blanks_it() {
    let study = study();
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    let other = Sitting { uid: sitting("carina").uid + 1, ..sitting("carina") };
    let refused = ledger.redact(&other, &[sought(SECRET)], true, &stamp()).unwrap_err();
    assert_eq!(refused.0[0].message.key, "redact-owner");
    let (_, mut writer) = study.begin("carina");
    writer.append(&note(SECRET), &stamp()).unwrap();
    assert_eq!(redact(&study, SECRET).unwrap_err().0[0].message.key, "redact-open");
    assert_eq!(count(&study, "carina", SECRET), 5, "nothing is half done");
    drop(writer);
    assert_eq!(redact(&study, SECRET), Ok(4));
}
