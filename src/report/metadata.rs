//! What the report was made from, for who reads it.

use super::Source;
use crate::msg;

/// The day, and the protocol with its version and the language of what is quoted where that is another; its hash stands in the method.
pub fn facts(source: Source<'_>) -> Vec<(String, String)> {
    let (words, protocol) = (source.words, source.protocol());
    let version = msg!("report-version", id = protocol.id.as_str(), version = protocol.version.as_str());
    let date = source.options.date.clone().map(|date| (words.get("report-date"), date));
    let protocol_version = (words.get("report-protocol"), words.say(&version));
    let is_foreign = protocol.lang != words.lang();
    let quoted = || (words.get("report-quoted"), words.say(&msg!("report-quoted-from", lang = protocol.lang.tag())));
    date.into_iter().chain([protocol_version]).chain(is_foreign.then(quoted)).collect()
}
