//! Patterns of answers, kept once they are compiled: a formula is computed for every case.

use regex_lite::{Regex, RegexBuilder};
use std::cell::RefCell;

/// So many patterns are kept.
const KEPT: usize = 64;
/// A pattern takes so many bytes once it is compiled, at most.
const LARGEST: usize = 1 << 18;

thread_local! {
    static COMPILED: RefCell<Vec<(String, Option<Regex>)>> = const { RefCell::new(Vec::new()) };
}

/// The pattern for a whole text, if it can be read.
pub(crate) fn compiled(pattern: &str) -> Option<Regex> {
    let known = COMPILED.with_borrow(|all| all.iter().find(|(known, _)| known == pattern).map(|(_, one)| one.clone()));
    known.unwrap_or_else(|| {
        let regex = RegexBuilder::new(&format!("^(?:{})$", with_hyphens(pattern))).size_limit(LARGEST).build().ok();
        COMPILED.with_borrow_mut(|all| {
            if all.len() == KEPT {
                all.remove(0);
            }
            all.push((pattern.to_owned(), regex.clone()));
        });
        regex
    })
}

/// The pattern with a hyphen behind a class of characters, as in `[\w-.]`, as the sign that it is in Java, whose patterns
/// forms have.
fn with_hyphens(pattern: &str) -> String {
    let (mut out, mut is_inside) = (String::new(), false);
    let mut signs = pattern.chars().peekable();
    while let Some(sign) = signs.next() {
        out.push(sign);
        match sign {
            '[' => is_inside = true,
            ']' => is_inside = false,
            '\\' => {
                let escaped = signs.next();
                out.extend(escaped);
                let is_class = escaped.is_some_and(|sign| "wdsWDS".contains(sign));
                if is_inside && is_class && signs.peek() == Some(&'-') {
                    out.push('\\');
                }
            }
            _ => {}
        }
    }
    out
}
