//! What coders do together: cases coded by two at one screen, and discussions that are open.

use super::{List, Place, Reader};
use crate::study::answers::discussion::Discussion;
use crate::study::index::CaseIx;

impl Reader<'_> {
    /// The cases that were coded by two at one screen, each with who sat there beside the coder.
    pub(crate) fn joint(&self) -> impl Iterator<Item = Place> {
        let cases = self.study.cases.cases.keys().filter(|&case| self.is_in(case));
        let said = |case| self.answers().jointly(case).join(" + ");
        let place = move |case| Place { list: List::Joint, case, question: None, said: said(case) };
        cases.map(place).filter(|place| !place.said.is_empty())
    }

    /// The open discussions of a case, each with who raised it and when.
    pub(crate) fn discussed(&self, case: CaseIx) -> Vec<Place> {
        let answers = self.answers();
        let place = |open: Discussion<'_>| {
            let first = open.raised.first()?;
            let mut names: Vec<&str> = open.raised.iter().map(|flag| answers.coder_name(flag.slot.coder)).collect();
            names.dedup();
            let day = jiff::Timestamp::from_millisecond(first.at).unwrap_or_default().strftime("%Y-%m-%d");
            let said = format!("{} {day}", names.join(" + "));
            Some(Place { list: List::Discuss, case, question: open.question, said })
        };
        answers.discussions(self.perspective, case).into_iter().filter_map(place).collect()
    }
}
