//! aktkoll

pub mod case;
pub mod fault;
pub mod files;
pub mod language;
pub mod ledger;
pub mod protocol;
pub mod text;
pub mod world;
