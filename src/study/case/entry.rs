//! The units' entries: what the questions asked once per unit are asked about.

use super::csv::UNIT_PREFIX;
use super::{Case, CaseList};
use crate::base::language::Message;
use crate::msg;
use crate::study::index::CaseIx;
use crate::study::protocol::{Per, Protocol};
use std::collections::HashSet;

impl CaseList {
    /// Adds an entry per unit and informant behind the cases, where there is anything to ask them.
    pub(crate) fn add_entries(&mut self, protocol: &Protocol) {
        let asks = protocol.questions.iter().any(|question| question.per == Per::Unit);
        let Some(unit) = protocol.unit().filter(|_| asks) else { return };
        let informants = protocol.informant().and_then(|place| Some((place, protocol.attributes.get(place)?)));
        for code in self.units(protocol, unit) {
            let id = format!("{UNIT_PREFIX}{code}");
            match informants {
                None => self.add_entry(id, &[(unit, &code)]),
                Some((column, informants)) => {
                    for (informant, _) in &informants.values {
                        self.add_entry(format!("{id}:{informant}"), &[(unit, &code), (column, informant)]);
                    }
                }
            }
        }
    }

    /// The units that have cases, in the protocol's order, then in that of the cases.
    pub fn units(&self, protocol: &Protocol, column: usize) -> Vec<String> {
        let mut seen = HashSet::new();
        let units = self.files().map(|case| self.value(case, column)).filter(|unit| seen.insert(*unit));
        let mut units: Vec<String> = units.map(str::to_owned).collect();
        let listed = protocol.attributes.get(column).map_or(&[][..], |attribute| &attribute.values);
        let rank = |unit: &String| listed.iter().position(|(code, _)| code == unit).unwrap_or(listed.len());
        units.sort_by_key(rank);
        units
    }

    fn add_entry(&mut self, id: String, filled: &[(usize, &str)]) {
        let value = |column: usize| filled.iter().find(|(own, _)| *own == column).map_or("", |(_, value)| value);
        let values = (0..self.columns.len()).map(|column| value(column).into()).collect();
        self.cases.push(Case { id, per: Per::Unit, values });
    }

    /// The name of a case, in parts: its id, or an entry's unit and informant as they are shown.
    pub fn name<'a>(&'a self, protocol: &'a Protocol, case: CaseIx) -> Vec<&'a str> {
        let entry = (self.per(case) == Per::Unit).then(|| [protocol.unit(), protocol.informant()]);
        let Some(columns) = entry else {
            return self.cases.get(case).map(|case| case.id.as_str()).into_iter().collect();
        };
        let label = |column: usize| Some(protocol.attributes.get(column)?.one_of(self.value(case, column)));
        columns.into_iter().flatten().filter_map(label).collect()
    }

    /// The meeting at which an entry's informants spoke: the source of what is quoted there.
    pub fn meeting(&self, protocol: &Protocol, case: CaseIx) -> Option<Message> {
        let name = if self.per(case) == Per::Unit { self.name(protocol, case) } else { Vec::new() };
        match name.as_slice() {
            [unit] => Some(msg!("meeting-unit", unit = *unit)),
            [unit, informant] => Some(msg!("meeting", unit = *unit, informant = informant.to_lowercase())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::{Lang, Words};
    use crate::builder::english;
    use crate::study::protocol::shipped;

    const INFORMANTS: &str = "[[attribute]]\nid = \"who\"\nlabel = \"Informant\"\nrole = \"informant\"\n\
        values = { lead = \"Management\", staff = \"Staff\" }\n[[question]]\nid = \"routine\"\narea = \"A\"\n\
        text = \"?\"\nper = \"unit\"\n[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"?\"\n";

    fn protocol(more: &str) -> Protocol {
        Protocol::load("p.toml", &english().unit("").and(more).to_string()).unwrap()
    }

    fn list(protocol: &Protocol, text: &str) -> CaseList {
        CaseList::read("cases.csv", text.as_bytes(), protocol).unwrap().0
    }

    fn ids(list: &CaseList) -> Vec<&str> {
        list.entries().map(|case| list.cases[case].id.as_str()).collect()
    }

    #[test]
    fn every_unit_with_cases_has_an_entry_for_each_informant_behind_the_cases() {
        let protocol = protocol(INFORMANTS);
        let list = list(&protocol, "case,unit,team\nA-1,SOU,x\nB-1,NOR,y\nA-2,SOU,x\n");
        assert!(list.files().eq((0..3).map(CaseIx::new)));
        assert_eq!(ids(&list), ["unit:SOU:lead", "unit:SOU:staff", "unit:NOR:lead", "unit:NOR:staff"]);
        assert_eq!(list.columns, ["unit", "who", "team"]);
        let place = list.place("unit:NOR:staff").unwrap();
        assert_eq!((0..3).map(|column| list.value(place, column)).collect::<Vec<_>>(), ["NOR", "staff", ""]);
        assert_eq!((0..3).map(|column| list.value(1.into(), column)).collect::<Vec<_>>(), ["NOR", "", "y"]);
        assert_eq!((list.per(place), list.per(1.into())), (Per::Unit, Per::Case));
    }

    #[test]
    fn units_stand_in_the_protocols_order_and_only_those_with_cases() {
        let (_, dv2021) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
        let protocol = Protocol::load("dv2021.toml", dv2021).unwrap();
        let header = "case,unit,sex,birth_year,decision,decision_year\n";
        let list = list(&protocol, &format!("{header}S-1,SKA,K,,bifall,2019\nB-1,BRO,K,,bifall,2019\n"));
        let expected = ["unit:BRO:ledning", "unit:BRO:handlaggare", "unit:SKA:ledning", "unit:SKA:handlaggare"];
        assert_eq!(ids(&list), expected);
        let staff = list.place("unit:SKA:handlaggare").unwrap();
        assert_eq!(list.name(&protocol, staff), ["Skarpnäck", "Handläggare"]);
        let meeting = Words::new(Lang::Sv).say(&list.meeting(&protocol, staff).unwrap());
        assert_eq!(meeting, "Dialogmöte handläggare Skarpnäck");
        assert_eq!((list.name(&protocol, 0.into()), list.meeting(&protocol, 0.into())), (vec!["S-1"], None));
    }

    #[test]
    fn without_informants_there_is_one_entry_a_unit_and_without_questions_none() {
        let asked = protocol("[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"?\"\nper = \"unit\"\n");
        let entries = list(&asked, "case,unit\nA-1,SOU\n");
        assert_eq!(ids(&entries), ["unit:SOU"]);
        let meeting = Words::new(Lang::Sv).say(&entries.meeting(&asked, 1.into()).unwrap());
        assert_eq!(meeting, "Dialogmöte SOU");
        let not = protocol("[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"?\"\n");
        assert_eq!(ids(&list(&not, "case,unit\nA-1,SOU\n")), [] as [&str; 0]);
    }

    #[test]
    fn the_list_is_written_without_its_entries_and_read_back_the_same() {
        let protocol = protocol(INFORMANTS);
        let text = "case_id,unit,team\nA-1,SOU,x\nB-1,NOR,\n";
        let read = list(&protocol, text);
        let written = String::from_utf8(read.to_csv()).unwrap();
        assert_eq!(written, text);
        assert_eq!(ids(&list(&protocol, &written)), ids(&read));
    }

    #[test]
    fn the_informant_is_no_column_of_the_file() {
        for header in ["who", "Informant"] {
            let text = format!("case,unit,{header}\nA-1,SOU,lead\n");
            let faults = CaseList::read("cases.csv", text.as_bytes(), &protocol(INFORMANTS)).unwrap_err();
            assert_eq!(faults.0.iter().map(|fault| fault.message.key).collect::<Vec<_>>(), ["cases-informant"]);
        }
    }
}
