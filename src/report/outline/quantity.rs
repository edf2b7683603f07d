//! Words for shares, such as "the majority": only those that the outline states, each from a percent on, and never without
//! the count.

use super::named::Named;
use crate::base::fault::{Fault, Result};
use crate::base::language::prose::capitalised;
use crate::msg;
use crate::report::{Block, Section, Source};
use crate::study::protocol::load::reader::{Reader, scalar};

/// The words that an outline states under `shares`, the highest first.
pub(super) fn read(root: &Reader<'_>) -> Vec<(u32, String)> {
    if root.get("shares").is_none() {
        return Vec::new();
    }
    let mut shares: Vec<(u32, String)> = Vec::new();
    for (word, value) in root.entries("shares") {
        let from = scalar(value).and_then(|text| text.parse().ok()).filter(|from| *from <= 100);
        match from {
            Some(from) if shares.iter().all(|(known, _)| *known != from) => {
                shares.push((from, word.get_ref().clone()));
            }
            _ => root.source.wrong(value.span(), msg!("outline-quantity"), msg!("outline-quantity-hint")),
        }
    }
    shares.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
    shares
}

/// The word for a share, with its count and base as they are `told`; judged by integers alone.
pub(super) fn told(source: Source<'_>, (k, n): (u32, u32), told: [String; 2], named: &mut Named) -> Result<String> {
    if named.shares.is_empty() {
        return Err(Fault::new(msg!("outline-quantity-off")).hint(msg!("outline-quantity-off-hint")).into());
    }
    let is_reached = |from: u32| 100 * u64::from(k) >= u64::from(from) * u64::from(n);
    let Some((_, word)) = named.shares.iter().find(|(from, _)| is_reached(*from)) else {
        return Err(Fault::new(msg!("outline-quantity-none", k = k, n = n)).hint(msg!("outline-quantity-hint")).into());
    };
    let [k, n] = told;
    named.is_worded = true;
    Ok(source.words.say(&msg!("outline-quantity-told", word = word.as_str(), k = k, n = n)))
}

/// What each of the words stands for, where any is used.
pub(super) fn stated(source: Source<'_>, named: &Named) -> Option<Section> {
    let word = |(from, word): &(u32, String)| {
        source.words.say(&msg!("outline-quantity-from", word = capitalised(word), from = *from))
    };
    named.is_worded.then(|| {
        let items = named.shares.iter().map(word).collect();
        let blocks = vec![Block::Items(items)];
        Section { blocks, ..Section::new("shares", source.words.get("outline-quantity-heading")) }
    })
}
