//! The codebook: a protocol as its readers need it, in words, before it is written as text or HTML.

mod html;
#[cfg(test)]
mod tests;
mod text;

use super::filter::{Filter, Key};
use super::{Attribute, Check, Choice, Derive, Part, Per, Protocol, Question, Role};
use crate::base::language::{Lang, Message, Words};
use crate::base::text::visible_lines;
use crate::msg;
use crate::study::index::QuestionIx;

/// A protocol in words.
pub struct Codebook {
    lang: Lang,
    title: String,
    facts: Vec<Fact>,
    sections: Vec<Section>,
    contents: String,
}

/// Something with its name: `Se: journal`.
struct Fact {
    name: String,
    text: String,
}

/// What stands under one heading.
struct Section {
    heading: String,
    facts: Vec<Fact>,
    table: Option<Table>,
    questions: Vec<Entry>,
}

/// A question.
struct Entry {
    number: usize,
    id: String,
    text: String,
    facts: Vec<Fact>,
    choices: Option<Table>,
}

/// Rows under their heads; the last column takes the most room.
struct Table {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Codebook {
    /// The codebook of a protocol that was read from `source`; `keys` gives the key of each choice of a question.
    pub fn of(protocol: &Protocol, source: &str, words: &Words, keys: &dyn Fn(&Question) -> Vec<String>) -> Self {
        let writer = Writer { protocol, words, keys };
        Self {
            lang: words.lang(),
            title: protocol.title.clone(),
            facts: writer.head(source),
            sections: writer.sections(),
            contents: words.get("codebook-contents"),
        }
    }
}

/// What puts a protocol into words.
struct Writer<'a> {
    protocol: &'a Protocol,
    words: &'a Words,
    keys: &'a dyn Fn(&Question) -> Vec<String>,
}

impl Writer<'_> {
    /// A fact, if there is anything to tell.
    fn fact(&self, name: &'static str, text: impl Into<String>) -> Option<Fact> {
        let text = text.into();
        (!text.is_empty()).then(|| Fact { name: self.words.get(name), text })
    }

    fn heads(&self, keys: &[&'static str]) -> Vec<String> {
        keys.iter().map(|key| self.words.get(key)).collect()
    }

    fn head(&self, source: &str) -> Vec<Fact> {
        let facts = [
            self.fact("codebook-id", self.protocol.id.as_str()),
            self.fact("codebook-version", self.protocol.version.as_str()),
            self.fact("codebook-documents", self.protocol.documents.join(", ")),
            self.fact("codebook-note", note(source)),
        ];
        facts.into_iter().flatten().collect()
    }

    fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut open = None;
        for (place, question) in self.protocol.questions.iter_enumerated() {
            if open != Some((question.area, question.per)) {
                open = Some((question.area, question.per));
                let heading = self.heading(question);
                sections.push(Section { heading, facts: Vec::new(), table: None, questions: Vec::new() });
            }
            if let Some(section) = sections.last_mut() {
                section.questions.push(self.entry(place, question));
            }
        }
        let before = self.table("codebook-attributes", self.attributes());
        let after = self.table("codebook-checks", self.checks());
        let tables = self.protocol.tables.iter().map(|table| self.report_table(table));
        before.into_iter().chain(sections).chain(after).chain(tables).collect()
    }

    /// A section that is one table, if that has any rows.
    fn table(&self, heading: &'static str, table: Table) -> Option<Section> {
        let heading = self.words.get(heading);
        (!table.rows.is_empty()).then(|| Section {
            heading,
            facts: Vec::new(),
            table: Some(table),
            questions: Vec::new(),
        })
    }

    /// A table of the report: what it counts, and among which cases.
    fn report_table(&self, table: &super::Table) -> Section {
        let by = table.by.iter().filter_map(|&place| self.protocol.attributes.get(place));
        let by: Vec<&str> = by.map(|attribute| attribute.label.as_str()).collect();
        let facts = [
            self.fact("codebook-id", table.id.as_str()),
            self.fact("codebook-base", self.protocol.condition(&table.base, self.words)),
            self.fact("codebook-by", by.join(", ")),
            self.fact(
                "codebook-across",
                table.across.iter().map(|&key| self.protocol.name(key, self.words)).collect::<Vec<_>>().join(", "),
            ),
            self.fact("codebook-below", table.notes.join("\n")),
        ];
        let row = |(label, filter): &(String, Filter)| vec![label.clone(), self.protocol.condition(filter, self.words)];
        let told = |(label, key): &(String, Key)| vec![label.clone(), self.protocol.name(*key, self.words)];
        let rows = table.rows.iter().map(row).chain(table.list.iter().map(told)).collect();
        Section {
            heading: self.words.say(&msg!("codebook-table", title = table.title.as_str())),
            facts: facts.into_iter().flatten().collect(),
            table: Some(Table { heads: self.heads(&["codebook-row", "codebook-counts"]), rows }),
            questions: Vec::new(),
        }
    }

    /// The area; what is asked about units is told from what is asked about cases.
    fn heading(&self, question: &Question) -> String {
        let area = self.protocol.areas.get(question.area).map_or("", |area| area.label.as_str());
        match question.per {
            Per::Case => area.to_owned(),
            Per::Unit => self.words.say(&msg!("codebook-per-unit", area = area)),
        }
    }

    fn entry(&self, place: QuestionIx, question: &Question) -> Entry {
        Entry {
            number: self.protocol.number(place),
            id: question.id.clone(),
            text: question.text.clone(),
            facts: self.facts(question),
            choices: self.choices(question),
        }
    }

    fn facts(&self, question: &Question) -> Vec<Fact> {
        let asked = if question.when.is_empty() {
            String::new()
        } else {
            let condition = self.protocol.condition(&question.when, self.words);
            self.words.say(&msg!("screen-asked-only-if", condition = condition))
        };
        let labels = |ids: &[String]| {
            let labels = ids.iter().filter_map(|id| question.choice(id)).map(|(_, choice)| choice.label.as_str());
            labels.collect::<Vec<_>>().join(", ")
        };
        let favourable = |ids: &[String]| match ids {
            [] => self.words.get("codebook-neutral"),
            ids => labels(ids),
        };
        let based = |wanted: &dyn Fn(&Choice) -> bool| {
            let found = question.choices().iter().filter(|choice| wanted(choice));
            found.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ")
        };
        let facts = [
            self.fact("codebook-asked", asked),
            self.fact("codebook-see", question.documents.join(", ")),
            self.fact("codebook-look-for", question.sought().join(", ")),
            self.fact("codebook-form", self.form(question)),
            self.fact("codebook-guidance", self.protocol.plain(question, &question.guidance)),
            self.fact("codebook-favourable", question.favourable.as_deref().map_or_else(String::new, favourable)),
            self.fact("codebook-note-on", labels(&question.note_on)),
            self.fact("codebook-outside", based(&|choice| !choice.in_base)),
            self.fact("codebook-inside", based(&|choice| choice.in_base && choice.role == Some(Role::Na))),
            self.fact("codebook-optional", self.when(question.optional, "codebook-optional-yes")),
        ];
        facts.into_iter().flatten().collect()
    }

    /// How it is answered; the screen's words on several answers are about its keys.
    fn form(&self, question: &Question) -> String {
        if question.is_multi() {
            return self.words.get("codebook-several");
        }
        self.protocol.form(question, self.words).unwrap_or_default()
    }

    /// The words of a key where something is so.
    fn when(&self, so: bool, key: &'static str) -> String {
        if so { self.words.get(key) } else { String::new() }
    }

    /// When a choice is on offer.
    fn offered_if(&self, when: &Filter) -> String {
        self.words.say(&msg!("codebook-offered-if", condition = self.protocol.condition(when, self.words)))
    }

    fn choices(&self, question: &Question) -> Option<Table> {
        let keys = (self.keys)(question);
        let row = |(place, choice): (usize, &Choice)| {
            let alone = self.when(choice.exclusive, "codebook-exclusive");
            let derived = match &question.derive {
                Some(Derive::First(filters)) => filters.get(place),
                Some(Derive::Parts(_) | Derive::Sum(_) | Derive::Formula(_)) | None => None,
            };
            let derived = derived.map_or_else(String::new, |filter| self.protocol.condition(filter, self.words));
            let offered = if choice.when.is_empty() { String::new() } else { self.offered_if(&choice.when) };
            let meaning = [&choice.meaning, &alone, &derived, &offered].into_iter().filter(|part| !part.is_empty());
            vec![
                keys.get(place).cloned().unwrap_or_default(),
                choice.label.clone(),
                choice.id.clone(),
                choice.role.map_or("", Role::name).to_owned(),
                meaning.map(String::as_str).collect::<Vec<_>>().join("; "),
            ]
        };
        let rows: Vec<_> = question.choices().iter().enumerate().map(row).collect();
        let heads = ["codebook-key", "codebook-answer", "codebook-id", "codebook-role", "codebook-meaning"];
        (!rows.is_empty()).then(|| Table { heads: self.heads(&heads), rows })
    }

    fn attributes(&self) -> Table {
        let row = |attribute: &Attribute| {
            let values = attribute.values.iter().map(|(code, label)| format!("{code} = {label}"));
            vec![
                attribute.id.clone(),
                attribute.label.clone(),
                attribute.part.map_or_else(String::new, |part| self.words.say(&used_as(part))),
                values.collect::<Vec<_>>().join(", "),
            ]
        };
        let heads = ["codebook-column", "codebook-label", "codebook-used-as", "codebook-values"];
        Table { heads: self.heads(&heads), rows: self.protocol.attributes.iter().map(row).collect() }
    }

    fn checks(&self) -> Table {
        let row = |check: &Check| vec![check.message.clone(), self.protocol.condition(&check.when, self.words)];
        let heads = self.heads(&["codebook-message", "codebook-if"]);
        Table { heads, rows: self.protocol.checks.iter().map(row).collect() }
    }
}

fn used_as(part: Part) -> Message {
    match part {
        Part::Unit => msg!("codebook-unit"),
        Part::Sex => msg!("codebook-sex"),
        Part::Informant => msg!("codebook-informant"),
        Part::BirthYear { at } => msg!("codebook-birth-year", at = at.to_string()),
    }
}

/// What the authors wrote at the top of the file about where the protocol comes from: its first comment. Its lines run
/// on, but for those that are empty or set in.
fn note(source: &str) -> String {
    let lines = source.lines().map(str::trim).skip_while(|line| line.is_empty());
    let comment = lines.map_while(|line| line.strip_prefix('#'));
    let mut text = String::new();
    let mut runs_on = false;
    for line in comment.map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()) {
        let set_in = line.is_empty() || line.starts_with(' ');
        if !text.is_empty() {
            text.push(if runs_on && !set_in { ' ' } else { '\n' });
        }
        text.push_str(line);
        runs_on = !set_in;
    }
    visible_lines(text.trim())
}
