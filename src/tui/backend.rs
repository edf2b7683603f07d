//! What is written to the terminal for a frame: only what changed, in as few bytes as we can, in one write.
//!
//! It remembers what the terminal shows, where its cursor stands and what it writes with. So a frame without a change
//! writes nothing, and nothing is ever asked of the terminal.
//!
//! The sequences are crossterm's but where it knows only a longer form of one: each says so in its place.

mod letters;
mod sgr;
#[cfg(test)]
mod tests;

use super::terminal::sequence;
use crossterm::cursor::{Hide, MoveLeft, MoveRight, MoveTo, MoveToColumn, MoveToRow, Show};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType as Part, EndSynchronizedUpdate};
pub use letters::Letters;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use sgr::Sgr;
use std::io;

/// The plain pen; crossterm's has a zero in it.
const PLAIN: &str = "\x1b[m";
/// The upper left corner; crossterm's names its row and column.
const HOME: &str = "\x1b[H";
/// One column to the right; crossterm's counts it.
const RIGHT: &str = "\x1b[C";

/// A frame larger than this may be torn by the line, so that the terminal is asked to show it as a whole.
const LARGE: usize = 1024;

/// Clearing the rest of a line pays from so many blanks.
const BLANKS: usize = 4;

/// The terminal's screen, written to `W`.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    letters: Letters,
    bytes: String,
    shown: Buffer,
    pen: Sgr,
    /// Where the cursor stands; unknown after a character whose width terminals disagree about.
    cursor: Option<Position>,
    wanted: Position,
    visible: bool,
    wanted_visible: bool,
    /// Whether a row that changed is written from its beginning.
    whole_rows: bool,
}

impl<W: io::Write> Screen<W> {
    /// A screen of a size; [`ratatui::Terminal::clear`] must come before the first frame.
    pub fn new(out: W, size: Size, letters: Letters) -> Self {
        Self {
            out,
            letters,
            bytes: String::new(),
            shown: Buffer::empty(Rect::from((Position::ORIGIN, size))),
            pen: Sgr::default(),
            cursor: None,
            wanted: Position::ORIGIN,
            visible: true,
            wanted_visible: true,
            whole_rows: false,
        }
    }

    /// With rows that are written whole where anything in them changed, for a program that reads them aloud.
    #[must_use]
    pub fn with_whole_rows(self, whole_rows: bool) -> Self {
        Self { whole_rows, ..self }
    }

    /// All cells of a row, without the second halves of wide characters.
    fn row(&self, y: u16) -> Vec<(u16, Cell)> {
        let mut row = Vec::new();
        let mut x = 0;
        while let Some(cell) = self.shown.cell(Position::new(x, y)) {
            row.push((x, cell.clone()));
            x += if is_wide(cell) { 2 } else { 1 };
        }
        row
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

    /// Remembers a cell. Where it covers the first half of a wide character, the terminal blanks the other half in a
    /// style of its own choice: the column of that half is returned, to be written again.
    fn show(&mut self, x: u16, y: u16, cell: &Cell) -> Option<u16> {
        let width = if is_wide(cell) { 2 } else { 1 };
        let last = self.shown.cell(Position::new(x + width - 1, y)).is_some_and(is_wide);
        for column in x..x + width + u16::from(last) {
            if let Some(place) = self.shown.cell_mut(Position::new(column, y)) {
                place.reset();
            }
        }
        self.shown.cell_mut(Position::new(x, y))?.clone_from(cell);
        Some(x + width).filter(|half| last && *half < self.shown.area.width)
    }

    /// Writes the changed cells of one line.
    fn draw_line(&mut self, y: u16, line: &[(u16, Cell)]) {
        let tail = self.blank_tail(y);
        for (place, (x, cell)) in line.iter().enumerate() {
            self.go(Position::new(*x, y));
            if *x >= tail && line.len() - place >= BLANKS {
                self.take(Sgr::default());
                sequence(Clear(Part::UntilNewLine), &mut self.bytes);
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
        self.take(Sgr::from(cell));
        let symbol = cell.symbol();
        match symbol.chars().any(char::is_control) {
            _ if symbol.is_empty() => self.bytes.push(' '),
            true => self.bytes.push_str(&self.letters.shown("\u{fffd}")),
            false => self.bytes.push_str(&self.letters.shown(symbol)),
        }
        let sure =
            symbol.chars().count() == 1 && crate::base::text::width(symbol) == 1 && x + 1 < self.shown.area.width;
        self.cursor = sure.then_some(Position::new(x + 1, y));
    }

    fn take(&mut self, pen: Sgr) {
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
        Sgr::from(cell) == self.pen && symbol.len() == 1 && !symbol.chars().any(char::is_control)
    }
}

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Sgr::from(cell) == Sgr::default()
}

fn is_wide(cell: &Cell) -> bool {
    crate::base::text::width(cell.symbol()) > 1
}

fn absolute(to: Position) -> String {
    match (to.x, to.y) {
        (0, 0) => HOME.to_owned(),
        // Crossterm always names the column.
        (0, y) => format!("\x1b[{}H", y + 1),
        (x, y) => written(MoveTo(x, y)),
    }
}

fn vertical(from: u16, to: u16) -> String {
    match to.checked_sub(from) {
        Some(down @ 0..=3) => "\n".repeat(usize::from(down)),
        _ => written(MoveToRow(to)),
    }
}

fn horizontal(from: u16, to: u16) -> String {
    match (from, to) {
        (_, 0) if from > 0 => "\r".to_owned(),
        _ if to <= from && from - to <= 3 => "\x08".repeat(usize::from(from - to)),
        _ if to == from + 1 => RIGHT.to_owned(),
        _ => {
            let step = if to > from { written(MoveRight(to - from)) } else { written(MoveLeft(from - to)) };
            let column = written(MoveToColumn(to));
            if column.len() < step.len() { column } else { step }
        }
    }
}

/// A control sequence by itself.
fn written(command: impl crossterm::Command) -> String {
    let mut bytes = String::new();
    sequence(command, &mut bytes);
    bytes
}

/// A blank screen in the plain pen, with the cursor in its corner.
fn blank() -> String {
    [PLAIN, HOME, &written(Clear(Part::All))].concat()
}

impl<W: io::Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut lines: Vec<(u16, Vec<(u16, Cell)>)> = Vec::new();
        for (x, y, cell) in content {
            let mut cells = vec![(x, cell.clone())];
            cells.extend(self.show(x, y, cell).map(|half| (half, Cell::default())));
            match lines.last_mut().filter(|(line, _)| *line == y) {
                Some((_, line)) => line.append(&mut cells),
                None => lines.push((y, cells)),
            }
        }
        for (y, line) in lines {
            let line = if self.whole_rows { self.row(y) } else { line };
            self.draw_line(y, &line);
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
        self.pen = Sgr::default();
        self.cursor = Some(Position::ORIGIN);
        let blank = blank();
        if !self.bytes.ends_with(&blank) {
            self.bytes.push_str(&blank);
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
        if self.wanted_visible {
            self.go(self.wanted);
        }
        if self.visible != self.wanted_visible {
            self.visible = self.wanted_visible;
            if self.visible {
                sequence(Show, &mut self.bytes);
            } else {
                sequence(Hide, &mut self.bytes);
            }
        }
        if self.bytes.len() > LARGE {
            self.bytes.insert_str(0, &written(BeginSynchronizedUpdate));
            sequence(EndSynchronizedUpdate, &mut self.bytes);
        }
        let bytes = std::mem::take(&mut self.bytes);
        if bytes.is_empty() { Ok(()) } else { self.out.write_all(&self.letters.bytes(&bytes)) }
    }
}
