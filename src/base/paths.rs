//! Where things are looked for and kept, by the conventions of the system.

use crate::base::env;
use crate::base::fault::{Fault, Result};
use crate::base::language::Lang;
use crate::msg;
use directories::ProjectDirs;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The folders of one user.
#[derive(Debug, Clone)]
pub struct Paths {
    /// The user's own keymaps, templates and settings.
    pub config: PathBuf,
    /// The demo study.
    pub data: PathBuf,
    /// What the program remembers: the studies opened last.
    pub state: PathBuf,
}

/// What a user has set, in `settings.toml` beside the keymaps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Own {
    /// The language: sv or en.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Who codes, where that is not the login.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coder: Option<String>,
    /// The keymap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keymap: Option<String>,
    /// The colours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// When the tally shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tallies: Option<String>,
    /// Whether the own pace shows, to oneself alone.
    pub pace: bool,
    /// Whether a mouse is heard.
    pub mouse: bool,
    /// Where the files of the cases lie, by the folder of the study or its id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, FilesOf>,
}

/// Where the files of a study's cases lie, and how they are read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FilesOf {
    /// The folder, or the file with records.
    pub path: PathBuf,
    /// Where a record has the id of its case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Where a record has its texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<String>,
    /// The key to replaced ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<PathBuf>,
}

/// The colours of the screen, by the ground that they are read on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Colours that are read on a dark and on a light ground.
    #[default]
    Auto,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// Strong ones for a dark ground.
    Contrast,
    /// The sixteen that every terminal with colours has, for a dark ground.
    #[serde(rename = "16")]
    Sixteen,
    /// None: bold, reverse and marks alone.
    Mono,
}

impl Paths {
    /// The folders of the user who runs the program; nothing where the system names no home.
    pub fn of_user() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "aktkoll")?;
        Some(Self {
            config: dirs.config_dir().to_owned(),
            data: dirs.data_dir().to_owned(),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned(),
        })
    }

    /// The user's own version of a keymap, if there is one.
    pub fn keymap(&self, name: &str) -> Option<PathBuf> {
        let path = self.config.join("keymaps").join(format!("{name}.toml"));
        path.is_file().then_some(path)
    }

    /// The names of the user's own keymaps, by the alphabet.
    pub fn own_keymaps(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.config.join("keymaps")).into_iter().flatten().flatten();
        let paths = files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "toml"));
        let mut names: Vec<String> = paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
        names.sort();
        names
    }

    /// The user's own version of a template of the report, if there is one.
    pub fn template(&self, name: &str) -> Option<PathBuf> {
        let path = self.config.join("templates").join(name);
        path.is_file().then_some(path)
    }

    /// The file of the user's settings, which need not be there.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.toml")
    }

    /// What is set there.
    fn own(&self) -> Result<Own> {
        let path = self.settings();
        if !path.is_file() {
            return Ok(Own::default());
        }
        let text = crate::base::files::read_text(&path, 64 * 1024)?;
        toml::from_str(&text).map_err(|error| {
            let fault = Fault::new(msg!("settings-wrong", cause = error.message())).in_file(path.display());
            fault.hint(msg!("settings-wrong-hint")).into()
        })
    }

    fn recent_file(&self) -> PathBuf {
        self.state.join("recent")
    }

    fn tour_file(&self) -> PathBuf {
        self.state.join("tour")
    }

    /// Whether the user has seen or skipped the tour.
    pub fn knows_tour(&self) -> bool {
        self.tour_file().exists()
    }

    /// Remembers that the tour was seen or skipped. That this fails is no reason to stop: it shows once more.
    pub fn remember_tour(&self) {
        if crate::base::files::create_folders(&self.state).is_ok() {
            let _ = crate::base::files::replace(&self.tour_file(), b"");
        }
    }

    /// The studies opened last, the newest first; those that are gone are left out.
    pub fn recent(&self) -> Vec<PathBuf> {
        let bytes = crate::base::files::read_inside(&self.recent_file(), 64 * 1024).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.lines().map(PathBuf::from).filter(|path| path.join("study.toml").is_file()).collect()
    }

    /// Remembers a study as opened last. That this fails is no reason to stop: it is a convenience.
    pub fn remember(&self, study: &std::path::Path) {
        let Ok(study) = std::fs::canonicalize(study) else { return };
        let mut recent = self.recent();
        recent.retain(|known| *known != study);
        recent.insert(0, study);
        recent.truncate(9);
        let lines: String = recent.iter().map(|path| path.display().to_string() + "\n").collect();
        if crate::base::files::create_folders(&self.state).is_ok() {
            let _ = crate::base::files::replace(&self.recent_file(), lines.as_bytes());
        }
    }
}

/// What the user has set, for every study; nothing where the system names no home.
pub fn own() -> Result<Own> {
    Paths::of_user().map(|paths| paths.own()).transpose().map(Option::unwrap_or_default)
}

/// The language asked for: `--lang`, then `AKTKOLL_LANG`, then what the user has set, then the locale.
pub fn asked_language(flag: Option<&str>, set: Option<&str>) -> Option<Lang> {
    let named = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(env::variable);
    let tag = chosen_tag(flag).or_else(|| set.map(str::to_owned)).or_else(named);
    Lang::from_tag(&tag?)
}

/// The language chosen for this program: `--lang`, then `AKTKOLL_LANG`. What others are to read does not follow the locale
/// of whoever makes it.
pub fn chosen_language(flag: Option<&str>) -> Option<Lang> {
    Lang::from_tag(&chosen_tag(flag)?)
}

fn chosen_tag(flag: Option<&str>) -> Option<String> {
    flag.map(str::to_owned).or_else(|| env::variable("AKTKOLL_LANG"))
}

/// The locale that says how characters are written.
fn locale() -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(env::variable).unwrap_or_default()
}

/// Whether the locale writes in UTF-8.
pub fn speaks_utf8() -> bool {
    let locale = locale().to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// The encoding that the locale reads in; tmux writes and shows UTF-8, whatever a locale says.
pub fn codeset() -> String {
    if is_tmux() { "UTF-8".to_owned() } else { codeset_of(&locale()) }
}

/// The encoding that the locale shows: who asks for `C` or `POSIX` wants ASCII, though what is typed is read as UTF-8.
pub fn shown_codeset() -> String {
    if matches!(locale().as_str(), "C" | "POSIX") { "ASCII".to_owned() } else { codeset() }
}

fn is_tmux() -> bool {
    env::variable("TMUX").is_some() || env::variable("TERM").is_some_and(|term| term.starts_with("tmux"))
}

/// The encoding of a locale such as `sv_SE.ISO-8859-15@euro`. One that names none has the oldest of its language, as
/// `sv_SE` does; where nothing is said of a language either, terminals are of UTF-8 today.
fn codeset_of(locale: &str) -> String {
    let (name, modifier) = locale.split_once('@').unwrap_or((locale, ""));
    match name.split_once('.') {
        Some((_, codeset)) => codeset.to_owned(),
        None if matches!(name, "" | "C" | "POSIX") => "UTF-8".to_owned(),
        None if modifier == "euro" => "ISO-8859-15".to_owned(),
        None => "ISO-8859-1".to_owned(),
    }
}
