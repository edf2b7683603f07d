//! What a form says about itself.

use super::column::{Columns, Line, truth};
use super::{Log, Wanted, list};
use crate::exchange::forms::workbook::Book;
use crate::msg;

/// The settings of a form.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) language: String,
    pub(crate) duplicates: bool,
    /// Whether texts are cleaned.
    pub(crate) clean: bool,
    pub(crate) documents: Vec<String>,
    /// The ids of the areas, in their order; those without a group have their labels too: `id=label`.
    pub(crate) areas: Vec<String>,
    /// The tables of the report, as a protocol file has them.
    pub(crate) tables: String,
}

impl Settings {
    pub(crate) fn read(book: &Book, wanted: &Wanted<'_>, log: &mut Log) -> Self {
        let mut settings = Self { clean: true, ..Self::default() };
        if let Some(sheet) = book.sheet("settings") {
            let columns = Columns::of(book, sheet, false, log);
            columns.tell_idle(&[], log);
            if let Some(line) = columns.lines().next() {
                settings = Self::of(&line);
            }
        }
        settings.fill(wanted, log);
        settings
    }

    fn of(line: &Line<'_>) -> Self {
        Self {
            id: line.get("form_id"),
            title: line.get("form_title"),
            version: line.get("version"),
            language: line.get("default_language"),
            duplicates: line.flag("allow_choice_duplicates") == Some(true),
            clean: truth(&line.get("clean_text_values")) != Some(false),
            documents: list::split(&line.get("aktkoll_documents")),
            areas: list::split(&line.get("aktkoll_areas")),
            tables: line.get("aktkoll_tables"),
        }
    }

    /// Puts the file's name for what the form does not say.
    fn fill(&mut self, wanted: &Wanted<'_>, log: &mut Log) {
        for (field, name, value) in [(&mut self.id, "form_id", wanted.name), (&mut self.version, "version", "1")] {
            if field.is_empty() {
                value.clone_into(field);
                log.tell(msg!("xlsform-setting-made", name = name, value = value));
            }
        }
        if self.title.is_empty() {
            self.title.clone_from(&self.id);
        }
    }
}
