//! The keys that are offered instead of taken.

use crate::base::language::Message;
use crate::msg;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Model, Repeat};

/// So many keys are named one by one.
const FEW: usize = 12;

/// Which they are, and the keys that take or drop them.
pub fn offered(model: &Model) -> Option<Message> {
    let Repeat::Offered(offered) = &model.repeat else { return None };
    let mut runs: Vec<(String, usize)> = Vec::new();
    for key in offered {
        let label = key.label(&model.words);
        match runs.last_mut() {
            Some((last, n)) if *last == label => *n += 1,
            _ => runs.push((label, 1)),
        }
    }
    let n = offered.len();
    let keys = match runs.as_slice() {
        [(only, _)] => only.clone(),
        _ if n <= FEW => offered.iter().map(|key| key.label(&model.words)).collect::<Vec<_>>().join(" "),
        runs => runs.iter().map(|(key, n)| format!("{n} × {key}")).collect::<Vec<_>>().join(", "),
    };
    let (key, key_back) = (model.key(Mode::List, Action::Open), model.key(Mode::List, Action::Back));
    Some(if runs.len() == 1 {
        msg!("screen-offer", n = n, keys = keys, key = key, key_back = key_back)
    } else {
        msg!("screen-offer-mixed", n = n, keys = keys, key = key, key_back = key_back)
    })
}
