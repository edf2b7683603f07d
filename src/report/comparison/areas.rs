//! Several studies side by side, area by area: the annual view.

use super::document::of_studies;
use crate::analysis::comparison::scale::common;
use crate::analysis::comparison::{Asked, Side};
use crate::base::language::Words;
use crate::base::text::folded;
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::key::{favourable, wished};
use crate::report::{Block, Options, Report, Section, Source, difference, strength};
use crate::study::index::QuestionIx;
use crate::study::protocol::Per;

/// An area with its place in each of the studies that have it.
struct Area {
    id: String,
    labels: Vec<String>,
    places: Vec<Option<usize>>,
}

/// What is wished for in a question, in each of the studies that ask it.
struct Wish<'a> {
    asked: Vec<Option<Asked<'a>>>,
}

impl<'a> Wish<'a> {
    fn first(&self) -> Option<Asked<'a>> {
        self.asked.iter().flatten().next().copied()
    }

    /// Whether another study asks the same, and nothing stands in that study's place yet.
    fn is(&self, asked: Asked<'_>, side: usize) -> bool {
        let same = |own: Asked<'_>| own.name() == asked.name() && common(own.question, asked.question, &[]).is_ok();
        self.asked.get(side).is_some_and(Option::is_none) && self.first().is_some_and(same)
    }
}

/// Studies side by side: in each area every question with an answer that is wished for, and the share that has it; then what
/// was kept as strengths and development areas, and where the sexes differ.
pub fn report(sides: &[Side<'_>], words: &Words) -> Report {
    let mut studies = Section::new("studies", words.get("compare-studies"));
    studies.blocks.push(Block::Text(words.get("compare-areas-note")));
    let options = Options::default();
    let sources: Vec<Source<'_>> =
        sides.iter().map(|side| Source { study: side.study, draw: side.draw, words, options: &options }).collect();
    let all = areas(sides);
    let areas = all.iter().filter_map(|area| section(area, sides, &sources, words));
    let free = findings(sides, "areas-free", |at| sources.get(at).map(|source| strength::kept(*source, None)), words);
    of_studies(sides, [studies].into_iter().chain(areas).chain(free).collect(), words)
}

/// What was kept in each study, a part a study.
fn findings(
    sides: &[Side<'_>],
    id: &str,
    kept: impl Fn(usize) -> Option<Vec<String>>,
    words: &Words,
) -> Option<Section> {
    let mut section = Section::new(id, words.get("title-strengths"));
    for (at, side) in sides.iter().enumerate() {
        if let Some(items) = kept(at).filter(|items| !items.is_empty()) {
            let own = Section::new(format!("{id}-{}", at + 1), side.name.clone());
            section.parts.push(Section { blocks: vec![Block::Items(items)], ..own });
        }
    }
    (!section.parts.is_empty()).then_some(section)
}

/// Where the sexes differ in an area, a table a study.
fn sexes(area: &Area, sides: &[Side<'_>], sources: &[Source<'_>], words: &Words) -> Option<Section> {
    let mut section = Section::new(format!("area-{}-sexes", area.id), words.get("difference-sexes"));
    for (at, (side, source)) in sides.iter().zip(sources).enumerate() {
        let grid = difference::of_sexes(*source, &questions(area, at, source), &side.name);
        section
            .blocks
            .extend(grid.map(|grid| Block::Grid(Grid { id: format!("sexes-{}-{}", area.id, at + 1), ..grid })));
    }
    (!section.blocks.is_empty()).then(|| {
        section.blocks.insert(0, Block::Text(words.get("difference-exploratory")));
        section
    })
}

/// The questions about cases that a study has in an area.
fn questions(area: &Area, at: usize, source: &Source<'_>) -> Vec<QuestionIx> {
    let place = area.places.get(at).copied().flatten();
    let questions = source.protocol().questions.iter_enumerated();
    let own = questions.filter(|(_, asked)| Some(asked.area) == place && asked.per == Per::Case);
    own.map(|(place, _)| place).collect()
}

/// The areas of all studies: the same by their ids, else by their labels.
fn areas(sides: &[Side<'_>]) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        for (place, area) in side.study.protocol.areas.iter().enumerate() {
            let free = |known: &Area| known.places.get(at).is_some_and(Option::is_none);
            let by_id = areas.iter().position(|known| known.id == area.id && free(known));
            let is_labelled = |known: &Area| known.labels.iter().any(|label| folded(label) == folded(&area.label));
            let found = by_id.or_else(|| areas.iter().position(|known| is_labelled(known) && free(known)));
            let found = found.unwrap_or_else(|| {
                areas.push(Area { id: area.id.clone(), labels: Vec::new(), places: vec![None; sides.len()] });
                areas.len() - 1
            });
            let Some(known) = areas.get_mut(found) else { continue };
            known.places.iter_mut().skip(at).take(1).for_each(|own| *own = Some(place));
            if known.labels.iter().all(|label| folded(label) != folded(&area.label)) {
                known.labels.push(area.label.clone());
            }
        }
    }
    areas
}

/// An area, where there is anything to tell of it.
fn section(area: &Area, sides: &[Side<'_>], sources: &[Source<'_>], words: &Words) -> Option<Section> {
    let wishes = wishes(area, sides);
    let columns = || ["table-share", "table-count", "tally-base"].map(|column| words.get(column)).to_vec();
    let grid = (!wishes.is_empty()).then(|| Grid {
        id: format!("areas-{}", area.id),
        title: words.get("compare-areas-table"),
        heads: sides.iter().map(|side| Head { name: side.name.clone(), columns: columns() }).collect(),
        lines: wishes.iter().map(line).collect(),
        notes: Vec::new(),
    });
    let kept = |at: usize| {
        let source = sources.get(at)?;
        Some(strength::kept(*source, Some(&questions(area, at, source))))
    };
    let found = findings(sides, &format!("area-{}-strengths", area.id), kept, words);
    let parts: Vec<Section> = found.into_iter().chain(sexes(area, sides, sources, words)).collect();
    let blocks: Vec<Block> = grid.into_iter().map(Block::Grid).collect();
    let section = Section { blocks, parts, ..Section::new(format!("area-{}", area.id), area.labels.join(" / ")) };
    (!section.is_empty()).then_some(section)
}

fn wishes<'a>(area: &Area, sides: &[Side<'a>]) -> Vec<Wish<'a>> {
    let mut wishes: Vec<Wish<'a>> = Vec::new();
    for (at, (side, place)) in sides.iter().zip(&area.places).enumerate() {
        let asked = side.questions().filter_map(|place| side.asked(place));
        let is_of = |asked: &Asked<'_>| Some(asked.question.area) == *place && asked.question.per == Per::Case;
        for asked in asked.filter(is_of).filter(|asked| favourable(asked.question).next().is_some()) {
            let found = wishes.iter().position(|wish| wish.is(asked, at)).unwrap_or_else(|| {
                wishes.push(Wish { asked: vec![None; sides.len()] });
                wishes.len() - 1
            });
            let own = wishes.get_mut(found).into_iter().flat_map(|wish| wish.asked.iter_mut().skip(at).take(1));
            own.for_each(|own| *own = Some(asked));
        }
    }
    wishes
}

/// A question with the share of the wished answer in each study; nothing where a study does not ask it.
fn line(wish: &Wish<'_>) -> Line {
    let label = wish.first().map_or_else(String::new, |asked| wished(asked.question));
    let cells = wish.asked.iter().flat_map(|asked| match asked {
        None => [Cell::Blank, Cell::Blank, Cell::Blank],
        Some(asked) => {
            let counts = asked.study.tally().total(asked.place);
            let k = favourable(asked.question).filter_map(|(place, _)| counts.choices.get(place)).sum();
            [Cell::share(k, counts.base, asked.study.percent_from), Cell::Count(k), Cell::Count(counts.base)]
        }
    });
    Line { label, sort: Sort::Part, cells: cells.collect() }
}
