//! What a form asks several times of a case: entries of their own.

use super::{Group, Reading};
use crate::base::fault::{Fault, Result};
use crate::base::language::Lang;
use crate::exchange::forms::extension_columns::ExtensionFields;
use crate::exchange::forms::logic::{Ask, Logic};
use crate::exchange::forms::xlsform::column::Line;
use crate::exchange::forms::xlsform::names::Became;
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::repeat::{MOST_ENTRIES, most, whole};
use crate::study::protocol::{Kind, Per, Place, Question, Repeat};

/// How many entries can be coded where the form sets no bound.
const USUAL: usize = 12;

/// A group that is a repeat.
#[derive(Clone, Copy)]
pub(crate) struct Repeated {
    /// Its place among those of the protocol.
    place: usize,
    /// Whether its number of entries is a question that the form does not have.
    is_asked: bool,
}

/// How many entries a repeat has.
enum Count {
    /// As many as an answer says.
    Of(QuestionIx),
    /// As many for all.
    Always(usize),
    /// As many as are added.
    Asked,
}

impl Group<'_> {
    /// Whether it is a repeat whose number of entries is asked for.
    pub(crate) fn asks_its_number(&self) -> bool {
        self.repeat.is_some_and(|repeat| repeat.is_asked)
    }
}

impl<'a> Reading<'a> {
    /// Begins the repeat of the group that was just opened.
    pub(crate) fn begin_repeat(&mut self, line: Line<'a>, (id, label): (String, String)) {
        let looped = line.get("type").to_lowercase().contains(" over ");
        let outer = self.groups.iter().any(|group| group.repeat.is_some());
        if looped || outer {
            let message = if outer { msg!("xlsform-repeat-nested", name = id) } else { msg!("xlsform-repeat-loop") };
            self.log.lose(line.fault(message, "type"));
            return;
        }
        let Some(count) = self.count(&line) else { return };
        let is_asked = matches!(count, Count::Asked);
        let (count, max) = match count {
            Count::Of(place) => (Some(place), self.bound(place, &label)),
            Count::Always(max) => (None, max),
            Count::Asked => {
                let place = self.ask_number(line, &id, &label);
                (Some(place), self.bound(place, &label))
            }
        };
        let place = self.protocol.repeats.len();
        self.protocol.repeats.push(Repeat { id, label, count, max });
        if let Some(group) = self.groups.last_mut() {
            group.repeat = Some(Repeated { place, is_asked });
        }
    }

    /// What the form says of the number of entries; what cannot be said is noted.
    fn count(&mut self, line: &Line<'_>) -> Option<Count> {
        let text = line.get("repeat_count");
        let text = text.trim();
        if text.is_empty() {
            return Some(Count::Asked);
        }
        if let Some(max) = text.parse().ok().and_then(whole) {
            return Some(Count::Always(max));
        }
        let name = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
        let place = name.and_then(|name| self.names.id(name.trim())).and_then(|id| self.protocol.question(id));
        let counts = |place: &QuestionIx| {
            let question = self.protocol.questions.at(*place);
            matches!(question.kind, Kind::Number { .. }) && question.place.is_none() && question.per == Per::Case
        };
        let count = place.filter(counts).map(Count::Of);
        if count.is_none() {
            self.log.lose(line.fault(msg!("xlsform-repeat-count", count = text), "repeat_count"));
        }
        count
    }

    /// How many entries there may be by the bound of their number, which gets one where the form sets none.
    fn bound(&mut self, place: QuestionIx, label: &str) -> usize {
        let question = self.protocol.questions.at_mut(place);
        if let Some(max) = most(&question.kind) {
            return max;
        }
        let Kind::Number { max, .. } = &mut question.kind else { return USUAL };
        // A bound that is higher than there can be entries comes down to what there can be.
        let most = if max.is_some() { MOST_ENTRIES } else { USUAL };
        *max = Some(f64::from(u16::try_from(most).unwrap_or(u16::MAX)));
        let id = question.id.clone();
        self.log.tell(msg!("xlsform-repeat-most", name = label, most = most, question = id));
        most
    }

    /// Adds the question how many entries there are.
    fn ask_number(&mut self, line: Line<'a>, id: &str, label: &str) -> QuestionIx {
        let plain = format!("{id}_count");
        let taken =
            |id: &String| line.of.lines().any(|line| line.get("name") == *id) || self.protocol.question(id).is_some();
        let numbered = (2..).map(|number: usize| format!("{plain}_{number}"));
        let count = std::iter::once(plain.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or_default();
        let text = match self.language.lang {
            Lang::Sv => format!("{label}: hur många finns det?"),
            Lang::En => format!("{label}: how many are there?"),
        };
        let number = Kind::Number { unit: String::new(), min: Some(0.0), max: None };
        let question = Question::new(count.clone(), text, number);
        self.names.add(count.clone(), Some(Became { id: count, codes: Vec::new(), whole: true }));
        let place = self.protocol.questions.next_key();
        self.add(question, ExtensionFields::default(), Vec::new());
        self.log.tell(msg!("xlsform-repeat-asked", name = label));
        place
    }

    /// A condition of the question at `asking`, unless it looks at entries of a repeat that the question is not in: which
    /// of them it means, the form does not say.
    pub(crate) fn in_repeat(&self, logic: Logic, asking: QuestionIx) -> Result<Logic> {
        let open = || self.groups.iter().find_map(|group| group.repeat).map(|repeat| repeat.place);
        let own = self.protocol.questions.get(asking).map_or_else(open, repeat_of);
        let is_outside = |id: &str| {
            let question = self.protocol.question(id).and_then(|place| self.protocol.questions.get(place));
            question.and_then(repeat_of).is_some_and(|repeat| Some(repeat) != own)
        };
        logic.replaced(&|field, ask| {
            let other = if let Ask::Beside(_, other) = &ask { Some(other.clone()) } else { None };
            match [Some(field.clone()), other].into_iter().flatten().find(|id| is_outside(id)) {
                Some(name) => Err(Fault::new(msg!("xlsform-repeat-outside", name = name)).into()),
                None => Ok((field, ask)),
            }
        })
    }

    /// Forgets repeats none of whose questions is carried over.
    pub(crate) fn drop_empty_repeats(&mut self) {
        let questions = &mut self.protocol.questions;
        let has_any: Vec<bool> = (0..self.protocol.repeats.len())
            .map(|repeat| questions.iter().any(|question| repeat_of(question) == Some(repeat)))
            .collect();
        for place in questions.iter_mut().filter_map(|question| question.place.as_mut()) {
            let before = has_any.iter().take(place.repeat);
            place.repeat = before.filter(|has_any| **has_any).count();
        }
        let mut has_any = has_any.into_iter();
        self.protocol.repeats.retain(|_| has_any.next().unwrap_or_default());
    }

    /// The place of a question in the repeat that is open.
    pub(crate) fn repeat_place(&self, id: &str) -> Option<Place> {
        let repeat = self.groups.iter().rev().find_map(|group| group.repeat)?;
        Some(Place { repeat: repeat.place, of: id.to_owned(), number: 0, counted: false })
    }
}

/// The repeat that a question is in.
fn repeat_of(question: &Question) -> Option<usize> {
    question.place.as_ref().map(|place| place.repeat)
}
