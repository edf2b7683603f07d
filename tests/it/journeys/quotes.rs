//! Quotes are picked for the report, whoever wrote them; only who wrote one rewords it.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op};

fn quote(seq: u64, coder: &str, question: &str, text: &str) -> Entry<'static> {
    let item = format!("{coder}-{seq}");
    line(seq, coder, Draft { item, ..act(Op::Quote, "BRO-01", question, text) })
}

pub(super) fn entries() -> Vec<Entry<'static>> {
    vec![
        line(1, "alva", act(Op::Answer, "BRO-01", "plan", "ja")),
        quote(2, "alva", "plan", "Planen är gjord hos Kerstin."),
        quote(3, "alva", "ovrigt", "Hen trivs."),
    ]
}

fn typed(script: &str) -> Sitting {
    let mut sitting = Setup { entries: entries(), ..Setup::default() }.open();
    sitting.keys(script);
    sitting
}

#[test]
fn a_quote_is_picked_as_from_its_questions_document_and_taken_out_again() {
    let mut sitting = typed("'");
    sitting.shows("[ ] BRO-01 ?  Ur plan, Bromma: Planen är gjord");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "flag BRO-01 plan report|alva|alva-2=plan");
    sitting.shows("[x] BRO-01");
    sitting.shows("kan innehålla namn");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "flag BRO-01 plan report|alva|alva-2=");
    sitting.shows("[ ] BRO-01");
    sitting.keys("<esc>u");
    assert_eq!(sitting.last(), "flag BRO-01 plan report|alva|alva-2=plan");
    sitting.keys("'");
    sitting.shows("[x] BRO-01");
}

#[test]
fn where_the_question_says_no_document_one_is_chosen() {
    let mut sitting = typed("'<down><enter>");
    sitting.shows("Vilken handling är citatet från?");
    sitting.keys("3<enter>");
    assert_eq!(sitting.last(), "flag BRO-01 ovrigt report|alva|alva-3=journal");
    sitting.shows("Ur journal, Bromma: Hen trivs.");
}

#[test]
fn a_picked_quote_is_no_mark_on_its_case() {
    let mut sitting = typed("'<enter><esc>M");
    sitting.shows("Det finns inga osäkra svar och inga märken.");
    assert!(sitting.model().dialog.is_none());
}

#[test]
fn another_picks_and_takes_out_the_same_quote() {
    let mut sitting = typed("'<enter>");
    let out = Draft { item: "report|alva|alva-2".to_owned(), ..act(Op::Flag, "BRO-01", "plan", "") };
    sitting.other("alva", out);
    sitting.shows("[ ] BRO-01");
}

#[test]
fn only_who_wrote_a_quote_rewords_it_and_names_become_x() {
    let mut sitting = typed("'");
    sitting.shows("Möjliga namn: Kerstin. Be alva skriva om citatet.");
    sitting.keys("<ctrl-x>");
    sitting.shows("Citatet är alvas");
    let mut sitting = Setup { entries: entries(), coder: "alva", ..Setup::default() }.open();
    sitting.keys("'<enter>");
    sitting.keys("<esc>'");
    sitting.shows("Ett av dina valda citat kan röja någon.");
    sitting.keys("<ctrl-x><ctrl-x><enter>");
    assert_eq!(sitting.last(), "quote BRO-01 plan alva-2=Planen är gjord hos X.");
    sitting.keys("'");
    sitting.shows("[x] BRO-01    Ur plan, Bromma: Planen är gjord hos X.");
}

#[test]
fn whose_quote_is_picked_is_told_what_gives_away_in_it() {
    let mut sitting = Setup { entries: entries(), coder: "alva", ..Setup::default() }.open();
    let pick = |n: u64, question| {
        let item = format!("report|alva|alva-{n}");
        Draft { item, ..act(Op::Flag, "BRO-01", question, "journal") }
    };
    sitting.other("berit", pick(3, "ovrigt"));
    sitting.hides("kan röja någon");
    sitting.other("berit", pick(2, "plan"));
    sitting.shows("Ett av dina valda citat kan röja någon.");
}

#[test]
fn without_quotes_there_is_nothing_to_list() {
    let mut sitting = Sitting::typed("'");
    sitting.shows("Det finns inga citat.");
}
