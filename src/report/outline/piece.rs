//! One entry under a heading of the outline: what is counted, or a paragraph of the inspector's own.

use super::aside;
use super::field::filled;
use super::named::{Named, PARTS, built_in, places};
use super::{Making, Said};
use crate::analysis::progress::coverage::Coverage;
use crate::base::suggest::suggestion;
use crate::msg;
use crate::report::{Block, Section, Source, frame, preliminary, question, quote, strength, table};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::Per;
use crate::study::protocol::load::reader::Reader;
use toml::Spanned;

/// The kinds of entries; one of them each.
const KINDS: [&str; 11] = [
    "text",
    "question",
    "sentences",
    "table",
    "by_unit",
    "chart",
    "quotes",
    "strengths",
    "part",
    "background",
    "example",
];
/// What belongs to which kinds.
const OWN: [(&str, &[&str]); 5] = [
    ("title", &["question", "table", "by_unit", "chart", "background"]),
    ("source", &["table", "background"]),
    ("fetched", &["table", "background"]),
    ("reference", &["table"]),
    ("answers", &["example"]),
];

/// The fields of an entry: its kind, and what belongs to some of them.
pub(crate) fn fields() -> Vec<&'static str> {
    KINDS.into_iter().chain(OWN.map(|(field, _)| field)).collect()
}

/// What an entry says, with what must be said of it while cases are open.
pub(crate) fn piece(item: &Reader<'_>, making: Making<'_>, named: &mut Named) -> Vec<Said> {
    let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| item.get(kind).is_some()).collect();
    let [kind] = kinds.as_slice() else {
        let message = msg!("outline-kinds", n = kinds.len());
        item.source.wrong(item.span("content"), message, msg!("outline-kinds-hint", kinds = KINDS.join(", ")));
        return Vec::new();
    };
    for (field, kinds) in OWN.iter().filter(|(field, kinds)| item.get(field).is_some() && !kinds.contains(kind)) {
        let message = msg!("outline-own", field = *field, kind = *kind);
        item.source.wrong(item.span(field), message, msg!("outline-own-hint", kinds = kinds.join(", ")));
    }
    let entry = Entry { item, source: making.source, named };
    match *kind {
        "text" => entry.text(),
        "sentences" => entry.sentences(),
        "part" => entry.part(making.method),
        "quotes" | "strengths" => entry.of_area(kind),
        "background" => {
            let table = aside::background(item, making.source, making.files);
            table.into_iter().map(Said::Block).collect()
        }
        "example" => entry.example(),
        kind => entry.counted(kind),
    }
}

/// An entry that is being read.
struct Entry<'e, 'a, 's> {
    item: &'e Reader<'a>,
    source: Source<'s>,
    named: &'e mut Named,
}

impl Entry<'_, '_, '_> {
    /// Notes a name that there is not.
    fn unknown<'n>(&self, word: &Spanned<String>, what: &'static str, known: impl Iterator<Item = &'n str>) {
        let message = msg!("outline-unknown", what = what, name = word.get_ref().as_str());
        self.item.source.wrong(word.span(), message, suggestion(word.get_ref(), known));
    }

    /// The places of a question, at all of its times where it is named as it is declared.
    fn question(&mut self, word: &Spanned<String>) -> Option<Vec<QuestionIx>> {
        let found = places(self.source.protocol(), word.get_ref());
        if found.is_none() {
            let protocol = self.source.protocol();
            self.unknown(word, "question", protocol.questions.iter().map(|question| question.id.as_str()));
        }
        self.named.questions.extend(found.iter().flatten());
        found
    }

    /// What a reference can name in a table: the answers to a question, or the rows of a table of the protocol.
    fn lines(&self, word: &Spanned<String>) -> Vec<(String, String)> {
        let protocol = self.source.protocol();
        if let Some(table) = protocol.tables.iter().find(|table| table.id == *word.get_ref()) {
            return table.rows.iter().map(|(label, _)| (label.clone(), label.clone())).collect();
        }
        let question = protocol.question(word.get_ref()).map(|place| protocol.questions.at(place));
        let choices = question.map_or(&[][..], |question| question.choices());
        choices.iter().map(|choice| (choice.id.clone(), choice.label.clone())).collect()
    }

    fn per(&self, places: &[QuestionIx]) -> Per {
        let question = places.first().and_then(|&place| self.source.protocol().questions.get(place));
        question.map_or(Per::Case, |question| question.per)
    }

    /// A paragraph, or several with an empty line between them, with its fields filled.
    fn text(self) -> Vec<Said> {
        let Some(item) = self.item.get("text") else { return Vec::new() };
        let Some(text) = item.get_ref().as_str() else {
            self.item.source.wrong_type::<()>(item, "text", "string");
            return Vec::new();
        };
        let paragraphs = text.trim().split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        let filled = paragraphs.map(|text| filled(self.source, self.item.source, &item.span(), text, self.named));
        let (texts, pers): (Vec<String>, Vec<Option<Per>>) = filled.unzip();
        let per = pers.into_iter().flatten().max();
        per.and_then(|per| self.open(per)).into_iter().chain(texts).map(|text| Said::Block(Block::Text(text))).collect()
    }

    /// The sentences of questions, or of answers to them: `plan`, `plan=yes|partly`.
    fn sentences(mut self) -> Vec<Said> {
        let mut said = Vec::new();
        for word in self.item.words("sentences") {
            let (id, answers) = word.get_ref().split_once('=').map_or((word.get_ref().as_str(), None), |(id, rest)| {
                (id.trim(), Some(rest.split('|').map(str::trim).collect::<Vec<_>>()))
            });
            let Some(places) = self.question(&Spanned::new(word.span(), id.to_owned())) else { continue };
            let asked = places.first().map(|&place| self.source.protocol().questions.at(place));
            let choices = asked.map_or(&[][..], |asked| asked.choices());
            let strange = answers.iter().flatten().filter(|id| choices.iter().all(|choice| choice.id != **id));
            let strange: Vec<&&str> = strange.collect();
            for id in &strange {
                let name = Spanned::new(word.span(), (**id).to_owned());
                self.unknown(&name, "choice", choices.iter().map(|choice| choice.id.as_str()));
            }
            if strange.is_empty() {
                let told = question::sentences(self.source, &places, answers.as_deref());
                let open = self.open(self.per(&places)).filter(|_| !told.is_empty());
                said.extend(open.into_iter().chain(told).map(|told| Said::Block(Block::Text(told))));
            }
        }
        said
    }

    /// A question as a whole, its table, its table by unit or its chart; or a table of the protocol.
    fn counted(mut self, kind: &str) -> Vec<Said> {
        let own_title = Some(self.item.text("title")).filter(|title| !title.is_empty());
        let mut said = Vec::new();
        for word in self.item.words(kind) {
            let tables = &self.source.protocol().tables;
            let own = tables.iter().position(|table| table.id == *word.get_ref()).filter(|_| kind == "table");
            let (mut found, mut title) = (Section::new("", ""), own_title.clone());
            let per = if let Some((at, table)) = own.and_then(|at| Some((at, tables.get(at)?))) {
                self.named.tables.insert(at);
                found.blocks.push(Block::Grid(table::grid(self.source, self.source.study.tally(), table)));
                table.per
            } else {
                let Some(places) = self.question(&word) else { continue };
                match kind {
                    "question" => {
                        found.parts.extend(question::section(self.source, &places, true));
                        title = title.or_else(|| question::called(self.source, &places));
                    }
                    "table" => found.blocks.extend(question::by_sex(self.source, &places).map(Block::Grid)),
                    "by_unit" => found.blocks.extend(question::units(self.source, &places).map(Block::Grid)),
                    _ => found.blocks.extend(question::picture(self.source, &places).map(Block::Chart)),
                }
                self.per(&places)
            };
            for block in &mut found.blocks {
                if let Block::Grid(grid) = block {
                    aside::compared(self.item, self.source, &self.lines(&word), grid);
                }
            }
            titled(&mut found, title.as_deref());
            said.extend(self.marked(found, per));
        }
        said
    }

    /// The quotes, or the strengths and development areas, of an area or a question.
    fn of_area(mut self, kind: &str) -> Vec<Said> {
        let mut said = Vec::new();
        for word in self.item.words(if kind == "quotes" { "quotes" } else { "strengths" }) {
            let protocol = self.source.protocol();
            let area = protocol.areas.iter().position(|area| area.id == *word.get_ref());
            let own: Vec<QuestionIx> = match area {
                Some(area) => {
                    let of_area = protocol.questions.iter_enumerated().filter(|(_, asked)| asked.area == area);
                    of_area.map(|(place, _)| place).collect()
                }
                None => match self.question(&word) {
                    Some(places) => places,
                    None => continue,
                },
            };
            let mut found = Section::new("", "");
            if kind == "quotes" {
                self.named.quotes.extend(&own);
                found.blocks.extend(quote::of(self.source, &own));
            } else {
                self.named.strengths.extend(&own);
                found.parts.extend(strength::of(self.source, &own).parts);
            }
            said.extend(self.marked(found, Per::Case));
        }
        said
    }

    /// A case as an example, with the answers that are named.
    fn example(mut self) -> Vec<Said> {
        let words = aside::named(self.item, "answers");
        let places: Vec<QuestionIx> = words.iter().filter_map(|word| self.question(word)).flatten().collect();
        let found = aside::example(self.item, self.source, &places);
        found.into_iter().map(Said::Block).collect()
    }

    /// A part of the report beside the questions.
    fn part(self, method: &Section) -> Vec<Said> {
        let mut said = Vec::new();
        for word in self.item.words("part") {
            let Some(name) = PARTS.into_iter().find(|part| part == word.get_ref()) else {
                self.unknown(&word, "part", PARTS.into_iter());
                continue;
            };
            self.named.parts.insert(name);
            if name == "method" {
                let mut method = method.clone();
                if self.named.parts.contains("frame") {
                    // What the outline tells by itself is not told again.
                    let told = frame::section(self.source).blocks;
                    method.parts.iter_mut().for_each(|part| part.blocks.retain(|block| !told.contains(block)));
                }
                said.extend(flat(method));
            } else if name == "quotes" {
                let rest = quote::but(self.source, &self.named.quotes);
                said.extend(self.marked(rest, Per::Case));
            } else if let Some(found) = built_in(self.source, name) {
                let is_of_list = preliminary::is_of_list(name);
                said.extend(if is_of_list { flat(found) } else { self.marked(found, Per::Case) });
            }
        }
        said
    }

    /// What a section says, marked as preliminary while cases are open, without its heading.
    fn marked(&self, mut found: Section, per: Per) -> Vec<Said> {
        if let Some(told) = self.open(per).filter(|_| !found.is_empty()) {
            preliminary::mark(&mut found, self.source.words);
            found.blocks.insert(0, Block::Text(told));
        }
        flat(found)
    }

    /// What is said while a case, or the entry of a unit, is open.
    fn open(&self, per: Per) -> Option<String> {
        Coverage::of(self.source.study, per).told(self.source.words)
    }
}

/// Puts the inspector's title in the place of the program's, of a part or of tables and charts.
fn titled(found: &mut Section, title: Option<&str>) {
    let Some(title) = title else { return };
    found.parts.iter_mut().for_each(|part| title.clone_into(&mut part.heading));
    for block in &mut found.blocks {
        match block {
            Block::Grid(grid) => title.clone_into(&mut grid.title),
            Block::Chart(chart) => title.clone_into(&mut chart.title),
            _ => {}
        }
    }
}

/// What a section says, without its heading.
fn flat(section: Section) -> Vec<Said> {
    section.blocks.into_iter().map(Said::Block).chain(section.parts.into_iter().map(Said::Part)).collect()
}
