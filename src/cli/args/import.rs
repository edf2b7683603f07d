//! The arguments of the command that adds answers coded elsewhere.

use crate::exchange::answer_import::Codes;
use clap::builder::PossibleValue;
use clap::{ArgAction, Args, ValueEnum};
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
    pub table: super::list::SheetArgs,
    /// Columns to pass over.
    #[arg(long, action = ArgAction::Append)]
    pub ignore: Vec<String>,
    /// What stands in cells that have no answer.
    #[arg(long, action = ArgAction::Append)]
    pub missing: Vec<String>,
    /// How digits are read where that is not clear.
    #[arg(long, value_enum)]
    pub codes: Option<Codes>,
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

impl ValueEnum for Codes {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Keys, Self::Codebook, Self::Ids]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
