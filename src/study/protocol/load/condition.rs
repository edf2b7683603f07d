//! A condition of a protocol file.

use super::Item;
use super::reader::{Reader, entries, scalar};
use super::source::Source;
use crate::base::fault::Result;
use crate::msg;
pub(crate) use crate::study::protocol::condition::{Domain, Scope};
use crate::study::protocol::filter::formula::Expr;
use crate::study::protocol::filter::{Bound, Filter, Term, Test};
use std::ops::Range;
use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;

pub(crate) const TEST: [&str; 4] = ["not", "min", "max", "answered"];
/// The entry of a condition, and the field of a question, that holds a formula.
pub(crate) const FORMULA: &str = "formula";
/// The field of a bound that is no value.
pub(crate) const BOUND: [&str; 1] = ["of"];

/// The filter that stands in the field `field`.
pub(crate) fn filter(source: &Source<'_>, item: &Item<'_>, field: &str, scope: &Scope<'_>) -> Filter {
    let entries = entries(source, item, field);
    if entries.is_empty() && item.get_ref().is_table() {
        source.wrong(item.span(), msg!("protocol-condition-empty"), msg!("protocol-condition-empty-hint"));
    }
    let terms = entries.into_iter().filter_map(|(name, item)| match name.get_ref().as_str() {
        "any" => any(source, item, scope),
        FORMULA if is_formula(item, scope) => formula(source, item, scope).map(Term::Formula),
        key => match scope.key(key) {
            Ok((key, domain)) => Some(Term::Is(key, test(source, item, name.get_ref(), &Asked { scope, domain })?)),
            Err(faults) => {
                source.faults(&name.span(), faults);
                None
            }
        },
    });
    Filter { terms: terms.collect() }
}

/// Whether the entry `formula` is one: a question or a column may be called so, too.
fn is_formula(item: &Item<'_>, scope: &Scope<'_>) -> bool {
    scope.key(FORMULA).is_err() || item.get_ref().as_str().is_some_and(|text| text.contains("${"))
}

/// A formula over the names of a scope.
pub(crate) fn formula(source: &Source<'_>, item: &Item<'_>, scope: &Scope<'_>) -> Option<Expr> {
    let text = item.get_ref().as_str().or_else(|| source.wrong_type(item, FORMULA, "string"))?;
    let text: String = text.nfc().collect();
    let read = Expr::parse(&scope.text(&text)).and_then(|expr| expr.resolved(scope));
    read.map_err(|faults| source.faults(&item.span(), faults)).ok()
}

fn any(source: &Source<'_>, item: &Item<'_>, scope: &Scope<'_>) -> Option<Term> {
    match item.get_ref().as_array() {
        Some(filters) if !filters.is_empty() => {
            Some(Term::Any(filters.iter().map(|item| filter(source, item, "any", scope)).collect()))
        }
        _ => source.wrong_type(item, "any", "tables"),
    }
}

/// What a condition asks for, and of what.
struct Asked<'s, 'a> {
    scope: &'s Scope<'a>,
    domain: Domain<'a>,
}

fn test(source: &Source<'_>, item: &Item<'_>, field: &str, asked: &Asked<'_, '_>) -> Option<Test> {
    if !item.get_ref().is_table() {
        return Some(Test::In(values(source, item, field, asked)?));
    }
    let table = Reader::of(source, item, field, &TEST)?;
    match (table.get("not"), table.get("min").or(table.get("max")), table.get("answered")) {
        (Some(unwanted), None, None) => Some(Test::NotIn(values(source, unwanted, "not", asked)?)),
        (None, Some(_), None) => {
            let bound = |field| table.get(field).and_then(|item| bound(source, item, field, asked));
            let (min, max) = (bound("min"), bound("max"));
            ordered(source, item.span(), min.as_ref(), max.as_ref());
            Some(Test::Between { min, max })
        }
        (None, None, Some(_)) => Some(Test::Answered(table.flag("answered"))),
        _ => {
            source.wrong(item.span(), msg!("protocol-condition-form", field = field), msg!("protocol-condition-hint"));
            None
        }
    }
}

/// A bound: a number or a date, or `{ of = "…" }` for what stands in another place.
fn bound(source: &Source<'_>, item: &Item<'_>, field: &str, asked: &Asked<'_, '_>) -> Option<Bound> {
    if !item.get_ref().is_table() {
        return checked(source, item, field, |text| asked.domain.bound(&asked.scope.text(text))).map(Bound::Value);
    }
    let table = Reader::of(source, item, field, &BOUND)?;
    let name = table.required("of");
    let (key, other) = asked.scope.key(&name).map_err(|faults| source.faults(&item.span(), faults)).ok()?;
    if !asked.domain.compares(&other) {
        source.wrong(item.span(), msg!("condition-bound-of", name = name), msg!("condition-bound-of-hint"));
        return None;
    }
    Some(Bound::Of(key))
}

/// Notes a lower bound above the upper one.
fn ordered(source: &Source<'_>, span: Range<usize>, min: Option<&Bound>, max: Option<&Bound>) {
    let (Some(lower), Some(upper)) = (min, max) else { return };
    if lower.is_above(upper)
        && let (Bound::Value(min), Bound::Value(max)) = (lower, upper)
    {
        let message = msg!("protocol-bounds", min = min.as_str(), max = max.as_str());
        source.wrong(span, message, msg!("protocol-bounds-hint"));
    }
}

/// A value or a list of values, each of which can be an answer.
fn values(source: &Source<'_>, item: &Item<'_>, field: &str, asked: &Asked<'_, '_>) -> Option<Vec<String>> {
    let items = match item.get_ref() {
        DeValue::Array(items) => items.as_ref(),
        _ => std::slice::from_ref(item),
    };
    if items.is_empty() {
        source.wrong(item.span(), msg!("protocol-condition-form", field = field), msg!("protocol-condition-hint"));
        return None;
    }
    let value = |text: &str| asked.domain.value(&asked.scope.text(text));
    Some(items.iter().filter_map(|item| checked(source, item, field, value)).collect())
}

/// A value that passes a check, or its fault noted.
fn checked(
    source: &Source<'_>,
    item: &Item<'_>,
    field: &str,
    check: impl Fn(&str) -> Result<String>,
) -> Option<String> {
    let text = scalar(item).or_else(|| source.wrong_type(item, field, "value"))?;
    check(&text).map_err(|faults| source.faults(&item.span(), faults)).ok()
}
