//! The free texts that a report or an export carries, each with where it stands, and what in them may be names.

use super::findings::State;
use crate::base::language::Words;
use crate::base::pii::names_in_id;
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::answers::escalation::MANAGER;
use crate::study::answers::record::Record;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::layout::KnownWords;
use crate::study::ledger::entry::{BLANKED, Op};
use crate::study::protocol::Kind;
use crate::study::tally::Tally;
use std::collections::BTreeSet;

/// A text with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<'s> {
    /// Of which kind it is: the catalogue's key of what that is called.
    pub kind: &'static str,
    /// The case that it is about.
    pub case: Option<CaseIx>,
    /// The question that it is about.
    pub question: Option<QuestionIx>,
    /// Who wrote it, where that is known.
    pub coder: Option<&'s str>,
    /// The text.
    pub text: String,
}

/// What may be names in a text, with its place in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where the text stands.
    pub place: String,
    /// The words.
    pub names: Vec<String>,
}

impl Study {
    /// The texts that a report carries: picked quotes, answers in free words, kept strengths and development areas, rules,
    /// reasons of changes, comments about units and on good examples, and why cases cannot be reviewed.
    pub fn texts_of_report(&self) -> Vec<Written<'_>> {
        let quotes = self.quotes().into_iter().filter(|quote| quote.picked.is_some()).map(|quote| Written {
            kind: "text-quote",
            case: Some(quote.case()),
            question: Some(quote.question),
            coder: Some(self.answers.coder_name(quote.slot.coder)),
            text: quote.text,
        });
        let rules = self.protocol.questions.keys().flat_map(|place| self.answers.rules(place));
        let rules = rules.filter_map(|line| self.written("text-rule", line));
        let changes = self.revisions().into_iter().map(|change| Written {
            kind: "text-note",
            case: Some(change.case),
            question: Some(change.question),
            coder: None,
            text: self.answers.text(change.reason).to_owned(),
        });
        let comments = self.cases.entries().flat_map(|entry| self.comments(entry));
        let flagged = self.cases.files().flat_map(|case| {
            let flags: BTreeSet<Option<QuestionIx>> = self.good_examples(case).map(|flag| flag.slot.question).collect();
            self.comments(case).filter(move |line| flags.contains(&line.slot.question))
        });
        let comments = comments.chain(flagged).filter_map(|line| self.written("text-note", line));
        let changes = changes.chain(comments);
        let texts =
            quotes.chain(self.free_answers(self.tally())).chain(self.kept_findings()).chain(rules).chain(changes);
        texts.chain(self.dropped(self.tally())).collect()
    }

    /// The comments that stand on a case, or on an entry of a unit, and its answers, oldest first; not what the manager was
    /// told.
    pub fn comments(&self, case: CaseIx) -> impl Iterator<Item = &Record> {
        let is_comment = |line: &&Record| {
            line.slot.op == Op::Note
                && self.answers.text(line.slot.item) != MANAGER
                && self.answers.text(line.value) != BLANKED
        };
        self.answers.seen(Perspective::Record, case).filter(is_comment)
    }

    /// The flags of good examples on a case, or on an entry of a unit, and its answers.
    pub fn good_examples(&self, case: CaseIx) -> impl Iterator<Item = &Record> {
        let is_example = |line: &&Record| line.slot.op == Op::Flag && self.answers.text(line.slot.item) == "example";
        self.answers.seen(Perspective::Record, case).filter(is_example)
    }

    /// How the unit and the sex of a case are called, and the answer that counts to a question, in words.
    pub fn behind(&self, case: CaseIx, question: Option<QuestionIx>, words: &Words) -> [String; 3] {
        let label = |column: Option<usize>| {
            let known = column.and_then(|column| Some((self.protocol.attributes.get(column)?, column)));
            known.map_or_else(String::new, |(attribute, column)| {
                attribute.label_of(self.cases.value(case, column)).to_owned()
            })
        };
        let asked = question.and_then(|place| Some((place, self.protocol.questions.get(place)?)));
        let answer = asked.and_then(|(place, asked)| {
            let cell = self.tally().cells(case).get(place).filter(|cell| cell.status == CellStatus::Answered)?;
            Some(asked.in_words(self.answers.text(cell.value), words))
        });
        [label(self.protocol.unit()), label(self.protocol.sex()), answer.unwrap_or_default()]
    }

    /// The strengths and development areas that are kept.
    pub fn kept_findings(&self) -> impl Iterator<Item = Written<'_>> {
        self.strengths().into_iter().filter_map(|item| match item.state {
            State::Kept(text) => Some(Written { kind: "text-finding", case: None, question: None, coder: None, text }),
            State::Proposed | State::Struck => None,
        })
    }

    /// The texts that an export carries of what a tally counts: ids, answers in free words and why cases cannot be
    /// reviewed; with comments, quotes and bookmarks where they are wanted.
    pub fn texts_of_export(&self, tally: &Tally, with_notes: bool) -> Vec<Written<'_>> {
        let cases = || self.cases.cases.keys().filter(|&case| tally.is_listed(case));
        let notes = cases().filter(|_| with_notes).flat_map(|case| self.answers.annotations(case));
        let notes = notes.filter(|line| !line.slot.round.is_blind()).filter_map(|line| match line.slot.op {
            Op::Note => self.written("text-note", line),
            Op::Quote => self.written("text-quote", line),
            Op::Bookmark => self.written("text-bookmark", line),
            _ => None,
        });
        self.free_answers(tally).into_iter().chain(self.dropped(tally)).chain(notes).collect()
    }

    /// What may be names in texts, in the order of these.
    pub fn named(&self, texts: &[Written<'_>], words: &Words) -> Vec<Named> {
        let known = self.known_words();
        let found = texts.iter().map(|text| Named {
            place: self.place_of(text, words),
            names: known.names(&text.text).into_iter().map(str::to_owned).collect(),
        });
        found.filter(|named| !named.names.is_empty()).collect()
    }

    /// What may be names in the ids of the cases that a tally counts.
    pub fn named_ids(&self, tally: &Tally, words: &Words) -> Vec<Named> {
        let known = self.known_words();
        let ids = self.cases.files().filter(|&case| tally.is_listed(case)).map(|case| &self.cases.cases.at(case).id);
        let found = ids.map(|id| Named {
            place: words.say(&msg!("text-id", id = id.as_str())),
            names: names_in_id(id, |word| known.knows(word)).into_iter().map(str::to_owned).collect(),
        });
        found.filter(|named| !named.names.is_empty()).collect()
    }

    /// Where a text stands, in words.
    fn place_of(&self, text: &Written<'_>, words: &Words) -> String {
        let case = text.case.and_then(|case| self.cases.cases.get(case)).map(|case| case.id.clone());
        let number = |question| words.say(&msg!("screen-question-number", n = self.protocol.number(question)));
        let kind = words.get(text.kind);
        let kind = text.coder.map_or(kind.clone(), |coder| format!("{kind} ({coder})"));
        case.into_iter().chain(text.question.map(number)).chain([kind]).collect::<Vec<_>>().join(", ")
    }

    /// A line's text, unless it is taken away.
    fn written(&self, kind: &'static str, line: &Record) -> Option<Written<'_>> {
        let text = Some(self.answers.text(line.value)).filter(|text| *text != BLANKED)?;
        Some(Written {
            kind,
            case: Some(line.slot.case),
            question: line.slot.question,
            coder: Some(self.answers.coder_name(line.slot.coder)),
            text: text.to_owned(),
        })
    }

    /// The answers in free words, each text once a question, with the first case that has it.
    fn free_answers(&self, tally: &Tally) -> Vec<Written<'_>> {
        let asked = self.protocol.questions.iter_enumerated().filter(|(_, asked)| asked.kind == Kind::Text);
        let mut found = Vec::new();
        for (question, asked) in asked {
            let mut seen = BTreeSet::new();
            for case in self.cases.of(asked.per).filter(|&case| tally.is_counted(case)) {
                let cell = *tally.cells(case).at(question);
                if cell.status == CellStatus::Answered && seen.insert(cell.value) {
                    let text = self.answers.text(cell.value).to_owned();
                    let (case, question) = (Some(case), Some(question));
                    found.push(Written { kind: "text-answer", case, question, coder: None, text });
                }
            }
        }
        found
    }

    /// Why cases cannot be reviewed.
    fn dropped(&self, tally: &Tally) -> Vec<Written<'_>> {
        let cases = self.cases.files().filter(|&case| tally.dropped(std::iter::once(case)) > 0);
        cases.filter_map(|case| self.written("text-drop", self.answers.dropped(case)?)).collect()
    }
}

impl KnownWords {
    /// The words of a text that may be names.
    fn names<'t>(&self, text: &'t str) -> Vec<&'t str> {
        self.likely_names(text).into_iter().filter_map(|place| text.get(place)).collect()
    }
}
