use super::format::Format;
use super::format::markdown::Markdown;
use super::grid::Grid;
use super::split::{Breakdown, Subgroup};
use super::text::{Row, rows};
use super::*;
use crate::study::answers::tests::fixture::{
    BESLUT, KONTAKTER, NAMN, PLAN, STUDY, TIMMAR, act, answer, entries, fold, line,
};
use crate::study::ledger::entry::{Entry, Op};
use crate::study::tally::Counts;
use proptest::prelude::*;

fn study(lines: &[Entry<'static>]) -> Study {
    Study { percent_from: 2, ..Study::new("Provet | ett".to_owned(), fold(lines)) }
}

/// Asks a report's source of a study in Swedish.
fn asked<T>(study: &Study, options: &Options, ask: impl Fn(Source<'_>) -> T) -> T {
    let words = Words::new(Lang::Sv);
    ask(Source { study, draw: None, words: &words, options })
}

fn printed(lines: &[Entry<'static>], options: &Options) -> String {
    of(&study(lines), options)
}

fn of(study: &Study, options: &Options) -> String {
    asked(study, options, |source| {
        let report = Report::of(source);
        assert!(progress::own().share().is_some_and(|(done, all)| done == all), "each part is a step");
        String::from_utf8(Markdown.write(&report, source.words).unwrap()).unwrap()
    })
}

/// Three cases: two with a plan that is asked about, one without.
fn three() -> Vec<Entry<'static>> {
    vec![
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 1, BESLUT, "nej"),
        answer(3, "anna", 2, BESLUT, "ja"),
        answer(4, "anna", 0, PLAN, "ja"),
        answer(5, "anna", 2, PLAN, "ej_aktuellt"),
        answer(6, "anna", 0, KONTAKTER, "inga"),
        answer(7, "anna", 1, TIMMAR, "2.5"),
    ]
}

#[test]
fn every_question_about_cases_has_a_table_under_its_area() {
    let text = printed(&three(), &Options::default());
    assert!(text.starts_with("# Provet \\| ett\n"), "{text}");
    assert!(text.contains("\n### 1 "), "{text}");
    assert!(text.contains("| **Underlag\\*** |"), "{text}");
}

#[test]
fn a_note_says_who_is_outside_the_base_and_why() {
    let text = printed(&three(), &Options::default());
    for note in [
        "\\* 1 ärende ingår inte: frågan ställs bara om ”?” är Ja.",
        "\\* 1 ärende ingår inte: det är ännu inte avgjort om ”?” är Ja.",
        "\\* 1 ärende ingår inte: svaret är Ej aktuellt.",
        "\\* 1 ärende ingår inte: frågan är obesvarad.",
    ] {
        assert!(text.contains(note), "{note} in {text}");
    }
    assert!(!text.contains("* 0 "), "{text}");
}

#[test]
fn a_question_stands_by_unit_and_in_each_by_sex() {
    let text = printed(&three(), &Options::default());
    let table = "| BRO | 50 | 1 | 50 | 1 | 2 |\n| BRO, kvinnor |  | 1 |  | 0 | 1 |\n| BRO, män |  | 0 |  | 1 | 1 |\n";
    assert!(text.contains(table), "{text}");
}

#[test]
fn on_paper_no_question_stands_by_unit_and_few_have_a_chart() {
    let brief = Options { brief: true, ..Options::default() };
    let [whole, paper] = [Options::default(), brief].map(|options| {
        let study = study(&three());
        let report = asked(&study, &options, Report::of);
        let parts =
            report.sections.iter().filter(|section| section.id.starts_with("area-")).flat_map(|area| &area.parts);
        let blocks: Vec<Block> = parts.flat_map(|part| part.blocks.clone()).collect();
        let grids =
            blocks.iter().filter(|block| matches!(block, Block::Grid(grid) if grid.title.contains(" – efter ")));
        (grids.count(), blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count(), of(&study, &options))
    });
    assert!(whole.0 > 0 && paper.0 == 0, "{whole:?} {paper:?}");
    assert!(whole.1 > paper.1, "{} charts, {} on paper", whole.1, paper.1);
    assert!(paper.2.contains("som webbsida eller kalkylark har") && !whole.2.contains("som webbsida eller"));
}

#[test]
fn several_answers_are_told_net_of_those_who_have_none() {
    let text = printed(&three(), &Options::default());
    assert!(text.contains("| Minst ett av svaren | 0 | 0 | 0 |"), "{text}");
}

#[test]
fn names_of_texts_stand_one_a_line_and_the_rest_is_counted() {
    let few =
        [answer(1, "anna", 0, NAMN, "Alfa"), answer(2, "anna", 1, NAMN, "Alfa"), answer(3, "anna", 2, NAMN, "Beta")];
    let text = printed(&few, &Options::default());
    assert!(text.contains("| Alfa | 50 | 1 | 1 | 67 | 2 |\n| Beta | 50 | 1 | 0 | 33 | 1 |"), "{text}");
    let text = printed(&few, &Options { min_cell: Some(2), ..Options::default() });
    assert!(text.contains("… och 1 till") && !text.contains("| Beta |"), "{text}");
}

fn table(lines: &[Entry<'static>], place: usize) -> Grid {
    let study = study(lines);
    asked(&study, &Options::default(), |source| table::grid(source, study.tally(), &study.protocol.tables[place]))
}

fn shown(grid: &Grid, room: usize) -> Vec<String> {
    let words = Words::new(Lang::Sv);
    let rows = rows(grid, &words, room).into_iter();
    rows.map(|row| match row {
        Row::Head(text) | Row::Line(text) => text,
    })
    .collect()
}

#[test]
fn a_cross_has_its_percents_from_left_to_right() {
    let grid = table(&three(), 0);
    let label = |label: &str| grid.lines.iter().find(|line| line.label == label).unwrap();
    let cells = |name: &str| {
        label(name).cells.iter().map(|cell| cell.shown(&Words::new(Lang::Sv))).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(cells("Bifall, kvinnor"), "50 1 0 0 0 0 50 1 100 2");
    assert_eq!(cells("Bifall, män"), "– 0 – 0 – 0 – 0 – 0", "nobody to take a share of");
    assert_eq!(cells("Bifall*"), "50 1 0 0 0 0 50 1 100 2");
    assert!(grid.notes.contains(&"2 ärenden i någon av raderna finns inte i någon av kolumnerna.".to_owned()));
}

#[test]
fn a_table_says_whom_it_is_about_and_who_is_in_none_of_its_rows() {
    let grid = table(&three(), 1);
    let notes = [
        "Tabellen omfattar hittills 2 av 4 ärenden: de besvarade där ”?” är Ja. I 1 saknas svar som tabellen bygger på.",
        "1 av 2 ärenden finns inte i någon av raderna.",
    ];
    assert_eq!(grid.notes, notes);
}

#[test]
fn a_case_whose_answer_may_still_come_is_in_no_base_of_a_table() {
    let open: Vec<Entry<'static>> = three().into_iter().filter(|line| line.seq != 5).collect();
    let bases = |lines: &[Entry<'static>], place| -> Vec<u32> {
        let study = study(lines);
        let parts = crate::analysis::tables::table::parts(&study.protocol, &study.protocol.tables[place]);
        let columns =
            parts.iter().map(|part| crate::analysis::tables::table::columns(&study.answers, study.tally(), part));
        columns.filter_map(|columns| columns.last().map(|all| all.base)).collect()
    };
    assert_eq!((bases(&three(), 1), bases(&open, 1)), (vec![2], vec![1]), "of those with a decision");
    assert_eq!((bases(&three(), 0), bases(&open, 0)), (vec![2, 1], vec![1, 1]), "what it is split by may come");
    let notes = table(&open, 1).notes;
    assert!(notes[0].ends_with(" I 2 saknas svar som tabellen bygger på."), "{notes:?}");
    assert!(!notes.iter().any(|note| note.contains("finns inte i någon av raderna")), "{notes:?}");
}

#[test]
fn a_table_in_characters_breaks_between_groups_where_there_is_no_room() {
    let grid = table(&three(), 1);
    let wide = shown(&grid, usize::MAX);
    assert_eq!(wide[0].trim(), "BRO             SKH          Totalt");
    assert_eq!(wide[2].trim(), "Med plan                                1               0       50      1");
    let narrow = shown(&grid, 50);
    assert_eq!(narrow.len(), (wide.len() + 1) * 2, "the last row's name takes two lines: {narrow:#?}");
    assert!(narrow.iter().all(|line| crate::base::text::width(line) <= 50), "{narrow:#?}");
}

proptest! {
    #[test]
    fn the_finest_groups_sum_to_what_the_tally_has(lines in entries()) {
        let study = study(&lines);
        for (place, _) in study.protocol.questions.iter_enumerated() {
            let (all, units) = asked(&study, &Options::default(), |source| {
                let split = Breakdown::together(source, &[place]).remove(0);
                let of = |unit| split.shown(Subgroup { unit: Some(unit), sex: None }).counts;
                let units = (0..split.units.len()).map(of).fold(Counts::default(), |sum, own| sum.plus(&own));
                (split.shown(Subgroup::default()).counts, units)
            });
            prop_assert_eq!(&all, &study.tally().total(place).plus(&Counts::default()));
            prop_assert_eq!(all.base, units.base);
        }
    }
}

/// As many cases of each unit and sex as is said, all with answers.
fn drawn() -> (Study, crate::study::sample::draw::Draw) {
    use crate::study::sample::draw::{Draw, Drawn};
    let lines =
        [answer(1, "anna", 0, BESLUT, "ja"), answer(2, "anna", 1, BESLUT, "nej"), answer(3, "anna", 2, BESLUT, "ja")];
    let stratum = |unit: &str, frame: usize, drawn: usize| Drawn {
        values: vec![unit.to_owned()],
        frame,
        wanted: drawn,
        drawn,
        replaced: Vec::new(),
    };
    let strata = vec![stratum("BRO", 4, 2), stratum("SKH", 20, 2)];
    let draw = Draw {
        date: String::new(),
        seed: String::new(),
        per: vec!["unit".to_owned()],
        added: Vec::new(),
        strata,
        totals: Vec::new(),
    };
    (study(&lines), draw)
}

fn uncertain(study: &Study, draw: &crate::study::sample::draw::Draw) -> Section {
    let (words, options) = (Words::new(Lang::Sv), Options::default());
    sampling_error::section(Source { study, draw: Some(draw), words: &words, options: &options })
}

#[test]
fn a_share_of_the_whole_list_weighs_each_case_by_what_it_stands_for() {
    let (study, draw) = drawn();
    let Some(Block::Grid(grid)) = uncertain(&study, &draw).blocks.into_iter().last() else { panic!() };
    let total = &grid.lines[0].cells[grid.lines[0].cells.len() - 2..];
    // Yes by one of Bromma's two, which stand for two each, and by Skärholmen's one answered, which stands for ten.
    assert_eq!(total[0], grid::Cell::Text("86".to_owned()));
    assert!(matches!(&total[1], grid::Cell::Text(range) if range.contains('–')), "{total:?}");
}

#[test]
fn what_was_not_drawn_by_chance_says_nothing_of_other_cases() {
    let (study, mut draw) = drawn();
    draw.added = vec!["S-1".to_owned()];
    let Some(Block::Grid(grid)) = uncertain(&study, &draw).blocks.into_iter().last() else { panic!() };
    assert_eq!(grid.lines[0].cells[grid.lines[0].cells.len() - 2], grid::Cell::Text("50".to_owned()));
    draw.strata.iter_mut().for_each(|stratum| stratum.drawn = stratum.frame);
    assert!(uncertain(&study, &draw).is_empty(), "a census has no intervals");
}

#[test]
fn a_group_that_was_reviewed_whole_has_no_interval_and_the_others_have() {
    let (_, mut draw) = drawn();
    draw.per = vec!["sex".to_owned()];
    for (stratum, (sex, frame)) in draw.strata.iter_mut().zip([("K", 2), ("M", 20)]) {
        (stratum.values, stratum.frame) = (vec![sex.to_owned()], frame);
    }
    let lines: Vec<_> = (0..4).map(|case| answer(case as u64 + 1, "anna", case, BESLUT, "ja")).collect();
    let Some(Block::Grid(grid)) = uncertain(&study(&lines), &draw).blocks.into_iter().last() else { panic!() };
    let blank: Vec<bool> = grid.lines[0].cells.iter().map(|cell| *cell == grid::Cell::Blank).collect();
    assert_eq!(blank, [true, true, false, false, false, false], "women, men, all: a share and its interval each");
}

#[test]
fn a_difference_is_told_with_how_many_of_the_answer_are_of_the_group() {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 2, BESLUT, "ja"),
        answer(3, "anna", 1, BESLUT, "nej"),
        answer(4, "anna", 3, BESLUT, "nej"),
    ];
    let text = printed(&lines, &Options::default());
    assert!(text.contains("| ? Ja | 100 | 2 | 2 | 0 | 0 | 2 | 100 | 0,333 | 2 av 2 |"), "{text}");
    assert!(text.contains("jämförelser är gjorda. 0 av dem har p under 0,05"), "{text}");
}

#[test]
fn small_counts_are_hidden_in_tables_and_nothing_is_said_in_words_of_them() {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 2, BESLUT, "ja"),
        answer(3, "anna", 1, BESLUT, "ja"),
        answer(4, "anna", 3, BESLUT, "nej"),
    ];
    let text = printed(&lines, &Options { min_cell: Some(2), ..Options::default() });
    let (_, first) = text.split_once("### 1 ").unwrap();
    let (first, _) = first.split_once("### 2 ").unwrap();
    assert!(!first.contains("i tre") && !first.contains("3 ärenden") && !first.contains("? Ja"), "{first}");
    assert!(first.contains("| Ja | .. | .. | .. | .. |"), "{first}");
}

/// Strong in Bromma, weak in Skarpnäck; what is weak is kept.
fn decided() -> Study {
    let mut lines: Vec<_> = (0..4)
        .zip(["ja", "ja", "nej", "nej"])
        .map(|(case, value)| answer(case as u64 + 1, "anna", case, BESLUT, value))
        .collect();
    let question = lines[0].question.clone();
    lines
        .push(line(Entry { question, item: "development|SKH".into(), ..act(9, Op::Item, "anna", STUDY, "För få.") }));
    Study { percent_from: 2, ..Study::new("Provet".to_owned(), fold(&lines)) }
}

#[test]
fn strengths_stand_unit_by_unit_with_counts_and_proposals_as_such() {
    let text = of(&decided(), &Options::default());
    let (_, text) = text.split_once("\n## Styrkor och utvecklingsområden\n").unwrap();
    let (text, _) = text.split_once("\n## ").unwrap();
    let expected = "\nPreliminärt: 4 av 4 ärenden är inte klara.\n\n### BRO\n\n#### Förslag (inte genomgångna)\n\n- Styrka: ? Oftast: Ja. (2 av 2; SKH 0 av 2)\n\
        \n### SKH\n\n#### Utvecklingsområden\n\n- För få. (0 av 2; BRO 2 av 2)\n";
    assert_eq!(text, expected);
}

#[test]
fn the_unit_of_a_single_case_is_not_left_over_beside_the_total_of_a_strength() {
    let answers = (0..4).zip(["nej", "nej", "ja", "nej"]);
    let lines: Vec<_> = answers.map(|(case, value)| answer(case as u64 + 1, "anna", case, BESLUT, value)).collect();
    let study = study(&lines);
    let told = of(&study, &Options::default());
    assert!(told.contains("(1 av 4)\n") && !told.contains("BRO 0 av 2"), "{told}");
    let named = of(&study, &Options { names_single: true, ..Options::default() });
    assert!(named.contains("(1 av 4; BRO 0 av 2; SKH 1 av 2)"), "{named}");
}

#[test]
fn a_unit_is_not_named_by_its_single_case_in_its_own_strengths_either() {
    let answers = (0..4).zip(["nej", "nej", "ja", "nej"]);
    let mut lines: Vec<_> = answers.map(|(case, value)| answer(case as u64 + 1, "anna", case, BESLUT, value)).collect();
    let question = lines[0].question.clone();
    lines
        .push(line(Entry { question, item: "development|SKH".into(), ..act(9, Op::Item, "anna", STUDY, "För få.") }));
    let study = Study { percent_from: 2, ..Study::new("Provet".to_owned(), fold(&lines)) };
    let told = of(&study, &Options::default());
    assert!(told.contains("- För få. (BRO 0 av 2)\n"), "{told}");
    let named = of(&study, &Options { names_single: true, ..Options::default() });
    assert!(named.contains("- För få. (1 av 2; BRO 0 av 2)\n"), "{named}");
}

#[test]
fn where_small_counts_are_hidden_none_stands_beside_a_strength() {
    let text = of(&decided(), &Options { min_cell: Some(3), ..Options::default() });
    assert!(text.contains("- För få. (antalen visas inte, något av dem är litet)\n"), "{text}");
    let (_, text) = text.split_once("\n## Styrkor och utvecklingsområden\n").unwrap();
    let (text, _) = text.split_once("\n## ").unwrap_or((text, ""));
    assert!(!text.contains("2 av 2"), "{text}");
}

#[test]
fn few_cases_of_a_unit_and_a_sex_are_hidden_among_the_cases_too() {
    let text = printed(&three(), &Options { min_cell: Some(2), ..Options::default() });
    let (_, cases) = text.split_once("## Ärenden").unwrap();
    let (cases, _) = cases.split_once("\n## ").unwrap();
    assert!(cases.contains("| BRO | .. | .. |") && !cases.contains("| 1 |"), "{cases}");
}

#[test]
fn the_least_and_the_largest_number_are_those_of_one_case_each_and_few_numbers_tell_nothing() {
    let numbers = ["1", "2", "3", "8"].into_iter().enumerate();
    let lines: Vec<_> = (1..)
        .step_by(2)
        .zip(numbers)
        .flat_map(|(seq, (case, hours))| {
            [answer(seq, "anna", case, BESLUT, "nej"), answer(seq + 1, "anna", case, TIMMAR, hours)]
        })
        .collect();
    let text = |min| printed(&lines, &Options { min_cell: Some(min), ..Options::default() });
    assert!(printed(&lines, &Options::default()).contains("8 |\n| **Underlag"));
    assert!(text(1).contains("3,5 |\n| median |"), "{}", text(1));
    assert!(text(1).contains("| högst | .. | .. | .. |") && !text(1).contains("ligger mellan"), "{}", text(1));
    assert!(text(5).contains("| medel | .. | .. | .. |"), "{}", text(5));
}

#[test]
fn the_others_of_a_difference_are_not_told_where_they_are_few() {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 2, BESLUT, "ja"),
        answer(3, "anna", 1, BESLUT, "nej"),
        answer(4, "anna", 3, BESLUT, "nej"),
    ];
    let text = printed(&lines, &Options { min_cell: Some(3), ..Options::default() });
    assert!(!text.contains("2 av 2"), "{text}");
}

/// Fixture's table has a row of the cases with a plan, by unit.
#[test]
fn no_note_tells_what_a_table_hides() {
    let text = printed(&three(), &Options { min_cell: Some(2), ..Options::default() });
    let (_, tables) = text.split_once("## Tabeller").unwrap();
    let (tables, _) = tables.split_once("\n## ").unwrap();
    assert!(tables.contains("| Med plan | .. |"), "{tables}");
    assert!(!tables.contains("någon av raderna.") && !tables.contains("Tabellen omfattar"), "{tables}");
}

#[test]
fn a_long_name_takes_several_lines_and_is_not_cut() {
    let grid = table(&three(), 1);
    let name = "En rad med ett mycket långt namn som inte ryms";
    let line = super::grid::Line { label: name.to_owned(), ..grid.lines[0].clone() };
    let words = Words::new(Lang::Sv);
    let said: Vec<String> = rows(&Grid { lines: vec![line], ..grid }, &words, 60)
        .into_iter()
        .filter_map(|row| if let Row::Line(text) = row { Some(text.chars().take(20).collect()) } else { None })
        .collect();
    let words: Vec<&str> = said.iter().flat_map(|text| text.split_whitespace()).collect();
    assert!(words.join(" ").starts_with(name), "{said:?}");
}
