//! Signals as events of the run loop.

use super::event::Event;
use super::terminal::{Terminal, end};
use crate::base::fault::Result;
use crate::base::fault::Told;
use crate::msg;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// The signals that end the program.
const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// The run loop has a second for saving; a program that has not ended after this long never will.
const STUCK: Duration = Duration::from_secs(3);

/// From now on signals come as events, and writing past a limit on file size is an error like any other.
pub(crate) fn watch(terminal: &Arc<Terminal>, events: &Sender<Event>) -> Result<()> {
    let told = || msg!("terminal-failed");
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).told(told(), "SIGXFSZ")?;
    let all = ENDING.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]);
    let mut signals = Signals::new(all).told(told(), "sigaction")?;
    let (theirs, sender) = (Arc::clone(terminal), events.clone());
    thread::spawn(move || {
        for signal in signals.forever() {
            if ENDING.contains(&signal) {
                insist(&theirs, &sender, signal);
            } else if sender.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
    });
    let (theirs, sender) = (Arc::clone(terminal), events.clone());
    thread::spawn(move || {
        theirs.wait_for_hang_up();
        insist(&theirs, &sender, SIGHUP);
    });
    Ok(())
}

/// Asks the run loop to end, and ends the program for it if it is stuck.
fn insist(terminal: &Terminal, events: &Sender<Event>, signal: i32) {
    terminal.stop();
    if events.send(Event::Signal(signal)).is_ok() {
        thread::sleep(STUCK);
        terminal.leave();
        end(128 + signal);
    }
}

/// Whether a signal ends the program.
pub(crate) fn ends(signal: i32) -> bool {
    ENDING.contains(&signal)
}
