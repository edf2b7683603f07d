//! What the screen asks of its model.

use super::{Focus, Form, Model, Order, Repeat, Resolving, Task, Walk};
use crate::analysis::reliability::differences::{Difference, State};
use crate::base::language::Message;
use crate::base::text::visible;
use crate::msg;
use crate::study::Tallies;
use crate::study::answers::case_view::{Cell, CellStatus, Perspective, Row};
use crate::study::answers::record::Record;
use crate::study::answers::revision::Revision;
use crate::study::case::plan::Wave;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::filter::{Filter, Key};
use crate::study::protocol::{Choice, Per, Protocol, Question, Repeat as Entries};
use crate::tui::dialog::Dialog;
use crate::tui::file_pane::{BESIDE, Extent};
use crate::tui::keymap::{Action, InFile, Mode};
use std::borrow::Cow;
use typed_index_collections::{TiSlice, TiVec};

/// So many choices of a long list are shown where no others are on offer.
const FEW: usize = 9;

impl Model {
    /// The mode whose keys apply now.
    pub fn mode(&self) -> Mode {
        match self.repeat {
            Repeat::Offered(_) => Mode::List,
            _ => self.dialog.as_ref().map_or(Mode::Code, Dialog::mode),
        }
    }

    /// In which round lines are written.
    pub fn round(&self) -> Round {
        match self.task {
            Task::Code { round, .. } => round,
            Task::Resolve(_) => Round::Consensus,
        }
    }

    /// The list that is walked through instead of the gaps.
    pub fn work_list(&self) -> Option<Walk> {
        match self.task {
            Task::Code { work_list, .. } => work_list,
            Task::Resolve(_) => None,
        }
    }

    /// The differences, while they are being settled.
    pub fn resolving(&self) -> Option<&Resolving> {
        match &self.task {
            Task::Code { .. } => None,
            Task::Resolve(resolving) => Some(resolving),
        }
    }

    /// The key that does something in a mode, as messages name it.
    pub fn key(&self, mode: Mode, action: Action) -> String {
        self.keymap.label(mode, action, &self.words)
    }

    /// Whether an action is of use: without a file of the case, of those on it only the one that says how to have one.
    pub fn offers(&self, action: Action) -> bool {
        self.file.has_source || !matches!(action, Action::File(what) if what != InFile::Show)
    }

    /// Whether the file of the case stands above the open question, which then has but a few rows.
    pub fn is_stacked(&self) -> bool {
        let is_drawn = self.file.is_open() && self.look.form != Form::Lines && self.focus == Focus::Questions;
        is_drawn && (self.file.extent == Extent::Whole || self.size.0 < BESIDE)
    }

    /// What a coder is called on the screen: whoever sits there by name, others as the ledger knows them.
    pub fn called(&self, slug: &str) -> String {
        visible(if slug == self.coder.slug { &self.coder.name } else { slug })
    }

    /// The protocol.
    pub fn protocol(&self) -> &Protocol {
        &self.study.protocol
    }

    /// Whose answers this coder sees.
    pub fn perspective(&self) -> Perspective<'_> {
        match self.round() {
            Round::First | Round::Consensus => Perspective::Record,
            Round::Second | Round::Spot => Perspective::Own(&self.coder.slug, self.round()),
        }
    }

    /// The open question.
    pub fn asked(&self) -> Option<&Question> {
        self.protocol().questions.get(self.question)
    }

    /// How a question of the open case stands.
    pub fn cell(&self, question: QuestionIx) -> Cell {
        self.cells.get(question).copied().unwrap_or(Cell::BLANK)
    }

    /// The answer to a question of the open case; empty where there is none, kept also while it is masked.
    pub fn answer(&self, question: QuestionIx) -> &str {
        self.study.answers.text(self.cell(question).value)
    }

    /// Whether a condition holds in the open case.
    pub fn holds(&self, filter: &Filter) -> bool {
        filter.is_empty() || filter.matches(&Row { answers: &self.study.answers, case: self.case, cells: &self.cells })
    }

    /// Whether a choice of a question is on offer in the open case.
    pub fn is_on_offer(&self, choice: &Choice) -> bool {
        self.holds(&choice.when)
    }

    /// The choices of the open question that are on offer in the open case, each with its place among all of them.
    pub fn on_offer(&self) -> impl Iterator<Item = (usize, &Choice)> {
        let choices = self.asked().map_or(&[][..], Question::choices).iter().enumerate();
        choices.filter(|(_, choice)| self.is_on_offer(choice))
    }

    /// Those of them that the question's panel shows: of a long list what is answered, unless few are on offer.
    pub fn shown_choices(&self) -> Vec<(usize, &Choice)> {
        let offered: Vec<(usize, &Choice)> = self.on_offer().collect();
        match self.asked().filter(|asked| asked.is_long()) {
            Some(asked) if offered.len() > FEW => {
                let given: Vec<usize> = asked.chosen(self.held(self.question)).map(|(place, _)| place).collect();
                offered.into_iter().filter(|(place, _)| given.contains(place)).collect()
            }
            _ => offered,
        }
    }

    /// The answer that one's own would replace: in the consensus the joint one, else the one that is seen, with what of it
    /// is not on offer now.
    pub fn held(&self, question: QuestionIx) -> &str {
        match self.round() {
            Round::Consensus => {
                self.own(Op::Answer, Some(question), "").map_or("", |own| self.study.answers.text(own.value))
            }
            _ if self.protocol().questions.get(question).is_some_and(Question::has_filtered) => {
                let answers = &self.study.answers;
                answers.text(answers.stored(self.perspective(), self.case, question))
            }
            _ => self.answer(question),
        }
    }

    /// What stands in a slot of the open case, or of the study, that this coder writes in: one's own line, or in the
    /// consensus that of all.
    pub fn own(&self, op: Op, question: Option<QuestionIx>, item: &str) -> Option<&Record> {
        let answers = &self.study.answers;
        let case = if op.is_of_study() { answers.study_place() } else { self.case };
        match self.round() {
            Round::Consensus => answers.settled(op, case, question, item),
            round => answers.item(op, &self.coder.slug, round, case, question, item),
        }
    }

    /// The differences that there is something to settle in, with how they stand.
    pub fn differences(&self) -> impl Iterator<Item = (&Difference, State)> {
        let resolving = self.resolving().into_iter();
        resolving
            .flat_map(|own| own.list.iter().filter_map(|(place, state)| Some((own.found.all.get(*place)?, *state))))
    }

    /// The difference that is open, if one is.
    pub fn difference(&self) -> Option<&Difference> {
        let is_here = |one: &&Difference| (one.case, one.question) == (self.case, self.question);
        self.differences().map(|(difference, _)| difference).find(is_here)
    }

    /// The places of the differences, by case and question, in order.
    pub fn difference_places(&self, is_meant: impl Fn(State) -> bool) -> Vec<(CaseIx, QuestionIx)> {
        let listed = self.differences().filter(|(_, state)| is_meant(*state));
        listed.map(|(difference, _)| (difference.case, difference.question)).collect()
    }

    /// The question of the first open difference of a case, else of its first one.
    pub fn first_difference_in(&self, case: CaseIx) -> Option<QuestionIx> {
        let places = |is_meant: &dyn Fn(State) -> bool| {
            self.difference_places(is_meant).into_iter().find(|place| place.0 == case)
        };
        places(&|state| state == State::Open).or_else(|| places(&|_| true)).map(|(_, question)| question)
    }

    /// Whether a question of the open case is asked.
    pub fn is_asked(&self, question: QuestionIx) -> bool {
        matches!(self.cell(question).status, CellStatus::Unanswered | CellStatus::Answered)
    }

    /// Whether a question of the open case is asked, must be answered and is not.
    pub fn is_gap(&self, question: QuestionIx) -> bool {
        self.is_gap_in(&self.cells, question)
    }

    /// Whether a question of the open case is asked and not answered, also where it need not be.
    pub fn is_open(&self, question: QuestionIx) -> bool {
        let asked = self.protocol().questions.get(question);
        let is_wanted = asked.is_some_and(|asked| asked.derive.is_none() && self.study.is_due(asked));
        is_wanted && self.cell(question).status == CellStatus::Unanswered
    }

    /// Whether a question is asked, must be answered and is not, in a case with these cells.
    pub fn is_gap_in(&self, cells: &TiSlice<QuestionIx, Cell>, question: QuestionIx) -> bool {
        self.study.is_gap(cells, question)
    }

    /// Whether an answer of the open case should be looked at again: given once more, it is recorded anew.
    pub fn needs_another_look(&self, question: QuestionIx) -> bool {
        self.needs_another_look_in(&self.cells, self.case, question)
    }

    /// Whether an answer of a case with these cells was given to another wording, or before a rule.
    pub fn needs_another_look_in(&self, cells: &TiSlice<QuestionIx, Cell>, case: CaseIx, question: QuestionIx) -> bool {
        self.study.answers.needs_another_look(self.perspective(), cells, case, question)
    }

    /// How the answer to a question of the open case was changed after the feedback; in a blind round it is nobody's business.
    pub fn revision(&self, question: QuestionIx) -> Option<Revision> {
        self.study.revision(self.case, question).filter(|_| self.perspective() == Perspective::Record)
    }

    /// Whether the answer to a question of the open case was changed after the feedback, and nobody has said why.
    pub fn is_unreasoned(&self, question: QuestionIx) -> bool {
        self.revision(question).is_some_and(|revision| revision.reason == 0)
    }

    /// How many answers of one's own cases need another look, now that something is asked in other words.
    pub fn to_look_at(&self) -> usize {
        let reworded = self.study.answers.is_reworded();
        let cases = self.study.cases.cases.keys().filter(|&case| reworded && self.is_mine(case));
        let looks = |case| {
            let cells = self.sheet(case);
            self.question_order.iter().filter(|&&question| self.needs_another_look_in(&cells, case, question)).count()
        };
        cases.map(looks).sum()
    }

    /// The id of a case.
    pub fn case_id(&self, case: CaseIx) -> &str {
        self.study.cases.cases.at(case).id.as_str()
    }

    /// Whether a case or a unit's entry is open.
    pub fn per(&self) -> Per {
        self.study.cases.per(self.case)
    }

    /// The questions about cases, or about units, in the order that is chosen.
    ///
    /// By documents, a question stands at the first of its documents in reading order; one whose condition looks at
    /// others stands no earlier than they do.
    pub fn flow(&self, per: Per) -> Vec<QuestionIx> {
        let protocol = self.protocol();
        let own = |place: &QuestionIx| protocol.questions.at(*place).per == per;
        let mut sequence: Vec<QuestionIx> = protocol.questions.keys().filter(own).collect();
        if self.order == Order::Documents {
            let mut ranks: TiVec<QuestionIx, usize> = TiVec::with_capacity(protocol.questions.len());
            for question in &protocol.questions {
                let rank = |document: &String| protocol.documents.iter().position(|known| known == document);
                let own = question.documents.iter().filter_map(rank).min().unwrap_or(protocol.documents.len());
                let gates = question.looks_at().into_iter().filter_map(Key::question);
                let gates = gates.map(|gate| *ranks.at(gate));
                ranks.push(gates.fold(own, usize::max));
            }
            sequence.sort_by_key(|&place| *ranks.at(place));
        }
        sequence
    }

    /// The questions of the open case in their order, without those of entries that are not there.
    pub fn visible(&self) -> Vec<QuestionIx> {
        self.flow(self.per()).into_iter().filter(|&place| self.cell(place).there).collect()
    }

    /// Which entry of a repeat a question is about, as people read it: `Child 1 of 3`.
    pub fn entry_name(&self, question: QuestionIx) -> Option<String> {
        let (repeat, number) = self.protocol().repeat_of(self.protocol().questions.get(question)?)?;
        let all = repeat.count.map_or(repeat.max, |count| Entries::entries(self.answer(count)));
        let label = repeat.label.as_str();
        Some(self.words.say(&if all > repeat.max {
            msg!("entry-of-more", label = label, n = number, all = all, max = repeat.max)
        } else {
            msg!("entry-of", label = label, n = number, all = all)
        }))
    }

    /// A case as people know it: its id, or an entry's unit and informant.
    pub fn case_name(&self, case: CaseIx) -> String {
        self.study.cases.name(self.protocol(), case).join(self.between())
    }

    /// What stands between the parts of a name.
    pub fn between(&self) -> &'static str {
        if self.look.ascii { ", " } else { " · " }
    }

    /// The id of a question.
    pub fn question_id(&self, question: QuestionIx) -> &str {
        self.protocol().questions.at(question).id.as_str()
    }

    /// The cells of any case, as this coder sees them.
    pub fn sheet(&self, case: CaseIx) -> Cow<'_, TiSlice<QuestionIx, Cell>> {
        match self.perspective() {
            _ if case == self.case => Cow::Borrowed(&self.cells),
            Perspective::Record => Cow::Borrowed(self.study.tally().cells(case)),
            own @ Perspective::Own(..) => Cow::Owned(self.study.answers.sheet(own, case)),
        }
    }

    /// Why a case cannot be reviewed, as far as this coder may know.
    pub fn dropped(&self, case: CaseIx) -> Option<&Record> {
        self.study.answers.dropped_in(self.perspective(), case)
    }

    /// Whether this coder has finished a case, or nothing is asked about it.
    pub fn is_done(&self, case: CaseIx) -> bool {
        self.progress.done.get(case) == Some(&true)
    }

    /// Whether a case is this coder's, or nobody's yet.
    pub fn is_mine(&self, case: CaseIx) -> bool {
        self.progress.mine.get(case) == Some(&true)
    }

    /// In which wave a case is coded a second time: only the coder who does that may know. Which cases come first for
    /// everybody, all may know.
    pub fn wave(&self, case: CaseIx) -> Option<Wave> {
        self.study.cases.wave(case).filter(|wave| match self.round() {
            Round::First => *wave == Wave::Gold,
            Round::Second => true,
            Round::Spot | Round::Consensus => false,
        })
    }

    /// What keeps this coder from the cases after the gold cases.
    pub fn gate(&self) -> Option<Message> {
        let gate = (self.round() == Round::First).then(|| self.study.gate(&self.coder.slug))?;
        gate.message(self.study.gold.required)
    }

    /// The other cases in the order in which this coder comes to them after the open one; after an entry of a unit, the
    /// entries that follow it first.
    pub fn others(&self) -> impl Iterator<Item = CaseIx> {
        let entries = self.study.cases.entries().filter(|&entry| self.per() == Per::Unit && entry > self.case);
        let here = self.case_order.iter().position(|&case| case == self.case);
        let after = self.case_order.iter().skip(here.map_or(0, |here| here + 1));
        entries.chain(after.chain(self.case_order.iter().take(here.unwrap_or(0))).copied())
    }

    /// Whether the tally stands beside the questions now.
    pub fn shows_tally(&self) -> bool {
        !self.round().is_blind() && self.tallies == Tallies::Always
    }

    /// A question's number as people see it: among those per case, or those per unit.
    pub fn number(&self, question: QuestionIx) -> usize {
        self.protocol().number(question)
    }
}
