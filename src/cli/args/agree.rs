//! What can be asked of agreement.

use crate::analysis::reliability::group::Axis;
use clap::{ArgAction, Args, ValueEnum};
use std::path::PathBuf;

/// Tells how far coders agree.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct AgreeArgs {
    /// The study.
    pub study: PathBuf,
    /// Which questions.
    pub questions: Vec<String>,
    /// Grouped by.
    #[arg(long, value_parser = grouping, action = ArgAction::Append)]
    pub by: Vec<Grouping>,
    /// With all coefficients.
    #[arg(long)]
    pub all: bool,
    /// With words for kappa.
    #[arg(long)]
    pub labels: bool,
    /// Over time, and coder by coder, instead.
    #[arg(long, conflicts_with_all = ["questions", "by", "all", "labels"])]
    pub drift: bool,
    /// How often the answers were found in the same lines, instead.
    #[arg(long, conflicts_with_all = ["all", "labels", "drift"])]
    pub evidence: bool,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Form,
}

/// What cases are grouped by together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping(pub Vec<Axis>);

/// Questions always stand last, one by one, so that to name them changes nothing.
fn grouping(text: &str) -> Result<Grouping, String> {
    let names = text.split(',').map(str::trim).filter(|name| *name != "question");
    names
        .map(|name| Axis::named(name).ok_or_else(|| "question,coder,wave,unit".into()))
        .collect::<Result<_, _>>()
        .map(Grouping)
}

/// The form of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets and statistics.
    Csv,
    /// For an appendix.
    Md,
}
