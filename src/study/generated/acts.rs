//! What is done to one case, and what is to count in the end.

use super::{MadeUp, answer};
use crate::statistics::random::Random;
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::filter::{Filter, Seen, Subject, Truth};
use typed_index_collections::TiVec;

/// What somebody does to a case.
#[derive(Debug, Clone)]
pub(super) struct Act {
    pub(super) coder: usize,
    pub(super) op: Op,
    pub(super) round: Round,
    pub(super) question: Option<QuestionIx>,
    pub(super) value: String,
    /// Whether it undoes the line before of the same slot.
    pub(super) is_undo: bool,
    /// Whether its text is taken away afterwards.
    pub(super) is_blanked: bool,
}

/// All that is done to a case, and what counts of it.
#[derive(Debug, Clone)]
pub(super) struct Story {
    pub(super) acts: Vec<Act>,
    /// The answer to each question that is to count where the question is asked; empty where there is none.
    pub(super) answers: TiVec<QuestionIx, String>,
    pub(super) is_done: bool,
    pub(super) is_dropped: bool,
}

/// What conditions see of a case.
pub(super) struct Told<'a> {
    pub(super) cells: &'a TiVec<QuestionIx, (Truth, String)>,
    pub(super) row: &'a [String],
}

impl Subject for Told<'_> {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        match self.cells.get(place) {
            Some((Truth::True, answer)) if !answer.is_empty() => Seen::Answer(answer),
            Some((Truth::True | Truth::Unknown, _)) => Seen::Unanswered,
            Some((Truth::False, _)) | None => Seen::Masked,
        }
    }

    fn column(&self, place: usize) -> &str {
        self.row.get(place).map_or("", String::as_str)
    }
}

/// Whether a question is asked, given those before it.
pub(super) fn is_asked(when: &Filter, cells: &TiVec<QuestionIx, (Truth, String)>, row: &[String]) -> Truth {
    when.judge(&Told { cells, row })
}

/// A case in the making.
struct Making<'a> {
    study: &'a MadeUp<'a>,
    random: Random,
    story: Story,
    owner: usize,
}

impl MadeUp<'_> {
    /// Who codes a case, who a second time, and who takes it over: no two the same where there are as many.
    pub(super) fn involved(&self, case: usize) -> [usize; 3] {
        [0, 1, 2].map(|next| (case + next) % self.recipe.coders)
    }

    /// All that is done to a case.
    pub(super) fn story(&self, case: usize) -> Story {
        let [owner, second, third] = self.involved(case);
        let blank = Story { acts: Vec::new(), answers: TiVec::new(), is_done: false, is_dropped: false };
        let mut making = Making { study: self, random: self.random(case, 1), story: blank, owner };
        making.answer_all(&self.row(case));
        making.finish();
        if third != owner && !making.story.acts.is_empty() {
            making.take_over(third);
        }
        if second != owner {
            making.code_again(second);
        }
        making.story
    }
}

impl Making<'_> {
    fn is_one_in(&mut self, n: u64) -> bool {
        self.random.below(n) == 0
    }

    fn act(&mut self, coder: usize, op: Op, round: Round, question: Option<QuestionIx>, value: &str) {
        let value = value.to_owned();
        self.story.acts.push(Act { coder, op, round, question, value, is_undo: false, is_blanked: false });
    }

    /// Puts back what was there before the last line.
    fn undo(&mut self, value: &str) {
        let Some(last) = self.story.acts.last().cloned() else { return };
        self.story.acts.push(Act { value: value.to_owned(), is_undo: true, is_blanked: false, ..last });
    }

    fn made_up(&mut self, question: QuestionIx) -> String {
        answer(self.study.recipe.protocol.questions.at(question), &mut self.random)
    }

    /// The owner answers what is asked, mostly; sometimes also what is not.
    fn answer_all(&mut self, row: &[String]) {
        let mut cells: TiVec<QuestionIx, (Truth, String)> = TiVec::new();
        for (place, question) in self.study.recipe.protocol.questions.iter_enumerated() {
            let asked = is_asked(&question.when, &cells, row);
            let is_answered = if asked == Truth::True { !self.is_one_in(14) } else { self.is_one_in(12) };
            let value = if is_answered { self.made_up(place) } else { String::new() };
            self.come_to(place, &value);
            cells.push((asked, value.clone()));
            self.story.answers.push(value);
        }
    }

    /// The owner comes to an answer, or to none, by one of the ways there are.
    fn come_to(&mut self, place: QuestionIx, value: &str) {
        let (owner, other) = (self.owner, self.made_up(place));
        let way = if other == value || other.is_empty() { 99 } else { self.random.below(100) };
        let steps: &[(&str, bool)] = if value.is_empty() {
            match way {
                0..=5 => &[(&other, false), ("", false)],
                6..=8 => &[(&other, false), ("", true)],
                _ => &[],
            }
        } else {
            match way {
                0..=6 => &[(&other, false), (value, false)],
                7..=10 => &[(&other, false), ("", true), (value, false)],
                11..=13 => &[(value, false), (&other, false), (value, true)],
                14..=15 => &[(value, false), ("", false), (value, true)],
                _ => &[(value, false)],
            }
        };
        for (value, is_undo) in steps {
            if *is_undo {
                self.undo(value);
            } else {
                self.act(owner, Op::Answer, Round::First, Some(place), value);
            }
        }
    }

    /// The owner finishes the case, or drops it.
    fn finish(&mut self) {
        let owner = self.owner;
        if self.is_one_in(50) {
            self.act(owner, Op::Drop, Round::First, None, "The file is empty.");
            match self.random.below(5) {
                0 => self.undo(""),
                1 => {
                    self.story.acts.iter_mut().rev().take(1).for_each(|act| act.is_blanked = true);
                    self.story.is_dropped = true;
                }
                _ => self.story.is_dropped = true,
            }
        }
        self.story.is_done = !self.is_one_in(12);
        if self.story.is_done || self.is_one_in(3) {
            self.act(owner, Op::Done, Round::First, None, "yes");
        }
        if !self.story.is_done && self.story.acts.last().is_some_and(|act| act.op == Op::Done) {
            self.act(owner, Op::Done, Round::First, None, "");
        }
    }

    /// Somebody takes the case over and changes answers, or answers what is not theirs, which does not count.
    fn take_over(&mut self, coder: usize) {
        let is_taken = self.is_one_in(30);
        if !is_taken && !self.is_one_in(60) {
            return;
        }
        if is_taken {
            self.act(coder, Op::Take, Round::First, None, "ill");
        }
        for place in self.study.recipe.protocol.questions.keys() {
            let value = self.made_up(place);
            if !value.is_empty() && self.is_one_in(3) {
                self.act(coder, Op::Answer, Round::First, Some(place), &value);
                if is_taken {
                    *self.story.answers.at_mut(place) = value;
                }
            }
        }
    }

    /// Somebody codes the case a second time; some of the differences are settled.
    fn code_again(&mut self, coder: usize) {
        if !self.is_one_in(8) {
            return;
        }
        for place in self.study.recipe.protocol.questions.keys() {
            let value = self.made_up(place);
            if !value.is_empty() && !self.is_one_in(6) {
                self.act(coder, Op::Answer, Round::Second, Some(place), &value);
            }
        }
        if self.is_one_in(2) {
            return;
        }
        for place in self.study.recipe.protocol.questions.keys() {
            let value = self.made_up(place);
            if !value.is_empty() && self.is_one_in(3) {
                self.act(coder, Op::Answer, Round::Consensus, Some(place), &value);
                if self.is_one_in(8) {
                    self.act(coder, Op::Answer, Round::Consensus, Some(place), "");
                } else {
                    *self.story.answers.at_mut(place) = value;
                }
            }
        }
    }
}
