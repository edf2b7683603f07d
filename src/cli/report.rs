//! What can be asked of a report.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Prints the report.
#[derive(Debug, Clone, Args)]
pub struct ReportArgs {
    /// The study.
    pub study: PathBuf,
    /// In which form.
    #[arg(long, value_enum, default_value = "md")]
    pub format: Paper,
    /// Where to; a place for it is needed where a terminal cannot show the form.
    #[arg(long, short)]
    pub output: Option<PathBuf>,
    /// What a unit sees before the report is adopted.
    #[arg(long, requires = "unit")]
    pub feedback: bool,
    /// Which unit.
    #[arg(long, requires = "feedback")]
    pub unit: Option<String>,
    /// Hide counts below this.
    #[arg(long, value_parser = clap::value_parser!(u32).range(2..=100))]
    pub min_cell: Option<u32>,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// Markdown.
    Md,
}
