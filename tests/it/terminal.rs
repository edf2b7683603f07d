//! The run loop in a real terminal: it always gives it back, never asks it anything, and never hangs on it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_methods, reason = "tests")]

#[path = "../../examples/screen/toy.rs"]
mod toy;

use crate::pty::{Pty, is_stopped, settings, size, toy_path};
use aktkoll::tui::Msg;
use aktkoll::tui::model::Form;
use aktkoll::tui::script::{self, Headless};
use rustix::process::{Signal, kill_process};
use std::thread;
use std::time::Duration;

#[test]
fn starting_and_quitting_leaves_the_terminal_as_it_was() {
    let mut pty = Pty::start();
    pty.shows("TOY 80x24");
    let screen = pty.screen();
    assert!(screen.alternate_screen() && screen.bracketed_paste());
    assert_eq!(screen.cursor_position(), (1, 0), "the cursor stands where the frame wants it");
    assert!(screen.cell(1, 0).unwrap().inverse(), "reverse stays without colours");
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    pty.type_in("jj");
    pty.shows("recorded=2");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn signals_end_the_program_with_their_code() {
    let signals = [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)];
    let started: Vec<(Pty, u32)> = signals
        .map(|(signal, code)| {
            let mut pty = Pty::start();
            pty.shows("TOY");
            pty.signal(signal);
            (pty, code)
        })
        .into();
    for (pty, code) in started {
        assert_eq!(pty.ended().0, code);
    }
}

#[test]
fn what_is_being_saved_is_finished_before_a_signal_ends_it() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let mut pty = Pty::run(&[], &[log.to_str().unwrap()], true);
    pty.shows("TOY");
    pty.type_in("js");
    pty.shows("recorded=1");
    pty.signal(Signal::TERM);
    assert_eq!(pty.ended().0, 143);
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.starts_with("save j\nsave s\nclose BRO-07 "), "{log}");
}

#[test]
fn a_save_that_never_ends_shows_how_long_and_does_not_keep_the_program() {
    let mut pty = Pty::start();
    pty.shows("TOY");
    pty.type_in("z");
    pty.shows("waited=2");
    pty.type_in("q");
    let (code, screen) = pty.ended();
    assert_eq!(code, 3);
    assert!(screen.contains("was not saved") && screen.contains("BRO-07"), "{screen}");
}

#[test]
fn a_closed_terminal_ends_it_even_when_hang_ups_are_ignored() {
    for (before, controlling) in [(&["sh", "-c", "trap '' HUP; exec \"$0\""][..], true), (&[], true), (&[], false)] {
        let mut pty = Pty::run_in(before, &[], false, controlling);
        pty.until("raw keys", |pty| settings(pty) != pty.before);
        pty.writer = None;
        pty.master = None;
        assert_eq!(pty.code(), 129);
    }
}

#[test]
fn a_terminal_that_nobody_reads_does_not_keep_the_program_from_ending_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let mut pty = Pty::run(&[], &[log.to_str().unwrap()], false);
    pty.master.as_ref().unwrap().resize(size(250, 100)).unwrap();
    pty.until("raw keys", |pty| settings(pty) != pty.before);
    for _ in 0..60 {
        pty.type_in("f");
        thread::sleep(Duration::from_millis(10));
    }
    pty.signal(Signal::TERM);
    assert_eq!(pty.code(), 143);
    assert_eq!(settings(&pty), pty.before, "the settings are back");
    assert_eq!(std::fs::read_to_string(log).unwrap(), "close BRO-07 0\n");
    pty.read();
    pty.until("the screen given back", |pty| pty.bytes().ends_with(b"\x1b[?1049l"));
}

#[test]
fn a_panic_on_a_terminal_that_nobody_reads_ends_it_too() {
    let mut pty = Pty::run(&[], &[], false);
    pty.master.as_ref().unwrap().resize(size(250, 100)).unwrap();
    pty.until("raw keys", |pty| settings(pty) != pty.before);
    for key in "Tffffffff".chars() {
        pty.type_in(&key.to_string());
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(pty.code(), 101);
    assert_eq!(settings(&pty), pty.before, "the settings are back");
}

/// The toy as a job of a shell that brings it back when it is given a line, below a wrapper that only waits.
fn job() -> Pty {
    let toy = toy_path();
    let script = format!("sh -c '{}; :'; while read line; do fg >/dev/null; done", toy.display());
    Pty::spawn(&["sh", "-mc", &script], &[], true, true)
}

#[test]
fn suspending_stops_the_whole_job_gives_the_terminal_back_and_coming_back_draws_all_anew() {
    let mut pty = job();
    pty.shows("TOY");
    let toy = pty.last_child();
    for (round, suspend) in ["key", "signal", "key"].into_iter().enumerate() {
        match suspend {
            "key" => pty.type_in("\x1a"),
            _ => kill_process(toy, Signal::TSTP).unwrap(),
        }
        pty.until("stopped", |_| is_stopped(toy));
        pty.until("the screen given back", |pty| !pty.screen().alternate_screen());
        pty.until("cooked while stopped", |pty| settings(pty) == pty.before);
        // Only a shell that was told of the stop reads a line.
        pty.type_in("\n");
        pty.until("resumed", |pty| {
            let screen = pty.screen();
            screen.alternate_screen() && screen.contents().matches("resumed").count() == round + 1
        });
        assert!(pty.screen().contents().contains("TOY 80x24"), "everything is drawn anew");
    }
    pty.type_in("j");
    pty.shows("recorded=1");
    pty.type_in("q");
    pty.until("the screen given back", |pty| !pty.screen().alternate_screen());
    pty.type_in("\x04");
    pty.ended();
}

#[test]
fn where_no_shell_is_waiting_it_is_not_stopped() {
    let mut pty = Pty::start();
    pty.shows("TOY");
    pty.type_in("\x1a");
    pty.shows("not suspended");
    pty.signal(Signal::TSTP);
    pty.until("told twice", |pty| pty.screen().contents().matches("not suspended").count() == 2);
    pty.type_in("jq");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn a_size_that_no_signal_tells_of_is_seen_with_the_next_key() {
    let mut pty = Pty::run_in(&[], &[], true, false);
    pty.shows("TOY 80x24");
    pty.master.as_ref().unwrap().resize(size(60, 20)).unwrap();
    pty.type_in("o");
    pty.shows("TOY 60x20");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn two_hundred_sizes_do_not_break_it_and_the_last_is_drawn() {
    let mut pty = Pty::start();
    pty.shows("TOY");
    let mut seed: u32 = 7;
    for step in 0..200 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (columns, rows) = match step % 20 {
            0 => (1, 1),
            7 => (0, 0),
            13 => (0, 5),
            _ => (u16::try_from(seed >> 24).unwrap(), u16::try_from((seed >> 16) & 63).unwrap()),
        };
        pty.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
        thread::sleep(Duration::from_millis(u64::from(seed >> 30)));
    }
    pty.master.as_ref().unwrap().resize(size(80, 24)).unwrap();
    pty.shows("TOY 80x24 recorded=0");
    pty.type_in("jq");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn a_panic_in_any_thread_restores_the_terminal_and_quotes_no_case() {
    for key in ["P", "T"] {
        let mut pty = Pty::start();
        pty.shows("TOY");
        pty.type_in(key);
        let (code, screen) = pty.ended();
        assert_eq!(code, 101);
        assert!(screen.contains("An error in the program") && screen.contains("toy.rs:"), "{screen}");
        assert!(!screen.contains("secret"), "{screen}");
    }
}

#[test]
fn a_paste_is_one_message_and_no_key() {
    let mut pty = Pty::start();
    pty.shows("TOY");
    pty.type_in("\x1b[200~jjq\rja\x1b[201~");
    pty.shows("paste=\"jjq\\nja\"");
    assert!(pty.screen().contents().contains("recorded=0"));
    pty.type_in("\x1b");
    pty.shows("key=esc");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn nothing_is_written_and_nothing_wakes_while_nothing_happens() {
    let mut pty = Pty::start();
    pty.shows("TOY");
    let wakeups = |pty: &Pty| {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", pty.pid().as_raw_nonzero())).unwrap();
        let statuses = tasks.flatten().filter_map(|task| std::fs::read_to_string(task.path().join("status")).ok());
        let switches = statuses.filter_map(|status| {
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"))?.to_owned();
            line.rsplit('\t').next()?.parse::<u64>().ok()
        });
        switches.sum::<u64>()
    };
    let mut before = (pty.bytes().len(), wakeups(&pty));
    pty.until("a second of rest", |pty| {
        thread::sleep(Duration::from_secs(1));
        let after = (pty.bytes().len(), wakeups(pty));
        std::mem::replace(&mut before, after) == after
    });
    let written = pty.bytes().len();
    pty.type_in("oo");
    thread::sleep(Duration::from_millis(200));
    assert_eq!(pty.bytes().len(), written, "a key that changes nothing writes nothing");
    pty.type_in("j");
    pty.shows("recorded=1");
    assert!(pty.bytes().len() - written < 100, "an answer costs few bytes");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn what_others_write_is_told_and_its_number_noted() {
    let folder = tempfile::tempdir().unwrap();
    let (log, ledger) = (folder.path().join("log"), folder.path().join("ledger"));
    std::fs::create_dir_all(ledger.join("lotta")).unwrap();
    let mut pty = Pty::run(&[], &[log.to_str().unwrap(), ledger.to_str().unwrap()], true);
    pty.shows("TOY");
    std::fs::write(ledger.join("lotta/0001.jsonl"), "line").unwrap();
    pty.shows("foreign=1");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert_eq!(std::fs::read_to_string(log).unwrap(), "seen 41\nclose BRO-07 0\n");
}

#[test]
fn it_leaves_no_core_dump_and_outlives_a_limit_on_file_size() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let mut pty = Pty::run(&["sh", "-c", "ulimit -f 0; exec \"$0\" \"$@\""], &[log.to_str().unwrap()], true);
    pty.shows("TOY");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", pty.pid().as_raw_nonzero())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
    pty.type_in("j");
    assert_eq!(pty.ended().0, 101, "the toy panics at the error; a signal would have killed it");
}

#[test]
fn without_a_terminal_it_says_what_to_run_instead() {
    let run = |term: &str| {
        let mut command = std::process::Command::new(toy_path());
        command.env("TERM", term).stdin(std::process::Stdio::null()).output().unwrap()
    };
    let refused = run("xterm");
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("stdin") && told.contains("hint: ") && told.contains("--print"), "{told}");
}

#[test]
fn a_script_drives_the_same_program_without_a_terminal() {
    let mut headless = Headless::new(toy::Toy::default(), toy::Log::default(), 40, 6);
    headless.keys("jj<paste:ja>x<ctrl-z>").unwrap();
    assert_eq!(headless.frame(), "TOY 40x6 recorded=2\nreversed\nÄ漢● red\npaste=\"ja\"\nnot saved: 1\nresumed\n");
    assert_eq!(headless.cursor(), Some((0, 1)));
    headless.send(Msg::Waited { seconds: 1 });
    assert_eq!(headless.program.happened.last().map(String::as_str), Some("waited=1"));
    headless.keys("qj").unwrap();
    assert!(headless.ended());
    assert_eq!(headless.saver.lines, ["save j", "save j"], "nothing is typed into a program that has quit");
    assert!(
        script::run(toy::Toy::default(), toy::Log::default(), (None, None), "<nokey>", (40, 6), Form::Drawn).is_err()
    );
    assert_eq!(
        script::run(toy::Toy::default(), toy::Log::default(), (None, None), "j", (30, 1), Form::Drawn).unwrap(),
        "TOY 30x1 recorded=1\n"
    );
}
