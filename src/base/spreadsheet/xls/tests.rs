use crate::base::spreadsheet::{Area, Book};
use proptest::prelude::*;

/// A workbook that LibreOffice wrote, and what it wrote of it as XLSX.
const OLD: &[u8] = include_bytes!("../../../../tests/data/cells/biff8.xls");
const NEW: &[u8] = include_bytes!("../../../../tests/data/cells/biff8.xlsx");

#[test]
fn an_xls_reads_like_the_same_workbook_as_xlsx() {
    let (old, new) = (Book::read("b", OLD).unwrap(), Book::read("b", NEW).unwrap());
    assert_eq!(old, new);
    let sheet = &old.sheets[0];
    let row = |place: usize| sheet.rows[place].cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
    assert_eq!(row(1)[..6], ["A-1", "2024-03-01", "3", "TRUE", "Åäö €", "6"]);
    assert_eq!(row(1)[6..11], ["Åäö €!", "", "0007", "25%", "2024-03-01 13:30"]);
    assert_eq!((row(2)[1], row(3)[2], row(3)[4].len(), row(3)[5]), ("1999-12", "0.07", 9000, "1234567.891"));
    assert_eq!((sheet.hidden_rows.as_slice(), sheet.hidden_columns.as_slice()), (&[5][..], &[2][..]));
    assert_eq!(sheet.merged.iter().map(Area::name).collect::<Vec<_>>(), ["M2:N3"]);
    let faults: Vec<String> =
        sheet.faults("b").iter().map(|fault| fault.place.as_ref().unwrap().file.clone()).collect();
    assert_eq!(faults, ["b: Ärenden!H2"]);
    assert_eq!(old.sheets.iter().map(|sheet| sheet.is_hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_cut_file_is_refused_or_read_and_nothing_is_made_up() {
    let whole = Book::read("b", OLD).unwrap();
    let texts =
        |book: &Book| book.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).sum::<usize>();
    for length in (0..OLD.len()).step_by(997) {
        if let Ok(book) = Book::read("b", &OLD[..length]) {
            assert!(texts(&book) <= texts(&whole), "{length}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_changed_byte_makes_reading_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = OLD.to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = Book::read("b", &bytes);
    }

    #[test]
    fn no_changed_head_makes_reading_panic(changes in prop::collection::vec((8..2600_usize, any::<u8>()), 1..6)) {
        let mut bytes = OLD.to_vec();
        for (place, byte) in changes {
            bytes[place] = byte;
        }
        let _ = Book::read("b", &bytes);
    }
}
