//! The characters of a terminal, in the encoding that its locale names.

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

/// How characters are sent.
pub struct Charset {
    /// Nothing where the encoding is not known here: then only ASCII is read.
    encoding: Option<(&'static Encoding, Decoder)>,
    /// Whether bytes from 0x80 to 0x9f are control characters.
    has_controls: bool,
    /// Whether a character has begun.
    is_open: bool,
}

/// The encoding with a name, and whether it has control characters from 0x80 to 0x9f; none where it has ASCII alone, or
/// is not known here.
pub(crate) fn named(name: &str) -> (Option<&'static Encoding>, bool) {
    let bare: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if ["ascii", "usascii", "ansix341968", "iso646us"].contains(&bare.as_str()) {
        return (None, false);
    }
    let encoding = [name, &bare].into_iter().find_map(|name| Encoding::for_label(name.as_bytes()));
    (encoding.filter(|encoding| encoding.is_ascii_compatible()), bare.starts_with("iso8859"))
}

/// What a byte comes to.
pub(crate) enum Piece {
    /// A character is not whole yet.
    Open,
    /// What was typed.
    Text(String),
    /// A control character of eight bits.
    Control(u8),
    /// Something that is no character; the byte itself may still be one.
    Wrong { is_used: bool },
}

impl Charset {
    /// The encoding with a name, as a locale writes it: `UTF-8`, `ISO-8859-15`, `iso88591`.
    pub fn named(name: &str) -> Self {
        let (encoding, is_iso) = named(name);
        Self {
            encoding: encoding.map(|encoding| (encoding, encoding.new_decoder_without_bom_handling())),
            has_controls: is_iso || encoding == Some(UTF_8),
            is_open: false,
        }
    }

    /// Whether a character has begun and is not whole.
    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether the byte 0x9c ends a string: not where it is a letter, or in the middle of a character.
    pub(crate) fn ends_string(&self, tail: u8, before: u8) -> bool {
        self.has_controls && (!self.is_utf8() || tail == 0 || (tail == 1 && before == 0xc2))
    }

    fn is_utf8(&self) -> bool {
        self.encoding.as_ref().is_some_and(|(encoding, _)| *encoding == UTF_8)
    }

    pub(crate) fn push(&mut self, byte: u8) -> Piece {
        let Some((_, decoder)) = &mut self.encoding else { return Piece::Wrong { is_used: true } };
        if !self.is_open && self.has_controls && matches!(byte, 0x80..=0x9f) {
            return Piece::Control(byte);
        }
        let mut text = [0; 16];
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(&[byte], &mut text, false);
        if let DecoderResult::Malformed(..) = result {
            self.is_open = false;
            return Piece::Wrong { is_used: read > 0 };
        }
        let text = std::str::from_utf8(text.get(..written).unwrap_or_default()).unwrap_or_default();
        self.is_open = text.is_empty();
        match text.chars().next().map(u32::from) {
            None => Piece::Open,
            Some(code @ 0x80..=0x9f) if self.has_controls => Piece::Control(u8::try_from(code).unwrap_or(0)),
            Some(0x80..=0x9f) => Piece::Wrong { is_used: true },
            Some(_) => Piece::Text(text.to_owned()),
        }
    }

    /// A whole text, and whether all of it could be read.
    pub(crate) fn read(&self, bytes: &[u8]) -> (String, bool) {
        let Some((encoding, _)) = &self.encoding else {
            return (String::from_utf8_lossy(bytes).into_owned(), bytes.is_ascii());
        };
        let (text, has_faults) = encoding.decode_without_bom_handling(bytes);
        (text.into_owned(), !has_faults)
    }
}
