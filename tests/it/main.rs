//! The integration tests: one binary, one module a topic.

mod dv2021;
mod figures;
mod ledger;
mod readme;
mod terminal;
