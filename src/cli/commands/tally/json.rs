//! A tally as JSON.

use super::{Tallied, table};
use crate::analysis::progress::coverage::Coverage;
use crate::analysis::tables::table::missing;
use crate::cli::commands::{key_json, with};
use crate::statistics::percent::percent;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Kind, Question};
use crate::study::tally::Counts;
use serde_json::{Value, json};

impl Tallied<'_> {
    pub(crate) fn as_json(&self) -> Value {
        let [cases, units] = self.dropped();
        let counted = self.counted();
        let tables = counted.iter().map(|(table, columns)| {
            let missing = self.whole().map_or(0, |tally| missing(&self.study.answers, tally, table));
            table::as_json(self.folder, table, columns, missing)
        });
        json!({
            "questions": self.places.iter().map(|&place| self.question_json(place)).collect::<Vec<_>>(),
            "tables": tables.collect::<Vec<_>>(),
            "dropped": cases,
            "dropped_units": units,
            "unasked": self.unasked(),
            "uncounted": self.study.answers.uncounted().len(),
            "coverage": self.coverage().into_iter().map(Coverage::as_json).collect::<Vec<_>>(),
        })
    }

    fn question_json(&self, place: QuestionIx) -> Value {
        let question = self.folder.protocol.questions.at(place);
        let groups = self.groups(place).map(|(columns, key, _, counts)| {
            let texts = (question.kind == Kind::Text).then(|| ("texts", names_json(self.study, place, &counts)));
            with(group_json(self.folder, question, columns, key, &counts), texts)
        });
        let json = json!({ "id": self.id(place), "text": question.text, "groups": groups.collect::<Vec<_>>() });
        let time =
            question.time.iter().flat_map(|time| [("of", time.of.as_str().into()), ("time", time.at.as_str().into())]);
        let repeat = self.folder.protocol.repeat_of(question).into_iter().flat_map(|(repeat, number)| {
            let counted = self.cases_with(place);
            let cases = counted.map(|counts| ("cases", group_json(self.folder, question, &[], &[], &counts)));
            let place = cases.is_none().then(|| ("place", number.into()));
            [("repeat", repeat.id.as_str().into())].into_iter().chain(place).chain(cases)
        });
        with(json, time.chain(repeat))
    }
}

fn names_json(study: &Study, place: QuestionIx, counts: &Counts) -> Value {
    let answers = &study.answers;
    let spelt = |&(text, n): &(u32, u32)| json!({ "text": answers.text(text), "n": n });
    let names = answers.names(place, &counts.texts).into_iter().map(|name| {
        let spellings: Vec<Value> = name.spellings.iter().map(spelt).collect();
        let pct = percent(name.n, counts.base);
        json!({ "name": answers.text(name.name), "n": name.n, "pct": pct, "spellings": spellings })
    });
    names.collect()
}

fn group_json(folder: &Folder, question: &Question, columns: &[usize], key: &[String], counts: &Counts) -> Value {
    let key = key_json(folder, columns, key);
    let choices: Vec<Value> = question
        .choices()
        .iter()
        .zip(&counts.choices)
        .map(|(choice, &n)| {
            let pct = percent(n, counts.base).filter(|_| choice.in_base);
            json!({ "id": choice.id, "label": choice.label, "n": n, "pct": pct })
        })
        .collect();
    let json = json!({
        "key": key, "choices": choices, "base": counts.base, "na": counts.na,
        "unanswered": counts.unanswered, "not_known": counts.not_known, "not_asked": counts.not_asked,
    });
    let Kind::Number { .. } = question.kind else { return json };
    let whole = |thousandths: Option<i64>| thousandths.and_then(|value| format!("{value}e-3").parse::<f64>().ok());
    let (min, max) = counts.range().unzip();
    with(json, [("mean", whole(counts.mean()).into()), ("min", whole(min).into()), ("max", whole(max).into())])
}
