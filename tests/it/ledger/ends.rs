//! Out of damage to the ends of lines, and to whole files: no line that the chain proves is lost for them.

use super::*;
use aktkoll::study::ledger::recover::Recovered;

fn recover(study: &Study) -> Recovered {
    let mut from = study.ledger();
    from.read(&mut |_| {});
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.recover(&from, true, &stamp()).unwrap()
}

#[test]
fn line_ends_of_windows_take_no_line_with_them() {
    let study = Study::small();
    let before = values(&study.read().0);
    for name in FILES {
        let text = String::from_utf8(study.bytes(name)).unwrap();
        study.put(name, text.replace('\n', "\r\n").as_bytes());
    }
    let recovered = recover(&study);
    assert_eq!((recovered.lost, recovered.kept), (vec![], before.len()));
    assert_eq!(values(&study.read().0), before);
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
}

#[test]
fn a_last_line_without_its_newline_is_kept_if_somebody_saw_it_whole() {
    let name = "lotta/0001.jsonl";
    let (study, tail) = (Study::small(), |study: &Study| {
        let bytes = study.bytes(name);
        study.put(name, &bytes[..bytes.len() - 1]);
    });
    let before = values(&study.read().0);
    tail(&study);
    assert_eq!(study.read().0.len(), before.len() - 1);
    let recovered = recover(&study);
    assert_eq!((recovered.lost, recovered.kept), (vec![], 1));
    assert_eq!(values(&study.read().0), before);
    assert_eq!(keys(&study.verify(), Kind::Damage), [""; 0]);
    let unseen = Study::new();
    unseen.begin("lotta").1.append(&answer("BRO-08", "nej"), &stamp()).unwrap();
    tail(&unseen);
    assert!(recover(&unseen).files.is_empty(), "nobody knows whether it was saved");
}
