//! The arguments of the commands that count.

use super::Format;
use clap::{ArgAction, Args};
use std::path::PathBuf;

/// Counts the answers to questions.
#[derive(Debug, Args)]
pub struct TallyArgs {
    /// The study.
    pub study: PathBuf,
    /// Which questions.
    pub questions: Vec<String>,
    /// Grouped by.
    #[arg(long, action = ArgAction::Append)]
    pub by: Vec<String>,
    /// Only these cases.
    #[arg(long = "where", action = ArgAction::Append)]
    pub filter: Vec<String>,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// Counts cases.
#[derive(Debug, Args)]
pub struct CountArgs {
    /// The study.
    pub study: PathBuf,
    /// Which cases.
    #[arg(long = "where", action = ArgAction::Append)]
    pub filter: Vec<String>,
    /// Among which cases.
    #[arg(long, action = ArgAction::Append)]
    pub base: Vec<String>,
    /// Grouped by.
    #[arg(long, action = ArgAction::Append)]
    pub by: Vec<String>,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}
