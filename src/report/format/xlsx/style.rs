//! How cells look, and words written into them.

use crate::report::format::clean;
use crate::report::grid::Sort;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// How writing ends.
pub(crate) type Done = Result<(), XlsxError>;

/// A cell holds fewer characters than 32,768, as UTF-16 counts them.
const ROOM: usize = 32_000;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Wrapped,
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

    pub(crate) fn format(self) -> Format {
        let plain = Format::new().set_align(FormatAlign::Top);
        match self {
            Self::Plain => plain,
            Self::Wrapped | Self::Part => plain.set_text_wrap(),
            Self::Label => plain.set_bold(),
            Self::Title => plain.set_bold().set_font_size(18),
            Self::Heading => plain.set_bold().set_font_size(14),
            Self::Caption => plain.set_bold().set_font_size(12),
            Self::Head => {
                plain.set_bold().set_text_wrap().set_align(FormatAlign::Center).set_border_bottom(FormatBorder::Thin)
            }
            Self::Note => plain.set_italic(),
            Self::Rest => plain.set_text_wrap().set_italic(),
            Self::Total => plain.set_text_wrap().set_bold().set_border_top(FormatBorder::Thin),
        }
    }
}

/// Writes words, which are never taken for a formula: not here, and not when the cell is edited or saved elsewhere.
pub(crate) fn text(sheet: &mut Worksheet, at: (u32, u16), text: &str, style: Style) -> Done {
    put(sheet, at, text, style.format())
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
