//! The toy program in a real terminal: `screen [LOG [FOLDER]]`.

#![allow(clippy::print_stderr, clippy::disallowed_methods, reason = "test helper")]

mod toy;

use aktkoll::base::language::{Lang, Words};
use aktkoll::tui::model::Form;
use aktkoll::tui::runtime::{self, Speech, Workers};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words = Words::new(Lang::En);
    let log = toy::Log { file: std::env::args_os().nth(1).map(Into::into), ..toy::Log::default() };
    let term = std::env::var("TERM").ok();
    let watch = std::env::args_os().nth(2).map(|folder| toy::watch(folder.into()));
    let speech = Speech { form: Form::Drawn, mouse: false, term: term.as_deref(), typed: "UTF-8", shown: "UTF-8" };
    let workers = Workers { saver: Box::new(log), watch, commands: None, documents: None };
    match runtime::run(&mut toy::Toy::default(), workers, &words, &speech) {
        Ok(ended) => ExitCode::from(ended.code),
        Err(faults) => {
            eprintln!("{}", faults.describe(&words));
            ExitCode::from(faults.exit() as u8)
        }
    }
}
