//! Commands that are run from the screen of an open study, for that study: as on the command line, but that nobody is
//! asked anything.

use super::{Context, carry_out};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::files::named::meant;
use crate::base::language::{Lang, Words};
use crate::base::paths;
use crate::base::quoting;
use crate::cli::args::{self, Cli, Global};
use crate::msg;
use crate::study::ledger::left_out::LeftOut;
use crate::tui::commands::Commands;
use crate::tui::dialog::{OFFERED, is_offered};
use crate::tui::msg::Ran;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What runs commands for a study, for whom and in the round that it is open in.
pub(super) fn commands(study: &Path, context: &Context<'_>) -> Commands {
    let here = Here { study: study.to_owned(), global: context.global.clone(), lang: context.words.lang() };
    Box::new(move |line| here.run(line))
}

/// Where a command is run.
struct Here {
    study: PathBuf,
    global: Global,
    lang: Lang,
}

impl Here {
    /// Runs a command, and tells what it says.
    fn run(&self, line: &str) -> Ran {
        let words = Words::new(self.lang);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let ended = self.parsed(line, &words, &mut out).and_then(|cli| {
            let Some(cli) = cli else { return Ok(0) };
            let global = Global {
                lang: cli.global.lang.clone().or_else(|| self.global.lang.clone()),
                all_errors: cli.global.all_errors,
                yes: cli.global.yes,
                ..self.global.clone()
            };
            let (own, left_out) = (paths::own(), LeftOut::default());
            let words = Words::new(self.lang);
            let mut context = Context { words, global, own, out: &mut out, err: &mut err, asks: false, left_out };
            carry_out(cli, &mut context)
        });
        let failed = !matches!(ended, Ok(0));
        let told = ended.err().map_or_else(Vec::new, |faults| faults.told(&words, false));
        let said = [err, out].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let text: String = said.into_iter().chain(told.into_iter().map(|text| text + "\n")).collect();
        Ran { line: line.to_owned(), text: text.trim_end().to_owned(), failed }
    }

    /// What the command line asks for; nothing where it asks for help, which is written out.
    fn parsed(&self, line: &str, words: &Words, out: &mut Vec<u8>) -> Result<Option<Cli>> {
        let mut typed = quoting::words(line);
        if typed.first().is_some_and(|first| first == "aktkoll") {
            typed.remove(0);
        }
        let Some((name, rest)) = typed.split_first().filter(|(name, _)| is_offered(name)) else {
            let none = || msg!("command-none");
            let message = typed.first().map_or_else(none, |name| msg!("command-not-here", name = name.as_str()));
            return Err(Fault::new(message)
                .exit(Exit::Usage)
                .hint(msg!("command-not-here-hint", names = OFFERED.join(", ")))
                .into());
        };
        let study = OFFERED.contains(&name.as_str()).then(|| self.study.clone().into());
        let begun = [OsString::from("aktkoll"), name.into()].into_iter().chain(study);
        let arguments: Vec<OsString> = begun.chain(rest.iter().map(|word| meant(word).into())).collect();
        match args::parse(&arguments, words) {
            Ok(cli) if is_of_sitting(&cli.global) => {
                Err(Fault::new(msg!("command-fixed")).hint(msg!("command-fixed-hint")).exit(Exit::Usage).into())
            }
            Ok(cli) => Ok(Some(cli)),
            Err(error) if error.kind() == ErrorKind::DisplayHelp => {
                out.extend(error.render().to_string().bytes());
                Ok(None)
            }
            Err(error) => Err(args::words::fault(&error, &arguments).into()),
        }
    }
}

/// Whether something is asked for that a sitting begins with.
fn is_of_sitting(asked: &Global) -> bool {
    asked.coder.is_some() || asked.round.is_some() || asked.keys.is_some() || asked.view
}
