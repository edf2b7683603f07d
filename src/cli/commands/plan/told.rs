//! What a plan says: how many cases each codes, by unit, and which ones are coded twice.

use crate::base::fault::Result;
use crate::base::text::{padded, right, width};
use crate::cli::commands::{Context, label};
use crate::msg;
use crate::study::case::plan::{Share, Wave};
use crate::study::folder::Folder;
use crate::study::index::{At, CaseIx};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use typed_index_collections::TiSlice;

/// A plan as it is told to somebody: who codes a case first does not learn who codes it again, nor that anybody does.
pub(crate) struct Told<'a> {
    pub(crate) folder: &'a Folder,
    /// The names that the reader codes under.
    pub(crate) readers: BTreeSet<String>,
    pub(crate) shares: &'a TiSlice<CaseIx, Share>,
    /// Who was named to code, before those who have cases besides.
    pub(crate) coders: &'a [String],
}

impl Told<'_> {
    /// Whether the reader codes a case first that somebody else codes again; gold cases are known to all.
    fn is_hidden(&self, share: &Share) -> bool {
        !share.is_gold() && !share.second.is_empty() && self.readers.contains(&*share.coder)
    }

    /// How many cases are coded twice.
    pub(crate) fn twice(&self) -> usize {
        self.shares.iter().filter(|share| !share.second.is_empty()).count()
    }

    /// Everybody who codes, each once.
    fn names(&self) -> Vec<&str> {
        let planned = self.shares.iter().flat_map(|share| [&*share.coder, &*share.second]);
        let others: BTreeSet<&str> = planned.filter(|coder| !coder.is_empty()).collect();
        let named = self.coders.iter().map(String::as_str);
        named.clone().chain(others.into_iter().filter(|other| named.clone().all(|name| name != *other))).collect()
    }

    fn id(&self, case: CaseIx) -> &str {
        self.folder.cases.cases.at(case).id.as_str()
    }

    /// The ids of the cases that some shares are of.
    fn ids(&self, is_meant: impl Fn(&Share) -> bool) -> String {
        let meant = self.shares.iter_enumerated().filter(|(_, share)| is_meant(share));
        meant.map(|(case, _)| self.id(case)).collect::<Vec<_>>().join(", ")
    }

    /// The plan for programs.
    pub(crate) fn as_json(&self) -> Value {
        let case = |(case, share): (CaseIx, &Share)| {
            let known = !self.is_hidden(share);
            let second = Some(&*share.second).filter(|second| known && !second.is_empty());
            json!({ "case_id": self.id(case), "coder": Some(&*share.coder).filter(|coder| !coder.is_empty()),
                "second": second, "wave": share.wave.filter(|_| known).map(Wave::name) })
        };
        let count = |is_meant: &dyn Fn(&Share) -> bool| self.shares.iter().filter(|share| is_meant(share)).count();
        let coder = |name: &&str| {
            let (first, second) = (count(&|share| *share.coder == **name), count(&|share| *share.second == **name));
            json!({ "coder": name, "first": first, "second": second })
        };
        json!({ "coders": self.names().iter().map(coder).collect::<Vec<_>>(),
            "cases": self.shares.iter_enumerated().map(case).collect::<Vec<_>>(),
            "withheld": count(&|share| self.is_hidden(share)) })
    }

    /// How many cases each coder has per unit, how many of them are coded twice and in which waves, and which ones.
    pub(crate) fn print(&self, context: &mut Context<'_>) -> Result<()> {
        self.table(context)?;
        for name in self.names() {
            let ids = self.ids(|share| *share.second == *name && !self.is_hidden(share));
            if !ids.is_empty() {
                context.print_text(2, &context.words.say(&msg!("plan-twice", coder = name, ids = ids)))?;
            }
        }
        let gold = self.ids(Share::is_gold);
        if !gold.is_empty() {
            context.print_text(2, &context.words.say(&msg!("plan-gold-ids", ids = gold)))?;
        }
        let hidden = self.shares.iter().filter(|share| self.is_hidden(share)).count();
        if hidden == 0 {
            return Ok(());
        }
        context.print_text(2, &context.words.say(&msg!("plan-hidden", n = hidden)))
    }

    fn table(&self, context: &mut Context<'_>) -> Result<()> {
        let (folder, names) = (self.folder, self.names());
        let units = folder.protocol.unit().map(|unit| (unit, folder.cases.units(&folder.protocol, unit)));
        let units = units.iter().flat_map(|(unit, values)| values.iter().map(|value| (*unit, value)));
        let mut rows: Vec<(String, Row<'_>)> =
            units.map(|(unit, value)| (label(folder, unit, value), Row::Unit(value))).collect();
        rows.push((context.words.get("tally-total"), Row::All));
        rows.push((context.words.get("plan-row-second"), Row::Second));
        let counts = counts(folder, self.shares, &names);
        let waves = Wave::ALL.iter().map(|(wave, _)| *wave);
        let waves = waves.filter(|wave| *wave != Wave::Gold || self.shares.iter().any(Share::is_gold));
        rows.extend(waves.map(|wave| (format!("  {}", context.words.get(wave.label())), Row::Wave(wave))));
        let space = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let line = |name: &str, cell: &dyn Fn(&str) -> String| {
            let cells: String = names.iter().map(|name| right(&cell(name), width(name).max(6) + 2)).collect();
            format!("  {}{cells}", padded(name, space))
        };
        context.print(&line("", &|name| name.to_owned()))?;
        rows.iter().try_for_each(|(name, row)| {
            context.print(&line(name, &|coder| counts.get(&(*row, coder)).copied().unwrap_or_default().to_string()))
        })
    }
}

/// The cases that a row of the table counts for each coder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Row<'a> {
    /// Those of a unit.
    Unit(&'a str),
    /// All.
    All,
    /// Those that are coded a second time.
    Second,
    /// Those of a wave.
    Wave(Wave),
}

/// How many cases each row counts for each coder; the gold cases are everybody's.
fn counts<'a>(
    folder: &'a Folder,
    shares: &'a TiSlice<CaseIx, Share>,
    names: &[&'a str],
) -> BTreeMap<(Row<'a>, &'a str), usize> {
    let unit = folder.protocol.unit();
    let mut counts = BTreeMap::new();
    for (case, share) in shares.iter_enumerated() {
        let value = unit.map_or("", |unit| folder.cases.value(case, unit));
        let first = [Row::Unit(value), Row::All].map(|row| (row, &*share.coder));
        let again = names.iter().copied().filter(|name| share.is_gold() && **name != *share.coder);
        let again = again.chain([&*share.second]).map(|coder| (Row::Second, coder));
        let wave = names.iter().copied().filter(|name| share.is_gold() || **name == *share.second);
        let wave = share.wave.into_iter().flat_map(|at| wave.clone().map(move |coder| (Row::Wave(at), coder)));
        for key in first.into_iter().chain(again).chain(wave) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}
