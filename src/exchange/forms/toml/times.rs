//! Questions asked at several time points, or of each entry of a repeat, declared once.

use super::condition::Names;
use super::question;
use super::scales::Scales;
use super::value::{Fields, list, quoted};
use crate::study::protocol::repeat::Instance;
use crate::study::protocol::{Protocol, Question};

/// The fields that name other questions.
const NAMING: [&str; 5] = ["when", "choices", "parts", "sum", "formula"];

/// A question as it is declared: what differs from time to time is `{time}`, and from place to place `{place}`.
pub(crate) fn declaration(protocol: &Protocol, asked: &Question, scales: &Scales) -> Fields {
    let names = Names::of(protocol);
    let mut fields = question::fields(&names, asked, scales);
    let Some(own) = asked.instance() else { return fields };
    let each: Vec<(&Question, Instance)> = instances(protocol).filter(|(_, other)| other.of == own.of).collect();
    if each.len() == 1 {
        // There is but one place, so every name in its repeat is that of the same entry.
        fields = question::fields(&Names::within(protocol, &own), asked, scales);
    }
    if let Some((other, there)) = each.get(1) {
        let other = question::fields(&names, other, scales);
        fields.join(&other, |name, text, other| {
            let text = template((text, &own.at), (other, &there.at), own.mark);
            if NAMING.contains(&name) { declared_names(protocol, &own, text) } else { text }
        });
    }
    fields.set("id", quoted(&own.of));
    if asked.time.is_some() {
        fields.field("times", list(&each.iter().map(|(_, time)| quoted(&time.at)).collect::<Vec<_>>()));
    }
    fields
}

/// The text with the names that repeated questions are declared by, each of which means its own time or place.
fn declared_names(protocol: &Protocol, instance: &Instance, text: String) -> String {
    let same = instances(protocol).filter(|(_, other)| (&other.at, other.mark) == (&instance.at, instance.mark));
    same.fold(text, |text, (_, other)| text.replace(&format!("{}_{}", other.of, other.mark), &other.of))
}

/// The questions of which several are declared once.
fn instances(protocol: &Protocol) -> impl Iterator<Item = (&Question, Instance)> {
    protocol.questions.iter().filter_map(|question| Some((question, question.instance()?)))
}

/// What two texts, each in its instance, say in any of them.
fn template((mut text, at): (&str, &str), (mut other, other_at): (&str, &str), mark: &str) -> String {
    let mut out = String::new();
    loop {
        if let (Some(rest), Some(other_rest)) = (text.strip_prefix(at), other.strip_prefix(other_at)) {
            out.push_str(mark);
            (text, other) = (rest, other_rest);
            continue;
        }
        let (mut letters, mut others) = (text.chars(), other.chars());
        let Some(letter) = letters.next() else { return out };
        others.next();
        out.push(letter);
        (text, other) = (letters.as_str(), others.as_str());
    }
}
