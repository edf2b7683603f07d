//! The README says what the program does: every command in it runs, and prints what stands there.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "test helper")]

use std::path::Path;
use std::process::{Command, Stdio};

const README: &str = include_str!("../../README.md");

/// The texts of the fenced blocks whose first line is ```` ```kind ````.
fn blocks(kind: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in README.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some((info, String::new())),
            (Some(_), Some((info, text))) => {
                if *info == kind {
                    found.push(std::mem::take(text));
                }
                open = None;
            }
            (None, Some((_, text))) => text.push_str(&format!("{line}\n")),
            (None, None) => {}
        }
    }
    found
}

/// What a shell prints for a command in `folder`, with a home of its own.
fn printed(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_aktkoll")).parent().unwrap();
    let home = folder.join(".home");
    std::fs::create_dir_all(&home).unwrap();
    let run = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", program.display()))
        .envs([("LC_ALL", "C.UTF-8"), ("TZ", "UTC")])
        .env("HOME", home)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(run.status.success(), "{command}: {} {}", run.status, String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn every_command_in_its_order_prints_what_stands_there() {
    let folder = tempfile::tempdir().unwrap();
    let [short] = <[String; 1]>::try_from(blocks("toml")).unwrap();
    std::fs::write(folder.path().join("short.toml"), short).unwrap();
    let mut commands = 0;
    for block in blocks("console") {
        for part in format!("\n{block}").split("\n$ ").skip(1) {
            let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
            assert_eq!(printed(command, folder.path()).trim_end(), expected.trim_end(), "{command}");
            commands += 1;
        }
    }
    assert!(commands > 12, "only {commands} commands were found");
    assert!(README.contains("cargo run --release -- demo") && README.contains("\ncargo test\n"));
}

#[test]
fn the_tables_of_keys_are_those_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["en", "sv"] {
        let table = printed(&format!("aktkoll keys --markdown --lang {lang}"), folder.path());
        let (_, rest) = README.split_once(&format!("<!-- keys {lang} -->\n")).unwrap();
        let (stands, _) = rest.split_once("\n<!-- /keys -->").unwrap();
        assert_eq!(stands, table.trim_end(), "print it anew: aktkoll keys --markdown --lang {lang}");
    }
}

#[test]
fn the_shell_verifier_is_the_one_that_is_tested() {
    let verifier = include_str!("../../src/ledger/verify.sh");
    assert!(blocks("sh").iter().any(|block| block == verifier));
}

#[test]
fn every_op_and_every_field_of_a_line_is_explained() {
    use aktkoll::ledger::entry::{Op, Round};
    let sources = [include_str!("../../src/ledger/line.rs"), include_str!("../../src/ledger/record.rs")];
    let fields = sources.iter().flat_map(|source| source.lines()).filter_map(|line| {
        let line = line.trim_start_matches("    ");
        let line = line.strip_prefix("pub(super) ").or_else(|| line.strip_prefix("pub ")).unwrap_or(line);
        let (name, _) = line.strip_suffix(',')?.split_once(": ")?;
        name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()).then_some(name)
    });
    let names = Op::ALL.map(|(_, name)| name).into_iter().chain(Round::ALL.map(|(_, name)| name));
    // `nul` and `torn` are how the program names what `kind` and `sha256` tell; they are no fields.
    let missing: Vec<&str> = names
        .chain(fields)
        .filter(|name| !matches!(*name, "nul" | "torn"))
        .filter(|name| !README.contains(&format!("`{name}`")))
        .collect();
    assert_eq!(missing, [] as [&str; 0]);
}
