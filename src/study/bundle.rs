//! A study packed for sending: a manifest of what it holds and how far each ledger file goes, and the files, in one archive.
//!
//! The manifest is a line as the ledger has them, with its `h`: what its first digits are, told by another way than the file
//! goes, is what a bundle that was made up as a whole is known by.

use super::folder::{CASES_FILE, FRAME_FILE, PLAN_FILE, PROTOCOL_FILE, STUDY_FILE};
use super::ledger::backup::{FileHead, HEADS_FILE};
use super::ledger::chain::Link;
use super::ledger::entry::Head;
use super::ledger::line::write_record;
use super::ledger::segment_of;
use crate::base::digest::sha256;
use crate::base::fault::{Fault, Faults, Result};
use crate::base::slug::is_slug;
use crate::msg;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::{self, Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The version of the format that is written, and the newest that is read.
const FORMAT: u32 = 1;
/// The manifest's name in the archive.
const MANIFEST: &str = "manifest.json";
/// The largest manifest, in bytes.
const LARGEST_MANIFEST: u64 = 1 << 26;
/// The largest file of a study, in bytes.
pub const LARGEST: u64 = 1 << 30;
/// All files of a bundle have at most this many bytes when unpacked.
const UNPACKED: u64 = 1 << 34;
/// Ledgers become about ten times smaller when they are packed, since half of a line is digits of hashes: what says that
/// it becomes more than this many times larger is no study.
const SWELLS: u64 = 100;
/// The files of a study beside its ledger and earlier versions of its protocol. What makes it a study comes last.
pub const FILES: [&str; 6] = [PROTOCOL_FILE, CASES_FILE, FRAME_FILE, PLAN_FILE, HEADS_FILE, STUDY_FILE];
/// So many digits of the manifest's `h` are a seal.
const DIGITS: usize = 16;

/// What a bundle holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    format: u32,
    /// The study's id.
    pub study: String,
    program: String,
    /// The protocol's hash.
    pub protocol: String,
    /// The case list's hash.
    pub cases: String,
    /// The attributes that are left out of the case list.
    pub private: Vec<String>,
    /// How far each file of the ledger goes.
    pub heads: Vec<FileHead>,
    /// The files.
    pub files: Vec<Packed>,
    #[serde(skip_serializing)]
    #[expect(dead_code, reason = "read by the chain, which looks at bytes; here it may stand once")]
    h: IgnoredAny,
}

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Packed {
    /// Its name, from the study's folder on.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: String,
}

/// Where a file of a study has its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// In the study's folder.
    Study(&'a str),
    /// In a coder's folder of the ledger, under a number.
    Ledger(&'a str, u32),
}

impl<'a> Place<'a> {
    /// The place that a name in an archive has; no name leads anywhere else.
    pub fn named(name: &'a str) -> Option<Self> {
        if let Some(rest) = name.strip_prefix("ledger/") {
            let (coder, file) = rest.split_once('/')?;
            return Some(Self::Ledger(coder, segment_of(file)?)).filter(|_| is_slug(coder));
        }
        let hash = name.strip_prefix("protocol-").and_then(|rest| rest.strip_suffix(".toml"));
        let is_earlier = hash.is_some_and(|hash| hash.len() == 8 && hash.bytes().all(|one| one.is_ascii_hexdigit()));
        (is_earlier || FILES.contains(&name)).then_some(Self::Study(name))
    }
}

impl Packed {
    /// A file with these bytes.
    pub fn new(name: String, bytes: &[u8]) -> Self {
        Self { name, bytes: bytes.len() as u64, sha256: sha256(bytes) }
    }
}

impl Manifest {
    /// The manifest of a study.
    pub fn new(study: &str, protocol: &str, cases: &str, private: Vec<String>) -> Self {
        Self {
            format: FORMAT,
            study: study.to_owned(),
            program: concat!("aktkoll ", env!("CARGO_PKG_VERSION")).to_owned(),
            protocol: protocol.to_owned(),
            cases: cases.to_owned(),
            private,
            heads: Vec::new(),
            files: Vec::new(),
            h: IgnoredAny,
        }
    }

    /// How many lines the ledger has.
    pub fn lines(&self) -> usize {
        self.heads.iter().map(|one| one.lines).sum()
    }
}

/// What a bundle is known by.
fn seal(head: Head) -> String {
    head.to_string().chars().take(DIGITS).collect()
}

/// Packs the files that a manifest names, each as it is opened by its name. The same files always give the same bytes. Gives
/// the bundle's seal.
pub fn pack<F: Read>(
    out: impl Write + Seek,
    manifest: &Manifest,
    open: impl Fn(&str) -> io::Result<F>,
) -> io::Result<String> {
    let mut line = Vec::new();
    let head = write_record(manifest, Head::default(), &mut line)?;
    let mut archive = ZipWriter::new(out);
    archive.start_file(MANIFEST, SimpleFileOptions::default())?;
    archive.write_all(&line)?;
    for file in &manifest.files {
        archive.start_file(file.name.as_str(), SimpleFileOptions::default())?;
        io::copy(&mut open(&file.name)?, &mut archive)?;
    }
    archive.finish()?;
    Ok(seal(head))
}

/// A bundle that is being unpacked.
pub struct Bundle<R> {
    /// What it says that it holds.
    pub manifest: Manifest,
    /// What it is known by.
    pub seal: String,
    file: String,
    archive: ZipArchive<R>,
}

impl<R: Read + Seek> Bundle<R> {
    /// Opens the bundle that is in `file` and has so many bytes: all that its manifest can tell is checked.
    pub fn open(file: &str, packed: R, size: u64) -> Result<Self> {
        let mut archive = ZipArchive::new(packed).map_err(|_| broken(file))?;
        let Ok(entry) = archive.by_name(MANIFEST) else { return Err(broken(file)) };
        let line = bytes(entry, LARGEST_MANIFEST).ok_or_else(|| refused(file, msg!("bundle-manifest")))?;
        let (manifest, head) = manifest(file, &line)?;
        let bundle = Self { manifest, seal: seal(head), file: file.to_owned(), archive };
        bundle.check_files(size)?;
        Ok(bundle)
    }

    /// Checks names, sizes, and that the archive has what the manifest names and nothing else.
    fn check_files(&self, size: u64) -> Result<()> {
        let files = &self.manifest.files;
        let mut faults = Vec::new();
        let mut fault = |message| faults.extend(refused(&self.file, message).0);
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for one in files {
            if Place::named(&one.name).is_none() || !named.insert(&one.name) {
                fault(msg!("bundle-name", name = one.name.as_str()));
            }
        }
        // A name that cannot be read is none that the manifest has.
        let there = self.archive.file_names().map(|name| name.unwrap_or("?".into())).collect::<Vec<_>>();
        let there: BTreeSet<&str> = there.iter().map(AsRef::as_ref).collect();
        for name in named.difference(&there) {
            fault(msg!("bundle-missing", name = *name));
        }
        for name in there.difference(&named).filter(|name| **name != MANIFEST) {
            fault(msg!("bundle-extra", name = *name));
        }
        for needed in [PROTOCOL_FILE, CASES_FILE, STUDY_FILE].iter().filter(|name| !named.contains(**name)) {
            fault(msg!("bundle-missing", name = *needed));
        }
        let all = files.iter().fold(0_u64, |sum, one| sum.saturating_add(one.bytes));
        let most = UNPACKED.min(size.saturating_mul(SWELLS).saturating_add(1 << 20));
        if all > most || files.iter().any(|one| one.bytes > LARGEST) {
            fault(msg!("bundle-large", bytes = all, most = most.min(LARGEST)));
        }
        Faults(faults).settled()
    }

    /// The bytes of a file, if they are those that the manifest names.
    pub fn unpack(&mut self, packed: &Packed) -> Result<Vec<u8>> {
        let entry = self.archive.by_name(&packed.name).ok();
        let found = entry.and_then(|entry| bytes(entry, packed.bytes));
        let is_it = |found: &Vec<u8>| found.len() as u64 == packed.bytes && sha256(found) == packed.sha256;
        found.filter(is_it).ok_or_else(|| refused(&self.file, msg!("bundle-changed", name = packed.name.as_str())))
    }

    /// Checks what the manifest says of the study against the study that was unpacked.
    pub fn check(&self, study: &str, protocol: &str, cases: &str, heads: &[FileHead]) -> Result<()> {
        let said = &self.manifest;
        let pairs = [
            ("study", said.study.as_str(), study),
            ("protocol", &said.protocol, protocol),
            ("cases", &said.cases, cases),
        ];
        let mut faults = Vec::new();
        let mut fault = |message| faults.extend(refused(&self.file, message).0);
        for (what, said, found) in pairs.iter().filter(|(_, said, found)| said != found) {
            fault(msg!("bundle-forged", what = *what, said = *said, found = *found));
        }
        for one in heads.iter().chain(&said.heads).collect::<BTreeSet<_>>() {
            if !(heads.contains(one) && said.heads.contains(one)) {
                let file = format!("{}/{}", one.coder, super::ledger::segment_name(one.segment));
                fault(msg!("bundle-head", file = file, lines = one.lines, head = one.head.as_str()));
            }
        }
        Faults(faults).settled()
    }
}

/// The manifest that stands in a line, and its `h`.
fn manifest(file: &str, line: &[u8]) -> Result<(Manifest, Head)> {
    #[derive(Deserialize)]
    struct First {
        format: u32,
    }
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let changed = || refused(file, msg!("bundle-manifest"));
    let chained = Link::of(line, Head::default()).filter(|chained| chained.fits);
    let head = chained.ok_or_else(changed)?.head;
    let First { format } = serde_json::from_slice(line).map_err(|_| changed())?;
    if format > FORMAT {
        return Err(Fault::new(msg!("bundle-newer", found = format))
            .hint(msg!("bundle-newer-hint"))
            .in_file(file)
            .into());
    }
    Ok((serde_json::from_slice(line).map_err(|_| changed())?, head))
}

/// What is unpacked, if it can be and is not larger than it may be.
fn bytes(entry: impl Read, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    entry.take(most + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}

fn broken(file: &str) -> Faults {
    Fault::new(msg!("bundle-broken")).hint(msg!("bundle-again")).in_file(file).into()
}

fn refused(file: &str, message: crate::base::language::Message) -> Faults {
    Fault::new(message).hint(msg!("bundle-again")).in_file(file).into()
}

#[cfg(test)]
mod tests;
