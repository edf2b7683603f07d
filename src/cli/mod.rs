//! The command line: its arguments, and a file for each command.

pub mod args;
pub mod commands;
