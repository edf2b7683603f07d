//! aktkoll

pub mod answers;
pub mod case;
pub mod cli;
pub mod command;
pub mod digest;
pub mod fault;
pub mod files;
pub mod key;
pub mod keymap;
pub mod language;
pub mod ledger;
pub mod nearest;
pub mod paths;
pub mod protocol;
pub mod search;
pub mod study;
pub mod tally;
pub mod text;
pub mod tui;
pub mod world;
