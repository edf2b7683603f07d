//! The good examples that were flagged, with what was commented on them: of which unit, and never of which case.

use super::{Block, Section, Source};
use crate::study::answers::record::Record;
use crate::study::index::At;

/// The good examples in the order of the questions; where small counts are hidden nothing.
pub fn section(source: Source<'_>) -> Section {
    let study = source.study;
    let counted = study.cases.cases.keys().filter(|&case| study.tally().is_counted(case));
    let flags = counted.flat_map(|case| study.good_examples(case));
    let is_known =
        |flag: &&Record| flag.slot.question.is_none_or(|place| place < source.protocol().questions.next_key());
    let mut flags: Vec<&Record> = flags.filter(is_known).collect();
    flags.sort_by_key(|flag| (flag.slot.question.is_none(), flag.slot.question));
    let mut section = Section::new("examples", source.words.get("report-examples"));
    if source.options.min_cell.is_none() && !flags.is_empty() {
        section.blocks.push(Block::Items(flags.into_iter().map(|flag| told(source, flag)).collect()));
    }
    section
}

/// What was good: the question with its answer, the unit, and the comments there.
fn told(source: Source<'_>, flag: &Record) -> String {
    let (study, slot) = (source.study, flag.slot);
    let [unit, _, answer] = study.behind(slot.case, slot.question, source.words);
    let asked = slot.question.map(|place| source.protocol().questions.at(place).caption().to_owned());
    let about: Vec<String> =
        [unit, asked.unwrap_or_default(), answer].into_iter().filter(|part| !part.is_empty()).collect();
    let comments = study.comments(slot.case).filter(|line| line.slot.question == slot.question);
    let comments: Vec<String> = comments.map(|line| study.answers.text(line.value).replace('\n', " ")).collect();
    let about = about.join(" · ");
    if comments.is_empty() { about } else { format!("{about}: {}", comments.join(" ")) }
}
