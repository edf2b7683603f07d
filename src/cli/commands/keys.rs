//! `aktkoll keys`: which key does what, drawn from the keymap.

use super::Context;
use crate::base::fault::Result;
use crate::base::files;
use crate::base::paths::Paths;
use crate::tui::keymap::{Action, Keymap, Mode};

pub(crate) fn run(markdown: bool, card: bool, context: &mut Context<'_>) -> Result<u8> {
    let keymap = keymap(context)?;
    let table = match (markdown, card) {
        (true, _) => keymap.markdown(&context.words),
        (_, true) => keymap.card(&context.words),
        _ => keymap.plain(&context.words),
    };
    context.print(table.trim_end())?;
    Ok(0)
}

/// The key that does something on the screen, as messages name it; a keymap that cannot be read is told of elsewhere.
pub(crate) fn label(context: &Context<'_>, mode: Mode, action: Action) -> String {
    let own = keymap(context).or_else(|_| Keymap::load(Keymap::of_language(context.words.lang()), None));
    own.map_or_else(|_| String::new(), |keymap| keymap.label(mode, action, &context.words))
}

/// The keymap that was asked for, or that of the language, with the user's own file over it.
pub(crate) fn keymap(context: &Context<'_>) -> Result<Keymap> {
    let paths = Paths::of_user();
    let asked = context.global.keymap.clone().or(context.own()?.keymap.clone());
    let name = asked.as_deref().unwrap_or_else(|| Keymap::of_language(context.words.lang()));
    let own = paths.and_then(|paths| paths.keymap(name));
    match own {
        Some(path) => {
            let text = files::read_text(&path, 1 << 16)?;
            Keymap::load(name, Some((&path.display().to_string(), &text)))
        }
        None => Keymap::load(name, None),
    }
}
