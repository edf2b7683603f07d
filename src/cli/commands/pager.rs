//! A long text at a terminal, page by page in the user's own pager.

use super::written;
use crate::base::env;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::paths::speaks_utf8;
use crate::msg;
use rustix::termios::isatty;
use std::io::Write;
use std::process::{Command, Stdio};

/// What pages where `PAGER` does not say.
const USUAL: &str = "less";

/// How `less` is to be where the user has not said: it ends where everything fits, and leaves the text on the screen.
const LESS: &str = "FRX";

/// What ends `less`, whatever the keymap.
const QUIT: &str = "q";

/// What a shell ends with where there is no such program.
const MISSING: i32 = 127;

/// Shows a text in the pager or, where there is no terminal or no pager, or lines are to be heard, prints it.
pub fn show(text: &str, words: &Words, is_heard: bool, out: &mut dyn Write) -> Result<()> {
    let is_plain = is_heard || env::variable("TERM").is_some_and(|term| term == "dumb");
    if !isatty(rustix::stdio::stdout()) || is_plain || !paged(text, words, out) {
        return written(writeln!(out, "{text}"));
    }
    Ok(())
}

/// Whether a pager has shown the text.
fn paged(text: &str, words: &Words, out: &mut dyn Write) -> bool {
    let set = |name: &str| env::variable(name).filter(|value| !value.trim().is_empty());
    let mut command = Command::new("sh");
    command.arg("-c").arg(set("PAGER").unwrap_or_else(|| USUAL.to_owned())).stdin(Stdio::piped());
    if set("LESS").is_none() {
        let prompt = msg!("pager-prompt", next = words.get("key-space"), quit = QUIT);
        command.env("LESS", format!("{LESS}Ps{}$", words.say(&prompt)));
    }
    // The locale that is named may not be installed; then `less` would show bytes.
    if set("LESSCHARSET").is_none() && speaks_utf8() {
        command.env("LESSCHARSET", "utf-8");
    }
    // What was printed before stands before it.
    let child = out.flush().and_then(|()| command.stderr(Stdio::null()).spawn());
    let Ok(mut child) = child else { return false };
    if let Some(mut pipe) = child.stdin.take() {
        // Who leaves the pager early has read what there was to read.
        let _ = pipe.write_all(text.as_bytes()).and_then(|()| pipe.write_all(b"\n"));
    }
    child.wait().is_ok_and(|ended| ended.code() != Some(MISSING))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;

    #[test]
    fn the_prompt_has_only_letters_that_less_shows() {
        for lang in [Lang::Sv, Lang::En] {
            let words = Words::new(lang);
            let prompt = words.say(&msg!("pager-prompt", next = words.get("key-space"), quit = QUIT));
            assert!(prompt.is_ascii() && prompt.contains(QUIT), "{prompt}");
        }
    }
}
