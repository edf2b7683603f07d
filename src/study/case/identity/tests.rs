use super::*;
use crate::base::fault::Result;
use crate::base::table::Table;
use crate::builder::swedish;
use crate::study::case::CaseList;
use crate::study::case::matching::{Hints, How, Matched};
use crate::study::index::CaseIx;
use crate::study::protocol::shipped;

/// Numbers that nobody has: a man of 1981, the same with his century, a woman of 1990 under a coordination number.
const LIST: &str = "Personnummer;Stadsdel;Anm\n811218-9876;Bromma;\n\n199003622389;Skarpnäck;ring\n19811218-9876;BRO;";

fn protocol() -> Protocol {
    let made = swedish()
        .attribute("unit", "label = 'Stadsdel'\nrole = 'unit'\nvalues = { BRO = 'Bromma', SKA = 'Skarpnäck' }")
        .sex()
        .attribute("birth_year", "label = 'Födelseår'\nrole = 'birth_year'\nat = 2026")
        .question("q", "?", "");
    Protocol::load("p.toml", &made.to_string()).unwrap()
}

fn how(from_number: &[&str]) -> Pseudonyms {
    let from_number = from_number.iter().map(|&name| name.to_owned()).collect();
    Pseudonyms { from_number, today: Date::new(2026, 11, 22).unwrap() }
}

/// What the guard says of a table.
fn guard(name: &str, text: &str) -> Result<Contacts> {
    let mut table = Table::open(name, text);
    let hint = msg!("identity-number-hint");
    guard_header(&mut table, &hint);
    let mut guard = Guard::new(&table, None, &[], hint);
    while let Some(row) = table.next_row() {
        guard.row(&mut table, &row);
    }
    let contacts = guard.end(&mut table);
    table.settle(contacts)
}

fn keys<T: std::fmt::Debug>(result: Result<T>) -> Vec<(&'static str, Option<usize>)> {
    let faults = result.unwrap_err().0.into_iter();
    faults.map(|fault| (fault.message.key, fault.place.and_then(|place| place.line))).collect()
}

#[test]
fn a_number_in_any_cell_is_told_with_its_line_and_never_repeated() {
    let text = "id,811218-9876,note\n1,a,\n2,b,\"x\n811218-9876\"\n8112189876,c,";
    let faults = guard("list.csv", text).unwrap_err();
    let shown = faults.to_string();
    assert!(shown.contains("list.csv:1:") && shown.contains("list.csv:5:") && shown.contains("•"), "{shown}");
    assert!(!shown.contains("811218") && !shown.contains("9876"), "{shown}");
    let expected = [("identity-header", Some(1)), ("identity-number", Some(3)), ("identity-number", Some(5))];
    assert_eq!(keys(guard("list.csv", text)), expected);
}

#[test]
fn what_leads_to_persons_otherwise_is_counted() {
    let told = guard("l.csv", "id,note\n1,\n2,ring 070-123 45 67\n3,a@b.se\n").unwrap();
    assert_eq!(told, Contacts { cells: 2, first: "l.csv:3".to_owned() });
}

/// The list in some files, with its ids replaced.
fn replaced(files: &[(&str, &str)], protocol: &Protocol, from: &[&str]) -> Result<(CaseList, Vec<Matched>)> {
    let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    CaseList::gather(&files, &Hints { pseudonyms: Some(how(from)), ..Hints::default() }, protocol)
}

fn rows(list: &CaseList) -> Vec<String> {
    let row = |case: &Case| format!("{} {}", case.id, case.values.join(" "));
    list.file_cases().iter().map(row).collect()
}

#[test]
fn ids_become_running_numbers_per_unit_and_the_key_tells_which() {
    let text = LIST.replace("\n19811218-9876;BRO;", "");
    let (list, matched) = replaced(&[("l.csv", &text)], &protocol(), &[]).unwrap();
    assert_eq!(rows(&list), ["BRO-01 BRO M 1981 ", "SKA-01 SKA K 1990 ring"]);
    assert_eq!((list.place("SKA-01"), list.place("199003622389")), (Some(CaseIx::new(1)), None));
    assert_eq!(
        matched[0].attributes.iter().map(|one| one.how).collect::<Vec<_>>(),
        [How::Label, How::Number, How::Number]
    );
    assert_eq!(
        key(matched.iter().flat_map(|file| &file.replaced)),
        "case_id,id\nBRO-01,811218-9876\nSKA-01,199003622389\n".as_bytes()
    );
}

#[test]
fn the_numbers_run_on_from_file_to_file() {
    let files =
        [("a.csv", "pnr,unit\n811218-9876,BRO\n"), ("b.csv", "id;Stadsdel\n199003622389;bromma\n811278-9873;SKA\n")];
    let (list, matched) = replaced(&files, &protocol(), &[]).unwrap();
    assert_eq!(rows(&list), ["BRO-01 BRO M 1981", "BRO-02 BRO K 1990", "SKA-01 SKA M 1981"]);
    let key = String::from_utf8(key(matched.iter().flat_map(|file| &file.replaced))).unwrap();
    assert_eq!(key, "case_id,id\nBRO-01,811218-9876\nBRO-02,199003622389\nSKA-01,811278-9873\n");
    assert_eq!(matched.iter().map(|file| file.replaced.len()).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn an_id_that_is_no_number_tells_neither_year_nor_sex() {
    let text = LIST.replace("19811218-9876;BRO", "D-17;BRO");
    assert_eq!(keys(replaced(&[("l.csv", &text)], &protocol(), &[])), [("identity-not-taken", Some(5)); 2]);
}

#[test]
fn one_person_twice_is_told_however_the_number_is_written() {
    assert_eq!(keys(replaced(&[("l.csv", LIST)], &protocol(), &[])), [("cases-id-twice", Some(5))]);
}

#[test]
fn only_the_ids_are_replaced_so_that_a_number_elsewhere_stops() {
    let text = LIST.replace("\n19811218-9876;BRO;", "").replace("ring", "811218-9876");
    assert_eq!(keys(replaced(&[("l.csv", &text)], &protocol(), &[])), [("identity-number", Some(4))]);
    let named = [("x/8112189876.csv", "id,unit\n199003622389,BRO\n")];
    assert_eq!(keys(replaced(&named, &protocol(), &[])), [("identity-file", Some(1))]);
}

#[test]
fn a_part_of_the_replaced_number_stops_too() {
    let text = "Personnummer;unit;Född;Sista\n811218-9876;BRO;1981-12-18;\n811278-9873;BRO;1981;9873\n";
    let found = replaced(&[("l.csv", text)], &protocol(), &["birth_year"]);
    assert_eq!(keys(found), [("identity-part", Some(2)), ("identity-part", Some(3))]);
}

#[test]
fn a_column_that_is_called_personal_number_is_refused_whatever_stands_in_it() {
    // A spreadsheet that took the number for a number: the zero of 2005 is lost, and nothing is found in the cell.
    let text = "unit;sex;birth_year;PERSONNR;case_id\nBRO;K;2005;501012384;1\n";
    let found = |text: &str| {
        let files = [("l.csv".to_owned(), text.as_bytes().to_vec())];
        keys(CaseList::gather(&files, &Hints::default(), &protocol()))
    };
    assert_eq!(found(text), [("identity-column", Some(1))]);
    assert_eq!(
        found(&text.replace(";case_id", ";x").replace("PERSONNR", "Personnummer")),
        [("identity-column", Some(1))]
    );
    assert_eq!(keys(replaced(&[("l.csv", text)], &protocol(), &[])), [("identity-column", Some(1))]);
    let replaced = replaced(&[("l.csv", &text.replace(";case_id", ";x"))], &protocol(), &[]).unwrap();
    assert_eq!(rows(&replaced.0), ["BRO-01 BRO K 2005 1"]);
}

#[test]
fn a_new_id_is_an_id_too() {
    let unit = "n".repeat(70);
    let mut protocol = protocol();
    protocol.attributes[0].values.clear();
    let text = format!("id,unit\n811218-9876,{unit}\n");
    assert_eq!(keys(replaced(&[("l.csv", &text)], &protocol, &[])), [("cases-id-long", None)]);
}

#[test]
fn a_column_that_is_there_wins_unless_the_number_is_asked_for() {
    let text = "id,unit,sex,birth_year\n811218-9876,BRO,K,1950\nD-1,BRO,K,1951\n";
    let list = |from: &[&str]| rows(&replaced(&[("l.csv", text)], &protocol(), from).unwrap().0);
    assert_eq!(list(&[]), ["BRO-01 BRO K 1950", "BRO-02 BRO K 1951"]);
    assert_eq!(list(&["sex"]), ["BRO-01 BRO M 1950", "BRO-02 BRO K 1951"]);
    assert_eq!(keys(replaced(&[("l.csv", text)], &protocol(), &["unit"])), [("identity-from", None)]);
}

#[test]
fn without_words_for_women_and_men_nothing_is_guessed() {
    let mut protocol = protocol();
    for attribute in &mut protocol.attributes {
        attribute.values.retain(|(code, _)| code != "K");
    }
    let text = LIST.replace("\n19811218-9876;BRO;", "");
    assert_eq!(keys(replaced(&[("l.csv", &text)], &protocol, &[])), [("identity-no-sex", Some(1))]);
}

#[test]
fn every_shipped_protocol_has_words_for_women_and_men() {
    for (id, text) in shipped() {
        let protocol = Protocol::load(id, text).unwrap();
        let attribute = protocol.sex().and_then(|place| protocol.attributes.get(place));
        assert!(attribute.is_none_or(is_sayable), "{id}");
    }
}
