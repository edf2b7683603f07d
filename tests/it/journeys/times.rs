//! The plan that is followed up twice: questions of several times, and what the case list tells of each activity.

use super::coding::text_of;
use super::sitting::{Setup, Sitting};

const ACTIVITIES: &str = include_str!("../../data/handlingsplan_activities.csv");

fn followed_up(times: &[&str]) -> Sitting {
    let times = times.iter().map(|&time| time.to_owned()).collect();
    Setup { protocol: text_of("hplan").to_owned(), cases: ACTIVITIES.to_owned(), times, ..Setup::default() }.open()
}

/// Goes to an activity.
fn open(sitting: &mut Sitting, activity: &str) {
    let place = sitting.model().study.cases.place(activity).unwrap();
    sitting.keys(&"<pagedown>".repeat(usize::from(place) - usize::from(sitting.model().case)));
    assert_eq!(sitting.at().0, activity);
}

/// The first activity with a deadline.
fn due(sitting: &Sitting, deadline: &str) -> String {
    let cases = &sitting.model().study.cases;
    let column = cases.column("deadline").unwrap();
    let place = cases.cases.keys().find(|&case| cases.value(case, column) == deadline).unwrap();
    cases.cases[place].id.clone()
}

#[test]
fn the_activity_stands_under_its_questions() {
    let mut sitting = followed_up(&[]);
    sitting.shows("○ NR-02");
    assert_eq!(sitting.model().study.cases.cases.len(), 99);
    open(&mut sitting, "NR-02");
    sitting.shows("Aktivitet: Erbjuda handläggare kompetensutveckling");
    sitting.keys("<down><down><down>");
    sitting.shows("Aktivitet: Erbjuda handläggare kompetensutveckling");
    let id = due(&sitting, "2016-12-31");
    open(&mut sitting, &id);
    sitting.shows("Tidplan: 2016-12-31");
}

#[test]
fn overdue_and_not_yet_due_are_told_apart() {
    let cases: &[(&str, &str, [&str; 2])] = &[
        ("2014-02-28", "n", ["nej", "nej"]),
        ("2016-10-31", "n", ["nej", "nej"]),
        ("2016-12-31", "d", ["ej_forfallen", "nej"]),
        ("2017-10-31", "n", ["ej_forfallen", "nej"]),
        ("2017-12-31", "d", ["ej_forfallen", "ej_forfallen"]),
        ("2017-12-31", "4", ["ej_aktuellt", "ej_aktuellt"]),
        ("", "n", ["ingen_tidplan", "ingen_tidplan"]),
        ("", "4", ["ingen_tidplan", "ingen_tidplan"]),
    ];
    for (deadline, key, expected) in cases {
        let mut sitting = followed_up(&[]);
        let id = due(&sitting, deadline);
        open(&mut sitting, &id);
        for (number, time, wanted) in [(1, "2016", expected[0]), (11, "2017", expected[1])] {
            sitting.keys(&format!("#{number}<enter>{key}"));
            assert_eq!(sitting.answer(&id, &format!("i_tid_{time}")), wanted, "{id} {deadline:?} {key} {time}");
        }
    }
}

#[test]
fn a_deadline_in_the_month_after_the_follow_up_is_not_overdue_whatever_its_precision() {
    for (deadline, wanted) in [("2016-10", "nej"), ("2016-11-01", "ej_forfallen"), ("2016-11", "ej_forfallen")] {
        let cases = ACTIVITIES.replace("2014-02-28", deadline);
        let mut sitting = Setup { cases, ..followed_up(&[]).setup }.open();
        let id = due(&sitting, deadline);
        open(&mut sitting, &id);
        sitting.keys("#1<enter>n");
        assert_eq!(sitting.answer(&id, "i_tid_2016"), wanted, "{deadline}");
    }
}

#[test]
fn what_is_finished_is_held_against_its_deadline() {
    for (finished, wanted) in [("2015-09", "ja"), ("2016-12", "ja"), ("2017-01", "nej")] {
        let mut sitting = followed_up(&["2017"]);
        let id = due(&sitting, "2016-12-31");
        open(&mut sitting, &id);
        sitting.keys("#11<enter>j");
        assert_eq!(sitting.answer(&id, "i_tid_2017"), "", "not known before the date is");
        sitting.keys(&format!("#12<enter>{finished}<enter>"));
        assert_eq!(sitting.answer(&id, "i_tid_2017"), wanted, "{finished}");
    }
}

#[test]
fn what_is_not_followed_up_now_is_no_gap_and_not_in_the_progress() {
    let mut sitting = followed_up(&["2016"]);
    sitting.is_at("NR-01", "genomford_2016");
    sitting.keys("n");
    let gaps = |sitting: &Sitting| {
        let model = sitting.model();
        model
            .question_order
            .iter()
            .filter(|&&place| model.is_gap(place))
            .map(|&place| model.question_id(place).to_owned())
            .collect::<Vec<_>>()
    };
    assert!(gaps(&sitting).iter().all(|id| id.ends_with("_2016")), "{:?}", gaps(&sitting));
    let all = |times: &[&str]| {
        let sitting = followed_up(times);
        sitting.model().study.filled(&sitting.model().cells).1
    };
    assert_eq!((all(&["2016"]), all(&["2017"]), all(&["2016", "2017"]), all(&[])), (3, 3, 6, 6));
}

/// Codes the open activity as not done, at one time.
fn not_done(sitting: &mut Sitting) {
    sitting.keys("n");
    for _ in 0..3 {
        let (_, question) = sitting.at();
        match question.split('_').next().unwrap() {
            "ansvarig" => sitting.keys("1<space>"),
            "brukarmedverkan" => sitting.keys("j"),
            "hinder" => sitting.keys("<enter>tid<enter>"),
            _ => panic!("{question}"),
        }
    }
    // What need not be answered is passed, up to the closing page; then the case is finished.
    while !sitting.last().starts_with("done") {
        sitting.keys("<space>");
    }
}

#[test]
fn a_case_finished_at_one_time_is_open_again_at_the_next() {
    let mut sitting = followed_up(&["2016"]);
    not_done(&mut sitting);
    assert_eq!(sitting.at().0, "NR-02");
    assert_eq!(sitting.model().progress.finished, 1);
    sitting.setup.times = vec!["2017".to_owned()];
    let mut sitting = sitting.restarted();
    assert_eq!(sitting.model().progress.finished, 0);
    sitting.is_at("NR-01", "genomford_2017");
    sitting.keys("n");
    let mut sitting = sitting.restarted();
    assert_eq!(sitting.model().progress.finished, 0, "begun, but not finished again");
    sitting.keys("<backspace>");
    not_done(&mut sitting);
    assert_eq!(sitting.model().progress.finished, 1);
    assert_eq!(sitting.at().0, "NR-02");
    sitting.setup.times = Vec::new();
    assert_eq!(sitting.restarted().model().progress.finished, 1, "with all times, what was finished stays so");
}

#[test]
fn the_totals_of_the_other_time_stand_beside() {
    let mut sitting = Setup { size: (120, 50), ..followed_up(&[]).setup }.open();
    sitting.keys("#11<enter>d#1<enter>j#1<enter>");
    sitting.shows("Totalt 2017");
    let frame = sitting.frame();
    let row = |name: &str| frame.lines().find(|line| line.trim_start().starts_with(name)).unwrap().to_owned();
    let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(cells(&row("Totalt 2017"))[2..], ["0", "1", "0", "0", "1"]);
}

#[test]
fn what_stands_twice_in_the_plan_is_asked_about_once_and_needs_no_finishing() {
    let mut sitting = followed_up(&[]);
    open(&mut sitting, "DS-03");
    let first = sitting.model().protocol().question("genomford_2016").unwrap();
    assert!(!sitting.model().is_asked(first));
    sitting.shows("Samma som: DB-02");
    sitting.shows("klara 0 av 94");
    sitting.keys("<space><space>");
    let frame = sitting.frame();
    assert!(!frame.lines().next().unwrap().contains("DS-03"), "it is passed: {frame}");
}
