//! What a column as a whole can mean.

use super::*;

/// The answers to a question whose column holds these cells, each of a case of its own, under what the user says.
fn column(protocol: &str, said: &Said, question: &str, cells: &[&str]) -> std::result::Result<String, String> {
    let protocol = Protocol::load("p.toml", protocol).unwrap();
    let ids = (0..cells.len()).map(|case| format!("C{case},BRO,K\n")).collect::<Vec<_>>().concat();
    let (cases, _) = CaseList::read("c.csv", format!("id,unit,sex\n{ids}").as_bytes(), &protocol).unwrap();
    let rows = cells.iter().enumerate().map(|(case, cell)| format!("C{case}\t{cell}\n")).collect::<Vec<_>>().concat();
    let text = format!("id\t{question}\n{rows}");
    match read_answers("a.csv", text.as_bytes(), said, &protocol, &cases) {
        Ok(sheet) => Ok(sheet.answers.iter().map(|coded| coded.answer.as_str()).collect::<Vec<_>>().join(" ")),
        Err(faults) => Err(faults.describe(&Words::new(Lang::En))),
    }
}

fn digits() -> String {
    let choices = |choices: &str| format!("choices = [{choices}]");
    let often = choices("{ id = 'aldrig', code = 0 }, { id = 'ibland', code = 1 }, { id = 'ofta', code = 2 }");
    let steps = choices("{ id = '1', code = 0 }, { id = '2', code = 1 }, { id = '3', code = 2 }");
    swedish()
        .question("plan", "Finns plan?", "na = true\nunknown = true")
        .question("grad", "Hur ofta?", &often)
        .question("steg", "Vilket steg?", &steps)
        .question("antal", "Hur många?", "choices = [{ id = '0' }, { id = '1' }, { id = '2' }]\nna = true")
        .to_string()
}

#[test]
fn the_digits_of_a_column_are_read_as_what_they_can_mean_alone_and_else_refused() {
    let with = |codes| Said { codes: Some(codes), ..Said::default() };
    let plain = Said::default();
    let read = |said: &Said, question: &str, cells: &[&str]| column(&digits(), said, question, cells);
    let refused = |question: &str, cells: &[&str]| read(&plain, question, cells).is_err();
    // Digits that are neither ids, labels nor codes of the protocol are refused, and read as the user says.
    assert!(refused("plan", &["1", "0"]) && refused("plan", &["1", "3"]) && refused("plan", &["ja", "1"]));
    assert_eq!(
        read(&with(Codes::Keys), "plan", &["1", "2", "3", "0", "9", "Nej"]).unwrap(),
        "ja delvis nej ej_aktuellt framgar_ej nej"
    );
    assert_eq!(
        read(&with(Codes::Codebook), "plan", &["1", "2.0", "3", "9", "8"]).unwrap(),
        "ja delvis nej ej_aktuellt framgar_ej"
    );
    assert!(read(&with(Codes::Codebook), "plan", &["0"]).is_err() && read(&with(Codes::Ids), "plan", &["1"]).is_err());
    // The protocol's own codes are what they are.
    assert_eq!(read(&plain, "grad", &["0", "1", "2", "Ofta"]).unwrap(), "aldrig ibland ofta ofta");
    assert!(refused("grad", &["1", "3"]));
    // One column of ids and codes that mean different things is refused; where one reading fails, the other holds.
    assert!(refused("steg", &["1", "2"]));
    assert_eq!(read(&plain, "steg", &["1", "2", "3"]).unwrap(), "1 2 3");
    assert_eq!(read(&plain, "steg", &["0", "1", "2"]).unwrap(), "1 2 3");
    assert_eq!(read(&with(Codes::Ids), "steg", &["1", "2"]).unwrap(), "1 2");
    assert_eq!(read(&with(Codes::Codebook), "steg", &["1", "2"]).unwrap(), "2 3");
    // An id that is a number is its own code; the n.a. beside it has only a key and a code of exports.
    assert_eq!(read(&plain, "antal", &["0", "2", "Ej aktuellt"]).unwrap(), "0 2 ej_aktuellt");
    assert!(refused("antal", &["0", "9"]));
}

#[test]
fn every_reading_of_digits_is_told_with_the_option_that_chooses_it() {
    let told = |question, cells: &[&str]| column(&digits(), &Said::default(), question, cells).unwrap_err();
    insta::assert_snapshot!(told("plan", &["1", "0", "ja"]), @r#"
    a.csv:2: The answers to "plan" are written as 0, 1 here, and it is not clear what that means: --codes keys: 0 = ej_aktuellt, 1 = ja; --codes codebook: 0 = ?, 1 = ja.
      2 | C0␉1
        |    ^
      hint: choose with one of these options, or write the ids of the answers: ja, delvis, nej, ej_aktuellt, framgar_ej
    "#);
    insta::assert_snapshot!(told("steg", &["1", "2"]), @r#"
    a.csv:2: The answers to "steg" are written as 1, 2 here, and it is not clear what that means: --codes codebook: 1 = 2, 2 = 3; --codes ids: 1 = 1, 2 = 2.
      2 | C0␉1
        |    ^
      hint: choose with one of these options, or write the ids of the answers: 1, 2, 3
    "#);
}

#[test]
fn what_programs_write_for_a_missing_value_is_refused_unless_the_user_says_what_it_is() {
    let told = column(&digits(), &Said::default(), "plan", &["ja", "NA", "NA"]).unwrap_err();
    insta::assert_snapshot!(told, @r#"
    a.csv:3: 2 cells for "plan" say "NA", which usually means no value.
      3 | C1␉NA
        |    ^^
      hint: use --missing "NA" if it is not an answer, or --codes ids if it is the answer itself
    "#);
    let missing =
        |words: &[&str]| Said { missing: words.iter().map(|&word| word.to_owned()).collect(), ..Said::default() };
    assert_eq!(column(&digits(), &missing(&["NA", "-99"]), "plan", &["ja", "NA", "-99"]).unwrap(), "ja");
    for word in ["NaN", "null", "None", "<NA>", "NULL", "#N/A"] {
        for question in ["plan", "grad"] {
            assert!(column(&digits(), &Said::default(), question, &[word]).is_err(), "{word}");
            assert_eq!(column(&digits(), &missing(&[word]), question, &[word]).unwrap(), "");
        }
    }
    let words = Said { codes: Some(Codes::Ids), ..Said::default() };
    assert_eq!(column(&digits(), &words, "plan", &["NA"]).unwrap(), "ej_aktuellt");
}

#[test]
fn a_row_that_sums_up_is_passed_over_unless_it_is_a_case() {
    let protocol = super::scales();
    let (cases, _) = CaseList::read("c.csv", b"id,unit,sex\nA-1,BRO,K\nTotalt,BRO,M\n", &protocol).unwrap();
    let read = |text: &str| read_answers("a.csv", text.as_bytes(), &Said::default(), &protocol, &cases);
    let sheet = read("id,plan,timmar\nA-1,ja,3\nTotalt,nej,4\nSumma,,7\n").unwrap();
    assert_eq!((sheet.answers.len(), sheet.sums), (4, vec![4]));
    assert_eq!(sheet.answers[2].case_id, "Totalt");
    assert_eq!(keys(&read("id,plan,timmar\nA-1,ja,3\nSumma,nej,7\n").unwrap_err()), ["answers-case"]);
}

#[test]
fn choices_have_columns_in_the_ways_of_other_programs() {
    let demo = shipped()[0].1;
    let protocol = Protocol::load("demo.toml", demo).unwrap();
    let (cases, _) = CaseList::read("cases.csv", CASES.as_bytes(), &protocol).unwrap();
    for (header, cells) in [
        ("contacts/family,contacts/health", "1,1"),
        ("contacts.family,contacts.health", "1.0,1.0"),
        ("contacts[family],contacts[health]", "Y,Y"),
        ("contacts_family,contacts_health", "1,1"),
        ("visit/contacts/family,visit/contacts/health", "TRUE,TRUE"),
        ("contacts___family,contacts___health", "1,1"),
        ("contacts", "family health"),
        ("contacts", "\"family,health\""),
    ] {
        let text = format!("case,{header}\nN-1,{cells}\n");
        let sheet = read_answers("a.csv", text.as_bytes(), &Said::default(), &protocol, &cases)
            .unwrap_or_else(|faults| panic!("{header}: {}", faults.describe(&Words::new(Lang::En))));
        assert_eq!(sheet.answers[0].answer, "family;health", "{header}");
    }
}
