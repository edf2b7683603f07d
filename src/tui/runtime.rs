//! The run loop: everything that happens comes through one channel, and what waits there is taken in before one frame
//! is drawn.
//!
//! Its producers are the terminal, the threads that save, read documents and run commands, signals, and the study folder. It sleeps until something
//! happens; a deadline exists only while a save is under way.

mod display;
mod typed;

use super::backend::Letters;
use super::commands::{self, Commands};
use super::decode::Charset;
use super::documents::{self, Documents};
use super::event::{Event, Job, News, Order};
use super::file_pane::Wanted;
use super::model::Form;
use super::terminal::{self, Hold, Terminal};
use super::watch::Watch;
use super::{Effect, Msg, Program, Saver, saver, signals};
use crate::base::env::job;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::language::Words;
use crate::msg;
use crate::study::ledger::entry::{Draft, Op};
use display::Display;
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTSTP};
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long the program waits for the disk when it ends.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// The code of a program whose terminal is gone: 128 + SIGHUP.
const GONE: u8 = 129;

/// So long a frame waits for a save that has just begun.
const MOMENT: Duration = Duration::from_millis(25);

/// So long at most things are taken in without a frame.
const UNSEEN: Duration = Duration::from_millis(100);

/// How the program ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Ended {
    /// The exit code: 0, 3 when something is not saved, or 128 + the signal.
    pub code: u8,
    /// What could not be saved.
    pub faults: Option<Faults>,
}

/// How the program and whoever sits there reach each other.
#[derive(Debug, Clone, Copy)]
pub struct Speech<'a> {
    /// A screen, or lines.
    pub form: Form,
    /// Whether a mouse is wanted.
    pub mouse: bool,
    /// The environment's `TERM`.
    pub term: Option<&'a str>,
    /// The encoding of what is typed.
    pub typed: &'a str,
    /// The encoding of what is shown.
    pub shown: &'a str,
}

/// What works beside the run loop, each in a thread of its own.
pub struct Workers {
    /// What saves.
    pub saver: Box<dyn Saver>,
    /// What watches the study folder, if anything does.
    pub watch: Option<Watch>,
    /// What runs commands, if anything does.
    pub commands: Option<Commands>,
    /// What reads the files of the cases, where somebody has said where they lie.
    pub documents: Option<Documents>,
}

/// Runs a program until it ends: in the terminal or, where lines are enough, also through pipes.
pub fn run(program: &mut impl Program, workers: Workers, words: &Words, speech: &Speech<'_>) -> Result<Ended> {
    let Workers { saver, watch, commands, documents } = workers;
    if speech.form != Form::Lines {
        terminal::check()?;
    }
    let terminal = Arc::new(Terminal::open(Hold::of(speech.form, speech.term), speech.mouse)?);
    terminal.end_on_panic(words.get("terminal-bug"));
    let (events, received) = mpsc::channel();
    signals::watch(&terminal, &events)?;
    let (orders, ordered) = mpsc::channel();
    let (jobs, asked) = mpsc::channel();
    let (reads, wanted) = mpsc::channel();
    let display = Display::new(speech.form, &terminal, Letters::named(speech.shown)).map_err(terminal::failed)?;
    let run_loop = Loop::new(program, &terminal, received, (orders, jobs, reads), display);
    if let Err(faults) = terminal.enter() {
        // Closed before the first frame: an end like any other.
        return if terminal.is_gone() { Ok(Ended { code: GONE, faults: None }) } else { Err(faults) };
    }
    let answers = events.clone();
    thread::spawn(move || saver::serve(saver, &ordered, &answers));
    if let Some(commands) = commands {
        let events = events.clone();
        thread::spawn(move || commands::serve(commands, &asked, &events));
    }
    if let Some(documents) = documents {
        let events = events.clone();
        thread::spawn(move || documents::serve(documents, &wanted, &events));
    }
    if let Some(watch) = watch {
        let events = events.clone();
        thread::spawn(move || watch.tell(&events));
    }
    let (listener, charset) = (Arc::clone(&terminal), Charset::named(speech.typed));
    thread::spawn(move || typed::read(&listener, charset, &events));
    let ended = run_loop.run();
    // What is typed from now on is for whoever has the terminal next.
    terminal.stop();
    terminal.leave();
    if let Some(faults) = &ended.faults {
        terminal.say(&format!("{}\n", faults.describe(words)));
    }
    Ok(ended)
}

#[expect(clippy::disallowed_methods, reason = "this is the run loop, to which the clock belongs")]
fn now() -> Instant {
    Instant::now()
}

/// The loop itself.
struct Loop<'a, P: Program> {
    program: &'a mut P,
    terminal: &'a Terminal,
    display: Display<'a>,
    received: Receiver<Event>,
    orders: Sender<Order>,
    /// Commands for the open study, and paths in them.
    jobs: Sender<Job>,
    /// Documents that are wanted.
    reads: Sender<Wanted>,
    /// The drafts under way, and since when the first of them is.
    pending: VecDeque<Draft>,
    since: Instant,
    waited: u64,
    suspended: bool,
    /// Whether nothing more will be typed.
    is_silent: bool,
    ended: Option<u8>,
    faults: Vec<Fault>,
}

impl<'a, P: Program> Loop<'a, P> {
    fn new(
        program: &'a mut P,
        terminal: &'a Terminal,
        received: Receiver<Event>,
        (orders, jobs, reads): (Sender<Order>, Sender<Job>, Sender<Wanted>),
        display: Display<'a>,
    ) -> Self {
        Self {
            program,
            terminal,
            display,
            received,
            orders,
            jobs,
            reads,
            pending: VecDeque::new(),
            since: now(),
            waited: 0,
            suspended: false,
            is_silent: false,
            ended: None,
            faults: Vec::new(),
        }
    }

    fn run(mut self) -> Ended {
        self.resize();
        self.draw();
        while self.ended.is_none() {
            match self.wait() {
                Some(event) => self.take_in(event),
                None => self.update(Msg::Waited { seconds: self.waited }),
            }
            let begun = now();
            while now().duration_since(begun) < UNSEEN {
                let Some(event) = self.soon() else { break };
                self.take_in(event);
            }
            self.draw();
            // What was typed before the end is heard first, and written.
            if self.is_silent && self.pending.is_empty() {
                self.end(0);
            }
        }
        self.finish()
    }

    /// What waits already. A save that has just begun is given a moment, so that one frame shows how it ended.
    fn soon(&self) -> Option<Event> {
        let until = if self.pending.is_empty() { Duration::ZERO } else { MOMENT.saturating_sub(now() - self.since) };
        self.received.recv_timeout(until).ok()
    }

    /// What happens next, or nothing when a save has taken another second.
    fn wait(&mut self) -> Option<Event> {
        let gone = Event::Signal(SIGHUP);
        if self.pending.is_empty() {
            return Some(self.received.recv().unwrap_or(gone));
        }
        let next = self.since + Duration::from_secs(self.waited + 1);
        match self.received.recv_timeout(next.saturating_duration_since(now())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Disconnected) => Some(gone),
            Err(RecvTimeoutError::Timeout) => {
                self.waited += 1;
                None
            }
        }
    }

    fn take_in(&mut self, event: Event) {
        match event {
            _ if self.ended.is_some() && !matches!(event, Event::Saved(_) | Event::Signal(_)) => {}
            Event::Typed(msg) => {
                // Not every terminal tells that its size has changed.
                if self.display.size() != self.terminal.size() {
                    self.resize();
                }
                self.display.heard(&msg);
                self.update(msg);
            }
            Event::Silent => self.is_silent = true,
            Event::Saved(result) => {
                self.saved();
                self.update(result.map_or_else(Msg::NotSaved, Msg::Recorded));
            }
            Event::Recovered(faults) => self.update(Msg::Recovered(faults)),
            Event::Closed(_) => {}
            Event::Gone(lines) => self.update(Msg::Gone(lines)),
            Event::Read(came) => self.update(Msg::Read(came)),
            Event::Ran(ran) => self.update(Msg::Ran(ran)),
            Event::Completed(begun, named) => self.update(Msg::Completed { begun, named }),
            Event::Foreign(News { entries, afresh, gone, faults, left_out }) => {
                if let Some(seq) = entries.iter().map(|entry| entry.seq).max() {
                    self.order(Order::Seen(seq));
                }
                let told = if afresh {
                    Msg::Reloaded { entries, gone, faults, left_out }
                } else {
                    Msg::Foreign { entries, faults, left_out }
                };
                self.update(told);
            }
            Event::Signal(SIGCONT) => self.resume(),
            Event::Signal(SIGTSTP) => self.suspend(),
            Event::Signal(signal) if signals::ends(signal) => self.end(128 + u8::try_from(signal).unwrap_or(0)),
            Event::Signal(_) => self.resize(),
        }
    }

    fn update(&mut self, msg: Msg) {
        for effect in self.program.update(msg) {
            match effect {
                Effect::Record(recording) => {
                    if self.pending.is_empty() {
                        (self.since, self.waited) = (now(), 0);
                    }
                    self.pending.push_back(recording.draft.clone());
                    self.order(Order::Save(recording));
                }
                Effect::Look => self.order(Order::Look),
                // Who cannot run any has no thread for it.
                Effect::Read(wanted) => drop(self.reads.send(wanted)),
                Effect::Command(line) => drop(self.jobs.send(Job::Run(line))),
                Effect::Complete(begun) => drop(self.jobs.send(Job::Complete(begun))),
                Effect::Suspend => self.suspend(),
                Effect::Redraw => self.redraw(),
                Effect::Quit => {
                    // What came to the disk right before is heard all the same.
                    if self.display.is_lines() {
                        self.draw();
                    }
                    self.end(0);
                }
            }
        }
        // On a screen the last frame is enough; of lines none may be passed over.
        if self.display.is_lines() {
            self.draw();
        }
    }

    /// Takes the first pending draft out, and starts to count for the next.
    fn saved(&mut self) -> Option<Draft> {
        (self.since, self.waited) = (now(), 0);
        self.pending.pop_front()
    }

    fn order(&self, order: Order) {
        // The thread is gone only after a panic, which ends the program by itself.
        let _ = self.orders.send(order);
    }

    /// The first reason to end counts.
    fn end(&mut self, code: u8) {
        self.ended.get_or_insert(code);
    }

    /// Stops at once, by a signal that nobody can refuse, with whatever else runs in its place in the shell: a wrapper
    /// that went on waiting would leave a dead terminal. Where no shell is waiting it does not stop at all.
    fn suspend(&mut self) {
        if job::is_orphaned() {
            return self.update(Msg::NotSuspended);
        }
        self.terminal.leave();
        self.suspended = true;
        let _ = kill_current_process_group(Signal::STOP);
    }

    fn resume(&mut self) {
        self.suspended = false;
        if self.terminal.enter().is_err() {
            return self.end(GONE);
        }
        self.redraw();
        self.update(Msg::Resumed);
    }

    /// Draws everything anew, whatever stands on the screen.
    fn redraw(&mut self) {
        self.display.forget();
        self.resize();
    }

    /// Takes the terminal's size and draws everything anew.
    fn resize(&mut self) {
        let size = self.terminal.size();
        self.display.resize(size);
        self.update(Msg::Resized { columns: size.width, rows: size.height });
    }

    fn draw(&mut self) {
        if self.suspended || self.ended.is_some() {
            return;
        }
        match self.display.show(self.program) {
            // The word to stop has come, and follows as an event.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => self.end(GONE),
            Ok(()) => {}
        }
    }

    /// Waits for what is being saved and for the place to come back to, but not for long.
    fn finish(mut self) -> Ended {
        let (case, question) = self.program.place();
        self.order(Order::Close(case, question));
        let deadline = now() + LAST_WAIT;
        while let Ok(event) = self.received.recv_timeout(deadline.saturating_duration_since(now())) {
            match event {
                Event::Saved(result) => {
                    self.saved();
                    self.faults.extend(result.err().into_iter().flat_map(|faults| faults.0));
                }
                Event::Closed(result) => {
                    self.faults.extend(result.err().into_iter().flat_map(|faults| faults.0));
                    break;
                }
                _ => {}
            }
        }
        let unsaved = self.pending.drain(..).map(|draft| {
            let hint = match draft.op {
                Op::Item => msg!("terminal-not-saved-item"),
                op if op.is_of_study() => msg!("terminal-not-saved-rule", question = draft.question),
                _ => msg!("terminal-not-saved-hint", question = draft.question, case = draft.case_id),
            };
            Fault::new(msg!("terminal-not-saved")).hint(hint).exit(Exit::NotSaved)
        });
        self.faults.extend(unsaved);
        let faults = (!self.faults.is_empty()).then_some(Faults(self.faults));
        let code = match (self.ended, &faults) {
            (Some(0) | None, Some(faults)) => faults.exit() as u8,
            (code, _) => code.unwrap_or(0),
        };
        Ended { code, faults }
    }
}
