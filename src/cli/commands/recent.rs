//! `aktkoll` alone: the studies opened last, and the demo, to choose from.

use super::{Context, code, demo};
use crate::base::fault::Result;
use crate::base::paths::Paths;
use crate::msg;
use rustix::termios::isatty;
use std::io::BufRead;

pub(crate) fn run(context: &mut Context<'_>) -> Result<u8> {
    let recent = Paths::of_user().map(|paths| paths.recent()).unwrap_or_default();
    context.say(&msg!("recent-title"))?;
    for (place, study) in recent.iter().enumerate() {
        context.print(&format!("  {}  {}", place + 1, crate::base::text::visible(&study.display().to_string())))?;
    }
    context.print(&format!("  d  {}", context.words.get("recent-demo")))?;
    if !isatty(rustix::stdio::stdin()) || !isatty(rustix::stdio::stdout()) {
        context.say(&msg!("recent-how"))?;
        return Ok(0);
    }
    context.say(&msg!("recent-choose"))?;
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line).unwrap_or(0);
    let wanted = line.trim();
    let chosen = wanted.parse::<usize>().ok().and_then(|number| recent.get(number.checked_sub(1)?));
    match (chosen, wanted) {
        (Some(study), _) => code::run(study, context),
        (None, "d") => demo::run(context),
        (None, _) if read == 0 || wanted.is_empty() => Ok(0),
        (None, _) => {
            context.say(&msg!("recent-none"))?;
            Ok(1)
        }
    }
}
