//! The thread that runs commands of the command line for the open study, one after the other, and looks up the paths in them.

use super::event::{Event, Job};
use super::msg::Ran;
use crate::base::files::named::completed;
use std::sync::mpsc::{Receiver, Sender};

/// What runs a command for the open study.
pub type Commands = Box<dyn FnMut(&str) -> Ran + Send>;

/// Runs commands until there are no more.
pub(crate) fn serve(mut commands: Commands, jobs: &Receiver<Job>, events: &Sender<Event>) {
    for job in jobs {
        let told = match job {
            Job::Run(line) => Event::Ran(commands(&line)),
            Job::Complete(begun) => {
                let named = completed(&begun);
                Event::Completed(begun, named)
            }
        };
        if events.send(told).is_err() {
            return;
        }
    }
}
