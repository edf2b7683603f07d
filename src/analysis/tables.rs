//! Sentences, tables and footnotes made of counts; small counts hidden.

pub mod footnotes;
pub mod sentence;
pub mod suppress;
pub mod table;
