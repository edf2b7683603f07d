//! Ends that nobody chose: signals, a closed terminal, a killed process.

use super::desk::{Desk, QUESTIONS, answered, last_frame};
use rustix::process::Signal;
use std::thread;
use std::time::Duration;

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// One sitting that ends at a random moment: what was shown as saved is there, and the terminal is as it was.
fn ends(run: u64) {
    let desk = Desk::new();
    let mut chance = Chance(run.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..20).for_each(|_| _ = chance.below(2));
    let mut pty = desk.open("carina", &[]);
    let mut typed = String::new();
    for _ in 0..=chance.below(QUESTIONS as u64 - 2) {
        typed.push(if chance.below(2) == 0 { 'y' } else { 'n' });
        pty.type_in(&typed[typed.len() - 1..]);
        thread::sleep(Duration::from_millis(chance.below(12)));
    }
    thread::sleep(Duration::from_micros(chance.below(5000)));
    match run % 4 {
        0 => pty.signal(Signal::KILL),
        1 => pty.signal(Signal::TERM),
        2 => pty.signal(Signal::HUP),
        _ => pty.close("?"),
    }
    let code = pty.code();
    thread::sleep(Duration::from_millis(30));
    let shown = answered(&last_frame(&pty));
    let expected = [1, 143, 129, 129][usize::try_from(run % 4).unwrap()];
    let kept = desk.keys();
    assert!(code == expected || run.is_multiple_of(4), "run {run}: ended with {code}");
    assert!(kept.len() >= shown, "run {run}: {shown} were shown as saved, {} are there", kept.len());
    assert!(typed.starts_with(&kept), "run {run}: typed {typed}, kept {kept}");
    assert_eq!(desk.reopened("carina"), (kept.len(), 0), "run {run}");
    if matches!(run % 4, 1 | 2) {
        pty.ended();
    }
}

#[test]
fn whatever_ends_it_at_whatever_moment_what_was_shown_as_saved_is_kept() {
    let runs = std::env::var("AKTKOLL_TEST_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(20);
    (0..runs).for_each(ends);
}

#[test]
fn an_answer_on_the_screen_is_a_line_in_the_ledger_at_that_moment() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    for (number, key) in (1..).zip(["y", "n", "y"]) {
        pty.type_in(key);
        pty.until("the answer", |pty| answered(&pty.screen().contents()) == number);
        let ledger = std::fs::read_to_string(desk.newest("carina")).unwrap();
        assert_eq!(ledger.matches("\"op\":\"answer\"").count(), number, "{ledger}");
        assert!(ledger.ends_with('\n') && pty.screen().contents().contains("Saved"), "{ledger}");
    }
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert_eq!(desk.keys(), "yny");
}

/// A sitting that ends without a word, as when the power goes: its last line but one is its last.
fn cut_off(desk: &Desk, keys: &str) {
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", keys, "--print"]).code, 0);
    let file = desk.newest("carina");
    let whole = std::fs::read_to_string(&file).unwrap();
    let (before, last) = whole.trim_end().rsplit_once('\n').unwrap();
    assert!(last.contains("\"op\":\"close\""));
    std::fs::write(&file, format!("{before}\n")).unwrap();
}

#[test]
fn after_a_sitting_that_was_cut_off_one_comes_back_to_its_last_line() {
    let desk = Desk::new();
    let open = || desk.run(&["S", "--coder", "carina", "--view", "--keys", "", "--print"]).out;
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", "yn", "--print"]).code, 0);
    cut_off(&desk, "<pagedown>y");
    let frame = open();
    assert!(frame.lines().next().unwrap().contains("A-02"), "{frame}");
    cut_off(&desk, "");
    let frame = open();
    assert!(frame.lines().next().unwrap().contains("A-01"), "a sitting without a line leaves no place\n{frame}");
}
