//! exchange.

pub mod answer_import;
pub mod export;
pub mod forms;
