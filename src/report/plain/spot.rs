//! The result of a spot check in words, and for programs.

use crate::analysis::reliability::spot::{Difference, Outcome, Voice};
use crate::base::language::Words;
use crate::base::text::{fit, padded, visible, visible_lines, width, wrap};
use crate::msg;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::percent::{percent, shown};
use crate::study::Study;
use crate::study::answers::case_view::CellStatus;
use crate::study::index::{At, QuestionIx};
use serde_json::{Value, json};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The sum.
    Sum,
    /// The case and the question of a difference.
    Heading,
    /// Something told.
    Row,
}

impl Outcome<'_> {
    /// The result for people, at most so many columns wide: the sum, then every difference.
    pub fn lines(&self, study: &Study, words: &Words, columns: usize) -> Vec<(Part, String)> {
        let mut lines = self.head(study, words, columns);
        for difference in &self.differences {
            lines.push((Part::Row, String::new()));
            lines.extend(difference.lines(study, words, columns));
        }
        lines
    }

    /// The sum, and what it leaves out.
    pub fn head(&self, study: &Study, words: &Words, columns: usize) -> Vec<(Part, String)> {
        let mut lines: Vec<(Part, String)> = Vec::new();
        let mut tell = |part: Part, text: &str| lines.extend(wrap(text, columns).into_iter().map(|text| (part, text)));
        tell(Part::Sum, &self.sum(study, words));
        if self.has_steps() {
            let [applies, answers] = [self.applies, self.answers].map(|step| shares(step, study, words));
            tell(Part::Row, &words.say(&msg!("spot-steps", applies = applies, answers = answers)));
        }
        if self.dropped > 0 {
            tell(Part::Row, &words.say(&msg!("spot-dropped", n = self.dropped)));
        }
        if self.left > 0 {
            tell(Part::Row, &words.say(&msg!("spot-left", n = self.left, of = self.drawn)));
        }
        lines
    }

    /// The first line that a person reads.
    pub fn sum(&self, study: &Study, words: &Words) -> String {
        if self.alike.of == 0 {
            return words.get("spot-nothing");
        }
        let sum = words.say(&msg!("spot-sum", share = shares(self.alike, study, words), n = self.compared));
        if self.has_free_words { format!("{sum}. {}", words.get("agree-free")) } else { sum }
    }

    /// The result for programs.
    pub fn json(&self, study: &Study) -> Value {
        let step = |alike: PercentAgreement| json!({ "alike": alike.alike, "of": alike.of, "pct": percent(alike.alike, alike.of) });
        let voice = |voice: &Voice<'_>| {
            let is_answered = voice.cell.status == CellStatus::Answered;
            let answer = study.answers.text(if is_answered { voice.cell.value } else { 0 });
            let asked = voice.cell.status != CellStatus::NotAsked;
            json!({ "coder": voice.coder, "asked": asked, "answer": answer, "note": voice.note })
        };
        let difference = |one: &Difference<'_>| {
            json!({
                "case_id": study.cases.cases.at(one.case).id,
                "question": study.protocol.questions.at(one.question).id,
                "first": voice(&one.first), "spot": voice(&one.spot), "days": one.days,
            })
        };
        json!({
            "seed": self.seed, "drawn": self.drawn, "compared": self.compared, "left": self.left,
            "dropped": self.dropped, "alike": step(self.alike), "applies": step(self.applies),
            "answers": step(self.answers), "differences": self.differences.iter().map(difference).collect::<Vec<_>>(),
        })
    }
}

/// `61 av 66 svar (92 procent)`; a small base has its counts alone.
fn shares(alike: PercentAgreement, study: &Study, words: &Words) -> String {
    let (k, n) = (alike.alike, alike.of);
    if n < study.percent_from.max(1) {
        return words.say(&msg!("spot-share", k = k, n = n));
    }
    words.say(&msg!("spot-share-percent", k = k, n = n, percent = shown(k, n)))
}

fn heading(difference: &Difference<'_>, study: &Study, words: &Words) -> String {
    let case = study.cases.name(&study.protocol, difference.case).join(", ");
    let text = study.protocol.questions.at(difference.question).text.as_str();
    let n = study.protocol.number(difference.question);
    format!("{}: {}", words.say(&msg!("screen-place", case_id = case, n = n)), visible(text))
}

impl Difference<'_> {
    /// Case and question, then both answers below each other, each with its comment.
    pub fn lines(&self, study: &Study, words: &Words, columns: usize) -> Vec<(Part, String)> {
        let first = self.days.map_or_else(|| visible(self.first.coder), |days| earlier(days, words));
        let names = [first, words.get("spot-you")];
        let space = names.iter().map(|name| width(name)).max().unwrap_or(0).min(columns / 2);
        let voices = names.iter().zip([&self.first, &self.spot]);
        let voices = voices.flat_map(|(name, voice)| {
            let note = visible_lines(voice.note);
            let note = (!note.is_empty()).then(|| words.say(&msg!("spot-note", text = note)));
            let said = std::iter::once(said(self.question, voice, study, words)).chain(note).collect::<Vec<_>>();
            let said = said.iter().flat_map(|text| wrap(text, columns.saturating_sub(space + 4).max(8))).enumerate();
            let line = |(at, text): (usize, String)| {
                let name = if at == 0 { fit(name, space) } else { String::new() };
                (Part::Row, format!("  {}  {text}", padded(&name, space)))
            };
            said.map(line).collect::<Vec<_>>()
        });
        let heading = wrap(&heading(self, study, words), columns).into_iter().map(|text| (Part::Heading, text));
        heading.chain(voices).collect()
    }
}

/// What a coding says to a question.
fn said(question: QuestionIx, voice: &Voice<'_>, study: &Study, words: &Words) -> String {
    let asked = study.protocol.questions.get(question);
    match (voice.cell.status, asked) {
        (CellStatus::Answered, Some(asked)) => asked.in_words(study.answers.text(voice.cell.value), words),
        (CellStatus::NotAsked, _) => words.get("spot-not-asked"),
        _ => "–".to_owned(),
    }
}

/// `du själv, 3 veckor tidigare`.
fn earlier(days: i64, words: &Words) -> String {
    if days < 14 { words.say(&msg!("spot-days", n = days)) } else { words.say(&msg!("spot-weeks", n = days / 7)) }
}
