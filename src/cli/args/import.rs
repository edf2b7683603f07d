//! The arguments of the command that adds answers coded elsewhere.

use clap::{ArgAction, Args};
use std::path::PathBuf;

/// What to add, and how to read it.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The study.
    pub study: PathBuf,
    /// The answers.
    pub file: PathBuf,
    /// How to read it.
    #[command(flatten)]
    pub table: super::SheetArgs,
    /// Columns to pass over.
    #[arg(long, action = ArgAction::Append)]
    pub ignore: Vec<String>,
    /// Show what would be added, and add nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Replace answers that differ.
    #[arg(long)]
    pub replace: bool,
    /// Mark the cases as finished that have every answer.
    #[arg(long)]
    pub done: bool,
}
