//! One question of a form.

use super::choices::List;
use super::column::{Line, truth};
use super::constraint::{bounds, exclude};
use super::kind::Type;
use super::language::below;
use super::list;
use super::read::Reading;
use crate::base::suggest::suggestion;
use crate::msg;
use crate::study::protocol::load::scale::MOST;
use crate::study::protocol::look_for::Pattern;
use crate::study::protocol::{Choice, Kind, Per, Question, Time};

use super::column::DERIVED;

/// What a box that is ticked says.
const ACKNOWLEDGED: &str = "OK";

impl Reading<'_> {
    /// The question of a row, without its area and condition, and the list of its choices.
    pub(crate) fn question(&mut self, line: &Line<'_>, id: String, kind: &Type) -> Option<(Question, Option<List>)> {
        let list = self.list(line, kind)?;
        let answered = self.kind(line, kind, list.as_ref());
        self.lose_columns(line, kind);
        let guidance = ["hint", "guidance_hint"].map(|name| self.language.text(line, name, self.log));
        let notes = std::mem::take(&mut self.notes).into_iter().map(|(text, _)| text);
        let text = self.label(line, &id);
        let question = Question {
            documents: list::split(&line.get("aktkoll_document")),
            look_for: self.look_for(line),
            guidance: below(notes.chain(guidance)),
            favourable: list::split_if_told(&line.get("aktkoll_favourable")),
            note_on: list::split(&line.get("aktkoll_note_on")),
            optional: self.is_optional(line),
            per: if line.get("aktkoll_per") == Per::Unit.name() { Per::Unit } else { Per::Case },
            time: Time::of_id(&id, &line.get("aktkoll_time")),
            ..Question::new(id, text, answered)
        };
        Some((question, list))
    }

    /// The words that a row has looked for.
    fn look_for(&mut self, line: &Line<'_>) -> Vec<Pattern> {
        let mut found = Vec::new();
        for text in list::split(&line.get("aktkoll_look_for")) {
            match Pattern::parse(&text) {
                Ok(pattern) => found.push(pattern),
                Err(_) => self.log.tell(msg!("xlsform-look-for", row = line.row.number, text = text)),
            }
        }
        found
    }

    /// The label of a row; its name where it has none.
    pub(crate) fn label(&mut self, line: &Line<'_>, name: &str) -> String {
        let label = self.language.text(line, "label", self.log);
        if label.is_empty() {
            self.log.tell_alike(line, msg!("xlsform-label-missing"));
            return name.to_owned();
        }
        label
    }

    /// The list of a question with choices; `None` where there is none of that name.
    #[expect(clippy::option_option, reason = "a question without choices needs no list")]
    fn list(&mut self, line: &Line<'_>, kind: &Type) -> Option<Option<List>> {
        let Type::Choice { list, .. } = kind else { return Some(None) };
        let Some(found) = self.lists.get(list) else {
            let hint = suggestion(list, self.lists.names());
            let fault = line.fault(msg!("xlsform-list-unknown", name = list.as_str()), "type").hint(hint);
            self.log.wrong(fault);
            return None;
        };
        let found = found.clone();
        let count = found.choices.len();
        if count > MOST && line.get("aktkoll_attribute").is_empty() {
            let message = msg!("protocol-choices-many", count = count, most = MOST);
            self.log.lose(line.fault(message, "type").hint(msg!("exchange-choices-many-hint")));
            return None;
        }
        Some(Some(found))
    }

    fn kind(&mut self, line: &Line<'_>, kind: &Type, list: Option<&List>) -> Kind {
        match kind {
            Type::Choice { several, .. } => {
                let list = list.cloned().unwrap_or_default();
                let mut choices = if *several { list.choices.clone() } else { list.for_one() };
                self.tell_list(&list, &choices);
                exclude(line, *several, &list.codes, &mut choices);
                if *several { Kind::Choices(choices) } else { Kind::Choice(choices) }
            }
            Type::Number { whole, percent } => {
                let (min, max) = bounds(line, *whole).unwrap_or_default();
                let (least, most) = if *percent { (Some(0.0), Some(100.0)) } else { (None, None) };
                let unit = line.get("aktkoll_unit");
                let unit = if *percent && unit.is_empty() { "%".to_owned() } else { unit };
                Kind::Number { unit, min: min.or(least), max: max.or(most) }
            }
            Type::Range => super::range::kind(line, self.log),
            Type::Acknowledge => Kind::Choice(vec![Choice::new(ACKNOWLEDGED, ACKNOWLEDGED)]),
            Type::Date => Kind::Date,
            _ => Kind::Text,
        }
    }

    fn tell_list(&mut self, list: &List, choices: &[Choice]) {
        let shown = |choice: &Choice| {
            choice.role.map_or_else(|| choice.id.clone(), |role| format!("{} = {}", choice.id, role.name()))
        };
        let shown = choices.iter().map(shown).collect::<Vec<_>>().join(", ");
        self.log.tell(msg!("xlsform-list", name = list.name.as_str(), choices = shown));
    }

    fn is_optional(&mut self, line: &Line<'_>) -> bool {
        let required = line.get("required");
        match truth(&required) {
            Some(required) => !required,
            None if required.is_empty() => self.some_required && line.get(DERIVED).is_empty(),
            None => {
                self.log.tell_alike(line, msg!("xlsform-required"));
                false
            }
        }
    }

    /// Notes the columns of a question that say what a protocol cannot.
    fn lose_columns(&mut self, line: &Line<'_>, kind: &Type) {
        let name = "calculation";
        if line.any_language(name).is_some() && line.get(DERIVED).is_empty() {
            self.log.lose(line.fault(msg!("xlsform-column-lost", name = name), name));
        }
        self.tell_columns(line, kind);
    }
}
