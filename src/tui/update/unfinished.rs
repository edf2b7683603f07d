//! A text that is still being written when a sitting ends, to be written on in the next one.

use super::{begun, navigation, permission, resolve, text_entry};
use crate::base::pii::has_number;
use crate::msg;
use crate::study::ledger::entry::{Head, Op, Round};
use crate::tui::dialog::{Dialog, Field};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Model, Notice};
use serde::{Deserialize, Serialize};
use tui_input::Input;

/// A text that was not saved, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    round: String,
    case_id: String,
    /// The question that was open.
    question: String,
    /// What it would become.
    op: String,
    /// The question that it is about, if it is about one.
    about: String,
    item: String,
    /// The line whose text it was begun with.
    begun: Option<Head>,
    /// Stands last, where those who take a text away look for it.
    text: String,
}

impl Model {
    /// What is being written and not saved; nothing where a personal number stands in it.
    pub fn unfinished(&mut self) -> Option<Unfinished> {
        let first = text_entry::first(self).into_owned();
        let (field, input) = self.dialog.as_mut()?.writing()?;
        let text = input.value().to_owned();
        let (op, about, item, begun) = match field.clone() {
            Field::Answer { .. } => (Op::Answer, None, String::new(), None),
            Field::Text { op, question, item, begun } => (op, question, item, begun.map(|begun| begun.line)),
            Field::Name(_) | Field::Number | Field::InFile | Field::Cases | Field::Command => return None,
        };
        let held = if op == Op::Answer { self.held(self.question) } else { first.as_str() };
        let is_kept = !text.trim().is_empty() && text != held && !has_number(&text);
        is_kept.then(|| Unfinished {
            round: self.round().name().to_owned(),
            case_id: self.case_id(self.case).to_owned(),
            question: self.question_id(self.question).to_owned(),
            op: op.name().to_owned(),
            about: about.map_or("", |about| self.question_id(about)).to_owned(),
            item,
            begun,
            text,
        })
    }

    /// Opens a text that was not saved where it was written, to be saved or left; tells whether it can be.
    pub fn write_on(&mut self, kept: &Unfinished) -> bool {
        let place = (self.study.cases.place(&kept.case_id), self.protocol().question(&kept.question));
        let ((Some(case), Some(question)), Some(op)) = (place, Op::named(&kept.op)) else { return false };
        if kept.round == Round::Consensus.name() && self.resolving().is_none() {
            resolve::open(self);
        }
        let about = self.protocol().question(&kept.about);
        if self.round().name() != kept.round || about.is_none() != kept.about.is_empty() {
            return false;
        }
        navigation::open_case(self, case, Some(question));
        let field = match (op, kept.begun) {
            (Op::Answer, _) => Field::Answer { pick: 0 },
            _ if !permission::may_write(self, op) => return false,
            // What stands in it of a text that was taken away is not to be told from the rest.
            (_, Some(line)) if self.study.answers.is_blanked(line) => return false,
            (_, line) => {
                let begun = line.and_then(|line| begun::of(self, line, self.study.answers.text_of(line)?));
                Field::Text { op, question: about, item: kept.item.clone(), begun }
            }
        };
        self.dialog = Some(Dialog::Write { field, input: Input::new(kept.text.clone()) });
        if self.unfinished().is_none() {
            self.dialog = None;
            return false;
        }
        let (key, key_back) = (self.key(Mode::Text, Action::Save), self.key(Mode::Text, Action::Back));
        let message = msg!("screen-text-kept", key = key, key_back = key_back);
        self.notice = Some(Notice { message, alarm: true });
        true
    }
}
