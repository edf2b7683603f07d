//! How a table and a case list are read.

use crate::base::table::encoding::Charset;
use crate::study::case::matching::Hints;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args};
use std::path::PathBuf;

/// How to read a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct SheetArgs {
    /// The sheet that it is.
    #[arg(long)]
    pub sheet: Option<String>,
    /// The encoding of a text.
    #[arg(long, value_parser = charsets())]
    pub encoding: Option<Charset>,
    /// Names and their columns.
    #[arg(long = "column", value_parser = pair, action = ArgAction::Append)]
    pub column: Vec<(String, String)>,
}

fn charsets() -> impl TypedValueParser<Value = Charset> {
    let names = PossibleValuesParser::new(Charset::ALL.map(|(_, name)| name));
    names.map(|name| Charset::named(&name).unwrap_or(Charset::Utf8))
}

impl SheetArgs {
    /// What they say about a table.
    pub fn hints(&self) -> Hints {
        let (sheet, columns) = (self.sheet.clone(), self.column.clone());
        Hints { sheet, columns, encoding: self.encoding, ..Hints::default() }
    }
}

/// How to read a case list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct ListArgs {
    /// How to read its table.
    #[command(flatten)]
    pub table: SheetArgs,
    /// Where a record has its id.
    #[arg(long)]
    pub id: Option<String>,
    /// Replace the ids, with the key in this file.
    #[arg(long)]
    pub pseudonymise: Option<PathBuf>,
    /// Columns that are kept although they name persons.
    #[arg(long, action = ArgAction::Append)]
    pub keep: Vec<String>,
    /// What to take from personal numbers.
    #[arg(long, requires = "pseudonymise", value_delimiter = ',')]
    pub from_number: Vec<String>,
}

pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').map(|(name, header)| (name.trim().to_owned(), header.trim().to_owned()));
    pair.filter(|(name, header)| !name.is_empty() && !header.is_empty()).ok_or_else(|| "unit=Stadsdel".into())
}
