//! Writing a formula: reading it again gives the same tree.

use super::{Expr, ITSELF, Operator};
use std::fmt;

/// How tightly a sign binds.
const SIGNED: u8 = 7;

impl fmt::Display for Expr<String> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::Number(number) => write!(f, "{number}"),
            Self::Field(name) => f.write_str(&field(name)),
            Self::Negative(part) => {
                f.write_str("-")?;
                within(f, part, binds(part) < SIGNED)
            }
            Self::Pair(left, operator, right) => {
                let (sign, own) = operator.sign();
                within(f, left, binds(left) < own)?;
                write!(f, " {sign} ")?;
                within(f, right, binds(right) <= own)
            }
            Self::Call(function, parts) => {
                write!(f, "{}(", function.name())?;
                for (place, part) in parts.iter().enumerate() {
                    write!(f, "{}{part}", if place > 0 { ", " } else { "" })?;
                }
                f.write_str(")")
            }
        }
    }
}

fn binds(expr: &Expr<String>) -> u8 {
    match expr {
        Expr::Pair(_, operator, _) => Operator::sign(*operator).1,
        _ => SIGNED,
    }
}

fn within(f: &mut fmt::Formatter<'_>, part: &Expr<String>, brackets: bool) -> fmt::Result {
    if brackets { write!(f, "({part})") } else { write!(f, "{part}") }
}

/// A field by its name.
pub(crate) fn field(name: &str) -> String {
    if name == ITSELF { name.to_owned() } else { format!("${{{}}}", name.replace('}', "}}")) }
}

/// A text within the quotation marks that are not in it; one with both kinds in pieces.
fn quoted(text: &str) -> String {
    match (text.contains('\''), text.contains('"')) {
        (false, _) => format!("'{text}'"),
        (true, false) => format!("\"{text}\""),
        (true, true) => {
            let pieces: Vec<String> = text.split('\'').map(|piece| format!("'{piece}'")).collect();
            format!("concat({})", pieces.join(", \"'\", "))
        }
    }
}
