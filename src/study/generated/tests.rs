use super::truth::Truth;
use super::*;
use crate::study::protocol::shipped;
use std::cell::RefCell;
use std::io::{self, Write};

fn demo() -> Protocol {
    let (id, text) = shipped().iter().find(|(id, _)| *id == "demo").unwrap();
    Protocol::load(id, text).unwrap()
}

/// Writes at the end of the newest file.
struct Out<'a>(&'a RefCell<Vec<Vec<u8>>>);

impl Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().last_mut().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The lines of all coders of a study, file by file.
fn ledgers(study: &MadeUp<'_>) -> Vec<String> {
    let hashes = lines::Hashes { protocol: "P".into(), cases: "C".into() };
    let mut all = Vec::new();
    for coder in 0..study.recipe.coders {
        let files: RefCell<Vec<Vec<u8>>> = RefCell::default();
        let lines = study.write_ledger(coder, &hashes, |_| {
            files.borrow_mut().push(Vec::new());
            Ok(Out(&files))
        });
        let files = files.into_inner();
        let whole = files.iter().flatten().filter(|byte| **byte == b'\n').count();
        assert_eq!(lines.unwrap(), whole);
        all.extend(files.into_iter().map(|file| String::from_utf8(file).unwrap()));
    }
    all
}

#[test]
fn the_same_seed_gives_the_same_lines_and_another_one_others() {
    let protocol = demo();
    let made = |seed, number| {
        let recipe = Recipe { protocol: &protocol, coders: 3, cases: 40, seed };
        let study = MadeUp { recipe, number };
        (ledgers(&study), study.case_list(), Truth::of(&study))
    };
    assert!(made(1, 1) == made(1, 1));
    assert!(made(1, 1).0 != made(2, 1).0 && made(1, 1).0 != made(1, 2).0);
    assert!(made(1, 1).1 != made(2, 1).1 && made(1, 1).2 != made(2, 1).2);
}

#[test]
fn everything_that_may_be_done_is_done() {
    let protocol = demo();
    let recipe = Recipe { protocol: &protocol, coders: 4, cases: 600, seed: 1 };
    let text = ledgers(&MadeUp { recipe, number: 1 }).concat();
    for part in [
        "\"op\":\"take\"",
        "\"op\":\"drop\"",
        "\"op\":\"done\"",
        "\"op\":\"redact\"",
        "\"op\":\"close\"",
        "\"previous\"",
        "\"undoes\"",
        "\"round\":\"second\"",
        "\"round\":\"consensus\"",
        "\"answer\":\"\"",
        "\"answer\":\"family;health",
        "\"salt\":\"\",\"text\":\"\"} ",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.ends_with("\"seq\":"), "a torn end");
}

#[test]
fn what_counts_sums_up() {
    let protocol = demo();
    let recipe = Recipe { protocol: &protocol, coders: 3, cases: 50, seed: 7 };
    let [mut one, two, both] = [1, 2, 1].map(|number| Truth::of(&MadeUp { recipe, number }));
    one.add(two.clone());
    assert!(one != both && one != two);
    let csv = one.as_csv(&recipe);
    let rows: Vec<Vec<&str>> = csv.lines().map(|row| row.split(',').collect()).collect();
    assert_eq!(rows[0].join(","), "question,unit,sex,choice,n,pct,base,na,unanswered,not_known,not_asked,unfinished");
    let of = |name: &str| rows[0].iter().position(|column| *column == name).unwrap();
    let whole: Vec<_> = rows.iter().filter(|row| row[0] == "plan" && row[1].is_empty() && row[2].is_empty()).collect();
    let number = |row: &[&str], name: &str| row[of(name)].parse::<u32>().unwrap();
    let all: u32 = whole.iter().map(|row| number(row, "n")).sum();
    assert_eq!(all, number(whole[0], "base") + number(whole[0], "na"));
    let outside = ["unanswered", "not_known", "not_asked"].map(|name| number(whole[0], name));
    assert!(all + outside.iter().sum::<u32>() <= 100, "but for what was dropped");
}
