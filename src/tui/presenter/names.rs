//! Words of a text being written that may be names of people or places.

use crate::tui::dialog::{Dialog, Field};
use crate::tui::model::Model;
use std::ops::Range;

/// The bytes of the words in the open text that may be names.
pub fn names(model: &Model) -> Vec<Range<usize>> {
    let Some(Dialog::Write { field: Field::Text { .. }, input }) = &model.dialog else { return Vec::new() };
    // The word that is being written may go on, and so may its sentence.
    model.study.likely_names(&format!("{} x", input.value()))
}
