//! report::plain.

pub mod drift;
pub mod progress;
pub mod reliability;
pub mod spot;
