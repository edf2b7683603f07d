//! A file of records with what was answered about each put into it: all else stays byte for byte.

use super::Origin;
use super::json::Json;
use super::records::Records;
use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use std::collections::BTreeMap;
use std::path::Path;

/// The field that the answers are in.
const FIELD: &str = "aktkoll";

/// A file with answers in it.
#[derive(Debug)]
pub struct Merged {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many of its records have answers now.
    pub filled: usize,
    /// How many have none.
    pub others: usize,
}

/// What is put into a record.
#[derive(Debug, Clone)]
pub struct Put {
    /// The object, as JSON.
    pub object: String,
    /// Whether there is an answer in it.
    pub has_answers: bool,
}

/// Puts an object into each record of JSON Lines whose id has one.
pub fn merged(path: &Path, id: Option<&str>, puts: &BTreeMap<String, Put>) -> Result<Merged> {
    let origin = Origin { path: path.to_owned(), id: id.map(str::to_owned), ..Origin::default() };
    let records = Records::open(&origin)?;
    let refused = |message| Faults::from(Fault::new(message).in_file(path.display()));
    let (bytes, places) = records.all()?.ok_or_else(|| refused(msg!("documents-into-lines")))?;
    let mut made = Merged { bytes: Vec::with_capacity(bytes.len()), filled: 0, others: 0 };
    let mut at = 0;
    for (n, (id, place)) in (1_usize..).zip(places) {
        let Some(Put { object, has_answers }) = puts.get(id) else {
            made.others += 1;
            continue;
        };
        let record = bytes.get(place.clone()).unwrap_or_default();
        let cause = |error: serde_json::Error| refused(msg!("documents-into-record", n = n, cause = error.to_string()));
        let read = Json::read(record).map_err(cause)?;
        if read.field(FIELD).is_some() {
            return Err(refused(msg!("documents-into-there", n = n, name = FIELD)));
        }
        // A record that was read ends with the brace that closes it.
        let end = place.start + record.trim_ascii_end().len().saturating_sub(1);
        made.bytes.extend(bytes.get(at..end).unwrap_or_default());
        let comma = if read.fields().is_empty() { "" } else { "," };
        made.bytes.extend(format!("{comma}\"{FIELD}\":{object}").into_bytes());
        *(if *has_answers { &mut made.filled } else { &mut made.others }) += 1;
        at = end;
    }
    made.bytes.extend(bytes.get(at..).unwrap_or_default());
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::files::replace;
    use proptest::prelude::*;

    fn with(text: &str, objects: &[(&str, &str)]) -> Result<Merged> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.jsonl");
        replace(&path, text.as_bytes()).unwrap();
        let put = |object: &str| Put { object: object.to_owned(), has_answers: object != "{}" };
        let puts = objects.iter().map(|(id, object)| ((*id).to_owned(), put(object))).collect();
        merged(&path, Some("/id"), &puts)
    }

    #[test]
    fn answers_are_put_into_the_records_that_have_some() {
        let text = "\u{feff}{\"id\": \"A\", \"text\": \"x\" } \r\n\n{\"id\":\"B\",\"text\":\"}\"}\n{\"text\":\"no id\"}\n{\"id\":\"A\"}";
        let made = with(text, &[("A", "{\"n\":1}"), ("C", "{}")]).unwrap();
        let expected = "\u{feff}{\"id\": \"A\", \"text\": \"x\" ,\"aktkoll\":{\"n\":1}} \r\n\n{\"id\":\"B\",\"text\":\"}\"}\n\
            {\"text\":\"no id\"}\n{\"id\":\"A\",\"aktkoll\":{\"n\":1}}";
        assert_eq!((String::from_utf8(made.bytes).unwrap().as_str(), made.filled, made.others), (expected, 2, 1));
    }

    #[test]
    fn a_case_without_answers_is_put_in_and_not_counted() {
        let made =
            with("{\"id\":\"A\",\"text\":\"x\"}\n{\"id\":\"B\",\"text\":\"y\"}", &[("A", "{\"n\":1}"), ("B", "{}")])
                .unwrap();
        assert_eq!((made.filled, made.others), (1, 1));
        assert!(made.bytes.ends_with(b",\"aktkoll\":{}}"));
    }

    #[test]
    fn what_cannot_be_merged_is_refused_as_a_whole() {
        let refused = |text: &str| with(text, &[("A", "{}")]).unwrap_err().0[0].message.key;
        let first = "{\"id\": \"B\", \"text\": \"x\"}\n";
        assert_eq!(refused(&format!("{first}{{\"id\": \"A\", no")), "documents-into-record");
        assert_eq!(refused(&format!("{first}{{\"id\": \"A\", \"aktkoll\": 1}}")), "documents-into-there");
        assert_eq!(refused("[{\"id\": \"A\", \"text\": \"x\"}]"), "documents-into-lines");
    }

    proptest! {
        #[test]
        fn with_the_answers_removed_the_file_is_what_it_was(
            records in proptest::collection::vec((0_u8..4, "[a-zå{}\\[\\]:,\"\\\\\n ]{0,20}", "[ \t]{0,2}", "\n|\r\n|\n\n"), 1..12),
        ) {
            let line = |(id, text, blank, end): &(u8, String, String, String)| {
                let text = serde_json::to_string(text).unwrap();
                format!("{blank}{{{blank}\"id\":{blank}{id},{blank}\"text\": {text}{blank}}}{blank}{end}")
            };
            let text: String = records.iter().map(line).collect();
            let made = with(&text, &[("1", "{\"q\":[1,{}]}"), ("3", "{\"q\":[1,{}]}")]).unwrap();
            let kept = String::from_utf8(made.bytes).unwrap();
            let filled = records.iter().filter(|(id, ..)| id % 2 == 1).count();
            prop_assert_eq!((made.filled, made.others), (filled, records.len() - filled));
            for line in kept.lines().filter(|line| !line.trim().is_empty()) {
                let value: serde_json::Value = serde_json::from_str(line).unwrap();
                prop_assert_eq!(value.get(FIELD).is_some(), value["id"].as_u64().unwrap() % 2 == 1);
            }
            prop_assert_eq!(kept.replace(",\"aktkoll\":{\"q\":[1,{}]}", ""), text);
        }
    }
}
