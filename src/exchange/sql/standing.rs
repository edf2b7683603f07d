//! How each question stands in a case, and its answer: two columns a question, those of conditions first.

use super::condition::{Say, real, standing, value};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::{Filter, Key};
use crate::study::protocol::{Derive, Kind, Question, Role};
use std::collections::BTreeSet;

impl<'a> Say<'a> {
    /// The questions that are asked about cases.
    fn asked(self) -> impl Iterator<Item = QuestionIx> + use<'a> {
        self.protocol.questions.keys().filter(move |&place| self.is_asked(place))
    }

    /// The stored answer where the question takes it, else nothing; nothing too where it is computed.
    fn offered(self, place: QuestionIx) -> String {
        let question = self.protocol.questions.at(place);
        let stored = format!("v{}", usize::from(place) + 1);
        let takes = match &question.kind {
            _ if question.derive.is_some() => return format!("'' AS {}", value(place)),
            Kind::Choice(choices) => {
                let ids: Vec<String> = choices.iter().map(|choice| self.engine.text(&choice.id)).collect();
                format!("{stored} IN ({})", ids.join(", "))
            }
            Kind::Choices(choices) => {
                let tests = choices.iter().map(|choice| self.contains(&stored, &choice.id));
                tests.collect::<Vec<_>>().join(" OR ")
            }
            Kind::Number { min, max, .. } => {
                let number = self.engine.number(&stored);
                let sides = [(min, ">="), (max, "<=")].into_iter();
                let sides = sides.filter_map(|(bound, side)| Some(format!(" AND {number} {side} {}", real((*bound)?))));
                format!("{number} IS NOT NULL{}", sides.collect::<String>())
            }
            Kind::Date => self.engine.matches(&stored, "^[1-9][0-9]{3}(-[0-9]{2}){0,2}$"),
            Kind::Text => return format!("{stored} AS {}", value(place)),
        };
        format!("CASE WHEN {takes} THEN {stored} ELSE '' END AS {}", value(place))
    }

    /// All answers of a case as they are stored, and those of them that are taken.
    pub(crate) fn answers(self, columns: &[String]) -> String {
        let own = columns.iter().map(|column| format!("c.{column} AS {column}, ")).collect::<Vec<_>>().concat();
        let kept = columns.iter().map(|column| format!("{column}, ")).collect::<Vec<_>>().concat();
        let by = columns.iter().map(|column| format!(", c.{column}")).collect::<Vec<_>>().concat();
        let stored = self.asked().map(|place| {
            let id = self.engine.text(&self.protocol.questions.at(place).id);
            format!(
                ",\n         coalesce(max(CASE WHEN r.op_of = 'answer' AND r.q_of = {id} THEN r.val_of END), '') AS v{}",
                usize::from(place) + 1
            )
        });
        let whole =
            |op: &str| format!("coalesce(max(CASE WHEN r.op_of = '{op}' AND r.q_of = '' THEN r.val_of END), '')");
        let taken = self.asked().map(|place| format!(",\n         {}", self.offered(place)));
        format!(
            "-- One row a case.\nanswers AS (\n  SELECT c.study AS study_of, c.case_id AS case_of, {own}\n         \
             {} AS dropped_of,\n         {} AS finished_of{}\n  \
             FROM cases c LEFT JOIN record r ON r.study_of = c.study AND r.case_of = c.case_id\n  \
             GROUP BY c.study, c.case_id{by}\n),\n\
             -- An answer that the question does not offer is none.\n\
             offered AS (\n  SELECT study_of, case_of, {kept}dropped_of, finished_of{}\n  FROM answers\n),\n",
            whole("drop"),
            whole("done"),
            stored.collect::<String>(),
            taken.collect::<String>(),
        )
    }

    /// The steps in which it is settled how questions stand, and the name of the last: a question is settled once all
    /// those are that it looks at.
    pub(crate) fn steps(self) -> (String, String) {
        let mut settled: BTreeSet<QuestionIx> = BTreeSet::new();
        let mut left: Vec<QuestionIx> = self.asked().collect();
        let (mut text, mut last) = (String::new(), "offered".to_owned());
        while !left.is_empty() {
            let is_ready = |place: &QuestionIx| {
                let question = self.protocol.questions.at(*place);
                let mut asked =
                    question.looks_at().into_iter().filter_map(Key::question).filter(|&other| self.is_asked(other));
                asked.all(|other| settled.contains(&other))
            };
            let (ready, later): (Vec<_>, Vec<_>) = left.into_iter().partition(is_ready);
            left = later;
            let derived: Vec<QuestionIx> =
                ready.iter().copied().filter(|&place| self.protocol.questions.at(place).derive.is_some()).collect();
            let plain = ready.iter().filter(|place| !derived.contains(place));
            let mut columns: Vec<String> = plain.map(|&place| self.plain(place)).collect();
            columns.extend(derived.iter().map(|&place| self.derived(place)));
            // A computed answer takes the place of the stored one.
            let answers = self.asked().map(|place| {
                let is_derived = derived.contains(&place);
                if is_derived { self.derived_value(place) } else { format!("j.{0} AS {0}", value(place)) }
            });
            let kept = settled.iter().map(|&place| format!("j.{0} AS {0}", standing(place)));
            let all: Vec<String> = kept.chain(answers).chain(columns).collect();
            let next = format!("settled{}", text.matches(" AS (\n").count() + 1);
            text.push_str(&format!(
                "{next} AS (\n  SELECT {{kept}},\n         {}\n  FROM {last} j\n),\n",
                all.join(",\n         ")
            ));
            last = next;
            settled.extend(ready);
        }
        (text, last)
    }

    /// How a question stands, given how it stands where its condition holds.
    fn gated(self, question: &Question, open: &str) -> String {
        if question.when.is_empty() {
            return open.to_owned();
        }
        format!(
            "CASE {} WHEN 0 THEN 'not_asked' WHEN 1 THEN 'not_known'\n              ELSE {open} END",
            self.filter(&question.when)
        )
    }

    fn plain(self, place: QuestionIx) -> String {
        let open = format!("CASE WHEN {} = '' THEN 'unanswered' ELSE 'answered' END", value(place));
        format!("{} AS {}", self.gated(self.protocol.questions.at(place), &open), standing(place))
    }

    fn derived(self, place: QuestionIx) -> String {
        let question = self.protocol.questions.at(place);
        let found = question.derive.as_ref().map(|derive| self.follows(question, derive, true)).unwrap_or_default();
        format!("{} AS {}", self.gated(question, &found), standing(place))
    }

    fn derived_value(self, place: QuestionIx) -> String {
        let question = self.protocol.questions.at(place);
        let found = question.derive.as_ref().map(|derive| self.follows(question, derive, false)).unwrap_or_default();
        format!("{found} AS {}", value(place))
    }

    /// What follows from other answers: how the question stands then, or its answer.
    fn follows(self, question: &Question, derive: &Derive, stands: bool) -> String {
        let pick = |standing: &str, answer: String| if stands { format!("'{standing}'") } else { answer };
        let open = |standing: &str| pick(standing, "''".to_owned());
        match derive {
            Derive::Parts(parts) => {
                let [met, unmet, unknown] = self.parts(parts);
                let role = |role: Role| {
                    let choice = question.role(role).or_else(|| question.role(Role::No));
                    choice
                        .map_or_else(|| open("not_asked"), |(_, choice)| pick("answered", self.engine.text(&choice.id)))
                };
                format!(
                    "CASE WHEN {met} + {unmet} + {unknown} = 0 THEN {} WHEN {met} > 0 AND {unmet} > 0 THEN {} \
                     WHEN {unknown} > 0 THEN {} WHEN {unmet} = 0 THEN {} ELSE {} END",
                    open("not_asked"),
                    role(Role::Partly),
                    open("not_known"),
                    role(Role::Yes),
                    role(Role::No),
                )
            }
            Derive::Sum(parts) => {
                let is_number = |part: &QuestionIx| {
                    format!("{} = 'answered' AND {} IS NOT NULL", standing(*part), self.engine.number(&value(*part)))
                };
                let asked = || parts.iter().filter(|place| self.is_asked(**place));
                let unknown = asked().map(|part| format!("{} IN ('unanswered', 'not_known')", standing(*part)));
                let any = asked().map(|part| format!("({})", is_number(part)));
                let sum = asked().map(|part| {
                    format!("CASE WHEN {} THEN {} ELSE 0 END", is_number(part), self.engine.number(&value(*part)))
                });
                let or = |tests: Vec<String>| if tests.is_empty() { "1 = 0".to_owned() } else { tests.join(" OR ") };
                let sum = sum.collect::<Vec<_>>().join(" + ");
                let sum = if sum.is_empty() { "0".to_owned() } else { sum };
                format!(
                    "CASE WHEN {} THEN {} WHEN {} THEN {} ELSE {} END",
                    or(unknown.collect()),
                    open("not_known"),
                    or(any.collect()),
                    pick("answered", format!("CAST(round({sum}, 6) AS {})", self.engine.text_type())),
                    open("not_asked"),
                )
            }
            // A protocol with formulas is refused before anything is said of it.
            Derive::Formula(_) => open("not_known"),
            Derive::First(filters) => {
                let choices = question.choices().iter().zip(filters);
                choices.rev().fold(open("not_asked"), |rest, (choice, filter)| {
                    let answer = pick("answered", self.engine.text(&choice.id));
                    let (found, unknown) = (self.filter(filter), open("not_known"));
                    format!("CASE {found} WHEN 2 THEN {answer} WHEN 1 THEN {unknown} ELSE {rest} END")
                })
            }
        }
    }

    /// How many of some questions have an answer that is met, have another one that counts, and have none yet.
    fn parts(self, parts: &[QuestionIx]) -> [String; 3] {
        let asked = || parts.iter().copied().filter(|&place| self.is_asked(place));
        let sum = |tests: Vec<String>| {
            let cases = tests.into_iter().map(|test| format!("CASE WHEN {test} THEN 1 ELSE 0 END"));
            let sum = cases.collect::<Vec<_>>().join(" + ");
            if sum.is_empty() { "0".to_owned() } else { format!("({sum})") }
        };
        let any = |place: QuestionIx, is_meant: &dyn Fn(&Question, &str) -> bool| {
            let question = self.protocol.questions.at(place);
            let ids = question.choices().iter().map(|choice| choice.id.as_str()).filter(|id| is_meant(question, id));
            let tests: Vec<String> = ids.map(|id| self.contains(&value(place), id)).collect();
            if tests.is_empty() { "1 = 0".to_owned() } else { format!("({})", tests.join(" OR ")) }
        };
        let met = |place| any(place, &|question, id| question.is_met(id));
        let counts = |place| any(place, &|question, id| question.is_in_base(id));
        let answered = |place| format!("{} = 'answered'", standing(place));
        [
            sum(asked().map(|place| format!("{} AND {}", answered(place), met(place))).collect()),
            sum(asked()
                .map(|place| format!("{} AND NOT {} AND {}", answered(place), met(place), counts(place)))
                .collect()),
            sum(asked().map(|place| format!("{} IN ('unanswered', 'not_known')", standing(place))).collect()),
        ]
    }

    /// Whether anything is asked about a case: what is computed does not count.
    pub(crate) fn is_any_asked(self) -> String {
        let questions = || self.asked().map(|place| (place, self.protocol.questions.at(place)));
        let plain = || questions().filter(|(_, question)| question.derive.is_none());
        if plain().any(|(_, question)| question.when == Filter::default()) {
            return "1 = 1".to_owned();
        }
        let tests: Vec<String> = plain().map(|(place, _)| format!("{} <> 'not_asked'", standing(place))).collect();
        if tests.is_empty() { "1 = 0".to_owned() } else { tests.join(" OR ") }
    }
}
