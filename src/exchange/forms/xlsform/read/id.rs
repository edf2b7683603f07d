//! The ids that questions have by their names in the form.

use super::Reading;
use crate::exchange::forms::xlsform::column::Line;
use crate::exchange::forms::xlsform::names::may_be;
use crate::msg;

impl Reading<'_> {
    /// The id of the question of a row, or of what the case list says: the row's own, else its name. A name that the form
    /// has in another group too goes with its group's, and one that no id can be is changed; both are told.
    pub(crate) fn id(&mut self, line: &Line<'_>, name: &str) -> Option<String> {
        let own = line.get("aktkoll_id");
        let wanted = if own.is_empty() { name } else { &own };
        if wanted.is_empty() {
            self.log.wrong(line.fault(msg!("xlsform-name-missing"), "name"));
            return None;
        }
        let path = self.path();
        let here = (path.clone(), wanted.to_owned());
        if self.met.contains(&here) {
            self.log.lose(line.fault(msg!("xlsform-name-twice", name = wanted), "name"));
            return None;
        }
        self.met.push(here);
        let id = self.free(wanted, &path);
        if id != wanted {
            let row = line.row.number;
            self.log.tell(msg!("xlsform-id-made", row = row, name = wanted, id = id.as_str()));
        }
        Some(id)
    }

    /// The ids of the open groups.
    fn path(&self) -> String {
        self.groups.iter().map(|group| group.id.as_str()).collect::<Vec<_>>().join("_")
    }

    /// The id for a name: as it is, else with its groups', else with a number.
    fn free(&self, name: &str, path: &str) -> String {
        let plain = may_be(name);
        let far = may_be(&format!("{path}_{name}"));
        let numbered = (2..).map(|number: usize| format!("{far}_{number}"));
        let mut wishes = [plain, far.clone()].into_iter().chain(numbered);
        wishes.find(|id| !self.is_taken(id)).unwrap_or_default()
    }

    fn is_taken(&self, id: &str) -> bool {
        self.protocol.questions.iter().any(|question| question.id == id)
            || self.protocol.attributes.iter().any(|attribute| attribute.id == id)
    }
}
