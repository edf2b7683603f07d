//! The name that was probably meant, for "did you mean".

use crate::base::language::Message;
use crate::base::text::folded;
use crate::msg;

/// Names longer than this are compared with nothing.
const LONGEST: usize = 64;
/// At most this many names are listed in a hint.
const LISTED: usize = 20;

/// The candidate that a misspelt name was probably meant to be.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(name);
    let length = wanted.chars().count();
    let close = |candidate: &str| {
        let distance = strsim::osa_distance(&wanted, &folded(candidate));
        (distance <= 1 + candidate.chars().count().saturating_sub(1) / 4 && distance < length).then_some(distance)
    };
    candidates
        .into_iter()
        .filter(|candidate| length <= LONGEST && candidate.chars().count() <= LONGEST)
        .filter_map(|candidate| Some((close(candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The hint for an unknown name: the one that was probably meant, else those there are.
pub fn suggestion<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Message {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    match nearest(name, candidates.iter().copied()) {
        Some(meant) => msg!("did-you-mean", name = meant),
        None if candidates.is_empty() => msg!("there-are-none"),
        None => msg!("there-are", names = listed(&candidates)),
    }
}

/// Names one after the other; of a long list the first ones.
pub fn listed(names: &[&str]) -> String {
    let mut text = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > LISTED {
        text.push_str(", …");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let names = ["gfp_aktuell", "beslut", "område"];
        assert_eq!(nearest("gfp_aktuel", names), Some("gfp_aktuell"));
        assert_eq!(nearest("OMRADE", names), Some("område"));
        assert_eq!(nearest("bselut", names), Some("beslut"));
        assert_eq!(nearest("våld", names), None);
        assert_eq!(nearest("asa", ["alva"]), None, "a short name is another name with two letters changed");
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest(&"a".repeat(100_000), names), None);
    }
}
