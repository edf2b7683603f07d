//! Faulty protocols as inspectors write them, and what they are told.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "test helper")]

use aktkoll::base::fault::{Fault, Faults};
use aktkoll::base::language::{Lang, Words};
use aktkoll::study::protocol::Protocol;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Messages that no file here brings about: files too large to keep, and the command line.
const ELSEWHERE: [&str; 5] =
    ["protocol-too-large", "protocol-questions-many", "protocol-choices-many", "condition-form", "condition-form-hint"];
/// Messages that say themselves what to do.
const TELLING: [&str; 6] = [
    "protocol-id-clash",
    "protocol-key",
    "protocol-scale-built-in",
    "protocol-scale-twice",
    "protocol-look-for-many",
    "protocol-times",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/faulty")
}

/// Every faulty file with its faults.
fn all() -> Vec<(String, Vec<Fault>)> {
    let mut names: Vec<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    let faults = |name: String| {
        let text = fs::read_to_string(folder().join(&name)).unwrap();
        let Err(Faults(faults)) = Protocol::load(&name, &text) else { panic!("{name} has no fault") };
        (name, faults)
    };
    names.into_iter().map(faults).collect()
}

#[test]
fn every_faulty_protocol_is_told_what_is_wrong_in_swedish() {
    let words = Words::new(Lang::Sv);
    let told: Vec<String> = all().into_iter().map(|(_, faults)| Faults(faults).describe(&words)).collect();
    assert!(told.len() >= 40, "only {}", told.len());
    insta::assert_snapshot!("faulty", told.join("\n\n"));
}

#[test]
fn every_fault_names_its_line_and_what_to_do() {
    for (name, faults) in all() {
        for fault in faults {
            let place = fault.place.as_deref().unwrap();
            assert_eq!(place.file, name);
            let text = fs::read_to_string(folder().join(&name)).unwrap();
            let line = text.lines().nth(place.line.unwrap() - 1).unwrap();
            assert_eq!(place.source.as_deref(), Some(line.trim_end()), "{name}");
            assert!(fault.hint.is_some() || TELLING.contains(&fault.message.key), "{name}: {}", fault.message.key);
        }
    }
}

/// The keys of the messages in the sources of the loader.
fn spoken(path: &Path, into: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            spoken(&entry.unwrap().path(), into);
        }
        return;
    }
    let source = fs::read_to_string(path).unwrap();
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let texts = source.split('"').filter(|text| text.starts_with("protocol-") || text.starts_with("condition-"));
    into.extend(texts.map(str::to_owned));
}

#[test]
fn every_message_of_the_loader_is_brought_about_by_some_file() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/study/protocol");
    let mut keys = BTreeSet::new();
    for part in ["load.rs", "load", "condition.rs"] {
        spoken(&sources.join(part), &mut keys);
    }
    assert!(keys.len() > 60, "only {} were found", keys.len());
    let told: BTreeSet<&str> = all()
        .iter()
        .flat_map(|(_, faults)| faults)
        .flat_map(|fault| [Some(fault.message.key), fault.hint.as_ref().map(|hint| hint.key)])
        .flatten()
        .collect();
    let missing: Vec<&String> =
        keys.iter().filter(|key| !told.contains(key.as_str()) && !ELSEWHERE.contains(&key.as_str())).collect();
    assert_eq!(missing, [] as [&String; 0]);
    assert!(ELSEWHERE.iter().all(|key| keys.contains(*key)), "an exception that is none");
}
