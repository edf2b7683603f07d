//! Strengths and development areas: proposed from the answers, decided by the coders.
//!
//! A proposal follows the counts until somebody keeps, rewords or strikes it; what was decided stands whatever is
//! answered later, and says that the counts have changed.

pub mod follow;
pub mod quote;

use crate::analysis::progress::coverage::Coverage;
use crate::analysis::tables::sentence::statement::as_sentence;
use crate::base::language::Words;
use crate::base::names::names;
use crate::base::placeholder::filled;
use crate::msg;
use crate::study::answers::case_view::CellStatus;
use crate::study::answers::record::Record;
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::entry::STRUCK;
use crate::study::protocol::{Per, Question};
use crate::study::{Study, Thresholds};
use typed_index_collections::TiVec;

/// What something is to the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// A strength.
    Strength,
    /// A development area.
    Development,
}

names!(Side: Strength = "strength", Development = "development");

/// Which strength or development area is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub side: Side,
    /// Of which unit; empty for all of them.
    pub unit: String,
    /// The id of the question it is about; empty where it is about none.
    pub question: String,
    /// The own id of one that is about no question.
    pub own: String,
}

impl Place {
    /// The item that stands for it in the ledger.
    pub fn item(&self) -> String {
        let own = if self.own.is_empty() { String::new() } else { format!("|{}", self.own) };
        format!("{}|{}{own}", self.side.name(), self.unit)
    }

    /// What a question and an item of the ledger mean, if they mean anything.
    pub fn read(question: &str, item: &str) -> Option<Self> {
        let (side, rest) = item.split_once('|')?;
        let side = Side::named(side)?;
        let (unit, own) = rest.split_once('|').unwrap_or((rest, ""));
        Some(Self { side, unit: unit.to_owned(), question: question.to_owned(), own: own.to_owned() })
    }
}

/// How many of how many have the answer that is wished for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub k: u32,
    /// Of how many: the question's base.
    pub n: u32,
}

/// How far something is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The program proposes it.
    Proposed,
    /// It is not to stand in the report.
    Struck,
    /// It stands in the report with these words.
    Kept(String),
}

/// A strength or a development area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub place: Place,
    /// How far it is decided.
    pub state: State,
    /// The answers to its question, per unit with a base; empty where it is about none.
    pub shares: Vec<(String, Share)>,
    /// Whether answers to its question have changed since it was decided.
    pub is_changed: bool,
}

impl Item {
    /// The answers that it speaks of: those of its unit, or of all.
    pub fn share(&self) -> Share {
        let own = self.shares.iter().filter(|(unit, _)| self.place.unit.is_empty() || *unit == self.place.unit);
        own.fold(Share::default(), |sum, (_, share)| Share { k: sum.k + share.k, n: sum.n + share.n })
    }

    /// The units beside which it stands: the others, or each where it is of all.
    pub fn beside(&self) -> impl Iterator<Item = &(String, Share)> {
        self.shares.iter().filter(|(unit, _)| !unit.is_empty() && *unit != self.place.unit)
    }
}

impl Thresholds {
    /// What a share is, by integers alone.
    fn side(self, share: Share) -> Option<Side> {
        let (part, whole) = (100 * u64::from(share.k), u64::from(share.n));
        match whole {
            0 => None,
            _ if part >= u64::from(self.strength_from) * whole => Some(Side::Strength),
            _ if part <= u64::from(self.development_to) * whole => Some(Side::Development),
            _ => None,
        }
    }
}

impl Study {
    /// All strengths and development areas, decided or proposed: the joint ones first, then unit by unit.
    pub fn strengths(&self) -> Vec<Item> {
        let shares: TiVec<QuestionIx, Vec<(String, Share)>> =
            self.protocol.questions.iter_enumerated().map(|asked| self.shares(asked)).collect();
        let shares_of = |place: &Place| {
            let question = self.protocol.question(&place.question);
            question.map(|question| shares.at(question).clone()).unwrap_or_default()
        };
        let said = self.answers.items().into_iter().filter_map(|line| self.said(line));
        let mut items: Vec<Item> = said.map(|item| Item { shares: shares_of(&item.place), ..item }).collect();
        for (question, shares) in self.protocol.questions.iter().zip(&shares) {
            for (side, unit) in self.proposed(shares) {
                let place = Place { side, unit, question: question.id.clone(), own: String::new() };
                if !items.iter().any(|item| item.place == place) {
                    items.push(Item { place, state: State::Proposed, shares: shares.clone(), is_changed: false });
                }
            }
        }
        let units = self.units();
        let turn = |place: &Place| {
            let unit = units.iter().position(|unit| *unit == place.unit).unwrap_or(units.len());
            let question = self.protocol.question(&place.question).unwrap_or(self.protocol.questions.next_key());
            (!place.unit.is_empty(), unit, place.unit.clone(), place.side, question, place.own.clone())
        };
        items.sort_by_cached_key(|item| turn(&item.place));
        items
    }

    /// What a line of the ledger decides.
    fn said(&self, line: &Record) -> Option<Item> {
        let place = Place::read(self.answers.question_id(line), self.answers.text(line.slot.item))?;
        let is_changed = self.protocol.question(&place.question).is_some_and(|question| {
            let unit = self.protocol.unit().filter(|_| !place.unit.is_empty());
            let is_meant = |case| unit.is_none_or(|unit| self.cases.value(case, unit) == place.unit);
            self.answers.differs_since(self.answers.since(line).seq, question, is_meant)
        });
        let state = match self.answers.text(line.value) {
            STRUCK => State::Struck,
            text => State::Kept(text.to_owned()),
        };
        Some(Item { place, state, shares: Vec::new(), is_changed })
    }

    /// What the answers to a question propose, each with its unit: one for all of them, with an empty unit, where every
    /// unit's share says the same and two of them at least have a base to say it on.
    fn proposed(&self, shares: &[(String, Share)]) -> Vec<(Side, String)> {
        let broad: Vec<&(String, Share)> = shares.iter().filter(|(_, share)| share.n >= self.percent_from).collect();
        let mut sides = shares.iter().map(|(_, share)| self.thresholds.side(*share));
        let joint = sides.next().flatten().filter(|first| sides.all(|side| side == Some(*first)));
        match joint.filter(|_| broad.len() > 1) {
            Some(side) => vec![(side, String::new())],
            None => broad
                .into_iter()
                .filter_map(|(unit, share)| Some((self.thresholds.side(*share)?, unit.clone())))
                .collect(),
        }
    }

    /// The answers to a question about cases that has one to wish for, per unit with a base; without units, of all.
    fn shares(&self, (place, question): (QuestionIx, &Question)) -> Vec<(String, Share)> {
        if question.per != Per::Case || question.favourable_choices().next().is_none() {
            return Vec::new();
        }
        let unit = self.protocol.unit();
        let mut shares: Vec<(String, Share)> = match unit {
            Some(_) => self.units().into_iter().map(|unit| (unit.to_owned(), Share::default())).collect(),
            None => vec![(String::new(), Share::default())],
        };
        for case in self.cases.files().filter(|&case| self.tally().is_counted(case)) {
            let value = unit.map_or("", |unit| self.cases.value(case, unit));
            let cell = self.tally().cells(case)[place];
            let answer = self.answers.text(cell.value);
            let own = shares.iter_mut().find(|(unit, _)| unit == value);
            if let Some((_, share)) = own.filter(|_| cell.status == CellStatus::Answered && question.is_in_base(answer))
            {
                share.n += 1;
                share.k += u32::from(question.is_favourable(answer));
            }
        }
        shares.retain(|(_, share)| share.n > 0);
        shares
    }

    /// The words of a strength or development area: its own, or those that the program proposes.
    pub fn strength_words(&self, item: &Item, words: &Words) -> String {
        if let State::Kept(text) = &item.state {
            return text.clone();
        }
        let question =
            self.protocol.question(&item.place.question).and_then(|place| self.protocol.questions.get(place));
        let Some(question) = question else { return String::new() };
        let ids: Vec<&str> = question.favourable_choices().map(|(_, choice)| choice.id.as_str()).collect();
        let stated = question.statement(words.lang(), &ids).zip(self.those(item, question, words));
        if let Some((statement, those)) = stated {
            return as_sentence(&filled(&statement.many, |_, _| those.clone()));
        }
        let labels: Vec<&str> = question.favourable_choices().map(|(_, choice)| choice.label.as_str()).collect();
        let answer = labels.join(" / ");
        let text = question.text.as_str();
        words.say(&match item.place.side {
            Side::Strength => msg!("strength-proposed", question = text, answer = answer),
            Side::Development => msg!("development-proposed", question = text, answer = answer),
        })
    }

    /// How many of which cases have the favourable answer: `in at least 80 percent of the cases where consent is missing`.
    /// No count stands in it, which would give small ones away and not follow the answers once it is kept. Nothing where no
    /// clause says which cases the question is asked about.
    fn those(&self, item: &Item, question: &Question, words: &Words) -> Option<String> {
        let clause = match self.protocol.clause(&question.when, words) {
            clause if question.choices().iter().all(|choice| choice.in_base) => clause,
            // Not applicable is outside the base, whatever the condition.
            _ => Some(words.get("strength-applies")),
        };
        if clause.is_none() && !question.when.is_empty() {
            return None;
        }
        let share = item.share();
        let is_open = Coverage::of(self, Per::Case).is_open();
        let Thresholds { strength_from, development_to } = self.thresholds;
        let cases = words.get(if clause.is_some() { "strength-cases-where" } else { "strength-cases" });
        let many = match item.place.side {
            _ if share.k == 0 && !is_open => msg!("strength-none", cases = cases),
            _ if share.k == share.n && !is_open => msg!("strength-all"),
            Side::Strength => msg!("strength-at-least", percent = strength_from, cases = cases),
            Side::Development => msg!("strength-at-most", percent = development_to, cases = cases),
        };
        Some([words.say(&many), clause.unwrap_or_default()].join(" ").trim_end().to_owned())
    }
}

#[cfg(test)]
pub(crate) mod tests;
