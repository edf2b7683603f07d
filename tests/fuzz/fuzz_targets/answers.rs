//! Answers that are read are answers to questions of the protocol about cases of the list, and what they are stored as is
//! read as the same again.

#![no_main]

use aktkoll::exchange::answer_import::{Said, read_answers};
use aktkoll::study::case::CaseList;
use aktkoll::study::protocol::{Protocol, shipped};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static STUDY: LazyLock<(Protocol, CaseList)> = LazyLock::new(|| {
    let (name, text) = *shipped().iter().find(|(name, _)| *name == "dv2021").unwrap();
    let protocol = Protocol::load(name, text).unwrap();
    let list = include_bytes!("../../data/dv2021/cases.csv");
    let cases = CaseList::read("cases.csv", list, &protocol).unwrap().0;
    (protocol, cases)
});

fuzz_target!(|bytes: &[u8]| {
    let (protocol, cases) = &*STUDY;
    let Ok(sheet) = read_answers("a.csv", bytes, &Said::default(), protocol, cases) else { return };
    for coded in &sheet.answers {
        assert!(cases.place(&coded.case_id).is_some(), "{coded:?}");
        let place = protocol.question(&coded.question).unwrap_or_else(|| panic!("{coded:?}"));
        let question = protocol.questions.get(place).unwrap();
        assert_eq!(question.stored(&coded.answer).as_deref(), Ok(coded.answer.as_str()), "{coded:?}");
    }
});
