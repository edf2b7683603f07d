//! A quote of what is marked in the file of a case, with X for names.

use crate::base::text::folded;
use crate::exchange::documents::Document;
use crate::study::ledger::evidence::Evidence;
use crate::tui::model::Model;
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

/// The text that is marked, to be quoted: what may be a name in it, or is one anywhere in the file, is an X.
pub(crate) fn quotable(model: &Model) -> Option<String> {
    let case = model.case;
    let text = model.file.whole(case)?;
    let marks = model.file.marks(case);
    let lines = marks.iter().filter(|found| found.document == text.heading.key).flat_map(Evidence::lines);
    let words: Vec<String> = lines.map(|line| text.line(line).text.trim().to_owned()).collect();
    let marked = words.join(" ").trim().to_owned();
    (!marked.is_empty()).then(|| masked(model, text, &marked))
}

/// How much of a file is looked through for names, in lines around those that are marked.
const AROUND: usize = 2000;

fn masked(model: &Model, file: &Document, text: &str) -> String {
    let known = model.study.known_words();
    let here = model.file.place(model.case).here;
    let around = here.saturating_sub(AROUND)..(here + AROUND).min(file.len());
    let mut names: HashSet<String> = HashSet::new();
    for line in around.map(|line| file.line(line).text) {
        names.extend(known.likely_names(&line).into_iter().filter_map(|name| Some(folded(line.get(name)?))));
    }
    let mut places = known.likely_names(text);
    let words = text.unicode_word_indices().filter(|(_, word)| word.starts_with(char::is_uppercase));
    places.extend(words.filter(|(_, word)| names.contains(&folded(word))).map(|(at, word)| at..at + word.len()));
    places.sort_by_key(|place| place.start);
    let (mut out, mut from) = (String::new(), 0);
    for place in places.into_iter().filter(|place| !place.is_empty()) {
        if place.start >= from {
            out += text.get(from..place.start).unwrap_or_default();
            out.push('X');
            from = place.end;
        }
    }
    out + text.get(from..).unwrap_or_default()
}
