//! `aktkoll help`: the pages of the documentation, for where there is no browser, and the help of each command.

use super::reading::laid_out;
use super::{Context, pager};
use crate::base::env::columns;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::{Lang, Words};
use crate::base::suggest::suggestion;
use crate::base::text::{folded, padded, wrap};
use crate::cli::args;
use crate::msg;
use rustix::stdio::stdout;

/// The columns of a page's name in the list of them.
const NAME: usize = 20;

/// A page to look something up in.
struct Page {
    name: &'static str,
    /// What it is called in Swedish.
    swedish: &'static str,
    /// The catalogue's key of what it is about.
    about: &'static str,
    /// Its text in English, and in Swedish.
    texts: [&'static str; 2],
}

/// The page of a name and a Swedish name, with what it is about and the files that hold it.
macro_rules! page {
    ($name:literal, $swedish:literal, $about:literal, $english:literal) => {
        Page {
            name: $name,
            swedish: $swedish,
            about: $about,
            texts: [
                include_str!(concat!("../../../docs/", $english, ".md")),
                include_str!(concat!("../../../docs/", $name, "-sv.md")),
            ],
        }
    };
    ($name:literal, $swedish:literal, $about:literal) => {
        page!($name, $swedish, $about, $name)
    };
}

const PAGES: [Page; 15] = [
    page!("handbook", "handbok", "page-handbook", "handbook-en"),
    page!("coding", "kodning", "page-coding"),
    page!("disks", "diskar", "page-disks"),
    page!("double-coding", "dubbelgranskning", "page-double-coding"),
    page!("files", "akter", "page-files"),
    page!("formats", "format", "page-formats"),
    page!("install", "installation", "page-install"),
    page!("judging", "bedöma", "page-judging"),
    page!("keys", "tangenter", "page-keys"),
    page!("ledger", "svarslogg", "page-ledger"),
    page!("lists-and-sampling", "urval", "page-lists-and-sampling"),
    page!("protocol", "protokoll", "page-protocol"),
    page!("report", "rapport", "page-report"),
    page!("security", "säkerhet", "page-security"),
    page!("statistics", "statistik", "page-statistics"),
];

pub(super) fn run(topic: Option<&str>, context: &mut Context<'_>) -> Result<u8> {
    let words = &context.words;
    let Some(topic) = topic else {
        let about = |page: &Page| wrap(&words.get(page.about), Context::room().saturating_sub(NAME));
        let line = |page: &Page| {
            padded(page.called(words.lang()), NAME) + &about(page).join(&format!("\n{}", " ".repeat(NAME)))
        };
        let names = PAGES.iter().map(line);
        let names: Vec<String> = names.collect();
        names.iter().try_for_each(|line| context.print(line))?;
        context.say(&msg!("help-topics"))?;
        return Ok(0);
    };
    let page = PAGES.iter().find(|page| page.is_called(topic)).map(|page| page.text(words.lang()));
    let page = page.map(|page| columns(stdout()).map_or(page.clone(), |columns| laid_out(&page, columns)));
    let text = page.or_else(|| of_command(topic, words));
    let hint = || suggestion(topic, PAGES.iter().map(|page| page.called(words.lang())));
    let unknown = || Fault::new(msg!("help-unknown", topic = topic)).hint(hint()).exit(Exit::Usage);
    let text = text.ok_or_else(unknown)?;
    pager::show(text.trim_end(), words, context.global.accessible, context.out)?;
    Ok(0)
}

impl Page {
    fn called(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.swedish,
            Lang::En => self.name,
        }
    }

    fn text(&self, lang: Lang) -> String {
        let [english, swedish] = self.texts;
        shown(match lang {
            Lang::Sv => swedish,
            Lang::En => english,
        })
    }

    /// Whether it is what is asked for, by either name.
    fn is_called(&self, topic: &str) -> bool {
        [self.name, self.swedish].iter().any(|name| folded(name) == folded(topic))
    }
}

/// All pages in a language, each with its name.
pub(super) fn pages(lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
    PAGES.iter().map(move |page| (page.name, page.text(lang)))
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
        let texts = |lang| PAGES.iter().map(move |page| page.text(lang));
        assert!(texts(Lang::Sv).chain(texts(Lang::En)).all(|text| !text.contains("-->")));
    }
}
