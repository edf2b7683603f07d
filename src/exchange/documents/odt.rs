//! ODT: the text in the order in which it is read, with notes and what stands on every page behind it.

mod forms;
mod lists;
mod styles;

use super::document::Style;
use super::flow::{Flow, Piece};
use super::numerals::Numerals;
use crate::base::fault::{Fault, Result};
use crate::base::package::{Node, Package, attribute};
use crate::msg;
use forms::Forms;
use lists::Lists;
use quick_xml::events::BytesStart;
use styles::Styles;

/// What is not of the text.
const LEFT_OUT: [&str; 9] = [
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "dde-connection-decls",
    "ruby-text",
    "scripts",
    "title",
    "desc",
    "bibliography-configuration",
];
/// What holds text of its own beside the paragraph that it is in.
const BOXES: [&str; 10] =
    ["text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "regular-polygon", "caption", "line"];
/// A run of blanks that a file claims is at most so long.
const BLANKS: usize = 100;

/// The text, and what stands apart from it.
pub(super) fn read(package: &mut Package<'_>) -> Result<(Flow, Vec<Vec<Piece>>)> {
    if package.has("META-INF/manifest.xml") {
        package.walk("META-INF/manifest.xml", |node| match node {
            Node::Start("encryption-data", _) => Err(Fault::new(msg!("documents-encrypted")).into()),
            _ => Ok(()),
        })?;
    }
    let mut reader = Reader::default();
    if package.has("styles.xml") {
        package.walk("styles.xml", |node| {
            reader.read(&node);
            Ok(())
        })?;
    }
    package.walk("content.xml", |node| {
        reader.read(&node);
        Ok(())
    })?;
    Ok((reader.flow, vec![reader.footnotes, reader.endnotes, reader.comments, reader.on_pages]))
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    styles: Styles,
    lists: Lists,
    forms: Forms,
    footnotes: Vec<Piece>,
    endnotes: Vec<Piece>,
    comments: Vec<Piece>,
    on_pages: Vec<Piece>,
    /// How many comments there were.
    commented: usize,
    /// How deep one is within what is left out, or is hidden.
    skipped: usize,
    /// Whether what is left out is text that is hidden.
    is_hiding: bool,
    /// What texts are within that are no text of the paragraph.
    aside: Aside,
    /// The notes that one is in.
    notes: Vec<Note>,
    /// Whether the paragraphs and texts that one is in are struck through.
    struck: Vec<bool>,
}

/// A text that is no text of the paragraph.
#[derive(Default, PartialEq, Eq)]
enum Aside {
    #[default]
    Not,
    Mark,
    Author,
    Left,
}

#[derive(Default)]
struct Note {
    is_endnote: bool,
    mark: String,
    author: String,
    /// Whether a paragraph was open around it.
    is_within: bool,
}

impl Reader {
    fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Start(..) if self.skipped > 0 => self.skipped += 1,
            Node::End(_) if self.skipped > 0 => self.skipped -= 1,
            Node::Text(text) if self.skipped > 0 => {
                self.flow.left_out.has_hidden |= self.is_hiding && !text.trim().is_empty();
            }
            Node::Start(name, element) if self.is_left_out(name, element) => self.skipped = 1,
            Node::Start(name, element) => self.begin(name, element),
            Node::End(name) => self.end(name),
            Node::Text(text) => self.text(text),
        }
    }

    fn is_left_out(&mut self, name: &str, element: &BytesStart<'_>) -> bool {
        if matches!(name, "changed-region" | "change" | "change-start") {
            self.flow.left_out.is_tracked = true;
        }
        let is_text = matches!(name, "p" | "h" | "span");
        let shown = || attribute(element, "text:display");
        let is_hidden = attribute(element, "text:is-hidden").as_deref() == Some("true");
        self.is_hiding = is_text && self.styles.is_hidden(attribute(element, "text:style-name").as_deref())
            || name == "section" && (shown().as_deref() == Some("none") || is_hidden)
            || name == "hidden-text" && is_hidden;
        // Regions of changes hold what was deleted.
        self.is_hiding || name == "changed-region" || LEFT_OUT.contains(&name)
    }

    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "p" | "h" => {
                self.begin_paragraph(name, element);
                self.begin_look(element);
            }
            "span" => self.begin_look(element),
            "table-row" => self.flow.begin_row(),
            "table-cell" => self.flow.begin_cell(),
            "note" => self.note(attribute(element, "text:note-class").as_deref() == Some("endnote")),
            "annotation" => self.comment(),
            "note-citation" => self.aside = Aside::Mark,
            "creator" => self.aside = Aside::Author,
            "date" | "date-string" | "creator-initials" if !self.flow.is_in_paragraph() => self.aside = Aside::Left,
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => self.flow.open(),
            "s" => {
                let count = attribute(element, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.flow.text(&" ".repeat(usize::min(count, BLANKS)));
            }
            "tab" => self.flow.text("\t"),
            "line-break" => self.flow.break_line(),
            "soft-page-break" => self.flow.laid_out(),
            "image" => self.flow.left_out.pictures += 1,
            "object-ole" | "object" => self.flow.left_out.embedded += 1,
            "control" => {
                let said = attribute(element, "draw:control").and_then(|id| self.forms.said(&id));
                if let Some(said) = said {
                    self.flow.text(&said);
                }
            }
            name if BOXES.contains(&name) => self.flow.open(),
            _ => {
                self.styles.begin(name, element);
                self.lists.begin(name, element);
                self.forms.begin(name, element);
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.flow.end_paragraph();
                self.end_look();
            }
            "span" => self.end_look(),
            "table-row" => self.flow.end_row(),
            "note" => self.end_note(),
            "annotation" => self.end_comment(),
            "note-citation" | "creator" | "date" | "date-string" | "creator-initials" => self.aside = Aside::Not,
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => {
                for line in self.flow.close() {
                    if !line.text.trim().is_empty() && !self.on_pages.contains(&line) {
                        self.on_pages.push(line);
                    }
                }
            }
            name if BOXES.contains(&name) => self.flow.close_box(),
            name => {
                self.lists.end(name);
                let said = self.forms.end(name);
                if let Some(said) = said {
                    self.flow.text(&said);
                }
            }
        }
    }

    fn begin_paragraph(&mut self, name: &str, element: &BytesStart<'_>) {
        let style = attribute(element, "text:style-name");
        if self.styles.begins_page(style.as_deref()) {
            self.flow.page();
        }
        self.flow.begin_paragraph();
        if name == "h" || self.styles.is_title(style.as_deref()) {
            self.flow.style(Style::Heading);
        }
        if let Some(number) = self.lists.number() {
            self.flow.text(&number);
        }
    }

    fn begin_look(&mut self, element: &BytesStart<'_>) {
        let said = self.styles.is_struck(attribute(element, "text:style-name").as_deref());
        let is_struck = said.or(self.struck.last().copied()).unwrap_or(false);
        self.struck.push(is_struck);
        self.flow.strike(is_struck);
    }

    fn end_look(&mut self) {
        self.struck.pop();
        self.flow.strike(self.struck.last().copied().unwrap_or(false));
    }

    /// Text, in which any blanks and line breaks are one blank, and none at the beginning of a line.
    fn text(&mut self, text: &str) {
        match (&self.aside, self.notes.last_mut()) {
            (Aside::Mark, Some(note)) => return note.mark.push_str(text),
            (Aside::Author, Some(note)) => return note.author.push_str(text),
            (Aside::Left, _) => return,
            _ => {}
        }
        if !self.flow.is_in_paragraph() {
            return;
        }
        let mut out = String::with_capacity(text.len());
        let mut is_blank = self.flow.line().is_empty() || self.flow.line().ends_with(' ');
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' if is_blank => {}
                ' ' | '\t' | '\n' | '\r' => out.push(' '),
                '\u{ad}' => continue,
                '\u{2011}' => out.push('-'),
                c => out.push(c),
            }
            is_blank = c.is_ascii_whitespace();
        }
        if !out.is_empty() {
            self.flow.text(&out);
        }
    }

    fn note(&mut self, is_endnote: bool) {
        self.notes.push(Note { is_endnote, is_within: self.flow.is_in_paragraph(), ..Note::default() });
        self.flow.open();
    }

    fn end_note(&mut self) {
        let note = self.notes.pop().unwrap_or_default();
        let mark = format!("[{}]", note.mark.trim());
        let lines = marked(&mark, "", self.flow.close());
        if note.is_endnote { &mut self.endnotes } else { &mut self.footnotes }.extend(lines);
        self.flow.text(&mark);
    }

    fn comment(&mut self) {
        self.note(false);
        self.commented += 1;
    }

    fn end_comment(&mut self) {
        let note = self.notes.pop().unwrap_or_default();
        let mark = format!("[{}]", Numerals::Letters.write(self.commented));
        let lines = marked(&mark, note.author.trim(), self.flow.close());
        self.comments.extend(lines);
        if note.is_within {
            self.flow.text(&mark);
        }
    }
}

/// The lines of a note behind its mark.
fn marked(mark: &str, author: &str, mut lines: Vec<Piece>) -> Vec<Piece> {
    let by = if author.is_empty() { String::new() } else { format!("{author}: ") };
    if lines.is_empty() {
        lines.push(Piece::default());
    }
    if let Some(first) = lines.first_mut() {
        first.text = format!("{mark} {by}{}", first.text);
    }
    lines
}

#[cfg(test)]
mod tests;
