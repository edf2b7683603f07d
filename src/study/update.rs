//! A newer version of a study's protocol: the old one is kept beside it, and nothing is taken out of the ledger.

use super::folder::{Folder, PROTOCOL, PROTOCOL_FILE, cases};
use crate::digest::sha256;
use crate::fault::{Fault, Result, Told};
use crate::files;
use crate::msg;
use crate::protocol::Protocol;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name that a version is kept under, from its hash.
fn kept_as(hash: &str) -> String {
    format!("protocol-{}.toml", hash.get(..8).unwrap_or(hash))
}

/// The versions of the protocol that a study folder keeps, and what keeps others from being read.
pub(super) fn earlier(study: &Path) -> (Vec<Protocol>, Vec<Fault>) {
    let (mut versions, mut notes) = (Vec::new(), Vec::new());
    for path in kept(study) {
        match Protocol::read(&path) {
            Ok(protocol) if path.ends_with(kept_as(&protocol.hash)) => versions.push(protocol),
            Ok(_) => notes.push(Fault::new(msg!("update-earlier-changed")).in_file(path.display())),
            Err(_) => notes.push(Fault::new(msg!("update-earlier-unread")).in_file(path.display())),
        }
    }
    (versions, notes)
}

/// The files of earlier versions. A folder that cannot be listed has its fault elsewhere.
fn kept(study: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(study).into_iter().flatten().flatten().map(|file| file.path());
    let is_kept = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("protocol-") && name.ends_with(".toml")
    };
    let mut files: Vec<PathBuf> = files.filter(is_kept).collect();
    files.sort();
    files
}

impl Folder {
    /// The folder as it would be under another version of its protocol, if its case list fits that too.
    pub fn under(&self, protocol: Protocol) -> Result<Self> {
        if protocol.id != self.protocol.id {
            let (found, expected) = (protocol.id.as_str(), self.protocol.id.as_str());
            return Err(Fault::new(msg!("update-id", found = found, expected = expected))
                .hint(msg!("update-id-hint"))
                .into());
        }
        let earlier = self.earlier.iter().chain([&*self.protocol]).cloned();
        Ok(Self {
            path: self.path.clone(),
            settings: self.settings.clone(),
            cases: Arc::new(cases(&self.path, &protocol)?),
            earlier: earlier.collect(),
            notes: Vec::new(),
            protocol: Arc::new(protocol),
            reader: self.reader.clone(),
        })
    }

    /// Puts a newer version in the place of the protocol, which is kept under its hash; gives the name of that file.
    ///
    /// Between the two steps the folder holds the old protocol twice, and opens as before.
    pub fn replace_protocol(&self, text: &str) -> Result<String> {
        let path = self.path.join(PROTOCOL_FILE);
        let old = files::read_inside(&path, PROTOCOL)?;
        if sha256(&old) != self.protocol.hash {
            let fault = Fault::new(msg!("update-meanwhile")).in_file(path.display());
            return Err(fault.hint(msg!("update-meanwhile-hint")).into());
        }
        let name = kept_as(&self.protocol.hash);
        let kept = self.path.join(&name);
        if kept.try_exists().told(msg!("file-unread"), kept.display())? {
            if files::read_inside(&kept, PROTOCOL)? != old {
                return Err(Fault::new(msg!("update-earlier-changed")).in_file(kept.display()).into());
            }
        } else {
            files::replace_like(&kept, &old, &path)?;
        }
        files::replace(&path, text.as_bytes()).map(|()| name)
    }

    /// Whether a version of the protocol is kept here, by its hash.
    pub fn has_version(&self, hash: &str) -> bool {
        self.earlier.iter().chain([&*self.protocol]).any(|version| version.hash == hash)
    }

    /// Whether this user may replace the folder's own files.
    pub fn is_replaceable(&self) -> bool {
        use rustix::fs::{Access, access};
        access(&self.path, Access::WRITE_OK | Access::EXEC_OK).is_ok()
    }
}
