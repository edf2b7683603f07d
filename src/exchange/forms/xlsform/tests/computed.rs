//! What a form computes, and constraints that no bound can say.

use super::{loaded, lost, read};
use crate::exchange::forms::Imported;
use crate::study::protocol::{Derive, Protocol};

/// A form of these rows: type, name, label, relevant, constraint, message and calculation.
fn form(rows: &[&str]) -> Imported {
    let head = "| survey |\n| | type | name | label | relevant | constraint | constraint_message | calculation |\n";
    let rows = rows.iter().map(|row| format!("| | {row} |\n")).collect::<Vec<_>>().concat();
    let choices = "| choices |\n| | list_name | name | label |\n| | f | x | X |\n| | f | y | Y |\n";
    read(&format!("{head}{rows}{choices}"))
}

/// What each computed question is computed with.
fn formulas(protocol: &Protocol) -> Vec<String> {
    let formula = |question: &crate::study::protocol::Question| match &question.derive {
        Some(Derive::Formula(expr)) => {
            Some(format!("{} {} = {}", question.kind_name(), question.id, protocol.told_formula(expr)))
        }
        _ => None,
    };
    protocol.questions.iter().filter_map(formula).collect()
}

/// The checks as the command line would write them, with their messages.
fn checks(protocol: &Protocol) -> Vec<String> {
    let told = |check: &crate::study::protocol::Check| {
        let terms: Vec<String> = check.when.terms.iter().map(|term| protocol.told_term(term)).collect();
        format!("{}: {}", check.message, terms.join(" & "))
    };
    protocol.checks.iter().map(told).collect()
}

#[test]
fn what_is_computed_becomes_a_question_that_is_never_asked() {
    let imported = form(&[
        "today | today | | | | | ",
        "integer | a | A | | | | ",
        "integer | b | B | ${a} + 1 > 2 | | | ",
        "date | d | D | | | | ",
        "calculate | age | | | | | int((${today} - ${d}) div 365.25)",
        "calculate | total | | ${a} > 1 | | | ${a} + coalesce(../b, 0)",
        "calculate | text | | | | | concat(${a}, '!')",
        "date | due | Due | | | | date(${d} + 7)",
        "calculate | five | | | | | 2 + 3",
        "text | t | T | ${total} > ${five} and ${a} = 7 | | | ",
    ]);
    assert_eq!((lost(&imported), imported.left.len()), (Vec::new(), 0));
    let protocol = loaded(&imported.protocol);
    assert_eq!(
        formulas(&protocol),
        [
            "number age = int((today() - ${d}) div 365.25)",
            "number total = ${a} + coalesce(${b}, 0)",
            "text text = concat(${a}, '!')",
            "date due = date(${d} + 7)",
        ]
    );
    let when = |id: &str| {
        let terms = &protocol.questions[protocol.question(id).unwrap()].when.terms;
        terms.iter().map(|term| protocol.told_term(term)).collect::<Vec<_>>()
    };
    assert_eq!(when("b"), ["${a} + 1 > 2"]);
    assert_eq!(when("total"), ["a>=2"]);
    assert_eq!(when("t"), ["a=7", "${total} > 2 + 3"]);
}

#[test]
fn what_cannot_be_computed_is_left_out_where_nothing_depends_on_it_and_lost_elsewhere() {
    let imported = form(&[
        "text | t | T | | | | ",
        "calculate | id | | | | | once(uuid())",
        "calculate | other | | | | | uuid()",
        "calculate | place | | | | | pulldata('a', 'b', 'c', ${t})",
    ]);
    let keys: Vec<&str> = imported.left.iter().map(|fault| fault.message.key).collect();
    assert_eq!((lost(&imported), keys), (Vec::new(), vec!["xlsform-computed-left", "formula-function"]));
    let needed = form(&[
        "text | t | T | | | | ",
        "calculate | place | | | | | pulldata('a', 'b', 'c', ${t})",
        "text | u | U | ${place} = 'x' | | | ",
    ]);
    let keys: Vec<&str> = lost(&needed).iter().map(|(key, ..)| *key).collect();
    assert_eq!(keys, ["formula-function", "xlsform-field-lost"]);
}

#[test]
fn a_calculation_on_entries_of_a_repeat_belongs_in_it() {
    let rows = |last: &'static str| {
        let inside = "calculate | twice | | | | | ${x} * 2";
        form(&["begin_repeat | r | R | | | | ", "integer | x | X | | | | ", inside, "end_repeat | | | | | | ", last])
    };
    let within = rows("text | t | T | | | | ");
    assert_eq!((lost(&within), within.left.len()), (Vec::new(), 0));
    assert!(formulas(&loaded(&within.protocol)).contains(&"number twice_2 = ${x_2} * 2".to_owned()));
    let outside = rows("calculate | all | | | | | ${x} + 1");
    loaded(&outside.protocol);
    assert_eq!(outside.left.iter().map(|fault| fault.message.key).collect::<Vec<_>>(), ["xlsform-repeat-outside"]);
}

#[test]
fn constraints_become_bounds_or_checks() {
    let imported = form(&[
        "integer | a | A | | . > 0 and . <= 99 | | ",
        "integer | b | B | | . <= ${a} | not more than A | ",
        "date | d | D | | . <= today() | | ",
        "text | t | T | | regex(., '[A-Z]+') | Capitals | ",
        "select_multiple f | m | M | | count-selected(.) <= 1 | One | ",
    ]);
    assert_eq!(lost(&imported), []);
    let protocol = loaded(&imported.protocol);
    assert!(protocol.to_toml().contains("min = 1\nmax = 99"), "{}", protocol.to_toml());
    assert_eq!(
        checks(&protocol),
        [
            "not more than A: b answered=true & not(${b} <= ${a})",
            "d: . <= today(): d answered=true & not(${d} <= today())",
            "Capitals: t answered=true & not(regex(${t}, '[A-Z]+'))",
            "One: m answered=true & not(count-selected(${m}) <= 1)",
        ]
    );
}
