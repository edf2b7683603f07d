//! Questions asked at several time points, declared once.

use super::condition::Names;
use super::question;
use super::scales::Scales;
use super::value::{Fields, list, quoted};
use crate::study::protocol::{Protocol, Question, Time};

/// The fields that name other questions.
const NAMING: [&str; 4] = ["when", "choices", "parts", "sum"];

/// A question as it is declared: what differs from time to time is `{time}`.
pub(crate) fn declaration(protocol: &Protocol, asked: &Question, scales: &Scales) -> Fields {
    let names = Names { protocol };
    let mut fields = question::fields(&names, asked, scales);
    let Some(time) = &asked.time else { return fields };
    let each: Vec<(&Question, &Time)> = at_each(protocol, &time.of).collect();
    if let Some((other, other_time)) = each.get(1) {
        let other = question::fields(&names, other, scales);
        fields.join(&other, |name, text, other| {
            let text = template((text, &time.at), (other, &other_time.at));
            if NAMING.contains(&name) { declared_names(protocol, time, text) } else { text }
        });
    }
    fields.set("id", quoted(&time.of));
    fields.field("times", list(&each.iter().map(|(_, time)| quoted(&time.at)).collect::<Vec<_>>()));
    fields
}

/// The text with the names that repeated questions are declared by, each of which means its own time.
fn declared_names(protocol: &Protocol, time: &Time, text: String) -> String {
    let same = protocol.questions.iter().filter_map(|question| question.time.as_ref()).filter(|own| own.at == time.at);
    same.fold(text, |text, own| text.replace(&format!("{}_{{time}}", own.of), &own.of))
}

/// The questions that one declaration makes.
fn at_each<'a>(protocol: &'a Protocol, of: &'a str) -> impl Iterator<Item = (&'a Question, &'a Time)> {
    let times = protocol.questions.iter().filter_map(|question| Some((question, question.time.as_ref()?)));
    times.filter(move |(_, time)| time.of == of)
}

/// What two texts, each with its time, say at any time.
fn template((mut text, at): (&str, &str), (mut other, other_at): (&str, &str)) -> String {
    let mut out = String::new();
    loop {
        if let (Some(rest), Some(other_rest)) = (text.strip_prefix(at), other.strip_prefix(other_at)) {
            out.push_str("{time}");
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
