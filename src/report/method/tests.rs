use super::*;
use crate::base::language::Lang;
use crate::report::format::Format;
use crate::report::format::plain::Plain;
use crate::report::{Options, Report};
use crate::study::Study;
use crate::study::answers::tests::fixture::{BESLUT, PLAN, act, answer, fold, in_round, line};
use crate::study::ledger::control_line::{Sitting, Source as File};
use crate::study::ledger::entry::Entry;

/// The first line of a sitting of a coder under a protocol.
fn open(coder: &str, seq: u64, protocol: &str) -> Open {
    let who = Sitting {
        coder: coder.to_owned(),
        name: coder.to_uppercase(),
        program: "aktkoll 0.0.9".to_owned(),
        protocol: protocol.to_owned(),
        ..Sitting::default()
    };
    Open::new(&who, 1, seq, "2026-03-02T08:15:30.123Z")
}

fn rule(seq: u64) -> Entry<'static> {
    let question = "beslut".into();
    line(Entry { case_id: "".into(), question, item: "r1".into(), ..act(seq, Op::Rule, "bo", 0, "utan datum = nej") })
}

fn study() -> Study {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 0, PLAN, "nej"),
        answer(3, "anna", 1, BESLUT, "ja"),
        answer(4, "bo", 2, BESLUT, "nej"),
        in_round(Round::Second, answer(5, "bo", 0, BESLUT, "ja")),
        rule(6),
        act(7, Op::Drop, "bo", 3, "akten saknas"),
    ];
    Study::new("Provet".to_owned(), fold(&lines))
}

fn text(study: &Study, draw: Option<&Draw>, options: &Options, trail: &Trail<'_>) -> String {
    let words = Words::new(Lang::Sv);
    let sections = vec![section(Source { study, draw, words: &words, options }, trail)];
    let about = Vec::new();
    let report = Report { lang: Lang::Sv, title: String::new(), subtitle: String::new(), date: None, about, sections };
    String::from_utf8(Plain { columns: 200 }.write(&report, &words).unwrap()).unwrap()
}

fn words_of<'t>(text: &'t str, start: &str) -> Vec<&'t str> {
    let line = text.lines().find(|line| line.trim_start().starts_with(start));
    line.unwrap_or_else(|| panic!("{start}: {text}")).split_whitespace().collect()
}

#[test]
fn the_appendix_of_a_study_that_was_not_drawn_says_so() {
    let study = study();
    let text = text(&study, None, &Options::default(), &Trail { sittings: Vec::new(), earlier: &[], named: false });
    assert!(text.contains("Ärendena drogs inte med programmet"), "{text}");
    assert!(text.contains("1 ärende utgår"), "{text}");
    assert!(text.contains("akten saknas: 1"), "{text}");
    assert!(text.contains("fråga 1: utan datum = nej\n"), "{text}");
    assert!(text.contains("Protokollet är detsamma"), "{text}");
    assert!(text.contains("mindre än 10") && !text.contains("dolda"), "{text}");
    assert!(!text.contains("Inlästa filer") && !text.contains("Granskare"), "nothing is told of nothing: {text}");
}

#[test]
fn coders_are_counted_by_round_and_named_only_when_that_is_asked_for() {
    let (study, hash) = (study(), study().protocol.hash.clone());
    // Carl has only looked.
    let [anna, carl, bo] = [("anna", 1), ("carl", 3), ("bo", 4)].map(|(coder, seq)| open(coder, seq, &hash));
    let sittings = || vec![&anna, &carl, &bo];
    let told = |named| text(&study, None, &Options::default(), &Trail { sittings: sittings(), earlier: &[], named });
    let shy = told(false);
    assert_eq!(words_of(&shy, "Granskare 1")[2..], ["2", "0"]);
    assert_eq!(words_of(&shy, "Granskare 2")[2..], ["1", "1"]);
    assert_eq!(words_of(&shy, "Ärenden  ")[1..], ["3", "1"], "each case once");
    assert!(!shy.to_lowercase().contains("anna") && !shy.contains("BO"), "{shy}");
    let open = told(true);
    assert_eq!(words_of(&open, "ANNA")[1..], ["2", "0"]);
    assert!(!shy.contains("Granskare 3") && !open.contains("CARL"), "{shy}{open}");
    assert!(open.contains("utan datum = nej (bo)"), "{open}");
    assert!(open.contains("Kodat med aktkoll 0.0.9"), "{open}");
}

#[test]
fn a_draw_is_told_with_its_strata_and_no_case_is_named() {
    let stratum = |values: [&str; 2], frame, drawn, replaced: &[&str]| Drawn {
        values: values.map(str::to_owned).to_vec(),
        frame,
        wanted: 10,
        drawn,
        replaced: replaced.iter().map(|&id| id.to_owned()).collect(),
    };
    let draw = Draw {
        date: "2026-02-01".to_owned(),
        seed: "frö 7".to_owned(),
        per: vec!["unit".to_owned(), "sex".to_owned()],
        added: vec!["X-1".to_owned()],
        strata: vec![stratum(["BRO", "K"], 40, 11, &["B-9"]), stratum(["BRO", "M"], 4, 4, &[])],
        totals: Vec::new(),
    };
    let study = study();
    let trail = Trail { sittings: Vec::new(), earlier: &[], named: false };
    let text = text(&study, Some(&draw), &Options { min_cell: Some(5), ..Options::default() }, &trail);
    assert_eq!(words_of(&text, "BRO, Kvinnor")[2..], ["40", "10", "11", "0"]);
    assert_eq!(words_of(&text, "BRO, Män")[2..], ["4", "10", "4", "6"]);
    assert_eq!(words_of(&text, "Totalt")[1..], ["44", "20", "15", "6"]);
    assert!(text.contains("Frö: frö 7") && text.contains("6 ärenden saknas"), "{text}");
    assert!(text.contains("inte dragna: 1") && text.contains("samma grupp: 1"), "{text}");
    assert!(text.contains("Antal under 5 är dolda"), "{text}");
    for id in ["X-1", "B-9", "B-1", "S-2"] {
        assert!(!text.contains(id), "{id} is named: {text}");
    }
}

#[test]
fn changes_of_the_protocol_are_told_from_version_to_version_and_imports_with_their_hash() {
    let study = study();
    let newer = (*study.protocol).clone();
    let mut older = newer.clone();
    older.hash = "a".repeat(64);
    older.questions[BESLUT].guidance = "Enligt beslutet.".to_owned();
    let lost = open("anna", 1, "0000");
    let (first, mut second) = (open("anna", 2, &older.hash), open("bo", 9, &newer.hash));
    second.source = Some(File { file: "/home/anna/svar.csv".to_owned(), hash: "c0ffee".to_owned() });
    let earlier = [older];
    let told = |sittings| text(&study, None, &Options::default(), &Trail { sittings, earlier: &earlier, named: false });
    let text = told(vec![&first, &second]);
    assert!(text.contains("Ändrat 2026-03-02:") && text.contains("”Enligt beslutet.”"), "{text}");
    assert!(text.contains("2026-03-02: svar.csv, SHA-256 c0ffee"), "{text}");
    assert!(!text.contains("Protokollet är detsamma") && !text.contains("finns inte kvar"), "{text}");
    assert!(told(vec![&lost, &first]).contains("finns inte kvar"));
    assert!(told(vec![&first]).contains("Ändrat sedan senaste kodningen:"));
}

#[test]
fn the_agreement_stands_in_every_format_where_cases_were_coded_twice() {
    let coded = |round, coder, seq, value| {
        [answer(seq, coder, 0, BESLUT, value), act(50, Op::Done, coder, 0, "yes")].map(|line| in_round(round, line))
    };
    let once = coded(Round::First, "anna", 1, "ja");
    let twice = [once.clone(), coded(Round::Second, "bo", 2, "nej")].concat();
    let trail = || Trail { sittings: Vec::new(), earlier: &[], named: true };
    let told = |lines: &[Entry<'static>], percent_from| {
        let study = Study { percent_from, ..Study::new("Provet".to_owned(), fold(lines)) };
        text(&study, None, &Options::default(), &trail())
    };
    assert!(!told(&once, 1).contains("Samstämmighet"));
    let few = told(&twice, 10);
    assert!(few.contains("Av 4 ärenden kodades 1 av två") && few.contains("Ett ärende är för lite"), "{few}");
    assert!(few.contains("visas från 10 ärenden.") && !few.contains("1 ?"), "{few}");
    let text = told(&twice, 1);
    assert!(
        text.contains("Av 4 ärenden kodades 1 av två granskare var för sig. Utfallet: 0 av 1 svar lika (0 procent).")
            && text.contains("I ett svar sa granskarna olika: 1 är inte avgjort. Så länge"),
        "{text}"
    );
    let row = words_of(&text, "1 ?");
    assert_eq!(row[2..], ["1", "0", "0", "ett", "ärende", "ett", "ärende"], "{text}");
    assert!(text.contains("”ett ärende”: räknas inte: bara ett ärende."), "{text}");
}
