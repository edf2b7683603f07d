//! A protocol written as a dictionary.
//!
//! The dictionary is read again while it is written: what the columns alone would be taken for is told otherwise in a
//! tag, and what even the tags do not bring back is listed.

use super::import::import;
use super::written::{Export, ids};
use crate::base::language::Message;
use crate::exchange::forms::Exported;
use crate::exchange::forms::extension_columns::{naming, told, unsaid};
use crate::exchange::forms::repeats;
use crate::msg;
use crate::study::protocol::{Derive, Protocol, Question};
use typed_index_collections::TiVec;

/// The protocol as a dictionary. What repeats in a project is set there and stands in no dictionary: each place of a
/// repeat becomes fields of its own.
pub fn export(protocol: &Protocol) -> Exported {
    let mut exported = dictionary(&repeats::separate(protocol));
    exported.lost.splice(0..0, repeats::told_separate(protocol));
    exported
}

fn dictionary(protocol: &Protocol) -> Exported {
    let protocol = &protocol.as_written();
    let export = Export::of(protocol);
    let ids: Vec<Vec<String>> = export.places().map(|(question, variable)| ids(question, variable)).collect();
    let taken = import("", export.file(&ids, false).as_bytes(), protocol.lang).map(|imported| imported.protocol);
    let tags: Vec<Vec<String>> = protocol
        .questions
        .iter()
        .zip(ids)
        .map(|(question, mut lines)| {
            let found = taken
                .as_ref()
                .ok()
                .and_then(|taken| Some((taken, taken.questions.get(taken.question(&question.id)?)?)));
            let taken = found.map(|(taken, question)| taken.question_fields(question)).unwrap_or_default();
            lines.extend(told(protocol, question, &taken));
            // The id is told once.
            lines.dedup();
            lines
        })
        .collect();
    let file = export.file(&tags, true);
    let lost = lost(protocol, &file);
    Exported { bytes: file.into_bytes(), lost }
}

/// What a dictionary does not bring back.
fn lost(protocol: &Protocol, file: &str) -> Vec<Message> {
    let Ok(mut again) = import("", file.as_bytes(), protocol.lang) else { return vec![msg!("redcap-roundtrip-all")] };
    again.protocol = again.protocol.as_written();
    let mut lost = unsaid(protocol);
    let is_computed = |question: &Question| matches!(question.derive, Some(Derive::Formula(_)));
    lost.extend(naming(protocol, msg!("redcap-filtered"), Question::has_filtered));
    lost.extend(naming(protocol, msg!("exchange-computed"), is_computed));
    lost.extend(naming(protocol, msg!("redcap-formula"), |question| question.when.has_formula()));
    for question in &protocol.questions {
        let plain = |question: &Question| Question { dependents: Vec::new(), form: Vec::new(), ..question.clone() };
        let same = again.protocol.question(&question.id).and_then(|place| again.protocol.questions.get(place));
        if same.map(plain) != Some(plain(question)) {
            lost.push(msg!("redcap-roundtrip-question", id = question.id.as_str()));
        }
    }
    let frame = |protocol: &Protocol| {
        let (questions, form, hash) = (TiVec::new(), Vec::new(), String::new());
        Protocol { questions, form, hash, ..protocol.clone() }
    };
    if frame(&again.protocol) != frame(protocol) {
        lost.push(msg!("redcap-roundtrip-frame"));
    }
    lost
}
