//! Undo and redo: one's own lines of a round, taken back in the order they were written.
//!
//! An undo is a line that puts the earlier value back and names the `h` it undoes; a redo is the same, naming the undo.
//! So the two stacks are not kept anywhere: they are read off the lines.

use super::Answers;
use super::record::{Record, Slot};
use crate::study::ledger::entry::{BLANKED, Draft, Entry, Head, Round};

/// What can be taken back and what can be done again, newest last.
#[derive(Debug, Default)]
pub struct Stacks {
    undo: Vec<Record>,
    redo: Vec<Record>,
}

/// Why nothing is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocked {
    /// There is nothing.
    Empty,
    /// The slot has changed since.
    Changed,
}

impl Stacks {
    /// The stacks of a coder in a round.
    pub fn of(answers: &Answers, coder: &str, round: Round) -> Self {
        let mut stacks = Self::default();
        for line in answers.written_by(coder, round) {
            stacks.push(answers, *line);
        }
        stacks
    }

    /// Takes one more own line in.
    pub fn push(&mut self, answers: &Answers, line: Record) {
        let undoes = |stack: &[Record]| {
            let top = stack.last().zip(line.undoes);
            top.is_some_and(|(top, undone)| answers.is_named(top, undone))
        };
        if undoes(&self.undo) {
            self.undo.pop();
            self.redo.push(line);
        } else if undoes(&self.redo) {
            self.redo.pop();
            self.undo.push(line);
        } else {
            self.redo.clear();
            self.undo.push(line);
        }
    }

    /// Whether a line that was just taken in took another back, rather than doing one again.
    pub fn took_back(&self, line: Head) -> bool {
        self.redo.last().is_some_and(|last| last.h == line)
    }

    /// The line that takes the newest one back.
    pub fn undo(&self, answers: &Answers) -> Result<Draft, Blocked> {
        answers.reverse(self.undo.last().ok_or(Blocked::Empty)?)
    }

    /// The newest line that can be taken back, or done again.
    pub fn newest(&self, back: bool) -> Option<&Record> {
        if back { self.undo.last() } else { self.redo.last() }
    }

    /// The lines that take the newest ones back, or do them again, from the newest on.
    pub fn turn(&self, answers: &Answers, back: bool, lines: usize) -> Result<Vec<Draft>, Blocked> {
        let stack = if back { &self.undo } else { &self.redo };
        stack.iter().rev().take(lines).map(|line| answers.reverse(line)).collect()
    }

    /// The line that does again what was taken back last.
    pub fn redo(&self, answers: &Answers) -> Result<Draft, Blocked> {
        answers.reverse(self.redo.last().ok_or(Blocked::Empty)?)
    }
}

impl Answers {
    /// Whether `h` names a line, in whichever segment it stands.
    pub(crate) fn is_named(&self, line: &Record, h: Head) -> bool {
        let aliased = self.aliases.get(&h).and_then(|&number| self.records.get(number as usize));
        line.h == h || aliased.is_some_and(|alias| alias.is_same(line))
    }

    /// The line whose value a line gives: itself or, where it undoes another, the one that stood before that other.
    pub(crate) fn origin(&self, line: &Record) -> Option<&Record> {
        let mut older = self.history(line.slot).skip_while(|record| !record.is_same(line));
        let mut line = older.next()?;
        while let Some(undone) = line.undoes {
            // The search only ever goes back in time, so it ends whatever the lines name.
            let Some(_) = older.find(|&record| self.is_named(record, undone)) else { break };
            line = older.next()?;
        }
        Some(line)
    }

    /// The line that puts back what `line` replaced, unless the slot has changed since by more than undoing.
    fn reverse(&self, line: &Record) -> Result<Draft, Blocked> {
        let current = self.current(line.slot).ok_or(Blocked::Changed)?;
        let case = line.slot.case;
        let moved_on = !line.slot.op.is_for_all()
            && line.slot.round == Round::First
            && !self.may_code(case, self.coder_name(line.slot.coder));
        // Nobody else has said since what is to count.
        let alike = self.alike(line.slot);
        let settled = self.newest_of(alike.iter().copied()).is_none_or(|newest| newest.slot == line.slot);
        let origin = |line| self.origin(line).map(|origin| origin.h);
        if !settled || origin(current) != origin(line) || moved_on {
            return Err(Blocked::Changed);
        }
        let was = self.text(line.was);
        let (value, was) = if line.slot.op.is_text() {
            let lines = || alike.iter().flat_map(|&slot| self.history(slot));
            let replaced = Head::from_hex(was.as_bytes()).and_then(|h| lines().find(|line| self.is_named(line, h)));
            // A text that was taken away does not come back.
            let text = replaced.map(|record| self.text(record.value)).filter(|text| *text != BLANKED);
            (text.unwrap_or_default().to_owned(), current.h.to_string())
        } else {
            (was.to_owned(), self.text(line.value).to_owned())
        };
        Ok(Draft {
            op: line.slot.op,
            round: line.slot.round,
            case_id: self.case_id(line).to_owned(),
            question: self.question_id(line).to_owned(),
            item: self.text(line.slot.item).to_owned(),
            value,
            was,
            undoes: Some(line.h),
            begun: None,
        })
    }

    /// The record that an entry became.
    pub fn record_of(&self, entry: &Entry<'_>) -> Option<&Record> {
        let case = self.case_place(&entry.case_id)?;
        let whole = entry.question.is_empty();
        let question = if whole { None } else { Some(self.question_place(&entry.question)?) };
        let (coder, item) = (self.coder(&entry.coder)?, self.texts.find(&entry.item)?);
        let slot = Slot { op: entry.op, round: entry.round, coder, case, question, item };
        self.history(slot).find(|record| self.is_named(record, entry.h))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::answers::tests::fixture::{ASSIGNED, BESLUT, answer, fold, line, written};
    use crate::study::ledger::entry::Entry;

    #[test]
    fn taking_a_line_back_is_told_from_doing_it_again() {
        let mut lines = vec![line(Entry { was: "".into(), ..answer(1, "anna", ASSIGNED, BESLUT, "ja") })];
        let mut took_back = Vec::new();
        for (seq, redo) in [(2, false), (3, true), (4, false)] {
            let answers = fold(&lines);
            let stacks = Stacks::of(&answers, "anna", Round::First);
            took_back.push(stacks.took_back(lines.last().unwrap().h));
            let draft = if redo { stacks.redo(&answers) } else { stacks.undo(&answers) };
            lines.push(written(seq, "anna", draft.unwrap()));
        }
        assert_eq!(took_back, [false, true, false]);
    }
}
