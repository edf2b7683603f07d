//! Questions per unit: the entries above the case list, coded with keys alone.

use super::sitting::{PROTOCOL, Setup, Sitting, WHOLE, act};
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Op, Round};

/// The usual study with two questions for management and staff of each unit.
const ASKED: &str = r#"
[[attribute]]
id = "informant"
label = "Uppgiftslämnare"
role = "informant"
values = { ledning = "Ledning", handlaggare = "Handläggare" }
[[question]]
id = "rutin"
area = "A"
text = "Finns en rutin?"
per = "unit"
[[question]]
id = "kand"
area = "B"
text = "Är rutinen känd?"
scale = "ja_nej"
per = "unit"
when = { rutin = ["ja", "delvis"], informant = "handlaggare" }
"#;

/// The usual study with questions per unit.
pub(super) fn setup() -> Setup {
    Setup { protocol: format!("{PROTOCOL}{ASKED}"), ..Setup::default() }
}

fn typed(script: &str) -> Sitting {
    let mut sitting = setup().open();
    sitting.keys(script);
    sitting
}

/// The ids of the study's entries in their order.
const ENTRIES: [&str; 4] = ["unit:BRO:ledning", "unit:BRO:handlaggare", "unit:HAV:ledning", "unit:HAV:handlaggare"];

#[test]
fn the_entries_stand_above_the_cases_and_the_first_case_is_open() {
    let mut sitting = typed("");
    sitting.is_at("BRO-01", "plan");
    let frame = sitting.frame();
    let place = |text: &str| frame.find(text).unwrap_or_else(|| panic!("{text} is not in\n{frame}"));
    assert!(place("Verksamheter") < place("Brom… · Ledn…") && place("Brom… · Hand…") < place("○ BRO-01"), "{frame}");
    sitting.shows("klara 0 av 4");
    sitting.hides("Finns en rutin?");
    let mut wide = Setup { size: (140, 30), ..setup() }.open();
    wide.shows("○ Hässelby · Handläggare");
}

#[test]
fn informants_that_disagree_are_coded_with_quote_and_note_and_tallied_over_the_entries() {
    let mut sitting = typed("<tab><home><enter>");
    sitting.is_at(ENTRIES[0], "rutin");
    sitting.shows("Bromma · Ledning");
    sitting.shows("1 Finns en rutin?");
    sitting.hides("Finns en plan?");
    sitting.keys("\"Alla kan rutinen<enter>");
    sitting.shows("\" Alla kan rutinen (Dialogmöte ledning Bromma)");
    sitting.keys("jCden är från 2019<enter><space>");
    sitting.shows("Alla frågor om verksamheten");
    sitting.shows("1 av 1 besvarad");
    sitting.keys("<space>");
    sitting.is_at(ENTRIES[1], "rutin");
    sitting.keys("d");
    sitting.is_at(ENTRIES[1], "kand");
    sitting.shows("2 Är rutinen känd?");
    sitting.keys("n<space>");
    sitting.is_at(ENTRIES[2], "rutin");
    let rutin = sitting.model().protocol().question("rutin").unwrap();
    let counts = sitting.model().study.tally().total(rutin);
    assert_eq!((counts.choices, counts.base, counts.unanswered, counts.not_asked), (vec![1, 1, 0], 2, 2, 0));
    let expected = [
        "quote unit:BRO:ledning rutin berit-1=Alla kan rutinen",
        "answer unit:BRO:ledning rutin=ja",
        "note unit:BRO:ledning rutin=den är från 2019",
        "done unit:BRO:ledning=yes",
        "answer unit:BRO:handlaggare rutin=delvis",
        "answer unit:BRO:handlaggare kand=nej",
        "done unit:BRO:handlaggare=yes",
    ];
    assert_eq!(sitting.log(), expected);
    sitting.shows("klara 0 av 4");
    sitting.keys("t");
    sitting.shows("Frågor per verksamhet.");
    sitting.shows("1 Finns en rutin?");
    sitting.shows("Handläggare");
}

#[test]
fn space_after_the_last_entry_goes_on_to_the_first_case_and_cases_never_lead_to_entries() {
    let sitting = typed("<tab><home><enter>n<space>n<space>n<space>n<space>");
    sitting.is_at("BRO-01", "plan");
    let mut sitting = typed("");
    for _ in 0..4 {
        sitting.keys(WHOLE);
        sitting.keys("<space>");
    }
    assert!(sitting.at().0.starts_with("HAV-02"), "{:?}", sitting.at());
    sitting.shows("klara 4 av 4");
    sitting.shows("Verksamheter kvar, överst i listan: 4.");
}

#[test]
fn the_tally_of_a_question_per_unit_is_by_informant_or_by_unit() {
    let mut sitting = typed("<tab><home><enter>j<esc>");
    let strip = |sitting: &mut Sitting| -> Vec<String> {
        let frame = sitting.frame();
        frame.lines().skip_while(|line| !line.contains("Hittills, fråga 1")).map(str::to_owned).collect()
    };
    let lines = strip(&mut sitting);
    assert!(
        lines[1].contains("Ledning") && lines[2].contains("Handläggare") && lines[3].contains("Totalt"),
        "{lines:?}"
    );
    assert!(lines.iter().all(|line| !line.contains("Kvinnor")), "{lines:?}");
    sitting.keys("v");
    let lines = strip(&mut sitting);
    assert!(lines[1].contains("Bromma") && lines[2].contains("Hässelby") && lines[3].contains("Totalt"), "{lines:?}");
    sitting.keys("<tab><end><enter>v");
    sitting.shows("Kvinnor");
    sitting.hides("Handläggare   ");
}

#[test]
fn what_one_does_to_a_case_one_does_to_an_entry() {
    let mut sitting = typed("/hässelby handl<enter>");
    sitting.is_at(ENTRIES[3], "rutin");
    sitting.keys("jj!f2<enter>bmöte 12 maj<enter>mbara en deltog<enter>");
    let expected = [
        "answer unit:HAV:handlaggare rutin=ja",
        "answer unit:HAV:handlaggare kand=ja",
        "flag unit:HAV:handlaggare kand unsure=yes",
        "flag unit:HAV:handlaggare kand discuss=yes",
        "bookmark unit:HAV:handlaggare=möte 12 maj",
        "note unit:HAV:handlaggare=bara en deltog",
    ];
    assert_eq!(sitting.log(), expected);
    sitting.keys("<space>");
    sitting.shows("bara en deltog");
    sitting.keys("<esc>h");
    sitting.shows("Berit: Ja");
    sitting.keys("<esc>u");
    sitting.shows("Ångrat: kommentar, Hässelby · Handläggare");
    sitting.keys("<tab><end><enter>M<enter>");
    sitting.is_at(ENTRIES[3], "kand");
    sitting.keys("uuuu");
    assert_eq!(sitting.last(), "answer unit:HAV:handlaggare kand=");
    sitting.keys("<pagedown>");
    sitting.keys(WHOLE);
    sitting.is_at("BRO-01", "ovrigt");
    sitting.keys("<esc>g");
    sitting.is_at(ENTRIES[3], "kand");
    sitting.keys("xingen ledning kom<enter>");
    assert_eq!(sitting.last(), "drop unit:HAV:handlaggare=ingen ledning kom");
    let mut again = sitting.restarted();
    again.is_at("BRO-01", "plan");
    again.keys("/hand<enter>");
    assert!(again.at().0.ends_with("handlaggare"));
}

#[test]
fn a_colleagues_entry_opens_for_reading_and_can_be_taken_over() {
    let mut sitting = setup().open();
    sitting.other("lotta", act(Op::Answer, ENTRIES[0], "rutin", "nej"));
    sitting.keys("<tab><home><enter>j");
    sitting.shows("Ta över det?");
    sitting.keys("4<enter>j");
    assert_eq!(sitting.log()[1..], ["take unit:BRO:ledning=other", "answer unit:BRO:ledning rutin=ja"]);
}

#[test]
fn without_informants_the_units_themselves_are_the_entries() {
    let asked = ASKED.split("[[question]]").nth(1).unwrap();
    let protocol = format!("{PROTOCOL}[[question]]{asked}");
    let mut sitting = Setup { protocol, ..Setup::default() }.open();
    sitting.keys("<tab><home><enter>j<space>d");
    assert_eq!(sitting.log()[0], "answer unit:BRO rutin=ja");
    assert_eq!(sitting.log()[2], "answer unit:HAV rutin=delvis");
    sitting.keys("<esc>");
    sitting.shows("Hittills, fråga 1");
    sitting.shows("Bromma");
}

#[test]
fn in_a_blind_round_entries_are_coded_like_cases_and_in_ascii_they_read_plainly() {
    let mut sitting = Setup { round: Round::Second, ascii: true, lang: Lang::En, ..setup() }.open();
    sitting.is_at("BRO-01", "plan");
    sitting.keys("<tab><home><enter>y");
    assert_eq!(sitting.last(), "answer unit:BRO:ledning rutin=ja");
    sitting.shows("Bromma, Ledning");
    assert!(sitting.frame().is_ascii() || sitting.frame().chars().all(|c| c.is_alphabetic() || c.is_ascii()));
}

#[test]
fn a_mark_on_an_entry_leads_to_a_question_that_is_asked_there() {
    for question in ["", "plan"] {
        let mut sitting = typed("");
        sitting.is_at("BRO-01", "plan");
        sitting.other("cilla", act(Op::Flag, "unit:BRO:ledning", question, "yes"));
        sitting.keys("M<enter>");
        sitting.is_at("unit:BRO:ledning", "rutin");
    }
}
