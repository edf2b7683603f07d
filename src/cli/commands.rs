//! What the program does when it is asked on the command line: one file a command, each a short story over the core.

mod agree;
mod ask;
mod backup;
mod blind;
mod bundle;
mod code;
mod compare;
mod completions;
mod context;
mod count;
mod demo;
mod draw;
mod exchange;
mod export;
mod files;
mod follow;
mod generate;
mod help;
mod here;
mod import;
mod keys;
mod list;
mod logins;
mod man;
mod matches;
mod merge;
mod new;
mod offer;
mod pager;
mod path_line;
mod places;
mod plan;
mod protocol;
mod reading;
mod receive;
mod recover;
mod redact;
mod report;
mod resolve;
mod seal;
mod selftest;
mod session;
mod settings;
mod spot;
mod sql;
mod start;
mod status;
mod tally;
mod unfinished;
mod update;
mod verify;
mod work;

pub use context::{Context, fitted};
pub use pager::show as page;

use crate::base::env;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::cli::args::words::unknown_word;
use crate::cli::args::{Cli, Command};
use crate::msg;
use crate::study::folder::Folder;
use crate::study::protocol::Per;
use context::{ending, with, written};

/// The columns of a line where nobody can say how many there are.
const COLUMNS: usize = 80;
/// Those of a line that stands beside others, as in a comparison.
const WIDE: usize = 100;

/// Does what the command line says, and gives the exit code: not 0 where figures lack what could not be read.
pub fn run(cli: Cli, context: &mut Context<'_>) -> Result<u8> {
    env::unknown_zone().map_or(Ok(()), |zone| context.tell(&msg!("zone-unknown", zone = zone)))?;
    let code = carry_out(cli, context)?;
    Ok(context.left_out.exit.filter(|_| code == 0).map_or(code, |exit| exit as u8))
}

fn carry_out(cli: Cli, context: &mut Context<'_>) -> Result<u8> {
    if let (Some(study), Some(_)) = (&cli.study, &cli.command) {
        return Err(unknown_word(&study.to_string_lossy()).into());
    }
    match cli.command {
        None => match cli.study {
            Some(study) if study.components().count() == 1 && !study.exists() => {
                Err(unknown_word(&study.to_string_lossy()).into())
            }
            Some(study) => code::run(&study, context),
            None => start::run(context),
        },
        Some(Command::Demo { protocol }) => demo::run(protocol.as_deref(), context),
        Some(Command::New { dir, protocol, cases, list, title, group }) => {
            new::run(&dir, protocol.as_deref(), (&cases, &list), title.as_deref(), group.as_deref(), context)
        }
        Some(Command::Draw(args)) => draw::run(&args, context),
        Some(Command::Plan(args)) => plan::run(&args, context),
        Some(Command::Spot(args)) => {
            if spot::run(&args, context)? {
                code::run(&args.study, context)
            } else {
                Ok(0)
            }
        }
        Some(Command::Import(args)) => import::run(&args, context),
        Some(Command::List { study, rules: true, format, .. }) => list::rules::run(&study, format, context),
        Some(Command::List { study, told: true, format, .. }) => list::escalated::run(&study, format, context),
        Some(Command::List { study, comments: true, format, .. }) => list::comments::run(&study, format, context),
        Some(Command::List { study, files, format, .. }) if files.files.is_some() => {
            files::run(&study, &files, format, context)
        }
        Some(Command::List { study, key_sheet, format, .. }) => list::run(&study, key_sheet, format, context),
        Some(Command::Status(args)) => status::run(&args, context),
        Some(Command::Tally(args)) => {
            tally::run(&args.study, &args.questions, &args.by, &args.filter, args.format, context)
        }
        Some(Command::Count(args)) => count::run(&args.study, &args.filter, &args.base, &args.by, args.format, context),
        Some(Command::Sql(args)) => sql::run(&args, context),
        Some(Command::Agree(args)) => agree::run(&args, context),
        Some(Command::Compare(args)) => compare::run(&args, context),
        Some(Command::Report(args)) => report::run(&args, context),
        Some(Command::Follow(args)) => follow::run(&args, context),
        Some(Command::Export(args)) => export::run(&args, context),
        Some(Command::Redact { study, case, question, text }) => {
            redact::run(&study, case.as_deref(), question.as_deref(), &text, context)
        }
        Some(Command::Merge { study, copy }) => merge::run(&study, &copy, context),
        Some(Command::Resolve(args)) => resolve::run(&args, context),
        Some(Command::Seal { study, format }) => seal::run(&study, format, context),
        Some(Command::Verify { study, seal, format }) => verify::run(&study, &seal, format, context),
        Some(Command::Help { topic }) => help::run(topic.as_deref(), context),
        Some(Command::Man { out }) => man::run(out.as_deref(), context),
        Some(Command::Completions { shell }) => completions::run(shell, context),
        Some(Command::Recover { study, out }) => recover::run(&study, out.as_deref(), context),
        Some(Command::Backup { study, dir }) => backup::run(&study, &dir, context),
        Some(Command::Bundle(args)) => bundle::run(&args, context),
        Some(Command::Receive(args)) => receive::run(&args, context),
        Some(Command::Generate(args)) => generate::run(&args, context),
        Some(Command::Selftest { dir, format }) => selftest::run(&dir, format, context),
        Some(Command::Settings { setting, value }) => settings::run(setting.as_deref().zip(value.as_deref()), context),
        Some(Command::Keys { markdown, card }) => keys::run(markdown, card, context),
        Some(Command::Protocol { command }) => protocol::run(&command, context),
    }
}

/// The columns that `--by` names, one list a grouping: `a,b` is the cross of both.
fn groupings(by: &[String], folder: &Folder) -> Result<Vec<Vec<usize>>> {
    let column = |name: &str| {
        folder.cases.column(name).ok_or_else(|| {
            let known = folder.cases.columns.iter().map(String::as_str);
            let hint = crate::base::suggest::suggestion(name, known);
            Faults::from(Fault::new(msg!("command-no-such-column", name = name)).hint(hint).exit(Exit::Usage))
        })
    };
    by.iter().map(|names| names.split(',').map(|name| column(name.trim())).collect()).collect()
}

/// Whether a column says anything about cases, or about entries of units.
fn is_about(folder: &Folder, column: usize, per: Per) -> bool {
    folder.protocol.attributes.get(column).map_or(per == Per::Case, |attribute| attribute.is_about(per))
}

/// A group's key as JSON: the value of each column that it was grouped by.
fn key_json(folder: &Folder, columns: &[usize], key: &[String]) -> serde_json::Value {
    let names = columns.iter().filter_map(|&column| folder.cases.columns.get(column));
    names.zip(key).map(|(name, value)| (name.clone(), value.as_str().into())).collect::<serde_json::Map<_, _>>().into()
}

/// A value's label, for people.
fn label(folder: &Folder, column: usize, value: &str) -> String {
    let attribute = folder.protocol.attributes.get(column);
    attribute.map_or(value, |attribute| attribute.label_of(value)).to_owned()
}
