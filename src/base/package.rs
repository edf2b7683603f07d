//! The archive that a spreadsheet or a text is: its parts, unpacked and read as XML within one bound for all of them.

use crate::base::fault::{Faults, Result};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use zip::ZipArchive;

/// All parts that are read have at most this many bytes when unpacked.
const UNPACKED: u64 = 1 << 27;

/// What the container of old and of encrypted files begins with.
const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether a file is the container of an old or of an encrypted file.
pub(crate) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(CONTAINER)
}

/// Whether what a container holds is encrypted.
pub(crate) fn is_encrypted(container: &[u8]) -> bool {
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    container.windows(stream.len()).any(|window| window == stream)
}

/// Why an archive cannot be read.
pub(crate) enum Trouble {
    /// It is damaged.
    Broken(String),
    /// Its parts have more than so many MiB when unpacked.
    Large(u64),
}

/// What a part refers to.
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last part of its type.
    pub(crate) kind: String,
    pub(crate) part: String,
}

/// A piece of a part.
pub(crate) enum Node<'a> {
    /// An element begins: its name without a prefix, and its attributes.
    Start(&'a str, &'a BytesStart<'a>),
    /// Text.
    Text(&'a str),
    /// An element ends.
    End(&'a str),
}

/// An archive.
pub(crate) struct Package<'a> {
    /// The file as the user named it.
    pub(crate) file: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
    /// How trouble with a file of this kind is told.
    told: fn(&str, Trouble) -> Faults,
}

impl<'a> Package<'a> {
    pub(crate) fn open(file: &'a str, bytes: &'a [u8], told: fn(&str, Trouble) -> Faults) -> Result<Self> {
        let broken = |error: zip::result::ZipError| told(file, Trouble::Broken(error.to_string()));
        Ok(Self { file, zip: ZipArchive::new(Cursor::new(bytes)).map_err(broken)?, left: UNPACKED, told })
    }

    /// Whether there is a part, whatever the case of its name: programs differ in that.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.place(part).is_some()
    }

    fn place(&self, part: &str) -> Option<usize> {
        self.zip.file_names().position(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case(part)))
    }

    /// Reads a part from its beginning to its end.
    pub(crate) fn walk(&mut self, part: &str, mut on: impl FnMut(Node<'_>) -> Result<()>) -> Result<()> {
        let (file, told) = (self.file, self.told);
        let broken = |cause: &dyn Display| told(file, Trouble::Broken(cause.to_string()));
        let large = || told(file, Trouble::Large(UNPACKED >> 20));
        let place = self.place(part).ok_or_else(|| broken(&part))?;
        let entry = self.zip.by_index(place).map_err(|error| broken(&error))?;
        if entry.size() > self.left {
            return Err(large());
        }
        let mut xml = Reader::from_reader(BufReader::new(Counted { inner: entry, left: &mut self.left }));
        xml.config_mut().expand_empty_elements = true;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            match xml.read_event_into(&mut bytes) {
                Ok(Event::Start(start)) => on(Node::Start(start.local_name().as_ref(), &start))?,
                Ok(Event::End(end)) => on(Node::End(end.local_name().as_ref()))?,
                Ok(Event::Text(text)) => on(Node::Text(&text.xml10_content()))?,
                Ok(Event::CData(text)) => on(Node::Text(&text.xml10_content()))?,
                Ok(Event::GeneralRef(reference)) => {
                    let character = referred(&reference).ok_or_else(|| broken(&format!("&{};", &*reference)))?;
                    on(Node::Text(&character))?;
                }
                // What entities a file makes up itself is of no use here; OpenOffice.org 2 named its grammar in every manifest.
                Ok(Event::DocType(named)) if named.contains('[') => return Err(broken(&"DOCTYPE")),
                Ok(Event::Eof) => return Ok(()),
                Ok(_) => {}
                Err(Error::Io(error)) if error.kind() == ErrorKind::FileTooLarge => return Err(large()),
                Err(error) => return Err(broken(&error)),
            }
        }
    }

    /// What a part refers to, or, for no part, the whole archive.
    pub(crate) fn relations(&mut self, part: &str) -> Result<Vec<Relation>> {
        let (folder, name) =
            part.rsplit_once('/').map_or((String::new(), part), |(head, name)| (format!("{head}/"), name));
        let mut relations = Vec::new();
        self.walk(&format!("{folder}_rels/{name}.rels"), |node| {
            if let Node::Start("Relationship", element) = node {
                let text = |name: &str| attribute(element, name).unwrap_or_default().into_owned();
                let (kind, target) = (text("Type"), text("Target"));
                let part = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("{folder}{target}"),
                };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: text("Id"), kind, part });
            }
            Ok(())
        })?;
        Ok(relations)
    }
}

/// The character that a reference stands for, if it is one that every file knows.
fn referred(reference: &BytesRef<'_>) -> Option<String> {
    let known = quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned);
    known.or_else(|| reference.resolve_char_ref().ok().flatten().map(String::from))
}

/// The value of an attribute, by its whole name or its name without a prefix.
pub(crate) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = element.attributes();
    let is_it = |key: &str, local: &str| key == name || local == name;
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| is_it(attribute.key.as_ref(), attribute.key.local_name().as_ref()))?;
    found.normalized_value(XmlVersion::Implicit1_0).ok()
}

/// Whether an attribute says yes.
pub(crate) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_ref(), "1" | "true"))
}

/// A part whose bytes are counted as they are unpacked: the size that the archive states may be too small.
pub(crate) struct Counted<'l, R> {
    pub(crate) inner: R,
    pub(crate) left: &'l mut u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        let left = self.left.checked_sub(read as u64).ok_or(ErrorKind::FileTooLarge)?;
        *self.left = left;
        Ok(read)
    }
}
