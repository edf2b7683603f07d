//! What a file is that is no table, told by how it begins.

use crate::base::fault::Fault;
use crate::msg;

/// How files begin, and what they are called.
const KINDS: [(&[u8], &str); 15] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"$FL2", "SPSS"),
    (b"$FL3", "SPSS"),
    (b"<stata_dta>", "Stata"),
    (b"RDX", "R"),
    (b"\x7fELF", "ELF"),
    (b"OggS", "Ogg"),
];
/// How markup begins, in small letters.
const MARKUP: [(&str, &str); 5] =
    [("<!doctype html", "HTML"), ("<html", "HTML"), ("<table", "HTML"), ("<meta", "HTML"), ("<?xml", "XML")];

/// What a file is that is no table, if that can be told.
pub(crate) fn kind(bytes: &[u8]) -> Option<&'static str> {
    let known = KINDS.iter().find(|(begins, _)| bytes.starts_with(begins));
    known.map(|(_, name)| *name).or_else(|| of_text(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)))
}

fn of_text(bytes: &[u8]) -> Option<&'static str> {
    let head = String::from_utf8_lossy(bytes.trim_ascii_start().get(..20).unwrap_or(bytes)).to_lowercase();
    let markup = MARKUP.iter().find(|(begins, _)| head.starts_with(begins)).map(|(_, name)| *name);
    let inner = head.strip_prefix(['{', '[']).map(str::trim_start);
    let is_json = inner.is_some_and(|inner| inner.starts_with(['"', '{', '[', '}', ']']));
    markup.or(is_json.then_some("JSON"))
}

/// What is told of a file of another kind.
pub(crate) fn refused(name: &str, kind: &str) -> Fault {
    Fault::new(msg!("table-kind", kind = kind)).hint(msg!("table-kind-hint")).in_file(name)
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn what_is_no_table_is_called_by_its_name_and_a_table_is_not() {
        let named = [
            ("%PDF-1.7\n", "PDF"),
            ("{\"case_id\": \"A-1\"}\n", "JSON"),
            ("\u{feff}[\n  {\"case_id\": 1}]", "JSON"),
            ("{}", "JSON"),
            ("<!DOCTYPE HTML><table>", "HTML"),
            ("  <table><tr><td>case_id", "HTML"),
            ("<?xml version=\"1.0\"?>", "XML"),
            ("{\\rtf1 case", "RTF"),
        ];
        for (text, name) in named {
            assert_eq!(kind(text.as_bytes()), Some(name), "{text}");
        }
        for table in ["case_id,unit\n", "", "[id];unit\n", "<5 år;unit\n", "{id},unit\n", "\"case\"\n"] {
            assert_eq!(kind(table.as_bytes()), None, "{table}");
        }
    }
}
