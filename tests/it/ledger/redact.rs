//! A text that is taken away: it stands nowhere, and all else is as it was.

mod left;

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
fn a_text_that_stands_in_a_damaged_line_is_not_said_to_be_gone() {
    let study = Study::new();
    let mut writer = study.begin("carina").1;
    for text in ["en", "hemlig två", "tre"] {
        writer.append(&note(text), &stamp()).unwrap();
    }
    drop(writer);
    let name = "carina/0001.jsonl";
    let mut bytes = study.bytes(name);
    let newline = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0;
    bytes.remove(newline);
    study.put(name, &bytes);
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.recover(&from, true, &stamp()).unwrap();
    let refused = redact(&study, "hemlig två").unwrap_err();
    let place = refused.0[0].place.clone().unwrap();
    assert_eq!((refused.0[0].message.key, place.file.as_str(), place.line), ("redact-left", name, Some(2)));
    assert!(study.files().iter().all(|(file, bytes)| file == name || !bytes.windows(6).any(|part| part == b"hemlig")));
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
fn a_file_that_is_closed_and_holds_nothing_of_it_stays_the_same_file() {
    let study = study();
    let inodes = || ["carina/0001.jsonl", "carina/0002.jsonl", "lotta/0001.jsonl"].map(|file| inode(&study.file(file)));
    let before = inodes();
    assert_eq!(redact(&study, "utan datum"), Ok(1));
    let after = inodes();
    assert!(before[0] != after[0] && before[1..] == after[1..], "{before:?} {after:?}");
}

fn inode(path: &Path) -> u64 {
    std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap())
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
    let undone = || {
        let mut ledger = Ledger::new(&study.path, "bs");
        ledger.read(&mut |_| {});
        ledger.undone("carina").unwrap().into_iter().map(|sought| sought.text).collect::<Vec<_>>()
    };
    assert_eq!(undone(), [SECRET; 2]);
    assert_eq!(redact(&study, SECRET), Ok(2));
    assert_eq!(undone(), [""; 0]);
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
fn only_the_owner_of_a_file_blanks_it() {
    let study = study();
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    let other = Sitting { uid: sitting("carina").uid + 1, ..sitting("carina") };
    let refused = ledger.redact(&other, &[sought(SECRET)], true, &stamp()).unwrap_err();
    assert_eq!(refused.0[0].message.key, "redact-owner");
    assert_eq!(count(&study, "carina", SECRET), 4, "nothing is half done");
}

#[test]
fn whoever_has_the_study_open_goes_on_without_the_text_and_never_writes_it_again() {
    let study = study();
    let (mut ledger, mut writer) = study.begin("carina");
    writer.append(&answer("BRO-08", "ja"), &stamp()).unwrap();
    let own = writer.append(&note(SECRET), &stamp()).unwrap();
    assert_eq!(redact(&study, SECRET), Ok(4));
    assert_eq!(count(&study, "carina", SECRET), 1, "the quote");
    let reading = ledger.read(&mut |_| {});
    assert!(reading.stale, "what was shown is read once more");
    assert!(ledger.taken_away().contains(&(own.segment, own.h)), "of one's own lines too");
    let mut anew = ledger.anew();
    assert!(
        !anew
            .read(&mut |entry| assert!(entry.op == Op::Quote || entry.value != SECRET || entry.coder != "carina"))
            .stale
    );
    let again = writer.append(&note(SECRET), &stamp()).unwrap_err();
    assert_eq!(again.0[0].message.key, "redact-again");
    let more = Draft { begun: Some(own.h), ..note("utan gata, som sagt") };
    let begun = writer.append(&more, &stamp()).unwrap_err();
    assert_eq!(begun.0[0].message.key, "redact-begun", "nor is what was written on it");
    assert!(writer.gone().contains(&own.h));
    let next = writer.append(&note("utan gata"), &stamp()).unwrap();
    assert!(next.segment > own.segment);
    assert_eq!(writer.troubles().iter().map(|one| one.message.key).collect::<Vec<_>>(), ["redact-meanwhile"]);
    writer.append(&Draft { case_id: "BRO-09".to_owned(), ..note(SECRET) }, &stamp()).unwrap();
    assert_eq!(count(&study, "carina", SECRET), 2, "in another place it is another text");
    writer.close("BRO-07", "plan", &stamp()).unwrap();
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0], "{:?}", study.verify());
    assert!(values(&study.read().0).contains(&"ja".to_owned()), "nothing else is lost");
}

/// However the two fall together: once the text is gone it stays gone, and every answer that was saved is there.
#[test]
fn a_text_that_is_taken_away_while_another_window_writes_is_gone_for_good() {
    for round in 0u64..24 {
        let study = study();
        let (_, mut writer) = study.begin("carina");
        let (go, path) = (std::sync::Barrier::new(2), study.path.clone());
        let saved = std::thread::scope(|scope| {
            let coder = scope.spawn(|| {
                let mut saved = Vec::new();
                for number in 0..40 {
                    let draft = if number % 3 == 0 { note(SECRET) } else { answer(&format!("B-{number}"), "ja") };
                    match writer.append(&draft, &stamp()) {
                        Ok(entry) if entry.op == Op::Answer => saved.push(entry.case_id.into_owned()),
                        Ok(_) => {}
                        Err(faults) => assert_eq!(faults.0[0].message.key, "redact-again", "{faults}"),
                    }
                    if number == 3 {
                        go.wait();
                    }
                }
                saved
            });
            go.wait();
            std::thread::sleep(std::time::Duration::from_micros(round * 300));
            let mut ledger = Ledger::new(&path, "bs");
            ledger.read(&mut |_| {});
            ledger.redact(&sitting("carina"), &[sought(SECRET)], true, &stamp()).unwrap();
            assert_eq!(count(&study, "carina", SECRET), 1, "round {round}: the quote alone");
            coder.join().unwrap()
        });
        assert_eq!(count(&study, "carina", SECRET), 1, "round {round}, at the end");
        let (entries, reading) = study.read();
        assert_eq!(reading.grave().count(), 0, "{:?}", reading.findings);
        let there: std::collections::BTreeSet<_> =
            entries.iter().filter(|entry| entry.op == Op::Answer).map(|entry| entry.case_id.to_string()).collect();
        assert!(saved.iter().all(|case| there.contains(case)), "round {round}: {saved:?} in {there:?}");
        assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
    }
}

#[test]
fn a_line_that_cannot_be_blanked_is_told_once_and_not_again_and_again() {
    let study = study();
    let name = "carina/0001.jsonl";
    let text = String::from_utf8(study.bytes(name)).unwrap();
    // Somebody has put a blank behind the text: no line that the program wrote.
    let at = text.find("Sveav\\u00e4gen\"}").unwrap() + "Sveav\\u00e4gen\"".len();
    study.put(name, [&text.as_bytes()[..at], b" ", &text.as_bytes()[at..]].concat().as_slice());
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.recover(&from, true, &stamp()).unwrap();
    let files = study.files().len();
    let refused = redact(&study, SECRET).unwrap_err();
    let place = refused.0[0].place.clone().unwrap();
    assert_eq!((refused.0[0].message.key, place.file.as_str(), place.line), ("redact-left", name, Some(3)));
    assert_eq!(study.files().len(), files + 1, "one file tells of all");
    assert_eq!(count(&study, "carina", SECRET), 2, "that line, and the quote");
}

#[test]
fn what_another_window_is_always_about_to_write_ends_the_search_with_its_name() {
    let study = study();
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let text = String::from_utf8(study.bytes("carina/0002.jsonl")).unwrap();
    let (open, _) = text.lines().next().unwrap().split_once(",\"h\":").unwrap();
    let last = text.lines().last().unwrap().split_once(",\"h\":\"").unwrap().1;
    let poisoned = format!(
        ",\"poisoned\":[{{\"segment\":2,\"length\":{},\"head\":\"{}\",\"lines\":2}}]",
        text.len(),
        last.get(..32).unwrap()
    );
    let open = open.replace("\"segment\":2,\"study\"", "\"segment\":3,\"study\"");
    let (before, after) = open.split_once(",\"witnessed\"").unwrap();
    let open = format!("{before}{poisoned},\"witnessed\"{after}").replace("\"poisoned\":[],", "");
    let head = aktkoll::study::ledger::entry::Head::default().after(open.as_bytes());
    study.put("carina/0003.jsonl", format!("{open},\"h\":\"{head}\"}}\n").as_bytes());
    let refused = ledger.redact(&sitting("carina"), &[sought(SECRET)], true, &stamp()).unwrap_err();
    let named = refused.0[0].place.as_ref().map(|place| place.file.as_str());
    assert_eq!((refused.0[0].message.key, named), ("redact-busy", Some("carina")));
}
