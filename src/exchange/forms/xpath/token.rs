//! The words of an expression.

use crate::base::fault::{Fault, Result};
use crate::exchange::forms::logic::Order;
use crate::msg;
use std::fmt;

/// A word of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// `${name}`, or `.`.
    Field(String),
    /// A text within quotation marks.
    Text(String),
    /// A number as it is written.
    Number(String),
    /// A word: a function, `and`, `or`, `div`, `mod`.
    Word(String),
    Order(Order),
    Open,
    Close,
    Comma,
    /// A sign that no condition has a use for: `+`, `*`.
    Sign(char),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) if name == super::ITSELF => write!(f, "."),
            Self::Field(name) => write!(f, "${{{name}}}"),
            Self::Text(text) => write!(f, "'{text}'"),
            Self::Number(text) | Self::Word(text) => write!(f, "{text}"),
            Self::Order(order) => write!(f, "{}", super::sign(*order)),
            Self::Open => write!(f, "("),
            Self::Close => write!(f, ")"),
            Self::Comma => write!(f, ","),
            Self::Sign(sign) => write!(f, "{sign}"),
        }
    }
}

/// The words of a text.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = token(first, rest).ok_or_else(|| {
            let found: String = rest.chars().take(20).collect();
            Fault::new(msg!("xpath-unexpected", found = found))
        })?;
        tokens.push(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(tokens)
}

/// The word that a text begins with, and its length.
fn token(first: char, text: &str) -> Option<(Token, usize)> {
    let run = |fits: fn(char) -> bool| text.find(|c| !fits(c)).unwrap_or(text.len());
    Some(match first {
        '$' => {
            let name = text.strip_prefix("${")?.split('}').next()?;
            text.get(name.len() + 2..)?.strip_prefix('}')?;
            (Token::Field(name.trim().to_owned()), name.len() + 3)
        }
        '\'' | '"' => {
            let inner = text.get(1..)?.split(first).next()?;
            text.get(inner.len() + 1..)?.strip_prefix(first)?;
            (Token::Text(inner.to_owned()), inner.len() + 2)
        }
        '0'..='9' => {
            let length = run(|c| c.is_ascii_digit() || c == '.');
            (Token::Number(text.get(..length)?.to_owned()), length)
        }
        '-' if text.get(1..)?.starts_with(|c: char| c.is_ascii_digit()) => {
            let digits = text.get(1..)?;
            let length = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
            (Token::Number(text.get(..=length)?.to_owned()), length + 1)
        }
        '.' => (Token::Field(super::ITSELF.to_owned()), 1),
        '(' => (Token::Open, 1),
        ')' => (Token::Close, 1),
        ',' => (Token::Comma, 1),
        '=' => (Token::Order(Order::Equal), 1),
        '!' => (Token::Order(Order::Unequal), text.strip_prefix("!=").map(|_| 2)?),
        '<' if text.starts_with("<=") => (Token::Order(Order::AtMost), 2),
        '<' => (Token::Order(Order::Below), 1),
        '>' if text.starts_with(">=") => (Token::Order(Order::AtLeast), 2),
        '>' => (Token::Order(Order::Above), 1),
        c if c.is_alphabetic() => {
            let length = run(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'));
            (Token::Word(text.get(..length)?.to_owned()), length)
        }
        c if c.is_ascii() => (Token::Sign(c), 1),
        _ => return None,
    })
}
