use super::{Ask, Logic, Order};
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Bound, Filter, Key, Seen, Subject, Term, Test, number};
use crate::study::protocol::{Per, Protocol};
use proptest::prelude::*;
use std::sync::LazyLock;

const PROTOCOL: &str = r#"
id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "A" }]
attribute = [{ id = "kon", label = "Kön", values = { K = "K", M = "M" } }, { id = "born", label = "Född" }]
question = [
  { id = "a", area = "A", text = "?" },
  { id = "b", area = "A", text = "?", kind = "choices", choices = [{ id = "x" }, { id = "y" }, { id = "z" }] },
  { id = "n", area = "A", text = "?", kind = "number" },
  { id = "last", area = "A", text = "?" },
]
"#;

fn protocol() -> &'static Protocol {
    static LOADED: LazyLock<Protocol> = LazyLock::new(|| Protocol::load("p.toml", PROTOCOL).unwrap());
    &LOADED
}

fn filter(logic: &Logic) -> Result<Filter, Vec<&'static str>> {
    logic
        .filter(protocol(), 3.into(), Per::Case)
        .map_err(|faults| faults.0.iter().map(|fault| fault.message.key).collect())
}

fn is(field: &str, order: Order, value: &str) -> Logic {
    Logic::Field(field.to_owned(), Ask::Is(order, value.to_owned()))
}

fn selected(field: &str, code: &str) -> Logic {
    Logic::Field(field.to_owned(), Ask::Selected(code.to_owned()))
}

fn answered(field: &str) -> Logic {
    Logic::Field(field.to_owned(), Ask::Answered)
}

fn beside(field: &str, order: Order, other: &str) -> Logic {
    Logic::Field(field.to_owned(), Ask::Beside(order, other.to_owned()))
}

fn not(logic: Logic) -> Logic {
    Logic::Not(Box::new(logic))
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&word| word.to_owned()).collect()
}

/// One term on the question at `place`.
fn term(place: usize, test: Test) -> Term {
    Term::Is(Key::Question(place.into()), test)
}

#[test]
fn equal_alternatives_become_a_list() {
    let either = Logic::Or(vec![is("a", Order::Equal, "ja"), is("a", Order::Equal, "nej")]);
    assert_eq!(filter(&either).unwrap().terms, [term(0, Test::In(words(&["ja", "nej"])))]);
    assert_eq!(filter(&selected("b", "x")).unwrap().terms, [term(1, Test::In(words(&["x"])))]);
}

#[test]
fn unequal_holds_without_an_answer_unless_one_is_asked_for() {
    let unlike = is("a", Order::Unequal, "ja");
    let open = [term(0, Test::Answered(false))];
    let other = [term(0, Test::NotIn(words(&["ja"])))];
    let terms = filter(&unlike).unwrap().terms;
    assert_eq!(terms, [Term::Any(vec![Filter { terms: open.into() }, Filter { terms: other.clone().into() }])]);
    assert_eq!(filter(&Logic::And(vec![answered("a"), unlike.clone()])).unwrap().terms, other);
    assert_eq!(filter(&Logic::And(vec![unlike, answered("a")])).unwrap().terms, other);
}

#[test]
fn two_bounds_on_one_number_become_one_test() {
    let between = Logic::And(vec![is("n", Order::AtLeast, "1"), is("n", Order::AtMost, "9,0")]);
    let test = Test::Between { min: Some(Bound::Value("1".into())), max: Some(Bound::Value("9".into())) };
    assert_eq!(filter(&between).unwrap().terms, [term(2, test)]);
}

#[test]
fn what_a_filter_cannot_say_is_a_formula() {
    let formula = |logic: &Logic| match filter(logic).unwrap().terms.as_slice() {
        [Term::Formula(expr)] => expr.named(|key| protocol().id_of(key).to_owned()).to_string(),
        terms => format!("{terms:?}"),
    };
    assert_eq!(formula(&is("b", Order::Equal, "x")), "${b} = 'x'");
    assert_eq!(formula(&selected("n", "1")), "selected(${n}, '1')");
    assert_eq!(formula(&is("a", Order::Below, "ja")), "${a} < 'ja'");
    assert_eq!(formula(&beside("n", Order::Above, "born")), "${n} > ${born}");
    assert_eq!(formula(&not(beside("n", Order::AtMost, "born"))), "not(${n} <= ${born})");
    assert_eq!(formula(&beside("n", Order::AtMost, "a")), "${n} <= ${a}");
    let pair = |value: &str| Logic::Or(vec![is("n", Order::Equal, value), is("a", Order::Equal, "ja"), answered("b")]);
    let many = formula(&Logic::And((0..5).map(|n| pair(&n.to_string())).collect()));
    assert!(many.starts_with("(${n} = 0 or ${a} = 'ja' or ${b} != '') and ("), "{many}");
}

#[test]
fn what_can_never_hold_and_what_is_not_there_is_refused() {
    assert_eq!(filter(&Logic::Or(Vec::new())), Err(vec!["exchange-never"]));
    assert_eq!(filter(&answered("last")), Err(vec!["condition-self"]));
    assert_eq!(filter(&answered("nothing")), Err(vec!["condition-key-unknown"]));
    assert_eq!(filter(&Logic::And(Vec::new())), Ok(Filter::default()));
}

#[test]
fn a_field_is_held_against_another() {
    let until = beside("n", Order::AtMost, "born");
    let test = Test::Between { min: None, max: Some(Bound::Of(Key::Column(1))) };
    let read = filter(&until).unwrap();
    assert_eq!(read.terms, [term(2, test)]);
    assert_eq!(Logic::of(&read, protocol()), until);
}

#[test]
fn fields_and_codes_are_replaced_everywhere() {
    let logic = Logic::Or(vec![not(is("q1", Order::Equal, "1")), Logic::And(vec![answered("q1")])]);
    let named = logic.replaced(&|field, ask| {
        assert_eq!(field, "q1");
        let ask = if ask == Ask::Answered { ask } else { Ask::Is(Order::Equal, "ja".into()) };
        Ok(("a".into(), ask))
    });
    let expected = Logic::Or(vec![not(is("a", Order::Equal, "ja")), Logic::And(vec![answered("a")])]);
    assert_eq!(named, Ok(expected));
}

/// One case with answers to `a`, `b` and `n`, empty where there is none, and a sex.
#[derive(Debug)]
struct Case([String; 3], String);

impl Subject for Case {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        match self.0[usize::from(place)].as_str() {
            "" => Seen::Unanswered,
            answer => Seen::Answer(answer),
        }
    }
    fn column(&self, _: usize) -> &str {
        &self.1
    }
}

/// What another program makes of a condition: two outcomes, an empty field unequal to all.
fn holds(logic: &Logic, case: &Case) -> bool {
    match logic {
        Logic::And(parts) => parts.iter().all(|part| holds(part, case)),
        Logic::Or(parts) => parts.iter().any(|part| holds(part, case)),
        Logic::Not(part) => !holds(part, case),
        Logic::Formula(_) => unreachable!("no such condition is made here"),
        Logic::Field(field, ask) => {
            let answer = match field.as_str() {
                "a" => &case.0[0],
                "b" => &case.0[1],
                "n" => &case.0[2],
                _ => &case.1,
            };
            let sides = |value: &str| number(answer).zip(number(value));
            match ask {
                Ask::Beside(..) => unreachable!("no such condition is made here"),
                Ask::Answered => !answer.is_empty(),
                Ask::Selected(code) => answer.split(';').any(|one| one == code),
                Ask::Is(Order::Equal, value) => answer == value,
                Ask::Is(Order::Unequal, value) => answer != value,
                Ask::Is(Order::Below, value) => sides(value).is_some_and(|(one, other)| one < other),
                Ask::Is(Order::AtMost, value) => sides(value).is_some_and(|(one, other)| one <= other),
                Ask::Is(Order::Above, value) => sides(value).is_some_and(|(one, other)| one > other),
                Ask::Is(Order::AtLeast, value) => sides(value).is_some_and(|(one, other)| one >= other),
            }
        }
    }
}

fn atoms() -> impl Strategy<Value = Logic> {
    let equality = prop_oneof![Just(Order::Equal), Just(Order::Unequal)];
    let order = prop_oneof![
        Just(Order::Equal),
        Just(Order::Unequal),
        Just(Order::Below),
        Just(Order::AtMost),
        Just(Order::Above),
        Just(Order::AtLeast)
    ];
    prop_oneof![
        (equality.clone(), "ja|delvis|nej").prop_map(|(order, value)| is("a", order, &value)),
        (equality, "K|M").prop_map(|(order, value)| is("kon", order, &value)),
        (order, "[0-3]").prop_map(|(order, value)| is("n", order, &value)),
        "x|y|z".prop_map(|code| selected("b", &code)),
        "a|b|n|kon".prop_map(|field| answered(&field)),
    ]
}

fn logics() -> impl Strategy<Value = Logic> {
    atoms().prop_recursive(3, 12, 3, |inner| {
        let some = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![some.clone().prop_map(Logic::And), some.prop_map(Logic::Or), inner.prop_map(not)]
    })
}

fn cases() -> impl Strategy<Value = Case> {
    let answers = ["|ja|delvis|nej", "|x|y|x;y|x;y;z", "|0|1|2|3"];
    (answers, "|K|M").prop_map(|(answers, sex)| Case(answers, sex))
}

/// Whether TOML can say it: every key once in a table, `any` too, and no lower bound above the upper.
fn can_be_said(filter: &Filter) -> bool {
    let mut keys: Vec<Option<Key>> = Vec::new();
    filter.terms.iter().all(|term| {
        let (key, inner) = match term {
            Term::Is(key, Test::Between { min: Some(min), max: Some(max) }) => (Some(*key), !min.is_above(max)),
            Term::Is(key, _) => (Some(*key), true),
            Term::Any(filters) => (None, filters.iter().all(can_be_said)),
            Term::Formula(_) => return true,
        };
        let first = !keys.contains(&key);
        keys.push(key);
        first && inner
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn a_filter_holds_exactly_where_the_condition_did(logic in logics(), cases in prop::collection::vec(cases(), 20)) {
        let protocol = protocol();
        let Ok(filter) = logic.filter(protocol, 3.into(), Per::Case) else { return Ok(()) };
        prop_assert!(can_be_said(&filter), "{:?}", filter);
        for case in cases {
            prop_assert_eq!(filter.matches(&case), holds(&logic, &case), "{:?} of {:?}", filter, case);
        }
    }

    #[test]
    fn a_filter_means_the_same_in_another_programs_words(
        logic in logics(), cases in prop::collection::vec(cases(), 20)
    ) {
        let protocol = protocol();
        let Ok(filter) = logic.filter(protocol, 3.into(), Per::Case) else { return Ok(()) };
        let Ok(back) = Logic::of(&filter, protocol).filter(protocol, 3.into(), Per::Case) else {
            return Err(TestCaseError::fail(format!("{filter:?}")));
        };
        prop_assert!(can_be_said(&back), "{:?}", back);
        for case in cases {
            prop_assert_eq!(back.matches(&case), filter.matches(&case), "{:?} and {:?} of {:?}", back, filter, case);
        }
    }
}
