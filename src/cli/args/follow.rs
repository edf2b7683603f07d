//! What can be asked of a follow-up.

use clap::Args;
use std::path::PathBuf;

/// Makes the study of a follow-up.
#[derive(Debug, Clone, Args)]
pub struct FollowArgs {
    /// The study of the review.
    pub study: PathBuf,
    /// The folder of the follow-up.
    #[arg(long)]
    pub out: PathBuf,
    /// The group that shares it.
    #[arg(long)]
    pub group: Option<String>,
}
