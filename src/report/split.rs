//! The counts of a question by unit and by sex, part by part.
//!
//! The tally has the finest groups; everything that is printed of a question is a sum of them.

use super::Source;
use super::grid::{Cell, Sort};
use crate::analysis::tables::suppress::{Group, Hidden, hidden};
use crate::base::collation::sort_key;
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Kind, Per, Question};
use crate::study::tally::Counts;
use std::collections::{BTreeMap, BTreeSet};

/// So many names of texts have a line of their own.
const MOST_NAMES: usize = 20;

/// Whose counts; where nothing is said, those of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Subgroup {
    /// The place of the unit.
    pub unit: Option<usize>,
    /// The place of the sex; of the informant where a question is asked per unit.
    pub sex: Option<usize>,
}

/// What is counted among the base of a question: an answer, a year, a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub label: String,
    /// Whether it is one of the parts or all others.
    pub sort: Sort,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Choice(usize),
    Year(u16),
    Name(u32),
    Others,
}

/// The counts of a question in the finest groups.
pub struct Breakdown<'a> {
    /// The place of the question.
    pub place: QuestionIx,
    /// The question.
    pub question: &'a Question,
    /// The units that have cases, as they are shown; none where the cases are of no unit.
    pub units: Vec<String>,
    /// The sexes, or the informants.
    pub sexes: Vec<String>,
    /// What is counted among the base; nothing for numbers.
    pub parts: Vec<Part>,
    percent_from: u32,
    finest: Vec<Vec<Finest>>,
    hidden: Option<Suppressed>,
}

/// The counts of some cases, as far as they may be printed.
pub struct Shown {
    /// All of their counts.
    pub counts: Counts,
    /// How many are in the base.
    pub base: Option<u32>,
    /// How many each part counts.
    pub parts: Vec<Option<u32>>,
    percent_from: u32,
}

impl<'a> Breakdown<'a> {
    /// The counts of questions that are told together: one question, or one that is repeated at all of its times.
    pub fn together(source: Source<'a>, places: &[QuestionIx]) -> Vec<Self> {
        let parts = parts(source, places);
        let split = |&place: &QuestionIx| {
            let question = source.protocol().questions.at(place);
            let second = match question.per {
                Per::Case => source.protocol().sex(),
                Per::Unit => source.protocol().informant(),
            };
            let [units, sexes] =
                [source.protocol().unit(), second].map(|attribute| Axis::new(source, attribute, question.per));
            let finest = finest(source, place, question.per, [&units, &sexes]);
            let counted = |counts: Counts| {
                let parts = counted(source, place, &counts, &parts);
                (counts, parts)
            };
            let finest: Vec<Vec<_>> = finest.into_iter().map(|row| row.into_iter().map(counted).collect()).collect();
            Some(Self {
                place,
                question,
                units: units.names,
                sexes: sexes.names,
                percent_from: source.study.percent_from,
                hidden: source.options.min_cell.map(|min| Suppressed::new(question, &finest, min)),
                finest,
                parts: parts.clone(),
            })
        };
        places.iter().filter_map(split).collect()
    }

    /// The counts of some cases.
    pub fn shown(&self, whose: Subgroup) -> Shown {
        let (mut counts, mut parts) = (Counts::default(), vec![0; self.parts.len()]);
        let is_meant = |wanted: Option<usize>, at: usize| wanted.is_none_or(|wanted| wanted == at);
        for (_, row) in self.finest.iter().enumerate().filter(|(at, _)| is_meant(whose.unit, *at)) {
            for (_, (own, own_parts)) in row.iter().enumerate().filter(|(at, _)| is_meant(whose.sex, *at)) {
                counts = counts.plus(own);
                parts.iter_mut().zip(own_parts).for_each(|(sum, n)| *sum += n);
            }
        }
        let is_shown = |part: Option<usize>| self.hidden.as_ref().is_none_or(|hidden| !hidden.is(whose, part));
        let parts = parts.into_iter().enumerate().map(|(part, n)| is_shown(Some(part)).then_some(n)).collect();
        let base = is_shown(None).then_some(counts.base);
        Shown { base, counts, parts, percent_from: self.percent_from }
    }

    /// Whether nothing is hidden of the groups by unit, by sex, or by both.
    pub fn is_whole(&self, by_unit: bool, by_sex: bool) -> bool {
        let along = |is_split: bool, size: usize| (0..if is_split { size } else { 0 }).map(Some).chain([None]);
        let units = along(by_unit, self.units.len());
        let groups = units.flat_map(|unit| along(by_sex, self.sexes.len()).map(move |sex| Subgroup { unit, sex }));
        groups.filter(|whose| *whose != Subgroup::default()).all(|whose| {
            let shown = self.shown(whose);
            shown.base.is_some() && shown.parts.iter().all(Option::is_some)
        })
    }

    /// The counts of all, of each sex before.
    pub fn by_sex(&self, unit: Option<usize>) -> impl Iterator<Item = (Option<&str>, Shown)> {
        let sexes = self.sexes.iter().enumerate().map(|(sex, name)| (Some(sex), Some(name.as_str())));
        sexes.chain([(None, None)]).map(move |(sex, name)| (name, self.shown(Subgroup { unit, sex })))
    }
}

impl Shown {
    /// The share of a part, and its count.
    pub fn pair(&self, k: Option<u32>) -> [Cell; 2] {
        let share = k.zip(self.base).map(|(k, n)| Cell::share(k, n, self.percent_from));
        [share.unwrap_or(Cell::Hidden), k.map_or(Cell::Hidden, Cell::Count)]
    }

    /// How many a part counts.
    pub fn part(&self, place: usize) -> Option<u32> {
        self.parts.get(place).copied().flatten()
    }

    /// Whether its base carries percents.
    pub fn is_large(&self) -> bool {
        self.base.is_some_and(|base| base >= self.percent_from.max(1))
    }
}

/// What the groups are split by, with the values that occur.
#[derive(Default)]
pub(crate) struct Axis {
    at: Option<usize>,
    places: BTreeMap<String, usize>,
    /// The values as they are shown.
    pub(crate) names: Vec<String>,
}

impl Axis {
    /// The values of an attribute that the cases, or the entries of units, have.
    pub(crate) fn new(source: Source<'_>, attribute: Option<usize>, per: Per) -> Self {
        let tally = source.study.tally();
        let at = tally.by().iter().position(|&by| Some(by) == attribute);
        let Some((attribute, at)) = attribute.zip(at) else { return Self::default() };
        let values = tally.values(at, per);
        if values.iter().all(|value| value.is_empty()) {
            return Self::default();
        }
        let names = values.iter().map(|value| source.label(attribute, value)).collect();
        let places = values.into_iter().map(str::to_owned).zip(0..).collect();
        Self { at: Some(at), places, names }
    }

    /// The place of the value that a group has.
    #[expect(clippy::indexing_slicing, reason = "counted among others, a group would make their figures wrong")]
    pub(crate) fn place(&self, values: &[String]) -> usize {
        self.at.map_or(0, |at| self.places[&values[at]])
    }
}

/// The counts of one of the finest groups, with how many each part counts.
type Finest = (Counts, Vec<u32>);

/// What may not be printed of a question.
struct Suppressed {
    /// Of the answers.
    answers: Hidden,
    /// Of the cases, those in the base and those outside it: what a condition leaves is an answer to another question.
    cases: Hidden,
    /// Of all cases, whatever they answer: the same groups in each question, as else one would tell what another hides.
    files: Hidden,
    /// Of those who have none of the answers that exclude the others, and of the rest.
    net: Option<(Vec<usize>, Hidden)>,
    /// Whether so few are outside it that no group is to tell where they are.
    few_outside: bool,
}

impl Suppressed {
    /// Names of texts do not stand by unit.
    fn new(question: &Question, finest: &[Vec<Finest>], min: u32) -> Self {
        let groups = |group: &dyn Fn(&Finest) -> Group| -> Vec<Vec<Group>> {
            finest.iter().map(|row| row.iter().map(group).collect()).collect()
        };
        let printed = |unit: Option<usize>, _| question.kind != Kind::Text || unit.is_none();
        let answers = groups(&|(counts, parts)| Group { parts: parts.clone(), base: counts.base });
        let outside = |counts: &Counts| counts.na + counts.not_asked + counts.not_known + counts.unanswered;
        let cases = groups(&|(counts, _)| Group {
            parts: vec![counts.base, outside(counts)],
            base: counts.base + outside(counts),
        });
        let files = groups(&|(counts, _)| Group { parts: Vec::new(), base: counts.base + outside(counts) });
        let alone = exclusive(question);
        let net = groups(&|(counts, parts)| {
            let none: u32 = alone.iter().filter_map(|&part| parts.get(part)).sum();
            Group { parts: vec![none, counts.base.saturating_sub(none)], base: counts.base }
        });
        let net = (!alone.is_empty()).then(|| (alone, hidden(&net, false, printed, min)));
        let all_outside: u32 = finest.iter().flatten().map(|(counts, _)| outside(counts)).sum();
        Self {
            answers: hidden(&answers, question.is_multi(), printed, min),
            cases: hidden(&cases, false, printed, min),
            files: hidden(&files, false, |_, _| true, min),
            net,
            few_outside: (1..min).contains(&all_outside),
        }
    }

    /// Whether a part of the base, or the base itself, may not be printed. How many of all cases are outside it is told.
    fn is(&self, whose: Subgroup, part: Option<usize>) -> bool {
        let is_group = whose != Subgroup::default();
        let Subgroup { unit, sex } = whose;
        let gives_away = || self.few_outside || self.cases.is(unit, sex, Some(0)) || self.files.is(unit, sex, None);
        let of_net = |(alone, net): &(Vec<usize>, Hidden)| match part {
            Some(part) => alone.contains(&part) && [0, 1].iter().any(|&side| net.is(unit, sex, Some(side))),
            None => net.is(unit, sex, None),
        };
        self.answers.is(unit, sex, part) || self.net.as_ref().is_some_and(of_net) || is_group && gives_away()
    }
}

/// The parts that exclude every other one: who has one of them has none of the others.
pub(crate) fn exclusive(question: &Question) -> Vec<usize> {
    let inside = question.choices().iter().filter(|choice| choice.in_base).enumerate();
    let alone = inside.filter(|(_, choice)| question.is_multi() && choice.exclusive);
    alone.map(|(part, _)| part).collect()
}

/// The counts of a question, unit by unit and in these sex by sex.
fn finest(source: Source<'_>, place: QuestionIx, per: Per, [units, sexes]: [&Axis; 2]) -> Vec<Vec<Counts>> {
    let mut finest = vec![vec![Counts::default(); sexes.names.len().max(1)]; units.names.len().max(1)];
    let groups = source.study.tally().groups().iter().enumerate();
    for (at, group) in groups.filter(|(_, group)| group.per == per) {
        let row = finest.get_mut(units.place(&group.values));
        if let Some(counts) = row.and_then(|row| row.get_mut(sexes.place(&group.values))) {
            *counts = std::mem::take(counts).plus(&source.study.tally().of_group(place, at));
        }
    }
    finest
}

/// What is counted among the base of questions of one kind.
fn parts(source: Source<'_>, places: &[QuestionIx]) -> Vec<Part> {
    let Some(question) = places.first().map(|&place| source.protocol().questions.at(place)) else {
        return Vec::new();
    };
    let part = |label: String, what: What| Part { label, what, sort: Sort::Part };
    match &question.kind {
        Kind::Number { .. } => Vec::new(),
        Kind::Choice(choices) | Kind::Choices(choices) => {
            let inside = choices.iter().enumerate().filter(|(_, choice)| choice.in_base);
            inside.map(|(place, choice)| part(choice.label.clone(), What::Choice(place))).collect()
        }
        Kind::Date => {
            let years = places.iter().flat_map(|&place| source.study.tally().total(place).years.into_keys());
            let years: BTreeSet<u16> = years.collect();
            years.into_iter().map(|year| part(year.to_string(), What::Year(year))).collect()
        }
        Kind::Text => names(source, places),
    }
}

/// The most common names of texts, and how many others there are.
fn names(source: Source<'_>, places: &[QuestionIx]) -> Vec<Part> {
    let answers = &source.study.answers;
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for &place in places {
        for name in answers.names(place, &source.study.tally().total(place).texts) {
            *counts.entry(name.name).or_default() += name.n;
        }
    }
    let all = counts.len();
    let mut names: Vec<(u32, u32)> = counts.into_iter().collect();
    names
        .sort_by_cached_key(|(name, n)| (std::cmp::Reverse(*n), sort_key(answers.text(*name), source.protocol().lang)));
    names.retain(|(_, n)| source.options.min_cell.is_none_or(|min| *n >= min));
    names.truncate(MOST_NAMES);
    let rest = all - names.len();
    let own = names.into_iter().map(|(name, _)| Part {
        label: answers.text(name).to_owned(),
        sort: Sort::Part,
        what: What::Name(name),
    });
    let label = || source.words.say(&msg!("report-names-rest", n = rest));
    own.chain((rest > 0).then(|| Part { label: label(), sort: Sort::Rest, what: What::Others })).collect()
}

/// How many each part counts.
fn counted(source: Source<'_>, place: QuestionIx, counts: &Counts, parts: &[Part]) -> Vec<u32> {
    let names: BTreeMap<u32, u32> =
        source.study.answers.names(place, &counts.texts).into_iter().map(|name| (name.name, name.n)).collect();
    let of_name = |name: &u32| names.get(name).copied().unwrap_or(0);
    let listed =
        parts.iter().filter_map(|part| if let What::Name(name) = part.what { Some(of_name(&name)) } else { None });
    let others = counts.base.saturating_sub(listed.sum());
    let count = |part: &Part| match part.what {
        What::Choice(place) => counts.chosen(place),
        What::Year(year) => counts.years.get(&year).copied().unwrap_or(0),
        What::Name(name) => of_name(&name),
        What::Others => others,
    };
    parts.iter().map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::protocol::{Protocol, shipped};

    fn of_2021(id: &str, finest: &[Vec<Finest>]) -> Suppressed {
        let (_, text) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
        let protocol = Protocol::load("p.toml", text).unwrap();
        Suppressed::new(&protocol.questions[protocol.question(id).unwrap()], finest, 5)
    }

    /// Two of the women have any of the answers: all but two have the one that excludes the others.
    #[test]
    fn those_who_have_none_of_the_answers_are_hidden_where_the_others_are_few() {
        let counts = |base| Counts { base, ..Counts::default() };
        let alone = |none: u32| {
            let (_, text) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
            let protocol = Protocol::load("p.toml", text).unwrap();
            let question = &protocol.questions[protocol.question("diagnos").unwrap()];
            let places = exclusive(question);
            let parts = question.choices().iter().filter(|choice| choice.in_base).count();
            (places.clone(), (0..parts).map(|part| if places.contains(&part) { none } else { 0 }).collect::<Vec<_>>())
        };
        let (places, women) = alone(38);
        let (_, men) = alone(20);
        let hidden = of_2021("diagnos", &[vec![(counts(40), women), (counts(40), men)]]);
        for sex in [Some(0), Some(1)] {
            assert!(hidden.is(Subgroup { unit: None, sex }, places.first().copied()));
        }
        assert!(!hidden.is(Subgroup::default(), None));
    }

    /// Three men of the first unit: where they are hidden among the cases they are hidden in every question.
    #[test]
    fn a_group_of_few_cases_is_hidden_with_the_same_groups_in_every_question() {
        let finest = |parts: [[u32; 2]; 6]| -> Vec<Vec<Finest>> {
            let group = |parts: &[u32; 2]| (Counts { base: parts.iter().sum(), ..Counts::default() }, parts.to_vec());
            parts.chunks(2).map(|row| row.iter().map(group).collect()).collect()
        };
        let hidden = [
            of_2021("uppfoljning", &finest([[15, 5], [3, 0], [9, 9], [8, 8], [20, 10], [20, 20]])),
            of_2021("uppfoljning", &finest([[10, 10], [0, 3], [12, 6], [1, 15], [6, 24], [5, 35]])),
        ];
        let bases = |hidden: &Suppressed| -> Vec<bool> {
            let groups = (0..3).flat_map(|unit| [0, 1].map(|sex| (Some(unit), Some(sex))));
            groups
                .map(|(unit, sex)| hidden.files.is(unit, sex, None) && hidden.is(Subgroup { unit, sex }, None))
                .collect()
        };
        assert_eq!(bases(&hidden[0]), [true, true, true, true, false, false]);
        assert_eq!(bases(&hidden[0]), bases(&hidden[1]));
    }

    /// Of 40 women 29 are asked, of 39 men 38: who is not asked has given a rare answer to another question.
    #[test]
    fn a_base_that_tells_how_few_are_outside_it_is_hidden_with_its_answers() {
        let (_, text) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
        let protocol = Protocol::load("p.toml", text).unwrap();
        let question = &protocol.questions[protocol.question("uppfoljning").unwrap()];
        let counts = |base, not_asked| Counts { base, not_asked, ..Counts::default() };
        let finest = [vec![(counts(29, 11), vec![20, 9]), (counts(38, 1), vec![30, 8])]];
        let hidden = Suppressed::new(question, &finest, 5);
        for sex in [Some(0), Some(1)] {
            let whose = Subgroup { unit: None, sex };
            assert!(hidden.is(whose, None) && hidden.is(whose, Some(0)) && hidden.is(whose, Some(1)));
        }
        assert!(!hidden.is(Subgroup::default(), None) && !hidden.is(Subgroup::default(), Some(1)));
    }
}
