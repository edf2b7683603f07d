//! From the key to the disk: nothing moves before, keys wait, and what is not saved stands on the screen.

use super::sitting::{Setup, Sitting, WHOLE, key};
use aktkoll::base::fault::Fault;
use aktkoll::msg;
use aktkoll::study::answers::case_view::Perspective;
use aktkoll::study::ledger::entry::Op;
use aktkoll::study::ledger::evidence::Evidence;
use aktkoll::tui::Msg;
use aktkoll::tui::model::Saving;

fn waited(sitting: &mut Sitting, seconds: u64) {
    sitting.screen.send(Msg::Waited { seconds });
}

#[test]
fn nothing_moves_before_the_line_is_on_disk() {
    let mut sitting = Sitting::typed("");
    let drafts = sitting.pends("j");
    sitting.is_at("BRO-01", "plan");
    assert_eq!(sitting.answer("BRO-01", "plan"), "");
    assert_eq!(sitting.model().study.tally().total(0.into()).base, 0);
    sitting.shows("sparar …");
    sitting.hides("Sparat");
    assert_eq!(sitting.reaches_disk(&drafts[0]), None);
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("Sparat ✓");
}

#[test]
fn keys_typed_meanwhile_wait_in_order_and_are_heard_one_by_one() {
    let mut sitting = Sitting::typed("");
    let drafts = sitting.pends("n12<space>");
    assert_eq!(drafts.len(), 1, "only one line is on its way");
    let utfall = sitting.reaches_disk(&drafts[0]).unwrap();
    assert_eq!((utfall.draft.question.as_str(), utfall.draft.value.as_str()), ("utfall", "bifall"));
    let kontakt = sitting.reaches_disk(&utfall).unwrap();
    assert_eq!((kontakt.draft.question.as_str(), kontakt.draft.value.as_str()), ("kontakt", "vard"));
    assert_eq!(sitting.reaches_disk(&kontakt), None);
    sitting.is_at("BRO-01", "timmar");
}

#[test]
fn a_waiting_key_means_what_it_means_when_it_is_heard() {
    let mut sitting = Sitting::typed("");
    let drafts = sitting.pends("nj");
    assert_eq!(sitting.reaches_disk(&drafts[0]), None, "yes is no answer to the next question");
    sitting.shows("Ja går inte att svara här.");
}

#[test]
fn after_a_second_the_keys_that_wait_are_dropped_and_counted() {
    let mut sitting = Sitting::typed("");
    let drafts = sitting.pends("j123");
    waited(&mut sitting, 1);
    sitting.shows("3 tryckningar togs inte emot");
    sitting.shows("sparar … 1 s");
    waited(&mut sitting, 5);
    sitting.shows("sparar … 5 s");
    assert_eq!(sitting.pends("12").len(), 0);
    sitting.shows("5 tryckningar togs inte emot");
    assert_eq!(sitting.reaches_disk(&drafts[0]), None);
    sitting.is_at("BRO-01", "foljs");
    assert_eq!(sitting.log().len(), 1);
    sitting.shows("5 tryckningar togs inte emot");
}

#[test]
fn not_saved_stands_until_a_retry_works_and_nothing_is_taken_meanwhile() {
    let mut sitting = Sitting::typed("");
    sitting.screen.saver.fails = true;
    sitting.keys("j");
    for keys in ["", "n", "123", "<down>", "c", "u", "<esc>", "<paste:jjj>", "<pagedown>", "<space>", "<enter>"] {
        sitting.keys(keys);
        sitting.shows("EJ SPARAT: Ja i BRO-01 fråga 1.");
        sitting.shows("disken är full");
        sitting.is_at("BRO-01", "plan");
        assert!(sitting.log().is_empty() && sitting.model().dialog.is_none(), "{keys}");
        assert_eq!(sitting.model().study.tally().total(0.into()).base, 0);
    }
    sitting.screen.saver.fails = false;
    sitting.keys("<enter>");
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("Sparat ✓");
    sitting.hides("EJ SPARAT");
}

#[test]
fn a_failure_with_a_key_waiting_drops_the_key() {
    let mut sitting = Sitting::typed("");
    sitting.pends("jjj");
    sitting.screen.send(Msg::NotSaved(Fault::new(msg!("ledger-not-saved", cause = "x")).into()));
    assert!(matches!(sitting.model().saving, Saving::Failed { .. }));
    sitting.keys("<enter>");
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
    sitting.shows("2 tryckningar togs inte emot");
}

#[test]
fn the_end_of_a_case_that_is_not_saved_is_tried_again_with_space() {
    let mut sitting = Sitting::typed(WHOLE);
    sitting.screen.saver.fails = true;
    sitting.keys("<space>");
    sitting.shows("EJ SPARAT");
    assert_eq!(sitting.at().0, "BRO-01");
    sitting.screen.saver.fails = false;
    sitting.keys("<space>");
    assert_eq!(sitting.last(), "done BRO-01=yes");
    assert_eq!(sitting.at().0, "BRO-02");
}

#[test]
fn looking_records_nothing_whatever_is_typed() {
    let mut sitting = Setup { writable: false, ..Setup::default() }.open();
    for keys in ["j", "3", "cnot<enter>", "mnot<enter>", "\"citat<enter>", "f1<enter>", "!", "b", "x", "u", "U"] {
        sitting.keys(keys);
        sitting.keys("<esc><esc>");
    }
    sitting.keys("<end><space><space><space>7<enter><backspace>i<enter>");
    assert!(sitting.log().is_empty(), "{:?}", sitting.log());
    sitting.shows("öppnad för visning");
}

#[test]
fn pasted_text_is_never_answers() {
    for before in ["", "<tab>", "?", "h", "t", "f", "F"] {
        let mut sitting = Sitting::typed(before);
        sitting.keys("<paste:jjj123\n ><esc>");
        assert!(sitting.log().is_empty(), "{before}");
        assert_eq!(sitting.model().answer(0.into()), "");
    }
    let mut sitting = Sitting::typed("<paste:j>");
    sitting.shows("Inklistrad text tas inte som svar.");
    sitting.keys("/<paste:hassel\nby>");
    sitting.shows("hassel by");
}

#[test]
fn a_text_pasted_while_a_line_is_on_its_way_answers_nothing() {
    let mut sitting = Sitting::typed("");
    let drafts = sitting.pends("j<paste:nnn>");
    assert_eq!(sitting.reaches_disk(&drafts[0]), None);
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
}

#[test]
fn while_the_disk_does_not_answer_quitting_is_all_that_is_shown_and_it_works() {
    for before in ["", "c"] {
        let mut sitting = Sitting::typed(before);
        sitting.pends(if before.is_empty() { "j" } else { "oklart<enter>" });
        waited(&mut sitting, 1);
        sitting.shows("q avsluta");
        for other in ["kommentar", "ångra", "spara "] {
            sitting.hides(other);
        }
        sitting.screen.send(Msg::Key { key: key("q"), after: None });
        assert!(sitting.screen.ended(), "{before}");
    }
}

#[test]
fn quitting_ends_the_program_and_only_control_c_does_so_while_saving() {
    let mut sitting = Sitting::typed("q");
    assert!(sitting.screen.ended());
    sitting = Sitting::typed("");
    sitting.pends("j");
    sitting.screen.send(Msg::Key { key: key("q"), after: None });
    assert!(!sitting.screen.ended());
    sitting.screen.send(Msg::Key { key: key("ctrl-c"), after: None });
    assert!(sitting.screen.ended());
}

#[test]
fn why_nothing_is_saved_and_what_to_do_is_never_cut() {
    for size in [(60, 15), (80, 24), (120, 40)] {
        let mut sitting = Setup { size, ..Setup::default() }.open();
        sitting.screen.saver.fails = true;
        sitting.keys("j");
        let frame = sitting.frame();
        let words: Vec<&str> = frame.split_whitespace().collect();
        let told = words.join(" ");
        for part in ["EJ SPARAT: Ja i BRO-01 fråga 1.", "(disken är full)", "Retur försöker igen, Ctrl-C avslutar."]
        {
            assert!(told.contains(part), "{part} is not in {frame}");
        }
    }
}

#[test]
fn a_text_pasted_meanwhile_waits_in_order_like_a_key() {
    let mut sitting = Sitting::typed("");
    let drafts = sitting.pends("jc<paste:aktuell plan><enter>");
    assert_eq!(drafts.len(), 1);
    let note = sitting.reaches_disk(&drafts[0]).unwrap();
    assert_eq!((note.draft.question.as_str(), note.draft.value.as_str()), ("foljs", "aktuell plan"));
}

/// Lines of a document that are marked.
fn marked(first: usize, last: usize) -> Evidence {
    let (document, print) = ("journal".to_owned(), "0123456789abcdef0123456789abcdef".to_owned());
    Evidence { document, first, last, print, extractor: "text 1".to_owned() }
}

/// Lines that are found are marked.
fn mark(sitting: &mut Sitting, lines: &[(usize, usize)]) {
    sitting.screen.program.file.marked = lines.iter().map(|&(first, last)| marked(first, last)).collect();
}

/// What the answer of record to a question was found in.
fn found(sitting: &Sitting, question: usize) -> Vec<String> {
    let answers = &sitting.model().study.answers;
    let found = answers.evidence(Perspective::Record, 0.into(), question.into());
    found.iter().map(Evidence::item).collect()
}

const FOUND: &str = "0123456789abcdef0123456789abcdef text 1";

#[test]
fn where_an_answer_was_found_is_written_at_once_with_it_and_before_it() {
    let mut sitting = Sitting::typed("");
    mark(&mut sitting, &[(12, 15), (3, 3)]);
    let recordings = sitting.pends("j1");
    assert_eq!(recordings.len(), 1, "one write");
    let written: Vec<_> = recordings[0].drafts().map(|draft| (draft.op, draft.item.as_str())).collect();
    assert_eq!(written, [(Op::Evidence, "journal:12-15"), (Op::Evidence, "journal:3-3"), (Op::Answer, "")]);
    assert_eq!(
        (found(&sitting, 0), sitting.model().file.marked.len()),
        (vec![], 2),
        "nothing moves before it is on disk"
    );
    let next = sitting.reaches_disk(&recordings[0]).unwrap();
    assert_eq!(found(&sitting, 0), ["journal:3-3", "journal:12-15"]);
    assert_eq!((next.drafts().count(), sitting.model().file.marked.len()), (1, 0), "the next answer has none");
    let all = ["evidence BRO-01 plan journal:12-15=", "evidence BRO-01 plan journal:3-3="]
        .map(|line| format!("{line}{FOUND}"));
    assert_eq!(sitting.log(), [all[0].as_str(), all[1].as_str(), "answer BRO-01 plan=ja"]);
}

#[test]
fn where_an_answer_was_found_fails_and_is_tried_again_with_it() {
    let mut sitting = Sitting::typed("");
    mark(&mut sitting, &[(12, 15)]);
    sitting.screen.saver.fails = true;
    sitting.keys("j");
    sitting.shows("EJ SPARAT: Ja i BRO-01 fråga 1.");
    assert_eq!((sitting.log().len(), sitting.model().file.marked.len()), (0, 1));
    sitting.screen.saver.fails = false;
    sitting.keys("<enter>");
    assert_eq!((sitting.log().len(), sitting.last().as_str()), (2, "answer BRO-01 plan=ja"));
    assert_eq!((found(&sitting, 0), sitting.model().file.marked.len()), (vec!["journal:12-15".to_owned()], 0));
}

#[test]
fn where_an_answer_was_found_is_taken_back_after_it_line_by_line() {
    let mut sitting = Sitting::typed("");
    mark(&mut sitting, &[(12, 15)]);
    sitting.keys("ju");
    assert_eq!((sitting.last().as_str(), found(&sitting, 0)), ("answer BRO-01 plan=", vec![]));
    sitting.shows("Ångrat: svar, BRO-01 fråga 1");
    sitting.keys("u");
    assert_eq!(sitting.last(), "evidence BRO-01 plan journal:12-15=");
    sitting.shows("Ångrat: belägg, BRO-01 fråga 1");
    sitting.keys("h");
    sitting.shows("tog bort belägg: journal, rad 12–15 (ångrat)");
    sitting.keys("<esc>");
    sitting.keys("UU");
    assert_eq!((sitting.last().as_str(), found(&sitting, 0).len()), ("answer BRO-01 plan=ja", 1));
    let sitting = sitting.restarted();
    assert_eq!((sitting.answer("BRO-01", "plan").as_str(), found(&sitting, 0).len()), ("ja", 1));
}

#[test]
fn an_answer_that_is_given_again_is_written_for_where_it_was_found_and_no_line_twice() {
    let mut sitting = Sitting::typed("j<up>j");
    assert_eq!(sitting.log().len(), 1, "the same answer is no line");
    sitting.keys("<up>");
    mark(&mut sitting, &[(12, 15)]);
    sitting.keys("j<up>");
    assert_eq!((sitting.log().len(), found(&sitting, 0).len()), (3, 1));
    mark(&mut sitting, &[(12, 15), (20, 21)]);
    sitting.keys("j<up>");
    assert_eq!((sitting.log().len(), found(&sitting, 0).len()), (5, 2), "where it was found before is known");
    mark(&mut sitting, &[(12, 15)]);
    sitting.keys("n<up>");
    assert_eq!((sitting.log().len(), found(&sitting, 0).len()), (7, 1), "another answer is found where it is marked");
    mark(&mut sitting, &[(1, 2)]);
    sitting.keys("<backspace>");
    assert_eq!((sitting.last().as_str(), found(&sitting, 0).len()), ("answer BRO-01 plan=", 0));
    assert_eq!(sitting.log().len(), 8, "an answer that is taken back is found nowhere");
}
