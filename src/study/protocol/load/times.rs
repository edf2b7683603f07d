//! Questions declared once and asked several times: at several time points, or of each entry of a repeat.

use super::reader::Reader;
use super::repeat::Counted;
use crate::base::fault::Fault;
use crate::msg;
use crate::study::protocol::repeat::Instance;
use crate::study::protocol::{Place, Time};
use toml::Spanned;

/// A question as it is asked: its table with its own id, and its time or place where it has one.
pub(crate) struct Declared<'a, 'r> {
    pub(crate) table: &'r Reader<'a>,
    pub(crate) id: Spanned<String>,
    pub(crate) time: Option<Time>,
    pub(crate) place: Option<Place>,
}

/// Which of several questions a declaration makes, one after the other.
#[derive(PartialEq)]
enum Several {
    Times(Vec<String>),
    /// Of the repeat at this place among those of the protocol.
    Places(usize),
}

/// A declaration, and which questions it makes.
struct Declaration<'a, 'r> {
    table: &'r Reader<'a>,
    id: Spanned<String>,
    several: Several,
}

/// Every question as it is asked. Neighbours with the same times stand together, one time after the other, so that a
/// case is coded for one time before the next; those of a repeat one entry after the other.
pub(crate) fn asked<'a, 'r>(tables: &'r [Reader<'a>], repeats: &[Counted<'_>], placed: bool) -> Vec<Declared<'a, 'r>> {
    let declared: Vec<Declaration<'a, 'r>> =
        tables.iter().map(|table| Declaration { table, id: table.id(), several: several(table, repeats) }).collect();
    let runs: Vec<_> = declared.chunk_by(|one, next| one.several == next.several).collect();
    for (number, run) in runs.iter().enumerate() {
        let before = runs.get(..number).unwrap_or_default();
        if let Some(first) = run.first().filter(|first| before.iter().any(|run| is_of(run, &first.several))) {
            apart(first);
        }
    }
    runs.into_iter().flat_map(|run| of_run(run, repeats, placed)).collect()
}

/// Whether a run is of a certain repeat.
fn is_of(run: &[Declaration<'_, '_>], several: &Several) -> bool {
    matches!(several, Several::Places(_)) && run.first().is_some_and(|first| first.several == *several)
}

/// Notes a question of a repeat that stands apart from its others: each entry is asked in one go.
fn apart(first: &Declaration<'_, '_>) {
    let table = first.table;
    let message = msg!("protocol-repeat-apart", name = table.text("repeat"));
    table.source.wrong(table.span("repeat"), message, msg!("protocol-repeat-apart-hint"));
}

fn of_run<'a, 'r>(run: &[Declaration<'a, 'r>], repeats: &[Counted<'_>], placed: bool) -> Vec<Declared<'a, 'r>> {
    match run.first().map(|first| &first.several) {
        None => Vec::new(),
        Some(Several::Times(times)) if times.is_empty() => {
            run.iter().map(|one| Declared { table: one.table, id: one.id.clone(), time: None, place: None }).collect()
        }
        Some(Several::Times(times)) => {
            let all = times.iter().flat_map(|at| run.iter().map(move |one| (one, at)));
            all.map(|(one, at)| at_time(one, at)).collect()
        }
        Some(&Several::Places(repeat)) => {
            let repeated = repeats.get(repeat);
            let (max, counted) = repeated.map_or((1, false), |repeated| (repeated.max, repeated.count.is_some()));
            let numbers = if placed { 1..=max } else { 0..=0 };
            let all = numbers.flat_map(|number| run.iter().map(move |one| (one, number)));
            let place = |of: String, number| Place { repeat, of, number, counted: counted && placed };
            all.map(|(one, number)| at_place(one, place(one.id.get_ref().clone(), number))).collect()
        }
    }
}

fn at_time<'a, 'r>(one: &Declaration<'a, 'r>, at: &str) -> Declared<'a, 'r> {
    let time = Time { of: one.id.get_ref().clone(), at: at.to_owned() };
    Declared { table: one.table, id: instance(&one.id, &Instance::from(&time)), time: Some(time), place: None }
}

fn at_place<'a, 'r>(one: &Declaration<'a, 'r>, place: Place) -> Declared<'a, 'r> {
    let id = place.instance().map_or_else(|| one.id.clone(), |place| instance(&one.id, &place));
    Declared { table: one.table, id, time: None, place: Some(place) }
}

fn instance(id: &Spanned<String>, instance: &Instance) -> Spanned<String> {
    Spanned::new(id.span(), instance.id(id.get_ref()))
}

fn several(table: &Reader<'_>, repeats: &[Counted<'_>]) -> Several {
    let times = times(table);
    let name = table.text("repeat");
    if name.is_empty() {
        return Several::Times(times);
    }
    if !times.is_empty() {
        table.source.wrong(table.span("times"), msg!("protocol-repeat-times"), msg!("protocol-repeat-times-hint"));
    }
    let known = |place: &usize| repeats.get(*place).is_some_and(|repeat| *repeat.id.get_ref() == name);
    let Some(repeat) = (0..repeats.len()).find(known) else {
        let ids = repeats.iter().map(|repeat| repeat.id.get_ref().as_str());
        let message = msg!("protocol-unknown", what = "repeat", name = name.as_str());
        let hint = crate::base::suggest::suggestion(&name, ids);
        table.source.wrong(table.span("repeat"), message, hint);
        return Several::Times(Vec::new());
    };
    Several::Places(repeat)
}

fn times(table: &Reader<'_>) -> Vec<String> {
    let times = table.words("times");
    table.source.unique("time", &times);
    for time in &times {
        table.clean(time);
    }
    if table.get("times").is_some() && times.len() < 2 {
        table.source.fault(table.span("times"), Fault::new(msg!("protocol-times")));
    }
    if !times.is_empty() && !table.text("text").contains("{time}") {
        table.source.wrong(table.span("text"), msg!("protocol-times-text"), msg!("protocol-times-text-hint"));
    }
    times.into_iter().map(Spanned::into_inner).collect()
}
