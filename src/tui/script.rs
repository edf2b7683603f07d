//! A program driven by a script of keys instead of a terminal, its frames as plain text.

use super::commands::Commands;
use super::documents::Documents;
use super::{Effect, Msg, Program, Saver};
use crate::base::fault::Result;
use crate::base::files::named::completed;
use crate::tui::key::{Typed, parse_script};
use crate::tui::lines::Lines;
use crate::tui::model::Form;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use std::convert::Infallible;

/// A program with its saver, on a screen that is only remembered. Every save is done before the next key.
pub struct Headless<P, S> {
    /// The program.
    pub program: P,
    /// Where its drafts go.
    pub saver: S,
    /// What runs its commands, if anything does.
    pub commands: Option<Commands>,
    /// What reads the files of the cases, if anything does.
    pub documents: Option<Documents>,
    screen: Terminal<TestBackend>,
    lines: Lines,
    /// What was said so far.
    pub said: String,
    ended: bool,
}

/// Runs a program on a script and gives the last frame, or all that was said.
pub fn run<P: Program, S: Saver>(
    program: P,
    saver: S,
    (commands, documents): (Option<Commands>, Option<Documents>),
    script: &str,
    size: (u16, u16),
    form: Form,
) -> Result<String> {
    let mut headless = Headless { commands, documents, ..Headless::new(program, saver, size.0, size.1) };
    headless.keys(script)?;
    let shown = if form == Form::Lines { std::mem::take(&mut headless.said) } else { headless.frame() };
    let (case, question) = headless.program.place();
    headless.saver.close(&case, &question)?;
    Ok(shown)
}

impl<P: Program, S: Saver> Headless<P, S> {
    /// The program on a screen of a size.
    pub fn new(program: P, saver: S, columns: u16, rows: u16) -> Self {
        let screen = sure(Terminal::new(TestBackend::new(columns, rows)));
        let (lines, said) = (Lines::default(), String::new());
        let mut headless = Self { program, saver, commands: None, documents: None, screen, lines, said, ended: false };
        headless.send(Msg::Resized { columns, rows });
        headless
    }

    /// Types a script, up to where the program quits.
    pub fn keys(&mut self, script: &str) -> Result<()> {
        for typed in parse_script(script)? {
            self.send(match typed {
                Typed::Key(key) => Msg::Key { key, after: None },
                Typed::Paste(text) => Msg::Paste(text),
            });
        }
        Ok(())
    }

    /// Sends one message, and what comes of it.
    pub fn send(&mut self, msg: Msg) {
        if matches!(msg, Msg::Key { .. } | Msg::Escaped(_) | Msg::Paste(_)) {
            self.lines.heard();
        }
        let mut waiting = vec![msg];
        while let Some(msg) = waiting.pop().filter(|_| !self.ended) {
            let effects = self.program.update(msg);
            self.said += &self.lines.news(self.program.speak());
            let answers = effects.into_iter().filter_map(|effect| self.carry_out(effect));
            let answers: Vec<Msg> = answers.collect();
            waiting.extend(answers.into_iter().rev());
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Record(recording) => Some(self.saver.save(&recording).map_or_else(Msg::NotSaved, Msg::Recorded)),
            Effect::Look => Some(Msg::Gone(self.saver.gone())),
            Effect::Read(wanted) => self.documents.as_mut().map(|read| Msg::Read(read(wanted))),
            Effect::Command(line) => self.commands.as_mut().map(|run| Msg::Ran(run(&line))),
            Effect::Complete(begun) => Some(Msg::Completed { named: completed(&begun), begun }),
            Effect::Suspend => Some(Msg::Resumed),
            Effect::Redraw => {
                self.lines.forget();
                Some(Msg::Resumed)
            }
            Effect::Quit => {
                self.ended = true;
                None
            }
        }
    }

    /// Whether the program has quit.
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// What the screen shows, without the blanks at the ends of lines.
    pub fn frame(&mut self) -> String {
        sure(self.screen.draw(|frame| self.program.draw(frame)));
        text_of(self.screen.backend().buffer())
    }

    /// Where the cursor stands, if it is shown: column and row.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        sure(self.screen.draw(|frame| self.program.draw(frame)));
        let backend = self.screen.backend();
        backend.cursor_visible().then(|| backend.cursor_position().into())
    }
}

fn sure<T>(result: std::result::Result<T, Infallible>) -> T {
    match result {
        Ok(value) => value,
    }
}

/// A frame as plain text.
pub fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut line = String::new();
        let mut covered = 0;
        for x in buffer.area.left()..buffer.area.right() {
            let symbol = buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
            if x >= covered {
                line.push_str(symbol);
                covered = x + u16::try_from(crate::base::text::width(symbol).max(1)).unwrap_or(1);
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
