use super::*;
use crate::case::CaseList;
use crate::protocol::shipped;

/// Numbers that nobody has: a man of 1981, the same with his century, a woman of 1990 under a coordination number.
const LIST: &str = "Personnummer;Stadsdel;Anm\n811218-9876;Bromma;\n\n199003622389;Skarpnäck;ring\n19811218-9876;BRO;";

fn protocol() -> Protocol {
    let text = "id = \"p\"\nversion = \"1\"\nlanguage = \"sv\"\ntitle = \"P\"\narea = [{ id = \"A\", label = \"A\" }]\n\
        [[attribute]]\nid = \"unit\"\nlabel = \"Stadsdel\"\nrole = \"unit\"\n\
        values = { BRO = \"Bromma\", SKA = \"Skarpnäck\" }\n\
        [[attribute]]\nid = \"sex\"\nlabel = \"Kön\"\nrole = \"sex\"\nvalues = { K = \"Kvinnor\", M = \"Män\" }\n\
        [[attribute]]\nid = \"birth_year\"\nlabel = \"Födelseår\"\nrole = \"birth_year\"\nat = 2026\n\
        [[question]]\nid = \"q\"\narea = \"A\"\ntext = \"?\"\n";
    Protocol::load("p.toml", text).unwrap()
}

fn how(from_number: &[&str]) -> Pseudonyms {
    let from_number = from_number.iter().map(|&name| name.to_owned()).collect();
    Pseudonyms { from_number, today: Date::new(2026, 11, 22).unwrap() }
}

fn hint() -> Message {
    msg!("identity-number-hint")
}

fn keys<T: std::fmt::Debug>(result: Result<T>) -> Vec<(&'static str, Option<usize>)> {
    let faults = result.unwrap_err().0.into_iter();
    faults.map(|fault| (fault.message.key, fault.place.and_then(|place| place.line))).collect()
}

#[test]
fn a_number_in_any_cell_is_told_with_its_line_and_never_repeated() {
    let text = "id,811218-9876,note\n1,a,\n2,b,\"x\n811218-9876\"\n8112189876,c,";
    let faults = guard("list.csv", text.as_bytes(), &hint()).unwrap_err();
    let shown = faults.to_string();
    assert!(shown.contains("list.csv:1:") && shown.contains("list.csv:5:") && shown.contains("•"), "{shown}");
    assert!(!shown.contains("811218") && !shown.contains("9876"), "{shown}");
    let expected = [("identity-header", Some(1)), ("identity-number", Some(3)), ("identity-number", Some(5))];
    assert_eq!(keys(guard("list.csv", text.as_bytes(), &hint())), expected);
}

#[test]
fn what_else_is_wrong_is_left_to_the_reader_and_contacts_are_counted() {
    assert_eq!(guard("l.csv", b"a,a\n1\n", &hint()), Ok(None));
    let told = guard("l.csv", b"id,note\n1,\n2,ring 070-123 45 67\n3,a@b.se\n", &hint()).unwrap();
    assert_eq!(told, Some(msg!("identity-contacts", n = 2usize, line = 3usize)));
}

#[test]
fn ids_become_running_numbers_per_unit_and_the_key_tells_which() {
    let text = LIST.replace("19811218-9876;BRO", "D-17;BRO");
    let replaced = pseudonymise("l.csv", text.as_bytes(), &protocol(), &how(&[]));
    assert_eq!(keys(replaced), [("identity-not-taken", Some(5)); 2], "no number, no year and no sex");
    let text = LIST.replace("\n19811218-9876;BRO;", "");
    let replaced = pseudonymise("l.csv", text.as_bytes(), &protocol(), &how(&[])).unwrap();
    assert_eq!(replaced.taken, ["Kön", "Födelseår"]);
    assert_eq!(replaced.key, "case_id,id\nBRO-01,811218-9876\nSKA-01,199003622389\n".as_bytes());
    assert_eq!(guard("l.csv", &replaced.list, &hint()), Ok(None));
    let (list, _) = CaseList::read("l.csv", &replaced.list, &protocol()).unwrap();
    let row = |case: usize| [0, 1, 2, 3].map(|column| list.value(case, column).to_owned());
    assert_eq!(list.cases.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["BRO-01", "SKA-01"]);
    assert_eq!(
        (row(0), row(1)),
        (["BRO", "M", "1981", ""].map(str::to_owned), ["SKA", "K", "1990", "ring"].map(str::to_owned))
    );
}

#[test]
fn one_person_twice_is_told_however_the_number_is_written() {
    assert_eq!(keys(pseudonymise("l.csv", LIST.as_bytes(), &protocol(), &how(&[]))), [("cases-id-twice", Some(5))]);
}

#[test]
fn rows_keep_their_lines_so_that_later_faults_name_them() {
    let text = LIST.replace("\n19811218-9876;BRO;", "").replace("ring", "811218-9876");
    let replaced = pseudonymise("l.csv", text.as_bytes(), &protocol(), &how(&[])).unwrap();
    assert_eq!(keys(guard("l.csv", &replaced.list, &hint())), [("identity-number", Some(4))]);
}

#[test]
fn a_column_that_is_there_wins_unless_the_number_is_asked_for() {
    let text = "id,unit,sex,birth_year\n811218-9876,BRO,K,1950\nD-1,BRO,K,1951\n";
    let list =
        |from: &[&str]| String::from_utf8(pseudonymise("l", text.as_bytes(), &protocol(), &how(from)).unwrap().list);
    assert_eq!(list(&[]).unwrap(), "case_id,unit,sex,birth_year\nBRO-01,BRO,K,1950\nBRO-02,BRO,K,1951\n");
    assert_eq!(list(&["sex"]).unwrap(), "case_id,unit,sex,birth_year\nBRO-01,BRO,M,1950\nBRO-02,BRO,K,1951\n");
    let unknown = pseudonymise("l", text.as_bytes(), &protocol(), &how(&["unit"]));
    assert_eq!(keys(unknown), [("identity-from", Some(1))]);
}

#[test]
fn without_words_for_women_and_men_nothing_is_guessed() {
    let mut protocol = protocol();
    for attribute in &mut protocol.attributes {
        attribute.values.retain(|(code, _)| code != "K");
    }
    let text = LIST.replace("\n19811218-9876;BRO;", "");
    assert_eq!(keys(pseudonymise("l", text.as_bytes(), &protocol, &how(&[])))[0], ("identity-no-sex", Some(1)));
}

#[test]
fn every_shipped_protocol_has_words_for_women_and_men() {
    for (id, text) in shipped() {
        let protocol = Protocol::load(id, text).unwrap();
        let attribute = protocol.sex().and_then(|place| protocol.attributes.get(place));
        assert!(attribute.is_none_or(|one| sex(one, true).is_some() && sex(one, false).is_some()), "{id}");
    }
}
