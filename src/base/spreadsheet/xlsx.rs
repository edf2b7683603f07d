//! XLSX: the sheets in the workbook's order, each cell as it is shown.

use super::format::Format;
use super::grid::{Budget, Grid};
use super::{Area, CellType, Sheet, failed, too_long};
use crate::base::fault::{Fault, Result};
use crate::base::package::{Node, Package, attribute, is_set};
use crate::msg;
use quick_xml::events::BytesStart;
use std::borrow::Cow;
use std::collections::HashMap;

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    formats: Vec<Format>,
    from_1904: bool,
}

pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let main = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let workbook = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
    let relations = package.relations(&workbook)?;
    let mut shared = Shared::default();
    let mut named: Vec<(Sheet, String)> = Vec::new();
    package.walk(&workbook, |node| {
        match node {
            Node::Start("sheet", element) => {
                let is_hidden = attribute(element, "state").is_some_and(|state| state != "visible");
                let sheet = |name: Cow<'_, str>| Sheet { name: name.into_owned(), is_hidden, ..Sheet::default() };
                let id = attribute(element, "r:id").or_else(|| attribute(element, "id")).map(Cow::into_owned);
                named.extend(attribute(element, "name").map(sheet).zip(id));
            }
            // An extension may have an element of the same name, which says nothing of dates.
            Node::Start("workbookPr", element) => shared.from_1904 |= is_set(element, "date1904"),
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
    for (named, id) in named {
        // A chart has a sheet of its own, without cells.
        let cells = relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet");
        if let Some(relation) = cells {
            sheets.push(sheet(package, &relation.part, named, &shared, &mut budget)?);
        }
    }
    Ok(sheets)
}

/// The texts that cells share, without how they are to be pronounced.
fn strings(package: &mut Package<'_>, part: &str, budget: &mut Budget) -> Result<Vec<String>> {
    let file = package.file;
    let mut strings: Vec<String> = Vec::new();
    let mut text = Text::default();
    package.walk(part, |node| {
        text.read(&node);
        if let Node::End("si") = node {
            let string = unescaped(&text.take()).into_owned();
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

/// A text without the escapes of characters that XML or Excel do not write: `_x000A_` is a line break.
fn unescaped(text: &str) -> Cow<'_, str> {
    // A cell may be as large as all that is read: it is not copied without need.
    if !text.contains("_x") && !text.contains("\r\n") {
        return text.into();
    }
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some((before, code)) = rest.split_once("_x") {
        units.extend(before.encode_utf16());
        let is_hex = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let found = code.split_at_checked(4).filter(|(digits, end)| is_hex(digits) && end.starts_with('_'));
        let found = found.and_then(|(digits, end)| Some((u16::from_str_radix(digits, 16).ok()?, end.get(1..)?)));
        if let Some((unit, after)) = found {
            units.push(unit);
            rest = after;
        } else {
            units.extend("_x".encode_utf16());
            rest = code;
        }
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units).replace("\r\n", "\n").into()
}

/// How a cell is shown, by the number of its style.
fn formats(package: &mut Package<'_>, part: &str) -> Result<Vec<Format>> {
    let mut own: HashMap<u32, Format> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_cell = false;
    package.walk(part, |node| {
        let id = |element: &BytesStart<'_>| attribute(element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
        match node {
            Node::Start("numFmt", element) => {
                let code = attribute(element, "formatCode").unwrap_or_default();
                own.extend(id(element).map(|id| (id, Format::of(&code))));
            }
            Node::Start("cellXfs", _) => is_cell = true,
            Node::End("cellXfs") => is_cell = false,
            Node::Start("xf", element) if is_cell => {
                let id = id(element).unwrap_or_default();
                formats.push(own.get(&id).cloned().unwrap_or_else(|| Format::built_in(id)));
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

fn sheet(package: &mut Package<'_>, part: &str, named: Sheet, shared: &Shared, budget: &mut Budget) -> Result<Sheet> {
    let mut grid = Grid::new(package.file, named);
    let mut cell = Cell::default();
    let mut text = Text::default();
    package.walk(part, |node| {
        text.read(&node);
        match node {
            Node::Start("col", element) => hide(element, &mut grid),
            Node::Start("mergeCell", element) => {
                attribute(element, "ref").as_deref().and_then(area).into_iter().for_each(|area| grid.merge(area));
            }
            Node::Start("row", element) => {
                cell.begin_row(element);
                if is_set(element, "hidden") || attribute(element, "ht").is_some_and(|height| height == "0") {
                    grid.hide_row(cell.row);
                }
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

/// Notes columns that are not shown.
fn hide(element: &BytesStart<'_>, grid: &mut Grid<'_>) {
    let place = |name: &str| attribute(element, name).and_then(|place| place.parse::<usize>().ok());
    let is_narrow = attribute(element, "width").is_some_and(|width| width == "0");
    if let (Some(from), Some(to), true) = (place("min"), place("max"), is_narrow || is_set(element, "hidden")) {
        grid.hide_columns(from.saturating_sub(1), to);
    }
}

/// The cells that a reference such as `A3:B5` is to.
fn area(reference: &str) -> Option<Area> {
    let (first, last) = reference.split_once(':')?;
    let ((left, top), (right, bottom)) = (position(first)?, position(last)?);
    Some(Area { rows: top + 1..bottom.saturating_add(2), columns: left..right.saturating_add(1) })
}

impl Cell {
    fn begin_row(&mut self, element: &BytesStart<'_>) {
        let number = attribute(element, "r").and_then(|number| number.parse::<usize>().ok());
        self.row = number.map_or(self.row, |number| number.saturating_sub(1));
        self.column = 0;
    }

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
        let general = Format::default();
        let format = shared.formats.get(self.style).unwrap_or(&general);
        let kind = self.kind.as_str();
        let is_uncomputed = self.has_formula && matches!(kind, "" | "n") && text.trim().is_empty();
        let written = |text: &str| Some((format.text(text), CellType::Text));
        let shown = match kind {
            _ if kind == "e" || is_uncomputed => {
                grid.fail(self.row, self.column, failed(text));
                return Ok(());
            }
            "s" => {
                let string = text.parse::<usize>().ok().and_then(|place| shared.strings.get(place));
                written(string.map_or("", String::as_str))
            }
            "b" if text == "1" => written("TRUE"),
            "b" => written("FALSE"),
            "str" | "inlineStr" => written(&unescaped(text)),
            "d" => {
                let day = text.trim_end_matches('Z').parse().map(|when| format.day(when, text));
                Some((day.unwrap_or_else(|_| text.to_owned()), CellType::Date))
            }
            _ => format.number(text.trim(), shared.from_1904),
        };
        match shown {
            Some(shown) => grid.put(self.row, self.column, shown, budget)?,
            None => grid.fail(self.row, self.column, too_long(text.trim())),
        }
        Ok(())
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
