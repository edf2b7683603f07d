//! Lists to choose from.

use super::{
    agreement, answer, differences, discussion, draft, flags, navigation, quotes, record, rules, settings, spellings,
    strengths, text_entry,
};
use crate::msg;
use crate::study::answers::discussion::SETTLED;
use crate::study::answers::escalation::MANAGER;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Question;
use crate::tui::dialog::{Choice, Dialog, ListKind};
use crate::tui::effect::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::list::Show;
use crate::tui::model::Model;
use crate::tui::presenter;

/// Opens the list that an action asks for.
pub(crate) fn open(model: &mut Model, action: Action) {
    let about = match action {
        Action::Flag => ListKind::Flag,
        Action::Filter => ListKind::Show,
        _ => ListKind::Marks,
    };
    if about == ListKind::Marks && presenter::choices(model, about).is_empty() {
        return model.tell(msg!("screen-no-marks"));
    }
    // Where a question is discussed, one comes to answer.
    let reply = presenter::choices(model, about).iter().position(|choice| *choice == Choice::Reply);
    model.dialog = Some(Dialog::Choose { about, cursor: reply.unwrap_or(0) });
}

/// A digit chooses the line that it numbers, without opening it; tells whether there is such a line.
pub(crate) fn digit(model: &mut Model, key: Key) -> bool {
    let Some(digit) = key.typed().and_then(|c| c.to_digit(10)) else { return false };
    let length = presenter::dialog_length(model);
    let Some(Dialog::Choose { cursor, .. }) = &mut model.dialog else { return false };
    let line = (digit as usize).saturating_sub(1);
    *cursor = if line < length { line } else { *cursor };
    line < length
}

/// Does what the chosen line says.
pub(crate) fn chosen(model: &mut Model) -> Option<Effect> {
    let Some(Dialog::Choose { about, cursor }) = model.dialog else { return None };
    let choice = presenter::choices(model, about).into_iter().nth(cursor);
    model.dialog = None;
    match choice? {
        Choice::Answer(place) => {
            let effect = answer::choose(model, place);
            if model.asked().is_some_and(Question::is_multi) {
                model.dialog = Some(Dialog::Choose { about, cursor });
            }
            return effect;
        }
        Choice::Nothing => {}
        Choice::Flag(item) => return flags::flag(model, Some(model.question), item),
        Choice::Told => text_entry::open_text(model, Op::Note, None, MANAGER.to_owned()),
        Choice::Reply => discussion::reply(model),
        Choice::Outcome => discussion::rule(model),
        Choice::Settle => return flags::flag(model, Some(model.question), SETTLED),
        Choice::Take(reason) => return take(model, reason),
        Choice::Show(show) => select(model, show),
        Choice::Mark(slot) => {
            // A mark may stand on the case as a whole, or on a question that such a case is not asked.
            let flow = model.flow(model.study.cases.per(slot.case));
            let wanted = [slot.question, Some(model.question)].into_iter().flatten().find(|place| flow.contains(place));
            let question = wanted.or(flow.first().copied()).unwrap_or(0.into());
            navigation::jump(model, slot.case, question);
        }
        Choice::Difference(place) => differences::chosen(model, place),
        Choice::Rule(None) => text_entry::open(model, Action::Rule),
        Choice::Rule(Some(rule)) => rules::reword(model, rule),
        Choice::Again(case) => navigation::jump(model, case, model.question),
        Choice::Spelling(text, _) => model.dialog = Some(Dialog::Choose { about: ListKind::CountAs(text), cursor: 0 }),
        Choice::CountAs(text, name) => {
            let [text, name] = [text, name].map(|number| model.study.answers.text(number).to_owned());
            return spellings::count_as(model, &text, &name);
        }
        Choice::NewName(text) => spellings::rename(model, text),
        Choice::Agreement(question) => agreement::differing(model, question, cursor),
        Choice::Differing(case, question) => navigation::jump(model, case, question),
        Choice::Group(_) => model.dialog = Some(Dialog::Choose { about, cursor }),
        Choice::Setting(place) => settings::choose(model, place),
        Choice::Value(place, value) => return settings::set(model, place, value),
        Choice::Reopen => return Some(settings::reopen(model)),
        Choice::Item(item) => strengths::reword(model, &item),
        Choice::Own(side, unit) => strengths::add(model, side, unit),
        Choice::Quote(quote) => return quotes::toggle(model, &quote),
        Choice::Source(quote, document) => return quotes::pick(model, &quote, Some(&document)),
    }
    None
}

/// Takes the open case over.
fn take(model: &mut Model, reason: &str) -> Option<Effect> {
    let own = model.study.answers.own(Op::Take, &model.coder.slug, model.round(), model.case, None);
    let was = own.map_or("", |own| model.study.answers.text(own.value)).to_owned();
    let draft = draft(model, Op::Take, None, "", reason, &was);
    record(model, draft)
}

/// Shows other cases in the list.
fn select(model: &mut Model, show: Show) {
    let rows = navigation::rows(model, &show);
    if rows.is_empty() {
        return model.tell(msg!("screen-no-such-cases"));
    }
    model.rows = rows;
    model.show = show;
    let here = crate::tui::list::Row::Case(model.case);
    model.cursor = model.rows.iter().position(|row| *row == here).unwrap_or(1.min(model.rows.len() - 1));
}
