//! The fold: every entry of every ledger becomes the current state of every slot.
//!
//! [`Answers::apply`] is the only way in, at start and live alike, and its result does not depend on the order in which
//! entries arrive. The last line per op, coder and slot wins; (`seq`, `coder`, `segment`) orders lines, never the clock.
//! Every line is kept, so that history, undo and forks need no second reading.

pub mod record;
pub mod sheet;
pub mod undo;

use crate::case::CaseList;
use crate::ledger::entry::{Entry, Op, Round};
use crate::protocol::Protocol;
use record::{NONE, Names, Record, Slot};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What an entry may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// One answer of a case.
    Answer {
        /// The case's place.
        case: usize,
        /// The question's place.
        question: usize,
    },
    /// The whole case: its owner, or whether it counts at all.
    Case(usize),
    /// A note, a mark, or something outside the case list.
    Aside,
}

/// A coder's time with a case: from `seq` on, until somebody else takes it over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stint {
    seq: u64,
    coder: u16,
    segment: u32,
}

/// The current state of every slot, with its history.
pub struct Answers {
    protocol: Arc<Protocol>,
    cases: Arc<CaseList>,
    texts: Names,
    coders: Names,
    /// Case ids: those of the case list first, at their places; then strays.
    case_ids: Names,
    /// Question ids: those of the protocol first, at their places; then strays.
    question_ids: Names,
    records: Vec<Record>,
    /// The newest record of each slot.
    heads: HashMap<Slot, u32>,
    /// Per case, the line that made its first coder the owner, where the list assigns nobody.
    founders: Vec<Option<Stint>>,
    /// Take-overs per case.
    takes: HashMap<u32, BTreeSet<u16>>,
    /// Slots beside the answers (notes, quotes, flags, bookmarks) per case.
    asides: HashMap<u32, Vec<Slot>>,
    /// Cases with first-round answers of more than one coder, and those coders.
    answerers: HashMap<u32, BTreeSet<u16>>,
    /// Records that say different things under the same number.
    forks: BTreeSet<(u32, u32)>,
    aliases: HashMap<crate::ledger::entry::Head, u32>,
    strays: Vec<u32>,
    consensus: bool,
    newest: u64,
}

impl Answers {
    /// The state before the first entry.
    pub fn new(protocol: Arc<Protocol>, cases: Arc<CaseList>) -> Self {
        let case_ids = Names::of(cases.cases.iter().map(|case| case.id.as_str()));
        let question_ids = Names::of(protocol.questions.iter().map(|question| question.id.as_str()));
        Self {
            founders: vec![None; cases.cases.len()],
            texts: Names::of([""].into_iter()),
            coders: Names::default(),
            case_ids,
            question_ids,
            protocol,
            cases,
            records: Vec::new(),
            heads: HashMap::new(),
            takes: HashMap::new(),
            asides: HashMap::new(),
            answerers: HashMap::new(),
            forks: BTreeSet::new(),
            aliases: HashMap::new(),
            strays: Vec::new(),
            consensus: false,
            newest: 0,
        }
    }

    /// The protocol that the answers are given under.
    pub fn protocol(&self) -> &Arc<Protocol> {
        &self.protocol
    }

    /// The cases.
    pub fn cases(&self) -> &Arc<CaseList> {
        &self.cases
    }

    /// Takes one more entry into the state and tells what it may have changed.
    pub fn apply(&mut self, entry: &Entry<'_>) -> Change {
        let slot = self.slot_of(entry);
        let record = Record {
            slot,
            seq: entry.seq,
            segment: entry.segment,
            value: self.texts.number(&entry.value),
            was: self.texts.number(&entry.was),
            at: entry.ts.parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_millisecond),
            undoes: entry.undoes,
            h: entry.h,
            previous: NONE,
        };
        self.newest = self.newest.max(entry.seq);
        if !self.link(record) || slot.case as usize >= self.cases.cases.len() {
            return Change::Aside;
        }
        self.change(slot, record)
    }

    fn slot_of(&mut self, entry: &Entry<'_>) -> Slot {
        let question =
            if entry.question.is_empty() { u16::MAX } else { Names::narrow(self.question_ids.number(&entry.question)) };
        Slot {
            op: entry.op,
            round: entry.round,
            coder: Names::narrow(self.coders.number(&entry.coder)),
            case: self.case_ids.number(&entry.case_id),
            question,
            item: self.texts.number(&entry.item),
        }
    }

    /// Puts a record into its slot's history, newest first; false for one that is there already.
    fn link(&mut self, mut record: Record) -> bool {
        let number = u32::try_from(self.records.len()).unwrap_or(NONE);
        let head = self.heads.get(&record.slot).copied().unwrap_or(NONE);
        let (mut newer, mut older) = (NONE, head);
        while let Some(other) = self.records.get(older as usize) {
            if other.is_same(&record) {
                self.keep_newest_copy(older, record);
                return false;
            }
            if other.order() < record.order() {
                break;
            }
            (newer, older) = (older, other.previous);
        }
        for neighbour in [newer, older] {
            if self.records.get(neighbour as usize).is_some_and(|other| other.seq == record.seq) {
                self.forks.insert((neighbour.min(number), neighbour.max(number)));
            }
        }
        record.previous = older;
        match self.records.get_mut(newer as usize) {
            Some(newer) => newer.previous = number,
            None => {
                self.heads.insert(record.slot, number);
            }
        }
        if head == NONE {
            self.first_of_slot(record.slot, number);
        }
        self.records.push(record);
        true
    }

    /// A line that stands in two segments counts once; both its `h` name it.
    fn keep_newest_copy(&mut self, number: u32, copy: Record) {
        let Some(kept) = self.records.get_mut(number as usize) else { return };
        let other = if copy.segment > kept.segment { kept.h } else { copy.h };
        if copy.segment > kept.segment {
            (kept.segment, kept.h) = (copy.segment, copy.h);
        }
        self.aliases.insert(other, number);
    }

    fn first_of_slot(&mut self, slot: Slot, number: u32) {
        let known = |names: u32, count: usize| (names as usize) < count;
        let stray_question = slot.question != u16::MAX && !known(slot.question.into(), self.protocol.questions.len());
        if !known(slot.case, self.cases.cases.len()) || stray_question {
            self.strays.push(number);
        }
        match slot.op {
            Op::Note | Op::Quote | Op::Flag | Op::Bookmark => self.asides.entry(slot.case).or_default().push(slot),
            Op::Answer if slot.round == Round::First => {
                self.answerers.entry(slot.case).or_default().insert(slot.coder);
            }
            Op::Answer => self.consensus |= slot.round == Round::Consensus,
            Op::Take => {
                self.takes.entry(slot.case).or_default().insert(slot.coder);
            }
            Op::Done | Op::Drop => {}
        }
    }

    fn change(&mut self, slot: Slot, record: Record) -> Change {
        let case = slot.case as usize;
        match slot.op {
            Op::Take | Op::Drop | Op::Done => Change::Case(case),
            Op::Answer if (slot.question as usize) < self.protocol.questions.len() => {
                let founder = record.stint();
                let known = self.founders.get(case).copied().flatten();
                let earlier = known.is_none_or(|known| self.order(founder) < self.order(known));
                let same = known.is_some_and(|known| known.coder == founder.coder);
                if slot.round == Round::First && earlier {
                    self.founders.iter_mut().skip(case).take(1).for_each(|known| *known = Some(founder));
                    if !same {
                        return Change::Case(case);
                    }
                }
                Change::Answer { case, question: slot.question.into() }
            }
            _ => Change::Aside,
        }
    }

    /// What orders the lines of different coders: their slugs count, not the order in which they were met.
    fn order(&self, stint: Stint) -> (u64, &str, u32) {
        (stint.seq, self.coder_name(stint.coder), stint.segment)
    }

    /// The number of a coder who has written anything.
    pub fn coder(&self, slug: &str) -> Option<u16> {
        self.coders.find(slug).map(Names::narrow)
    }

    /// The coder with a number.
    pub fn coder_name(&self, coder: u16) -> &str {
        self.coders.name(coder.into())
    }

    /// The highest number of any entry.
    pub fn newest(&self) -> u64 {
        self.newest
    }

    /// A text by its number.
    pub fn text(&self, number: u32) -> &str {
        self.texts.name(number)
    }

    /// Whose the case was, first to last: the assigned coder or the first to answer it, then whoever took it over.
    fn stints(&self, case: usize) -> Vec<Stint> {
        let assigned = self.cases.assigned(case);
        let mut stints = Vec::with_capacity(1);
        match assigned {
            Some(slug) => stints.extend(self.coder(slug).map(|coder| Stint { seq: 0, coder, segment: 0 })),
            None => {
                stints.extend(self.founders.get(case).copied().flatten().map(|founder| Stint { seq: 0, ..founder }))
            }
        }
        let case = Names::wide(case);
        let takers = self.takes.get(&case).into_iter().flatten();
        let mut taken: Vec<Stint> = takers.flat_map(|&coder| self.takes_of(case, coder)).collect();
        taken.sort_unstable_by(|one, other| self.order(*one).cmp(&self.order(*other)));
        stints.append(&mut taken);
        stints
    }

    /// A coder's take-overs of a case that were not set back.
    fn takes_of(&self, case: u32, coder: u16) -> Vec<Stint> {
        let slot = Slot::plain(Op::Take, Round::First, coder, case as usize, None);
        let mut lines: Vec<&Record> = self.history(slot).collect();
        lines.reverse();
        let mut stints = Vec::new();
        for line in lines {
            if line.value == 0 {
                stints.pop();
            } else {
                stints.push(line.stint());
            }
        }
        stints
    }

    /// The slug of the coder who owns a case, if anybody does.
    pub fn owner(&self, case: usize) -> Option<&str> {
        match self.stints(case).last() {
            Some(stint) => Some(self.coder_name(stint.coder)),
            None => self.cases.assigned(case),
        }
    }

    /// Whether a case may be coded by a coder without taking it over.
    pub fn may_code(&self, case: usize, slug: &str) -> bool {
        self.owner(case).is_none_or(|owner| owner == slug)
    }

    /// The record that counts for a case: the consensus if there is one, else that of the latest owner who has one.
    ///
    /// A line belongs to the stint in which its coder wrote it, so that a case that is taken over and given back keeps
    /// what was answered in between until its owner changes it.
    pub fn of_record(&self, op: Op, case: usize, question: Option<usize>) -> Option<&Record> {
        self.of_stints(&self.stints(case), op, case, question)
    }

    fn of_stints(&self, stints: &[Stint], op: Op, case: usize, question: Option<usize>) -> Option<&Record> {
        let slot = |round, coder| Slot::plain(op, round, coder, case, question);
        if self.consensus {
            let joint = (0..self.coders.len()).filter_map(|coder| self.current(slot(Round::Consensus, coder)));
            let joint = joint.filter(|record| record.value != 0).max_by_key(|record| self.order(record.stint()));
            if joint.is_some() {
                return joint;
            }
        }
        if stints.is_empty() && matches!(op, Op::Done | Op::Drop) {
            let any = (0..self.coders.len()).filter_map(|coder| self.current(slot(Round::First, coder)));
            return any.max_by_key(|record| self.order(record.stint()));
        }
        if let [only] = stints {
            return self.current(slot(Round::First, only.coder));
        }
        let line = |stint: &Stint| self.current(slot(Round::First, stint.coder));
        stints.iter().filter_map(line).max_by_key(|line| {
            let own = |stint: &Stint| stint.coder == line.slot.coder;
            let during = stints.iter().rposition(|stint| own(stint) && stint.seq <= line.seq);
            during.or_else(|| stints.iter().position(own))
        })
    }

    /// The newest record of a slot.
    pub fn current(&self, slot: Slot) -> Option<&Record> {
        self.heads.get(&slot).and_then(|&number| self.records.get(number as usize))
    }

    /// A coder's newest record of a case in a round.
    pub fn own(&self, op: Op, coder: &str, round: Round, case: usize, question: Option<usize>) -> Option<&Record> {
        self.item(op, coder, round, case, question, "")
    }

    /// As [`Answers::own`], for a flag or a quote.
    pub fn item(
        &self,
        op: Op,
        coder: &str,
        round: Round,
        case: usize,
        question: Option<usize>,
        item: &str,
    ) -> Option<&Record> {
        let (coder, item) = (self.coder(coder)?, self.texts.find(item)?);
        self.current(Slot { item, ..Slot::plain(op, round, coder, case, question) })
    }

    /// Every line of a slot, newest first.
    pub fn history(&self, slot: Slot) -> impl Iterator<Item = &Record> {
        let mut next = self.heads.get(&slot).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let record = self.records.get(next as usize)?;
            next = record.previous;
            Some(record)
        })
    }

    /// Every answer line on a question of a case in the given rounds, of any coder (or of `only`), newest first.
    pub fn lines(&self, case: usize, question: usize, rounds: &[Round], only: Option<&str>) -> Vec<&Record> {
        let coders = (0..self.coders.len()).filter(|&coder| only.is_none_or(|only| self.coder_name(coder) == only));
        let mut lines: Vec<&Record> = coders
            .flat_map(|coder| rounds.iter().map(move |&round| (coder, round)))
            .flat_map(|(coder, round)| self.history(Slot::plain(Op::Answer, round, coder, case, Some(question))))
            .collect();
        lines
            .sort_unstable_by_key(|line| std::cmp::Reverse((line.seq, self.coder_name(line.slot.coder), line.segment)));
        lines
    }

    /// The notes, quotes, flags and bookmarks of a case that are set.
    pub fn asides(&self, case: usize) -> impl Iterator<Item = &Record> {
        let slots = self.asides.get(&Names::wide(case)).into_iter().flatten();
        slots.filter_map(|&slot| self.current(slot)).filter(|record| record.value != 0)
    }

    /// Whether a case was dropped, and why.
    pub fn dropped(&self, case: usize) -> Option<&Record> {
        self.of_record(Op::Drop, case, None).filter(|record| record.value != 0)
    }

    /// First-round answers that do not count: given by somebody who was not the latest owner to answer.
    pub fn uncounted(&self) -> Vec<&Record> {
        let contested = self.answerers.iter().filter(|(case, coders)| {
            let owner = self.owner(**case as usize).and_then(|owner| self.coder(owner));
            coders.len() > 1 || coders.iter().any(|&coder| Some(coder) != owner)
        });
        let mut found: Vec<&Record> = contested
            .flat_map(|(&case, coders)| {
                let questions = 0..self.protocol.questions.len();
                questions.flat_map(move |question| coders.iter().map(move |&coder| (case, question, coder)))
            })
            .filter_map(|(case, question, coder)| {
                let slot = Slot::plain(Op::Answer, Round::First, coder, case as usize, Some(question));
                let line = self.current(slot).filter(|line| line.value != 0)?;
                let counts = self.of_record(Op::Answer, case as usize, Some(question));
                (!counts.is_some_and(|counts| counts.slot == slot)).then_some(line)
            })
            .collect();
        found.sort_unstable_by_key(|line| (line.slot.case, line.slot.question, line.slot.coder));
        found
    }

    /// Pairs of lines that say different things under the same number of the same coder.
    pub fn forks(&self) -> impl Iterator<Item = (&Record, &Record)> {
        let record = |number: u32| self.records.get(number as usize);
        self.forks.iter().filter_map(move |&(one, other)| record(one).zip(record(other)))
    }

    /// Current records on cases or questions that the study does not have.
    pub fn strays(&self) -> impl Iterator<Item = &Record> {
        self.strays
            .iter()
            .filter_map(|&number| self.records.get(number as usize))
            .filter_map(|record| self.current(record.slot))
    }

    /// The case id of a record, also of one that the case list does not have.
    pub fn case_id(&self, record: &Record) -> &str {
        self.case_ids.name(record.slot.case)
    }

    /// The question id of a record; empty for the case as a whole.
    pub fn question_id(&self, record: &Record) -> &str {
        if record.slot.question == u16::MAX { "" } else { self.question_ids.name(record.slot.question.into()) }
    }

    /// Every line that a coder wrote in a round, oldest first.
    pub fn written_by(&self, coder: &str, round: Round) -> Vec<&Record> {
        let Some(coder) = self.coder(coder) else { return Vec::new() };
        let own = |record: &&Record| record.slot.coder == coder && record.slot.round == round;
        let mut lines: Vec<&Record> = self.records.iter().filter(own).collect();
        lines.sort_unstable_by_key(|line| line.order());
        lines
    }
}

#[cfg(test)]
mod tests;
