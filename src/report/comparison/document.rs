//! A comparison as a document.

use crate::analysis::comparison::base::Measured;
use crate::analysis::comparison::scale::Common;
use crate::analysis::comparison::{Apart, Asked, Basis, Compared, Comparison, On, Side};
use crate::analysis::tables::sentence::statement::Figure;
use crate::base::language::{Message, Words};
use crate::msg;
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::{Block, Report, Section, preliminary, question};
use crate::study::index::QuestionIx;

/// Two studies side by side.
pub fn report(comparison: &Comparison<'_>, words: &Words) -> Report {
    let [one, other] = &comparison.sides;
    let (first, second) = (one.name.as_str(), other.name.as_str());
    let report = Report {
        lang: words.lang(),
        title: words.say(&msg!("compare-title", one = first, other = second)),
        subtitle: words.say(&msg!("compare-direction", one = first, other = second)),
        date: None,
        about: comparison.sides.iter().map(|side| about(side, words)).collect(),
        sections: vec![studies(comparison, words), in_common(comparison, words), apart(comparison, words)]
            .into_iter()
            .filter(|section| !section.is_empty())
            .collect(),
    };
    preliminary::marked_sides(report, &comparison.sides, words)
}

/// Several studies in these sections.
pub(crate) fn of_studies(sides: &[Side<'_>], sections: Vec<Section>, words: &Words) -> Report {
    let names: Vec<&str> = sides.iter().map(|side| side.name.as_str()).collect();
    let report = Report {
        lang: words.lang(),
        title: words.get("compare-areas-title"),
        subtitle: names.join(" · "),
        date: None,
        about: sides.iter().map(|side| about(side, words)).collect(),
        sections,
    };
    preliminary::marked_sides(report, sides, words)
}

/// What a side is: its protocol, its cases and how they were drawn.
fn about(side: &Side<'_>, words: &Words) -> (String, String) {
    let (study, protocol) = (side.study, &side.study.protocol);
    let n = study.cases.files().filter(|&case| study.tally().is_counted(case)).count();
    let told = msg!("compare-side", id = protocol.id.as_str(), version = protocol.version.as_str(), n = n);
    let drawn = side.draw.map_or_else(
        || msg!("compare-chosen"),
        |draw| msg!("compare-drawn", frame = draw.strata.iter().map(|stratum| stratum.frame).sum::<usize>()),
    );
    (side.name.clone(), format!("{}; {}", words.say(&told), words.say(&drawn)))
}

fn studies(comparison: &Comparison<'_>, words: &Words) -> Section {
    let mut section = Section::new("studies", words.get("compare-studies"));
    let interval = comparison.why_no_interval().unwrap_or_else(|| msg!("compare-interval-note"));
    let notes = [msg!("compare-rounding"), msg!("compare-bases"), interval];
    section.blocks.extend(notes.iter().map(|note| Block::Text(words.say(note))));
    section
}

fn in_common(comparison: &Comparison<'_>, words: &Words) -> Section {
    let mut section = Section::new("common", words.get("compare-common"));
    section.parts = comparison.compared.iter().map(|compared| question(comparison, compared, words)).collect();
    if section.parts.is_empty() {
        section.blocks.push(Block::Text(words.get("compare-nothing")));
    }
    section
}

/// A question on each base.
fn question(comparison: &Comparison<'_>, compared: &Compared, words: &Words) -> Section {
    let [one, _] = &comparison.sides;
    let [place, _] = compared.places;
    let asked = one.asked(place);
    let id = asked.map_or_else(String::new, |asked| asked.name().to_owned());
    let mut section = Section::new(
        format!("question-{id}"),
        asked.map_or_else(String::new, |asked| heading(asked, &comparison.sides)),
    );
    section.blocks.extend(compared.remarks.iter().map(|remark| Block::Text(words.say(remark))));
    section.blocks.extend(stated(comparison, compared, words).map(Block::Text));
    let own = compared.bases.first().map(|basis| &basis.sides);
    for basis in &compared.bases {
        let notes = notes(comparison, basis, words);
        if basis.on == On::Own || own != Some(&basis.sides) {
            let id = format!("compare-{id}-{}", basis.on.name());
            section.blocks.push(Block::Grid(Grid { notes, ..grid(comparison, compared, basis, id, words) }));
        } else {
            section.blocks.extend(notes.into_iter().map(Block::Text));
        }
    }
    section
}

/// The text of a question; of one that is repeated, with the times of all sides in the place of its own.
pub(crate) fn heading(asked: Asked<'_>, sides: &[Side<'_>]) -> String {
    let times: Vec<&str> = sides.iter().filter_map(|side| side.time).collect();
    match asked.question.time.as_ref().filter(|_| times.len() > 1) {
        Some(time) => asked.question.text.replace(&time.at, &times.join("/")),
        None => asked.question.text.clone(),
    }
}

/// What each study says of the answer that is wished for, where both have a statement of it; of a fact neither leads.
fn stated(comparison: &Comparison<'_>, compared: &Compared, words: &Words) -> Option<String> {
    let own = compared.bases.first().filter(|basis| basis.on == On::Own)?;
    let sides = || comparison.sides.iter().zip(compared.places).zip(&own.sides).enumerate();
    let is_wished = |choices: &[usize; 2]| {
        let asked = comparison.sides.first().and_then(|side| side.asked(*compared.places.first()?));
        let wished = |asked: Asked<'_>| asked.question.favourable_choices().any(|(place, _)| place == choices[0]);
        asked.is_some_and(wished)
    };
    let rows = compared.common.rows();
    let row = rows.iter().position(is_wished)?;
    let choices = rows.get(row)?;
    let told = |(at, ((side, place), measured)): (usize, ((&Side<'_>, QuestionIx), &Measured))| {
        let question = side.asked(place)?.question;
        let style = question::style(side.study, words, question.per).waiting();
        let figure = Figure { k: *measured.counts.get(row)?, of: Some(measured.base).filter(|base| *base > 0) };
        let said = style.answer(question, &[*choices.get(at)?], figure, &[]).filter(|_| figure.of.is_some())?;
        Some(format!("{}: {said}", side.name))
    };
    let told: Option<Vec<String>> = sides().map(told).collect();
    told.map(|told| told.join(" "))
}

/// What is counted on a base, in words.
pub(crate) fn base_name(comparison: &Comparison<'_>, on: On) -> Message {
    let [one, other] = &comparison.sides;
    match on {
        On::Own => msg!("compare-own"),
        On::First => msg!("compare-on", name = one.name.as_str()),
        On::Second => msg!("compare-on", name = other.name.as_str()),
        On::Both => msg!("compare-both"),
    }
}

fn notes(comparison: &Comparison<'_>, basis: &Basis, words: &Words) -> Vec<String> {
    let [one, other] = &comparison.sides;
    let sides = comparison.sides.iter().zip(&basis.sides).filter(|(_, measured)| measured.unasked > 0);
    let unasked = sides
        .map(|(side, measured)| words.say(&msg!("compare-unasked", name = side.name.as_str(), n = measured.unasked)));
    let (has, lacks) = if basis.on == On::First { (one, other) } else { (other, one) };
    let names = |message: Message| message.with("has", has.name.as_str()).with("lacks", lacks.name.as_str());
    let lacking = [("compare-no-counterpart", &basis.lacking.conditions), ("compare-no-value", &basis.lacking.values)];
    let lacking = lacking.into_iter().filter(|(_, lacking)| !lacking.is_empty()).map(|(key, lacking)| {
        let message = Message { key, args: Vec::new() }.with("condition", lacking.join(" & "));
        words.say(&names(message))
    });
    unasked.chain(lacking).collect()
}

fn grid(comparison: &Comparison<'_>, compared: &Compared, basis: &Basis, id: String, words: &Words) -> Grid {
    let has_interval = comparison.why_no_interval().is_none();
    let columns: &[&'static str] = match compared.common {
        Common::Choices { .. } => &["table-share", "table-count", "tally-base"],
        Common::Numbers => &["column-mean", "tally-base"],
    };
    let head = |side: &Side<'_>| Head {
        name: side.name.clone(),
        columns: columns.iter().map(|&column| words.get(column)).collect(),
    };
    let change = match compared.common {
        Common::Choices { .. } if has_interval => vec![words.get("compare-points"), words.get("compare-interval")],
        Common::Choices { .. } => vec![words.get("compare-points")],
        Common::Numbers => vec![String::new()],
    };
    let change = Head { name: words.get("compare-change"), columns: change };
    Grid {
        id,
        title: words.say(&base_name(comparison, basis.on)),
        heads: comparison.sides.iter().map(head).chain([change]).collect(),
        lines: match compared.common {
            Common::Choices { .. } => shares(comparison, compared, basis, has_interval, words),
            Common::Numbers => vec![means(basis, words)],
        },
        notes: Vec::new(),
    }
}

/// A line a choice.
fn shares(
    comparison: &Comparison<'_>,
    compared: &Compared,
    basis: &Basis,
    has_interval: bool,
    words: &Words,
) -> Vec<Line> {
    let sides = || comparison.sides.iter().zip(&basis.sides);
    let line = |row: usize| {
        let counted = |(side, measured): (&Side<'_>, &Measured)| {
            let k = measured.chosen(row);
            [Cell::share(k, measured.base, side.study.percent_from), Cell::Count(k), Cell::Count(measured.base)]
        };
        let change = comparison.change(compared, basis, row);
        let points = change.map_or(Cell::Blank, |change| Cell::Number(1000 * change.points));
        let interval = change
            .and_then(|change| change.interval)
            .map_or(Cell::Blank, |(low, high)| Cell::Text(words.say(&msg!("compare-from-to", low = low, high = high))));
        let change = [points].into_iter().chain(has_interval.then_some(interval));
        let cells = sides().flat_map(counted).chain(change).collect();
        Line { label: comparison.label(compared, row), sort: Sort::Part, cells }
    };
    (0..compared.common.rows().len()).map(line).collect()
}

/// The means in a line.
fn means(basis: &Basis, words: &Words) -> Line {
    let mean = |measured: &Measured| measured.mean.map_or(Cell::Nothing, Cell::Number);
    let [a, b] = &basis.sides;
    let change = a.mean.zip(b.mean).map_or(Cell::Blank, |(a, b)| Cell::Number(b - a));
    let cells = basis.sides.iter().flat_map(|measured| [mean(measured), Cell::Count(measured.base)]);
    Line { label: words.get("column-mean"), sort: Sort::Part, cells: cells.chain([change]).collect() }
}

/// The questions that are not compared: those of both studies with why, then those of one alone.
fn apart(comparison: &Comparison<'_>, words: &Words) -> Section {
    let [one, other] = &comparison.sides;
    let mut section = Section::new("apart", words.get("compare-not-comparable"));
    let told = |side: &Side<'_>, place: Option<QuestionIx>| {
        place.and_then(|place| side.asked(place)).map(|asked| format!("{} [{}]", asked.question.text, asked.name()))
    };
    let both = comparison.apart.iter().filter_map(|Apart { places: [a, b], why }| {
        b.and(told(one, *a)).map(|text| format!("{text}: {}", words.say(why)))
    });
    let both: Vec<String> = both.collect();
    section.blocks.extend((!both.is_empty()).then_some(Block::Items(both)));
    let lonely = |at: usize, side: &Side<'_>, of: fn(&Apart) -> Option<QuestionIx>| {
        let items: Vec<String> = comparison.apart.iter().filter_map(|apart| told(side, of(apart))).collect();
        let heading = words.say(&crate::analysis::comparison::only_in(side));
        let blocks = vec![Block::Items(items.clone())];
        (!items.is_empty()).then(|| Section { blocks, ..Section::new(format!("only-{at}"), heading) })
    };
    let first = lonely(1, one, |apart| apart.places[0].filter(|_| apart.places[1].is_none()));
    let second = lonely(2, other, |apart| apart.places[1].filter(|_| apart.places[0].is_none()));
    section.parts.extend(first.into_iter().chain(second));
    section
}

impl Comparison<'_> {
    /// What a row of a comparison is called: the choice's label, with the other study's where it is another.
    pub fn label(&self, compared: &Compared, row: usize) -> String {
        let [one, other] = &self.sides;
        let ([place, also], Some([a, b])) = (compared.places, compared.common.rows().get(row)) else {
            return String::new();
        };
        let label = |side: &Side<'_>, place: QuestionIx, choice: usize| {
            let question = side.asked(place).map(|asked| asked.question);
            question.and_then(|question| question.choices().get(choice)).map_or("", |choice| &choice.label).to_owned()
        };
        let (label, other) = (label(one, place, *a), label(other, also, *b));
        if label == other { label } else { format!("{label} / {other}") }
    }
}
