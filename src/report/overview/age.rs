//! How old the people are whose files are read: from when to when they were born, and how many are of each age group.

use super::{Cases, suppressed};
use crate::msg;
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::split::Axis;
use crate::report::{Block, Source};
use crate::study::index::CaseIx;
use crate::study::protocol::{Part, Per};

/// What is told of ages; nothing where the case list has no year of birth.
pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let (study, protocol) = (source.study, source.protocol());
    let born = protocol.attributes.iter().enumerate().find_map(|(column, attribute)| match attribute.part {
        Some(Part::BirthYear { at }) => Some((column, at)),
        _ => None,
    });
    let Some((column, at)) = born else { return Vec::new() };
    let cases: Vec<CaseIx> = study.cases.files().filter(|&case| study.tally().is_counted(case)).collect();
    let years = cases.iter().filter(|&&case| study.cases.age_group(protocol, case).is_some());
    let years: Vec<i32> = years.filter_map(|&case| study.cases.value(case, column).parse().ok()).collect();
    let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else { return Vec::new() };
    // The oldest and the youngest are single persons.
    let range = source.options.min_cell.is_none().then(|| {
        let told = msg!(
            "report-ages",
            known = if years.len() == cases.len() { "all" } else { "some" },
            n = years.len(),
            all = cases.len(),
            age = span(at - last, at - first),
            born = span(*first, *last),
            year = at.to_string()
        );
        Block::Text(source.words.say(&told))
    });
    range.into_iter().chain([Block::Grid(grid(source, &cases))]).collect()
}

/// `32–76`; one number where both are the same.
fn span(from: i32, to: i32) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// How many cases there are of each age group, sex by sex.
fn grid(source: Source<'_>, cases: &[CaseIx]) -> Grid {
    let (words, study, protocol) = (source.words, source.study, source.protocol());
    let sexes = Axis::new(source, protocol.sex(), Per::Case);
    let groups: Vec<Option<(i32, i32)>> = cases.iter().map(|&case| study.cases.age_group(protocol, case)).collect();
    let mut known: Vec<Option<(i32, i32)>> = groups.clone();
    known.sort_by_key(|group| (group.is_none(), *group));
    known.dedup();
    let mut counts = vec![vec![0u32; sexes.names.len().max(1)]; known.len()];
    for (&case, group) in cases.iter().zip(&groups) {
        let values: Vec<String> =
            study.tally().by().iter().map(|&column| study.cases.value(case, column).to_owned()).collect();
        let row = known.iter().position(|known| known == group).unwrap_or(known.len());
        let own = counts.iter_mut().skip(row).take(1);
        own.flat_map(|row| row.iter_mut().skip(sexes.place(&values)).take(1)).for_each(|n| *n += 1);
    }
    let counted = Cases { hidden: source.options.min_cell.map(|min| suppressed(&counts, min)), cases: counts };
    let columns: Vec<Option<usize>> = (0..sexes.names.len()).map(Some).chain([None]).collect();
    let line = |label: String, sort: Sort, row: Option<usize>| {
        let pair = |&sex: &Option<usize>| {
            let (own, all) = (counted.cell(row, sex), counted.cell(None, sex));
            let share = match (&own, &all) {
                (Cell::Count(k), Cell::Count(n)) => Cell::share(*k, *n, study.percent_from),
                _ => Cell::Hidden,
            };
            [share, own]
        };
        Line { label, sort, cells: columns.iter().flat_map(pair).collect() }
    };
    let own = known.iter().enumerate().map(|(row, group)| match group {
        Some((from, to)) => {
            line(words.say(&msg!("screen-age", from = from.to_string(), to = to.to_string())), Sort::Part, Some(row))
        }
        None => line(words.get("report-no-value"), Sort::Rest, Some(row)),
    });
    let total = words.get("tally-total");
    let lines = own.chain([line(words.get("tally-base"), Sort::Total, None)]).collect();
    let names = sexes.names.iter().cloned().chain([total]);
    let heads = names
        .map(|name| Head { name, columns: ["table-share", "table-count"].map(|key| words.get(key)).into() })
        .collect();
    Grid { id: "ages".to_owned(), title: words.get("report-ages-table"), heads, lines, notes: Vec::new() }
}
