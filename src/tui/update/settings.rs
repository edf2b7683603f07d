//! What the coder has set for every study: listed, and changed by the command that does it.

use super::commands;
use crate::base::quoting::words;
use crate::tui::dialog::{Dialog, ListKind};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Next};

/// Lists the settings.
pub(crate) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Choose { about: ListKind::Settings, cursor: 0 });
}

/// Lists the values of a setting, the one it has under the cursor; one of many is written.
pub(crate) fn choose(model: &mut Model, place: usize) {
    let Some(setting) = model.settings.get(place) else { return };
    if setting.values.is_empty() {
        return commands::write(model, format!("settings {} ", setting.name));
    }
    let is_set = |value: &String| Some(value) == setting.value.as_ref();
    let cursor = setting.values.iter().position(is_set).unwrap_or(setting.values.len());
    model.dialog = Some(Dialog::Choose { about: ListKind::Values(place), cursor });
}

/// Sets a value, or none.
pub(crate) fn set(model: &mut Model, place: usize, value: usize) -> Option<Effect> {
    let setting = model.settings.get(place)?;
    let value = setting.values.get(value).map_or("-", String::as_str);
    Some(commands::run(model, &format!("settings {} {value}", setting.name)))
}

/// Takes in that a command has set something, and shows the list with it.
pub(crate) fn changed(model: &mut Model, line: &str) {
    let said = words(line);
    let [command, name, value] = said.as_slice() else { return };
    let place = model.settings.iter().position(|setting| command == "settings" && setting.name == name);
    let Some((place, setting)) = place.and_then(|place| Some((place, model.settings.get_mut(place)?))) else { return };
    setting.value = (value != "-").then(|| value.clone());
    if model.dialog.is_none() {
        model.dialog = Some(Dialog::Choose { about: ListKind::Settings, cursor: place });
    }
}

/// Ends the sitting for one that begins with what was set.
pub(crate) fn reopen(model: &mut Model) -> Effect {
    model.next = Some(Next::Again);
    Effect::Quit
}
