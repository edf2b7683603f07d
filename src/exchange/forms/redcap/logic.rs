//! Branching logic: `[plan] = '1' and ([hjalp(3)] = '1' or [timmar] > 5)`.

use crate::base::language::Message;
use crate::exchange::forms::logic::{Ask, Logic, Order};
use crate::msg;
use crate::study::protocol::filter::number;

/// Parentheses may stand this deep.
const DEEPEST: usize = 32;

/// The operators, longest first.
const OPERATORS: [(&str, Order); 7] = [
    ("<>", Order::Unequal),
    ("!=", Order::Unequal),
    ("<=", Order::AtMost),
    (">=", Order::AtLeast),
    ("=", Order::Equal),
    ("<", Order::Below),
    (">", Order::Above),
];

/// What a variable of the dictionary stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// The id of the question or the attribute.
    pub id: String,
    /// The codes with the ids of the choices.
    pub codes: Vec<(String, String)>,
    /// Whether several choices may be given.
    pub multi: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Order(Order),
    Value(String),
    Field(String, Option<String>),
}

/// Reads branching logic.
pub(crate) fn read(text: &str, variables: &[Variable]) -> Result<Logic, Message> {
    let text = text.replace(['‘', '’'], "'").replace(['“', '”'], "\"");
    let tokens = tokens(&text)?;
    let mut reader = Reader { tokens: &tokens, variables };
    let logic = reader.either(0)?;
    match reader.tokens.first() {
        None => Ok(logic),
        Some(_) => Err(msg!("redcap-logic-form")),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, Message> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, left) = token(rest, first, tokens.last())?;
        if matches!((&token, tokens.last()), (Token::Field(..), Some(Token::Field(..)))) {
            return Err(msg!("redcap-logic-event"));
        }
        tokens.push(token);
        rest = left.trim_start();
    }
    Ok(tokens)
}

fn token<'a>(text: &'a str, first: char, last: Option<&Token>) -> Result<(Token, &'a str), Message> {
    let rest = text.strip_prefix(first).unwrap_or_default();
    if let Some((sign, order)) = OPERATORS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return Ok((Token::Order(*order), text.strip_prefix(sign).unwrap_or_default()));
    }
    match first {
        '(' => Ok((Token::Open, rest)),
        ')' => Ok((Token::Close, rest)),
        '[' => field(rest),
        '\'' | '"' => {
            let (value, left) = rest.split_once(first).ok_or_else(|| msg!("redcap-logic-form"))?;
            Ok((Token::Value(value.trim().to_owned()), left))
        }
        '-' if !matches!(last, Some(Token::Order(_))) => Err(msg!("redcap-logic-arithmetic", found = "-")),
        '0'..='9' | '.' | '-' => {
            let end =
                rest.find(|c: char| !c.is_ascii_digit() && c != '.').map_or(text.len(), |end| end + first.len_utf8());
            text.split_at_checked(end)
                .map(|(value, left)| (Token::Value(value.to_owned()), left))
                .ok_or_else(|| msg!("redcap-logic-form"))
        }
        '+' | '*' | '/' | '^' | '%' => Err(msg!("redcap-logic-arithmetic", found = first.to_string())),
        c if c.is_alphabetic() => word(text),
        _ => Err(msg!("redcap-logic-form")),
    }
}

fn field(text: &str) -> Result<(Token, &str), Message> {
    let (inside, left) = text.split_once(']').ok_or_else(|| msg!("redcap-logic-form"))?;
    let inside = inside.trim();
    let token = match inside.strip_suffix(')').and_then(|inside| inside.split_once('(')) {
        Some((name, code)) => Token::Field(name.trim().to_owned(), Some(code.trim().to_owned())),
        None => Token::Field(inside.to_owned(), None),
    };
    Ok((token, left))
}

fn word(text: &str) -> Result<(Token, &str), Message> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (word, left) = text.split_at_checked(end).unwrap_or((text, ""));
    match word.to_ascii_lowercase().as_str() {
        "and" => Ok((Token::And, left)),
        "or" => Ok((Token::Or, left)),
        _ => Err(msg!("redcap-logic-function", found = word)),
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    variables: &'a [Variable],
}

impl Reader<'_> {
    fn take(&mut self) -> Option<Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first.clone())
    }

    fn either(&mut self, depth: usize) -> Result<Logic, Message> {
        let mut parts = vec![self.both(depth)?];
        while self.tokens.first() == Some(&Token::Or) {
            self.take();
            parts.push(self.both(depth)?);
        }
        Ok(if parts.len() > 1 { Logic::Or(parts) } else { Logic::And(parts) })
    }

    fn both(&mut self, depth: usize) -> Result<Logic, Message> {
        let mut parts = vec![self.one(depth)?];
        while self.tokens.first() == Some(&Token::And) {
            self.take();
            parts.push(self.one(depth)?);
        }
        Ok(Logic::And(parts))
    }

    fn one(&mut self, depth: usize) -> Result<Logic, Message> {
        if self.tokens.first() == Some(&Token::Open) {
            self.take();
            let inner = if depth < DEEPEST { self.either(depth + 1)? } else { return Err(msg!("redcap-logic-form")) };
            return if self.take() == Some(Token::Close) { Ok(inner) } else { Err(msg!("redcap-logic-form")) };
        }
        match (self.take(), self.take(), self.take()) {
            (Some(Token::Field(name, code)), Some(Token::Order(order)), Some(Token::Value(value))) => {
                self.variable(&name)?.compared(code.as_deref(), order, &value)
            }
            (Some(Token::Value(value)), Some(Token::Order(order)), Some(Token::Field(name, code))) => {
                self.variable(&name)?.compared(code.as_deref(), order.turned(), &value)
            }
            (Some(Token::Field(name, None)), Some(Token::Order(order)), Some(Token::Field(other, None))) => {
                let (one, other) = (self.variable(&name)?, self.variable(&other)?);
                Ok(Logic::Field(one.id.clone(), Ask::Beside(order, other.id.clone())))
            }
            _ => Err(msg!("redcap-logic-form")),
        }
    }

    fn variable(&self, name: &str) -> Result<&Variable, Message> {
        let found = self.variables.iter().find(|variable| variable.name == name);
        found.ok_or_else(|| msg!("redcap-logic-field", found = name))
    }
}

impl Variable {
    /// The column of the records that tells whether a choice is given: REDCap writes codes in it in small letters.
    pub fn column(&self, code: &str) -> String {
        format!("{}___{}", self.name, code.to_ascii_lowercase().replace(['-', '.'], "_"))
    }

    /// What it asks of the variable, or of one choice of it, to compare so with a value.
    fn compared(&self, code: Option<&str>, order: Order, value: &str) -> Result<Logic, Message> {
        let field = |ask| Logic::Field(self.id.clone(), ask);
        let not = |logic| Logic::Not(Box::new(logic));
        if let Some(code) = code {
            let selected = field(Ask::Selected(self.choice(code)?));
            return match (order, value) {
                (Order::Equal, "1") | (Order::Unequal, "0") => Ok(selected),
                (Order::Equal, "0") | (Order::Unequal, "1") => Ok(not(selected)),
                _ => Err(msg!("redcap-logic-checkbox", found = self.name.as_str())),
            };
        }
        match (order, value) {
            _ if self.multi => Err(msg!("redcap-logic-checkbox", found = self.name.as_str())),
            (Order::Equal, "") => Ok(not(field(Ask::Answered))),
            (Order::Unequal, "") => Ok(field(Ask::Answered)),
            _ if self.codes.is_empty() => Ok(field(Ask::Is(order, value.to_owned()))),
            (Order::Equal | Order::Unequal, _) => Ok(field(Ask::Is(order, self.choice(value)?))),
            _ => self.coded(order, value),
        }
    }

    /// The choice with a code; a code that is none stays, and is told where it is looked up, unless it would be taken
    /// for the id of a choice there.
    fn choice(&self, code: &str) -> Result<String, Message> {
        match self.codes.iter().find(|(known, _)| known == code) {
            Some((_, id)) => Ok(id.clone()),
            None if self.codes.iter().any(|(_, id)| id == code) => {
                Err(msg!("redcap-logic-code", field = self.name.as_str(), found = code))
            }
            None => Ok(code.to_owned()),
        }
    }

    /// The choices whose codes, as numbers, lie on one side of a value.
    fn coded(&self, order: Order, value: &str) -> Result<Logic, Message> {
        let wrong = || msg!("redcap-logic-code", field = self.name.as_str(), found = value);
        let bound = number(value).ok_or_else(wrong)?;
        let mut ids = Vec::new();
        for (code, id) in &self.codes {
            let code = number(code).ok_or_else(wrong)?;
            let holds = match order {
                Order::Below => code < bound,
                Order::AtMost => code <= bound,
                Order::Above => code > bound,
                _ => code >= bound,
            };
            if holds {
                ids.push(Logic::Field(self.id.clone(), Ask::Is(Order::Equal, id.clone())));
            }
        }
        Ok(Logic::Or(ids))
    }

    fn code(&self, id: &str) -> String {
        let code = self.codes.iter().find(|(_, known)| known == id).map_or(id, |(code, _)| code);
        code.replace('\'', "’")
    }
}

/// Writes branching logic, with single quotation marks.
pub(crate) fn written(logic: &Logic, variables: &[Variable]) -> String {
    let text = part(logic, true, variables);
    let several = matches!(logic, Logic::And(parts) | Logic::Or(parts) if parts.len() > 1);
    let bare = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).filter(|_| several);
    bare.map(str::to_owned).unwrap_or(text)
}

/// A part of it, in parentheses where it is several. Of what cannot be said nothing is left, so that more is asked: beside
/// others that must hold as well it is passed over, and as one of several ways it lets all of them go.
fn part(logic: &Logic, wanted: bool, variables: &[Variable]) -> String {
    let joined = |mut texts: Vec<String>, word: &str| {
        texts.retain(|text| !text.is_empty());
        let text = texts.join(word);
        if texts.len() > 1 { format!("({text})") } else { text }
    };
    let texts = |parts: &[Logic]| parts.iter().map(|one| part(one, wanted, variables)).collect::<Vec<_>>();
    match (logic, wanted) {
        (Logic::And(parts), true) | (Logic::Or(parts), false) => joined(texts(parts), " and "),
        (Logic::Or(parts), true) | (Logic::And(parts), false) => {
            let texts = texts(parts);
            if texts.iter().any(String::is_empty) { String::new() } else { joined(texts, " or ") }
        }
        (Logic::Not(inner), _) => part(inner, !wanted, variables),
        (Logic::Formula(_), _) => String::new(),
        (Logic::Field(id, ask), _) => asked(id, ask, wanted, variables),
    }
}

fn asked(id: &str, ask: &Ask, wanted: bool, variables: &[Variable]) -> String {
    let variable = |id: &str| variables.iter().find(|variable| variable.id == *id);
    let Some(own) = variable(id) else { return String::new() };
    let name = &own.name;
    let sign = |order: Order| {
        let order = if wanted { order } else { order.opposite() };
        OPERATORS.iter().find(|(_, known)| *known == order).map_or("=", |(sign, _)| *sign)
    };
    let one = |code: &str| format!("[{name}({code})] = '{}'", u8::from(wanted));
    match ask {
        Ask::Answered if own.multi => {
            let each: Vec<String> = own.codes.iter().map(|(code, _)| one(code)).collect();
            format!("({})", each.join(if wanted { " or " } else { " and " }))
        }
        Ask::Answered => format!("[{name}] {} ''", sign(Order::Unequal)),
        Ask::Selected(id) if own.multi => one(&own.code(id)),
        Ask::Selected(id) => format!("[{name}] {} '{}'", sign(Order::Equal), own.code(id)),
        Ask::Is(order, value) => format!("[{name}] {} '{}'", sign(*order), own.code(value)),
        Ask::Beside(order, other) => {
            format!("[{name}] {} [{}]", sign(*order), variable(other).map_or("", |other| &other.name))
        }
    }
}
