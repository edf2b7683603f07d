//! HTML: the text as a browser shows the page, with the answers of its forms.
//!
//! A library takes the tags apart and the walk is ours: readers that make text of pages lose which boxes are ticked, what
//! is chosen, and that a part is hidden.

mod element;
mod form;
mod list;

use super::document::{Document, Style};
use super::flow::Flow;
use super::{Heading, signs};
use crate::base::table::encoding::legible;
use crate::msg;
use element::{Element, HEADINGS, is_block};
use encoding_rs::Encoding;
use form::Choosing;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use list::Lists;
use std::borrow::Cow;

/// What no reader of the page sees.
const LEFT_OUT: [&str; 11] =
    ["script", "style", "template", "title", "iframe", "noembed", "noframes", "datalist", "audio", "video", "object"];
/// Tables within one another are told apart so deep.
const DEPTH: usize = 16;
/// The encoding is named within so many bytes: the HTML standard asks for 1,024, and browsers look no further.
const PRESCAN: usize = 1024;

/// The document that a page is.
pub(super) fn read(bytes: &[u8], heading: Heading, study_id: &str) -> Document {
    let (text, doubt) = decoded(bytes);
    let (body, notices) = pieces(&text).body(Vec::new());
    let mut document = Document::made(heading, "html 1", body, (study_id, bytes));
    document.notices.extend(doubt.then(|| msg!("documents-broken")));
    document.notices.extend(notices);
    document
}

/// The text in the encoding that the page names, and whether it is broken there; else in the likeliest.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some(encoding) = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| named(bytes)) {
        let (text, _, is_broken) = encoding.decode(bytes);
        return (text, is_broken);
    }
    let (text, doubt) = legible(bytes);
    (text, doubt.is_some())
}

/// The encoding that a page names in its head, as `charset=…` or `encoding="…"`.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).to_ascii_lowercase();
    let label = ["charset=", "encoding="].into_iter().find_map(|word| {
        let rest = head.split_once(word)?.1.trim_start_matches(['"', '\'', ' ']);
        rest.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.')).next()
    })?;
    Encoding::for_label(label.as_bytes())
}

fn pieces(text: &str) -> Flow {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.begin(&Element::of(&tag)),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.end_block();
    reader.flow
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    lists: Lists,
    choosing: Option<Choosing>,
    skipped: Option<Skipped>,
    /// The tables that one is in: whether a row is open.
    tables: Vec<bool>,
    headings: usize,
    quotes: usize,
    code: usize,
    /// Whether blanks and line breaks are kept.
    kept: usize,
}

/// An element that is passed over.
struct Skipped {
    name: String,
    /// How many elements of that name are open in it.
    depth: usize,
    is_hidden: bool,
}

impl Reader {
    fn begin(&mut self, element: &Element) {
        let name = element.name.as_str();
        if let Some(skipped) = &mut self.skipped {
            if !element::ends_before(&skipped.name, name) {
                skipped.depth += usize::from(skipped.name == name && !element.is_void());
                return;
            }
            self.skipped = None;
        }
        if element.is_hidden() || LEFT_OUT.contains(&name) {
            self.flow.left_out.embedded += usize::from(matches!(name, "iframe" | "audio" | "video" | "object"));
            if !element.is_void() {
                self.skipped = Some(Skipped { name: name.to_owned(), depth: 0, is_hidden: element.is_hidden() });
            }
            return;
        }
        if is_block(name) {
            self.end_block();
        }
        self.opened(element);
    }

    fn opened(&mut self, element: &Element) {
        match element.name.as_str() {
            "br" => self.break_line(),
            "pre" | "listing" | "xmp" => {
                self.code += 1;
                self.kept += 1;
            }
            "textarea" => self.kept += 1,
            "blockquote" => self.quotes += 1,
            name if HEADINGS.contains(&name) => self.headings += 1,
            "ul" | "ol" | "menu" | "dir" => self.lists.begin(element),
            "li" => self.lists.item(element.get("value")),
            "table" if self.tables.len() < DEPTH => self.tables.push(false),
            "tr" => self.begin_row(),
            "td" | "th" => {
                if self.tables.last() == Some(&false) {
                    self.begin_row();
                }
                self.flow.begin_cell();
            }
            "s" | "strike" | "del" => self.flow.strike(true),
            "img" => {
                self.flow.left_out.pictures += 1;
                if let Some(said) = element.get("alt").filter(|said| !said.trim().is_empty()) {
                    self.put(&format!("[{}]", said.trim()));
                }
            }
            "input" => self.input(element),
            "select" => self.choosing = Some(Choosing::new(element)),
            "option" => {
                if let Some(choosing) = &mut self.choosing {
                    choosing.option(element);
                }
            }
            "embed" => self.flow.left_out.embedded += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(skipped) = &mut self.skipped {
            if skipped.name == name && skipped.depth > 0 {
                skipped.depth -= 1;
                return;
            }
            let is_its_end = skipped.name == name;
            if !is_its_end && !element::ends_with(&skipped.name, name) {
                return;
            }
            self.skipped = None;
            if is_its_end {
                return;
            }
        }
        if is_block(name) {
            self.end_block();
        }
        let less = |count: &mut usize| *count = count.saturating_sub(1);
        match name {
            "pre" | "listing" | "xmp" => {
                less(&mut self.code);
                less(&mut self.kept);
            }
            "textarea" => less(&mut self.kept),
            "blockquote" => less(&mut self.quotes),
            name if HEADINGS.contains(&name) => less(&mut self.headings),
            "ul" | "ol" | "menu" | "dir" => self.lists.end(),
            "tr" => self.end_row(),
            "table" => {
                self.end_row();
                self.tables.pop();
            }
            "s" | "strike" | "del" => self.flow.strike(false),
            "select" => {
                if let Some(choosing) = self.choosing.take() {
                    self.put(&choosing.shown());
                }
            }
            _ => {}
        }
    }

    /// Text; blanks and line breaks are one blank, and none at the beginning of a line, unless they are kept.
    fn text(&mut self, text: &str) {
        if let Some(skipped) = &self.skipped {
            self.flow.left_out.has_hidden |= skipped.is_hidden && !text.trim().is_empty();
            return;
        }
        if let Some(choosing) = &mut self.choosing {
            choosing.text(text);
            return;
        }
        if self.kept > 0 {
            for (place, line) in text.split('\n').enumerate() {
                if place > 0 {
                    self.break_line();
                }
                self.put(line.trim_end_matches('\r'));
            }
            return;
        }
        let is_after_blank = self.flow.line().is_empty() || self.flow.line().ends_with([' ', '\t']);
        let text = element::collapsed(text, is_after_blank);
        if self.flow.is_in_paragraph() || !text.trim().is_empty() {
            self.put(&text);
        }
    }

    /// Adds what is shown to the line that one is in, or begins one.
    fn put(&mut self, shown: &str) {
        if shown.is_empty() {
            return;
        }
        if !self.flow.is_in_paragraph() {
            self.flow.begin_paragraph();
            self.flow.style(self.style());
            if let Some(mark) = self.lists.mark() {
                self.flow.text(&mark);
            }
        }
        self.flow.text(shown);
    }

    fn style(&self) -> Style {
        match () {
            () if self.headings > 0 => Style::Heading,
            () if self.code > 0 => Style::Code,
            () if self.quotes > 0 => Style::Quoted,
            () => Style::Plain,
        }
    }

    fn break_line(&mut self) {
        if self.flow.is_in_paragraph() {
            self.flow.break_line();
        } else {
            self.flow.begin_paragraph();
            self.flow.break_line();
        }
    }

    fn end_block(&mut self) {
        if self.flow.is_in_paragraph() {
            self.flow.end_paragraph();
        }
    }

    fn begin_row(&mut self) {
        self.end_row();
        if let Some(is_open) = self.tables.last_mut() {
            *is_open = true;
            self.flow.begin_row();
        }
    }

    fn end_row(&mut self) {
        if let Some(is_open) = self.tables.last_mut()
            && std::mem::take(is_open)
        {
            self.flow.end_row();
        }
    }

    /// What a browser shows of a field that was filled in.
    fn input(&mut self, element: &Element) {
        match element.get("type").map(str::to_ascii_lowercase).as_deref() {
            Some("checkbox" | "radio") => self.put(signs::ticked(element.get("checked").is_some())),
            Some("hidden" | "password" | "image" | "file" | "color") => {}
            _ => self.put(element.get("value").unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests;
