//! What can be read of a line that is damaged: its fields one by one.

/// The bytes behind a field's name.
fn behind<'a>(line: &'a [u8], field: &str) -> Option<&'a [u8]> {
    let name = format!("\"{field}\":");
    let at = line.windows(name.len()).position(|window| window == name.as_bytes())?;
    line.get(at + name.len()..)
}

/// The number in a field.
pub(crate) fn number(line: &[u8], field: &str) -> Option<u64> {
    let digits = behind(line, field)?;
    let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    std::str::from_utf8(digits.get(..end)?).ok()?.parse().ok()
}

/// The text in a field.
pub(crate) fn value(line: &[u8], field: &str) -> Option<String> {
    let text = behind(line, field)?.strip_prefix(b"\"")?;
    let end = text.iter().position(|byte| *byte == b'"')?;
    serde_json::from_slice(&[b"\"", text.get(..end)?, b"\""].concat()).ok()
}
