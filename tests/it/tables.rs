//! The tables of the report of 2021, as they were printed.
#![allow(clippy::unwrap_used, reason = "test helper")]

use super::figures::{printed, study};

#[test]
fn the_report_has_the_printed_tables_and_the_difference_that_the_text_forgot() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let report = printed(&["report", &study]);
    for lines in [
        "| Överensstämmer helt | 15 | 6 | 21 | 8 | 18 | 14 |\n\
         | Överensstämmer delvis | 35 | 14 | 44 | 17 | 39 | 31 |\n\
         | Överensstämmer inte | 28 | 11 | 23 | 9 | 25 | 20 |\n\
         | Aktuell genomförandeplan saknas | 23 | 9 | 13 | 5 | 18 | 14 |\n\
         | **Underlag\\*** | 100 | 40 | 100 | 39 | 100 | 79 |\n\n\\* ärenden med avslag ingår inte i underlaget",
        "| Ja | 83 | 24 | 87 | 33 | 85 | 57 |\n| Nej | 17 | 5 | 13 | 5 | 15 | 10 |\n| **Underlag\\*** | 100 | 29 | 100 | 38 | 100 | 67 |",
        "- Första beslut och fortsatt insats: av 12 ärenden med svaret ”Första beslutet” är 11 i gruppen Kvinnor, som är 40 av 79 i underlaget.",
    ] {
        assert!(report.contains(lines), "{lines}");
    }
}

#[test]
fn what_a_hidden_base_would_give_away_is_hidden_wherever_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let report = printed(&["report", &study, "--min-cell", "5"]);
    // One of 39 men has a first decision; the base of the follow-ups, 38 men, would tell it.
    assert!(report.contains("| Första beslutet | .. | .. | .. | .. | 15 | 12 |"), "{report}");
    assert!(report.contains("| **Underlag\\*** | .. | .. | .. | .. | 100 | 67 |"), "{report}");
    assert!(!report.contains("| 100 | 38 |"), "{report}");
}
