//! What an answer says as a statement, in the words of the protocol's author: `I {spread} finns en plan`.

use super::Question;
use crate::base::language::Lang;

/// The places of a count: with what it is of and where, and without where.
pub const COUNTS: [&str; 2] = [SPREAD, "share"];
/// The place of a count with what it is of and where.
pub const SPREAD: &str = "spread";
/// The places of what is told of numbers.
pub const NUMBERS: [&str; 5] = ["mean", "median", "least", "most", "base"];

/// A statement in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its language.
    pub lang: Lang,
    /// The answer that it states, or several that it sums; none where the question is about a number.
    pub choices: Vec<String>,
    /// Its words for several cases, and for one where nothing else is said.
    pub many: String,
    /// Its words for one case.
    pub one: Option<String>,
    /// Its words for no case.
    pub none: Option<String>,
}

impl Statement {
    /// Its words for a count.
    pub fn words(&self, k: u32) -> &str {
        let own = match k {
            0 => self.none.as_deref(),
            1 => self.one.as_deref(),
            _ => None,
        };
        own.unwrap_or(&self.many)
    }

    /// What it is called in files: the answer, or those that it sums.
    pub fn key(&self) -> String {
        self.choices.join("|")
    }
}

impl Question {
    /// The statement of these answers, in whatever order they are named; of none, that of a number.
    pub fn statement(&self, lang: Lang, choices: &[&str]) -> Option<&Statement> {
        let is_same = |statement: &&Statement| {
            let own = &statement.choices;
            statement.lang == lang && own.len() == choices.len() && own.iter().all(|id| choices.contains(&id.as_str()))
        };
        self.statements.iter().find(is_same)
    }
}
