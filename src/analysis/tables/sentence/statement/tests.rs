use super::*;
use crate::analysis::progress::coverage::Coverage;
use crate::base::language::prose::Noun;
use crate::base::language::{Lang, Words};
use crate::builder::swedish;
use crate::study::protocol::{Per, Protocol};

const QUESTIONS: &str = r#"
[[question]]
id = "plan"
area = "A"
text = "Finns en aktuell plan?"
na = true
[question.statement.sv]
ja = "i {spread} finns en aktuell plan"
delvis = "I {spread} finns en plan som inte är aktuell."
nej = { one = "I {spread} saknas plan.", many = "Plan saknas i {spread}." }
"ja|delvis" = "I {spread} finns en plan."
[question.statement.en]
ja = "In {spread} there is a current plan."

[[question]]
id = "sidor"
area = "A"
text = "Hur många sidor?"
kind = "number"
statement.sv = "Planerna har i genomsnitt {mean} sidor (median {median}), som minst {least} och som mest {most}."
"#;

fn counts(choices: &[u32]) -> Counts {
    let base = choices.iter().take(3).sum();
    Counts { choices: choices.to_vec(), base, na: choices.get(3).copied().unwrap_or(0), ..Counts::default() }
}

/// What is said of the first question: by unit, with two sexes, one of them that of the first unit.
fn said(lang: Lang, names_single: bool, units: &[[u32; 4]]) -> String {
    let (words, protocol) =
        (Words::new(lang), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
    let style = Style { names_single, ..Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case)) };
    let own: Vec<Counts> = units.iter().map(|choices| counts(choices)).collect();
    let total = own.iter().fold(Counts::default(), Counts::plus);
    let units: Vec<(&str, &Counts)> = ["Bromma", "Hjo", "Sala"].into_iter().zip(&own).collect();
    style.question(&protocol.questions.raw[0], &total, &[], &units)
}

#[test]
fn an_answer_is_stated_with_its_figure_and_where_it_is() {
    let all = said(Lang::Sv, false, &[[4, 0, 2, 0], [3, 0, 0, 1], [3, 0, 0, 0]]);
    assert_eq!(
        all,
        "I tio av tolv ärenden (83 procent), fyra i Bromma och tre i vardera Hjo och Sala, finns en aktuell plan. \
         Plan saknas i två ärenden, båda i Bromma. Ej aktuellt i ett ärende."
    );
    let figures = said(Lang::Sv, false, &[[14, 0, 2, 0], [3, 0, 0, 0], [0, 0, 2, 0]]);
    assert_eq!(
        figures,
        "I 17 av 21 ärenden (81 procent), 14 i Bromma och 3 i Hjo, finns en aktuell plan. \
         Plan saknas i fyra ärenden, två i vardera Bromma och Sala."
    );
    assert_eq!(said(Lang::Sv, false, &[[4, 0, 0, 0], [3, 0, 0, 0]]), "I samtliga sju ärenden finns en aktuell plan.");
    assert_eq!(said(Lang::Sv, false, &[[0; 4]]), "Finns en aktuell plan? Inget ärende ingår i underlaget.");
}

#[test]
fn several_answers_are_summed_before_each() {
    let said = said(Lang::Sv, false, &[[4, 2, 2, 0], [2, 0, 2, 0]]);
    assert_eq!(
        said,
        "I åtta av tolv ärenden (67 procent), sex i Bromma och två i Hjo, finns en plan. \
         I sex ärenden, fyra i Bromma och två i Hjo, finns en aktuell plan. \
         I två ärenden, båda i Bromma, finns en plan som inte är aktuell. \
         Plan saknas i fyra ärenden, två i vardera Bromma och Hjo."
    );
}

#[test]
fn the_unit_of_a_single_case_is_named_only_where_that_is_asked_for() {
    let two = [[6, 0, 1, 0], [2, 0, 0, 0], [1, 0, 1, 0]];
    let hidden = "I nio av elva ärenden (82 procent), minst ett i varje verksamhet, finns en aktuell plan. \
                  Plan saknas i två ärenden.";
    assert_eq!(said(Lang::Sv, false, &two), hidden);
    let units = [[6, 0, 1, 0], [2, 0, 0, 0], [1, 0, 0, 0]];
    let hidden = "I nio av tio ärenden (90 procent) finns en aktuell plan. I ett ärende saknas plan.";
    assert_eq!(said(Lang::Sv, false, &units), hidden, "in Sala's only case that would tell the answer");
    let named = "I nio av tio ärenden (90 procent), sex i Bromma, två i Hjo och ett i Sala, finns en aktuell plan. \
                 I ett ärende, i Bromma, saknas plan.";
    assert_eq!(said(Lang::Sv, true, &units), named);
    let each_one = said(Lang::Sv, false, &[[1, 0, 4, 0], [1, 0, 3, 0], [1, 0, 2, 0]]);
    assert!(each_one.starts_with("I tre av tolv ärenden (25 procent) finns"), "three in three units: {each_one}");
}

/// "No" has no statement in English.
#[test]
fn without_a_statement_for_each_answer_that_was_given_the_question_is_quoted() {
    let said = |units: &[[u32; 4]]| said(Lang::En, false, units);
    assert_eq!(said(&[[4, 0, 0, 0], [3, 0, 0, 0]]), "In all seven cases there is a current plan.");
    assert!(said(&[[4, 0, 2, 0], [3, 0, 0, 0]]).starts_with("Finns en aktuell plan? Ja in seven of nine cases"));
}

#[test]
fn unfinished_cases_are_no_all() {
    let (words, protocol) =
        (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
    let open = Coverage { all: 9, blank: 2, ..Coverage::none(Per::Case) };
    let style = Style::new(&words, 10, Noun::Case, open);
    let said = style.question(&protocol.questions.raw[0], &counts(&[0, 0, 7, 0]), &[], &[]);
    assert_eq!(said, "Plan saknas i sju av sju ärenden.");
}

#[test]
fn numbers_are_stated_with_their_base() {
    let (words, protocol) =
        (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
    let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
    let said = |n: u32| {
        let values = [(2000, n), (7500, n), (12_000, n)].into_iter().collect();
        style.question(&protocol.questions.raw[1], &Counts { values, base: 3 * n, ..Counts::default() }, &[], &[])
    };
    assert_eq!(
        said(4),
        "Planerna har i genomsnitt 7,2 sidor (median 7,5), som minst 2 och som mest 12. Underlaget är tolv ärenden."
    );
    assert!(said(1).starts_with("Planerna har i genomsnitt 7,2 sidor"), "the base stands beside it: {}", said(1));
}

#[test]
fn that_nobody_lacks_something_is_not_said() {
    let (words, protocol) =
        (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
    let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
    let denies = |total: &[u32], id: &str| style.denies_none(&protocol.questions.raw[0], &counts(total), &[id]);
    assert!(denies(&[9, 3, 0, 0], "nej"));
    assert!(denies(&[9, 0, 3, 0], "delvis"), "its statement says what is not");
    assert!(!denies(&[0, 3, 9, 0], "ja") && !denies(&[9, 3, 1, 0], "nej"));
}

#[test]
fn by_sex_the_first_statement_is_compared() {
    let (words, protocol) =
        (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
    let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
    let (women, men) = (counts(&[8, 0, 2, 0]), counts(&[9, 0, 3, 0]));
    let sexes = [("Kvinnor", &women), ("Män", &men)];
    let said = style.question(&protocol.questions.raw[0], &counts(&[17, 0, 5, 0]), &sexes, &[]);
    let told = "finns en aktuell plan. Så är det bland kvinnor i åtta av tio ärenden (80 procent) och bland män i \
                nio av tolv (75 procent). Plan saknas i fem ärenden.";
    assert!(said.ends_with(told), "{said}");
}
