//! `aktkoll tally`: per question and group the counts, percents, base, and the numbers outside the base.

mod csv;
mod json;
mod table;
mod text;

use super::{Context, groupings, is_about, label};
use crate::analysis::progress::coverage::Coverage;
use crate::analysis::tables::table::{Column, columns, parts};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::suggest::suggestion;
use crate::cli::args::Format;
use crate::msg;
use crate::study::Study;
use crate::study::answers::Answers;
use crate::study::folder::Folder;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Per, Protocol, Question, Table};
use crate::study::tally::{Counts, Tally};
use std::path::Path;
pub(crate) use text::tell_dropped;

/// A grouping of the cases with its counts.
struct Grouped {
    columns: Vec<usize>,
    tally: Tally,
}

/// What was asked for, counted.
struct Tallied<'a> {
    folder: &'a Folder,
    study: &'a Study,
    /// The groupings that were asked for, and at last all cases as one group.
    grouped: Vec<Grouped>,
    /// The questions; of one that is asked of each entry of a repeat the first place, for all entries together.
    places: Vec<QuestionIx>,
    /// Those that were asked for by the id of a single place.
    single: Vec<QuestionIx>,
    /// The tables.
    tables: Vec<&'a Table>,
}

pub(crate) fn run(
    path: &Path,
    questions: &[String],
    by: &[String],
    filter: &[String],
    format: Format,
    context: &mut Context<'_>,
) -> Result<u8> {
    context.only(Some(path), format, &[Format::Text, Format::Json, Format::Csv])?;
    context.counts()?;
    let folder = context.open(path)?;
    let (asked, tables) = wanted(questions, &folder)?;
    let own = questions.iter().filter_map(|name| folder.protocol.question(name)).collect();
    let per = Per::of(filter, &folder.protocol);
    let filter = Filter::parse_conditions(filter, &folder.protocol, &folder.cases.columns, per)?;
    let mut groupings = groupings(by, &folder)?;
    let (study, ..) = context.read(&folder)?;
    groupings.push(Vec::new());
    let matched;
    let counted = if filter.is_empty() {
        study.tally()
    } else {
        matched = Tally::filtered(&study.answers, &[], filter);
        &matched
    };
    let grouped = groupings
        .into_iter()
        .map(|columns| Grouped { tally: counted.grouped(&study.answers, &columns), columns })
        .collect();
    let mut tallied =
        Tallied { folder: &folder, study: &study, grouped, places: Vec::new(), single: own, tables: Vec::new() };
    tallied.places = asked.unwrap_or_else(|| tallied.all(per));
    tallied.tables = tables.iter().filter_map(|&place| folder.protocol.tables.get(place)).collect();
    match format {
        Format::Json => context.json(&tallied.as_json())?,
        Format::Csv => context.csv(&tallied.as_csv(&context.words))?,
        Format::Text | Format::Html => tallied.print(context)?,
    }
    context.tell_closed(&study, path)?;
    tell_uncounted(context, &study.answers)?;
    Ok(0)
}

/// Tells beside the result which first answers do not count, with whose they are.
pub(crate) fn tell_uncounted(context: &mut Context<'_>, answers: &Answers) -> Result<()> {
    let lost = answers.uncounted();
    if !lost.is_empty() {
        context.tell(&msg!("command-uncounted", n = lost.len()))?;
    }
    lost.into_iter().try_for_each(|line| context.tell(&answers.uncounted_line(line)))
}

/// The places of a question by its id, or by that of a question which is asked at several times.
fn declared(protocol: &Protocol, id: &str) -> Vec<QuestionIx> {
    let is_first = |question: &Question| question.place.as_ref().is_none_or(|place| place.number <= 1);
    let of = |question: &Question| question.id == id || (question.declared_id() == id && is_first(question));
    let places = protocol.questions.iter_enumerated().filter(|(_, question)| of(question));
    places.map(|(place, _)| place).collect()
}

/// The same of a question that is named; there must be one.
pub(crate) fn named(protocol: &Protocol, name: &str) -> Result<Vec<QuestionIx>> {
    let places = declared(protocol, name);
    if places.is_empty() { Err(unknown(name, ids(protocol)).into()) } else { Ok(places) }
}

fn ids(protocol: &Protocol) -> impl Iterator<Item = &str> {
    protocol.questions.iter().map(|question| question.id.as_str())
}

/// The fault of a name that none of the known ones is.
fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Fault {
    let fault = Fault::new(msg!("command-no-such-question", name = name));
    fault.hint(suggestion(name, known)).exit(Exit::Usage)
}

/// The places of the questions asked for, if any name is given, and of the tables: all of these where none is.
fn wanted(names: &[String], folder: &Folder) -> Result<(Option<Vec<QuestionIx>>, Vec<usize>)> {
    let protocol = &folder.protocol;
    if names.is_empty() {
        return Ok((None, (0..protocol.tables.len()).collect()));
    }
    let (mut questions, mut tables) = (Vec::new(), Vec::new());
    for name in names {
        let table = protocol.tables.iter().position(|table| table.id == *name);
        match (declared(protocol, name), table) {
            (places, _) if !places.is_empty() => questions.extend(places),
            (_, Some(place)) => tables.push(place),
            (_, None) => {
                let tables = protocol.tables.iter().map(|table| table.id.as_str());
                return Err(unknown(name, ids(protocol).chain(tables)).into());
            }
        }
    }
    Ok((Some(questions), tables))
}

impl Tallied<'_> {
    /// The counts of all cases as one group.
    fn whole(&self) -> Option<&Tally> {
        self.grouped.last().map(|one| &one.tally)
    }

    /// All questions, those per case first; of those that the conditions are not about, only where they leave any.
    fn all(&self, per: Per) -> Vec<QuestionIx> {
        let counted =
            |kind| self.whole().is_some_and(|all| self.folder.cases.of(kind).any(|case| all.is_counted(case)));
        let kinds = [Per::Case, Per::Unit].into_iter().filter(|kind| *kind == per || counted(*kind));
        let questions = &self.folder.protocol.questions;
        let is_first = |question: &Question| question.place.as_ref().is_none_or(|place| place.number <= 1);
        let of =
            |kind| questions.iter_enumerated().filter(move |(_, question)| question.per == kind && is_first(question));
        kinds.flat_map(of).map(|(place, _)| place).collect()
    }

    /// The tables as they are counted, each with its columns.
    fn counted(&self) -> Vec<(Table, Vec<Column>)> {
        let tables = self.tables.iter().flat_map(|table| parts(&self.folder.protocol, table));
        let counted = |table: Table| {
            let columns = columns(&self.study.answers, self.whole()?, &table);
            Some((table, columns))
        };
        tables.filter_map(counted).collect()
    }

    /// Whether a question is counted over all entries of its repeat.
    fn is_of_entries(&self, place: QuestionIx) -> bool {
        self.folder.protocol.questions.at(place).place.is_some() && !self.single.contains(&place)
    }

    /// What a question is called: where all entries are counted, by the id that the author gave.
    fn id(&self, place: QuestionIx) -> &str {
        let question = self.folder.protocol.questions.at(place);
        if self.is_of_entries(place) { question.declared_id() } else { &question.id }
    }

    /// In how many cases any entry has each answer.
    fn cases_with(&self, place: QuestionIx) -> Option<Counts> {
        let tally = self.whole().filter(|_| self.is_of_entries(place))?;
        Some(tally.cases_with(&self.study.answers, &self.folder.protocol.repeated(place), |_| true))
    }

    /// What one group counts of a question.
    fn counts(&self, tally: &Tally, place: QuestionIx, group: usize) -> Counts {
        if !self.is_of_entries(place) {
            return tally.of_group(place, group);
        }
        let places = self.folder.protocol.repeated(place);
        let sum = |sum: Counts, place: QuestionIx| sum.plus(&tally.of_group(place, group));
        places.into_iter().fold(Counts::default(), sum).of_entries()
    }

    /// The groups of all groupings, each with its key, its name and its counts of a question. A grouping by what is not
    /// known of those that the question is asked about is left out.
    fn groups(&self, place: QuestionIx) -> impl Iterator<Item = (&[usize], &[String], String, Counts)> {
        let folder = self.folder;
        let per = folder.protocol.questions.at(place).per;
        let known = move |one: &&Grouped| one.columns.iter().all(|&column| is_about(folder, column, per));
        self.grouped.iter().filter(known).flat_map(move |one| {
            let groups = one.tally.groups().iter().enumerate().filter(move |(_, group)| group.per == per);
            groups.map(move |(at, group)| {
                let key = group.values.as_slice();
                let names: Vec<String> =
                    one.columns.iter().zip(key).map(|(column, value)| label(folder, *column, value)).collect();
                (one.columns.as_slice(), key, names.join(" "), self.counts(&one.tally, place, at))
            })
        })
    }

    /// How far all cases are finished and, where their questions are told, the units' entries: of the whole study,
    /// since what is not answered yet may meet a condition.
    fn coverage(&self) -> Vec<Coverage> {
        let questions = || self.places.iter().map(|&place| self.folder.protocol.questions.at(place));
        let is_told = |per: &Per| {
            *per == Per::Case && !self.tables.is_empty() || questions().any(|question| question.per == *per)
        };
        [Per::Case, Per::Unit].into_iter().filter(is_told).map(|per| Coverage::of(self.study, per)).collect()
    }

    /// How many cases, and how many entries of units, were dropped with a reason.
    fn dropped(&self) -> [usize; 2] {
        [Per::Case, Per::Unit].map(|per| self.whole().map_or(0, |all| all.dropped(self.folder.cases.of(per))))
    }

    /// About how many cases nothing is asked.
    fn unasked(&self) -> usize {
        self.whole().map_or(0, |all| all.unasked(self.folder.cases.files()))
    }
}
