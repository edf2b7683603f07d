//! A coder's short name: the folder of the ledger and the `coder` of every line.

use crate::base::fault::{Fault, Result};
use crate::base::pii::has_number;
use crate::base::text::{folded, is_hidden};
use crate::msg;

/// The longest short name.
const LONGEST: usize = 32;

/// Whether a name is short already: 1 to 32 of a–z, 0–9, `_` and `-`. Older ledgers may be of one that begins with `_`.
pub fn is_slug(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len()) && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
}

/// The short name that a person's name gives: `Åsa Öberg` is `asa-oberg`.
///
/// It never begins with `_`: engines that read many files leave such folders out without a word.
pub fn slug(name: &str) -> Result<String> {
    if has_number(name) {
        return Err(Fault::new(msg!("identity-coder")).hint(msg!("ledger-slug-hint")).into());
    }
    let plain: String =
        folded(name).chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    let short = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let short = short.trim_start_matches(['_', '-']).to_owned();
    let clean = !name.chars().any(|c| c.is_control() || is_hidden(c));
    if clean && is_slug(&short) {
        return Ok(short);
    }
    Err(Fault::new(msg!("ledger-slug", name = name, most = LONGEST)).hint(msg!("ledger-slug-hint")).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_becomes_a_slug() {
        assert_eq!(slug("Åsa").unwrap(), "asa");
        assert_eq!(slug(" Åsa  Öberg-Lind ").unwrap(), "asa-oberg-lind");
        assert_eq!(slug("u1000").unwrap(), "u1000");
        assert_eq!((slug("_ove").unwrap(), slug("_-_ove_b").unwrap()), ("ove".to_owned(), "ove_b".to_owned()));
        assert!(is_slug("_ove"), "a ledger that is there already is read");
        assert!(slug("__").is_err());
        assert!(slug("???").is_err());
        assert!(slug("").is_err());
        assert!(["811218-9876", "8112189876", "Åsa 811218 9876"].iter().all(|number| slug(number).is_err()));
        assert!(slug(&"a".repeat(33)).is_err());
    }

    proptest! {
        #[test]
        fn a_slug_is_never_a_path_and_stays_itself(name in any::<String>()) {
            if let Ok(short) = slug(&name) {
                prop_assert!(is_slug(&short) && !short.starts_with('_'));
                prop_assert_eq!(slug(&short).unwrap(), short);
            }
        }
    }
}
