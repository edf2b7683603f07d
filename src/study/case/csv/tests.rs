mod gathered;

use super::*;
use crate::base::fault::Fix;
use crate::base::language::{Lang, Words};
use crate::builder::swedish;
use crate::study::case::matching::How;
use crate::study::index::CaseIx;
use crate::study::protocol::shipped;
use proptest::prelude::*;

fn protocol() -> Protocol {
    let born = "label = 'Födelseår'\nrole = 'birth_year'\nat = 2021";
    let made = swedish().unit("").sex().attribute("birth_year", born).question("q", "?", "");
    Protocol::load("p.toml", &made.to_string()).unwrap()
}

fn read(bytes: &[u8]) -> Result<(CaseList, Matched)> {
    CaseList::read("cases.csv", bytes, &protocol())
}

fn rows<'a>(list: &'a CaseList) -> Vec<Vec<&'a str>> {
    let row = |case: &'a Case| -> Vec<&'a str> {
        std::iter::once(case.id.as_str()).chain(case.values.iter().map(|value| &**value)).collect()
    };
    list.cases.iter().map(row).collect()
}

/// The line and the message of every fault.
fn faults(text: &str) -> Vec<(usize, &'static str)> {
    let found = read(text.as_bytes()).unwrap_err();
    found
        .0
        .iter()
        .map(|fault| (fault.place.as_ref().and_then(|place| place.line).unwrap_or(0), fault.message.key))
        .collect()
}

const HEADER: &str = "case_id,unit,sex,birth_year\n";

#[test]
fn columns_are_found_by_id_or_label_and_the_rest_is_kept() {
    let text = "Kön;Lag;Ärende;FODELSEAR;verksamhet\nkvinnor;1;B-1;1984;Östra\nM;\"a;b\";B-2;;Östra\n";
    let (list, matched) = read(text.as_bytes()).unwrap();
    assert_eq!(list.columns, ["unit", "sex", "birth_year", "Lag"]);
    assert_eq!(rows(&list), [["B-1", "Östra", "K", "1984", "1"], ["B-2", "Östra", "M", "", "a;b"]]);
    assert_eq!(list.place("B-2"), Some(CaseIx::new(1)));
    assert_eq!(matched.id.header, "Ärende");
    let found: Vec<_> = matched.attributes.iter().map(|found| (found.header.as_str(), found.how)).collect();
    assert_eq!(found, [("verksamhet", How::Label), ("Kön", How::Label), ("FODELSEAR", How::Label)]);
    assert_eq!(matched.others, ["Lag"]);
}

#[test]
fn every_encoding_and_separator_gives_the_same_list() {
    let text = "ärende,unit,sex,birth_year\nÅ-1,Skärholmen,Män,1984\n";
    let expected = rows(&read(text.as_bytes()).unwrap().0).concat().join("|");
    let utf16 = |big: bool| {
        let mut bytes = if big { vec![0xfe, 0xff] } else { vec![0xff, 0xfe] };
        let units = text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        bytes.extend(units);
        bytes
    };
    let forms = [
        format!("\u{feff}{text}").into_bytes(),
        encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        utf16(false),
        utf16(true),
        text.replace(',', ";").into_bytes(),
        text.replace(',', "\t").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        format!("sep=;\r\n{}", text.replace(',', ";")).into_bytes(),
        format!("{text}\n,,,\n\n").into_bytes(),
        text.replace("1984\n", "1984,,\n").into_bytes(),
        text.replace("birth_year\n", "birth_year,,\n").replace("1984\n", "1984,,\n").into_bytes(),
        text.trim_end().as_bytes().to_vec(),
        text.replace("Å", "A\u{30a}").into_bytes(),
    ];
    for bytes in forms {
        let list = read(&bytes).unwrap_or_else(|faults| panic!("{faults} in {}", String::from_utf8_lossy(&bytes)));
        assert_eq!(rows(&list.0).concat().join("|"), expected, "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn each_fault_is_found_on_its_line() {
    let table: &[(&str, &[(usize, &str)])] = &[
        ("", &[(1, "table-empty")]),
        ("case,unit,sex\nB-1,X,K\n", &[(1, "cases-column")]),
        ("unit,sex,birth_year\nX,K,1984\n", &[(1, "cases-id-column")]),
        ("case,unit,sex,birth_year,Unit\nB-1,X,K,1984,\n", &[(1, "table-header-twice")]),
        ("case,unit,,sex,birth_year\nB-1,X,,K,1984\n", &[(1, "table-header-empty")]),
        ("case,unit,sex,birth_year\n", &[(1, "cases-none")]),
    ];
    for (text, expected) in table {
        assert_eq!(faults(text), *expected, "{text}");
    }
    let rows: &[(&str, &[(usize, &str)])] = &[
        ("B-1,X,K,1984\nb-1,X,K,1984\n", &[(3, "cases-id-twice")]),
        ("B-1,X,K,1984\n B-1 ,X,K,1984\n", &[(3, "cases-id-twice")]),
        ("Å1,X,K,1984\nA\u{30a}１,X,K,1984\n", &[(3, "cases-id-twice")]),
        (",X,K,1984\n", &[(2, "cases-id-empty")]),
        ("\"  \",X,K,1984\n", &[(2, "cases-id-empty")]),
        ("B\u{200b}1,X,K,1984\nB\u{1b}2,X,K,\n", &[(2, "cases-id-hidden"), (3, "cases-id-hidden")]),
        ("unit:X,X,K,1984\nany,X,K,\n", &[(2, "cases-id-reserved"), (3, "cases-id-reserved")]),
        ("B-1,X,Z,1984\n", &[(2, "cases-value")]),
        ("B-1,X,,1984\n", &[(2, "cases-value")]),
        ("B-1,,K,1984\n", &[(2, "cases-unit-empty")]),
        ("B-1,X,K,84\n", &[(2, "cases-year")]),
        ("B-1,X,K\nB-2,X,K,1984,5\n", &[(2, "table-ragged"), (3, "table-ragged")]),
        ("B-1,X,K,1984\n\"B-2,X,K,1984\n", &[(3, "table-quote")]),
        ("B-1,\"X\nY\",K,1984\nB-2,X,Q,1984\n", &[(4, "cases-value")]),
        ("B-1,X,K,19\0\n", &[(2, "table-binary")]),
    ];
    for (text, expected) in rows {
        assert_eq!(faults(&format!("{HEADER}{text}")), *expected, "{text}");
    }
    let long = format!("{HEADER}{},X,K,1984\n", "å".repeat(65));
    assert_eq!(faults(&long), [(2, "cases-id-long")]);
    let wide = format!(
        "{}{}\nB-1,X,K,1984\n",
        HEADER.trim_end(),
        (0..1000).map(|n| format!(",c{n}")).collect::<Vec<_>>().concat()
    );
    assert_eq!(faults(&wide).first(), Some(&(1, "table-columns")));
    let many = (0..=CASES).map(|n| format!("{n},X,K,1984\n")).collect::<Vec<_>>().concat();
    assert_eq!(faults(&format!("{HEADER}{many}")), [(CASES + 2, "cases-many")]);
}

#[test]
fn faults_name_what_was_found_and_what_was_expected() {
    let text = "Ärende;Verksamhet;Kön;Födelseår\nB-1;Bromma;X;84\n;Bromma;K;1984\n";
    let told = read(text.as_bytes()).unwrap_err().describe(&Words::new(Lang::Sv));
    insta::assert_snapshot!(told, @r#"
    cases.csv:2: "X" finns inte bland värdena för Kön.
      2 | B-1;Bromma;X;84
        |            ^
      tips: välj bland: K (Kvinnor), M (Män)
    cases.csv:2: "84" är inget årtal (Födelseår).
      2 | B-1;Bromma;X;84
        |              ^^
      tips: skriv bara födelseåret med fyra siffror, till exempel 1984
    cases.csv:3: Ärendet har inget id.
      3 | ;Bromma;K;1984
        | ^
      tips: ge varje ärende ett eget, kort id, till exempel BRO-07; aldrig namn eller personnummer
    "#);
}

#[test]
fn values_become_visible() {
    let (list, _) = read("case,unit,sex,birth_year\nB-1,\"X\u{1b}[2J\nY\",K,\n".as_bytes()).unwrap();
    assert_eq!(list.value(0.into(), 0), "X␛[2J␊Y");
}

#[test]
fn separators_within_quotes_separate_nothing() {
    let (list, _) = read("case,unit,sex,birth_year,\"a;b;c;d;e;f;g\"\nB-1,X,K,1984,y\n".as_bytes()).unwrap();
    assert_eq!(list.columns.last().map(String::as_str), Some("a;b;c;d;e;f;g"));
    let (again, _) = read(&list.to_csv()).unwrap();
    assert_eq!((&list.columns, rows(&list)), (&again.columns, rows(&again)));
}

proptest! {
    #[test]
    fn a_list_reads_back_as_it_was_written(
        header in "[a-zåäö ,;\t\"\n]{1,8}",
        cells in prop::collection::vec(("[A-Za-zÅÄÖ0-9 ,;\"-]{1,8}", any::<String>(), any::<String>()), 1..6)
    ) {
        let row = |(id, unit, note): &(String, String, String)| written([id.as_str(), unit, "K", "1984", note]);
        let body: String = cells.iter().map(row).collect();
        let text = written(["case_id", "unit", "sex", "birth_year", &header]) + &body;
        if let Ok((list, _)) = read(text.as_bytes()) {
            let again = read(&list.to_csv()).map_err(|faults| TestCaseError::fail(faults.to_string()))?.0;
            prop_assert_eq!(&list.columns, &again.columns);
            prop_assert_eq!(rows(&list), rows(&again));
        }
    }

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in any::<Vec<u8>>(), text in "[\"a,;\r\n]{0,40}") {
        for bytes in [bytes, [HEADER.as_bytes(), text.as_bytes()].concat()] {
            if let Err(faults) = read(&bytes) {
                faults.describe(&Words::new(Lang::Sv));
            }
        }
    }
}
