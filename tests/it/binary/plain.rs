//! Without a terminal, with a poor one, and how commands end.

use super::desk::{Desk, ran};
use crate::pty::Pty;
use std::io::Write;
use std::thread;
use std::time::Duration;

#[test]
fn keys_can_be_sent_and_the_last_frame_printed() {
    let desk = Desk::new();
    let shown = desk.run(&["S", "--coder", "carina", "--keys", "yn", "--print"]);
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    assert!(shown.out.contains("2/60") && shown.out.contains("Saved"), "{}", shown.out);
    assert!(!shown.out.contains('\x1b'));
    assert_eq!(desk.keys(), "yn");
}

#[test]
fn without_a_terminal_an_overview_is_printed_and_nothing_made() {
    let desk = Desk::new();
    let before = std::fs::read_dir(desk.path("S/ledger")).into_iter().flatten().count();
    let shown = desk.run(&["S", "--coder", "carina"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    assert!(shown.out.contains("Question 1?") && !shown.out.contains('\x1b'), "{}", shown.out);
    let mut pty = desk.start(&["sh", "-c", "exec \"$0\" \"$@\" </dev/null"], "carina", &[]);
    assert_eq!(pty.code(), 0);
    pty.shows("This is not a terminal");
    assert!(!pty.bytes().contains(&0x1b), "no control sequence without a keyboard");
    assert_eq!(std::fs::read_dir(desk.path("S/ledger")).into_iter().flatten().count(), before);
}

#[test]
fn colours_are_the_users_choice() {
    let desk = Desk::new();
    let coloured = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let codes = text.split("\x1b[").skip(1).filter_map(|rest| {
            let end = rest.find(|letter: char| letter.is_ascii_alphabetic())?;
            rest[end..].starts_with('m').then(|| rest[..end].to_owned())
        });
        codes.flat_map(|codes| codes.split(';').map(str::to_owned).collect::<Vec<_>>()).any(|code| {
            let code: u32 = code.parse().unwrap_or(0);
            (30..=49).contains(&code) || (90..=107).contains(&code)
        })
    };
    for (before, colours) in [(&[][..], false), (&["env", "-u", "NO_COLOR"], true)] {
        let mut pty = desk.start(before, "carina", &[]);
        pty.shows("Question 1?");
        pty.type_in("yyn");
        pty.shows("3/60");
        assert_eq!(coloured(&pty.bytes()), colours, "{before:?}");
        pty.type_in("uuuq");
        assert_eq!(pty.ended().0, 0);
    }
}

#[test]
fn where_the_locale_is_not_utf_8_only_ascii_is_written() {
    let desk = Desk::new();
    let mut pty = desk.start(&["env", "LC_ALL=C"], "carina", &[]);
    pty.shows("Question 1?");
    for (key, shown) in [
        ("y", "1/60"),
        ("f", "Flag question"),
        ("\x1b", "1/60"),
        ("h", "Nothing has been answered"),
        ("\x1b", "1/60"),
        ("t", "Base"),
    ] {
        pty.type_in(key);
        pty.shows(shown);
    }
    pty.type_in("\x03");
    assert_eq!(pty.code(), 0);
    let text = String::from_utf8(pty.bytes()).unwrap();
    let strange: String = text.chars().filter(|letter| !letter.is_ascii()).collect();
    assert_eq!(strange, "");
}

#[test]
fn the_screen_is_in_the_encoding_of_the_locale_and_falls_back_on_letters_that_it_has() {
    // tmux is of UTF-8 whatever a locale says.
    for (locale, tmux, welcome) in [
        ("sv_SE.ISO-8859-1", "", b"V\xe4lkommen".as_slice()),
        ("sv_SE.ISO-8859-1", "/tmp/tmux", "Välkommen".as_bytes()),
        ("sv_SE.UTF-8", "", "Välkommen".as_bytes()),
        ("POSIX", "", b"Valkommen"),
    ] {
        let desk = Desk::new();
        let env = ["env", &format!("LC_ALL={locale}"), &format!("TMUX={tmux}")];
        let mut pty = desk.start(&env, "carina", &["--lang", "sv"]);
        let has_note = |desk: &Desk| {
            let file = desk.segments("carina").pop();
            file.is_some_and(|file| std::fs::read_to_string(file).unwrap().contains("5 \\u00e5r \\u00e9"))
        };
        let has = |pty: &mut Pty, text: &[u8]| pty.bytes().windows(text.len()).any(|found| found == text);
        pty.until("the welcome", |pty| has(pty, welcome));
        let is_latin = locale.ends_with("8859-1") && tmux.is_empty();
        if locale.ends_with("8859-1") {
            let typed = if is_latin { b"5 \xe5r \xe9".as_slice() } else { "5 år é".as_bytes() };
            pty.writer.as_mut().unwrap().write_all(&[b"c", typed, b"\r"].concat()).unwrap();
            pty.until("the letter in the ledger", |_| has_note(&desk));
            pty.until("the letter on the screen", |pty| has(pty, &typed[2..]));
        }
        pty.type_in("\x03");
        assert_eq!(pty.code(), 0);
        let bytes = pty.bytes();
        let is_one = std::str::from_utf8(&bytes).is_ok();
        assert_eq!(is_one, !is_latin, "{locale}");
        assert!(locale != "POSIX" || bytes.is_ascii());
        assert!(!is_latin || !bytes.iter().any(|byte| matches!(byte, 0x80..=0x9f)), "no controls of eight bits");
    }
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    pty.type_in("y");
    pty.shows("1/60");
    thread::sleep(Duration::from_millis(500));
    let (written, size) = (pty.bytes().len(), std::fs::metadata(desk.newest("carina")).unwrap().len());
    thread::sleep(Duration::from_secs(2));
    assert_eq!(pty.bytes().len(), written);
    assert_eq!(std::fs::metadata(desk.newest("carina")).unwrap().len(), size);
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn commands_end_with_the_code_that_tells_how() {
    let desk = Desk::new();
    let code = |args: &[&str]| ran(&mut desk.command(args)).code;
    assert_eq!(code(&["list", "S"]), 0);
    assert_eq!(code(&["list", "nowhere"]), 1);
    assert_eq!(code(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]), 1, "it exists already");
    assert_eq!(code(&["--no-such-option"]), 2);
    assert_eq!(code(&["count", "S", "--by", "nothing"]), 2);
    assert_eq!(code(&["S", "--keys", "y"]), 2, "keys want --print");
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", "y", "--print"]).code, 0);
    let file = desk.newest("carina");
    let damaged = std::fs::read_to_string(&file).unwrap().replace("\"q1\"", "\"q2\"");
    std::fs::write(file, damaged).unwrap();
    assert_eq!(code(&["verify", "S"]), 4);
}

#[test]
fn options_stand_before_a_command_or_behind_it() {
    let desk = Desk::new();
    let (before, behind) = (desk.run(&["--lang", "sv", "list", "S"]), desk.run(&["list", "S", "--lang", "sv"]));
    assert_eq!((before.code, &before.out), (0, &behind.out));
    let both = desk.run(&["S", "list", "S"]);
    assert_eq!(both.code, 2, "{}", both.err);
}

#[test]
fn the_demo_speaks_the_users_language() {
    let desk = Desk::new();
    let shown =
        |lang: &str, key: &str| desk.run(&["demo", "--lang", lang, "--coder", "robin", "--keys", key, "--print"]);
    let swedish = shown("sv", "j");
    assert!(swedish.out.contains("Är samtycke till kontakt med andra dokumenterat?"), "{swedish:?}");
    assert!(swedish.out.contains("Norr · Kvinna") && !swedish.out.contains("Woman"), "{swedish:?}");
    let english = shown("en", "y");
    assert!(english.out.contains("Is consent to contact others documented?"), "{english:?}");
}

#[test]
fn a_word_that_is_neither_command_nor_folder_is_told_with_the_command_meant() {
    let desk = Desk::new();
    for (args, meant) in [(&["tallly", "S"][..], "tally"), (&["reprot"], "report"), (&["comapre", "S", "S"], "compare")]
    {
        let told = desk.run(args);
        assert_eq!(told.code, 2, "{told:?}");
        assert!(told.err.contains(&format!("no command {}, and no folder", args[0])), "{told:?}");
        assert!(told.err.contains(&format!("did you mean \"{meant}\"?")), "{told:?}");
    }
    let other = desk.run(&["granskning"]);
    assert!(
        other.code == 2 && other.err.contains("no folder of that name") && other.err.contains("aktkoll new"),
        "{other:?}"
    );
    let behind = desk.run(&["S", "resovle"]);
    assert!(
        behind.code == 2 && behind.err.contains("no command resovle") && behind.err.contains("\"resolve\""),
        "{behind:?}"
    );
}

#[test]
fn a_folder_that_is_not_there_no_study_or_closed_says_which() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("empty")).unwrap();
    for (folder, told) in [("none/here", "no such folder"), ("empty", "is not a study"), ("p.toml", "is a file")] {
        let ran = desk.run(&["tally", folder]);
        assert!(ran.code == 1 && ran.err.contains(told), "{folder}: {ran:?}");
    }
    // Root may open every folder.
    if rustix::process::geteuid().is_root() {
        return;
    }
    std::fs::set_permissions(desk.path("S"), std::os::unix::fs::PermissionsExt::from_mode(0o000)).unwrap();
    let ran = desk.run(&["tally", "S"]);
    std::fs::set_permissions(desk.path("S"), std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    assert!(ran.code == 1 && ran.err.contains("You may not open"), "{ran:?}");
}

#[test]
fn the_keys_are_printed_as_a_card() {
    let desk = Desk::new();
    let card = desk.run(&["keys", "--card", "--lang", "sv"]);
    assert!(card.code == 0 && card.out.starts_with("<!DOCTYPE html>\n<html lang=\"sv\">"), "{card:?}");
    for text in ["size: A5", "<h2>Svara och ångra</h2>", "<dt>j</dt><dd>svara Ja</dd>", "<dt>&lt;</dt>", "</html>"] {
        assert!(card.out.contains(text), "{text}: {}", card.out);
    }
    assert_eq!(desk.run(&["keys", "--card", "--markdown"]).code, 2);
}

#[test]
fn a_page_of_the_manual_is_paged_at_a_terminal_and_nowhere_else() {
    let desk = Desk::new();
    let plain = desk.run(&["help", "keys"]);
    assert!(plain.code == 0 && plain.out.starts_with("# "), "{plain:?}");
    let paged = |pager: &str, what: &[&str], wanted: &str| {
        let mut pty = desk.paged(pager, what);
        pty.until(wanted, |pty| String::from_utf8_lossy(&pty.bytes()).contains(wanted));
        assert_eq!(pty.code(), 0, "{pager}");
        String::from_utf8_lossy(&pty.bytes()).lines().count()
    };
    paged("sed s/^/PAGED:/", &["help", "keys"], "PAGED:Keys\r\nPAGED:====");
    paged("env", &["help", "keys"], "LESSCHARSET=utf-8");
    paged("env", &["help", "keys", "--lang", "sv"], "LESS=FRXPsmellanslag visar mer, q avslutar$");
    paged("sed s/^/PAGED:/", &["report", "--help"], "PAGED:Usage: aktkoll report");
    paged("sed s/^/PAGED:/", &["help", "tally"], "PAGED:Usage: aktkoll tally");
    paged("no-such-pager-anywhere", &["help", "keys"], "Keys");
    paged("sed s/^/PAGED:/", &["report", "--help", "--accessible"], "\nUsage: aktkoll report");
    assert!(paged("head -n 1", &["help", "keys"], "Keys") < 5, "who leaves early has read enough");
}

#[test]
fn the_manual_answers_a_swede_in_swedish_under_either_name() {
    let desk = Desk::new();
    let report = desk.run(&["help", "rapport", "--lang", "sv"]);
    assert!(report.code == 0 && report.out.starts_with("# Rapporten\n\n`aktkoll report` skriver"), "{report:?}");
    for line in [["hjälp", "rapport"], ["help", "report"], ["help", "Rapport"]] {
        assert_eq!(desk.run(&[&line[..], &["--lang", "sv"]].concat()).out, report.out, "{line:?}");
    }
    let english = desk.run(&["help", "rapport", "--lang", "en"]);
    assert!(english.out.starts_with("# The report"), "{english:?}");
    assert!(desk.run(&["help", "sakerhet", "--lang", "sv"]).out.starts_with("# Säkerhet\n"));
    let unknown = desk.run(&["help", "rappor", "--lang", "sv"]);
    assert!(unknown.code == 2 && unknown.err.contains("\"rapport\""), "{unknown:?}");
    let listed = desk.run(&["help", "--lang", "sv"]).out;
    assert!(listed.contains("handbok ") && listed.contains("rapport ") && !listed.contains("report "), "{listed}");
}

#[test]
fn coder_and_tally_are_set_for_every_study() {
    let desk = Desk::new();
    let frame = || desk.run(&["S", "--keys", "y", "--print"]).out;
    assert!(frame().contains("So far, question 2"));
    for (name, value) in [("coder", "Åsa"), ("tallies", "never")] {
        assert_eq!(desk.run(&["settings", name, value]).code, 0);
    }
    let shown = frame();
    assert!(shown.contains("Åsa") && !shown.contains("So far"), "{shown}");
    assert_eq!(desk.segments("asa").len(), 1);
    assert_eq!(desk.run(&["S", "--coder", "bo", "--keys", "y", "--print"]).code, 0);
    assert_eq!(desk.segments("bo").len(), 1, "who says otherwise is somebody else");
    assert_eq!(desk.run(&["settings", "tallies", "often"]).code, 2);
}
