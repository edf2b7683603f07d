use super::*;
use crate::base::language::{Lang, Words};
use crate::report::Options;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::study::Study;
use crate::study::answers::tests::fixture::{BESLUT, KONTAKTER, PLAN, TIMMAR, act, answer, entries, fold};
use crate::study::ledger::entry::{Entry, Op};
use proptest::prelude::*;

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
    lines.extend((0..4).map(|case| act(11 + case as u64, Op::Done, "anna", case, "1")));
    lines
}

/// What a study's outline gives in a language.
fn by(lines: &[Entry<'static>], options: &Options, lang: Lang, text: &str) -> Result<Outlined> {
    let study = Study { percent_from: 2, ..Study::new("Provet".to_owned(), fold(lines)) };
    let words = Words::new(lang);
    let source = Source { study: &study, draw: None, words: &words, options };
    outlined(source, &Section::new("method", "Metod"), "report.toml", text)
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
    let order = ["# Rapporten", "## Sist i protokollet", "Planerna", "Före frågan.", "### 1 ?", "Efter.", "### Under"];
    let order =
        order.iter().chain(&["Ja i tre av fyra ärenden (75 procent).", "Ja eller delvis i två av tre", "## Över"]);
    let places: Vec<Option<usize>> = order.map(|part| text.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{text}");
    assert!(!text.contains("reliminär"), "{text}");
}

#[test]
fn fields_are_filled_and_what_they_say_follows_the_answers() {
    let of = |text: &str| paragraph(&finished(), &Options::default(), text);
    assert_eq!(of("{count beslut=ja} och {words beslut=ja}, {words beslut=nej}."), "3 och tre, ett.");
    assert_eq!(of("{pct beslut=ja} av {base beslut}"), "75 procent av 4");
    assert_eq!(of("I {share plan=ja|delvis}, {sum plan=ja|delvis}"), "I två av tre ärenden (67 procent), två av tre");
    assert_eq!(of("{spread beslut=ja}; {spread plan=ej_aktuellt}"), "Två i SKH och ett i BRO; inget ärende");
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
    assert!(of("Alla {count beslut=ja}.").ends_with(&format!("Alla 3. {told}")), "{}", of("Alla {count beslut=ja}."));
    assert!(of("Utan tal.").ends_with("Utan tal."), "{}", of("Utan tal."));
    let text = "[[section]]\nheading = \"H\"\ncontent = [{ table = \"beslut\" }, { sentences = \"beslut=ja\" }]";
    let text = printed(&open, &Options::default(), text);
    assert_eq!(text.matches(told).count(), 3, "on top, below the table, in the sentence: {text}");
    assert!(text.contains("Preliminärt · Prov"), "{text}");
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
        let counts = study.tally.total(BESLUT);
        let question = &study.protocol.questions[BESLUT];
        for (choice, n) in question.choices().iter().zip(&counts.choices) {
            let text = format!("N {{count beslut={}}}, {{base beslut}}.", choice.id);
            let told = paragraph(&lines, &Options::default(), &text);
            prop_assert!(told.contains(&format!("N {n}, {}.", counts.base)), "{}", told);
        }
    }
}
