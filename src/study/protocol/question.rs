//! A question and the answers it offers.

use super::filter::formula::Expr;
use super::filter::{Filter, Key};
use super::look_for::Pattern;
use super::repeat::Place;
use super::statement::Statement;
use crate::base::names::names;
use crate::study::index::QuestionIx;

/// What a choice means whatever its words: answers are bound to keys by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Ja.
    Yes,
    /// Delvis.
    Partly,
    /// Nej.
    No,
    /// Ej aktuellt: outside the base.
    Na,
    /// Framgår ej: inside the base.
    Unknown,
}

names!(Role: Yes = "yes", Partly = "partly", No = "no", Na = "na", Unknown = "unknown");

impl Role {
    /// The number that stands for it in other programs' files.
    pub fn code(self) -> u32 {
        match self {
            Self::Yes => 1,
            Self::Partly => 2,
            Self::No => 3,
            Self::Na => 9,
            Self::Unknown => 8,
        }
    }

    /// The digit that gives it on every role scale: 1 yes, 2 partly, 3 no, 0 n.a., 9 unknown.
    pub fn digit(self) -> char {
        match self {
            Self::Yes => '1',
            Self::Partly => '2',
            Self::No => '3',
            Self::Na => '0',
            Self::Unknown => '9',
        }
    }
}

/// One answer on offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its id: what the ledger stores.
    pub id: String,
    /// Its words; where they name answers, with what these are called.
    pub label: String,
    /// The same as they are written, with `${id}` for each answer, where they name any.
    pub template: Option<String>,
    /// Its role, if it has one.
    pub role: Option<Role>,
    /// What it means exactly in this question.
    pub meaning: String,
    /// The key that the protocol gives it.
    pub key: Option<char>,
    /// What stands for it in other programs' files, where the protocol says so.
    pub code: Option<String>,
    /// In a multi-answer: excludes every other choice.
    pub exclusive: bool,
    /// Whether it counts in the base (role `na` does not, unless the question says so).
    pub in_base: bool,
    /// When it is on offer, where the question is asked; looks only at questions before that.
    pub when: Filter,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One of the choices.
    Choice(Vec<Choice>),
    /// Any number of the choices; stored as ids in protocol order joined by `;`.
    Choices(Vec<Choice>),
    /// A number.
    Number {
        /// What is counted, such as `timmar/månad`.
        unit: String,
        /// The smallest allowed.
        min: Option<f64>,
        /// The largest allowed.
        max: Option<f64>,
    },
    /// A date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// Free text.
    Text,
}

/// Longer lists of choices are searched: no keys are given out, and not all of them are shown.
const LONG: usize = 64;

/// What a question is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// Each case.
    Case,
    /// Each unit, by each of its informants, outside the case flow.
    Unit,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The place of its area.
    pub area: usize,
    /// Where in the file to look, in the author's order.
    pub documents: Vec<String>,
    /// The words that are looked for there.
    pub look_for: Vec<Pattern>,
    /// What is asked; where it names answers, with what these are called.
    pub text: String,
    /// The same as it is written, with `${id}` for each answer, where it names any.
    pub template: Option<String>,
    /// What it is called above a table of its answers; empty where that is what is asked.
    pub caption: String,
    /// How it is answered.
    pub kind: Kind,
    /// When it is asked; looks only at questions before it.
    pub when: Filter,
    /// How to judge.
    pub guidance: String,
    /// The choices that are wished for, where the protocol says so: none of them where the question is neutral.
    pub favourable: Option<Vec<String>>,
    /// The choices that ask for a comment.
    pub note_on: Vec<String>,
    /// What its answers say in a report, where the author says so.
    pub statements: Vec<Statement>,
    /// Not a gap and not in the progress.
    pub optional: bool,
    /// What it is asked about.
    pub per: Per,
    /// How its answer follows from others, where it is computed and never asked.
    pub derive: Option<Derive>,
    /// Which of several time points it is asked for, where it is asked for several.
    pub time: Option<Time>,
    /// Which place of a repeat it is asked at, where it is asked of each entry.
    pub place: Option<Place>,
    /// What the form that it comes from says of it that nothing else here says, column by column: written again when
    /// the protocol becomes such a form.
    pub form: Vec<(String, String)>,
    /// The places of the later questions that depend on it, directly or through others, in order.
    pub dependents: Vec<QuestionIx>,
}

impl Choice {
    /// A choice that is no more than an id and a label.
    pub fn new(id: &str, label: &str) -> Self {
        Self {
            id: id.to_owned(),
            label: label.to_owned(),
            template: None,
            role: None,
            meaning: String::new(),
            key: None,
            code: None,
            exclusive: false,
            in_base: true,
            when: Filter::default(),
        }
    }

    /// Its words as they are written.
    pub fn written(&self) -> &str {
        self.template.as_ref().unwrap_or(&self.label)
    }

    /// Whether it is offered in the same way as another, whatever the two mean.
    pub fn looks_like(&self, other: &Self) -> bool {
        let what = |choice: &Self| (choice.role, choice.key, choice.exclusive);
        let is_named_so = self.id == other.id && self.written() == other.written() && self.code == other.code;
        is_named_so && what(self) == what(other) && self.when == other.when
    }
}

/// How an answer follows from others: computed, shown and tallied, never stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Derive {
    /// Yes, partly or no: all, some or none of these questions have a favourable answer.
    Parts(Vec<QuestionIx>),
    /// The sum of these numbers.
    Sum(Vec<QuestionIx>),
    /// The first choice whose filter holds: one filter a choice.
    First(Vec<Filter>),
    /// What a formula gives: a number, a date or a text.
    Formula(Expr),
}

impl Derive {
    /// What it looks at, as often as it looks there.
    pub fn keys(&self) -> Vec<Key> {
        match self {
            Self::Parts(places) | Self::Sum(places) => places.iter().map(|&place| Key::Question(place)).collect(),
            Self::First(filters) => filters.iter().flat_map(Filter::keys).collect(),
            Self::Formula(expr) => expr.keys(),
        }
    }
}

/// One of the time points that a question is declared for once and asked at each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// The id as declared; each question's own id is this one, `_` and the time.
    pub of: String,
    /// The time, such as `2016`.
    pub at: String,
}

impl Time {
    /// The time `at` of the question with an id that ends with it.
    pub fn of_id(id: &str, at: &str) -> Option<Self> {
        let of = id.strip_suffix(at)?.strip_suffix('_').filter(|of| !at.is_empty() && !of.is_empty())?;
        Some(Self { of: of.to_owned(), at: at.to_owned() })
    }
}

impl Question {
    /// What its own condition, its answer and its choices look at, as often as they look there.
    pub fn looks_at(&self) -> Vec<Key> {
        let choices = self.choices().iter().flat_map(|choice| choice.when.keys());
        self.when.keys().into_iter().chain(self.derive.iter().flat_map(Derive::keys)).chain(choices).collect()
    }

    /// A question that says nothing but this: asked of every case, in the first area.
    pub fn new(id: String, text: String, kind: Kind) -> Self {
        Self {
            id,
            area: 0,
            documents: Vec::new(),
            look_for: Vec::new(),
            text,
            template: None,
            caption: String::new(),
            kind,
            when: Filter::default(),
            guidance: String::new(),
            favourable: None,
            note_on: Vec::new(),
            statements: Vec::new(),
            optional: false,
            per: Per::Case,
            derive: None,
            time: None,
            place: None,
            form: Vec::new(),
            dependents: Vec::new(),
        }
    }

    /// What is asked, as it is written.
    pub fn written(&self) -> &str {
        self.template.as_ref().unwrap_or(&self.text)
    }

    /// Whether it has too many choices for keys and for a screen.
    pub fn is_long(&self) -> bool {
        self.choices().len() > LONG
    }

    /// Whether some of its choices are on offer only under a condition.
    pub fn has_filtered(&self) -> bool {
        self.choices().iter().any(|choice| !choice.when.is_empty())
    }

    /// The conditions of the choices, where these say when they are the answer.
    pub fn conditions(&self) -> &[Filter] {
        match &self.derive {
            Some(Derive::First(filters)) => filters,
            _ => &[],
        }
    }

    /// The words that are looked for, as the protocol has them.
    pub fn sought(&self) -> Vec<String> {
        self.look_for.iter().map(|pattern| pattern.text().to_owned()).collect()
    }

    /// The choices on offer; none for numbers, dates and texts.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices,
            Kind::Number { .. } | Kind::Date | Kind::Text => &[],
        }
    }

    /// The choice with an id, and its place.
    pub fn choice(&self, id: &str) -> Option<(usize, &Choice)> {
        self.choices().iter().enumerate().find(|(_, choice)| choice.id == id)
    }

    /// The choice with a role, and its place.
    pub fn role(&self, role: Role) -> Option<(usize, &Choice)> {
        self.choices().iter().enumerate().find(|(_, choice)| choice.role == Some(role))
    }

    /// Whether its numbers are years, which are not averaged: their unit says so.
    pub fn is_year(&self) -> bool {
        matches!(&self.kind, Kind::Number { unit, .. } if ["årtal", "year"].contains(&unit.as_str()))
    }

    /// Whether several choices may be given.
    pub fn is_multi(&self) -> bool {
        matches!(self.kind, Kind::Choices(_))
    }

    /// Whether an answer is the one that is wished for: what the question says, else the yes of a scale of quality.
    ///
    /// A scale that has a partly between yes and no says how well something is done; yes and no alone may be plain facts.
    pub fn is_favourable(&self, answer: &str) -> bool {
        let is_wished = self.favourable.is_some() || self.role(Role::Partly).is_some();
        is_wished && self.is_met(answer)
    }

    /// Whether an answer meets what a question is made of that follows from it: by the favourable answers where the
    /// question has such, else by yes.
    pub fn is_met(&self, answer: &str) -> bool {
        self.chosen(answer).any(|(_, choice)| match &self.favourable {
            Some(favourable) => favourable.contains(&choice.id),
            None => choice.role == Some(Role::Yes),
        })
    }

    /// The favourable choices of the base, with their places: those that strengths, areas and coders are compared by.
    pub fn favourable_choices(&self) -> impl Iterator<Item = (usize, &Choice)> {
        let choices = self.choices().iter().enumerate();
        choices.filter(|(_, choice)| choice.in_base && self.is_favourable(&choice.id))
    }

    /// Whether yes is the bad answer, which the screen marks: (Ja = brist).
    pub fn yes_is_bad(&self) -> bool {
        let favourable = self.favourable.iter().find(|favourable| !favourable.is_empty());
        self.role(Role::Yes).zip(favourable).is_some_and(|((_, yes), favourable)| !favourable.contains(&yes.id))
    }

    /// The choices that an answer names; ids that are not on offer are left out.
    pub fn chosen<'a>(&'a self, answer: &'a str) -> impl Iterator<Item = (usize, &'a Choice)> {
        let multi = self.is_multi();
        self.choices().iter().enumerate().filter(move |(_, choice)| {
            if multi { answer.split(';').any(|id| id == choice.id) } else { answer == choice.id }
        })
    }

    /// Whether an answer that is given counts in the question's base: one of its choices does, or it has none.
    pub fn is_in_base(&self, answer: &str) -> bool {
        self.choices().is_empty() || self.chosen(answer).any(|(_, choice)| choice.in_base)
    }

    /// Whether an answer, given under whatever version of the protocol, is one that the question takes; it takes none
    /// where it is computed.
    pub fn offers(&self, answer: &str) -> bool {
        let takes = || match &self.kind {
            Kind::Choice(_) | Kind::Choices(_) => self.chosen(answer).next().is_some(),
            Kind::Number { .. } | Kind::Date => self.accept(answer).is_ok(),
            Kind::Text => true,
        };
        self.derive.is_none() && takes()
    }

    /// An answer as a person reads it: labels for ids, everything else as it is.
    pub fn shown(&self, answer: &str) -> String {
        let labels: Vec<&str> = self.chosen(answer).map(|(_, choice)| choice.label.as_str()).collect();
        if labels.is_empty() { answer.to_owned() } else { labels.join(", ") }
    }
}
