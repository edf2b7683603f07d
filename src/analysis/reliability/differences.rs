//! The differences between finished codings as a work list: what is still to be settled together, and what is settled.
//!
//! Where codings differ follows from the codings alone, which stay as they are. How a difference stands follows from the
//! answers of record: what is not asked by them is no work, and what they ask that the first coder was never asked is.

use super::DoubleCoding;
use crate::base::language::{Message, Words};
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::{Cell, CellStatus};
use crate::study::answers::coding::Coding;
use crate::study::answers::discussion::DISCUSS;
use crate::study::answers::record::Record;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::ledger::evidence::Evidence;
use std::collections::BTreeSet;

/// The flag of a difference that needs a coding rule.
pub const RULE: &str = "rule";

/// What a coding says to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whose it is.
    pub coder: String,
    /// In which round it was made.
    pub round: Round,
    /// What was answered.
    pub cell: Cell,
    /// Where it was found.
    pub found: Vec<Evidence>,
}

/// A question of a case that is or may become a difference to settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The case.
    pub case: CaseIx,
    /// The question.
    pub question: QuestionIx,
    /// What each coding says, the first one before the others.
    pub said: Vec<Said>,
    /// Whether the codings differ; else it is one that the first coder was not asked.
    differs: bool,
}

/// How a difference stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is settled.
    Open,
    /// It is to be discussed.
    Discuss,
    /// It needs a coding rule, which nobody has written yet.
    Rule,
    /// A joint answer stands.
    Settled,
}

impl State {
    /// Every state with its name in files and the catalogue's key of what it is called.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Settled, "settled", "difference-settled"),
        (Self::Discuss, "discuss", "difference-discuss"),
        (Self::Rule, "rule", "difference-rule"),
        (Self::Open, "open", "difference-open"),
    ];

    /// Its name in files and the catalogue's key of what it is called.
    pub fn names(self) -> (&'static str, &'static str) {
        let known = Self::ALL.iter().find(|(state, ..)| *state == self);
        known.map_or(("", ""), |(_, name, label)| (name, label))
    }
}

/// Where codings of the blind rounds differ from the first, in the order of the case list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// All that are or may become one.
    pub all: Vec<Difference>,
    /// How many cases are to be coded more than once, and are not finished by two yet.
    pub unfinished: usize,
    /// Whether anything is, or is to be, coded more than once.
    pub is_planned: bool,
}

impl Differences {
    /// The differences of some blind rounds.
    pub fn of(study: &Study, rounds: &[Round]) -> Self {
        let (mut differing, mut cases, mut due) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for &round in rounds {
            let double = DoubleCoding::of(study, round);
            cases.extend(double.cases.iter().map(|doubled| doubled.case));
            due.extend(double.underway().iter().map(|underway| underway.case));
            for question in study.protocol.questions.keys() {
                differing.extend(double.question(question).differing().map(|row| (row.case, question)));
            }
        }
        let planned = |case: &CaseIx| study.cases.second(*case).is_some() && study.answers.dropped(*case).is_none();
        due.extend(study.cases.files().filter(|case| rounds.contains(&Round::Second) && planned(case)));
        let unfinished = due.difference(&cases).count();
        let is_planned = !rounds.contains(&Round::Second) || study.cases.is_doubled() || !cases.is_empty();
        let asked = |question: &QuestionIx| study.protocol.questions.at(*question).derive.is_none();
        let questions: Vec<QuestionIx> = study.protocol.questions.keys().filter(asked).collect();
        let mut all = Vec::new();
        for case in cases {
            let codings = codings(study, case, rounds);
            for &question in &questions {
                let differs = differing.contains(&(case, question));
                let said: Vec<Said> = codings.iter().map(|coding| said(coding, question)).collect();
                if differs || said.first().is_some_and(|first| !is_asked(first.cell)) {
                    all.push(Difference { case, question, said, differs });
                }
            }
        }
        Self { all, unfinished, is_planned }
    }

    /// The cases and questions of all blind rounds that there is something to settle in.
    pub fn unsettled(study: &Study) -> Vec<(CaseIx, QuestionIx)> {
        let is_open = |one: &Difference| one.state(study).is_some_and(|state| state != State::Settled);
        let all = Self::of(study, &Round::BLIND).all.into_iter();
        all.filter(is_open).map(|one| (one.case, one.question)).collect()
    }

    /// Why there are none.
    pub fn none(&self) -> Message {
        match self.unfinished {
            0 if !self.is_planned => msg!("second-unplanned"),
            0 => msg!("resolve-none"),
            n => msg!("resolve-none-yet", n = n),
        }
    }

    /// How those stand in which the codings differ, on the questions that are meant.
    pub fn of_differing(&self, study: &Study, is_meant: impl Fn(QuestionIx) -> bool) -> impl Iterator<Item = State> {
        let differing = self.all.iter().filter(move |one| one.differs && is_meant(one.question));
        differing.filter_map(move |one| one.state(study))
    }

    /// Those that there is anything to settle in, or that are settled, each with its place among all and how it stands.
    pub fn standing(&self, study: &Study) -> Vec<(usize, State)> {
        let all = self.all.iter().enumerate();
        all.filter_map(|(place, difference)| Some((place, difference.state(study)?))).collect()
    }
}

/// The codings of a case in some rounds: the first one, then the others.
fn codings<'a>(study: &'a Study, case: CaseIx, rounds: &[Round]) -> Vec<Coding<'a>> {
    let found = rounds.iter().flat_map(|&round| study.answers.codings(case, round));
    let mut has_first = false;
    let is_new = |coding: &Coding<'_>| coding.round != Round::First || !std::mem::replace(&mut has_first, true);
    found.filter(is_new).collect()
}

fn said(coding: &Coding<'_>, question: QuestionIx) -> Said {
    Said {
        coder: coding.coder.to_owned(),
        round: coding.round,
        cell: *coding.cells.at(question),
        found: coding.found.get(&question).cloned().unwrap_or_default(),
    }
}

fn is_asked(cell: Cell) -> bool {
    matches!(cell.status, CellStatus::Unanswered | CellStatus::Answered)
}

impl Difference {
    /// How it stands; nothing where there is nothing to settle.
    pub fn state(&self, study: &Study) -> Option<State> {
        let (cells, answers) = (study.tally().cells(self.case), &study.answers);
        let cell = Some(*cells.at(self.question)).filter(|cell| is_asked(*cell))?;
        let is_settled = cell.status == CellStatus::Answered && self.settled(study).is_some();
        if !self.differs && !is_settled && !study.is_gap(cells, self.question) {
            return None;
        }
        let flag = |item: &str| answers.settled(Op::Flag, self.case, Some(self.question), item);
        let ruled = |flag: &Record| {
            let rules = answers.rules(self.question);
            rules.last().is_some_and(|rule| answers.is_since(rule, flag))
        };
        Some(match () {
            () if is_settled => State::Settled,
            () if flag(RULE).is_some_and(|flag| !ruled(flag)) => State::Rule,
            () if flag(DISCUSS).is_some_and(|flag| !answers.is_ended(flag)) => State::Discuss,
            () => State::Open,
        })
    }

    /// The joint answer.
    pub fn settled<'a>(&self, study: &'a Study) -> Option<&'a Record> {
        study.answers.settled(Op::Answer, self.case, Some(self.question), "")
    }

    /// The joint answer as it is read.
    pub fn settled_in_words(&self, study: &Study, words: &Words) -> Option<String> {
        let asked = study.protocol.questions.at(self.question);
        Some(asked.in_words(study.answers.text(self.settled(study)?.value), words))
    }

    /// Why it was settled so.
    pub fn reason<'a>(&self, study: &'a Study) -> Option<&'a Record> {
        study.answers.settled(Op::Note, self.case, Some(self.question), "")
    }

    /// The comments and quotes of a coding on the question, oldest first.
    pub fn remarks<'a>(&self, study: &'a Study, said: &Said) -> Vec<&'a Record> {
        let answers = &study.answers;
        let is_meant = |line: &&Record| {
            matches!(line.slot.op, Op::Note | Op::Quote)
                && line.slot.question == Some(self.question)
                && line.slot.round == said.round
                // The first coding is one, whoever had the case in hand.
                && (said.round == Round::First || answers.coder_name(line.slot.coder) == said.coder)
        };
        answers.annotations(self.case).filter(is_meant).collect()
    }
}

impl Said {
    /// The answer as it is stored, if there is one.
    pub fn answer<'a>(&self, study: &'a Study) -> Option<&'a str> {
        (self.cell.status == CellStatus::Answered).then(|| study.answers.text(self.cell.value))
    }

    /// Where the answer was found, in words; nothing where that was not said.
    pub fn found_in_words(&self, words: &Words) -> Option<String> {
        let places: Vec<String> = self.found.iter().map(|found| words.say(&found.message())).collect();
        (!places.is_empty()).then(|| words.say(&msg!("difference-found", places = places.join("; "))))
    }

    /// The answer as it is read, or why there is none.
    pub fn in_words(&self, study: &Study, question: QuestionIx, words: &Words) -> String {
        match (self.answer(study), self.cell.status) {
            (Some(answer), _) => study.protocol.questions.at(question).in_words(answer, words),
            (None, CellStatus::NotAsked) => words.get("difference-not-asked"),
            (None, _) => words.get("difference-unanswered"),
        }
    }
}

/// How many differences stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// With a joint answer.
    pub settled: usize,
    /// To be discussed.
    pub discuss: usize,
    /// Waiting for a rule.
    pub rule: usize,
    /// Open.
    pub open: usize,
}

impl Counts {
    /// The counts of some states.
    pub fn of(states: impl Iterator<Item = State>) -> Self {
        states.fold(Self::default(), |mut counts, state| {
            *match state {
                State::Settled => &mut counts.settled,
                State::Discuss => &mut counts.discuss,
                State::Rule => &mut counts.rule,
                State::Open => &mut counts.open,
            } += 1;
            counts
        })
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.settled + self.discuss + self.rule + self.open
    }

    /// In a sentence: what there is none of is left out.
    pub fn in_words(self, words: &Words) -> String {
        let parts = [
            (self.settled, msg!("differences-settled", n = self.settled)),
            (self.discuss, msg!("differences-discuss", n = self.discuss)),
            (self.rule, msg!("differences-rule", n = self.rule)),
            (self.open, msg!("differences-open", n = self.open)),
        ];
        let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(_, part)| words.say(part)).collect();
        let all = words.say(&msg!("differences-all", n = self.all()));
        if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) }
    }
}

#[cfg(test)]
mod tests;
