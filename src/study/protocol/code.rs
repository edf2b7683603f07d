//! The codes that stand for choices in other programs' files.

use super::{Choice, Role};
use std::collections::HashSet;

/// Codes from here on stand for nothing else in any question.
const FREE: u32 = 10;

/// What a choice at a place would like as its code.
type Wish<'w> = &'w dyn Fn(usize, &Choice) -> Option<String>;

/// A code for each choice, no two the same: the one that the protocol gives it, else its id where that is a whole number,
/// else that of its role, else what is wished for it, else the next free number.
pub fn codes(choices: &[Choice], wish: impl Fn(usize, &Choice) -> Option<String>) -> Vec<String> {
    let given = |_: usize, choice: &Choice| choice.code.clone();
    let number = |_: usize, choice: &Choice| Some(choice.id.clone()).filter(|id| is_number(id));
    let role = |_: usize, choice: &Choice| choice.role.map(|role| role.code().to_string());
    let mut codes: Vec<Option<String>> = vec![None; choices.len()];
    let ranks: [Wish<'_>; 4] = [&given, &number, &role, &wish];
    let mut taken: HashSet<String> = HashSet::new();
    for rank in ranks {
        for (slot, (place, choice)) in
            codes.iter_mut().zip(choices.iter().enumerate()).filter(|(slot, _)| slot.is_none())
        {
            *slot = rank(place, choice).filter(|code| taken.insert(folded_code(code)));
        }
    }
    let mut free = (FREE..).map(|number| number.to_string()).filter(|code| !taken.contains(code));
    codes.into_iter().map(|code| code.or_else(|| free.next()).unwrap_or_default()).collect()
}

/// A code for each choice, as the tables of this program have them: a number wherever the protocol gives no other.
pub fn numbers(choices: &[Choice]) -> Vec<String> {
    let role = |number: &u32| Role::ALL.iter().find(|(role, _)| role.code() == *number).map(|(role, _)| *role);
    // 8 and 9 have a meaning of their own in every question, the other roles' codes where a choice has the role.
    let is_kept = |number: &u32| match role(number) {
        Some(Role::Na | Role::Unknown) => true,
        Some(role) => choices.iter().any(|choice| choice.role == Some(role)),
        None => *number >= FREE,
    };
    let place = |place: usize, choice: &Choice| {
        let number = u32::try_from(place + 1).ok().filter(|number| choice.role.is_none() && !is_kept(number));
        number.map(|number| number.to_string())
    };
    codes(choices, place)
}

/// Whether a code is a whole number as programs write it.
pub fn is_number(code: &str) -> bool {
    code.parse::<i32>().is_ok_and(|number| number.to_string() == code)
}

/// A code as it is the same to every program: REDCap makes names of codes, in small letters.
pub(crate) fn folded_code(code: &str) -> String {
    code.to_ascii_lowercase()
}

/// Whether other programs take a text for a code.
pub(crate) fn may_be_code(text: &str) -> bool {
    (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coded(choices: &[(&str, Option<Role>)]) -> Vec<String> {
        let choice = |(id, role): &(&str, Option<Role>)| Choice { role: *role, ..Choice::new(id, "") };
        numbers(&choices.iter().map(choice).collect::<Vec<_>>())
    }

    #[test]
    fn roles_have_codes_of_their_own_and_the_rest_go_by_place() {
        assert_eq!(coded(&[("nej", Some(Role::No)), ("ja", Some(Role::Yes)), ("x", Some(Role::Na))]), ["3", "1", "9"]);
        assert_eq!(coded(&[("a", None), ("b", None), ("ej", Some(Role::Na))]), ["1", "2", "9"]);
        assert_eq!(coded(&[("ja", Some(Role::Yes)), ("b", None), ("nej", Some(Role::No))]), ["1", "2", "3"]);
        assert_eq!(coded(&[("nej", Some(Role::No)), ("b", None), ("c", None)]), ["3", "2", "10"]);
        let many: Vec<String> = (1..=11).map(|n| format!("v{n}")).collect();
        let many: Vec<(&str, Option<Role>)> = many.iter().map(|id| (id.as_str(), None)).collect();
        assert_eq!(coded(&many), ["1", "2", "3", "4", "5", "6", "7", "10", "11", "12", "13"]);
    }

    #[test]
    fn an_id_that_is_a_number_is_its_own_code() {
        assert_eq!(coded(&[("0", None), ("1", None), ("-99", None), ("07", None)]), ["0", "1", "-99", "4"]);
        assert_eq!(
            coded(&[("ja", Some(Role::Yes)), ("1", None), ("9", None), ("x", Some(Role::Na))]),
            ["10", "1", "9", "11"]
        );
    }

    #[test]
    fn a_code_that_is_given_goes_before_every_other() {
        let choice =
            |id, code: Option<&str>, role| Choice { role, code: code.map(str::to_owned), ..Choice::new(id, "") };
        let choices = [
            choice("nej", Some("0"), Some(Role::No)),
            choice("ja", None, Some(Role::Yes)),
            choice("3", Some("Y"), None),
        ];
        assert_eq!(numbers(&choices), ["0", "1", "Y"]);
    }
}
