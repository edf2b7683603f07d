//! The cases in groups, by what columns say of them.

use crate::study::answers::Answers;
use crate::study::index::CaseIx;
use crate::study::protocol::Per;
use foldhash::HashMap;
use typed_index_collections::TiVec;

/// Cases, or entries of units, that are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// Which of both they are: a question is counted over those alone that it is asked about.
    pub per: Per,
    /// What the columns say that they are grouped by.
    pub values: Vec<String>,
}

/// The groups that the cross of some columns makes, in order, and each case's group. Cases and entries of units make
/// groups of their own.
///
/// A column's values stand in the protocol's order, then in the order in which the case list brings them. Groups without
/// a case are left out.
pub fn grouping(answers: &Answers, by: &[usize]) -> (Vec<Group>, TiVec<CaseIx, usize>) {
    let cases = answers.cases();
    let mut all = Grouping { group_of: vec![0; cases.cases.len()].into(), groups: vec![(Vec::new(), CaseIx::new(0))] };
    all.split(|case| cases.per(case) as usize);
    for &column in by {
        let values = answers.protocol().attributes.get(column).map_or(&[][..], |attribute| &attribute.values);
        let listed = values.iter().enumerate().map(|(rank, (code, _))| (code.as_str(), rank));
        let mut ranks: HashMap<&str, usize> = listed.collect();
        all.split(|case| {
            let next = ranks.len();
            *ranks.entry(cases.value(case, column)).or_insert(next)
        });
    }
    let mut order: Vec<(usize, &(Vec<usize>, CaseIx))> = all.groups.iter().enumerate().collect();
    order.sort_by_key(|(_, (ranks, _))| ranks);
    let mut places = vec![0; order.len()];
    for (place, (group, _)) in order.iter().enumerate() {
        places.iter_mut().skip(*group).take(1).for_each(|own| *own = place);
    }
    let group_of = all.group_of.iter().map(|&group| places.get(group).copied().unwrap_or_default()).collect();
    let group = |case: CaseIx| Group {
        per: cases.per(case),
        values: by.iter().map(|&column| cases.value(case, column).to_owned()).collect(),
    };
    (order.into_iter().map(|(_, (_, first))| group(*first)).collect(), group_of)
}

/// The cases in groups: each group by what puts it in order, with its first case.
struct Grouping {
    group_of: TiVec<CaseIx, usize>,
    groups: Vec<(Vec<usize>, CaseIx)>,
}

impl Grouping {
    /// Makes a group of those in each that have the same rank.
    fn split(&mut self, mut rank_of: impl FnMut(CaseIx) -> usize) {
        let mut parts: HashMap<(usize, usize), usize> = HashMap::default();
        let mut groups = Vec::new();
        for (case, group) in self.group_of.iter_mut_enumerated() {
            let rank = rank_of(case);
            *group = *parts.entry((*group, rank)).or_insert_with(|| {
                let ranks = self.groups.get(*group).map_or(&[][..], |(ranks, _)| ranks);
                groups.push(([ranks, &[rank]].concat(), case));
                groups.len() - 1
            });
        }
        self.groups = groups;
    }
}
