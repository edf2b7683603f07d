//! What a sitting's answers are saved with.

use super::super::Context;
use crate::base::env;
use crate::base::fault::{Exit, Fault, Result};
use crate::msg;
use crate::study::folder::Folder;
use crate::study::ledger::entry::{Entry, Head};
use crate::study::ledger::{Ledger, Writer};
use crate::tui::effect::Recording;
use crate::tui::saver::Saver;

/// Writes a sitting's lines, each stamped as it is written.
struct SessionLog(Writer);

impl Saver for SessionLog {
    fn save(&mut self, recording: &Recording) -> Result<Vec<Entry<'static>>> {
        let stamped: Vec<_> = recording.drafts().map(|draft| (draft, env::stamp())).collect();
        let drafts: Vec<_> = stamped.iter().map(|(draft, stamp)| (*draft, stamp)).collect();
        self.0.append_all(&drafts)
    }

    fn close(&mut self, case_id: &str, question: &str) -> Result<()> {
        self.0.close(case_id, question, &env::stamp())
    }

    fn seen(&mut self, seq: u64) {
        self.0.seen(seq);
    }

    fn gone(&mut self) -> Vec<Head> {
        self.0.gone()
    }

    fn troubles(&mut self) -> Vec<Fault> {
        self.0.troubles()
    }
}

/// Takes no lines: for looking only.
pub(super) struct ReadOnlySaver;

impl Saver for ReadOnlySaver {
    fn save(&mut self, _: &Recording) -> Result<Vec<Entry<'static>>> {
        Err(Fault::new(msg!("screen-read-only")).exit(Exit::NotSaved).into())
    }

    fn close(&mut self, _: &str, _: &str) -> Result<()> {
        Ok(())
    }

    fn seen(&mut self, _: u64) {}
}

/// What the answers are saved with.
pub(super) fn saver(
    folder: &Folder,
    ledger: &mut Ledger,
    writable: bool,
    context: &Context<'_>,
) -> Result<Box<dyn Saver>> {
    if !writable {
        return Ok(Box::new(ReadOnlySaver));
    }
    let sitting = context.sitting(folder)?;
    Ok(Box::new(SessionLog(ledger.begin(sitting, folder.settings.shared, &env::stamp())?)))
}
