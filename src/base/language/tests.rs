use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

fn inline(expression: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => variables_of(expression, into),
        _ => {}
    }
}

fn variables_of(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(expression) => inline(expression, into),
        Expression::Select { selector, variants } => {
            inline(selector, into);
            for variant in variants {
                variables(&variant.value, into);
            }
        }
    }
}

fn variables(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            variables_of(expression, into);
        }
    }
}

fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(lang.catalogue()).expect("the catalogue has no syntax error");
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    let mut found = BTreeMap::new();
    for message in messages {
        let mut names = BTreeSet::new();
        variables(message.value.as_ref().expect("every message has a text"), &mut names);
        assert!(found.insert(message.id.name.to_owned(), names).is_none(), "{} is given twice", message.id.name);
    }
    found
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    assert_eq!(keys(Lang::Sv), keys(Lang::En));
}

/// Swedish in English words, and words that the glossary has another one for.
const NO_ENGLISH: [&str; 14] = [
    " stands",
    " stand in ",
    " so many ",
    "whoever",
    "taken away",
    "take away",
    "there already",
    "somebody",
    "everybody",
    " lest ",
    " mend ",
    "you may not",
    "alike in",
    "carried over",
];

#[test]
fn english_texts_are_plain_english() {
    let lines =
        EN.lines().map(|line| line.split_once(" = ").map_or_else(|| line.to_owned(), |(_, text)| format!(" {text}")));
    let odd: Vec<String> = lines.filter(|line| NO_ENGLISH.iter().any(|phrase| line.contains(phrase))).collect();
    assert_eq!(odd, [] as [&str; 0]);
}

/// Every `msg!("key"…)`, `get("key")` and key of a table in the sources.
fn spoken(folder: &std::path::Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            spoken(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_key_is_spoken_somewhere_and_every_key_spoken_is_there() {
    let mut source = String::new();
    spoken(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let keys = keys(Lang::En);
    let quoted: std::collections::HashSet<&str> = source.split('"').collect();
    let unspoken = |key: &&String| {
        !key.starts_with("cli")
            && !key.starts_with("option-")
            && !key.starts_with("os-error-")
            && !key.starts_with("schema-")
            && !key.starts_with("setting-")
            && !key.starts_with("value-")
            && !quoted.contains(key.as_str())
    };
    assert_eq!(keys.keys().filter(unspoken).collect::<Vec<_>>(), [] as [&String; 0], "in no source");
    let calls = ["msg!(\"", "msg!(\n", ".get(\""].iter().flat_map(|call| source.split(call).skip(1));
    let named = calls.filter_map(|rest| rest.trim_start().trim_start_matches('"').split('"').next());
    let kebab = |key: &&str| key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let missing: Vec<&str> =
        named.filter(kebab).filter(|key| *key != "no-such-key" && !keys.contains_key(*key)).collect();
    assert_eq!(missing, [] as [&str; 0], "in no catalogue");
}

/// What is given behind the call: why a thing failed, and where or in which of many it stands.
const LATER: [(&str, &[&str]); 9] = [
    ("", &["cause"]),
    ("protocol-syntax", &["column"]),
    ("exchange-", &["names"]),
    ("redcap-lost-", &["field", "column", "found"]),
    ("redcap-filtered", &["names"]),
    ("redcap-formula", &["names"]),
    ("redcap-left-", &["n", "rows"]),
    ("redcap-mapped-", &["n", "rows"]),
    ("xlsform-", &["n", "rows"]),
];

/// What a call of the macro gives, from its key on: the key and the names of its variables.
fn given(call: &str) -> Option<(&str, BTreeSet<String>)> {
    let (key, mut rest) = call.trim_start().strip_prefix('"')?.split_once('"')?;
    let (mut depth, mut names) = (0_usize, BTreeSet::new());
    loop {
        let place = rest.find(['(', '[', '{', ')', ']', '}', ',', '"', '\''])?;
        let (head, after) = rest.split_at(place + 1);
        rest = after;
        match head.as_bytes()[place] {
            b'(' | b'[' | b'{' => depth += 1,
            b')' if depth == 0 => return Some((key, names)),
            b')' | b']' | b'}' => depth -= 1,
            b'"' => rest = after.split_once('"')?.1,
            b'\'' => {
                let sign = after.split_once('\'').filter(|(sign, _)| sign.chars().count() == 1);
                rest = sign.map_or(after, |(_, end)| end);
            }
            _ if depth == 0 => names.extend(after.split_once(" = ").map(|(name, _)| name.trim().to_owned())),
            _ => {}
        }
    }
}

#[test]
fn every_message_is_given_what_its_text_speaks_of() {
    let mut source = String::new();
    spoken(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let keys = keys(Lang::En);
    let calls: Vec<_> = source.split("msg!(").skip(1).filter_map(given).collect();
    assert!(calls.len() > 500, "{}", calls.len());
    let is_later =
        |key: &str, name: &str| LATER.iter().any(|(begins, names)| key.starts_with(begins) && names.contains(&name));
    let lacks = |(key, names): &&(&str, BTreeSet<String>)| {
        let wanted = keys.get(*key).into_iter().flatten();
        wanted.into_iter().any(|name| !names.contains(name) && !is_later(key, name))
    };
    assert_eq!(given("\"k\", a = f(b, ')'), c = \"(\") + x"), Some(("k", ["a", "c"].map(str::to_owned).into())));
    assert_eq!(calls.iter().filter(lacks).collect::<Vec<_>>(), [] as [&(&str, BTreeSet<String>); 0]);
}

#[test]
fn a_language_is_read_from_a_locale() {
    assert_eq!(Lang::from_tag("sv_SE.UTF-8"), Some(Lang::Sv));
    assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
    assert_eq!(Lang::from_tag("C"), None);
}

#[test]
fn an_error_of_the_system_is_said_in_both_languages_and_a_text_like_one_as_it_is_written() {
    let said =
        |cause: Arg| [Lang::Sv, Lang::En].map(|lang| Words::new(lang).say(&msg!("file-unread", cause = cause.clone())));
    let missing = io::Error::from_raw_os_error(2);
    assert_eq!(Arg::cause(&missing), Arg::Cause(2));
    let [sv, en] = said(Arg::cause(&missing));
    assert!(sv.contains("finns inte") && en.contains("it does not exist"), "{sv} {en}");
    let wrapped = zip::result::ZipError::Io(io::Error::from_raw_os_error(28));
    assert_eq!(Arg::cause(&wrapped), Arg::Cause(28), "the cause is looked for below");
    assert!(said(Arg::Cause(7777)).iter().all(|text| text.contains("(os error 7777)")));
    let written = "read to p. 4 (os error 2)";
    assert!(said(written.into()).iter().all(|text| text.contains(written)));
    let own = io::Error::other(written);
    assert_eq!(Arg::cause(&own), Arg::Text(written.to_owned()));
}

#[test]
fn what_a_terminal_would_obey_is_shown_instead() {
    let said = Words::new(Lang::En).say(&msg!("no-such-key"));
    assert_eq!(said, "no-such-key");
}
