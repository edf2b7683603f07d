//! What every command works with: the words, the options that hold for all, where its result goes, and who is asking.

use crate::analysis::texts::Named;
use crate::base::env::{self, columns};
use crate::base::fault::grouping::told;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::language::{Arg, Lang, Message, Words};
use crate::base::paths::Own;
use crate::base::slug::slug;
use crate::base::table::with_column;
use crate::base::text::wrap;
use crate::cli::args::{Format, Global};
use crate::msg;
use crate::report::Report;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::study::ledger::control_line::Sitting;
use crate::study::ledger::entry::Round;
use crate::study::ledger::left_out::LeftOut;
use crate::study::ledger::{Kind, Ledger, Reading};
use clap::ValueEnum;
use rustix::fd::BorrowedFd;
use rustix::stdio::{stderr, stdout};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// What a command works with: the words, the options that hold for all, and where its result goes.
pub struct Context<'a> {
    /// The words.
    pub words: Words,
    /// What holds for every command.
    pub global: Global,
    /// What the user has set for every study, or why that cannot be read.
    pub own: Result<Own>,
    /// Standard output: results and nothing else.
    pub out: &'a mut dyn Write,
    /// Standard error: what there is to tell beside them.
    pub err: &'a mut dyn Write,
    /// Whether somebody can be asked: not where a screen is open.
    pub asks: bool,
    /// What the figures lack that are shown, because it could not be read.
    pub left_out: LeftOut,
}

impl Context<'_> {
    /// Prints a line of the result.
    pub fn print(&mut self, text: &str) -> Result<()> {
        written(writeln!(self.out, "{text}"))
    }

    /// Prints text behind a margin, broken at words where a terminal would break it anywhere.
    pub(super) fn print_text(&mut self, margin: usize, text: &str) -> Result<()> {
        let columns = Self::room().saturating_sub(margin).max(1);
        wrap(text, columns).iter().try_for_each(|line| self.print(&format!("{}{line}", " ".repeat(margin))))
    }

    /// How many columns a line of the result has: as many as the terminal, if it goes to one.
    pub(super) fn room() -> usize {
        columns(stdout()).unwrap_or(usize::MAX)
    }

    /// Prints a message as a line of the result, broken at words where a terminal would break it anywhere.
    pub fn say(&mut self, message: &Message) -> Result<()> {
        self.print(&fitted(&self.words.say(message), stdout()))
    }

    /// Tells something beside the result.
    pub fn tell(&mut self, message: &Message) -> Result<()> {
        written(writeln!(self.err, "{}", fitted(&self.words.say(message), stderr())))
    }

    /// Asks for a yes; `--yes` gives it. Without an answer nothing is done.
    pub(super) fn confirm(&mut self, question: &Message) -> Result<()> {
        if self.global.yes {
            return Ok(());
        }
        match self.ask(question)?.to_lowercase().as_str() {
            "j" | "ja" | "y" | "yes" => Ok(()),
            _ => Err(Fault::new(msg!("command-unconfirmed")).into()),
        }
    }

    /// Asks for a line of text; where there is nobody to give one, nothing is done.
    pub(super) fn ask(&mut self, question: &Message) -> Result<String> {
        let unconfirmed = || Fault::new(msg!("command-unconfirmed")).hint(msg!("command-unconfirmed-hint"));
        self.line(question)?.ok_or_else(|| unconfirmed().into())
    }

    /// The line of text that somebody gives, if anybody does.
    pub(super) fn line(&mut self, question: &Message) -> Result<Option<String>> {
        if !self.asks {
            return Ok(None);
        }
        let question = fitted(&self.words.say(question), stderr());
        written(write!(self.err, "{question} ").and_then(|()| self.err.flush()))?;
        // Byte by byte: what was typed ahead of the coding is not taken for the answer, nor lost.
        let mut answer = Vec::new();
        let mut byte = [0];
        while rustix::io::read(rustix::stdio::stdin(), &mut byte).is_ok_and(|n| n == 1) && byte != *b"\n" {
            answer.extend(byte);
        }
        if answer.is_empty() && byte != *b"\n" {
            written(writeln!(self.err))?;
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&answer).trim().to_owned()))
    }

    /// Tells faults that stop nothing.
    pub fn tell_faults(&mut self, faults: &[Fault]) -> Result<()> {
        let texts = told(faults, &self.words, self.global.all_errors);
        texts.iter().try_for_each(|text| written(writeln!(self.err, "{}", fitted(text, stderr()))))
    }

    /// Prints a value as JSON.
    pub fn json(&mut self, value: &serde_json::Value) -> Result<()> {
        self.print(&self.json_text(value))
    }

    /// A value as JSON, which says what its figures lack.
    pub(super) fn json_text(&self, value: &serde_json::Value) -> String {
        let lacks = self.left_out.exit.map(|_| ("left_out", self.left_out.as_json(&self.words)));
        harmless(&with(value.clone(), lacks).to_string())
    }

    /// Prints a table of figures as CSV, whose last column says how many lines they lack, where they lack any.
    pub(super) fn csv(&mut self, text: &str) -> Result<()> {
        self.print(self.csv_text(text).trim_end())
    }

    pub(super) fn csv_text(&self, text: &str) -> String {
        if self.left_out.exit.is_none() {
            return text.to_owned();
        }
        let lines = self.left_out.lines().map_or_else(|| "unknown".to_owned(), |lines| lines.to_string());
        with_column(text, "left_out", &lines)
    }

    /// A report that says on top what its figures lack, where they lack anything.
    pub(super) fn complete(&self, report: Report) -> Report {
        report.warning(&self.left_out, &self.words)
    }

    /// Refuses a form that a command does not have, in the language of the study that it is about.
    pub(super) fn only(&mut self, study: Option<&Path>, format: Format, known: &[Format]) -> Result<()> {
        if known.contains(&format) {
            return Ok(());
        }
        // What is wrong with the study is not what was asked.
        let _ = study.map(|study| self.open(study));
        let names = known.iter().filter_map(ValueEnum::to_possible_value).map(|value| value.get_name().to_owned());
        let hint = msg!("command-formats", names = names.collect::<Vec<_>>().join(", "));
        Err(Fault::new(msg!("command-no-such-format")).hint(hint).exit(Exit::Usage).into())
    }

    /// Tells what may be names in texts that leave the study, each with its place.
    pub(super) fn tell_names(&mut self, found: &[Named], what: &'static str) -> Result<()> {
        let n: usize = found.iter().map(|named| named.names.len()).sum();
        if n > 0 {
            self.tell(&msg!("names-found", n = n, texts = found.len(), what = what))?;
        }
        let told =
            found.iter().map(|named| msg!("names-at", place = named.place.as_str(), names = named.names.join(", ")));
        told.collect::<Vec<_>>().iter().try_for_each(|told| self.tell(told))
    }

    /// The language of a study: what was asked for, else the protocol's.
    pub(super) fn speak(&mut self, asked: Option<Lang>, study: Lang) {
        if asked.is_none() && self.words.lang() != study {
            self.words = Words::new(study);
        }
    }

    /// The language of a document that others read: what was chosen, else the protocol's, whatever the locale.
    pub(super) fn write_in(&mut self, study: Lang) {
        let chosen = crate::base::paths::chosen_language(self.global.lang.as_deref());
        self.words = Words::new(chosen.unwrap_or(study));
    }

    /// What the user has set for every study.
    pub(super) fn own(&self) -> Result<&Own> {
        self.own.as_ref().map_err(Clone::clone)
    }

    /// Reads anew what the user has set, and speaks the language that is set.
    pub(super) fn own_anew(&mut self) {
        self.own = crate::base::paths::own();
        if let Some(lang) = self.asked_language() {
            self.words = Words::new(lang);
        }
    }

    /// The language that was asked for, or set.
    pub(super) fn asked_language(&self) -> Option<Lang> {
        let set = self.own.as_ref().ok().and_then(|own| own.lang.as_deref());
        crate::base::paths::asked_language(self.global.lang.as_deref(), set)
    }

    /// The name of who codes, where it is not left to the login: `--coder`, else what the user has set.
    pub(super) fn named_coder(&self) -> Option<String> {
        let set = || self.own.as_ref().ok()?.coder.clone();
        self.global.coder.clone().or_else(set)
    }

    /// Who codes: the one who is named, else the login.
    pub(super) fn coder(&self) -> Result<(String, String)> {
        let user = env::user();
        let name = self.named_coder().unwrap_or(user.login);
        Ok((slug(&name)?, name))
    }

    /// Who codes at the same screen, if somebody does. In a blind round each codes alone.
    pub(super) fn beside(&self) -> Result<Option<(String, String)>> {
        let Some(name) = self.global.with.clone() else { return Ok(None) };
        let beside = slug(&name)?;
        if beside == self.coder()?.0 {
            return Err(Fault::new(msg!("co-coder-self", name = name)).hint(msg!("co-coder-self-hint")).into());
        }
        if self.global.round.is_some_and(Round::is_blind) {
            return Err(Fault::new(msg!("co-coder-blind")).hint(msg!("with-blind-hint")).into());
        }
        Ok(Some((beside, name)))
    }

    /// Who sits down to write in a study.
    pub(super) fn sitting(&self, folder: &Folder) -> Result<Sitting> {
        let user = env::user();
        let (coder, name) = self.coder()?;
        Ok(Sitting {
            study: folder.settings.id.clone(),
            coder,
            name,
            uid: user.uid,
            login: user.login,
            host: env::host(),
            program: concat!("aktkoll ", env!("CARGO_PKG_VERSION")).to_owned(),
            protocol: folder.protocol.hash.clone(),
            cases: folder.cases.hash.clone(),
            with: self.beside()?.map(|(slug, _)| slug),
        })
    }

    /// Reads a study to show or count what is in it: what had to be left out is told, and makes the exit code.
    pub(super) fn read(&mut self, folder: &Folder) -> Result<(Study, Ledger, Reading)> {
        let (study, ledger, reading) = self.reading(folder, || folder.read());
        self.tell_left_out(&ledger, &reading)?;
        self.left_out.add(study.left_out.clone());
        Ok((study, ledger, reading))
    }

    /// Tells beside the result what could not be read, and which cases that is about.
    pub(super) fn tell_left_out(&mut self, ledger: &Ledger, reading: &Reading) -> Result<()> {
        let lacking: Vec<Fault> = reading.lacking().map(Fault::from).collect();
        self.tell_faults(&lacking)?;
        ledger.set_aside().try_for_each(|aside| self.tell(&aside.message()))?;
        if let Some(newer) = reading.newer() {
            self.tell_faults(&[Fault::from(newer)])?;
            self.tell(&msg!("ledger-newer-lines", n = reading.unknown()))?;
        }
        let foreign = reading.findings.iter().filter(|finding| finding.kind == Kind::Foreign).count();
        if foreign > 0 {
            self.tell(&msg!("left-foreign", n = foreign))?;
        }
        if reading.exit() == Some(Exit::Damaged) { self.tell(&msg!("set-aside-hint")) } else { Ok(()) }
    }

    /// Opens a study to show what is in it, in its language: what this coder is to code blind stays closed.
    pub(super) fn open(&mut self, study: &Path) -> Result<Folder> {
        let folder = self.open_whole(study)?;
        self.blinded(folder)
    }

    /// A study in which what this coder is to code blind stays closed.
    pub(super) fn blinded(&self, folder: Folder) -> Result<Folder> {
        let is_named = self.named_coder().is_some();
        Ok(Folder { reader: Some(self.coder()?.0), login: Some(env::user().uid), is_named, ..folder })
    }

    /// Opens a study to change its cases, plan or protocol, or to add lines to its ledger.
    pub(super) fn open_whole(&mut self, study: &Path) -> Result<Folder> {
        let folder = Folder::open(study)?;
        let asked = self.asked_language();
        self.speak(asked, folder.protocol.lang);
        Ok(folder)
    }
}

/// JSON with what a terminal would obey, or hides, as escapes: DEL and what is not ASCII stands in strings alone.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for one in json.chars() {
        let mut buffer = [0; 4];
        let text: &str = one.encode_utf8(&mut buffer);
        if (one.is_ascii() && one != '\x7f') || crate::base::text::visible(text) == text {
            out.push(one);
        } else {
            for unit in one.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

/// A text for a stream: broken at words where a terminal would break it anywhere.
pub fn fitted(text: &str, stream: BorrowedFd<'_>) -> String {
    columns(stream).map_or_else(|| text.to_owned(), |columns| filled(text, columns))
}

/// A text in lines of at most so many columns, each behind the margin of its first. What is to be copied into a shell,
/// and the lines of a file with what points into them, stay as they are.
fn filled(text: &str, columns: usize) -> String {
    let line = |line: &str| {
        let (bare, is_command) = (line.trim_start(), line.contains("aktkoll ") && !line.contains('<'));
        if is_command || line.contains(" | ") {
            return vec![line.to_owned()];
        }
        let margin = " ".repeat(line.len() - bare.len());
        wrap(bare, columns.saturating_sub(margin.len())).iter().map(|part| format!("{margin}{part}")).collect()
    };
    text.split('\n').flat_map(line).collect::<Vec<_>>().join("\n")
}

/// A reader that closed the pipe has what it wanted.
pub(super) fn written(result: std::io::Result<()>) -> Result<()> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Faults::from(Fault::new(msg!("command-unwritten", cause = Arg::cause(&error)))))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The ending of a file's name, in small letters; nothing where none is named.
pub(super) fn ending(output: Option<&Path>) -> String {
    output.and_then(Path::extension).unwrap_or_default().to_string_lossy().to_lowercase()
}

/// A JSON object with more fields.
pub(super) fn with(
    mut json: serde_json::Value,
    more: impl IntoIterator<Item = (&'static str, serde_json::Value)>,
) -> serde_json::Value {
    if let Some(object) = json.as_object_mut() {
        object.extend(more.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }
    json
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn lines_break_at_words_and_commands_do_not_break() {
        assert_eq!(filled("  9  Follow-up of the\nnext", 16), "  9  Follow-up\n  of the\nnext");
        let command = "Code them with: aktkoll a-folder --round second";
        assert_eq!(filled(command, 20), command);
        assert_eq!(filled("usage: aktkoll new <DIR> --help", 20), "usage: aktkoll new\n<DIR> --help");
    }
}
