//! The numbers of list items as they are shown.

/// How a number is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Numerals {
    /// 1, 2, 3
    #[default]
    Digits,
    /// a, b, c
    Letters,
    /// A, B, C
    Capitals,
    /// i, ii, iii
    Roman,
    /// I, II, III
    RomanCapitals,
    /// Nothing.
    None,
}

impl Numerals {
    pub(super) fn write(self, number: usize) -> String {
        match self {
            Self::Digits => number.to_string(),
            Self::Letters => letters(number),
            Self::Capitals => letters(number).to_uppercase(),
            Self::Roman => roman(number),
            Self::RomanCapitals => roman(number).to_uppercase(),
            Self::None => String::new(),
        }
    }
}

/// z is followed by aa, as word processors have it.
fn letters(number: usize) -> String {
    let Some(place) = number.checked_sub(1) else { return "0".to_owned() };
    let letter = u8::try_from(place % 26).map_or('a', |place| char::from(b'a' + place));
    // A number that only a damaged file has stays a number.
    if place / 26 > 9 { number.to_string() } else { letter.to_string().repeat(place / 26 + 1) }
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        out += &sign.repeat(left / value);
        left %= value;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Numerals::{Capitals, Digits, Letters, Roman, RomanCapitals};

    #[test]
    fn numbers_are_written_as_word_processors_do() {
        let written = [Digits.write(12), Letters.write(27), Capitals.write(2), Roman.write(14), RomanCapitals.write(9)];
        assert_eq!(written, ["12", "aa", "B", "xiv", "IX"]);
        assert_eq!(
            (Letters.write(0), Letters.write(9999), Roman.write(5000)),
            ("0".into(), "9999".into(), "5000".into())
        );
    }
}
