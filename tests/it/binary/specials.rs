//! Pipes, sockets and folders where a file should be: nothing waits for them, and each is named.

use super::desk::{Desk, Ran, ran};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::fs;
use std::path::Path;

/// What may be in the place of a file.
const KINDS: [&str; 3] = ["fifo", "socket", "folder"];

fn put(kind: &str, path: &Path) {
    let node = |kind| mknodat(CWD, path, kind, Mode::from_raw_mode(0o600), 0).unwrap();
    match kind {
        "fifo" => node(FileType::Fifo),
        "socket" => node(FileType::Socket),
        _ => fs::create_dir(path).unwrap(),
    }
}

fn remove(kind: &str, path: &Path) {
    if kind == "folder" { fs::remove_dir(path).unwrap() } else { fs::remove_file(path).unwrap() }
}

/// A command that may not take longer than a wait would; then it is stopped, and has no code of its own.
fn run(desk: &Desk, args: &[&str]) -> Ran {
    let command = desk.command(&[]);
    let program = command.get_program().to_owned();
    let mut timed = std::process::Command::new("timeout");
    timed.arg("20").arg(program).args(args).current_dir(desk.folder.path()).stdin(std::process::Stdio::null());
    timed.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    ran(&mut timed)
}

#[test]
fn what_is_no_plain_file_is_named_in_the_place_of_a_file_of_the_study() {
    let desk = Desk::new();
    assert_eq!(run(&desk, &["S", "--coder", "alva", "--keys", "yn", "--print"]).code, 0);
    for name in ["study.toml", "protocol.toml", "cases.csv"] {
        let (path, kept) = (desk.path("S").join(name), desk.path("kept"));
        fs::rename(&path, &kept).unwrap();
        for kind in KINDS {
            put(kind, &path);
            for args in [&["S", "--coder", "alva", "--keys", "y", "--print"][..], &["tally", "S"], &["verify", "S"]] {
                let refused = run(&desk, args);
                let is_named = refused.err.contains(&format!("S/{name}: It is not an ordinary file."));
                assert!(refused.code == 1 && is_named, "{name} {kind}: {refused:?}");
            }
            remove(kind, &path);
        }
        fs::rename(&kept, &path).unwrap();
    }
}

#[test]
fn what_is_no_plain_file_is_named_in_the_place_of_a_file_of_the_ledger() {
    let desk = Desk::new();
    assert_eq!(run(&desk, &["S", "--coder", "alva", "--keys", "yn", "--print"]).code, 0);
    for (name, other) in [("alva/0002.jsonl", "cilla"), ("bo", "eva")] {
        let path = desk.path("S/ledger").join(name);
        for kind in KINDS.into_iter().filter(|kind| name != "bo" || *kind != "folder") {
            put(kind, &path);
            let coder = name.split('/').next().unwrap();
            let refused = run(&desk, &["S", "--coder", coder, "--yes", "--keys", "y", "--print"]);
            assert!(refused.code != 0 && refused.err.contains(name), "{name} {kind}: {refused:?}");
            assert!(!refused.out.contains("Saved"), "{name} {kind}: {refused:?}");
            for args in [&["tally", "S"][..], &["verify", "S"], &["backup", "S", "B"], &["recover", "S"]] {
                let told = run(&desk, args);
                assert!(
                    told.code == 4 && format!("{}{}", told.out, told.err).contains(name),
                    "{name} {kind}: {told:?}"
                );
            }
            let beside = run(&desk, &["S", "--coder", other, "--yes", "--keys", "y", "--print"]);
            assert_eq!(beside.code, 0, "{name} {kind}: {beside:?}");
            remove(kind, &path);
        }
    }
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn what_is_no_plain_file_is_passed_over_in_the_place_of_what_was_being_written() {
    let desk = Desk::new();
    assert_eq!(run(&desk, &["S", "--coder", "alva", "--keys", "ycAnna moved<enter>", "--print"]).code, 0);
    for kind in KINDS {
        put(kind, &desk.path("S/ledger/alva/.unfinished-2026-01-01T00:00:00Z").with_extension(kind));
    }
    let mut pty = desk.open("alva", &[]);
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert_eq!(run(&desk, &["backup", "S", "B"]).code, 0);
    let redacted = run(&desk, &["redact", "S", "--coder", "alva", "--text", "1", "--yes"]);
    assert_eq!(redacted.code, 0, "{redacted:?}");
}
