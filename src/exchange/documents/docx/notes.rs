//! Notes and comments, in the order of their marks in the text, and what stands on every page.

use super::super::flow::{Flow, Piece};
use super::super::numerals::Numerals;
use crate::base::package::attribute;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// The kinds in their order, each with how its marks are written, and its references.
const KINDS: [(&str, Numerals, &str); 3] = [
    ("footnotes", Numerals::Digits, "footnoteReference"),
    ("endnotes", Numerals::Roman, "endnoteReference"),
    ("comments", Numerals::Letters, "commentReference"),
];

#[derive(Default)]
pub(super) struct Notes {
    /// The kind whose part is read.
    kind: usize,
    /// The note that is read: its id and its author.
    open: (String, String),
    marks: [Vec<String>; 3],
    found: [HashMap<String, Vec<Piece>>; 3],
    on_pages: Vec<Vec<Piece>>,
}

impl Notes {
    pub(super) fn kind(&mut self, kind: &str) {
        self.kind = KINDS.iter().position(|(name, ..)| *name == kind).unwrap_or(KINDS.len());
    }

    /// The mark of a note where the text refers to it.
    pub(super) fn mark(&mut self, reference: &str, element: &BytesStart<'_>) -> String {
        let id = attribute(element, "id").unwrap_or_default().into_owned();
        let kind = KINDS.iter().position(|(.., name)| *name == reference).unwrap_or(0);
        let Some(marks) = self.marks.get_mut(kind) else { return String::new() };
        let place = marks.iter().position(|known| *known == id).unwrap_or_else(|| {
            marks.push(id);
            marks.len() - 1
        });
        mark(kind, place)
    }

    pub(super) fn begin(&mut self, element: &BytesStart<'_>, flow: &mut Flow) {
        let text = |name: &str| attribute(element, name).unwrap_or_default().into_owned();
        self.open = (text("id"), text("author"));
        flow.open();
    }

    pub(super) fn end(&mut self, flow: &mut Flow) {
        let (id, author) = std::mem::take(&mut self.open);
        let mut lines = flow.close();
        if let Some(first) = lines.first_mut().filter(|_| !author.is_empty()) {
            first.text.insert_str(0, &format!("{author}: "));
        }
        if let Some(found) = self.found.get_mut(self.kind) {
            found.insert(id, lines);
        }
    }

    /// What stands at the head or the foot of pages, once.
    pub(super) fn on_pages(&mut self, lines: Vec<Piece>) {
        let is_said = lines.iter().any(|line| !line.text.trim().is_empty());
        if is_said && !self.on_pages.contains(&lines) {
            self.on_pages.push(lines);
        }
    }

    /// All of it, group by group.
    pub(super) fn in_order(mut self) -> Vec<Vec<Piece>> {
        let mut groups: Vec<Vec<Piece>> = Vec::new();
        for (kind, (marks, found)) in self.marks.iter().zip(&mut self.found).enumerate() {
            let mut group = Vec::new();
            for (place, id) in marks.iter().enumerate() {
                let mut lines = found.remove(id).unwrap_or_default();
                if let Some(first) = lines.first_mut() {
                    first.text = format!("{} {}", mark(kind, place), first.text.trim_start());
                }
                group.extend(lines);
            }
            groups.push(group);
        }
        groups.extend(self.on_pages);
        groups
    }
}

fn mark(kind: usize, place: usize) -> String {
    let numerals = KINDS.get(kind).map_or(Numerals::Digits, |(_, numerals, _)| *numerals);
    format!("[{}]", numerals.write(place + 1))
}
