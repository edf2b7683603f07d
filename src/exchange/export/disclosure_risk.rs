//! What might point a person out: groups and answers that few cases have.

use crate::base::language::{Message, Words};
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
    /// Of the finest groups that tables have columns for: each unit's women and men, or what the list has of that.
    pub groups: Vec<(String, u32)>,
    /// Of each delicate question, an answer.
    pub answers: Vec<(String, u32)>,
    /// The questions that are answered in free words.
    pub texts: Vec<String>,
}

impl Exposure {
    /// What few of the cases have that a tally counts.
    pub fn of(study: &Study, tally: &Tally, words: &Words) -> Self {
        let asked = study.protocol.questions.iter_enumerated().filter(|(_, question)| question.per == Per::Case);
        let mut exposure = Self { groups: groups(study, tally, words), ..Self::default() };
        for (place, question) in asked {
            let counts = tally.total(place);
            if question.kind == Kind::Text && counts.base > 0 {
                exposure.texts.push(question.id.clone());
            }
            if is_delicate(question) {
                let answers = question.choices().iter().zip(&counts.choices).filter(|(_, n)| is_few(**n));
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

/// Whether somebody might be found among so many.
fn is_few(n: u32) -> bool {
    (1..FEW).contains(&n)
}

/// The groups of few cases. A group that several of these make up is few only where each of them is.
fn groups(study: &Study, tally: &Tally, words: &Words) -> Vec<(String, u32)> {
    let protocol = &study.protocol;
    let by: Vec<usize> = protocol.unit().into_iter().chain(protocol.sex()).collect();
    let (groups, group_of) = grouping(&study.answers, &by);
    let mut sizes = vec![0u32; groups.len()];
    for case in study.cases.files().filter(|&case| !by.is_empty() && tally.is_listed(case)) {
        if let Some(size) = group_of.get(case).and_then(|&group| sizes.get_mut(group)) {
            *size += 1;
        }
    }
    let label = |(&column, value): (&usize, &String)| match protocol.attributes.get(column) {
        Some(attribute) if !value.is_empty() => attribute.label_of(value).to_owned(),
        _ => words.get("report-no-value"),
    };
    let named = groups.iter().zip(sizes).filter(|(_, size)| is_few(*size));
    let name = |values: &[String]| by.iter().zip(values).map(label).collect::<Vec<_>>().join(" ");
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
