//! The fold: every entry of every ledger becomes the current state of every slot.
//!
//! [`Answers::apply`] is the only way in, at start and live alike, and its result does not depend on the order in which
//! entries arrive. The last line per op, coder and slot wins; (`seq`, `coder`) orders lines, and where one coder has two
//! under one number, what they say.
//! Every line is kept, so that history, undo and forks need no second reading.

mod blinding;
pub mod case_view;
pub mod checks;
pub mod coding;
mod derived;
pub mod discussion;
pub mod effects;
pub mod escalation;
mod evidence;
mod final_answer;
mod history;
mod joint_coding;
mod offered;
mod order;
mod ownership;
mod past;
pub mod record;
pub mod revision;
mod rules;
mod shared;
mod slots;
pub mod spellings;
pub mod spot;
mod stray;
mod texts;
pub mod undo;
pub mod wording;

use crate::study::case::CaseList;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Op, Round};
use crate::study::protocol::Protocol;
use blinding::Blinding;
use foldhash::{HashMap, HashSet};
use offered::Offered;
use ownership::Ownership;
use record::{NONE, Names, Record, Slot, milliseconds};
use slots::Slots;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;
use typed_index_collections::TiVec;
use wording::Versions;

/// What an entry may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// One answer of a case.
    Answer {
        /// The case's place.
        case: CaseIx,
        /// The question's place.
        question: QuestionIx,
    },
    /// How the answers to one question count, in every case.
    Question(QuestionIx),
    /// The whole case: its owner, or whether it counts at all.
    Case(CaseIx),
    /// A note, a mark, or something outside the case list.
    Annotation,
}

/// The current state of every slot, with its history.
pub struct Answers {
    protocol: Arc<Protocol>,
    cases: Arc<CaseList>,
    texts: Names,
    coders: Names,
    /// Ids of cases that the case list does not have; their places come after that of the study.
    stray_cases: Names,
    /// The case that was spoken of last.
    last_case: Cell<CaseIx>,
    /// Question ids: those of the protocol first, at their places; then strays.
    question_ids: Names,
    versions: Versions,
    records: Vec<Record>,
    /// The newest record of each slot.
    heads: Slots,
    /// Which answers each question takes.
    offered: Offered,
    /// Per case, the line that made its first coder the owner, where the list assigns nobody.
    founders: TiVec<CaseIx, Option<Ownership>>,
    /// Take-overs per case.
    takes: HashMap<CaseIx, BTreeSet<u16>>,
    /// Slots beside the answers (notes, quotes, flags, bookmarks) per case.
    annotations: HashMap<CaseIx, Vec<Slot>>,
    /// Where answers to a question of a case were found.
    evidence: HashMap<(CaseIx, Option<QuestionIx>), Vec<Slot>>,
    /// Coding rules, spellings, strengths and development areas per question, or without one.
    agreed: HashMap<Option<QuestionIx>, Vec<Slot>>,
    /// Slots of the flags that pick quotes for the report.
    picks: Vec<Slot>,
    /// Cases with first-round answers of more than one coder, and those coders.
    answerers: HashMap<CaseIx, BTreeSet<u16>>,
    /// Who sat beside the coders of first answers, per case.
    company: HashMap<CaseIx, BTreeSet<u32>>,
    /// Slots with records under the same number.
    ties: HashSet<Slot>,
    /// Both `h` of every line that stands in two segments.
    aliases: HashMap<crate::study::ledger::entry::Head, u32>,
    /// Slots that the study has no place for, at least for one of their lines.
    strays: HashSet<Slot>,
    consensus: bool,
    newest: u64,
    /// What the coder who reads must not see yet.
    blinding: Blinding,
}

impl Answers {
    /// The state before the first entry.
    pub fn new(protocol: Arc<Protocol>, cases: Arc<CaseList>) -> Self {
        let question_ids = Names::of(protocol.questions.iter().map(|question| question.id.as_str()));
        Self {
            founders: cases.cases.iter().map(|_| None).collect(),
            texts: Names::of([""].into_iter()),
            coders: Names::default(),
            stray_cases: Names::default(),
            last_case: Cell::new(CaseIx::new(0)),
            question_ids,
            versions: Versions::new(&protocol, Arc::default()),
            heads: Slots::new(cases.cases.len(), protocol.questions.len()),
            offered: Offered::new(protocol.questions.len()),
            protocol,
            cases,
            records: Vec::new(),
            takes: HashMap::default(),
            annotations: HashMap::default(),
            evidence: HashMap::default(),
            agreed: HashMap::default(),
            picks: Vec::new(),
            answerers: HashMap::default(),
            company: HashMap::default(),
            ties: HashSet::default(),
            aliases: HashMap::default(),
            strays: HashSet::default(),
            consensus: false,
            newest: 0,
            blinding: Blinding::default(),
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
        self.newest = self.newest.max(entry.seq);
        if self.hold(entry) {
            return Change::Annotation;
        }
        let record = Record {
            slot: self.slot_of(entry),
            seq: entry.seq,
            segment: entry.segment,
            value: self.keep(&entry.value),
            was: self.keep(&entry.was),
            at: milliseconds(&entry.ts),
            with: self.keep(&entry.with),
            version: self.versions.number(&entry.protocol),
            undoes: entry.undoes,
            h: entry.h,
            previous: NONE,
        };
        self.take(record)
    }

    fn take(&mut self, record: Record) -> Change {
        self.note_company(&record);
        if self.is_stray(&record) {
            self.strays.insert(record.slot);
        }
        if self.link(record) { self.change(record.slot, record) } else { Change::Annotation }
    }

    fn slot_of(&mut self, entry: &Entry<'_>) -> Slot {
        let question = Some(&entry.question).filter(|id| !id.is_empty());
        Slot {
            op: entry.op,
            round: entry.round,
            coder: Names::narrow(self.coders.follow(&entry.coder)),
            case: self.case_of(&entry.case_id),
            question: question.map(|id| QuestionIx::from(self.question_ids.follow(id) as usize)),
            item: self.keep(&entry.item),
        }
    }

    /// The place that lines on a case are kept at: probably the last one again, or the one after it.
    fn case_of(&self, id: &str) -> CaseIx {
        let last = self.last_case.get();
        let is_meant = |place: &CaseIx| self.cases.cases.get(*place).is_some_and(|case| case.id == id);
        let near = [last, CaseIx::from(usize::from(last) + 1)].into_iter().find(is_meant);
        let found = near.or_else(|| self.case_place(id)).unwrap_or_else(|| self.stray(self.stray_cases.number(id)));
        self.last_case.set(found);
        found
    }

    /// The place of a case that there are lines on, or that the case list has; without an id, that of the study.
    pub(crate) fn case_place(&self, id: &str) -> Option<CaseIx> {
        if id.is_empty() {
            return Some(self.study_place());
        }
        self.cases.place(id).or_else(|| self.stray_cases.find(id).map(|number| self.stray(number)))
    }

    fn stray(&self, number: u32) -> CaseIx {
        CaseIx::from(usize::from(self.study_place()) + 1 + number as usize)
    }

    /// Keeps a text by its number; most of what a line can say it leaves empty.
    fn keep(&self, text: &str) -> u32 {
        if text.is_empty() { 0 } else { self.texts.number(text) }
    }

    fn first_of_slot(&mut self, slot: Slot) {
        match slot.op {
            Op::Flag if self.is_pick(slot) => self.picks.push(slot),
            Op::Note | Op::Quote | Op::Flag | Op::Bookmark => self.annotations.entry(slot.case).or_default().push(slot),
            Op::Answer if slot.round == Round::First => {
                self.answerers.entry(slot.case).or_default().insert(slot.coder);
            }
            Op::Take if slot.round == Round::First => {
                self.takes.entry(slot.case).or_default().insert(slot.coder);
            }
            Op::Rule | Op::Spelling | Op::Item if slot.case == self.study_place() => {
                self.agreed.entry(slot.question).or_default().push(slot);
            }
            Op::Evidence => self.evidence.entry((slot.case, slot.question)).or_default().push(slot),
            Op::Answer | Op::Done | Op::Take | Op::Drop | Op::Rule | Op::Spelling | Op::Item => {}
        }
        self.consensus |= slot.round == Round::Consensus;
    }

    fn change(&mut self, slot: Slot, record: Record) -> Change {
        let case = slot.case;
        match slot.op {
            Op::Spelling => slot.question.map_or(Change::Annotation, Change::Question),
            _ if case >= self.cases.cases.next_key() => Change::Annotation,
            Op::Take => Change::Case(case),
            Op::Done | Op::Drop => {
                self.found(case, record);
                Change::Case(case)
            }
            Op::Answer => match slot.question.filter(|&question| question < self.protocol.questions.next_key()) {
                Some(_) if self.found(case, record) => Change::Case(case),
                Some(question) => Change::Answer { case, question },
                None => Change::Annotation,
            },
            _ => Change::Annotation,
        }
    }

    /// The place that lines on a question are kept at, also of one that the protocol does not have.
    fn question_place(&self, id: &str) -> Option<QuestionIx> {
        self.question_ids.find(id).map(|number| QuestionIx::from(number as usize))
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

    /// The newest record of a slot.
    pub fn current(&self, slot: Slot) -> Option<&Record> {
        self.records.get(self.heads.get(&slot) as usize)
    }

    /// A coder's newest record of a case in a round.
    pub fn own(
        &self,
        op: Op,
        coder: &str,
        round: Round,
        case: CaseIx,
        question: Option<QuestionIx>,
    ) -> Option<&Record> {
        self.item(op, coder, round, case, question, "")
    }

    /// As [`Answers::own`], for a flag or a quote.
    pub fn item(
        &self,
        op: Op,
        coder: &str,
        round: Round,
        case: CaseIx,
        question: Option<QuestionIx>,
        item: &str,
    ) -> Option<&Record> {
        let (coder, item) = (self.coder(coder)?, self.texts.find(item)?);
        self.current(Slot { item, ..Slot::plain(op, round, coder, case, question) })
    }

    /// Every answer line on a question of a case in the given rounds, of any coder (or of `only`), newest first.
    pub fn lines(&self, case: CaseIx, question: QuestionIx, rounds: &[Round], only: Option<&str>) -> Vec<&Record> {
        let coders = self.coders.numbers().filter(|&coder| only.is_none_or(|only| self.coder_name(coder) == only));
        let mut lines: Vec<&Record> = coders
            .flat_map(|coder| rounds.iter().map(move |&round| (coder, round)))
            .flat_map(|(coder, round)| self.history(Slot::plain(Op::Answer, round, coder, case, Some(question))))
            .collect();
        lines.sort_unstable_by(|one, other| self.compare(other, one));
        lines
    }

    /// The notes, quotes, flags and bookmarks of a case that are set, oldest first.
    pub fn annotations(&self, case: CaseIx) -> impl Iterator<Item = &Record> {
        let slots = self.annotations.get(&case).into_iter().flatten();
        let set = slots.filter_map(|&slot| self.current(slot)).filter(|record| record.value != 0);
        self.in_order(set.filter(|record| self.is_newest(record))).into_iter()
    }

    fn in_order<'a>(&self, records: impl Iterator<Item = &'a Record>) -> Vec<&'a Record> {
        let mut records: Vec<&Record> = records.collect();
        records.sort_by(|one, other| self.compare(one, other));
        records
    }

    /// Pairs of lines that say different things under the same number of the same coder.
    pub fn forks(&self) -> impl Iterator<Item = (&Record, &Record)> {
        let tied = self.in_order(self.ties.iter().flat_map(|&slot| self.history(slot)));
        let older = |newer: &Record| self.records.get(newer.previous as usize);
        let pairs = tied.into_iter().filter_map(move |newer| Some((older(newer)?, newer)));
        pairs.filter(|(older, newer)| older.seq == newer.seq && older.value != newer.value)
    }

    /// The case id of a record, also of one that the case list does not have.
    pub fn case_id(&self, record: &Record) -> &str {
        let beyond = || usize::from(record.slot.case).checked_sub(usize::from(self.study_place()) + 1);
        let stray = || beyond().map_or("", |number| self.stray_cases.name(Names::wide(number)));
        self.cases.cases.get(record.slot.case).map_or_else(stray, |case| &case.id)
    }

    /// The question id of a record; empty for the case as a whole.
    pub fn question_id(&self, record: &Record) -> &str {
        record.slot.question.map_or("", |question| self.question_ids.name(Names::wide(question.into())))
    }

    /// The last line that a coder wrote in a segment.
    pub fn last_in(&self, coder: &str, segment: u32) -> Option<&Record> {
        let coder = self.coder(coder)?;
        let own = |record: &&Record| record.slot.coder == coder && record.segment == segment;
        self.records.iter().filter(own).max_by(|one, other| self.compare(one, other))
    }

    /// Every line that a coder wrote in a round, oldest first.
    pub fn written_by(&self, coder: &str, round: Round) -> Vec<&Record> {
        let Some(coder) = self.coder(coder) else { return Vec::new() };
        let own = |record: &&Record| record.slot.coder == coder && record.slot.round == round;
        let mut lines: Vec<&Record> = self.records.iter().filter(own).collect();
        lines.sort_unstable_by(|one, other| self.compare(one, other));
        lines
    }
}

#[cfg(test)]
pub(crate) mod tests;
