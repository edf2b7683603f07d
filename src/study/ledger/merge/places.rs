//! Where the lines of a ledger stand, by what they say: one line may stand in several files.

use crate::base::fault::Result;
use crate::study::ledger::entry::Head;
use crate::study::ledger::line::carry::{Carried, Identity, Text};
use crate::study::ledger::reader::Ledger;
use crate::study::ledger::redact::Lines;
use std::collections::{BTreeMap, HashMap, HashSet};

/// One place of a line.
struct Place {
    coder: String,
    segment: u32,
    head: Head,
    stands: bool,
    is_told: bool,
}

/// Where the lines of a ledger stand.
#[derive(Default)]
pub(crate) struct Places {
    lines: HashMap<Identity, Vec<Place>>,
    /// The lines whose text was taken away at one of their places, or is told to be.
    pub(crate) gone: HashSet<Identity>,
}

impl Ledger {
    /// Where the lines stand that were read. Files that could not be read are passed over.
    pub(crate) fn places(&self) -> Result<Places> {
        let mut places = Places::default();
        let none = HashSet::new();
        for (coder, segments) in &self.coders {
            let told = self.told.get(coder).unwrap_or(&none);
            for segment in segments.values().filter(|segment| segment.unread.is_none()) {
                let bytes = segment.bytes().map_err(|error| self.fault(&error.into()))?;
                for line in lines(&bytes).filter_map(Carried::read) {
                    let (segment, head) = (segment.number, line.head);
                    let is_told = told.contains(&(segment, head));
                    let stands = line.text == Text::Stands;
                    // The line that told of it may be lost.
                    if is_told || line.text == Text::Blanked {
                        places.gone.insert(line.identity);
                    }
                    let place = Place { coder: coder.clone(), segment, head, stands, is_told };
                    places.lines.entry(line.identity).or_default().push(place);
                }
            }
        }
        Ok(places)
    }
}

impl Places {
    /// Per coder the lines among `gone` whose text stands.
    pub(crate) fn to_blank(&self, gone: &HashSet<Identity>) -> BTreeMap<String, Lines> {
        self.chosen(gone, |place| place.stands)
    }

    /// Per coder the lines among `gone` of which nothing tells that their text was taken away.
    pub(crate) fn untold(&self, gone: &HashSet<Identity>) -> BTreeMap<String, Lines> {
        self.chosen(gone, |place| !place.is_told)
    }

    /// Per coder the lines whose text stands although it is told of them that it was taken away.
    pub(crate) fn undone(&self) -> BTreeMap<String, Lines> {
        self.chosen(&self.gone, |place| place.is_told && place.stands)
    }

    fn chosen(&self, gone: &HashSet<Identity>, is_meant: impl Fn(&Place) -> bool) -> BTreeMap<String, Lines> {
        let mut chosen: BTreeMap<String, Lines> = BTreeMap::new();
        let places = gone.iter().filter_map(|identity| self.lines.get(identity)).flatten();
        for place in places.filter(|place| is_meant(place)) {
            chosen.entry(place.coder.clone()).or_default().entry(place.segment).or_default().insert(place.head);
        }
        chosen
    }

    /// The `h` that the lines of another copy have here, by that which they have there.
    pub(crate) fn heads_of(&self, other: &Self) -> HashMap<Head, Head> {
        let both = other.lines.iter().filter_map(|(identity, there)| Some((self.lines.get(identity)?.first()?, there)));
        both.flat_map(|(here, there)| there.iter().map(|there| (there.head, here.head))).collect()
    }

    /// Whether a line is among them.
    pub(crate) fn has(&self, line: &Identity) -> bool {
        self.lines.contains_key(line)
    }

    /// What lines there are.
    pub(crate) fn into_known(self) -> HashSet<Identity> {
        self.lines.into_keys().collect()
    }
}

/// The lines of a file, without their newlines.
pub(crate) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}
