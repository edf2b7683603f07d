//! aktkoll

pub mod case;
pub mod fault;
pub mod key;
pub mod keymap;
pub mod language;
pub mod ledger;
pub mod protocol;
pub mod text;
pub mod tui;
