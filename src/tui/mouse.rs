//! What a mouse does, as terminals tell it.

/// What was done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Its first button was pressed.
    Press,
    /// It was let go.
    Release,
    /// The wheel was turned away.
    WheelUp,
    /// The wheel was turned towards one.
    WheelDown,
}

/// What was done, and where on the screen, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub act: Act,
    /// In which column.
    pub column: u16,
    /// In which row.
    pub row: u16,
}

impl Mouse {
    /// From the numbers of `ESC [ < button ; column ; row` and the letter behind them; nothing where a key is held with
    /// it, it is moved, or anything is not as it should be.
    pub(crate) fn told(numbers: &[u8], last: u8) -> Option<Self> {
        let text = std::str::from_utf8(numbers.strip_prefix(b"<")?).ok()?;
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?;
        let numbers: Option<Vec<u16>> = text.split(';').map(number).collect();
        let [button, column, row] = numbers?.try_into().ok()?;
        let act = match (button, last) {
            (0, b'M') => Act::Press,
            (0, b'm') => Act::Release,
            (64, b'M') => Act::WheelUp,
            (65, b'M') => Act::WheelDown,
            _ => return None,
        };
        Some(Self { act, column: column.checked_sub(1)?, row: row.checked_sub(1)? })
    }
}
