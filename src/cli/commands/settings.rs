//! `aktkoll settings`: what a user has set for every study, shown and changed.

use super::{Context, ask};
use crate::base::fault::{Exit, Fault, Result, Told};
use crate::base::files;
use crate::base::language::Words;
use crate::base::paths::{Own, Paths};
use crate::base::slug::slug;
use crate::base::suggest::suggestion;
use crate::base::text::{padded, width};
use crate::msg;
use crate::study::Tallies;
use crate::tui::keymap::Keymap;
use crate::tui::model::Setting;

/// Every setting with the catalogue's key of what it does.
const SETTINGS: [(&str, &str); 7] = [
    ("lang", "settings-lang"),
    ("coder", "settings-coder"),
    ("keymap", "settings-keymap"),
    ("theme", "settings-theme"),
    ("tallies", "settings-tallies"),
    ("pace", "settings-pace"),
    ("mouse", "settings-mouse"),
];

pub(super) fn run(change: Option<(&str, &str)>, context: &mut Context<'_>) -> Result<u8> {
    let paths = Paths::of_user().ok_or_else(|| Fault::new(msg!("demo-no-home")))?;
    let own = context.own()?.clone();
    let Some((name, value)) = change else {
        for Setting { name, about, value, .. } in all(&own) {
            let value = value.unwrap_or_else(|| "–".to_owned());
            context.print(&format!("{name:<8}{value:<12}{}", context.words.get(about)))?;
        }
        return context.say(&msg!("settings-where", file = paths.settings().display().to_string())).map(|()| 0);
    };
    set_to(&own, name, value, context)?;
    let unset = context.words.get("settings-unset");
    context.say(&msg!("settings-set", name = name, value = if value == "-" { unset.as_str() } else { value }))?;
    Ok(0)
}

/// Writes the settings with another value in them.
fn set_to(own: &Own, name: &str, value: &str, context: &Context<'_>) -> Result<()> {
    let paths = Paths::of_user().ok_or_else(|| Fault::new(msg!("demo-no-home")))?;
    let changed = changed(own, name, value)?;
    files::create_folders(&paths.config).told(msg!("file-unwritten"), paths.config.display())?;
    files::replace(&paths.settings(), written(&changed, &context.words).as_bytes())
}

/// Every setting with its value and those it can have, for a page that changes them.
pub(super) fn all(own: &Own) -> Vec<Setting> {
    let value = |name| set(own, name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let setting = |(name, about)| Setting { name, about, value: value(name), values: values(name) };
    SETTINGS.map(setting).into()
}

/// The values that a setting can have; none where any text is one.
fn values(name: &str) -> Vec<String> {
    let values: Vec<String> = match name {
        "lang" => ["sv", "en"].map(str::to_owned).into(),
        "keymap" => {
            let shipped = Keymap::SHIPPED.map(|(name, _)| name.to_owned());
            let own = Paths::of_user().map(|paths| paths.own_keymaps()).unwrap_or_default();
            let known = own.into_iter().filter(|name| !shipped.contains(name)).collect::<Vec<_>>();
            shipped.into_iter().chain(known).collect()
        }
        "theme" => ["auto", "dark", "light", "contrast", "16", "mono"].map(str::to_owned).into(),
        "tallies" => ["always", "after-case", "never"].map(str::to_owned).into(),
        "pace" | "mouse" => ["true", "false"].map(str::to_owned).into(),
        _ => Vec::new(),
    };
    values
}

/// Settings changed by questions, one after the other, until nothing is chosen.
pub(super) fn by_questions(context: &mut Context<'_>) -> Result<()> {
    loop {
        let all = all(context.own()?);
        let called: Vec<String> = all.iter().map(|setting| setting.called(&context.words)).collect();
        let widest = called.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
        for ((n, setting), name) in (1_usize..).zip(&all).zip(&called) {
            let value = setting.value.as_ref().map(|value| setting.value_called(value, &context.words));
            let value = value.unwrap_or_else(|| context.words.get("settings-unset"));
            context.tell(&msg!("ask-option", n = n, label = padded(name, widest) + &value))?;
        }
        let picked = ask::picked(&msg!("settings-which"), all.len(), context)?;
        let Some((setting, name)) = picked.and_then(|at| all.get(at).zip(called.get(at))) else { return Ok(()) };
        if let Err(faults) = by_question(setting, name, context) {
            context.tell_faults(&faults.0)?;
        }
        context.own_anew();
    }
}

/// Asks for another value of a setting: one of those that it can have or, where it is written, what somebody writes.
fn by_question(setting: &Setting, name: &str, context: &mut Context<'_>) -> Result<()> {
    let unset = context.words.get("settings-unset");
    let value = if setting.values.is_empty() {
        context.line(&msg!("settings-new", name = name))?.filter(|line| !line.is_empty())
    } else {
        let mut labels: Vec<String> =
            setting.values.iter().map(|value| setting.value_called(value, &context.words)).collect();
        labels.push(unset.clone());
        for (n, label) in (1_usize..).zip(&labels) {
            context.tell(&msg!("ask-option", n = n, label = label.as_str()))?;
        }
        let picked = ask::picked(&msg!("settings-values", name = name), labels.len(), context)?;
        picked.map(|at| setting.values.get(at).map_or_else(|| "-".to_owned(), String::clone))
    };
    let Some(value) = value else { return Ok(()) };
    let own = context.own()?.clone();
    set_to(&own, setting.name, &value, context)?;
    let value = if value == "-" { unset } else { setting.value_called(&value, &context.words) };
    context.tell(&msg!("settings-now", name = name, value = value))
}

/// The value of a setting, where it is set.
fn set(own: &Own, name: &str) -> Option<toml::Value> {
    toml::Table::try_from(own).ok()?.remove(name)
}

/// The settings with another value; `-` takes it away.
fn changed(own: &Own, name: &str, value: &str) -> Result<Own> {
    let names = || SETTINGS.iter().map(|(name, _)| *name);
    if !names().any(|known| known == name) {
        let fault = Fault::new(msg!("settings-unknown", name = name));
        return Err(fault.hint(suggestion(name, names())).exit(Exit::Usage).into());
    }
    let wrong = || Fault::new(msg!("settings-value", name = name, value = value)).hint(msg!("settings-value-hint"));
    let mut table = toml::Table::try_from(own).unwrap_or_default();
    table.remove(name);
    if value != "-" {
        let is_switch = ["pace", "mouse"].contains(&name);
        let value = value.parse::<bool>().ok().filter(|_| is_switch).map_or_else(|| value.into(), toml::Value::from);
        table.insert(name.to_owned(), value);
    }
    let own: Own = table.try_into().map_err(|_| wrong().exit(Exit::Usage))?;
    if own.lang.as_deref().is_some_and(|lang| !["sv", "en"].contains(&lang)) {
        return Err(wrong().exit(Exit::Usage).into());
    }
    own.coder.as_deref().map_or(Ok(()), |coder| slug(coder).map(|_| ()))?;
    if own.tallies.as_deref().is_some_and(|shown| Tallies::named(shown).is_none()) {
        return Err(wrong().exit(Exit::Usage).into());
    }
    own.keymap.as_deref().map_or(Ok(()), |keymap| Keymap::load(keymap, None).map(|_| ()))?;
    Ok(own)
}

/// The file, with a line of explanation above each setting.
fn written(own: &Own, words: &Words) -> String {
    let mut text = String::new();
    for (name, about) in SETTINGS {
        let value = set(own, name).map_or_else(String::new, |value| format!("{name} = {value}\n"));
        text.push_str(&format!("# {name}: {}\n{value}\n", words.get(about)));
    }
    let files = set(own, "files").map(|files| toml::Table::from_iter([("files".to_owned(), files)]).to_string());
    text.push_str(&format!("# files: {}\n{}", words.get("settings-files"), files.unwrap_or_default()));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use crate::base::paths::Theme;

    #[test]
    fn every_value_on_offer_can_be_set() {
        for setting in all(&Own::default()) {
            for value in setting.values {
                let own = changed(&Own::default(), setting.name, &value).unwrap();
                let shown = all(&own).into_iter().find(|now| now.name == setting.name).unwrap();
                assert_eq!(shown.value, Some(value), "{}", setting.name);
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut own = Own::default();
        for (name, value) in [
            ("lang", "sv"),
            ("keymap", "left-hand"),
            ("theme", "16"),
            ("pace", "true"),
            ("mouse", "true"),
            ("coder", "Åsa"),
            ("tallies", "after-case"),
        ] {
            own = changed(&own, name, value).unwrap();
            assert_eq!(toml::from_str::<Own>(&written(&own, &Words::new(Lang::Sv))).unwrap(), own);
        }
        assert_eq!(own.theme, Some(Theme::Sixteen));
        own = changed(&own, "keymap", "-").unwrap();
        assert_eq!(own.keymap, None);
        for (name, value) in [
            ("theme", "pink"),
            ("lang", "fr"),
            ("pace", "often"),
            ("keymap", "nothing"),
            ("key", "x"),
            ("tallies", "often"),
            ("coder", "…"),
        ] {
            assert!(changed(&own, name, value).is_err(), "{name} = {value}");
        }
    }
}
