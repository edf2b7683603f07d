//! `aktkoll help`: the pages of the documentation, for where there is no browser, and the help of each command.

use super::{Context, pager};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::{Lang, Words};
use crate::base::suggest::suggestion;
use crate::base::text::{folded, padded};
use crate::cli::args;
use crate::msg;

/// The handbook in a language, and what it is called there.
fn handbook(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Sv => ("handbok", include_str!("../../../docs/handbook-sv.md")),
        Lang::En => ("handbook", include_str!("../../../docs/handbook-en.md")),
    }
}

/// A page to look something up in.
struct Page {
    name: &'static str,
    /// What it is called in Swedish.
    swedish: &'static str,
    /// The catalogue's key of what it is about.
    about: &'static str,
    /// The chapter of the Swedish handbook about the same, if there is one.
    chapter: &'static str,
    /// Its text, which is in English.
    text: &'static str,
}

const PAGES: [Page; 12] = [
    Page {
        name: "coding",
        swedish: "kodning",
        about: "page-coding",
        chapter: "2. Koda",
        text: include_str!("../../../docs/coding.md"),
    },
    Page {
        name: "disks",
        swedish: "diskar",
        about: "page-disks",
        chapter: "",
        text: include_str!("../../../docs/disks.md"),
    },
    Page {
        name: "double-coding",
        swedish: "dubbelgranskning",
        about: "page-double-coding",
        chapter: "4. Dubbelgranska",
        text: include_str!("../../../docs/double-coding.md"),
    },
    Page {
        name: "formats",
        swedish: "format",
        about: "page-formats",
        chapter: "",
        text: include_str!("../../../docs/formats.md"),
    },
    Page {
        name: "install",
        swedish: "installation",
        about: "page-install",
        chapter: "",
        text: include_str!("../../../docs/install.md"),
    },
    Page {
        name: "keys",
        swedish: "tangenter",
        about: "page-keys",
        chapter: "",
        text: include_str!("../../../docs/keys.md"),
    },
    Page {
        name: "ledger",
        swedish: "svarslogg",
        about: "page-ledger",
        chapter: "",
        text: include_str!("../../../docs/ledger.md"),
    },
    Page {
        name: "lists-and-sampling",
        swedish: "urval",
        about: "page-lists-and-sampling",
        chapter: "1. Planera",
        text: include_str!("../../../docs/lists-and-sampling.md"),
    },
    Page {
        name: "protocol",
        swedish: "protokoll",
        about: "page-protocol",
        chapter: "",
        text: include_str!("../../../docs/protocol.md"),
    },
    Page {
        name: "report",
        swedish: "rapport",
        about: "page-report",
        chapter: "5. Rapportera",
        text: include_str!("../../../docs/report.md"),
    },
    Page {
        name: "security",
        swedish: "säkerhet",
        about: "page-security",
        chapter: "Säkerhetskopia",
        text: include_str!("../../../docs/security.md"),
    },
    Page {
        name: "statistics",
        swedish: "statistik",
        about: "page-statistics",
        chapter: "",
        text: include_str!("../../../docs/statistics.md"),
    },
];

pub(super) fn run(topic: Option<&str>, context: &mut Context<'_>) -> Result<u8> {
    let words = &context.words;
    let (own, _) = handbook(words.lang());
    let pages = PAGES.iter().map(|page| (page.called(words.lang()), page.about));
    let names: Vec<(&str, String)> =
        [(own, "page-handbook")].into_iter().chain(pages).map(|(name, about)| (name, words.get(about))).collect();
    let Some(topic) = topic else {
        names.iter().try_for_each(|(name, about)| context.print(&format!("{}{about}", padded(name, 20))))?;
        context.say(&msg!("help-topics"))?;
        return Ok(0);
    };
    let is_meant = |name: &str| folded(name) == folded(topic);
    let book = [Lang::Sv, Lang::En].map(handbook).into_iter().find(|(name, _)| is_meant(name));
    let page = PAGES.iter().find(|page| is_meant(page.name) || is_meant(page.swedish));
    let text = book.map(|(_, text)| shown(text)).or_else(|| page.map(|page| page.read(words)));
    let text = text.or_else(|| of_command(topic, words));
    let hint = || suggestion(topic, names.iter().map(|(name, _)| *name));
    let unknown = || Fault::new(msg!("help-unknown", topic = topic)).hint(hint()).exit(Exit::Usage);
    let text = text.ok_or_else(unknown)?;
    pager::show(text.trim_end(), context.global.accessible, context.out)?;
    Ok(0)
}

impl Page {
    fn called(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.swedish,
            Lang::En => self.name,
        }
    }

    /// The page; in Swedish after what there is in Swedish: a chapter of the handbook, and the help of the command.
    fn read(&self, words: &Words) -> String {
        let (_, book) = handbook(Lang::Sv);
        let chapter = shown(book).split("\n## ").find_map(|chapter| {
            let text = chapter.strip_prefix(self.chapter).filter(|_| !self.chapter.is_empty())?;
            let heading = self.chapter.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c));
            Some(format!("# {heading}\n\n{}", text.trim()))
        });
        let parts = match words.lang() {
            Lang::Sv => [chapter, of_command(self.name, words), Some(words.get("help-english"))],
            Lang::En => [None, None, None],
        };
        let parts = parts.into_iter().flatten().map(|part| part.trim_end().to_owned());
        parts.chain([shown(self.text)]).collect::<Vec<_>>().join("\n\n")
    }
}

/// All pages in a language, each with its name.
pub(super) fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let pages = PAGES.iter().map(|page| (page.name, page.text));
    std::iter::once(handbook(lang)).chain(pages).map(|(name, page)| (name, shown(page))).collect()
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
        assert!(PAGES.iter().all(|page| !shown(page.text).contains("-->")));
    }

    #[test]
    fn a_page_begins_in_swedish_where_there_is_something_in_swedish() {
        let words = Words::new(Lang::Sv);
        for page in &PAGES {
            let text = page.read(&words);
            assert!(
                page.chapter.is_empty() != text.starts_with("# "),
                "{}: the handbook has no such chapter",
                page.name
            );
            assert!(text.contains(&shown(page.text)));
        }
        let report = PAGES.iter().find(|page| page.name == "report").unwrap().read(&words);
        for said in ["föreslår styrkor", "Användning: aktkoll report [VAL]", "# The report"] {
            assert!(report.contains(said), "{said}");
        }
        assert!(!report.contains("follow hemtjanst"), "the next chapter is another");
    }
}
