use super::*;
use proptest::prelude::*;

type Place = (Option<usize>, Option<usize>, Option<usize>);

/// A table of rows × columns, as groups with one sex.
fn rows(table: &[&[u32]]) -> Vec<Vec<Group>> {
    table.iter().map(|row| vec![Group { parts: row.to_vec(), base: row.iter().sum() }]).collect()
}

/// The hidden counts of rows with their totals, a line each, `x` for what is hidden.
fn shown(table: &[&[u32]], min: u32) -> Vec<String> {
    let finest = rows(table);
    let hidden = hidden(&finest, false, |_, sex| sex.is_none(), min);
    let places = |size: usize| (0..size).map(Some).chain([None]);
    let count = |row: Option<usize>, part: Option<usize>| -> u32 {
        let rows = table.iter().enumerate().filter(|(place, _)| row.is_none_or(|row| row == *place));
        let parts = rows.flat_map(|(_, row)| row.iter().enumerate());
        parts.filter(|(place, _)| part.is_none_or(|part| part == *place)).map(|(_, count)| count).sum()
    };
    let cell = |row, part| if hidden.is(row, None, part) { "x".to_owned() } else { count(row, part).to_string() };
    let line = |row| places(table[0].len()).map(|part| cell(row, part)).collect::<Vec<_>>().join(" ");
    places(table.len()).map(line).collect()
}

#[test]
fn a_table_without_small_counts_is_printed_whole() {
    assert_eq!(shown(&[&[5, 0], &[7, 9]], 5), ["5 0 5", "7 9 16", "12 9 21"]);
    assert_eq!(shown(&[&[1, 2], &[3, 4]], 0), ["1 2 3", "3 4 7", "4 6 10"]);
    assert_eq!(shown(&[&[0, 0]], 5), ["0 0 0", "0 0 0"]);
}

#[test]
fn a_small_count_takes_the_smallest_that_protect_it_along() {
    let table: &[&[u32]] = &[&[3, 20, 30], &[40, 50, 60], &[12, 15, 70]];
    assert_eq!(shown(table, 5), ["x x 30 53", "40 50 60 150", "x x 70 97", "55 85 160 300"]);
}

#[test]
fn the_smallest_count_is_protected_first_and_that_may_protect_the_others() {
    assert_eq!(shown(&[&[6, 12, 0], &[30, 3, 2]], 5), ["6 12 0 18", "30 x x 35", "36 x x 53"]);
    assert_eq!(shown(&[&[15, 30, 0], &[2, 15, 1]], 5), ["15 30 0 45", "x 15 x 18", "x 45 x 63"]);
}

#[test]
fn a_zero_protects_nothing_and_a_way_around_it_is_found() {
    let table: &[&[u32]] = &[&[2, 9, 0], &[0, 8, 8], &[9, 0, 9]];
    assert_eq!(shown(table, 5), ["x x 0 11", "0 x x 16", "x 0 x 18", "11 17 17 45"], "six counts in a ring");
}

#[test]
fn ones_that_sum_to_their_number_are_no_protection() {
    let table: &[&[u32]] = &[&[1, 1, 9], &[1, 1, 9]];
    assert_eq!(shown(table, 5)[0], "x x x 11", "1 + 1 = 2 would tell both, as nothing hidden is 0");
}

#[test]
fn a_total_is_hidden_where_nothing_else_can_be() {
    assert_eq!(shown(&[&[3, 0], &[9, 12]], 5), ["x 0 x", "x 12 x", "12 12 24"]);
    assert_eq!(shown(&[&[3, 0]], 5), ["x 0 x", "x 0 x"]);
}

#[test]
fn a_base_without_parts_is_hidden_as_a_count_is() {
    let alone = |base: u32| Group { parts: Vec::new(), base };
    let finest = [vec![alone(20), alone(3)], vec![alone(9), alone(14)], vec![alone(30), alone(40)]];
    let hidden = hidden(&finest, false, |_, _| true, 5);
    for (unit, sex) in [(0, 1), (0, 0), (1, 1), (1, 0)] {
        assert!(hidden.is(Some(unit), Some(sex), None), "{unit} {sex}");
    }
    assert!(!hidden.is(Some(2), Some(0), None) && !hidden.is(Some(0), None, None) && !hidden.is(None, None, None));
}

/// All places of a table with the finest groups that a count sums.
fn places(units: usize, sexes: usize, parts: usize) -> Vec<Place> {
    let along = |size: usize| (0..size).map(Some).chain([None]).collect::<Vec<_>>();
    let mut all = Vec::new();
    for unit in along(units) {
        for sex in along(sexes) {
            all.extend(along(parts).into_iter().map(|part| (unit, sex, part)));
        }
    }
    all
}

/// A table to be checked without the implementation's own way of thinking: every table beside it is tried.
struct Check<'a> {
    finest: &'a [Vec<Group>],
    several: bool,
    printed: Box<dyn Fn(Option<usize>, Option<usize>) -> bool>,
    hidden: Hidden,
}

impl Check<'_> {
    fn sizes(&self) -> (usize, usize, usize) {
        (self.finest.len(), self.finest[0].len(), self.finest[0][0].parts.len())
    }

    fn count(groups: &[Group], sexes: usize, (unit, sex, part): Place) -> Option<u32> {
        let mut sum = 0;
        let units = groups.len().div_ceil(sexes);
        for u in (0..units).filter(|u| unit.is_none_or(|unit| unit == *u)) {
            for s in (0..sexes).filter(|s| sex.is_none_or(|sex| sex == *s)) {
                let group = groups.get(u * sexes + s)?;
                sum += part.map_or(group.base, |part| group.parts[part]);
            }
        }
        Some(sum)
    }

    /// The groups that could stand in place of one: each number the same, one less or one more.
    fn beside(&self, group: &Group) -> Vec<Group> {
        let mut all = vec![Vec::new()];
        for &count in group.parts.iter().chain(self.several.then_some(&group.base)) {
            let around = count.saturating_sub(1)..=count + 1;
            all = all
                .into_iter()
                .flat_map(|start: Vec<u32>| around.clone().map(move |next| [start.clone(), vec![next]].concat()))
                .collect();
        }
        let group = |mut parts: Vec<u32>| {
            let base = if self.several { parts.pop().unwrap() } else { parts.iter().sum() };
            Group { parts, base }
        };
        let can_be = |group: &Group| {
            !self.several
                || group.parts.iter().all(|&part| part <= group.base) && group.base <= group.parts.iter().sum()
        };
        all.into_iter().map(group).filter(can_be).collect()
    }

    /// The places that keep one value in all tables that agree with what is printed.
    fn recovered(&self) -> Vec<Place> {
        let (units, sexes, parts) = self.sizes();
        let real: Vec<Group> = self.finest.concat();
        let all = places(units, sexes, parts);
        let printed: Vec<(Place, bool, u32)> = all
            .into_iter()
            .filter(|(unit, sex, _)| (self.printed)(*unit, *sex))
            .map(|place| (place, self.hidden.is(place.0, place.1, place.2), Self::count(&real, sexes, place).unwrap()))
            .collect();
        let mut left: Vec<(Place, u32)> =
            printed.iter().filter(|(_, hidden, _)| *hidden).map(|(place, _, count)| (*place, *count)).collect();
        self.search(&mut Vec::new(), &real, &printed, &mut left);
        left.into_iter().map(|(place, _)| place).collect()
    }

    fn search(
        &self,
        chosen: &mut Vec<Group>,
        real: &[Group],
        printed: &[(Place, bool, u32)],
        left: &mut Vec<(Place, u32)>,
    ) {
        let sexes = self.sizes().1;
        if left.is_empty() {
            return;
        }
        if chosen.len() == real.len() {
            left.retain(|(place, count)| Self::count(chosen, sexes, *place) == Some(*count));
            return;
        }
        let padded = chosen.len();
        for group in self.beside(&real[padded]) {
            chosen.push(group);
            let whole = chosen.len() == real.len();
            let agrees = printed.iter().all(|(place, hidden, count)| {
                let complete = whole
                    || place.0.is_some_and(|unit| (unit + 1) * sexes <= chosen.len())
                    || place.0.zip(place.1).is_some_and(|(unit, sex)| unit * sexes + sex < chosen.len());
                let found = || {
                    let mut filled = chosen.clone();
                    filled.resize(real.len(), Group { parts: vec![0; self.sizes().2], base: 0 });
                    Self::count(&filled, sexes, *place).unwrap()
                };
                !complete || if *hidden { found() >= 1 } else { found() == *count }
            });
            if agrees {
                self.search(chosen, real, printed, left);
            }
            chosen.pop();
        }
    }
}

/// Groups of units × sexes in which a case has one answer, or several.
fn tables() -> impl Strategy<Value = (Vec<Vec<Group>>, bool)> {
    let sizes = prop_oneof![Just((2, 2, 2)), Just((3, 1, 3)), Just((3, 2, 2)), Just((4, 1, 2)), Just((1, 2, 3))];
    (sizes, any::<bool>()).prop_flat_map(|((units, sexes, parts), several)| {
        let count = prop_oneof![2 => Just(0u32), 3 => 1u32..4, 2 => 4u32..9];
        let group = (prop::collection::vec(count, parts), 0u32..9).prop_map(move |(parts, extra)| {
            let (most, sum) = (parts.iter().copied().max().unwrap_or(0), parts.iter().sum::<u32>());
            let base = if several { (most + extra).min(sum) } else { sum };
            Group { parts, base }
        });
        let table = prop::collection::vec(prop::collection::vec(group, sexes), units);
        (table, Just(several))
    })
}

proptest! {
    #[test]
    fn no_hidden_count_can_be_recovered((finest, several) in tables(), level in 0u8..3, min in 2u32..6) {
        let printed = move |unit: Option<usize>, sex: Option<usize>| match level {
            0 => true,
            1 => unit.is_none() || sex.is_none(),
            _ => sex.is_none(),
        };
        let hidden = hidden(&finest, several, printed, min);
        let check = Check { finest: &finest, several, printed: Box::new(printed), hidden: hidden.clone() };
        let (units, sexes, parts) = check.sizes();
        for place in places(units, sexes, parts) {
            let count = Check::count(&finest.concat(), sexes, place).unwrap();
            let is = hidden.is(place.0, place.1, place.2);
            let stands = printed(place.0, place.1);
            prop_assert!(!is || (stands && count > 0), "{place:?} is hidden: {count}");
            prop_assert!(is || !stands || count == 0 || count >= min, "{place:?} is printed: {count}");
        }
        prop_assert_eq!(check.recovered(), []);
    }
}
