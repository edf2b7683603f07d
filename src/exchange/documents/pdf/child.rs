//! The child that reads a PDF: from its input to its output, within limits that it gives itself first.

use super::ASK;
use super::page::Reading;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// What makes text of it.
pub(super) const EXTRACTOR: &str = "hayro 0.9, lines 1";
/// It takes so much memory.
const MEMORY: u64 = 1 << 30;
/// And so many seconds of a processor.
const SECONDS: u64 = 30;
/// A file of more bytes is not given to it.
const LARGEST: u64 = 1 << 28;

/// Whether the program was asked to read a PDF: then it has done so.
pub fn asked(arguments: &[OsString]) -> Option<ExitCode> {
    let [_, asked] = arguments else { return None };
    if asked != ASK {
        return None;
    }
    Some(if limit().is_ok() && serve().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes no file, leaves no image of its memory, and takes no more than its share.
fn limit() -> io::Result<()> {
    let limits = [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0), (Resource::Fsize, 0)];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

fn serve() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?;
    let mut out = io::stdout().lock();
    write(&mut out, bytes)?;
    writeln!(out, "end")?;
    out.flush()
}

/// Writes what a PDF says, line by line, so that what was written stays where a later page ends the program.
pub(super) fn write(out: &mut impl Write, bytes: Vec<u8>) -> io::Result<()> {
    let pdf = match Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return writeln!(out, "encrypted"),
        Err(LoadPdfError::Invalid) => return writeln!(out, "broken"),
    };
    let reading = Reading::new(&pdf);
    for (place, page) in pdf.pages().iter().enumerate() {
        writeln!(out, "page {}", place + 1)?;
        out.flush()?;
        match catch_unwind(AssertUnwindSafe(|| reading.page(page))) {
            Ok(read) => {
                for line in &read.lines {
                    writeln!(out, "text {}", line.replace(char::is_control, " "))?;
                }
                if read.lines.is_empty() && read.has_pictures {
                    writeln!(out, "picture")?;
                }
                if read.notes > 0 {
                    writeln!(out, "notes {}", read.notes)?;
                }
                if read.signs > 0 {
                    writeln!(out, "signs {}", read.signs)?;
                }
            }
            Err(_) => writeln!(out, "failed")?,
        }
        out.flush()?;
    }
    Ok(())
}
