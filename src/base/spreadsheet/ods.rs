//! ODS: the sheets in their order; what is repeated and empty is counted, not kept.

mod styles;

use super::format::{Format, Shown, exact};
use super::grid::{Budget, COLUMNS, Grid};
use super::{Area, CellType, Sheet, encrypted, failed, too_long};
use crate::base::fault::{Fault, Result};
use crate::base::package::{Node, Package, attribute};
use quick_xml::events::BytesStart;
use styles::Styles;

pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let file = package.file;
    if package.has("META-INF/manifest.xml") {
        package.walk("META-INF/manifest.xml", |node| match node {
            Node::Start("encryption-data", _) => Err(encrypted(file).into()),
            _ => Ok(()),
        })?;
    }
    let mut reader = Reader {
        file,
        sheets: Vec::new(),
        grid: None,
        row: Row::default(),
        columns: Vec::new(),
        styles: Styles::default(),
        budget: Budget::new(),
    };
    if package.has("styles.xml") {
        package.walk("styles.xml", |node| {
            reader.styles.read(&node);
            Ok(())
        })?;
    }
    package.walk("content.xml", |node| reader.read(&node))?;
    Ok(reader.sheets)
}

struct Reader<'f> {
    file: &'f str,
    sheets: Vec<Sheet>,
    /// The sheet that is being read.
    grid: Option<Grid<'f>>,
    row: Row,
    /// The columns with a style of their own: where they end, and the style.
    columns: Vec<(usize, String)>,
    styles: Styles,
    budget: Budget,
}

/// The row that is being read.
#[derive(Default)]
struct Row {
    number: usize,
    repeats: usize,
    column: usize,
    is_unseen: bool,
    cells: Vec<(usize, Value)>,
    cell: Option<Cell>,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    repeats: usize,
    kind: String,
    value: String,
    style: Option<String>,
    /// How many columns and rows it takes.
    span: [usize; 2],
    text: String,
    /// How many paragraphs its text has so far.
    paragraphs: usize,
    /// How many notes and other things that are not its text one is within.
    aside: usize,
    is_text: bool,
}

/// What a cell holds.
#[derive(Clone)]
enum Value {
    Shown(Shown),
    Failed(Fault),
}

impl Reader<'_> {
    fn read(&mut self, node: &Node<'_>) -> Result<()> {
        match node {
            Node::Start("table", element) => self.begin(element),
            Node::End("table") => self.sheets.extend(self.grid.take().map(Grid::done)),
            Node::Start("table-column", element) => self.column(element),
            Node::Start("table-row", element) => self.row.begin(element),
            Node::End("table-row") => self.end_row()?,
            Node::Start("table-cell" | "covered-table-cell", element) => self.row.cell = Some(Cell::of(element)),
            Node::End("table-cell" | "covered-table-cell") => self.end_cell(),
            node => match &mut self.row.cell {
                Some(cell) => cell.read(node),
                None => self.styles.read(node),
            },
        }
        Ok(())
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        let text = |name: &str| attribute(element, name).unwrap_or_default().into_owned();
        let is_hidden = self.styles.is_hidden(&text("table:style-name"));
        self.grid = Some(Grid::new(self.file, Sheet { name: text("table:name"), is_hidden, ..Sheet::default() }));
        (self.row, self.columns) = (Row::default(), Vec::new());
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        let from = self.columns.last().map_or(0, |(end, _)| *end);
        let end = from.saturating_add(repeats(element, "table:number-columns-repeated"));
        let style = attribute(element, "table:default-cell-style-name").unwrap_or_default().into_owned();
        self.columns.push((end, style));
        if let Some(grid) = self.grid.as_mut().filter(|_| is_unseen(element)) {
            grid.hide_columns(from, end);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.row.cell.take() else { return };
        let start = self.row.column;
        self.row.column = start.saturating_add(cell.repeats);
        let [wide, high] = cell.span;
        if let Some(grid) = self.grid.as_mut().filter(|_| wide > 1 || high > 1) {
            let rows = self.row.number + 1..self.row.number.saturating_add(1).saturating_add(high);
            grid.merge(Area { rows, columns: start..start.saturating_add(wide) });
        }
        let own = self.columns.iter().find(|(end, _)| start < *end).map(|(_, style)| style);
        let format = self.styles.format(cell.style.as_ref().or(own).map_or("", String::as_str));
        let value = cell.held(&format);
        if matches!(&value, Value::Shown((text, _)) if text.trim().is_empty()) {
            return;
        }
        // One column more than there may be is enough to be refused.
        let end = self.row.column.min(usize::max(start.saturating_add(1), COLUMNS + 1));
        self.row.cells.extend((start..end).map(|column| (column, value.clone())));
    }

    fn end_row(&mut self) -> Result<()> {
        let cells = std::mem::take(&mut self.row.cells);
        if let Some(grid) = self.grid.as_mut().filter(|_| !cells.is_empty()) {
            for row in (self.row.number..).take(self.row.repeats) {
                if self.row.is_unseen {
                    grid.hide_row(row);
                }
                for (column, value) in &cells {
                    match value {
                        Value::Shown(shown) => grid.put(row, *column, shown.clone(), &mut self.budget)?,
                        Value::Failed(fault) => grid.fail(row, *column, fault.clone()),
                    }
                }
            }
        }
        self.row.number = self.row.number.saturating_add(self.row.repeats);
        Ok(())
    }
}

impl Row {
    fn begin(&mut self, element: &BytesStart<'_>) {
        self.repeats = repeats(element, "table:number-rows-repeated");
        self.is_unseen = is_unseen(element);
        self.column = 0;
    }
}

impl Cell {
    fn of(element: &BytesStart<'_>) -> Self {
        let text = |name: &str| attribute(element, name).map(std::borrow::Cow::into_owned);
        let kind = text("office:value-type");
        let uncomputed = || text("table:formula").filter(|_| kind.is_none()).map(|_| "error".to_owned());
        let failed = text("calcext:value-type").filter(|kind| kind == "error").or_else(uncomputed);
        let value = ["office:value", "office:date-value", "office:boolean-value"];
        Self {
            repeats: repeats(element, "table:number-columns-repeated"),
            kind: failed.or(kind).unwrap_or_default(),
            value: value.into_iter().find_map(text).unwrap_or_default(),
            style: text("table:style-name"),
            span: ["table:number-columns-spanned", "table:number-rows-spanned"].map(|name| repeats(element, name)),
            ..Self::default()
        }
    }

    fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Start("annotation" | "frame" | "shapes" | "ruby-text", _) => self.aside += 1,
            Node::End("annotation" | "frame" | "shapes" | "ruby-text") => self.aside = self.aside.saturating_sub(1),
            _ if self.aside > 0 => {}
            Node::Start("p", _) => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                self.is_text = true;
            }
            Node::End("p") => self.is_text = false,
            Node::Start("s", element) => {
                let count = attribute(element, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.text.push_str(&" ".repeat(usize::min(count, 100)));
            }
            Node::Start("tab", _) => self.text.push('\t'),
            Node::Start("line-break", _) => self.text.push('\n'),
            Node::Text(text) if self.is_text => self.push(text),
            _ => {}
        }
    }

    /// Adds text, in which any blanks and line breaks are one blank, and none at the beginning of a paragraph.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' if self.text.is_empty() || self.text.ends_with([' ', '\n']) => {}
                ' ' | '\t' | '\n' | '\r' => self.text.push(' '),
                c => self.text.push(c),
            }
        }
    }

    /// What the cell says.
    fn held(self, format: &Format) -> Value {
        let value = self.value.as_str();
        let written = |text: String| Some((text, CellType::Text));
        let shown = match self.kind.as_str() {
            "error" => return Value::Failed(failed(&self.text)),
            "float" | "currency" | "percentage" => exact(&self.text, value),
            "date" => {
                let day = value.parse().map(|when| format.day(when, &self.text));
                Some((day.unwrap_or_else(|_| value.replace('T', " ")), CellType::Date))
            }
            "time" => Some((self.text, CellType::Date)),
            "boolean" => written(value.to_uppercase()),
            _ => written(self.text),
        };
        shown.map_or_else(|| Value::Failed(too_long(value)), Value::Shown)
    }
}

fn repeats(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// Whether a row or a column is not shown, by a filter or otherwise.
fn is_unseen(element: &BytesStart<'_>) -> bool {
    attribute(element, "table:visibility").is_some_and(|visibility| visibility != "visible")
}
