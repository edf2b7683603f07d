//! The keys beside the choices of a question.
//!
//! A role has the same keys in every question: the keymap's letter and its digit. Where no choice has a role, digits go
//! by position. A key that the protocol gives always counts; of a long list no choice has another.

use super::{Action, Keymap, Mode};
use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use crate::study::protocol::{Choice, Protocol, Question};
use crate::tui::key::Key;

/// The letters that a choice without a key of its own may get.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ";

/// The keys of each choice, the one to show first; none where the answer is computed, or where no key is left.
pub fn choice_keys(question: &Question, keymap: &Keymap) -> Vec<Vec<Key>> {
    let choices = question.choices();
    if question.derive.is_some() {
        return vec![Vec::new(); choices.len()];
    }
    if question.is_long() {
        // The first nine of thousands are no better than the others: all are searched.
        let own = |choice: &Choice| choice.key.map(Key::char).into_iter().collect();
        return choices.iter().map(own).collect();
    }
    let by_position = choices.iter().all(|choice| choice.role.is_none());
    let digits = if by_position { "123456789" } else { "45678" };
    let given: Vec<Key> = choices.iter().filter_map(|choice| choice.key.map(Key::char)).collect();
    let free = |key: &Key| !given.contains(key) && !keymap.is_bound(Mode::Code, *key);
    let mut digits = digits.chars().map(Key::char);
    let mut letters = LETTERS.chars().map(Key::char).filter(free);
    let mut keys_of = |place: usize, choice: &Choice| {
        let mut keys = Vec::new();
        if has_role(question, place, choice) {
            keys.extend(role_keys(choice, keymap));
        } else if by_position {
            keys.extend(digits.next().filter(free));
        } else if choice.key.is_none() {
            keys.extend(digits.by_ref().find(free));
        }
        keys.extend(choice.key.map(Key::char).filter(|key| !keys.contains(key)));
        if keys.is_empty() {
            keys.extend(letters.next());
        }
        keys
    };
    choices.iter().enumerate().map(|(place, choice)| keys_of(place, choice)).collect()
}

/// Whether the choice is the first of its role: a second one is keyed as if it had none.
fn has_role(question: &Question, place: usize, choice: &Choice) -> bool {
    choice.role.and_then(|role| question.role(role)).is_some_and(|(first, _)| first == place)
}

fn role_keys(choice: &Choice, keymap: &Keymap) -> Vec<Key> {
    let Some(role) = choice.role else { return Vec::new() };
    let mut keys = keymap.keys(Mode::Code, Action::Answer(role));
    keys.push(Key::char(role.digit()));
    keys
}

impl Keymap {
    /// Refuses a protocol that gives a choice a key which means something else: to the keymap, or in the question.
    pub fn check(&self, protocol: &Protocol) -> Result<()> {
        let asked = protocol.questions.iter().filter(|question| question.derive.is_none());
        let faults: Vec<Fault> = asked.flat_map(|question| self.check_question(question)).collect();
        Faults(faults).settled()
    }

    fn check_question(&self, question: &Question) -> Vec<Fault> {
        let keys = choice_keys(question, self);
        let mut faults = Vec::new();
        for (place, choice) in question.choices().iter().enumerate() {
            let Some(c) = choice.key else { continue };
            let fault = |message| Fault::new(message).hint(msg!("choice-key-hint"));
            let own = choice.role.map(Action::Answer);
            if let Some(action) = self.action(Mode::Code, Key::char(c)).filter(|action| Some(*action) != own) {
                faults.push(fault(msg!(
                    "choice-key-bound",
                    key = c.to_string(),
                    choice = choice.id.as_str(),
                    question = question.id.as_str(),
                    action = action.name()
                )));
            }
            let others =
                keys.iter().enumerate().filter(|(other, keys)| *other != place && keys.contains(&Key::char(c)));
            let others = others.filter_map(|(other, _)| question.choices().get(other).map(|choice| (other, choice)));
            faults.extend(others.filter(|(other, named)| named.key != Some(c) || *other > place).map(|(_, other)| {
                fault(msg!(
                    "choice-key-shared",
                    key = c.to_string(),
                    choice = choice.id.as_str(),
                    other = other.id.as_str(),
                    question = question.id.as_str()
                ))
            }));
        }
        faults
    }
}
