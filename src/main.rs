//! Reads the command line, does what it says, and tells what went wrong.

use aktkoll::base::fault::Faults;
use aktkoll::base::language::{Lang, Words};
use aktkoll::base::paths;
use aktkoll::cli::args;
use aktkoll::cli::commands::{Context, fitted, page, run};
use aktkoll::exchange::documents::pdf;
use aktkoll::study::ledger::left_out::LeftOut;
use aktkoll::tui::terminal;
use clap::error::ErrorKind;
use rustix::stdio::stderr;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    terminal::keep_secret();
    // A limit on the size of files is then an error like any other, which is told and leaves nothing half-written.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let arguments: Vec<_> = std::env::args_os().collect();
    // The child that reads a PDF knows nothing but the file.
    if let Some(code) = pdf::asked(&arguments) {
        return code;
    }
    // Settings that cannot be read are told where they are used.
    let own = paths::own();
    let set = own.as_ref().ok().and_then(|own| own.lang.as_deref());
    let lang = paths::asked_language(args::language_flag(&arguments).as_deref(), set).unwrap_or(Lang::En);
    let words = Words::new(lang);
    match args::parse(&arguments, &words) {
        Ok(cli) => {
            let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr());
            let mut context = Context {
                words,
                global: cli.global.clone(),
                own,
                out: &mut out,
                err: &mut err,
                asks: true,
                left_out: LeftOut::default(),
            };
            let ended = run(cli, &mut context);
            let Context { words, global, .. } = context;
            ended.map_or_else(|faults| failed(&faults, &words, global.all_errors), ExitCode::from)
        }
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => helped(&error, &arguments, &words, ExitCode::SUCCESS),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                helped(&error, &arguments, &words, ExitCode::from(2))
            }
            _ => failed(&args::words::fault(&error, &arguments).into(), &words, false),
        },
    }
}

/// Shows the help of what was written.
fn helped(error: &clap::Error, arguments: &[OsString], words: &Words, code: ExitCode) -> ExitCode {
    let is_heard = arguments.iter().any(|argument| argument == "--accessible");
    // A reader that closed the pipe has what it wanted.
    let _ = page(error.render().to_string().trim_end(), words, is_heard, &mut std::io::stdout());
    code
}

/// Says what went wrong, each group of faults or all of them one by one, and gives the exit code.
fn failed(faults: &Faults, words: &Words, all: bool) -> ExitCode {
    let mut err = std::io::stderr();
    for text in faults.told(words, all) {
        // Where even this cannot be written, the exit code still tells.
        let _ = writeln!(err, "{}", fitted(&format!("{} {text}", words.get("error")), stderr()));
    }
    ExitCode::from(faults.exit() as u8)
}
