//! The gold cases: coded by everybody first, and what keeps a coder from the rest.

use super::sitting::{Setup, Sitting, WHOLE, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};

/// Alva's first and third cases are gold; berit has the second, alva the fourth.
const PLAN: &str =
    "case_id,coder,second,wave\nBRO-01,alva,,gold\nBRO-02,berit,alva,early\nHAV-01,alva,,gold\nHAV-02,alva,,\n";

const FIRST: &str = "Koda kalibreringsärendena först";

/// A coding of a gold case; without a plan, and the decision as given.
fn coded(round: Round, coder: &str, case: &str, utfall: &str, from: u64) -> Vec<Entry<'static>> {
    let said = [("plan", "nej"), ("utfall", utfall), ("kontakt", "anhorig"), ("timmar", "7"), ("beslut", "2021")];
    let answers = said.map(|(question, value)| act(Op::Answer, case, question, value));
    let drafts = answers.into_iter().chain([act(Op::Done, case, "", "yes")]).map(|draft| Draft { round, ..draft });
    drafts.zip(from..).map(|(draft, seq)| line(seq, coder, draft)).collect()
}

/// Both gold cases by alva and by berit, whose decisions are as given.
fn both(utfall: [&str; 2]) -> Vec<Entry<'static>> {
    [
        coded(Round::First, "alva", "BRO-01", "bifall", 1),
        coded(Round::First, "alva", "HAV-01", "avslag", 11),
        coded(Round::Second, "berit", "BRO-01", utfall[0], 21),
        coded(Round::Second, "berit", "HAV-01", utfall[1], 31),
    ]
    .concat()
}

fn sitting(coder: &'static str, round: Round, entries: Vec<Entry<'static>>) -> Sitting {
    Setup { plan: Some(PLAN), coder, round, entries, ..Setup::default() }.open()
}

#[test]
fn the_reference_codes_the_gold_cases_first_and_is_kept_from_nothing() {
    let mut alva = sitting("alva", Round::First, Vec::new());
    alva.is_at("BRO-01", "plan");
    alva.shows(" kalibrering");
    alva.keys(WHOLE);
    alva.keys("<space>");
    alva.is_at("HAV-01", "plan");
    alva.keys("/HAV-02<enter>j");
    assert_eq!(alva.last(), "answer HAV-02 plan=ja");
}

#[test]
fn other_cases_wait_until_the_gold_cases_are_finished() {
    let mut berit = sitting("berit", Round::First, Vec::new());
    berit.is_at("BRO-02", "plan");
    for keys in ["j", "n", "#5<enter>7", "#6<enter><enter>", "<home><backspace>"] {
        berit.keys(keys);
        assert_eq!(berit.log(), [] as [&str; 0], "{keys}");
    }
    berit.keys("<home>j");
    berit.shows(&format!("{FIRST}: 0 av 2 klara."));
    berit.shows("--round second");
    berit.keys("mFrån förra året<enter>");
    assert_eq!(berit.last(), "note BRO-02=Från förra året", "only answers wait");
}

#[test]
fn in_the_second_round_the_gold_cases_stand_first_and_then_the_way_is_open() {
    let entries = both(["bifall", "avslag"]).into_iter().take(12).collect();
    let mut berit = sitting("berit", Round::Second, entries);
    berit.is_at("BRO-01", "plan");
    berit.shows("kalibrering");
    berit.shows("klara 0 av 2");
    berit.keys("n1");
    berit.keys("1<space>7<enter>2021<enter><space><space>");
    berit.is_at("HAV-01", "plan");
    berit.hides("Kalibreringen är klar");
    berit.hides(FIRST);
    berit.keys("n21<space>7<enter>2021<enter><space><space>");
    berit.shows("Kalibreringen är klar. Avsluta och öppna utan");
    let setup = Setup { entries: berit.screen.saver.log.clone(), round: Round::First, ..berit.setup };
    let mut berit = setup.open();
    berit.is_at("BRO-02", "plan");
    berit.keys("j");
    assert_eq!(berit.last(), "answer BRO-02 plan=ja");
}

#[test]
fn too_little_agreement_is_told_in_plain_words_with_the_ways_on() {
    let mut berit = sitting("berit", Round::First, both(["avslag", "bifall"]));
    berit.keys("j");
    assert!(berit.log().is_empty());
    berit.shows("Kalibreringen: 8 av 10 svar lika, 80 procent; kravet är 90.");
    for way in ["aktkoll resolve", "--gold", "--required"] {
        berit.shows(way);
    }
    let settled = Draft { round: Round::Consensus, ..act(Op::Answer, "BRO-01", "utfall", "avslag") };
    berit.other("alva", settled);
    berit.keys("j");
    assert_eq!(berit.last(), "answer BRO-02 plan=ja", "nine of ten agree with what was settled");
}

#[test]
fn who_is_finished_before_the_reference_is_told_whom_to_wait_for() {
    let all = both(["bifall", "avslag"]);
    let entries = [&all[..6], &all[12..]].concat();
    let mut berit = sitting("berit", Round::First, entries);
    berit.keys("j");
    berit.shows("alva har bara kodat klart 1 av 2.");
    for entry in &all[6..12] {
        let draft = act(entry.op, &entry.case_id, &entry.question, &entry.value);
        berit.other("alva", draft);
    }
    berit.keys("j");
    assert_eq!(berit.last(), "answer BRO-02 plan=ja");
}

#[test]
fn answers_that_were_there_before_stay() {
    let before = vec![line(1, "berit", act(Op::Answer, "BRO-02", "plan", "ja"))];
    let mut berit = sitting("berit", Round::First, before);
    berit.keys("<home>n");
    berit.shows(FIRST);
    assert_eq!(berit.answer("BRO-02", "plan"), "ja");
}
