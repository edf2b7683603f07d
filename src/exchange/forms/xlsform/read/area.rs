//! The areas that the groups of a form are.

use super::Reading;
use crate::study::protocol::{Area, Protocol};

impl Reading<'_> {
    /// The place of the area that the open groups are.
    pub(crate) fn area(&mut self) -> usize {
        let named = self.groups.iter().rposition(|group| group.own);
        let groups = self.groups.get(named.unwrap_or(0)..).unwrap_or_default();
        let ids: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
        let labels: Vec<&str> = groups.iter().map(|group| group.label.as_str()).collect();
        let (id, label) = match groups {
            [] => ("form".to_owned(), self.protocol.title.clone()),
            _ => (ids.join("/"), labels.join(" – ")),
        };
        let areas = &mut self.protocol.areas;
        areas.iter().position(|area| area.id == id).unwrap_or_else(|| {
            areas.push(Area { id, label });
            areas.len() - 1
        })
    }
}

/// Puts the areas into the order of a list of their ids, and adds those that stand there with their labels.
pub(crate) fn order(protocol: &mut Protocol, ids: &[String]) {
    let named: Vec<(&str, Option<&str>)> =
        ids.iter().map(|id| id.split_once('=').map_or((id.as_str(), None), |(id, label)| (id, Some(label)))).collect();
    for (id, label) in named.iter().filter_map(|(id, label)| Some((*id, (*label)?))) {
        if protocol.areas.iter().all(|area| area.id != id) {
            protocol.areas.push(Area { id: id.to_owned(), label: label.to_owned() });
        }
    }
    let rank = |area: &Area| named.iter().position(|(id, _)| *id == area.id).unwrap_or(named.len());
    let before = protocol.areas.clone();
    protocol.areas.sort_by_key(rank);
    for question in &mut protocol.questions {
        let id = before.get(question.area).map(|area| &area.id);
        question.area = protocol.areas.iter().position(|area| Some(&area.id) == id).unwrap_or_default();
    }
}
