//! A study as it is compared.

use crate::study::Study;
use crate::study::index::QuestionIx;
use crate::study::protocol::Question;
use crate::study::sample::draw::Draw;

/// A study, all of it or one of its times.
#[derive(Clone)]
pub struct Side<'a> {
    /// What it is called beside the others.
    pub name: String,
    /// The study.
    pub study: &'a Study,
    /// How its cases were drawn, if they were.
    pub draw: Option<&'a Draw>,
    /// The time, where only that is compared.
    pub time: Option<&'a str>,
}

/// A question of a side.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The study.
    pub study: &'a Study,
    /// The question.
    pub question: &'a Question,
    /// Its place.
    pub place: QuestionIx,
    time: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// What it is matched by: its id, or the one that it has at all times.
    pub fn name(&self) -> &'a str {
        let time = self.question.time.as_ref().filter(|time| self.time == Some(time.at.as_str()));
        time.map_or(self.question.id.as_str(), |time| time.of.as_str())
    }
}

impl<'a> Side<'a> {
    /// The places of its questions: all, or those of its time.
    pub fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        let questions = self.study.protocol.questions.iter_enumerated();
        let is_of = |question: &Question| self.time.is_none() || self.time == at(question);
        questions.filter(move |(_, question)| is_of(question)).map(|(place, _)| place)
    }

    /// A question by its place.
    pub fn asked(&self, place: QuestionIx) -> Option<Asked<'a>> {
        let (study, time) = (self.study, self.time);
        study.protocol.questions.get(place).map(|question| Asked { study, question, place, time })
    }

    /// The place of a question by what it is matched by: the one of its time first.
    pub fn place(&self, name: &str) -> Option<QuestionIx> {
        let at_time = |place: &QuestionIx| self.asked(*place).is_some_and(|asked| asked.name() == name);
        self.questions().find(at_time).or_else(|| self.study.protocol.question(name))
    }

    /// Whether its cases are a probability sample: drawn, and neither all that there were nor chosen by somebody.
    pub fn is_sample(&self) -> bool {
        let is_part = |draw: &Draw| draw.strata.iter().any(|stratum| stratum.drawn < stratum.frame);
        self.draw.is_some_and(|draw| is_part(draw) && draw.added.is_empty())
    }

    /// Whether its cases are those of another side.
    pub fn is_same_cases(&self, other: &Side<'_>) -> bool {
        self.study.cases.hash == other.study.cases.hash
    }
}

fn at(question: &Question) -> Option<&str> {
    question.time.as_ref().map(|time| time.at.as_str())
}
