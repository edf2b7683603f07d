//! A case list that is read, written and read again, is the same list; what holds a personal number is never written.

#![no_main]

use aktkoll::base::pii::has_number;
use aktkoll::study::case::CaseList;
use aktkoll::study::case::matching::Hints;
use aktkoll::study::protocol::{Protocol, shipped};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PROTOCOL: LazyLock<Protocol> = LazyLock::new(|| {
    let (name, text) = *shipped().iter().find(|(name, _)| *name == "dv2021").unwrap();
    Protocol::load(name, text).unwrap()
});

fuzz_target!(|bytes: &[u8]| {
    let file = || ("c.csv".to_owned(), bytes.to_vec());
    let Ok((list, _)) = CaseList::gather(&[file()], &Hints::default(), &PROTOCOL) else { return };
    let written = list.to_csv();
    let text = String::from_utf8(written.clone()).unwrap();
    assert!(!text.lines().any(has_number), "{text}");
    let (again, _) =
        CaseList::read("cases.csv", &written, &PROTOCOL).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
    assert_eq!(String::from_utf8(again.to_csv()).unwrap(), text);
    assert_eq!((again.columns, again.cases.len()), (list.columns, list.cases.len()));
});
