//! The archive of a spreadsheet: its parts, unpacked and read as XML within one bound for all of them.

use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use zip::ZipArchive;

/// All parts that are read have at most this many bytes when unpacked.
const UNPACKED: u64 = 1 << 27;

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
}

impl<'a> Package<'a> {
    pub(crate) fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(file, &error))?;
        Ok(Self { file, zip, left: UNPACKED })
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
        let file = self.file;
        let place = self.place(part).ok_or_else(|| broken(file, &part))?;
        let entry = self.zip.by_index(place).map_err(|error| broken(file, &error))?;
        if entry.size() > self.left {
            return Err(large(file));
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
                Ok(Event::GeneralRef(reference)) => on(Node::Text(&referred(file, &reference)?))?,
                // What entities a file makes up itself is of no use to a spreadsheet.
                Ok(Event::DocType(_)) => return Err(broken(file, &"DOCTYPE")),
                Ok(Event::Eof) => return Ok(()),
                Ok(_) => {}
                Err(Error::Io(error)) if error.kind() == ErrorKind::FileTooLarge => return Err(large(file)),
                Err(error) => return Err(broken(file, &error)),
            }
        }
    }
}

/// The character that a reference stands for.
fn referred(file: &str, reference: &BytesRef<'_>) -> Result<String> {
    let known = quick_xml::escape::resolve_xml_entity(reference);
    let found = match known {
        Some(text) => Some(text.to_owned()),
        None => reference.resolve_char_ref().map_err(|error| broken(file, &error))?.map(String::from),
    };
    found.ok_or_else(|| broken(file, &format!("&{};", &**reference)))
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

pub(crate) fn broken(file: &str, cause: &dyn Display) -> Faults {
    Fault::new(msg!("sheet-broken", cause = cause.to_string())).hint(msg!("sheet-broken-hint")).in_file(file).into()
}

fn large(file: &str) -> Faults {
    Fault::new(msg!("sheet-large", most = UNPACKED >> 20)).hint(msg!("sheet-large-hint")).in_file(file).into()
}
