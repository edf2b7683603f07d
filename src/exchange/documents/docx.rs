//! DOCX: the text in the order in which it is read, with notes and what stands on every page behind it.

mod field;
mod notes;
mod numbering;
mod run;
mod styles;

use super::document::Style;
use super::flow::{Flow, Piece};
use super::signs::ticked;
use crate::base::fault::Result;
use crate::base::package::{Node, Package, Relation, attribute};
use field::Field;
use notes::Notes;
use numbering::Numbering;
use quick_xml::events::BytesStart;
use run::Run;
use styles::Styles;

/// What is not of the text: what was deleted, and how things were formatted before.
const LEFT_OUT: [&str; 17] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "tabs",
    "rt",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "tblGridChange",
    "tblPrExChange",
    "numberingChange",
    "sdtEndPr",
];
/// Of them those that tell of tracked changes.
const TRACKED: [&str; 4] = ["del", "moveFrom", "ins", "moveTo"];

/// The text, and what stands apart from it.
pub(super) fn read(package: &mut Package<'_>) -> Result<(Flow, Vec<Vec<Piece>>)> {
    let main = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.part);
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let has_relations = package.has(format!("{folder}/_rels/{name}.rels").trim_start_matches('/'));
    let relations = if has_relations { package.relations(&main)? } else { Vec::new() };
    let parts = |kind: &str| -> Vec<String> {
        let of_kind = |relation: &&Relation| relation.kind == kind;
        relations.iter().filter(of_kind).map(|relation| relation.part.clone()).collect()
    };
    let mut reader = Reader::default();
    for part in parts("styles").into_iter().filter(|part| package.has(part)).take(1).collect::<Vec<_>>() {
        reader.styles = Styles::read(package, &part)?;
    }
    for part in parts("numbering").into_iter().filter(|part| package.has(part)).take(1).collect::<Vec<_>>() {
        reader.numbering = Numbering::read(package, &part)?;
    }
    package.walk(&main, |node| {
        reader.read(&node);
        Ok(())
    })?;
    for kind in ["footnotes", "endnotes", "comments", "header", "footer"] {
        for part in parts(kind) {
            if package.has(&part) {
                reader.begin_part(kind);
                package.walk(&part, |node| {
                    reader.read(&node);
                    Ok(())
                })?;
                reader.end_part(kind);
            }
        }
    }
    Ok((reader.flow, reader.notes.in_order()))
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    styles: Styles,
    numbering: Numbering,
    notes: Notes,
    run: Run,
    /// Whether one is within the properties of the run.
    describes_run: bool,
    paragraph: Paragraph,
    /// The paragraphs around the box that one is in.
    around: Vec<Paragraph>,
    fields: Vec<Field>,
    /// How deep one is within what is left out.
    skipped: usize,
    /// The choices that one is in: whether one was taken.
    choices: Vec<bool>,
    /// The controls of forms that one is in: the box that stands for what they hold, until it is written.
    controls: Vec<Control>,
}

/// What a control of a form is.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Control {
    #[default]
    Text,
    Box(bool),
    Written,
}

/// What is known of a paragraph before its text.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    level: Option<usize>,
    list: Option<usize>,
    outline: Option<usize>,
    /// Whether one is within its properties.
    is_described: bool,
}

impl Reader {
    fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Start(name, element) if self.skipped > 0 || self.is_left_out(name, element) => self.skipped += 1,
            Node::End(_) if self.skipped > 0 => self.skipped -= 1,
            Node::Text(_) if self.skipped > 0 => {}
            Node::Start(name, element) => self.begin(name, element),
            Node::End(name) => self.end(name),
            Node::Text(text) => self.text(text),
        }
    }

    /// Whether an element is left out. Of the forms of one thing the first is read.
    fn is_left_out(&mut self, name: &str, element: &BytesStart<'_>) -> bool {
        if TRACKED.contains(&name) {
            self.flow.left_out.is_tracked = true;
        }
        match name {
            "Choice" => self.choices.last_mut().is_some_and(|taken| std::mem::replace(taken, true)),
            "Fallback" => self.choices.last().copied().unwrap_or(false),
            "footnote" | "endnote" => attribute(element, "type").is_some_and(|kind| kind != "normal"),
            _ => LEFT_OUT.contains(&name),
        }
    }

    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        match name {
            "AlternateContent" => self.choices.push(false),
            "p" => {
                self.paragraph = Paragraph::default();
                self.flow.begin_paragraph();
            }
            "pPr" => self.paragraph.is_described = true,
            "tr" => self.flow.begin_row(),
            "tc" => self.flow.begin_cell(),
            "txbxContent" => {
                self.around.push(std::mem::take(&mut self.paragraph));
                self.flow.open();
            }
            "r" => self.run = Run::default(),
            "t" => self.run.is_text = true,
            "sdt" => self.controls.push(Control::default()),
            "checkbox" => self.set_control(Control::Box(false)),
            "checked" if matches!(self.controls.last(), Some(Control::Box(_))) && self.fields_are_plain() => {
                self.set_control(Control::Box(styles::is_on(value().as_deref())));
            }
            "fldChar" => self.field(attribute(element, "fldCharType").as_deref()),
            "footnote" | "endnote" | "comment" => self.notes.begin(element, &mut self.flow),
            "footnoteReference" | "endnoteReference" | "commentReference" => {
                let mark = self.notes.mark(name, element);
                self.put(&mark);
            }
            "blip" | "imagedata" | "chart" | "relIds" => self.flow.left_out.pictures += 1,
            "altChunk" | "OLEObject" => self.flow.left_out.embedded += 1,
            _ if self.paragraph.is_described => self.described(name, element),
            _ if self.describes_run => self.run.described(name, element, &self.styles),
            "rPr" => self.describes_run = true,
            _ => self.sign(name, element),
        }
        if let Some(field) = self.fields.last_mut() {
            field.described(name, element);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "AlternateContent" => drop(self.choices.pop()),
            "p" => self.flow.end_paragraph(),
            "pPr" => self.end_properties(),
            "rPr" => self.describes_run = false,
            "tr" => self.flow.end_row(),
            "txbxContent" => {
                self.flow.close_box();
                self.paragraph = self.around.pop().unwrap_or_default();
            }
            "t" => self.run.is_text = false,
            "r" => self.run = Run::default(),
            "sdt" => drop(self.controls.pop()),
            "footnote" | "endnote" | "comment" => self.notes.end(&mut self.flow),
            "ffData" => {
                let said = self.fields.last_mut().and_then(Field::said);
                if let Some(said) = said {
                    self.put(&said);
                }
            }
            _ => {}
        }
    }

    /// A sign in a run that is no text.
    fn sign(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "tab" | "ptab" => self.put("\t"),
            "noBreakHyphen" => self.put("-"),
            "br" if attribute(element, "type").as_deref() == Some("page") => self.flow.page(),
            "br" | "cr" => self.flow.break_line(),
            "lastRenderedPageBreak" => self.flow.laid_out(),
            "sym" => {
                let font = attribute(element, "font").unwrap_or_default();
                let code = attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let shown = self.run.symbol(&font, code.unwrap_or_default(), &mut self.flow.left_out.signs);
                self.put(&shown);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.run.is_text {
            let shown = self.run.shown(text, &mut self.flow.left_out.signs);
            self.put(&shown);
        }
    }

    /// Adds what is shown, unless it is hidden or a box stands for it.
    fn put(&mut self, shown: &str) {
        if self.run.is_hidden {
            self.flow.left_out.has_hidden |= !shown.trim().is_empty();
            return;
        }
        self.flow.strike(self.run.is_struck);
        match self.controls.last_mut() {
            Some(control @ Control::Box(_)) if !shown.trim().is_empty() => {
                let is_ticked = *control == Control::Box(true);
                *control = Control::Written;
                self.flow.text(ticked(is_ticked));
            }
            Some(Control::Written) => {}
            _ => self.flow.text(shown),
        }
    }

    fn set_control(&mut self, control: Control) {
        if let Some(last) = self.controls.last_mut() {
            *last = control;
        }
    }

    /// Whether no field is being described, whose box is not that of a control.
    fn fields_are_plain(&self) -> bool {
        self.fields.last().is_none_or(|field| !field.is_box())
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(Field::default()),
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// A property of the paragraph.
    fn described(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let number = || value.as_ref().and_then(|value| value.parse().ok());
        match name {
            "pStyle" => self.paragraph.style = value.map(std::borrow::Cow::into_owned),
            "outlineLvl" => self.paragraph.outline = number(),
            "ilvl" => self.paragraph.level = number(),
            "numId" => self.paragraph.list = number(),
            "pageBreakBefore" if styles::is_on(value.as_deref()) => self.flow.page(),
            _ => {}
        }
    }

    fn end_properties(&mut self) {
        self.paragraph.is_described = false;
        let style = self.styles.of(self.paragraph.style.as_deref());
        let outline = self.paragraph.outline.or(style.outline);
        if outline.is_some_and(|level| level < 9) || style.is_title {
            self.flow.style(Style::Heading);
        }
        let list = self.paragraph.list.or(style.list);
        let level = self.paragraph.level.or(style.level).unwrap_or(0);
        if let Some(number) = list.and_then(|list| self.numbering.next(list, level)) {
            self.flow.text(&number);
        }
    }

    fn begin_part(&mut self, kind: &str) {
        self.run = Run::default();
        self.notes.kind(kind);
        if matches!(kind, "header" | "footer") {
            self.flow.open();
        }
    }

    fn end_part(&mut self, kind: &str) {
        if matches!(kind, "header" | "footer") {
            let lines = self.flow.close();
            self.notes.on_pages(lines);
        }
    }
}

#[cfg(test)]
mod tests;
