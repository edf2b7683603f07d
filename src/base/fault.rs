//! What went wrong, as data: a message, where it stands, and what to do about it.
//!
//! Faults carry no words of their own. [`crate::base::language::Words`] turns them into Swedish or English, so that one
//! fault reads right in both, and every fault of a file can be collected before any is shown.

pub mod grouping;

use crate::base::language::{Arg, Message, Words};
use crate::base::pii::masked;
use crate::base::text::{fit, visible};
use std::fmt;

/// At most this many characters of a line of a file, or of what was found in it, are shown.
const EXCERPT: usize = 200;
/// At most this many characters of a list of names are shown.
const NAMES: usize = 1000;
/// What a message calls its list of rows.
pub(crate) const ROWS: &str = "rows";

/// The way a command ends, as its exit code tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Refused or failed.
    Refused = 1,
    /// Wrong arguments.
    Usage = 2,
    /// Something could not be saved.
    NotSaved = 3,
    /// A ledger is damaged.
    Damaged = 4,
}

/// Where in a file a fault stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as the user named it.
    pub file: String,
    /// Line, counted from 1.
    pub line: Option<usize>,
    /// The line itself.
    pub source: Option<String>,
    /// Which characters of the line are meant, counted from 0: start and length.
    pub span: Option<(usize, usize)>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// How a command that stops at it ends.
    pub exit: Exit,
    /// What was found and what was expected.
    pub message: Message,
    /// Where.
    pub place: Option<Box<Place>>,
    /// What to do about it.
    pub hint: Option<Message>,
    /// What it is about, such as the column or the question: faults of one kind about the same are told as one.
    pub about: Option<String>,
    /// What to ask where there is somebody to answer.
    pub ask: Option<Box<Ask>>,
}

/// A question whose answer puts a fault right.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The question.
    pub question: Message,
    /// The answers to choose from, with what each says.
    pub options: Vec<(String, Fix)>,
}

/// What a person says about a table that was not clear, as an option of the command line says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// `--sheet NAME`
    Sheet(String),
    /// `--column NAME=HEADER`
    Column(String, String),
    /// `--encoding NAME`
    Encoding(String),
}

impl Fault {
    /// A fault that refuses what was asked.
    pub fn new(message: Message) -> Self {
        Self { exit: Exit::Refused, message, place: None, hint: None, about: None, ask: None }
    }

    /// The same with an exit code of its own.
    #[must_use]
    pub fn exit(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(self, hint: Message) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The same said to be about something.
    #[must_use]
    pub fn about(self, about: impl Into<String>) -> Self {
        Self { about: Some(about.into()), ..self }
    }

    /// The same with what to ask, if there is anything to choose from.
    #[must_use]
    pub fn ask(self, question: Message, options: Vec<(String, Fix)>) -> Self {
        let ask = (!options.is_empty()).then(|| Box::new(Ask { question, options }));
        Self { ask, ..self }
    }

    /// The same standing in `file`.
    #[must_use]
    pub fn in_file(self, file: impl fmt::Display) -> Self {
        let place = Place { file: file.to_string(), line: None, source: None, span: None };
        Self { place: Some(Box::new(place)), ..self }
    }

    /// The same standing at line `line` (from 1) of `file`, which reads `source`.
    #[must_use]
    pub fn at(self, file: impl fmt::Display, line: usize, source: &str, span: Option<(usize, usize)>) -> Self {
        Self { place: Some(Box::new(Place::on_line(file, line, source, span))), ..self }
    }

    /// The fault as a person reads it: `file:line: message`, the line with the place marked, `hint: …`. No personal number
    /// that it speaks of is repeated.
    pub fn describe(&self, words: &Words) -> String {
        let mut out = String::new();
        if let Some(place) = &self.place {
            out.push_str(&visible(&place.file));
            if let Some(line) = place.line {
                out.push_str(&format!(":{line}"));
            }
            out.push_str(": ");
        }
        out.push_str(&words.say(&shortened(&self.message, EXCERPT)));
        if let Some(place) = &self.place {
            out.push_str(&place.excerpt());
        }
        if let Some(hint) = &self.hint {
            out.push_str(&format!("\n  {} {}", words.get("hint"), words.say(&shortened(hint, NAMES))));
        }
        masked(&out)
    }
}

/// A message whose texts are cut where they are too long to be read. A list of rows is as long as it was made.
fn shortened(message: &Message, most: usize) -> Message {
    let cut = |(name, arg): &(&'static str, Arg)| match arg {
        Arg::Text(text) if text.len() > most && *name != ROWS => (*name, Arg::Text(fit(text, most))),
        arg => (*name, arg.clone()),
    };
    Message { key: message.key, args: message.args.iter().map(cut).collect() }
}

impl Place {
    /// A line of a file: what is kept of a long one is what stands around the span.
    pub fn on_line(file: impl fmt::Display, line: usize, source: &str, span: Option<(usize, usize)>) -> Self {
        let source = source.trim_end();
        let (start, length) = span.unwrap_or_default();
        let is_long = source.chars().nth(EXCERPT).is_some();
        let from = if is_long { start.saturating_sub(EXCERPT / 4) } else { 0 };
        let before = if from > 0 { "…" } else { "" };
        let mut kept: String = before.chars().chain(source.chars().skip(from).take(EXCERPT)).collect();
        if is_long {
            kept = fit(&kept, EXCERPT);
        }
        let span = span.map(|_| (start - from + before.chars().count(), length));
        Self { file: file.to_string(), line: Some(line), source: Some(kept), span }
    }

    /// The source line under its number, with carets under the span; nothing of a line that says nothing.
    fn excerpt(&self) -> String {
        let source = self.source.as_ref().filter(|source| !source.is_empty());
        let (Some(line), Some(source)) = (self.line, source) else { return String::new() };
        let number = line.to_string();
        let mut out = format!("\n  {number} | {}", visible(source));
        if let Some((start, length)) = self.span {
            let before: String = source.chars().take(start).collect();
            let marked: String = source.chars().skip(start).take(length).collect();
            let indent = " ".repeat(crate::base::text::width(&visible(&before)));
            let carets = "^".repeat(crate::base::text::width(&visible(&marked)).max(1));
            out.push_str(&format!("\n  {} | {indent}{carets}", " ".repeat(number.len())));
        }
        out
    }
}

/// All that is wrong: at least one fault.
#[derive(Debug, Clone, PartialEq)]
pub struct Faults(pub Vec<Fault>);

/// A result whose error is every fault found.
pub type Result<T> = std::result::Result<T, Faults>;

impl Faults {
    /// All is well where there are none.
    pub fn settled(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// The gravest exit code among them.
    pub fn exit(&self) -> Exit {
        self.0.iter().map(|fault| fault.exit).max().unwrap_or(Exit::Refused)
    }

    /// The first of them that an answer puts right, where answers put all of them right.
    pub fn asking(&self) -> Option<(&Fault, &Ask)> {
        let first = self.0.first().filter(|_| self.0.iter().all(|fault| fault.ask.is_some()))?;
        Some((first, first.ask.as_deref()?))
    }

    /// The same faults where a file that was written beside its place is called by the name that the user knows.
    #[must_use]
    pub fn of_file(mut self, beside: &str, known: &str) -> Self {
        for place in self.0.iter_mut().filter_map(|fault| fault.place.as_mut()) {
            place.file = place.file.replacen(beside, known, 1);
        }
        self
    }

    /// Every fault as a person reads it, one after the other.
    pub fn describe(&self, words: &Words) -> String {
        self.0.iter().map(|fault| fault.describe(words)).collect::<Vec<_>>().join("\n")
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(&Words::new(crate::base::language::Lang::En)))
    }
}

impl std::error::Error for Faults {}

/// Gives an operation of the system its fault: what was tried, on which file, and why it failed.
pub trait Told<T> {
    /// Turns an error into a fault with `message`, naming `file`.
    fn told(self, message: Message, file: impl fmt::Display) -> Result<T>;
}

impl<T, E: std::error::Error + 'static> Told<T> for std::result::Result<T, E> {
    fn told(self, message: Message, file: impl fmt::Display) -> Result<T> {
        self.map_err(|error| {
            let message = message.with("cause", Arg::cause(&error));
            Fault::new(message).in_file(file).into()
        })
    }
}
