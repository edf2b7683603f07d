use super::*;
use crate::base::language::{Lang, Words};
use crate::builder::swedish;
use crate::study::answers::tests::fixture::{
    ASSIGNED, BESLUT, FREE, KONTAKTER, LEDNING, PER_ENHET, PLAN, act, answer, blank, entries, fold,
};
use crate::study::case::CaseList;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Entry;
use crate::study::protocol::Protocol;
use proptest::prelude::*;

fn study(lines: &[Entry<'static>]) -> Study {
    Study::new("T".to_owned(), fold(lines))
}

/// Done, begun, left, dropped.
fn four(count: Count) -> [usize; 4] {
    [count.done, count.begun, count.left, count.dropped]
}

fn rows(progress: &Progress, axis: Axis) -> Vec<(&str, [usize; 4])> {
    let table = progress.tables.iter().find(|table| table.axis == axis);
    table.map_or_else(Vec::new, |table| table.rows.iter().map(|(key, count)| (key.as_str(), four(*count))).collect())
}

fn begun() -> Vec<Entry<'static>> {
    vec![
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        answer(2, "anna", ASSIGNED, PLAN, "nej"),
        act(3, Op::Done, "anna", ASSIGNED, "yes"),
        answer(4, "bo", FREE, BESLUT, "nej"),
        act(5, Op::Drop, "bo", 2, "sekretess"),
        answer(6, "anna", LEDNING, PER_ENHET, "ja"),
    ]
}

#[test]
fn each_coder_and_unit_has_what_is_done_begun_left_and_dropped() {
    let progress = Progress::of(&study(&begun()), Perspective::Record, None);
    assert_eq!(four(progress.total()), [1, 1, 1, 1], "the units' entries are not among the cases");
    assert_eq!(rows(&progress, Axis::Coder), [("anna", [1, 0, 0, 0]), ("bo", [0, 1, 0, 1]), ("", [0, 0, 1, 0])]);
    assert_eq!(rows(&progress, Axis::Unit), [("BRO", [1, 1, 0, 0]), ("SKH", [0, 0, 1, 1])]);
    let entries = progress.tables.iter().find(|table| table.axis == Axis::Entries).unwrap();
    assert_eq!(four(entries.total), [0, 1, 3, 0]);
}

#[test]
fn what_follows_from_the_case_list_begins_no_case() {
    let ages = "kind = 'derived'\nof = 'born'\nchoices = [{ id = '-24', max = 24 }, { id = '25-', min = 25 }]";
    let made = swedish()
        .attribute("born", "label = 'Född'\nrole = 'birth_year'\nat = 2019")
        .question("q", "?", "scale = 'ja_nej'")
        .question("age", "?", ages);
    let protocol = std::sync::Arc::new(Protocol::load("p.toml", &made.to_string()).unwrap());
    let (cases, _) = CaseList::read("cases.csv", b"case,born\nA,1994\n", &protocol).unwrap();
    let study = Study::new("T".to_owned(), Answers::new(protocol, std::sync::Arc::new(cases)));
    assert_eq!(study.tally().cells(0.into()).raw[1].status, crate::study::answers::case_view::CellStatus::Answered);
    let progress = Progress::of(&study, Perspective::Record, None);
    assert_eq!((four(progress.total()), progress.places), ([0, 0, 1, 0], Vec::new()));
}

#[test]
fn what_one_is_to_code_blind_exists_and_is_not_shown() {
    let closed = blank().behind(&["cilla".to_owned()], &[ASSIGNED, FREE]);
    let answers = begun().iter().fold(closed, |mut answers, line| {
        answers.apply(line);
        answers
    });
    let study = Study::new("T".to_owned(), answers);
    let progress = Progress::of(&study, Perspective::Record, None);
    let total = progress.total();
    assert_eq!((four(total), total.withheld, total.all()), ([0, 0, 1, 1], 2, 3));
    assert_eq!(rows(&progress, Axis::Coder), [("anna", [0; 4]), ("bo", [0, 0, 0, 1]), ("", [0, 0, 1, 0])]);
    let told: Vec<String> =
        progress.lines(&study, &Words::new(Lang::Sv), 80, &str::to_owned).into_iter().map(|(_, line)| line).collect();
    assert_eq!(told[0], "0 av 3 ärenden klara, 2 visas inte förrän du har kodat dem blint");
    let bromma = told.iter().find(|line| line.starts_with("BRO")).unwrap();
    assert_eq!(bromma.split_whitespace().collect::<Vec<_>>(), ["BRO", "0", "0", "0", "2", "2", "0"], "{told:#?}");
    assert!(progress.places.iter().all(|place| ![ASSIGNED, FREE].contains(&place.case)), "{:?}", progress.places);
}

#[test]
fn what_cannot_be_reviewed_is_taken_away_once_from_what_waits() {
    let waiting = waiting::Waiting::of(&study(&begun()), "anna");
    assert_eq!((waiting.done, waiting.all), (1, 3), "one of four cannot be reviewed");
    let own = |coder| waiting::Waiting::of(&study(&begun()), coder).own;
    assert_eq!((own("anna"), own("bo"), own("dora")), (1, 2, 1), "what is nobody's waits for everybody");
}

#[test]
fn one_coders_cases_are_hers_alone() {
    let progress = Progress::of(&study(&begun()), Perspective::Record, Some("bo"));
    assert_eq!(four(progress.total()), [0, 1, 0, 1]);
    assert_eq!(rows(&progress, Axis::Unit), [("BRO", [0, 1, 0, 0]), ("SKH", [0, 0, 0, 1])]);
    assert!(progress.places.iter().all(|place| place.case != ASSIGNED), "{:?}", progress.places);
}

#[test]
fn gaps_of_done_and_of_begun_cases_stand_apart_and_untouched_ones_have_none() {
    let progress = Progress::of(&study(&begun()), Perspective::Record, None);
    let cases = |list| progress.list(list).map(|place| place.case).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(cases(List::DoneGaps), [ASSIGNED].into());
    assert_eq!(cases(List::BegunGaps), [FREE, LEDNING].into());
    let dropped: Vec<_> = progress.list(List::Dropped).map(|place| (place.case, place.said.as_str())).collect();
    assert_eq!(dropped, [(CaseIx::new(2), "sekretess")]);
    assert!(progress.places.iter().all(|place| place.case != 2.into() || place.list == List::Dropped));
}

#[test]
fn flags_stand_with_whose_they_are_and_first_answers_that_do_not_count_too() {
    let flag = Entry { item: "discuss".into(), question: "plan".into(), ..act(7, Op::Flag, "bo", FREE, "yes") };
    let lines = [begun(), vec![flag, answer(8, "cia", ASSIGNED, KONTAKTER, "a")]].concat();
    let progress = Progress::of(&study(&lines), Perspective::Record, None);
    let place = |list| progress.list(list).map(|place| (place.case, place.question, place.said.as_str())).next();
    assert_eq!(place(List::Discuss), Some((FREE, Some(PLAN), "bo 2026-03-02")));
    assert_eq!(place(List::Uncounted), Some((ASSIGNED, Some(KONTAKTER), "cia")));
}

#[test]
fn units_that_no_case_was_drawn_from_stand_in_the_frame() {
    let frame = [("BRO", 40), ("SKH", 14), ("XYZ", 3)].map(|(unit, n)| (unit.to_owned(), n));
    let frame = Frame { sizes: frame.into(), taken: 4 };
    let study = Study { frame: Some(frame), ..study(&begun()) };
    let progress = Progress::of(&study, Perspective::Record, None);
    let lines = progress.lines(&study, &Words::new(Lang::Sv), 80, &str::to_owned);
    let text = lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n");
    begins(
        &text,
        "1 av 3 ärenden klara, 4 av 57 i urvalsramen ingår (7 %)\n\
         \n\
         Granskare                        Klara  Påbörjade  Ej påbörjade  Ingår  Utgår\n\
         anna                                 1          0     0      1     0\n\
         bo                                   0          1     0      1     1\n\
         utan granskare                       0          0     1      1     0\n\
         Totalt                               1          1     1      3     1\n\
         \n\
         Verksamhet                   Klara  Påbörjade  Ej påbörjade  Ingår  Utgår   Urvalsram\n",
    );
    assert!(text.contains("XYZ") && text.lines().any(|line| line.ends_with(" 57")), "{text}");
}

/// The text begins so.
fn begins(text: &str, start: &str) {
    let squeezed =
        |text: &str| text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>();
    assert_eq!(squeezed(text)[..squeezed(start).len()], squeezed(start), "{text}");
}

#[test]
fn a_list_that_is_long_is_cut_with_a_count_of_the_rest() {
    let names: Vec<String> = (1..=15).map(|n| format!("BRO-{n:02}")).collect();
    let words = Words::new(Lang::Sv);
    assert_eq!(crate::report::plain::progress::capped(&names, 15, &words, 35), "BRO-01, BRO-02, BRO-03 och 12 till");
    assert_eq!(
        crate::report::plain::progress::capped(&names[..4], 15, &words, 35),
        "BRO-01, BRO-02, BRO-03 och 12 till"
    );
    assert_eq!(crate::report::plain::progress::capped(&names[..2], 2, &words, 35), "BRO-01, BRO-02");
    assert_eq!(
        crate::report::plain::progress::capped(&names, 15, &words, 3),
        "BRO-01 och 14 till",
        "one is always named"
    );
    assert_eq!(crate::report::plain::progress::capped(&[], 0, &words, 35), "");
}

proptest! {
    #[test]
    fn every_table_sums_to_all_cases(lines in entries()) {
        let study = study(&lines);
        let progress = Progress::of(&study, Perspective::Record, None);
        for table in progress.tables.iter().filter(|table| matches!(table.axis, Axis::Coder | Axis::Unit)) {
            let sum = table.rows.iter().fold([0; 4], |sum, (_, count)| {
                let four = four(*count);
                std::array::from_fn(|at| sum[at] + four[at])
            });
            prop_assert_eq!(sum, four(progress.total()));
            prop_assert_eq!(sum.iter().sum::<usize>(), study.cases.files().len());
        }
        prop_assert_eq!(progress.total().dropped, study.tally().dropped(study.cases.files()));
    }

    #[test]
    fn a_blind_coder_is_told_nothing_that_others_or_earlier_rounds_have_done(lines in entries()) {
        let blind = Perspective::Own("bo", Round::Second);
        // What coders agree on holds for everybody, as the protocol does.
        let is_told = |line: &&Entry<'static>| {
            line.op.is_of_study() || line.round == Round::Second && line.coder == "bo"
        };
        let own: Vec<_> = lines.iter().filter(is_told).cloned().collect();
        let shown = |lines: &[Entry<'static>]| {
            let study = study(lines);
            Progress::of(&study, blind, None).lines(&study, &Words::new(Lang::Sv), 80, &str::to_owned)
        };
        prop_assert_eq!(shown(&lines), shown(&own));
        let places = |lines: &[Entry<'static>]| Progress::of(&study(lines), blind, None).places;
        prop_assert_eq!(places(&lines), places(&own));
    }
}

#[test]
fn a_case_about_which_nothing_is_asked_is_neither_open_nor_coded() {
    let only = "when = { same_as = { answered = false } }";
    let made = swedish().attribute("same_as", "label = 'Samma som'").question("q", "?", only).question("r", "?", only);
    let protocol = std::sync::Arc::new(Protocol::load("p.toml", &made.to_string()).unwrap());
    let (cases, _) = CaseList::read("cases.csv", b"case,same_as,coder\nA,,anna\nB,A,anna\n", &protocol).unwrap();
    let mut study = Study::new("T".to_owned(), Answers::new(protocol, std::sync::Arc::new(cases)));
    let progress = Progress::of(&study, Perspective::Record, None);
    assert_eq!((four(progress.total()), progress.total().unasked, progress.total().all()), ([0, 0, 1, 0], 1, 1));
    let coverage = coverage::Coverage::of(&study, crate::study::protocol::Per::Case);
    assert_eq!((coverage.all, coverage.blank, coverage.unasked), (1, 1, 1));
    let counts = study.tally().total(crate::study::index::QuestionIx::new(0));
    assert_eq!((counts.unanswered, counts.not_asked), (1, 0), "it is among no base's outsiders");
    study.apply(&Entry { case_id: "A".into(), question: "q".into(), ..answer(1, "anna", ASSIGNED, BESLUT, "ja") });
    let told = progress.lines(&study, &Words::new(Lang::Sv), 80, &str::to_owned).remove(0).1;
    assert_eq!(told, "0 av 1 ärenden klara, om 1 till ställs inga frågor");
    assert_eq!(waiting::Waiting::of(&study, "anna").own, 1);
}
