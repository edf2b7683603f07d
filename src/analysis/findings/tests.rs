use super::*;
use crate::builder::swedish;
use crate::study::answers::Answers;
use crate::study::answers::case_view::Perspective;
use crate::study::answers::tests::fixture::{BESLUT, FREE, PLAN, STUDY, act, answer, entries, fold, line, written};
use crate::study::answers::undo::{Blocked, Stacks};
use crate::study::case::CaseList;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Op, Round};
use crate::study::protocol::Protocol;
use proptest::prelude::*;
use std::sync::Arc;

/// A study in which every answer is a base to propose on.
fn study(lines: &[Entry<'static>]) -> Study {
    Study { percent_from: 1, ..Study::new("T".to_owned(), fold(lines)) }
}

/// What somebody decides on the first question.
fn said(seq: u64, coder: &'static str, item: &'static str, text: &'static str) -> Entry<'static> {
    let question = answer(0, coder, STUDY, BESLUT, "").question;
    line(Entry { question, item: item.into(), ..act(seq, Op::Item, coder, STUDY, text) })
}

/// The first question's answers in all four cases: two of Bromma, two of Skarpnäck.
fn coded(answers: [&'static str; 4]) -> Vec<Entry<'static>> {
    (0..4).zip(answers).map(|(case, value)| answer(case as u64 + 1, "anna", case, BESLUT, value)).collect()
}

/// Each with its item, its counts, and what is decided.
fn told(study: &Study) -> Vec<String> {
    let of_first = |item: &Item| item.place.question == "beslut";
    let told = |item: Item| {
        let (share, changed) = (item.share(), if item.is_changed { " changed" } else { "" });
        format!("{} {}/{} {:?}{changed}", item.place.item(), share.k, share.n, item.state)
    };
    study.strengths().into_iter().filter(of_first).map(told).collect()
}

#[test]
fn a_share_is_judged_by_integers_and_its_threshold_belongs_to_it() {
    let side = |k, n| Thresholds::default().side(Share { k, n });
    assert_eq!(side(4, 5), Some(Side::Strength));
    assert_eq!(side(79, 99), None, "79.8 percent");
    assert_eq!(side(1, 2), Some(Side::Development));
    assert_eq!(side(51, 100), None);
    assert_eq!((side(0, 0), side(0, 1)), (None, Some(Side::Development)));
    assert_eq!(side(u32::MAX, u32::MAX), Some(Side::Strength));
}

#[test]
fn what_holds_in_every_unit_is_joint_and_not_repeated() {
    assert_eq!(told(&study(&coded(["ja", "ja", "ja", "ja"]))), ["strength| 4/4 Proposed"]);
    assert_eq!(
        told(&study(&coded(["ja", "ja", "nej", "framgar_ej"]))),
        ["strength|BRO 2/2 Proposed", "development|SKH 0/2 Proposed"]
    );
    assert_eq!(
        told(&study(&coded(["ja", "ja", "ej_aktuellt", ""]))),
        ["strength|BRO 2/2 Proposed"],
        "one unit is not all"
    );
}

/// Answers that are plain facts are nothing to wish for, and neither is anything where the protocol says so.
#[test]
fn a_neutral_question_proposes_nothing() {
    let of = |fields: &str, answer: &str| {
        let text = swedish().question("q", "?", fields).to_string();
        let protocol = crate::study::protocol::Protocol::load("p.toml", &text).unwrap();
        protocol.questions.raw[0].is_favourable(answer)
    };
    assert!(of("", "ja") && of("favourable = [\"delvis\"]", "delvis"), "a scale of quality, or the protocol says so");
    assert!(of("scale = \"ja_nej\"\nfavourable = [\"nej\"]", "nej"));
    assert!(!of("favourable = []", "ja"), "nothing is wished for");
    assert!(!of("scale = \"ja_nej\"", "ja") && !of("scale = \"ja_nej\"\nfavourable = []", "ja"), "a fact");
}

#[test]
fn a_small_unit_proposes_nothing_and_still_stands_against_a_joint_one() {
    let small = Study { percent_from: 2, ..study(&coded(["ja", "ja", "nej", ""])) };
    assert_eq!(told(&small), ["strength|BRO 2/2 Proposed"]);
    let none = Study { percent_from: 3, ..study(&coded(["ja", "ja", "ja", "ja"])) };
    assert!(told(&none).is_empty());
}

#[test]
fn of_two_coders_the_newest_line_counts_and_is_taken_back_to_the_others_words() {
    let mut lines = coded(["ja", "ja", "ja", "ja"]);
    lines.push(said(5, "anna", "strength|", "Annas ord"));
    let before = fold(&lines).items()[0].h.to_string();
    lines.push(line(Entry { was: before.into(), ..said(6, "bo", "strength|", "-") }));
    assert_eq!(told(&study(&lines)), ["strength| 4/4 Struck"]);
    let answers = fold(&lines);
    let undo = |answers, coder| Stacks::of(answers, coder, Round::First).undo(answers);
    assert_eq!(undo(&answers, "anna"), Err(Blocked::Changed));
    lines.push(written(7, "bo", undo(&answers, "bo").unwrap()));
    assert_eq!(told(&study(&lines)), ["strength| 4/4 Kept(\"Annas ord\")"]);
    let answers = fold(&lines);
    lines.push(written(8, "bo", Stacks::of(&answers, "bo", Round::First).redo(&answers).unwrap()));
    assert_eq!(told(&study(&lines)), ["strength| 4/4 Struck"]);
    lines.push(said(9, "anna", "strength|", ""));
    assert_eq!(told(&study(&lines)), ["strength| 4/4 Proposed"], "as proposed again");
}

#[test]
fn what_is_decided_stands_and_says_that_the_counts_have_changed_since() {
    let mut lines = coded(["ja", "ja", "ja", "ja"]);
    lines.push(said(5, "anna", "strength|BRO", "Bra"));
    let kept = |tail: &str| format!("strength|BRO {tail}");
    let stands =
        |lines: &[Entry<'static>]| told(&study(lines)).into_iter().find(|told| told.starts_with("strength|BRO"));
    assert_eq!(stands(&lines), Some(kept("2/2 Kept(\"Bra\")")));
    lines.push(answer(6, "anna", 2, BESLUT, "nej"));
    assert_eq!(stands(&lines), Some(kept("2/2 Kept(\"Bra\")")), "another unit's");
    lines.push(answer(7, "anna", FREE, BESLUT, "nej"));
    assert_eq!(stands(&lines), Some(kept("1/2 Kept(\"Bra\") changed")));
    lines.push(answer(8, "anna", FREE, BESLUT, "ja"));
    assert_eq!(stands(&lines), Some(kept("2/2 Kept(\"Bra\")")), "back to what it was");
    lines.push(act(9, Op::Drop, "anna", FREE, "saknas"));
    assert_eq!(stands(&lines), Some(kept("1/1 Kept(\"Bra\") changed")));
}

#[test]
fn an_answer_that_a_gate_masks_has_changed() {
    let mut lines = vec![answer(1, "anna", FREE, BESLUT, "ja"), answer(2, "anna", FREE, PLAN, "ja")];
    let question = answer(0, "anna", STUDY, PLAN, "").question;
    lines.push(line(Entry { question, ..said(3, "anna", "strength|BRO", "Bra") }));
    let is_changed = |lines: &[Entry<'static>]| {
        let items = study(lines).strengths();
        items.into_iter().find(|item| matches!(item.state, State::Kept(_))).unwrap().is_changed
    };
    assert!(!is_changed(&lines));
    lines.push(answer(4, "anna", FREE, BESLUT, "nej"));
    assert!(is_changed(&lines));
}

#[test]
fn a_place_is_read_as_it_is_written() {
    for item in ["strength|BRO", "development|", "strength||anna-7", "development|BRO|anna-7"] {
        assert_eq!(Place::read("plan", item).unwrap().item(), item);
    }
    assert_eq!((Place::read("plan", "strength"), Place::read("plan", "weakness|BRO")), (None, None));
}

/// The share of a unit's cases, reckoned case by case from the answers.
fn reckoned(study: &Study, place: QuestionIx, cases: std::ops::Range<u32>) -> (usize, usize) {
    let answers = &study.answers;
    let given = cases.map(CaseIx::new).filter(|&case| answers.dropped(case).is_none()).filter_map(|case| {
        let cell = answers.sheet(Perspective::Record, case)[place];
        (cell.status == CellStatus::Answered).then(|| answers.text(cell.value).to_owned())
    });
    let given: Vec<String> = given.filter(|answer| answer != "ej_aktuellt").collect();
    (given.iter().filter(|answer| *answer == "ja").count(), given.len())
}

/// Whether consent is there, and whether relatives are contacted all the same, where it is not.
const CONSENT: &str = r#"id = "p"
version = "1"
language = "sv"
title = "P"
area = [{ id = "A", label = "Sekretess" }]
[[question]]
id = "medgivande"
area = "A"
text = "Finns medgivande?"
scale = "ja_nej"
statement.sv.nej = { many = "I {spread} saknas medgivande.", clause = "där medgivande saknas" }
[[question]]
id = "kontakt"
area = "A"
text = "Framgår kontakt?"
caption = "Kontakt utan medgivande"
scale = "ja_nej"
when = { medgivande = "nej" }
favourable = ["nej"]
statement.sv.nej = "I {spread} framgår ingen kontakt."
"#;

/// A study of 20 finished cases, six of them with consent; in so many of the others no relative is contacted.
pub(crate) fn consent(protocol: &str, without: usize) -> Study {
    let protocol = Arc::new(Protocol::load("p.toml", protocol).unwrap());
    let rows = (0..20).fold("case_id\n".to_owned(), |rows, case| rows + &format!("a-{case:02}\n"));
    let (cases, _) = CaseList::read("c.csv", rows.as_bytes(), &protocol).unwrap();
    let mut answers = Answers::new(protocol, Arc::new(cases));
    for case in 0..20 {
        let given = [
            (Op::Answer, "medgivande", if case < 6 { "ja" } else { "nej" }),
            (Op::Answer, "kontakt", if case < 6 + without { "nej" } else { "ja" }),
            (Op::Done, "", "yes"),
        ];
        let given = given.into_iter().filter(|(_, question, _)| *question != "kontakt" || case >= 6);
        for (at, (op, question, value)) in given.enumerate() {
            let case_id = format!("a-{case:02}").into();
            let entry =
                Entry { case_id, question: question.into(), ..act((3 * case + at + 1) as u64, op, "anna", 0, value) };
            answers.apply(&line(entry));
        }
    }
    Study::new("P".to_owned(), answers)
}

#[test]
fn the_words_of_a_proposal_claim_nothing_of_cases_that_are_not_asked_about() {
    let words = Words::new(crate::base::language::Lang::Sv);
    let said = |protocol: &str, without| {
        let study = consent(protocol, without);
        let items = study.strengths();
        let item = items.iter().find(|item| item.place.question == "kontakt").unwrap();
        (item.share(), study.strength_words(item, &words))
    };
    let (share, text) = said(CONSENT, 13);
    assert_eq!(share, Share { k: 13, n: 14 });
    assert_eq!(text, "I minst 80 procent av de ärenden där medgivande saknas framgår ingen kontakt.");
    assert_eq!(said(CONSENT, 14).1, "I samtliga ärenden där medgivande saknas framgår ingen kontakt.");
    assert_eq!(said(CONSENT, 7).1, "I högst 50 procent av de ärenden där medgivande saknas framgår ingen kontakt.");
    assert_eq!(said(CONSENT, 0).1, "I inget av de ärenden där medgivande saknas framgår ingen kontakt.");
    let na = CONSENT.replace("favourable = ", "na = true\nfavourable = ");
    assert_eq!(said(&na, 13).1, "I minst 80 procent av de ärenden där frågan är aktuell framgår ingen kontakt.");
    let bare = CONSENT.replace(", clause = \"där medgivande saknas\"", "");
    assert_eq!(said(&bare, 13).1, "Framgår kontakt? Oftast: Nej.", "nothing says which cases");
}

#[test]
fn a_key_result_has_its_real_count_and_its_picture_the_words_of_its_legend() {
    let study = consent(CONSENT, 13);
    let words = Words::new(crate::base::language::Lang::Sv);
    let options = crate::report::Options { opens: true, ..crate::report::Options::default() };
    let source = crate::report::Source { study: &study, draw: None, words: &words, options: &options };
    let told = format!("{:?}", crate::report::key::section(source).unwrap().blocks);
    assert!(told.contains("I 13 av de 14 ärenden där medgivande saknas (93 procent) framgår ingen kontakt."), "{told}");
    assert!(told.contains("title: \"Kontakt utan medgivande\"") && told.contains("[\"Ja\", \"Nej\"]"), "{told}");
}

proptest! {
    #[test]
    fn proposals_are_those_of_a_reckoning_case_by_case(
        lines in entries(), strength_from in 1u32..=100, to in 0u32..100, percent_from in 0u32..3,
    ) {
        let thresholds = Thresholds { strength_from, development_to: to.min(strength_from - 1) };
        let lines: Vec<Entry<'static>> = lines.into_iter().filter(|line| line.op != Op::Item).collect();
        let study = Study { percent_from, thresholds, ..study(&lines) };
        let mut expected = Vec::new();
        for (place, id) in [(BESLUT, "beslut"), (PLAN, "plan")] {
            let units = [("BRO", reckoned(&study, place, 0..2)), ("SKH", reckoned(&study, place, 2..4))];
            let meets = |side: Side, (k, n): (usize, usize)| n > 0 && match side {
                Side::Strength => k * 100 / n >= strength_from as usize,
                Side::Development => k * 100 <= thresholds.development_to as usize * n,
            };
            for (side, name) in Side::ALL {
                let all = units.iter().all(|(_, share)| meets(side, *share) && share.1 >= percent_from as usize);
                let own = units.iter().filter(|(_, share)| meets(side, *share) && share.1 >= percent_from as usize);
                if all {
                    expected.push(format!("{name}| {id}"));
                } else {
                    expected.extend(own.map(|(unit, _)| format!("{name}|{unit} {id}")));
                }
            }
        }
        let mut found: Vec<String> = study.strengths().into_iter()
            .filter(|item| ["beslut", "plan"].contains(&item.place.question.as_str()))
            .map(|item| format!("{} {}", item.place.item(), item.place.question)).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn nothing_has_changed_since_the_last_line(lines in entries()) {
        let answers = fold(&lines);
        for question in answers.protocol().questions.keys() {
            prop_assert!(!answers.differs_since(answers.newest(), question, |_| true));
        }
    }
}
