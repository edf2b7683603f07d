//! What an answer says as a statement, in the words of the protocol's author: `I {spread} finns en plan`.

use super::filter::{Filter, Key, Term, Test};
use super::{Protocol, Question};
use crate::base::language::{Lang, Words};

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
    /// Which cases have the answer, as a clause: `where consent is missing`.
    pub clause: Option<String>,
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

    /// A statement with the same words for every count.
    pub fn plain(lang: Lang, choices: Vec<String>, many: String) -> Self {
        Self { lang, choices, many, one: None, none: None, clause: None }
    }

    /// All of its texts.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let more = [&mut self.one, &mut self.none, &mut self.clause];
        std::iter::once(&mut self.many).chain(more.into_iter().flatten())
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

impl Question {
    /// What it is called above a table or a picture: its caption, else itself.
    pub fn caption(&self) -> &str {
        if self.caption.is_empty() { &self.text } else { &self.caption }
    }
}

impl Protocol {
    /// The cases that a condition holds for, in clauses of the protocol's author: `where consent is missing`. Nothing where
    /// it looks at anything but answers, or at one without a clause in this language.
    pub fn clause(&self, condition: &Filter, words: &Words) -> Option<String> {
        let joined = |clauses: Vec<String>, word| clauses.join(&format!(" {} ", words.get(word)));
        let of_term = |term: &Term| {
            let Term::Is(Key::Question(place), Test::In(values)) = term else { return None };
            let question = self.questions.get(*place)?;
            let ids: Vec<&str> = values.iter().map(String::as_str).collect();
            let of =
                |ids: &[&str]| question.statement(words.lang(), ids).and_then(|statement| statement.clause.clone());
            of(&ids).or_else(|| {
                let each: Option<Vec<String>> = ids.iter().map(|&id| of(&[id])).collect();
                each.map(|clauses| joined(clauses, "or"))
            })
        };
        let clauses: Option<Vec<String>> = condition.terms.iter().map(of_term).collect();
        clauses.filter(|clauses| !clauses.is_empty()).map(|clauses| joined(clauses, "and"))
    }
}
