//! What can be asked about protocols.

use super::Format;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// What to do with protocols.
#[derive(Debug, Subcommand)]
pub enum ProtocolCommand {
    /// Lists the shipped ones.
    List {
        /// A case list, to see what each needs of it and lacks.
        #[arg(long)]
        cases: Option<PathBuf>,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Shows one.
    Show {
        /// Its id or file.
        protocol: String,
        /// In which form; else the ending of the file tells it, and without one it is text.
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// Where to.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Checks a file.
    Check {
        /// Its id or file.
        protocol: String,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Prints the JSON Schema.
    Schema,
    /// Gives a study a newer version of its protocol.
    Update {
        /// The study.
        study: PathBuf,
        /// The newer version's id or file.
        protocol: String,
        /// In which form.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Reads another program's form.
    Import {
        /// The form.
        file: PathBuf,
        /// Where the protocol goes.
        #[arg(long, short)]
        output: Option<PathBuf>,
        /// Leave out what cannot be carried over.
        #[arg(long, conflicts_with = "strict")]
        lenient: bool,
        /// Stop at anything that would be left out.
        #[arg(long)]
        strict: bool,
    },
    /// Writes another program's form.
    Export {
        /// Its id or file.
        protocol: String,
        /// In which form; else the ending of the file tells it.
        #[arg(long, value_enum)]
        format: Option<Foreign>,
        /// Where it goes.
        #[arg(long, short)]
        output: Option<PathBuf>,
    },
}

/// The form of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Foreign {
    /// XLSForm in a spreadsheet.
    Xlsx,
    /// XLSForm in a CSV file.
    Csv,
    /// XLSForm in a Markdown table.
    Md,
    /// REDCap's data dictionary.
    Redcap,
}
