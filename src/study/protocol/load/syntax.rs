//! What is wrong with a file that is no TOML, in words for those who have never heard of TOML.

use super::source::Source;
use crate::base::language::Message;
use crate::msg;
use std::collections::HashSet;

/// What the TOML reader says, by words of it, and what we say and advise. The first that fits counts: the reader tells
/// its errors apart by their English text alone.
const KNOWN: [(&[&str], &str, &str); 11] = [
    (&["duplicate key", "cannot extend"], "protocol-syntax-twice", "protocol-syntax-twice-hint"),
    (&["cannot be empty"], "protocol-syntax-equals", "protocol-syntax-equals-hint"),
    (&["unquoted key", "keys cannot"], "protocol-syntax-key", "protocol-syntax-key-hint"),
    (&["unexpected key or value"], "protocol-syntax-after", "protocol-syntax-after-hint"),
    (&["must be quoted", "boolean"], "protocol-syntax-quotes", "protocol-syntax-quotes-hint"),
    (&["escape", "unicode value"], "protocol-syntax-backslash", "protocol-syntax-backslash-hint"),
    (&["string", "quote"], "protocol-syntax-string", "protocol-syntax-string-hint"),
    (&["inline table", "between key-value"], "protocol-syntax-braces", "protocol-syntax-braces-hint"),
    (&[" table"], "protocol-syntax-heading", "protocol-syntax-heading-hint"),
    (&["array"], "protocol-syntax-list", "protocol-syntax-list-hint"),
    (&["assignment", "no value", "missing value", "`=`"], "protocol-syntax-equals", "protocol-syntax-equals-hint"),
];
/// What it says of numbers and dates.
const NUMBER: [&str; 9] = ["number", "digit", "zero", "sign", "radix", "mantissa", "exponent", "fraction", "date"];

/// Notes the errors of the TOML reader, the first of each line: the others are mostly its echo.
pub(crate) fn faults(source: &Source<'_>, errors: &[toml::de::Error]) {
    let mut placed: Vec<_> = errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    placed.sort_by_key(|(span, _)| span.start);
    let mut lines = HashSet::new();
    for (span, cause) in placed {
        let (line, column) = source.position(span.start);
        if lines.insert(line) {
            let (message, hint) = in_words(cause);
            source.wrong(span, message.with("column", column), hint);
        }
    }
}

fn in_words(cause: &str) -> (Message, Message) {
    let has = |parts: &[&str]| parts.iter().any(|part| cause.contains(part));
    let plain = |key| Message { key, args: Vec::new() };
    if let Some((_, key, hint)) = KNOWN.iter().find(|(parts, ..)| has(parts)) {
        return (plain(key), plain(hint));
    }
    if has(&NUMBER) {
        return (msg!("protocol-syntax-number"), msg!("protocol-syntax-number-hint"));
    }
    (msg!("protocol-syntax", cause = cause), msg!("protocol-syntax-hint"))
}
