//! The records of a workbook: a kind, and data that may go on in further records.

/// A part of the stream begins.
pub(crate) const BEGIN: u16 = 0x0809;
/// It ends.
pub(crate) const END: u16 = 0x000a;
/// The file is encrypted.
pub(crate) const PASSWORD: u16 = 0x002f;
/// Whether days are counted from 1904.
pub(crate) const FROM_1904: u16 = 0x0022;
/// A number format.
pub(crate) const FORMAT: u16 = 0x041e;
/// A style of cells.
pub(crate) const STYLE: u16 = 0x00e0;
/// A sheet: its name and its place.
pub(crate) const SHEET: u16 = 0x0085;
/// The texts that cells share.
pub(crate) const STRINGS: u16 = 0x00fc;
/// The data of the record before goes on.
const MORE: u16 = 0x003c;

/// A record with those that its data goes on in.
pub(crate) struct Record<'a> {
    pub(crate) kind: u16,
    pieces: Vec<&'a [u8]>,
}

/// The records of a stream from a place on.
pub(crate) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(crate) fn at(stream: &'a [u8], place: usize) -> Self {
        Self { rest: stream.get(place..).unwrap_or_default() }
    }

    /// The kind and the data of the record that is next; data that is cut off ends the stream.
    fn peek(&self) -> Option<(u16, &'a [u8])> {
        let (kind, length) = (u16_at(self.rest, 0)?, usize::from(u16_at(self.rest, 2)?));
        Some((kind, self.rest.get(4..4 + length)?))
    }

    fn pass(&mut self, data: &[u8]) {
        self.rest = self.rest.get(4 + data.len()..).unwrap_or_default();
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.peek()?;
        self.pass(data);
        let mut pieces = vec![data];
        while let Some((_, more)) = self.peek().filter(|(kind, _)| *kind == MORE) {
            self.pass(more);
            pieces.push(more);
        }
        Some(Record { kind, pieces })
    }
}

impl<'a> Record<'a> {
    /// The data of the record itself.
    pub(crate) fn data(&self) -> &'a [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// All of its data from a place of the first piece on.
    pub(crate) fn pieces(&self, place: usize) -> Pieces<'_> {
        Pieces { pieces: &self.pieces, at: place }
    }
}

/// Data in pieces that is read from its beginning.
pub(crate) struct Pieces<'a> {
    pieces: &'a [&'a [u8]],
    at: usize,
}

impl Pieces<'_> {
    /// Goes on to the next piece where this one is read; whether there is anything left.
    fn advance(&mut self) -> bool {
        while let [first, rest @ ..] = self.pieces {
            if self.at < first.len() {
                return true;
            }
            (self.pieces, self.at) = (rest, self.at - first.len());
        }
        false
    }

    pub(crate) fn is_at_end(&mut self) -> bool {
        !self.advance()
    }

    fn byte(&mut self) -> u8 {
        let byte = if self.advance() { self.pieces.first().and_then(|piece| piece.get(self.at)) } else { None };
        self.at += 1;
        byte.copied().unwrap_or_default()
    }

    fn number(&mut self, bytes: u32) -> usize {
        (0..bytes).fold(0, |number, place| number | usize::from(self.byte()) << (8 * place))
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
        self.advance();
    }

    /// A text whose length has two bytes.
    pub(crate) fn string(&mut self) -> String {
        let length = self.number(2);
        self.text(length)
    }

    /// A text whose length has one byte.
    pub(crate) fn short_string(&mut self) -> String {
        let length = self.number(1);
        self.text(length)
    }

    /// So many characters after their flags, with what is said of their looks and sound passed over.
    fn text(&mut self, length: usize) -> String {
        let flags = self.byte();
        let runs = if flags & 8 == 0 { 0 } else { self.number(2) };
        let sound = if flags & 4 == 0 { 0 } else { self.number(4) };
        let text = self.characters(length, flags & 1 != 0);
        self.skip((runs * 4).saturating_add(sound));
        text
    }

    /// So many characters of one or two bytes; where they go on in another piece, that says anew of how many.
    fn characters(&mut self, length: usize, mut is_wide: bool) -> String {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            let before = self.pieces.len();
            if !self.advance() {
                break;
            }
            if self.pieces.len() != before {
                is_wide = self.byte() & 1 != 0;
            }
            let unit = self.number(if is_wide { 2 } else { 1 });
            units.push(u16::try_from(unit).unwrap_or_default());
        }
        String::from_utf16_lossy(&units)
    }
}

pub(crate) fn u16_at(data: &[u8], place: usize) -> Option<u16> {
    data.get(place..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

pub(crate) fn u32_at(data: &[u8], place: usize) -> Option<u32> {
    data.get(place..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

pub(crate) fn f64_at(data: &[u8], place: usize) -> Option<f64> {
    data.get(place..)?.first_chunk().map(|bytes| f64::from_le_bytes(*bytes))
}
