//! The colours that tones have, by the ground that they are read on.

use crate::base::paths::Theme;
use ratatui::style::Color;

/// The colours of a screen; where one is missing, bold and reverse say the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Palette {
    pub(super) current: Option<Color>,
    pub(super) key: Option<Color>,
    pub(super) dim: Option<Color>,
    pub(super) alarm: Option<Color>,
    pub(super) saved: Option<Color>,
}

impl Palette {
    /// No colours.
    pub const MONO: Self = Self { current: None, key: None, dim: None, alarm: None, saved: None };
    /// Read on black and on white: of the 256 colours six have a contrast of 4.5 to both.
    pub const ANY: Self = Self::indexed(63, 98, 243, 131, 29);
    const DARK: Self = Self::indexed(117, 147, 248, 221, 114);
    const LIGHT: Self = Self::indexed(25, 55, 241, 124, 22);
    const CONTRAST: Self = Self::indexed(229, 159, 252, 226, 120);
    const SIXTEEN: Self = Self {
        current: Some(Color::LightCyan),
        key: Some(Color::LightMagenta),
        dim: None,
        alarm: Some(Color::LightYellow),
        saved: Some(Color::LightGreen),
    };

    const fn indexed(current: u8, key: u8, dim: u8, alarm: u8, saved: u8) -> Self {
        Self {
            current: Some(Color::Indexed(current)),
            key: Some(Color::Indexed(key)),
            dim: Some(Color::Indexed(dim)),
            alarm: Some(Color::Indexed(alarm)),
            saved: Some(Color::Indexed(saved)),
        }
    }

    /// The colours of a theme, given how to look up a variable of the environment. The terminal is never asked: its
    /// answer could be taken for keys. What it is said to have decides, `COLORFGBG` of some terminals among it.
    pub fn new(theme: Theme, variable: impl Fn(&str) -> Option<String>) -> Self {
        let has_many = || variable("TERM").is_some_and(|term| term.contains("256")) || variable("COLORTERM").is_some();
        let ground = || variable("COLORFGBG")?.rsplit(';').next()?.parse::<u8>().ok();
        match theme {
            Theme::Mono => Self::MONO,
            Theme::Dark => Self::DARK,
            Theme::Light => Self::LIGHT,
            Theme::Contrast => Self::CONTRAST,
            Theme::Sixteen => Self::SIXTEEN,
            Theme::Auto => match (has_many(), ground()) {
                (true, Some(7 | 9..=15)) => Self::LIGHT,
                (true, Some(_)) => Self::DARK,
                (true, None) => Self::ANY,
                (false, Some(7 | 9..=15)) => Self::MONO,
                (false, _) => Self::SIXTEEN,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The red, green and blue of a colour as xterm has it.
    fn rgb(colour: Color) -> [u8; 3] {
        const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        match colour {
            Color::Indexed(n @ 16..=231) => {
                let n = usize::from(n - 16);
                [STEPS[n / 36], STEPS[n / 6 % 6], STEPS[n % 6]]
            }
            Color::Indexed(n @ 232..) => [8 + 10 * (n - 232); 3],
            Color::LightCyan => [0, 255, 255],
            Color::LightMagenta => [255, 0, 255],
            Color::LightYellow => [255, 255, 0],
            Color::LightGreen => [0, 255, 0],
            other => panic!("{other:?}"),
        }
    }

    /// The contrast of a colour to a grey ground, from 1 to 21 (WCAG 2.2, "contrast ratio").
    fn contrast(colour: Color, ground: u8) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance =
            |[red, green, blue]: [u8; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        let (one, other) = (luminance(rgb(colour)), luminance([ground; 3]));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn colours(palette: Palette) -> impl Iterator<Item = Color> {
        [palette.current, palette.key, palette.dim, palette.alarm, palette.saved].into_iter().flatten()
    }

    #[test]
    fn every_colour_is_read_on_the_grounds_of_its_theme() {
        for (palette, grounds, least) in [
            (Palette::ANY, &[0, 255][..], 4.5),
            (Palette::DARK, &[0, 30, 48], 4.5),
            (Palette::LIGHT, &[255, 238], 4.5),
            (Palette::CONTRAST, &[0, 30], 10.0),
            (Palette::SIXTEEN, &[0, 30], 4.5),
        ] {
            for (colour, ground) in
                colours(palette).flat_map(|colour| grounds.iter().map(move |ground| (colour, *ground)))
            {
                let found = contrast(colour, ground);
                assert!(found >= least, "{colour:?} on {ground}: {found:.2}");
            }
        }
        assert!((contrast(Color::Indexed(231), 0) - 21.0).abs() < 0.01);
    }

    #[test]
    fn what_the_terminal_is_said_to_have_decides_where_nothing_is_set() {
        let of = |theme: Theme, known: &[(&str, &str)]| {
            Palette::new(theme, |name| known.iter().find(|(one, _)| *one == name).map(|(_, value)| (*value).to_owned()))
        };
        let many = ("TERM", "xterm-256color");
        assert_eq!(of(Theme::Auto, &[many]), Palette::ANY);
        assert_eq!(of(Theme::Auto, &[many, ("COLORFGBG", "15;0")]), Palette::DARK);
        assert_eq!(of(Theme::Auto, &[many, ("COLORFGBG", "0;default;15")]), Palette::LIGHT);
        assert_eq!(of(Theme::Auto, &[many, ("COLORFGBG", "15;8")]), Palette::DARK);
        assert_eq!(of(Theme::Auto, &[("TERM", "linux")]), Palette::SIXTEEN);
        assert_eq!(of(Theme::Auto, &[("TERM", "xterm"), ("COLORFGBG", "0;15")]), Palette::MONO);
        assert_eq!(of(Theme::Light, &[("TERM", "linux")]), Palette::LIGHT, "what is set wins");
    }
}
