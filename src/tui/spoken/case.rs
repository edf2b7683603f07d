//! The open case and the open question in words.

use super::{About, Part, WIDE, squeezed};
use crate::msg;
use crate::study::ledger::entry::Round;
use crate::tui::model::Model;
use crate::tui::presenter::{case_title, counts, panel, progress};

/// Which case is open, in which round, whose it is, and how far one is.
pub(crate) fn case(model: &Model) -> Part {
    let round = round_name(model.round()).map_or_else(String::new, |name| model.words.get(name));
    let who = [model.study.title.clone(), model.coder.all(), round].into_iter().filter(|part| !part.is_empty());
    let who = who.collect::<Vec<_>>().join(", ");
    let lines = [case_title(model), who, squeezed(&counts(model, WIDE).join(" ")), progress(model)];
    Part::new(About::Case, format!("{} {:?}", model.case_id(model.case), model.round()), lines)
}

/// The catalogue's key of a round's name; the first round needs none.
fn round_name(round: Round) -> Option<&'static str> {
    match round {
        Round::First => None,
        Round::Second => Some("round-second"),
        Round::Spot => Some("round-spot"),
        Round::Consensus => Some("round-consensus"),
    }
}

/// The open question: its text, then where to look, its answers with their keys, and how to judge.
pub(crate) fn question(model: &Model) -> [Part; 2] {
    let lines: Vec<String> = panel(model, WIDE).iter().map(|line| squeezed(&line.to_string())).collect();
    let mut lines = lines.into_iter();
    let which = format!("{} {}", model.case_id(model.case), model.question_id(model.question));
    let title = model.words.say(&msg!("spoken-question", text = lines.next().unwrap_or_default()));
    [Part::new(About::Place, which.clone(), [title]), Part::new(About::Question, which, lines)]
}
