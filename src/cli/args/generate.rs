//! The arguments of the command that makes studies up.

use super::Format;
use clap::Args;
use clap::builder::RangedU64ValueParser;
use std::path::PathBuf;

/// Makes studies up by a seed, with what their answers count.
#[derive(Debug, Args)]
pub struct GenerateArgs {
    /// The protocol: an id or a file.
    #[arg(default_value = "demo")]
    pub protocol: String,
    /// How many studies.
    #[arg(long = "studies", default_value = "1", value_parser = within(10_000))]
    pub study_count: usize,
    /// How many code each.
    #[arg(long = "coders", default_value = "4", value_parser = within(999))]
    pub coder_count: usize,
    /// How many cases each has.
    #[arg(long = "cases", default_value = "80", value_parser = within(2_000_000))]
    pub case_count: usize,
    /// What all of it follows from.
    #[arg(long, default_value = "1")]
    pub seed: u64,
    /// The folder of the studies.
    #[arg(long)]
    pub out: PathBuf,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// A number from 1 to the most there may be.
fn within(most: u64) -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..=most)
}
