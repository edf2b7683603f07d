//! What might point a person out: groups and answers that few cases have.

use crate::base::language::Message;
use crate::msg;
use crate::study::Study;
use crate::study::protocol::{Kind, Per, Question};
use crate::study::tally::{Tally, grouping};

/// Fewer cases than this are few.
pub const FEW: u32 = 5;
/// At most so many groups, answers and questions are named.
const NAMED: usize = 6;

/// What questions are about that nobody should be found by: parts of their text.
const WORDS: [&str; 5] = ["diagnos", "våld", "barn", "violence", "child"];
/// Parts of their ids.
const IDS: [&str; 5] = ["diagnos", "vald", "barn", "violence", "child"];

/// What few cases have, in words, with their number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exposure {
    /// Of each unit, a sex.
    pub groups: Vec<(String, u32)>,
    /// Of each delicate question, an answer.
    pub answers: Vec<(String, u32)>,
    /// The questions that are answered in free words.
    pub texts: Vec<String>,
}

impl Exposure {
    /// What few of the cases have that a tally counts.
    pub fn of(study: &Study, tally: &Tally) -> Self {
        let asked = study.protocol.questions.iter().enumerate().filter(|(_, question)| question.per == Per::Case);
        let mut exposure = Self { groups: groups(study, tally), ..Self::default() };
        for (place, question) in asked {
            let counts = tally.total(place);
            let few = |n: u32| (1..FEW).contains(&n);
            if question.kind == Kind::Text && counts.base > 0 {
                exposure.texts.push(question.id.clone());
            }
            if is_delicate(question) {
                let answers = question.choices().iter().zip(&counts.choices).filter(|(_, n)| few(**n));
                exposure.answers.extend(answers.map(|(choice, &n)| (format!("{}={}", question.id, choice.id), n)));
            }
        }
        exposure
    }

    /// It in sentences; none where nothing is few.
    pub fn advice(&self) -> Vec<Message> {
        let listed = |few: &[(String, u32)]| {
            let named = few.iter().take(NAMED).map(|(name, n)| format!("{name} ({n})"));
            let rest = few.len().saturating_sub(NAMED);
            named.chain((rest > 0).then(|| format!("+{rest}"))).collect::<Vec<_>>().join(", ")
        };
        let few =
            |list: &[(String, u32)], message: fn(String) -> Message| (!list.is_empty()).then(|| message(listed(list)));
        let parts = [
            few(&self.groups, |list| msg!("export-few-groups", few = FEW, list = list)),
            few(&self.answers, |list| msg!("export-few-answers", few = FEW, list = list)),
            (!self.texts.is_empty()).then(|| msg!("export-free-texts", list = self.texts.join(", "))),
        ];
        let parts: Vec<Message> = parts.into_iter().flatten().collect();
        let begin = (!parts.is_empty()).then(|| msg!("export-exposure"));
        begin.into_iter().chain(parts).collect()
    }
}

/// The groups of unit and sex with few cases.
fn groups(study: &Study, tally: &Tally) -> Vec<(String, u32)> {
    let protocol = &study.protocol;
    let (Some(unit), Some(sex)) = (protocol.unit(), protocol.sex()) else { return Vec::new() };
    let (groups, group_of) = grouping(&study.answers, &[unit, sex]);
    let mut sizes = vec![0u32; groups.len()];
    for case in study.cases.files().filter(|&case| tally.is_counted(case)) {
        if let Some(size) = group_of.get(case).and_then(|&group| sizes.get_mut(group)) {
            *size += 1;
        }
    }
    let label = |column: usize, value: &str| {
        protocol.attributes.get(column).map_or(value, |attribute| attribute.label_of(value)).to_owned()
    };
    let named = groups.iter().zip(sizes).filter(|(_, size)| (1..FEW).contains(size));
    let name = |values: &[String]| {
        [unit, sex].iter().zip(values).map(|(&column, value)| label(column, value)).collect::<Vec<_>>().join(" ")
    };
    named.map(|(group, size)| (name(&group.values), size)).collect()
}

/// Whether a question is about what nobody should be found by.
fn is_delicate(question: &Question) -> bool {
    let text = question.text.to_lowercase();
    let id = question.id.to_lowercase();
    let mut parts = id.split(|c: char| !c.is_alphanumeric());
    WORDS.iter().any(|word| text.contains(word))
        || parts.any(|part| IDS.iter().any(|word| part == *word || *word != "vald" && part.contains(word)))
}
