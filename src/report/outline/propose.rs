//! The outline that is proposed: that of the printed report where one comes with the protocol, else the protocol's areas
//! with their questions, and the other parts of a report.

use crate::base::digest::sha256;
use crate::base::language::Words;
use crate::study::protocol::{Per, Protocol, Question, outline, shipped};
use std::fmt::Write as _;

/// An outline of the report of a protocol, for the inspector to edit.
pub fn proposed(protocol: &Protocol, words: &Words) -> String {
    let mut text = format!("# {}\n", words.get("outline-comment").replace('\n', "\n# "));
    if let Some(printed) = printed(protocol, words) {
        return text + printed;
    }
    section(&mut text, &words.get("report-overview"), &[entry("part", "overview", "")]);
    if !protocol.tables.is_empty() {
        let tables = protocol.tables.iter().map(|table| entry("table", &table.id, &table.title));
        section(&mut text, &words.get("report-tables"), &tables.collect::<Vec<_>>());
    }
    for (at, area) in protocol.areas.iter().enumerate() {
        let of_area = |question: &Question| question.area == at && question.per == Per::Case;
        let entries = questions(protocol, of_area);
        if !entries.is_empty() {
            section(&mut text, &area.label, &entries);
        }
    }
    let of_units = questions(protocol, |question| question.per == Per::Unit);
    if !of_units.is_empty() {
        section(&mut text, &words.get("report-units"), &of_units);
    }
    for (heading, part) in [
        ("title-strengths", "strengths"),
        ("report-quotes", "quotes"),
        ("report-examples", "examples"),
        ("report-differences", "differences"),
        ("report-uncertainty", "sampling_error"),
        ("changes-heading", "changes"),
        ("method", "method"),
    ] {
        section(&mut text, &words.get(heading), &[entry("part", part, "")]);
    }
    text
}

/// The outline that comes with a shipped protocol, where the study has just that protocol and the report its language.
fn printed(protocol: &Protocol, words: &Words) -> Option<&'static str> {
    let (id, text) = shipped().iter().find(|(id, _)| *id == protocol.id)?;
    let is_same = protocol.lang == words.lang() && protocol.hash == sha256(text.as_bytes());
    outline(id).filter(|_| is_same)
}

/// The questions that are meant, one that is repeated once.
fn questions(protocol: &Protocol, is_meant: impl Fn(&Question) -> bool) -> Vec<String> {
    let all = protocol.questions.iter_enumerated().filter(|(_, question)| is_meant(question));
    let first = all.filter(|(place, _)| protocol.repeated(*place).first() == Some(place));
    first
        .map(|(_, question)| {
            let id = question.time.as_ref().map_or(&question.id, |time| &time.of);
            entry("question", id, &question.text)
        })
        .collect()
}

fn entry(kind: &str, name: &str, comment: &str) -> String {
    let comment = if comment.is_empty() { String::new() } else { format!("  # {comment}") };
    format!("  {{ {kind} = {} }},{comment}\n", toml::Value::from(name))
}

fn section(text: &mut String, heading: &str, entries: &[String]) {
    let heading = toml::Value::from(heading);
    let written = write!(text, "\n[[section]]\nheading = {heading}\ncontent = [\n{}]\n", entries.concat());
    debug_assert!(written.is_ok(), "a text takes what is written");
}
