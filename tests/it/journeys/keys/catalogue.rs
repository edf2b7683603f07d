//! No text of the catalogue names a key by itself, and each that takes a key from the keymap is tried.

use super::{TRIED, WALKED};
use aktkoll::base::language::Lang;
use fluent_syntax::ast::{Entry as Block, Expression, InlineExpression, PatternElement};
use std::collections::BTreeSet;

#[test]
fn every_message_that_names_a_key_is_tried() {
    let names_key = |element: &PatternElement<&str>| match element {
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            id.name == "key" || id.name.starts_with("key_")
        }
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().flat_map(|variant| &variant.value.elements).any(|element| {
                matches!(element, PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id })
                } if id.name == "key")
            })
        }
        _ => false,
    };
    for lang in [Lang::Sv, Lang::En] {
        let resource = fluent_syntax::parser::parse(lang.catalogue()).unwrap();
        let messages = resource.body.iter().filter_map(|block| match block {
            Block::Message(message) => message.value.as_ref().map(|value| (message.id.name, value)),
            _ => None,
        });
        let naming = messages.filter(|(_, value)| value.elements.iter().any(names_key)).map(|(name, _)| name);
        // These are about keys of files and scripts.
        let written = |name: &&str| {
            !["protocol-key", "script-", "keymap-", "choice-key-"].iter().any(|begins| name.starts_with(begins))
        };
        let found: BTreeSet<&str> = naming.filter(written).collect();
        assert_eq!(found, TRIED.into_iter().chain(WALKED).collect(), "{lang:?}");
    }
}

/// One letter that is not a key, by what the message begins with.
const LETTERS: [&str; 14] = [
    "agree-",
    "coded-mark-hint",
    "coded-missing",
    "command-unconfirmed-hint",
    "condition-form-hint",
    "difference-",
    "drift-",
    "ledger-slug",
    "method-",
    "plan-coder-hint",
    "action-mask",
    "screen-names",
    "screen-saving-for",
    "title-",
];

/// What is typed at a prompt of lines, in a file or in a script is no key of a keymap.
const WRITTEN: [&str; 16] = [
    "ask-",
    "choice-key",
    "cli",
    "key-",
    "keymap-",
    "option-",
    "path-",
    "protocol-",
    "settings-new",
    "settings-values",
    "settings-which",
    "start-",
    "make-",
    "schema-",
    "script-",
    "terminal-no-tty",
];

#[test]
fn no_text_names_a_key_by_itself() {
    let names = r"\b(Retur|Enter|Esc|Tabb?|Skift-\w+|Shift-\w+|Backsteg|Backspace|Home|End|Page (Up|Down)|mellanslag|Space|(Ctrl|Alt)-\w|F\d+)\b";
    let letters = r"(^|[ (])[B-HJ-Zb-hj-z?!]([ ).,:;]|$)";
    let [names, letters] = [names, letters].map(|pattern| regex_lite::Regex::new(pattern).unwrap());
    for lang in [Lang::Sv, Lang::En] {
        let mut name = "";
        for line in lang.catalogue().lines().filter(|line| !line.starts_with('#')) {
            let (head, text) = line.split_once(" = ").filter(|_| !line.starts_with(' ')).unwrap_or((name, line));
            name = head;
            let text = text.replace("n.a.", "");
            let is_one = |lists: &[&str]| lists.iter().any(|begins| name.starts_with(begins));
            assert!(is_one(&WRITTEN) || !names.is_match(&text), "{name} names a key: {text}");
            assert!(is_one(&WRITTEN) || is_one(&LETTERS) || !letters.is_match(&text), "{name} names a key: {text}");
        }
    }
}
