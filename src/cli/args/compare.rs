//! What can be asked of a comparison.

use clap::{ArgAction, Args, ValueEnum};
use std::path::PathBuf;

/// Sets studies side by side.
#[derive(Debug, Clone, Args)]
pub struct CompareArgs {
    /// The studies.
    #[arg(required = true)]
    pub studies: Vec<PathBuf>,
    /// Questions that are the same under two ids.
    #[arg(long, value_parser = super::list::pair, action = ArgAction::Append)]
    pub map: Vec<(String, String)>,
    /// Two times of one study.
    #[arg(long, num_args = 2, conflicts_with_all = ["areas", "map"])]
    pub times: Vec<String>,
    /// All studies, area by area.
    #[arg(long, conflicts_with = "map")]
    pub areas: bool,
    /// In which form; else the ending of the file tells it, and without a file it is text.
    #[arg(long, value_enum)]
    pub format: Option<Form>,
    /// Where to.
    #[arg(long, short)]
    pub output: Option<PathBuf>,
}

/// The form of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets and statistics.
    Csv,
    /// Markdown.
    Md,
    /// One page for a browser.
    Html,
    /// A Word document.
    Docx,
    /// A spreadsheet.
    Xlsx,
}
