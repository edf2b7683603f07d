//! The screen in words, for ears and fingers: what there is to say, the important word first.
//!
//! It is a second view of the same model. What has been said already is not said again: [`super::lines`] knows.

mod case;
mod dialog;

use crate::msg;
use crate::study::ledger::entry::{Entry, Op};
use crate::tui::list::Row;
use crate::tui::model::{Focus, Model, Repeat, Saving};
use crate::tui::presenter::{answer_text, case_line, not_saved, notice};

/// So wide that no sentence is cut.
const WIDE: usize = 4000;

/// The kinds of things that are said, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A line that is on disk, or is not.
    Saved,
    /// What is told.
    Notice,
    /// The open case.
    Case,
    /// That the following is open.
    Place,
    /// What belongs to the open question.
    Question,
    /// What a page or a list consists of.
    Body,
    /// The line that the cursor stands on.
    Row,
}

/// Some lines about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The kind of thing.
    pub about: About,
    /// Which: of another, everything is said.
    pub which: String,
    /// What there is to say, each line with its place where equal lines are not the same.
    pub lines: Vec<(usize, String)>,
}

impl Part {
    fn new(about: About, which: impl Into<String>, lines: impl IntoIterator<Item = String>) -> Self {
        let lines = lines.into_iter().map(|text| (0, text)).filter(|(_, text)| !text.trim().is_empty()).collect();
        Self { about, which: which.into(), lines }
    }
}

/// All that there is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// One thing after the other.
    pub parts: Vec<Part>,
    /// What is being written, if something is.
    pub writing: Option<String>,
    /// Whether more comes of itself, so that silence is no answer to a key.
    pub waits: bool,
}

/// The model in words.
pub fn spoken(model: &Model) -> Spoken {
    let mut parts = vec![saved(model), told(model), case::case(model)];
    let mut writing = None;
    let is_saving = matches!(model.saving, Saving::Pending { .. });
    match &model.dialog {
        // Where one is after it is said when it is on disk.
        _ if is_saving => {}
        Some(over) => {
            let (more, text) = dialog::dialog(model, over);
            parts.extend(more);
            writing = text;
        }
        None if model.focus == Focus::Cases => parts.push(row(model)),
        None => parts.extend(case::question(model)),
    }
    let waits = is_saving || matches!(model.repeat, Repeat::Doubtful(_) | Repeat::Held(_));
    Spoken { parts, writing, waits }
}

/// A text without what only eyes want: more blanks than one, and line ends.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last line that came to the disk; or that one is on its way for long, or could not be written.
fn saved(model: &Model) -> Part {
    let n = model.written.len();
    let (place, text) = match (&model.saving, not_saved(model, WIDE)) {
        (_, Some(lines)) => (0, lines.join(" ")),
        (Saving::Pending { seconds: 1.., .. }, None) => {
            let Saving::Pending { seconds, .. } = model.saving else { return Part::new(About::Saved, "", []) };
            // Each of the first seconds would drown what one listens for.
            let told = if seconds < 5 { 1 } else { seconds / 5 * 5 };
            (0, model.words.say(&msg!("screen-saving-for", n = told)))
        }
        // Also while the next one is on its way.
        (_, None) => (n, model.written.last().map_or_else(String::new, |entry| on_disk(model, entry))),
    };
    Part { lines: vec![(place, text)], ..Part::new(About::Saved, "", []) }
}

/// What is on disk now.
fn on_disk(model: &Model, entry: &Entry<'_>) -> String {
    let question = model.protocol().question(&entry.question);
    let what = match (entry.op, question) {
        (Op::Answer, Some(question)) if !entry.value.is_empty() => answer_text(model, question, &entry.value),
        (op, _) => {
            let (_, name) = Op::ALL.into_iter().find(|(known, _)| *known == op).unwrap_or((Op::Answer, "answer"));
            let set = if entry.value.is_empty() { "no" } else { "yes" };
            model.words.say(&msg!("spoken-line", op = name, set = set))
        }
    };
    let what = squeezed(&what);
    match (model.study.cases.place(&entry.case_id), question) {
        (Some(case), Some(question)) => {
            let (place, n) = (model.case_name(case), model.number(question));
            model.words.say(&msg!("spoken-saved-question", what = what, n = n, place = place))
        }
        (Some(case), None) => model.words.say(&msg!("spoken-saved", what = what, place = model.case_name(case))),
        (None, _) => model.words.say(&msg!("spoken-saved", what = what, place = model.study.title.as_str())),
    }
}

/// What is told until the next key.
fn told(model: &Model) -> Part {
    let text = notice(model).map(|notice| squeezed(&model.words.say(&notice.message)));
    Part::new(About::Notice, "", text)
}

/// The line of the case list that the cursor stands on.
fn row(model: &Model) -> Part {
    let is_case = |row: &&Row| matches!(row, Row::Case(_));
    let Some(Row::Case(case)) = model.rows.get(model.cursor) else { return Part::new(About::Row, "cases", []) };
    let n = model.rows.iter().take(model.cursor + 1).filter(is_case).count();
    let of = model.words.say(&msg!("spoken-of", n = n, of = model.rows.iter().filter(is_case).count()));
    let text = squeezed(&case_line(model, *case, WIDE).to_string());
    Part::new(About::Row, "cases", [format!("{text}, {of}")])
}
