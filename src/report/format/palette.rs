//! The colours of the bars.

/// A colour, and what is written in it.
#[derive(Debug, Clone, Copy)]
pub struct Colour {
    /// Its own code in hex.
    pub fill: &'static str,
    /// The code of the letters in it.
    pub ink: &'static str,
}

/// One colour a part. Each is dark where its neighbours are light, so that they differ on grey paper and for the
/// colour-blind too.
pub const PALETTE: [Colour; 6] = [
    Colour { fill: "#08306b", ink: "#ffffff" },
    Colour { fill: "#9ecae1", ink: "#000000" },
    Colour { fill: "#b2450a", ink: "#ffffff" },
    Colour { fill: "#fee391", ink: "#000000" },
    Colour { fill: "#35693f", ink: "#ffffff" },
    Colour { fill: "#d9d9d9", ink: "#000000" },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of a colour as WCAG 2 defines it.
    fn luminance(code: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(code.get(at..at + 2).unwrap(), 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn letters_are_read_in_every_colour_and_neighbours_differ_in_lightness() {
        for colour in PALETTE {
            assert!(contrast(colour.fill, colour.ink) >= 4.5, "{colour:?}");
        }
        for pair in PALETTE.windows(2) {
            assert!(contrast(pair[0].fill, pair[1].fill) >= 3.0, "{pair:?}");
        }
    }
}
