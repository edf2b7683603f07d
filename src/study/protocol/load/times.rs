//! Questions asked at several time points: declared once, one question each.

use super::reader::Reader;
use crate::base::fault::Fault;
use crate::msg;
use crate::study::protocol::Time;
use toml::Spanned;

/// A question as it is asked: its table with its own id, and its time where it has one.
pub(crate) struct Declared<'a, 'r> {
    pub(crate) table: &'r Reader<'a>,
    pub(crate) id: Spanned<String>,
    pub(crate) time: Option<Time>,
}

/// Every question as it is asked. Neighbours with the same times stand together, one time after the other, so that a
/// case is coded for one time before the next.
pub(crate) fn asked<'a, 'r>(tables: &'r [Reader<'a>]) -> Vec<Declared<'a, 'r>> {
    let declared: Vec<_> = tables.iter().map(|table| (table, table.id(), times(table))).collect();
    declared
        .chunk_by(|(_, _, one), (_, _, next)| one == next)
        .flat_map(|run| match run.first().map(|(_, _, times)| times.as_slice()) {
            None | Some([]) => {
                run.iter().map(|(table, id, _)| Declared { table, id: id.clone(), time: None }).collect::<Vec<_>>()
            }
            Some(times) => {
                times.iter().flat_map(|at| run.iter().map(|(table, id, _)| at_time(table, id, at))).collect()
            }
        })
        .collect()
}

fn at_time<'a, 'r>(table: &'r Reader<'a>, id: &Spanned<String>, at: &str) -> Declared<'a, 'r> {
    let time = Time { of: id.get_ref().clone(), at: at.to_owned() };
    Declared { table, id: Spanned::new(id.span(), time.id(id.get_ref())), time: Some(time) }
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
