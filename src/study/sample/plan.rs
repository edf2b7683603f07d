//! Who codes which case: the cases shared between coders, and a sample of them coded twice.

use super::{Stratum, number, strata};
use crate::study::case::CaseList;
use crate::study::case::plan::{Share, Wave};
use crate::study::index::CaseIx;
use crate::study::protocol::Protocol;
use std::collections::{BTreeMap, VecDeque};
use typed_index_collections::{TiSlice, TiVec};

/// What a plan is asked for.
#[derive(Debug)]
pub struct Request<'a> {
    /// Who codes.
    pub coders: &'a [String],
    /// How many cases are coded twice, unless as usual.
    pub twice: Option<Twice>,
    /// The seed.
    pub seed: &'a str,
    /// What everybody codes first, if anything.
    pub gold: Gold<'a>,
}

/// How many cases are coded twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twice {
    /// So many.
    Cases(usize),
    /// So many percent of all, rounded up.
    Percent(usize),
}

/// The cases that everybody codes before the others.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gold<'a> {
    /// How many there are to be, those that stay and those that somebody chose among them.
    pub n: usize,
    /// Those that somebody chose, by their places.
    pub chosen: &'a [CaseIx],
    /// Whose answers the others' are compared with.
    pub reference: &'a str,
}

/// What a plan may not change in a case.
#[derive(Debug, Clone, Default)]
pub struct Constraint {
    /// Who keeps it.
    pub coder: Option<String>,
    /// Who owns it now, if somebody took it over.
    pub owner: Option<String>,
    /// Who keeps coding it a second time.
    pub second: Option<String>,
    /// Whether it cannot be reviewed.
    pub dropped: bool,
    /// Whether everybody codes it first, and goes on doing so.
    pub gold: bool,
    /// Whether somebody else than the reference has begun it: too late for it to be coded by everybody first.
    pub begun: bool,
}

impl Constraint {
    /// Whether it can be made a case that everybody codes first.
    pub fn may_be_gold(&self) -> bool {
        !(self.gold || self.dropped || self.begun)
    }
}

/// How many of so many cases are coded twice: as many as are asked for, else a fifth and at least 24 of up to 500 cases,
/// a twentieth and at least 100 of more.
pub fn doubled(cases: usize, twice: Option<Twice>) -> usize {
    let share = |percent: usize| (cases * percent).div_ceil(100);
    let wanted = match twice {
        None => share(20).clamp(24, share(5).max(100)),
        Some(Twice::Cases(n)) => n,
        Some(Twice::Percent(percent)) => share(percent),
    };
    wanted.min(cases)
}

/// The share of every case: what is held stays, the gold cases are for everybody, all other cases are shared evenly, per
/// unit and sex and as a whole, and a sample of them is coded by another coder too.
pub fn plan(
    list: &CaseList,
    protocol: &Protocol,
    held: &TiSlice<CaseIx, Constraint>,
    request: &Request<'_>,
) -> TiVec<CaseIx, Share> {
    let per: Vec<usize> = protocol.unit().into_iter().chain(protocol.sex()).collect();
    let strata = strata(list, protocol, &per, &format!("{}|plan", request.seed));
    let mut shares = TiVec::from(vec![Share::default(); list.files().len()]);
    gild(&strata, held, request, &mut shares);
    let mut load = Workload::new(request.coders);
    for stratum in &strata {
        load.enter(stratum, protocol.unit().is_some());
        deal(stratum, held, &mut load, &mut shares);
    }
    let chosen = chosen(list, &strata, held, &shares, request);
    second(&chosen, held, request.coders, &mut shares);
    wave(&mut shares);
    shares
}

/// How many cases every coder has: in the stratum, in the unit and in all.
struct Workload<'a> {
    coders: &'a [String],
    unit: String,
    counts: Vec<[usize; 3]>,
}

impl<'a> Workload<'a> {
    fn new(coders: &'a [String]) -> Self {
        Self { coders, unit: String::new(), counts: vec![[0; 3]; coders.len()] }
    }

    /// Begins a stratum.
    fn enter(&mut self, stratum: &Stratum, has_unit: bool) {
        let unit = stratum.values.first().filter(|_| has_unit).cloned().unwrap_or_default();
        let same = self.unit == unit;
        self.unit = unit;
        for [in_stratum, in_unit, _] in &mut self.counts {
            (*in_stratum, *in_unit) = (0, if same { *in_unit } else { 0 });
        }
    }

    fn add(&mut self, coder: &str) {
        let at = self.coders.iter().position(|known| known == coder);
        let counts = at.and_then(|at| self.counts.get_mut(at));
        counts.into_iter().flatten().for_each(|count| *count += 1);
    }

    /// Who has least: somebody else than the one who codes the case a second time, if there is anybody.
    fn least(&self, second: Option<&str>) -> Option<&'a str> {
        let coders = self.coders.iter().zip(&self.counts);
        let least = coders.min_by_key(|(coder, counts)| (Some(coder.as_str()) == second, **counts));
        least.map(|(coder, _)| coder.as_str())
    }
}

/// Makes the gold cases: those that are, those that somebody chose, and as many more as are missing, drawn over the strata.
///
/// Each has the reference as its coder; the others code it too, so that it is nobody's load more than anybody else's.
fn gild(
    strata: &[Stratum],
    held: &TiSlice<CaseIx, Constraint>,
    request: &Request<'_>,
    shares: &mut TiSlice<CaseIx, Share>,
) {
    let Gold { n, chosen, reference } = request.gold;
    let of = |case: CaseIx| held.get(case).cloned().unwrap_or_default();
    let mut gold: Vec<CaseIx> = shares.keys().filter(|&case| of(case).gold || chosen.contains(&case)).collect();
    let counted = gold.iter().filter(|&&case| !of(case).dropped).count();
    let is_open = |case: &CaseIx| of(*case).may_be_gold() && !chosen.contains(case);
    let open: Vec<Vec<CaseIx>> =
        strata.iter().map(|stratum| stratum.cases.iter().copied().filter(is_open).collect()).collect();
    let sizes = sizes(&open, n.saturating_sub(counted), request.seed, "gold");
    gold.extend(open.iter().zip(sizes).flat_map(|(cases, n)| cases.iter().copied().take(n)));
    for case in gold {
        let coder = of(case).coder.filter(|_| of(case).gold).unwrap_or_else(|| reference.to_owned());
        if let Some(share) = shares.get_mut(case) {
            *share = Share { coder: coder.into(), wave: Some(Wave::Gold), ..Share::default() };
        }
    }
}

/// How many cases to take of each stratum, so many in all: a systematic draw with a random start, so that each has its part.
fn sizes(strata: &[Vec<CaseIx>], wanted: usize, seed: &str, what: &str) -> Vec<usize> {
    let all = strata.iter().map(Vec::len).sum::<usize>();
    let wanted = wanted.min(all);
    let start = number(seed, what).get(..12).and_then(|hex| usize::from_str_radix(hex, 16).ok());
    let start = start.unwrap_or_default() % all.max(1);
    let mut from = 0;
    let size = |cases: &Vec<CaseIx>| {
        let drawn = from..from + cases.len();
        from = drawn.end;
        (0..wanted).filter(|nth| drawn.contains(&((nth * all + start) / wanted))).count()
    };
    strata.iter().map(size).collect()
}

/// Deals the cases of a stratum: those that are begun first, then each to the coder who has least.
fn deal(
    stratum: &Stratum,
    held: &TiSlice<CaseIx, Constraint>,
    load: &mut Workload<'_>,
    shares: &mut TiSlice<CaseIx, Share>,
) {
    let coder = |case: CaseIx| held.get(case).and_then(|held| held.coder.as_deref());
    let cases = stratum.cases.iter().copied();
    let cases: Vec<CaseIx> = cases.filter(|&case| !shares.get(case).is_some_and(Share::is_gold)).collect();
    for &case in &cases {
        if let (Some(coder), Some(share)) = (coder(case), shares.get_mut(case)) {
            load.add(held.get(case).and_then(|held| held.owner.as_deref()).unwrap_or(coder));
            share.coder = coder.into();
        }
    }
    for &case in cases.iter().filter(|&&case| coder(case).is_none()) {
        let second = held.get(case).and_then(|held| held.second.as_deref());
        if let (Some(coder), Some(share)) = (load.least(second), shares.get_mut(case)) {
            load.add(coder);
            share.coder = coder.into();
        }
    }
}

/// The cases that are coded twice: those that are begun, and as many more as are missing.
///
/// Within a stratum, the cases are taken in drawn order, each from the coder who has fewest so far.
fn chosen(
    list: &CaseList,
    strata: &[Stratum],
    held: &TiSlice<CaseIx, Constraint>,
    shares: &TiSlice<CaseIx, Share>,
    request: &Request<'_>,
) -> Vec<CaseIx> {
    if request.coders.len() < 2 {
        return Vec::new();
    }
    let begun = |case: CaseIx| held.get(case).is_some_and(|held| held.second.is_some());
    let dropped = |case: CaseIx| held.get(case).is_some_and(|held| held.dropped);
    let is_gold = |case: CaseIx| shares.get(case).is_some_and(Share::is_gold);
    let mut chosen: Vec<CaseIx> = list.files().filter(|&case| begun(case) && !is_gold(case)).collect();
    let is_open = |case: &CaseIx| !begun(*case) && !dropped(*case) && !is_gold(*case);
    let open = strata.iter().map(|stratum| stratum.cases.iter().copied().filter(is_open).collect());
    let open: Vec<Vec<CaseIx>> = open.collect();
    let all = open.iter().map(Vec::len).sum::<usize>();
    let wanted = doubled(all + chosen.len(), request.twice).saturating_sub(chosen.len());
    let mut load: BTreeMap<&str, usize> = BTreeMap::new();
    let sizes = sizes(&open, wanted, request.seed, "second");
    for (cases, n) in open.into_iter().zip(sizes) {
        let mut own: BTreeMap<&str, VecDeque<(usize, CaseIx)>> = BTreeMap::new();
        for (at, case) in cases.into_iter().enumerate() {
            own.entry(shares.get(case).map_or("", |share| &share.coder)).or_default().push_back((at, case));
        }
        for _ in 0..n {
            let fewest = |(coder, cases): &(&&str, &mut VecDeque<(usize, CaseIx)>)| {
                (load.get(**coder).copied().unwrap_or_default(), cases.front().copied())
            };
            let filled = own.iter_mut().filter(|(_, cases)| !cases.is_empty());
            let Some((coder, cases)) = filled.min_by_key(fewest) else { break };
            *load.entry(*coder).or_default() += 1;
            chosen.extend(cases.pop_front().map(|(_, case)| case));
        }
    }
    chosen
}

/// Gives each chosen case a second coder: who has begun that, else who has least among those who do not have the case.
fn second(
    chosen: &[CaseIx],
    held: &TiSlice<CaseIx, Constraint>,
    coders: &[String],
    shares: &mut TiSlice<CaseIx, Share>,
) {
    let mut load: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for &case in chosen {
        let (Some(share), Some(held)) = (shares.get_mut(case), held.get(case)) else { continue };
        let first = held.owner.as_deref().unwrap_or(&share.coder).to_owned();
        let may = |coder: &&str| *coder != first && *coder != &*share.coder;
        let others = coders.iter().map(String::as_str).filter(may);
        let count = |coder: &&str| {
            let pair = pairs.get(&(first.clone(), *coder)).copied().unwrap_or_default();
            (load.get(coder).copied().unwrap_or_default(), pair)
        };
        let held = held.second.as_deref().filter(may);
        let Some(coder) = held.or_else(|| others.min_by_key(count)) else { continue };
        *load.entry(coder).or_default() += 1;
        *pairs.entry((first, coder)).or_default() += 1;
        share.second = coder.into();
    }
}

/// Puts each coder's cases that are coded twice into three waves, by where they stand in the coder's own order: the
/// early ones are coded early without the coder knowing which they are.
fn wave(shares: &mut TiSlice<CaseIx, Share>) {
    let mut own: BTreeMap<Box<str>, Vec<&mut Share>> = BTreeMap::new();
    for share in shares.iter_mut().filter(|share| !share.second.is_empty()) {
        own.entry(share.coder.clone()).or_default().push(share);
    }
    for shares in own.into_values() {
        let all = shares.len();
        for (nth, share) in shares.into_iter().enumerate() {
            share.wave = Wave::THIRDS.get(nth * Wave::THIRDS.len() / all).copied();
        }
    }
}
