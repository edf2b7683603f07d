//! What is guaranteed in a folder, on the disks that can be had here.
#![allow(clippy::print_stderr, reason = "what cannot be tried here is said")]

use super::desk::Desk;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each trial's outcome in a folder, and the exit code.
fn outcomes(desk: &Desk, dir: &str) -> (i32, BTreeMap<String, String>) {
    let ran = desk.run(&["selftest", dir, "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let trials = json["trials"].as_array().unwrap().iter();
    (ran.code, trials.map(|trial| (text(&trial["name"]), text(&trial["outcome"]))).collect())
}

#[test]
fn a_plain_folder_is_tried_and_left_as_it_was() {
    let desk = Desk::new();
    fs::create_dir(desk.path("D")).unwrap();
    let (code, found) = outcomes(&desk, "D");
    for name in ["saved", "replaced", "new_names", "links", "locks", "permissions", "names", "capitals", "clock"] {
        assert_eq!(found[name], "guaranteed", "{name}: {found:?}");
    }
    let is_sound = found.values().all(|outcome| outcome != "not_guaranteed");
    assert_eq!(code, i32::from(!is_sound), "{found:?}");
    assert_eq!(found["terminal"], "untried");
    assert_eq!(fs::read_dir(desk.path("D")).unwrap().count(), 0);
    let swedish = desk.run(&["selftest", "D", "--lang", "sv"]);
    assert!(swedish.out.contains("garanteras") && !swedish.out.contains("selftest-"), "{swedish:?}");
    assert_eq!(desk.run(&["selftest", "none"]).code, 1);
}

#[test]
fn where_nothing_can_be_saved_the_exit_code_is_3() {
    let desk = Desk::new();
    fs::create_dir(desk.path("D")).unwrap();
    let ran = desk.shell("ulimit -f 0; \"$0\" selftest D");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.out.contains("NOT guaranteed") && !ran.out.contains("is on the disk"), "{ran:?}");
    assert_eq!(fs::read_dir(desk.path("D")).unwrap().count(), 0);
}

#[test]
fn in_a_terminal_its_size_is_told() {
    let desk = Desk::new();
    let pty = &mut desk.terminal(&["selftest"]);
    pty.shows("The terminal has 80 columns and 24 rows.");
}

/// A file system of its own at `D`, which goes away with it.
struct Mounted(PathBuf);

impl Mounted {
    /// Mounted by some commands of the shell; nothing, and said so, where that cannot be.
    fn new(desk: &Desk, how: &str) -> Option<Self> {
        let place = desk.path("D");
        fs::create_dir(&place).unwrap();
        let script = format!("cd {} && PATH=$PATH:/usr/sbin && {how}", desk.path("").display());
        let done = Command::new("sh").args(["-ec", &script]).output().unwrap();
        if done.status.success() {
            return Some(Self(place));
        }
        eprintln!("NOT TRIED: {how}: {}", String::from_utf8_lossy(&done.stderr).trim());
        None
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().unwrap();
    }
}

#[test]
fn memory_is_no_place_for_a_study() {
    let desk = Desk::new();
    let Some(_disk) = Mounted::new(&desk, "mount -t tmpfs -o size=64m tmpfs D") else { return };
    let (code, found) = outcomes(&desk, "D");
    assert_eq!((code, found["lasting"].as_str(), found["saved"].as_str()), (1, "not_guaranteed", "guaranteed"));
    assert!(desk.run(&["selftest", "D"]).out.contains("This is tmpfs:"));
}

#[test]
fn on_a_stick_without_permissions_a_shared_study_is_made_and_what_is_lacking_is_told() {
    let desk = Desk::new();
    let how = "truncate -s 40M fat && mkfs.vfat fat && mount -t vfat -o loop,utf8 fat D";
    let Some(_disk) = Mounted::new(&desk, how) else { return };
    let (code, found) = outcomes(&desk, "D");
    assert_eq!((code, found["permissions"].as_str(), found["links"].as_str()), (1, "not_guaranteed", "lacking"));
    let made = desk.run(&["new", "D/S", "--protocol", "p.toml", "--cases", "c.csv", "--group", "7"]);
    assert_eq!(made.code, 0, "{made:?}");
    let told: Vec<&str> = made.err.lines().filter(|line| line.contains("not everything is guaranteed")).collect();
    assert_eq!(told.len(), 1, "{made:?}");
    assert!(told[0].contains("no permissions") && told[0].contains("does not belong to 7"), "{made:?}");
    let coded = desk.run(&["D/S", "--coder", "kim", "--keys", "y", "--print"]);
    assert!(coded.code == 0 && coded.out.contains("Saved"), "{coded:?}");
}

/// Another user's folder in the place of a coder's, open to all or not.
fn squatted(path: &Path, mode: u32) {
    fs::create_dir_all(path).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    chown(path, Some(4711), None).unwrap();
}

#[test]
fn no_command_brings_lines_into_a_folder_that_another_user_has_left_open() {
    if !rustix::process::geteuid().is_root() {
        eprintln!("NOT TRIED: a folder of another user needs root");
        return;
    }
    let desk = Desk::new();
    fs::write(desk.path("a.csv"), "case,question,answer\nA-01,q1,yes\n").unwrap();
    let copy = |from: &str, to: &str| assert_eq!(desk.shell(&format!("cp -r {from} {to}")).code, 0);
    copy("S", "copy");
    assert_eq!(desk.run(&["copy", "--coder", "alva", "--keys", "y", "--print"]).code, 0);
    let refused = |words: &[&str]| {
        let ran = desk.run(words);
        assert!(ran.code == 3 && ran.err.contains("belongs to user 4711"), "{words:?}: {ran:?}");
    };
    squatted(&desk.path("S/ledger/alva"), 0o777);
    refused(&["import", "S", "a.csv", "--coder", "alva"]);
    refused(&["merge", "S", "copy"]);
    assert_eq!(fs::read_dir(desk.path("S/ledger/alva")).unwrap().count(), 0, "nothing is left there");
    assert_eq!(desk.run(&["backup", "copy", "safe"]).code, 0);
    fs::remove_dir_all(desk.path("safe/ledger/alva")).unwrap();
    squatted(&desk.path("safe/ledger/alva"), 0o777);
    refused(&["backup", "copy", "safe"]);
    assert_eq!(fs::read_dir(desk.path("safe/ledger/alva")).unwrap().count(), 0);
    let file = desk.path("copy/ledger/alva/0001.jsonl");
    let text = fs::read_to_string(&file).unwrap().replacen("\"answer\":\"yes\"", "\"answer\":\"no\"", 1);
    fs::write(&file, text).unwrap();
    squatted(&desk.path("copy/ledger/alva"), 0o777);
    refused(&["recover", "copy"]);
    // A folder in which that user alone can write is that user's to be helped with.
    squatted(&desk.path("copy/ledger/alva"), 0o750);
    assert_eq!(desk.run(&["recover", "copy"]).code, 0);
}
