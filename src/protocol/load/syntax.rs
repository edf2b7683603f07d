//! What is wrong with a file that is no TOML, in words for those who have never heard of TOML.

use super::source::Source;
use crate::language::Message;
use crate::msg;
use std::collections::HashSet;

/// Notes the errors of the TOML reader, one a line: those that follow on the same line are mostly its echo.
pub(super) fn faults(source: &Source<'_>, errors: &[toml::de::Error]) {
    let mut lines = HashSet::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let (line, column) = source.position(span.start);
        if lines.insert(line) {
            let (message, hint) = in_words(error.message());
            source.wrong(span, message.with("column", column), hint);
        }
    }
}

/// An error in our words. The reader tells errors apart by their English text alone.
fn in_words(cause: &str) -> (Message, Message) {
    let has = |parts: &[&str]| parts.iter().any(|part| cause.contains(part));
    if has(&["duplicate key", "cannot extend value"]) {
        (msg!("protocol-syntax-twice"), msg!("protocol-syntax-twice-hint"))
    } else if has(&["must be quoted"]) {
        (msg!("protocol-syntax-quotes"), msg!("protocol-syntax-quotes-hint"))
    } else if has(&["escape", "unicode value"]) {
        (msg!("protocol-syntax-backslash"), msg!("protocol-syntax-backslash-hint"))
    } else if has(&["string", "quote"]) {
        (msg!("protocol-syntax-string"), msg!("protocol-syntax-string-hint"))
    } else if has(&["inline table", "comma between key-value"]) {
        (msg!("protocol-syntax-braces"), msg!("protocol-syntax-braces-hint"))
    } else if has(&["array table", "table open", "unclosed table", "invalid table"]) {
        (msg!("protocol-syntax-heading"), msg!("protocol-syntax-heading-hint"))
    } else if has(&["array"]) {
        (msg!("protocol-syntax-list"), msg!("protocol-syntax-list-hint"))
    } else if has(&["unquoted key", "invalid key", "keys cannot"]) {
        (msg!("protocol-syntax-key"), msg!("protocol-syntax-key-hint"))
    } else if has(&["assignment", "no value", "missing value", "`=`", "key or value", "key-value"]) {
        (msg!("protocol-syntax-equals"), msg!("protocol-syntax-equals-hint"))
    } else if has(&["number", "digit", "zero", "sign", "radix", "mantissa", "exponent", "fraction", "float", "date"]) {
        (msg!("protocol-syntax-number"), msg!("protocol-syntax-number-hint"))
    } else {
        (msg!("protocol-syntax", cause = cause), msg!("protocol-syntax-hint"))
    }
}
