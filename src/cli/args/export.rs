//! The arguments of the command that writes other programs' files.

use clap::{ArgAction, Args, ValueEnum};
use std::path::PathBuf;

/// What to write, and where.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct ExportArgs {
    /// The study.
    pub study: PathBuf,
    /// For which programs; else the ending of the file tells it.
    #[arg(long, value_enum)]
    pub format: Option<Pack>,
    /// The folder, or the file where there is one.
    #[arg(long, short)]
    pub out: Option<PathBuf>,
    /// The records to put the answers into.
    #[arg(long, requires = "out")]
    pub into: Option<PathBuf>,
    /// Where a record has the id of its case.
    #[arg(long, requires = "into")]
    pub id: Option<String>,
    /// Only these cases.
    #[arg(long = "where", action = ArgAction::Append)]
    pub filter: Vec<String>,
    /// Write over files that are there.
    #[arg(long)]
    pub replace: bool,
    /// The year of birth in the place of the age group.
    #[arg(long)]
    pub birth_year: bool,
    /// Comments, quotes and flags too.
    #[arg(long)]
    pub texts: bool,
    /// Where answers were found, too.
    #[arg(long)]
    pub evidence: bool,
    /// Who coded, too.
    #[arg(long)]
    pub coders: bool,
}

/// The files that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Pack {
    /// Tables for programs.
    Csv,
    /// Tables for a Swedish Excel.
    Excel,
    /// A workbook.
    Xlsx,
    /// JSON Lines.
    Jsonl,
    /// Data with syntax for SPSS, R and Stata.
    #[value(alias = "spss", alias = "r", alias = "stata")]
    Stat,
    /// REDCap's records.
    Redcap,
    /// A Data Package.
    Datapackage,
    /// All of them.
    All,
}

impl Pack {
    /// The one that is a single file with this ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "xlsx" => Some(Self::Xlsx),
            "jsonl" => Some(Self::Jsonl),
            _ => None,
        }
    }
}
