//! Files and folders of another user in a coder's name: nothing is counted or saved there in silence.

use super::desk::{COUNTING, Desk, PROGRAM};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// A study with answers of Carina, whose files are root's; nothing where only root can give files to others.
#[allow(clippy::print_stderr, reason = "what is not tried is said")]
fn desk() -> Option<Desk> {
    if !rustix::process::geteuid().is_root() {
        eprintln!("NOT TRIED: only root can give files to another user");
        return None;
    }
    Some(Desk::coded(&[("carina", "yn")]))
}

fn mode(path: impl AsRef<Path>, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn figures_with_a_file_of_another_user_say_so_wherever_they_go() {
    let Some(desk) = desk() else { return };
    let told = "does not belong to the coder whose answers it holds";
    let clean = desk.run(&["tally", "S", "q1"]);
    assert!(clean.code == 0 && !clean.err.contains(told), "{clean:?}");
    chown(desk.path("S/ledger/carina"), Some(4711), None).unwrap();
    chown(desk.newest("carina"), Some(4712), None).unwrap();
    for args in COUNTING {
        let ran = desk.run(args);
        assert!(ran.code == 1 && ran.err.contains(told), "{args:?}: {ran:?}");
    }
    assert_eq!(desk.run(&["tally", "S", "q1"]).out, clean.out, "its lines count");
    let json = desk.run(&["tally", "S", "q1", "--format", "json"]).out;
    assert!(json.contains("\"file\":\"carina/0001.jsonl\"") && json.contains("\"lines\":0"), "{json}");
    let report = desk.run(&["report", "S"]).out;
    assert!(report.contains(told) && !report.contains("Not in these figures"), "{report}");
    let verified = desk.run(&["verify", "S"]);
    assert!(verified.code == 1 && !verified.out.contains("intact"), "{verified:?}");
    assert!(verified.out.contains("user 4712") && verified.out.contains("user 4711"), "{verified:?}");
    let shown = desk.run(&["S", "--coder", "lotta", "--view", "--keys", "", "--print"]).out;
    assert!(shown.contains("Doubtful") && shown.contains("carina/0001.jsonl"), "{shown}");
}

#[test]
fn a_folder_is_not_closed_over_what_another_has_put_there_and_nothing_is_saved_in_it() {
    let Some(desk) = desk() else { return };
    let (folder, planted) = (desk.path("S/ledger/carina"), desk.path("S/ledger/carina/0002.jsonl"));
    mode(&folder, 0o777);
    fs::copy(desk.newest("carina"), &planted).unwrap();
    chown(&planted, Some(4712), None).unwrap();
    let sits = || desk.run(&["S", "--coder", "carina", "--keys", "y", "--print"]);
    let refused = sits();
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.err.contains("0002.jsonl") && refused.err.contains("user 4712"), "{refused:?}");
    let is_open = || fs::metadata(&folder).unwrap().permissions().mode() & 0o022 != 0;
    assert!(is_open() && desk.segments("carina").len() == 2, "nothing was changed");
    fs::rename(&planted, desk.path("kept.jsonl")).unwrap();
    let sat = sits();
    assert!(sat.code == 0 && !is_open(), "{sat:?}");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn what_root_recovers_or_merges_is_its_coders() {
    let Some(desk) = desk() else { return };
    let (folder, file) = (desk.path("S/ledger/carina"), desk.newest("carina"));
    assert_eq!(desk.run(&["backup", "S", "B"]).code, 0);
    let copied = desk.run(&["S", "--coder", "carina", "--keys", "n", "--print"]);
    assert_eq!(copied.code, 0, "{copied:?}");
    assert!(Command::new("cp").arg("-r").arg(desk.path("S")).arg(desk.path("C")).status().unwrap().success());
    fs::remove_file(desk.newest("carina")).unwrap();
    let bytes = fs::read_to_string(&file).unwrap();
    fs::write(&file, bytes.replacen('\n', "\n\n", 1)).unwrap();
    for path in [&folder, &file] {
        chown(path, Some(4711), None).unwrap();
    }
    assert_eq!(desk.run(&["recover", "S"]).code, 0);
    let merged = desk.run(&["merge", "S", "C"]);
    assert_eq!(merged.code, 0, "{merged:?}");
    let owners: Vec<u32> = desk.segments("carina").iter().map(|path| fs::metadata(path).unwrap().uid()).collect();
    assert!(owners.len() >= 3 && owners.iter().all(|owner| *owner == 4711), "{owners:?}");
}

#[test]
fn where_one_may_not_write_in_a_folder_of_ones_name_it_is_said_whose_it_is() {
    let Some(desk) = desk() else { return };
    for open in [".", "S"] {
        mode(desk.path(open), 0o755);
    }
    for entry in fs::read_dir(desk.path("S")).unwrap().map(|entry| entry.unwrap()) {
        mode(entry.path(), if entry.file_type().unwrap().is_dir() { 0o1777 } else { 0o644 });
    }
    let folder = desk.path("S/ledger/bo");
    fs::create_dir(&folder).unwrap();
    chown(&folder, Some(4711), None).unwrap();
    for squat in [0o755, 0o700] {
        mode(&folder, squat);
        let mut command = desk.command(&["S", "--coder", "bo", "--keys", "y", "--print"]);
        let ran = command.uid(4713).gid(4713).output().unwrap();
        let err = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.code() == Some(3), "{PROGRAM} {squat:o}: {err}");
        assert!(err.contains("belongs to user 4711") && err.contains("ledger/bo") && !err.contains("disk"), "{err}");
    }
}

#[test]
fn a_file_that_one_may_not_read_stops_nobody_and_is_named_for_what_it_is() {
    let Some(desk) = desk() else { return };
    let ran = desk.run(&["S", "--coder", "bo", "--keys", "<pagedown>nymAnna moved<enter>", "--print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let all = Command::new("chown").args(["-R", "4713:4713"]).arg(desk.folder.path()).status().unwrap();
    assert!(all.success());
    let run = |args: &[&str]| {
        let mut command = desk.command(args);
        let ran = command.uid(4713).gid(4713).output().unwrap();
        let said = [ran.stdout, ran.stderr].concat();
        (ran.status.code(), String::from_utf8(said).unwrap())
    };
    assert_eq!(run(&["backup", "S", "B"]).0, Some(0));
    let unread = desk.segments("carina").remove(0);
    chown(&unread, Some(0), Some(0)).unwrap();
    mode(&unread, 0o600);
    let is_told = |(code, said): (Option<i32>, String), expected: i32| {
        let is_named = said.contains("carina/0001.jsonl") && !said.contains("belongs to user");
        assert!(code == Some(expected) && is_named, "{code:?} {said}");
    };
    let backup = run(&["backup", "S", "B"]);
    assert!(backup.1.contains("Not copied: carina/0001.jsonl") && !backup.1.contains("all"), "{backup:?}");
    is_told(backup, 1);
    assert_eq!(desk.run(&["verify", "B"]).code, 0, "what is there of it already stays, and is known");
    is_told(run(&["S", "--coder", "carina", "--keys", "p", "--print"]), 3);
    let taken = run(&["redact", "S", "--coder", "bo", "--text", "1", "--yes"]);
    assert!(taken.1.contains("1 ledger line was blanked") && !taken.1.contains("been removed"), "{taken:?}");
    is_told(taken, 1);
    let file = desk.segments("bo").remove(0);
    let bytes = fs::read_to_string(&file).unwrap();
    fs::write(&file, bytes.replacen('\n', "\n\n", 1)).unwrap();
    let recovered = run(&["recover", "S"]);
    assert!(recovered.1.contains("bo/0001.jsonl") && recovered.1.contains("nothing is lost"), "{recovered:?}");
    is_told(recovered, 1);
    assert_eq!(desk.segments("carina").len(), 1, "nothing is written for whom one cannot read");
}
