//! What can be learned from several codings, several questions or several studies.

pub mod comparison;
pub mod drift;
pub mod findings;
pub mod progress;
pub mod reliability;
pub mod tables;
pub mod texts;
