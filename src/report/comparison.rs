//! report::comparison.

pub mod areas;
pub mod document;
