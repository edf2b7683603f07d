//! The built-in protocols, each with what it needs of a case list and what a list has of that, and the choice of one.

use super::context::written;
use super::{Context, session};
use crate::base::env::columns;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::files;
use crate::base::files::named::meant;
use crate::base::language::{Lang, Message, Words};
use crate::base::text::{folded, width, wrap};
use crate::msg;
use crate::study::case::CaseList;
use crate::study::case::matching::{Fit, Hints, fits};
use crate::study::create::find_protocol;
use crate::study::folder::CASES;
use crate::study::protocol::{Attribute, Per, Protocol, shipped};
use rustix::stdio::stderr;
use std::path::{Path, PathBuf};

/// So many values of a column are named.
const NAMED: usize = 3;

/// A built-in protocol, and how a list fits it, where there is a list that can be read so far.
pub(crate) struct Offered {
    pub(crate) protocol: Protocol,
    pub(crate) fit: Option<Fit>,
    /// What keeps the list from being taken although it has the columns.
    refused: Option<Message>,
}

impl Offered {
    /// All, those in one's own language first, and of those the ones that a list fits with all of its values.
    pub(crate) fn all(lang: Lang, list: Option<&Path>, hints: &Hints) -> Result<Vec<Self>> {
        let all = shipped().iter().map(|(id, text)| Protocol::load(id, text)).collect::<Result<Vec<_>>>()?;
        let read = |list: &Path| Some((list.display().to_string(), files::read(list, CASES).ok()?));
        // What is wrong with the list is told when it is read as a whole.
        let file = list.and_then(read);
        let fits = file.as_ref().and_then(|(name, bytes)| fits(name, bytes, hints, &all).ok());
        let mut fits = fits.into_iter().flatten();
        let offered = |protocol: Protocol| {
            let fit = fits.next();
            let whole = file.as_slice().iter().filter(|_| fit.as_ref().is_some_and(Fit::is_whole));
            let faults = whole.filter_map(|_| CaseList::gather(file.as_slice(), hints, &protocol).err());
            let refused = faults.flat_map(|faults| faults.0).next().map(|fault| fault.message);
            Self { protocol, fit, refused }
        };
        let mut all: Vec<Self> = all.into_iter().map(offered).collect();
        all.sort_by_key(|offered| (offered.protocol.lang != lang, !offered.is_fitting()));
        Ok(all)
    }

    /// Whether a study can be made of it with the list.
    pub(crate) fn is_fitting(&self) -> bool {
        self.refused.is_none() && self.fit.as_ref().is_some_and(Fit::is_whole)
    }

    /// Its title, its id and how many questions it has.
    pub(crate) fn title(&self, words: &Words) -> String {
        let n = words.say(&msg!("protocol-questions", n = self.protocol.declared()));
        format!("{} [{}], {n}", self.protocol.title, self.protocol.id)
    }

    /// What it needs of each case, with the columns that a list has for that.
    pub(crate) fn needs(&self, words: &Words) -> String {
        let id = words.get("offer-id");
        let labels = || needed(&self.protocol).map(|attribute| attribute.label.as_str());
        let Some(fit) = &self.fit else {
            let needed = [id.as_str()].into_iter().chain(labels()).collect::<Vec<_>>().join(", ");
            return words.say(&msg!("offer-needs", columns = needed));
        };
        let (mut has, mut lacks) = (Vec::new(), Vec::new());
        let columns = [(id.as_str(), &fit.id)].into_iter().chain(labels().zip(&fit.columns));
        for (label, header) in columns {
            match header {
                Some(header) if folded(header) == folded(label) => has.push(label.to_owned()),
                Some(header) => has.push(format!("{label} ({header})")),
                None => lacks.push(label),
            }
        }
        let (has, lacks) = (has.join(", "), lacks.join(", "));
        words.say(&match (has.is_empty(), lacks.is_empty()) {
            (_, true) => match &self.refused {
                Some(cause) => msg!("offer-values", columns = has, cause = words.say(cause)),
                None => msg!("offer-fits", columns = has),
            },
            (true, false) => msg!("offer-lacks", columns = lacks),
            (false, false) => msg!("offer-partly", has = has, lacks = lacks),
        })
    }
}

/// What a list tells of each case.
pub(crate) fn needed(protocol: &Protocol) -> impl Iterator<Item = &Attribute> {
    protocol.attributes.iter().filter(|attribute| attribute.is_about(Per::Case))
}

/// The same in words, with some of the values that each may have.
pub(crate) fn columns_of(protocol: &Protocol) -> String {
    let named = needed(protocol).map(|attribute| {
        let values: Vec<&str> = attribute.values.iter().take(NAMED).map(|(_, label)| label.as_str()).collect();
        let more = if attribute.values.len() > NAMED { ", …" } else { "" };
        if values.is_empty() {
            return attribute.label.clone();
        }
        format!("{} ({}{more})", attribute.label, values.join(", "))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// Texts behind a margin that begins with a head, broken at words.
pub(crate) fn lines(head: &str, texts: impl Iterator<Item = String>, columns: usize) -> Vec<String> {
    let (margin, room) = (" ".repeat(width(head)), columns.saturating_sub(width(head)).max(1));
    let lines = texts.flat_map(|text| wrap(&text, room)).enumerate();
    lines.map(|(at, line)| format!("{}{line}", if at == 0 { head } else { &margin })).collect()
}

/// What somebody types where a protocol is asked for.
pub(crate) enum Chosen {
    Protocol(Box<(Protocol, String)>),
    /// Another list.
    List(PathBuf),
}

/// Asks for a protocol that fits a list, where somebody can be asked.
pub(crate) fn choose(list: &Path, hints: &Hints, context: &mut Context<'_>) -> Result<(Protocol, String)> {
    let hint = || msg!("offer-how", list = crate::base::quoting::quoted(&list.display().to_string()));
    let missing = || Fault::new(msg!("usage-missing", argument = "--protocol")).hint(hint()).exit(Exit::Usage);
    if !context.asks || !session::is_terminal() {
        return Err(missing().into());
    }
    let offered = show(list, hints, context)?;
    let ask = msg!("make-protocol", list = list.display().to_string());
    let chosen = until_right(&ask, context, |line| protocol(line, &offered))?;
    chosen.ok_or_else(|| missing().into())
}

/// Tells what there is to choose from.
pub(crate) fn show(list: &Path, hints: &Hints, context: &mut Context<'_>) -> Result<Vec<Offered>> {
    let offered = Offered::all(context.words.lang(), Some(list), hints)?;
    let columns = columns(stderr()).unwrap_or(usize::MAX);
    for (n, one) in (1_usize..).zip(&offered) {
        let texts = [one.title(&context.words), one.needs(&context.words)];
        for line in lines(&format!("{n:>4}  "), texts.into_iter(), columns) {
            written(writeln!(context.err, "{line}"))?;
        }
    }
    Ok(offered)
}

/// A built-in protocol by its number or id, or the file of another.
fn protocol(line: &str, offered: &[Offered]) -> Result<(Protocol, String)> {
    let number = line.parse::<usize>().ok().and_then(|number| offered.get(number.checked_sub(1)?));
    let file = meant(line).display().to_string();
    find_protocol(number.map_or(file.as_str(), |offered| &offered.protocol.id))
}

/// The same, or the file of another list.
pub(crate) fn chosen(line: &str, offered: &[Offered]) -> Result<Chosen> {
    let path = meant(line);
    if path.is_file() && path.extension().is_none_or(|ending| ending != "toml") {
        return Ok(Chosen::List(path));
    }
    protocol(line, offered).map(|protocol| Chosen::Protocol(Box::new(protocol)))
}

/// What is typed, once it is right; what is wrong with it is told, and it is asked for again. Nothing ends the questions.
pub(crate) fn until_right<T>(
    question: &Message,
    context: &mut Context<'_>,
    read: impl Fn(&str) -> Result<T>,
) -> Result<Option<T>> {
    while let Some(line) = context.path(question)?.filter(|line| !line.is_empty()) {
        match read(&line) {
            Ok(right) => return Ok(Some(right)),
            Err(faults) => context.tell_faults(&faults.0)?,
        }
    }
    context.tell(&msg!("make-ended"))?;
    Ok(None)
}
