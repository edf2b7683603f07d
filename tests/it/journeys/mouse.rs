//! A mouse: what is clicked is what stands there, and nothing but a whole click is one.

use super::sitting::{Setup, Sitting, WHOLE};
use aktkoll::tui::decode::{Charset, Decoder, Input};
use aktkoll::tui::hit::{self, Target};
use aktkoll::tui::model::Focus;
use aktkoll::tui::mouse::{Act, Mouse};
use aktkoll::tui::{Msg, Program};
use std::time::Duration;

fn open(setup: Setup) -> Sitting {
    Setup { mouse: true, ..setup }.open()
}

/// Column and row at which a text stands.
fn place(sitting: &mut Sitting, text: &str) -> (u16, u16) {
    let frame = sitting.frame();
    let found = frame.lines().enumerate().filter(|(_, line)| line.contains(text));
    let (row, line) = found.last().unwrap_or_else(|| panic!("{text} is not shown:\n{frame}"));
    (u16::try_from(line.split(text).next().unwrap().chars().count()).unwrap(), u16::try_from(row).unwrap())
}

fn told(act: Act, (column, row): (u16, u16), after: Option<Duration>) -> Msg {
    Msg::Mouse { mouse: Mouse { act, column, row }, after }
}

fn click_at(sitting: &mut Sitting, at: (u16, u16)) {
    sitting.screen.send(told(Act::Press, at, None));
    sitting.screen.send(told(Act::Release, at, None));
}

fn click(sitting: &mut Sitting, text: &str) {
    let at = place(sitting, text);
    click_at(sitting, at);
}

#[test]
fn a_click_on_a_choice_answers_like_its_key() {
    let mut sitting = open(Setup::default());
    click(&mut sitting, "aktuell plan");
    click(&mut sitting, "n Nej");
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja", "answer BRO-01 foljs=nej"]);
    click(&mut sitting, "2 Avslag");
    click(&mut sitting, "1 Anhörig");
    click(&mut sitting, "2 Vård");
    assert_eq!(
        sitting.log()[2..],
        ["answer BRO-01 utfall=avslag", "answer BRO-01 kontakt=anhorig", "answer BRO-01 kontakt=anhorig;vard"]
    );
    sitting.is_at("BRO-01", "kontakt");
}

#[test]
fn a_click_opens_a_case_or_a_question_and_chooses_a_line() {
    let mut sitting = open(Setup::default());
    click(&mut sitting, "HAV-01");
    assert_eq!(sitting.at().0, "HAV-01");
    click(&mut sitting, "Hur många timmar?");
    sitting.is_at("HAV-01", "timmar");
    sitting.keys("f");
    click(&mut sitting, "diskutera");
    assert!(sitting.last().starts_with("flag HAV-01"), "{}", sitting.last());
    sitting.keys("<pageup><pageup>");
    sitting.keys(WHOLE);
    click(&mut sitting, "Vilket utfall?");
    assert_eq!(sitting.at().1, "utfall");
    assert_eq!(sitting.log().iter().filter(|line| line.starts_with("done")).count(), 0);
}

#[test]
fn the_wheel_moves_what_is_under_it_and_answers_nothing() {
    let mut sitting = open(Setup::default());
    let at = place(&mut sitting, "BRO-02");
    sitting.screen.send(told(Act::WheelDown, at, None));
    assert_eq!((sitting.model().focus, sitting.model().cursor), (Focus::Cases, 2));
    sitting.keys("<esc>");
    let at = place(&mut sitting, "Vilket utfall?");
    let before = sitting.at();
    sitting.screen.send(told(Act::WheelDown, at, None));
    assert_ne!(sitting.at(), before);
    sitting.keys("?");
    sitting.screen.send(told(Act::WheelDown, (30, 10), None));
    sitting.screen.send(told(Act::WheelDown, (30, 10), None));
    assert_eq!(sitting.log(), [] as [&str; 0]);
    let frame = sitting.frame();
    sitting.screen.send(told(Act::WheelUp, (30, 10), None));
    assert_ne!(sitting.frame(), frame);
}

#[test]
fn what_is_no_whole_click_answers_nothing() {
    let mut sitting = open(Setup::default());
    let at = place(&mut sitting, "aktuell plan");
    let beside = (at.0 + 1, at.1);
    for acts in [
        &[(Act::Press, at)][..],
        &[(Act::Release, at)],
        &[(Act::Press, at), (Act::Release, beside)],
        &[(Act::Press, at), (Act::WheelDown, (0, 0)), (Act::Release, at)],
        &[(Act::Release, at), (Act::Press, beside), (Act::Release, at)],
    ] {
        for (act, at) in acts {
            sitting.screen.send(told(*act, *at, None));
        }
        sitting.screen.send(told(Act::Release, (0, 0), None));
        sitting.keys("<esc>");
    }
    assert_eq!(sitting.log(), [] as [&str; 0]);
    // The second click of two in quick succession would be about the next question.
    click_at(&mut sitting, at);
    sitting.screen.send(told(Act::Press, at, Some(Duration::from_millis(200))));
    sitting.screen.send(told(Act::Release, at, Some(Duration::from_millis(230))));
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
}

#[test]
fn while_a_line_is_on_its_way_or_keys_are_in_doubt_nothing_is_clicked() {
    let mut sitting = open(Setup::default());
    let at = place(&mut sitting, "aktuell plan");
    let drafts = sitting.pends("n");
    for act in [Act::Press, Act::Release] {
        assert!(sitting.screen.program.update(told(act, at, None)).is_empty());
    }
    assert_eq!(sitting.reaches_disk(&drafts[0]), None, "and nothing waits");
    let mut off = Setup::default().open();
    click_at(&mut off, at);
    click(&mut off, "HAV-01");
    assert_eq!((off.log().len(), off.at().0.as_str()), (0, "BRO-01"), "a mouse that is not wanted is not heard");
}

#[test]
fn what_a_click_hits_is_what_is_drawn_there() {
    for size in [(60, 15), (80, 24), (120, 40)] {
        let mut sitting = open(Setup { size, ..Setup::default() });
        for _ in 0..6 {
            let frame: Vec<Vec<char>> = sitting.frame().lines().map(|line| line.chars().collect()).collect();
            let model = sitting.model();
            let mut hits = 0;
            for (row, line) in frame.iter().enumerate() {
                for column in 0..size.0 {
                    let row = u16::try_from(row).unwrap();
                    let text: String = line.iter().collect();
                    match hit::at(model, column, row) {
                        Some(Target::Choice(place)) => {
                            let label = &model.asked().unwrap().choices()[place].label;
                            assert!(text.contains(label.as_str()), "{size:?} {row}: {text} is not {label}");
                            hits += 1;
                        }
                        Some(Target::Case(case)) => assert!(text.contains(model.case_id(case)), "{text}"),
                        Some(Target::Question(question)) => {
                            let start: String = model.protocol().questions[question].text.chars().take(8).collect();
                            assert!(text.contains(&start), "{text} is not {start}");
                        }
                        Some(Target::Line(_)) => panic!("no list lies there"),
                        Some(Target::Cases | Target::Panel | Target::File) | None => {}
                    }
                }
            }
            let choices = model.asked().map_or(0, |asked| asked.choices().len());
            assert!(hits >= choices, "{size:?}: every choice can be hit, {hits} of {choices}");
            sitting.keys("<down>");
        }
    }
}

#[test]
fn no_sequence_that_is_cut_or_garbled_is_an_answer() {
    let mut sitting = open(Setup { size: (80, 24), ..Setup::default() });
    let (column, row) = place(&mut sitting, "aktuell plan");
    let (column, row) = (column + 1, row + 1);
    let whole = format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m");
    let mut garbled: Vec<String> = Vec::new();
    for at in 0..whole.len() {
        let (before, after) = whole.split_at(at);
        let after: String = after.chars().skip(1).collect();
        garbled.push(before.to_owned() + &after);
        garbled.push(before.to_owned());
        for c in ["0", "9", ";", "<", "x", "\x1b"] {
            garbled.push(before.to_owned() + c + &after);
        }
    }
    for button in [1, 2, 4, 8, 16, 32, 35, 66, 128] {
        garbled.push(format!("\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m"));
    }
    garbled.push(format!("\x1b[M {}{}\x1b[M#{}{}", '!', '!', '!', '!'));
    garbled.push(format!("\x1b[32;{column};{row}M\x1b[35;{column};{row}M"));
    garbled.push(format!("\x1b[200~{whole}\x1b[201~"));
    for bytes in garbled.iter().filter(|bytes| **bytes != whole) {
        let mut decoder = Decoder::new(Charset::named("UTF-8"));
        let mut inputs = decoder.feed(bytes.as_bytes());
        while decoder.patience().is_some() {
            inputs.extend(decoder.quiet());
        }
        for input in inputs {
            match input {
                Input::Mouse(mouse) => sitting.screen.send(Msg::Mouse { mouse, after: None }),
                Input::Paste(text) => sitting.screen.send(Msg::Paste(text)),
                // What is left without its beginning is what somebody typed.
                Input::Key(_) | Input::Held(_) | Input::Escaped(_) | Input::Unheard(_) | Input::Heard => {}
            }
        }
        sitting.keys("<esc>");
        assert_eq!(sitting.log(), [] as [&str; 0], "{bytes:?}");
    }
    click_at(&mut sitting, (column - 1, row - 1));
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
}
