//! A formula with other names for its fields, and other codes where a field is held against one.

use super::{Ask, Order};
use crate::base::fault::Result;
use crate::study::protocol::filter::formula::{Expr, Function, Operator};

/// The formula with every field replaced, and the codes that it is compared with.
pub(crate) fn recoded(
    expr: &Expr<String>,
    with: &impl Fn(String, Ask) -> Result<(String, Ask)>,
) -> Result<Expr<String>> {
    let coded = |field: &String, value: &Expr<String>| -> Result<Option<[Expr<String>; 2]>> {
        let Some(code) = code(value) else { return Ok(None) };
        let (name, ask) = with(field.clone(), Ask::Is(Order::Equal, code.clone()))?;
        let value = match ask {
            Ask::Is(_, other) if other != code => Expr::Text(other),
            _ => value.clone(),
        };
        Ok(Some([Expr::Field(name), value]))
    };
    let each = |part: &Expr<String>| recoded(part, with);
    match expr {
        Expr::Pair(left, operator @ (Operator::Equal | Operator::Unequal), right) => {
            let found = match (left.as_ref(), right.as_ref()) {
                (Expr::Field(field), value) | (value, Expr::Field(field)) => coded(field, value)?,
                _ => None,
            };
            match found {
                Some([field, value]) => Ok(Expr::pair(field, *operator, value)),
                None => Ok(Expr::pair(each(left)?, *operator, each(right)?)),
            }
        }
        Expr::Call(Function::Selected, parts) => {
            if let [Expr::Field(field), value] = parts.as_slice()
                && let Some(parts) = coded(field, value)?
            {
                return Ok(Expr::Call(Function::Selected, parts.to_vec()));
            }
            Ok(Expr::Call(Function::Selected, parts.iter().map(each).collect::<Result<_>>()?))
        }
        Expr::Field(field) => Ok(Expr::Field(with(field.clone(), Ask::Answered)?.0)),
        Expr::Negative(part) => Ok(Expr::Negative(Box::new(each(part)?))),
        Expr::Pair(left, operator, right) => Ok(Expr::pair(each(left)?, *operator, each(right)?)),
        Expr::Call(function, parts) => Ok(Expr::Call(*function, parts.iter().map(each).collect::<Result<_>>()?)),
        Expr::Text(_) | Expr::Number(_) => Ok(expr.clone()),
    }
}

/// The code that a value may be: a date is none.
fn code(value: &Expr<String>) -> Option<String> {
    super::expr::value(value).filter(|code| !code.is_empty() && !matches!(value, Expr::Call(..)))
}
