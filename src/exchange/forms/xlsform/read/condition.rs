//! The conditions of a form's rows and groups.

use super::{Group, Reading};
use crate::base::fault::{Fault, Faults};
use crate::exchange::forms::logic::{Carried, Logic};
use crate::exchange::forms::xlsform::column::{Line, truth};
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::Per;
use crate::study::protocol::filter::Filter;

/// An expression and where it stands.
#[derive(Clone)]
pub(crate) struct Condition<'a> {
    pub(crate) text: String,
    pub(crate) line: Line<'a>,
    /// The column that it stands in.
    pub(crate) column: &'static str,
}

impl<'a> Condition<'a> {
    /// The condition of a row.
    pub(crate) fn of(line: Line<'a>) -> Self {
        Self { text: line.get("relevant"), line, column: "relevant" }
    }
}

impl<'a> Reading<'a> {
    /// The conditions of the groups that are open, and a question's own.
    pub(crate) fn with_groups(&self, own: Vec<Condition<'a>>) -> Vec<Condition<'a>> {
        // What hangs on the number of its entries need not say once more when there are any.
        let counted = self.groups.iter().position(Group::asks_its_number).map_or(0, |place| place + 1);
        let groups = self.groups.iter().skip(counted).map(|group| Condition::of(group.line));
        groups.chain(own).filter(|condition| !condition.text.is_empty()).collect()
    }

    /// Whether a condition that can never be met keeps the question of a row from ever being asked; that is noted.
    pub(crate) fn is_never_asked(&mut self, line: Line<'a>) -> bool {
        for condition in self.with_groups(vec![Condition::of(line)]) {
            let Carried { parts, lost, decided } =
                self.understood(&condition.text, self.protocol.questions.next_key(), Per::Case);
            if parts.iter().any(Logic::is_never) {
                for fault in [lost, decided, vec![Fault::new(msg!("exchange-never"))]].concat() {
                    self.log.leave(condition.line.placed(fault, "relevant"));
                }
                return true;
            }
        }
        false
    }

    /// Conditions that must all hold, as a filter, and whether it says all of them; what cannot be said is noted.
    pub(crate) fn joined(&mut self, conditions: &[Condition<'_>], place: QuestionIx, per: Per) -> (Filter, bool) {
        let (mut all, mut is_whole) = (Vec::new(), true);
        for condition in conditions {
            let Carried { parts, lost, decided } = self.understood(&condition.text, place, per);
            all.extend(parts);
            is_whole &= lost.is_empty();
            self.lose_condition(condition, Faults(lost));
            for fault in decided {
                self.log.leave(condition.line.placed(fault, condition.column));
            }
        }
        let filter = Logic::And(all).filter(&self.protocol, place, per).unwrap_or_else(|faults| {
            if let Some(condition) = conditions.last() {
                self.lose_condition(condition, faults);
            }
            is_whole = false;
            Filter::default()
        });
        (filter, is_whole)
    }

    /// The parts of a condition that must all hold, as far as they can be said, and what cannot.
    pub(crate) fn understood(&self, text: &str, place: QuestionIx, per: Per) -> Carried {
        let read = match truth(text) {
            Some(true) => Ok(Logic::And(Vec::new())),
            Some(false) => Ok(Logic::Or(Vec::new())),
            None => self.names.read(text),
        };
        let parts = match read {
            Ok(Logic::And(parts)) => parts,
            Ok(one) => vec![one],
            Err(Faults(lost)) => return Carried { lost, ..Carried::default() },
        };
        let mut all = Carried::default();
        for part in parts {
            all.join(match self.names.condition(part).and_then(|part| self.in_repeat(part, place)) {
                Ok(part) => part.carried(&self.protocol, place, per),
                Err(Faults(lost)) => Carried { lost, ..Carried::default() },
            });
        }
        all
    }

    fn lose_condition(&mut self, condition: &Condition<'_>, faults: Faults) {
        for fault in faults.0 {
            self.log.lose(condition.line.placed(fault, condition.column));
        }
    }
}
