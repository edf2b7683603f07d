//! Drift, in studies small enough to count by hand.

use super::*;
use crate::base::language::{Lang, Words};
use crate::builder::swedish;
use crate::statistics::contrast::Share;
use crate::study::answers::Answers;
use crate::study::case::CaseList;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Entry, Head, Op};
use crate::study::protocol::Protocol;
use std::sync::Arc;

fn protocol() -> String {
    swedish()
        .unit("")
        .sex()
        .question("plan", "Finns en plan?", "scale = 'ja_nej'\nna = true\nfavourable = ['ja']")
        .question("brist", "Är något fel?", "scale = 'ja_nej'\nfavourable = ['nej']")
        .question("ovrigt", "Övrigt", "kind = 'text'")
        .to_string()
}
const PLAN: QuestionIx = QuestionIx::new(0);
const BRIST: QuestionIx = QuestionIx::new(1);

/// A study in the making.
struct Made {
    rows: String,
    plan: String,
    lines: Vec<Entry<'static>>,
}

impl Made {
    fn new() -> Self {
        let (rows, plan) = ("case_id,unit,sex\n".to_owned(), "case_id,coder,second,wave\n".to_owned());
        Self { rows, plan, lines: Vec::new() }
    }

    /// So many cases of a unit and sex, with what the coder answers, and maybe whom the plan has code them again.
    fn cases(&mut self, n: usize, [unit, sex]: [&str; 2], coder: &str, answer: [&str; 2], second: [&str; 3]) {
        for _ in 0..n {
            let id = format!("{unit}-{}", self.rows.lines().count());
            self.rows += &format!("{id},{unit},{sex}\n");
            let [who, wave, plan] = second;
            self.plan += &format!("{id},{coder},{},{wave}\n", if wave == "gold" { "" } else { who });
            self.coded(Round::First, coder, &id, answer);
            if !who.is_empty() {
                self.coded(Round::Second, who, &id, [plan, answer[1]]);
            }
        }
    }

    fn coded(&mut self, round: Round, coder: &str, id: &str, [plan, brist]: [&str; 2]) {
        let note = format!("{coder} {id}");
        let said = [("plan", plan), ("brist", brist), ("ovrigt", &note)]
            .map(|(question, value)| (Op::Answer, question, value));
        for (op, question, value) in said.into_iter().chain([(Op::Done, "", "yes")]) {
            let seq = self.lines.len() as u64 + 1;
            let mut head = [0; 16];
            head[..8].copy_from_slice(&seq.to_be_bytes());
            self.lines.push(Entry {
                op,
                seq,
                ts: "2026-03-02T08:15:30.123Z".into(),
                coder: coder.to_owned().into(),
                segment: 1,
                round,
                case_id: id.to_owned().into(),
                question: question.to_owned().into(),
                item: "".into(),
                value: value.to_owned().into(),
                was: "".into(),
                undoes: None,
                protocol: "".into(),
                with: "".into(),
                h: Head(head),
            });
        }
    }

    fn study(&self) -> Study {
        self.seen_by("")
    }

    /// The study as a coder reads it who is to code some cases blind.
    fn seen_by(&self, reader: &str) -> Study {
        let protocol = Protocol::load("p.toml", &protocol()).unwrap();
        let (mut cases, _) = CaseList::read("cases.csv", self.rows.as_bytes(), &protocol).unwrap();
        cases.read_plan("plan.csv", self.plan.as_bytes()).unwrap();
        let mut answers = Answers::new(Arc::new(protocol), Arc::new(cases));
        let due = answers.due_blind(reader);
        answers = answers.behind(&[reader.to_owned()], &due);
        self.lines.iter().for_each(|line| {
            answers.apply(line);
        });
        Study::new("T".to_owned(), answers)
    }
}

const BRO: [&str; 2] = ["BRO", "K"];
const HAV: [&str; 2] = ["HAV", "M"];
const ALONE: [&str; 3] = ["", "", ""];

fn alike(alike: u32, of: u32) -> PercentAgreement {
    PercentAgreement { alike, of }
}

/// The text of a study, its lines put together.
fn text(study: &Study) -> String {
    let lines = Drift::of(study).lines(&Words::new(Lang::Sv), 80);
    assert!(lines.iter().all(|line| crate::base::text::width(line) <= 80), "{lines:#?}");
    lines.join(" ")
}

#[test]
fn agreement_is_told_wave_by_wave_with_its_interval() {
    let mut made = Made::new();
    made.cases(10, BRO, "anna", ["ja", "nej"], ["bo", "early", "ja"]);
    made.cases(8, BRO, "anna", ["ja", "nej"], ["bo", "late", "nej"]);
    made.cases(2, BRO, "anna", ["ja", "nej"], ["bo", "late", "ja"]);
    let study = made.study();
    let drift = Drift::of(&study);
    assert_eq!(drift.waves, [(Wave::Early, alike(20, 20)), (Wave::Late, alike(12, 20))], "free text is not compared");
    let change = drift.change().unwrap();
    assert!(
        (change.p_value - 0.003_276_003_276).abs() < 1e-9,
        "fisher.test(matrix(c(20, 12, 0, 8), 2)): {}",
        change.p_value
    );
    let text = text(&study);
    assert!(text.contains("Tidigt: 20 av 20 lika (100 procent; 84–100)"), "{text}");
    assert!(text.contains("Sent: 12 av 20 lika (60 procent; 39–78)"), "{text}");
    assert!(text.contains("Lika svar är ovanligare sent än tidigt") && text.contains("p = 0,003"), "{text}");
}

#[test]
fn a_change_that_chance_explains_is_not_remarked_on_and_few_answers_have_no_percent() {
    let mut made = Made::new();
    made.cases(6, BRO, "anna", ["ja", "nej"], ["bo", "gold", "nej"]);
    made.cases(4, BRO, "anna", ["ja", "nej"], ["bo", "early", "ja"]);
    made.cases(2, BRO, "anna", ["ja", "nej"], ["bo", "middle", "nej"]);
    let study = made.study();
    let drift = Drift::of(&study);
    assert_eq!(drift.waves, [(Wave::Gold, alike(6, 12)), (Wave::Early, alike(8, 8)), (Wave::Middle, alike(2, 4))]);
    let change = drift.change().unwrap();
    assert_eq!((change.from.0, change.to.0), (Wave::Early, Wave::Middle), "training is no drift");
    let text = text(&study);
    assert!(!text.contains("Lika svar är"), "{text}");
    assert!(text.contains("Kalibrering: 6 av 12 lika (50 procent; 25–75)"), "{text}");
    assert!(text.contains("Tidigt: 8 av 8 lika I mitten: 2 av 4 lika"), "{text}");
}

#[test]
fn gold_cases_count_once_for_each_who_coded_them_again() {
    let mut made = Made::new();
    made.cases(1, BRO, "anna", ["ja", "nej"], ["bo", "gold", "ja"]);
    made.coded(Round::Second, "cia", "BRO-1", ["nej", "nej"]);
    made.cases(1, HAV, "cia", ["ja", "nej"], ALONE);
    assert_eq!(Drift::of(&made.study()).waves, [(Wave::Gold, alike(3, 4))]);
}

/// Anna has three quarters of her cases in Bromma, bo a quarter; in Hässelby all have a plan.
fn mixed() -> Made {
    let mut made = Made::new();
    for (coder, unit, yes, no) in [("anna", BRO, 9, 21), ("anna", HAV, 10, 0), ("bo", BRO, 6, 4), ("bo", HAV, 30, 0)] {
        made.cases(yes, unit, coder, ["ja", "nej"], ALONE);
        made.cases(no, unit, coder, ["nej", "nej"], ALONE);
    }
    made
}

fn found(drift: &Drift<'_>, question: QuestionIx) -> Vec<(String, Share, Share, i64)> {
    let of = drift.apart.iter().filter(|apart| apart.question == question);
    let percent = |share: f64| crate::statistics::special::rounded(1000.0 * share);
    of.map(|apart| {
        let sums = apart.contrast.sums;
        (apart.coder.clone(), sums.one, sums.other, percent(apart.contrast.expected))
    })
    .collect()
}

#[test]
fn the_others_are_reweighted_to_the_coders_own_strata() {
    let study = mixed().study();
    let drift = Drift::of(&study);
    // 30 × 6/10 + 10 × 30/30 = 28 of 40.
    assert_eq!(found(&drift, PLAN), [("anna".to_owned(), (19, 40), (36, 40), 700)]);
    let plan = drift.apart.iter().find(|apart| apart.question == PLAN).unwrap();
    // Hässelby says nothing: fisher.test(matrix(c(9, 6, 21, 4), 2)).
    assert!((plan.contrast.p_value - 0.134_588_976_6).abs() < 1e-9, "{}", plan.contrast.p_value);
    assert_eq!(plan.other.as_deref(), Some("bo"), "of two, one is beside the other");
    assert_eq!(found(&drift, BRIST), [("anna".to_owned(), (40, 40), (40, 40), 1000)], "no is wished for");
    let text = text(&study);
    assert!(text.contains("2 jämförelser är gjorda. 0 av dem har p under 0,05"), "{text}");
    assert!(text.contains("; av slumpen väntas färre än en."), "{text}");
    assert!(text.contains("19/40  48 %    36/40  70 %  -23  0,135"), "{text}");
    assert!(!text.contains("Fråga 1: anna har svarat"), "{text}");
}

#[test]
fn only_strata_of_both_are_compared_and_small_ones_have_no_percent() {
    let mut made = Made::new();
    made.cases(12, BRO, "anna", ["ja", "nej"], ALONE);
    made.cases(3, BRO, "anna", ["ej_aktuellt", "nej"], ALONE);
    made.cases(50, HAV, "anna", ["nej", "nej"], ALONE);
    made.cases(3, BRO, "bo", ["nej", "nej"], ALONE);
    let study = made.study();
    let drift = Drift::of(&study);
    assert_eq!(found(&drift, PLAN), [("anna".to_owned(), (12, 12), (0, 3), 0)], "n.a. is outside the base");
    assert!(drift.large().is_empty());
    let text = text(&study);
    assert!(!text.contains("är gjorda") && text.contains("2 jämförelser har ett underlag under 10"), "{text}");
    assert!(text.contains("12/12            0/3") && !text.contains("12/12 100 %"), "{text}");
}

#[test]
fn a_difference_that_chance_does_not_explain_is_told_with_its_counts() {
    let mut made = mixed();
    made.cases(20, BRO, "cia", ["ja", "nej"], ALONE);
    let study = made.study();
    let drift = Drift::of(&study);
    // Anna's 30 in Bromma beside 26 of 30, her 10 in Hässelby beside 30 of 30: 26 + 10 of 40.
    assert_eq!(found(&drift, PLAN)[0], ("anna".to_owned(), (19, 40), (56, 60), 900));
    assert_eq!(found(&drift, PLAN)[2], ("cia".to_owned(), (20, 20), (15, 40), 375), "cia has no cases in Hässelby");
    let text = text(&study);
    let told =
        "Fråga 1: anna har svarat Ja i 19 av 40 (48 procent), övriga omräknat i 90 procent (56 av 60); p = <0,001.";
    assert!(text.contains("6 jämförelser är gjorda. 2 av dem har p under 0,05") && text.contains(told), "{text}");
}

#[test]
fn who_is_to_code_a_case_blind_is_told_nothing_of_it() {
    let mut made = Made::new();
    made.cases(3, BRO, "anna", ["ja", "nej"], ["", "gold", ""]);
    made.cases(1, BRO, "anna", ["nej", "nej"], ["cia", "early", "nej"]);
    made.cases(2, BRO, "bo", ["nej", "nej"], ALONE);
    made.coded(Round::Second, "cia", "BRO-1", ["ja", "nej"]);
    let (all, bo) = (made.study(), made.seen_by("bo"));
    assert_eq!(found(&Drift::of(&all), PLAN), [("anna".to_owned(), (3, 4), (0, 2), 0)]);
    assert_eq!(found(&Drift::of(&bo), PLAN), [("anna".to_owned(), (0, 1), (0, 2), 0)]);
    assert_eq!(Drift::of(&all).waves, [(Wave::Gold, alike(2, 2)), (Wave::Early, alike(2, 2))]);
    assert_eq!(Drift::of(&bo).waves, [(Wave::Early, alike(2, 2))]);
}

#[test]
fn programs_are_told_the_counts_and_what_follows_from_them() {
    let mut made = mixed();
    made.cases(10, BRO, "anna", ["ja", "nej"], ["bo", "early", "ja"]);
    made.cases(2, BRO, "anna", ["ja", "nej"], ["bo", "late", "nej"]);
    let study = made.study();
    let json = Drift::of(&study).as_json();
    let early = serde_json::json!({
        "wave": "early", "alike": 20, "of": 20, "pct": 100, "low": 0.838_875, "high": 1.0
    });
    assert_eq!(json["waves"][0], early);
    assert_eq!((&json["waves"][1]["alike"], &json["waves"][1]["pct"]), (&2.into(), &serde_json::Value::Null));
    // fisher.test(matrix(c(20, 2, 0, 2), 2))
    let change = serde_json::json!({ "from": "early", "to": "late", "p": 0.021_739 });
    assert_eq!(json["change"], change);
    // 42 × 6/10 + 10 × 30/30 = 35.2 of 52.
    let plan = &json["coders"][0];
    assert_eq!((&plan["n"], &plan["base"], &plan["others_share"]), (&31.into(), &52.into(), &0.676_923.into()));
    assert_eq!((&plan["answer"][0], &plan["difference"]), (&"ja".into(), &(-0.080_769).into()));
    assert_eq!((&json["comparisons"], &json["p_below_0_05"]), (&2.into(), &0.into()));
}

#[test]
fn who_codes_alone_is_compared_with_nobody() {
    let mut made = Made::new();
    made.cases(5, BRO, "anna", ["ja", "nej"], ALONE);
    made.cases(5, HAV, "bo", ["ja", "nej"], ALONE);
    let text = text(&made.study());
    assert!(
        text.contains("Det finns inga granskare att jämföra") && text.contains("Inget kalibreringsärende"),
        "{text}"
    );
}

#[test]
fn what_was_settled_together_is_nobodys_own_answer() {
    let mut made = mixed();
    let of_record = made.lines.iter().find(|line| line.question == "plan" && line.value == "nej").unwrap().clone();
    let settled = Entry { round: Round::Consensus, value: "ja".into(), seq: 10_000, h: Head([9; 16]), ..of_record };
    let before = found(&Drift::of(&made.study()), PLAN);
    made.lines.push(settled);
    assert_eq!(found(&Drift::of(&made.study()), PLAN), before);
}
