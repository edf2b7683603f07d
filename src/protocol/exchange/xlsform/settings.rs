//! What a form says about itself.

use super::column::{Columns, Line, truth};
use super::{Log, Wanted, list};
use crate::msg;
use crate::protocol::exchange::book::Book;

/// The settings of a form.
#[derive(Default)]
pub(super) struct Settings {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) version: String,
    pub(super) language: String,
    pub(super) duplicates: bool,
    /// Whether texts are cleaned.
    pub(super) clean: bool,
    pub(super) documents: Vec<String>,
    /// The ids of the areas, in their order; those without a group have their labels too: `id=label`.
    pub(super) areas: Vec<String>,
    /// The tables of the report, as a protocol file has them.
    pub(super) tables: String,
}

impl Settings {
    pub(super) fn read(book: &Book, wanted: &Wanted<'_>, log: &mut Log) -> Self {
        let mut settings = Self { clean: true, ..Self::default() };
        if let Some(sheet) = book.sheet("settings") {
            let columns = Columns::of(book, sheet, false, log);
            columns.tell_idle(log);
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
        for (field, value) in [(&mut self.id, wanted.name), (&mut self.version, "1")] {
            if field.is_empty() {
                value.clone_into(field);
                log.tell(msg!("xlsform-setting-made", value = value));
            }
        }
        if self.title.is_empty() {
            self.title.clone_from(&self.id);
        }
    }
}
