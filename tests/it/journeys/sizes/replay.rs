//! Any keys, any size, anybody's lines: the ledger replays to the same state.

use super::{SIZES, looks_right};
use crate::journeys::sitting::{Setup, Sitting, act};
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::tui::Msg;
use proptest::prelude::*;

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
        let blank = if units { crate::journeys::units::setup() } else { Setup::default() };
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
