//! The figures inside the inspector's own paragraphs: `{count plan=yes}`, filled anew at each run.
//!
//! A condition is that of the command line; several stand with `&` between them. A share is of the base of the first
//! question that is named, among the cases that meet the other conditions.

use super::named::{Named, places};
use super::{names, number, quantity};
use crate::analysis::tables::sentence::statement::Figure;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::language::prose::{Noun, capitalised};
use crate::base::placeholder::{Piece, pieces};
use crate::base::suggest::suggestion;
use crate::msg;
use crate::report::split::{Breakdown, Subgroup};
use crate::report::{Source, question};
use crate::study::answers::case_view::{CellStatus, Row};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::load::source::Source as File;
use crate::study::protocol::{Kind, Per};
use std::collections::BTreeMap;
use std::ops::Range;

/// The fields.
const FIELDS: [&str; 18] = [
    "count",
    "words",
    "pct",
    "share",
    "sum",
    "spread",
    "base",
    "mean",
    "median",
    "least",
    "most",
    "lower",
    "upper",
    "quartiles",
    "quantity",
    "sexes",
    "units",
    "names",
];
/// What a hidden figure reads.
const HIDDEN: &str = "..";

/// A paragraph with its fields filled; what cannot be filled is noted at its line; and what its figures
/// count, if it has any.
pub(crate) fn filled(
    source: Source<'_>,
    file: &File<'_>,
    span: &Range<usize>,
    text: &str,
    named: &mut Named,
) -> (String, Option<Per>) {
    let mut values = BTreeMap::new();
    let mut pers = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Field(field) => match value(source, field, named) {
                Ok((value, per)) => {
                    values.insert(field, value);
                    pers.push(per);
                }
                Err(faults) => {
                    let told = faults.0.into_iter().map(|fault| fault.exit(Exit::Refused));
                    told.for_each(|fault| file.fault(file.within(span, field), fault));
                }
            },
            Piece::Stray(brace) => {
                let fault = Fault::new(msg!("protocol-brace", brace = brace.to_string()));
                file.fault(file.within(span, text), fault.hint(msg!("protocol-brace-hint")));
            }
            Piece::Text(_) => {}
        }
    }
    let text = pieces(text).into_iter().fold(String::new(), |text, piece| match piece {
        Piece::Field(field) => text.clone() + &begun(&text, values.get(field).map_or("", String::as_str)),
        Piece::Text(own) => text + own,
        Piece::Stray(_) => text,
    });
    (text, pers.into_iter().max())
}

/// A figure with a capital where it begins a sentence.
fn begun(before: &str, figure: &str) -> String {
    let is_first =
        before.trim_end().is_empty() || before.ends_with([' ', '\n']) && before.trim_end().ends_with(['.', '!', '?']);
    if is_first { capitalised(figure) } else { figure.to_owned() }
}

/// What a field reads, and what it counts.
fn value(source: Source<'_>, field: &str, named: &mut Named) -> Result<(String, Per)> {
    let (kind, rest) = field.split_once(char::is_whitespace).unwrap_or((field, ""));
    if !FIELDS.contains(&kind) {
        let fault = Fault::new(msg!("outline-field", name = kind));
        return Err(fault.hint(suggestion(kind, FIELDS)).into());
    }
    let rest = rest.trim();
    if rest.is_empty() {
        return Err(Fault::new(msg!("outline-field-empty", name = kind)).hint(msg!("outline-field-hint")).into());
    }
    match kind {
        "count" | "words" | "pct" | "share" | "sum" | "spread" | "quantity" => of_condition(source, kind, rest, named),
        _ => of_question(source, kind, rest, named),
    }
}

/// What is told of a question as a whole, or of the cases that meet conditions.
fn of_question(source: Source<'_>, kind: &str, rest: &str, named: &mut Named) -> Result<(String, Per)> {
    let protocol = source.protocol();
    let (name, conditions) = rest.split_once('&').map_or((rest, ""), |(name, rest)| (name.trim(), rest.trim()));
    let Some(place) = places(protocol, name).and_then(|places| places.first().copied()) else {
        let known = protocol.questions.iter().map(|question| question.id.as_str());
        let message = msg!("outline-unknown", what = "question", name = name);
        return Err(Fault::new(message).hint(suggestion(name, known)).into());
    };
    let question = protocol.questions.at(place);
    named.questions.insert(place);
    if kind == "names" {
        return Ok((given(source, place, name, conditions, named)?, question.per));
    }
    if kind != "base" && !matches!(question.kind, Kind::Number { .. }) {
        let message = msg!("outline-field-number", name = kind, question = name);
        return Err(Fault::new(message).hint(msg!("outline-field-number-hint")).into());
    }
    let none = || Faults::from(Fault::new(msg!("outline-field-none", name = kind, question = name)));
    if matches!(kind, "sexes" | "units") {
        if !conditions.is_empty() {
            return Err(Fault::new(msg!("outline-field-whole", name = kind))
                .hint(msg!("outline-field-whole-hint"))
                .into());
        }
        return Ok((number::by_group(source, place, kind == "sexes").ok_or_else(none)?, question.per));
    }
    let counts = if conditions.is_empty() {
        let splits = Breakdown::together(source, &[place]);
        let shown = splits.first().map(|split| split.shown(Subgroup::default()));
        shown.filter(|shown| shown.base.is_some()).map(|shown| shown.counts)
    } else {
        let wanted = number::among(source, conditions, question.per)?;
        named.questions.extend(wanted.questions());
        source.options.min_cell.is_none().then(|| number::counts(source, place, &wanted))
    };
    let is_extreme = source.options.min_cell.is_some() && matches!(kind, "least" | "most");
    let Some(counts) = counts.filter(|_| !is_extreme) else { return Ok((HIDDEN.to_owned(), question.per)) };
    Ok((number::told(source, question, kind, &counts).ok_or_else(none)?, question.per))
}

/// The names that were given to a question in free text, where small counts may stand.
fn given(source: Source<'_>, place: QuestionIx, name: &str, conditions: &str, named: &mut Named) -> Result<String> {
    let question = source.protocol().questions.at(place);
    if question.kind != Kind::Text {
        let message = msg!("outline-field-text", question = name);
        return Err(Fault::new(message).hint(msg!("outline-field-text-hint")).into());
    }
    let wanted =
        if conditions.is_empty() { Filter::default() } else { number::among(source, conditions, question.per)? };
    named.questions.extend(wanted.questions());
    Ok(if source.options.min_cell.is_some() { HIDDEN.to_owned() } else { names::told(source, place, &wanted) })
}

/// The cases that meet a condition, and their base.
#[derive(Debug, Default)]
struct Counted {
    /// All that meet it.
    all: u32,
    /// Those of them that are in the base.
    k: u32,
    /// The base.
    n: u32,
    /// All that meet it by unit.
    units: BTreeMap<String, u32>,
}

fn of_condition(source: Source<'_>, kind: &str, rest: &str, named: &mut Named) -> Result<(String, Per)> {
    let (study, protocol) = (source.study, source.protocol());
    let conditions: Vec<String> = rest.split('&').map(|condition| condition.trim().to_owned()).collect();
    let per = Per::of(&conditions, protocol);
    let wanted = Filter::parse_conditions(&conditions, protocol, &study.cases.columns, per)?;
    named.questions.extend(wanted.questions());
    let counted = count(source, &wanted, per);
    let style = question::style(study, source.words, per).waiting();
    if may_not_be_shown(source, kind, &wanted, &counted) {
        return Ok((HIDDEN.to_owned(), per));
    }
    if matches!(kind, "pct" | "share" | "sum" | "quantity") {
        checked(source, kind, rest, &counted)?;
    }
    let most = counted.k.max(counted.n);
    let told = match kind {
        "count" => source.words.thousands(i64::from(counted.all) * 1000),
        "words" => source.words.numeral(counted.all, style.noun),
        "quantity" => {
            let number = |n| source.words.numeral_among(n, style.noun, most);
            let told = [number(counted.k), number(counted.n)];
            quantity::told(source, (counted.k, counted.n), told, named)?
        }
        "pct" => style.percent(counted.k, counted.n),
        "share" => style.figure_and_place(Figure { k: counted.k, of: Some(counted.n) }, &[]).0,
        "sum" => {
            let number = |n| source.words.numeral_among(n, style.noun, most);
            source.words.say(&msg!("prose-of", k = number(counted.k), of = number(counted.n)))
        }
        _ => spread(source, &counted, style.noun),
    };
    Ok((told, per))
}

/// Counts those that meet the conditions, in the base of the first question that they name and meeting the others.
fn count(source: Source<'_>, wanted: &Filter, per: Per) -> Counted {
    let study = source.study;
    let first = wanted.terms.iter().position(|term| matches!(term, Term::Is(Key::Question(_), _))).unwrap_or(0);
    let rest = wanted.terms.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, term)| term.clone());
    let rest = Filter { terms: rest.collect() };
    let question = match wanted.terms.get(first) {
        Some(Term::Is(Key::Question(place), _)) => Some(*place),
        _ => None,
    };
    let mut counted = Counted::default();
    for case in study.cases.of(per).filter(|&case| study.tally().is_counted(case)) {
        let cells = study.tally().cells(case);
        let row = Row { answers: &study.answers, case, cells };
        let is_based = question.is_none_or(|place| {
            let cell = cells.at(place);
            let is_in_base = |answer| source.protocol().questions.at(place).is_in_base(answer);
            cell.status == CellStatus::Answered && is_in_base(study.answers.text(cell.value))
        });
        let is_base = is_based && rest.matches(&row);
        counted.n += u32::from(is_base);
        if wanted.matches(&row) {
            counted.all += 1;
            counted.k += u32::from(is_base);
            let unit = source.protocol().unit().map_or("", |unit| study.cases.value(case, unit));
            *counted.units.entry(unit.to_owned()).or_default() += 1;
        }
    }
    counted
}

/// Refuses a share that there is not, or that would say something else than is asked.
fn checked(source: Source<'_>, kind: &str, rest: &str, counted: &Counted) -> Result<()> {
    let from = source.study.percent_from;
    let message = if counted.n == 0 {
        msg!("outline-field-no-base", field = rest)
    } else if counted.all > counted.k {
        msg!("outline-field-outside", field = rest, n = counted.all - counted.k)
    } else if matches!(kind, "pct" | "quantity") && counted.n < from {
        msg!("outline-field-small", field = rest, n = counted.n, from = from)
    } else {
        return Ok(());
    };
    Err(Faults::from(Fault::new(message).hint(msg!("outline-field-base-hint"))))
}

/// Where the cases are: unit by unit or, where that would name the unit of a single case, in how many units.
fn spread(source: Source<'_>, counted: &Counted, noun: Noun) -> String {
    if counted.all == 0 {
        return source.words.counted(0, noun);
    }
    let unit = source.protocol().unit();
    let order = unit.map_or_else(Vec::new, |unit| source.study.cases.units(source.protocol(), unit));
    let own = order.iter().filter_map(|value| Some((value, *counted.units.get(value)?)));
    let named: Vec<(String, u32)> =
        own.map(|(value, n)| (unit.map_or_else(String::new, |unit| source.label(unit, value)), n)).collect();
    let places: Vec<(&str, u32)> = named.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    if !source.options.names_single && places.len() > 1 && places.iter().any(|(_, n)| *n == 1) {
        let all = source.words.counted(counted.all, noun);
        let units = source.words.counted(u32::try_from(places.len()).unwrap_or(u32::MAX), Noun::Unit);
        return source.words.say(&msg!("outline-spread-unnamed", all = all, units = units));
    }
    source.words.spread(&places, noun, false, 0)
}

/// Whether a figure would tell what the tables hide: of one answer to one question it is told where the tables tell it,
/// of anything else where nothing in it is small.
fn may_not_be_shown(source: Source<'_>, kind: &str, wanted: &Filter, counted: &Counted) -> bool {
    let Some(min) = source.options.min_cell else { return false };
    let is_small = |n: u32| (1..min).contains(&n);
    if is_small(counted.all) || is_small(counted.n) || is_small(counted.n.saturating_sub(counted.k)) {
        return true;
    }
    let [Term::Is(Key::Question(place), Test::In(ids))] = wanted.terms.as_slice() else { return true };
    let splits = Breakdown::together(source, &[*place]);
    let Some(split) = splits.first() else { return true };
    let shown = split.shown(Subgroup::default());
    let is_whole = shown.base.is_some() && shown.parts.iter().all(Option::is_some);
    let outside = split.question.choices().iter().any(|choice| !choice.in_base && ids.contains(&choice.id));
    !is_whole || outside || kind == "spread" && !split.is_whole(true, false)
}
