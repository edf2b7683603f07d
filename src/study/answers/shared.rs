//! What coders say together: of all their lines on the same thing the newest counts.

use super::Answers;
use super::record::{Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{BLANKED, Op, PICK, Round};

impl Answers {
    /// Whether a slot is a quote's place in the report.
    pub(crate) fn is_pick(&self, slot: Slot) -> bool {
        slot.op == Op::Flag && self.text(slot.item).starts_with(PICK)
    }

    /// The slots of all coders that speak of the same thing; a slot that is one's own alone.
    pub(crate) fn alike(&self, slot: Slot) -> Vec<Slot> {
        let same = |other: &Slot| (other.case, other.question, other.item) == (slot.case, slot.question, slot.item);
        match slot.op {
            Op::Spelling | Op::Item => self.agreed(slot.op, slot.question).filter(same).collect(),
            Op::Flag if self.is_pick(slot) => self.picks.iter().copied().filter(same).collect(),
            _ if slot.round == Round::Consensus => self.joint(slot).collect(),
            _ => vec![slot],
        }
    }

    /// The slots of the consensus that speak of the same thing, of all coders: whoever settles something does so for all.
    pub(crate) fn joint(&self, slot: Slot) -> impl Iterator<Item = Slot> {
        let coders = self.consensus.then(|| self.coders.numbers());
        coders.into_iter().flatten().map(move |coder| Slot { coder, round: Round::Consensus, ..slot })
    }

    /// What was settled together: the newest line of the consensus on a thing, whosever it is, unless it is empty.
    pub fn settled(&self, op: Op, case: CaseIx, question: Option<QuestionIx>, item: &str) -> Option<&Record> {
        let slot = Slot { item: self.texts.find(item)?, ..Slot::plain(op, Round::Consensus, 0, case, question) };
        self.newest_of(self.joint(slot)).filter(|line| line.value != 0)
    }

    /// Whether a line beside the answers is the one that counts: of those of the consensus only the newest does.
    pub(crate) fn is_newest(&self, line: &Record) -> bool {
        let slot = line.slot;
        slot.round != Round::Consensus || self.newest_of(self.joint(slot)).is_some_and(|newest| newest.slot == slot)
    }

    /// The newest line of some slots, whosever it is.
    pub(crate) fn newest_of(&self, slots: impl Iterator<Item = Slot>) -> Option<&Record> {
        slots.filter_map(|slot| self.current(slot)).max_by(|one, other| self.compare(one, other))
    }

    /// The line of a slot where it counts among those of all coders on the same thing, and says something.
    fn stands(&self, slot: Slot) -> Option<&Record> {
        let newest = self.newest_of(self.alike(slot).into_iter()).filter(|line| line.slot == slot);
        newest.filter(|line| line.value != 0 && self.text(line.value) != BLANKED)
    }

    /// The lines on strengths and development areas that count, oldest first.
    pub fn items(&self) -> Vec<&Record> {
        let slots = self.agreed.values().flatten().filter(|slot| slot.op == Op::Item);
        self.in_order(slots.filter_map(|&slot| self.stands(slot)))
    }

    /// The newest line of all coders on a strength or development area.
    pub fn item_line(&self, question: &str, item: &str) -> Option<&Record> {
        let number = self.texts.find(item)?;
        let question = if question.is_empty() { None } else { Some(self.question_place(question)?) };
        self.newest_of(self.agreed(Op::Item, question).filter(|slot| slot.item == number))
    }

    /// The line that picks a quote for the report.
    pub fn pick(&self, quote: Slot) -> Option<&Record> {
        let item = self.text_number(&self.pick_item(quote))?;
        let of_quote = |slot: &&Slot| (slot.case, slot.question, slot.item) == (quote.case, quote.question, item);
        self.picks.iter().filter(of_quote).find_map(|&slot| self.stands(slot))
    }

    /// The item of the flag that picks a quote.
    pub fn pick_item(&self, quote: Slot) -> String {
        format!("{PICK}{}|{}", self.coder_name(quote.coder), self.text(quote.item))
    }
}
