//! Expressions of XLSForm as conditions, and conditions as expressions.
//!
//! What no condition can say (arithmetic, functions other than those here) is refused with the part that it is.

mod token;

use super::logic::{Ask, Logic, Order};
use crate::base::fault::{Fault, Result};
use crate::base::suggest::suggestion;
use crate::msg;
use token::{Token, tokens};

/// The name that stands for the question itself, in a constraint.
pub(crate) const ITSELF: &str = ".";
/// Deeper parentheses are no expression that a person wrote.
const DEEPEST: usize = 64;
const FUNCTIONS: [&str; 6] = ["selected", "not", "true", "false", "date", "string-length"];

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Result<Logic> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, depth: 0 };
    let logic = parser.or()?;
    match parser.peek() {
        None => Ok(logic),
        Some(token) => Err(unexpected(Some(token))),
    }
}

/// Something that is compared.
#[derive(Debug)]
enum Operand {
    Field(String),
    Value(String),
    /// A condition in the place of a value.
    Truth(Logic),
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

fn unexpected(token: Option<&Token>) -> crate::base::fault::Faults {
    let found = token.map_or_else(|| "…".to_owned(), Token::to_string);
    Fault::new(msg!("xpath-unexpected", found = found)).into()
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn take(&mut self, wanted: &Token) -> bool {
        let found = self.peek() == Some(wanted);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, wanted: &Token) -> Result<()> {
        if self.take(wanted) { Ok(()) } else { Err(unexpected(self.peek())) }
    }

    fn or(&mut self) -> Result<Logic> {
        self.joined("or", Self::and, Logic::Or)
    }

    fn and(&mut self) -> Result<Logic> {
        self.joined("and", Self::comparison, Logic::And)
    }

    fn joined(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Result<Logic>,
        join: fn(Vec<Logic>) -> Logic,
    ) -> Result<Logic> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::new(msg!("exchange-too-many-alternatives")).into());
        }
        let first = part(self)?;
        let mut parts = vec![first];
        while self.take(&Token::Word(word.to_owned())) {
            parts.push(part(self)?);
        }
        self.depth -= 1;
        Ok(match parts.len() {
            1 => parts.pop().unwrap_or(Logic::And(Vec::new())),
            _ => join(parts),
        })
    }

    fn comparison(&mut self) -> Result<Logic> {
        let left = self.operand()?;
        let Some(Token::Order(order)) = self.peek() else {
            return match left {
                Operand::Truth(logic) => Ok(logic),
                // A field alone holds where it has an answer other than 0 or false, which no condition here says.
                Operand::Field(_) | Operand::Value(_) => Err(unexpected(self.peek())),
            };
        };
        let order = *order;
        self.next += 1;
        compared(left, order, self.operand()?)
    }

    fn operand(&mut self) -> Result<Operand> {
        let token = self.peek().cloned();
        self.next += 1;
        match token {
            Some(Token::Field(name)) => Ok(Operand::Field(name)),
            Some(Token::Text(text) | Token::Number(text)) => Ok(Operand::Value(text)),
            Some(Token::Open) => {
                let inner = self.or()?;
                self.expect(&Token::Close)?;
                Ok(Operand::Truth(inner))
            }
            Some(Token::Word(name)) if self.take(&Token::Open) => self.call(&name),
            other => Err(unexpected(other.as_ref())),
        }
    }

    fn call(&mut self, name: &str) -> Result<Operand> {
        let operand = match name {
            "true" => Operand::Truth(Logic::And(Vec::new())),
            "false" => Operand::Truth(Logic::Or(Vec::new())),
            "not" => Operand::Truth(Logic::Not(Box::new(self.or()?))),
            "date" => self.operand()?,
            "selected" => {
                let field = self.operand()?;
                self.expect(&Token::Comma)?;
                match (field, self.operand()?) {
                    (Operand::Field(field), Operand::Value(code)) => {
                        Operand::Truth(Logic::Field(field, Ask::Selected(code)))
                    }
                    _ => return Err(Fault::new(msg!("xpath-selected")).into()),
                }
            }
            "string-length" => {
                let Operand::Field(field) = self.operand()? else { return Err(unexpected(self.peek())) };
                self.expect(&Token::Close)?;
                return self.length(field);
            }
            _ => {
                let hint = suggestion(name, FUNCTIONS);
                return Err(Fault::new(msg!("xpath-function", name = name)).hint(hint).into());
            }
        };
        self.expect(&Token::Close)?;
        Ok(operand)
    }

    /// Of a length nothing can be said but whether there is a text at all.
    fn length(&mut self, field: String) -> Result<Operand> {
        let (order, bound) = (self.peek().cloned(), self.tokens.get(self.next + 1).cloned());
        self.next += 2;
        match (order, bound) {
            (Some(Token::Order(Order::Above)), Some(Token::Number(bound))) if bound == "0" => {
                Ok(Operand::Truth(Logic::Field(field, Ask::Answered)))
            }
            _ => Err(Fault::new(msg!("xpath-function", name = "string-length")).into()),
        }
    }
}

fn compared(left: Operand, order: Order, right: Operand) -> Result<Logic> {
    match (left, right) {
        (Operand::Field(field), Operand::Value(value)) => Ok(asked(field, order, value)),
        (Operand::Value(value), Operand::Field(field)) => Ok(asked(field, order.turned(), value)),
        (Operand::Field(field), Operand::Field(other)) => Ok(Logic::Field(field, Ask::Beside(order, other))),
        (Operand::Value(one), Operand::Value(other)) => match holds(&one, order, &other) {
            Some(true) => Ok(Logic::And(Vec::new())),
            Some(false) => Ok(Logic::Or(Vec::new())),
            None => Err(Fault::new(msg!("xpath-compared")).into()),
        },
        _ => Err(Fault::new(msg!("xpath-compared")).into()),
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

/// A field beside a value; the empty text is no answer.
fn asked(field: String, order: Order, value: String) -> Logic {
    match (order, value.as_str()) {
        (Order::Unequal, "") => Logic::Field(field, Ask::Answered),
        (Order::Equal, "") => Logic::Not(Box::new(Logic::Field(field, Ask::Answered))),
        _ => Logic::Field(field, Ask::Is(order, value)),
    }
}

/// A condition as an expression.
pub(crate) fn written(logic: &Logic) -> String {
    let joined = |parts: &[Logic], word: &str, idle: &str| match parts {
        [] => idle.to_owned(),
        parts => parts.iter().map(part).collect::<Vec<_>>().join(&format!(" {word} ")),
    };
    match logic {
        Logic::And(parts) => joined(parts, "and", "true()"),
        Logic::Or(parts) => joined(parts, "or", "false()"),
        Logic::Not(inner) => match inner.as_ref() {
            Logic::Field(field, Ask::Answered) => format!("{} = ''", name(field)),
            inner => format!("not({})", written(inner)),
        },
        Logic::Field(field, ask) => match ask {
            Ask::Answered => format!("{} != ''", name(field)),
            Ask::Selected(code) => format!("selected({}, {})", name(field), literal(code)),
            Ask::Is(order, value) => format!("{} {} {}", name(field), sign(*order), literal(value)),
            Ask::Beside(order, other) => format!("{} {} {}", name(field), sign(*order), name(other)),
        },
    }
}

/// A part of a longer expression.
fn part(logic: &Logic) -> String {
    match logic {
        Logic::And(parts) | Logic::Or(parts) if parts.len() > 1 => format!("({})", written(logic)),
        _ => written(logic),
    }
}

fn name(field: &str) -> String {
    if field == ITSELF { field.to_owned() } else { format!("${{{field}}}") }
}

/// A number as it is, a date as a date, everything else as quoted text.
fn literal(value: &str) -> String {
    let is_date = value.len() == 10 && crate::study::protocol::answer::date(value).is_some();
    let quote = if value.contains('\'') { '"' } else { '\'' };
    match value {
        _ if is_date => format!("date('{value}')"),
        _ if crate::study::protocol::answer::decimal(value).as_deref() == Some(value) => value.to_owned(),
        _ => format!("{quote}{value}{quote}"),
    }
}

fn sign(order: Order) -> &'static str {
    match order {
        Order::Equal => "=",
        Order::Unequal => "!=",
        Order::Below => "<",
        Order::AtMost => "<=",
        Order::Above => ">",
        Order::AtLeast => ">=",
    }
}

#[cfg(test)]
mod tests;
