//! Several studies side by side, area by area: the annual view.

use super::document::about;
use crate::analysis::comparison::scale::common;
use crate::analysis::comparison::{Asked, Side};
use crate::base::language::Words;
use crate::base::text::folded;
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::{Block, Report, Section, preliminary};
use crate::study::protocol::{Choice, Per};

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

/// Studies side by side: in each area every question with an answer that is wished for, and the share that has it.
pub fn report(sides: &[Side<'_>], words: &Words) -> Report {
    let mut studies = Section::new("studies", words.get("compare-studies"));
    studies.blocks.push(Block::Text(words.get("compare-areas-note")));
    let areas = areas(sides);
    let areas = areas.iter().filter_map(|area| section(area, sides, words));
    let names: Vec<&str> = sides.iter().map(|side| side.name.as_str()).collect();
    let report = Report {
        lang: words.lang(),
        title: words.get("compare-areas-title"),
        subtitle: names.join(" · "),
        date: None,
        about: sides.iter().map(|side| about(side, words)).collect(),
        sections: [studies].into_iter().chain(areas).collect(),
    };
    preliminary::marked_sides(report, sides, words)
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

/// An area, where any study asks something in it that can be wished for.
fn section(area: &Area, sides: &[Side<'_>], words: &Words) -> Option<Section> {
    let wishes = wishes(area, sides);
    if wishes.is_empty() {
        return None;
    }
    let columns = || ["table-share", "table-count", "tally-base"].map(|column| words.get(column)).to_vec();
    let grid = Grid {
        id: format!("areas-{}", area.id),
        title: words.get("compare-areas-table"),
        heads: sides.iter().map(|side| Head { name: side.name.clone(), columns: columns() }).collect(),
        lines: wishes.iter().map(line).collect(),
        notes: Vec::new(),
    };
    let heading = area.labels.join(" / ");
    Some(Section { blocks: vec![Block::Grid(grid)], ..Section::new(format!("area-{}", area.id), heading) })
}

fn wishes<'a>(area: &Area, sides: &[Side<'a>]) -> Vec<Wish<'a>> {
    let mut wishes: Vec<Wish<'a>> = Vec::new();
    for (at, (side, place)) in sides.iter().zip(&area.places).enumerate() {
        let asked = side.questions().filter_map(|place| side.asked(place));
        let is_of = |asked: &Asked<'_>| Some(asked.question.area) == *place && asked.question.per == Per::Case;
        for asked in asked.filter(is_of).filter(|asked| favourable(*asked).next().is_some()) {
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

/// The favourable choices of a question with one answer a case, with their places.
fn favourable(asked: Asked<'_>) -> impl Iterator<Item = (usize, &Choice)> {
    asked.question.favourable_choices().filter(move |_| !asked.question.is_multi())
}

/// A question with the share of the wished answer in each study; nothing where a study does not ask it.
fn line(wish: &Wish<'_>) -> Line {
    let label = wish.first().map_or_else(String::new, |asked| {
        let labels: Vec<&str> = favourable(asked).map(|(_, choice)| choice.label.as_str()).collect();
        format!("{} {}", asked.question.text, labels.join(" / "))
    });
    let cells = wish.asked.iter().flat_map(|asked| match asked {
        None => [Cell::Blank, Cell::Blank, Cell::Blank],
        Some(asked) => {
            let counts = asked.study.tally.total(asked.place);
            let k = favourable(*asked).filter_map(|(place, _)| counts.choices.get(place)).sum();
            [Cell::share(k, counts.base, asked.study.percent_from), Cell::Count(k), Cell::Count(counts.base)]
        }
    });
    Line { label, sort: Sort::Part, cells: cells.collect() }
}
