use super::*;
use crate::builder::swedish;
use crate::study::answers::tests::fixture::{
    ASSIGNED, BESLUT, FREE, KONTAKTER, NAMN, PLAN, TIMMAR, act, answer, fold, in_round,
};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Op};
use crate::study::protocol::Protocol;

/// What a coder answers about a case, and that it is finished.
pub(crate) fn coded(
    round: Round,
    coder: &'static str,
    case: CaseIx,
    said: &[(QuestionIx, &'static str)],
) -> Vec<Entry<'static>> {
    let answers = said.iter().zip(1..).map(|((question, value), seq)| answer(seq, coder, case, *question, value));
    let done = act(50, Op::Done, coder, case, "yes");
    answers.chain([done]).map(|line| in_round(round, line)).collect()
}

/// Anna's and bo's codings of two cases.
fn study(pairs: [[&[(QuestionIx, &'static str)]; 2]; 2]) -> Study {
    let lines: Vec<Entry<'static>> = [ASSIGNED, FREE]
        .into_iter()
        .zip(pairs)
        .flat_map(|(case, [one, other])| {
            [coded(Round::First, "anna", case, one), coded(Round::Second, "bo", case, other)].concat()
        })
        .collect();
    Study::new("T".to_owned(), fold(&lines))
}

fn rows(compared: &Compared) -> Vec<Vec<Option<Category>>> {
    let name = |said: &Option<usize>| said.and_then(|place| compared.categories.get(place).cloned());
    compared.rows.iter().map(|row| row.said.iter().map(name).collect()).collect()
}

const YES: Option<Category> = Some(Category::Choice(0));
const NO: Option<Category> = Some(Category::Choice(1));
const NA: Option<Category> = Some(Category::DoesNotApply);

#[test]
fn answers_stand_side_by_side() {
    let study = study([[&[(BESLUT, "ja")], &[(BESLUT, "nej")]], [&[(BESLUT, "ja")], &[(BESLUT, "ja")]]]);
    let double = DoubleCoding::of(&study, Round::Second);
    assert_eq!(double.raters.iter().map(|rater| rater.coder.as_str()).collect::<Vec<_>>(), ["anna", "bo"]);
    let compared = double.question(BESLUT);
    assert_eq!(rows(&compared), [[YES, NO], [YES, YES]]);
    assert_eq!(compared.alike(), PercentAgreement { alike: 1, of: 2 });
    assert_eq!(compared.differing().map(|row| row.case).collect::<Vec<_>>(), [ASSIGNED]);
    assert_eq!(compared.categories.len(), 4, "ja, nej, framgår ej as declared, and that it does not apply");
    assert_eq!(compared.ratings().counts(), [3, 1, 0, 0]);
}

#[test]
fn whether_a_question_applies_is_a_step_of_its_own() {
    let study = study([
        [&[(BESLUT, "ja"), (PLAN, "ja")], &[(BESLUT, "nej")]],
        [&[(BESLUT, "ja"), (PLAN, "ja")], &[(BESLUT, "ja"), (PLAN, "ej_aktuellt")]],
    ]);
    let compared = DoubleCoding::of(&study, Round::Second).question(PLAN);
    assert_eq!(rows(&compared), [[YES, NA], [YES, NA]], "not asked, and answered with n.a.");
    assert_eq!(compared.applies().unwrap().alike(), PercentAgreement { alike: 0, of: 2 });
    assert_eq!(compared.answers().rows, [], "nobody's pair has two answers");
}

#[test]
fn a_question_that_nobody_was_asked_is_not_compared() {
    let study = study([[&[(BESLUT, "nej")], &[(BESLUT, "nej")]], [&[(BESLUT, "ja"), (PLAN, "ja")], &[(BESLUT, "ja")]]]);
    let compared = DoubleCoding::of(&study, Round::Second).question(PLAN);
    assert_eq!(compared.rows, [], "one case is not asked, and in the other one answer is missing");
    assert_eq!(DoubleCoding::of(&study, Round::Second).one_sided(PLAN), [FREE], "which is told");
    assert!(DoubleCoding::of(&study, Round::Second).one_sided(BESLUT).is_empty());
}

#[test]
fn the_ordered_scale_leaves_out_what_has_no_place_on_it() {
    let study = study([
        [&[(BESLUT, "ja"), (PLAN, "delvis")], &[(BESLUT, "ja"), (PLAN, "nej")]],
        [&[(BESLUT, "ja"), (PLAN, "ej_aktuellt")], &[(BESLUT, "ja"), (PLAN, "nej")]],
    ]);
    let compared = DoubleCoding::of(&study, Round::Second).question(PLAN);
    let asked = &study.protocol.questions[PLAN];
    let ordered = compared.ordered(asked).unwrap();
    assert_eq!(
        ordered.rows.iter().map(|row| row.said.clone()).collect::<Vec<_>>(),
        [[Some(1), Some(0)]],
        "no, partly, yes"
    );
    assert_eq!(compared.answers().ordered(asked), Some(ordered));
    let two = DoubleCoding::of(&study, Round::Second).question(BESLUT);
    assert_eq!(two.ordered(&study.protocol.questions[BESLUT]), None, "two steps have no order to weigh");
}

#[test]
fn a_choice_without_a_role_leaves_no_order_to_weigh() {
    for (role, is_ordered) in [("", false), (", role = 'unknown'", true)] {
        let steps = [("nej", "no"), ("delvis", "partly"), ("ja", "yes")];
        let steps = steps.map(|(id, role)| format!("{{ id = '{id}', label = '{id}', role = '{role}' }}, ")).concat();
        let choices = format!("choices = [{steps}{{ id = 'annat', label = 'Annat'{role} }}]");
        let protocol = Protocol::load("p.toml", &swedish().question("plan", "?", &choices).to_string()).unwrap();
        let compared = Compared::new((0..4).map(Category::Choice).collect(), &[], 2);
        assert_eq!(compared.ordered(&protocol.questions[QuestionIx::from(0)]).is_some(), is_ordered, "{choices}");
    }
}

#[test]
fn numbers_texts_and_sets_are_compared_by_what_they_say() {
    let plan = [(BESLUT, "ja"), (PLAN, "ja")];
    let one = [&plan[..], &[(KONTAKTER, "a"), (TIMMAR, "2.5"), (NAMN, "Alfa")]].concat();
    let other = [&plan[..], &[(KONTAKTER, "a;b"), (TIMMAR, "2.50"), (NAMN, "alfa")]].concat();
    let study = study([[&one, &other], [&[], &[]]]);
    let double = DoubleCoding::of(&study, Round::Second);
    let alike = |question| double.question(question).alike();
    assert_eq!(
        (alike(KONTAKTER), alike(TIMMAR), alike(NAMN)),
        (
            PercentAgreement { alike: 0, of: 1 },
            PercentAgreement { alike: 1, of: 1 },
            PercentAgreement { alike: 1, of: 1 },
        )
    );
    let choices: Vec<PercentAgreement> =
        double.choices(KONTAKTER).iter().map(|(_, compared)| compared.alike()).collect();
    assert_eq!(choices.iter().map(|alike| alike.alike).collect::<Vec<_>>(), [1, 0, 1], "a, b, inga");
}

#[test]
fn answers_in_free_words_are_compared_and_not_summed_up() {
    let study = study([[&[(BESLUT, "ja"), (NAMN, "Alfa")], &[(BESLUT, "ja"), (NAMN, "Beta")]], [&[], &[]]]);
    let double = DoubleCoding::of(&study, Round::Second);
    let agreements = double.agreements();
    assert_eq!(double.question(NAMN).alike(), PercentAgreement { alike: 0, of: 1 });
    assert_eq!(agreement::total(&agreements), PercentAgreement { alike: 1, of: 1 });
    assert!(agreement::has_free_words(&agreements));
    let summed: Vec<_> = agreements.into_iter().filter(|one| one.place != NAMN).collect();
    assert!(!agreement::has_free_words(&summed));
}

#[test]
fn a_retest_is_a_rater_of_its_own() {
    let lines = [
        coded(Round::First, "anna", ASSIGNED, &[(BESLUT, "ja")]),
        coded(Round::Spot, "anna", ASSIGNED, &[(BESLUT, "nej")]),
    ];
    let study = Study::new("T".to_owned(), fold(&lines.concat()));
    let double = DoubleCoding::of(&study, Round::Spot);
    let again: Vec<bool> = double.raters.iter().map(|rater| rater.again).collect();
    assert_eq!(again, [false, true]);
    assert_eq!(rows(&double.question(BESLUT)), [[YES, NO]]);
    assert_eq!(DoubleCoding::of(&study, Round::Second).cases, []);
}

#[test]
fn what_is_underway_is_told_by_its_number_of_answers_alone() {
    let mut lines = coded(Round::First, "anna", ASSIGNED, &[(BESLUT, "ja")]);
    lines.push(in_round(Round::Second, answer(9, "bo", ASSIGNED, BESLUT, "nej")));
    let study = Study::new("T".to_owned(), fold(&lines));
    let double = DoubleCoding::of(&study, Round::Second);
    assert_eq!(double.underway(), [Underway { case: ASSIGNED, coder: "bo", answered: 1 }]);
    assert_eq!(double.cases, []);
}

#[test]
fn a_case_that_two_coded_together_is_counted_and_not_compared() {
    let once = coded(Round::First, "anna", ASSIGNED, &[(BESLUT, "ja")]).into_iter();
    let together = once.map(|entry| crate::study::answers::tests::fixture::line(Entry { with: "Bo".into(), ..entry }));
    let again = coded(Round::Second, "bo", ASSIGNED, &[(BESLUT, "ja")]);
    let told = |more: Vec<Entry<'static>>| {
        let lines: Vec<Entry<'static>> = together.clone().chain(again.clone()).chain(more).collect();
        let study = Study::new("T".to_owned(), fold(&lines));
        let overview = overview::Overview::of(&DoubleCoding::of(&study, Round::Second));
        (overview.doubled, overview.waiting, overview.joint)
    };
    assert_eq!(told(Vec::new()), (0, 0, 1));
    assert_eq!(told(coded(Round::Second, "cia", ASSIGNED, &[(BESLUT, "ja")])), (1, 0, 1), "cia was not there");
}

proptest::proptest! {
    #[test]
    fn the_two_steps_add_up(lines in crate::study::answers::tests::fixture::entries()) {
        let study = Study::new("T".to_owned(), fold(&lines));
        for round in [Round::Second, Round::Spot] {
            let double = DoubleCoding::of(&study, round);
            for question in 0..study.protocol.questions.len() {
                let compared = double.question(question.into());
                let (all, answers) = (compared.alike(), compared.answers().alike());
                let both_not = compared.rows.iter().filter(|row| {
                    row.said.iter().flatten().all(|&place| compared.categories[place] == Category::DoesNotApply)
                });
                // Of three raters two may agree on the answer where the third says that it does not apply.
                if double.raters.len() == 2 {
                    proptest::prop_assert_eq!(all.alike as usize, answers.alike as usize + both_not.count());
                }
                proptest::prop_assert!(compared.rows.iter().all(|row| row.said.len() == double.raters.len()));
            }
        }
    }
}
