//! Conditions as other programs write them, to and from a [`Filter`].
//!
//! Other programs know two outcomes: a field without an answer equals nothing, lies between no bounds, and is unequal
//! to everything. A filter's `not` needs an answer. So `a != 'x'` becomes "not x, or unanswered", and a filter's `not`
//! becomes `a != '' and a != 'x'`: both mean the same on either side, and each is recognised in the other's form.

mod expr;
mod fold;
mod recode;
#[cfg(test)]
mod tests;

use crate::base::fault::{Fault, Faults, Result};
use crate::study::index::QuestionIx;
use crate::study::protocol::condition::{Domain, Scope};
use crate::study::protocol::filter::formula::Expr;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::study::protocol::{Per, Protocol, Question};
use fold::{Part, all, any, fold};
use recode::recoded;

/// What is told where a filter would have too many alternatives.
const TOO_MANY: &str = "exchange-too-many-alternatives";

/// How a field's answer compares with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `=`
    Equal,
    /// `!=`, `<>`: true of a field without an answer.
    Unequal,
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// It compares so with a value.
    Is(Order, String),
    /// It compares so with another field.
    Beside(Order, String),
    /// It contains a code, or is it.
    Selected(String),
    /// It has an answer.
    Answered,
}

/// A condition of another program.
#[derive(Debug, Clone, PartialEq)]
pub enum Logic {
    /// All of them hold; of none: always.
    And(Vec<Self>),
    /// One of them holds; of none: never.
    Or(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// Something is asked of a field.
    Field(String, Ask),
    /// A formula holds.
    Formula(Expr<String>),
}

/// A condition as far as it can be said.
#[derive(Debug, Default)]
pub struct Carried {
    /// Its parts that must all hold.
    pub parts: Vec<Logic>,
    /// What cannot be said.
    pub lost: Vec<Fault>,
    /// What asks for an answer that nobody can give: it is decided, and nothing is lost.
    pub decided: Vec<Fault>,
}

impl Carried {
    /// Adds what must hold too.
    pub fn join(&mut self, other: Self) {
        self.parts.extend(other.parts);
        self.lost.extend(other.lost);
        self.decided.extend(other.decided);
    }

    /// The parts, and all that there is to tell.
    pub fn told(self) -> (Vec<Logic>, Faults) {
        (self.parts, Faults([self.lost, self.decided].concat()))
    }
}

impl Logic {
    /// The same with every field and what is asked of it replaced: an importer puts ids for names and codes, an exporter
    /// names and codes for ids.
    pub fn replaced(self, with: &impl Fn(String, Ask) -> Result<(String, Ask)>) -> Result<Self> {
        let each = |parts: Vec<Self>| parts.into_iter().map(|part| part.replaced(with)).collect::<Result<_>>();
        Ok(match self {
            Self::And(parts) => Self::And(each(parts)?),
            Self::Or(parts) => Self::Or(each(parts)?),
            Self::Not(part) => Self::Not(Box::new(part.replaced(with)?)),
            Self::Field(field, ask) => with(field, ask).map(|(field, ask)| Self::Field(field, ask))?,
            Self::Formula(expr) => Self::Formula(recoded(&expr, with)?),
        })
    }

    /// The condition on the question at `before` of a protocol, whose ids it names; such that TOML can say it.
    pub fn filter(&self, protocol: &Protocol, before: QuestionIx, per: Per) -> Result<Filter> {
        let scope = Scope::new(&protocol.attributes, &protocol.questions, before, per);
        let place = Place { protocol, scope };
        fold(self.parts(true, &place)?).or_else(|faults| match faults.0.as_slice() {
            // What a table of TOML would take too many lines for, a formula says in one.
            [fault] if fault.message.key == TOO_MANY => {
                Ok(Filter { terms: vec![Term::Formula(self.expr().resolved(&place.scope)?)] })
            }
            _ => Err(faults),
        })
    }

    /// Its parts that must all hold, as far as the question at `before` can be asked by them; with what cannot be said.
    pub fn carried(self, protocol: &Protocol, before: QuestionIx, per: Per) -> Carried {
        let scope = Scope::new(&protocol.attributes, &protocol.questions, before, per);
        let place = Place { protocol, scope };
        let parts = match self {
            Self::And(parts) => parts,
            one => vec![one],
        };
        let mut carried = Carried::default();
        for part in parts {
            let part = place.decided(part, &mut carried.decided);
            match part.filter(protocol, before, per) {
                Err(faults) if !part.is_never() => carried.lost.extend(faults.0),
                _ => carried.parts.push(part),
            }
        }
        carried
    }

    /// The condition on the question at `before` with what asks for an answer that its list does not have decided.
    #[must_use]
    pub fn settled(self, protocol: &Protocol, before: QuestionIx, per: Per) -> Self {
        let scope = Scope::new(&protocol.attributes, &protocol.questions, before, per);
        Place { protocol, scope }.decided(self, &mut Vec::new())
    }

    /// Whether it never holds, whatever is answered.
    pub fn is_never(&self) -> bool {
        self.is_always(false)
    }

    /// Whether it always comes out so, whatever is answered.
    fn is_always(&self, holds: bool) -> bool {
        match self {
            Self::And(parts) if holds => parts.iter().all(|part| part.is_always(true)),
            Self::And(parts) => parts.iter().any(|part| part.is_always(false)),
            Self::Or(parts) if holds => parts.iter().any(|part| part.is_always(true)),
            Self::Or(parts) => parts.iter().all(|part| part.is_always(false)),
            Self::Not(part) => part.is_always(!holds),
            Self::Field(..) | Self::Formula(_) => false,
        }
    }

    /// What must hold for the condition to be as `wanted`, in parts that must all hold.
    fn parts(&self, wanted: bool, place: &Place<'_>) -> Result<Vec<Part>> {
        let each = |parts: &[Self]| parts.iter().map(|part| part.parts(wanted, place)).collect::<Result<Vec<_>>>();
        match (self, wanted) {
            (Self::And(parts), true) | (Self::Or(parts), false) => Ok(all(each(parts)?)),
            (Self::Or(parts), true) | (Self::And(parts), false) => any(each(parts)?),
            (Self::Not(part), _) => part.parts(!wanted, place),
            (Self::Field(field, ask), _) => place.parts(field, ask, wanted),
            (Self::Formula(expr), _) => {
                let expr = expr.resolved(&place.scope)?;
                Ok(vec![Part::Formula(if wanted { expr } else { expr.negated() })])
            }
        }
    }

    /// A filter as other programs would say it, with the ids of the protocol.
    pub fn of(filter: &Filter, protocol: &Protocol) -> Self {
        let term = |term: &Term| match term {
            Term::Is(key, test) => Self::of_test(*key, test, protocol),
            Term::Any(filters) => Self::Or(filters.iter().map(|filter| Self::of(filter, protocol)).collect()),
            Term::Formula(expr) => Self::Formula(expr.named(|key| protocol.id_of(key).to_owned())),
        };
        one_or(filter.terms.iter().map(term).collect(), Self::And)
    }

    fn of_test(key: Key, test: &Test, protocol: &Protocol) -> Self {
        let (name, multi) = named(key, protocol);
        let field = |ask| Self::Field(name.to_owned(), ask);
        let is = |value: &String| {
            field(if multi { Ask::Selected(value.clone()) } else { Ask::Is(Order::Equal, value.clone()) })
        };
        let is_not = |value: &String| {
            if multi { Self::Not(Box::new(is(value))) } else { field(Ask::Is(Order::Unequal, value.clone())) }
        };
        match test {
            Test::In(values) => one_or(values.iter().map(is).collect(), Self::Or),
            Test::NotIn(values) => {
                Self::And(std::iter::once(field(Ask::Answered)).chain(values.iter().map(is_not)).collect())
            }
            Test::Between { min, max } => {
                let bounds = [(Order::AtLeast, min), (Order::AtMost, max)];
                let ask = |(order, bound): (Order, &Option<Bound>)| match bound.as_ref()? {
                    Bound::Value(value) => Some(field(Ask::Is(order, value.clone()))),
                    Bound::Of(key) => Some(field(Ask::Beside(order, named(*key, protocol).0.to_owned()))),
                };
                one_or(bounds.into_iter().filter_map(ask).collect(), Self::And)
            }
            Test::Answered(true) => field(Ask::Answered),
            Test::Answered(false) => Self::Not(Box::new(field(Ask::Answered))),
        }
    }
}

/// The id of what a condition looks at, and whether it may have several answers.
fn named(key: Key, protocol: &Protocol) -> (&str, bool) {
    let question = key.question().and_then(|place| protocol.questions.get(place));
    (protocol.id_of(key), question.is_some_and(Question::is_multi))
}

/// The only part, or all of them joined.
fn one_or(mut parts: Vec<Logic>, join: fn(Vec<Logic>) -> Logic) -> Logic {
    match (parts.len(), parts.pop()) {
        (1, Some(part)) => part,
        (_, last) => join(parts.into_iter().chain(last).collect()),
    }
}

/// The names that a condition may look at.
struct Place<'a> {
    protocol: &'a Protocol,
    scope: Scope<'a>,
}

impl Place<'_> {
    /// The condition with what asks for an answer that its list does not have decided: nobody ever gives that answer.
    fn decided(&self, logic: Logic, lost: &mut Vec<Fault>) -> Logic {
        // What decides nothing among the others is left out.
        let mut open = |parts: Vec<Logic>, idle: bool| {
            let parts = parts.into_iter().map(|part| self.decided(part, lost));
            parts.filter(|part| !part.is_always(idle)).collect()
        };
        match logic {
            Logic::And(parts) => Logic::And(open(parts, true)),
            Logic::Or(parts) => Logic::Or(open(parts, false)),
            Logic::Not(part) => Logic::Not(Box::new(self.decided(*part, lost))),
            Logic::Formula(expr) => Logic::Formula(expr),
            Logic::Field(field, ask) => match self.unlisted(&field, &ask) {
                None => Logic::Field(field, ask),
                Some(faults) => {
                    lost.extend(faults.0);
                    let always = matches!(ask, Ask::Is(Order::Unequal, _));
                    if always { Logic::And(Vec::new()) } else { Logic::Or(Vec::new()) }
                }
            },
        }
    }

    /// What is wrong with the answer that is asked for, where a list says which answers there are.
    fn unlisted(&self, field: &str, ask: &Ask) -> Option<Faults> {
        let (Ask::Is(Order::Equal | Order::Unequal, value) | Ask::Selected(value)) = ask else { return None };
        match self.scope.key(field) {
            Ok((_, domain @ Domain::Listed(_))) => domain.value(value).err(),
            _ => None,
        }
    }

    /// What is asked of a field: as tests where a filter has them, else as a formula.
    fn parts(&self, field: &str, ask: &Ask, wanted: bool) -> Result<Vec<Part>> {
        let (key, domain) = self.scope.key(field)?;
        if let Some(parts) = self.tests(key, &domain, ask, wanted) {
            return Ok(parts);
        }
        let expr = expr::asked(field, ask).resolved(&self.scope)?;
        Ok(vec![Part::Formula(if wanted { expr } else { expr.negated() })])
    }

    /// The same in tests, if a filter has them.
    fn tests(&self, key: Key, domain: &Domain<'_>, ask: &Ask, wanted: bool) -> Option<Vec<Part>> {
        match ask {
            Ask::Answered => Some(vec![Part::Is(key, Test::Answered(wanted))]),
            // Equal to one of several says that there is no other.
            Ask::Is(Order::Equal | Order::Unequal, _) if named(key, self.protocol).1 => None,
            Ask::Selected(_) if !matches!(domain, Domain::Listed(_)) => None,
            Ask::Is(Order::Equal, value) | Ask::Selected(value) => {
                Some(vec![equal(key, domain.value(value).ok()?, wanted)])
            }
            Ask::Is(Order::Unequal, value) => Some(vec![equal(key, domain.value(value).ok()?, !wanted)]),
            Ask::Is(order, value) if wanted => Some(bounded(key, *order, domain.bound(value).ok()?)),
            Ask::Beside(order @ (Order::AtLeast | Order::AtMost), other) if wanted => {
                let (of, other) = self.scope.key(other).ok()?;
                domain.compares(&other).then(|| vec![between(key, *order, Bound::Of(of))])
            }
            Ask::Is(order, value) => {
                // Where there is no answer, neither the bound nor its opposite holds.
                let unanswered = vec![Part::Is(key, Test::Answered(false))];
                any(vec![unanswered, bounded(key, order.opposite(), domain.bound(value).ok()?)]).ok()
            }
            Ask::Beside(..) => None,
        }
    }
}

fn equal(key: Key, value: String, wanted: bool) -> Part {
    if wanted { Part::Is(key, Test::In(vec![value])) } else { Part::Unlike(key, vec![value]) }
}

/// Above and below are at least and at most without the bound itself.
fn bounded(key: Key, order: Order, bound: String) -> Vec<Part> {
    let test = between(key, order, Bound::Value(bound.clone()));
    if matches!(order, Order::Above | Order::Below) { vec![test, equal(key, bound, false)] } else { vec![test] }
}

fn between(key: Key, order: Order, bound: Bound) -> Part {
    let lower = matches!(order, Order::Above | Order::AtLeast);
    let (min, max) = if lower { (Some(bound), None) } else { (None, Some(bound)) };
    Part::Is(key, Test::Between { min, max })
}

impl Order {
    /// What holds of an answer of which this does not.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Equal => Self::Unequal,
            Self::Unequal => Self::Equal,
            Self::Below => Self::AtLeast,
            Self::AtMost => Self::Above,
            Self::Above => Self::AtMost,
            Self::AtLeast => Self::Below,
        }
    }

    /// The same with its sides exchanged: `5 < a` is `a > 5`.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Below => Self::Above,
            Self::AtMost => Self::AtLeast,
            Self::Above => Self::Below,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }
}
