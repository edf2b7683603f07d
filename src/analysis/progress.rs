//! How far a study is coded: per coder, unit and second coding, with the places that want a look.
//!
//! Everything is read through a [`Perspective`], so that in a blind round nothing but one's own shows.

pub mod coverage;
pub mod pace;
mod table;
#[cfg(test)]
mod tests;
mod together;
pub mod waiting;

use crate::study::index::{CaseIx, QuestionIx};
pub use table::{Axis, Count, Table};
use typed_index_collections::TiSlice;

use crate::analysis::reliability::differences::Differences;
use crate::study::answers::Answers;
use crate::study::answers::case_view::{Cell, Perspective};
use crate::study::answers::record::Record;
use crate::study::case::plan::Wave;
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::Per;
use crate::study::{Frame, Study};
use std::borrow::Cow;
use std::collections::BTreeSet;
use table::State;

/// A list of places that want a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Questions without an answer in cases that are finished.
    DoneGaps,
    /// Questions without an answer in cases that are begun.
    BegunGaps,
    /// Answers that ask for a comment and have none.
    Unexplained,
    /// Plausibility checks that do not hold.
    Checks,
    /// Answers given to another wording, or before a rule.
    Looks,
    /// Unsure answers.
    Unsure,
    /// Differences between codings that are not settled.
    Differences,
    /// Open discussions.
    Discuss,
    /// Flags of good examples.
    Example,
    /// Flags to tell the manager.
    Manager,
    /// Cases with something to tell the manager, where nothing is noted of it.
    Untold,
    /// Answers changed after the feedback.
    Changed,
    /// Those of them that nobody has given a reason for.
    Unreasoned,
    /// Cases that cannot be reviewed.
    Dropped,
    /// Answers that do not count.
    Uncounted,
    /// Cases that two have coded at one screen.
    Joint,
}

impl List {
    /// Every list with its name in files and the catalogue's key of what it is called.
    pub const ALL: [(Self, &'static str, &'static str); 16] = [
        (Self::DoneGaps, "gaps_done", "status-gaps-done"),
        (Self::BegunGaps, "gaps_begun", "status-gaps-begun"),
        (Self::Unexplained, "unexplained", "status-unexplained"),
        (Self::Checks, "checks", "status-checks"),
        (Self::Looks, "looks", "status-looks"),
        (Self::Unsure, "unsure", "status-unsure"),
        (Self::Differences, "differences", "status-differences"),
        (Self::Discuss, "discuss", "status-discuss"),
        (Self::Example, "example", "status-example"),
        (Self::Manager, "manager", "status-manager"),
        (Self::Untold, "untold", "escalation-missing"),
        (Self::Changed, "changed", "status-changed"),
        (Self::Unreasoned, "changed_unreasoned", "status-changed-unreasoned"),
        (Self::Dropped, "dropped", "status-dropped"),
        (Self::Uncounted, "uncounted", "status-uncounted"),
        (Self::Joint, "joint", "status-joint"),
    ];

    /// The list of a flag that stands in one by itself.
    fn of_flag(item: &str) -> Option<Self> {
        match item {
            "unsure" => Some(Self::Unsure),
            "example" => Some(Self::Example),
            "manager" => Some(Self::Manager),
            _ => None,
        }
    }
}

/// A place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which list it is in.
    pub list: List,
    /// The case.
    pub case: CaseIx,
    /// The question, if it is about one.
    pub question: Option<QuestionIx>,
    /// What is said there: what a check says, why a case was dropped, whose a flag or an answer is.
    pub said: String,
}

/// How far a study is coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The tables that there is anything in; the first has all cases.
    pub tables: Vec<Table>,
    /// The list that the cases were drawn from, where they were.
    pub frame: Option<Frame>,
    /// The places that want a look, in coding order.
    pub places: Vec<Place>,
}

impl Progress {
    /// How far a study is, from one perspective; of one coder's cases where `only` one is asked for.
    pub fn of(study: &Study, perspective: Perspective<'_>, only: Option<&str>) -> Self {
        let reader = Reader::new(study, perspective, only);
        let [mut coders, mut units, mut entries] = [Axis::Coder, Axis::Unit, Axis::Entries].map(Table::new);
        let unit = study.protocol.unit();
        reader.units().iter().for_each(|unit| {
            units.row(unit);
        });
        for case in study.cases.files().filter(|&case| reader.is_asked(case)) {
            let (coder, state) = (reader.coder(case), reader.state(case));
            match (coder, state) {
                // Whose it is may be among what is withheld.
                ("", State::Withheld) => coders.total.add(state),
                _ => coders.add(coder, state),
            }
            units.add(unit.map_or("", |unit| study.cases.value(case, unit)), state);
        }
        coders.rows.sort_by(|(one, _), (other, _)| (one.is_empty(), one).cmp(&(other.is_empty(), other)));
        study
            .cases
            .entries()
            .filter(|&entry| reader.is_in(entry))
            .for_each(|entry| entries.total.add(reader.state(entry)));
        let mut tables = vec![coders];
        let [seconds, waves] = reader.seconds();
        let more = [unit.map(|_| units), Some(seconds), Some(waves), Some(entries)];
        let is_filled = |table: &Table| table.total != Count::default() || table.axis == Axis::Unit;
        tables.extend(more.into_iter().flatten().filter(is_filled));
        let frame = study.frame.clone().filter(|_| only.is_none() && perspective == Perspective::Record);
        Self { tables, frame, places: reader.places() }
    }

    /// How far all cases are.
    pub fn total(&self) -> Count {
        self.tables.first().map_or_else(Count::default, |table| table.total)
    }

    /// The places of a list.
    pub fn list(&self, list: List) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| place.list == list)
    }
}

/// Reads a study from one perspective.
struct Reader<'a> {
    study: &'a Study,
    perspective: Perspective<'a>,
    only: Option<&'a str>,
    /// Whether it is said who codes which case a second time.
    is_doubled: bool,
}

impl<'a> Reader<'a> {
    fn new(study: &'a Study, perspective: Perspective<'a>, only: Option<&'a str>) -> Self {
        Self { study, perspective, only, is_doubled: study.cases.is_doubled() }
    }

    fn answers(&self) -> &'a Answers {
        &self.study.answers
    }

    /// Whether a case is asked for and not closed to who reads.
    fn is_in(&self, case: CaseIx) -> bool {
        self.is_asked(case) && !self.is_withheld(case)
    }

    /// Whether a case is closed to who reads all of them.
    fn is_withheld(&self, case: CaseIx) -> bool {
        self.perspective == Perspective::Record && self.answers().is_closed(case)
    }

    /// Whether a case is asked for: in a blind round those that one codes a second time, where the list says which, or
    /// has drawn for a spot check.
    fn is_asked(&self, case: CaseIx) -> bool {
        match self.perspective {
            Perspective::Record => self.only.is_none_or(|only| self.coder(case) == only),
            Perspective::Own(coder, Round::Spot) => self.answers().drawn(coder, case).is_some(),
            Perspective::Own(coder, _) => !self.is_doubled || self.study.cases.codes_again(case, coder),
        }
    }

    /// Whose a case is; empty where it is nobody's.
    fn coder(&self, case: CaseIx) -> &'a str {
        match self.perspective {
            Perspective::Record => self.answers().owner(case).unwrap_or_default(),
            Perspective::Own(coder, _) => coder,
        }
    }

    fn cells(&self, case: CaseIx) -> Cow<'a, TiSlice<QuestionIx, Cell>> {
        match self.perspective {
            Perspective::Record => Cow::Borrowed(self.study.tally().cells(case)),
            own @ Perspective::Own(..) => Cow::Owned(self.answers().sheet(own, case)),
        }
    }

    fn state(&self, case: CaseIx) -> State {
        match () {
            () if self.is_withheld(case) => State::Withheld,
            () if self.answers().dropped_in(self.perspective, case).is_some() => State::Dropped,
            () if self.study.asks_nothing(case) => State::Unasked,
            () if self.study.is_done(self.perspective, case) => State::Done,
            () if self.study.is_begun(&self.cells(case)) => State::Begun,
            () => State::Left,
        }
    }

    /// The units in their order: those of the cases, then those that no case was drawn from.
    fn units(&self) -> Vec<String> {
        let Some(unit) =
            self.study.protocol.unit().filter(|_| self.only.is_none() && self.perspective == Perspective::Record)
        else {
            return Vec::new();
        };
        let mut units = self.study.cases.units(&self.study.protocol, unit);
        let drawn_from = self.study.frame.iter().flat_map(|frame| frame.sizes.keys());
        let more: Vec<String> = drawn_from.filter(|unit| !units.contains(unit)).cloned().collect();
        units.extend(more);
        units
    }

    /// The second codings, as far as they are, by who does them and by wave; never what they say. Who codes blind sees
    /// the own waves alone.
    fn seconds(&self) -> [Table; 2] {
        let [mut coders, mut waves] = [Axis::Second, Axis::Wave].map(Table::new);
        let cases = &self.study.cases;
        let all: BTreeSet<&str> = cases.coders().filter(|coder| self.only.is_none_or(|only| only == *coder)).collect();
        let again =
            |case| all.iter().filter(move |coder| cases.codes_again(case, coder)).map(move |coder| (case, *coder));
        for (case, coder) in cases.files().flat_map(again) {
            let perspective = match self.perspective {
                Perspective::Record => Perspective::Own(coder, Round::Second),
                own @ Perspective::Own(of, Round::Second) if of == coder => own,
                Perspective::Own(..) => continue,
            };
            let state = Reader { perspective, only: None, ..*self }.state(case);
            if self.perspective == Perspective::Record {
                coders.add(coder, state);
            }
            if let Some(wave) = cases.wave(case) {
                waves.add(wave.name(), state);
            }
        }
        coders.rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        waves.rows.sort_by_key(|(name, _)| Wave::ALL.iter().position(|(_, known)| known == name));
        [coders, waves]
    }

    fn places(&self) -> Vec<Place> {
        let cases = self.study.cases.cases.keys().filter(|&case| self.is_in(case));
        let mut places: Vec<Place> = cases.flat_map(|case| self.places_in(case)).collect();
        if self.perspective == Perspective::Record {
            let lost = self.answers().uncounted().into_iter();
            let place = |line: &Record| self.line_place(List::Uncounted, line);
            places.extend(lost.map(place).filter(|place| self.is_in(place.case)));
            places.extend(self.differing().filter(|place| self.is_in(place.case)));
            places.extend(self.revised().filter(|place| self.is_in(place.case)));
            places.extend(self.joint());
        }
        places
    }

    /// The differences between finished codings that are not settled.
    fn differing(&self) -> impl Iterator<Item = Place> {
        let place =
            |(case, question)| Place { list: List::Differences, case, question: Some(question), said: String::new() };
        Differences::unsettled(self.study).into_iter().map(place)
    }

    /// The answers changed after the feedback, each with what it was and what it is.
    fn revised(&self) -> impl Iterator<Item = Place> {
        self.study.revisions().into_iter().flat_map(|revision| {
            let lists = [Some(List::Changed), (revision.reason == 0).then_some(List::Unreasoned)];
            let said = self.study.change_of(&revision).join(" → ");
            let (case, question) = (revision.case, Some(revision.question));
            lists.into_iter().flatten().map(move |list| Place { list, case, question, said: said.clone() })
        })
    }

    /// A line's place, with whose it is.
    fn line_place(&self, list: List, line: &Record) -> Place {
        let question = line.slot.question.filter(|&question| question < self.study.protocol.questions.next_key());
        let said = self.answers().coder_name(line.slot.coder).to_owned();
        Place { list, case: line.slot.case, question, said }
    }

    /// The places of a case: a dropped one is nothing but dropped.
    fn places_in(&self, case: CaseIx) -> Vec<Place> {
        let answers = self.answers();
        if let Some(drop) = answers.dropped_in(self.perspective, case) {
            let said = answers.text(drop.value).to_owned();
            return vec![Place { list: List::Dropped, case, question: None, said }];
        }
        let cells = self.cells(case);
        let gaps = match self.state(case) {
            State::Done => Some(List::DoneGaps),
            State::Begun => Some(List::BegunGaps),
            State::Left | State::Dropped | State::Unasked | State::Withheld => None,
        };
        let mut places = Vec::new();
        for question in cells.keys() {
            let lists = [
                gaps.filter(|_| self.study.is_gap(&cells, question)),
                answers.is_unexplained(self.perspective, &cells, case, question).then_some(List::Unexplained),
                answers.needs_another_look(self.perspective, &cells, case, question).then_some(List::Looks),
            ];
            let place = |list| Place { list, case, question: Some(question), said: String::new() };
            places.extend(lists.into_iter().flatten().map(place));
        }
        let flags = answers.seen(self.perspective, case).filter(|line| line.slot.op == Op::Flag);
        places.extend(flags.filter_map(|flag| {
            let list = List::of_flag(answers.text(flag.slot.item))?;
            Some(self.line_place(list, flag))
        }));
        places.extend(self.discussed(case));
        let is_told = answers.told(self.perspective, case).is_some();
        let untold = places.iter().find(|place| place.list == List::Manager && !is_told);
        places.extend(untold.map(|place| Place { list: List::Untold, ..place.clone() }));
        let failed = answers.failed_checks(&cells, case);
        places.extend(failed.map(|check| Place {
            list: List::Checks,
            case,
            // What is odd shows at the last of the answers that do not go together.
            question: check.when.questions().into_iter().filter(|&place| self.is_per_case(place)).max(),
            said: check.message.clone(),
        }));
        places
    }

    fn is_per_case(&self, question: QuestionIx) -> bool {
        self.study.protocol.questions.get(question).is_some_and(|question| question.per == Per::Case)
    }
}
