//! The page that tells how alike two coders coded: it moves with their lines, and tells of finished codings alone.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};

/// Berit codes both cases of Bromma, alva codes them again.
pub(super) const PLAN: &str =
    "case_id,coder,second,wave\nBRO-01,berit,alva,early\nBRO-02,berit,alva,late\nHAV-01,berit,,\nHAV-02,alva,,\n";

pub(super) fn second(draft: Draft) -> Draft {
    Draft { round: Round::Second, ..draft }
}

/// Berit's first coding of a case, with what only who has finished it may know.
fn coded(seq: u64, case: &'static str, plan: &'static str) -> Vec<Entry<'static>> {
    let drafts = [
        act(Op::Answer, case, "plan", plan),
        act(Op::Answer, case, "ovrigt", &format!("KANARIE {case}")),
        act(Op::Done, case, "", "yes"),
    ];
    drafts.into_iter().zip(seq..).map(|(draft, seq)| line(seq, "berit", draft)).collect()
}

pub(super) fn first_codings() -> Vec<Entry<'static>> {
    [coded(1, "BRO-01", "ja"), coded(4, "BRO-02", "delvis")].concat()
}

fn first_coder() -> Sitting {
    Setup { plan: Some(PLAN), entries: first_codings(), ..Setup::default() }.open()
}

#[test]
fn the_page_moves_with_the_second_coder_and_tells_only_what_both_have_finished() {
    let mut sitting = first_coder();
    sitting.keys("=");
    sitting.shows("0 av 2 ärenden kodade av båda");
    sitting.hides("lika i");
    sitting.other("alva", second(act(Op::Answer, "BRO-01", "plan", "nej")));
    sitting.shows("alva: 1 svar i 1 ärende som inte är klart");
    sitting.other("alva", second(act(Op::Answer, "BRO-02", "plan", "delvis")));
    sitting.shows("alva: 2 svar i 2 ärenden som inte är klara");
    for hidden in ["lika i", "Nej", "Delvis"] {
        sitting.hides(hidden);
    }
    sitting.other("alva", second(act(Op::Done, "BRO-01", "", "yes")));
    sitting.shows("1 av 2 ärenden kodade av båda · 0 av 1 svar lika");
    sitting.shows("alva: 1 svar i 1 ärende som inte är klart");
    sitting.shows("Finns en plan?");
    sitting.shows("0 av 1 lika");
    sitting.other("alva", second(act(Op::Done, "BRO-02", "", "yes")));
    sitting.shows("2 av 2 ärenden kodade av båda · 1 av 2 svar lika");
    sitting.hides("inte är klar");
}

#[test]
fn a_question_leads_to_the_cases_in_which_they_differ_and_on_to_the_place() {
    let mut sitting = first_coder();
    for (case, plan) in [("BRO-01", "nej"), ("BRO-02", "delvis")] {
        sitting.other("alva", second(act(Op::Answer, case, "plan", plan)));
        sitting.other("alva", second(act(Op::Done, case, "", "yes")));
    }
    sitting.keys("/HAV-01<enter>=<enter>");
    sitting.shows("Fråga 1: 1 av 2 lika");
    sitting.shows("BRO-01  alva: Nej · Berit: Ja");
    sitting.hides("BRO-02  ");
    sitting.keys("<enter>");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("=<end><enter>");
    sitting.shows("Alla svar är lika där.");
    sitting.shows("Samstämmighet");
}

/// A study of so many cases that both have answered alike.
fn alike(n: usize) -> Sitting {
    let rows: Vec<String> = (1..=n).map(|n| format!("BRO-{n:02},BRO,K\n")).collect();
    let drafts = (1..=n).flat_map(|n| {
        let case = format!("BRO-{n:02}");
        [act(Op::Answer, &case, "plan", "ja"), act(Op::Done, &case, "", "yes")]
    });
    let both = drafts.flat_map(|draft| [("berit", draft.clone()), ("alva", second(draft))]);
    let entries = both.zip(1..).map(|((coder, draft), seq)| line(seq, coder, draft)).collect();
    Setup { cases: format!("case_id,unit,sex\n{}", rows.concat()), entries, ..Setup::default() }.open()
}

#[test]
fn percents_stand_from_the_floor_on() {
    let mut ten = alike(10);
    ten.keys("=");
    ten.shows("1 Finns en plan?");
    ten.shows("10 av 10 lika (100 procent)");
    let mut nine = alike(9);
    nine.keys("=");
    nine.shows("9 av 9 lika");
    nine.hides("procent");
}

#[test]
fn a_blind_coder_sees_no_answer_that_is_not_ones_own_to_see() {
    let own = [
        second(act(Op::Answer, "BRO-01", "plan", "nej")),
        second(act(Op::Done, "BRO-01", "", "yes")),
        second(act(Op::Answer, "BRO-02", "plan", "nej")),
    ];
    let own = own.into_iter().zip(7..).map(|(draft, seq)| line(seq, "alva", draft));
    let entries: Vec<Entry<'static>> = first_codings().into_iter().chain(own).collect();
    for round in [Round::Second, Round::First] {
        let setup = Setup { plan: Some(PLAN), coder: "alva", round, entries: entries.clone(), ..Setup::default() };
        let mut sitting = setup.open();
        sitting.keys("=");
        sitting.shows("1 av 2 ärenden kodade av båda · 0 av 1 svar lika");
        sitting.shows("Alva: 1 svar i 1 ärende som inte är klart");
        sitting.keys("<enter>");
        sitting.shows("BRO-01  Alva: Nej · berit: Ja");
        for keys in ["", "<esc>=<end>", "<enter>"] {
            sitting.keys(keys);
            sitting.hides("KANARIE BRO-02");
            sitting.hides("Delvis");
        }
    }
}

#[test]
fn where_nothing_is_coded_twice_the_page_says_so() {
    let mut sitting = Sitting::typed("=");
    sitting.shows("Inget ärende är kodat av två granskare än.");
    sitting.keys("<enter>");
    sitting.is_at("BRO-01", "plan");
}
