//! The values that a variable may have which stands for choices.

use crate::exchange::interchange::choices::called;
use crate::study::protocol::Choice;
use crate::study::protocol::code::numbers;

/// A value that a variable may have, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What stands for it.
    pub code: String,
    /// What the study calls it.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// The same, so that it is read as nothing else.
    pub name: String,
    /// What it means exactly.
    pub meaning: String,
    /// Whether it is outside the base.
    pub missing: bool,
}

/// What stands for each choice.
pub(crate) fn codes(choices: &[Choice]) -> Vec<Code> {
    let code = |(place, (code, choice)): (usize, (String, &Choice))| Code {
        code,
        name: called(choices, place),
        id: choice.id.clone(),
        label: choice.label.clone(),
        meaning: choice.meaning.clone(),
        missing: !choice.in_base,
    };
    numbers(choices).into_iter().zip(choices).enumerate().map(code).collect()
}
