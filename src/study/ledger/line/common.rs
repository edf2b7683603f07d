//! The line that nearly all lines are: an answer without free text, its fields in their order and nothing to unescape.
//!
//! Whatever is written in any other way is left to the reader for every line, which this one agrees with.

use crate::study::ledger::entry::{Entry, Head, Op, Round};

/// The entry of a line by the bytes that its `h` covers, if it is written in the common way.
pub(super) fn read(covered: &[u8], h: Head) -> Option<Entry<'_>> {
    let mut rest = Rest(std::str::from_utf8(covered).ok()?);
    let op = Op::named(rest.word("{\"v\":1,\"op\":\"")?).filter(|op| !op.is_text())?;
    let seq = rest.number(",\"seq\":")?;
    let ts = rest.word(",\"ts\":\"")?;
    let coder = rest.word(",\"coder\":\"")?;
    let segment = u32::try_from(rest.number(",\"segment\":")?).ok()?;
    let round = Round::named(rest.word(",\"round\":\"")?)?;
    let case_id = rest.word(",\"case_id\":\"")?;
    let question = rest.word(",\"question\":\"")?;
    let item = rest.word(",\"item\":\"").unwrap_or_default();
    let value = rest.word(",\"answer\":\"")?;
    let was = rest.word(",\"was\":\"")?;
    let undoes = if rest.0.is_empty() { None } else { Some(Head::from_hex(rest.word(",\"undoes\":\"")?.as_bytes())?) };
    rest.0.is_empty().then(|| Entry {
        op,
        seq,
        ts: ts.into(),
        coder: coder.into(),
        segment,
        round,
        case_id: case_id.into(),
        question: question.into(),
        item: item.into(),
        value: value.into(),
        was: was.into(),
        undoes,
        protocol: "".into(),
        with: Box::default(),
        h,
    })
}

/// What is still to be read of a line.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// The text that stands behind some bytes, if it is as plain as it is long.
    fn word(&mut self, before: &str) -> Option<&'a str> {
        let rest = self.0.strip_prefix(before)?;
        let end = rest.bytes().position(|byte| !matches!(byte, b' '..=b'~') || byte == b'"' || byte == b'\\')?;
        let (word, rest) = rest.split_at_checked(end)?;
        self.0 = rest.strip_prefix('"')?;
        Some(word)
    }

    /// The number that stands behind some bytes, written without zeros before it.
    fn number(&mut self, before: &str) -> Option<u64> {
        let rest = self.0.strip_prefix(before)?;
        let (digits, rest) = rest.split_at_checked(rest.bytes().position(|byte| !byte.is_ascii_digit())?)?;
        self.0 = rest;
        // A sign would be one of the bytes that are no digits.
        digits.parse().ok().filter(|_| digits.len() == 1 || !digits.starts_with('0'))
    }
}
