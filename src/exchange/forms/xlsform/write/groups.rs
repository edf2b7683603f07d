//! The groups of a form: one for every run of an area, and those that are asked several times.

use super::name::field;
use super::{Cells, Writing};
use crate::study::index::At;
use crate::study::protocol::{Question, Repeat};

fn row(kind: &str) -> Cells<'static> {
    vec![("type", kind.to_owned())]
}

impl Writing<'_> {
    /// The questions in their groups.
    pub(crate) fn questions(&mut self) {
        let protocol = self.protocol;
        let repeat = |question: &Question| question.place.as_ref().map(|place| place.repeat);
        for run in protocol.questions.raw.chunk_by(|one, next| repeat(one) == repeat(next)) {
            let repeated = run.first().and_then(repeat).and_then(|place| protocol.repeats.get(place));
            if let Some(repeated) = repeated {
                self.begin_repeat(repeated);
            }
            run.chunk_by(|one, next| one.area == next.area).for_each(|run| self.area(run, repeated.is_some()));
            if repeated.is_some() {
                self.survey.push(row("end_repeat"));
            }
        }
    }

    fn begin_repeat(&mut self, repeat: &Repeat) {
        let name = self.taken.unique(&field(&repeat.id));
        let own = if name == repeat.id { String::new() } else { repeat.id.clone() };
        let count = repeat.count.map(|count| self.protocol.questions.at(count).id.as_str());
        let count = count.map_or_else(|| repeat.max.to_string(), |count| format!("${{{}}}", self.name(count)));
        let more = vec![("name", name), ("label", repeat.label.clone()), ("repeat_count", count), ("aktkoll_id", own)];
        self.survey.push([row("begin_repeat"), more].concat());
    }

    /// A run of questions of one area; within a repeat the group says whose it is.
    fn area(&mut self, run: &[Question], is_repeated: bool) {
        let Some(area) = run.first().and_then(|question| self.protocol.areas.get(question.area)) else { return };
        let name = self.taken.unique(&field(&area.id));
        let own = if name == area.id && !is_repeated { String::new() } else { area.id.clone() };
        let more = vec![("name", name), ("label", area.label.clone()), ("aktkoll_id", own)];
        self.survey.push([row("begin_group"), more].concat());
        for question in run {
            self.question(question);
        }
        self.survey.push(row("end_group"));
    }
}
