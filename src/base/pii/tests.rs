#![allow(clippy::string_slice, reason = "tests")]

use super::*;
use proptest::prelude::*;

/// A number that nobody has: a date, three digits and the check digit that follows.
fn number(year: i16, month: i8, day: i8, serial: u16, coordination: bool) -> Option<(String, String)> {
    Date::new(year, month, day).ok()?;
    let day = i32::from(day) + if coordination { 60 } else { 0 };
    let date = format!("{:02}{month:02}{day:02}", year % 100);
    let nine = format!("{date}{serial:03}");
    let check = (0..10).find(|check| checks(&nine.bytes().map(|b| b - b'0').chain([*check]).collect::<Vec<_>>()))?;
    Some((format!("{year:04}{month:02}{day:02}"), format!("{serial:03}{check}")))
}

fn found(text: &str) -> Vec<&str> {
    numbers(text).into_iter().map(|number| &text[number.place]).collect()
}

#[test]
fn a_number_is_found_however_it_is_written() {
    for text in [
        "8112189876",
        "811218-9876",
        "811218+9876",
        "811218 9876",
        "198112189876",
        "19811218-9876",
        "1981-12-18-9876",
        "81-12-18-9876",
        "811218 - 9876",
        "811218\u{2013}9876",
        "811218\u{2011}9876",
        "811218\u{a0}9876",
        "811218\u{2009}9876",
        "811218\u{2212}9876",
        "８１１２１８－９８７６",
        "٨١١٢١٨-٩٨٧٦",
        "811\u{200b}218\u{ad}-9876",
        "811218⟨U+00AD⟩-98⟨U+E0001⟩76",
        "811218-98 76",
        "81 12 18 98 76",
        "1981-12-18-98 76",
        "811278-9873",
        "19811278-9873",
        "811218.9876",
        "811218/9876",
        "811218_9876",
        "81 12 18 9876",
        "1981 12 18-9876",
        "1981.12.18-9876",
        "1981/12/18/9876",
        "𝟖𝟏𝟏𝟐𝟏𝟖-𝟗𝟖𝟕𝟔",
    ] {
        assert_eq!(found(text), [text]);
        assert_eq!(found(&format!("Anna,({text})a")), [text]);
    }
    assert_eq!(found("19 811218-9876"), ["811218-9876"]);
    assert_eq!(found("12-811218-9876, 811218 9876"), ["811218-9876", "811218 9876"]);
}

#[test]
fn what_is_no_number_is_left_alone() {
    for text in [
        "811218-9875",
        "1811218-9876",
        "811218-98761",
        "811318-9876",
        "811232-9876",
        "556036-0793",
        "165560360793",
        "811292-9876",
        "2022-05-14 0830",
        "1981-12-18 9876",
        "1981.12.18 9876",
        "1981-12.18-9876",
        "811218--9876",
        "1981-12-18 98 76",
        "811218-98-76",
        "811218-98  76",
        "811218-98 761",
        "811218⟨U+98⟩76",
        "811218    9876",
        "811218-987",
        "",
        "811218\u{200b}98760",
        "211218119876",
        "0701234567",
        "9e107d9d372bb6826bd81d3542a419d6",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
    let leap = number(2000, 2, 29, 123, false).unwrap();
    assert!(has_number(&format!("{}-{}", leap.0, leap.1)));
    assert!(!has_number(&format!("1900{}-{}", &leap.0[4..], leap.1)), "there was no such day");
}

#[test]
fn what_is_shown_of_a_number_is_a_dot_for_each_digit() {
    assert_eq!(masked("född 811218-9876 i 2022"), "född ••••••-•••• i 2022");
    assert_eq!(masked("born 811218-9875, 610304-TF39"), "born ••••••-••••, ••••••-TF••");
    assert_eq!(masked("811218⟨U+200B⟩-9876"), "••••••⟨U+•••B⟩-••••");
    assert_eq!(masked("dnr 2023-0456"), "dnr 2023-0456");
}

#[test]
fn a_part_of_a_number_is_its_date_or_its_last_four_digits() {
    let whole = numbers("19811218-9876").remove(0);
    for text in ["1981-12-18", "19811218", "811218", "född 81 12 18", "9876", " 9876 "] {
        assert!(whole.is_partly_in(text), "{text}");
    }
    for text in ["1981", "1812", "98765", "dnr 9876", "1982-12-18", "9877", ""] {
        assert!(!whole.is_partly_in(text), "{text}");
    }
    let (date, last) = number(1950, 1, 1, 199, false).unwrap();
    assert!(!numbers(&format!("{date}-{last}"))[0].is_partly_in(&last), "it may be a year as well");
}

#[test]
fn year_and_sex_are_read_from_a_number() {
    let today = Date::new(2026, 11, 22).unwrap();
    let read = |text: &str| numbers(text).first().map(|one| (one.birth_year(today), one.is_woman())).unwrap();
    assert_eq!(read("811218-9876"), (1981, false));
    assert_eq!(read("19811218-9876"), (1981, false));
    let (date, last) = number(2025, 3, 2, 248, false).unwrap();
    assert_eq!(read(&format!("{}-{last}", &date[2..])), (2025, true));
    assert_eq!(read(&format!("{}+{last}", &date[2..])), (1925, true));
    let (date, last) = number(1926, 11, 23, 5, true).unwrap();
    assert_eq!(read(&format!("{}{last}", &date[2..])), (1926, false), "the day has not come yet this year");
}

#[test]
fn addresses_and_telephone_numbers_are_seen() {
    for text in [
        "ring 070-123 45 67",
        "08-123 456 78",
        "+46 70 123 45 67",
        "0046701234567",
        "070-1234567, kvällstid",
        "+46(0)8-123456",
        "(08) 12 34 56",
    ] {
        assert_eq!(contact(text), Some(Contact::Phone), "{text}");
    }
    for text in ["skriv till anna.ek@exempel.se.", "a@b.se"] {
        assert_eq!(contact(text), Some(Contact::Email), "{text}");
    }
    for text in [
        "2022-05-14",
        "kl. 08.30",
        "dnr 2023-000123",
        "@ noon",
        "a@b",
        "x@.se",
        "a@b.c",
        "sid 012",
        "0123456789abcdef",
        "2020-05-05 till 2021-06-06",
    ] {
        assert_eq!(contact(text), None, "{text}");
    }
}

#[test]
fn capitalised_words_inside_a_sentence_may_be_names() {
    let shown = |text: &str| -> Vec<String> {
        let known = |word: &str| word == "Bromma";
        names(text, known).into_iter().map(|place| text[place].to_owned()).collect()
    };
    assert_eq!(shown("Hon och Anna bor på Sveavägen."), ["Anna", "Sveavägen"]);
    assert_eq!(shown("Flyttade. Därefter SIP i Bromma enligt Brommas LSS-enhet: Klar"), [""; 0]);
    assert_eq!(shown("Anna ringde. Svenssons dotter svarade."), ["Anna", "Svenssons"], "common names tell themselves");
    assert_eq!(shown("Hans plan saknas. Per telefon. Bromma svarar."), [""; 0], "words that a sentence may begin with");
    assert_eq!(shown("Beslutet fattades av Hans, och Socialstyrelsens råd följs."), ["Hans"], "no genitive of Han");
    assert_eq!(shown("hos Ann-Marie"), ["Ann", "Marie"]);
    assert_eq!(
        shown("Per ringde. Per telefon. Inga mål. Inga har ringt."),
        ["Per", "Inga"],
        "who does something is one"
    );
    assert_eq!(shown("Siniša vet. Idé finns."), ["Siniša"], "letters that no Swedish word has");
    assert_eq!(shown("anna minnas klara ville Zelmira SoL"), ["anna", "Zelmira"], "common names also in small letters");
    assert_eq!(shown("Se (Se sidan 2) och (Zelle) ”Planen är klar”. 2023-01-02 Möte"), ["Zelle"], "what begins inside");
    assert_eq!(shown("Sade ”Åsa” X"), ["Åsa"]);
    assert_eq!(shown("Enligt SVENSSON och BERGER i STHLM"), ["SVENSSON", "BERGER"], "an abbreviation has five at most");
}

proptest! {
    #[test]
    fn every_number_is_found_in_any_text(
        (year, month, day, serial) in (1800i16..2100, 1i8..13, 1i8..32, 0u16..1000),
        coordination: bool, short: bool, joint in "[-+ \u{a0}\u{2013}]?", before: String, after: String,
    ) {
        let Some((date, last)) = number(year, month, day, serial, coordination) else { return Ok(()) };
        let date = if short { &date[2..] } else { &date };
        let written = format!("{date}{joint}{last}");
        let apart = |c: &str| format!("x{c}x");
        let text = format!("{}{written}{}", apart(&before), apart(&after));
        prop_assert!(found(&text).contains(&written.as_str()));
        prop_assert!(!has_number(&masked(&written)));
        let grown = |digit: u8| format!("{written}{digit}");
        prop_assert!((0..10).all(|digit| !found(&grown(digit)).contains(&written.as_str())));
    }

    #[test]
    fn another_check_digit_makes_it_none((year, month, day, serial) in (1800i16..2100, 1i8..13, 1i8..32, 0u16..1000), off in 1u8..10) {
        let Some((date, last)) = number(year, month, day, serial, false) else { return Ok(()) };
        let (three, check) = last.split_at(3);
        let wrong = (check.parse::<u8>().unwrap() + off) % 10;
        let (long, short) = (format!("{date}-{three}{wrong}"), format!("{}{three}{wrong}", &date[2..]));
        prop_assert!(numbers(&long).is_empty() && is_doubtful(&long) && !has_number(&short));
    }

    #[test]
    fn no_text_makes_it_panic(text: String) {
        let _ = (numbers(&text), masked(&text), contact(&text), names(&text, |_| false));
    }
}

#[test]
fn what_looks_like_a_number_is_taken_for_one() {
    for text in [
        "19610304-K239",
        "610304-TF39",
        "610364-T239",
        "19610304K239",
        "19610304-1238",
        "610304-1238",
        "610304+1238",
        "196103041238",
        "１９６１０３０４－１２３８",
    ] {
        assert!(has_number(text) && is_doubtful(&format!("Anna ({text}), 3 b")), "{text}");
        assert!(!masked(&format!("a {text}")).contains("0304"), "{text}");
    }
    for text in [
        "2024-03-01 14:30",
        "202403011430",
        "20240301-rev2",
        "240301 1430",
        "0701234567",
        "2023-0456",
        "556036-0794",
        "19611304-K239",
        "19610304-1238x",
        "A19610304-1238",
        "19610304-KLMN",
        "610304K239",
        "SKA-2024-01",
    ] {
        assert!(!has_number(text), "{text}");
    }
}

#[test]
fn zeros_that_a_spreadsheet_took_are_put_back() {
    assert!(has_lost_zeros("102039872") && has_lost_zeros("501012389"));
    for text in ["102039873", "10203987", "0102039872", "8112189876", "10203987x", ""] {
        assert!(!has_lost_zeros(text), "{text}");
    }
}

/// Texts that were made up for it, with a name each, where those behind `id ` are the ids of cases; texts of records without
/// any; and how many of each the check may get wrong. The names of the second and third are rarer, and drawn by lot.
const TEXTS: [(&str, &str, usize, usize); 5] = [
    (include_str!("../../../tests/data/names/with.txt"), include_str!("../../../tests/data/names/without.txt"), 0, 5),
    (include_str!("../../../tests/data/names/with2.txt"), include_str!("../../../tests/data/names/without2.txt"), 3, 5),
    (include_str!("../../../tests/data/names/with3.txt"), include_str!("../../../tests/data/names/without3.txt"), 4, 5),
    (include_str!("../../../tests/data/names/with4.txt"), include_str!("../../../tests/data/names/without4.txt"), 0, 2),
    (include_str!("../../../tests/data/names/with5.txt"), include_str!("../../../tests/data/names/without5.txt"), 4, 2),
];

#[test]
fn two_hundred_names_are_told_and_two_hundred_texts_without_one_are_left_alone() {
    let is_told = |text: &str| match text.strip_prefix("id ") {
        Some(id) => !names_in_id(id, |_| false).is_empty(),
        None => !names(text, |_| false).is_empty(),
    };
    for (with, without, most_missed, most_wrong) in TEXTS {
        let missed: Vec<&str> = with.lines().filter(|text| !is_told(text)).collect();
        let wrong: Vec<&str> = without.lines().filter(|text| is_told(text)).collect();
        assert!(with.lines().count() > 100 && without.lines().count() > 100);
        assert!(missed.len() <= most_missed && wrong.len() <= most_wrong, "{missed:#?} {wrong:#?}");
    }
}

#[test]
fn a_rare_name_is_told_by_where_it_stands() {
    let shown = |text: &str| !names(text, |_| false).is_empty();
    for text in [
        "Stern berättar.",
        "Sterns mamma ringde.",
        "Namn: Stern",
        "Ombud: Stern",
        "Xhyla. Inget mer.",
        "Stern (bror) deltog.",
        "Stern, som är granne, ringer.",
        "Stern är nöjd med planen.",
        "Stern och hans son kom.",
        "Stern, född 1950.",
        "Namn: Iris",
    ] {
        assert!(shown(text), "{text}");
    }
    for text in [
        "Stern saknas här.",
        "Kurator berättar.",
        "Skolans plan saknas.",
        "Namn: Okänt",
        "Hembesök",
        "IVO säger nej.",
        "Rutin för lex Sarah",
        "Planen och hans beslut.",
        "Bor ensam.",
        "Nya mål sattes.",
    ] {
        assert!(!shown(text), "{text}");
    }
}

#[test]
fn ids_without_a_name_are_left_alone() {
    let told = |id: &str| names_in_id(id, |word| word == "BRO").len();
    for id in ["BRO-01", "AKT-2021-7", "A12", "case_04", "Dnr 2021/12", "HAV-01", "unit:BRO", "arende-3"] {
        assert_eq!(told(id), 0, "{id}");
    }
    for id in ["id-Golshifteh", "17_Ellef"] {
        assert_eq!(told(id), 1, "{id}");
    }
}
