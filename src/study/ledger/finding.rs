//! Something that reading a ledger turned up.

use crate::base::fault::{Exit, Fault, Place};
use crate::base::language::{Arg, Message};
use crate::msg;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Worth knowing; nothing is lost.
    Note,
    /// In a coder's place, and another user may have written it: it counts, and the counts say so.
    Foreign,
    /// Lines in a file that is not read for its name: the counts lack them.
    Misnamed,
    /// Written by a newer program: the study can be read in part, and not written.
    Newer,
    /// This user may not read it: nothing is known of it, and the counts would lack it.
    Unread,
    /// Not what was written: the fold stops.
    Damage,
}

impl Kind {
    /// What counts say of themselves although nothing is damaged.
    pub const DOUBTFUL: [Self; 4] = [Self::Foreign, Self::Misnamed, Self::Newer, Self::Unread];
}

/// Something that reading a ledger turned up, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How grave it is.
    pub kind: Kind,
    /// The file, from the ledger's folder on.
    pub file: String,
    /// The line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Where in the file, in bytes from its start.
    pub byte: u64,
    /// What was found.
    pub message: Message,
}

impl Finding {
    /// A finding about a file as a whole.
    pub(crate) fn file(kind: Kind, file: &str, message: Message) -> Self {
        Self { kind, file: file.to_owned(), line: 0, byte: 0, message }
    }
}

impl Finding {
    /// A finding about a file that could not be read: forbidden, which says nothing about what is in it, or broken.
    pub(crate) fn unread(file: &str, error: &std::io::Error) -> Self {
        let forbidden = error.kind() == std::io::ErrorKind::PermissionDenied;
        let kind = if forbidden { Kind::Unread } else { Kind::Damage };
        Self::file(kind, file, msg!("ledger-unread", cause = Arg::cause(error)))
    }
}

impl From<&Finding> for Fault {
    fn from(finding: &Finding) -> Self {
        let exit = if finding.kind == Kind::Damage { Exit::Damaged } else { Exit::Refused };
        let line = Some(finding.line).filter(|line| *line > 0);
        let place = Place { file: finding.file.clone(), line, source: None, span: None };
        Self { place: Some(Box::new(place)), ..Self::new(finding.message.clone()).exit(exit) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_it_is_and_whether_something_is_damaged() {
        let found = |kind, line| Finding { line, ..Finding::file(kind, "carina/0001.jsonl", msg!("ledger-note-name")) };
        let fault = |finding: Finding| {
            let fault = Fault::from(&finding);
            (fault.exit, fault.place.map(|place| (place.file, place.line)))
        };
        let place = |line| Some(("carina/0001.jsonl".to_owned(), line));
        assert_eq!(fault(found(Kind::Damage, 3)), (Exit::Damaged, place(Some(3))));
        assert_eq!(fault(found(Kind::Unread, 0)), (Exit::Refused, place(None)), "the file as a whole");
    }
}
