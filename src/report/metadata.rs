//! What the report was made from, for who reads it.

use super::Source;
use crate::msg;

/// The day, and the protocol with its version; its hash stands in the method.
pub fn facts(source: Source<'_>) -> Vec<(String, String)> {
    let (words, protocol) = (source.words, source.protocol());
    let version = msg!("report-version", id = protocol.id.as_str(), version = protocol.version.as_str());
    let date = source.options.date.clone().map(|date| (words.get("report-date"), date));
    date.into_iter().chain([(words.get("report-protocol"), words.say(&version))]).collect()
}
