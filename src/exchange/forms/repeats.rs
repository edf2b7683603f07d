//! Repeats as other programs take them: declared once, or each place as questions of its own.

use crate::base::language::Message;
use crate::msg;
use crate::study::protocol::Protocol;

/// A protocol whose repeats are declared, each question at no place; none where there are no repeats, or where something
/// looks at a single place, which only questions of their own can say.
pub(crate) fn declared(protocol: &Protocol) -> Option<Protocol> {
    let has_any = !protocol.repeats.is_empty();
    has_any.then(|| Protocol::load_declared("", &protocol.to_toml()).ok()).flatten()
}

/// The same questions without repeats: each place is a question under a condition, as any other.
pub(crate) fn separate(protocol: &Protocol) -> Protocol {
    let mut separate = protocol.clone();
    separate.repeats.clear();
    separate.questions.iter_mut().for_each(|question| question.place = None);
    separate
}

/// Says that repeats are written as questions of their own.
pub(crate) fn told_separate(protocol: &Protocol) -> Option<Message> {
    let names: Vec<&str> = protocol.repeats.iter().map(|repeat| repeat.id.as_str()).collect();
    (!names.is_empty()).then(|| msg!("exchange-repeats", names = names.join(", ")))
}
