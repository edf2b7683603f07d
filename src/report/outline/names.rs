//! The names that were given to a question in free text, each with its count, the most common first.

use crate::msg;
use crate::report::{Source, question};
use crate::study::answers::case_view::{CellStatus, Row};
use crate::study::answers::spellings::Name;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::Filter;
use std::collections::BTreeMap;

/// The names in the cases that meet conditions: `nine of Misa and two of Nytida`.
pub(super) fn told(source: Source<'_>, place: QuestionIx, wanted: &Filter) -> String {
    let (study, words) = (source.study, source.words);
    let per = source.protocol().questions.at(place).per;
    let mut texts: BTreeMap<String, u32> = BTreeMap::new();
    for case in study.cases.of(per).filter(|&case| study.tally().is_counted(case)) {
        let cells = study.tally().cells(case);
        let cell = cells.at(place);
        if cell.status == CellStatus::Answered && wanted.matches(&Row { answers: &study.answers, case, cells }) {
            *texts.entry(study.answers.text(cell.value).to_owned()).or_default() += 1;
        }
    }
    let names = study.answers.names(place, &texts);
    let most = names.first().map_or(0, |name| name.n);
    let noun = question::style(study, words, per).noun;
    let name = |name: &Name| {
        let n = words.numeral_among(name.n, noun, most);
        words.say(&msg!("outline-name", n = n, name = study.answers.text(name.name)))
    };
    let told: Vec<String> = names.iter().map(name).collect();
    if told.is_empty() { words.get("outline-names-none") } else { words.and(&told) }
}
