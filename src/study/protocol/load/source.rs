//! The text of a protocol, with all that is wrong in it.

use super::Item;
use crate::base::fault::{Fault, Faults};
use crate::base::language::Message;
use crate::msg;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use toml::Spanned;

/// A file and the faults found in it so far.
pub(crate) struct Source<'a> {
    name: &'a str,
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The faults, each with the place in the text that it is about.
    faults: RefCell<Vec<(usize, Fault)>>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(name: &'a str, text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(place, _)| place + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { name, text, lines, faults: RefCell::default() }
    }

    /// The line that a place stands on, from 1.
    fn line(&self, place: usize) -> usize {
        self.lines.partition_point(|start| *start <= place)
    }

    /// The line and the character in it that a place stands on, both from 1.
    pub(crate) fn position(&self, place: usize) -> (usize, usize) {
        let line = self.line(place);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        (line, 1 + self.text.get(start..place).map_or(0, |part| part.chars().count()))
    }

    /// Where in a part of the text something stands; the part itself where it does not stand there as it is.
    pub(crate) fn within(&self, part: &Range<usize>, what: &str) -> Range<usize> {
        let start = self.text.get(part.clone()).and_then(|text| text.find(what)).map(|at| part.start + at);
        start.map_or_else(|| part.clone(), |start| start..start + what.len())
    }

    /// Notes a fault about a part of the text.
    pub(crate) fn fault(&self, span: Range<usize>, fault: Fault) {
        let line = self.line(span.start);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        let source = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let characters = |from: usize, to: usize| self.text.get(from..to).map_or(0, |part| part.chars().count());
        let before = characters(start, span.start);
        let left = source.chars().count().saturating_sub(before);
        let marked = (before, characters(span.start, span.end).min(left));
        self.faults.borrow_mut().push((span.start, fault.at(self.name, line, source, Some(marked))));
    }

    /// Notes faults about a part of the text.
    pub(crate) fn faults(&self, span: &Range<usize>, faults: Faults) {
        faults.0.into_iter().for_each(|fault| self.fault(span.clone(), fault));
    }

    /// Notes what is wrong with a part of the text, and what to do about it.
    pub(crate) fn wrong(&self, span: Range<usize>, message: Message, hint: Message) {
        self.fault(span, Fault::new(message).hint(hint));
    }

    /// Notes that a field holds something of another type than it should; there is then no value.
    pub(crate) fn wrong_type<T>(&self, item: &Item<'_>, field: &str, expected: &str) -> Option<T> {
        let message = msg!("protocol-type", field = field, found = item.get_ref().type_str(), expected = expected);
        self.wrong(item.span(), message, msg!("protocol-type-hint", field = field, expected = expected));
        None
    }

    /// Notes every id that stands twice.
    pub(crate) fn unique<'i>(&self, what: &str, ids: impl IntoIterator<Item = &'i Spanned<String>>) {
        let mut seen = HashMap::new();
        for id in ids.into_iter().filter(|id| !id.get_ref().is_empty()) {
            let first = *seen.entry(id.get_ref()).or_insert(id.span().start);
            if first != id.span().start {
                let name = id.get_ref().as_str();
                self.wrong(
                    id.span(),
                    msg!("protocol-duplicate", what = what, name = name, line = self.line(first)),
                    msg!("protocol-duplicate-hint"),
                );
            }
        }
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_right(&self) -> bool {
        self.faults.borrow().is_empty()
    }

    /// All that is wrong, in the order of the file.
    pub(crate) fn into_faults(self) -> Faults {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|(place, _)| *place);
        // A question that is asked at several time points is read once for each.
        faults.dedup_by(|(place, fault), (first, told)| place == first && fault.message == told.message);
        Faults(faults.into_iter().map(|(_, fault)| fault).collect())
    }
}
