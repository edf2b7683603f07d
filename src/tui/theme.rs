//! Colours and marks. Colour never carries meaning alone: without it the marks say the same.

use super::model::{Form, Look};
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary text.
    Plain,
    /// A heading.
    Heading,
    /// What the cursor stands on.
    Current,
    /// A key.
    Key,
    /// An answer.
    Answer,
    /// What matters less here.
    Dim,
    /// A gap, a refusal or a failure.
    Alarm,
    /// What is on disk.
    Saved,
}

/// A mark with a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A finished case.
    Done,
    /// A case that is begun.
    Begun,
    /// A case that is not begun.
    Untouched,
    /// A case of a colleague.
    Colleague,
    /// A dropped case.
    Dropped,
    /// A case about which nothing is asked.
    Unasked,
    /// Where the cursor stands.
    Here,
    /// Where the cursor stands in the case list.
    Cursor,
    /// An unsure answer.
    Unsure,
    /// A comment or quote.
    Note,
    /// A flag.
    Flag,
    /// A chosen answer.
    Chosen,
    /// Saved.
    Saved,
    /// The full part of a bar.
    Full,
    /// The empty part of a bar.
    Empty,
    /// A vertical line.
    Vertical,
    /// A horizontal line.
    Horizontal,
    /// Where a horizontal line ends at a vertical one.
    Foot,
    /// Where a horizontal line begins at a vertical one.
    Branch,
    /// More above than is shown.
    Less,
    /// More below than is shown.
    More,
    /// The end of a text that is longer than its room.
    Cut,
}

impl Look {
    /// How a piece of text is drawn.
    pub fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        let coloured = |colour: Option<Color>| colour.map_or(plain, |colour| plain.fg(colour));
        match tone {
            Tone::Plain => plain,
            Tone::Heading => plain.add_modifier(Modifier::BOLD),
            Tone::Current => coloured(self.palette.current).add_modifier(Modifier::BOLD),
            Tone::Key => coloured(self.palette.key).add_modifier(Modifier::BOLD),
            Tone::Answer => coloured(self.palette.current),
            Tone::Dim => coloured(self.palette.dim),
            Tone::Alarm => coloured(self.palette.alarm).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            Tone::Saved => coloured(self.palette.saved),
        }
    }

    /// Whether it is listened to: then marks are words, and nothing is a picture.
    pub fn speaks(self) -> bool {
        self.form != Form::Drawn
    }

    /// A mark as this terminal can show it. A line that divides is nothing to hear, and the terminal's cursor says where
    /// one is.
    pub fn mark(self, mark: Mark) -> &'static str {
        let (fine, ascii) = match mark {
            Mark::Done | Mark::Chosen => ("●", "*"),
            Mark::Begun => ("◐", "+"),
            Mark::Untouched => ("○", "o"),
            Mark::Colleague => ("◇", "="),
            Mark::Dropped => ("×", "x"),
            Mark::Unasked => ("–", "-"),
            Mark::Here => ("▶", ">"),
            Mark::Cursor => ("»", "}"),
            Mark::Unsure => ("?", "?"),
            Mark::Note => ("✎", "n"),
            Mark::Flag => ("⚑", "!"),
            Mark::Saved => ("✓", "ok"),
            Mark::Full => ("█", "#"),
            Mark::Empty => ("░", "."),
            Mark::Vertical => ("│", "|"),
            Mark::Horizontal => ("─", "-"),
            Mark::Foot => ("┴", "+"),
            Mark::Branch => ("├", "+"),
            Mark::Less => ("▲", "^"),
            Mark::More => ("▼", "v"),
            Mark::Cut => ("…", "~"),
        };
        match mark {
            Mark::Vertical | Mark::Horizontal | Mark::Foot | Mark::Branch | Mark::Here | Mark::Cursor
                if self.speaks() =>
            {
                " "
            }
            _ if self.ascii || self.speaks() => ascii,
            _ => fine,
        }
    }
}
