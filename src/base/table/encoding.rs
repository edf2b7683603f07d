//! The encoding of a text: one for the whole file, the one that it must be in, or else the one that the user names.

use crate::base::fault::{Fault, Faults, Fix, Result};
use crate::base::names::names;
use crate::base::text::visible;
use crate::msg;
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The upper half of the code page that Excel's "CSV (MS-DOS)" is in.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
    ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
/// Letters by which a Swedish text is known.
const SWEDISH: &str = "åäöÅÄÖé";
/// What may stand between two letters without being one.
const BETWEEN: &str = "’‘´–—·…§\u{a0}\u{ad}";
/// What begins no word: small letters of other encodings look like it.
const SIGNS: &str = "™†‡ˆ‰";
/// How many characters are shown on either side of the one that is not clear.
const AROUND: usize = 20;

/// An encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-16, whatever its byte order.
    Utf16,
    /// Windows-1252, which Excel calls "CSV" in Swedish Windows.
    Windows1252,
    /// Code page 850: Excel's "CSV (MS-DOS)".
    Cp850,
    /// Mac Roman: Excel's "CSV (Macintosh)".
    Macintosh,
}

/// A text that no encoding is certain for.
struct Unclear {
    /// The first byte that leaves it open.
    at: usize,
    /// The encodings that it may be in, the likeliest first; none where it is in several.
    candidates: Vec<Charset>,
}

/// How a text reads in an encoding.
struct Look {
    /// How many Swedish letters it has.
    swedish: usize,
    /// The first byte that is nothing which stands there in a text.
    odd: Option<usize>,
}

names!(Charset:
    Utf8 = "utf-8",
    Utf16 = "utf-16",
    Windows1252 = "windows-1252",
    Cp850 = "cp850",
    Macintosh = "macintosh",
);

impl Charset {
    /// The text, or the first byte that is none.
    fn text(self, bytes: &[u8]) -> std::result::Result<Cow<'_, str>, usize> {
        let encoding = match (self, bom(bytes)) {
            (Self::Utf8, _) => UTF_8,
            (Self::Utf16, Some(marked)) => marked,
            (Self::Utf16, None) => utf16(bytes).unwrap_or(UTF_16LE),
            (Self::Windows1252, _) => WINDOWS_1252,
            (Self::Macintosh, _) => MACINTOSH,
            (Self::Cp850, _) => return Ok(cp850(bytes).into()),
        };
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        if broken { Err(std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |_| 0)) } else { Ok(text) }
    }

    /// What each byte is, in an encoding that has one character a byte.
    fn characters(self) -> [char; 256] {
        let one = |byte: u8| self.text(&[byte]).ok().and_then(|text| text.chars().next());
        std::array::from_fn(|byte| u8::try_from(byte).ok().and_then(one).unwrap_or(' '))
    }

    fn look(self, bytes: &[u8]) -> Look {
        let characters = self.characters();
        let at = |place: Option<usize>| {
            let byte = place.and_then(|place| bytes.get(place)).copied();
            byte.and_then(|byte| characters.get(usize::from(byte))).copied().unwrap_or(' ')
        };
        let is_odd = |place: &usize| {
            let (before, c, after) = (at(place.checked_sub(1)), at(Some(*place)), at(place.checked_add(1)));
            let is_inside = before.is_alphabetic() && after.is_alphabetic();
            let is_raised = c.is_uppercase() && before.is_lowercase() && after.is_lowercase();
            let is_first = !before.is_alphanumeric() && after.is_alphabetic();
            let is_sign = is_inside && !c.is_alphabetic() && !BETWEEN.contains(c) || is_first && SIGNS.contains(c);
            c.is_control() || is_raised || is_sign
        };
        let high = || bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).map(|(place, _)| place);
        Look { swedish: high().filter(|place| SWEDISH.contains(at(Some(*place)))).count(), odd: high().find(is_odd) }
    }
}

fn cp850(bytes: &[u8]) -> String {
    let upper: Vec<char> = CP850.chars().collect();
    let character = |byte: &u8| {
        let above = byte.checked_sub(128).and_then(|place| upper.get(usize::from(place)));
        above.copied().unwrap_or(char::from(*byte))
    };
    bytes.iter().map(character).collect()
}

/// The encoding that the mark at the beginning tells.
fn bom(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// UTF-16 without a mark: text in Latin letters has a zero in every other byte, always on the same side.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, right) if right * 4 > bytes.len() => Some(UTF_16LE),
        (left, 0) if left * 4 > bytes.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// The first byte beside well-formed UTF-8, in a text that has some: a letter or a sign as no other encoding writes it.
fn mixed(bytes: &[u8]) -> Option<usize> {
    let is_utf8 = |pair: &[u8]| matches!(pair, [0xc3, 0x80..=0xbf] | [0xe2, 0x80]);
    let broken = std::str::from_utf8(bytes).err()?.valid_up_to();
    bytes.windows(2).any(is_utf8).then_some(broken)
}

/// The encoding that a text is in for certain.
fn found(bytes: &[u8]) -> std::result::Result<Charset, Unclear> {
    if bom(bytes).is_some_and(|marked| marked != UTF_8) || utf16(bytes).is_some() {
        return Ok(Charset::Utf16);
    }
    if bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return Ok(Charset::Utf8);
    }
    if let Some(at) = mixed(bytes) {
        return Err(Unclear { at, candidates: Vec::new() });
    }
    let looks = [Charset::Windows1252, Charset::Cp850, Charset::Macintosh].map(|one| (one, one.look(bytes)));
    let [(_, windows), others @ ..] = &looks;
    let is_other = others.iter().any(|(_, look)| look.odd.is_none() && look.swedish > 0);
    if windows.odd.is_none() && (windows.swedish > 0 || !is_other) {
        return Ok(Charset::Windows1252);
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let mut candidates: Vec<&(Charset, Look)> = looks.iter().collect();
    candidates.sort_by_key(|(_, look)| (look.odd.is_some(), std::cmp::Reverse(look.swedish)));
    let fitting: Vec<Charset> = candidates.iter().filter(|(_, look)| look.odd.is_none()).map(|(one, _)| *one).collect();
    let all = candidates.iter().map(|(one, _)| *one).collect();
    Err(Unclear { at: windows.odd.unwrap_or(first), candidates: if fitting.is_empty() { all } else { fitting } })
}

/// The text of a file in the encoding that the user names, else in the one that it must be in.
pub(crate) fn text<'a>(name: &str, bytes: &'a [u8], said: Option<Charset>) -> Result<Cow<'a, str>> {
    let charset = match said {
        Some(charset) => charset,
        None => found(bytes).map_err(|unclear| unclear.fault(name, bytes))?,
    };
    charset.text(bytes).map_err(|at| {
        let fault = Fault::new(msg!("table-encoding", encoding = charset.name())).hint(msg!("table-encoding-hint"));
        fault.at(name, line(bytes, at), "", None).into()
    })
}

/// How sure it is what a text reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It was read in the likeliest of several encodings.
    Likely(Charset),
    /// Bytes that are no text stand in it.
    Broken,
}

/// The text of bytes that are to be read by a person, whatever it takes: in the encoding that they must be in, else in the
/// likeliest.
pub(crate) fn legible(bytes: &[u8]) -> (Cow<'_, str>, Option<Doubt>) {
    let read = found(bytes).map_err(|unclear| unclear.candidates.first().copied());
    let doubt = match read {
        Ok(charset) => match charset.text(bytes) {
            Ok(text) => return (text, None),
            Err(_) if charset == Charset::Utf16 => {
                let encoding = bom(bytes).or_else(|| utf16(bytes)).unwrap_or(UTF_16LE);
                return (encoding.decode_with_bom_removal(bytes).0, Some(Doubt::Broken));
            }
            Err(_) => Doubt::Broken,
        },
        Err(Some(likely)) => match likely.text(bytes) {
            Ok(text) => return (text, Some(Doubt::Likely(likely))),
            Err(_) => Doubt::Broken,
        },
        Err(None) => Doubt::Broken,
    };
    (UTF_8.decode_with_bom_removal(bytes).0, Some(doubt))
}

/// Refuses a text of which letters were lost before it was saved, unless the user says what it is in.
pub(crate) fn check_letters(name: &str, text: &str, said: Option<Charset>) -> Result<()> {
    let Some(at) = lost_letter(text).filter(|_| said.is_none()) else { return Ok(()) };
    let (head, tail) = text.split_at(at);
    let ends_line = |c: &char| *c == '\n';
    let before = head.chars().rev().take_while(|c| !ends_line(c)).take(AROUND).map(char::len_utf8).sum::<usize>();
    let after = tail.chars().take_while(|c| !ends_line(c)).take(AROUND).map(char::len_utf8).sum::<usize>();
    let found = visible(text.get(at - before..at + after).unwrap_or_default());
    let fault = Fault::new(msg!("table-letters-lost", found = found)).hint(msg!("table-letters-lost-hint"));
    Err(fault.at(name, line(text.as_bytes(), at), "", None).into())
}

/// Where a letter was lost: the sign that stands for one, or what UTF-8 becomes that was read as Windows-1252, CP850 or
/// Mac Roman.
fn lost_letter(text: &str) -> Option<usize> {
    let mut before = (0, ' ');
    text.char_indices().find_map(|(at, c)| {
        let (place, first) = std::mem::replace(&mut before, (at, c));
        let is_broken = match first {
            'Ã' => !c.is_ascii() && !c.is_alphabetic(),
            '├' => !c.is_ascii() && c.is_alphabetic(),
            '√' => !c.is_ascii(),
            _ => false,
        };
        if c == '\u{fffd}' { Some(at) } else { is_broken.then_some(place) }
    })
}

/// The line that a byte is on, whatever ends lines.
fn line(bytes: &[u8], at: usize) -> usize {
    let head = bytes.get(..at).unwrap_or(bytes);
    let ends = |(place, byte): (usize, &u8)| *byte == b'\n' || *byte == b'\r' && head.get(place + 1) != Some(&b'\n');
    head.iter().enumerate().filter(|one| ends(*one)).count() + 1
}

impl Unclear {
    fn fault(&self, name: &str, bytes: &[u8]) -> Faults {
        let fault = if self.candidates.is_empty() {
            Fault::new(msg!("table-encodings")).hint(msg!("table-encoding-hint"))
        } else {
            let readings: Vec<String> = self.candidates.iter().map(|one| self.reading(*one, bytes)).collect();
            let first = self.candidates.first().map_or("", |one| one.name());
            let option = |one: &Charset| (self.reading(*one, bytes), Fix::Encoding(one.name().to_owned()));
            Fault::new(msg!("table-encoding-unclear", readings = readings.join(", ")))
                .hint(msg!("table-encoding-unclear-hint", encoding = first))
                .ask(msg!("ask-encoding"), self.candidates.iter().map(option).collect())
        };
        fault.at(name, line(bytes, self.at), "", None).into()
    }

    /// What stands around the byte in an encoding, and which that is.
    fn reading(&self, charset: Charset, bytes: &[u8]) -> String {
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let (head, tail) = bytes.split_at(self.at.min(bytes.len()));
        let before = head.iter().rev().take(AROUND).take_while(|byte| !is_end(byte)).count();
        let after = tail.iter().take(AROUND).take_while(|byte| !is_end(byte)).count();
        let part = bytes.get(self.at - before..self.at + after).unwrap_or_default();
        format!("\"{}\" ({})", visible(&charset.text(part).unwrap_or_default()), charset.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytes(text: &str, charset: Charset) -> Vec<u8> {
        let characters = charset.characters();
        text.chars().map(|c| u8::try_from(characters.iter().position(|one| *one == c).unwrap()).unwrap()).collect()
    }

    /// The encoding that was found, or the candidates.
    fn seen(bytes: &[u8]) -> std::result::Result<&'static str, (usize, Vec<&'static str>)> {
        let named = |unclear: Unclear| {
            (line(bytes, unclear.at), unclear.candidates.iter().map(|one| one.name()).collect::<Vec<_>>())
        };
        found(bytes).map(Charset::name).map_err(named)
    }

    #[test]
    fn each_encoding_of_a_swedish_text_is_known_and_only_one_is_certain() {
        let text = "case;quote\r\nNOR-01;Får gå på möte, ändå\r\n";
        assert_eq!(seen(text.as_bytes()), Ok("utf-8"));
        assert_eq!(seen(&bytes(text, Charset::Windows1252)), Ok("windows-1252"));
        assert_eq!(seen(&bytes(text, Charset::Cp850)), Err((2, vec!["cp850", "macintosh"])));
        let old = text.replace("\r\n", "\r");
        assert_eq!(seen(&bytes(&old, Charset::Macintosh)), Err((2, vec!["macintosh", "windows-1252"])));
        let words: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(seen(&words), Ok("utf-16"));
        assert_eq!(Charset::Utf16.text(&words).unwrap(), text);
        let words: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(Charset::Utf16.text(&words).unwrap(), text);
    }

    #[test]
    fn letters_that_were_lost_before_are_found() {
        let twice = |charset: Charset| charset.text("på möte Ärla".as_bytes()).unwrap().into_owned();
        for charset in [Charset::Windows1252, Charset::Cp850, Charset::Macintosh] {
            let text = format!("a\nb {}", twice(charset));
            assert_eq!(lost_letter(&text), Some(5), "{text}");
            assert!(check_letters("a.csv", &text, Some(Charset::Utf8)).is_ok());
            assert_eq!(check_letters("a.csv", &text, None).unwrap_err().0[0].place.as_ref().unwrap().line, Some(2));
        }
        assert_eq!(lost_letter("ab\u{fffd}"), Some(2));
        for text in ["SÃO Paulo", "√2 √x", "├── a", "Får gå på möte, ändå", "Ã"] {
            assert_eq!(lost_letter(text), None, "{text}");
        }
    }

    #[test]
    fn one_file_has_one_encoding() {
        let mixed = [b"case;quote\nNOR-01;F\xc3\xa5r\nNOR-02;g\xe5\n".as_slice(), b"a\n\xe2\x80\x93\n\xc5sa\n"];
        assert_eq!(mixed.map(seen), [Err((3, Vec::new())), Err((3, Vec::new()))]);
        let two = [bytes("Åsa på\n", Charset::Windows1252), bytes("möte\n", Charset::Cp850)].concat();
        assert_eq!(seen(&two).unwrap_err().0, 2);
        let two = [bytes("Åsa på\n", Charset::Windows1252), bytes("Öster år\n", Charset::Cp850)].concat();
        assert_eq!(seen(&two).unwrap_err().0, 2, "a word that begins with a sign");
    }

    #[test]
    fn what_a_person_reads_is_shown_whatever_it_takes() {
        let read = |bytes: &[u8]| {
            let (text, doubt) = legible(bytes);
            (text.into_owned(), doubt)
        };
        let text = "Får gå på möte, ändå";
        assert_eq!(read(text.as_bytes()), (text.to_owned(), None));
        assert_eq!(read(&bytes(text, Charset::Windows1252)), (text.to_owned(), None));
        assert_eq!(read(&bytes(text, Charset::Cp850)), (text.to_owned(), Some(Doubt::Likely(Charset::Cp850))));
        assert_eq!(read(b"F\xc3\xa5r g\xe5"), ("Får g\u{fffd}".to_owned(), Some(Doubt::Broken)));
        assert_eq!(read(b"\xff\xfea\0\0\xdcb\0"), ("a\u{fffd}b".to_owned(), Some(Doubt::Broken)));
    }

    #[test]
    fn signs_of_windows_are_certain_where_they_stand_as_in_texts() {
        for text in ["”Ja” – 5 € … det´s", "Émile Šimek på Söder", "Zoë: 10 °C ½", "A–B d’Arc 4 § å"]
        {
            assert_eq!(seen(&bytes(text, Charset::Windows1252)), Ok("windows-1252"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_for_certain_was_written_so(words in proptest::collection::vec("[a-zåäö]{2,9}", 1..9)) {
            let text = words.join(" ");
            for charset in [Charset::Windows1252, Charset::Cp850, Charset::Macintosh] {
                if let Ok(found) = found(&bytes(&text, charset)) {
                    let read = found.text(&bytes(&text, charset)).unwrap().into_owned();
                    prop_assert!(read == text, "{charset:?} was read as {read}");
                }
            }
        }
    }
}
