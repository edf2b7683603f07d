//! Out of damage to the ends of lines, and to whole files: no line that the chain proves is lost for them.

use super::recover::recover;
use super::*;
use std::collections::BTreeMap;

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

#[test]
fn of_several_files_that_are_gone_every_line_is_counted_once() {
    let study = Study::new();
    let sit = |coder: &str, answers: usize| {
        let mut writer = study.begin(coder).1;
        (0..answers).for_each(|n| drop(writer.append(&answer(&format!("B-{n}"), "ja"), &stamp()).unwrap()));
    };
    // Of the second nobody saw anything but that there is a third, with numbers that go on from it.
    for (coder, answers) in [("carina", 9), ("lotta", 20), ("carina", 2), ("carina", 5), ("lotta", 3), ("carina", 4)] {
        sit(coder, answers);
    }
    sit("lotta", 1);
    let lines = |number: u32| {
        let bytes = study.bytes(&format!("carina/{number:04}.jsonl"));
        bytes.split_inclusive(|byte| *byte == b'\n').count()
    };
    let files: BTreeMap<String, Vec<u8>> = study.files();
    for gone in [&[1, 2, 3, 4][..], &[2, 3], &[1, 3], &[3], &[2], &[4], &[1, 2]] {
        let expected: usize = gone.iter().map(|number| lines(*number)).sum();
        for number in gone {
            fs::remove_file(study.file(&format!("carina/{number:04}.jsonl"))).unwrap();
        }
        let recovered = recover(&study);
        assert_eq!(recovered.lines_lost(), expected, "{gone:?} {:?}", recovered.lost);
        let named: usize = recovered.lost.iter().map(|lost| (lost.seq.unwrap()..=lost.to.unwrap()).count()).sum();
        assert_eq!(named, expected, "{gone:?} {:?}", recovered.lost);
        for name in study.files().into_keys().filter(|name| !files.contains_key(name)) {
            fs::remove_file(study.file(&name)).unwrap();
        }
        for (name, bytes) in &files {
            study.put(name, bytes);
        }
    }
}
