//! The file or folder whose name was begun: what a shell does for Tab.

use crate::base::env;
use crate::base::text::{folded, visible};
use std::fs;
use std::path::PathBuf;

/// Of a folder with more entries than these the first are looked at.
const ENTRIES: usize = 10_000;

/// A path that was begun, as far as what is there completes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The path: that far it is the same for all that it may become.
    pub path: String,
    /// The names of all that it may become, where that is more than one, or nothing.
    pub names: Vec<String>,
}

/// The file that a typed path means: of one that begins with `~/`, in the user's home.
pub fn meant(typed: &str) -> PathBuf {
    let home = typed.strip_prefix("~/").and_then(|rest| Some((env::variable("HOME")?, rest)));
    home.map_or_else(|| typed.into(), |(home, rest)| PathBuf::from(home).join(rest))
}

/// Completes a path that was begun; a folder's name ends with a slash.
pub fn completed(typed: &str) -> Named {
    let (folder, begun) = typed.rfind('/').map_or(("", typed), |at| typed.split_at(at + 1));
    let entries = fs::read_dir(meant(if folder.is_empty() { "." } else { folder })).into_iter().flatten().flatten();
    let named = entries.take(ENTRIES).filter_map(|entry| {
        let name = entry.file_name().into_string().ok().filter(|name| visible(name) == *name)?;
        let is_folder = fs::metadata(entry.path()).is_ok_and(|about| about.is_dir());
        Some(if is_folder { name + "/" } else { name })
    });
    let mut named: Vec<String> = named.filter(|name| begun.starts_with('.') || !name.starts_with('.')).collect();
    // As it is written, else whatever its capitals.
    let is_exact = named.iter().any(|name| name.starts_with(begun));
    named.retain(|name| name.starts_with(begun) || !is_exact && folded(name).starts_with(&folded(begun)));
    named.sort();
    let Some((first, rest)) = named.split_first() else {
        return Named { path: typed.to_owned(), names: Vec::new() };
    };
    let shared = rest.iter().fold(first.as_str(), |shared, name| {
        let alike = shared.char_indices().zip(name.chars()).find(|((_, one), other)| one != other);
        let end = alike.map_or(shared.len().min(name.len()), |((at, _), _)| at);
        shared.get(..end).unwrap_or("")
    });
    let shared = if shared.chars().count() < begun.chars().count() { begun } else { shared };
    Named { path: format!("{folder}{shared}"), names: if rest.is_empty() { Vec::new() } else { named } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_it_is_clear() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| format!("{}/{name}", folder.path().display());
        for name in ["Ärenden 1.csv", "Ärenden 2.csv", "lista.xlsx", ".dold"] {
            crate::base::files::replace(&folder.path().join(name), b"").unwrap();
        }
        fs::create_dir(folder.path().join("Åsas mapp")).unwrap();
        let one = |name: &str| Named { path: path(name), names: Vec::new() };
        assert_eq!(completed(&path("l")), one("lista.xlsx"));
        assert_eq!(completed(&path("L")), one("lista.xlsx"), "whatever the capitals");
        assert_eq!(completed(&path("Å")), one("Åsas mapp/"));
        assert_eq!(completed(&path(".d")), one(".dold"));
        assert_eq!(completed(&path("x")), one("x"), "there is none");
        let both = ["Ärenden 1.csv", "Ärenden 2.csv"].map(str::to_owned).to_vec();
        assert_eq!(completed(&path("Är")), Named { path: path("Ärenden "), names: both });
        assert_eq!(completed(&path("")).names.len(), 4, "hidden files only where they are asked for");
    }
}
