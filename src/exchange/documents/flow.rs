//! The text of a word processor as lines: a paragraph is a line, and so is a row of a table.

use super::document::{Body, Style};
use crate::base::language::Message;
use crate::msg;

/// What stands between the cells of a row.
const BETWEEN: &str = " | ";
/// The line between the text and what stands apart from it.
const APART: &str = "* * *";
/// What stands on either side of text that is struck through: in a form it is what does not apply.
const STRUCK: &str = "~~";

/// A line that is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
}

/// Text that is being put together.
#[derive(Default)]
pub(super) struct Flow {
    frame: Frame,
    /// The texts around the box or the note that one is in.
    around: Vec<Frame>,
    page: usize,
    /// Whether what comes is struck through.
    is_struck: bool,
    /// Whether the page that was last begun is still without text.
    is_page_new: bool,
    pub(super) left_out: LeftOut,
}

/// What is not shown, counted.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    pub(super) is_tracked: bool,
    pub(super) has_struck: bool,
    pub(super) has_hidden: bool,
    pub(super) pictures: usize,
    pub(super) embedded: usize,
    pub(super) signs: usize,
}

/// A text by itself: the document, a box or a note.
#[derive(Default)]
struct Frame {
    line: String,
    /// Whether the line ends within text that is struck through.
    is_struck: bool,
    style: Style,
    is_open: bool,
    /// The rows of tables that one is in, each with its cells.
    rows: Vec<Vec<Vec<Piece>>>,
    done: Vec<Piece>,
    /// What follows the paragraph that one is in.
    after: Vec<Piece>,
}

impl Flow {
    pub(super) fn text(&mut self, text: &str) {
        // Blanks between two such texts end neither.
        if !text.trim().is_empty() {
            self.left_out.has_struck |= self.is_struck;
            self.frame.strike(self.is_struck);
        }
        self.frame.line.push_str(text);
        self.is_page_new = false;
    }

    /// What comes is struck through, or no longer.
    pub(super) fn strike(&mut self, is_struck: bool) {
        self.is_struck = is_struck;
    }

    /// The line so far.
    pub(super) fn line(&self) -> &str {
        &self.frame.line
    }

    pub(super) fn begin_paragraph(&mut self) {
        self.frame.is_open = true;
        self.frame.style = Style::Plain;
    }

    pub(super) fn is_in_paragraph(&self) -> bool {
        self.frame.is_open
    }

    pub(super) fn style(&mut self, style: Style) {
        self.frame.style = style;
    }

    pub(super) fn break_line(&mut self) {
        self.frame.end_line();
    }

    pub(super) fn end_paragraph(&mut self) {
        self.frame.end_line();
        self.frame.is_open = false;
        self.frame.end_after();
    }

    pub(super) fn begin_row(&mut self) {
        self.frame.rows.push(Vec::new());
    }

    pub(super) fn begin_cell(&mut self) {
        if let Some(row) = self.frame.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    pub(super) fn end_row(&mut self) {
        let cells = self.frame.rows.pop().unwrap_or_default();
        for piece in joined(cells) {
            self.frame.put(piece);
        }
    }

    /// A box or a note begins.
    pub(super) fn open(&mut self) {
        self.around.push(std::mem::take(&mut self.frame));
    }

    /// It ends, and gives its lines.
    pub(super) fn close(&mut self) -> Vec<Piece> {
        let outer = self.around.pop().unwrap_or_default();
        std::mem::replace(&mut self.frame, outer).all()
    }

    /// A box ends, and follows the paragraph that it is in.
    pub(super) fn close_box(&mut self) {
        let lines = self.close();
        self.frame.after.extend(lines);
        if !self.frame.is_open {
            self.frame.end_after();
        }
    }

    /// A page begins where the writer said so.
    pub(super) fn page(&mut self) {
        if !self.frame.line.is_empty() {
            self.frame.end_line();
        }
        self.page += 1;
        self.is_page_new = true;
        let text = (self.page + 1).to_string();
        self.frame.put(Piece { text, style: Style::Page });
    }

    /// A page began here when the document was last laid out.
    pub(super) fn laid_out(&mut self) {
        if !std::mem::take(&mut self.is_page_new) {
            self.page += 1;
        }
    }

    /// The whole text: what stands apart, such as notes, follows it group by group.
    pub(super) fn body(self, apart: Vec<Vec<Piece>>) -> (Body, Vec<Message>) {
        let mut notices = self.left_out.told();
        let mut pieces = self.frame.all();
        let has_apart = apart.iter().any(|lines| !lines.is_empty());
        notices.extend(has_apart.then(|| msg!("documents-apart")));
        for lines in apart.into_iter().filter(|lines| !lines.is_empty()) {
            pieces.push(Piece { text: APART.to_owned(), style: Style::Heading });
            pieces.extend(lines);
        }
        (body(&pieces), notices)
    }
}

impl LeftOut {
    fn told(&self) -> Vec<Message> {
        let struck = self.has_struck.then(|| msg!("documents-struck"));
        let tracked = self.is_tracked.then(|| msg!("documents-tracked"));
        let hidden = self.has_hidden.then(|| msg!("documents-hidden"));
        let pictures = (self.pictures > 0).then(|| msg!("documents-pictures", n = self.pictures));
        let embedded = (self.embedded > 0).then(|| msg!("documents-embedded", n = self.embedded));
        let signs = (self.signs > 0).then(|| msg!("documents-signs", n = self.signs));
        [struck, tracked, hidden, pictures, embedded, signs].into_iter().flatten().collect()
    }
}

/// A body of lines; the text of a page's line is its number.
pub(super) fn body(pieces: &[Piece]) -> Body {
    let mut body = Body::default();
    for piece in pieces {
        let number = body.len();
        if piece.style == Style::Page {
            body.push("", Style::Page);
            body.beside(number, &piece.text);
        } else {
            body.push(&piece.text, piece.style);
        }
    }
    body
}

impl Frame {
    fn strike(&mut self, is_struck: bool) {
        if self.is_struck != is_struck {
            self.is_struck = is_struck;
            let end = self.line.trim_end().len();
            let at = if is_struck { self.line.len() } else { end };
            self.line.insert_str(at, STRUCK);
        }
    }

    fn end_line(&mut self) {
        self.strike(false);
        let text = std::mem::take(&mut self.line);
        self.put(Piece { text, style: self.style });
    }

    fn put(&mut self, piece: Piece) {
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push(piece),
            None => self.done.push(piece),
        }
    }

    fn end_after(&mut self) {
        for piece in std::mem::take(&mut self.after) {
            self.put(piece);
        }
    }

    /// All lines, also of what a damaged file did not end.
    fn all(mut self) -> Vec<Piece> {
        if !self.line.is_empty() {
            self.end_line();
        }
        self.end_after();
        while let Some(cells) = self.rows.pop() {
            for piece in joined(cells) {
                self.put(piece);
            }
        }
        self.done
    }
}

/// The lines of a row: cells of one line are one line, and a cell begins a line of its own behind one of several.
fn joined(cells: Vec<Vec<Piece>>) -> Vec<Piece> {
    let is_said = |piece: &Piece| !piece.text.trim().is_empty();
    if !cells.iter().flatten().any(is_said) {
        return Vec::new();
    }
    let mut lines: Vec<Piece> = Vec::new();
    let mut of_last = 0;
    for (place, cell) in cells.into_iter().enumerate() {
        let mut said: Vec<Piece> = cell.into_iter().filter(is_said).collect();
        if said.is_empty() {
            said.push(Piece::default());
        }
        let mut said = said.into_iter();
        let (first, count) = (said.next().unwrap_or_default(), said.len() + 1);
        match lines.last_mut().filter(|_| of_last == 1 && first.style != Style::Page) {
            Some(line) => {
                line.text += BETWEEN;
                line.text += &first.text;
            }
            None if place > 0 && first.style != Style::Page => {
                lines.push(Piece { text: format!("{}{}", BETWEEN.trim_start(), first.text), ..first });
            }
            None => lines.push(first),
        }
        lines.extend(said);
        of_last = count;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&[&str]]) -> Vec<String> {
        let mut flow = Flow::default();
        flow.begin_row();
        for cell in cells {
            flow.begin_cell();
            for text in *cell {
                flow.begin_paragraph();
                flow.text(text);
                flow.end_paragraph();
            }
        }
        flow.end_row();
        flow.frame.all().into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_row_is_a_line_unless_a_cell_has_several() {
        assert_eq!(row(&[&["a"], &["b"], &[""], &["c"]]), ["a | b |  | c"]);
        assert_eq!(row(&[&["a"], &["b", "", "c"], &["d"], &["e"]]), ["a | b", "c", "| d | e"]);
        assert_eq!(row(&[&[""], &[]]), [] as [&str; 0]);
    }

    #[test]
    fn a_box_follows_its_paragraph_and_pages_are_numbered() {
        let mut flow = Flow::default();
        flow.begin_paragraph();
        flow.text("a");
        flow.open();
        flow.begin_paragraph();
        flow.text("box");
        flow.end_paragraph();
        flow.close_box();
        flow.text("b");
        flow.laid_out();
        flow.page();
        flow.laid_out();
        flow.text("c");
        flow.end_paragraph();
        let texts: Vec<String> = flow.frame.all().into_iter().map(|piece| piece.text).collect();
        assert_eq!(texts, ["ab", "3", "c", "box"]);
    }
}
