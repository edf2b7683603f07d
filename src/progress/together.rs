//! Cases coded by two at one screen.

use super::{List, Place, Reader};

impl Reader<'_> {
    /// The cases that were coded by two at one screen, each with who sat there beside the coder.
    pub(super) fn joint(&self) -> impl Iterator<Item = Place> {
        let cases = (0..self.study.cases.cases.len()).filter(|&case| self.is_in(case));
        let said = |case| self.answers().jointly(case).join(" + ");
        let place = move |case| Place { list: List::Joint, case, question: None, said: said(case) };
        cases.map(place).filter(|place| !place.said.is_empty())
    }
}
