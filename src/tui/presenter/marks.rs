//! What of a study reaches this coder's eyes, and in which form.

use crate::base::text::visible;
use crate::study::answers::record::Record;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;
use crate::tui::model::Model;
use crate::tui::theme::Mark;

/// What stands beside a case's answers, as far as this coder may see it.
pub fn annotations(model: &Model, case: CaseIx) -> impl Iterator<Item = &Record> {
    model.study.answers.seen(model.perspective(), case)
}

/// Which marks stand on a question, or on all of a case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// An unsure answer.
    pub unsure: bool,
    /// A comment or quote.
    pub note: bool,
    /// A flag.
    pub flag: bool,
}

impl Marks {
    /// The marks that some of what stands beside the answers makes.
    pub fn of<'a>(model: &Model, annotations: impl Iterator<Item = &'a Record>) -> Self {
        let mut marks = Self::default();
        for record in annotations {
            match record.slot.op {
                Op::Flag if model.study.answers.text(record.slot.item) == "unsure" => marks.unsure = true,
                Op::Flag => marks.flag = true,
                Op::Note | Op::Quote => marks.note = true,
                Op::Answer
                | Op::Bookmark
                | Op::Done
                | Op::Take
                | Op::Drop
                | Op::Rule
                | Op::Spelling
                | Op::Item
                | Op::Evidence => {}
            }
        }
        marks
    }

    /// As they are shown: unsure, a comment, a flag.
    pub fn shown(self, model: &Model) -> String {
        let all = [(self.unsure, Mark::Unsure), (self.note, Mark::Note), (self.flag, Mark::Flag)];
        let set = all.into_iter().filter(|(set, _)| *set);
        set.map(|(_, shown)| mark(model, shown)).collect::<Vec<_>>().join(" ")
    }
}

/// A mark, or the word for it where it is heard.
pub fn mark(model: &Model, mark: Mark) -> String {
    let word = match mark {
        Mark::Done => "mark-done",
        Mark::Begun => "mark-begun",
        Mark::Untouched => "mark-untouched",
        Mark::Colleague => "mark-colleague",
        Mark::Dropped => "mark-dropped",
        Mark::Unasked => "mark-unasked",
        Mark::Unsure => "mark-unsure",
        Mark::Note => "mark-note",
        Mark::Flag => "mark-flag",
        Mark::Chosen => "mark-chosen",
        _ => return model.look.mark(mark).to_owned(),
    };
    if model.look.speaks() { model.words.get(word) } else { model.look.mark(mark).to_owned() }
}

/// A line of a list that is set or not: a box before it, or a word behind it where it is heard.
pub fn ticked(model: &Model, is_set: bool, text: &str) -> String {
    match (model.look.speaks(), is_set) {
        (true, true) => format!("{text}, {}", model.words.get("mark-chosen")),
        (true, false) => text.to_owned(),
        (false, true) => format!("[x] {text}"),
        (false, false) => format!("[ ] {text}"),
    }
}

/// The marks on a question of the open case.
pub fn marks(model: &Model, place: QuestionIx) -> Marks {
    let here = |record: &&Record| record.slot.question == Some(place);
    Marks::of(model, annotations(model, model.case).filter(here))
}

/// An answer to a question as it is read.
pub fn answer_text(model: &Model, question: QuestionIx, answer: &str) -> String {
    let asked = model.protocol().questions.get(question);
    asked.map_or_else(|| visible(answer), |asked| asked.in_words(answer, &model.words))
}
