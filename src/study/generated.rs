//! Studies that are made up by a seed, with what their answers count: known from what was chosen, not from the lines.
//!
//! Each case is made up by itself, from the seed and its place, so that nothing has to be kept and any part can be made again.

mod acts;
pub mod lines;
pub mod truth;

use super::protocol::{Kind, Part, Per, Protocol, Question};
use crate::base::table::written;
use crate::statistics::random::Random;

/// What is to be made up.
#[derive(Debug, Clone, Copy)]
pub struct Recipe<'a> {
    /// The protocol that is coded by.
    pub protocol: &'a Protocol,
    /// How many code each study.
    pub coders: usize,
    /// How many cases each has.
    pub cases: usize,
    /// What everything follows from.
    pub seed: u64,
}

/// One of the studies.
#[derive(Debug, Clone, Copy)]
pub struct MadeUp<'a> {
    /// How it is made up.
    pub recipe: Recipe<'a>,
    /// Which of the studies it is, from 1.
    pub number: usize,
}

/// The questions that a protocol may not have here: of these, what counts does not follow from the answers to one case alone.
pub fn unmakeable(protocol: &Protocol) -> Vec<&str> {
    let is_left =
        |question: &&Question| question.derive.is_some() || question.per == Per::Unit || question.time.is_some();
    protocol.questions.iter().filter(is_left).map(|question| question.id.as_str()).collect()
}

impl MadeUp<'_> {
    /// Its folder's name.
    pub fn name(&self) -> String {
        format!("study-{:04}", self.number)
    }

    /// The short name of a coder.
    pub fn coder(place: usize) -> String {
        format!("coder-{:03}", place + 1)
    }

    /// The generator for one thing about a case.
    fn random(&self, case: usize, what: u64) -> Random {
        let mut random = Random(self.recipe.seed);
        for part in [self.number as u64, case as u64, what] {
            random = Random(random.draw() ^ part);
        }
        random
    }

    /// What the case list says of a case, for each attribute.
    fn row(&self, case: usize) -> Vec<String> {
        let mut random = self.random(case, 0);
        let mut value = |attribute: &super::protocol::Attribute| match (attribute.part, attribute.values.as_slice()) {
            (Some(Part::BirthYear { .. }), _) => (1930 + random.below(75)).to_string(),
            (Some(Part::Unit), []) => format!("U{}", random.below(8)),
            (Some(Part::Informant), _) | (_, []) => String::new(),
            (_, values) => random.pick(values).map(|(code, _)| code.clone()).unwrap_or_default(),
        };
        self.recipe.protocol.attributes.iter().map(&mut value).collect()
    }

    /// The id of a case.
    fn case_id(case: usize) -> String {
        format!("case-{:07}", case + 1)
    }

    /// The case list as CSV.
    pub fn case_list(&self) -> String {
        let listed = || self.recipe.protocol.attributes.iter().enumerate().filter(|(_, one)| one.is_about(Per::Case));
        let head = written(std::iter::once("case_id").chain(listed().map(|(_, attribute)| attribute.id.as_str())));
        let rows = (0..self.recipe.cases).map(|case| {
            let (id, row) = (Self::case_id(case), self.row(case));
            let cells = listed().map(|(place, _)| row.get(place).map_or("", String::as_str));
            written(std::iter::once(id.as_str()).chain(cells))
        });
        head + &rows.collect::<String>()
    }
}

/// An answer that a question takes.
fn answer(question: &Question, random: &mut Random) -> String {
    let text = match &question.kind {
        Kind::Choice(choices) => random.pick(choices).map(|choice| choice.id.clone()).unwrap_or_default(),
        Kind::Choices(choices) => {
            let alone = random.pick(choices).map(|choice| choice.id.clone()).unwrap_or_default();
            let several = choices.iter().filter(|choice| !choice.exclusive && random.below(2) == 0);
            let several = several.map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(";");
            if several.is_empty() || random.below(4) == 0 { alone } else { several }
        }
        Kind::Number { .. } => {
            format!("{}{}", random.below(120), random.pick(&["", "", ".5"]).copied().unwrap_or_default())
        }
        Kind::Date => {
            let (year, month, day) = (2018 + random.below(8), 1 + random.below(12), 1 + random.below(28));
            match random.below(4) {
                0 => format!("{year}"),
                1 => format!("{year}-{month:02}"),
                _ => format!("{year}-{month:02}-{day:02}"),
            }
        }
        Kind::Text => random.pick(&["Alder", "Birch", "Cedar", "Dogwood"]).copied().unwrap_or_default().to_owned(),
    };
    // What is out of bounds is nothing that anybody could give.
    question.accept(&text).unwrap_or_default()
}

#[cfg(test)]
mod tests;
