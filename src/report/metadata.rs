//! What the report was made from, so that the same figures can be made again.

use super::Source;
use crate::msg;

/// The day, and the protocol with its version and hash.
pub fn facts(source: Source<'_>) -> Vec<(String, String)> {
    let (words, protocol) = (source.words, source.protocol());
    let version = msg!("report-version", id = protocol.id.as_str(), version = protocol.version.as_str());
    let date = source.options.date.clone().map(|date| (words.get("report-date"), date));
    let made = [(words.get("report-protocol"), words.say(&version)), (words.get("report-hash"), protocol.hash.clone())];
    date.into_iter().chain(made).collect()
}
