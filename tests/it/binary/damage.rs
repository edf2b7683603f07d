//! Damage, and what a newer program wrote, stop nobody: figures lack it and say so.

use super::desk::{Desk, rechained};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

/// Two coders with answers to the first questions of a case each.
fn desk() -> Desk {
    Desk::coded(&[("carina", "yyn"), ("lotta", "<pagedown>ny")])
}

/// How many cases a question is answered in.
fn base(out: &str, question: usize) -> u64 {
    let json: Value = serde_json::from_str(out).unwrap();
    json["questions"][question]["groups"][0]["base"].as_u64().unwrap()
}

/// Spoils the answer to the second question of the first coder.
fn spoil(desk: &Desk) {
    let file = desk.newest("carina");
    let text = fs::read_to_string(&file).unwrap();
    let at = text.match_indices("\"answer\":\"").nth(1).unwrap().0 + 10;
    let mut bytes = text.into_bytes();
    bytes[at] ^= 1;
    fs::write(&file, bytes).unwrap();
}

#[test]
fn figures_are_counted_without_the_damaged_lines_and_say_so_until_it_is_recovered() {
    let desk = desk();
    spoil(&desk);
    for args in [
        &["tally", "S", "--format", "json"][..],
        &["count", "S", "--where", "q1=yes"],
        &["status", "S"],
        &["list", "S"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.code, 4, "{args:?} {ran:?}");
        assert!(
            ran.err.contains("carina/0001.jsonl:3") && ran.err.contains("3 lines") && ran.err.contains("A-01"),
            "{ran:?}"
        );
        assert!(!ran.out.is_empty(), "{args:?}");
    }
    let counted = desk.run(&["tally", "S", "--format", "json"]);
    assert_eq!(
        [0, 1, 2].map(|question| base(&counted.out, question)),
        [2, 1, 0],
        "what stands before the damage counts"
    );
    let coded = desk.run(&["S", "--coder", "lotta", "--keys", "n", "--print"]);
    assert_eq!(coded.code, 0, "{coded:?}");
    assert!(coded.out.contains("damaged") || coded.err.contains("damaged"), "{coded:?}");
    let recovered = desk.run(&["recover", "S"]);
    assert_eq!(recovered.code, 0, "{recovered:?}");
    assert!(recovered.out.contains("lost: carina/0001.jsonl:3: carina number 3, answer A-01 q2"), "{recovered:?}");
    let counted = desk.run(&["tally", "S", "--format", "json"]);
    assert_eq!((counted.code, counted.err.contains("damaged")), (0, false), "{counted:?}");
    assert_eq!([0, 1, 2].map(|question| base(&counted.out, question)), [2, 1, 2]);
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    assert_eq!(desk.run(&["recover", "S"]).out, "No file of the ledger is damaged.\n");
}

/// The text in a file: of a spreadsheet or a document the parts that are read.
fn text(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        let part = archive.by_index(place).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            all += &std::io::read_to_string(part).unwrap();
        }
    }
    all
}

const LACKS: &str = "One ledger file could not be read in full. Not in these figures: 3 lines, for one case.";

#[test]
fn reports_and_files_say_on_top_or_beside_what_their_figures_lack() {
    let desk = desk();
    let written = |desk: &Desk, ending: &str| {
        let file = format!("r.{ending}");
        let ran = desk.run(&["report", "S", "-o", &file]);
        (ran.code, text(&desk.path(&file)))
    };
    for ending in ["md", "html", "docx", "xlsx"] {
        let (code, text) = written(&desk, ending);
        assert!(code == 0 && !text.contains("could not be read in full"), "{ending}");
    }
    spoil(&desk);
    for ending in ["md", "html", "docx", "xlsx"] {
        let (code, text) = written(&desk, ending);
        assert!(code == 4 && text.contains(LACKS), "{ending}");
        assert!(!text.contains("carina"), "{ending}: a report names no coder");
    }
    let (_, text_of_report) = written(&desk, "md");
    assert!(text_of_report.find(LACKS) < text_of_report.find("## The cases"), "{text_of_report}");
    let agreed = desk.run(&["agree", "S", "--format", "md"]);
    assert!(agreed.code == 4 && agreed.out.contains(LACKS), "{agreed:?}");
    let compared = desk.run(&["compare", "S", "S", "--format", "md"]);
    assert!(compared.code == 4 && compared.out.contains("could not be read in full"), "{compared:?}");
    for (pack, file) in
        [("csv", "saknas.csv"), ("excel", "saknas-excel.csv"), ("jsonl", "saknas.jsonl"), ("redcap", "saknas.csv")]
    {
        let ran = desk.run(&["export", "S", "--format", pack, "--out", pack]);
        let lacking = text(&desk.path(pack).join(file));
        assert!(ran.code == 4 && lacking.contains("A-01") && !lacking.contains("carina"), "{ran:?} {lacking}");
    }
    assert_eq!(desk.run(&["export", "S", "--format", "stat", "--coders", "--out", "stat"]).code, 4);
    assert!(text(&desk.path("stat/saknas.csv")).contains("carina/0001.jsonl,3,3,A-01,"));
    for script in ["data.sps", "data.R", "data.do"] {
        let text = text(&desk.path("stat").join(script));
        assert!(text.trim_end().lines().last().unwrap().contains(LACKS), "{script}: {text}");
    }
    assert_eq!(desk.run(&["export", "S", "--format", "xlsx", "--out", "x.xlsx"]).code, 4);
    assert!(text(&desk.path("x.xlsx")).contains("saknas"));
    assert_eq!(desk.run(&["export", "S", "--format", "datapackage", "--out", "dp"]).code, 4);
    assert!(text(&desk.path("dp/datapackage.json")).contains(LACKS));
}

#[test]
fn figures_for_programs_say_what_they_lack() {
    let desk = desk();
    let whole = desk.run(&["tally", "S", "--format", "json"]);
    assert!(!whole.out.contains("left_out"), "{whole:?}");
    spoil(&desk);
    for args in [
        &["tally", "S"][..],
        &["count", "S", "--where", "q1=yes"],
        &["status", "S"],
        &["list", "S"],
        &["agree", "S"],
        &["agree", "S", "--drift"],
        &["compare", "S", "S"],
    ] {
        let ran = desk.run(&[args, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        let gap = &json["left_out"][0];
        assert_eq!(
            (ran.code, &gap["file"], &gap["line"], &gap["lines"]),
            (4, &"carina/0001.jsonl".into(), &3.into(), &3.into())
        );
        assert_eq!(gap["cases"], serde_json::json!(["A-01"]), "{args:?}");
        assert!(gap["cause"].as_str().unwrap().contains("damaged"), "{args:?}");
    }
    for args in [&["tally", "S"][..], &["agree", "S", "--all"], &["compare", "S", "S"]] {
        let ran = desk.run(&[args, &["--format", "csv"]].concat());
        let mut lines = ran.out.lines();
        assert!(ran.code == 4 && lines.next().unwrap().ends_with(",left_out"), "{ran:?}");
        let lines_lacking = if args[0] == "compare" { ",6" } else { ",3" };
        assert!(lines.all(|line| line.ends_with(lines_lacking)), "{ran:?}");
    }
}

#[test]
fn the_tally_on_the_screen_is_called_incomplete_until_it_is_recovered() {
    let desk = desk();
    let frame = |desk: &Desk, keys: &str| {
        let ran = desk.run(&["S", "--coder", "lotta", "--keys", keys, "--print", "--size", "100x40"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    };
    assert!(frame(&desk, "").contains("So far, question"));
    spoil(&desk);
    let strip = frame(&desk, "");
    assert!(strip.contains("Incomplete, question") && !strip.contains("So far"), "{strip}");
    for (keys, title) in [("t", "Full tally – incomplete"), ("=", "Agreement – incomplete"), ("s", " – incomplete")]
    {
        let page = frame(&desk, keys);
        assert!(page.contains(title), "{page}");
    }
    for page in ["t<home>", "P"] {
        let page = frame(&desk, page);
        assert!(page.contains("Not in these figures: 3 lines"), "{page}");
    }
    desk.run(&["recover", "S"]);
    assert!(frame(&desk, "").contains("So far, question"));
}

#[test]
fn a_recovered_copy_leaves_the_study_as_it_is() {
    let desk = desk();
    spoil(&desk);
    let before = fs::read(desk.newest("carina")).unwrap();
    let recovered = desk.run(&["recover", "S", "--out", "R"]);
    assert_eq!(recovered.code, 0, "{recovered:?}");
    assert_eq!((desk.segments("carina").len(), fs::read(desk.newest("carina")).unwrap()), (1, before));
    assert_eq!(desk.run(&["verify", "R"]).code, 0, "{:?}", desk.run(&["verify", "R"]));
    assert_eq!(base(&desk.run(&["tally", "R", "--format", "json"]).out, 2), 1);
    assert_eq!(desk.run(&["recover", "S", "--out", "R"]).code, 1, "only into a new folder");
    assert_eq!(desk.run(&["recover", "S", "--out", "S/R"]).code, 1);
    assert!(!desk.path("S/R").exists(), "whole or not at all");
}

#[test]
fn a_file_with_a_stray_newline_or_of_somebody_who_may_not_be_read_stops_nobody_else() {
    let desk = desk();
    let file = desk.newest("carina");
    fs::write(&file, [&fs::read(&file).unwrap()[..], b"\n"].concat()).unwrap();
    let coded = desk.run(&["S", "--coder", "lotta", "--keys", "n", "--print"]);
    assert_eq!(coded.code, 0, "{coded:?}");
    let counted = desk.run(&["tally", "S", "--format", "json"]);
    assert_eq!((counted.code, base(&counted.out, 0)), (4, 2), "{counted:?}");
    assert_eq!(desk.run(&["recover", "S"]).code, 0);
    assert_eq!(desk.run(&["tally", "S"]).code, 0);
}

#[test]
fn lines_of_a_newer_program_are_counted_as_left_out() {
    let desk = desk();
    let file = desk.newest("lotta");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, rechained(&text.replace("\"v\":1,\"op\":\"close\"", "\"v\":2,\"op\":\"close\""))).unwrap();
    for args in [
        &["tally", "S"][..],
        &["count", "S", "--where", "q1=yes"],
        &["status", "S"],
        &["export", "S", "--format", "csv"],
        &["seal", "S"],
        &["verify", "S"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.code, 1, "{args:?} {ran:?}");
        assert!(format!("{}{}", ran.out, ran.err).contains("One line was written by a newer program"), "{ran:?}");
    }
    let cases = fs::read(desk.path("S/cases.csv")).unwrap();
    let planned = desk.run(&["plan", "S", "--coders", "carina,lotta", "--yes"]);
    assert!(planned.code == 1 && planned.err.contains("open the study with a newer program"), "{planned:?}");
    assert_eq!(fs::read(desk.path("S/cases.csv")).unwrap(), cases);
}

#[test]
fn a_copy_made_while_somebody_coded_opens_and_says_what_it_lacks() {
    let desk = desk();
    let ran = desk.run(&["S", "--coder", "vera", "--view", "--keys", "", "--print"]);
    assert_eq!(ran.code, 0);
    assert!(Command::new("cp").arg("-r").arg(desk.path("S")).arg(desk.path("hot")).status().unwrap().success());
    // Lotta has seen all of carina's file; the copy has it as it was a moment before.
    let file = desk.path("hot/ledger/carina/0001.jsonl");
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() - 150]).unwrap();
    let counted = desk.run(&["tally", "hot", "--format", "json"]);
    assert_eq!((counted.code, base(&counted.out, 0)), (4, 2), "{counted:?}");
    assert!(counted.err.contains("carina/0001.jsonl"), "{counted:?}");
    assert_eq!(desk.run(&["hot", "--coder", "carina", "--keys", "n", "--print"]).code, 0);
}

#[test]
fn a_backup_is_a_study_that_verify_checks() {
    let desk = desk();
    for written in ["new or grown: 2", "new or grown: 0"] {
        let done = desk.run(&["backup", "S", "B"]);
        assert!(done.code == 0 && done.out.contains(written), "{done:?}");
    }
    assert_eq!(desk.run(&["verify", "B"]).code, 0);
    assert_eq!(desk.run(&["tally", "B"]).out, desk.run(&["tally", "S"]).out);
    assert_eq!(desk.run(&["backup", "S", "S/inside"]).code, 1);
    let file = desk.path("B/ledger/lotta/0001.jsonl");
    let bytes = fs::read(&file).unwrap();
    let last = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    fs::write(&file, &bytes[..last]).unwrap();
    assert_eq!(desk.run(&["verify", "B"]).code, 4, "a line cut off at the end is noticed");
}

#[test]
fn a_backup_that_was_cut_off_is_gone_on_with_and_no_folder_of_something_else_is_taken_for_one() {
    let desk = desk();
    let back_up = || desk.run(&["backup", "S", "B"]);
    assert_eq!(back_up().code, 0);
    for name in ["study.toml", "heads.csv", "ledger/lotta/0001.jsonl", "cases.csv"] {
        fs::remove_file(desk.path("B").join(name)).unwrap();
        if name != "study.toml" {
            let _ = fs::remove_file(desk.path("B/study.toml"));
        }
        assert_eq!((back_up().code, desk.run(&["verify", "B"]).code), (0, 0), "{name}");
    }
    fs::remove_file(desk.path("B/study.toml")).unwrap();
    let protocol = fs::read(desk.path("B/protocol.toml")).unwrap();
    for (name, bytes) in [("letter.txt", &b"x"[..]), ("protocol.toml", b"another")] {
        fs::write(desk.path("B").join(name), bytes).unwrap();
        assert_eq!((back_up().code, fs::read(desk.path("B").join(name)).unwrap()), (1, bytes.to_vec()), "{name}");
        fs::remove_file(desk.path("B").join(name)).unwrap();
    }
    fs::write(desk.path("B/protocol.toml"), protocol).unwrap();
    assert_eq!(back_up().code, 0);
}

#[test]
fn no_line_of_what_a_link_leads_to_is_printed() {
    let desk = desk();
    fs::write(desk.path("secret"), "root:secret:of:another\n[x\n").unwrap();
    for name in ["study.toml", "protocol.toml", "ledger"] {
        let (real, away) = (desk.path("S").join(name), desk.path("away"));
        fs::rename(&real, &away).unwrap();
        symlink(desk.path("secret"), &real).unwrap();
        let ran = desk.run(&["tally", "S"]);
        assert!(ran.code != 0 && !ran.err.contains("secret:of") && !ran.out.contains("secret:of"), "{name} {ran:?}");
        fs::remove_file(&real).unwrap();
        symlink(&away, &real).unwrap();
        let ran = desk.run(&["tally", "S"]);
        assert!(ran.code != 0, "{name}: a link is not followed {ran:?}");
        fs::remove_file(&real).unwrap();
        fs::rename(&away, &real).unwrap();
    }
    assert_eq!(desk.run(&["tally", "S"]).code, 0);
}

#[test]
fn no_command_leaves_case_texts_in_a_core_dump() {
    use std::io::Write;
    let desk = desk();
    // A command that waits for an answer can be looked at while it runs.
    let ran = desk.run(&["S", "--coder", "carina", "--keys", "ca word<enter>", "--print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let mut waits = desk.command(&["redact", "S", "--coder", "carina"]);
    let mut waits = waits.stdin(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let mut said = [0; 1];
    std::io::Read::read_exact(waits.stderr.as_mut().unwrap(), &mut said).unwrap();
    let limits = fs::read_to_string(format!("/proc/{}/limits", waits.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap().to_owned();
    waits.stdin.take().unwrap().write_all(b"\n").unwrap();
    waits.wait().unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
}
