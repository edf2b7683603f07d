//! `aktkoll new`: makes a study from a protocol and a case list.

use super::Context;
use crate::case::identity::Pseudonyms;
use crate::fault::{Fault, Result};
use crate::identity::has_number;
use crate::msg;
use crate::protocol::{Per, Protocol};
use crate::study::create::{Listed, Plan, create, find_protocol, read_cases, write_key};
use crate::world;
use std::path::Path;

/// The file for the key to replaced ids, and what to take from the numbers.
type Key<'a> = (&'a Path, &'a [String]);

pub(super) fn run(
    dir: &Path,
    protocol: &str,
    cases: &Path,
    (title, group): (Option<&str>, Option<&str>),
    key: Option<Key<'_>>,
    context: &mut Context<'_>,
) -> Result<u8> {
    let (protocol, text) = find_protocol(protocol)?;
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or(&protocol.title);
    if [title, &dir.display().to_string()].into_iter().any(has_number) {
        return Err(Fault::new(msg!("identity-title")).into());
    }
    let today = world::now().to_zoned(world::zone()).date();
    let ids = key.map(|(_, from_number)| Pseudonyms { from_number: from_number.to_vec(), today });
    let listed = read_cases(cases, &protocol, ids.as_ref())?;
    let plan = Plan { protocol: &text, cases: &listed.cases, title, group };
    if let (Some((file, _)), Some(replaced)) = (key, &listed.replaced) {
        write_key(file, dir, &replaced.key)?;
        create(dir, &plan).inspect_err(|_| {
            // It is a key to nothing now; that it cannot be removed is no news.
            let _ = std::fs::remove_file(file);
        })?;
    } else {
        create(dir, &plan)?;
    }
    tell(dir, &protocol, &listed, key, context)?;
    Ok(0)
}

/// What was made, and of what.
fn tell(dir: &Path, protocol: &Protocol, made: &Listed, key: Option<Key<'_>>, context: &mut Context<'_>) -> Result<()> {
    let Listed { cases, matched, contacts, replaced } = made;
    context.say(&msg!(
        "new-made",
        dir = dir.display().to_string(),
        cases = cases.files().len(),
        questions = protocol.questions.len()
    ))?;
    let taken = replaced.as_ref().map_or(&[][..], |replaced| &replaced.taken);
    let listed = protocol.attributes.iter().filter(|attribute| attribute.is_about(Per::Case));
    for (attribute, header) in listed.zip(&matched.attributes) {
        let label = attribute.label.as_str();
        context.say(&if taken.contains(&attribute.label) {
            msg!("identity-taken", attribute = label)
        } else {
            msg!("new-column", attribute = label, header = header.as_str())
        })?;
    }
    if !cases.entries().is_empty() {
        context.say(&msg!("new-entries", n = cases.entries().len()))?;
    }
    if !matched.others.is_empty() {
        context.say(&msg!("new-others", headers = matched.others.join(", ")))?;
    }
    if let Some((file, _)) = key {
        context.say(&msg!("identity-key-written", n = cases.files().len(), file = file.display().to_string()))?;
    }
    context.say(&msg!("new-next", dir = quoted(&dir.display().to_string())))?;
    contacts.as_ref().map_or(Ok(()), |contacts| context.tell(contacts))
}

/// A folder as a shell takes it: in quotes where it has more than plain characters.
fn quoted(dir: &str) -> String {
    let is_plain = dir.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
    if is_plain { dir.to_owned() } else { format!("'{}'", dir.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_folder_with_blanks_can_be_pasted_into_a_shell() {
        assert_eq!(quoted("granskning/2023"), "granskning/2023");
        assert_eq!(quoted("Åsas granskning"), "'Åsas granskning'");
        assert_eq!(quoted("a'b"), "'a'\\''b'");
    }
}
