use super::{Expr, Function, Operator, Outcome};
use crate::study::index::QuestionIx;
use crate::study::protocol::condition::Scope;
use crate::study::protocol::filter::{Seen, Subject, Truth};
use crate::study::protocol::{Kind, Protocol};
use proptest::prelude::*;
use std::sync::LazyLock;

const PROTOCOL: &str = r#"
id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "A" }]
attribute = [{ id = "born", label = "Född" }]
question = [
  { id = "a", area = "A", text = "?", kind = "number" },
  { id = "b", area = "A", text = "?", kind = "number" },
  { id = "c", area = "A", text = "?", kind = "number", optional = true },
  { id = "d", area = "A", text = "?", kind = "date" },
  { id = "t", area = "A", text = "?", kind = "text" },
  { id = "val", area = "A", text = "?" },
  { id = "fler", area = "A", text = "?", kind = "choices", choices = [{ id = "x" }, { id = "1 år" }, { id = "z" }] },
]
"#;
const IDS: [&str; 7] = ["a", "b", "c", "d", "t", "val", "fler"];

fn protocol() -> &'static Protocol {
    static LOADED: LazyLock<Protocol> = LazyLock::new(|| Protocol::load("p.toml", PROTOCOL).unwrap());
    &LOADED
}

fn resolved(expr: &Expr<String>) -> Expr {
    let protocol = protocol();
    expr.resolved(&Scope::of_cases(&protocol.attributes, &protocol.questions)).unwrap()
}

/// Answers by id; `-` is masked, nothing is unanswered.
struct Case<'a>(&'a [(&'a str, &'a str)]);

impl Subject for Case<'_> {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        match self.0.iter().find(|(id, _)| *id == IDS[usize::from(place)]) {
            None => Seen::Unanswered,
            Some((_, "-")) => Seen::Masked,
            Some((_, answer)) => Seen::Answer(answer),
        }
    }
    fn column(&self, _: usize) -> &str {
        self.0.iter().find(|(id, _)| *id == "born").map_or("", |(_, value)| value)
    }
    fn day(&self, questions: &[QuestionIx]) -> Option<i64> {
        questions.iter().any(|place| matches!(self.question(*place), Seen::Answer(_))).then_some(20_000)
    }
}

fn number() -> Kind {
    Kind::Number { unit: String::new(), min: None, max: None }
}

fn computed(text: &str, kind: &Kind, answers: &[(&str, &str)]) -> String {
    match resolved(&Expr::parse(text).unwrap()).compute(kind, &Case(answers)) {
        Outcome::Answer(text) => text,
        Outcome::Nothing => "-".to_owned(),
        Outcome::Waiting => "?".to_owned(),
    }
}

const CASE: &[(&str, &str)] = &[
    ("a", "7"),
    ("b", "-"),
    ("c", "0.1"),
    ("d", "2020-02-29"),
    ("t", " Ab  c"),
    ("val", "ja"),
    ("fler", "x;1 år"),
    ("born", "1980-05-01"),
];

#[test]
fn every_function_gives_what_its_source_says() {
    for (text, expected) in [
        ("${a} + 2 * 3 - -1", "14"),
        ("(${a} + 2) * 3", "27"),
        ("${a} div 2", "3.5"),
        ("-${a} mod 4", "-3"),
        ("${a} div 0", "-"),
        ("0.1 + 0.2", "0.3"),
        ("${a} + ${b}", "-"),
        ("sum(${a}, ${b}, 1)", "8"),
        ("sum(${b}, '')", "-"),
        ("sum(${a}, 'x')", "-"),
        ("mean(${a}, ${b}, 8)", "7.5"),
        ("min(${a}, ${b}, 3)", "3"),
        ("max(${a}, number(${b}))", "-"),
        ("coalesce(${b}, 0) + ${a}", "7"),
        ("if(${a} > 5, 'stor', 'liten')", "-"),
        ("if(selected(${fler}, '1 år') and ${val} = 'ja', 2, 3)", "2"),
        ("count-selected(${fler}) + count-selected('a b c')", "5"),
        ("round(1.005, 2)", "1.01"),
        ("round(2.5) + round(-2.5)", "1"),
        ("roundup(1.21, 1)", "1.3"),
        ("roundup(1.1, 1)", "1.1"),
        ("rounddown(1.29, 1)", "1.2"),
        ("int(-3.7)", "-3"),
        ("floor(-3.2) + ceiling(3.2)", "0"),
        ("abs(-3) + pow(2, 3) + sqrt(16)", "15"),
        ("sqrt(-1)", "-"),
        ("string-length(normalize-space(${t}))", "4"),
        ("number('1e3')", "-"),
        ("number('') + 1", "-"),
        ("number(true()) + number(' 12 ')", "13"),
        ("datediff('2020-01-01', '2019-12-31', 'd')", "1"),
        ("datediff('2020-01-01', '2019-12-31', 'd', true())", "-1"),
        ("round(datediff(${born}, ${d}, 'y'), 2)", "39.83"),
        ("year(${d}) * 10000 + month(${d}) * 100 + day(${d})", "20200229"),
        ("decimal-date-time(${d})", "18321"),
        ("int((${d} - ${born}) div 365.25)", "39"),
        ("count-non-empty(${a}, ${b}, ${t}, '')", "2"),
        ("year(today()) + 0 * ${a}", "2024"),
        ("once(${a})", "7"),
        ("number(${born} < '1980-05-02') + number(${d} = '2020-02-29')", "2"),
        ("number(${a} != ${b})", "1"),
        ("number(${b} = 0) + number(${b} = '')", "1"),
        ("number(checklist(1, 2, true(), 1 = 1, false()))", "1"),
        ("number(weighted-checklist(5, -1, true(), 2, true(), 3))", "1"),
    ] {
        assert_eq!(computed(text, &number(), CASE), expected, "{text}");
    }
}

#[test]
fn texts_and_dates_are_answers_too() {
    for (text, expected) in [
        ("if(${a} > 5, 'stor', 'liten')", "stor"),
        ("concat(${a}, '-', ${c}, ${b}, ${d})", "7-0.12020-02-29"),
        ("join(', ', ${val}, ${fler})", "ja, x 1 år"),
        ("selected-at(${fler}, 1)", "1 år"),
        ("selected-at(${fler}, 2)", "-"),
        ("substr('abcdef', 1, 3)", "bc"),
        ("substr('abcdef', -2)", "ef"),
        ("substring-before('a=b', '=')", "a"),
        ("substring-after('a=b', '=')", "b"),
        ("upper-case('åb')", "ÅB"),
        ("lower-case('ÅB')", "åb"),
        ("translate('abc', 'ab', 'x')", "xc"),
        ("format-date(${d}, '%Y/%n/%e %b %a')", "2020/2/29 Feb Sat"),
        ("date(${d} + 1)", "2020-03-01"),
        ("string(contains('abc', 'b') and starts-with('abc', 'a') and ends-with('abc', 'c'))", "true"),
        ("string(regex('AB12', '[A-Z]{2}[0-9]+'))", "true"),
        ("string(regex('xAB12', '[A-Z]{2}[0-9]+'))", "false"),
        (r"string(regex('a.b-c', '[\w-\.]+'))", "true"),
        (r"string(regex('a+c', '[\w-+]+'))", "true"),
        (r"string(regex('a,c', '[\w-+]+'))", "false"),
        (r"string(regex('a\-z', 'a\\-z'))", "true"),
        ("string(boolean-from-string('TRUE') != boolean(0))", "true"),
        ("${b}", "-"),
    ] {
        assert_eq!(computed(text, &Kind::Text, CASE), expected, "{text}");
    }
    assert_eq!(computed("${d} + 1", &Kind::Date, CASE), "2020-03-01");
    assert_eq!(computed("'x'", &Kind::Date, CASE), "-");
    assert_eq!(computed("${d} + 1", &Kind::Date, &[("d", "2020-02")]), "-", "no day, no sum");
}

#[test]
fn what_is_unanswered_holds_a_value_back_unless_it_is_optional_or_does_not_matter() {
    let known = [("a", "1")];
    for (text, expected) in [
        ("${a} + ${b}", "?"),
        ("${a} + coalesce(${b}, 0)", "?"),
        ("coalesce(${a}, ${b})", "1"),
        ("${a} + coalesce(${c}, 0)", "1"),
        ("${a} + ${c}", "-"),
        ("if(${a} = 1, 5, ${b})", "5"),
        ("if(${b} = 1, 5, 6)", "?"),
    ] {
        assert_eq!(computed(text, &number(), &known), expected, "{text}");
    }
    let judge = |text: &str| resolved(&Expr::parse(text).unwrap()).judge(&Case(&known));
    assert_eq!(judge("${a} + 1 > 1"), Truth::True);
    assert_eq!(judge("${a} + 1 > 2"), Truth::False);
    assert_eq!(judge("${b} + 1 > 2"), Truth::Unknown);
    assert_eq!(judge("${c} + 1 > 2"), Truth::Unknown);
    assert_eq!(judge("${b} + 1 > 2 and ${a} = 2"), Truth::False, "the other part settles it");
    assert_eq!(judge("${b} + 1 > 2 or ${a} = 1"), Truth::True);
    assert_eq!(judge("today() > ${d}"), Truth::Unknown);
}

#[test]
fn what_is_wrong_is_told_with_its_name() {
    let key = |text: &str| Expr::parse(text).map_err(|faults| faults.0[0].message.key).map(|expr| expr.to_string());
    for (text, expected) in [
        ("", "formula-unexpected"),
        ("${a} +", "formula-unexpected"),
        ("${a} ${b}", "formula-unexpected"),
        ("1.2.3", "formula-unexpected"),
        ("${a", "formula-unexpected"),
        ("'a", "formula-unexpected"),
        ("/a/b[1]", "formula-unexpected"),
        ("seleted(${a}, 'x')", "formula-function"),
        ("pulldata('a', 'b', 'c', ${d})", "formula-function"),
        ("round()", "formula-arguments"),
        ("regex(${t}, '[')", "formula-regex"),
    ] {
        assert_eq!(key(text), Err(expected), "{text}");
    }
    for text in ["(".repeat(100_000), "-".repeat(100_000), "not(".repeat(100_000), "1+".repeat(100_000) + "1"] {
        assert_eq!(key(&text), Err("formula-deep"));
    }
    for (text, expected) in [
        ("../a + /data/g/b", "${a} + ${b}"),
        ("current()/../a", "${a}"),
        (". >= .5 and .<= 3", ". >= 0.5 and . <= 3"),
        ("1 - (2 - 3) - 4", "1 - (2 - 3) - 4"),
        ("${a}-1", "${a} - 1"),
        ("- - 1", "--1"),
        ("${a}}b} = \"it's\"", "${a}}b} = \"it's\""),
    ] {
        assert_eq!(key(text), Ok(expected.to_owned()), "{text}");
    }
    let unknown = Expr::parse("${x} + ${y} + ${x}").unwrap();
    let scope = Scope::of_cases(&protocol().attributes, &protocol().questions);
    assert_eq!(unknown.resolved(&scope).map_err(|faults| faults.0.len()), Err(2));
}

fn trees() -> impl Strategy<Value = Expr<String>> {
    let leaf = prop_oneof![
        (0u16..200).prop_map(|n| Expr::Number(f64::from(n) / 4.0)),
        "[a-zå' ]{0,4}".prop_map(Expr::Text),
        prop::sample::select(&IDS[..]).prop_map(|id| Expr::Field(id.to_owned())),
    ];
    leaf.prop_recursive(5, 40, 3, |inner| {
        let operator = prop::sample::select(Operator::ALL.map(|(operator, ..)| operator).to_vec());
        let function = prop::sample::select(Function::ALL.to_vec());
        prop_oneof![
            (inner.clone(), operator, inner.clone())
                .prop_map(|(left, operator, right)| Expr::pair(left, operator, right)),
            inner.clone().prop_map(|part| Expr::Negative(Box::new(part))),
            (function, prop::collection::vec(inner, 4)).prop_map(|((function, _, least, ..), mut parts)| {
                parts.truncate(least.min(4));
                let parts = if function.takes(parts.len()) { parts } else { vec![Expr::Number(1.0); least] };
                Expr::Call(function, parts)
            }),
        ]
    })
}

/// The same rules once more, on numbers alone: nothing is `None`.
fn plainly(expr: &Expr<String>, answers: &[Option<i32>; 3]) -> Option<f64> {
    let told = |holds: bool| Some(f64::from(u8::from(holds)));
    match expr {
        Expr::Number(number) => Some(*number),
        Expr::Field(name) => answers["abc".find(name.as_str()).unwrap()].map(f64::from),
        Expr::Negative(part) => plainly(part, answers).map(|number| -number),
        Expr::Pair(left, operator, right) => {
            let (one, other) = (plainly(left, answers), plainly(right, answers));
            let so = |number: Option<f64>| number.is_some_and(|number| number != 0.0);
            let (left, right) = (one?, other);
            match (operator, right) {
                (Operator::And, _) => told(so(one) && so(other)),
                (Operator::Or, _) => told(so(one) || so(other)),
                (Operator::Plus, Some(right)) => Some(left + right),
                (Operator::Times, Some(right)) => Some(left * right),
                (Operator::Below, Some(right)) => told(left < right),
                (Operator::Equal, Some(right)) => told((left - right).abs() < 1e-12),
                _ => None,
            }
        }
        _ => unreachable!(),
    }
}

fn sums() -> impl Strategy<Value = Expr<String>> {
    let leaf = prop_oneof![
        (0u8..9).prop_map(|n| Expr::Number(f64::from(n))),
        prop::sample::select(&IDS[..3]).prop_map(|id| Expr::Field(id.to_owned())),
    ];
    leaf.prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), prop::sample::select(vec![Operator::Plus, Operator::Times]), inner.clone())
                .prop_map(|(left, operator, right)| Expr::pair(left, operator, right)),
            inner.prop_map(|part| Expr::Negative(Box::new(part))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(expr in trees()) {
        prop_assert_eq!(Expr::parse(&expr.to_string()).unwrap(), expr);
    }

    #[test]
    fn any_formula_comes_to_something(expr in trees(), answers in prop::collection::vec("[0-9]{1,3}|[a-z ]{1,4}|2020-0[1-9]-11|-", 7)) {
        let answers: Vec<(&str, &str)> = IDS.into_iter().zip(answers.iter().map(String::as_str)).collect();
        let expr = resolved(&expr);
        for kind in [number(), Kind::Date, Kind::Text] {
            prop_assert_ne!(expr.compute(&kind, &Case(&answers)), Outcome::Waiting);
        }
        prop_assert_ne!(expr.judge(&Case(&answers)), Truth::Unknown);
    }

    #[test]
    fn sums_and_comparisons_are_as_computed_otherwise(
        left in sums(), right in sums(),
        operator in prop::sample::select(vec![Operator::Plus, Operator::Times, Operator::Below, Operator::Equal]),
        answers in prop::array::uniform3(prop::option::of(-9i32..9)),
    ) {
        let expr = Expr::pair(left, operator, right);
        let texts = answers.map(|answer| answer.map_or_else(|| "-".to_owned(), |number| number.to_string()));
        let case: Vec<(&str, &str)> = IDS.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let wanted = plainly(&expr, &answers);
        let found = resolved(&expr).compute(&number(), &Case(&case));
        match wanted {
            // A comparison with nothing does not hold.
            None if operator.is_test() => prop_assert_eq!(found, Outcome::Answer("0".to_owned())),
            None => prop_assert_eq!(found, Outcome::Nothing),
            Some(number) if number.abs() < 1e14 => {
                prop_assert_eq!(found, Outcome::Answer(crate::study::protocol::answer::decimal(&format!("{number}")).unwrap()));
            }
            Some(_) => {}
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), words in "[${}a.()'\"=<>! ,-/0-9]{0,40}|(selected|not|and|or|div|[(), ]|\\$\\{a\\}){0,12}") {
        let _ = (Expr::parse(&text), Expr::parse(&words));
    }
}
