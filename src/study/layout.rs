//! The words that a study knows: they are no names of persons.

use super::Study;
use crate::base::pii::names;
use crate::base::text::folded;
use crate::study::protocol::{Kind, Protocol};
use std::collections::HashSet;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

impl Study {
    /// The bytes of the words in a text that may be names of persons or places: words of the protocol and units are known
    /// and are none. What somebody wrote makes no name known.
    pub fn likely_names(&self, text: &str) -> Vec<Range<usize>> {
        if names(text, |_| false).is_empty() {
            return Vec::new();
        }
        let known = self.known_words();
        names(text, |word| known.contains(&folded(word)))
    }

    fn known_words(&self) -> HashSet<String> {
        let unit = self.protocol.unit();
        let units = self.cases.files().filter_map(|case| Some(self.cases.value(case, unit?)));
        let texts = words_of(&self.protocol).into_iter().chain(units);
        texts.flat_map(UnicodeSegmentation::unicode_words).map(folded).collect()
    }
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
