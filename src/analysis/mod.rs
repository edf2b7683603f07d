//! analysis.

pub mod comparison;
pub mod drift;
pub mod findings;
pub mod progress;
pub mod reliability;
pub mod tables;
