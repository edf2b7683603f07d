//! The columns of a sheet by their names, whatever they are called in the form.

use super::Log;
use crate::base::fault::Fault;
use crate::base::language::Message;
use crate::exchange::forms::workbook::{Book, Row, Sheet};
use crate::msg;

/// The answer that `or_other` adds.
pub(crate) const OTHER: &str = "other";
/// The column that tells how an answer is computed.
pub(crate) const DERIVED: &str = "aktkoll_derived";
/// The column that tells what the answers say in a report, and under which caption.
pub(crate) const STATEMENT: &str = "aktkoll_statement";
/// Columns that are read.
const KNOWN: [&str; 54] = [
    "type",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "relevant",
    "constraint",
    "constraint_message",
    "required",
    "required_message",
    "default",
    "read_only",
    "calculation",
    "choice_filter",
    "appearance",
    "parameters",
    "repeat_count",
    "trigger",
    "disabled",
    "image",
    "big-image",
    "audio",
    "video",
    "list_name",
    "key",
    "form_title",
    "form_id",
    "version",
    "default_language",
    "clean_text_values",
    "allow_choice_duplicates",
    "aktkoll_id",
    "aktkoll_role",
    "aktkoll_code",
    "aktkoll_meaning",
    "aktkoll_base",
    "aktkoll_one",
    "aktkoll_attribute",
    "aktkoll_shown",
    "aktkoll_private",
    "aktkoll_document",
    "aktkoll_look_for",
    "aktkoll_unit",
    "aktkoll_favourable",
    "aktkoll_note_on",
    "aktkoll_statement",
    "aktkoll_per",
    "aktkoll_time",
    "aktkoll_areas",
    "aktkoll_documents",
    "aktkoll_check",
    "aktkoll_list",
    "aktkoll_derived",
    "aktkoll_tables",
];
const ALIASES: [(&str, &str); 20] = [
    ("relevance", "relevant"),
    ("calculate", "calculation"),
    ("readonly", "read_only"),
    ("caption", "label"),
    ("value", "name"),
    ("tag", "name"),
    ("command", "type"),
    ("constraining_message", "constraint_message"),
    ("jr:constraintmsg", "constraint_message"),
    ("requiredmsg", "required_message"),
    ("jr:requiredmsg", "required_message"),
    ("jr:count", "repeat_count"),
    ("count", "repeat_count"),
    ("set_form_title", "form_title"),
    ("title", "form_title"),
    ("set_form_id", "form_id"),
    ("id_string", "form_id"),
    ("form_version", "version"),
    ("media", "image"),
    ("list", "list_name"),
];
/// Groups of columns in older forms: `bind::relevant` is `relevant`.
const PREFIXES: [&str; 4] = ["bind", "control", "body", "media"];

/// Columns of files that are shown with a text.
pub(crate) const MEDIA: [&str; 4] = ["image", "audio", "video", "big-image"];

/// A column.
#[derive(Debug)]
pub(crate) struct Column {
    place: usize,
    /// Its header as it stands.
    pub(crate) title: String,
    /// The name that is meant, or the header where none is known.
    pub(crate) name: String,
    /// The language of its texts, where it names one.
    pub(crate) language: Option<String>,
    /// Whether the name is one that forms have.
    pub(crate) known: bool,
}

/// A sheet with its columns.
pub(crate) struct Columns<'a> {
    pub(crate) book: &'a Book,
    pub(crate) sheet: &'a Sheet,
    pub(crate) all: Vec<Column>,
    /// Whether quotation marks are straightened and runs of blanks made one.
    clean: bool,
}

/// A row of a sheet with columns.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) of: &'a Columns<'a>,
    pub(crate) row: &'a Row,
}

impl<'a> Columns<'a> {
    /// Finds the columns of a sheet; two that mean the same are noted.
    pub(crate) fn of(book: &'a Book, sheet: &'a Sheet, clean: bool, log: &mut Log) -> Self {
        let empty = Row { number: 1, cells: Vec::new() };
        let header = sheet.rows.first().unwrap_or(&empty);
        let doubled = header.cells.iter().any(|cell| cell.contains("::"));
        let mut columns: Vec<Column> = Vec::new();
        for (place, title) in header.cells.iter().enumerate().filter(|(_, title)| !title.is_empty()) {
            let (name, language) = meant(title, doubled);
            let same = columns.iter().find(|other| other.name == name && other.language == language);
            // What is not shown anyway, or says nothing, may stand twice.
            let is_idle = MEDIA.contains(&name.as_str()) || sheet.rows.iter().skip(1).all(|row| is_empty(row, place));
            if same.is_some() && is_idle {
                continue;
            }
            if let Some(other) = same {
                let fault = Fault::new(msg!("xlsform-column-twice", name = name, other = other.title.as_str()));
                let cell = Some((place, title.as_str(), title.as_str()));
                log.wrong(book.fault(fault, &sheet.name, header.number, cell));
                continue;
            }
            let known = KNOWN.contains(&name.as_str());
            columns.push(Column { place, title: title.clone(), name, language, known });
        }
        Self { book, sheet, all: columns, clean }
    }

    /// The rows under the header.
    pub(crate) fn lines(&'a self) -> impl Iterator<Item = Line<'a>> {
        self.sheet.rows.iter().skip(1).map(move |row| Line { of: self, row })
    }

    /// Tells which columns are passed over although something stands in them; not those that `filters` name.
    pub(crate) fn tell_idle(&self, filters: &[String], log: &mut Log) {
        const IDLE: [&str; 3] = ["appearance", "required_message", "parameters"];
        let is_named = |column: &Column| self.sheet.name.to_lowercase() == "choices" && filters.contains(&column.title);
        let idle = |column: &&Column| !column.known && !is_named(column) || IDLE.contains(&column.name.as_str());
        for column in self.all.iter().filter(idle).filter(|column| self.has(&column.name)) {
            let (name, sheet) = (column.title.as_str(), self.sheet.name.as_str());
            log.tell(msg!("xlsform-column-ignored", name = name, sheet = sheet));
        }
    }

    /// Whether there is a column, and something in it.
    pub(crate) fn has(&self, name: &str) -> bool {
        let columns = || self.all.iter().filter(|column| column.name == name);
        let filled =
            |row: &Row| columns().any(|column| row.cells.get(column.place).is_some_and(|cell| !cell.is_empty()));
        self.sheet.rows.iter().skip(1).any(filled)
    }
}

impl<'a> Line<'a> {
    fn cell(&self, column: &Column) -> String {
        let text = self.row.cells.get(column.place).map_or("", String::as_str);
        if self.of.clean { cleaned(text) } else { text.to_owned() }
    }

    /// What stands in each column, by its header; the name of a choice also by that.
    pub(crate) fn cells(&self) -> Vec<(String, String)> {
        let cells = self.of.all.iter().map(|column| (column.title.clone(), self.cell(column)));
        cells.chain([("name".to_owned(), self.get("name"))]).collect()
    }

    /// What stands in a column without a language; nothing where it is not there.
    pub(crate) fn get(&self, name: &str) -> String {
        self.in_language(name, None).unwrap_or_default()
    }

    /// What stands in the column for a language, if there is such a column.
    pub(crate) fn in_language(&self, name: &str, language: Option<&str>) -> Option<String> {
        let of = |column: &&Column| column.name == name && column.language.as_deref() == language;
        self.of.all.iter().find(of).map(|column| self.cell(column))
    }

    /// What stands in any column of that name, and in which.
    pub(crate) fn any_language(&self, name: &str) -> Option<(&'a Column, String)> {
        let columns = self.of.all.iter().filter(|column| column.name == name);
        columns.map(|column| (column, self.cell(column))).find(|(_, text)| !text.is_empty())
    }

    /// A fault in the cell of a column, or in the row where there is no such column.
    pub(crate) fn fault(&self, message: Message, name: &str) -> Fault {
        self.placed(Fault::new(message), name)
    }

    /// A fault that is in the cell of a column.
    pub(crate) fn placed(&self, fault: Fault, name: &str) -> Fault {
        let (book, sheet) = (self.of.book, &self.of.sheet.name);
        let of = |column: &&Column| column.name == name && !self.cell(column).is_empty();
        let column = self.of.all.iter().find(of).or_else(|| self.of.all.iter().find(|one| one.name == name));
        let text = column.map_or_else(String::new, |column| self.cell(column));
        let cell = column.map(|column| (column.place, column.title.as_str(), text.as_str()));
        book.fault(fault, sheet, self.row.number, cell)
    }

    /// Yes or no, in the words that forms use; spreadsheets may have 1 and 0 for them.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        truth(&self.get(name))
    }
}

fn is_empty(row: &Row, place: usize) -> bool {
    row.cells.get(place).is_none_or(String::is_empty)
}

/// The yes or no that a word is.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text.to_lowercase().trim_end_matches("()") {
        "yes" | "true" | "1" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// The column that a header means, and its language.
fn meant(title: &str, doubled: bool) -> (String, Option<String>) {
    let whole = snake(title);
    if let Some(name) = known(&whole) {
        return (name, None);
    }
    let split = if doubled { title.split_once("::") } else { title.split_once(':') };
    let Some((first, rest)) = split else { return (title.to_owned(), None) };
    let first = snake(first);
    let rest = rest.trim();
    if PREFIXES.contains(&first.as_str()) {
        // What an answer is to XForms, the type of the row says here.
        let inner = meant(rest, doubled);
        return if inner.0 == "type" { (title.to_owned(), None) } else { inner };
    }
    known(&first).map_or_else(|| (title.to_owned(), None), |name| (name, Some(rest.to_owned())))
}

fn known(name: &str) -> Option<String> {
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, name)| *name);
    alias.or_else(|| KNOWN.iter().copied().find(|known| *known == name)).map(str::to_owned)
}

fn snake(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase()
}

/// A text with plain blanks and straight quotation marks.
fn cleaned(text: &str) -> String {
    let plain = text.replace('\u{a0}', " ").replace(['‘', '’'], "'").replace(['“', '”'], "\"");
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out.trim().to_owned()
}
