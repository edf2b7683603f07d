//! What columns and values are called in lists from elsewhere, folded.

use crate::study::protocol::{Attribute, Part};

/// Headers of the column with the cases' ids, folded.
pub(crate) const ID_HEADERS: [&str; 14] = [
    "case_id",
    "case",
    "id",
    "arende",
    "arende-id",
    "arendeid",
    "arendenummer",
    "akt",
    "aktnummer",
    "case id",
    // Personal numbers: they are refused, or replaced.
    "personnummer",
    "personnr",
    "pnr",
    "samordningsnummer",
];
/// Those of them that are personal numbers.
pub(crate) const NUMBER_HEADERS: &[&str] = ID_HEADERS.split_at(10).1;
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
const SEX_HEADERS: [&str; 4] = ["kon", "sex", "gender", "juridiskt kon"];
const YEAR_HEADERS: [&str; 7] =
    ["fodelsear", "fodd", "fodd ar", "birth_year", "birth year", "year of birth", "year_of_birth"];
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
        _ => &[],
    }
}
