//! What every wing uses: words, texts, files, tables and faults.

pub mod collation;
pub mod decimal;
pub mod digest;
pub mod env;
pub mod fault;
pub mod files;
pub mod language;
pub(crate) mod names;
pub(crate) mod package;
pub mod paths;
pub mod pii;
pub mod placeholder;
pub mod progress;
pub mod quoting;
pub mod search;
pub mod slug;
pub mod spreadsheet;
pub mod suggest;
pub mod table;
pub mod text;
