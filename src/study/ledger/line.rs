//! A line of the ledger as bytes: fixed field order, ASCII only, at most 64 KiB.

pub mod carry;
mod common;
pub(crate) mod fragment;
pub(crate) mod print;
mod sought;

use super::chain::{Link, split, text_hash, unhex};
use super::control_line::{Close, Open, Redact, Repair};
use super::entry::{BLANKED, Entry, Head, Op, Round, VERSION};
use crate::base::env::Salt;
use crate::base::language::Message;
use crate::msg;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::ser::Formatter;
use std::borrow::Cow;
use std::io;

pub use sought::Sought;

/// The longest line in bytes, its newline included.
pub const LONGEST: usize = 64 * 1024;

/// A line that has been read.
#[derive(Debug)]
pub enum Line<'a> {
    /// Does something to a slot.
    Slot(Entry<'a>),
    /// Begins the segment.
    Open(Box<Open>),
    /// Notes torn bytes.
    Repair(Repair),
    /// Tells of a blanked text.
    Redact(Redact),
    /// Ends a sitting.
    Close(Close),
}

/// Why a line is not taken.
#[derive(Debug)]
pub enum Bad {
    /// It is not what was written.
    Damage(Message),
    /// It is as it was written, but by a program that knows more; its `h` holds.
    Newer(Message, Head),
}

/// A slot line as it stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot<'a> {
    v: u32,
    #[serde(borrow)]
    op: Cow<'a, str>,
    seq: u64,
    #[serde(borrow)]
    ts: Cow<'a, str>,
    #[serde(borrow)]
    coder: Cow<'a, str>,
    segment: u32,
    #[serde(borrow)]
    round: Cow<'a, str>,
    #[serde(borrow)]
    case_id: Cow<'a, str>,
    #[serde(borrow)]
    question: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    item: Cow<'a, str>,
    #[serde(borrow, default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    answer: Option<Cow<'a, str>>,
    #[serde(borrow, default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    text_hash: Option<Cow<'a, str>>,
    #[serde(borrow)]
    was: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<Head>,
    #[serde(skip_serializing)]
    #[expect(dead_code, reason = "read by the chain, which looks at bytes; here it may stand once")]
    h: IgnoredAny,
    #[serde(borrow, default, deserialize_with = "some", skip_serializing)]
    salt: Option<Cow<'a, str>>,
    #[serde(borrow, default, deserialize_with = "some", skip_serializing)]
    text: Option<Cow<'a, str>>,
}

/// Reads a field that may be missing but is never null, without copying it: serde copies within an `Option`.
fn some<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Cow<'a, str>>, D::Error> {
    #[derive(Deserialize)]
    struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);
    Borrowed::deserialize(deserializer).map(|text| Some(text.0))
}

/// Reads a line without its newline, which stands after the head `before`.
pub fn read(line: &[u8], before: Head) -> Result<(Line<'_>, Head), Bad> {
    linked(line, Link::of(line, before))
}

/// Reads a line without its newline, of which it is known how it hangs in the chain.
pub(crate) fn linked(line: &[u8], chained: Option<Link>) -> Result<(Line<'_>, Head), Bad> {
    let parts = chained.and_then(|chained| Some((chained, chained.parts(line)?)));
    let Some((chained, (covered, rest))) = parts else { return Err(Bad::Damage(msg!("ledger-damage-line"))) };
    if !chained.fits {
        return Err(Bad::Damage(msg!("ledger-damage-hash")));
    }
    parsed(line, covered, chained.head, rest)
}

/// Reads a line of which it is not known what it stands after.
pub(crate) fn unchained(line: &[u8]) -> Result<(Line<'_>, Head), Bad> {
    let (covered, head, rest) = split(line).ok_or_else(|| Bad::Damage(msg!("ledger-damage-line")))?;
    parsed(line, covered, head, rest)
}

fn parsed<'a>(line: &'a [u8], covered: &'a [u8], head: Head, rest: &[u8]) -> Result<(Line<'a>, Head), Bad> {
    if let Some(entry) = common::read(covered, head).filter(|_| rest == b"}") {
        return Ok((Line::Slot(entry), head));
    }
    if rest != b"}" && !is_tail(rest) {
        return Err(Bad::Damage(msg!("ledger-damage-text")));
    }
    every(line, covered, head, rest)
}

/// Reads a line of any kind, however it is written.
fn every<'a>(line: &'a [u8], covered: &[u8], head: Head, rest: &[u8]) -> Result<(Line<'a>, Head), Bad> {
    let newer = |message| Bad::Newer(message, head);
    let unread = |error: serde_json::Error| newer(msg!("ledger-newer-line", cause = error.to_string()));
    let read = match op_of(covered).map_err(newer)? {
        Named::Slot(op) => Line::Slot(entry(op, serde_json::from_slice(line).map_err(unread)?, head)?),
        _ if rest != b"}" => return Err(Bad::Damage(msg!("ledger-damage-line"))),
        Named::Open => Line::Open(serde_json::from_slice(line).map_err(unread)?),
        Named::Repair => Line::Repair(serde_json::from_slice(line).map_err(unread)?),
        Named::Redact => Line::Redact(serde_json::from_slice(line).map_err(unread)?),
        Named::Close => Line::Close(serde_json::from_slice(line).map_err(unread)?),
    };
    Ok((read, head))
}

/// What a line calls itself.
enum Named {
    Slot(Op),
    Open,
    Repair,
    Redact,
    Close,
}

/// Which kind of line it is, from its first two fields.
fn op_of(covered: &[u8]) -> Result<Named, Message> {
    #[derive(Deserialize)]
    struct First {
        v: u64,
        op: String,
    }
    let quick = covered.strip_prefix(b"{\"v\":1,\"op\":\"").and_then(|rest| rest.split(|b| *b == b'"').next());
    if let Some(op) = quick.and_then(named) {
        return Ok(op);
    }
    let whole = [covered, b"}"].concat();
    let first: First =
        serde_json::from_slice(&whole).map_err(|error| msg!("ledger-newer-line", cause = error.to_string()))?;
    if first.v != u64::from(VERSION) {
        return Err(msg!("ledger-newer-version", found = first.v, known = VERSION));
    }
    named(first.op.as_bytes()).ok_or_else(|| msg!("ledger-newer-op", op = first.op))
}

fn named(op: &[u8]) -> Option<Named> {
    match op {
        b"open" => Some(Named::Open),
        b"repair" => Some(Named::Repair),
        b"redact" => Some(Named::Redact),
        b"close" => Some(Named::Close),
        _ => Op::named(std::str::from_utf8(op).ok()?).map(Named::Slot),
    }
}

/// The entry that a slot line carries; what holds for a whole sitting stands in the segment's first line.
fn entry(op: Op, slot: Slot<'_>, h: Head) -> Result<Entry<'_>, Bad> {
    let newer = |cause: &str| Bad::Newer(msg!("ledger-newer-line", cause = cause), h);
    let round = Round::named(&slot.round).ok_or_else(|| newer(&slot.round))?;
    let value = match (op.is_text(), slot.answer, slot.text_hash, slot.salt, slot.text) {
        (false, Some(value), None, None, None) => value,
        (true, None, Some(hash), None, None) if hash.is_empty() => Cow::Borrowed(""),
        (true, None, Some(hash), Some(salt), Some(text)) if !hash.is_empty() => checked(&hash, &salt, text)?,
        _ => return Err(Bad::Damage(msg!("ledger-damage-line"))),
    };
    Ok(Entry {
        op,
        seq: slot.seq,
        ts: slot.ts,
        coder: slot.coder,
        segment: slot.segment,
        round,
        case_id: slot.case_id,
        question: slot.question,
        item: slot.item,
        value,
        was: slot.was,
        undoes: slot.undoes,
        protocol: "".into(),
        with: "".into(),
        h,
    })
}

/// The free text behind the hash, if it is the one that the hash is of or was blanked.
fn checked<'a>(hash: &str, salt: &str, text: Cow<'a, str>) -> Result<Cow<'a, str>, Bad> {
    if salt.is_empty() && text.is_empty() {
        return Ok(Cow::Borrowed(BLANKED));
    }
    let holds = unhex(salt.as_bytes()).is_some_and(|salt| text_hash(salt, &text) == hash);
    if holds { Ok(text) } else { Err(Bad::Damage(msg!("ledger-damage-text"))) }
}

/// Salt and text as they stand after `h`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tail<'a> {
    #[serde(borrow)]
    salt: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// What stands after `h` where the text was blanked, before blanks in the place of what it held.
const BLANK: &[u8] = b",\"salt\":\"\",\"text\":\"\"}";

fn is_blank(rest: &[u8]) -> bool {
    rest.strip_prefix(BLANK).is_some_and(|held| held.iter().all(|byte| *byte == b' '))
}

/// Whether the text of a line was blanked.
pub fn is_blanked(line: &[u8]) -> bool {
    split(line).is_some_and(|(.., rest)| is_blank(rest))
}

/// A line with its text blanked. It stays as long as it was, so that nothing in the file moves: readers that have the
/// study open go on from where they are, and what other lines say of places in the file still holds.
pub fn blanked(line: &[u8]) -> Option<Vec<u8>> {
    let (.., rest) = split(line)?;
    let kept = line.len().checked_sub(rest.len()).filter(|_| rest != b"}" && is_tail(rest))?;
    let mut out = [line.get(..kept)?, BLANK].concat();
    out.resize(line.len().max(out.len()), b' ');
    Some(out)
}

/// Whether bytes after `h` are salt and text, byte by byte as we write them: `h` does not cover them.
fn is_tail(rest: &[u8]) -> bool {
    if is_blank(rest) {
        return true;
    }
    let object = [b"{", rest.get(1..).unwrap_or_default()].concat();
    serde_json::from_slice(&object)
        .is_ok_and(|Tail { salt, text }| tail(&salt, &text).is_ok_and(|written| written == rest))
}

/// What stands after `h` where there is a text.
fn tail(salt: &str, text: &str) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    json(&Tail { salt: salt.into(), text: text.into() }, &mut out)?;
    if let Some(brace) = out.first_mut() {
        *brace = b',';
    }
    Ok(out)
}

/// Writes an entry behind the head `before`; its own `segment` and `salt` count, its `h` is what comes out.
pub fn write_entry(entry: &Entry<'_>, salt: Salt, before: Head, out: &mut Vec<u8>) -> io::Result<Head> {
    let is_text = entry.op.is_text();
    let set = is_text && !entry.value.is_empty();
    let hash = if set { text_hash(salt, &entry.value) } else { String::new() };
    let slot = Slot {
        v: VERSION,
        op: entry.op.name().into(),
        seq: entry.seq,
        ts: entry.ts.as_ref().into(),
        coder: entry.coder.as_ref().into(),
        segment: entry.segment,
        round: entry.round.name().into(),
        case_id: entry.case_id.as_ref().into(),
        question: entry.question.as_ref().into(),
        item: entry.item.as_ref().into(),
        answer: (!is_text).then_some(entry.value.as_ref().into()),
        text_hash: is_text.then_some(hash.into()),
        was: entry.was.as_ref().into(),
        undoes: entry.undoes,
        h: IgnoredAny,
        salt: None,
        text: None,
    };
    let rest = if set { tail(&crate::base::digest::hex(&salt), &entry.value)? } else { b"}".to_vec() };
    seal(&slot, &rest, before, out)
}

/// Writes a line that is about the segment.
pub fn write_record(record: &impl Serialize, before: Head, out: &mut Vec<u8>) -> io::Result<Head> {
    seal(record, b"}", before, out)
}

fn seal(fields: &impl Serialize, rest: &[u8], before: Head, out: &mut Vec<u8>) -> io::Result<Head> {
    let start = out.len();
    json(fields, out)?;
    out.pop();
    let head = before.after(out.get(start..).unwrap_or_default());
    out.extend_from_slice(b",\"h\":\"");
    out.extend_from_slice(&head.digits());
    out.push(b'"');
    out.extend_from_slice(rest);
    out.push(b'\n');
    Ok(head)
}

/// Writes a value as the ledger does.
pub(crate) fn json(value: &impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    Ok(value.serialize(&mut serde_json::Serializer::with_formatter(out, Ascii))?)
}

/// JSON that no terminal obeys: everything but printable ASCII as `\u` and four digits.
struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        for c in fragment.chars() {
            if matches!(c, ' '..='~') {
                write!(writer, "{c}")?;
            } else {
                c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(writer, "\\u{unit:04x}"))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
