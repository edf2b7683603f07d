//! Spellings: text answers that count under another name. Stored answers stay as they were given.

use super::Answers;
use super::record::Record;
use crate::base::collation::sort_key;
use crate::base::language::Message;
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Kind;
use std::collections::BTreeMap;

/// A name with the texts that count under it, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What they count as.
    pub name: u32,
    /// How many answers there are.
    pub n: u32,
    /// How they are written, each with its answers, the most common first.
    pub spellings: Vec<(u32, u32)>,
}

impl Name {
    /// It in words, with the number of spellings where there are several.
    pub fn message(&self, answers: &Answers) -> Message {
        msg!("tally-name", name = answers.text(self.name), n = self.spellings.len())
    }
}

impl Answers {
    /// The newest line on how a text counts, of any coder and round.
    pub(crate) fn spelling(&self, question: QuestionIx, text: u32) -> Option<&Record> {
        self.newest_of(self.agreed(Op::Spelling, Some(question)).filter(|slot| slot.item == text))
    }

    /// What a text was made to count as; 0 where it counts as it is written.
    pub fn merged_into(&self, question: QuestionIx, text: u32) -> u32 {
        self.spelling(question, text).map_or(0, |line| line.value)
    }

    /// The number of the text that an answer counts as.
    ///
    /// One spelling may lead to the next. Where they lead in a circle, its newest line says which name is meant.
    pub fn counted_as(&self, question: QuestionIx, value: u32) -> u32 {
        let is_text = self.protocol().questions.get(question).is_some_and(|asked| matches!(asked.kind, Kind::Text));
        if !is_text {
            return value;
        }
        let mut path: Vec<&Record> = Vec::new();
        let mut name = value;
        while let Some(line) = self.spelling(question, name).filter(|line| line.value != 0) {
            if let Some(start) = path.iter().position(|passed| passed.slot.item == name) {
                let circle = path.into_iter().skip(start);
                return circle.max_by(|one, other| self.compare(one, other)).map_or(name, |line| line.value);
            }
            path.push(line);
            name = line.value;
        }
        name
    }

    /// Counted texts by the names that they count as, the most common first.
    pub fn names(&self, question: QuestionIx, texts: &BTreeMap<String, u32>) -> Vec<Name> {
        let mut names: BTreeMap<&str, Name> = BTreeMap::new();
        for (text, &n) in texts {
            let Some(number) = self.texts.find(text) else { continue };
            let name = self.counted_as(question, number);
            let known = names.entry(self.text(name)).or_insert_with(|| Name { name, n: 0, spellings: Vec::new() });
            known.n += n;
            known.spellings.push((number, n));
        }
        let mut names: Vec<Name> = names.into_values().collect();
        names
            .sort_by_cached_key(|name| (std::cmp::Reverse(name.n), sort_key(self.text(name.name), self.protocol.lang)));
        for name in &mut names {
            name.spellings.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        }
        names
    }

    /// The number of a text that stands in some line.
    pub fn text_number(&self, text: &str) -> Option<u32> {
        self.texts.find(text)
    }
}
