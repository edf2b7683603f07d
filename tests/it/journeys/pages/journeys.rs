//! The ways to every page.

use super::super::sitting::{CASES, PROTOCOL, Setup, Sitting, WHOLE, act, key, line};
use super::super::spellings::TEXTS;
use super::super::{agreement, discussing, file, phase, quotes, resolving, spot, strengths, units};
use super::{Journey, Page};
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::tui::Msg;
use aktkoll::tui::model::Setting;
use aktkoll::tui::msg::{Ran, Unheard};
use std::time::Duration;

/// The usual study, with a first question of usual length.
pub(super) fn usual() -> Setup {
    let long = "Finns en aktuell genomförandeplan som den enskilde har varit med om att ta fram?";
    let guidance =
        "En plan utan datum räknas inte. Har planen följts upp under året är den aktuell, även om den är äldre.";
    let protocol = PROTOCOL.replace("Finns en plan?", long).replace("En plan utan datum räknas inte.", guidance);
    Setup { protocol, ..Setup::default() }
}

/// A study with keys typed; `¤` is the key for yes of the language's keymap.
fn typed(setup: Setup, script: &str) -> Sitting {
    let yes = if setup.lang == Lang::Sv { "j" } else { "y" };
    let mut sitting = setup.open();
    sitting.keys(&script.replace('¤', yes));
    sitting
}

/// The step of the tour that follows on so many.
fn toured(setup: Setup, step: usize) -> Sitting {
    let mut sitting = typed(setup, "¤");
    sitting.screen.program.begin_tour(None);
    sitting.keys(&"<enter>".repeat(step - 1));
    sitting
}

/// A colleague has begun the first case.
fn begun(setup: Setup) -> Setup {
    Setup { entries: discussing::begun_by_alva(), ..setup }
}

/// A colleague has coded two cases, which are drawn for a spot check.
fn checked(setup: Setup) -> Setup {
    Setup { round: Round::Spot, entries: [spot::by("alva", 1, spot::first()), spot::draw()].concat(), ..setup }
}

fn resolved(setup: Setup, script: &str) -> Sitting {
    typed(Setup { coder: "cia", round: Round::Consensus, entries: resolving::one_case(), ..setup }, script)
}

/// Two cases coded by both, of which they agree on one.
fn twice(setup: Setup) -> Sitting {
    let mut sitting = Setup { plan: Some(agreement::PLAN), entries: agreement::first_codings(), ..setup }.open();
    for (case, plan) in [("BRO-01", "nej"), ("BRO-02", "delvis")] {
        sitting.other("alva", agreement::second(act(Op::Answer, case, "plan", plan)));
        sitting.other("alva", agreement::second(act(Op::Done, case, "", "yes")));
    }
    sitting
}

fn per_unit(setup: Setup) -> Setup {
    let asked = units::setup().protocol.replacen(PROTOCOL, "", 1);
    Setup { protocol: setup.protocol.clone() + &asked, ..setup }
}

fn of_ten(setup: Setup) -> Setup {
    Setup { cases: strengths::cases(), entries: strengths::coded(), ..setup }
}

fn quoted(setup: Setup) -> Setup {
    Setup { entries: quotes::entries(), ..setup }
}

/// The question with more answers than keys.
fn many(setup: Setup) -> Setup {
    let choices =
        (1..=60).map(|n| format!("{{ id = \"c{n}\", label = \"Plats {n}\" }}")).collect::<Vec<_>>().join(", ");
    let asked = format!("[[question]]\nid = \"plats\"\narea = \"B\"\ntext = \"Var?\"\nchoices = [{choices}]\n");
    Setup { protocol: setup.protocol.replace("[[check]]", &(asked + "[[check]]")), ..setup }
}

/// A question with more answers than can be leafed through.
fn long(setup: Setup) -> Setup {
    let choices =
        (1..=290).map(|n| format!("{{ id = \"c{n}\", label = \"Kommun {n}\" }}")).collect::<Vec<_>>().join(", ");
    let asked = format!(
        "[[question]]\nid = \"kommuner\"\narea = \"B\"\ntext = \"Vilka?\"\nkind = \"choices\"\nchoices = [{choices}]\n"
    );
    Setup { protocol: setup.protocol.replace("[[check]]", &(asked + "[[check]]")), ..setup }
}

fn discussed(setup: Setup, script: &str) -> Sitting {
    let raised = [
        act(Op::Flag, "BRO-01", "plan", "yes"),
        Draft { item: "discuss|alva-3".to_owned(), ..act(Op::Note, "BRO-01", "plan", "Räknas ett utkast?") },
    ];
    let raised = raised.into_iter().zip(2..).map(|(draft, seq)| line(seq, "alva", draft));
    let entries = discussing::begun_by_alva().into_iter().chain(raised).collect();
    typed(Setup { entries, ..setup }, script)
}

fn reopened(setup: Setup, script: &str) -> Sitting {
    let Setup { entries, phase, .. } = phase::feedback();
    typed(Setup { entries, phase, ..setup }, script)
}

fn failed(setup: Setup, script: &str) -> Sitting {
    let mut sitting = setup.open();
    sitting.screen.saver.fails = true;
    sitting.keys(script);
    sitting
}

fn waiting(setup: Setup) -> Sitting {
    let mut sitting = setup.open();
    sitting.pends("n123");
    sitting.screen.send(Msg::Waited { seconds: 7 });
    sitting
}

fn held(setup: Setup) -> Sitting {
    let mut sitting = typed(setup, "n");
    for name in ["1", "1", "n", "2"] {
        sitting.screen.send(Msg::Key { key: key(name), after: Some(Duration::ZERO) });
    }
    sitting
}

fn told(setup: Setup, msg: Msg) -> Sitting {
    let mut sitting = setup.open();
    sitting.screen.send(msg);
    sitting
}

/// The line of a command, which fails with a hint.
fn command(setup: Setup, script: &str) -> Sitting {
    let name = if setup.lang == Lang::Sv { "rapporten" } else { "write the report" };
    let mut sitting = setup.open();
    "/home/asa/granskningar/bs2023".clone_into(&mut sitting.screen.program.files);
    let text = "/home/asa/granskningar/bs2023-rapport.docx: Filen är ändrad.\n  tips: välj ett annat namn".to_owned();
    sitting.screen.commands =
        Some(Box::new(move |line| Ran { line: line.to_owned(), text: text.clone(), failed: true }));
    sitting.keys(&format!(":{name}<enter>{script}"));
    sitting
}

/// The page of settings, of which one is set.
fn set(setup: Setup, script: &str) -> Sitting {
    let name = if setup.lang == Lang::Sv { "inställningar" } else { "settings" };
    let mut sitting = setup.open();
    let values = ["always", "after-case", "never"].map(str::to_owned).into();
    sitting.screen.program.settings = vec![
        Setting { name: "coder", about: "settings-coder", value: None, values: Vec::new() },
        Setting { name: "tallies", about: "settings-tallies", value: Some("never".to_owned()), values },
    ];
    let text = "tallies = after-case".to_owned();
    sitting.screen.commands =
        Some(Box::new(move |line| Ran { line: line.to_owned(), text: text.clone(), failed: false }));
    sitting.keys(&format!(":{name}<enter>{script}"));
    sitting
}

/// Every journey with its snapshot's name.
pub(super) const JOURNEYS: &[Journey] = &[
    ("page_begun", Page::Questions, |s| typed(s, "")),
    ("page_coding", Page::Questions, |s| typed(s, "n!Cingen plan i akten<enter>11<space>")),
    ("page_tally_hidden", Page::Questions, |s| typed(s, "TTn")),
    ("page_tally_by_unit", Page::Questions, |s| typed(s, "vn1<up>")),
    ("page_tally_by_unit_told", Page::Questions, |s| typed(s, "v")),
    ("page_text_question", Page::Questions, |s| typed(s, &format!("{TEXTS}S1<enter><enter><esc>"))),
    ("page_discussion", Page::Questions, |s| discussed(s, "<pageup><home>")),
    ("page_dropped", Page::Questions, |s| typed(s, "xAkten är sekretessbelagd<enter><pageup>n")),
    ("page_joint", Page::Questions, |s| typed(Setup { with: Some("lotta"), ..s }, "¤")),
    ("page_view_only", Page::Questions, |s| typed(Setup { writable: false, ..s }, "n")),
    ("page_colleague", Page::Questions, |s| typed(begun(s), "<pageup>")),
    ("page_unit", Page::Questions, |s| typed(per_unit(s), "<tab><home><enter>")),
    ("page_offer", Page::Questions, held),
    ("page_unheard", Page::Questions, |s| told(s, Msg::Unheard(Unheard::Open))),
    ("page_unknown_key", Page::Questions, |s| typed(s, "Ö")),
    ("page_cases", Page::Cases, |s| typed(s, "n<tab><down><down>")),
    ("page_second", Page::Second, |s| typed(Setup { round: Round::Second, ..begun(s) }, "n")),
    ("page_spot", Page::Spot, |s| typed(checked(s), "n")),
    ("page_consensus", Page::Consensus, |s| resolved(s, "")),
    ("page_saving", Page::Saving, waiting),
    ("page_not_saved", Page::NotSaved, |s| failed(s, "n")),
    ("page_summary", Page::Summary, |s| typed(s, "n11<space>7<enter><end><space>")),
    ("page_summary_unit", Page::Summary, |s| typed(per_unit(s), "<tab><home><enter>¤")),
    ("page_tally", Page::Tally, |s| typed(s, &format!("{WHOLE}<space>n2t"))),
    ("page_tally_units", Page::Tally, |s| typed(s, &format!("{WHOLE}<space>n2vt"))),
    ("page_tally_percents", Page::Questions, |s| typed(of_ten(s), "<end><home><down>")),
    ("page_tally_page_percents", Page::Tally, |s| typed(of_ten(s), "t<home>")),
    ("page_tally_scrolled", Page::Tally, |s| typed(of_ten(s), "t<home><down><down><down>")),
    ("page_progress", Page::Progress, |s| typed(s, &format!("{WHOLE}<space>n!P"))),
    ("page_progress_twice", Page::Progress, |s| typed(Setup { plan: Some(agreement::PLAN), ..s }, "nP")),
    ("page_history", Page::History, |s| typed(s, "n<home>¤<home>cingen plan<enter>uuh")),
    ("page_spot_result", Page::SpotResult, |s| typed(checked(s), &format!("{WHOLE}<space>{WHOLE}<space>"))),
    ("page_tour", Page::Tour, |s| toured(s, 1)),
    ("page_tour_end", Page::Tour, |s| toured(s, 6)),
    ("page_help", Page::Help, |s| typed(s, "?")),
    ("page_help_end", Page::Help, |s| typed(s, "?<end>")),
    ("page_help_text", Page::Help, |s| typed(s, "c<f1>")),
    ("page_answers", Page::Answers, |s| typed(many(s), "#8<enter><enter>")),
    ("page_find_answer", Page::FindAnswer, |s| typed(long(s), "#8<enter><enter>kommun 7<enter>")),
    ("page_long_list", Page::Questions, |s| typed(long(s), "#8<enter>")),
    ("page_flag", Page::Flag, |s| typed(s, "f")),
    ("page_flag_discussed", Page::Flag, |s| discussed(s, "<pageup><home>f")),
    ("page_take", Page::Take, |s| typed(begun(s), "<pageup>n")),
    ("page_show", Page::Show, |s| typed(s, "F")),
    ("page_marks", Page::Marks, |s| typed(s, "n!f1<enter>xborta<enter>M")),
    ("page_rules", Page::Rules, |s| typed(s, "n<home>rutan datum = nej<enter><enter>")),
    ("page_spellings", Page::Spellings, |s| typed(s, &format!("{TEXTS}S1<enter><enter>"))),
    ("page_count_as", Page::CountAs, |s| typed(s, &format!("{TEXTS}S1<enter>"))),
    ("page_strengths", Page::Strengths, |s| typed(of_ten(s), "s<down>")),
    ("page_quotes", Page::Quotes, |s| typed(quoted(s), "'<enter>")),
    ("page_source", Page::Source, |s| typed(quoted(s), "'<down><enter>")),
    ("page_differences", Page::Differences, |s| resolved(s, "1D")),
    ("page_agreement", Page::Agreement, |s| {
        let mut sitting = twice(s);
        sitting.keys("=");
        sitting
    }),
    ("page_differing", Page::Differing, |s| {
        let mut sitting = twice(s);
        sitting.keys("=<enter>");
        sitting
    }),
    ("page_find", Page::Find, |s| typed(s, "/hasselby")),
    ("page_palette", Page::Palette, |s| typed(s, ":")),
    ("page_write_number", Page::WriteAnswer, |s| typed(s, "#5<enter>700<enter>")),
    ("page_write_date", Page::WriteAnswer, |s| typed(s, "#6<enter><enter>2021-13")),
    ("page_write_completed", Page::WriteAnswer, |s| typed(s, &format!("{TEXTS}<enter>al"))),
    ("page_write_note", Page::WriteNote, |s| typed(s, "cHon bor hos Anna i Bromma")),
    ("page_write_note_unsaved", Page::WriteNote, |s| typed(s, "cSe bilagan<esc>")),
    ("page_write_identity", Page::WriteNote, |s| typed(s, "cfödd 811218-9876<enter>")),
    ("page_write_email", Page::WriteNote, |s| typed(s, "cskriv a.ek@exempel.se<enter>")),
    ("page_write_note_case", Page::WriteNote, |s| typed(s, "mTunn akt")),
    ("page_write_manager", Page::WriteNote, |s| typed(s, "f4<enter>")),
    ("page_write_reply", Page::WriteNote, |s| discussed(s, "<pageup><home>f<enter>Nej")),
    ("page_write_reason", Page::WriteNote, |s| reopened(s, "<home>¤")),
    ("page_write_resolve_reason", Page::WriteNote, |s| resolved(s, "c")),
    ("page_write_quote", Page::WriteQuote, |s| typed(s, "\"Hen trivs")),
    ("page_write_bookmark", Page::WriteBookmark, |s| typed(s, "bs. 41, journal 2020")),
    ("page_write_drop", Page::WriteDrop, |s| typed(s, "xsekretess")),
    ("page_write_rule", Page::WriteRule, |s| typed(s, "rutan datum = nej")),
    ("page_write_item", Page::WriteItem, |s| typed(of_ten(s), "s<down><enter>")),
    ("page_write_name", Page::WriteName, |s| typed(s, &format!("{TEXTS}S1<enter><end><enter>"))),
    ("page_write_question_number", Page::WriteNumber, |s| typed(s, "#99<enter>")),
    ("page_file_beside", Page::Questions, |s| read(s, "n<f2><ctrl-d><ctrl-e><f5><ctrl-e><f5>")),
    ("page_file_whole", Page::Questions, |s| read(s, "<f2><f2><ctrl-d><f4>")),
    ("page_find_in_file", Page::WriteInFile, |s| read(s, "<f2><ctrl-d><ctrl-e><f5><ctrl-e><f3>mer stöd")),
    ("page_command", Page::WriteCommand, |s| command(s, "")),
    ("page_output", Page::Output, |s| command(s, "<enter>")),
    ("page_settings", Page::Settings, |s| set(s, "<down><enter><up><enter>")),
    ("page_setting_values", Page::Values, |s| set(s, "<down><enter>")),
    ("page_write_cases", Page::WriteCases, |s| {
        typed(Setup { cases: CASES.to_owned(), entries: spot::by("alva", 1, spot::first()), ..s }, "*0<enter>")
    }),
];

/// The file of the case is read.
fn read(setup: Setup, script: &str) -> Sitting {
    let files = file::files();
    let mut sitting = setup.open();
    file::with_files(&mut sitting, files.path());
    sitting.keys(script);
    sitting
}
