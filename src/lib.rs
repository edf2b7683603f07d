//! aktkoll

pub mod case;
pub mod digest;
pub mod fault;
pub mod language;
pub mod ledger;
pub mod nearest;
pub mod protocol;
pub mod text;
