//! What is the same in two studies under different names: questions, answers, attributes and their values.

use super::Side;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::suggest::suggestion;
use crate::msg;
use crate::study::index::QuestionIx;

/// What is the same, seen from the first study.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Same {
    /// The places of the questions.
    pub(crate) questions: Vec<[QuestionIx; 2]>,
    /// The answers that somebody says are the same.
    pub(crate) choices: Vec<SameChoice>,
    /// The columns of attributes that somebody says are the same.
    pub(crate) columns: Vec<[usize; 2]>,
    /// The values of attributes that somebody says are the same, each with its columns.
    pub(crate) values: Vec<([usize; 2], [String; 2])>,
}

/// A choice of one study's question that is said to be one of another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SameChoice {
    pub(crate) questions: [QuestionIx; 2],
    pub(crate) choices: [usize; 2],
}

impl SameChoice {
    /// Those of two questions, by the places of the choices.
    pub(crate) fn of(all: &[Self], questions: [QuestionIx; 2]) -> Vec<[usize; 2]> {
        all.iter().filter(|same| same.questions == questions).map(|same| same.choices).collect()
    }
}

impl Same {
    /// The same seen from the other study.
    pub(crate) fn turned(&self) -> Self {
        let turn = |&SameChoice { questions: [a, b], choices: [c, d] }: &SameChoice| SameChoice {
            questions: [b, a],
            choices: [d, c],
        };
        let values = self.values.iter().map(|([a, b], [c, d])| ([*b, *a], [d.clone(), c.clone()]));
        Self {
            questions: self.questions.iter().map(|&[a, b]| [b, a]).collect(),
            choices: self.choices.iter().map(turn).collect(),
            columns: self.columns.iter().map(|&[a, b]| [b, a]).collect(),
            values: values.collect(),
        }
    }

    /// The value of the other study's column that one is said to be.
    pub(crate) fn value(&self, columns: [usize; 2], value: &str) -> Option<&str> {
        let own = self.values.iter().filter(|(known, _)| *known == columns);
        own.map(|(_, values)| values).find(|[from, _]| from == value).map(|[_, to]| to.as_str())
    }
}

/// What is the same in two studies: what `map` names, then the questions with the same name.
pub(crate) fn same(sides: &[Side<'_>; 2], map: &[(String, String)]) -> Result<Same> {
    let [one, other] = sides;
    let (mut same, mut faults) = (Same::default(), Vec::new());
    // Answers come last: their questions must be the same.
    let mut answers = Vec::new();
    for (a, b) in map {
        if let Some((a, b)) = choice_of(one, a).zip(choice_of(other, b)) {
            answers.push(SameChoice { questions: [a.0, b.0], choices: [a.1, b.1] });
        } else if let Some((a, b)) = value_of(one, a).zip(value_of(other, b)) {
            same.values.push(([a.0, b.0], [a.1, b.1]));
        } else if let Some((a, b)) = column_of(one, a).zip(column_of(other, b)) {
            same.columns.push([a, b]);
        } else {
            match (find(one, a), find(other, b)) {
                (Ok(a), Ok(b)) if same.questions.iter().all(|[x, y]| *x != a && *y != b) => same.questions.push([a, b]),
                (Ok(_), Ok(_)) => {
                    let message = msg!("compare-mapped-twice", one = a.as_str(), other = b.as_str());
                    faults.push(Fault::new(message).exit(Exit::Usage));
                }
                (a, b) => faults.extend([a.err(), b.err()].into_iter().flatten().flat_map(|found| found.0)),
            }
        }
    }
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    for a in one.questions() {
        let b = one.asked(a).and_then(|asked| other.place(asked.name()));
        let free = |b: &QuestionIx| same.questions.iter().all(|[x, y]| *x != a && y != b);
        if let Some(b) = b.filter(free) {
            same.questions.push([a, b]);
        }
    }
    same.questions.sort_unstable();
    same.choices = answers;
    match stray(&same, sides, map) {
        Some(fault) => Err(fault.into()),
        None => Ok(same),
    }
}

/// The place of a question by its name.
fn find(side: &Side<'_>, name: &str) -> Result<QuestionIx> {
    side.place(name).ok_or_else(|| {
        let known = side.questions().filter_map(|place| side.asked(place)).map(|asked| asked.name());
        let message = msg!("compare-no-question", name = name, study = side.name.as_str());
        Faults::from(Fault::new(message).hint(suggestion(name, known)).exit(Exit::Usage))
    })
}

/// The first of the answers or values that `map` names whose questions or attributes are not the same.
fn stray(same: &Same, [one, other]: &[Side<'_>; 2], map: &[(String, String)]) -> Option<Fault> {
    let is_stray = |(a, b): &&(String, String)| match choice_of(one, a).zip(choice_of(other, b)) {
        Some((a, b)) => !same.questions.contains(&[a.0, b.0]),
        None => value_of(one, a).zip(value_of(other, b)).is_some_and(|(a, b)| {
            let ids = [one.study.cases.columns.get(a.0), other.study.cases.columns.get(b.0)];
            ids[0] != ids[1] && !same.columns.contains(&[a.0, b.0])
        }),
    };
    let (a, b) = map.iter().find(is_stray)?;
    let fault = Fault::new(msg!("compare-mapped-choice", one = a.as_str(), other = b.as_str()));
    Some(fault.hint(msg!("compare-mapped-choice-hint")).exit(Exit::Usage))
}

/// The places of a question and of one of its choices that are named as `QUESTION:CHOICE`, unless that is a question.
fn choice_of(side: &Side<'_>, name: &str) -> Option<(QuestionIx, usize)> {
    let (question, choice) = name.rsplit_once(':').filter(|_| side.place(name).is_none())?;
    let place = side.place(question)?;
    Some((place, side.asked(place)?.question.choice(choice)?.0))
}

/// The column of an attribute, unless it is a question too.
fn column_of(side: &Side<'_>, name: &str) -> Option<usize> {
    let attribute = side.study.protocol.attributes.iter().find(|attribute| attribute.id == name)?;
    side.study.cases.column(&attribute.id).filter(|_| side.place(name).is_none())
}

/// The column of an attribute with one of its values that are named as `ATTRIBUTE:VALUE`.
fn value_of(side: &Side<'_>, name: &str) -> Option<(usize, String)> {
    let (attribute, value) = name.split_once(':')?;
    let column = column_of(side, attribute)?;
    let (cases, known) = (&side.study.cases, side.study.protocol.attributes.iter().find(|one| one.id == attribute)?);
    let is_listed = known.values.iter().any(|(code, _)| code == value);
    let is_used = || cases.files().any(|case| cases.value(case, column) == value);
    (is_listed || known.values.is_empty() && is_used()).then(|| (column, value.to_owned()))
}
