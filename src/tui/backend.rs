//! What is written to the terminal for a frame: only what changed, in as few bytes as we can, in one write.
//!
//! It remembers what the terminal shows, where its cursor stands and what it writes with. So a frame without a change
//! writes nothing, and nothing is ever asked of the terminal.

mod pen;
#[cfg(test)]
mod tests;

use pen::Pen;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use std::fmt::Write as _;
use std::io;

const CLEAR: &str = "\x1b[m\x1b[H\x1b[2J";
const CLEAR_TO_END_OF_LINE: &str = "\x1b[K";
const SYNCHRONIZED: (&str, &str) = ("\x1b[?2026h", "\x1b[?2026l");

/// A frame larger than this may be torn by the line, so that the terminal is asked to show it as a whole.
const LARGE: usize = 1024;

/// Clearing the rest of a line pays from so many blanks.
const BLANKS: usize = 4;

/// The terminal's screen, written to `W`.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    bytes: String,
    shown: Buffer,
    pen: Pen,
    /// Where the cursor stands; unknown after a character whose width terminals disagree about.
    cursor: Option<Position>,
    wanted: Position,
    visible: bool,
    wanted_visible: bool,
}

impl<W: io::Write> Screen<W> {
    /// A screen of a size; [`ratatui::Terminal::clear`] must come before the first frame.
    pub fn new(out: W, size: Size) -> Self {
        Self {
            out,
            bytes: String::new(),
            shown: Buffer::empty(Rect::from((Position::ORIGIN, size))),
            pen: Pen::default(),
            cursor: None,
            wanted: Position::ORIGIN,
            visible: true,
            wanted_visible: true,
        }
    }

    /// The terminal has another size now.
    pub fn resize(&mut self, size: Size) {
        self.shown = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        self.cursor = None;
    }

    /// The terminal was used by others: nothing is known of it but that its cursor is visible.
    pub fn forget(&mut self) {
        self.cursor = None;
        self.visible = true;
    }

    /// Writes the changed cells of one line.
    fn draw_line(&mut self, y: u16, line: &[(u16, Cell)]) {
        let tail = self.blank_tail(y);
        for (place, (x, cell)) in line.iter().enumerate() {
            self.go(Position::new(*x, y));
            if *x >= tail && line.len() - place >= BLANKS {
                self.take(Pen::default());
                self.bytes.push_str(CLEAR_TO_END_OF_LINE);
                return;
            }
            self.put(*x, y, cell);
        }
    }

    /// From which column on a line is blank.
    fn blank_tail(&self, y: u16) -> u16 {
        let blank = |x: &u16| self.shown.cell(Position::new(*x, y)).is_some_and(is_blank);
        let width = self.shown.area.width;
        width - u16::try_from((0..width).rev().take_while(blank).count()).unwrap_or(0)
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        self.take(Pen::from(cell));
        let symbol = cell.symbol();
        match symbol.chars().any(char::is_control) {
            _ if symbol.is_empty() => self.bytes.push(' '),
            true => self.bytes.push('\u{fffd}'),
            false => self.bytes.push_str(symbol),
        }
        let sure = symbol.chars().count() == 1 && crate::text::width(symbol) == 1 && x + 1 < self.shown.area.width;
        self.cursor = sure.then_some(Position::new(x + 1, y));
    }

    fn take(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.bytes);
        self.pen = pen;
    }

    /// Moves the cursor by the shortest way.
    fn go(&mut self, to: Position) {
        let Some(from) = self.cursor.replace(to) else {
            return self.bytes.push_str(&absolute(to));
        };
        if let Some(between) = self.between(from, to) {
            return self.bytes.push_str(&between);
        }
        let way = vertical(from.y, to.y) + &horizontal(from.x, to.x);
        let absolute = absolute(to);
        self.bytes.push_str(if way.len() <= absolute.len() { &way } else { &absolute });
    }

    /// What stands between two places, if writing it again is the shortest way from one to the other.
    fn between(&self, from: Position, to: Position) -> Option<String> {
        if from.y != to.y || !(1..=3).contains(&to.x.checked_sub(from.x)?) {
            return None;
        }
        let cells = (from.x..to.x).map(|x| self.shown.cell(Position::new(x, from.y)));
        cells.map(|cell| cell.filter(|cell| self.is_written_alike(cell)).map(Cell::symbol)).collect()
    }

    fn is_written_alike(&self, cell: &Cell) -> bool {
        let symbol = cell.symbol();
        Pen::from(cell) == self.pen && symbol.len() == 1 && !symbol.chars().any(char::is_control)
    }
}

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::from(cell) == Pen::default()
}

fn absolute(to: Position) -> String {
    match (to.x, to.y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, y) => format!("\x1b[{}H", y + 1),
        (x, y) => format!("\x1b[{};{}H", y + 1, x + 1),
    }
}

fn vertical(from: u16, to: u16) -> String {
    match to.checked_sub(from) {
        Some(down @ 0..=3) => "\n".repeat(usize::from(down)),
        _ => format!("\x1b[{}d", to + 1),
    }
}

fn horizontal(from: u16, to: u16) -> String {
    match (from, to) {
        (_, 0) if from > 0 => "\r".to_owned(),
        _ if to <= from && from - to <= 3 => "\x08".repeat(usize::from(from - to)),
        _ if to == from + 1 => "\x1b[C".to_owned(),
        _ if to > from => format!("\x1b[{}C", to - from),
        _ => format!("\x1b[{}D", from - to),
    }
}

impl<W: io::Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut lines: Vec<(u16, Vec<(u16, Cell)>)> = Vec::new();
        for (x, y, cell) in content {
            let Some(place) = self.shown.cell_mut(Position::new(x, y)) else { continue };
            place.clone_from(cell);
            match lines.last_mut().filter(|(line, _)| *line == y) {
                Some((_, cells)) => cells.push((x, cell.clone())),
                None => lines.push((y, vec![(x, cell.clone())])),
            }
        }
        for (y, line) in &lines {
            self.draw_line(*y, line);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.wanted_visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.wanted_visible = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.wanted)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.wanted = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.shown.reset();
        self.pen = Pen::default();
        self.cursor = Some(Position::ORIGIN);
        if !self.bytes.ends_with(CLEAR) {
            self.bytes.push_str(CLEAR);
        }
        Ok(())
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        match clear_type {
            ClearType::All => self.clear(),
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.shown.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.wanted_visible && self.cursor != Some(self.wanted) {
            self.go(self.wanted);
        }
        if self.visible != self.wanted_visible {
            self.visible = self.wanted_visible;
            let _ = write!(self.bytes, "\x1b[?25{}", if self.visible { 'h' } else { 'l' });
        }
        if self.bytes.len() > LARGE {
            self.bytes.insert_str(0, SYNCHRONIZED.0);
            self.bytes.push_str(SYNCHRONIZED.1);
        }
        let bytes = std::mem::take(&mut self.bytes);
        if bytes.is_empty() { Ok(()) } else { self.out.write_all(bytes.as_bytes()) }
    }
}
