//! Every page of the screen as it is, in both languages, three sizes and two character sets: one file a page.

mod journeys;

use super::sitting::{Setup, Sitting};
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Op, Round};
use aktkoll::tui::Model;
use aktkoll::tui::dialog::{Dialog, Field, ListKind, SearchScope};
use aktkoll::tui::model::{Focus, Saving};
use insta::assert_snapshot;
use journeys::JOURNEYS;
use std::collections::BTreeSet;

/// Which page shows. The matches below have no arm for the rest, so that whoever adds one gives it a name here, and a
/// journey to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Page {
    Questions,
    Cases,
    Second,
    Spot,
    Consensus,
    Saving,
    NotSaved,
    Summary,
    Tally,
    Progress,
    History,
    SpotResult,
    Help,
    Tour,
    Answers,
    Flag,
    Take,
    Show,
    Marks,
    Rules,
    Spellings,
    CountAs,
    Strengths,
    Quotes,
    Differences,
    Source,
    Agreement,
    Differing,
    Find,
    Palette,
    FindAnswer,
    WriteAnswer,
    WriteNote,
    WriteQuote,
    WriteBookmark,
    WriteDrop,
    WriteRule,
    WriteItem,
    WriteName,
    WriteNumber,
    WriteInFile,
    WriteCases,
    Output,
    Settings,
    Values,
    WriteCommand,
}

/// Where a journey leads, and how.
type Journey = (&'static str, Page, fn(Setup) -> Sitting);

fn page(model: &Model) -> Page {
    match &model.saving {
        Saving::Failed { .. } => return Page::NotSaved,
        Saving::Pending { .. } => return Page::Saving,
        Saving::Idle | Saving::Saved => {}
    }
    let Some(dialog) = &model.dialog else {
        return match (model.round(), model.focus) {
            (Round::First, Focus::Questions) => Page::Questions,
            (Round::First, Focus::Cases) => Page::Cases,
            (Round::Second, _) => Page::Second,
            (Round::Spot, _) => Page::Spot,
            (Round::Consensus, _) => Page::Consensus,
        };
    };
    match dialog {
        Dialog::Summary { .. } => Page::Summary,
        Dialog::Tally { .. } => Page::Tally,
        Dialog::Progress { .. } => Page::Progress,
        Dialog::History { .. } => Page::History,
        Dialog::Spot { .. } => Page::SpotResult,
        Dialog::Output { .. } => Page::Output,
        Dialog::Help { .. } => Page::Help,
        Dialog::Tour { .. } => Page::Tour,
        Dialog::Choose { about, .. } => list(*about),
        Dialog::Find { realm: SearchScope::Study, .. } => Page::Find,
        Dialog::Find { realm: SearchScope::Actions, .. } => Page::Palette,
        Dialog::Find { realm: SearchScope::Answers, .. } => Page::FindAnswer,
        Dialog::Write { field, .. } => written(field),
    }
}

fn list(about: ListKind) -> Page {
    match about {
        ListKind::Answers => Page::Answers,
        ListKind::Flag => Page::Flag,
        ListKind::Take => Page::Take,
        ListKind::Show => Page::Show,
        ListKind::Marks => Page::Marks,
        ListKind::Rules => Page::Rules,
        ListKind::Spellings => Page::Spellings,
        ListKind::CountAs(_) => Page::CountAs,
        ListKind::Strengths => Page::Strengths,
        ListKind::Quotes => Page::Quotes,
        ListKind::Differences => Page::Differences,
        ListKind::Source(_) => Page::Source,
        ListKind::Settings => Page::Settings,
        ListKind::Values(_) => Page::Values,
        ListKind::Agreement => Page::Agreement,
        ListKind::Differing(_) => Page::Differing,
    }
}

fn written(field: &Field) -> Page {
    match field {
        Field::Answer { .. } => Page::WriteAnswer,
        Field::Text { op: Op::Quote, .. } => Page::WriteQuote,
        Field::Text { op: Op::Bookmark, .. } => Page::WriteBookmark,
        Field::Text { op: Op::Drop, .. } => Page::WriteDrop,
        Field::Text { op: Op::Rule, .. } => Page::WriteRule,
        Field::Text { op: Op::Item, .. } => Page::WriteItem,
        Field::Text { .. } => Page::WriteNote,
        Field::Name(_) => Page::WriteName,
        Field::Number => Page::WriteNumber,
        Field::InFile => Page::WriteInFile,
        Field::Cases => Page::WriteCases,
        Field::Command => Page::WriteCommand,
    }
}

/// The twelve frames that a journey ends with, and the page that it led to.
fn frames(journey: fn(Setup) -> Sitting) -> (Page, String) {
    let mut text = String::new();
    let mut pages = BTreeSet::new();
    for lang in [Lang::Sv, Lang::En] {
        for size in [(60, 15), (80, 24), (120, 40)] {
            for ascii in [false, true] {
                let mut sitting = journey(Setup { lang, ascii, size, ..journeys::usual() });
                let (name, charset) = (lang.tag(), if ascii { "ASCII" } else { "UTF-8" });
                text += &format!("== {name} {}x{} {charset}\n{}", size.0, size.1, sitting.frame());
                pages.insert(page(sitting.model()));
            }
        }
    }
    assert_eq!(pages.len(), 1, "{pages:?}");
    (pages.pop_first().unwrap(), text)
}

#[test]
fn every_page_looks_as_it_did() {
    let (mut seen, mut astray) = (BTreeSet::new(), Vec::new());
    for (name, wanted, journey) in JOURNEYS {
        let (page, text) = frames(*journey);
        if page != *wanted {
            astray.push((name, page));
        }
        seen.insert(page as usize);
        assert_snapshot!(*name, text);
    }
    assert_eq!(astray, [], "these lead elsewhere");
    // The pages are numbered as they are written down, and the last one is known.
    let all: BTreeSet<usize> = (0..=Page::WriteCommand as usize).collect();
    assert_eq!(seen, all, "a page has no snapshot");
}
