//! `aktkoll man`: manual pages, one for the program, one for each command and one for each page of the documentation.

use super::reading::{bare, told};
use super::{Context, help};
use crate::base::fault::{Result, Told};
use crate::base::files;
use crate::base::language::Words;
use crate::cli::args;
use crate::msg;
use clap::Command;
use roff::{Roff, roman};
use std::path::Path;

/// The columns of preformatted lines: what `man` leaves of a terminal of 80.
const COLUMNS: usize = 72;

pub(super) fn run(out: Option<&Path>, context: &mut Context<'_>) -> Result<u8> {
    let program = args::words::definition(&context.words);
    let Some(folder) = out else {
        context.print(of_command("aktkoll", program, &context.words).trim_end())?;
        return Ok(0);
    };
    let commands: Vec<Command> = program.get_subcommands().cloned().collect();
    let commands = commands.into_iter().map(|command| (format!("aktkoll-{}", command.get_name()), command));
    let commands = std::iter::once(("aktkoll".to_owned(), program)).chain(commands);
    let commands = commands.map(|(name, command)| (format!("{name}.1"), of_command(&name, command, &context.words)));
    let topics = help::pages(context.words.lang());
    let topics = topics.map(|(name, text)| (format!("aktkoll-{name}.7"), of_topic(name, &text, &context.words)));
    let unwritten = msg!("file-unwritten");
    let pages: Vec<(String, String)> = commands.chain(topics).collect();
    files::create_folder(folder, &unwritten, |beside| {
        files::create_folders(beside).told(unwritten.clone(), beside.display())?;
        pages.iter().try_for_each(|(name, text)| files::create(&beside.join(name), text.as_bytes()))
    })?;
    context.tell(&msg!("man-written", n = pages.len(), dir = folder.display().to_string()))?;
    Ok(0)
}

/// The page of a command: its help.
fn of_command(name: &str, command: Command, words: &Words) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = begun(name, "1", &about, words);
    page.control("SH", [words.get("man-use").to_uppercase().as_str()]);
    let help = command.term_width(COLUMNS).render_help().to_string();
    lines(&mut page, help.strip_prefix(about.as_str()).unwrap_or(&help).trim());
    page.to_roff()
}

/// The page of a topic: its text, whose headings, lists, tables and examples are the manual's.
fn of_topic(name: &str, text: &str, words: &Words) -> String {
    let title = text.lines().next().unwrap_or_default().trim_start_matches("# ");
    let mut page = begun(&format!("aktkoll-{name}"), "7", title, words);
    for (place, piece) in text.split("```").enumerate() {
        if place % 2 == 1 {
            lines(&mut page, piece.split_once('\n').map_or("", |(_, example)| example));
            continue;
        }
        for paragraph in piece.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            if let Some(heading) = paragraph.strip_prefix("## ") {
                page.control("SH", [heading]);
            } else if let Some(heading) = paragraph.strip_prefix("### ") {
                page.control("SS", [heading]);
            } else if paragraph.starts_with(['|', '-']) {
                lines(&mut page, &told(paragraph, COLUMNS).join("\n"));
            } else if !paragraph.starts_with("# ") {
                page.control("PP", []).text([roman(bare(paragraph))]);
            }
        }
    }
    page.to_roff()
}

fn begun(name: &str, section: &str, about: &str, words: &Words) -> Roff {
    let mut page = Roff::new();
    page.control("TH", [name.to_uppercase().as_str(), section, "", concat!("aktkoll ", env!("CARGO_PKG_VERSION"))]);
    page.control("SH", [words.get("man-name").to_uppercase().as_str()]);
    page.text([roman(format!("{name} - {about}"))]);
    page
}

/// Lines that stay as they are.
fn lines(page: &mut Roff, text: &str) {
    page.control("PP", []).control("nf", []);
    text.lines().for_each(|line| {
        page.text([roman(line)]);
    });
    page.control("fi", []);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;

    #[test]
    fn no_line_of_a_page_is_taken_for_a_request_of_the_formatter() {
        let page =
            of_topic("x", "# Ex\n\n## Use\n\n.de is text\n\n```sh\n.so file\n\\fB\n```\n", &Words::new(Lang::En));
        let lines: Vec<&str> = page.lines().collect();
        assert!(lines.contains(&"aktkoll\\-x \\- Ex"), "{page}");
        assert!(lines.contains(&".SH Use") && lines.contains(&"\\&.de is text"), "{page}");
        assert!(lines.contains(&"\\&.so file") && lines.contains(&"\\\\fB") && lines.contains(&".fi"), "{page}");
    }
}
