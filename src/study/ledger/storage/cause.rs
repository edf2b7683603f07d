//! Why something was not saved, and how that is told.

use crate::base::fault::{Exit, Fault};
use crate::base::language::{Arg, Message};
use crate::msg;
use std::io;
use std::path::PathBuf;

/// Why something was not saved.
#[derive(Debug)]
pub enum Cause {
    /// The system said no.
    Io(io::Error),
    /// Another process has a segment of this number.
    Taken,
    /// The coder has as many segments as there are numbers.
    Full,
    /// Something that is no plain file or folder stands in the way.
    Special(Message),
    /// What the coder has written before could not be read, in this file or folder.
    Unread(PathBuf, io::Error),
    /// The folder belongs to another user, who is this one.
    Foreign(PathBuf, u32),
    /// The folder is open to others, and this file in it is of this other user.
    Planted(PathBuf, u32),
    /// A line of the study has the highest number that there is: none can follow it.
    Numbers,
    /// The file holds other bytes than were written.
    Changed,
    /// The file is gone, or another has its name.
    Moved,
    /// The file has further names.
    Linked(u64),
    /// The file has another size than was written.
    Size {
        /// As it is.
        found: u64,
        /// As it was written.
        expected: u64,
    },
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<rustix::io::Errno> for Cause {
    fn from(error: rustix::io::Errno) -> Self {
        Self::Io(error.into())
    }
}

impl Cause {
    /// The fault it is for the person whose answer was not saved in `file`.
    pub fn fault(&self, file: &str) -> Fault {
        let message = match self {
            Self::Io(error) => msg!("ledger-not-saved", cause = Arg::cause(error)),
            Self::Full => msg!("ledger-not-saved-full"),
            Self::Taken | Self::Moved => msg!("ledger-not-saved-moved"),
            Self::Special(message) => {
                return Fault::new(message.clone()).in_file(file).hint(msg!("ledger-special-hint"));
            }
            Self::Unread(path, error) => {
                let fault = Fault::new(msg!("ledger-own-unread", cause = Arg::cause(error))).exit(Exit::NotSaved);
                return fault.in_file(path.display()).hint(msg!("ledger-own-unread-hint"));
            }
            Self::Foreign(folder, uid) => {
                let fault = Fault::new(msg!("ledger-folder-foreign", uid = uid.to_string())).exit(Exit::NotSaved);
                return fault.in_file(folder.display()).hint(msg!("ledger-folder-foreign-hint"));
            }
            Self::Planted(file, uid) => {
                let fault = Fault::new(msg!("ledger-folder-planted", uid = uid.to_string())).exit(Exit::NotSaved);
                return fault.in_file(file.display()).hint(msg!("ledger-folder-planted-hint"));
            }
            Self::Numbers => {
                let fault = Fault::new(msg!("ledger-not-saved-numbers")).exit(Exit::NotSaved);
                return fault.in_file(file).hint(msg!("ledger-not-saved-numbers-hint"));
            }
            Self::Changed => msg!("ledger-not-saved-changed"),
            Self::Linked(links) => msg!("ledger-not-saved-linked", links = *links),
            Self::Size { found, expected } => {
                msg!("ledger-not-saved-size", found = *found, expected = *expected)
            }
        };
        Fault::new(message).exit(Exit::NotSaved).in_file(file).hint(msg!("ledger-not-saved-hint"))
    }
}
