//! Whatever is changed behind the program's back is found.

use super::*;
use std::process::Command;

/// What `change` makes of a small ledger's file.
fn found(file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Vec<Finding> {
    let study = Study::small();
    let mut bytes = study.bytes(file);
    change(&mut bytes);
    study.put(file, &bytes);
    study.verify()
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

#[test]
fn an_unchanged_ledger_gives_nothing_to_find() {
    assert_eq!(Study::small().verify(), []);
}

#[test]
fn every_changed_byte_is_found() {
    let study = Study::small();
    for file in FILES {
        let bytes = study.bytes(file);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= [1, 0x20, 0x80][at % 3];
            study.put(file, &changed);
            let findings = study.verify();
            let is_end = at + 1 == bytes.len();
            assert!(if is_end { !findings.is_empty() } else { findings[0].kind == Kind::Damage }, "{file} byte {at}");
        }
        study.put(file, &bytes);
    }
}

#[test]
fn damage_names_the_line_and_the_byte() {
    let findings = found(FILES[0], |bytes| {
        let second = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        bytes[second + 40] ^= 1;
    });
    let first_line = lines(&Study::small().bytes(FILES[0]))[0].len() as u64;
    let damage = findings.iter().find(|finding| finding.message.key == "ledger-damage-hash").unwrap();
    assert_eq!((damage.file.as_str(), damage.line, damage.byte), (FILES[0], 2, first_line));
}

#[test]
fn every_truncation_is_a_torn_tail_a_clean_prefix_or_damage_never_another_answer() {
    let study = Study::small();
    let all = study.read().0;
    for file in FILES {
        let bytes = study.bytes(file);
        for length in 0..bytes.len() {
            study.put(file, &bytes[..length]);
            let (entries, reading) = study.read();
            assert!(entries.iter().all(|entry| all.contains(entry)), "{file} at {length}");
            // What another segment has seen cannot go unnoticed; the end of the last one can.
            assert_eq!(
                reading.grave().next().is_some(),
                file != FILES[1],
                "{file} at {length}: {:?}",
                reading.findings
            );
            let is_line_end = length == 0 || bytes[length - 1] == b'\n';
            let notes = keys(&study.verify(), Kind::Note);
            assert!(file != FILES[1] || is_line_end == notes.is_empty(), "{file} at {length}");
        }
        study.put(file, &bytes);
    }
}

#[test]
fn a_line_put_in_taken_out_or_moved_is_found() {
    for file in FILES {
        let count = lines(&Study::small().bytes(file)).len();
        for at in 0..count {
            let deleted = found(file, |bytes| {
                let mut all = lines(bytes);
                all.remove(at);
                *bytes = all.concat();
            });
            assert!(!keys(&deleted, Kind::Damage).is_empty() || (file == FILES[1] && at + 1 == count), "{file} {at}");
            let doubled = found(file, |bytes| {
                let mut all = lines(bytes);
                all.insert(at, all[at].clone());
                *bytes = all.concat();
            });
            assert!(doubled[0].kind == Kind::Damage, "{file} {at}");
            let moved = found(file, |bytes| {
                let mut all = lines(bytes);
                all.swap(at, (at + 1) % count);
                *bytes = all.concat();
            });
            assert!(moved[0].kind == Kind::Damage, "{file} {at}");
        }
    }
}

#[test]
fn what_stands_behind_damage_is_not_called_unfinished() {
    let findings = found(FILES[0], |bytes| *bytes = [b"\xef\xbb\xbf", &bytes[..]].concat());
    let notes = findings.iter().filter(|finding| finding.message.key == "ledger-note-unfinished").count();
    assert_eq!((notes, findings.first().map(|finding| finding.kind)), (0, Some(Kind::Damage)), "{findings:?}");
}

#[test]
fn a_missing_copied_or_renamed_segment_is_found() {
    let study = Study::small();
    let bytes = study.bytes(FILES[0]);
    fs::remove_file(study.file(FILES[0])).unwrap();
    assert!(keys(&study.verify(), Kind::Damage).contains(&"ledger-damage-missing"));
    study.put(FILES[0], &bytes);
    study.put("carina/0003.jsonl", &bytes);
    assert_eq!(keys(&study.verify(), Kind::Damage), ["ledger-damage-place"]);
    fs::remove_file(study.file("carina/0003.jsonl")).unwrap();
    study.put("lotta/0002.jsonl", &bytes);
    assert_eq!(keys(&study.verify(), Kind::Damage), ["ledger-damage-place"]);
    fs::remove_file(study.file("lotta/0002.jsonl")).unwrap();
    assert_eq!(keys(&study.verify_as("another"), Kind::Damage), ["ledger-damage-study"; 3]);
}

#[test]
fn salvage_leaves_out_only_what_is_damaged() {
    let study = Study::small();
    let mut bytes = study.bytes(FILES[0]);
    let second = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    bytes[second + 40] ^= 1;
    study.put(FILES[0], &bytes);
    assert_eq!(values(&study.read().0), ["nej", "nej"]);
    let (entries, reading) = read(&mut Ledger::new(&study.path, "bs").salvage());
    assert_eq!(values(&entries), ["\"å\",\"h\":", "nej", "nej"]);
    assert!(reading.grave().next().is_some());
}

#[test]
fn a_line_without_end_is_damage_and_no_heap_of_memory() {
    let long = found(FILES[1], |bytes| bytes.extend([b"x".repeat(200_000), b"\n".to_vec()].concat()));
    assert_eq!(keys(&long, Kind::Damage), ["ledger-damage-long"]);
    let nul = found(FILES[1], |bytes| bytes.resize(200_000, 0));
    assert_eq!(keys(&nul, Kind::Note), ["ledger-note-unfinished"]);
}

#[test]
fn a_newer_line_makes_it_read_only_and_is_no_damage() {
    use aktkoll::study::ledger::chain::split;
    let findings = found(FILES[1], |bytes| {
        let last = lines(bytes).pop().unwrap();
        let (_, head, _) = split(last.strip_suffix(b"\n").unwrap()).unwrap();
        let covered = "{\"v\":1,\"op\":\"seal\"";
        bytes.extend(format!("{covered},\"h\":\"{}\"}}\n", head.after(covered.as_bytes())).bytes());
    });
    assert_eq!(keys(&findings, Kind::Newer), ["ledger-newer-op"]);
    assert_eq!(keys(&findings, Kind::Damage), [""; 0]);
}

/// What the shell says of a segment.
pub(super) fn shell(path: &Path) -> (Option<i32>, String) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/study/ledger/verify.sh");
    let done = Command::new("sh").arg(script).arg(path).output().unwrap();
    (done.status.code(), String::from_utf8(done.stdout).unwrap())
}

#[test]
fn six_lines_of_shell_check_a_segment() {
    let study = Study::small();
    let file = study.file(FILES[0]);
    let (code, said) = shell(&file);
    assert!(code == Some(0) && said.starts_with("3 lines, head "), "{said}");
    let bytes = study.bytes(FILES[0]);
    let all = lines(&bytes);
    let second = all[0].len()..all[0].len() + all[1].len() - 3;
    for at in second.step_by(7) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        study.put(FILES[0], &changed);
        assert_eq!(shell(&file).0, Some(4), "byte {at}");
    }
}
