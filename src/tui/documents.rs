//! The thread that reads documents, one after the other, so that none of them keeps the screen waiting.

use super::event::Event;
use super::file_pane::{Came, Wanted};
use crate::exchange::documents::Source;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

/// What reads documents of the cases' files.
pub type Documents = Box<dyn FnMut(Wanted) -> Came + Send>;

/// Reads from a source.
pub fn of(source: Source) -> Documents {
    Box::new(move |wanted| {
        let headings = source.headings(&wanted.case_id);
        let document =
            (wanted.index < headings.len()).then(|| source.read(&wanted.case_id, wanted.index).map(Arc::new));
        Came { wanted, headings, document }
    })
}

/// Reads documents until there are no more; of those that wait, only the last is still wanted.
pub(crate) fn serve(mut documents: Documents, wanted: &Receiver<Wanted>, events: &Sender<Event>) {
    while let Ok(first) = wanted.recv() {
        let last = wanted.try_iter().last().unwrap_or(first);
        if events.send(Event::Read(documents(last))).is_err() {
            return;
        }
    }
}
