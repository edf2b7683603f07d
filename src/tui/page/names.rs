//! Words of a text being written that may be names of people or places.

use crate::identity::names as capitalised;
use crate::protocol::{Kind, Protocol};
use crate::text::folded;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::model::Model;
use std::collections::HashSet;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The bytes of the words in the open text that may be names: words of the protocol, units and texts that answered
/// before are known and are none.
pub fn names(model: &Model) -> Vec<Range<usize>> {
    let Some(Dialog::Write { field: Field::Text { .. }, input }) = &model.dialog else { return Vec::new() };
    if capitalised(input.value(), |_| false).is_empty() {
        return Vec::new();
    }
    let known = known(model);
    capitalised(input.value(), |word| known.contains(&folded(word)))
}

fn known(model: &Model) -> HashSet<String> {
    let unit = model.protocol().unit();
    let units = model.study.cases.files().filter_map(|case| Some(model.study.cases.value(case, unit?)));
    let questions = model.protocol().questions.iter().enumerate().filter(|_| !model.round.is_blind());
    let answered: Vec<String> = questions
        .filter(|(_, question)| matches!(question.kind, Kind::Text))
        .flat_map(|(place, _)| model.study.tally.total(place).texts.into_keys())
        .collect();
    let texts = words_of(model.protocol()).into_iter().chain(units).chain(answered.iter().map(String::as_str));
    texts.flat_map(UnicodeSegmentation::unicode_words).map(folded).collect()
}

/// The texts of a protocol.
fn words_of(protocol: &Protocol) -> Vec<&str> {
    let mut texts = vec![protocol.title.as_str()];
    texts.extend(protocol.documents.iter().map(String::as_str));
    texts.extend(protocol.areas.iter().map(|area| area.label.as_str()));
    for attribute in &protocol.attributes {
        texts.push(&attribute.label);
        texts.extend(attribute.values.iter().flat_map(|(code, label)| [code.as_str(), label]));
    }
    for question in &protocol.questions {
        texts.extend([question.text.as_str(), &question.guidance]);
        if let Kind::Choice(choices) | Kind::Choices(choices) = &question.kind {
            texts.extend(choices.iter().flat_map(|choice| [choice.label.as_str(), &choice.meaning]));
        }
    }
    texts
}
