use super::{Form, export, import};
use crate::base::language::Lang;
use crate::exchange::forms::logic::Logic;
use crate::exchange::forms::{Imported, Wanted, sample};
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::{Kind, Per, Protocol, Role, shipped};
use proptest::prelude::*;

mod computed;
mod left;
mod repeats;

const FORMS: [Form; 3] = [Form::Xlsx, Form::Csv, Form::Markdown];

fn wanted(lang: Option<&str>) -> Wanted<'_> {
    Wanted { lang, otherwise: Lang::Sv, name: "form" }
}

fn read(text: &str) -> Imported {
    import("f.md", text.as_bytes(), &wanted(None)).unwrap()
}

/// A form of these rows of the survey, with a list of yes and no and one of fruits.
fn form(survey: &str) -> String {
    let choices = "| choices |\n| | list_name | name | label |\n| | yn | yes | Yes |\n| | yn | no | No |\n\
        | | fruit | apple | Apple |\n| | fruit | pear | Pear |\n| | fruit | none | None of them |\n";
    format!("| survey |\n| | type | name | label | relevant | constraint | required | hint |\n{survey}{choices}")
}

/// What could not be carried over: the key of each message, with where it stands.
fn lost(imported: &Imported) -> Vec<(&'static str, String, usize)> {
    let one = |fault: &crate::base::fault::Fault| {
        let place = fault.place.as_ref().unwrap();
        let column = place.file.split(", ").nth(2).unwrap_or_default().to_owned();
        (fault.message.key, column, place.line.unwrap())
    };
    imported.lost.iter().map(one).collect()
}

fn faults(text: &str) -> Vec<&'static str> {
    let Err(found) = import("f.md", text.as_bytes(), &wanted(None)) else { return Vec::new() };
    found.0.iter().map(|fault| fault.message.key).collect()
}

/// The same once it has been written and loaded, the hash aside.
fn loaded(protocol: &Protocol) -> Protocol {
    let text = protocol.to_toml();
    let mut loaded = Protocol::load("p.toml", &text).unwrap_or_else(|faults| panic!("{faults}\n{text}"));
    loaded.hash = String::new();
    loaded
}

/// What comes back of a protocol that was written as a form.
fn there_and_back(protocol: &Protocol, form: Form) -> Protocol {
    let exported = export(protocol, form).unwrap();
    assert_eq!(sample::not_back(&exported.lost), [""; 0]);
    let imported = import("f", &exported.bytes, &wanted(None)).unwrap();
    assert_eq!(imported.lost, []);
    loaded(&imported.protocol)
}

#[test]
fn every_shipped_protocol_comes_back_whole() {
    for (id, text) in shipped() {
        let protocol = loaded(&Protocol::load(&format!("{id}.toml"), text).unwrap());
        for form in FORMS {
            assert_eq!(there_and_back(&protocol, form), protocol, "{id} {form:?}");
        }
    }
}

#[test]
fn repeated_and_computed_questions_tables_and_empty_areas_come_back() {
    let more = r#"area = [{ id = "Ö", label = "Övrigt; a=b" }, { id = "A", label = "A" }, { id = "X", label = "x" }]"#;
    let text = sample::LATER.replace(r#"area = [{ id = "A", label = "A" }]"#, more);
    let protocol = loaded(&Protocol::load("p.toml", &text).unwrap());
    for form in FORMS {
        assert_eq!(there_and_back(&protocol, form), protocol, "{form:?}");
        let keys: Vec<&str> = export(&protocol, form).unwrap().lost.iter().map(|message| message.key).collect();
        assert_eq!(keys, ["exchange-dates", "exchange-computed"]);
    }
    let written = String::from_utf8(export(&protocol, Form::Markdown).unwrap().bytes).unwrap();
    assert!(written.contains("| coalesce(${timmar}, 0) |"), "{written}");
}

#[test]
fn what_columns_of_our_own_tell_is_given_up_where_it_does_not_fit_any_more() {
    let protocol = loaded(&Protocol::load("p.toml", sample::LATER).unwrap());
    let written = String::from_utf8(export(&protocol, Form::Markdown).unwrap().bytes).unwrap();
    for (old, new, key) in [
        ("base = { plan_2016", "base = { gone", "xlsform-own-tables"),
        ("parts = [\"plan_2016\"", "parts = [\"gone\"", "xlsform-own-derived"),
        ("sum = [", "sum = ", "xlsform-derived"),
        ("| Plan 2021? |", "| Finns planen år 2021? |", "exchange-times"),
    ] {
        assert!(written.contains(old), "{old}\n{written}");
        let imported = read(&written.replace(old, new));
        assert_eq!(imported.lost.first().unwrap().message.key, key);
        loaded(&imported.protocol);
    }
}

#[test]
fn settings_that_are_passed_over_are_told_and_a_spreadsheet_may_say_yes_with_1() {
    let text = "| survey |\n| | type | name | required |\n| | text | a | 1 |\n| | text | b | 0 |\n\
        | settings |\n| | form_id | style |\n| | f | pages |\n";
    let imported = read(text);
    let optional: Vec<bool> = imported.protocol.questions.iter().map(|question| question.optional).collect();
    assert_eq!((imported.lost, optional), (Vec::new(), vec![false, true]));
    let told = imported.mapping.iter().filter(|message| message.key == "xlsform-column-ignored").count();
    assert_eq!(told, 1);
}

#[test]
fn a_small_form_becomes_a_protocol() {
    let imported = read(&form(
        "| | begin_group | g | First | | | | |\n\
         | | select_one yn | a | Is it so? | | | yes | Look twice |\n\
         | | begin_group | h | Inner | ${a} = 'yes' | | | |\n\
         | | select_multiple fruit | b | Which? | | not(selected(., 'none') and count-selected(.) > 1) | | |\n\
         | | integer | n | How many? | selected(${b}, 'pear') | . > 0 and . <= 99 | | |\n\
         | | end_group | | | | | | |\n\
         | | end_group | | | | | | |\n",
    ));
    assert_eq!(imported.lost, []);
    let protocol = loaded(&imported.protocol);
    let areas: Vec<&str> = protocol.areas.iter().map(|area| area.label.as_str()).collect();
    assert_eq!(areas, ["First", "First – Inner"]);
    let [a, b, n] = protocol.questions.raw.as_slice() else { panic!("{:?}", protocol.questions) };
    assert_eq!((a.guidance.as_str(), a.optional, b.optional), ("Look twice", false, true));
    assert_eq!(a.choices().iter().map(|choice| choice.role).collect::<Vec<_>>(), [Some(Role::Yes), Some(Role::No)]);
    assert_eq!(b.choices().iter().map(|choice| choice.exclusive).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(n.kind, Kind::Number { unit: String::new(), min: Some(1.0), max: Some(99.0) });
    let is = |place, value: &str| Term::Is(Key::Question(place), Test::In(vec![value.to_owned()]));
    assert_eq!(b.when, Filter { terms: vec![is(0.into(), "yes")] });
    assert_eq!(n.when, Filter { terms: vec![is(0.into(), "yes"), is(1.into(), "pear")] });
}

/// A message, the column and the row that it is about.
type Lost = (&'static str, &'static str, usize);

#[test]
fn what_a_protocol_cannot_say_is_listed_with_its_cell() {
    let table: &[(&str, &[Lost])] = &[
        ("| | selct_one yn | c | C | | | | |\n", &[("xlsform-type-unknown", "B type", 4)]),
        ("| | text | b | B | pulldata('a', ${n}) > 2 | | | |\n", &[("formula-function", "E relevant", 4)]),
        ("| | text | b | B | ${m} > 2 | | | |\n", &[("xlsform-field-unknown", "E relevant", 4)]),
        ("| | text | b | B | | pulldata('a', .) | | |\n", &[("formula-function", "F constraint", 4)]),
        ("| | text | b | B | | . != ${m} | | |\n", &[("xlsform-field-unknown", "F constraint", 4)]),
        ("| | text | b | Why ${n}? | | | | |\n", &[]),
        ("| | note | x | Read this | ${n} > 1 | | | |\n", &[("xlsform-note-when", "E relevant", 4)]),
        ("| | text | n | Again | | | | |\n", &[("xlsform-name-twice", "C name", 4)]),
    ];
    for (rows, expected) in table {
        let imported = read(&form(&format!("| | integer | n | N | | | | |\n{rows}")));
        let expected: Vec<_> = expected.iter().map(|(key, column, line)| (*key, (*column).to_owned(), *line)).collect();
        assert_eq!(lost(&imported), expected, "{rows}");
        loaded(&imported.protocol);
    }
}

#[test]
fn a_broken_form_is_refused() {
    for (text, key) in [
        ("| x |\n| | a |\n| y |\n| | b |\n".to_owned(), "xlsform-survey"),
        ("| survey |\n| | name |\n| | a |\n".to_owned(), "xlsform-column-missing"),
        (form("| | end_group | | | | | | |\n"), "xlsform-end"),
        (form("| | begin_group | g | G | | | | |\n| | text | a | A | | | | |\n"), "xlsform-open"),
        (form("| | select_one nosuch | a | A | | | | |\n"), "xlsform-list-unknown"),
        (form("| | | a | A | | | | |\n"), "xlsform-type-missing"),
        (form("| | text | | A | | | | |\n"), "xlsform-name-missing"),
        (form(""), "protocol-questions-none"),
        (
            "| survey |\n| | type | name | relevant | relevance |\n| | text | a | | yes |\n".to_owned(),
            "xlsform-column-twice",
        ),
    ] {
        assert_eq!(faults(&text).first(), Some(&key), "{text}");
    }
}

#[test]
fn columns_are_known_by_every_name_that_forms_give_them() {
    for header in [
        "type | name | label | relevant",
        "Type | NAME | Label | Relevance",
        "command | value | caption | bind::relevant",
        "command | tag | label::English (en) | bind::relevant",
        "type | name | label:English | bind:relevant",
    ] {
        let imported =
            read(&format!("| survey |\n| | {header} |\n| | integer | n | N | |\n| | text | a | A | ${{n}} > 1 |\n"));
        let protocol = loaded(&imported.protocol);
        assert_eq!(
            (protocol.questions.raw[1].text.as_str(), protocol.questions.raw[1].when.is_empty()),
            ("A", false),
            "{header}"
        );
    }
}

#[test]
fn one_language_of_several_is_read_and_missing_texts_are_told() {
    let text = "| survey |\n| | type | name | label::English (en) | label::Svenska (sv) |\n| | text | a | One | Ett |\n| | text | b | Two | |\n\
        | settings |\n| | default_language |\n| | English (en) |\n";
    let labels = |text: &str, lang: Option<&str>| {
        let imported = import("f.md", text.as_bytes(), &wanted(lang)).unwrap();
        let labels: Vec<String> = imported.protocol.questions.iter().map(|question| question.text.clone()).collect();
        let told = imported.mapping.iter().filter(|message| message.key == "xlsform-text-missing").count();
        (labels.join(" "), imported.protocol.lang, told)
    };
    for default in ["English (en)", "en", "English"] {
        let labels = |lang| labels(&text.replace("| English (en) |\n", &format!("| {default} |\n")), lang);
        assert_eq!(labels(Some("sv")), ("One Two".to_owned(), Lang::En, 0), "{default}");
        assert_eq!(labels(None), ("One Two".to_owned(), Lang::En, 0), "{default}");
    }
    let undecided = text.replace("| English (en) |\n", "| |\n");
    assert_eq!(labels(&undecided, Some("sv")), ("Ett Two".to_owned(), Lang::Sv, 1));
    assert_eq!(labels(&undecided, Some("en")), ("One Two".to_owned(), Lang::En, 0));
    assert_eq!(labels(&undecided, None), ("One Two".to_owned(), Lang::En, 0));
}

#[test]
fn the_default_language_stands_in_columns_that_name_none() {
    let text = "| survey |\n| | type | name | label | label::English (en) |\n| | text | a | Ett | One |\n\
        | settings |\n| | default_language |\n| | sv |\n";
    let imported = import("f.md", text.as_bytes(), &wanted(Some("en"))).unwrap();
    assert_eq!((imported.protocol.questions.raw[0].text.as_str(), imported.protocol.lang), ("Ett", Lang::Sv));
    assert!(imported.mapping.iter().any(|message| message.key == "xlsform-language"), "{:?}", imported.mapping);
}

#[test]
fn what_a_list_does_not_have_is_never_answered_and_the_rest_of_a_condition_stays() {
    let asked = |relevant: &str| {
        let rows = format!(
            "| | select_one yn | a | A | | | | |\n| | image | sum | | | | | |\n| | text | b | B | {relevant} | | | |\n"
        );
        let imported = read(&form(&rows));
        let protocol = loaded(&imported.protocol);
        let when = protocol.questions.raw.get(1).map(|question| question.when.terms.clone());
        (when, imported.lost.len(), imported.left.len() - 1)
    };
    let is_no = || Some(vec![Term::Is(Key::Question(0.into()), Test::In(vec!["no".to_owned()]))]);
    assert_eq!(asked("${a} = 'no'"), (is_no(), 0, 0));
    assert_eq!(asked("${a} = 'no' or ${a} = 'dk'"), (is_no(), 0, 1));
    assert_eq!(asked("selected(${a}, 'no') and not(selected(${a}, 'dk'))"), (is_no(), 0, 1));
    assert_eq!(asked("${a} = 'no' and ${a} != 'dk'"), (is_no(), 0, 1));
    assert_eq!(asked("${a} = 'no' and ${sum} > 3"), (is_no(), 1, 0));
    assert_eq!(asked("${a} = 'no' or ${sum} > 3"), (Some(Vec::new()), 1, 0));
    for never in ["false()", "no", "${a} = 'no' and false()", "not(true())", "1=2", "'x' = 'y'"] {
        assert_eq!(asked(never), (None, 0, 1), "{never}");
    }
    assert_eq!(asked("${a} = 'dk'"), (None, 0, 2));
}

#[test]
fn roles_follow_from_names_only_where_all_of_them_tell() {
    let roles = |rows: &str| {
        let imported = read(&format!(
            "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n| choices |\n| | list_name | name | label | key |\n{rows}"
        ));
        imported.protocol.questions.raw[0].choices().iter().map(|choice| (choice.role, choice.key)).collect::<Vec<_>>()
    };
    let (yes, no) = (Some(Role::Yes), Some(Role::No));
    assert_eq!(roles("| | l | Ja | Ja | |\n| | l | nej | Nej | |\n"), [(yes, None), (no, None)]);
    assert_eq!(roles("| | l | 1 | Yes | |\n| | l | 0 | No | |\n"), [(yes, None), (no, None)]);
    assert_eq!(roles("| | l | 1 | Man | |\n| | l | 0 | Kvinna | |\n"), [(None, None), (None, None)]);
    assert_eq!(roles("| | l | ja | Ja | |\n| | l | nej | Nej | |\n| | l | kanske | Kanske | |\n"), [(None, None); 3]);
    assert_eq!(roles("| | l | yes | No | |\n| | l | no | Yes | |\n"), [(None, None); 2]);
    assert_eq!(roles("| | l | yes | Of course | |\n| | l | no | Never | |\n"), [(yes, None), (no, None)]);
    assert_eq!(roles("| | l | a | A | yes |\n| | l | b | B | x |\n"), [(yes, None), (None, Some('x'))]);
    assert_eq!(roles("| | l | ja | Ja | no |\n| | l | nej | Nej | |\n"), [(no, None), (None, None)]);
}

#[test]
fn another_answer_is_asked_for_in_a_question_of_its_own() {
    let protocol = loaded(&read(&form("| | select_one fruit or_other | f | Which? | | | | |\n")).protocol);
    let [f, other] = protocol.questions.raw.as_slice() else { panic!("{:?}", protocol.questions) };
    assert_eq!(f.choices().last().unwrap().id, "other");
    assert_eq!((other.id.as_str(), &other.kind), ("f_other", &Kind::Text));
    assert_eq!(other.when.terms, [Term::Is(Key::Question(0.into()), Test::In(vec!["other".to_owned()]))]);
}

#[test]
fn another_answer_is_offered_by_every_question_that_shares_the_list() {
    let rows = "| | select_one fruit or_other | f | Which? | | | | |\n| | select_one fruit | g | And? | | | | |\n\
        | | select_one yn | y | So? | | | | |\n| | text | why | Why? | ${f_other} != '' | | | |\n";
    let imported = read(&form(rows));
    assert_eq!((imported.lost.len(), imported.left.len()), (0, 0));
    let protocol = loaded(&imported.protocol);
    let offered: Vec<&str> = protocol
        .questions
        .iter()
        .filter(|question| question.choice("other").is_some())
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(offered, ["f", "g"]);
    assert_eq!(protocol.questions.raw[4].when.terms, [Term::Is(Key::Question(1.into()), Test::Answered(true))]);
}

#[test]
fn a_note_is_guidance_to_the_next_question_and_a_disabled_row_is_none() {
    let text = "| survey |\n| | type | name | label | hint | disabled |\n| | note | x | First “read” this | | |\n\
        | | text | b | B | then that | |\n| | text | c | C | | yes |\n| | today | t | | | |\n";
    let imported = read(text);
    assert_eq!(imported.protocol.questions.len(), 1);
    assert_eq!(imported.protocol.questions.raw[0].guidance, "First \"read\" this\nthen that");
}

/// The same with its conditions as they come back from any other program's words.
fn in_other_words(mut protocol: Protocol) -> Protocol {
    let said = |filter: &Filter, place: usize, per: Per| {
        Logic::of(filter, &protocol).filter(&protocol, place.into(), per).unwrap_or_else(|faults| panic!("{faults}"))
    };
    let questions = protocol.questions.iter().enumerate();
    let whens: Vec<Filter> = questions.map(|(place, question)| said(&question.when, place, question.per)).collect();
    let questions = protocol.questions.iter().enumerate();
    let offered = questions.map(|(place, question)| {
        let choices = question.choices().iter();
        choices.map(|choice| said(&choice.when, place, question.per)).collect::<Vec<Filter>>()
    });
    let offered: Vec<Vec<Filter>> = offered.collect();
    let all = protocol.questions.len();
    let checks: Vec<Filter> = protocol.checks.iter().map(|check| said(&check.when, all, Per::Case)).collect();
    protocol.questions.iter_mut().zip(whens).for_each(|(question, when)| question.when = when);
    for (question, offered) in protocol.questions.iter_mut().zip(offered) {
        if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
            choices.iter_mut().zip(offered).for_each(|(choice, when)| choice.when = when);
        }
    }
    protocol.checks.iter_mut().zip(checks).for_each(|(check, when)| check.when = when);
    protocol
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn random_protocols_come_back_whole(protocol in sample::protocol()) {
        let protocol = loaded(&protocol);
        for form in FORMS {
            let exported = export(&protocol, form).unwrap();
            let imported = import("f", &exported.bytes, &wanted(None)).unwrap();
            prop_assert_eq!(sample::not_back(&exported.lost), [""; 0]);
            prop_assert_eq!(&imported.lost, &Vec::new());
            prop_assert_eq!(&loaded(&imported.protocol), &loaded(&in_other_words(protocol.clone())));
        }
    }
}

proptest! {
    #[test]
    fn no_table_makes_reading_panic(cells in prop::collection::vec(prop::collection::vec(
        "|type|name|label|relevant|survey|choices|settings|list_name|select_one a|begin group|end group|text|a|\\$\\{a\\} = 1|yes|[ -~åäö]{0,6}", 1..7), 0..14
    )) {
        let rows = cells.iter().map(|row| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(","));
        let text = rows.collect::<Vec<_>>().join("\n");
        if let Ok(imported) = import("f.csv", text.as_bytes(), &wanted(None)) {
            let _ = Protocol::load("p.toml", &imported.protocol.to_toml());
        }
    }
}
