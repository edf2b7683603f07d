//! What columns and values are called in lists from elsewhere, folded or squeezed.

use crate::base::text::folded;
use crate::study::protocol::{Attribute, Part};

/// Headers of the column with the cases' ids, squeezed.
pub(crate) const ID_HEADERS: [&str; 22] = [
    "caseid",
    "case",
    "caseno",
    "casenumber",
    "id",
    "arende",
    "arendeid",
    "arendenr",
    "arendenummer",
    "arendebeteckning",
    "akt",
    "aktid",
    "aktnr",
    "aktnummer",
    "dnr",
    "diarienr",
    "diarienummer",
    // Personal numbers: they are refused, or replaced.
    "personnummer",
    "personnr",
    "pnr",
    "persnr",
    "samordningsnummer",
];
/// Those of them that are personal numbers.
pub(crate) const NUMBER_HEADERS: &[&str] = ID_HEADERS.split_at(17).1;
const UNIT_HEADERS: [&str; 9] = [
    "unit",
    "enhet",
    "verksamhet",
    "stadsdel",
    "stadsdelsforvaltning",
    "stadsdelsnamnd",
    "stadsdelsomrade",
    "forvaltning",
    "district",
];
const SEX_HEADERS: [&str; 4] = ["kon", "sex", "gender", "juridisktkon"];
/// What was decided, and when: attributes of no part, known by what they are called.
const DECISION: [&str; 2] = ["decision", "beslut"];
const DECISION_HEADERS: [&str; 2] = ["utfall", "outcome"];
const DECISION_YEAR: [&str; 2] = ["decisionyear", "beslutsar"];
const DECISION_YEAR_HEADERS: [&str; 2] = ["arforbeslut", "yearofdecision"];
const YEAR_HEADERS: [&str; 6] = ["fodelsear", "fodd", "foddar", "birthyear", "yearofbirth", "born"];
/// How the sexes are written, folded.
pub(crate) const SEXES: [&[&str]; 2] = [
    &["k", "kvinna", "kvinnor", "flicka", "flickor", "f", "female", "females", "woman", "women", "girl", "girls"],
    &["m", "man", "pojke", "pojkar", "male", "males", "men", "boy", "boys"],
];

/// What a column may be called that means the same as an attribute.
pub(crate) fn synonyms(attribute: &Attribute) -> &'static [&'static str] {
    match attribute.part {
        Some(Part::Unit) => &UNIT_HEADERS,
        Some(Part::Sex) => &SEX_HEADERS,
        Some(Part::BirthYear { .. }) => &YEAR_HEADERS,
        _ if is_called(attribute, &DECISION) => &DECISION_HEADERS,
        _ if is_called(attribute, &DECISION_YEAR) => &DECISION_YEAR_HEADERS,
        _ => &[],
    }
}

fn is_called(attribute: &Attribute, names: &[&str]) -> bool {
    [&attribute.id, &attribute.label].map(|own| squeezed(own)).iter().any(|own| names.contains(&own.as_str()))
}

/// A header without what makes no difference: blanks, hyphens, marks, and what stands in brackets.
pub(crate) fn squeezed(header: &str) -> String {
    let (name, _) = header.split_once(['(', '[']).filter(|(name, _)| !name.trim().is_empty()).unwrap_or((header, ""));
    folded(name).chars().filter(|c| c.is_alphanumeric()).collect()
}
