//! What goes wrong on the disk is overcome, or said.

use super::*;
use aktkoll::base::fault::Exit;
use aktkoll::study::ledger::control_line::Source;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

/// A writer with one answer saved, what is done to its file, and one answer more.
fn after(harm: impl FnOnce(&Path)) -> (Study, Vec<String>) {
    let study = Study::new();
    let mut writer = study.begin("carina").1;
    writer.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
    harm(&study.file("carina/0001.jsonl"));
    let saved = writer.append(&answer("BRO-08", "nej"), &stamp()).unwrap();
    assert_eq!((saved.segment, writer.troubles().len(), writer.troubles().len()), (2, 1, 0));
    let (entries, reading) = study.read();
    assert!(reading.grave().next().is_none(), "{:?}", reading.findings);
    let mut found = values(&entries);
    found.dedup();
    (study, found)
}

#[test]
fn a_file_that_is_harmed_while_it_is_written_loses_nothing() {
    type Harm = fn(&Path);
    let harms: [Harm; 6] = [
        |file| fs::remove_file(file).unwrap(),
        |file| fs::rename(file, file.with_file_name("old")).unwrap(),
        |file| fs::hard_link(file, file.with_file_name("twin")).unwrap(),
        |file| fs::File::options().write(true).open(file).unwrap().set_len(9).unwrap(),
        |file| fs::File::options().append(true).open(file).unwrap().write_all(b"x").unwrap(),
        |file| {
            fs::remove_file(file).unwrap();
            symlink("/etc/hostname", file).unwrap();
        },
    ];
    for (number, harm) in harms.into_iter().enumerate() {
        assert_eq!(after(harm).1, ["ja", "nej"], "{number}");
    }
}

#[test]
fn a_colleague_who_read_what_was_never_saved_is_told_to_read_afresh() {
    let (study, twin) = (Study::new(), Study::new());
    let [mut writer, mut other] = [&study, &twin].map(|study| study.begin("carina").1);
    writer.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
    other.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
    other.append(&answer("BRO-08", "never saved"), &stamp()).unwrap();
    // A whole line behind what was confirmed: as if its sync had failed.
    study.put("carina/0001.jsonl", &twin.bytes("carina/0001.jsonl"));
    let mut colleague = Ledger::new(&study.path, "bs");
    assert_eq!(values(&read(&mut colleague).0), ["ja", "never saved"]);
    writer.append(&answer("BRO-08", "nej"), &stamp()).unwrap();
    assert!(colleague.read(&mut |_| {}).stale);
    let (entries, reading) = study.read();
    assert_eq!(
        (values(&entries), reading.stale, reading.findings.len()),
        (vec!["ja".into(), "ja".into(), "nej".into()], false, 0)
    );
}

#[test]
fn a_torn_end_is_noted_once_and_never_cut() {
    for torn in [&b"{\"v\":1,"[..], &[0; 4096], b"\xc3"] {
        let study = Study::small();
        let path = study.file("carina/0002.jsonl");
        fs::File::options().append(true).open(&path).unwrap().write_all(torn).unwrap();
        let before = study.bytes("carina/0002.jsonl");
        assert_eq!(keys(&study.verify(), Kind::Note), ["ledger-note-unfinished"]);
        drop(study.begin("carina"));
        assert_eq!(study.bytes("carina/0002.jsonl"), before);
        let opened = String::from_utf8(study.bytes("carina/0003.jsonl")).unwrap();
        let kind = if torn[0] == 0 { "nul" } else { "torn" };
        assert!(
            opened
                .lines()
                .nth(1)
                .unwrap()
                .contains(&format!("\"in_segment\":2,\"offset\":{}", before.len() - torn.len()))
        );
        assert!(opened.contains(&format!("\"kind\":\"{kind}\"")));
        assert_eq!(study.verify(), []);
        drop(study.begin("carina"));
        let last = String::from_utf8(study.bytes("carina/0004.jsonl")).unwrap();
        assert_eq!(last.lines().count(), 1);
        let mut changed = before.clone();
        *changed.last_mut().unwrap() ^= 1;
        study.put("carina/0002.jsonl", &changed);
        assert_eq!(keys(&study.verify(), Kind::Damage), ["ledger-damage-repair"]);
    }
}

#[test]
fn what_is_no_plain_file_is_refused_by_name_and_without_waiting() {
    type Make = fn(&Path);
    let makes: [(Make, &str); 3] = [
        (|path| symlink("/etc/hostname", path).unwrap(), "ledger-special-link"),
        (|path| fs::create_dir(path).unwrap(), "ledger-special-folder"),
        (
            |path| rustix::fs::mkfifoat(rustix::fs::CWD, path, rustix::fs::Mode::from_raw_mode(0o600)).unwrap(),
            "ledger-special-fifo",
        ),
    ];
    for (make, key) in makes {
        let study = Study::small();
        let mut ledger = Ledger::new(&study.path, "bs");
        ledger.read(&mut |_| {});
        make(&study.file("carina/0003.jsonl"));
        let refused = ledger.begin(sitting("carina"), true, &stamp()).err().unwrap();
        assert_eq!(refused.0[0].message.key, key);
        assert_eq!(keys(&study.verify(), Kind::Damage), [key]);
    }
}

#[test]
fn a_linked_folder_is_neither_followed_nor_written() {
    let study = Study::small();
    let elsewhere = tempfile::tempdir().unwrap();
    symlink(elsewhere.path(), study.file("asa")).unwrap();
    let mut ledger = Ledger::new(&study.path, "bs");
    assert_eq!(keys(&ledger.read(&mut |_| {}).findings, Kind::Damage), ["ledger-special-link"]);
    assert!(ledger.begin(sitting("asa"), true, &stamp()).is_err());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn names_that_are_no_part_of_it_are_noted() {
    let study = Study::small();
    study.put("carina/0001.jsonl~", b"x");
    study.put("Läs mig.txt", b"x");
    study.put("carina/.0003.jsonl.9", b"x");
    assert_eq!(study.verify().iter().map(|finding| finding.message.key).collect::<Vec<_>>(), ["ledger-note-name"; 2]);
}

#[test]
fn modes_are_as_the_group_is() {
    for (group, file, folder) in [(true, 0o640, 0o2750), (false, 0o600, 0o750)] {
        let study = Study::new();
        Ledger::new(&study.path, "bs").begin(sitting("carina"), group, &stamp()).unwrap();
        let mode = |name: &str| fs::metadata(study.file(name)).unwrap().permissions().mode() & 0o7777;
        assert_eq!((mode("carina/0001.jsonl"), mode("carina")), (file, folder));
    }
}

#[test]
fn ones_own_folder_that_others_can_write_in_is_closed_to_them() {
    let study = Study::new();
    let folder = study.file("carina");
    fs::create_dir_all(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
    study.begin("carina").1.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
    assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o750);
}

#[test]
#[allow(clippy::print_stderr, reason = "what is not tried is said")]
fn nothing_is_saved_in_a_folder_of_another_user() {
    if !rustix::process::geteuid().is_root() {
        eprintln!("NOT TRIED: only root can give a folder to another user");
        return;
    }
    let study = Study::new();
    let folder = study.file("carina");
    fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::chown(&folder, Some(4711), None).unwrap();
    let mut ledger = Ledger::new(&study.path, "bs");
    let refused = ledger.begin(sitting("carina"), true, &stamp()).err().unwrap();
    assert_eq!((refused.0[0].message.key, refused.exit()), ("ledger-folder-foreign", Exit::NotSaved));
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0, "nothing is left there");
}

#[test]
fn places_that_others_can_write_are_named_from_the_top_down() {
    let study = Study::small();
    fs::set_permissions(&study.path, fs::Permissions::from_mode(0o755)).unwrap();
    fs::File::create(study.path.with_file_name("study.toml")).unwrap();
    let open = |name: &str, mode: u32, shared: bool| {
        let path = study.path.with_file_name(name);
        let before = fs::metadata(&path).unwrap().permissions();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let mut ledger = Ledger::new(&study.path, "bs");
        ledger.read(&mut |_| {});
        let found = ledger.open_to_others(shared).into_iter().map(|finding| finding.file).collect::<Vec<_>>();
        fs::set_permissions(&path, before).unwrap();
        found
    };
    for (name, mode, shared, named) in [
        ("ledger", 0o755, false, vec![]),
        ("ledger/carina/0001.jsonl", 0o660, false, vec!["carina/0001.jsonl"]),
        ("ledger/carina/0001.jsonl", 0o602, true, vec!["carina/0001.jsonl"]),
        ("ledger/lotta", 0o770, true, vec!["lotta"]),
        ("ledger", 0o3770, true, vec![]),
        ("ledger", 0o770, true, vec!["ledger"]),
        ("ledger", 0o3772, true, vec!["ledger"]),
        ("ledger", 0o3770, false, vec!["ledger"]),
        ("study.toml", 0o666, true, vec!["study.toml"]),
        (".", 0o777, true, vec!["."]),
    ] {
        assert_eq!(open(name, mode, shared), named, "{name} {mode:o}");
    }
}

#[test]
fn what_is_open_in_a_study_that_is_open_is_named_too_and_so_is_a_folder_without_files() {
    let study = Study::small();
    let mode = |name: &str, mode| {
        fs::set_permissions(study.path.with_file_name(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("ledger", 0o755);
    fs::create_dir(study.path.join("bo")).unwrap();
    for (name, open) in
        [(".", 0o777), ("ledger/bo", 0o777), ("ledger/carina", 0o770), ("ledger/carina/0001.jsonl", 0o666)]
    {
        mode(name, open);
    }
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    let found = ledger.open_to_others(true);
    let found: Vec<_> = found.iter().map(|one| (one.file.as_str(), one.message.key)).collect();
    let open = "ledger-note-writable";
    let named = [(".", open), ("bo", open), ("bo", "ledger-note-empty"), ("carina", open), ("carina/0001.jsonl", open)];
    assert_eq!(found, named);
}

#[test]
fn a_file_of_another_user_is_noted() {
    let study = Study::new();
    let mut ledger = Ledger::new(&study.path, "bs");
    let uid = fs::metadata("/").unwrap().uid() + 4711;
    ledger.begin(Sitting { uid, ..sitting("carina") }, true, &stamp()).unwrap();
    assert_eq!(keys(&study.verify(), Kind::Note), ["ledger-note-owner"]);
}

#[test]
fn an_import_is_all_or_nothing() {
    let study = Study::small();
    let mut ledger = Ledger::new(&study.path, "bs");
    ledger.read(&mut |_| {});
    let source = Source { file: "svar.csv".to_owned(), hash: "0".repeat(64) };
    let drafts = [(answer("SKH-01", "ja"), stamp()), (note("från pappret"), stamp())];
    let added = ledger.import(&sitting("asa"), &source, &drafts, true, &stamp()).unwrap();
    assert_eq!(values(&added), ["ja", "från pappret"]);
    assert_eq!(study.read().0[4..], added);
    assert_eq!(study.verify(), []);
    let long = [(answer("SKH-02", "ja"), stamp()), (note(&"x".repeat(70_000)), stamp())];
    let refused = ledger.import(&sitting("asa"), &source, &long, true, &stamp()).unwrap_err();
    assert_eq!(refused.exit(), Exit::Refused);
    assert_eq!(fs::read_dir(study.file("asa")).unwrap().count(), 1);
    // A segment that came since the ledger was read is never replaced.
    let again = ledger.import(&sitting("asa"), &source, &drafts, true, &stamp()).unwrap();
    assert_eq!(again[0].segment, 2);
}

#[test]
fn a_byte_that_is_overwritten_in_the_open_file_is_noticed_after_minutes_and_at_the_end() {
    let later = Stamp { ts: "2026-03-02T08:18:30.123Z".to_owned(), ..stamp() };
    for ends in [false, true] {
        let study = Study::new();
        let mut writer = study.begin("carina").1;
        writer.append(&answer("BRO-07", "ja"), &stamp()).unwrap();
        let mut bytes = study.bytes("carina/0001.jsonl");
        let at = bytes.len() - 60;
        bytes[at] ^= 1;
        let file = fs::File::options().write(true).open(study.file("carina/0001.jsonl")).unwrap();
        std::os::unix::fs::FileExt::write_all_at(&file, &bytes, 0).unwrap();
        writer.append(&answer("BRO-08", "nej"), &stamp()).unwrap();
        assert_eq!(writer.troubles().len(), 0, "it was looked at just now");
        if ends {
            writer.close("BRO-08", "plan", &stamp()).unwrap();
        } else {
            writer.append(&answer("BRO-09", "delvis"), &later).unwrap();
        }
        assert_eq!(
            writer.troubles().iter().map(|one| one.message.key).collect::<Vec<_>>(),
            ["ledger-not-saved-changed"]
        );
        let (entries, reading) = study.read();
        assert_eq!(reading.grave().count(), 0, "{:?}", reading.findings);
        let found: std::collections::BTreeSet<_> = values(&entries).into_iter().collect();
        assert!(found.contains("ja") && found.contains("nej") && found.contains("delvis") != ends, "{found:?}");
    }
}
