//! Reading a formula, with the names that stand in it.

use super::token::{Token, tokens};
use super::{Expr, Function, Operator, regex};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::base::suggest::suggestion;
use crate::msg;

/// Deeper parentheses are no formula that a person wrote.
const DEEPEST: usize = 200;
/// Nor are so many words.
const LONGEST: usize = 4000;

impl Expr<String> {
    /// Reads a formula.
    pub fn parse(text: &str) -> Result<Self> {
        let tokens = tokens(text).map_err(|found| refused(msg!("formula-unexpected", found = found)))?;
        if tokens.len() > LONGEST {
            return Err(refused(msg!("formula-deep")));
        }
        let mut parser = Parser { tokens, next: 0, depth: 0 };
        let expr = parser.joined(0)?;
        match parser.peek() {
            None => Ok(expr),
            found => Err(unexpected(found)),
        }
    }
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

fn unexpected(token: Option<&Token>) -> Faults {
    let found = token.map_or_else(|| "…".to_owned(), Token::to_string);
    refused(msg!("formula-unexpected", found = found))
}

fn refused(message: Message) -> Faults {
    Fault::new(message).hint(msg!("formula-hint")).into()
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

    /// Parts joined by operators that bind more tightly than one around them.
    fn joined(&mut self, above: u8) -> Result<Expr<String>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(refused(msg!("formula-deep")));
        }
        let mut left = self.signed()?;
        while let Some((operator, binds)) = self.operator().filter(|(_, binds)| *binds > above) {
            self.next += 1;
            left = Expr::pair(left, operator, self.joined(binds)?);
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operator(&self) -> Option<(Operator, u8)> {
        match self.peek()? {
            Token::Sign(operator) => Some((*operator, operator.sign().1)),
            Token::Word(word) => {
                let known = Operator::ALL.iter().find(|(_, sign, _)| sign == word);
                known.map(|(operator, _, binds)| (*operator, *binds))
            }
            _ => None,
        }
    }

    fn signed(&mut self) -> Result<Expr<String>> {
        let mut signs = 0;
        while self.take(&Token::Sign(Operator::Minus)) {
            signs += 1;
        }
        if signs > DEEPEST {
            return Err(refused(msg!("formula-deep")));
        }
        let part = self.part()?;
        Ok((0..signs).fold(part, |part, _| Expr::Negative(Box::new(part))))
    }

    fn part(&mut self) -> Result<Expr<String>> {
        let token = self.peek().cloned();
        self.next += 1;
        match token {
            Some(Token::Field(name)) => Ok(Expr::Field(name)),
            Some(Token::Text(text)) => Ok(Expr::Text(text)),
            Some(Token::Number(digits)) => match digits.parse() {
                Ok(number) => Ok(Expr::Number(number)),
                Err(_) => Err(unexpected(Some(&Token::Number(digits)))),
            },
            Some(Token::Open) => {
                let inner = self.joined(0)?;
                self.expect(&Token::Close)?;
                Ok(inner)
            }
            Some(Token::Word(name)) if self.take(&Token::Open) => self.call(&name),
            other => Err(unexpected(other.as_ref())),
        }
    }

    fn call(&mut self, name: &str) -> Result<Expr<String>> {
        let Some(function) = Function::called(name) else {
            let hint = suggestion(name, Function::ALL.iter().map(|(_, known, ..)| *known));
            return Err(Fault::new(msg!("formula-function", name = name)).hint(hint).into());
        };
        let mut parts = Vec::new();
        while !self.take(&Token::Close) {
            if !parts.is_empty() {
                self.expect(&Token::Comma)?;
            }
            parts.push(self.joined(0)?);
        }
        if !function.takes(parts.len()) {
            return Err(refused(msg!("formula-arguments", name = name, count = parts.len())));
        }
        if let (Function::Regex, Some(Expr::Text(pattern))) = (function, parts.get(1))
            && regex::compiled(pattern).is_none()
        {
            return Err(refused(msg!("formula-regex", pattern = pattern.as_str())));
        }
        Ok(Expr::Call(function, parts))
    }
}
