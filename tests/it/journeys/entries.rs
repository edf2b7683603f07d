//! Entries of their own below a case: one more and one less by a key, taken back whole.

use super::sitting::{Setup, Sitting};
use aktkoll::base::language::Lang;
use proptest::prelude::*;

const PROTOCOL: &str = r#"id = "p"
version = "1"
language = "sv"
title = "Familjer"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]
area = [{ id = "F", label = "Familjen" }, { id = "B", label = "Barn" }]
repeat = [{ id = "barn", label = "Barn", count = "antal" }]
question = [
  { id = "antal", area = "F", text = "Hur många barn?", kind = "number", min = 0, max = 4 },
  { id = "vem", area = "B", text = "Vem är det?", kind = "text", repeat = "barn" },
  { id = "skola", area = "B", text = "Går barnet i skolan?", scale = "ja_nej", repeat = "barn" },
  { id = "bra", area = "B", text = "Är skolan bra?", scale = "ja_nej", when = { skola = "ja" }, repeat = "barn" },
  { id = "sist", area = "F", text = "Något mer?", scale = "ja_nej" },
]
"#;

fn families() -> Setup {
    let cases = "case_id,unit\nNOR-01,NOR\nNOR-02,NOR\n".to_owned();
    Setup { protocol: PROTOCOL.to_owned(), cases, ..Setup::default() }
}

/// The answers at each place that is there: who, school, good.
fn entries(sitting: &Sitting) -> Vec<[String; 3]> {
    let all: usize = sitting.answer("NOR-01", "antal").parse().unwrap_or_default();
    let entry = |place| ["vem", "skola", "bra"].map(|id| sitting.answer("NOR-01", &format!("{id}_{place}")));
    (1..=all).map(entry).collect()
}

fn texts(rows: &[[&str; 3]]) -> Vec<[String; 3]> {
    rows.iter().map(|row| row.map(str::to_owned)).collect()
}

/// Three children: Ada in a good school, Bo in none, Cia in a bad one.
fn three(setup: Setup) -> Sitting {
    let mut sitting = setup.open();
    sitting.keys("3<enter><enter>Ada<enter>jj<enter>Bo<enter>n<enter>Cia<enter>jn");
    assert_eq!(entries(&sitting), texts(&[["Ada", "ja", "ja"], ["Bo", "nej", ""], ["Cia", "ja", "nej"]]));
    sitting
}

#[test]
fn only_the_entries_that_are_there_stand_in_the_list_each_under_its_name() {
    let mut sitting = families().open();
    sitting.hides("Vem är det?");
    sitting.keys("2<enter>");
    sitting.shows("Barn 1 av 2");
    sitting.shows("Barn 2 av 2");
    sitting.hides("Barn 3");
    let mut small = Setup { size: (60, 15), lang: Lang::En, ..families() }.open();
    small.keys("1<enter>");
    small.shows("Barn 1 of 1");
}

#[test]
fn an_entry_is_added_and_the_cursor_is_at_its_first_question() {
    let mut sitting = three(families());
    sitting.keys("+");
    sitting.is_at("NOR-01", "vem_4");
    sitting.shows("Barn 4 har lagts till.");
    assert_eq!(sitting.answer("NOR-01", "antal"), "4");
    sitting.keys("+");
    sitting.shows("Det kan finnas högst 4.");
    sitting.keys("u");
    assert_eq!(sitting.answer("NOR-01", "antal"), "3");
}

#[test]
fn an_entry_in_the_middle_is_taken_out_at_once_and_comes_back_whole() {
    let mut sitting = three(families());
    let lines = sitting.log().len();
    sitting.keys("#3<enter>");
    sitting.is_at("NOR-01", "skola_1");
    sitting.keys("-");
    let left = texts(&[["Bo", "nej", ""], ["Cia", "ja", "nej"]]);
    assert_eq!(entries(&sitting), left);
    sitting.is_at("NOR-01", "vem_1");
    let moved = sitting.log().len() - lines;
    assert!(moved > 5, "{moved} lines in one write");
    assert_eq!(sitting.answer("NOR-01", "vem_3"), "", "no answer waits for who is added next");
    sitting.keys("u");
    assert_eq!(entries(&sitting), texts(&[["Ada", "ja", "ja"], ["Bo", "nej", ""], ["Cia", "ja", "nej"]]));
    sitting.keys("U");
    assert_eq!(entries(&sitting), left);
    sitting.keys("u-");
    assert_eq!(entries(&sitting).len(), 2);
}

#[test]
fn what_is_written_at_an_entry_keeps_it_where_it_is() {
    let mut sitting = three(families());
    sitting.keys("#2<enter>cViktigt<enter>");
    let before = entries(&sitting);
    sitting.keys("-");
    sitting.shows("En kommentar, ett citat eller en markering");
    assert_eq!(entries(&sitting), before);
}

#[test]
fn outside_the_entries_nothing_is_taken_out() {
    let mut sitting = three(families());
    sitting.keys("#1<enter>-");
    sitting.shows("Gå till posten som ska tas bort.");
    assert_eq!(entries(&sitting).len(), 3);
    sitting.keys("#1<enter>2<enter>");
    assert_eq!(sitting.answer("NOR-01", "vem_3"), "Cia", "a lower number keeps what was answered");
    sitting.keys("#1<enter>3<enter>");
    assert_eq!(entries(&sitting)[2][0], "Cia");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Entries that come, go and are answered in any order stand as in a plain list, and undoing all of it empties it.
    #[test]
    fn entries_are_as_in_a_plain_list(acts in prop::collection::vec((0..4usize, 0..4usize, 0..2usize), 1..14)) {
        let mut sitting = families().open();
        sitting.keys("0<enter>");
        let mut list: Vec<String> = Vec::new();
        let mut done = 1;
        for (act, at, value) in acts {
            if act < 2 && list.len() < 4 {
                sitting.keys("#1<enter>+");
                list.push(String::new());
                done += 1;
            } else if at < list.len() {
                // The first entry's question, then down to the one that is meant.
                sitting.keys("#3<enter>");
                let place = format!("skola_{}", at + 1);
                for _ in 0..12 {
                    if sitting.at().1 == place {
                        break;
                    }
                    sitting.keys("<down>");
                }
                prop_assert_eq!(sitting.at().1, place.as_str());
                if act == 2 {
                    sitting.keys("-");
                    list.remove(at);
                    done += 1;
                } else {
                    let (key, answer) = [("j", "ja"), ("n", "nej")][value];
                    sitting.keys(key);
                    done += usize::from(list[at] != answer);
                    list[at] = answer.to_owned();
                }
            }
            let schools: Vec<String> = entries(&sitting).into_iter().map(|[_, school, _]| school).collect();
            prop_assert_eq!(&schools, &list);
        }
        sitting.keys(&"u".repeat(done));
        prop_assert_eq!(sitting.answer("NOR-01", "antal"), "");
        for place in 1..=4 {
            prop_assert_eq!(sitting.answer("NOR-01", &format!("skola_{place}")), "");
        }
    }
}
