//! Which of a form's languages is read.

use super::column::{Columns, Line};
use super::settings::Settings;
use super::{Log, Wanted};
use crate::base::language::Lang;
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::piped::named;

/// The languages that protocols have, by the names that forms give them.
const NAMES: [(Lang, &[&str]); 2] =
    [(Lang::Sv, &["sv", "svenska", "swedish"]), (Lang::En, &["en", "english", "engelska"])];

/// The language that is read.
pub(crate) struct Language {
    /// Its name in the form's columns; none where they name no language.
    column: Option<String>,
    /// Whether columns that name none are in it.
    unnamed: bool,
    /// What it is to a protocol.
    pub(crate) lang: Lang,
}

impl Language {
    /// Chooses among the languages of the sheets: the form's own, else the one asked for, else its first.
    pub(crate) fn choose(sheets: &[&Columns<'_>], settings: &Settings, wanted: &Wanted<'_>, log: &mut Log) -> Self {
        let texts = |name: &str| ["label", "hint", "guidance_hint"].contains(&name);
        let columns = || sheets.iter().flat_map(|sheet| &sheet.all).filter(|column| texts(&column.name));
        let mut names: Vec<&str> = Vec::new();
        for name in columns().filter_map(|column| column.language.as_deref()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let plain = columns().any(|column| column.language.is_none());
        let own = settings.language.as_str();
        let tagged = |tag: &str| names.iter().find(|name| tag_of(name).as_deref() == Some(tag));
        let default = names.iter().find(|name| **name == own).or_else(|| tag_of(own).and_then(|tag| tagged(&tag)));
        let asked = wanted.lang.and_then(tagged).filter(|_| own.is_empty() || !plain);
        let first = if plain { None } else { names.first() };
        let column = default.or(asked).or(first).map(|name| (*name).to_owned());
        let unnamed = column.is_none() || own.is_empty() || default.is_some();
        let name = column.clone().unwrap_or_else(|| own.to_owned());
        let known = tag_of(&name).and_then(|tag| Lang::from_tag(&tag));
        let lang = known.unwrap_or(wanted.otherwise);
        match known {
            Some(_) => {}
            None if name.is_empty() => log.tell(msg!("xlsform-language-none", tag = lang.tag())),
            None => log.tell(msg!("xlsform-language-unknown", name = name.as_str(), tag = lang.tag())),
        }
        if let Some(tag) = wanted.lang.filter(|tag| known.map(Lang::tag) != Some(*tag) && tagged(tag).is_none())
            && !names.is_empty()
        {
            log.tell(msg!("xlsform-language-missing", tag = tag, name = name.as_str()));
        }
        let others: Vec<&str> = names.iter().filter(|other| Some(**other) != column.as_deref()).copied().collect();
        if !others.is_empty() {
            log.tell(msg!("xlsform-language", name = shown(&name, lang), others = others.join(", ")));
        }
        Self { column, unnamed, lang }
    }

    /// A text in the language; where it is missing another's is taken, and that is told. Which answers it names is noted,
    /// until all are known.
    pub(crate) fn text(&self, line: &Line<'_>, name: &str, log: &mut Log) -> String {
        let text = self.found(line, name, log);
        for field in named(&text) {
            log.piped.push((field.to_owned(), line.fault(msg!("xlsform-reference", name = field), name)));
        }
        text
    }

    fn found(&self, line: &Line<'_>, name: &str, log: &mut Log) -> String {
        let of = |language: Option<&str>| line.in_language(name, language).filter(|text| !text.is_empty());
        let named = self.column.as_deref().and_then(|language| of(Some(language)));
        if let Some(text) = named.or_else(|| if self.unnamed { of(None) } else { None }) {
            return text;
        }
        let Some((column, text)) = line.any_language(name) else { return String::new() };
        let message = msg!("xlsform-text-missing", title = column.title.as_str(), sheet = line.of.sheet.name.as_str());
        log.tell_alike(line, message);
        text
    }
}

/// Texts one below the other, but for those that say nothing.
pub(crate) fn below(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A language as the form names it, or its tag where the form does not.
fn shown(name: &str, lang: Lang) -> String {
    if name.is_empty() { lang.tag().to_owned() } else { name.to_owned() }
}

/// The tag of a language as forms name it: `Svenska (sv)`, `Swedish`, `sv`.
fn tag_of(name: &str) -> Option<String> {
    let tag = name.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')')).unwrap_or(name);
    let word = folded(tag);
    let (lang, _) = NAMES.iter().find(|(_, names)| names.contains(&word.trim()))?;
    Some(lang.tag().to_owned())
}
