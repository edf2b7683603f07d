//! Where the lines of a text begin, for faults that stand on them.

use std::cell::OnceCell;
use std::ops::Range;

/// The lines of a text, from 1.
pub(crate) struct Lines<'a> {
    pub(crate) text: &'a str,
    /// Where each begins: looked for once, since a file may be wrong on all of them.
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, starts: OnceCell::new() }
    }

    fn starts(&self) -> &[usize] {
        let ends = || self.text.match_indices('\n').map(|(end, _)| end + 1);
        self.starts.get_or_init(|| std::iter::once(0).chain(ends()).collect())
    }

    /// The line that a byte stands on.
    pub(crate) fn at(&self, byte: usize) -> usize {
        self.starts().partition_point(|start| *start <= byte)
    }

    fn start(&self, line: usize) -> usize {
        let start = self.starts().get(line.saturating_sub(1));
        start.copied().unwrap_or(self.text.len())
    }

    /// What a line reads.
    pub(crate) fn read(&self, line: usize) -> &'a str {
        let text = self.text.get(self.start(line)..self.start(line + 1)).unwrap_or_default();
        text.strip_suffix('\n').unwrap_or(text)
    }

    /// The characters of a line that bytes of the text are, as far as they stand on it: from which, and how many.
    pub(crate) fn span(&self, line: usize, bytes: &Range<usize>) -> (usize, usize) {
        let chars = |bytes: Range<usize>| self.text.get(bytes).map_or(0, |part| part.chars().count());
        let before = chars(self.start(line)..bytes.start);
        let end = self.read(line).chars().count().saturating_sub(before);
        (before, chars(bytes.clone()).min(end))
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_byte_stands_on_the_line_that_a_person_counts(text in "[ab\nåä]{0,40}", at in 0usize..40) {
            let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
            let lines = Lines::of(&text);
            let head = text.split_at(at).0;
            let line = head.matches('\n').count() + 1;
            prop_assert_eq!(lines.at(at), line);
            prop_assert_eq!(lines.read(line), text.split('\n').nth(line - 1).unwrap());
            let before = head.rsplit('\n').next().unwrap().chars().count();
            prop_assert_eq!(lines.span(line, &(at..text.len())).0, before);
            let rest = lines.read(line).chars().count() - before;
            prop_assert_eq!(lines.span(line, &(at..text.len())).1, rest.min(text.split_at(at).1.chars().count()));
        }
    }
}
