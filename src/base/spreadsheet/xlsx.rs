//! XLSX: the sheets in the workbook's order, each cell as it is shown.

use super::Sheet;
use super::format::Shown;
use super::grid::{Budget, Grid};
use super::package::{Node, Package, attribute};
use crate::base::fault::{Fault, Result};
use crate::msg;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    formats: Vec<Shown>,
    from_1904: bool,
}

pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let main = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let workbook = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
    let relations = relations(package, &workbook)?;
    let mut shared = Shared::default();
    let mut names: Vec<(String, String)> = Vec::new();
    package.walk(&workbook, |node| {
        match node {
            Node::Start("sheet", element) => names.extend(
                attribute(element, "name")
                    .zip(attribute(element, "id"))
                    .map(|(name, id)| (name.into_owned(), id.into_owned())),
            ),
            Node::Start("workbookPr", element) => {
                shared.from_1904 = attribute(element, "date1904").is_some_and(|set| set == "1" || set == "true");
            }
            _ => {}
        }
        Ok(())
    })?;
    let mut budget = Budget::new();
    let part = |kind: &str| relations.iter().find(|relation| relation.kind == kind).map(|found| found.part.as_str());
    if let Some(part) = part("sharedStrings").filter(|part| package.has(part)) {
        shared.strings = strings(package, part, &mut budget)?;
    }
    if let Some(part) = part("styles").filter(|part| package.has(part)) {
        shared.formats = formats(package, part)?;
    }
    let mut sheets = Vec::new();
    for (name, id) in names {
        // A chart has a sheet of its own, without cells.
        let cells = relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet");
        if let Some(relation) = cells {
            sheets.push(sheet(package, &relation.part, name, &shared, &mut budget)?);
        }
    }
    Ok(sheets)
}

/// What a part refers to.
struct Relation {
    id: String,
    /// The last part of its type.
    kind: String,
    part: String,
}

/// What a part refers to, or, for no part, the whole archive.
fn relations(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>> {
    let (folder, name) = part.rsplit_once('/').map_or((String::new(), part), |(head, name)| (format!("{head}/"), name));
    let mut relations = Vec::new();
    package.walk(&format!("{folder}_rels/{name}.rels"), |node| {
        if let Node::Start("Relationship", element) = node {
            let text = |name: &str| attribute(element, name).unwrap_or_default().into_owned();
            let (kind, target) = (text("Type"), text("Target"));
            let part = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("{folder}{target}"),
            };
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id: text("Id"), kind, part });
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The texts that cells share, without how they are to be pronounced.
fn strings(package: &mut Package<'_>, part: &str, budget: &mut Budget) -> Result<Vec<String>> {
    let file = package.file;
    let mut strings: Vec<String> = Vec::new();
    let mut text = Text::default();
    package.walk(part, |node| {
        text.read(&node);
        if let Node::End("si") = node {
            let string = text.take();
            if !budget.take(1, string.len()) {
                return Err(Fault::new(msg!("sheet-cells")).hint(msg!("sheet-large-hint")).in_file(file).into());
            }
            strings.push(string);
        }
        Ok(())
    })?;
    Ok(strings)
}

/// The text of an element that may stand in pieces.
#[derive(Default)]
struct Text {
    held: String,
    is_inside: bool,
    is_sound: bool,
}

impl Text {
    fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Start("t" | "v", _) => self.is_inside = !self.is_sound,
            Node::End("t" | "v") => self.is_inside = false,
            Node::Start("rPh", _) => self.is_sound = true,
            Node::End("rPh") => self.is_sound = false,
            Node::Text(text) if self.is_inside => self.held.push_str(text),
            _ => {}
        }
    }

    fn take(&mut self) -> String {
        std::mem::take(&mut self.held)
    }
}

/// How the numbers of a cell are shown, by the number of its style.
fn formats(package: &mut Package<'_>, part: &str) -> Result<Vec<Shown>> {
    let mut own: HashMap<u32, Shown> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_cell = false;
    package.walk(part, |node| {
        let id = |element: &BytesStart<'_>| attribute(element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
        match node {
            Node::Start("numFmt", element) => {
                let code = attribute(element, "formatCode").unwrap_or_default();
                own.extend(id(element).map(|id| (id, Shown::of(&code))));
            }
            Node::Start("cellXfs", _) => is_cell = true,
            Node::End("cellXfs") => is_cell = false,
            Node::Start("xf", element) if is_cell => {
                let id = id(element).unwrap_or_default();
                formats.push(own.get(&id).copied().unwrap_or_else(|| Shown::built_in(id)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(formats)
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    row: usize,
    column: usize,
    kind: String,
    style: usize,
    has_formula: bool,
}

fn sheet(package: &mut Package<'_>, part: &str, name: String, shared: &Shared, budget: &mut Budget) -> Result<Sheet> {
    let mut grid = Grid::new(package.file, name);
    let mut cell = Cell::default();
    let mut text = Text::default();
    package.walk(part, |node| {
        text.read(&node);
        match node {
            Node::Start("row", element) => {
                let number = attribute(element, "r").and_then(|number| number.parse::<usize>().ok());
                cell.row = number.map_or(cell.row, |number| number.saturating_sub(1));
                cell.column = 0;
            }
            Node::End("row") => cell.row = cell.row.saturating_add(1),
            Node::Start("c", element) => {
                text.take();
                cell.begin(element);
            }
            Node::Start("f", _) => cell.has_formula = true,
            Node::End("c") => {
                let text = text.take();
                cell.put(&text, shared, &mut grid, budget)?;
                cell.column = cell.column.saturating_add(1);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(grid.done())
}

impl Cell {
    /// Takes over what a cell says about itself; one that does not say where it stands follows the one before.
    fn begin(&mut self, element: &BytesStart<'_>) {
        if let Some((column, row)) = attribute(element, "r").as_deref().and_then(position) {
            (self.row, self.column) = (row, column);
        }
        self.kind = attribute(element, "t").unwrap_or_default().into_owned();
        self.style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or_default();
        self.has_formula = false;
    }

    fn put(&self, text: &str, shared: &Shared, grid: &mut Grid<'_>, budget: &mut Budget) -> Result<()> {
        let format = shared.formats.get(self.style).copied().unwrap_or(Shown::Number);
        let kind = self.kind.as_str();
        let is_uncomputed = self.has_formula && matches!(kind, "" | "n") && text.trim().is_empty();
        let shown = match kind {
            _ if kind == "e" || is_uncomputed => {
                grid.fail(self.row, self.column, text.trim());
                return Ok(());
            }
            "s" => {
                let string = text.parse::<usize>().ok().and_then(|place| shared.strings.get(place));
                return grid.put(self.row, self.column, string.map_or("", String::as_str), budget);
            }
            "b" if text == "1" => "TRUE".to_owned(),
            "b" => "FALSE".to_owned(),
            "str" | "inlineStr" => return grid.put(self.row, self.column, text, budget),
            "d" => text.trim_end_matches("T00:00:00").to_owned(),
            _ => format.text(text.trim(), shared.from_1904),
        };
        grid.put(self.row, self.column, &shown, budget)
    }
}

/// The column and the row of a cell's name, from 0.
fn position(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at_checked(digits)?;
    let letter = |column: usize, c: char| {
        let place = usize::try_from(u32::from(c.to_ascii_uppercase()).checked_sub(u32::from('A'))?).ok()?;
        column.checked_mul(26)?.checked_add(place + 1).filter(|_| place < 26)
    };
    let column = letters.chars().try_fold(0, letter)?;
    Some((column.checked_sub(1)?, number.parse::<usize>().ok()?.checked_sub(1)?))
}
