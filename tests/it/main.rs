//! The integration tests: one binary, one module a topic.

mod dv2021;
mod ledger;
mod terminal;
