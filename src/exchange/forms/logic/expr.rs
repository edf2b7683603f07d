//! Conditions to and from formulas: what a filter can say is taken apart, everything else stays a formula.

use super::{Ask, Logic, Order};
use crate::study::protocol::answer::{date, decimal};
use crate::study::protocol::filter::formula::{Expr, Function, Operator};

const ORDERS: [(Order, Operator); 6] = [
    (Order::Equal, Operator::Equal),
    (Order::Unequal, Operator::Unequal),
    (Order::Below, Operator::Below),
    (Order::AtMost, Operator::AtMost),
    (Order::Above, Operator::Above),
    (Order::AtLeast, Operator::AtLeast),
];

impl From<Expr<String>> for Logic {
    fn from(expr: Expr<String>) -> Self {
        match expr {
            Expr::Pair(_, operator @ (Operator::And | Operator::Or), _) => {
                let parts = expr.split(operator).into_iter().map(Self::from).collect();
                if operator == Operator::And { Self::And(parts) } else { Self::Or(parts) }
            }
            Expr::Pair(left, operator, right) => {
                compared(&left, operator, &right).unwrap_or(Self::Formula(Expr::Pair(left, operator, right)))
            }
            Expr::Call(function, parts) => match (function, parts.as_slice()) {
                (Function::True, _) => Self::And(Vec::new()),
                (Function::False, _) => Self::Or(Vec::new()),
                (Function::Not, [part]) => Self::Not(Box::new(Self::from(part.clone()))),
                (Function::Selected, [Expr::Field(field), code]) => match value(code) {
                    Some(code) => Self::Field(field.clone(), Ask::Selected(code)),
                    None => Self::Formula(Expr::Call(function, parts)),
                },
                _ => Self::Formula(Expr::Call(function, parts)),
            },
            other => Self::Formula(other),
        }
    }
}

impl Logic {
    /// The same as a formula.
    pub(crate) fn expr(&self) -> Expr<String> {
        let all = |parts: &[Self], operator, idle| {
            Expr::joined(parts.iter().map(Self::expr), operator).unwrap_or_else(|| Expr::Call(idle, Vec::new()))
        };
        match self {
            Self::And(parts) => all(parts, Operator::And, Function::True),
            Self::Or(parts) => all(parts, Operator::Or, Function::False),
            Self::Not(part) => part.expr().negated(),
            Self::Formula(expr) => expr.clone(),
            Self::Field(field, ask) => asked(field, ask),
        }
    }
}

/// What is asked of a field, as a formula.
pub(crate) fn asked(field: &str, ask: &Ask) -> Expr<String> {
    let operator = |order: Order| {
        ORDERS.iter().find(|(known, _)| *known == order).map_or(Operator::Equal, |(_, operator)| *operator)
    };
    let field = Expr::Field(field.to_owned());
    match ask {
        Ask::Answered => Expr::pair(field, Operator::Unequal, Expr::text("")),
        Ask::Selected(code) => Expr::Call(Function::Selected, vec![field, Expr::text(code)]),
        Ask::Is(order, value) => Expr::pair(field, operator(*order), literal(value)),
        Ask::Beside(order, other) => Expr::pair(field, operator(*order), Expr::Field(other.clone())),
    }
}

/// A number as it is, a date as a date, everything else as text.
fn literal(value: &str) -> Expr<String> {
    let number = Some(value).filter(|value| decimal(value).as_deref() == Some(value));
    match number.and_then(|value| value.parse::<f64>().ok()) {
        Some(number) if number < 0.0 => Expr::Negative(Box::new(Expr::Number(-number))),
        Some(number) => Expr::Number(number),
        None if value.len() == 10 && date(value).is_some() => Expr::Call(Function::Date, vec![Expr::text(value)]),
        None => Expr::text(value),
    }
}

/// The value that an expression is, whatever is answered.
pub(crate) fn value(expr: &Expr<String>) -> Option<String> {
    match expr {
        Expr::Text(text) => Some(text.clone()),
        Expr::Number(number) => Some(number.to_string()),
        Expr::Negative(part) => match part.as_ref() {
            Expr::Number(number) => Some(format!("-{number}")),
            _ => None,
        },
        Expr::Call(Function::Date, parts) => match parts.as_slice() {
            [Expr::Text(text)] if text.len() == 10 && date(text).is_some() => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn compared(left: &Expr<String>, operator: Operator, right: &Expr<String>) -> Option<Logic> {
    let order = ORDERS.iter().find(|(_, known)| *known == operator).map(|(order, _)| *order)?;
    if let (Expr::Call(Function::StringLength, parts), Order::Above, Expr::Number(0.0)) = (left, order, right)
        && let [Expr::Field(field)] = parts.as_slice()
    {
        return Some(Logic::Field(field.clone(), Ask::Answered));
    }
    match (left, right) {
        (Expr::Field(field), Expr::Field(other)) if matches!(order, Order::AtLeast | Order::AtMost) => {
            Some(Logic::Field(field.clone(), Ask::Beside(order, other.clone())))
        }
        (Expr::Field(field), right) => Some(beside(field.clone(), order, value(right)?)),
        (left, Expr::Field(field)) => Some(beside(field.clone(), order.turned(), value(left)?)),
        (left, right) => {
            let holds = holds(&value(left)?, order, &value(right)?)?;
            Some(if holds { Logic::And(Vec::new()) } else { Logic::Or(Vec::new()) })
        }
    }
}

/// A field beside a value; the empty text is no answer.
fn beside(field: String, order: Order, value: String) -> Logic {
    match (order, value.as_str()) {
        (Order::Unequal, "") => Logic::Field(field, Ask::Answered),
        (Order::Equal, "") => Logic::Not(Box::new(Logic::Field(field, Ask::Answered))),
        _ => Logic::Field(field, Ask::Is(order, value)),
    }
}

/// Whether one value is so to another, as in the `1 = 2` of who turns a question off; texts have no order.
fn holds(one: &str, order: Order, other: &str) -> Option<bool> {
    let numbers = one.parse::<f64>().ok().zip(other.parse::<f64>().ok());
    let found = numbers.and_then(|(one, other)| one.partial_cmp(&other));
    match (found, order) {
        (Some(found), Order::Equal) => Some(found.is_eq()),
        (Some(found), Order::Unequal) => Some(found.is_ne()),
        (Some(found), Order::Below) => Some(found.is_lt()),
        (Some(found), Order::AtMost) => Some(found.is_le()),
        (Some(found), Order::Above) => Some(found.is_gt()),
        (Some(found), Order::AtLeast) => Some(found.is_ge()),
        (None, Order::Equal) => Some(one == other),
        (None, Order::Unequal) => Some(one != other),
        (None, _) => None,
    }
}
