//! The words that a study knows: they are no names of persons.

use super::Study;
use crate::base::pii::names;
use crate::base::text::folded;
use crate::study::protocol::{Kind, Protocol};
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The words that a study knows, gathered once for many texts.
pub struct KnownWords(HashSet<String>);

impl Study {
    /// The bytes of the words in a text that may be names of persons or places: words of the protocol and units are known
    /// and are none. What somebody wrote makes no name known.
    pub fn likely_names(&self, text: &str) -> Vec<Range<usize>> {
        if names(text, |_| false).is_empty() {
            return Vec::new();
        }
        self.known_words().likely_names(text)
    }

    /// The words that it knows.
    pub fn known_words(&self) -> KnownWords {
        let unit = self.protocol.unit();
        let units: BTreeSet<&str> = self.cases.files().filter_map(|case| Some(self.cases.value(case, unit?))).collect();
        let texts = words_of(&self.protocol).into_iter().chain(units);
        KnownWords(texts.flat_map(UnicodeSegmentation::unicode_words).map(folded).collect())
    }
}

impl KnownWords {
    /// The bytes of the words in a text that may be names of persons or places.
    pub fn likely_names(&self, text: &str) -> Vec<Range<usize>> {
        names(text, |word| self.knows(word))
    }

    /// Whether a word is one that the study uses itself.
    pub fn knows(&self, word: &str) -> bool {
        self.0.contains(&folded(word))
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
