//! What stands for choices besides their names: the codes of a codebook, or the keys of the keyboard.

use crate::base::names::names;
use crate::study::protocol::{Choice, code};

/// How a file's digits are read where it is not clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codes {
    /// As what they are: ids or labels.
    Ids,
    /// As the codes of the protocol and of this program's exports.
    Codebook,
    /// As the keys that answers are typed with.
    Keys,
}

names!(Codes: Keys = "keys", Codebook = "codebook", Ids = "ids");

/// What stands for the choices of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Legend {
    /// What stands there, with the id of the choice.
    codes: Vec<(String, String)>,
    /// Whether nothing else does.
    pub(crate) is_whole: bool,
}

impl Legend {
    /// What the codebook of an export says.
    pub(crate) fn known(codes: &[(String, String)]) -> Self {
        Self { codes: codes.to_vec(), is_whole: true }
    }

    /// The ids and nothing else.
    pub(crate) fn ids(choices: &[Choice]) -> Self {
        let id = |choice: &Choice| (choice.id.clone(), choice.id.clone());
        Self { codes: choices.iter().map(id).collect(), is_whole: true }
    }

    /// The codes of the protocol, and those that this program's exports have where it gives none.
    pub(crate) fn codebook(choices: &[Choice]) -> Self {
        let ids = choices.iter().map(|choice| choice.id.clone());
        Self { codes: code::numbers(choices).into_iter().zip(ids).collect(), is_whole: false }
    }

    /// The keys: the digit of the role, or of the place where no choice has a role, and the protocol's own.
    pub(crate) fn keys(choices: &[Choice]) -> Self {
        let begins_with_digit = |name: &String| name.starts_with(|c: char| c.is_ascii_digit());
        let is_numbered = choices.iter().any(|one| [&one.id, &one.label].into_iter().any(begins_with_digit));
        let has_roles = choices.iter().any(|choice| choice.role.is_some());
        let digit = |place: usize, choice: &Choice| match choice.role {
            // Where the choices are numbers, a digit is one of them or wrong.
            _ if is_numbered => None,
            Some(role) => Some(role.digit().to_string()),
            None if has_roles => None,
            None => Some((place + 1).to_string()),
        };
        let keys = choices.iter().enumerate().flat_map(|(place, choice)| {
            let keys = digit(place, choice).into_iter().chain(choice.key.map(String::from));
            keys.map(|key| (key, choice.id.clone()))
        });
        Self { codes: keys.collect(), is_whole: false }
    }

    /// The choice that a cell stands for.
    pub(crate) fn choice<'a>(&self, choices: &'a [Choice], text: &str) -> Option<&'a Choice> {
        let exact = |text: &str| self.codes.iter().find(|(code, _)| code == text);
        let roughly = || self.codes.iter().find(|(code, _)| !self.is_whole && code.eq_ignore_ascii_case(text));
        let (_, id) = exact(text).or_else(|| exact(whole(text))).or_else(roughly)?;
        choices.iter().find(|choice| choice.id == *id)
    }

    /// The id that a cell stands for, whatever it is of.
    pub(crate) fn id(&self, text: &str) -> Option<&str> {
        self.codes.iter().find(|(code, _)| code == text).map(|(_, id)| id.as_str())
    }

    /// The codes with their ids.
    pub(crate) fn shown(&self) -> String {
        let shown = |(code, id): &(String, String)| if code == id { code.clone() } else { format!("{code} = {id}") };
        self.codes.iter().map(shown).collect::<Vec<_>>().join(", ")
    }
}

/// A whole number without the decimals that programs write once a column has gaps: `1` of `1.0`.
fn whole(text: &str) -> &str {
    let number = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0"));
    number.filter(|number| code::is_number(number)).unwrap_or(text)
}
