//! Names that every program takes for a variable.

use crate::base::text::identifier;
use crate::study::index::QuestionIx;
use crate::study::protocol::Protocol;
use std::collections::HashSet;

/// Names may have this many characters.
const LONGEST: usize = 32;
/// So many of them at most are a choice's.
const CHOICE: usize = 15;

/// What SPSS, R or Stata keep for themselves.
const RESERVED: [&str; 30] = [
    "all", "and", "break", "by", "byte", "double", "else", "eq", "float", "for", "function", "ge", "gt", "if", "in",
    "int", "le", "long", "lt", "ne", "next", "not", "or", "repeat", "str", "strl", "to", "using", "while", "with",
];

/// What a variable tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The case's id.
    Case,
    /// A column of the case list.
    Column(usize),
    /// The age group.
    AgeGroup,
    /// Whose the case is.
    Coder,
    /// The answer to a question.
    Question(QuestionIx),
    /// Whether the answer to a question has a choice: the places of both.
    Choice(QuestionIx, usize),
}

/// The file with the records for REDCap.
pub(crate) const RECORDS: &str = "redcap.csv";
/// The file with the dates that REDCap does not take since they are not whole.
pub(crate) const PARTS_OF_DATES: &str = "redcap-datum.csv";
/// The column with the case's id.
pub(crate) const CASE: &str = "case_id";

/// Every variable that a table of the protocol may have, with its name: the same one whatever is asked for. What is
/// already called by a name keeps it, so that no name means one thing in a file and another in the protocol.
pub(crate) fn variables(protocol: &Protocol) -> Vec<(String, Source)> {
    let mut names = Names::default();
    let mut all = vec![(names.give(CASE), Source::Case)];
    let multi = || protocol.questions.iter_enumerated().filter(|(_, question)| question.is_multi());
    names.0.extend(multi().map(|(_, question)| question.id.clone()));
    let ids = wished(protocol);
    let (plain, others): (Vec<_>, Vec<_>) = ids.into_iter().partition(|(id, _)| is_name(id) && *id != CASE);
    let kept: Vec<(String, Source)> = plain.into_iter().map(|(id, source)| (names.give(id), source)).collect();
    all.extend([("age_group", Source::AgeGroup), ("coder", Source::Coder)].map(|(id, one)| (names.give(id), one)));
    all.extend(others.into_iter().map(|(id, source)| (names.give(id), source)));
    for (place, question) in multi() {
        let parts = question.choices().iter().enumerate();
        all.extend(parts.map(|(at, one)| (names.give_choice(&question.id, &one.id), Source::Choice(place, at))));
    }
    all.extend(kept);
    all
}

/// The ids of what has one variable.
fn wished(protocol: &Protocol) -> Vec<(&str, Source)> {
    let columns = protocol.attributes.iter().enumerate().map(|(place, one)| (one.id.as_str(), Source::Column(place)));
    let asked = protocol.questions.iter_enumerated().filter(|(_, question)| !question.is_multi());
    columns.chain(asked.map(|(place, one)| (one.id.as_str(), Source::Question(place)))).collect()
}

/// The names that are given, each once.
#[derive(Debug, Default)]
struct Names(HashSet<String>);

/// The name that an id would like to be.
fn wish(id: &str) -> String {
    let wish = identifier(id, LONGEST);
    // `str5` is a type of Stata's.
    let is_kept = RESERVED.contains(&wish.as_str())
        || wish.strip_prefix("str").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if is_kept { format!("{wish}_1") } else { wish }
}

/// Whether an id is a name as it stands.
fn is_name(id: &str) -> bool {
    wish(id) == id
}

impl Names {
    /// A name for what is called `id`: the same one whenever the same ids come before it.
    fn give(&mut self, id: &str) -> String {
        let numbered = (2u32..).map(|number| {
            let ending = format!("_{number}");
            identifier(id, LONGEST - ending.len()) + &ending
        });
        let name = std::iter::once(wish(id)).chain(numbered).find(|name| !self.0.contains(name)).unwrap_or_default();
        self.0.insert(name.clone());
        name
    }

    /// A name for a choice of a question that may have several: both can be told from it.
    fn give_choice(&mut self, question: &str, choice: &str) -> String {
        let digits_too = identifier(&format!("x{choice}"), CHOICE + 1);
        let choice = digits_too.get(1..).unwrap_or_default().trim_end_matches('_');
        let question = identifier(question, LONGEST - 1 - choice.len());
        self.give(&format!("{question}_{choice}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_tell_what_they_are_of() {
        let mut names = Names::default();
        let given = ["gfp_aktuell", "Åtgärd 1", "atgard_1", "2016", "to", "str8", "å"].map(|id| names.give(id));
        assert_eq!(given, ["gfp_aktuell", "atgard_1", "atgard_1_2", "f_2016", "to_1", "str8_1", "a"]);
        assert_eq!(names.give_choice("kontakter", "anhörig"), "kontakter_anhorig");
        let long = names.give_choice("samverkan_med_andra_huvudman", "arbetsformedlingen");
        assert_eq!(long, "samverkan_med_an_arbetsformedlin");
    }

    proptest! {
        #[test]
        fn names_are_legal_and_each_is_given_once(
            ids in proptest::collection::vec((any::<String>(), prop_oneof!["[a-zåäö_ ]{0,3}", "[A-ZÅa-z0-9]{30,40}"]), 1..40)
        ) {
            let mut names = Names::default();
            let given: Vec<String> = ids
                .iter()
                .flat_map(|(one, other)| [names.give(one), names.give(other), names.give_choice(one, other)])
                .collect();
            for name in &given {
                let mut letters = name.chars();
                prop_assert!(letters.next().is_some_and(|first| first.is_ascii_alphabetic()), "{name}");
                prop_assert!(letters.all(|c| c.is_ascii_alphanumeric() || c == '_') && name.len() <= 32, "{name}");
                prop_assert!(!RESERVED.contains(&name.as_str()));
            }
            let once: std::collections::HashSet<String> = given.iter().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(once.len(), given.len());
        }
    }
}
