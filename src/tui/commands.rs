//! The thread that runs commands of the command line for the open study, one after the other.

use super::event::Event;
use super::msg::Ran;
use std::sync::mpsc::{Receiver, Sender};

/// What runs a command for the open study.
pub type Commands = Box<dyn FnMut(&str) -> Ran + Send>;

/// Runs commands until there are no more.
pub(crate) fn serve(mut commands: Commands, lines: &Receiver<String>, events: &Sender<Event>) {
    for line in lines {
        if events.send(Event::Ran(commands(&line))).is_err() {
            return;
        }
    }
}
