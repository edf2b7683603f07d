//! analysis::tables.

pub mod footnotes;
pub mod sentence;
pub mod suppress;
pub mod table;
