//! Where the program shows itself: on a screen, or in lines.

use crate::tui::backend::{Letters, Screen};
use crate::tui::lines::Lines;
use crate::tui::model::Form;
use crate::tui::terminal::Terminal;
use crate::tui::{Msg, Program};
use ratatui::layout::Size;
use std::io::{self, Write};

/// A screen of which what changed is written, or lines of which what is new is.
pub(crate) enum Display<'a> {
    Screen(Box<ratatui::Terminal<Screen<&'a Terminal>>>),
    Lines { said: Lines, out: &'a Terminal, letters: Letters, size: Size },
}

impl<'a> Display<'a> {
    pub(crate) fn new(form: Form, terminal: &'a Terminal, letters: Letters) -> io::Result<Self> {
        let size = terminal.size();
        Ok(match form {
            Form::Lines => Self::Lines { said: Lines::default(), out: terminal, letters, size },
            Form::Drawn | Form::WholeRows => {
                let screen = Screen::new(terminal, size, letters).with_whole_rows(form == Form::WholeRows);
                Self::Screen(Box::new(ratatui::Terminal::new(screen)?))
            }
        })
    }

    pub(crate) fn is_lines(&self) -> bool {
        matches!(self, Self::Lines { .. })
    }

    pub(crate) fn size(&self) -> Size {
        match self {
            Self::Screen(screen) => screen.size().unwrap_or_default(),
            Self::Lines { size, .. } => *size,
        }
    }

    /// Something was typed.
    pub(crate) fn heard(&mut self, msg: &Msg) {
        if let (Self::Lines { said, .. }, Msg::Key { .. } | Msg::Escaped(_) | Msg::Paste(_)) = (self, msg) {
            said.heard();
        }
    }

    /// Everything is shown anew.
    pub(crate) fn forget(&mut self) {
        match self {
            Self::Screen(screen) => screen.backend_mut().forget(),
            Self::Lines { said, .. } => said.forget(),
        }
    }

    pub(crate) fn resize(&mut self, to: Size) {
        match self {
            Self::Screen(screen) => {
                screen.backend_mut().resize(to);
                // Nothing is written before the next frame, so this cannot fail.
                let _ = screen.clear();
            }
            Self::Lines { size, .. } => *size = to,
        }
    }

    pub(crate) fn show(&mut self, program: &impl Program) -> io::Result<()> {
        match self {
            Self::Screen(screen) => screen.draw(|frame| program.draw(frame)).map(|_| ()),
            Self::Lines { said, out, letters, .. } => {
                let news = said.news(program.speak());
                if news.is_empty() { Ok(()) } else { out.write_all(&letters.bytes(&letters.text(&news))) }
            }
        }
    }
}
