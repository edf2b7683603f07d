//! Every shipped protocol is coded from its first question to its last, with keys alone.

use super::sitting::{Setup, Sitting};
use aktkoll::study::answers::case_view::CellStatus;
use aktkoll::study::index::QuestionIx;
use aktkoll::study::protocol::{Kind, Part, Protocol, Question, shipped};
use aktkoll::tui::dialog::Dialog;
use aktkoll::tui::keymap::choice_keys;

/// Which of the choices on offer is taken throughout.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Take {
    First,
    Second,
    Last,
}

impl Take {
    fn of(self, choices: usize) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1.min(choices - 1),
            Self::Last => choices - 1,
        }
    }
}

pub(super) fn text_of(id: &str) -> &'static str {
    shipped().iter().find(|(known, _)| *known == id).unwrap().1
}

/// A case list of two cases with the first values of every attribute, or the last.
fn cases(protocol: &Protocol, last: bool) -> String {
    let columns = || protocol.attributes.iter().filter(|attribute| attribute.part != Some(Part::Informant));
    let values = columns().map(|attribute| {
        let values: Vec<&str> = attribute.values.iter().map(|(code, _)| code.as_str()).collect();
        let any = match attribute.id.as_str() {
            "birth_year" => "1980",
            // What is the same as another row is asked about there.
            "same_as" => "",
            _ => "2017",
        };
        if last { values.last() } else { values.first() }.map_or(any, |code| *code)
    });
    let row = values.collect::<Vec<_>>().join(",");
    let names: Vec<&str> = columns().map(|attribute| attribute.id.as_str()).collect();
    format!("case_id,{}\nA-01,{row}\nA-02,{row}\n", names.join(","))
}

fn opened(id: &str, take: Take) -> Sitting {
    let protocol = Protocol::load(id, text_of(id)).unwrap();
    let cases = cases(&protocol, take == Take::Last);
    Setup { protocol: text_of(id).to_owned(), cases, ..Setup::default() }.open()
}

/// The keys that answer the question at `place`.
fn keys(sitting: &Sitting, place: QuestionIx, take: Take) -> String {
    let question: &Question = &sitting.model().protocol().questions[place];
    let choice = |choices: usize| {
        let keys = choice_keys(question, &sitting.model().keymap);
        keys[take.of(choices)][0].to_string()
    };
    match &question.kind {
        Kind::Choice(choices) => choice(choices.len()),
        Kind::Choices(choices) => choice(choices.len()) + "<space>",
        Kind::Number { min, .. } => {
            format!("{}<enter>", min.unwrap_or(0.0) + if take == Take::Last { 0.0 } else { 1.0 })
        }
        Kind::Date => "2016-05<enter>".to_owned(),
        Kind::Text => "<enter>ord<enter>".to_owned(),
    }
}

/// Answers what is open until the case is full, as the cursor comes to it; gives the questions in the order answered.
fn answer_all(sitting: &mut Sitting, take: Take) -> Vec<QuestionIx> {
    let mut met = Vec::new();
    while !matches!(sitting.model().dialog, Some(Dialog::Summary { .. })) {
        let place = sitting.model().question;
        let id = sitting.model().question_id(place).to_owned();
        assert!(sitting.model().is_open(place), "{id} is not open, or cannot be answered\n{}", sitting.frame());
        sitting.keys(&keys(sitting, place, take));
        assert!(!sitting.model().is_open(place), "{id} is not answered\n{}", sitting.frame());
        met.push(place);
    }
    met
}

/// Codes the first case of a protocol whole, and gives how many questions were answered.
fn code(id: &str, take: Take) -> (Sitting, usize) {
    let mut sitting = opened(id, take);
    let met = answer_all(&mut sitting, take);
    assert!(met.is_sorted(), "{id}: the cursor went back: {met:?}");
    for &place in &sitting.model().question_order {
        let question = &sitting.model().protocol().questions[place];
        let at = format!("{id} {take:?} {}", question.id);
        let wanted = match question.derive {
            Some(_) => [CellStatus::Answered, CellStatus::NotAsked].contains(&sitting.model().cell(place).status),
            None if met.contains(&place) => sitting.model().cell(place).status == CellStatus::Answered,
            None => sitting.model().cell(place).status == CellStatus::NotAsked,
        };
        assert!(wanted, "{at}: {:?}", sitting.model().cell(place));
    }
    assert_eq!(sitting.log().iter().filter(|line| line.starts_with("answer")).count(), met.len());
    sitting.keys("<esc><space><space>");
    assert_eq!(sitting.last(), "done A-01=yes", "{id} {take:?}");
    assert!(sitting.model().is_done(0.into()));
    (sitting, met.len())
}

#[test]
fn every_protocol_is_coded_whole_with_keys_and_asks_only_what_applies() {
    let expected: &[(&str, [usize; 3])] = &[
        ("bs2023", [38, 21, 10]),
        ("dv2021", [40, 23, 23]),
        ("eftervard2026", [18, 17, 16]),
        ("ekbist2025", [31, 28, 22]),
        ("hemlos2025", [24, 21, 19]),
        ("hplan", [14, 16, 10]),
        ("inv2013", [18, 16, 18]),
        ("uppf2024_familj", [8, 8, 6]),
        ("uppf2024_forhand", [9, 9, 8]),
    ];
    let coded =
        expected.iter().map(|(id, _)| (*id, [Take::First, Take::Second, Take::Last].map(|take| code(id, take).1)));
    assert_eq!(coded.collect::<Vec<_>>(), expected);
}

#[test]
fn three_parts_make_one_answer_without_a_key_in_bs2023() {
    for (parts, shown) in [("jjj", "Ja"), ("jnj", "Delvis"), ("nnj", "Delvis"), ("nnn", "Nej")] {
        let mut sitting = opened("bs2023", Take::First);
        sitting.keys(&format!("1jj{parts}"));
        sitting.is_at("A-01", "bakgrund_beskriven");
        assert_eq!(sitting.log().len(), 6, "nobody wrote the answer");
        let line = sitting.frame().lines().find(|line| line.contains(" 8 Framgår")).map(str::to_owned);
        assert!(line.as_ref().is_some_and(|line| line.ends_with(shown)), "{parts}: {line:?}\n{}", sitting.frame());
    }
}

#[test]
fn the_unit_that_grants_no_hours_is_not_asked_for_them() {
    for (take, asked) in [(Take::First, true), (Take::Last, false)] {
        let mut sitting = opened("bs2023", take);
        sitting.keys("1");
        for id in ["beviljad_tid", "manga_aktiviteter"] {
            let place = sitting.model().protocol().question(id).unwrap();
            assert_eq!(sitting.model().is_asked(place), asked, "{id}");
        }
        let closer = sitting.model().protocol().question("delmal_typ").unwrap();
        assert!(!sitting.model().is_asked(closer));
        let many = sitting.model().protocol().question("manga_aktiviteter").unwrap();
        assert!(!sitting.model().is_gap(many), "it is decided when all cases are read");
    }
}

#[test]
fn hours_fall_into_the_bands_of_the_report_in_bs2023() {
    let bands =
        [("1", "1-7"), ("4", "1-7"), ("7", "1-7"), ("7,5", "8-18"), ("18", "8-18"), ("18,25", "19-"), ("60", "19-")];
    for (hours, band) in bands {
        let mut sitting = opened("bs2023", Take::First);
        let place = sitting.model().protocol().question("beviljad_tid").unwrap();
        sitting.keys(&format!("1#{}<enter>{hours}<enter>", sitting.model().protocol().number(place)));
        assert_eq!(sitting.answer("A-01", "beviljad_tid_intervall"), band, "{hours}\n{}", sitting.frame());
    }
}

#[test]
fn sex_and_age_come_from_the_case_list_in_inv2013() {
    for (born, group) in [("1995", "18-24"), ("1989", "18-24"), ("1988", "25-34"), ("1949", "55-64"), ("1948", "65-")] {
        let cases = format!("case_id,unit,sex,birth_year\nA-01,BRO,M,{born}\n");
        let sitting = Setup { protocol: text_of("inv2013").to_owned(), cases, ..Setup::default() }.open();
        assert_eq!(
            (sitting.answer("A-01", "kon"), sitting.answer("A-01", "aldersgrupp")),
            ("M".to_owned(), group.to_owned())
        );
    }
}
