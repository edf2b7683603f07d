//! What was drawn, as a table and as JSON.

use super::{columns, labels};
use crate::base::fault::Result;
use crate::base::text::{padded, right, width};
use crate::cli::commands::Context;
use crate::msg;
use crate::study::case::{Case, CaseList};
use crate::study::index::{At, CaseIx};
use crate::study::protocol::Protocol;
use crate::study::sample::Stratum;
use crate::study::sample::draw::{Difference, Draw};
use serde_json::{Map, Value, json};
use typed_index_collections::TiSlice;

/// A draw with what it was made from.
pub(crate) struct Drawing<'a> {
    pub(crate) draw: &'a Draw,
    pub(crate) strata: &'a [Stratum],
    pub(crate) frame: &'a CaseList,
    pub(crate) protocol: &'a Protocol,
}

impl Drawing<'_> {
    /// What was drawn, stratum by stratum.
    pub(crate) fn show(&self, context: &mut Context<'_>) -> Result<()> {
        let Self { draw, strata, frame, protocol } = self;
        let drawn = draw.strata.iter().map(|stratum| stratum.drawn).sum::<usize>();
        let seed = draw.seed.as_str();
        context.say(&msg!("draw-made", drawn = drawn, all = frame.cases.len(), seed = seed))?;
        let per = columns(&draw.per, protocol)?;
        let names: Vec<String> =
            draw.strata.iter().map(|stratum| labels(protocol, &per, &stratum.values).join(", ")).collect();
        let space = names.iter().map(|name| width(name)).max().unwrap_or(0).max(10);
        let heads = ["draw-head-frame", "draw-head-wanted", "draw-head-drawn"].map(|key| context.words.get(key));
        let numbers = |cells: [String; 3]| cells.iter().map(|cell| right(cell, 10)).collect::<String>();
        let reserve = context.words.get("draw-head-reserve");
        context.print(&format!("  {}{}  {reserve}", padded("", space), numbers(heads)))?;
        for ((name, stratum), cases) in names.iter().zip(&draw.strata).zip(*strata) {
            let next = cases.cases.get(stratum.drawn).and_then(|&next| frame.cases.get(next));
            let next = next.map_or("–", |case| case.id.as_str());
            let cells = [stratum.frame, stratum.wanted, stratum.drawn].map(|n| n.to_string());
            context.print(&format!("  {}{}  {next}", padded(name, space), numbers(cells)))?;
        }
        self.tell_short(context)?;
        if !draw.added.is_empty() {
            context.say(&msg!("draw-added", ids = draw.added.join(", ")))?;
        }
        Ok(())
    }

    /// Tells where the frame fell short.
    fn tell_short(&self, context: &mut Context<'_>) -> Result<()> {
        let per = columns(&self.draw.per, self.protocol)?;
        for stratum in self.draw.strata.iter().filter(|stratum| stratum.short() > 0) {
            let (drawn, wanted) = (stratum.drawn, stratum.drawn + stratum.short());
            let names = labels(self.protocol, &per, &stratum.values);
            context.say(&match names.split_first() {
                Some((unit, rest)) if !rest.is_empty() => {
                    let what = rest.join(", ").to_lowercase();
                    msg!("draw-short-of", unit = unit.as_str(), what = what, drawn = drawn, wanted = wanted)
                }
                _ => msg!("draw-short", what = names.concat(), drawn = drawn, wanted = wanted),
            })?;
        }
        Ok(())
    }

    /// The same as JSON, with the cases that are new and the stated totals that the frame differs from.
    pub(crate) fn as_json(&self, new: &TiSlice<CaseIx, Case>, differences: &[Difference]) -> Value {
        let named = |values: &mut dyn Iterator<Item = (&str, &str)>| {
            values.map(|(name, value)| (name.to_owned(), value.into())).collect::<Map<String, Value>>()
        };
        let id = |&place: &CaseIx| self.frame.cases.at(place).id.as_str();
        let strata = self.draw.strata.iter().zip(self.strata).map(|(drawn, stratum)| {
            let mut values = self.draw.per.iter().map(String::as_str).zip(drawn.values.iter().map(String::as_str));
            json!({
                "values": named(&mut values), "frame": drawn.frame, "wanted": drawn.wanted, "drawn": drawn.drawn,
                "short": drawn.short(), "replaced": drawn.replaced,
                "reserve": stratum.cases.iter().skip(drawn.drawn).map(id).collect::<Vec<_>>(),
            })
        });
        let attribute = |place: usize| self.protocol.attributes.get(place).map_or("", |known| known.id.as_str());
        let differs = differences.iter().map(|one| {
            let mut values = one.values.iter().map(|(place, value)| (attribute(*place), value.as_str()));
            json!({ "values": named(&mut values), "parts": one.parts, "stated": one.stated })
        });
        json!({
            "seed": self.draw.seed, "date": self.draw.date, "per": self.draw.per, "frame": self.frame.cases.len(),
            "drawn": self.draw.strata.iter().map(|stratum| stratum.drawn).sum::<usize>(), "added": self.draw.added,
            "new": new.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), "strata": strata.collect::<Vec<_>>(),
            "differences": differs.collect::<Vec<_>>(),
        })
    }
}
