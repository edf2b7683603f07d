//! What is typed, on its way to the run loop: each key with the time since the same key, where that was the last.

use super::now;
use crate::tui::Msg;
use crate::tui::decode::{Charset, Decoder, Input};
use crate::tui::event::Event;
use crate::tui::key::Key;
use crate::tui::mouse::Act;
use crate::tui::pace::SLOWEST;
use crate::tui::terminal::{Heard, Terminal};
use rustix::event::Timespec;
use rustix::io::Errno;
use rustix::stdio::stdin;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// Reads the terminal until it is gone.
pub(crate) fn read(terminal: &Terminal, charset: Charset, events: &Sender<Event>) {
    let mut decoder = Decoder::new(charset);
    let mut last = Last { is_piped: terminal.is_piped(), ..Last::default() };
    let mut buffer = [0; 4096];
    loop {
        let patience = last.patience().into_iter().chain(decoder.patience()).min();
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let came: Vec<Msg> = match terminal.listen(patience.as_ref()) {
            Heard::Nothing if decoder.patience().is_some_and(|patience| patience <= SLOWEST) => {
                decoder.quiet().into_iter().map(|input| last.msg(input)).collect()
            }
            Heard::Nothing => match last.quiet() {
                Some(quiet) => vec![quiet],
                None => decoder.quiet().into_iter().map(|input| last.msg(input)).collect(),
            },
            Heard::Something => match rustix::io::read(stdin(), &mut buffer) {
                Ok(read @ 1..) => {
                    let input = decoder.feed(buffer.get(..read).unwrap_or_default());
                    input.into_iter().map(|input| last.msg(input)).collect()
                }
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Ok(_) | Err(_) => {
                    if terminal.is_piped() {
                        // Nobody is left to hear that this fails.
                        let _ = events.send(Event::Silent);
                    }
                    return;
                }
            },
            Heard::End => return,
        };
        for msg in came {
            if events.send(Event::Typed(msg)).is_err() {
                return;
            }
        }
    }
}

/// The key that was typed last.
#[derive(Default)]
struct Last {
    key: Option<(Key, Instant)>,
    /// Whether it was the same as the one before, and may come again.
    is_again: bool,
    /// When the button of a mouse was pressed last.
    clicked: Option<Instant>,
    /// Whether no keyboard repeats keys, as they come through a pipe.
    is_piped: bool,
}

impl Last {
    /// What the model is told, with the time that has passed.
    fn msg(&mut self, input: Input) -> Msg {
        let msg = match input {
            Input::Key(key) if self.is_piped => return Msg::Key { key, after: None },
            Input::Key(key) => {
                let before = self.key.replace((key, now())).filter(|(before, _)| *before == key);
                let after = before.map(|(_, then)| now().duration_since(then));
                self.is_again = after.is_some();
                return Msg::Key { key, after };
            }
            Input::Mouse(mouse) => {
                let after = self.clicked.map(|then| now().duration_since(then));
                if mouse.act == Act::Press {
                    self.clicked = Some(now());
                }
                Msg::Mouse { mouse, after }
            }
            Input::Held(key) => Msg::Repeat(key),
            Input::Escaped(key) => Msg::Escaped(key),
            Input::Paste(text) => Msg::Paste(text),
            Input::Unheard(what) => Msg::Unheard(what),
            Input::Heard => Msg::Heard,
        };
        *self = Self { is_piped: self.is_piped, clicked: self.clicked, ..Self::default() };
        msg
    }

    fn patience(&self) -> Option<Duration> {
        self.is_again.then_some(SLOWEST)
    }

    /// What the model is told when nothing more was typed for so long.
    fn quiet(&mut self) -> Option<Msg> {
        std::mem::take(&mut self.is_again).then_some(Msg::Quiet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeat_that_the_terminal_tells_is_one_and_not_a_key() {
        let mut decoder = Decoder::new(Charset::named("UTF-8"));
        let mut last = Last::default();
        let input = decoder.feed(b"\x1b[121;1:1u\x1b[121;1:2u\x1b[121;1:3u");
        let came: Vec<Msg> = input.into_iter().map(|input| last.msg(input)).collect();
        let y = Key::char('y');
        assert_eq!(came, [Msg::Key { key: y, after: None }, Msg::Repeat(y)]);
        assert_eq!(last.msg(Input::Key(y)), Msg::Key { key: y, after: None }, "it was let go in between");
    }
}
