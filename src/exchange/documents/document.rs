//! A document as lines that are made when they are asked for.

use super::Heading;
use crate::base::digest::fingerprint;
use crate::base::language::Message;
use crate::base::text::visible_line;
use crate::msg;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// Of what is made of a file so many bytes are shown.
const LONGEST: usize = 1 << 27;
/// And so many lines.
const LINES: usize = 1 << 21;

/// A document of a case, read whole.
pub struct Document {
    /// What it is called.
    pub heading: Heading,
    /// What made text of it, with its version: `text 1`.
    pub extractor: String,
    /// What cannot be shown of it.
    pub notices: Vec<Message>,
    body: Body,
    raw: Option<Box<Self>>,
    print: Print,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// What stands beside it, such as who speaks; else nothing.
    pub margin: Cow<'a, str>,
    /// Its text, with nothing in it that a terminal obeys.
    pub text: Cow<'a, str>,
    /// How it is shown.
    pub style: Style,
}

/// How a line is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// As text.
    #[default]
    Plain,
    /// As a heading.
    Heading,
    /// As the words of another.
    Quoted,
    /// As code.
    Code,
    /// A page begins; its text is the number of the page.
    Page,
    /// The first of lines that are folded.
    Folded,
}

/// The fingerprint, or what it is made from when it is asked for.
struct Print {
    study_id: String,
    made: OnceLock<String>,
}

/// All text in one piece, and where its lines are.
#[derive(Default)]
pub(super) struct Body {
    text: String,
    rows: Vec<Row>,
    margins: Vec<String>,
    folds: Vec<Range<usize>>,
}

/// A line of more bytes is cut.
const CUT: usize = 4096;

/// A line of a body. Texts of more than 4 GiB are not read.
struct Row {
    at: u32,
    end: u32,
    /// The place of what stands beside it, or of the number of its page, from 1.
    margin: u32,
    style: Style,
}

impl Document {
    /// A document whose text is the file as it is.
    pub(super) fn as_it_is(heading: Heading, study_id: &str, body: Body) -> Self {
        let print = Print { study_id: study_id.to_owned(), made: OnceLock::new() };
        Self { heading, extractor: "text 1".to_owned(), notices: Vec::new(), body, raw: None, print }
    }

    /// A document whose text was made from the bytes of a file.
    pub(super) fn made(heading: Heading, extractor: &str, body: Body, (study_id, bytes): (&str, &[u8])) -> Self {
        let print = OnceLock::from(fingerprint(study_id, bytes));
        let print = Print { study_id: String::new(), made: print };
        let notices = body.is_full().then(|| msg!("documents-shortened")).into_iter().collect();
        Self { heading, extractor: extractor.to_owned(), notices, body, raw: None, print }
    }

    /// The same with the document as it is written.
    pub(super) fn with_raw(self, raw: Self) -> Self {
        Self { raw: Some(Box::new(raw)), ..self }
    }

    /// The fingerprint of the study's id and the file's bytes: 32 digits of hex.
    pub fn print(&self) -> &str {
        self.print.made.get_or_init(|| fingerprint(&self.print.study_id, self.body.text.as_bytes()))
    }

    /// How many lines it has. They are numbered from 0, whatever the screen.
    pub fn len(&self) -> usize {
        self.body.rows.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.body.rows.is_empty()
    }

    /// A line; behind the last one there are empty ones.
    pub fn line(&self, n: usize) -> Line<'_> {
        let Some(row) = self.body.rows.get(n) else {
            return Line { margin: "".into(), text: "".into(), style: Style::Plain };
        };
        let margin = (row.margin as usize).checked_sub(1).and_then(|place| self.body.margins.get(place));
        let margin = margin.map_or("", String::as_str);
        let text = self.body.text.get(row.at as usize..row.end as usize).unwrap_or_default();
        // What numbers a page is not of the text.
        let (margin, text) = if row.style == Style::Page { ("", margin) } else { (margin, text) };
        Line { margin: visible_line(margin), text: visible_line(text), style: row.style }
    }

    /// The lines that fold into the first of them, in their order.
    pub fn folds(&self) -> &[Range<usize>] {
        &self.body.folds
    }

    /// Of a document that is shown otherwise than it is written: as it is written.
    pub fn raw(&self) -> Option<&Self> {
        self.raw.as_deref()
    }
}

/// Nothing of the text gets into what is told of a defect.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({} lines)", self.len())
    }
}

impl Body {
    /// Adds a line.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        if self.is_full() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        let rows = cut(&self.text, at, self.text.len()).map(|row| Row { style, ..row });
        self.rows.extend(rows);
    }

    /// Adds the lines of a text.
    pub(super) fn push_lines(&mut self, text: &str, mut style: impl FnMut(&str) -> Style) {
        for line in text.lines() {
            self.push(line, style(line));
        }
    }

    /// Writes something beside a line, if there is such a line.
    pub(super) fn beside(&mut self, line: usize, margin: &str) {
        if let Some(row) = self.rows.get_mut(line) {
            self.margins.push(margin.to_owned());
            row.margin = u32::try_from(self.margins.len()).unwrap_or(0);
        }
    }

    /// Lets the lines from one on fold into it.
    pub(super) fn fold(&mut self, from: usize) {
        if self.rows.len() > from + 1 {
            self.folds.push(from..self.rows.len());
        }
    }

    /// How many lines it has so far.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.text.len() >= LONGEST || self.rows.len() >= LINES
    }

    /// A body whose lines are found in a text that is whole.
    pub(super) fn of(text: String) -> Self {
        let mut body = Self { text, ..Self::default() };
        body.find_lines();
        body
    }

    /// Finds the lines: they end with `\n`, `\r\n` or `\r`, and a page with `\f`.
    fn find_lines(&mut self) {
        let text = self.text.as_bytes();
        let mut at = if text.starts_with("\u{feff}".as_bytes()) { '\u{feff}'.len_utf8() } else { 0 };
        let mut rows: Vec<Row> = Vec::with_capacity(text.len() / 64);
        for end in memchr::memchr3_iter(b'\n', b'\r', b'\x0c', text) {
            let byte = text.get(end).copied().unwrap_or_default();
            if byte == b'\n' && end + 1 == at {
                continue;
            }
            if byte == b'\x0c' {
                if end > at {
                    rows.extend(cut(&self.text, at, end));
                }
                rows.push(Row { style: Style::Page, ..Row::new(end, end) });
                at = end + 1;
            } else {
                rows.extend(cut(&self.text, at, end));
                // The second byte of a line's end is skipped when it comes.
                at = end + if byte == b'\r' && text.get(end + 1) == Some(&b'\n') { 2 } else { 1 };
            }
        }
        if at < text.len() {
            rows.extend(cut(&self.text, at, text.len()));
        }
        // Behind the last page nothing begins.
        while rows.pop_if(|row| row.style == Style::Page).is_some() {}
        for (page, row) in (1..).zip(rows.iter_mut().filter(|row| row.style == Style::Page)) {
            row.margin = page;
        }
        let pages = rows.iter().filter(|row| row.style == Style::Page).count();
        self.margins = (0..pages).map(|page| (page + 2).to_string()).collect();
        self.rows = rows;
    }
}

/// The rows of a line: a very long one is cut at blanks, so that it is laid out piece by piece and an answer beside it is not
/// kept waiting. Where it is cut hangs on the text alone.
fn cut(text: &str, at: usize, end: usize) -> impl Iterator<Item = Row> + '_ {
    let mut next = Some(at);
    std::iter::from_fn(move || {
        let from = next?;
        let most = text.floor_char_boundary(from.saturating_add(CUT).min(end));
        let blank = text.get(from..most).and_then(|piece| piece.rfind(' ')).filter(|_| most < end);
        let upto = blank.map_or(most, |blank| from + blank + 1);
        next = (upto < end).then_some(upto);
        Some(Row::new(from, upto))
    })
}

impl Row {
    fn new(at: usize, end: usize) -> Self {
        let place = |place| u32::try_from(place).unwrap_or(u32::MAX);
        Self { at: place(at), end: place(end), margin: 0, style: Style::Plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn document(text: &str) -> Document {
        let heading = Heading { key: "1".to_owned(), kind: None };
        Document::as_it_is(heading, "study", Body::of(text.to_owned()))
    }

    fn lines(text: &str) -> Vec<String> {
        let document = document(text);
        (0..document.len()).map(|n| document.line(n).text.into_owned()).collect()
    }

    #[test]
    fn lines_end_as_any_system_ends_them() {
        assert_eq!(lines("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(lines("\n\r\n\r\r\na"), ["", "", "", "", "a"]);
        assert_eq!(lines("a\r\n"), ["a"]);
        assert_eq!(lines("\u{feff}å\n"), ["å"]);
        assert_eq!((lines(""), lines("\u{feff}")), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_page_begins_at_a_form_feed_and_the_last_ends_at_one() {
        let document = document("one\n\x0ctwo\x0c\r\nthree\n\x0c");
        let shown: Vec<(String, Style)> =
            (0..document.len()).map(|n| document.line(n)).map(|line| (line.text.into_owned(), line.style)).collect();
        let plain = |text: &str| (text.to_owned(), Style::Plain);
        let page = |number: &str| (number.to_owned(), Style::Page);
        assert_eq!(shown, [plain("one"), page("2"), plain("two"), page("3"), plain(""), plain("three")]);
    }

    #[test]
    fn nothing_in_a_line_moves_a_terminal() {
        let marks = "x".to_owned() + &"\u{301}".repeat(10_000);
        let text = format!("\x1b[2J\u{202e}a\tb\u{85}\u{2028}\n{marks}\n{}", "ab ".repeat(400_000));
        let lines = lines(&text);
        assert_eq!(lines[0], "␛[2J⟨U+202E⟩a   b⟨U+0085⟩⟨U+2028⟩");
        assert_eq!(lines[1].chars().count(), 5);
        let long: Vec<&String> = lines.iter().filter(|line| line.starts_with("ab")).collect();
        assert!(long.len() > 1 && long.iter().all(|line| line.len() <= CUT));
        assert_eq!(long.iter().map(|line| line.len()).sum::<usize>(), 1_200_000);
    }

    #[test]
    fn behind_the_last_line_there_is_nothing() {
        let line = document("a\n").line(7).text.into_owned();
        assert_eq!(line, "");
    }

    #[test]
    fn the_fingerprint_is_of_the_bytes() {
        let print = |text: &str| document(text).print().to_owned();
        assert_eq!(print("\u{feff}a\r\n"), fingerprint("study", "\u{feff}a\r\n".as_bytes()));
        assert_ne!(print("a\r\n"), print("a\n"));
    }

    proptest! {
        #[test]
        fn no_text_is_lost(text in "[a-zå\\r\\n\\f\\t ]{0,60}") {
            let document = document(&text);
            let kept = (0..document.len()).map(|n| document.line(n)).filter(|line| line.style != Style::Page);
            let kept: String = kept.map(|line| line.text.into_owned()).collect();
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&kept), letters(&text));
        }

        #[test]
        fn whatever_is_in_a_file_is_shown_harmlessly(text in any::<String>()) {
            let document = document(&text);
            for n in 0..document.len() {
                let line = document.line(n);
                prop_assert!(line.text.chars().all(|c| !c.is_control() && !crate::base::text::is_hidden(c)));
            }
        }
    }
}
