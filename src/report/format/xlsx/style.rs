//! How cells look, and words written into them.

use crate::base::text::wrap;
use crate::report::format::clean;
use crate::report::grid::Sort;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// How writing ends.
pub(crate) type Done = Result<(), XlsxError>;

/// A cell holds fewer characters than 32,768, as UTF-16 counts them.
const ROOM: usize = 32_000;

/// A line is so many times as high as its letters, and holds so much of what its width says.
const LINE: f64 = 1.37;
const FILLED: f64 = 0.95;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Number,
    Label,
    Title,
    Heading,
    Caption,
    Head,
    Note,
    Part,
    Rest,
    Total,
}

impl Style {
    pub(crate) fn of(sort: Sort) -> Self {
        match sort {
            Sort::Part => Self::Part,
            Sort::Rest => Self::Rest,
            Sort::Total => Self::Total,
        }
    }

    /// The size of its letters, in points.
    fn size(self) -> f64 {
        match self {
            Self::Title => 18.0,
            Self::Heading => 14.0,
            Self::Caption => 12.0,
            _ => 11.0,
        }
    }

    /// How high a text is on lines of so many letters of the usual size, in points.
    pub(crate) fn height(self, text: &str, width: usize) -> f64 {
        let lines = wrap(text.trim(), fitting(width, self.size())).len();
        f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * self.size() * LINE
    }

    pub(crate) fn format(self) -> Format {
        let plain = Format::new().set_align(FormatAlign::Top).set_font_size(self.size()).set_text_wrap();
        match self {
            Self::Plain | Self::Part => plain,
            Self::Number => plain.set_align(FormatAlign::Left),
            Self::Label | Self::Title | Self::Heading | Self::Caption => plain.set_bold(),
            Self::Head => plain.set_bold().set_align(FormatAlign::Center).set_border_bottom(FormatBorder::Thin),
            Self::Note | Self::Rest => plain.set_italic(),
            Self::Total => plain.set_bold().set_border_top(FormatBorder::Thin),
        }
    }
}

/// How many letters of a size stand where `width` of the usual size do, in a font that is wider than ours.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a width of some hundred characters"
)]
fn fitting(width: usize, size: f64) -> usize {
    (width as f64 * FILLED * 11.0 / size) as usize
}

/// Writes words, which are never taken for a formula: not here, and not when the cell is edited or saved elsewhere.
pub(crate) fn text(sheet: &mut Worksheet, at: (u32, u16), text: &str, style: Style) -> Done {
    put(sheet, at, text, style.format())
}

/// Writes words into the cells of a row from a column to another, which are one.
pub(crate) fn across(sheet: &mut Worksheet, row: u32, (from, to): (u16, u16), text: &str, style: Style) -> Done {
    if from < to && !held(text).is_empty() {
        sheet.merge_range(row, from, row, to, "", &style.format())?;
    }
    self::text(sheet, (row, from), text, style)
}

pub(crate) fn put(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str, format: Format) -> Done {
    let text = held(text);
    if text.is_empty() {
        return Ok(());
    }
    let obeyed = text.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
    let format = if obeyed { format.set_quote_prefix() } else { format };
    sheet.write_string_with_format(row, column, text, &format).map(|_| ())
}

/// As much of a text as a cell holds.
pub(crate) fn held(text: &str) -> String {
    let text = clean(text);
    if text.encode_utf16().count() <= ROOM {
        return text;
    }
    text.chars().take(ROOM / 2).chain(['…']).collect()
}
