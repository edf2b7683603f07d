//! Answers that follow from others: computed whenever a case is read, never stored.

use super::case_view::{Cell, CellStatus, Row};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::answer::decimal;
use crate::study::protocol::filter::formula::Outcome;
use crate::study::protocol::filter::{Filter, Seen, Subject, Truth, number};
use crate::study::protocol::{Derive, Question, Role};

impl Row<'_> {
    /// The cell of a derived question whose own condition holds.
    pub(crate) fn derived(&self, question: &Question, derive: &Derive) -> Cell {
        let follows = match derive {
            Derive::Parts(parts) => self.of_parts(question, parts),
            Derive::Sum(parts) => self.of_sum(parts),
            Derive::First(filters) => self.of_first(question, filters),
            Derive::Formula(expr) => match expr.compute(&question.kind, self) {
                Outcome::Answer(text) => Ok(text),
                Outcome::Nothing => Err(CellStatus::NotAsked),
                Outcome::Waiting => Err(CellStatus::NotKnown),
            },
        };
        match follows {
            Ok(text) => Cell { status: CellStatus::Answered, value: self.answers.texts.number(&text), ..Cell::BLANK },
            Err(status) => Cell { status, ..Cell::BLANK },
        }
    }

    /// Yes, partly or no. Parts that are not asked, or not applicable, are left out; one of each settles it.
    fn of_parts(&self, question: &Question, parts: &[QuestionIx]) -> Result<String, CellStatus> {
        let (mut met, mut unmet, mut open) = (0u32, 0u32, 0u32);
        for &part in parts {
            let asked = self.answers.protocol().questions.at(part);
            match self.question(part) {
                Seen::Unanswered => open += 1,
                Seen::Answer(answer) if asked.is_met(answer) => met += 1,
                Seen::Answer(answer) if asked.chosen(answer).any(|(_, choice)| choice.in_base) => unmet += 1,
                Seen::Answer(_) | Seen::Masked => {}
            }
        }
        let role = match (met, unmet, open) {
            (0, 0, 0) => return Err(CellStatus::NotAsked),
            (1.., 1.., _) => Role::Partly,
            (_, _, 1..) => return Err(CellStatus::NotKnown),
            (_, 0, _) => Role::Yes,
            (0, ..) => Role::No,
        };
        let choice = question.role(role).or_else(|| question.role(Role::No));
        choice.map(|(_, choice)| choice.id.clone()).ok_or(CellStatus::NotAsked)
    }

    /// The sum of the numbers that are asked for.
    fn of_sum(&self, parts: &[QuestionIx]) -> Result<String, CellStatus> {
        let seen: Vec<Seen<'_>> = parts.iter().map(|&part| self.question(part)).collect();
        if seen.contains(&Seen::Unanswered) {
            return Err(CellStatus::NotKnown);
        }
        let numbers = seen.iter().filter_map(|seen| if let Seen::Answer(text) = seen { number(text) } else { None });
        let all = numbers.fold(None, |sum: Option<f64>, number| Some(sum.unwrap_or_default() + number));
        // Six decimals: what adding binary fractions leaves beyond them is no part of anybody's answer.
        all.and_then(|sum| decimal(&format!("{sum:.6}"))).ok_or(CellStatus::NotAsked)
    }

    /// The first choice whose condition holds, if those before it surely do not.
    fn of_first(&self, question: &Question, filters: &[Filter]) -> Result<String, CellStatus> {
        for (choice, filter) in question.choices().iter().zip(filters) {
            match filter.judge(self) {
                Truth::True => return Ok(choice.id.clone()),
                Truth::Unknown => return Err(CellStatus::NotKnown),
                Truth::False => {}
            }
        }
        Err(CellStatus::NotAsked)
    }
}

#[cfg(test)]
mod tests;
