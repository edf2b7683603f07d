//! Texts that name an answer: `${id}` stands for what is answered to a question, or for what the case list says.

use super::filter::Key;
use super::{Kind, Protocol, Question};
use crate::study::index::At;

/// The text with what each `${id}` in it stands for.
pub fn replaced(text: &str, with: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, name, after)) = next(rest) {
        out.push_str(before);
        out.push_str(&with(name));
        rest = after;
    }
    out + rest
}

/// The ids that a text names, in order.
pub fn named(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((_, name, after)) = next(rest) {
        names.push(name);
        rest = after;
    }
    names
}

/// What stands before the first `${id}`, the id, and what stands after it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("${")?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name.trim(), after))
}

impl Protocol {
    /// What an id in a text of a question stands for: at a time, or at a place of a repeat, for what is asked there.
    pub fn piped(&self, id: &str, of: &Question) -> Option<Key> {
        let question = self.question(id).or_else(|| self.question(&of.instance()?.id(id)));
        let column = || self.attributes.iter().position(|attribute| attribute.id == id);
        question.map(Key::Question).or_else(|| column().map(Key::Column))
    }

    /// The protocol with its texts as they are written, as one is that has not been loaded yet.
    #[must_use]
    pub fn as_written(&self) -> Self {
        let mut protocol = self.clone();
        for question in &mut protocol.questions {
            question.text = question.template.take().unwrap_or(std::mem::take(&mut question.text));
            if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
                for choice in choices {
                    choice.label = choice.template.take().unwrap_or(std::mem::take(&mut choice.label));
                }
            }
        }
        protocol
    }

    /// A text of a question outside of a case: with what the answers that it names are called.
    pub fn plain(&self, of: &Question, text: &str) -> String {
        replaced(text, |id| match self.piped(id, of) {
            Some(Key::Question(place)) => {
                let question = self.questions.at(place);
                placeholder(id, &question.caption, &question.text)
            }
            Some(Key::Column(place)) => {
                placeholder(id, self.attributes.get(place).map_or("", |attribute| &attribute.label), "")
            }
            None => "…".to_owned(),
        })
    }
}

/// What stands for an answer outside of a case: what is asked, as far as that is short.
pub(crate) fn placeholder(id: &str, caption: &str, text: &str) -> String {
    /// A longer text would drown what it stands in.
    const LONGEST: usize = 40;
    let short = [caption, text].into_iter().find(|told| !told.is_empty() && told.chars().count() <= LONGEST);
    format!("[{}]", replaced(short.unwrap_or(id), |_| "…".to_owned()).trim_end_matches(['?', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_id_is_found_and_replaced() {
        assert_eq!(named("Hur gammal är ${namn}, ${ barn }? $ { x } ${öppen"), ["namn", "barn"]);
        assert_eq!(replaced("A ${b} C${d}", str::to_uppercase), "A B CD");
        assert_eq!(placeholder("q1", "", "Vilket län?"), "[Vilket län]");
        assert_eq!(placeholder("q1", "Län", "Vilket län?"), "[Län]");
        assert_eq!(placeholder("q1", "", &"Lång ".repeat(20)), "[q1]");
        assert_eq!(placeholder("q1", "", "Vad sa ${x}?"), "[Vad sa …]");
    }

    proptest! {
        #[test]
        fn a_text_is_the_same_where_each_id_stands_for_itself(text in "([a-z $]|\\$\\{[a-z]{1,3}\\}){0,12}") {
            prop_assert_eq!(replaced(&text, |name| format!("${{{name}}}")), text);
        }
    }
}
