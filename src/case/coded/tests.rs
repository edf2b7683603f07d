use super::*;
use crate::language::{Lang, Words};
use crate::protocol::shipped;

const CASES: &str = "case_id,unit,sex,birth_year\nN-1,NOR,F,1960\nN-2,NOR,M,1970\n";

fn read(text: &str) -> Result<Vec<Coded>> {
    read_with("", text)
}

/// Reads answers for the demo with one question asked per unit, and more attributes.
fn read_with(attributes: &str, text: &str) -> Result<Vec<Coded>> {
    let protocol = shipped()[0].1.replacen("id = \"quote\"", "id = \"quote\"\nper = \"unit\"", 1);
    let protocol = Protocol::load("demo.toml", &format!("{protocol}{attributes}")).unwrap();
    let (cases, _) = CaseList::read("cases.csv", CASES.as_bytes(), &protocol).unwrap();
    read_answers("answers.csv", text.as_bytes(), &protocol, &cases)
}

#[test]
fn answers_are_read_in_the_form_in_which_they_are_stored() {
    let text = "Svar;Ärende;Fråga\n\"provider;family\";N-1;contacts\n12,50;N-2;hours\nfrom notes;unit:NOR;quote\n";
    let answers = read(text).unwrap();
    let coded = |line, case_id: &str, question: &str, answer: &str| Coded {
        line,
        case_id: case_id.into(),
        question: question.into(),
        answer: answer.into(),
    };
    let expected = [
        coded(2, "N-1", "contacts", "family;provider"),
        coded(3, "N-2", "hours", "12.5"),
        coded(4, "unit:NOR", "quote", "from notes"),
    ];
    assert_eq!(answers, expected);
}

#[test]
fn every_wrong_row_is_listed() {
    let text = "case,question,answer\n\
        N-9,plan,yes\n\
        N-1,paln,yes\n\
        N-1,plan,maybe\n\
        N-9,hours,many\n\
        N-2,plan,yes\n\
        N-2,plan,yes\n\
        unit:NOR,plan,yes\n\
        N-1,quote,x\n\
        unit:ZZ,quote,x\n\
        N-1,plan,\n\
        N-1,plan\n";
    let faults = read(text).unwrap_err();
    let found: Vec<_> =
        faults.0.iter().map(|fault| (fault.place.clone().unwrap().line.unwrap(), fault.message.key)).collect();
    let expected = [
        (2, "answers-case"),
        (3, "answers-question"),
        (4, "answer-choice"),
        (5, "answers-case"),
        (5, "answer-number"),
        (7, "answers-twice"),
        (8, "answers-per-case"),
        (9, "answers-per-unit"),
        (10, "answers-case"),
        (11, "answer-empty"),
        (12, "table-ragged"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_wrong_row_is_told_with_what_is_allowed() {
    let told =
        read("case,question,answer\nN-1,plan,maybe\nN-1,paln,yes\n").unwrap_err().describe(&Words::new(Lang::En));
    insta::assert_snapshot!(told, @r#"
    answers.csv:2: "maybe" is none of the answers: yes, no, na.
      2 | N-1,plan,maybe
        |          ^^^^^
      hint: this is about the question "plan" of "N-1"
    answers.csv:3: The question "paln" is not in the protocol.
      3 | N-1,paln,yes
        |     ^^^^
      hint: did you mean "plan"?
    "#);
}

#[test]
fn an_answer_of_an_informant_names_its_entry_and_a_wrong_entry_is_told_the_right_ones() {
    let informant = "[[attribute]]\nid = \"who\"\nlabel = \"Who\"\nrole = \"informant\"\nvalues = { lead = \"Lead\", staff = \"Staff\" }\n";
    let answers =
        read_with(informant, "case,question,answer\nunit:NOR:lead,quote,x\nunit:NOR:staff,quote,y\n").unwrap();
    assert_eq!(answers.iter().map(|coded| coded.answer.as_str()).collect::<Vec<_>>(), ["x", "y"]);
    let told = read_with(informant, "case,question,answer\nunit:NOR,quote,x\nN-1,quote,x\n").unwrap_err();
    insta::assert_snapshot!(told.describe(&Words::new(Lang::En)), @r#"
    answers.csv:2: "unit:NOR" is not in the case list.
      2 | unit:NOR,quote,x
        | ^^^^^^^^
      hint: there are: unit:NOR:lead, unit:NOR:staff
    answers.csv:3: The question "quote" is asked once per unit, not about the case "N-1".
      3 | N-1,quote,x
        | ^^^
      hint: there are: unit:NOR:lead, unit:NOR:staff
    "#);
}

#[test]
fn the_columns_must_be_there() {
    let faults = read("case,fråga\nN-1,plan\n").unwrap_err();
    assert_eq!(faults.0[0].message.key, "answers-column");
}

#[test]
fn an_answer_knows_its_line_whatever_stands_between() {
    let answers = read("sep=;\n\ncase;question;answer\n\n;;\nunit:NOR;quote;\"one\r\ntwo\"\r\n\nN-2;plan;no").unwrap();
    let lines: Vec<(usize, &str)> = answers.iter().map(|coded| (coded.line, coded.answer.as_str())).collect();
    assert_eq!(lines, [(6, "one\ntwo"), (9, "no")]);
}
