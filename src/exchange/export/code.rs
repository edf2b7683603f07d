//! The numbers that stand for choices.

use crate::study::protocol::{Choice, Role};

/// A value that a variable may have, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What stands for it.
    pub code: String,
    /// What the study calls it.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// What it means exactly.
    pub meaning: String,
    /// Whether it is outside the base.
    pub missing: bool,
}

/// The code of each choice: 1 yes, 2 partly, 3 no, 8 unknown, 9 n.a.; any other by its place, as far as that is free.
pub(crate) fn codes(choices: &[Choice]) -> Vec<Code> {
    let mut given: Vec<u32> = Vec::new();
    let code = |(place, choice): (u32, &Choice)| {
        let places = [place].into_iter().filter(|place| !kept(*place, choices)).chain(10..);
        let wishes = choice.role.map(Role::code).into_iter().chain(places);
        let number = wishes.into_iter().find(|number| !given.contains(number)).unwrap_or_default();
        given.push(number);
        Code {
            code: number.to_string(),
            id: choice.id.clone(),
            label: choice.label.clone(),
            meaning: choice.meaning.clone(),
            missing: !choice.in_base,
        }
    };
    (1..).zip(choices).map(code).collect()
}

/// Whether a number has a meaning of its own here: 8 and 9 in every question.
fn kept(number: u32, choices: &[Choice]) -> bool {
    number == Role::Na.code()
        || number == Role::Unknown.code()
        || choices.iter().any(|choice| choice.role.map(Role::code) == Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coded(choices: &[(&str, Option<Role>)]) -> Vec<String> {
        let choice = |(id, role): &(&str, Option<Role>)| Choice {
            id: (*id).to_owned(),
            label: String::new(),
            role: *role,
            meaning: String::new(),
            key: None,
            exclusive: false,
            in_base: true,
        };
        let choices: Vec<Choice> = choices.iter().map(choice).collect();
        codes(&choices).into_iter().map(|code| code.code).collect()
    }

    #[test]
    fn roles_have_codes_of_their_own_and_the_rest_go_by_place() {
        assert_eq!(coded(&[("nej", Some(Role::No)), ("ja", Some(Role::Yes)), ("x", Some(Role::Na))]), ["3", "1", "9"]);
        assert_eq!(coded(&[("a", None), ("b", None), ("ej", Some(Role::Na))]), ["1", "2", "9"]);
        assert_eq!(coded(&[("ja", Some(Role::Yes)), ("b", None), ("nej", Some(Role::No))]), ["1", "2", "3"]);
        assert_eq!(coded(&[("nej", Some(Role::No)), ("b", None), ("c", None)]), ["3", "2", "10"]);
        let many: Vec<String> = (1..=11).map(|n| n.to_string()).collect();
        let many: Vec<(&str, Option<Role>)> = many.iter().map(|id| (id.as_str(), None)).collect();
        assert_eq!(coded(&many), ["1", "2", "3", "4", "5", "6", "7", "10", "11", "12", "13"]);
    }
}
