//! Settling the differences between two codings of the same cases.

use super::sitting::{Setup, Sitting, act, line, plain};
use super::sizes::shows_every_line;
use crate::fixture::question;
use aktkoll::analysis::reliability::{Compared, DoubleCoding};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::tui::Program;
use aktkoll::tui::model::Form;

/// What somebody has answered in a round about a case, and that it is finished.
fn coded(round: Round, coder: &str, case: &str, said: &[(&str, &str)]) -> Vec<(String, Draft)> {
    let answers = said.iter().map(|(question, value)| act(Op::Answer, case, question, value));
    let drafts = answers.chain([act(Op::Done, case, "", "yes")]);
    drafts.map(|draft| (coder.to_owned(), Draft { round, ..draft })).collect()
}

fn lines(drafts: Vec<(String, Draft)>) -> Vec<Entry<'static>> {
    drafts.into_iter().zip(1..).map(|((coder, draft), seq)| line(seq, &coder, draft)).collect()
}

const ALVA: [(&str, &str); 7] = [
    ("plan", "ja"),
    ("foljs", "ja"),
    ("utfall", "bifall"),
    ("kontakt", "anhorig;vard"),
    ("timmar", "7"),
    ("beslut", "2021"),
    ("ovrigt", "Ett"),
];
const BERIT: [(&str, &str); 6] = [
    ("plan", "nej"),
    ("utfall", "avslag"),
    ("kontakt", "anhorig"),
    ("timmar", "9"),
    ("beslut", "2022"),
    ("ovrigt", "Två"),
];

/// One case that alva and berit have coded, everything in another way.
pub(super) fn one_case() -> Vec<Entry<'static>> {
    lines([coded(Round::First, "alva", "BRO-01", &ALVA), coded(Round::Second, "berit", "BRO-01", &BERIT)].concat())
}

fn resolving(entries: Vec<Entry<'static>>) -> Sitting {
    Setup { coder: "cia", round: Round::Consensus, entries, ..Setup::default() }.open()
}

/// Fifty questions of four cases, all of them answered differently.
fn two_hundred() -> Setup {
    let questions: Vec<String> = (1..=50).map(|n| format!("f{n}")).collect();
    let all = |value: &'static str| questions.iter().map(|id| (id.as_str(), value)).collect::<Vec<_>>();
    let coded = ["BRO-01", "BRO-02", "HAV-01", "HAV-02"].map(|case| {
        [coded(Round::First, "alva", case, &all("ja")), coded(Round::Second, "berit", case, &all("nej"))].concat()
    });
    let entries = lines(coded.concat());
    Setup { protocol: plain(50), coder: "cia", round: Round::Consensus, entries, ..Setup::default() }
}

/// What is compared of each question, and its counts.
fn figures(sitting: &Sitting) -> (Vec<Compared>, Vec<Vec<u32>>) {
    let study = &sitting.model().study;
    let double = DoubleCoding::of(study, Round::Second);
    let questions = 0..study.protocol.questions.len();
    let compared = questions.clone().map(|place| double.question(place.into())).collect();
    (compared, questions.map(|place| study.tally().total(place.into()).choices).collect())
}

#[test]
fn two_hundred_differences_take_two_hundred_keys_and_undo_goes_through_all() {
    let mut sitting = two_hundred().open();
    let (agreement, before) = figures(&sitting);
    sitting.shows("200 skillnader: 200 öppna");
    sitting.keys(&"nj".repeat(99));
    sitting.shows("200 skillnader: 198 avgjorda, 2 öppna");
    sitting.keys("n");
    sitting.is_at("HAV-02", "f50");
    sitting.keys("j");
    sitting.shows("200 skillnader: 200 avgjorda");
    sitting.shows("Skillnader mellan granskarna");
    assert_eq!(sitting.log().len(), 200);
    assert!(sitting.log().iter().all(|line| line.starts_with("answer ")));
    let (now, after) = figures(&sitting);
    assert!(now == agreement, "the codings are compared as before");
    assert_eq!((&before[0], &before[1]), (&vec![4, 0], &vec![4, 0]));
    assert_eq!((&after[0], &after[1]), (&vec![0, 4], &vec![4, 0]), "the joint answers count");
    let mut sitting = sitting.restarted();
    sitting.shows("200 skillnader: 200 avgjorda");
    sitting.keys(&format!("<esc>{}", "u".repeat(200)));
    sitting.shows("200 skillnader: 200 öppna");
    assert!(figures(&sitting) == (agreement.clone(), before), "all is taken back");
    sitting.keys("u");
    sitting.shows("Det finns inget att ångra");
    sitting.keys(&"U".repeat(200));
    sitting.shows("200 skillnader: 200 avgjorda");
    assert!(figures(&sitting) == (agreement, after), "all is done again");
}

#[test]
fn a_coders_answer_is_taken_with_one_key_whatever_its_kind() {
    let mut sitting = resolving(one_case());
    for text in ["7 skillnader: 7 öppna", "< alva", "> berit", "skillnad 1 av 7"] {
        sitting.shows(text);
    }
    sitting.keys("j");
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("frågan ställs inte");
    sitting.keys(">");
    sitting.shows("berit har inget svar här.");
    sitting.keys("<lt>>");
    sitting.is_at("BRO-01", "kontakt");
    sitting.keys("<lt>");
    sitting.is_at("BRO-01", "timmar");
    sitting.keys(">2023<enter><lt>");
    let answers =
        ["plan=ja", "foljs=ja", "utfall=avslag", "kontakt=anhorig;vard", "timmar=9", "beslut=2023", "ovrigt=Ett"];
    assert_eq!(sitting.log(), answers.map(|answer| format!("answer BRO-01 {answer}")));
    assert!(sitting.screen.saver.log.iter().skip(15).all(|line| line.round == Round::Consensus));
    sitting.shows("7 skillnader: 7 avgjorda");
    sitting.shows("7 / 9 → 9");
}

#[test]
fn choices_of_a_joint_multi_answer_are_put_in_one_by_one_and_space_goes_on() {
    let mut sitting = resolving(one_case());
    sitting.keys("n1");
    sitting.is_at("BRO-01", "kontakt");
    sitting.keys("12");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=anhorig;vard");
    sitting.is_at("BRO-01", "kontakt");
    sitting.keys("<space>");
    sitting.is_at("BRO-01", "timmar");
}

#[test]
fn the_gate_settled_one_way_asks_no_more_and_the_other_way_asks() {
    let mut sitting = resolving(one_case());
    sitting.keys("n");
    sitting.is_at("BRO-01", "utfall");
    sitting.shows("6 skillnader: 1 avgjord, 5 öppna");
    let alva = coded(Round::First, "alva", "BRO-01", &[("plan", "nej")]);
    let berit = coded(Round::Second, "berit", "BRO-01", &[("plan", "ja"), ("foljs", "nej")]);
    let mut sitting = resolving(lines([alva, berit].concat()));
    sitting.shows("1 skillnad: 1 öppen");
    sitting.keys("j");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys("j");
    assert_eq!(sitting.answer("BRO-01", "foljs"), "ja");
    sitting.shows("2 skillnader: 2 avgjorda");
}

#[test]
fn space_skips_and_the_list_shows_what_is_left() {
    let mut sitting = resolving(one_case());
    sitting.keys("<space>");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys(&"<space>".repeat(6));
    sitting.shows("Skillnader mellan granskarna");
    assert_eq!(sitting.log(), [] as [&str; 0]);
    sitting.keys("<down><enter>");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys("<up>");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("<end>g");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("<down>D");
    sitting.shows("Ja / frågan ställs inte");
}

#[test]
fn what_waits_is_flagged_and_a_rule_is_written_at_once() {
    let mut sitting = resolving(one_case());
    sitting.keys("f");
    assert_eq!(sitting.last(), "flag BRO-01 plan discuss=yes");
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("7 skillnader: 1 att diskutera, 6 öppna");
    sitting.keys("<up>");
    sitting.shows("Att diskutera");
    sitting.hides("gör en regel eller avsluta");
    sitting.keys("f");
    assert_eq!(sitting.last(), "flag BRO-01 plan discuss=");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("r");
    assert_eq!(sitting.last(), "flag BRO-01 plan rule=yes");
    sitting.keys("<esc>");
    sitting.shows("7 skillnader: 1 kräver en regel, 6 öppna");
    sitting.keys("rPlan utan datum = nej<enter><enter>");
    assert!(sitting.last().starts_with("rule plan cia-"), "{}", sitting.last());
    sitting.shows("BRO-01");
    sitting.keys("<esc>");
    sitting.shows("7 skillnader: 7 öppna");
    sitting.shows("Plan utan datum = nej");
    sitting.keys("n");
    sitting.is_at("BRO-01", "utfall");
}

#[test]
fn a_reason_is_written_on_the_open_or_the_last_answer_and_stands_in_the_history() {
    let mut sitting = resolving(one_case());
    sitting.keys("jCVi läste planen igen.<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=Vi läste planen igen.");
    sitting.is_at("BRO-01", "plan");
    sitting.shows("Skäl: Vi läste planen igen.");
    sitting.keys("h");
    sitting.shows("Cia: skäl till det gemensamma svaret: Vi läste planen igen.");
    sitting.shows("Cia: Ja (förut: inget) (gemensamt)");
    sitting.keys("<esc>c, noga<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=Vi läste planen igen., noga");
}

#[test]
fn no_list_is_walked_through_while_differences_are_settled() {
    let mut sitting = resolving(one_case());
    sitting.other("alva", Draft { item: "unsure".to_owned(), ..act(Op::Flag, "BRO-01", "plan", "yes") });
    sitting.keys("P<end><up>");
    sitting.shows("▶  Osäkra svar (1)");
    sitting.keys("<enter>");
    sitting.shows("Det går inte medan ni avgör skillnader.");
    assert!(sitting.model().work_list().is_none() && sitting.model().dialog.is_none());
    sitting.keys("g");
    assert!(sitting.model().difference().is_some(), "on to the next difference");
}

#[test]
fn a_joint_answer_is_taken_back_for_all_whoever_gave_it() {
    let mut sitting = resolving(one_case());
    sitting.keys("n<up>");
    let joint = |value: &str| Draft { round: Round::Consensus, ..act(Op::Answer, "BRO-01", "plan", value) };
    sitting.other("dora", joint("delvis"));
    assert_eq!(sitting.answer("BRO-01", "plan"), "delvis");
    sitting.keys("u");
    sitting.shows("Någon har ändrat det här efteråt");
    sitting.keys("<backspace>");
    assert_eq!(sitting.answer("BRO-01", "plan"), "ja", "alva's answer counts again");
    sitting.shows("7 skillnader: 7 öppna");
    sitting.keys("u");
    assert_eq!(sitting.answer("BRO-01", "plan"), "delvis");
    sitting.keys("<backspace><backspace>");
    sitting.shows("Det finns inget svar att ta bort");
}

#[test]
fn the_key_leads_there_from_the_coding_and_back() {
    let mut sitting = Setup { coder: "alva", entries: one_case(), ..Setup::default() }.open();
    let from = sitting.at();
    sitting.keys("D");
    sitting.shows("gemensamt svar");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("n");
    assert_ne!(sitting.at(), from);
    assert_eq!(sitting.screen.program.place(), from, "the coding goes on where it was left");
    sitting.keys("<esc>");
    assert_eq!(sitting.at(), from);
    sitting.hides("gemensamt svar");
    sitting.keys("j");
    let rounds: Vec<Round> = sitting.screen.saver.log.iter().rev().take(2).map(|line| line.round).collect();
    assert_eq!(rounds, [Round::First, Round::Consensus]);
    sitting.keys("<lt>");
    sitting.shows("när ni avgör skillnader");
    sitting.keys("P<end>");
    sitting.shows("Skillnader att avgöra (5)");
    let mut sitting = Setup { coder: "alva", entries: one_case(), ..Setup::default() }.open();
    sitting.keys("P<enter>");
    sitting.shows("gemensamt svar");
    sitting.keys("<esc><esc>");
    sitting.hides("gemensamt svar");
    let mut sitting = resolving(one_case());
    sitting.keys("<esc><esc>");
    sitting.shows("gemensamt svar");
}

#[test]
fn nothing_differs_while_one_has_not_finished_or_codes_blind() {
    let unfinished: Vec<_> =
        one_case().into_iter().filter(|line| line.op != Op::Done || line.coder != "berit").collect();
    let mut sitting = Setup { coder: "alva", entries: unfinished.clone(), ..Setup::default() }.open();
    sitting.keys("D");
    sitting.shows("Inga skillnader");
    sitting.hides("gemensamt svar");
    let mut blind = Setup { round: Round::Second, entries: one_case(), ..Setup::default() }.open();
    blind.keys("D");
    blind.hides("gemensamt svar");
    let mut sitting = resolving(unfinished);
    sitting.shows("Inga skillnader");
    sitting.keys("j");
    assert_eq!(sitting.log(), [] as [&str; 0]);
    sitting.other("berit", Draft { round: Round::Second, ..act(Op::Done, "BRO-01", "", "yes") });
    sitting.shows("7 skillnader: 7 öppna");
    sitting.keys("g");
    sitting.is_at("BRO-01", "plan");
}

#[test]
fn nothing_but_differences_can_be_settled_and_nothing_where_one_only_looks() {
    let mut sitting = resolving(one_case());
    sitting.keys("/HAV-01<enter>");
    for keys in ["j", "f", "c"] {
        sitting.keys(keys);
        sitting.shows("Här finns ingen skillnad att avgöra.");
    }
    sitting.keys("x");
    sitting.shows("Det går inte medan ni avgör skillnader.");
    assert_eq!(sitting.log(), [] as [&str; 0]);
    let mut looking =
        Setup { coder: "cia", round: Round::Consensus, entries: one_case(), writable: false, ..Setup::default() }
            .open();
    looking.keys("j<lt>frc");
    assert_eq!(looking.log(), [] as [&str; 0]);
    looking.shows("7 skillnader: 7 öppna");
}

#[test]
fn what_is_computed_is_no_difference() {
    let derived = question("d", "Allt?", "kind = 'derived'\nparts = ['f1', 'f2']");
    let one = coded(Round::First, "alva", "BRO-01", &[("f1", "ja"), ("f2", "ja")]);
    let other = coded(Round::Second, "berit", "BRO-01", &[("f1", "nej"), ("f2", "ja")]);
    let entries = lines([one, other].concat());
    let setup =
        Setup { protocol: plain(2) + &derived, coder: "cia", round: Round::Consensus, entries, ..Setup::default() };
    let mut sitting = setup.open();
    sitting.shows("1 skillnad: 1 öppen");
}

#[test]
fn it_reads_well_on_every_screen() {
    for (size, ascii) in [((80, 24), false), ((80, 24), true), ((60, 15), false), ((120, 40), false)] {
        let mut entries = one_case();
        let note = act(Op::Note, "BRO-01", "plan", "Planen är från mars.");
        entries.push(line(90, "alva", note));
        let setup = Setup { coder: "cia", round: Round::Consensus, entries, size, ascii, ..Setup::default() };
        let mut sitting = setup.open();
        for text in ["7 skillnader: 7 öppna", "< alva", "> berit", "Planen är från mars.", "Framgår ej"] {
            sitting.shows(text);
        }
        let frame = sitting.frame();
        assert!(!ascii || frame.chars().all(|c| c.is_ascii() || "åäöÅÄÖ".contains(c)), "{frame}");
    }
}

#[test]
fn who_turns_the_pages_sees_every_line_though_the_counts_stand_above_them() {
    let setup = Setup { coder: "cia", round: Round::Consensus, entries: one_case(), ..Setup::default() };
    shows_every_line(&setup, "?", 24);
}

#[test]
fn where_each_found_its_answer_stands_below_it_once_both_have_finished() {
    let found = |item: &str, round: Round| {
        let value = "0123456789abcdef0123456789abcdef text 1";
        Draft { item: item.to_owned(), round, ..act(Op::Evidence, "BRO-01", "plan", value) }
    };
    let alva =
        [found("journal:12-15", Round::First), found("2:3-3", Round::First)].map(|draft| ("alva".to_owned(), draft));
    let berit = vec![("berit".to_owned(), found("journal:13-13", Round::Second))];
    let coded =
        [coded(Round::First, "alva", "BRO-01", &ALVA), coded(Round::Second, "berit", "BRO-01", &BERIT)].concat();
    let later = ("berit".to_owned(), found("journal:99-99", Round::Second));
    let mut sitting = resolving(lines([alva.to_vec(), berit, coded, vec![later]].concat()));
    sitting.keys("<esc>");
    sitting.shows("belägg: handling 2, rad ");
    sitting.shows("3; journal, rad 12–15");
    sitting.shows("belägg: journal, rad 13");
    sitting.hides("99");
    sitting.keys("h");
    sitting.shows("alva: belägg: journal, rad 12–15");
    sitting.keys("<esc>");
    sitting.screen.program.look.form = Form::Lines;
    sitting.shows("belägg: journal, rad 13");
}
