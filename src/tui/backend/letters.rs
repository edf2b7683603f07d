//! What the terminal's encoding has no character for is shown by what it has.

use crate::base::text::plain::plain;
use crate::tui::decode::encoding_named;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// The characters that a terminal shows.
#[derive(Debug, Clone, Copy)]
pub struct Letters {
    /// Nothing where it is ASCII alone.
    encoding: Option<&'static Encoding>,
    /// Whether bytes from 0x80 to 0x9f are control characters.
    has_controls: bool,
}

impl Letters {
    /// Those of the encoding with a name, as a locale writes it.
    pub fn named(name: &str) -> Self {
        let (encoding, has_controls) = encoding_named(name);
        Self { encoding, has_controls }
    }

    /// The bytes of a text; without those that it cannot show.
    fn sent(self, text: &str) -> Option<Cow<'_, [u8]>> {
        let Some(encoding) = self.encoding.filter(|encoding| *encoding != UTF_8) else {
            let shows = self.encoding.is_some() || text.is_ascii();
            return shows.then_some(Cow::Borrowed(text.as_bytes()));
        };
        let (bytes, _, is_lacking) = encoding.encode(text);
        let obeys = self.has_controls && bytes.iter().any(|byte| matches!(byte, 0x80..=0x9f));
        (!is_lacking && !obeys).then_some(bytes)
    }

    /// A character as it can be shown, as wide as it is.
    pub(crate) fn shown(self, symbol: &str) -> Cow<'_, str> {
        if self.sent(symbol).is_some() { Cow::Borrowed(symbol) } else { Cow::Owned(plain(symbol)) }
    }

    /// A text as it can be shown.
    pub(crate) fn text(self, text: &str) -> String {
        text.graphemes(true).map(|symbol| self.shown(symbol)).collect()
    }

    /// What is sent for a text of such characters.
    pub(crate) fn bytes(self, text: &str) -> Cow<'_, [u8]> {
        self.sent(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_shown_where_it_can_be_and_else_by_what_is_nearest() {
        for (codeset, shown) in [
            ("UTF-8", "Å€…é漢"),
            ("ISO-8859-1", "Å?~é??"),
            ("ISO-8859-15", "Å€~é??"),
            ("CP1252", "Å€…é??"),
            ("ANSI_X3.4-1968", "A?~e??"),
        ] {
            let letters = Letters::named(codeset);
            let text: String = ["Å", "€", "…", "é", "漢"].map(|symbol| letters.shown(symbol)).concat();
            assert_eq!(text, shown, "{codeset}");
        }
        assert_eq!(*Letters::named("ISO-8859-15").bytes("\x1b[mÅ€é"), *b"\x1b[m\xc5\xa4\xe9");
    }
}
