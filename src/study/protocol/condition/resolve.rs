//! What the names of a formula mean in a protocol.

use super::{Domain, Scope};
use crate::base::fault::{Faults, Result};
use crate::study::protocol::Question;
use crate::study::protocol::filter::formula::{Expr, Holds, Place};

impl Expr<String> {
    /// The same over places of the protocol; every name that is none is told.
    pub(crate) fn resolved(&self, scope: &Scope<'_>) -> Result<Expr> {
        let faults = faults_of(self, scope);
        if !faults.0.is_empty() {
            return Err(faults);
        }
        self.replaced(&mut |name: &String| {
            let (key, domain) = scope.key(name)?;
            let question = scope.asked(key);
            let holds = match domain {
                Domain::Number => Holds::Number,
                Domain::Date => Holds::Date,
                Domain::Text => Holds::Text,
                Domain::Column => Holds::Column,
                Domain::Listed(_) if question.is_some_and(Question::is_multi) => Holds::Choices,
                Domain::Listed(_) => Holds::Choice,
            };
            Ok(Expr::Field(Place { key, holds, optional: question.is_some_and(|question| question.optional) }))
        })
    }
}

/// What is wrong with the names of a formula.
fn faults_of(expr: &Expr<String>, scope: &Scope<'_>) -> Faults {
    let mut names: Vec<&String> = expr.fields();
    names.sort();
    names.dedup();
    Faults(names.into_iter().filter_map(|name| scope.key(name).err()).flat_map(|faults| faults.0).collect())
}
