//! What can be asked of a report.

use crate::report::format::Paper;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Prints the report.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct ReportArgs {
    /// The study.
    pub study: PathBuf,
    /// In which form; else the ending of the file tells it.
    #[arg(long, value_enum)]
    pub format: Option<Paper>,
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
    /// Name the unit of a single case in sentences.
    #[arg(long, conflicts_with = "min_cell")]
    pub name_single: bool,
    /// Propose an outline beside the study.
    #[arg(long, conflicts_with_all = ["format", "output", "feedback", "min_cell", "name_single", "coders"])]
    pub outline: bool,
    /// Name the coders.
    #[arg(long)]
    pub coders: bool,
}

impl ValueEnum for Paper {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.ending()))
    }
}
