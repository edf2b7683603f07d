//! The page that closes a case, and what is not reviewed.

use super::sitting::{Setup, Sitting, WHOLE, act, key, line, plain};
use aktkoll::study::index::CaseIx;
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::tui::Msg;
use aktkoll::tui::dialog::Dialog;
use aktkoll::tui::model::Next;

#[test]
fn the_closing_page_says_what_is_missing_and_space_closes_the_case() {
    let mut sitting = Sitting::typed(WHOLE);
    sitting.shows("5 av 5 besvarade");
    sitting.shows("1 skäl saknas");
    sitting.shows("Kontrollera: Bifall trots att planen saknas");
    sitting.shows("Nej (skriv skäl)");
    assert_eq!(sitting.log().len(), 5, "the closing page closes nothing by itself");
    sitting.keys("<space>");
    assert_eq!(sitting.last(), "done BRO-01=yes");
    sitting.is_at("BRO-02", "plan");
    sitting.shows("klara 1 av 4");
}

#[test]
fn gaps_stand_on_the_closing_page_and_enter_leads_to_them() {
    let mut sitting = Sitting::typed("n1<end><space>");
    sitting.shows("2 av 5 besvarade, 3 luckor");
    sitting.shows("LUCKA");
    sitting.keys("<down><down><enter>");
    sitting.is_at("BRO-01", "kontakt");
    // From there it goes on to the next gap, not back to the end of the case.
    sitting.keys("1<space>");
    sitting.is_at("BRO-01", "timmar");
}

#[test]
fn a_comment_is_the_motivation() {
    let mut sitting = Sitting::typed("nCfanns aldrig<enter>");
    sitting.keys(WHOLE.get(1..).unwrap());
    sitting.shows("5 av 5 besvarade");
    sitting.hides("skäl saknas");
}

#[test]
fn a_case_with_gaps_is_closed_when_the_key_says_so_twice() {
    let mut sitting = Sitting::typed("n<end><space><space>");
    sitting.shows("4 frågor är obesvarade.");
    assert_eq!(sitting.log().len(), 1, "what is missing is told first");
    sitting.keys("<down><space>");
    assert_eq!(sitting.log().len(), 1, "and again after any other key");
    sitting.keys("<space>");
    assert_eq!(sitting.last(), "done BRO-01=yes");
    assert_eq!(sitting.at().0, "BRO-02");
    sitting.keys("n<end><space><space><enter>");
    sitting.is_at("BRO-02", "utfall");
}

#[test]
fn an_answer_key_on_the_closing_page_says_what_can_be_done_there() {
    let mut sitting = Sitting::typed(WHOLE);
    for key in ["j", "n", "3"] {
        sitting.keys(key);
        sitting.shows("På den här sidan ges inga svar.");
    }
    sitting.keys("<esc>tj");
    sitting.shows("j gör inget här.");
    assert_eq!(sitting.log().len(), 5);
}

/// As fast as a keyboard repeats a key.
const REPEAT: std::time::Duration = std::time::Duration::from_millis(33);

#[test]
fn a_held_key_never_runs_over_the_border_of_a_case() {
    for held in ["space", "j", "n", "1", "enter"] {
        let mut sitting = Sitting::typed("");
        for _ in 0..60 {
            sitting.screen.send(Msg::Key { key: key(held), after: Some(REPEAT) });
        }
        assert_eq!(sitting.at().0, "BRO-01", "{held}");
        assert!(sitting.log().iter().all(|line| !line.starts_with("done")), "{held}");
    }
    let mut sitting = Sitting::typed(WHOLE);
    sitting.screen.send(Msg::Key { key: key("space"), after: Some(REPEAT) });
    assert!(matches!(sitting.model().dialog, Some(Dialog::Summary { .. })));
}

#[test]
fn after_the_last_case_the_screen_says_that_all_is_done() {
    let mut sitting = Sitting::typed("");
    for _ in 0..4 {
        sitting.keys(WHOLE);
        sitting.keys("<space>");
    }
    sitting.shows("Alla dina ärenden är klara.");
    sitting.shows("Nästa: rapporten (: och ”report”).");
    sitting.shows("klara 4 av 4");
    assert_eq!(sitting.log().iter().filter(|line| line.starts_with("done")).count(), 4);
}

#[test]
fn after_the_last_case_what_is_next_depends_on_what_waits_for_whom() {
    let plan =
        "case_id,coder,second,wave\nBRO-01,berit,alva,early\nBRO-02,alva,berit,early\nHAV-01,alva,,\nHAV-02,alva,,\n";
    let setup = |round| Setup { plan: Some(plan), round, protocol: plain(1), size: (120, 24), ..Setup::default() };
    let mut first = setup(Round::First).open();
    first.keys("j<space>");
    first.shows("Nästa: 1 ärende att dubbelgranska (: och ”omgång”).");
    let mut second = setup(Round::Second).open();
    second.keys("j<space>");
    second.shows("Alla dina ärenden i den här omgången är klara. : och ”omgång” går tillbaka");
    second.keys(":omgång<enter>");
    assert_eq!(second.model().next, Some(Next::Round(Round::First)));
    let done = |seq, coder, round, value| {
        let drafts = [act(Op::Answer, "BRO-01", "f1", value), act(Op::Done, "BRO-01", "", "yes")];
        drafts.into_iter().zip(seq..).map(move |(draft, seq)| line(seq, coder, Draft { round, ..draft }))
    };
    let discussed = line(3, "alva", act(Op::Flag, "HAV-01", "f1", "yes"));
    let discussed = Entry { item: "discuss".into(), ..discussed };
    let entries = done(1, "alva", Round::Second, "nej").chain([discussed]).collect();
    let plan = "case_id,coder,second,wave\nBRO-01,berit,alva,early\nBRO-02,alva,,\nHAV-01,alva,,\nHAV-02,alva,,\n";
    let mut last = Setup { plan: Some(plan), entries, ..setup(Round::First) }.open();
    last.keys("j<space>");
    for next in [
        "1 skillnad att avgöra (D)",
        "1 öppen diskussion (P)",
        "rapporten, preliminär",
        "så länge 3 ärenden är kvar hos andra",
    ] {
        last.shows(next);
    }
}

#[test]
fn a_closed_case_is_passed_over_and_can_be_opened_again() {
    let mut sitting = Sitting::typed("<pagedown>");
    sitting.keys(WHOLE);
    sitting.keys("<space><pageup><pageup><pageup>");
    sitting.keys(WHOLE);
    sitting.keys("<space>");
    assert_eq!(sitting.at().0, "HAV-01", "BRO-02 is closed already");
}

#[test]
fn a_case_that_cannot_be_reviewed_is_in_no_counts_until_it_can() {
    let mut sitting = Sitting::typed("j<up>xsekretess<enter>");
    assert_eq!(sitting.last(), "drop BRO-01=sekretess");
    assert_eq!(sitting.at().0, "BRO-02");
    sitting.shows("BRO-01 utgår: ”sekretess”. u ångrar.");
    assert_eq!(sitting.model().study.tally().total(0.into()).base, 0);
    assert_eq!(sitting.model().study.tally().dropped((0..4).map(CaseIx::new)), 1);
    sitting.shows("klara 0 av 3");
    sitting.keys("<pageup><end><space>");
    sitting.shows("Kan inte granskas: sekretess");
    sitting.keys("<esc>x");
    assert_eq!(sitting.last(), "drop BRO-01=");
    assert_eq!(sitting.model().study.tally().total(0.into()).base, 1);
    sitting.shows("klara 0 av 4");
}

#[test]
fn a_case_that_cannot_be_reviewed_says_why_and_takes_no_answers_until_that_is_taken_back() {
    let mut sitting = Sitting::typed("xsekretess<enter><pageup>");
    sitting.is_at("BRO-01", "plan");
    sitting.shows("Kan inte granskas: sekretess");
    for key in ["j", "n"] {
        sitting.keys(key);
        sitting.shows("x tar tillbaka det");
    }
    assert_eq!(sitting.log(), ["drop BRO-01=sekretess"]);
    sitting.keys("x");
    assert_eq!(sitting.last(), "drop BRO-01=");
    sitting.hides("sekretess");
    sitting.shows("kan granskas igen");
    sitting.keys("j");
    assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    sitting.keys("xdubblett<enter>u");
    sitting.keys("<pageup>");
    sitting.hides("dubblett");
}
