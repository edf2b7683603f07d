use super::*;
use std::io::Cursor;

const STUDY: &str = "id = \"s\"\ntitle = \"S\"\n";

/// The files of a study, as far as a bundle looks at them.
fn files() -> Vec<(String, Vec<u8>)> {
    let all =
        [("protocol.toml", "p"), ("cases.csv", "c"), ("ledger/carina/0001.jsonl", "line\n"), ("study.toml", STUDY)];
    all.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn manifest_of(files: &[(String, Vec<u8>)]) -> Manifest {
    let mut manifest = Manifest::new("s", "P", "C", Vec::new());
    manifest.files = files.iter().map(|(name, bytes)| Packed::new(name.clone(), bytes)).collect();
    manifest.heads = vec![FileHead { coder: "carina".into(), segment: 1, lines: 1, head: "0".repeat(32) }];
    manifest
}

/// The archive of a manifest with other files than it may name.
fn packed(manifest: &Manifest, files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let found = |name: &str| files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice());
    pack(&mut out, manifest, |name| Ok(found(name).unwrap_or_default())).unwrap();
    out.into_inner()
}

fn opened(bytes: &[u8]) -> Result<Bundle<Cursor<&[u8]>>> {
    Bundle::open("b.zip", Cursor::new(bytes), bytes.len() as u64)
}

fn keys(result: Result<impl Sized>) -> Vec<&'static str> {
    result.err().map(|faults| faults.0.iter().map(|fault| fault.message.key).collect()).unwrap_or_default()
}

#[test]
fn what_was_packed_is_unpacked_and_the_same_files_give_the_same_bytes() {
    let (files, manifest) = (files(), manifest_of(&files()));
    let bytes = packed(&manifest, &files);
    assert_eq!(bytes, packed(&manifest, &files));
    let mut bundle = opened(&bytes).unwrap();
    for (file, (_, bytes)) in manifest.files.iter().zip(&files) {
        assert_eq!(bundle.unpack(file).unwrap(), *bytes);
    }
    assert_eq!(keys(bundle.check("s", "P", "C", &manifest.heads)), [] as [&str; 0]);
    assert_eq!(keys(bundle.check("t", "P", "D", &[])), ["bundle-forged", "bundle-forged", "bundle-head"]);
}

#[test]
fn a_flipped_byte_is_refused_wherever_it_is() {
    let (files, manifest) = (files(), manifest_of(&files()));
    let bytes = packed(&manifest, &files);
    let seal = opened(&bytes).unwrap().seal;
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 0x10;
        let Ok(mut bundle) = opened(&other) else { continue };
        // What the archive says of a file that no reader looks at may change: what is unpacked is the same or refused.
        assert_eq!(bundle.seal, seal, "{at}");
        for (file, (_, bytes)) in manifest.files.iter().zip(&files) {
            assert!(bundle.unpack(file).is_ok_and(|found| found == *bytes) || bundle.unpack(file).is_err(), "{at}");
        }
    }
    for end in 0..bytes.len() {
        assert_eq!(keys(opened(&bytes[..end])), ["bundle-broken"], "cut off at {end}");
    }
}

#[test]
fn what_the_manifest_and_the_archive_do_not_both_have_is_named() {
    let files = files();
    let mut manifest = manifest_of(&files);
    let missing = manifest.files.remove(2);
    manifest.files.push(Packed { name: "ledger/carina/0002.jsonl".into(), ..missing.clone() });
    let bytes = packed(&manifest, &files);
    let mut bundle = opened(&bytes).unwrap();
    assert_eq!(keys(bundle.unpack(&Packed { name: "ledger/carina/0002.jsonl".into(), ..missing })), ["bundle-changed"]);
    manifest.files.retain(|one| one.name != "study.toml");
    assert_eq!(keys(opened(&packed(&manifest, &files))), ["bundle-missing"]);
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in [
        "../study.toml",
        "/etc/passwd",
        "ledger/../x/0001.jsonl",
        "ledger/carina/../0001.jsonl",
        "ledger/carina/1.jsonl",
        "ledger/carina/0001.jsonl/x",
        "ledger//0001.jsonl",
        "ledger/CARINA/0001.jsonl",
        "protocol-../../x.toml",
        "protocol-0123456.toml",
        "study.toml\u{0}",
        "notes.txt",
        "C:\\study.toml",
        "",
    ] {
        assert_eq!(Place::named(name), None, "{name}");
        let mut manifest = manifest_of(&files());
        manifest.files.push(Packed { name: name.to_owned(), bytes: 0, sha256: sha256(b"") });
        assert!(keys(opened(&packed(&manifest, &files()))).contains(&"bundle-name"), "{name}");
    }
    assert_eq!(Place::named("ledger/anna-lena/0012.jsonl"), Some(Place::Ledger("anna-lena", 12)));
    assert_eq!(Place::named("protocol-0a1b2c3d.toml"), Some(Place::Study("protocol-0a1b2c3d.toml")));
}

#[test]
fn what_swells_is_refused_before_it_is_unpacked() {
    let mut files = files();
    files[2].1 = vec![b' '; 3 << 20];
    assert_eq!(keys(opened(&packed(&manifest_of(&files), &files))), ["bundle-large"]);
    // The manifest says less than what there is.
    let mut manifest = manifest_of(&files);
    manifest.files[2].bytes = 5;
    let bytes = packed(&manifest, &files);
    assert_eq!(keys(opened(&bytes).unwrap().unpack(&manifest.files[2])), ["bundle-changed"]);
}

#[test]
fn a_newer_format_is_told() {
    let manifest = Manifest { format: 2, ..manifest_of(&files()) };
    assert_eq!(keys(opened(&packed(&manifest, &files()))), ["bundle-newer"]);
}
