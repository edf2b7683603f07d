//! cli.

pub mod args;
pub mod commands;
