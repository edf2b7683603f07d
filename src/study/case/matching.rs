//! Which column of a file says what about a case, and which code a cell means.

mod headers;
mod matched;

use super::identity::{Pseudonyms, is_sayable};
use super::meaning::FileName;
use super::synonyms::{ID_HEADERS, squeezed, synonyms};
use crate::base::fault::Fix;
use crate::base::language::Message;
use crate::base::suggest::{listed, suggestion};
use crate::base::table::encoding::Charset;
use crate::base::table::{Cell, Table};
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::{Attribute, Per, Protocol};
pub use headers::{Fit, fits};
pub use matched::{How, Match, Matched};
use std::collections::HashSet;

/// What the user says about case lists.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// The sheet that has the cases.
    pub sheet: Option<String>,
    /// Attributes and the headers of their columns; behind a `=` stands what holds of every case.
    pub columns: Vec<(String, String)>,
    /// The encoding of the file, if it is text.
    pub encoding: Option<Charset>,
    /// The headers of columns that are kept although they name persons.
    pub keep: Vec<String>,
    /// The year, after which nobody is born yet.
    pub year: Option<i16>,
    /// How ids are replaced, if they are.
    pub pseudonyms: Option<Pseudonyms>,
}

/// What begins a text that is no header, but the same of every case.
const SAME: char = '=';

/// Where the values of a case come from.
pub(crate) struct Columns {
    pub(crate) id: usize,
    /// For each attribute of the protocol.
    pub(crate) attributes: Vec<Given>,
    /// The further columns.
    pub(crate) others: Vec<usize>,
}

/// Where the value of an attribute comes from.
pub(crate) enum Given {
    Column(usize),
    /// One for the whole file.
    Fixed(Cell),
    /// The personal number in the id; where the id is none, the column.
    Number(Option<usize>),
    /// It is not about cases.
    Nothing,
}

impl Given {
    /// The column that says it, if there is one.
    pub(crate) fn column(&self) -> Option<usize> {
        match self {
            Self::Column(column) => Some(*column),
            Self::Number(column) => *column,
            Self::Fixed(_) | Self::Nothing => None,
        }
    }
}

/// What a column may be called.
struct Wanted<'a> {
    id: &'a str,
    label: &'a str,
    synonyms: &'static [&'static str],
}

/// The column that was found for something.
enum Found {
    One(usize, How),
    /// Several that could be it.
    Several(Vec<usize>),
    None,
}

impl Wanted<'_> {
    /// The ids of the cases, then each attribute.
    fn of(protocol: &Protocol) -> Vec<Wanted<'_>> {
        let id = Wanted { id: "case_id", label: "case_id", synonyms: &ID_HEADERS };
        std::iter::once(id).chain(protocol.attributes.iter().map(Wanted::attribute)).collect()
    }

    fn attribute(attribute: &Attribute) -> Wanted<'_> {
        Wanted { id: &attribute.id, label: &attribute.label, synonyms: synonyms(attribute) }
    }

    fn is_called(&self, name: &str) -> bool {
        folded(name) == folded(self.id) || folded(name) == folded(self.label) || self.may_be(&squeezed(name))
    }

    /// Whether a squeezed header means the same.
    fn may_be(&self, header: &str) -> bool {
        let own = [self.id, self.label].map(squeezed);
        !header.is_empty() && (own.iter().any(|own| own == header) || self.synonyms.contains(&header))
    }

    /// Whether a header is the first words of the label: the rest only says more of the same.
    fn begins_with(&self, header: &str) -> bool {
        let label = folded(self.label);
        let blanks = label.match_indices(' ').filter_map(|(at, _)| label.get(..at));
        !header.is_empty() && blanks.map(squeezed).any(|words| words == header)
    }

    /// What the user says of it: a header, or what holds of every case.
    fn said<'h>(&self, hints: &'h Hints) -> Option<&'h str> {
        let said = hints.columns.iter().find(|(name, _)| self.is_called(name));
        said.map(|(_, header)| header.as_str())
    }

    /// The column that the user named, or that has its own name.
    fn firm(&self, keys: &[String], hints: &Hints) -> Option<(usize, How)> {
        let place = |name: &str| {
            let name = folded(name);
            keys.iter().position(|key| *key == name)
        };
        if let Some(header) = self.said(hints) {
            return Some((told(keys, header)?, How::Told));
        }
        let label = || Some((place(self.label)?, How::Label));
        place(self.id).map(|place| (place, How::Id)).or_else(label)
    }
}

/// Whether an attribute is called so: by its id, its label or another name that means the same.
pub(crate) fn is_called(attribute: &Attribute, name: &str) -> bool {
    Wanted::attribute(attribute).is_called(name)
}

/// The column of everything that is wanted. A name that means the same is looked at only among the columns that nothing
/// is called by, and the first words of a label only where they are those of no other.
fn assign(wanted: &[Wanted<'_>], keys: &[String], hints: &Hints) -> Vec<Found> {
    let firm: Vec<_> = wanted.iter().map(|wanted| wanted.firm(keys, hints)).collect();
    let others_may_be = |own: &Wanted<'_>, key: &str| {
        let mut others = wanted.iter().filter(|other| other.id != own.id);
        others.any(|other| other.may_be(key) || other.begins_with(key))
    };
    let is_free = |place: usize| !firm.iter().flatten().any(|(taken, _)| *taken == place);
    let found = |(wanted, firm): (&Wanted<'_>, &Option<(usize, How)>)| {
        let is_told = wanted.said(hints).is_some();
        let is_it = |key: &str| wanted.may_be(key);
        let begins = |key: &str| wanted.begins_with(key) && !others_may_be(wanted, key);
        let free = |fits: &dyn Fn(&str) -> bool| {
            let fits = |(place, key): (usize, &String)| (fits(&squeezed(key)) && is_free(place)).then_some(place);
            keys.iter().enumerate().filter_map(fits).collect::<Vec<_>>()
        };
        match firm {
            Some((place, how)) => Found::One(*place, *how),
            None if is_told => Found::None,
            None => {
                match Some(free(&is_it)).filter(|found| !found.is_empty()).unwrap_or_else(|| free(&begins)).as_slice() {
                    [] => Found::None,
                    [one] => Found::One(*one, How::Synonym),
                    several => Found::Several(several.to_vec()),
                }
            }
        }
    };
    wanted.iter().zip(&firm).map(found).collect()
}

/// The column that the user named, ignoring characters that a header may have and nobody types.
fn told(keys: &[String], header: &str) -> Option<usize> {
    let is_it = |key: &String| squeezed(key) == squeezed(header);
    keys.iter().position(|key| *key == folded(header)).or_else(|| keys.iter().position(is_it))
}

fn keys(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(|cell| folded(&cell.text())).collect()
}

/// How much of what is wanted has a column in a row.
pub(crate) fn fit(cells: &[Cell], protocol: &Protocol, hints: &Hints) -> usize {
    let found = assign(&Wanted::of(protocol), &keys(cells), hints);
    found.iter().filter(|found| !matches!(found, Found::None)).count()
}

/// The names that the user gave columns for, but that no attribute has.
pub(crate) fn unknown(protocol: &Protocol, hints: &Hints) -> Vec<Message> {
    let wanted = Wanted::of(protocol);
    let names = hints.columns.iter().map(|(name, _)| name);
    let names = names.filter(|name| !wanted.iter().any(|wanted| wanted.is_called(name)));
    names.map(|name| msg!("cases-column-option-unknown", name = name.as_str())).collect()
}

/// What the user said two things of: an attribute that would have two columns, or a column that would be two attributes.
pub(crate) fn twice(protocol: &Protocol, hints: &Hints) -> Vec<Message> {
    let wanted = Wanted::of(protocol);
    let own = |name: &String| wanted.iter().position(|wanted| wanted.is_called(name));
    let (mut names, mut headers) = (HashSet::new(), HashSet::new());
    let said = hints.columns.iter().filter_map(|(name, header)| {
        match (names.insert(own(name)), headers.insert(folded(header))) {
            (false, _) => Some(name),
            (_, false) => Some(header),
            _ => None,
        }
    });
    said.map(|twice| msg!("cases-column-option-twice", name = twice.as_str())).collect()
}

/// Notes what is called by its id in one column and by its label in another, unless the user says which it is.
pub(crate) fn note_twofold(table: &mut Table<'_>, protocol: &Protocol, hints: &Hints) {
    let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.text().into_owned()).collect();
    let keys = keys(&table.header.cells);
    let place = |name: &str| keys.iter().position(|key| *key == folded(name));
    let wanted = Wanted::of(protocol);
    let found = |wanted: &Wanted<'_>| match (place(wanted.id), place(wanted.label)) {
        _ if hints.columns.iter().any(|(name, _)| wanted.is_called(name)) => Found::None,
        (Some(one), Some(other)) if one != other => Found::Several(vec![one, other]),
        _ => Found::None,
    };
    let found: Vec<Found> = wanted.iter().map(found).collect();
    clear_up(table, &wanted, &found, &headers);
}

/// Finds the column of the ids, of every attribute, and the others; what is missing or not clear is noted.
pub(crate) fn columns(
    table: &mut Table<'_>,
    protocol: &Protocol,
    hints: &Hints,
    file: &FileName<'_>,
) -> Option<(Columns, Matched)> {
    let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.text().into_owned()).collect();
    if headers.is_empty() {
        return None;
    }
    let keys = keys(&table.header.cells);
    let wanted = Wanted::of(protocol);
    let found = assign(&wanted, &keys, hints);
    if lacks_told(table, hints, &keys, &headers) || has_nothing(table, &found, protocol) {
        return None;
    }
    clear_up(table, &wanted, &found, &headers);
    let is_free = |place: &usize| !found.iter().any(|found| matches!(found, Found::One(taken, _) if taken == place));
    let others: Vec<usize> = (0..headers.len()).filter(is_free).collect();
    let name = |place: &usize| headers.get(*place).cloned().unwrap_or_default();
    let free: Vec<String> = others.iter().map(name).collect();
    let (id, found) = found.split_first()?;
    if let Found::None = id {
        let ask = (msg!("ask-id-column"), columns_of("case_id", &free));
        table.unclear(msg!("cases-id-column"), msg!("cases-id-column-hint"), ask);
    }
    let (attributes, taken) = attributes(table, protocol, (found, hints), (&headers, &free), file);
    let Found::One(id, how) = *id else { return None };
    let matched = Matched {
        header: table.header.line,
        id: Match { header: name(&id), how, ..Match::default() },
        attributes: taken,
        others: free,
        ..Matched::default()
    };
    let is_whole = attributes.len() == protocol.attributes.len();
    is_whole.then_some((Columns { id, attributes, others }, matched))
}

/// Notes the headers that the user named but that are not there.
fn lacks_told(table: &mut Table<'_>, hints: &Hints, keys: &[String], headers: &[String]) -> bool {
    let told = hints.columns.iter().map(|(_, header)| header).filter(|header| !header.starts_with(SAME));
    let absent: Vec<&String> = told.filter(|header| self::told(keys, header).is_none()).collect();
    for header in &absent {
        let hint = suggestion(header, headers.iter().map(String::as_str));
        table.wrong(table.header.line, None, msg!("cases-column-option-missing", header = header.as_str()), Some(hint));
    }
    !absent.is_empty()
}

/// Notes that no row is a header.
fn has_nothing(table: &mut Table<'_>, found: &[Found], protocol: &Protocol) -> bool {
    let is_nothing = found.iter().all(|found| matches!(found, Found::None));
    if is_nothing {
        let listed = protocol.attributes.iter().filter(|attribute| attribute.is_about(Per::Case));
        let labels = listed.map(|attribute| attribute.label.as_str());
        let names = std::iter::once("").chain(labels).collect::<Vec<_>>().join(", ");
        let hint = msg!("cases-no-header-hint", names = names);
        table.wrong(table.header.line, None, msg!("cases-no-header"), Some(hint));
    }
    is_nothing
}

/// Where the value of every attribute comes from, and what was taken for those that are about cases.
fn attributes(
    table: &mut Table<'_>,
    protocol: &Protocol,
    (found, hints): (&[Found], &Hints),
    (headers, free): (&[String], &[String]),
    file: &FileName<'_>,
) -> (Vec<Given>, Vec<Match>) {
    let mut given = Vec::new();
    let mut matches = Vec::new();
    for (attribute, found) in protocol.attributes.iter().zip(found) {
        let is_listed = attribute.is_about(Per::Case);
        let column = if let Found::One(place, _) = found { Some(*place) } else { None };
        let number = hints.pseudonyms.as_ref().filter(|how| how.take(attribute, column.is_some()));
        let same = Wanted::attribute(attribute).said(hints).and_then(|said| said.strip_prefix(SAME));
        if let Some(same) = same.filter(|_| is_listed) {
            given.push(Given::Fixed(Cell::of(same.trim().to_owned())));
            matches.push(Match { header: same.trim().to_owned(), how: How::Same, ..Match::default() });
            continue;
        }
        let (from, header, how) = match (found, file.says(attribute), number) {
            (Found::Several(_), ..) => continue,
            (.., Some(_)) if !is_sayable(attribute) => {
                let message = msg!("identity-no-sex", attribute = attribute.label.as_str());
                table.wrong(table.header.line, None, message, Some(msg!("identity-not-taken-hint")));
                continue;
            }
            (.., Some(_)) => (Given::Number(column), String::new(), How::Number),
            (Found::One(place, how), ..) if is_listed => {
                (Given::Column(*place), headers.get(*place).cloned().unwrap_or_default(), *how)
            }
            (Found::None, Some(cell), _) => (Given::Fixed(cell), file.name.to_owned(), How::FileName),
            (Found::None, None, _) if !is_listed => (Given::Nothing, String::new(), How::Id),
            _ => {
                missing(table, attribute, headers, free);
                continue;
            }
        };
        given.push(from);
        if is_listed {
            matches.push(Match { header, how, ..Match::default() });
        }
    }
    (given, matches)
}

/// Notes what could be one column as well as another.
fn clear_up(table: &mut Table<'_>, wanted: &[Wanted<'_>], found: &[Found], headers: &[String]) {
    for (wanted, found) in wanted.iter().zip(found) {
        if let Found::Several(places) = found {
            let names: Vec<String> = places.iter().filter_map(|place| headers.get(*place).cloned()).collect();
            let message = msg!("cases-ambiguous", label = wanted.label, names = names.join(", "));
            let first = names.first().map_or("", String::as_str);
            let hint = msg!("cases-ambiguous-hint", name = wanted.id, header = first);
            let question = match wanted.id {
                "case_id" => msg!("ask-id-column"),
                _ => msg!("ask-column", label = wanted.label),
            };
            table.unclear(message, hint, (question, columns_of(wanted.id, &names)));
        }
    }
}

/// The columns that may be asked for, each as what is said by choosing it.
fn columns_of(name: &str, headers: &[String]) -> Vec<(String, Fix)> {
    headers.iter().map(|header| (header.clone(), Fix::Column(name.to_owned(), header.clone()))).collect()
}

/// Notes an attribute without its column, or the informant with one.
fn missing(table: &mut Table<'_>, attribute: &Attribute, headers: &[String], free: &[String]) {
    let (name, label) = (attribute.id.as_str(), attribute.label.as_str());
    if attribute.is_about(Per::Case) {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let hint = msg!("cases-column-hint", name = name, names = listed(&headers));
        let ask = (msg!("ask-column", label = label), columns_of(name, free));
        table.unclear(msg!("cases-column", name = name, label = label), hint, ask);
    } else {
        let message = msg!("cases-informant", name = name, label = label);
        table.wrong(table.header.line, None, message, Some(msg!("cases-informant-hint")));
    }
}
