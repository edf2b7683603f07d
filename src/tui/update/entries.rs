//! The entries of a repeat: one more, or one less, by a key.
//!
//! Taking an entry out moves the answers of those after it up. All of that is written at once, or nothing is, and one undo
//! takes all of it back.

use super::{draft, navigation, permission, record};
use crate::base::language::Message;
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::entry::{Draft, Op};
use crate::study::protocol::Repeat;
use crate::tui::effect::{Effect, Recording};
use crate::tui::model::Model;
use crate::tui::presenter;

/// The entry that the open question is about: the repeat's place among those of the protocol, the question that says how
/// many there are, how many that is, and which of them is open.
struct Entry {
    repeat: usize,
    count: QuestionIx,
    all: usize,
    number: Option<usize>,
}

/// The repeat of the open question, or the one that it counts, or else the only one.
fn open_entry(model: &Model) -> Result<Entry, Message> {
    let protocol = model.protocol();
    let here = model.asked().and_then(|asked| asked.place.as_ref());
    let only = if protocol.repeats.len() == 1 { Some(0) } else { None };
    let repeat = here.map(|place| place.repeat).or_else(|| protocol.counted_by(model.question)).or(only);
    let repeat = repeat.ok_or_else(|| msg!("entry-none"))?;
    let known = protocol.repeats.get(repeat).filter(|repeat| protocol.is_counted_by_hand(repeat));
    let count = known.and_then(|repeat| repeat.count).ok_or_else(|| msg!("entry-fixed"))?;
    let all = Repeat::entries(model.held(count));
    Ok(Entry { repeat, count, all, number: here.map(|place| place.number) })
}

/// Whether the number of entries may be changed here and now; says why if it may not.
fn may_count(model: &mut Model, count: QuestionIx) -> bool {
    let open = std::mem::replace(&mut model.question, count);
    let may = permission::may_choose(model);
    model.question = open;
    may
}

/// Adds an entry.
pub(crate) fn add(model: &mut Model) -> Option<Effect> {
    match open_entry(model) {
        Err(message) => model.refuse(message),
        Ok(entry) => {
            let max = model.protocol().repeats.get(entry.repeat).map_or(0, |repeat| repeat.max);
            if entry.all >= max {
                let question = model.question_id(entry.count).to_owned();
                model.refuse(msg!("entry-most", max = max, question = question));
            } else if may_count(model, entry.count) {
                let counted = set(model, entry.count, &(entry.all + 1).to_string());
                return record(model, counted);
            }
        }
    }
    None
}

/// Takes the open entry out.
pub(crate) fn remove(model: &mut Model) -> Option<Effect> {
    let entry = match open_entry(model) {
        Ok(entry) => entry,
        Err(message) => {
            model.refuse(message);
            return None;
        }
    };
    let Some(number) = entry.number.filter(|number| (1..=entry.all).contains(number)) else {
        model.refuse(msg!("entry-which"));
        return None;
    };
    if let Some(question) = noted(model, &entry, number) {
        let text = model.protocol().questions.at(question).text.clone();
        model.refuse(msg!("entry-noted", text = text));
        return None;
    }
    if !may_count(model, entry.count) {
        return None;
    }
    let draft = set(model, entry.count, &(entry.all - 1).to_string());
    record(model, Recording { before: moved_up(model, &entry, number), draft })
}

/// The answers of the entries after one, each at the place before, and those of the last one cleared.
fn moved_up(model: &Model, entry: &Entry, number: usize) -> Vec<Draft> {
    let at = |place: usize| model.protocol().entry(entry.repeat, place);
    let mut drafts = Vec::new();
    for place in number..=entry.all {
        let mut next = at(place + 1).filter(|_| place < entry.all);
        for question in at(place).filter(|&question| model.protocol().questions.at(question).derive.is_none()) {
            let taken = next_like(model, &mut next, question);
            let value = taken.map_or("", |taken| kept(model, taken));
            if value != kept(model, question) {
                drafts.push(set(model, question, value));
            }
        }
    }
    drafts
}

/// The next question that is declared as another is.
fn next_like(model: &Model, next: &mut impl Iterator<Item = QuestionIx>, question: QuestionIx) -> Option<QuestionIx> {
    let questions = &model.protocol().questions;
    next.find(|&other| questions.at(other).declared_id() == questions.at(question).declared_id())
}

/// The first question from an entry on at which something is written: that stays with its question, and would then stand
/// at another entry.
fn noted(model: &Model, entry: &Entry, number: usize) -> Option<QuestionIx> {
    let mut questions = (number..=entry.all).flat_map(|place| model.protocol().entry(entry.repeat, place));
    questions.find(|&question| {
        presenter::annotations(model, model.case).any(|mark| mark.slot.question == Some(question))
            || !model.study.answers.evidence(model.perspective(), model.case, question).is_empty()
    })
}

fn set(model: &Model, question: QuestionIx, value: &str) -> Draft {
    draft(model, Op::Answer, Some(question), "", value, kept(model, question))
}

/// The answer as it was given, whole also where not all of it is on offer or it is not asked for.
fn kept(model: &Model, question: QuestionIx) -> &str {
    let answers = &model.study.answers;
    answers.text(answers.stored(model.perspective(), model.case, question))
}

/// A number of entries is on disk that was not answered where the cursor is: goes to the entry that came, or to the one
/// that has moved up.
pub(crate) fn counted(model: &mut Model, draft: &Draft) -> bool {
    let Some(count) = model.protocol().question(&draft.question).filter(|&count| count != model.question) else {
        return false;
    };
    let Some(repeat) = model.protocol().counted_by(count) else { return false };
    let (all, was) = (Repeat::entries(&draft.value), Repeat::entries(&draft.was));
    let here = model.asked().and_then(|asked| asked.place.as_ref()).map_or(all, |place| place.number);
    let to = if all > was { all } else { here.min(all) };
    let first = model.protocol().entry(repeat, to).next().unwrap_or(count);
    navigation::go_to(model, first);
    let label = model.protocol().repeats.get(repeat).map_or_else(String::new, |repeat| repeat.label.clone());
    model.tell(if all > was {
        msg!("entry-added", label = label, n = all)
    } else {
        msg!("entry-removed", label = label, n = all)
    });
    true
}
