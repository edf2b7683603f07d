//! Drawing cases, and sharing them between coders, by permanent random numbers.
//!
//! A case's number is SHA-256 over `seed|case id`: it depends on nothing else, so that anyone with the seed and the ids
//! draws the same cases, in whatever order they stand and with whatever tool. The method is that of permanent random
//! numbers in sequential simple random sampling (Ohlsson 1995, "Coordination of samples using permanent random numbers").

pub mod draw;
pub mod plan;

use crate::base::digest::sha256;
use crate::study::case::CaseList;
use crate::study::index::CaseIx;
use crate::study::protocol::Protocol;
use std::collections::BTreeMap;

/// A case's permanent random number under a seed, in hex.
pub fn number(seed: &str, id: &str) -> String {
    sha256(format!("{seed}|{id}").as_bytes())
}

/// The cases that have the same values in the columns that are drawn per.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// The values.
    pub values: Vec<String>,
    /// Its cases by their places, in drawn order.
    pub cases: Vec<CaseIx>,
}

/// The strata of a list in the order of the protocol's values, each with its cases in drawn order: by their numbers,
/// equal ones by their ids.
pub fn strata(list: &CaseList, protocol: &Protocol, per: &[usize], seed: &str) -> Vec<Stratum> {
    let mut found: BTreeMap<Vec<(usize, &str)>, Stratum> = BTreeMap::new();
    let mut cases: Vec<(String, &str, CaseIx)> = list
        .file_cases()
        .iter_enumerated()
        .map(|(place, case)| (number(seed, &case.id), case.id.as_str(), place))
        .collect();
    cases.sort_unstable();
    for (.., place) in cases {
        let key: Vec<(usize, &str)> =
            per.iter().map(|&column| rank(protocol, column, list.value(place, column))).collect();
        let values = key.iter().map(|(_, value)| (*value).to_owned()).collect();
        let new = Stratum { values, cases: Vec::new() };
        found.entry(key).or_insert(new).cases.push(place);
    }
    found.into_values().collect()
}

/// What orders the values of a column: their order in the protocol, then the alphabet.
fn rank<'a>(protocol: &Protocol, column: usize, value: &'a str) -> (usize, &'a str) {
    let values = protocol.attributes.get(column).map_or(&[][..], |attribute| &attribute.values);
    (values.iter().position(|(code, _)| code == value).unwrap_or(values.len()), value)
}

#[cfg(test)]
pub(crate) mod tests;
