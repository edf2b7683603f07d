//! Commands of the command line, chosen on the screen: what is run, and what is shown of what it says.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::tui::dialog::{Dialog, Hit};
use aktkoll::tui::key::parse_script;
use aktkoll::tui::model::Next;
use aktkoll::tui::msg::Ran;
use aktkoll::tui::{Effect, Msg, Program};

/// A sitting in which every command says `text`.
fn sitting(text: &'static str, failed: bool) -> Sitting {
    let mut sitting = Setup::default().open();
    "/home/åsa/min granskning".clone_into(&mut sitting.screen.program.files);
    sitting.screen.commands = Some(Box::new(move |line| Ran { line: line.to_owned(), text: text.to_owned(), failed }));
    sitting
}

#[test]
fn a_command_is_found_written_out_and_run_and_what_it_says_is_told() {
    let mut sitting = sitting("Rapporten finns i /home/åsa/x.docx.", false);
    sitting.keys(":rapporten<enter>");
    sitting.shows("Kör aktkoll:");
    sitting.shows("report --output '/home/åsa/min granskning-rapport.docx'");
    sitting.shows("Alla val: report --help");
    sitting.keys("<enter>");
    sitting.shows("Rapporten finns i /home/åsa/x.docx.");
    assert!(sitting.model().dialog.is_none());
    sitting.keys("j");
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
}

#[test]
fn a_path_is_completed_where_the_cursor_stands() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["Åsas mapp", "Åsas rum"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    std::fs::create_dir(folder.path().join("Åsas mapp/lista")).unwrap();
    let home = folder.path().display();
    let mut sitting = sitting("", false);
    let written = |sitting: &Sitting| match &sitting.model().dialog {
        Some(Dialog::Write { input, .. }) => input.value().to_owned(),
        other => panic!("{other:?}"),
    };
    sitting.keys(&format!(":rapporten<enter><ctrl-u>report -o {home}/Å<tab>"));
    assert_eq!(written(&sitting), format!("report -o '{home}/Åsas '"));
    sitting.keys("<tab>");
    sitting.shows("Åsas mapp/, Åsas rum/");
    sitting.keys("m<tab>l<tab>");
    assert_eq!(written(&sitting), format!("report -o '{home}/Åsas mapp/lista/'"));
    sitting.keys(&format!("<ctrl-u>report --output={home}/Åsas\\ r --yes<ctrl-left><left><left><left><tab>"));
    assert_eq!(written(&sitting), format!("report --output='{home}/Åsas rum/' --yes"));
    sitting.keys("<esc>:rapporten<enter><ctrl-u>rep<tab>");
    assert_eq!(written(&sitting), "rep", "a command is no path");
}

#[test]
fn the_plan_that_there_is_stands_in_its_command() {
    let mut none = sitting("", false);
    none.keys(":plan<enter>");
    none.shows("plan --dry-run --coders berit,");
    let plan = Some(
        "case_id,coder,second,wave\nBRO-01,alva,berit,early\nBRO-02,berit,,\nHAV-01,alva,berit,early\nHAV-02,berit,,\n",
    );
    let mut planned = Setup { plan, ..Setup::default() }.open();
    planned.keys(":plan<enter>");
    planned.shows("plan --dry-run --coders alva,berit --share 2");
}

#[test]
fn more_than_a_line_is_a_page_that_scrolls_and_closes() {
    let text: Vec<String> = (1..=60).map(|n| format!("rad {n}")).collect();
    let mut sitting = sitting(text.join("\n").leak(), false);
    sitting.keys(":räkna svaren<enter>");
    let Some(Dialog::Write { input, .. }) = &sitting.model().dialog else { panic!("{}", sitting.frame()) };
    assert!(input.value().starts_with("tally "), "{}", input.value());
    sitting.keys("<enter>");
    sitting.shows("aktkoll tally");
    sitting.shows("rad 1\n");
    sitting.keys("<end>");
    sitting.shows("rad 60");
    sitting.keys("j<esc>");
    assert!(sitting.model().dialog.is_none() && sitting.log().is_empty(), "no key is an answer there");
}

#[test]
fn a_command_that_has_failed_is_there_to_be_mended() {
    let mut sitting = sitting("Filen finns redan.\n  tips: välj en annan", true);
    sitting.keys(":kopiera granskningen<enter><enter>");
    sitting.shows("tips: välj en annan");
    sitting.keys("<esc>");
    sitting.shows("backup '/home/åsa/min granskning-kopia'");
    sitting.keys("<esc>");
    assert!(sitting.model().dialog.is_none());
}

#[test]
fn what_is_written_meanwhile_is_not_covered_by_what_a_command_says() {
    let mut sitting = sitting("", false);
    let mut effects = Vec::new();
    for typed in parse_script(":rapporten<enter><enter><esc>c").unwrap() {
        let aktkoll::tui::key::Typed::Key(key) = typed else { panic!("a key") };
        effects.extend(sitting.screen.program.update(Msg::Key { key, after: None }));
    }
    let [Effect::Command(line)] = effects.as_slice() else { panic!("{effects:?}") };
    sitting.keys("halv text");
    sitting.screen.send(Msg::Ran(Ran { line: line.clone(), text: "ett\ntvå".to_owned(), failed: false }));
    sitting.shows("halv text");
    sitting.shows("ett");
    sitting.hides("två");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=halv text");
}

#[test]
fn the_round_changes_where_there_is_something_to_code_in_it() {
    let plan = "case_id,coder,second,wave\nBRO-01,alva,berit,early\nBRO-02,berit,,\nHAV-01,berit,,\nHAV-02,berit,,\n";
    let mut own = Setup { plan: Some(plan), ..Setup::default() }.open();
    own.keys(":dubbelgranska<enter>");
    assert!(own.screen.ended());
    assert_eq!(own.model().next, Some(Next::Round(Round::Second)));
    let mut blind = Setup { plan: Some(plan), round: Round::Second, ..Setup::default() }.open();
    blind.keys(":tillbaka till den vanliga<enter>");
    assert_eq!(blind.model().next, Some(Next::Round(Round::First)));
    let mut nobody = Setup { plan: Some(plan), coder: "alva", ..Setup::default() }.open();
    nobody.keys(":dubbelgranska<enter>");
    nobody.shows("Inga ärenden är dina att dubbelgranska.");
    assert!(!nobody.screen.ended());
}

#[test]
fn a_second_coding_that_nobody_planned_is_not_begun_by_a_slip() {
    let unplanned = "Ingen dubbelgranskning är planerad. Kommandot plan";
    let mut sitting = Setup::default().open();
    sitting.keys(":dubbelgranska<enter>");
    sitting.shows(unplanned);
    assert!(!sitting.screen.ended());
    sitting.keys("D");
    sitting.shows(unplanned);
    // Whoever has begun one goes on with it.
    let answered = Draft { round: Round::Second, ..act(Op::Answer, "BRO-01", "plan", "ja") };
    let mut begun = Setup { entries: vec![line(1, "berit", answered)], is_veiled: false, ..Setup::default() }.open();
    begun.keys(":dubbelgranska<enter>");
    assert_eq!(begun.model().next, Some(Next::Round(Round::Second)));
    let plan = "case_id,coder,second,wave\nBRO-01,alva,berit,early\nBRO-02,alva,,\nHAV-01,alva,,\nHAV-02,alva,,\n";
    let mut planned = Setup { plan: Some(plan), coder: "cia", ..Setup::default() }.open();
    planned.keys("D");
    planned.shows("Inga skillnader än: ett ärende är inte klara hos båda");
}

#[test]
fn a_new_plan_opens_the_study_anew_and_looking_at_it_does_not() {
    for (typed, opens) in [("", false), ("--coders alva,berit --dry-run", false), ("--coders alva,berit", true)] {
        let mut sitting = sitting("4 ärenden är fördelade.\nBromma 2", false);
        sitting.keys(&format!(":plan: <enter><ctrl-u>plan {typed}<enter>"));
        sitting.shows("Bromma 2");
        sitting.keys("<esc>");
        assert_eq!((sitting.screen.ended(), sitting.model().next), (opens, opens.then_some(Next::Again)), "{typed}");
    }
}

#[test]
fn the_comments_behind_the_figures_are_listed_at_once() {
    let mut sitting = Setup::default().open();
    sitting.screen.commands =
        Some(Box::new(|line| Ran { line: line.to_owned(), text: format!("{line}\nBRO-01, Bromma"), failed: false }));
    sitting.keys(":kommentarer: alla<enter>");
    sitting.shows("list --comments");
    sitting.shows("BRO-01, Bromma");
    sitting.keys("<esc>");
    assert!(sitting.model().dialog.is_none() && sitting.log().is_empty());
}

#[test]
fn every_command_has_words_in_both_languages() {
    for lang in [Lang::Sv, Lang::En] {
        let mut sitting = Setup { lang, ..Setup::default() }.open();
        for name in aktkoll::tui::dialog::OFFERED {
            sitting.keys(":");
            let Some(Dialog::Find { hits, .. }) = &sitting.model().dialog else { panic!("no search") };
            assert!(hits.contains(&Hit::Command(name)), "{name}");
            sitting.keys(&format!("{name}: <enter>"));
            let Some(Dialog::Write { input, .. }) = &sitting.model().dialog else { panic!("{name} is not found") };
            assert_eq!(input.value().split(' ').next(), Some(name));
            sitting.shows("--help");
            sitting.keys("<esc>");
        }
    }
}
