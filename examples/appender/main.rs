//! The ledger's writer alone, for fault injection: every line of standard input is an answer.
//!
//! `appender FIRST` writes the segment FIRST, then `FIRST.2` and so on beside it; it prints `ACK n` for every answer
//! once it is saved, `ERR …` for every one that is not, and ends with 3 if there was one. One thread, one `write` a
//! line, so that system calls can be counted.

use aktkoll::base::env;
use aktkoll::base::fault::Faults;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::study::ledger::storage::Disk;
use aktkoll::study::ledger::writer::StartState;
use aktkoll::study::ledger::{Sitting, Writer};
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

fn main() -> io::Result<ExitCode> {
    signal_hook::flag::register(rustix::process::Signal::XFSZ.as_raw(), Arc::new(AtomicBool::new(false)))?;
    let Some(first) = std::env::args_os().nth(1).map(PathBuf::from) else { return Ok(ExitCode::from(2)) };
    let mut writer = match begin(&first) {
        Ok(writer) => writer,
        Err(faults) => {
            say(&format!("ERR {}", one_line(&faults)))?;
            return Ok(ExitCode::from(faults.exit() as u8));
        }
    };
    let mut code = ExitCode::SUCCESS;
    for (number, line) in io::stdin().lock().lines().enumerate() {
        match writer.append(&answer(line?), &env::stamp()) {
            Ok(_) => say(&format!("ACK {}", number + 1))?,
            Err(faults) => {
                say(&format!("ERR {}", one_line(&faults)))?;
                code = ExitCode::from(faults.exit() as u8);
            }
        }
    }
    Ok(code)
}

fn begin(first: &std::path::Path) -> Result<Writer, Faults> {
    let folder = first.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(".".as_ref());
    let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = move |segment| if segment == 1 { name.clone() } else { format!("{name}.{segment}") };
    let user = env::user();
    let sitting = Sitting {
        study: "appender".to_owned(),
        coder: "appender".to_owned(),
        name: user.login.clone(),
        uid: user.uid,
        login: user.login,
        host: env::host(),
        program: concat!("appender ", env!("CARGO_PKG_VERSION")).to_owned(),
        ..Sitting::default()
    };
    Writer::begin(Disk::beside(folder.to_owned(), names), sitting, StartState::default(), &env::stamp())
}

fn answer(value: String) -> Draft {
    Draft {
        op: Op::Answer,
        round: Round::First,
        case_id: "case".to_owned(),
        question: "question".to_owned(),
        item: String::new(),
        value,
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

fn one_line(faults: &Faults) -> String {
    faults.to_string().replace('\n', " ")
}

fn say(line: &str) -> io::Result<()> {
    io::stdout().lock().write_all(format!("{line}\n").as_bytes())
}
