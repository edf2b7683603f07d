//! What can be asked of the differences between codings.

use super::Format;
use clap::Args;
use std::path::PathBuf;

/// Settles the differences between codings, or lists them.
#[derive(Debug, Clone, Args)]
pub struct ResolveArgs {
    /// The study.
    pub study: PathBuf,
    /// The list instead of the screen, in this form.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}
