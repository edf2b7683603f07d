//! Names that every program takes for a variable.

use crate::base::text::identifier;

/// Names may have this many characters.
pub(crate) const LONGEST: usize = 32;
/// So many of them at most are a choice's.
const CHOICE: usize = 15;

/// What SPSS, R or Stata keep for themselves.
const RESERVED: [&str; 30] = [
    "all", "and", "break", "by", "byte", "double", "else", "eq", "float", "for", "function", "ge", "gt", "if", "in",
    "int", "le", "long", "lt", "ne", "next", "not", "or", "repeat", "str", "strl", "to", "using", "while", "with",
];

/// The names that are given, each once.
#[derive(Debug, Default)]
pub(crate) struct Names(Vec<String>);

impl Names {
    /// A name for what is called `id`: the same one whenever the same ids come before it.
    pub(crate) fn give(&mut self, id: &str) -> String {
        let wish = identifier(id, LONGEST);
        // `str5` is a type of Stata's.
        let is_kept = RESERVED.contains(&wish.as_str())
            || wish.strip_prefix("str").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        let wish = if is_kept { format!("{wish}_1") } else { wish };
        let numbered = (2u32..).map(|number| {
            let ending = format!("_{number}");
            identifier(id, LONGEST - ending.len()) + &ending
        });
        let name = std::iter::once(wish).chain(numbered).find(|name| !self.0.contains(name)).unwrap_or_default();
        self.0.push(name.clone());
        name
    }

    /// A name for a choice of a question that may have several: both can be told from it.
    pub(crate) fn give_choice(&mut self, question: &str, choice: &str) -> String {
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
