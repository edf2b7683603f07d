//! What coders have written, and which of it goes into the report.

use super::fixture::{ASSIGNED, FREE, act, copy, fold, in_round, line};
use super::record::Slot;
use super::*;
use crate::study::ledger::entry::BLANKED;

#[test]
fn every_text_of_a_coder_stands_once_in_its_slot_oldest_first() {
    let note = |seq, coder, text| act(seq, Op::Note, coder, ASSIGNED, text);
    let lines = [
        note(1, "anna", "först"),
        note(2, "anna", "sedan"),
        copy(2, &note(2, "anna", "sedan")),
        note(3, "anna", "först"),
        note(4, "anna", BLANKED),
        note(5, "anna", ""),
        act(6, Op::Flag, "anna", ASSIGNED, "yes"),
        act(7, Op::Drop, "anna", FREE, "först"),
        in_round(Round::Second, note(8, "anna", "blint")),
        note(9, "bo", "annat"),
    ];
    let answers = fold(&lines);
    let texts = |coder| answers.texts_of(coder).into_iter().map(|one| answers.text(one.value)).collect::<Vec<_>>();
    assert_eq!(texts("anna"), ["sedan", "först", "först", "blint"]);
    assert_eq!(texts("bo"), ["annat"]);
    assert_eq!(texts("cia"), [""; 0]);
    assert_eq!(answers.coders().collect::<Vec<_>>(), ["anna", "bo"]);
    let last = |coder, segment| answers.last_in(coder, segment).map(|one| one.seq);
    assert_eq!([last("anna", 1), last("anna", 2), last("bo", 1), last("bo", 2)], [Some(8), Some(2), Some(9), None]);
}

#[test]
fn the_newest_pick_of_a_quote_counts_whoever_made_it() {
    let quote =
        |seq, item: &'static str| line(Entry { item: item.into(), ..act(seq, Op::Quote, "anna", ASSIGNED, "x") });
    let pick =
        |seq, coder, value| line(Entry { item: "report|anna|1".into(), ..act(seq, Op::Flag, coder, ASSIGNED, value) });
    let mut lines = vec![quote(1, "1"), quote(2, "2")];
    let picked = |lines: &[Entry<'static>]| {
        let answers = fold(lines);
        let quotes: Vec<Slot> = answers.annotations(ASSIGNED).map(|line| line.slot).collect();
        let of = |quote: &Slot| answers.pick(*quote).map(|line| answers.text(line.value).to_owned());
        [of(&quotes[0]), of(&quotes[1])]
    };
    assert_eq!(picked(&lines), [None, None]);
    lines.push(pick(3, "bo", "plan"));
    assert_eq!(picked(&lines), [Some("plan".to_owned()), None]);
    lines.push(pick(4, "cia", "journal"));
    assert_eq!(picked(&lines), [Some("journal".to_owned()), None]);
    lines.push(pick(5, "bo", ""));
    assert_eq!(picked(&lines), [None, None], "taken back for all");
}
