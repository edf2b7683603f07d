//! ODS: the sheets in their order; what is repeated and empty is counted, not kept.

use super::format::{percent, plain};
use super::grid::{Budget, COLUMNS, Grid};
use super::package::{Node, Package, attribute};
use super::{Sheet, encrypted};
use crate::base::fault::Result;
use quick_xml::events::BytesStart;

pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let file = package.file;
    if package.has("META-INF/manifest.xml") {
        package.walk("META-INF/manifest.xml", |node| match node {
            Node::Start("encryption-data", _) => Err(encrypted(file).into()),
            _ => Ok(()),
        })?;
    }
    let mut reader = Reader { file, sheets: Vec::new(), grid: None, row: Row::default(), budget: Budget::new() };
    package.walk("content.xml", |node| reader.read(&node))?;
    Ok(reader.sheets)
}

struct Reader<'f> {
    file: &'f str,
    sheets: Vec<Sheet>,
    /// The sheet that is being read.
    grid: Option<Grid<'f>>,
    row: Row,
    budget: Budget,
}

/// The row that is being read.
#[derive(Default)]
struct Row {
    number: usize,
    repeats: usize,
    column: usize,
    cells: Vec<(usize, Value)>,
    cell: Option<Cell>,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    repeats: usize,
    kind: String,
    value: String,
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
    Text(String),
    Failed(String),
}

impl Reader<'_> {
    fn read(&mut self, node: &Node<'_>) -> Result<()> {
        match node {
            Node::Start("table", element) => {
                let name = attribute(element, "table:name").unwrap_or_default().into_owned();
                self.grid = Some(Grid::new(self.file, name));
                self.row = Row::default();
            }
            Node::End("table") => self.sheets.extend(self.grid.take().map(Grid::done)),
            Node::Start("table-row", element) => self.row.begin(element),
            Node::End("table-row") => self.end_row()?,
            Node::Start("table-cell" | "covered-table-cell", element) => self.row.cell = Some(Cell::of(element)),
            Node::End("table-cell" | "covered-table-cell") => self.row.end_cell(),
            node => {
                if let Some(cell) = &mut self.row.cell {
                    cell.read(node);
                }
            }
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<()> {
        let cells = std::mem::take(&mut self.row.cells);
        if let Some(grid) = self.grid.as_mut().filter(|_| !cells.is_empty()) {
            for row in (self.row.number..).take(self.row.repeats) {
                for (column, value) in &cells {
                    match value {
                        Value::Text(text) => grid.put(row, *column, text, &mut self.budget)?,
                        Value::Failed(shown) => grid.fail(row, *column, shown),
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
        self.column = 0;
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let start = self.column;
        self.column = start.saturating_add(cell.repeats);
        let value = cell.held();
        if matches!(&value, Value::Text(text) if text.trim().is_empty()) {
            return;
        }
        // One column more than there may be is enough to be refused.
        let end = self.column.min(usize::max(start.saturating_add(1), COLUMNS + 1));
        self.cells.extend((start..end).map(|column| (column, value.clone())));
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
            Node::Text(text) if self.is_text => self.text.push_str(text),
            _ => {}
        }
    }

    /// What the cell holds, as XLSX would show it.
    fn held(self) -> Value {
        Value::Text(match self.kind.as_str() {
            "error" => return Value::Failed(self.text),
            "float" | "currency" => number(&self.value, self.text),
            "percentage" => self.value.parse().map_or(self.text, percent),
            "date" => self.value.trim_end_matches("T00:00:00").replace('T', " "),
            "boolean" => self.value.to_uppercase(),
            _ => self.text,
        })
    }
}

/// A number: as it is shown where that is the same number with zeros before it.
fn number(value: &str, shown: String) -> String {
    let Ok(number) = value.parse::<f64>() else { return shown };
    let is_padded = shown.starts_with('0') && shown.bytes().all(|byte| byte.is_ascii_digit());
    if is_padded && shown.parse() == Ok(number) { shown } else { plain(value, number) }
}

fn repeats(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}
