mod columns;

use super::*;
use crate::base::language::{Lang, Words};
use crate::builder::swedish;
use crate::study::case::matching::Hints;
use crate::study::protocol::shipped;

const CASES: &str = "case_id,unit,sex,birth_year\nN-1,NOR,F,1960\nN-2,NOR,M,1970\n";

fn read(text: &str) -> Result<Vec<ParsedAnswers>> {
    read_with("", text)
}

/// Reads answers for the demo with one question asked per unit, and more attributes.
fn read_with(attributes: &str, text: &str) -> Result<Vec<ParsedAnswers>> {
    let protocol = shipped()[0].1.replacen("id = \"quote\"", "id = \"quote\"\nper = \"unit\"", 1);
    let protocol = Protocol::load("demo.toml", &format!("{protocol}{attributes}")).unwrap();
    let (cases, _) = CaseList::read("cases.csv", CASES.as_bytes(), &protocol).unwrap();
    Ok(read_answers("answers.csv", text.as_bytes(), &Said::default(), &protocol, &cases)?.answers)
}

#[test]
fn answers_are_read_in_the_form_in_which_they_are_stored() {
    let text = "Svar;Ärende;Fråga\n\"provider;family\";N-1;contacts\n12,50;N-2;hours\nfrom notes;unit:NOR;quote\n";
    let answers = read(text).unwrap();
    let coded = |line, case_id: &str, question: &str, answer: &str| ParsedAnswers {
        file: 0,
        line,
        column: 0,
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
fn both_readings_of_a_row_are_steps_and_are_known_before() {
    let rows = 50;
    let text = "case,question,answer\n".to_owned() + &"N-9,plan,yes\n".repeat(rows);
    assert!(read(&text).is_err());
    assert_eq!(progress::own().share(), Some((2 * rows as u64, 2 * (rows as u64 + 1))), "the head is a line too");
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
    answers.csv:2: "maybe" is not one of the answers: yes, no, na (Not applicable).
      2 | N-1,plan,maybe
        |          ^^^^^
      hint: for the question "plan", "N-1"
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
      hint: choose from: unit:NOR:lead, unit:NOR:staff
    answers.csv:3: The question "quote" is asked about a unit, not about the case "N-1".
      3 | N-1,quote,x
        | ^^^
      hint: choose from: unit:NOR:lead, unit:NOR:staff
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

const SCALES: &str = r#"
[scale.langd]
choices = [{ id = "1 år", label = "Ett år" }, { id = "2 år", label = "Två år" }]
[scale.diagnos]
choices = [{ id = "as", label = "Asperger" }, { id = "ad", label = "ADHD" }, { id = "okand", label = "Uppgift saknas", exclusive = true }]
[scale.hjalp]
choices = [{ id = "m", label = "Mat, dryck" }, { id = "s", label = "Städ" }]
[scale.ord]
choices = [{ id = "ring", label = "Telefon" }, { id = "tel", label = "Ring" }, { id = "brev", label = "Brev" }]
[scale.roll]
choices = [{ id = "a", label = "A", role = "yes" }, { id = "b", label = "B", role = "partly" }, { id = "c", label = "C", role = "no" }, { id = "d", label = "D", role = "na" }, { id = "e", label = "E", role = "unknown" }]
"#;

fn scales() -> Protocol {
    let made = swedish()
        .unit("")
        .sex()
        .and("one = { K = 'Kvinna', M = 'Man' }\n")
        .and(SCALES)
        .question("plan", "Finns en aktuell plan?", "na = true\nunknown = true")
        .question("langd", "Hur långt?", "scale = 'langd'")
        .question("diagnos", "Vilka diagnoser?", "kind = 'choices'\nscale = 'diagnos'")
        .question("hjalp", "Vad?", "kind = 'choices'\nscale = 'hjalp'")
        .question("timmar", "Timmar?", "kind = 'number'")
        .question("start", "Start?", "kind = 'date'")
        .question("ord", "Hur?", "scale = 'ord'")
        .question("rutin", "Finns rutin?", "per = 'unit'")
        .question("roll", "Vilken?", "scale = 'roll'");
    Protocol::load("p.toml", &made.to_string()).unwrap()
}

fn wide_with(said: &Said, text: &str) -> Result<Sheet> {
    let protocol = scales();
    let (cases, _) = CaseList::read("c.csv", b"id,unit,sex\nA-1,BRO,K\nA-2,BRO,M\n", &protocol).unwrap();
    read_answers("a.csv", text.as_bytes(), said, &protocol, &cases)
}

fn wide(text: &str) -> Result<Sheet> {
    wide_with(&Said::default(), text)
}

/// The answers of the first case to one question, each cell as it is in a file of one column.
fn meant(header: &str, cell: &str) -> std::result::Result<Option<String>, &'static str> {
    match wide(&format!("id\t{header}\nA-1\t\"{cell}\"\n")) {
        Ok(sheet) => Ok(sheet.answers.first().map(|coded| coded.answer.clone())),
        Err(faults) => Err(faults.0[0].message.key),
    }
}

fn keys(faults: &crate::base::fault::Faults) -> Vec<&'static str> {
    faults.0.iter().map(|fault| fault.message.key).collect()
}

#[test]
fn a_question_is_known_by_its_id_its_number_its_text_and_by_what_the_user_says() {
    for header in
        ["plan", "PLAN", "1", "Fråga 1", "F1", "fråga 1.", "Finns en aktuell  plan", "1. Finns en aktuell plan?"]
    {
        assert_eq!(meant(header, "ja"), Ok(Some("ja".to_owned())), "{header}");
    }
    let columns = vec![("plan".to_owned(), "Kolumn A".to_owned())];
    let said =
        Said { hints: Hints { columns, ..Hints::default() }, ignored: vec!["timmar".to_owned()], ..Said::default() };
    let sheet = wide_with(&said, "id,Kolumn A,timmar,övrigt\nA-2,Nej,många,x\n").unwrap();
    assert_eq!(sheet.answers[0].answer, "nej");
    assert_eq!(sheet.passed, ["timmar", "övrigt"]);
    assert_eq!(
        sheet.mapped[1],
        ColumnMapping {
            forms: [("Nej".to_owned(), ("nej".to_owned(), 1))].into(),
            ..ColumnMapping::new("Kolumn A", Target::Question(0.into()), How::Told)
        }
    );
    assert_eq!(keys(&wide_with(&said, "id,plan,timmar\nA-2,Nej,3\n").unwrap_err()), ["cases-column-option-missing"]);
    let said = Said { hints: Hints { columns: vec![("plam".to_owned(), "x".to_owned())], ..Hints::default() }, ..said };
    assert_eq!(keys(&wide_with(&said, "id,x\nA-2,Nej\n").unwrap_err()), ["cases-column-option-unknown"]);
    let told = |columns: [(&str, &str); 2], ignored: &[String]| {
        let columns = columns.map(|(name, header)| (name.to_owned(), header.to_owned())).to_vec();
        let said = Said { hints: Hints { columns, ..Hints::default() }, ignored: ignored.to_vec(), ..Said::default() };
        wide_with(&said, "id,plan,timmar,x\nA-2,3,ja,4\n")
    };
    assert_eq!(keys(&told([("plan", "x"), ("timmar", "x")], &[]).unwrap_err()), ["cases-column-option-twice"]);
    let answers =
        |sheet: Sheet| sheet.answers.into_iter().map(|coded| (coded.question, coded.answer)).collect::<Vec<_>>();
    let expected = [("timmar".to_owned(), "3".to_owned()), ("plan".to_owned(), "ja".to_owned())];
    let turned = [("plan", "timmar"), ("timmar", "plan")];
    assert_eq!(answers(told(turned, &[]).unwrap()), expected, "a name is not taken for the header of the same name");
    let expected = [("plan".to_owned(), "ja".to_owned()), ("timmar".to_owned(), "4".to_owned())];
    let other = [("plan", "timmar"), ("timmar", "x")];
    assert_eq!(answers(told(other, &["plan".to_owned()]).unwrap()), expected);
}

#[test]
fn an_answer_is_known_by_its_id_its_label_and_by_words_of_its_role() {
    for (header, cell, expected) in [
        ("plan", "Ja", "ja"),
        ("plan", "yes", "ja"),
        ("plan", "NEJ ", "nej"),
        ("plan", "Ej  relevant", "ej_aktuellt"),
        ("plan", "framgår inte", "framgar_ej"),
        ("langd", "två år", "2 år"),
        ("plan", "Ja (ja)", "ja"),
        ("diagnos", "as ad", "as;ad"),
        ("diagnos", "ADHD, asperger", "as;ad"),
        ("diagnos", "ad;as", "as;ad"),
        ("hjalp", "Mat, dryck", "m"),
        ("hjalp", "Städ; Mat, dryck", "m;s"),
        ("hjalp", "s,m", "m;s"),
        ("timmar", "12,50", "12.5"),
        ("start", "20190302", "2019-03-02"),
        ("start", "2019-03-02 00:00:00", "2019-03-02"),
        ("start", "2019/03", "2019-03"),
    ] {
        assert_eq!(meant(header, cell), Ok(Some(expected.to_owned())), "{header} {cell}");
    }
    assert_eq!(meant("plan", ""), Ok(None));
}

#[test]
fn a_role_is_known_by_every_word_for_it_in_either_language() {
    let yes = ["ja", "J", "yes", "y", "sant", "TRUE"];
    let partly = ["Delvis", "partly", "Partially"];
    let no = ["nej", "N", "no", "falskt", "FALSE"];
    let na = ["ej aktuellt", "inte aktuellt", "Ej relevant", "ej tillämpligt", "na", "N/A", "not applicable"];
    let unknown = ["framgår ej", "framgår inte", "vet ej", "vet inte", "okänt", "unknown", "not known"];
    for (id, cells) in [("a", &yes[..]), ("b", &partly), ("c", &no), ("d", &na), ("e", &unknown)] {
        for cell in cells {
            assert_eq!(meant("roll", cell), Ok(Some(id.to_owned())), "{cell}");
        }
    }
}

#[test]
fn what_could_mean_several_answers_or_none_is_refused() {
    for (header, cell, expected) in [
        ("plan", "kanske", "answer-choice"),
        ("plan", "4", "answer-choice"),
        ("plan", "1", "coded-codes"),
        ("ord", "3", "coded-codes"),
        ("diagnos", "2", "coded-codes"),
        ("plan", "NA", "coded-missing"),
        ("timmar", "#SAKNAS!", "coded-missing"),
        ("langd", "1", "coded-codes"),
        // The label of one is the id of the other.
        ("ord", "ring", "coded-choice-ambiguous"),
        ("diagnos", "as;okand", "answer-exclusive"),
        ("diagnos", "as;foo", "answer-choice"),
        ("hjalp", "Städ, Mat, dryck", "answer-choice"),
        ("start", "2019-13-01", "answer-date"),
    ] {
        assert_eq!(meant(header, cell), Err(expected), "{header} {cell}");
    }
}

#[test]
fn choices_in_columns_of_their_own_become_one_answer_and_no_mark_is_none() {
    for header in
        ["diagnos___as\tdiagnos___ad", "diagnos:as\tdiagnos:ad", "Diagnos Asperger\tDiagnos ADHD", "3 as\tF3 ad"]
    {
        let sheet = wide(&format!("id\t{header}\nA-1\tx\t1\nA-2\t0\t\n")).unwrap();
        let found: Vec<_> = sheet.answers.iter().map(|coded| (coded.case_id.as_str(), coded.answer.as_str())).collect();
        assert_eq!(found, [("A-1", "as;ad")], "{header}");
    }
    assert_eq!(keys(&wide("id,diagnos___as\nA-1,kanske\n").unwrap_err()), ["coded-mark"]);
    assert_eq!(keys(&wide("id,diagnos___as,diagnos\nA-1,x,\n").unwrap_err()), ["coded-column-twice"]);
    assert_eq!(keys(&wide("id,diagnos___as,diagnos:okand\nA-1,x,x\n").unwrap_err()), ["answer-exclusive"]);
}

#[test]
fn what_the_case_list_says_too_must_agree() {
    assert!(wide("id,Kön,Stadsdel,plan\nA-1,Kvinna,bro,ja\nA-2,,,nej\n").is_ok());
    let told = wide("id,Kön,plan\nA-1,Man,ja\nA-2,?,nej\n").unwrap_err().describe(&Words::new(Lang::Sv));
    insta::assert_snapshot!(told, @r#"
    a.csv:2: A-1 har Kön Kvinna i ärendelistan, här står "Man".
      2 | A-1,Man,ja
        |     ^^^
      tips: kontrollera att raden gäller rätt ärende och rätta den
    a.csv:3: "?" finns inte bland värdena för Kön.
      3 | A-2,?,nej
        |     ^
      tips: välj bland: K (Kvinnor), M (Män)
    "#);
}

#[test]
fn rows_are_about_cases_and_entries_and_every_wrong_cell_is_listed() {
    let sheet = wide("id,plan,rutin\nA-1,ja,\nunit:BRO,,nej\n").unwrap();
    assert_eq!(sheet.answers.len(), 2);
    assert_eq!((sheet.answers[1].line, sheet.answers[1].column), (3, 2));
    assert_eq!(sheet.place(&sheet.answers[1]), "a.csv:3");
    let faults = wide("id,plan,rutin\nA-9,ja,\nA-1,kanske,nej\nunit:BRO,ja,\nA-2,ja,\nA-2,nej,\n").unwrap_err();
    let expected = ["answers-case", "answer-choice", "answers-per-unit", "answers-per-case", "answers-twice"];
    assert_eq!(keys(&faults), expected);
}

#[test]
fn a_header_that_fits_both_forms_or_none_is_refused() {
    assert_eq!(keys(&wide("id,fråga,svar,plan\nA-1,plan,ja,ja\n").unwrap_err()), ["coded-unclear"]);
    assert_eq!(keys(&wide("id,sex\nA-1,K\n").unwrap_err()), ["coded-no-question"]);
    assert_eq!(keys(&wide("plan,langd\nja,1 år\n").unwrap_err()), ["answers-column"]);
    let sheet = wide("Granskning 2021\n\nid;fråga 1\nA-1;ja\n").unwrap();
    assert_eq!((sheet.answers[0].line, sheet.answers[0].answer.as_str()), (4, "ja"));
}
