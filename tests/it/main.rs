//! The integration tests: one binary, one module a topic.

mod binary;
mod dv2021;
mod pty;
mod terminal;
