//! What is said of a question with several answers a case: the common ones, the others, and where the file says nothing.

use super::statement::Figure;
use super::{Groups, Style, common};
use crate::base::language::prose::capitalised;
use crate::msg;
use crate::study::protocol::{Choice, Question, Role};
use crate::study::tally::Counts;

impl Style<'_> {
    /// Several answers a case: the most common ones.
    pub(super) fn choices(&self, choices: &[Choice], total: &Counts) -> Option<String> {
        let (most, rest) = common(choices, total);
        let part = |(at, (choice, k)): (usize, (&Choice, u32))| {
            let named = self.words.say(&msg!("prose-quoted", text = choice.label.as_str()));
            self.part(at, &named, k, (total.base, total.base))
        };
        let told = most.into_iter().filter_map(|(place, k)| Some((choices.get(place)?, k)));
        let common: Vec<String> = told.enumerate().map(part).collect();
        if common.is_empty() {
            return None;
        }
        let (n, answers) = (common.len(), self.words.and(&common));
        Some(self.words.say(&if rest.is_empty() {
            msg!("prose-answers", n = n, answers = answers)
        } else {
            msg!("prose-common", n = n, answers = answers)
        }))
    }

    /// The other answers of several a case: those that are no common ones.
    pub(super) fn further(&self, choices: &[Choice], total: &Counts) -> Option<String> {
        let (_, rest) = common(choices, total);
        let most = rest.first().map_or(0, |(_, k)| *k);
        let part = |(at, (choice, k)): (usize, (&Choice, u32))| {
            let named = self.words.say(&msg!("prose-quoted", text = choice.label.as_str()));
            let counted = match at {
                0 => self.words.counted_among(k, self.noun, most),
                _ => self.words.numeral_among(k, self.noun, most),
            };
            format!("{named} {}", self.at(&counted))
        };
        let told = rest.into_iter().filter_map(|(place, k)| Some((choices.get(place)?, k)));
        let told: Vec<String> = told.enumerate().map(part).collect();
        (!told.is_empty())
            .then(|| self.words.say(&msg!("prose-further", n = told.len(), answers = self.words.and(&told))))
    }

    /// In how many of several answers a case the file says nothing, which is no answer among the others.
    pub(super) fn unknown(&self, question: &Question, total: &Counts, units: &Groups<'_>) -> Option<String> {
        let (place, choice) = question.role(Role::Unknown).filter(|(_, choice)| choice.in_base)?;
        let k = total.choices.get(place).copied().filter(|k| *k > 0)?;
        let stated = self.answer(question, &[place], Figure { k, of: None }, units);
        stated.or_else(|| {
            Some(format!("{} {}.", capitalised(&self.named(choice)), self.share(k, total.base, total.base)))
        })
    }
}
