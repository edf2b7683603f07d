//! Of whatever a file of a case holds, nothing is shown that a terminal obeys; it is read twice alike, and a line that is
//! folded is one that is there.
//!
//! The first byte says what the file is called: a text, a record, or a file of records.

#![no_main]

use aktkoll::base::text::is_hidden;
use aktkoll::exchange::documents::{Document, Origin, Source};
use libfuzzer_sys::fuzz_target;
use std::fs;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let folder = std::env::temp_dir().join(format!("aktkoll-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let name = ["A.txt", "A.json", "A.jsonl"][usize::from(*kind) % 3];
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let place = if name == "A.jsonl" { path.clone() } else { folder };
    let origin = Origin { path: place, ..Origin::default() };
    if let Ok(source) = Source::open(&origin, &["text".to_owned()], "study") {
        for case in source.cases() {
            for (index, heading) in source.headings(case).iter().enumerate() {
                let Ok(document) = source.read(case, index) else { continue };
                assert_eq!(document.heading, *heading);
                assert_eq!(lines(&document), lines(&source.read(case, index).unwrap()));
            }
        }
    }
    fs::remove_file(path).unwrap();
});

/// The lines of a document, each with what stands beside it, and those of the document as it is written.
fn lines(document: &Document) -> Vec<String> {
    assert_eq!(document.print().len(), 32);
    assert!(document.folds().iter().all(|fold| fold.start < fold.end && fold.end <= document.len()));
    let line = |n| {
        let line = document.line(n);
        let text = format!("{}{}", line.margin, line.text);
        assert!(text.chars().all(|c| !c.is_control() && !is_hidden(c)), "{text:?}");
        text
    };
    let own = (0..document.len()).map(line);
    own.chain(document.raw().map(lines).unwrap_or_default()).collect()
}
