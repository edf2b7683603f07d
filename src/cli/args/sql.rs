//! The arguments of the command that says a tally in SQL.

use crate::exchange::sql::Engine;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args};
use std::path::PathBuf;

/// Which studies an engine is to count.
#[derive(Debug, Args)]
pub struct SqlArgs {
    /// The studies: folders, or patterns of folders that are elsewhere.
    #[arg(required = true)]
    pub studies: Vec<PathBuf>,
    /// Which engine.
    #[arg(long, value_parser = PossibleValuesParser::new(Engine::ALL.map(|(_, name)| name)).map(|name| engine(&name)))]
    pub engine: Engine,
    /// Which questions; else all that are asked about cases.
    #[arg(long, action = ArgAction::Append)]
    pub question: Vec<String>,
    /// The study that those elsewhere are like.
    #[arg(long)]
    pub like: Option<PathBuf>,
}

fn engine(name: &str) -> Engine {
    Engine::named(name).unwrap_or(Engine::Duckdb)
}
