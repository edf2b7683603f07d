//! How a terminal is told to write: colours and emphasis, with as few bytes as the change needs.
//!
//! Crossterm writes a sequence for each colour and each emphasis, and every named colour by its number among 256; here
//! all that changes is one sequence with the short codes. Nor does `NO_COLOR` play a part: with it crossterm turns each
//! colour into a reset, which takes the emphasis away too. Whether there are colours is the theme's matter.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What the terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sgr {
    fore: Color,
    back: Color,
    emphasis: Modifier,
}

impl From<&Cell> for Sgr {
    fn from(cell: &Cell) -> Self {
        Self { fore: cell.fg, back: cell.bg, emphasis: cell.modifier }
    }
}

/// Each emphasis with the codes that start and end it.
const EMPHASES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Sgr {
    /// Appends what turns this pen into another.
    pub(crate) fn change(self, to: Self, into: &mut String) {
        if self == to {
            return;
        }
        let step = self.step(to);
        let mut anew = Self::default().step(to);
        anew.insert(0, String::new());
        let (step, anew) = (step.join(";"), anew.join(";"));
        let codes = if step.len() <= anew.len() { step } else { anew };
        into.push_str("\x1b[");
        into.push_str(&codes);
        into.push('m');
    }

    /// The codes for what differs.
    fn step(self, to: Self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        let gone = self.emphasis - to.emphasis;
        let mut kept = self.emphasis;
        for (emphasis, _, end) in EMPHASES {
            if gone.contains(emphasis) && kept.contains(emphasis) {
                codes.push(end.to_string());
                let ended = EMPHASES.iter().filter(|(_, _, other)| *other == end);
                ended.for_each(|(emphasis, ..)| kept.remove(*emphasis));
            }
        }
        let added = EMPHASES.iter().filter(|(emphasis, ..)| (to.emphasis - kept).contains(*emphasis));
        codes.extend(added.map(|(_, start, _)| start.to_string()));
        if self.fore != to.fore {
            codes.push(colour(to.fore, 30));
        }
        if self.back != to.back {
            codes.push(colour(to.back, 40));
        }
        codes
    }
}

/// The code of a colour, counted from 30 (text) or 40 (ground).
fn colour(colour: Color, base: u8) -> String {
    let named = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    (base + named).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Modifier, to: Modifier) -> String {
        let mut bytes = String::new();
        let pen = |emphasis| Sgr { emphasis, ..Sgr::default() };
        pen(from).change(pen(to), &mut bytes);
        bytes.replace('\x1b', "^")
    }

    #[test]
    fn bold_and_dim_end_together_and_the_shorter_way_is_taken() {
        assert_eq!(change(Modifier::BOLD, Modifier::BOLD), "");
        assert_eq!(change(Modifier::empty(), Modifier::BOLD), "^[1m");
        assert_eq!(change(Modifier::BOLD, Modifier::empty()), "^[m");
        assert_eq!(change(Modifier::BOLD | Modifier::DIM, Modifier::DIM), "^[;2m");
        let many = Modifier::ITALIC | Modifier::REVERSED | Modifier::UNDERLINED | Modifier::BOLD;
        assert_eq!(change(many | Modifier::DIM, many), "^[22;1m");
        assert_eq!(change(many, many - Modifier::REVERSED), "^[27m");
    }
}
