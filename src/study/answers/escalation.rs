//! What the manager must be told of a case, and what was told.

use super::Answers;
use super::case_view::Perspective;
use super::record::Record;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::{BLANKED, Op};

/// The flag that the manager must be told, and the item of the comment on what was told.
pub const MANAGER: &str = "manager";

impl Answers {
    /// The flags of a case that say that the manager must be told.
    pub fn to_tell(&self, perspective: Perspective<'_>, case: CaseIx) -> impl Iterator<Item = &Record> {
        self.seen(perspective, case).filter(|line| line.slot.op == Op::Flag && self.text(line.slot.item) == MANAGER)
    }

    /// What was told the manager of a case, as it was noted last.
    pub fn told(&self, perspective: Perspective<'_>, case: CaseIx) -> Option<&Record> {
        let is_meant = |line: &&Record| line.slot.op == Op::Note && self.text(line.slot.item) == MANAGER;
        self.seen(perspective, case).filter(is_meant).filter(|line| self.text(line.value) != BLANKED).last()
    }
}
