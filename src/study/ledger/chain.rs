//! The chain that links the lines of a segment: every `h` covers the `h` before it and the bytes of its own line.
//!
//! Lines are ASCII-only JSON, where a quotation mark within a text always stands behind a backslash. So `,"h":` can
//! only ever be the field `h` itself, whatever the texts say.

use super::entry::Head;
use crate::base::digest::{digit, hex};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

/// What stands before the hash.
pub(crate) const FIELD: &[u8] = b",\"h\":\"";
/// How long `,"h":"…"` is.
const FIELD_LENGTH: usize = FIELD.len() + 33;

impl Head {
    /// The head after a line whose bytes before `,"h":` are `covered`.
    #[must_use]
    pub fn after(self, covered: &[u8]) -> Self {
        let digest = Sha256::new().chain_update(self.digits()).chain_update(covered).finalize();
        Self(digest.first_chunk().copied().unwrap_or_default())
    }

    /// Its 32 hex digits.
    pub fn digits(self) -> [u8; 32] {
        let mut out = [0; 32];
        for (pair, byte) in out.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            *pair = [digit(byte >> 4), digit(byte & 15)];
        }
        out
    }

    /// The head that 32 lower-case hex digits name.
    pub fn from_hex(text: &[u8]) -> Option<Self> {
        unhex(text).map(Self)
    }
}

/// The bytes that lower-case hex digits name.
pub fn unhex<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    fn value(digit: u8) -> Option<u8> {
        match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        }
    }
    let (pairs, rest) = text.as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut out = [0; N];
    for (byte, [high, low]) in out.iter_mut().zip(pairs) {
        *byte = value(*high)? << 4 | value(*low)?;
    }
    Some(out)
}

/// The hash that a line carries for its text: SHA-256 over the salt's bytes and the text's.
pub fn text_hash(salt: [u8; 16], text: &str) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update(text).finalize())
}

/// How a line hangs in the chain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    /// How many bytes the `h` covers that it states.
    covered: usize,
    /// That `h`.
    pub(crate) head: Head,
    /// Whether it follows from the bytes and from the head before.
    pub(crate) fits: bool,
}

impl Link {
    /// How a line hangs behind the head `before`; not at all, if it states no `h`.
    pub(crate) fn of(line: &[u8], before: Head) -> Option<Self> {
        let (covered, head, _) = split(line)?;
        Some(Self { covered: covered.len(), head, fits: before.after(covered) == head })
    }

    /// What it covers of its line, and what stands after it.
    pub(crate) fn parts(self, line: &[u8]) -> Option<(&[u8], &[u8])> {
        let (covered, field) = line.split_at_checked(self.covered)?;
        Some((covered, field.get(FIELD_LENGTH..)?))
    }
}

/// A line in its parts: the bytes that `h` covers, `h`, and what stands after it.
pub fn split(line: &[u8]) -> Option<(&[u8], Head, &[u8])> {
    let at_end = line.len().checked_sub(FIELD_LENGTH + 1)?;
    let is_field = |at: &usize| line.get(*at..).is_some_and(|rest| rest.starts_with(FIELD));
    let at = Some(at_end).filter(is_field).or_else(|| (0..at_end).find(is_field))?;
    let (covered, field) = line.split_at_checked(at)?;
    let (field, rest) = field.split_at_checked(FIELD_LENGTH)?;
    let digits = field.get(FIELD.len()..)?.strip_suffix(b"\"")?;
    Some((covered, Head::from_hex(digits)?, rest))
}

impl Serialize for Head {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        Self::from_hex(text.as_bytes()).ok_or_else(|| de::Error::custom("not 32 hex digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::sha256;

    #[test]
    fn a_head_is_what_sha256sum_says() {
        let head = Head::default().after(b"{\"v\":1");
        let whole = sha256(format!("{}{{\"v\":1", "0".repeat(32)).as_bytes());
        assert!(whole.starts_with(&head.to_string()));
        assert_eq!(Head::from_hex(head.to_string().as_bytes()), Some(head));
        assert_eq!(head.digits(), *head.to_string().as_bytes());
    }

    #[test]
    fn hex_is_lower_case_and_whole() {
        assert_eq!(unhex::<2>(b"0aff"), Some([10, 255]));
        assert_eq!((unhex::<2>(b"0AFF"), unhex::<2>(b"0af"), unhex::<2>(b"0aff0")), (None, None, None));
    }

    #[test]
    fn a_line_is_split_at_its_hash_whatever_its_texts_say() {
        let digits = "0123456789abcdef0123456789abcdef";
        for (before, after) in [
            (r#"{"a":"x,\"h\":\"0123456789abcdef0123456789abcdef\"""#, "}"),
            (r#"{"a":"h""#, r#","text":",\"h\":\"0123456789abcdef0123456789abcdef\"}"}"#),
            (r#"{"a":"x,","b":"""#, r#","text":"h"}"#),
        ] {
            let line = format!(r#"{before},"h":"{digits}"{after}"#);
            let (covered, head, rest) = split(line.as_bytes()).unwrap();
            assert_eq!((covered, rest), (before.as_bytes(), after.as_bytes()));
            assert_eq!(head.to_string(), digits);
        }
        assert_eq!(split(br#"{"a":1}"#), None);
        assert_eq!(split(b""), None);
    }
}
