//! What a cell says that is no value of a case: a header, that there is no value, or that its row sums up others.

use crate::base::text::folded;

/// What a missing value is in files of R, pandas, databases and Excel.
const MISSING: [&str; 24] = [
    "NA",
    "<NA>",
    "NaN",
    "nan",
    "NAN",
    "NaT",
    "null",
    "NULL",
    "Null",
    "(null)",
    "None",
    "\\N",
    "#N/A",
    "#N/A!",
    "#NA",
    "#SAKNAS!",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REFERENS!",
    "#VÄRDEFEL!",
];

/// What the first cell of a row of sums says, or begins with, folded.
const SUMS: [&str; 16] = [
    "summa",
    "s:a",
    "delsumma",
    "totalt",
    "total",
    "totals",
    "totalsumma",
    "sum",
    "subtotal",
    "grand total",
    "antal",
    "medel",
    "medelvarde",
    "genomsnitt",
    "average",
    "mean",
];

/// Whether a cell is what programs write for a missing value.
pub(crate) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text)
}

/// Whether a cell has signs and nothing else: a dash, a point, a question mark.
pub(crate) fn is_sign(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_alphanumeric)
}

/// Whether a cell says that its row sums up others.
pub(crate) fn is_sum(text: &str) -> bool {
    let text = folded(text);
    let first = text.split_whitespace().next().unwrap_or_default();
    [text.as_str(), first].iter().any(|said| SUMS.contains(&said.trim_end_matches([':', ' '])))
}

/// A header on one line: a word that a hyphen breaks is whole again, and one that may be broken is.
pub(crate) fn header(header: &str) -> String {
    let header = header.replace('\u{ad}', "");
    let mut lines = header.split('\n').map(str::trim);
    let mut text = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        match text.strip_suffix('-').filter(|_| line.starts_with(char::is_lowercase)) {
            Some(head) => text = head.to_owned(),
            None => text.push(' '),
        }
        text.push_str(line);
    }
    text.trim().to_owned()
}
