//! What can be asked of the progress.

use super::Format;
use clap::Args;
use std::path::PathBuf;

/// Shows how far the coding is.
#[derive(Debug, Clone, Args)]
pub struct StatusArgs {
    /// The study.
    pub study: PathBuf,
    /// Which phase begins.
    #[arg(long, conflicts_with = "format")]
    pub phase: Option<String>,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}
