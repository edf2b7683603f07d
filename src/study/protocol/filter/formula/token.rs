//! The words of a formula.

use super::Operator;
use std::fmt;

/// A word of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// `${name}`, `.` or a path, by its last step.
    Field(String),
    /// A text within quotation marks.
    Text(String),
    /// A number as it is written.
    Number(String),
    /// A word: a function, `and`, `or`, `div`, `mod`.
    Word(String),
    /// An operator that is no word.
    Sign(Operator),
    Open,
    Close,
    Comma,
    /// What has no place in a formula.
    Other(char),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(&super::print::field(name)),
            Self::Text(text) => write!(f, "'{text}'"),
            Self::Number(text) | Self::Word(text) => f.write_str(text),
            Self::Sign(operator) => f.write_str(operator.sign().0),
            Self::Open => f.write_str("("),
            Self::Close => f.write_str(")"),
            Self::Comma => f.write_str(","),
            Self::Other(c) => write!(f, "{c}"),
        }
    }
}

/// The words of a text; what is none of them as what was found.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = token(first, rest).ok_or_else(|| rest.chars().take(20).collect::<String>())?;
        tokens.push(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(tokens)
}

/// The word that a text begins with, and its length.
fn token(first: char, text: &str) -> Option<(Token, usize)> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let second = text.chars().nth(1);
    if let Some(path) = path(text) {
        return Some(path);
    }
    Some(match first {
        '$' => field(text)?,
        '\'' | '"' => {
            let inner = text.get(1..)?.split(first).next()?;
            text.get(inner.len() + 1..)?.strip_prefix(first)?;
            (Token::Text(inner.to_owned()), inner.len() + 2)
        }
        c if c.is_ascii_digit() || c == '.' && second.is_some_and(|c| c.is_ascii_digit()) => {
            (Token::Number(text.get(..digits(text))?.to_owned()), digits(text))
        }
        '.' => (Token::Field(super::ITSELF.to_owned()), 1),
        '(' => (Token::Open, 1),
        ')' => (Token::Close, 1),
        ',' => (Token::Comma, 1),
        c if c.is_alphabetic() || c == '_' => {
            let length = name(text);
            (Token::Word(text.get(..length)?.to_owned()), length)
        }
        c => {
            let mut signs = Operator::ALL.iter().filter(|(_, sign, _)| !sign.starts_with(char::is_alphabetic));
            let found = signs.find(|(_, sign, _)| text.starts_with(sign));
            found.map_or((Token::Other(c), c.len_utf8()), |(operator, sign, _)| (Token::Sign(*operator), sign.len()))
        }
    })
}

/// How long the name is that a text begins with.
fn name(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.')).unwrap_or(text.len())
}

/// `${name}`, in which `}}` is a brace of the name.
fn field(text: &str) -> Option<(Token, usize)> {
    let inner = text.strip_prefix("${")?;
    let mut name = String::new();
    let mut characters = inner.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match (c, characters.peek()) {
            ('}', Some((_, '}'))) => name.push(characters.next().map_or(c, |(_, c)| c)),
            ('}', _) => return Some((Token::Field(name.trim().to_owned()), at + 3)),
            _ => name.push(c),
        }
    }
    None
}

/// A path such as `../a`, `/data/a` or `current()/../a`: the field at its end.
fn path(text: &str) -> Option<(Token, usize)> {
    let start = text.strip_prefix("current()").filter(|rest| rest.starts_with('/')).unwrap_or(text);
    let mut rest = start;
    if !start.starts_with(['/', '.']) {
        return None;
    }
    loop {
        let step = rest.strip_prefix('/').unwrap_or(rest);
        let (token, length) = match step.chars().next() {
            Some('.') if step.starts_with("..") => (None, 2),
            Some('.') => (None, 1),
            Some('$') => field(step).map(|(token, length)| (Some(token), length))?,
            Some(c) if c.is_alphabetic() || c == '_' => {
                (Some(Token::Field(step.get(..name(step))?.to_owned())), name(step))
            }
            _ => return None,
        };
        let last = token;
        rest = step.get(length..)?;
        if !rest.starts_with('/') {
            return last.map(|token| (token, text.len() - rest.len()));
        }
    }
}
