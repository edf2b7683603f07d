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
fn what_no_condition_says_is_refused() {
    for (text, key) in [
        ("", "xpath-unexpected"),
        ("${a}", "xpath-unexpected"),
        ("${a} + 1 > 2", "xpath-unexpected"),
        ("${a} = 1 ${b} = 2", "xpath-unexpected"),
        ("count-selected(${b}) > 2", "xpath-function"),
        ("seleted(${b}, 'x')", "xpath-function"),
        ("regex(., '[a-z]')", "xpath-function"),
        ("string-length(${a}) > 5", "xpath-function"),
        ("selected('x', ${b})", "xpath-selected"),
        ("'a' < 'b'", "xpath-compared"),
        ("${a = 1", "xpath-unexpected"),
        ("'abc", "xpath-unexpected"),
        ("ä§", "xpath-unexpected"),
    ] {
        assert_eq!(read(text), Err(key), "{text}");
    }
    assert_eq!(read(&"(".repeat(100_000)), Err("exchange-too-many-alternatives"));
    assert_eq!(read(&"not(".repeat(100_000)), Err("exchange-too-many-alternatives"));
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
        prop_assert_eq!(read(&written(&logic)), Ok(logic));
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), words in "[${}a.()'\"=<>! ,-]{0,40}|(selected|not|and|or|[(), ]|\\$\\{a\\}){0,12}") {
        let _ = (parse(&text), parse(&words));
    }
}
