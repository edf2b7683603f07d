//! What the answers to two questions have in common.

use crate::base::language::Message;
use crate::msg;
use crate::study::protocol::{Choice, Kind, Question, Role};

/// What two questions have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Common {
    /// Choices that mean the same.
    Choices {
        /// Their places in the one and in the other.
        matched: Vec<[usize; 2]>,
        /// Those among them that both count in their base.
        rows: Vec<[usize; 2]>,
    },
    /// Numbers of the same unit.
    Numbers,
}

impl Common {
    /// The choices that mean the same, by their places in the one and in the other.
    pub fn matched(&self) -> &[[usize; 2]] {
        if let Self::Choices { matched, .. } = self { matched } else { &[] }
    }

    /// Those among them that are compared.
    pub fn rows(&self) -> &[[usize; 2]] {
        if let Self::Choices { rows, .. } = self { rows } else { &[] }
    }

    /// The same seen from the other question.
    #[must_use]
    pub fn turned(&self) -> Self {
        let turn = |pairs: &[[usize; 2]]| pairs.iter().map(|&[a, b]| [b, a]).collect();
        match self {
            Self::Choices { matched, rows } => Self::Choices { matched: turn(matched), rows: turn(rows) },
            Self::Numbers => Self::Numbers,
        }
    }
}

/// What two questions have in common, or why they cannot be compared.
///
/// `mapped` are the places of choices that somebody says are the same.
pub fn common(one: &Question, other: &Question, mapped: &[[usize; 2]]) -> Result<Common, Message> {
    if one.per != other.per {
        return Err(msg!("compare-per"));
    }
    match (&one.kind, &other.kind) {
        (Kind::Choice(_), Kind::Choice(_)) | (Kind::Choices(_), Kind::Choices(_)) => choices(one, other, mapped),
        (Kind::Number { unit, .. }, Kind::Number { unit: also, .. }) if unit == also => Ok(Common::Numbers),
        (Kind::Number { unit, .. }, Kind::Number { unit: also, .. }) => {
            Err(msg!("compare-unit", one = unit.as_str(), other = also.as_str()))
        }
        (Kind::Text, Kind::Text) | (Kind::Date, Kind::Date) => Err(msg!("compare-words")),
        _ => Err(msg!("compare-kind")),
    }
}

/// Choices are the same by their id, else by their role. What only one question offers keeps two questions apart, unless
/// it says that nothing is known or that the question does not apply: then it is a matter of the base.
fn choices(one: &Question, other: &Question, mapped: &[[usize; 2]]) -> Result<Common, Message> {
    let matched: Vec<[usize; 2]> = one
        .choices()
        .iter()
        .enumerate()
        .filter_map(|(a, _)| counterpart(a, one, other, mapped).map(|b| [a, b]))
        .collect();
    let lonely = |question: &Question, side: fn(&[usize; 2]) -> usize| {
        let known = |place: usize| matched.iter().any(|pair| side(pair) == place);
        let choices = question.choices().iter().enumerate();
        let own = choices.filter(|(place, choice)| !known(*place) && is_of_substance(choice));
        own.map(|(_, choice)| choice.label.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (only_one, only_other) = (lonely(one, |&[a, _]| a), lonely(other, |&[_, b]| b));
    let in_base = |question: &Question, place: usize| question.choices().get(place).is_some_and(|one| one.in_base);
    let rows: Vec<[usize; 2]> =
        matched.iter().copied().filter(|&[a, b]| in_base(one, a) && in_base(other, b)).collect();
    if rows.is_empty() || !only_one.is_empty() || !only_other.is_empty() {
        let told = |labels: String| if labels.is_empty() { "–".to_owned() } else { labels };
        return Err(msg!("compare-choices", one = told(only_one), other = told(only_other)));
    }
    Ok(Common::Choices { matched, rows })
}

fn is_of_substance(choice: &Choice) -> bool {
    choice.in_base && !matches!(choice.role, Some(Role::Na | Role::Unknown))
}

/// The place of the choice of another question that means the same as the one at a place: the one that it is mapped to,
/// else one that nothing is mapped to, by its id or its role.
pub(crate) fn counterpart(place: usize, one: &Question, other: &Question, mapped: &[[usize; 2]]) -> Option<usize> {
    if let Some([_, there]) = mapped.iter().find(|[here, _]| *here == place) {
        return Some(*there);
    }
    let choice = one.choices().get(place)?;
    let agrees = |found: &Choice| choice.role.is_none() || found.role.is_none() || choice.role == found.role;
    let by_role = || choice.role.and_then(|role| other.role(role)).filter(|(_, found)| one.choice(&found.id).is_none());
    let found = other.choice(&choice.id).or_else(by_role).filter(|(_, found)| agrees(found));
    found.map(|(there, _)| there).filter(|there| mapped.iter().all(|[_, taken]| taken != there))
}
