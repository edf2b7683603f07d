//! Which questions name a scale, and which bring their own choices.

use crate::base::language::Lang;
use crate::base::text::folded;
use crate::study::protocol::load::scale::{added, built_in_name, default_scale, is_built_in};
use crate::study::protocol::{Choice, Protocol, Question, Role};

/// A name made of ids takes in further ids up to this length.
const NAME: usize = 24;

/// The scales of a protocol: the choices that several of its questions have in common.
pub(crate) struct Scales {
    lang: Lang,
    shared: Vec<(String, Vec<Choice>)>,
}

/// What a question says of its choices.
pub(crate) struct Offer<'a> {
    /// The scale it names.
    pub(crate) scale: Option<&'a str>,
    /// The choices it brings; none where it names a scale or the scale goes without saying.
    pub(crate) own: &'a [Choice],
    /// Whether "ej aktuellt" is added.
    pub(crate) na: bool,
    /// Whether "framgår ej" is added.
    pub(crate) unknown: bool,
    /// What choices mean here and not wherever the scale is used, by id.
    pub(crate) meanings: Vec<(&'a str, &'a str)>,
}

impl Scales {
    /// Finds the choices that several questions have in common.
    pub(crate) fn of(protocol: &Protocol) -> Self {
        let mut groups: Vec<(Vec<Choice>, usize)> = Vec::new();
        for question in protocol.declarations().filter(|question| may_share(question)) {
            let (base, _, _) = parts(question, protocol.lang);
            if base.is_empty() || built_in_name(base).is_some() {
                continue;
            }
            match groups.iter_mut().find(|(group, _)| same(group, base)) {
                Some((group, users)) => {
                    *users += 1;
                    in_common(group, base);
                }
                None => groups.push((base.to_vec(), 1)),
            }
        }
        let mut shared = Vec::new();
        for (choices, _) in groups.into_iter().filter(|(_, users)| *users > 1) {
            shared.push((name(&choices, &shared), choices));
        }
        Self { lang: protocol.lang, shared }
    }

    /// No scales but those that every protocol has.
    pub(crate) fn none(lang: Lang) -> Self {
        Self { lang, shared: Vec::new() }
    }

    /// The scales that the file defines.
    pub(crate) fn shared(&self) -> impl Iterator<Item = (&str, &[Choice])> {
        self.shared.iter().map(|(name, choices)| (name.as_str(), choices.as_slice()))
    }

    /// What a question says of its choices.
    pub(crate) fn of_question<'a>(&'a self, question: &'a Question) -> Offer<'a> {
        let (base, na, unknown) = parts(question, self.lang);
        let may = may_share(question);
        let shared = self.shared.iter().find(|(_, choices)| may && same(choices, base));
        let named = shared.map(|(name, _)| name.as_str()).or_else(|| built_in_name(base).filter(|_| may));
        let own = if named.is_none() { base } else { &[] };
        let told = own.iter().chain(shared.map_or(&[][..], |(_, choices)| choices));
        let told: Vec<(&str, &str)> = told.map(|choice| (choice.id.as_str(), choice.meaning.as_str())).collect();
        let news = |one: &(&str, &str)| {
            told.iter().find(|(id, _)| *id == one.0).map_or(!one.1.is_empty(), |(_, known)| *known != one.1)
        };
        let here = question.choices().iter().map(|choice| (choice.id.as_str(), choice.meaning.as_str()));
        let unsaid = |name: &&str| *name == default_scale(self.lang) && !question.is_multi();
        Offer { scale: named.filter(|name| !unsaid(name)), own, na, unknown, meanings: here.filter(news).collect() }
    }
}

/// Whether a question's choices may be a scale: they say nothing of other questions.
fn may_share(question: &Question) -> bool {
    question.conditions().is_empty() && !question.has_filtered()
}

/// The choices of a question without those that a word adds, and whether these are there.
fn parts(question: &Question, lang: Lang) -> (&[Choice], bool, bool) {
    let choices = question.choices();
    // Every choice that is a computed question's own says when it is the answer.
    if let Some((own @ [_, ..], added)) = choices.split_at_checked(question.conditions().len()) {
        let has = |role| added.iter().any(|choice| choice.role == Some(role));
        return (own, has(Role::Na), has(Role::Unknown));
    }
    let (rest, unknown) = without(choices, &added(lang, Role::Unknown));
    let (rest, na) = without(rest, &added(lang, Role::Na));
    (rest, na, unknown)
}

/// The choices without the last one if it is `added`; a question has at least one beside it.
fn without<'a>(choices: &'a [Choice], added: &Choice) -> (&'a [Choice], bool) {
    match choices.split_last() {
        Some((last, rest)) if !rest.is_empty() && last.looks_like(added) => (rest, true),
        _ => (choices, false),
    }
}

/// Whether two lists offer the same choices, whatever they mean.
fn same(one: &[Choice], other: &[Choice]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.looks_like(other))
}

/// Keeps the meanings that two lists of the same choices have in common.
fn in_common(group: &mut [Choice], other: &[Choice]) {
    for (choice, other) in group.iter_mut().zip(other) {
        if choice.meaning != other.meaning {
            choice.meaning.clear();
        }
    }
}

/// A name for choices: their ids, as far as these go, and a number if the name is taken.
fn name(choices: &[Choice], taken: &[(String, Vec<Choice>)]) -> String {
    let mut name = String::new();
    for choice in choices {
        let id = folded(&choice.id).replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        if !name.is_empty() && name.len() + id.len() > NAME {
            break;
        }
        name.push_str(if name.is_empty() { "" } else { "_" });
        name.push_str(&id);
    }
    let free = |name: &String| !is_built_in(name) && taken.iter().all(|(other, _)| other != name);
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.clone()).chain(numbered).find(free).unwrap_or(name)
}
