//! The arguments of the commands that draw cases and share them.

use crate::analysis::reliability::spot_frame::{DAYS, USUAL};
use crate::study::sample::plan::Twice;
use clap::builder::RangedU64ValueParser;
use clap::{ArgAction, ArgGroup, Args};
use std::path::PathBuf;

/// What to draw.
#[derive(Debug, Args)]
pub struct DrawArgs {
    /// The study: a new one with `--frame`, else one that is there.
    pub study: PathBuf,
    /// The list to draw from, in one file or several.
    #[arg(long, requires_all = ["protocol", "seed"], num_args = 1.., action = ArgAction::Append)]
    pub frame: Vec<PathBuf>,
    /// How to read it.
    #[command(flatten)]
    pub list: super::list::ListArgs,
    /// The protocol: an id or a file.
    #[arg(long, requires = "frame")]
    pub protocol: Option<String>,
    /// How many of each stratum.
    #[arg(long, requires = "frame")]
    pub n: Option<usize>,
    /// The columns that make the strata.
    #[arg(long, requires = "frame", value_delimiter = ',')]
    pub per: Vec<String>,
    /// The seed.
    #[arg(long, requires = "frame")]
    pub seed: Option<String>,
    /// How many of certain strata.
    #[arg(long, requires = "frame")]
    pub sizes: Option<PathBuf>,
    /// How many cases there should be.
    #[arg(long, requires = "frame")]
    pub totals: Option<PathBuf>,
    /// The title.
    #[arg(long, requires = "frame")]
    pub title: Option<String>,
    /// The group that shares the study.
    #[arg(long, requires = "frame")]
    pub group: Option<String>,
    /// So many more of each stratum.
    #[arg(long, conflicts_with = "frame")]
    pub more: Option<usize>,
    /// Dropped cases to replace.
    #[arg(long, conflicts_with = "frame", num_args = 1..)]
    pub replace: Vec<String>,
    /// Cases that somebody chose.
    #[arg(long, conflicts_with = "frame", num_args = 1..)]
    pub add: Vec<String>,
    /// The form of the result.
    #[arg(long, value_enum, default_value = "text")]
    pub format: super::Format,
}

/// How to share the cases.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The study.
    pub study: PathBuf,
    /// Who codes.
    #[arg(long, value_delimiter = ',')]
    pub coders: Vec<String>,
    /// How many are coded twice.
    #[arg(long, requires = "coders", value_parser = twice)]
    pub share: Option<Twice>,
    /// The seed.
    #[arg(long, requires = "coders")]
    pub seed: Option<String>,
    /// Show the plan and leave the one that is there.
    #[arg(long, requires = "coders", conflicts_with = "required")]
    pub dry_run: bool,
    /// In which form.
    #[arg(long, value_enum, default_value = "text")]
    pub format: super::Format,
    /// What everybody codes first.
    #[command(flatten)]
    pub gold: GoldArgs,
}

/// What everybody codes first.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("gold cases").args(["gold", "gold_case"]).multiple(true).requires("coders"))]
pub struct GoldArgs {
    /// How many cases.
    #[arg(long = "gold")]
    pub gold: Option<usize>,
    /// Which cases.
    #[arg(long, num_args = 1.., action = ArgAction::Append)]
    pub gold_case: Vec<String>,
    /// Whose answers the others' are compared with.
    #[arg(long, requires = "gold cases")]
    pub reference: Option<String>,
    /// How many percent of the answers are to agree.
    #[arg(long, value_parser = percent)]
    pub required: Option<u32>,
}

/// Reads a percent.
fn percent(text: &str) -> Result<u32, String> {
    let number = text.trim_end_matches('%').trim_end().parse().ok();
    number.filter(|percent| *percent <= 100).ok_or_else(|| "90%".to_owned())
}

/// Reads a number of cases or, with a percent sign, a share of them.
fn twice(text: &str) -> Result<Twice, String> {
    let number = |text: &str| text.trim_end().parse().ok();
    let twice = match text.strip_suffix('%') {
        Some(percent) => number(percent).filter(|percent| *percent <= 100).map(Twice::Percent),
        None => number(text).map(Twice::Cases),
    };
    twice.ok_or_else(|| "20%".to_owned())
}

/// What to check by coding it once more.
#[derive(Debug, Args)]
pub struct SpotArgs {
    /// The study.
    pub study: PathBuf,
    /// How many cases.
    #[arg(short, long, default_value_t = USUAL, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub n: usize,
    /// The seed.
    #[arg(long)]
    pub seed: Option<String>,
    /// Only these cases.
    #[arg(long = "where", action = ArgAction::Append)]
    pub filter: Vec<String>,
    /// One's own cases.
    #[arg(long)]
    pub retest: bool,
    /// Finished so many days ago.
    #[arg(long, requires = "retest", default_value_t = DAYS)]
    pub after: u32,
    /// Give the draw up.
    #[arg(long, conflicts_with_all = ["seed", "filter", "retest", "result"])]
    pub cancel: bool,
    /// Show the result.
    #[arg(long, conflicts_with_all = ["seed", "filter", "retest"])]
    pub result: bool,
    /// In which form.
    #[arg(long, value_enum, default_value = "text", requires = "result")]
    pub format: super::Format,
}

impl SpotArgs {
    /// A draw of so many cases, and all else as usual.
    pub fn of(study: PathBuf, n: usize) -> Self {
        let (after, format) = (DAYS, super::Format::Text);
        Self { study, n, seed: None, filter: Vec::new(), retest: false, after, cancel: false, result: false, format }
    }
}
