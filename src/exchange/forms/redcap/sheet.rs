//! The rows of a dictionary.

use crate::base::fault::{Fault, Place, Result};
use crate::base::language::Message;
use crate::base::table::{Table, decode};
use crate::base::text::{folded, identifier};
use crate::msg;

use super::html;

/// A column of a dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Form,
    Section,
    Type,
    Label,
    Choices,
    Note,
    Validation,
    Min,
    Max,
    Identifier,
    Logic,
    Required,
    Alignment,
    Number,
    Matrix,
    Ranking,
    Annotation,
}

/// Every column in the order of the file: its title, and its name in the interface for programs.
pub(crate) const COLUMNS: [(Column, &str, &str); 18] = [
    (Column::Name, "Variable / Field Name", "field_name"),
    (Column::Form, "Form Name", "form_name"),
    (Column::Section, "Section Header", "section_header"),
    (Column::Type, "Field Type", "field_type"),
    (Column::Label, "Field Label", "field_label"),
    (Column::Choices, "Choices, Calculations, OR Slider Labels", "select_choices_or_calculations"),
    (Column::Note, "Field Note", "field_note"),
    (Column::Validation, "Text Validation Type OR Show Slider Number", "text_validation_type_or_show_slider_number"),
    (Column::Min, "Text Validation Min", "text_validation_min"),
    (Column::Max, "Text Validation Max", "text_validation_max"),
    (Column::Identifier, "Identifier?", "identifier"),
    (Column::Logic, "Branching Logic (Show field only if...)", "branching_logic"),
    (Column::Required, "Required Field?", "required_field"),
    (Column::Alignment, "Custom Alignment", "custom_alignment"),
    (Column::Number, "Question Number (surveys only)", "question_number"),
    (Column::Matrix, "Matrix Group Name", "matrix_group_name"),
    (Column::Ranking, "Matrix Ranking?", "matrix_ranking"),
    (Column::Annotation, "Field Annotation", "field_annotation"),
];

/// Every type by its names: those that older dictionaries have, and the one that it has now.
const TYPES: [(&str, &str); 14] = [
    ("text", "text"),
    ("notes", "notes"),
    ("textarea", "notes"),
    ("radio", "radio"),
    ("dropdown", "dropdown"),
    ("select", "dropdown"),
    ("checkbox", "checkbox"),
    ("yesno", "yesno"),
    ("truefalse", "truefalse"),
    ("calc", "calc"),
    ("slider", "slider"),
    ("file", "file"),
    ("sql", "sql"),
    ("descriptive", "descriptive"),
];

impl Column {
    /// Its title.
    pub(crate) fn title(self) -> &'static str {
        COLUMNS.iter().find(|(column, _, _)| *column == self).map_or("", |(_, title, _)| *title)
    }

    /// Its name in the interface for programs.
    pub(crate) fn name(self) -> &'static str {
        COLUMNS.iter().find(|(column, _, _)| *column == self).map_or("", |(_, _, name)| *name)
    }

    /// The column with a header: letters and digits alone count.
    fn of(header: &str) -> Option<Self> {
        let plain = |text: &str| folded(text).replace(|c: char| !c.is_alphanumeric(), "");
        let same = |known: &str| plain(known) == plain(header);
        COLUMNS.iter().find(|(_, title, name)| same(title) || same(name)).map(|(column, _, _)| *column)
    }
}

/// One field of a dictionary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// The line it begins on.
    pub(crate) line: usize,
    cells: Vec<(usize, String)>,
}

impl Row {
    /// What stands in a column.
    pub(crate) fn get(&self, column: Column) -> &str {
        self.cells.iter().find(|(at, _)| *at == column as usize).map_or("", |(_, text)| text)
    }

    /// Whether a column says yes.
    pub(crate) fn says_yes(&self, column: Column) -> bool {
        matches!(folded(self.get(column)).as_str(), "y" | "yes" | "1")
    }

    /// Puts a text into a column.
    pub(crate) fn set(&mut self, column: Column, text: impl Into<String>) {
        self.cells.push((column as usize, text.into()));
    }

    /// Puts a text in the place of what stands in a column.
    pub(crate) fn put(&mut self, column: Column, text: impl Into<String>) {
        self.cells.retain(|(at, _)| *at != column as usize);
        self.set(column, text);
    }

    /// The type of the field, by its present name.
    pub(crate) fn kind(&self) -> &str {
        let known = self.get(Column::Type);
        TYPES.iter().find(|(name, _)| known.eq_ignore_ascii_case(name)).map_or(known, |(_, name)| name)
    }
}

/// Follows the forms and the section headers down a dictionary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Walk {
    form: String,
    area: String,
}

impl Walk {
    /// The heading that stands above a row, once it is entered.
    pub(crate) fn enter(&mut self, row: &Row) -> &str {
        let form = row.get(Column::Form);
        if form != self.form || self.area.is_empty() {
            form.clone_into(&mut self.form);
            self.area = form.replace('_', " ");
        }
        let header = html::line(row.get(Column::Section));
        if !header.is_empty() {
            self.area = header;
        }
        &self.area
    }
}

/// What cannot be carried over, each with its place.
#[derive(Default)]
pub(crate) struct Losses {
    file: String,
    pub(crate) list: Vec<Fault>,
}

impl Losses {
    /// Notes that something on a line is lost.
    pub(crate) fn on_line(&mut self, line: usize, message: Message, hint: Option<Message>) {
        let fault = self.at(line, message, hint);
        self.list.push(fault);
    }

    /// A fault on a line.
    pub(crate) fn at(&self, line: usize, message: Message, hint: Option<Message>) -> Fault {
        let place = Place { file: self.file.clone(), line: Some(line), source: None, span: None };
        Fault { place: Some(Box::new(place)), hint, ..Fault::new(message) }
    }

    /// Notes that what a field's column says is lost.
    pub(crate) fn lose(&mut self, row: &Row, column: Column, message: Message, hint: Option<Message>) {
        let message = message.with("field", row.get(Column::Name)).with("column", column.title());
        self.on_line(row.line, message.with("found", row.get(column)), hint);
    }
}

/// Whether a file begins with the header of a dictionary.
pub fn is_dictionary(text: &str) -> bool {
    let header = text.trim_start_matches('\u{feff}').trim_start().lines().next().unwrap_or_default();
    let mut columns = header.split([',', ';', '\t']).filter_map(Column::of);
    columns.next() == Some(Column::Name) && columns.any(|column| column == Column::Type)
}

/// The rows of the dictionary in the file `name`, with the headers that are no column of one.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<(Vec<Row>, Losses, Vec<String>)> {
    let text = decode(name, bytes)?;
    let mut table = Table::open(name, &text);
    let losses = Losses { file: name.to_owned(), list: Vec::new() };
    let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.raw.clone()).collect();
    let columns: Vec<Option<Column>> = headers.iter().map(|header| Column::of(header)).collect();
    if ![Column::Name, Column::Type, Column::Label].iter().all(|needed| columns.contains(&Some(*needed))) {
        table.wrong(table.header.line, None, msg!("redcap-header"), Some(msg!("redcap-header-hint")));
    }
    let foreign = headers.iter().zip(&columns).filter(|(header, column)| column.is_none() && !header.is_empty());
    let foreign = foreign.map(|(header, _)| header.clone()).collect();
    let mut rows = Vec::new();
    while let Some(cells) = table.next_row() {
        let cell = |(column, cell): (&Option<Column>, &crate::base::table::Cell)| {
            Some((*column.as_ref()? as usize, cell.raw.replace('\u{a0}', " ").trim().to_owned()))
        };
        rows.push(Row { line: cells.line, cells: columns.iter().zip(&cells.cells).filter_map(cell).collect() });
    }
    table.settle((rows, losses, foreign))
}

/// A name of small letters, digits and `_` that begins with a letter, of two to `most` characters.
pub(crate) fn slug(text: &str, most: usize) -> String {
    let name = identifier(text, most);
    if name.len() < 2 { name + "_1" } else { name }
}
