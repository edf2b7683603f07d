//! The command line: what can be asked for. Its words come from the catalogue, like all others.

pub mod agree;
pub mod bundle;
pub mod compare;
pub mod count;
pub mod export;
pub mod files;
pub mod follow;
pub mod generate;
pub mod global;
pub mod import;
pub mod list;
pub mod protocol;
pub mod report;
pub mod resolve;
pub mod sample;
pub mod sql;
pub mod status;
pub mod words;

use crate::base::language::Words;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

pub use global::Global;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "aktkoll",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Cli {
    /// The study to code.
    pub study: Option<PathBuf>,
    /// What to do instead of coding.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
}

/// The shells that are known to the people who code, of those that can be served.
fn shells() -> impl TypedValueParser<Value = Shell> {
    PossibleValuesParser::new(["bash", "zsh", "fish"]).try_map(|name| name.parse())
}

/// The form of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets and statistics.
    Csv,
    /// For browsers and paper.
    Html,
}

/// What to do instead of coding.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Opens a made-up study.
    Demo {
        /// Of which protocol.
        #[arg(long, value_parser = ["demo", "demo_sv", "llm-review"])]
        protocol: Option<String>,
    },
    /// Makes a study.
    New {
        /// Its folder.
        dir: PathBuf,
        /// The protocol: an id or a file; else it is asked for.
        #[arg(long)]
        protocol: Option<String>,
        /// The files of the case list.
        #[arg(long, required = true, num_args = 1.., action = ArgAction::Append)]
        cases: Vec<PathBuf>,
        /// How to read it.
        #[command(flatten)]
        list: list::ListArgs,
        /// The title.
        #[arg(long)]
        title: Option<String>,
        /// The group that shares it.
        #[arg(long)]
        group: Option<String>,
    },
    /// Draws the cases of a study.
    Draw(sample::DrawArgs),
    /// Shares the cases between coders.
    Plan(sample::PlanArgs),
    /// Draws cases to code once more without seeing the first coding.
    Spot(sample::SpotArgs),
    /// Adds answers coded elsewhere.
    Import(import::ImportArgs),
    /// Lists the cases.
    List {
        /// The study.
        study: PathBuf,
        /// With an empty line for the register number.
        #[arg(long)]
        key_sheet: bool,
        /// The coding rules instead.
        #[arg(long, conflicts_with = "key_sheet")]
        rules: bool,
        /// The cases to tell the manager of instead.
        #[arg(long, conflicts_with_all = ["key_sheet", "rules"])]
        told: bool,
        /// The comments instead.
        #[arg(long, conflicts_with_all = ["key_sheet", "rules", "told"])]
        comments: bool,
        /// Which cases have files instead.
        #[command(flatten)]
        files: files::FilesArgs,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Shows how far the coding is.
    Status(status::StatusArgs),
    /// Counts the answers to questions.
    Tally(count::TallyArgs),
    /// Says a tally in SQL.
    Sql(sql::SqlArgs),
    /// Counts cases.
    Count(count::CountArgs),
    /// Tells how far coders agree.
    Agree(agree::AgreeArgs),
    /// Sets studies side by side.
    Compare(compare::CompareArgs),
    /// Prints the report.
    Report(report::ReportArgs),
    /// Makes the study of a follow-up.
    Follow(follow::FollowArgs),
    /// Settles the differences between codings.
    Resolve(resolve::ResolveArgs),
    /// Brings in what a copy of the study has.
    Merge {
        /// The study.
        study: PathBuf,
        /// The copy.
        copy: PathBuf,
    },
    /// Writes other programs' files.
    Export(export::ExportArgs),
    /// Takes a text away for good.
    Redact {
        /// The study.
        study: PathBuf,
        /// About which case.
        #[arg(long)]
        case: Option<String>,
        /// On which question.
        #[arg(long)]
        question: Option<String>,
        /// Which of the texts listed.
        #[arg(long, action = ArgAction::Append)]
        text: Vec<String>,
    },
    /// Checks every line of the ledger.
    Verify {
        /// The study.
        study: PathBuf,
        /// Seals that were written down.
        #[arg(long, action = ArgAction::Append)]
        seal: Vec<String>,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Prints the head of each coder's chain.
    Seal {
        /// The study.
        study: PathBuf,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Prints the documentation.
    #[command(alias = "hjälp")]
    Help {
        /// Which page, or the help of which command.
        topic: Option<String>,
    },
    /// Prints the manual page, or writes all of them.
    Man {
        /// The folder for all of them.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Prints what a shell completes commands with.
    Completions {
        /// The shell.
        #[arg(value_parser = shells())]
        shell: Shell,
    },
    /// Brings what is whole out of damaged files.
    Recover {
        /// The study.
        study: PathBuf,
        /// A folder for a copy instead.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Copies the study.
    Backup {
        /// The study.
        study: PathBuf,
        /// The folder of the copy.
        dir: PathBuf,
    },
    /// Packs the study into one file.
    Bundle(bundle::BundleArgs),
    /// Unpacks a study that was sent.
    Receive(bundle::ReceiveArgs),
    /// Makes studies up.
    Generate(generate::GenerateArgs),
    /// Tries what is guaranteed in a folder.
    Selftest {
        /// The folder.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Shows or changes what a user has set for every study.
    Settings {
        /// Which setting.
        #[arg(requires = "value")]
        setting: Option<String>,
        /// Its new value.
        value: Option<String>,
    },
    /// Shows the keys.
    Keys {
        /// As a Markdown table.
        #[arg(long)]
        markdown: bool,
        /// As a card of A5 to print.
        #[arg(long, conflicts_with = "markdown")]
        card: bool,
    },
    /// Looks at protocols.
    Protocol {
        /// What to do with them.
        #[command(subcommand)]
        command: protocol::ProtocolCommand,
    },
}

/// Reads the command line, or tells what is wrong with it.
pub fn parse(arguments: &[std::ffi::OsString], words: &Words) -> Result<Cli, clap::Error> {
    // Words are for help and faults; a command line that is right is read without looking any up.
    let matches = words::wordless().try_get_matches_from(arguments);
    let matches = matches.or_else(|_| words::definition(words).try_get_matches_from(arguments))?;
    Cli::from_arg_matches(&matches)
}

/// The value of `--lang`, looked up before the words are chosen that the rest is read with.
pub fn language_flag(arguments: &[std::ffi::OsString]) -> Option<String> {
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(text) = texts.next() {
        if text == "--lang" {
            return texts.next().map(str::to_owned);
        }
        if let Some(value) = text.strip_prefix("--lang=") {
            return Some(value.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_and_argument_has_words() {
        fn check(command: &clap::Command, path: &str, missing: &mut Vec<String>) {
            if command.get_about().is_none_or(|about| about.to_string().is_empty()) {
                missing.push(path.to_owned());
            }
            for arg in command.get_arguments() {
                let unnamed = |name: &[clap::builder::Str]| name.iter().all(|name| name.is_empty());
                let is_unnamed = arg.get_action().takes_values() && arg.get_value_names().is_none_or(unnamed);
                if arg.get_help().is_none_or(|help| help.to_string().is_empty()) || is_unnamed {
                    missing.push(format!("{path}-{}", arg.get_id()));
                }
            }
            for sub in command.get_subcommands() {
                check(sub, &format!("{path}-{}", sub.get_name()), missing);
            }
        }
        for lang in [Lang::Sv, Lang::En] {
            let mut missing = Vec::new();
            check(&words::definition(&Words::new(lang)), "cli", &mut missing);
            assert_eq!(missing, [] as [String; 0], "{lang:?}");
        }
    }

    #[test]
    fn the_language_is_found_before_the_rest_is_read() {
        let args = |list: &[&str]| list.iter().map(Into::into).collect::<Vec<std::ffi::OsString>>();
        assert_eq!(language_flag(&args(&["aktkoll", "--lang", "sv"])).as_deref(), Some("sv"));
        assert_eq!(language_flag(&args(&["aktkoll", "tally", "--lang=en"])).as_deref(), Some("en"));
        assert_eq!(language_flag(&args(&["aktkoll"])), None);
    }
}
