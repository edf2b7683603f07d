//! Answers that were given under an earlier version of the protocol.

use super::sitting::{PROTOCOL, Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::tui::Msg;

/// The protocol as it was: other words for the plan, another unit for the hours, one contact less.
fn earlier() -> String {
    let old = PROTOCOL.replace("version = \"1\"", "version = \"0\"").replace("Finns en plan?", "Plan?");
    old.replace("timmar/månad", "timmar/vecka").replace("  { id = \"vard\", label = \"Vård\" },\n", "")
}

/// A sitting on two cases that were answered under the version before.
fn setup() -> Setup {
    let given = [("plan", "nej"), ("utfall", "bifall"), ("kontakt", "anhorig"), ("timmar", "7"), ("beslut", "2021")];
    let cases = ["BRO-01", "HAV-01"].into_iter();
    let drafts = cases.flat_map(|case| given.map(|(question, value)| act(Op::Answer, case, question, value)));
    let entries = drafts.zip(1..).map(|(draft, seq)| line(seq, "berit", draft)).collect();
    Setup { earlier: Some(earlier()), entries, ..Setup::default() }
}

fn typed(keys: &str) -> Sitting {
    let mut sitting = setup().open();
    sitting.keys(keys);
    sitting
}

#[test]
fn the_panel_shows_what_was_asked_and_the_same_answer_is_recorded_anew() {
    let mut sitting = typed("<home>");
    sitting.shows("Besvarad under en äldre lydelse (0): ”Plan?”");
    sitting.keys("n");
    assert_eq!((sitting.log().len(), sitting.last().as_str()), (1, "answer BRO-01 plan=nej"));
    sitting.keys("<esc><home>");
    sitting.hides("äldre lydelse");
    sitting.keys("n");
    assert_eq!(sitting.log().len(), 1, "once is enough");
    sitting.keys("<esc>u<home>");
    sitting.shows("Besvarad under en äldre lydelse (0)");
}

#[test]
fn gaps_come_before_answers_to_look_at_and_each_way_to_answer_confirms() {
    let mut sitting = typed("<home>");
    sitting.keys("g");
    sitting.is_at("BRO-01", "kontakt");
    sitting.shows("svaret vard fanns");
    sitting.keys("11");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=anhorig");
    sitting.hides("äldre lydelse");
    sitting.keys("g");
    sitting.is_at("BRO-01", "timmar");
    sitting.shows("enhet: ”timmar/vecka”");
    sitting.keys("<enter><enter>");
    assert_eq!(sitting.last(), "answer BRO-01 timmar=7");
    sitting.keys("gn");
    assert_eq!(sitting.last(), "answer HAV-01 plan=nej");
    sitting.keys("g");
    sitting.is_at("HAV-01", "kontakt");
    sitting.keys("g");
    sitting.is_at("HAV-01", "timmar");
    let mut gaps = setup();
    gaps.entries.push(line(11, "berit", act(Op::Answer, "HAV-01", "beslut", "")));
    let mut gaps = gaps.open();
    gaps.keys("<home>g");
    gaps.is_at("HAV-01", "beslut");
}

#[test]
fn the_closing_page_and_the_list_tell_which_they_are() {
    let mut sitting = typed("<end><space>");
    sitting.shows("3 under äldre lydelse");
    sitting.shows("7 (äldre lydelse)");
    sitting.keys("<esc>F");
    sitting.shows("ärenden kodade under en äldre lydelse");
    sitting.keys("5<enter>");
    sitting.shows("BRO-01");
    sitting.shows("HAV-01");
    sitting.hides("BRO-02");
    let mut plain = Sitting::typed("F");
    plain.hides("äldre lydelse");
}

#[test]
fn a_masked_answer_and_the_first_coding_of_a_blind_round_ask_for_no_look() {
    let masked = Setup {
        protocol: PROTOCOL.replace("unit = \"timmar/månad\"", "unit = \"timmar/månad\"\nwhen = { plan = \"ja\" }"),
        ..setup()
    };
    let mut masked = masked.open();
    masked.keys("<end><space>");
    masked.shows("2 under äldre lydelse");
    let blind = Draft { round: Round::Second, ..act(Op::Answer, "BRO-01", "plan", "ja") };
    let now = Entry { protocol: "now".into(), ..line(11, "alva", blind) };
    let mut blind = Setup { coder: "alva", round: Round::Second, ..setup() };
    blind.entries.push(now);
    let mut blind = blind.open();
    blind.keys("<home>");
    blind.shows("● j Ja");
    blind.hides("äldre lydelse");
    blind.keys("<end><space>");
    blind.shows("1 Finns en plan?");
    blind.hides("äldre lydelse");
}

#[test]
fn folding_afresh_keeps_the_earlier_versions() {
    let mut sitting = typed("<home>");
    let entries = sitting.model().study.answers.written_by("berit", Round::First).len();
    assert_eq!(entries, 10);
    let then = aktkoll::base::digest::sha256(earlier().as_bytes());
    let entries = setup().entries.into_iter();
    let entries = entries.map(|entry| Entry { protocol: then.clone().into(), ..entry });
    sitting.screen.send(Msg::Reloaded { entries: entries.collect(), gone: Vec::new(), faults: None, left_out: None });
    sitting.shows("Besvarad under en äldre lydelse (0): ”Plan?”");
}
