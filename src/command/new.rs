//! `aktkoll new`: makes a study from a protocol and a case list.

use super::{Context, matches};
use crate::case::matching::Hints;
use crate::fault::Result;
use crate::msg;
use crate::study::create::{Plan, create, find_protocol, read_cases};
use std::path::{Path, PathBuf};

pub(super) fn run(
    dir: &Path,
    protocol: &str,
    (paths, hints): (&[PathBuf], &Hints),
    title: Option<&str>,
    group: Option<&str>,
    context: &mut Context<'_>,
) -> Result<u8> {
    let (protocol, text) = find_protocol(protocol)?;
    let (cases, matched) = read_cases(paths, hints, &protocol)?;
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or(&protocol.title);
    create(dir, &Plan { protocol: &text, cases: &cases, title, group, draw: None })?;
    context.say(&msg!(
        "new-made",
        dir = dir.display().to_string(),
        cases = cases.files().len(),
        questions = protocol.declared()
    ))?;
    matches::show(&protocol, &matched, context)?;
    if !cases.entries().is_empty() {
        context.say(&msg!("new-entries", n = cases.entries().len()))?;
    }
    context.say(&msg!("new-next", dir = quoted(&dir.display().to_string())))?;
    Ok(0)
}

/// A folder as a shell takes it: in quotes where it has more than plain characters.
pub(super) fn quoted(dir: &str) -> String {
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
