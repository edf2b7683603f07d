//! The thread that saves: one recording at a time, so that the disk never keeps the screen waiting.

use super::effect::Recording;
use super::event::{Event, Order};
use crate::base::fault::{Fault, Faults, Result};
use crate::study::ledger::entry::{Entry, Head};
use std::sync::mpsc::{Receiver, Sender};

/// Where drafts become entries.
pub trait Saver: Send {
    /// Writes all lines durably, or none, and gives the entries that they became.
    fn save(&mut self, recording: &Recording) -> Result<Vec<Entry<'static>>>;
    /// Ends the sitting at the place to come back to.
    fn close(&mut self, case_id: &str, question: &str) -> Result<()>;
    /// Takes note of a number that others have used.
    fn seen(&mut self, seq: u64);
    /// Looks which of the coder's texts were taken away in other windows: the lines that they stood in.
    fn gone(&mut self) -> Vec<Head> {
        Vec::new()
    }
    /// What went wrong since one last asked and was overcome: nothing is lost, but somebody should know.
    fn troubles(&mut self) -> Vec<Fault> {
        Vec::new()
    }
}

impl<S: Saver + ?Sized> Saver for Box<S> {
    fn save(&mut self, recording: &Recording) -> Result<Vec<Entry<'static>>> {
        (**self).save(recording)
    }

    fn close(&mut self, case_id: &str, question: &str) -> Result<()> {
        (**self).close(case_id, question)
    }

    fn seen(&mut self, seq: u64) {
        (**self).seen(seq);
    }

    fn gone(&mut self) -> Vec<Head> {
        (**self).gone()
    }

    fn troubles(&mut self) -> Vec<Fault> {
        (**self).troubles()
    }
}

/// Carries out orders until there are no more.
pub(crate) fn serve(mut saver: Box<dyn Saver>, orders: &Receiver<Order>, events: &Sender<Event>) {
    for order in orders {
        let told = match order {
            Order::Save(recording) => {
                let told = events.send(Event::Saved(saver.save(&recording)));
                let troubles = saver.troubles();
                if troubles.is_empty() { told } else { events.send(Event::Recovered(Faults(troubles))) }
            }
            Order::Look => events.send(Event::Gone(saver.gone())),
            Order::Close(case, question) => events.send(Event::Closed(saver.close(&case, &question))),
            Order::Seen(seq) => {
                saver.seen(seq);
                Ok(())
            }
        };
        if told.is_err() {
            return;
        }
    }
}
