//! A newer version of a study's protocol: the old one is kept beside it, and nothing is taken out of the ledger.

use super::folder::{Folder, PROTOCOL, PROTOCOL_FILE, cases, kept_as};
use crate::base::digest::text_sha256;
use crate::base::fault::{Fault, Result, Told};
use crate::base::files;
use crate::msg;
use crate::study::protocol::Protocol;

use std::sync::Arc;

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
            login: self.login,
            is_named: self.is_named,
        })
    }

    /// Puts a newer version in the place of the protocol, which is kept under its hash; gives the name of that file.
    ///
    /// Between the two steps the folder holds the old protocol twice, and opens as before.
    pub fn replace_protocol(&self, text: &str) -> Result<String> {
        let path = self.path.join(PROTOCOL_FILE);
        let old = files::read_inside(&path, PROTOCOL)?;
        if text_sha256(&old) != self.protocol.hash {
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
