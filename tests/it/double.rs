//! A study that two have coded, without anybody at the keys.
#![allow(clippy::unwrap_used, reason = "test helper")]

use aktkoll::ledger::Sitting;
use aktkoll::ledger::entry::{Draft, Op, Round};
use aktkoll::ledger::record::Source;
use aktkoll::study::folder::Folder;
use aktkoll::world::Stamp;
use std::path::Path;

/// Writes a first and a second coding of every case, each finished, with the answer to question after question.
pub(crate) fn code_twice(study: &Path, answer: impl Fn(usize, usize, bool) -> &'static str) {
    let folder = Folder::open(study).unwrap();
    let stamp = || Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [7; 16] };
    for (coder, round) in [("carina", Round::First), ("lotta", Round::Second)] {
        let line = |op: Op, case: usize, question: &str, value: &str| Draft {
            op,
            round,
            case_id: folder.cases.cases[case].id.clone(),
            question: question.to_owned(),
            item: String::new(),
            value: value.to_owned(),
            was: String::new(),
            undoes: None,
        };
        let questions = &folder.protocol.questions;
        let of = |case: usize| {
            let said =
                |place: usize| line(Op::Answer, case, &questions[place].id, answer(case, place, round.is_blind()));
            (0..questions.len()).map(said).chain([line(Op::Done, case, "", "yes")]).collect::<Vec<_>>()
        };
        let lines: Vec<_> = folder.cases.files().flat_map(of).map(|draft| (draft, stamp())).collect();
        let who = Sitting { study: folder.settings.id.clone(), coder: coder.to_owned(), ..Sitting::default() };
        let source = Source { file: "test".to_owned(), hash: String::new() };
        folder.ledger().import(&who, &source, &lines, false, &stamp()).unwrap();
    }
}
