//! Blind rounds: the screen is the same whether or not anybody has coded before.

use super::sitting::{Setup, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};

const CANARY: &str = "KANARIE";

/// A first coding of everything that the first coder can leave behind.
fn coded_by(coder: &str) -> Vec<Entry<'static>> {
    let quote = Draft { item: format!("{coder}-1"), ..act(Op::Quote, "BRO-01", "plan", "KANARIE citat") };
    let unsure = Draft { item: "unsure".to_owned(), ..act(Op::Flag, "HAV-01", "plan", "yes") };
    let found = "0123456789abcdef0123456789abcdef text 1";
    let drafts = [
        Draft { item: "KANARIE:1-2".to_owned(), ..act(Op::Evidence, "BRO-01", "plan", found) },
        act(Op::Answer, "BRO-01", "plan", "nej"),
        act(Op::Answer, "BRO-01", "utfall", "bifall"),
        act(Op::Answer, "BRO-01", "ovrigt", "KANARIE svar"),
        act(Op::Note, "BRO-01", "plan", "KANARIE kommentar"),
        act(Op::Note, "BRO-01", "", "KANARIE om ärendet"),
        quote,
        act(Op::Flag, "BRO-01", "plan", "yes"),
        unsure,
        act(Op::Bookmark, "BRO-01", "", "KANARIE bokmärke"),
        act(Op::Done, "BRO-01", "", "yes"),
        act(Op::Answer, "HAV-01", "plan", "ja"),
        act(Op::Note, "HAV-01", "plan", "KANARIE igen"),
    ];
    drafts.into_iter().zip(1..).map(|(draft, seq)| line(seq, coder, draft)).collect()
}

/// What the coder of the blind rounds has drawn for a spot check.
fn drawn() -> Vec<Entry<'static>> {
    let take = |case| Draft { round: Round::Spot, ..act(Op::Take, case, "", "17") };
    ["BRO-01", "HAV-01"].into_iter().zip(90..).map(|(case, seq)| line(seq, "berit", take(case))).collect()
}

/// A journey past everything that could show something.
const JOURNEY: [&str; 29] = [
    "",
    "P",
    "<esc>=",
    "<esc>s",
    "<esc>'",
    "<end><enter>",
    "<esc>",
    "g",
    "<down>",
    "<end>",
    "<home>",
    "h",
    "<esc>",
    "M",
    "<esc>",
    "F4<enter>",
    "<esc>",
    "F1<enter>",
    "c",
    "<esc>",
    "m",
    "<esc>",
    "b",
    "<esc>",
    "/plan",
    "<esc>",
    "n1<end><space>",
    "<esc><home>g",
    "<esc><pagedown><pagedown>",
];

#[test]
fn a_blind_coder_sees_nothing_of_the_first_coding() {
    for round in [Round::Second, Round::Spot] {
        for first in ["alva", "berit"] {
            let mut empty = Setup { round, entries: drawn(), ..Setup::default() }.open();
            let mut coded = Setup { round, entries: [coded_by(first), drawn()].concat(), ..Setup::default() }.open();
            for keys in JOURNEY {
                empty.keys(keys);
                coded.keys(keys);
                let frame = coded.frame();
                assert!(!frame.contains(CANARY), "{first}, {keys}:\n{frame}");
                assert_eq!(frame, empty.frame(), "{first}, {round:?}, after {keys}");
            }
            assert_eq!(coded.log(), empty.log());
        }
    }
}

#[test]
fn why_the_first_coder_dropped_a_case_is_not_shown() {
    let dropped = vec![line(1, "alva", act(Op::Drop, "BRO-01", "", "KANARIE skäl"))];
    let mut sitting = Setup { round: Round::Second, entries: dropped, ..Setup::default() }.open();
    for keys in ["", "<pageup>", "<end><space>", "<esc>x"] {
        sitting.keys(keys);
        sitting.hides(CANARY);
    }
}

#[test]
fn a_line_of_the_first_coding_that_comes_in_meanwhile_does_not_show() {
    let mut sitting = Setup { round: Round::Second, ..Setup::default() }.open();
    let before = sitting.frame();
    for entry in coded_by("alva") {
        let draft = Draft {
            op: entry.op,
            round: entry.round,
            case_id: entry.case_id.into(),
            question: entry.question.into(),
            item: entry.item.into(),
            value: entry.value.into(),
            was: String::new(),
            undoes: None,
            begun: None,
        };
        sitting.other("alva", draft);
        assert_eq!(sitting.frame(), before);
    }
}

#[test]
fn blind_answers_move_no_tally_and_are_ones_own() {
    let mut sitting = Setup { round: Round::Second, entries: coded_by("alva"), ..Setup::default() }.open();
    sitting.keys("d");
    assert_eq!(sitting.last(), "answer BRO-01 plan=delvis");
    assert_eq!(sitting.model().answer(0.into()), "delvis");
    assert_eq!(sitting.answer("BRO-01", "plan"), "nej", "the answer of record stands");
    assert_eq!(sitting.screen.saver.log.last().unwrap().round, Round::Second);
}

#[test]
fn nobody_codes_a_second_time_what_is_ones_own_in_the_first_round() {
    let mut sitting = Setup { round: Round::Second, entries: coded_by("berit"), ..Setup::default() }.open();
    sitting.is_at("BRO-02", "plan");
    sitting.shows("klara 0 av 2");
    sitting.keys("/BRO-01<enter>");
    assert_eq!(sitting.model().case_id(sitting.model().case), "BRO-01");
    sitting.keys("#1<enter>j");
    sitting.shows("Bara en kollega kan dubbelgranska det.");
    assert!(sitting.log().is_empty());
    sitting.keys("/BRO-02<enter>j");
    assert_eq!(sitting.last(), "answer BRO-02 plan=ja");
}
