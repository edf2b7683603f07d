//! Folders of files as cases with documents.

use super::*;
use crate::base::files::replace;
use std::path::Path;

fn source(folder: &Path, ids: &[&str]) -> Source {
    let types = ["beslut", "journal"].map(str::to_owned);
    let origin = Origin { path: folder.to_owned(), ..Origin::default() };
    Source::open(&origin, &types, "study").unwrap().among(ids.iter().copied())
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = temp.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        replace(&path, bytes).unwrap();
    }
    temp
}

fn keys(source: &Source, case: &str) -> Vec<String> {
    source.headings(case).into_iter().map(|heading| heading.key).collect()
}

fn shown(source: &Source, case: &str, index: usize) -> Vec<String> {
    let document = source.read(case, index).unwrap();
    (0..document.len()).map(|n| document.line(n).text.into_owned()).collect()
}

#[test]
fn a_case_has_the_files_that_are_named_after_it_in_the_protocols_order() {
    let temp = folder(&[
        ("A-1_journal.txt", b"j"),
        ("A-1.txt", b"alone"),
        ("A-1/journal 10.txt", b"j10"),
        ("A-1/2023/journal 9.md", b"j9"),
        ("A-1/Beslut.txt", b"b"),
        ("A-1_2.txt", b"two"),
        ("A-10.txt", b"other"),
        ("A-2.txt", b"other"),
    ]);
    let source = source(temp.path(), &["A-1", "A-10", "B"]);
    assert_eq!(source.cases(), ["A-1", "A-2", "A-10"]);
    assert_eq!(keys(&source, "A-1"), ["beslut", "journal", "journal 2", "journal 3", "5", "6"]);
    let texts: Vec<String> = (0..6).flat_map(|index| shown(&source, "A-1", index)).collect();
    assert_eq!(texts, ["b", "j9", "j", "j10", "alone", "two"]);
    assert_eq!((keys(&source, "A"), keys(&source, "a-1")), (Vec::new(), Vec::new()));
    assert_eq!(source.told(), [crate::msg!("documents-folder", n = 8_usize)]);
}

#[test]
fn ids_are_the_same_however_their_letters_are_composed() {
    let temp = folder(&[("A\u{30a}s-1.txt", b"x")]);
    let source = source(temp.path(), &["\u{c5}s-1"]);
    assert_eq!(
        (keys(&source, "\u{c5}s-1"), keys(&source, "A\u{30a}s-1")),
        (vec!["1".to_owned()], vec!["1".to_owned()])
    );
    assert_eq!(shown(&source, "\u{c5}s-1", 0), ["x"]);
}

#[test]
fn texts_are_read_in_the_encoding_that_they_are_in_and_what_is_no_text_is_told() {
    let wide: Vec<u8> = "\u{feff}på\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let temp = folder(&[
        ("1.txt", "\u{feff}på\r\n".as_bytes()),
        ("2.txt", b"p\xe5 m\xf6te"),
        ("3.txt", &wide),
        ("4.txt", b"p\x86 m\x94te"),
        ("5.txt", b"p\xc3\xa5 m\xf6te"),
        ("6.txt", b"PK\x03\x04\x14\0\0\0\x08\0\x21\x5a\x11\xfftext"),
        ("7.jpg", b"\xff\xd8"),
        ("8.txt", b""),
    ]);
    let source = source(temp.path(), &[]);
    let notices = |case| source.read(case, 0).unwrap().notices.into_iter().map(|notice| notice.key).collect::<Vec<_>>();
    let fault = |case| source.read(case, 0).unwrap_err().0[0].message.key;
    assert_eq!(shown(&source, "1", 0), ["på"]);
    assert_eq!(shown(&source, "2", 0), ["på möte"]);
    assert_eq!(shown(&source, "3", 0), ["på"]);
    assert_eq!((shown(&source, "4", 0), notices("4")), (vec!["på möte".to_owned()], vec!["documents-encoding"]));
    assert_eq!((shown(&source, "5", 0), notices("5")), (vec!["på m\u{fffd}te".to_owned()], vec!["documents-broken"]));
    assert_eq!((fault("6"), fault("7")), ("documents-binary", "documents-kind"));
    assert!(shown(&source, "8", 0).is_empty());
    assert_eq!(
        (fault("9"), source.read("1", 7).unwrap_err().0[0].message.key),
        ("documents-missing", "documents-missing")
    );
}

#[test]
fn a_fingerprint_is_of_the_study_and_of_the_file_as_it_is_now() {
    let temp = folder(&[("1.txt", b"a\n"), ("2.txt", b"p\xe5 m\xf6te")]);
    let source = source(temp.path(), &[]);
    let print = |case| source.read(case, 0).unwrap().print().to_owned();
    assert_eq!(print("1"), crate::base::digest::fingerprint("study", b"a\n"));
    assert_eq!(print("2"), crate::base::digest::fingerprint("study", b"p\xe5 m\xf6te"));
    replace(&temp.path().join("1.txt"), b"b\n").unwrap();
    assert_eq!(print("1"), crate::base::digest::fingerprint("study", b"b\n"), "a file that was replaced is read anew");
    std::fs::remove_file(temp.path().join("1.txt")).unwrap();
    assert_eq!(source.read("1", 0).unwrap_err().0[0].message.key, "file-unread");
}

#[test]
fn a_key_tells_which_names_the_ids_replace() {
    let temp =
        folder(&[("in/Alfa A\u{30a}berg_journal.txt", b"alfa"), ("in/Beta.txt", b"beta"), ("in/B-1.txt", b"own")]);
    replace(&temp.path().join("key.csv"), "case_id,id\nB-1,Alfa \u{c5}berg\nB-2,\"Beta\"\n".as_bytes()).unwrap();
    let key = Some(temp.path().join("key.csv"));
    let origin = Origin { path: temp.path().join("in"), key, ..Origin::default() };
    let source = Source::open(&origin, &["journal".to_owned()], "study").unwrap().among(["B-1", "B-2"].into_iter());
    assert_eq!(source.cases(), ["B-1", "B-2"]);
    assert_eq!((keys(&source, "B-1"), shown(&source, "B-1", 0)), (vec!["journal".to_owned()], vec!["alfa".to_owned()]));
    assert_eq!(shown(&source, "B-2", 0), ["beta"]);
    replace(&temp.path().join("key.csv"), b"id,case_id\n").unwrap();
    assert_eq!(Source::open(&origin, &[], "s").err().unwrap().0[0].message.key, "documents-key");
}

#[test]
fn a_source_can_be_given_to_a_thread() {
    fn is_sent<T: Send>() {}
    is_sent::<Source>();
    is_sent::<Document>();
}

/// An archive of parts.
pub(super) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The lines of a file of a word processor, those that are no plain text behind a sign, and what is told of it.
pub(super) fn lines_of(bytes: &[u8], format: office::Format) -> (Vec<String>, Vec<&'static str>) {
    let heading = Heading { key: "1".to_owned(), kind: None };
    lines_and_told(&office::read(bytes, format, heading, "study").unwrap())
}

/// The lines of a document, and what is told of it.
pub(super) fn lines_and_told(document: &Document) -> (Vec<String>, Vec<&'static str>) {
    let line = |n| {
        let line = document.line(n);
        let sign = match line.style {
            Style::Heading => "# ",
            Style::Page => "page ",
            _ => "",
        };
        format!("{sign}{}", line.text)
    };
    let told = document.notices.iter().map(|notice| notice.key).collect();
    ((0..document.len()).map(line).collect(), told)
}

#[test]
fn what_is_no_document_of_a_word_processor_is_told() {
    let fault = |bytes: &[u8], format| {
        let heading = Heading { key: "1".to_owned(), kind: None };
        let faults = office::read(bytes, format, heading, "study").err().unwrap();
        assert!(faults.0[0].place.is_none(), "no file is named");
        faults.0[0].message.key
    };
    let both = [office::Format::Docx, office::Format::Odt];
    let old = [b"\xd0\xcf\x11\xe0".as_slice(), &[0; 600]].concat();
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for format in both {
        assert_eq!(fault(b"no archive", format), "documents-unread");
        assert_eq!(fault(&archive(&[("x", "y")]), format), "documents-unread");
        assert_eq!(fault(&old, format), "documents-old");
        assert_eq!(fault(&[old.as_slice(), &stream].concat(), format), "documents-encrypted");
    }
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let locked = archive(&[("META-INF/manifest.xml", manifest), ("content.xml", "x")]);
    assert_eq!(fault(&locked, office::Format::Odt), "documents-encrypted");
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>";
    assert_eq!(fault(&archive(&[("content.xml", entities)]), office::Format::Odt), "documents-unread");
    let large = format!("<x>{}</x>", " ".repeat((1 << 27) + 1));
    assert_eq!(fault(&archive(&[("content.xml", &large)]), office::Format::Odt), "documents-unpacked");
}

#[test]
fn elements_may_be_nested_deeply() {
    let deep = "<text:span>".repeat(100_000) + "x" + &"</text:span>".repeat(100_000);
    let content = format!("<office:text><text:p>{deep}</text:p></office:text>");
    assert_eq!(lines_of(&archive(&[("content.xml", &content)]), office::Format::Odt).0, ["x"]);
}
