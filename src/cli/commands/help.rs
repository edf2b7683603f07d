//! `aktkoll help`: the pages of the documentation, for where there is no browser, and the help of each command.

use super::{Context, pager};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::{Lang, Words};
use crate::base::suggest::suggestion;
use crate::cli::args;
use crate::msg;

/// The handbook in a language, and what it is called there.
fn handbook(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Sv => ("handbok", include_str!("../../../docs/handbook-sv.md")),
        Lang::En => ("handbook", include_str!("../../../docs/handbook-en.md")),
    }
}

/// What to look up, in English.
const PAGES: [(&str, &str); 12] = [
    ("coding", include_str!("../../../docs/coding.md")),
    ("disks", include_str!("../../../docs/disks.md")),
    ("double-coding", include_str!("../../../docs/double-coding.md")),
    ("formats", include_str!("../../../docs/formats.md")),
    ("install", include_str!("../../../docs/install.md")),
    ("keys", include_str!("../../../docs/keys.md")),
    ("ledger", include_str!("../../../docs/ledger.md")),
    ("lists-and-sampling", include_str!("../../../docs/lists-and-sampling.md")),
    ("protocol", include_str!("../../../docs/protocol.md")),
    ("report", include_str!("../../../docs/report.md")),
    ("security", include_str!("../../../docs/security.md")),
    ("statistics", include_str!("../../../docs/statistics.md")),
];

pub(super) fn run(topic: Option<&str>, context: &mut Context<'_>) -> Result<u8> {
    let own = handbook(context.words.lang());
    let Some(topic) = topic else {
        for (name, page) in [own].iter().chain(&PAGES) {
            let title = page.lines().next().unwrap_or_default().trim_start_matches("# ");
            context.print(&format!("{name:<20}{title}"))?;
        }
        context.say(&msg!("help-topics"))?;
        return Ok(0);
    };
    let all = [handbook(Lang::Sv), handbook(Lang::En)];
    let page = all.iter().chain(&PAGES).find(|(name, _)| *name == topic);
    let text = page.map(|(_, page)| shown(page)).or_else(|| of_command(topic, &context.words));
    let names = [own].into_iter().chain(PAGES).map(|(name, _)| name);
    let unknown = || Fault::new(msg!("help-unknown", topic = topic)).hint(suggestion(topic, names)).exit(Exit::Usage);
    pager::show(text.ok_or_else(unknown)?.trim_end(), context)?;
    Ok(0)
}

/// All pages in a language, each with its name.
pub(super) fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    std::iter::once(handbook(lang)).chain(PAGES).map(|(name, page)| (name, shown(page))).collect()
}

/// A page without what is hidden in it.
fn shown(page: &str) -> String {
    let mut pieces = page.split("<!--");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        text + piece.split_once("-->").map_or(piece, |(_, rest)| rest.trim_start_matches('\n'))
    })
}

/// The help of a command, as `--help` prints it.
fn of_command(name: &str, words: &Words) -> Option<String> {
    let mut definition = args::words::definition(words);
    definition.build();
    Some(definition.find_subcommand_mut(name)?.render_help().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_hides_is_not_shown() {
        assert_eq!(shown("a\n\n<!--\n```console\n$ x\n```\n-->\n\nb\n<!-- c -->\nd\n"), "a\n\nb\nd\n");
        assert!(PAGES.iter().all(|(_, page)| !shown(page).contains("-->")));
    }
}
