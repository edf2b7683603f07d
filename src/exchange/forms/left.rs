//! What is met at several rows of a form and told once: how often, and where first.

use crate::base::fault::{Fault, ROWS};
use crate::base::language::Message;

/// At most this many rows are named.
const NAMED: usize = 5;

/// What was met, kind by kind.
#[derive(Debug, Default)]
pub(crate) struct Alike(Vec<Met>);

/// One kind: the first place, and every row.
#[derive(Debug)]
struct Met {
    first: Fault,
    rows: Vec<String>,
}

impl Alike {
    /// Notes a fault at a row or a field; faults of one message are one kind.
    pub(crate) fn add(&mut self, fault: Fault, row: &impl ToString) {
        let row = row.to_string();
        match self.0.iter_mut().find(|met| met.first.message == fault.message) {
            Some(met) if met.rows.contains(&row) => {}
            Some(met) => met.rows.push(row),
            None => self.0.push(Met { first: fault, rows: vec![row] }),
        }
    }

    /// A fault for each kind, at the first place, whose message has the number of rows as `n` and the first as `rows`.
    pub(crate) fn faults(self) -> Vec<Fault> {
        self.0.into_iter().map(Met::fault).collect()
    }

    /// The same with every row named.
    pub(crate) fn whole(self) -> Vec<Fault> {
        self.0.into_iter().map(|met| met.naming(usize::MAX)).collect()
    }

    /// The same as messages.
    pub(crate) fn messages(self) -> Vec<Message> {
        self.0.into_iter().map(|met| met.fault().message).collect()
    }
}

impl Met {
    fn fault(self) -> Fault {
        self.naming(NAMED)
    }

    fn naming(self, most: usize) -> Fault {
        let n = self.rows.len();
        let mut rows = self.rows.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
        if n > most {
            rows.push_str(", …");
        }
        let message = self.first.message.clone().with("n", n).with(ROWS, rows);
        Fault { message, ..self.first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::{Lang, Words};
    use crate::msg;

    #[test]
    fn of_what_is_left_out_every_row_is_named_however_many_there_are() {
        let mut alike = Alike::default();
        let names: Vec<String> = (1..=60).map(|n| format!("a_field_with_a_long_name_{n}")).collect();
        for name in &names {
            alike.add(Fault::new(msg!("redcap-left-hidden")), name);
        }
        let told = alike.whole().pop().unwrap().describe(&Words::new(Lang::En));
        assert!(told.ends_with(&format!("{}.", names.join(", "))), "{told}");
    }
}
