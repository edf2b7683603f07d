use super::*;
use crate::base::language::{Lang, Words};
use crate::report::Options;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::study::Study;
use crate::study::answers::Answers;
use crate::study::answers::tests::fixture::{BESLUT, KONTAKTER, NAMN, PLAN, TIMMAR, act, answer, entries, fold};
use crate::study::case::CaseList;
use crate::study::ledger::entry::{Entry, Op};
use crate::study::protocol::{Attribute, Part, Per, Protocol, shipped};
use proptest::prelude::*;
use std::sync::Arc;

/// Four cases, all of them finished: three decisions of yes, of which one has no plan.
fn finished() -> Vec<Entry<'static>> {
    let mut lines = vec![
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 1, BESLUT, "nej"),
        answer(3, "anna", 2, BESLUT, "ja"),
        answer(4, "anna", 3, BESLUT, "ja"),
        answer(5, "anna", 0, PLAN, "ja"),
        answer(6, "anna", 2, PLAN, "nej"),
        answer(7, "anna", 3, PLAN, "delvis"),
        answer(8, "anna", 0, KONTAKTER, "inga"),
        answer(9, "anna", 3, KONTAKTER, "inga"),
        answer(10, "anna", 1, TIMMAR, "2.5"),
    ];
    lines.extend(entries_done());
    lines.extend((0..4).map(|case| act(11 + case as u64, Op::Done, "anna", case, "1")));
    lines
}

/// The entries of the units, finished.
fn entries_done() -> impl Iterator<Item = Entry<'static>> {
    let entries = ["unit:BRO:ledning", "unit:BRO:handlaggare", "unit:SKH:ledning", "unit:SKH:handlaggare"];
    entries.into_iter().zip(101..).map(|(id, seq)| Entry { case_id: id.into(), ..act(seq, Op::Done, "anna", 4, "1") })
}

/// A table of background beside the study.
const BACKGROUND: &str = "Stadsdel;2020;2021\nBromma;1200;1 250\nSkarpnäck;900;\n";

/// What a study's outline gives in a language.
fn by(lines: &[Entry<'static>], options: &Options, lang: Lang, text: &str) -> Result<Outlined> {
    let study = Study { percent_from: 2, ..Study::new("Provet".to_owned(), fold(lines)) };
    let words = Words::new(lang);
    let source = Source { study: &study, draw: None, words: &words, options };
    outlined(source, &Section::new("method", "Metod"), ("report.toml", text), &|_| Ok(BACKGROUND.as_bytes().to_vec()))
}

/// The same in Markdown.
fn printed(lines: &[Entry<'static>], options: &Options, text: &str) -> String {
    let words = Words::new(Lang::Sv);
    let found = by(lines, options, Lang::Sv, text).unwrap_or_else(|faults| panic!("{}", faults.describe(&words)));
    String::from_utf8(Markdown.write(&found.report, &words).unwrap()).unwrap()
}

/// What a paragraph of one's own reads.
fn paragraph(lines: &[Entry<'static>], options: &Options, text: &str) -> String {
    let outline = format!("[[section]]\nheading = \"H\"\ncontent = [{{ text = \"{text}\" }}]\n");
    let printed = printed(lines, options, &outline);
    printed.split("## H\n\n").nth(1).unwrap_or(&printed).trim().to_owned()
}

#[test]
fn the_outline_decides_order_and_words() {
    let text = r#"
title = "Rapporten"
[[section]]
heading = "Sist i protokollet, först här"
content = [{ table = "plan", title = "Planerna" }, { text = "Före frågan." }, { question = "beslut" }, { text = "Efter." }]
[[section]]
level = 2
heading = "Under"
content = [{ sentences = ["beslut=ja", "plan=ja|delvis"] }]
[[section]]
heading = "Över"
content = [{ part = "overview" }]
"#;
    let text = printed(&finished(), &Options::default(), text);
    let order = ["# Rapporten", "## Sist i protokollet", "Planerna", "Före frågan.", "### ?", "Efter.", "### Under"];
    let order =
        order.iter().chain(&["Ja i tre av fyra ärenden (75 procent).", "Ja eller delvis i två av tre", "## Över"]);
    let places: Vec<Option<usize>> = order.map(|part| text.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{text}");
    assert!(!text.contains("reliminär"), "{text}");
}

/// A line about a case's question, with the name of what it sets.
fn about(op: Op, seq: u64, item: &'static str, value: &'static str) -> Entry<'static> {
    Entry { question: "beslut".into(), item: item.into(), ..act(seq, op, "anna", 0, value) }
}

#[test]
fn a_quote_stands_once_and_good_examples_have_a_section_with_unit_and_comment_but_no_case() {
    let mut lines = finished();
    lines.extend([
        about(Op::Quote, 201, "1", "Ett tydligt skäl"),
        about(Op::Flag, 202, "report|anna|1", "beslut"),
        about(Op::Flag, 203, "example", "yes"),
        about(Op::Note, 204, "", "Skälen är klara"),
    ]);
    let all = "[[section]]\nheading = \"Alla\"\ncontent = [{ part = [\"quotes\", \"examples\"] }]\n";
    let first = "[[section]]\nheading = \"Beslut\"\ncontent = [{ quotes = \"beslut\" }]\n";
    let alone = printed(&lines, &Options::default(), all);
    assert_eq!(alone.matches("Ett tydligt skäl").count(), 1, "{alone}");
    let both = printed(&lines, &Options::default(), &format!("{first}{all}"));
    assert_eq!(both.matches("Ett tydligt skäl").count(), 1, "{both}");
    assert!(both.contains("- BRO · ? · Ja: Skälen är klara"), "{both}");
    let hidden = Options { min_cell: Some(2), ..Options::default() };
    assert!(!printed(&lines, &hidden, all).contains("Skälen"));
}

#[test]
fn fields_are_filled_and_what_they_say_follows_the_answers() {
    let of = |text: &str| paragraph(&finished(), &Options::default(), text);
    assert_eq!(of("{count beslut=ja} och {words beslut=ja}, {words beslut=nej}."), "3 och tre, ett.");
    assert_eq!(of("{pct beslut=ja} av {base beslut}"), "75 procent av 4");
    assert_eq!(of("I {share plan=ja|delvis}, {sum plan=ja|delvis}"), "I två av tre ärenden (67 procent), två av tre");
    assert_eq!(of("{spread beslut=ja}; {spread plan=ej_aktuellt}"), "Tre ärenden i två verksamheter; inget ärende");
    let named = Options { names_single: true, ..Options::default() };
    assert_eq!(paragraph(&finished(), &named, "{spread beslut=ja}"), "Två i SKH och ett i BRO");
    assert_eq!(of("{count beslut=ja & sex=K} {pct beslut=ja & sex=M}"), "2 50 procent");
    assert_eq!(of("{mean timmar}, {median timmar}, {least timmar}, {most timmar}"), "2,5, 2,5, 2,5, 2,5");
    let mut more = finished();
    more.push(answer(20, "anna", 1, BESLUT, "ja"));
    assert_eq!(paragraph(&more, &Options::default(), "{count beslut=ja}"), "4");
}

#[test]
fn while_cases_are_open_every_figure_says_so() {
    let mut open = finished();
    open.pop();
    let told = "Preliminärt: 1 av 4 ärenden är inte klart.";
    let of = |text: &str| paragraph(&open, &Options::default(), text);
    assert!(of("Alla {count beslut=ja}.").ends_with("Alla 3."), "{}", of("Alla {count beslut=ja}."));
    assert!(of("Utan tal.").ends_with("Utan tal."), "{}", of("Utan tal."));
    let text = "[[section]]\nheading = \"H\"\ncontent = [{ table = \"beslut\" }, { sentences = \"beslut=ja\" }]";
    let text = printed(&open, &Options::default(), text);
    assert_eq!((text.matches(told).count(), text.matches("(preliminär)").count()), (1, 1), "{text}");
    let two = "[[section]]\nheading = \"H\"\ncontent = [{ part = \"overview\" }]\n\
        [[section]]\nheading = \"I\"\ncontent = [{ table = \"beslut\" }, { sentences = \"beslut=ja\" }, { text = \"{count beslut=ja}\" }]";
    let text = printed(&open, &Options::default(), two);
    assert_eq!(text.matches(told).count(), 2, "on top and at the head of what counts: {text}");
    assert!(text.contains(&format!("## I\n\n{told}\n")), "{text}");
    assert_eq!(text.matches("(preliminär)").count(), 1, "not the case list: {text}");
    assert!(text.contains("Preliminärt · Prov"), "{text}");
}

#[test]
fn what_was_written_where_a_question_asks_for_a_text_stands_among_the_quotes() {
    let text = "[[section]]\nheading = \"Citat\"\ncontent = [{ quotes = \"namn\" }]\n";
    let lines: Vec<_> = finished().into_iter().chain([answer(30, "anna", 1, NAMN, "”Det gick bra.”")]).collect();
    assert!(printed(&lines, &Options::default(), text).contains("\n- ”Det gick bra.”\n"));
    let hiding = Options { min_cell: Some(2), ..Options::default() };
    assert!(!printed(&lines, &hiding, text).contains("gick bra"), "a text is of a single case");
}

#[test]
fn all_faults_are_told_at_once_each_on_its_line() {
    let text = r#"titel = "x"
[[section]]
content = [
  { question = "besult" },
  { text = "{cuont beslut=ja} och {count beslut=jaa}" },
  { text = """
Rad ett.

Rad tre {pct plan=ej_aktuellt} } och {mean beslut}.""" },
  { sentences = "beslut=jo" },
  { part = "allt" },
  { },
  { table = "rader", chart = "plan" },
  { text = "x", title = "y" },
]
[[section]]
heading = "H"
level = 4
content = []
"#;
    let mut lines = finished();
    lines.push(answer(20, "anna", 2, PLAN, "ej_aktuellt"));
    let Err(faults) = by(&lines, &Options::default(), Lang::En, text) else { panic!("right") };
    let told: Vec<String> = faults.0.iter().map(|fault| fault.describe(&Words::new(Lang::En))).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_is_not_named_is_listed() {
    let left = |text: &str| {
        let found = by(&finished(), &Options::default(), Lang::En, text).map_err(|faults| faults.to_string()).unwrap();
        found.left_out.map(|left| Words::new(Lang::En).say(&left)).unwrap_or_default()
    };
    let text = "[[section]]\nheading = \"H\"\ncontent = [{ text = \"{count beslut=ja}\" }, { by_unit = \"plan\" }, \
                { table = \"kors\" }, { part = \"method\" }]";
    assert_eq!(
        left(text),
        "The outline leaves out 11 things: kontakter, timmar, fritext, per_enhet, namn, sedan, enhet_sedan, rader, \
         overview, strengths, differences"
    );
}

#[test]
fn a_proposed_outline_is_right_and_leaves_nothing_out() {
    for lang in [Lang::Sv, Lang::En] {
        let study = Study::new("Provet".to_owned(), fold(&finished()));
        let text = proposed(&study.protocol, &Words::new(lang));
        let found = by(&finished(), &Options::default(), lang, &text);
        let found = found.unwrap_or_else(|faults| panic!("{}\n{text}", faults.describe(&Words::new(lang))));
        assert_eq!(found.left_out, None, "{text}");
    }
}

#[test]
fn small_figures_are_hidden() {
    let options = Options { min_cell: Some(2), ..Options::default() };
    let of = |text: &str| paragraph(&finished(), &options, text);
    assert_eq!(of("{count beslut=nej} {count beslut=ja} {count sex=K & beslut=ja} {spread beslut=ja}"), ".. .. .. ..");
    assert_eq!(of("{least timmar}"), "..");
}

proptest! {
    #[test]
    fn fields_count_what_the_tally_counts(lines in entries()) {
        let study = Study::new("Provet".to_owned(), fold(&lines));
        let counts = study.tally().total(BESLUT);
        let question = &study.protocol.questions[BESLUT];
        for (choice, n) in question.choices().iter().zip(&counts.choices) {
            let text = format!("N {{count beslut={}}}, {{base beslut}}.", choice.id);
            let told = paragraph(&lines, &Options::default(), &text);
            prop_assert!(told.contains(&format!("N {n}, {}.", counts.base)), "{}", told);
        }
    }
}

#[test]
fn the_names_of_a_text_are_counted_among_the_cases_that_meet_conditions() {
    let mut lines = finished();
    lines.extend([
        answer(30, "anna", 0, NAMN, "Misa"),
        answer(31, "anna", 1, NAMN, "Nytida"),
        answer(32, "anna", 2, NAMN, "Misa"),
    ]);
    let of = |options: &Options, text: &str| paragraph(&lines, options, text);
    assert_eq!(of(&Options::default(), "{names namn}"), "Två av Misa och ett av Nytida");
    assert_eq!(of(&Options::default(), "Här {names namn & beslut=nej}"), "Här ett av Nytida");
    assert_eq!(of(&Options::default(), "Här {names namn & kontakter=a}"), "Här inga med något namn");
    assert_eq!(of(&Options { min_cell: Some(2), ..Options::default() }, "Här {names namn}"), "Här ..");
}

#[test]
fn numbers_are_told_among_some_cases_group_by_group_and_in_quartiles() {
    let mut lines: Vec<_> = (0..4).map(|case| answer(1 + case as u64, "anna", case, BESLUT, "nej")).collect();
    let hours = [(0, "4"), (1, "2.5"), (2, "10")];
    lines.extend(hours.map(|(case, hours)| answer(10 + case as u64, "anna", case, TIMMAR, hours)));
    lines.extend((0..4).map(|case| act(20 + case as u64, Op::Done, "anna", case, "1")));
    lines.extend(entries_done());
    let of = |text: &str| paragraph(&lines, &Options::default(), text);
    assert_eq!(of("{mean timmar}, {mean timmar & unit=BRO}, {base timmar & unit=BRO}"), "5,5, 3,3, 2");
    assert_eq!(of("{lower timmar} och {upper timmar}, {quartiles timmar}"), "3,25 och 7, mellan 3,25 och 7");
    assert_eq!(of("{units timmar}"), "3,3 i BRO (två ärenden) och .. i SKH (ett ärende)");
    let named = Options { names_single: true, ..Options::default() };
    assert_eq!(paragraph(&lines, &named, "{units timmar}"), "3,3 i BRO (två ärenden) och 10 i SKH (ett ärende)");
    let hidden = Options { min_cell: Some(5), ..Options::default() };
    assert_eq!(paragraph(&lines, &hidden, "{mean timmar & unit=BRO} {units timmar}"), ".. ..");
}

/// What an outline of one entry prints.
fn entry(options: &Options, entry: &str) -> String {
    printed(&finished(), options, &format!("[[section]]\nheading = \"H\"\ncontent = [{{ {entry} }}]\n"))
}

/// The faults of an outline, by their keys.
fn faults(text: &str) -> Vec<&'static str> {
    let found = by(&finished(), &Options::default(), Lang::Sv, text);
    found.map_or_else(|faults| faults.0.into_iter().map(|fault| fault.message.key).collect(), |_| Vec::new())
}

#[test]
fn a_table_of_background_stands_as_the_file_has_it_with_its_source_and_day() {
    let given = "background = \"b.csv\", title = \"Folkmängd\", source = \"SCB\", fetched = \"2021-12-08\"";
    let text = entry(&Options::default(), given);
    assert!(text.contains("Folkmängd") && text.contains("| Bromma | 1200 | 1 250 |"), "{text}");
    assert!(text.contains("| Skarpnäck | 900 |  |") && text.contains("Källa: SCB, hämtad 2021-12-08."), "{text}");
    let of = |entry: &str| faults(&format!("[[section]]\nheading = \"H\"\ncontent = [{{ {entry} }}]\n"));
    assert_eq!(of("background = \"b.csv\", title = \"T\""), ["protocol-field-missing", "protocol-field-missing"]);
    assert_eq!(of(&given.replace("2021-12-08", "igår")), ["outline-fetched"]);
    for outside in ["../b.csv", "/etc/passwd", "ledger/anna.csv"] {
        assert_eq!(of(&given.replace("b.csv", outside)), ["outline-background"], "{outside}");
    }
    for own in ["cases.csv", "Frame.csv"] {
        assert_eq!(of(&given.replace("b.csv", own)), ["outline-background-own"], "{own}");
    }
    assert_eq!(of("text = \"x\", source = \"SCB\""), ["outline-own"]);
}

#[test]
fn shares_to_compare_with_stand_beside_those_of_the_table() {
    let given = "table = \"beslut\", reference = { ja = 61.5 }, source = \"Riket\", fetched = \"2021-12-08\"";
    let text = entry(&Options::default(), given);
    let yes = text.lines().find(|line| line.starts_with("| Ja |")).unwrap_or_default();
    assert!(yes.ends_with("| 61,5 |") && text.contains("Jämförelse: Källa: Riket, hämtad 2021-12-08."), "{text}");
    let of = |entry: &str| faults(&format!("[[section]]\nheading = \"H\"\ncontent = [{{ {entry} }}]\n"));
    assert_eq!(of(&given.replace("ja =", "kanske =")), ["outline-reference"]);
    assert_eq!(of(&given.replace("61.5", "161")), ["outline-reference-share"]);
}

#[test]
fn an_example_has_the_answers_that_are_named_and_not_which_case_it_is() {
    let text = entry(&Options::default(), "example = \"B-1\", answers = [\"plan\", \"timmar\", \"kontakter\"]");
    assert!(text.contains("Ja") && !text.contains("B-1"), "{text}");
    let hidden = entry(&Options { min_cell: Some(5), ..Options::default() }, "example = \"B-1\", answers = [\"plan\"]");
    assert!(hidden.contains("visas inte med --min-cell"), "{hidden}");
    let of = |entry: &str| faults(&format!("[[section]]\nheading = \"H\"\ncontent = [{{ {entry} }}]\n"));
    assert_eq!(of("example = \"nobody\", answers = [\"plan\"]"), ["outline-example"]);
    assert_eq!(of("example = \"B-1\""), ["protocol-field-missing"]);
}

#[test]
fn words_for_shares_are_off_until_they_are_stated_and_never_stand_without_the_count() {
    let shares = "shares = { samtliga = 100, \"majoriteten\" = 51, \"en minoritet\" = 1 }\n";
    let outline = |shares: &str, text: &str| {
        format!("{shares}[[section]]\nheading = \"H\"\ncontent = [{{ text = \"{text}\" }}]\n")
    };
    let text = printed(
        &finished(),
        &Options::default(),
        &outline(shares, "{quantity beslut=ja} och {quantity beslut=ja|nej}"),
    );
    assert!(text.contains("Majoriteten (tre av fyra) och samtliga (fyra av fyra)"), "{text}");
    assert!(text.contains("## Ord för andelar") && text.contains("- Majoriteten: minst 51 procent"), "{text}");
    assert!(!printed(&finished(), &Options::default(), &outline(shares, "Inget.")).contains("Ord för andelar"));
    assert_eq!(faults(&outline("", "{quantity beslut=ja}")), ["outline-quantity-off"]);
    assert_eq!(faults(&outline("shares = { a = 51, b = 51 }\n", "x")), ["outline-quantity"]);
    assert_eq!(faults(&outline("shares = { a = 90 }\n", "{quantity beslut=ja}")), ["outline-quantity-none"]);
}

/// What an outline that comes with the program leaves out are texts and dates that no printed report has.
#[test]
fn the_outlines_that_come_with_the_program_name_all_there_is() {
    let words = Words::new(Lang::Sv);
    let mut known = 0;
    for (id, text) in shipped() {
        let Some(outline) = crate::study::protocol::outline(id) else { continue };
        let protocol = Arc::new(Protocol::load(id, text).unwrap());
        let columns = protocol.attributes.iter().filter(|attribute| attribute.is_about(Per::Case));
        let value = |attribute: &Attribute| match (attribute.values.first(), attribute.part) {
            (Some((code, _)), _) => code.clone(),
            (None, Some(Part::BirthYear { .. })) => "1980".to_owned(),
            (None, _) => "X".to_owned(),
        };
        let (names, values): (Vec<&str>, Vec<String>) = columns.map(|one| (one.id.as_str(), value(one))).unzip();
        let list = format!("case_id,{}\nC-1,{}\n", names.join(","), values.join(","));
        let (cases, _) = CaseList::read("c.csv", list.as_bytes(), &protocol).unwrap();
        let study = Study::new((*id).to_owned(), Answers::new(protocol, Arc::new(cases)));
        let source = Source { study: &study, draw: None, words: &words, options: &Options::default() };
        let made = outlined(source, &Section::new("method", "Metod"), ("report.toml", outline), &|_| Ok(Vec::new()));
        let made = made.unwrap_or_else(|faults| panic!("{id}: {}", faults.describe(&words)));
        let left_out = made.left_out.map_or_else(String::new, |message| words.say(&message));
        assert!(["dv2021", "bs2023"].contains(id) || left_out.is_empty(), "{id}: {left_out}");
        known += 1;
    }
    assert_eq!(known, 9, "each review that comes with the program");
}
