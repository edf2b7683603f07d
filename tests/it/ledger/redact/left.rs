//! What a text leaves beside the lines that it was written in.

use super::*;

#[test]
fn what_was_cut_off_or_left_behind_holds_the_text_no_longer() {
    let study = study();
    let line = String::from_utf8(study.bytes("carina/0002.jsonl")).unwrap();
    let line = line.lines().find(|line| line.contains("\"op\":\"note\"")).unwrap();
    let torn = line.get(..line.len() - 9).unwrap();
    let path = study.file("carina/0002.jsonl");
    fs::File::options().append(true).open(&path).unwrap().write_all(torn.as_bytes()).unwrap();
    study.put("carina/.0003.jsonl.77", line.as_bytes());
    drop(study.begin("carina"));
    assert_eq!(redact(&study, SECRET), Ok(3));
    let held: Vec<_> = study.files().into_iter().filter(|(name, _)| name.starts_with("carina/")).collect();
    let first = torn.split_once("\"text\":\"").unwrap().1.get(..8).unwrap();
    assert_eq!(held.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).matches(first).count()).sum::<usize>(), 1);
    assert!(held.iter().all(|(name, _)| !name.contains("/.")), "{:?}", held.iter().map(|(name, _)| name));
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0], "{:?}", study.verify());
}

#[test]
fn what_a_disk_keeps_of_a_file_that_is_open_is_blanked_where_it_is() {
    let study = study();
    let hidden = ["carina/.fuse_hidden00000002", "carina/.nfs0000000000000001"];
    let whole = study.bytes("carina/0001.jsonl");
    for name in hidden {
        study.put(name, &whole);
    }
    redact(&study, SECRET).unwrap();
    assert_eq!(count(&study, "carina", SECRET), 1, "the quote is another text");
    for name in hidden {
        assert_eq!(study.bytes(name), study.bytes("carina/0001.jsonl"), "{name}");
    }
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let still = ledger.still(&[sought("utan")], &|_| true);
    assert!(!still.is_empty() && still.iter().all(|one| !one.file.contains("/.")), "each place is named once");
    // Another text that holds the words is none of it.
    let before = study.bytes(hidden[0]);
    redact(&study, "utan").unwrap_or_default();
    assert_eq!(study.bytes(hidden[0]), before);
}

#[test]
fn what_was_being_written_on_the_text_goes_wherever_it_was_changed_and_nothing_else_does() {
    let study = study();
    let line = study.read().0.into_iter().find(|entry| entry.value == SECRET).unwrap().h;
    let unfinished = |case: &str, begun: &str, text: &str| {
        format!(
            r#"{{"round":"first","case_id":"{case}","question":"plan","op":"note","about":"plan","item":"","begun":{begun},"text":"{text}"}}"#
        )
    };
    for (name, case, begun, text) in [
        ("cut", "BRO-07", format!("\"{line}\""), "na p\\u00e5 Sveav\\u00e4gen"),
        ("held", "BRO-07", "null".to_owned(), "Obs: Anna p\\u00e5 Sveav\\u00e4gen, igen"),
        ("other", "BRO-08", "null".to_owned(), "Obs: Anna p\\u00e5 Sveav\\u00e4gen, igen"),
        ("own", "BRO-07", "null".to_owned(), "utan gata"),
    ] {
        study.put(&format!("carina/.unfinished-{name}"), unfinished(case, &begun, text).as_bytes());
    }
    assert_eq!(redact(&study, SECRET), Ok(3));
    let left = ["cut", "held", "other", "own"].map(|name| study.file(&format!("carina/.unfinished-{name}")).exists());
    assert_eq!(left, [false, false, true, true], "in another case it is another text");
}

#[test]
fn a_torn_end_that_holds_the_text_within_another_is_blanked() {
    let study = study();
    let line = String::from_utf8(study.bytes("carina/0002.jsonl")).unwrap();
    let line = line.lines().find(|line| line.contains("\"op\":\"note\"")).unwrap();
    for torn in [line.to_owned(), line.replace("\"text\":\"", "\"text\":\"Obs: ")] {
        let path = study.file("carina/0002.jsonl");
        fs::File::options().append(true).open(&path).unwrap().write_all(torn.as_bytes()).unwrap();
        redact(&study, SECRET).unwrap();
        assert_eq!(count(&study, "carina", SECRET), 1, "the quote alone: {torn}");
        let bytes = study.bytes("carina/0002.jsonl");
        let ends = bytes.iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
        study.put("carina/0002.jsonl", &bytes[..ends]);
    }
}
