use super::{parse, written};
use crate::exchange::forms::logic::{Ask, Logic, Order};
use proptest::prelude::*;

fn read(text: &str) -> Result<Logic, &'static str> {
    parse(text).map_err(|faults| faults.0[0].message.key)
}

#[test]
fn every_form_of_a_condition_is_read_and_written_again() {
    for (text, again) in [
        ("${a}='ja'", "${a} = 'ja'"),
        ("${ a } != \"x'y\"", "${a} != \"x'y\""),
        ("selected(${b}, 'x') and not(selected(${b},'y'))", "selected(${b}, 'x') and not(selected(${b}, 'y'))"),
        ("${n} >= 1 and ${n} <= 9.5", "${n} >= 1 and ${n} <= 9.5"),
        ("5 < ${n}", "${n} > 5"),
        ("${a} = 'x' or ${b} = 'y' and ${c} = 'z'", "${a} = 'x' or (${b} = 'y' and ${c} = 'z')"),
        ("(${a} = 'x' or ${b} = 'y') and ${c} = 'z'", "(${a} = 'x' or ${b} = 'y') and ${c} = 'z'"),
        ("${a} != '' and '' = ${b}", "${a} != '' and ${b} = ''"),
        ("string-length(${a}) > 0", "${a} != ''"),
        (". >= -3 and . < 100", ". >= -3 and . < 100"),
        ("${d} <= date('2020-02-01')", "${d} <= date('2020-02-01')"),
        ("${a} <= ${b}", "${a} <= ${b}"),
        ("true()", "true()"),
        ("1 = 1.0 or 2 <= 1", "true() or false()"),
        ("1=2", "false()"),
        ("'a' != 'a'", "false()"),
    ] {
        assert_eq!(read(text).as_ref().map(written), Ok(again.to_owned()), "{text}");
    }
}

#[test]
fn what_no_condition_says_is_a_formula() {
    for text in [
        "${a}",
        "${a} + 1 > 2",
        "count-selected(${b}) > 2",
        "regex(., '[a-z]')",
        "string-length(${a}) > 5",
        "selected('x', ${b})",
        "'a' < 'b'",
        "${a} < ${b}",
    ] {
        assert!(matches!(read(text), Ok(Logic::Formula(_))), "{text}");
        assert_eq!(read(text).as_ref().map(written), Ok(text.to_owned()));
    }
    let part = read("${a} = 'x' and (${n} + 1 > 2 or ${b} = 'y')").unwrap();
    assert!(matches!(part, Logic::And(parts) if matches!(parts[0], Logic::Field(..))), "the rest stays a condition");
}

#[test]
fn what_is_no_expression_is_refused() {
    for (text, key) in [
        ("", "formula-unexpected"),
        ("${a} = 1 ${b} = 2", "formula-unexpected"),
        ("seleted(${b}, 'x')", "formula-function"),
        ("ä§", "formula-unexpected"),
    ] {
        assert_eq!(read(text), Err(key), "{text}");
    }
}

/// The same with no "and" directly within "and", and no "or" within "or".
fn flat(logic: Logic) -> Logic {
    let all = |parts: Vec<Logic>| parts.into_iter().map(flat);
    match logic {
        Logic::And(parts) => Logic::And(
            all(parts).flat_map(|part| if let Logic::And(inner) = part { inner } else { vec![part] }).collect(),
        ),
        Logic::Or(parts) => Logic::Or(
            all(parts).flat_map(|part| if let Logic::Or(inner) = part { inner } else { vec![part] }).collect(),
        ),
        Logic::Not(part) => Logic::Not(Box::new(flat(*part))),
        other => other,
    }
}

fn logics() -> impl Strategy<Value = Logic> {
    let order = prop_oneof![Just(Order::Equal), Just(Order::Unequal), Just(Order::Below), Just(Order::AtLeast)];
    let value = "[a-zåäö' ][a-zåäö' 0-9-]{0,4}|-?[1-9][0-9]?(\\.[1-9])?|2020-02-0[1-9]";
    let ask = prop_oneof![
        (order, value).prop_map(|(order, value)| Ask::Is(order, value)),
        "[a-z_0-9]{1,4}".prop_map(Ask::Selected),
        Just(Ask::Answered),
    ];
    let atom = ("[a-z_][a-z_0-9]{0,4}", ask).prop_map(|(field, ask)| Logic::Field(field, ask));
    atom.prop_recursive(3, 12, 3, |inner| {
        let some = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            some.clone().prop_map(Logic::And),
            some.prop_map(Logic::Or),
            inner.prop_map(|one| Logic::Not(Box::new(one)))
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(logic in logics()) {
        prop_assert_eq!(read(&written(&logic)).map(flat), Ok(flat(logic)));
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), words in "[${}a.()'\"=<>! ,-]{0,40}|(selected|not|and|or|[(), ]|\\$\\{a\\}){0,12}") {
        let _ = (parse(&text), parse(&words));
    }
}
