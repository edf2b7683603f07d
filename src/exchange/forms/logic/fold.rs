//! Joining parts of conditions to a filter that TOML can say: a table has a key once, and so `any`.

use crate::base::fault::{Fault, Result};
use crate::msg;
use crate::study::protocol::filter::formula::{Expr, Operator};
use crate::study::protocol::filter::{Filter, Key, Term, Test};

/// At most this many alternatives come of multiplying out.
const MOST: usize = 64;

/// One part of a condition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    /// A test of a key.
    Is(Key, Test),
    /// The key has no answer, or one that is none of some.
    Unlike(Key, Vec<String>),
    /// All parts of one of some hold.
    Any(Vec<Vec<Self>>),
    /// A formula holds.
    Formula(Expr),
}

/// What must hold for all of them to hold.
pub(crate) fn all(each: Vec<Vec<Part>>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::new();
    for part in each.into_iter().flatten() {
        let met = joined.iter().position(|other| both(other, &part).is_some());
        match met.and_then(|place| joined.get_mut(place)) {
            Some(other) => {
                *other = both(other, &part).unwrap_or(part);
                // What came of two may join with a third.
                joined = all(vec![joined]);
            }
            None => joined.push(part),
        }
    }
    joined
}

/// Two parts about one key said in one, if that can be.
fn both(one: &Part, other: &Part) -> Option<Part> {
    if one == other { Some(one.clone()) } else { said(one, other).or_else(|| said(other, one)) }
}

fn said(one: &Part, other: &Part) -> Option<Part> {
    use Test::{Answered, Between, NotIn};
    let key = match (one, other) {
        (Part::Is(key, _) | Part::Unlike(key, _), Part::Is(of, _) | Part::Unlike(of, _)) if key == of => *key,
        _ => return None,
    };
    match (one, other) {
        (Part::Unlike(_, some), Part::Unlike(_, more)) => Some(Part::Unlike(key, union(some, more))),
        (Part::Is(_, NotIn(some)), Part::Is(_, NotIn(more)) | Part::Unlike(_, more)) => {
            Some(Part::Is(key, NotIn(union(some, more))))
        }
        (Part::Is(_, Answered(true)), Part::Unlike(_, some)) => Some(Part::Is(key, NotIn(some.clone()))),
        (Part::Is(_, Answered(true)), Part::Is(_, test)) if *test != Answered(false) => Some(other.clone()),
        // Bounds that cross stay apart: a table of TOML cannot hold both.
        (Part::Is(_, Between { min: Some(min), max: None }), Part::Is(_, Between { min: None, max: Some(max) }))
            if !min.is_above(max) =>
        {
            Some(Part::Is(key, Between { min: Some(min.clone()), max: Some(max.clone()) }))
        }
        _ => None,
    }
}

fn union(some: &[String], more: &[String]) -> Vec<String> {
    some.iter().chain(more.iter().filter(|value| !some.contains(value))).cloned().collect()
}

/// What must hold for one of them to hold.
pub(crate) fn any(each: Vec<Vec<Part>>) -> Result<Vec<Part>> {
    let mut joined: Vec<Vec<Part>> = Vec::new();
    for parts in each.into_iter().flat_map(alternatives) {
        let same = joined.iter_mut().find_map(|other| match (other.as_mut_slice(), parts.as_slice()) {
            ([Part::Is(key, Test::In(values))], [Part::Is(of, Test::In(more))]) if key == of => Some((values, more)),
            _ => None,
        });
        match same {
            // What always holds makes the rest idle.
            None if parts.is_empty() => return Ok(Vec::new()),
            None => joined.push(parts),
            Some((values, more)) => *values = union(values, more),
        }
    }
    match joined.len() {
        0 => Err(Fault::new(msg!("exchange-never")).into()),
        1 => Ok(joined.into_iter().flatten().collect()),
        _ => Ok(vec![Part::Any(joined)]),
    }
}

/// The alternatives that parts consist of, where they are nothing else.
fn alternatives(parts: Vec<Part>) -> Vec<Vec<Part>> {
    match parts.as_slice() {
        [Part::Any(inner)] => inner.clone(),
        [Part::Unlike(key, values)] => unlike(*key, values.clone()),
        _ => vec![parts],
    }
}

fn unlike(key: Key, values: Vec<String>) -> Vec<Vec<Part>> {
    vec![vec![Part::Is(key, Test::Answered(false))], vec![Part::Is(key, Test::NotIn(values))]]
}

/// The filter for parts that must all hold.
pub(crate) fn fold(parts: Vec<Part>) -> Result<Filter> {
    let mut tests: Vec<(Key, Test)> = Vec::new();
    let mut again: Vec<Part> = Vec::new();
    let mut formulas: Vec<Expr> = Vec::new();
    let mut either: Option<(usize, Vec<Vec<Part>>)> = None;
    for part in parts {
        match part {
            Part::Is(key, _) if tests.iter().any(|(used, _)| *used == key) => again.push(part),
            Part::Is(key, test) => tests.push((key, test)),
            Part::Unlike(key, values) => either = Some(multiplied(either, tests.len(), unlike(key, values))?),
            Part::Any(alternatives) => either = Some(multiplied(either, tests.len(), alternatives)?),
            Part::Formula(expr) => formulas.push(expr),
        }
    }
    if !again.is_empty() {
        either = Some(multiplied(either, tests.len(), vec![again])?);
    }
    let mut terms: Vec<Term> = tests.into_iter().map(|(key, test)| Term::Is(key, test)).collect();
    if let Some((place, alternatives)) = either {
        let filters = alternatives.into_iter().map(fold).collect::<Result<Vec<_>>>()?;
        terms.insert(place, Term::Any(filters.into_iter().flat_map(opened).collect()));
    }
    terms.extend(Expr::joined(formulas, Operator::And).map(Term::Formula));
    Ok(Filter { terms })
}

/// The alternatives that a filter consists of, where it is nothing else.
fn opened(filter: Filter) -> Vec<Filter> {
    match filter.terms.as_slice() {
        [Term::Any(inner)] => inner.clone(),
        _ => vec![filter],
    }
}

/// `(a or b) and (c or d)` as `(a and c) or (a and d) or (b and c) or (b and d)`, with the place it has in the filter.
fn multiplied(
    some: Option<(usize, Vec<Vec<Part>>)>,
    place: usize,
    more: Vec<Vec<Part>>,
) -> Result<(usize, Vec<Vec<Part>>)> {
    let Some((place, some)) = some else { return Ok((place, more)) };
    if some.len() * more.len() > MOST {
        return Err(Fault::new(msg!("exchange-too-many-alternatives")).into());
    }
    let pairs = some.iter().flat_map(|one| more.iter().map(|other| all(vec![one.clone(), other.clone()])));
    Ok((place, pairs.collect()))
}
