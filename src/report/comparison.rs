//! Studies side by side, as a document.

pub mod areas;
pub mod document;
pub mod series;
