//! Files of other programs: forms and answers in, counted data out.

pub mod answer_import;
pub mod documents;
pub mod export;
pub mod forms;
pub(crate) mod interchange;
pub mod sql;
