//! Choices that are on offer only under a condition, as a filter with a column of its own.

use super::Writing;
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::{Choice, Question};

/// The column that the filters look at.
pub(crate) const COLUMN: &str = "aktkoll_offer";
/// What stands in it for a choice that is always on offer.
const ALWAYS: &str = "*";

impl Writing<'_> {
    /// The filter of a question's choices, and what stands in its column for each; nothing where all are always on offer.
    pub(crate) fn choice_filter(&self, question: &Question) -> (String, Vec<String>) {
        let choices = question.choices();
        if !question.has_filtered() {
            return (String::new(), vec![String::new(); choices.len()]);
        }
        self.by_one_answer(choices).unwrap_or_else(|| self.by_number(choices))
    }

    /// The filter where each choice hangs on one answer to the same question: its code stands in the column.
    fn by_one_answer(&self, choices: &[Choice]) -> Option<(String, Vec<String>)> {
        let gate = choices.iter().find_map(|choice| one_answer(&choice.when))?.0;
        let asked = self.protocol.questions.get(gate.question()?)?;
        let id = self.protocol.id_of(gate);
        let codes = super::codes(asked.choices());
        let code = |choice: &Choice| match one_answer(&choice.when) {
            _ if choice.when.is_empty() => Some(ALWAYS.to_owned()),
            Some((key, value)) if key == gate => codes.get(asked.choice(value)?.0).cloned(),
            _ => None,
        };
        let cells = choices.iter().map(code).collect::<Option<Vec<String>>>()?;
        let name = self.name(id);
        let holds = if asked.is_multi() {
            format!("selected(${{{name}}}, {COLUMN})")
        } else {
            format!("{COLUMN} = ${{{name}}}")
        };
        let always =
            if cells.iter().any(|cell| cell == ALWAYS) { format!("{COLUMN} = '{ALWAYS}' or ") } else { String::new() };
        Some((always + &holds, cells))
    }

    /// The filter in any case: its conditions are numbered, and the number of each choice's stands in the column.
    fn by_number(&self, choices: &[Choice]) -> (String, Vec<String>) {
        let mut known: Vec<&Filter> = Vec::new();
        let mut cells = Vec::new();
        for choice in choices {
            let at = known.iter().position(|filter| **filter == choice.when).unwrap_or_else(|| {
                known.push(&choice.when);
                known.len() - 1
            });
            cells.push((at + 1).to_string());
        }
        let one = |(at, filter): (usize, &&Filter)| {
            let number = at + 1;
            if filter.is_empty() {
                return format!("{COLUMN} = {number}");
            }
            format!("{COLUMN} = {number} and ({})", self.condition(filter))
        };
        (known.iter().enumerate().map(one).collect::<Vec<_>>().join(" or "), cells)
    }
}

/// The question and the one of its choices that a condition asks for, where it asks for nothing else.
fn one_answer(filter: &Filter) -> Option<(Key, &str)> {
    match filter.terms.as_slice() {
        [Term::Is(key @ Key::Question(_), Test::In(values))] => match values.as_slice() {
            [value] => Some((*key, value)),
            _ => None,
        },
        _ => None,
    }
}
