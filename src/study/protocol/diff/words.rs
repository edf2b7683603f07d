//! Differences in words.

use super::{Change, Difference};
use crate::base::language::{Message, Words};
use crate::msg;
use crate::study::protocol::Protocol;
use crate::study::protocol::fields::{Aspect, Piece};

impl Difference {
    /// What it is in: an area, a question and so on, as a heading over all its differences.
    pub fn heading(&self, old: &Protocol, new: &Protocol) -> Message {
        match &self.piece {
            Piece::Protocol => msg!("update-protocol"),
            Piece::Attribute(id) => msg!("update-attribute", id = id.as_str()),
            Piece::Area(id) => msg!("update-area", id = id.as_str()),
            Piece::Repeat(id) => msg!("update-repeat", id = id.as_str()),
            Piece::Check(message) => msg!("update-check", message = message.as_str()),
            Piece::Table(id) => msg!("update-table", id = id.as_str()),
            Piece::Question(id) | Piece::Choice(id, _) => {
                let known = [new, old].into_iter().find_map(|protocol| protocol.questions.get(protocol.question(id)?));
                msg!("update-question", id = id.as_str(), text = known.map_or("", |question| question.text.as_str()))
            }
        }
    }

    /// What is otherwise now.
    pub fn describe(&self, words: &Words) -> String {
        let what = match &self.change {
            Change::Added => words.get("update-added"),
            Change::Removed => words.get("update-removed"),
            Change::Moved => words.get("update-moved"),
            Change::Fact { aspect, was, now } => {
                let (was, now) = (shown(*aspect, was, words), shown(*aspect, now, words));
                words.say(&msg!("update-fact", aspect = name(*aspect, words), was = was, now = now))
            }
        };
        self.of_choice(what, words)
    }

    /// What was otherwise then, for who gave an answer under it.
    pub fn describe_then(&self, words: &Words) -> String {
        let what = match &self.change {
            Change::Added => words.get("wording-missing"),
            Change::Removed => words.get("wording-there"),
            Change::Moved => words.get("update-moved"),
            Change::Fact { aspect: Aspect::Text, was, .. } => shown(Aspect::Text, was, words),
            Change::Fact { aspect, was, .. } => {
                words.say(&msg!("wording-fact", aspect = name(*aspect, words), was = shown(*aspect, was, words)))
            }
        };
        self.of_choice(what, words)
    }

    fn of_choice(&self, what: String, words: &Words) -> String {
        match (&self.piece, &self.change) {
            (Piece::Choice(_, choice), Change::Fact { .. }) => {
                words.say(&msg!("update-choice-fact", choice = choice.as_str(), what = what))
            }
            (Piece::Choice(_, choice), _) => words.say(&msg!("update-choice", choice = choice.as_str(), what = what)),
            _ => what,
        }
    }
}

/// What a fact says, as people read it.
fn shown(aspect: Aspect, fact: &str, words: &Words) -> String {
    match (aspect, fact) {
        (_, "") => words.get("update-nothing"),
        (_, "true") => words.get("update-true"),
        (_, "false") => words.get("update-false"),
        (Aspect::Kind, "choice") => words.get("kind-choice"),
        (Aspect::Kind, "choices") => words.get("kind-choices"),
        (Aspect::Kind, "number") => words.get("kind-number"),
        (Aspect::Kind, "date") => words.get("kind-date"),
        (Aspect::Kind, "text") => words.get("kind-text"),
        (Aspect::Kind, "derived") => words.get("kind-derived"),
        (Aspect::Per, "unit") => words.get("per-unit"),
        (Aspect::Per, "case") => words.get("per-case"),
        _ => words.say(&msg!("update-quoted", text = fact)),
    }
}

fn name(aspect: Aspect, words: &Words) -> String {
    words.get(match aspect {
        Aspect::Version => "aspect-version",
        Aspect::Title => "aspect-title",
        Aspect::Language => "aspect-language",
        Aspect::Documents => "aspect-documents",
        Aspect::Shown => "aspect-shown",
        Aspect::Private => "aspect-private",
        Aspect::Label => "aspect-label",
        Aspect::Role => "aspect-role",
        Aspect::Values => "aspect-values",
        Aspect::Area => "aspect-area",
        Aspect::Count => "aspect-count",
        Aspect::Text => "aspect-text",
        Aspect::Kind => "aspect-kind",
        Aspect::Unit => "aspect-unit",
        Aspect::Bounds => "aspect-bounds",
        Aspect::Condition => "aspect-condition",
        Aspect::Guidance => "aspect-guidance",
        Aspect::Favourable => "aspect-favourable",
        Aspect::NoteOn => "aspect-note-on",
        Aspect::LookFor => "aspect-look-for",
        Aspect::Statement => "aspect-statement",
        Aspect::Caption => "aspect-caption",
        Aspect::Optional => "aspect-optional",
        Aspect::Per => "aspect-per",
        Aspect::Meaning => "aspect-meaning",
        Aspect::Exclusive => "aspect-exclusive",
        Aspect::InBase => "aspect-in-base",
        Aspect::Key => "aspect-key",
        Aspect::Code => "aspect-code",
        Aspect::Derived => "aspect-derived",
        Aspect::By => "aspect-by",
        Aspect::Across => "aspect-across",
        Aspect::Rows => "aspect-rows",
        Aspect::Notes => "aspect-notes",
    })
}
