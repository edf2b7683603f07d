//! Any keys, any size, anybody's lines: no panic, a cursor in its place, and a ledger that replays to the same state.

use super::sitting::{Setup, Sitting, act, plain};
use crate::fixture::question;
use aktkoll::base::fault::Fault;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::tui::Msg;
use aktkoll::tui::model::Focus;
use proptest::prelude::*;

const SIZES: [(u16, u16); 9] = [(1, 1), (2, 2), (4, 3), (10, 3), (60, 15), (80, 24), (120, 40), (160, 50), (1000, 200)];

/// The screen's line with the cursor on it, which must be inside the frame.
fn cursor_line(sitting: &mut Sitting, (columns, rows): (u16, u16)) -> Option<String> {
    let (x, y) = sitting.screen.cursor()?;
    assert!(x < columns && y < rows, "the cursor is at {x},{y} of {columns}×{rows}");
    sitting.frame().lines().nth(y.into()).map(str::to_owned)
}

fn looks_right(sitting: &mut Sitting, size: (u16, u16)) {
    let line = cursor_line(sitting, size);
    let model = sitting.model();
    if size.0 < 60 || size.1 < 15 || model.dialog.is_some() || model.focus != Focus::Questions {
        return;
    }
    let asked = model.asked().unwrap().text.clone();
    let number = format!("{} {}", model.number(model.question), asked.chars().take(8).collect::<String>());
    let line = line.unwrap_or_default();
    assert!(line.contains(&number), "the cursor stands on {line:?}, not on {number:?}:\n{}", sitting.frame());
}

#[test]
fn the_last_line_of_a_long_page_is_reached_at_every_width() {
    for columns in [60, 80, 100] {
        for (keys, last) in [("?", "9"), ("t", "Utanför underlaget")] {
            let mut sitting = Setup { size: (columns, 24), ..Setup::default() }.open();
            sitting.keys(keys);
            let tells_more = |sitting: &mut Sitting| sitting.frame().lines().take(4).any(|line| line.contains('▼'));
            assert!(tells_more(&mut sitting), "{keys}");
            sitting.keys("<end>");
            assert!(!tells_more(&mut sitting), "{keys}");
            sitting.shows(last);
        }
    }
}

/// Opens a page of a study on a screen, turns its pages, and looks for every line that a high screen shows at once.
pub(super) fn shows_every_line(setup: &Setup, keys: &str, rows: u16) {
    let open = |rows| {
        let mut sitting = Setup { size: (80, rows), ..setup.clone() }.open();
        sitting.keys(keys);
        sitting
    };
    let (whole, mut sitting) = (open(200).frame(), open(rows));
    let mut pages = sitting.frame();
    loop {
        sitting.keys("<pagedown>");
        let page = sitting.frame();
        if pages.ends_with(&page) {
            break;
        }
        pages += &page;
    }
    for line in whole.lines() {
        assert!(pages.contains(line.trim()), "{keys} on {rows} rows never shows {line:?}:\n{pages}");
    }
}

#[test]
fn who_turns_the_pages_of_a_long_page_sees_every_line() {
    for (keys, rows) in [("?", 24), ("?", 15), ("t", 24), ("t", 17)] {
        shows_every_line(&Setup::default(), keys, rows);
    }
}

#[test]
fn where_the_case_list_has_no_room_it_takes_the_place_of_the_questions() {
    let size = (60, 15);
    let mut sitting = Setup { size, ..Setup::default() }.open();
    sitting.hides("HAV-01");
    sitting.keys("<tab><down>");
    sitting.shows("HAV-01");
    let line = cursor_line(&mut sitting, size).unwrap();
    assert!(line.contains("BRO-02"), "{line}");
    sitting.keys("j");
    assert!(sitting.log().is_empty());
    sitting.keys("<enter>");
    sitting.is_at("BRO-02", "plan");
    sitting.hides("HAV-01");
}

#[test]
fn a_turned_page_begins_with_its_heading_and_says_what_is_hidden_above() {
    let mut sitting = Setup { protocol: plain(30), ..Setup::default() }.open();
    sitting.hides("▲");
    sitting.keys(&"<down>".repeat(20));
    let frame = sitting.frame();
    assert!(frame.lines().nth(1).unwrap().contains("Trygghet") && frame.contains("▲ "), "{frame}");
    sitting.keys("t<end>");
    let title = sitting.frame().lines().nth(1).unwrap().to_owned();
    assert!(title.contains("▲ ") && !title.contains('▼'), "{title}");
}

#[test]
fn nobody_answers_what_does_not_show() {
    for (size, keys) in [((20, 5), "j"), ((2, 1), "j"), ((3, 3), "1"), ((20, 5), "<down><down><down>7")] {
        let mut sitting = Sitting::typed("");
        sitting.screen.send(Msg::Resized { columns: size.0, rows: size.1 });
        sitting.keys(keys);
        assert!(sitting.log().is_empty() && sitting.model().dialog.is_none(), "{size:?}");
        sitting.screen.send(Msg::Resized { columns: 80, rows: 24 });
        sitting.shows("Frågan och dess svar syns inte i sin helhet.");
        sitting.keys("j");
        assert_eq!(sitting.log().len(), usize::from(keys.len() == 1), "{size:?}");
    }
}

#[test]
fn what_is_told_begins_at_its_beginning_and_says_where_it_is_cut() {
    let whole = "dess svar syns inte i sin helhet. Gör fönstret större, eller rulla fram resten med";
    for rows in [5, 6] {
        let mut sitting = Setup { size: (20, rows), ..Setup::default() }.open();
        sitting.keys("j");
        let frame = sitting.frame();
        let told: Vec<&str> = frame.split("Frågan och").nth(1).unwrap().split_whitespace().collect();
        let told = told.join(" ").strip_suffix('…').map(str::to_owned);
        assert!(told.is_some_and(|told| whole.starts_with(&told)), "{frame}");
    }
}

/// Questions with choices, long and short, whose words stand nowhere else on the screen.
fn wordy() -> String {
    let words = |of: &str, n: usize| (1..=n).map(|n| format!("{of}{n:02}")).collect::<Vec<_>>().join(" ");
    let asked = |(n, (text, choices, label, meaning)): (usize, (usize, usize, usize, usize))| {
        let choice = |choice: usize| {
            let of = |kind: char| format!("{}{}{choice}", char::from(b'p' + u8::try_from(n).unwrap()), kind);
            let (label, meaning) = (words(&of('l'), label), words(&of('m'), meaning));
            (format!("{{ id = \"c{choice}\", label = \"{label}\" }}"), format!("c{choice} = \"{meaning}\""))
        };
        let (choices, meanings): (Vec<_>, Vec<_>) = (0..choices).map(choice).unzip();
        let meanings = if meaning == 0 { String::new() } else { format!("meaning = {{ {} }}", meanings.join(", ")) };
        let fields = format!("guidance = '{}'\nchoices = [{}]\n{meanings}", words("v", 40), choices.join(", "));
        question(&format!("q{n}"), &words(&format!("t{n}"), text), &fields)
    };
    let shapes = [(3, 2, 1, 0), (30, 3, 4, 9), (5, 8, 1, 0), (5, 9, 5, 0), (9, 5, 1, 12), (2, 3, 2, 3)];
    plain(0) + &shapes.into_iter().enumerate().map(asked).collect::<String>()
}

/// The words of the open question and its choices.
fn words_of(sitting: &Sitting) -> Vec<String> {
    let asked = sitting.model().asked().unwrap();
    let choices = asked.choices().iter().flat_map(|choice| [choice.label.as_str(), choice.meaning.as_str()]);
    let texts = std::iter::once(asked.text.as_str()).chain(choices);
    texts.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn whatever_is_told_nobody_answers_what_was_not_on_the_screen(
        steps in prop::collection::vec((0..12usize, 4..110u16, 3..34u16, 0..60usize), 1..40),
    ) {
        let open = |size, entries| {
            let mut sitting = Setup { protocol: wordy(), size, entries, ..Setup::default() }.open();
            sitting.screen.program.tallies = aktkoll::study::Tallies::Never;
            sitting
        };
        let mut sitting = open((80, 24), Vec::new());
        let place = |sitting: &Sitting| (sitting.at(), sitting.model().size);
        let (mut seen, mut here) = (vec![sitting.frame()], place(&sitting));
        for (what, columns, rows, told) in steps {
            let wanted = words_of(&sitting);
            let before = sitting.log().len();
            // Who has rolled on has seen what was there before, too.
            let from = if sitting.model().panel > 0 { 0 } else { seen.len() - 1 };
            match what {
                0 => sitting = open((columns, rows), sitting.screen.saver.log.clone()),
                1..=3 => {
                    let cause = "något ".repeat(told);
                    let faults = Fault::new(aktkoll::msg!("ledger-not-saved", cause = cause)).into();
                    sitting.screen.send(Msg::Recovered(faults));
                }
                4..=6 => sitting.keys("<right>"),
                7 => sitting.keys("<down>"),
                what => sitting.keys(["1", "2", "3", "7"][what - 8]),
            }
            // In fewer columns words are cut into pieces.
            if sitting.log().len() > before && here.1.0 >= 30 {
                let seen = seen[from..].concat();
                let lacking: Vec<&String> = wanted.iter().filter(|word| !seen.contains(word.as_str())).collect();
                prop_assert!(lacking.is_empty(), "{:?} at {:?}: {:?}\n{}", lacking, here, what, seen);
            }
            let now = place(&sitting);
            if now != here {
                seen.clear();
            }
            seen.push(sitting.frame());
            here = now;
        }
    }
}

#[test]
fn what_is_told_leaves_the_question_and_its_choices_in_sight() {
    let mut sitting = Setup { size: (60, 15), ..Setup::default() }.open();
    let faults = Fault::new(aktkoll::msg!("ledger-not-saved", cause = "något ".repeat(200))).into();
    sitting.screen.send(Msg::Recovered(faults));
    for text in ["Finns en plan?", "aktuell plan", "saknas", "Framgår ej", "…"] {
        sitting.shows(text);
    }
    sitting.keys("j");
    assert_eq!(sitting.log().len(), 1);
}

#[test]
fn no_size_is_too_small_or_too_large_for_any_page() {
    let pages =
        ["", "j", "t", "h", "s", "?", ":", "/b", "c", "f", "F", "<tab>", "<end>", "<end><space>", "#", "n11<space>7"];
    for size in SIZES {
        for keys in pages {
            let mut sitting = Setup { size, ..Setup::default() }.open();
            sitting.keys(keys);
            looks_right(&mut sitting, size);
            sitting.keys("<right><down><up><left>");
            looks_right(&mut sitting, size);
        }
    }
}

#[test]
fn the_cursor_follows_through_every_question_and_case() {
    for size in [(60, 15), (80, 24), (120, 40)] {
        let mut sitting = Setup { size, ..Setup::default() }.open();
        for keys in
            ["j", "n", "1", "<up>", "<home>", "<end>", "<pagedown>", "O", "<down>", "O", "#4<enter>", "2", "<space>"]
        {
            sitting.keys(keys);
            looks_right(&mut sitting, size);
        }
    }
}

/// Something that happens.
#[derive(Debug, Clone)]
enum Event {
    Keys(&'static str),
    Size(usize),
    Other(Draft, &'static str),
    Fails(bool),
}

const KEYS: [&str; 49] = [
    "j",
    "d",
    "n",
    "e",
    "o",
    "1",
    "2",
    "3",
    "0",
    "9",
    "<space>",
    "<enter>",
    "<esc>",
    "<backspace>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<home>",
    "<end>",
    "<pageup>",
    "<pagedown>",
    "<tab>",
    "cett<enter>",
    "C",
    "m",
    "\"citat<enter>",
    "!",
    "f",
    "M",
    "bhit<enter>",
    "u",
    "U",
    "g",
    "/",
    "#",
    "t",
    "T",
    "v",
    "h",
    "x",
    "i",
    "F",
    "O",
    ":",
    "?",
    "7,5<enter>",
    "<esc><tab><home><enter>",
    "<paste:å\nj>",
];

fn events() -> impl Strategy<Value = Vec<Event>> {
    let case =
        prop::sample::select(vec!["BRO-01", "BRO-02", "HAV-01", "okänt", "unit:BRO:ledning", "unit:HAV:handlaggare"]);
    let answer = prop::sample::select(vec![
        ("plan", "ja"),
        ("plan", "nej"),
        ("plan", ""),
        ("foljs", "ja"),
        ("kontakt", "vard"),
        ("timmar", "3.25"),
        ("rutin", "delvis"),
        ("kand", "ja"),
        ("okänd", "x"),
    ]);
    let other = (case, answer, 0..8usize, any::<bool>()).prop_map(|(case, (question, value), op, second)| {
        let op = Op::ALL[op].0;
        let (question, value) = match op {
            Op::Answer | Op::Note | Op::Quote | Op::Flag => (question, value),
            _ => ("", value),
        };
        let round = if second { Round::Second } else { Round::First };
        Event::Other(Draft { round, ..act(op, case, question, value) }, if second { "alva" } else { "cilla" })
    });
    let event = prop_oneof![
        20 => prop::sample::select(KEYS.to_vec()).prop_map(Event::Keys),
        1 => (0..SIZES.len()).prop_map(Event::Size),
        2 => other,
        1 => any::<bool>().prop_map(Event::Fails),
    ];
    prop::collection::vec(event, 0..60)
}

/// Every answer with how it stands, and every count.
fn state(study: &aktkoll::study::Study) -> String {
    let mut told = String::new();
    for case in 0..study.cases.cases.len() {
        for cell in study.tally().cells(case.into()) {
            told.push_str(&format!("{:?} {} ", cell.status, study.answers.text(cell.value)));
        }
        told.push_str(&format!(
            "{:?} {:?}\n",
            study.answers.owner(case.into()),
            study.answers.dropped(case.into()).is_some()
        ));
    }
    for question in 0..study.protocol.questions.len() {
        told.push_str(&format!("{:?}\n", study.tally().total(question.into())));
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn whatever_happens_the_ledger_replays_to_what_the_screen_had(events in events(), blind in any::<bool>(), units in any::<bool>()) {
        let round = if blind { Round::Second } else { Round::First };
        let blank = if units { super::units::setup() } else { Setup::default() };
        // A case that is begun blind without a plan closes when the study is opened next, not while it is open.
        let blank = Setup { is_veiled: false, ..blank };
        let mut size = (80, 24);
        let mut sitting = Setup { round, ..blank.clone() }.open();
        for event in events {
            match event {
                Event::Keys(keys) => sitting.keys(keys),
                Event::Size(place) => {
                    size = SIZES[place];
                    let setup = sitting.setup.clone();
                    let entries = sitting.screen.saver.log.clone();
                    if size.0 > 200 {
                        sitting.screen.send(Msg::Resized { columns: size.0, rows: size.1 });
                        size = setup.size;
                        sitting.screen.send(Msg::Resized { columns: size.0, rows: size.1 });
                    } else {
                        sitting = Setup { size, entries, ..setup }.open();
                    }
                }
                Event::Other(draft, coder) => sitting.other(coder, draft),
                Event::Fails(fails) => sitting.screen.saver.fails = fails,
            }
            looks_right(&mut sitting, size);
            // The list of all that can be done leads out, too; others' lines come in no more then.
            if sitting.screen.ended() {
                break;
            }
        }
        let live = state(&sitting.model().study);
        let entries = sitting.screen.saver.log.clone();
        prop_assert_eq!(&live, &state(&Setup { entries: entries.clone(), ..blank.clone() }.study()));
        let backwards = entries.into_iter().rev().collect();
        prop_assert_eq!(&live, &state(&Setup { entries: backwards, ..blank }.study()));
    }
}

#[test]
fn a_line_for_a_case_or_question_that_is_not_there_changes_nothing_on_the_screen() {
    let mut sitting = Sitting::typed("j");
    let before = sitting.frame();
    sitting.other("alva", act(Op::Answer, "borta", "plan", "ja"));
    sitting.other("alva", act(Op::Answer, "BRO-01", "borta", "ja"));
    assert_eq!(sitting.frame(), before);
}

#[test]
fn the_round_is_named_whole_on_a_narrow_screen() {
    for (round, name) in [(Round::Second, "dubbelgranskning"), (Round::Spot, "stickprov")] {
        for columns in [50, 60, 80] {
            let mut sitting = Setup { round, size: (columns, 15), ..Setup::default() }.open();
            let frame = sitting.frame();
            let header = frame.lines().next().unwrap();
            assert!(header.contains(name) && header.contains("BRO-01"), "{columns}: {header}");
        }
    }
}

#[test]
fn a_tally_of_five_answers_is_not_cut() {
    let mut sitting = Sitting::typed("j<home>");
    for text in ["Ej aktuellt", "Framgår ej", "Underlag", "Kvinnor", "Totalt"] {
        let frame = sitting.frame();
        let strip: Vec<&str> = frame.lines().skip_while(|line| !line.contains("Hittills, fråga 1")).collect();
        assert!(strip.iter().any(|line| line.contains(text)), "{text}:\n{frame}");
    }
}
