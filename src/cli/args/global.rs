//! What can be said to every command: who codes, in which round, and how it is shown.

use super::files::FilesArgs;
use crate::study::ledger::entry::Round;
use crate::tui::colour::Colour;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What holds for every command.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Global {
    /// The language: sv or en.
    #[arg(long, global = true, value_parser = ["sv", "en"])]
    pub lang: Option<String>,
    /// Who codes.
    #[arg(long, global = true)]
    pub coder: Option<String>,
    /// Who codes at the same screen.
    #[arg(long, requires = "study")]
    pub with: Option<String>,
    /// Where the files of the cases lie.
    #[command(flatten)]
    pub files: FilesArgs,
    /// In which round.
    #[arg(long, global = true, value_parser = PossibleValuesParser::new(Round::ALL.map(|(_, name)| name)).map(|name| round(&name)))]
    pub round: Option<Round>,
    /// Which keymap.
    #[arg(long, global = true)]
    pub keymap: Option<String>,
    /// Only look.
    #[arg(long, global = true)]
    pub view: bool,
    /// Only characters that every terminal has.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Lines to be read aloud or felt, instead of a screen.
    #[arg(long, global = true)]
    pub accessible: bool,
    /// Rows that are written whole, for a program that reads the screen aloud.
    #[arg(long, global = true)]
    pub whole_rows: bool,
    /// Clicks and the wheel.
    #[arg(long, global = true)]
    pub mouse: bool,
    /// Whether to use colours.
    #[arg(long, global = true, value_enum, default_value = "auto")]
    pub color: Colour,
    /// Yes to the question that would be asked.
    #[arg(long, global = true)]
    pub yes: bool,
    /// Every fault one by one.
    #[arg(long, global = true)]
    pub all_errors: bool,
    /// Keys to send instead of asking for them.
    #[arg(long, global = true, requires = "print")]
    pub keys: Option<String>,
    /// Print the last frame as text.
    #[arg(long, global = true, requires = "keys")]
    pub print: bool,
    /// The size of that frame.
    #[arg(long, global = true, default_value = "80x24", value_parser = size)]
    pub size: (u16, u16),
}

fn round(name: &str) -> Round {
    Round::named(name).unwrap_or_default()
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parsed = text.split_once('x').and_then(|(columns, rows)| Some((columns.parse().ok()?, rows.parse().ok()?)));
    parsed
        .filter(|(columns, rows)| (1..=1000).contains(columns) && (1..=1000).contains(rows))
        .ok_or_else(|| "80x24".into())
}
