//! The repeats of a protocol file: entries of their own below a case.

use super::condition::Scope;
use super::reader::Reader;
use super::source::Source;
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::repeat::{MOST_ENTRIES, most, whole};
use crate::study::protocol::{Attribute, Question, Repeat};
use toml::Spanned;
use typed_index_collections::TiSlice;

pub(crate) const REPEAT: [&str; 4] = ["id", "label", "count", "max"];

/// A repeat before its questions are read.
pub(crate) struct Counted<'a> {
    pub(crate) id: Spanned<String>,
    table: Reader<'a>,
    /// The id of the question that says how many entries there are.
    pub(crate) count: Option<String>,
    pub(crate) max: usize,
}

/// The repeats of a file, whose questions are declared in `questions`.
pub(crate) fn counted<'a>(root: &Reader<'a>, questions: &[Reader<'_>]) -> Vec<Counted<'a>> {
    let read = |table: Reader<'a>| {
        let (id, count) = (table.id(), table.text("count"));
        let max = if count.is_empty() { own_max(&table) } else { max_of(&table, &count, questions) };
        let name = id.get_ref();
        if !name.is_empty() && questions.iter().all(|question| question.text("repeat") != *name) {
            let message = msg!("protocol-repeat-empty", name = name.as_str());
            table.source.wrong(table.span("id"), message, msg!("protocol-repeat-empty-hint", name = name.as_str()));
        }
        Counted { id, table, count: (!count.is_empty()).then_some(count), max: max.unwrap_or(1) }
    };
    let repeats: Vec<Counted<'a>> = root.tables("repeat", &REPEAT).into_iter().map(read).collect();
    root.source.unique("repeat", repeats.iter().map(|repeat| &repeat.id));
    repeats
}

/// How many entries there are, where that is the same for all cases.
fn own_max(table: &Reader<'_>) -> Option<usize> {
    let max = table.number("max").and_then(whole);
    if max.is_none() {
        let hint = msg!("protocol-repeat-max-hint", most = MOST_ENTRIES);
        table.source.wrong(table.span("max"), msg!("protocol-repeat-max"), hint);
    }
    max
}

/// The upper bound of the question that says how many there are. What else is wrong with it is found once it is read.
fn max_of(table: &Reader<'_>, count: &str, questions: &[Reader<'_>]) -> Option<usize> {
    if table.get("max").is_some() {
        let message = msg!("protocol-repeat-bound", name = count);
        table.source.wrong(table.span("max"), message, msg!("protocol-repeat-bound-hint", name = count));
    }
    let is_meant = |question: &&Reader<'_>| question.text("id") == count;
    let question = questions.iter().find(is_meant)?;
    let max = question.number("max").and_then(whole);
    if max.is_none() {
        uncounted(table.source, table, count);
    }
    max
}

/// Notes a question that does not say how many entries there are.
fn uncounted(source: &Source<'_>, table: &Reader<'_>, count: &str) {
    let message = msg!("protocol-repeat-count", name = count);
    source.wrong(table.span("count"), message, msg!("protocol-repeat-count-hint", most = MOST_ENTRIES));
}

/// The repeats, now that the questions are read.
pub(crate) fn repeats(
    counted: &[Counted<'_>],
    attributes: &[Attribute],
    questions: &TiSlice<QuestionIx, Question>,
) -> Vec<Repeat> {
    let repeat = |(place, counted): (usize, &Counted<'_>)| Repeat {
        id: counted.id.get_ref().clone(),
        label: counted.table.required("label"),
        count: counted.count.as_deref().and_then(|count| count_of(place, counted, count, attributes, questions)),
        max: counted.max,
    };
    counted.iter().enumerate().map(repeat).collect()
}

/// The question that says how many entries there are: a number that is asked before them, of the same cases or units.
fn count_of(
    repeat: usize,
    counted: &Counted<'_>,
    count: &str,
    attributes: &[Attribute],
    questions: &TiSlice<QuestionIx, Question>,
) -> Option<QuestionIx> {
    let table = &counted.table;
    let is_of = |question: &Question| question.place.as_ref().is_some_and(|place| place.repeat == repeat);
    let (first, question) = questions.iter_enumerated().find(|(_, question)| is_of(question))?;
    let scope = Scope::new(attributes, questions, first, question.per);
    let key = scope.key(count).map_err(|faults| table.source.faults(&table.span("count"), faults)).ok()?.0;
    let place = key.question().filter(|&place| {
        let asked = questions.at(place);
        asked.place.is_none() && most(&asked.kind) == Some(counted.max)
    });
    if place.is_none() {
        uncounted(table.source, table, count);
    }
    place
}
