//! Where the files of the cases lie.

use crate::exchange::documents::Origin;
use clap::{ArgAction, Args};
use std::path::PathBuf;

/// Where the files of the cases lie, and how they are read.
#[derive(Debug, Clone, Default, Args)]
pub struct FilesArgs {
    /// The folder, or the file with records.
    #[arg(long)]
    pub files: Option<PathBuf>,
    /// Where a record has the id of its case.
    #[arg(long, requires = "files")]
    pub files_id: Option<String>,
    /// Where a record has its texts.
    #[arg(long, requires = "files", action = ArgAction::Append)]
    pub files_text: Vec<String>,
    /// The key to replaced ids.
    #[arg(long, requires = "files")]
    pub files_key: Option<PathBuf>,
}

impl FilesArgs {
    /// The place that is said, if one is.
    pub fn origin(&self) -> Option<Origin> {
        let path = self.files.clone()?;
        Some(Origin { path, id: self.files_id.clone(), text: self.files_text.clone(), key: self.files_key.clone() })
    }
}
