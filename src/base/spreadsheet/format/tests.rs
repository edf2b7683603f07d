use super::*;
use proptest::prelude::*;

fn shown(code: &str, number: &str) -> String {
    Format::of(code).number(number, false).unwrap().0
}

#[test]
fn a_number_says_what_it_shows_with_all_its_digits() {
    for (code, number, expected) in [
        ("General", "1984.0", "1984"),
        ("0.00", "0.30000000000000004", "0.3"),
        ("0", "1.25", "1.25"),
        ("#,##0", "1250", "1250"),
        ("#\\ ##0.00", "1250.5", "1250.5"),
        ("0000", "7", "0007"),
        ("0000.0", "7.5", "0007.5"),
        ("\"A-\"000", "7", "A-007"),
        ("#,##0\\ \"days\"", "1250", "1250 days"),
        ("#,##0.00\\ \"kr\"", "1250", "1250"),
        ("_-* #,##0.00\\ [$kr-41D]_-;\\-* #,##0.00\\ [$kr-41D]_-", "-5.5", "-5.5"),
        ("0;(0)", "-5", "-5"),
        ("0;[Red]0", "-5", "-5"),
        ("00-0000", "240017", "24-0017"),
        ("00-0000", "17", "00-0017"),
        ("##-####", "17", "17"),
        ("000000-0000", "6103041237", "610304-1237"),
        ("[<=1]\"en\";\"flera\"", "2", "flera"),
        ("\"Ja\";;\"Nej\"", "1", "Ja"),
        ("\"Ja\";;\"Nej\"", "0", "Nej"),
        ("[=1]\"Ja\";[=0]\"Nej\";General", "1", "Ja"),
        ("[=1]\"Ja\";[=0]\"Nej\";General", "7", "7"),
        (";;;", "7", ""),
        ("0;-0;", "0", ""),
        ("0%", "0.07", "7%"),
        ("0.0\\ %", "0.07", "7%"),
        ("0.00\"%\"", "0.07", "0.07%"),
        ("0.00E+00", "120000000000", "120000000000"),
        ("# ?/?", "1.5", "1.5"),
        ("@", "7", "7"),
        ("General\" st\"", "7", "7 st"),
    ] {
        assert_eq!(shown(code, number), expected, "{code} {number}");
    }
}

#[test]
fn a_date_has_the_parts_that_are_shown() {
    for (code, number, expected) in [
        ("yyyy\\-mm\\-dd", "45352", "2024-03-01"),
        ("d/m/yy", "45352", "2024-03-01"),
        ("[$-41D]d\\ mmmm\\ yyyy", "45352", "2024-03-01"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45352", "2024-03-01"),
        ("mmm yyyy", "45352", "2024-03"),
        ("yyyy\\-mm", "45352", "2024-03"),
        ("mm/yy", "45352", "2024-03"),
        ("yyyy", "45352", "2024"),
        ("d\\-mmm", "45352", "03-01"),
        ("dddd", "45352", "2024-03-01"),
        ("yyyymmdd", "45352", "2024-03-01"),
        ("yyyy\\-mm\\-dd", "45352.6", "2024-03-01"),
        ("yyyy\\-mm\\-dd\\ hh:mm", "45352.6", "2024-03-01 14:24"),
        ("hh:mm:ss", "45352.6", "14:24:00"),
        ("h:mm AM/PM", "0.6", "14:24"),
        ("[h]:mm", "1.5", "36:00"),
        ("yyyy\\-mm\\-dd", "-1", "-1"),
    ] {
        assert_eq!(shown(code, number), expected, "{code} {number}");
    }
    let day = |number: &str| Format::built_in(14).number(number, false).unwrap();
    let early = ["1", "59", "61", "0.25"].map(|number| day(number).0);
    assert_eq!(early, ["1900-01-01", "1900-02-28", "1900-03-01", "06:00"]);
    assert_eq!(day("45352").1, CellType::Date);
    assert_eq!(Format::built_in(17).number("45352", false).unwrap().0, "2024-03");
    assert_eq!(Format::built_in(14).number("43538", true).unwrap().0, "2023-03-15");
    assert_eq!([9, 10].map(|id| Format::built_in(id).number("0.5", false).unwrap().0), ["50%", "50%"]);
}

#[test]
fn a_text_is_shown_as_its_section_has_it() {
    assert_eq!(Format::of("0;0;0;\"nr \"@").text("7b"), "nr 7b");
    assert_eq!(Format::of("@\" st\"").text("7"), "7 st");
    assert_eq!(Format::of(";;;").text("7"), "");
    assert_eq!(Format::of("0.00").text("7"), "7");
}

#[test]
fn what_another_program_shows_of_a_number_gets_its_digits_back() {
    for (shown, number, expected) in [
        ("1 984", "1984", "1984"),
        ("1\u{a0}984,50", "1984.5", "1984.5"),
        ("1,984.5", "1984.4567", "1984.4567"),
        ("1.250", "1250", "1250"),
        ("1,25", "1.2468", "1.2468"),
        ("007", "7", "007"),
        ("A-007", "7", "A-007"),
        ("24-0017", "240017", "24-0017"),
        ("7 %", "0.07", "7%"),
        ("6,7 %", "0.0666666666666667", "6.66666666666667%"),
        ("12,50 kr", "12.5", "12.5"),
        ("−5 kr", "-5", "-5"),
        ("(5)", "-5", "-5"),
        ("7 st", "7", "7 st"),
        ("Ja", "1", "Ja"),
        ("1,20E+11", "120000000000", "120000000000"),
        ("1 1/2", "1.5", "1.5"),
        ("", "7", ""),
    ] {
        assert_eq!(exact(shown, number).unwrap().0, expected, "{shown} {number}");
    }
}

proptest! {
    #[test]
    fn no_code_makes_reading_fail(code in "[0#?.,;%@yYmMdDhHsSeE+/\"\\\\\\[\\]<>=_* A-Zaå-]{0,24}", number in -1e6..1e6_f64) {
        let format = Format::of(&code);
        let _ = (format.number(&number.to_string(), false), format.text("x"), exact(&code, &number.to_string()));
    }

    #[test]
    fn a_whole_number_keeps_its_digits_whatever_rounds_them(number in 0_u32..1_000_000, code in "(#,##0|0)(\\.0{1,3})?( kr)?") {
        prop_assert_eq!(shown(&code, &number.to_string()), number.to_string());
    }
}
