//! Records of REDCap with labels: every form ends with a column of the same name there.

use super::codebook::first_row;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};

/// The column that tells how far a form is answered.
const COMPLETE: &str = "Complete?";

/// The text with such columns told apart by a number, where there are several.
pub(crate) fn told_apart(text: String, separator: u8) -> String {
    let header = first_row(&text, separator);
    if header.iter().filter(|cell| cell.trim() == COMPLETE).count() < 2 {
        return text;
    }
    let mut number = 0;
    let cells = header.iter().map(|cell| {
        number += u32::from(cell.trim() == COMPLETE);
        if cell.trim() == COMPLETE && number > 1 { format!("{COMPLETE} ({number})") } else { cell.to_owned() }
    });
    let mut writer = WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells);
    let written = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let _ = reader.read_record(&mut StringRecord::new());
    let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    match (written, text.get(end..)) {
        (Some(header), Some(rest)) => header + rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_ends_every_form_is_told_apart() {
        let text = "\"Study ID\",\"A, b\",Complete?,\"Complete?\",Date,Date\n7,\"x\",Complete,Incomplete,1,2\n";
        let apart = "Study ID,\"A, b\",Complete?,Complete? (2),Date,Date\n7,\"x\",Complete,Incomplete,1,2\n";
        assert_eq!(told_apart(text.to_owned(), b','), apart);
        let one = "Study ID;Complete?\r\n7;Complete\r\n";
        assert_eq!(told_apart(one.to_owned(), b';'), one);
    }
}
