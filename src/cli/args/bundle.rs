//! The arguments of the commands that send and receive a study.

use super::Format;
use clap::Args;
use std::path::PathBuf;

/// Packs a study into one file.
#[derive(Debug, Args)]
pub struct BundleArgs {
    /// The study.
    pub study: PathBuf,
    /// The file of the bundle.
    #[arg(long, short)]
    pub output: PathBuf,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// Unpacks a study, or brings what is new in it into a copy.
#[derive(Debug, Args)]
pub struct ReceiveArgs {
    /// The file of the bundle.
    pub bundle: PathBuf,
    /// The folder: a new one, or a copy of the study.
    #[arg(long)]
    pub out: PathBuf,
    /// The seal that the sender told.
    #[arg(long)]
    pub seal: Option<String>,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}
