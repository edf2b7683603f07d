//! A study on disk: a folder that holds all of it.

use super::{Study, Tallies};
use crate::answers::Answers;
use crate::case::CaseList;
use crate::fault::{Fault, Result, Told};
use crate::files;
use crate::ledger::{Ledger, Reading};
use crate::msg;
use crate::protocol::Protocol;
use crate::sample::draw::Draw;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest protocol, in bytes.
const PROTOCOL: u64 = 1 << 20;
/// The largest case list, in bytes.
const CASES: u64 = 1 << 26;

/// What `study.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The study's id, which every segment of its ledger names.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Below this base counts stand without percent.
    #[serde(default = "ten")]
    pub percent_from: u32,
    /// When the tally stands beside the questions.
    #[serde(default)]
    pub tallies: Tallies,
    /// Whether a group shares the folder: others of the group can read the ledgers then.
    #[serde(default)]
    pub shared: bool,
    /// How the cases were drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

fn ten() -> u32 {
    10
}

/// A study folder with its protocol and its cases, of whose ledger nothing is read yet.
pub struct Folder {
    /// The folder.
    pub path: PathBuf,
    /// What `study.toml` says.
    pub settings: Settings,
    /// The protocol.
    pub protocol: Arc<Protocol>,
    /// The cases.
    pub cases: Arc<CaseList>,
}

impl Folder {
    /// Opens a folder: all faults of its files at once.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.join("study.toml").is_file() {
            let fault = Fault::new(msg!("study-not-a-study")).in_file(path.display());
            return Err(fault.hint(msg!("study-not-a-study-hint")).into());
        }
        let settings = Settings::read(&path.join("study.toml"))?;
        let protocol = Protocol::read(&path.join("protocol.toml"))?;
        let file = path.join("cases.csv");
        let bytes = files::read_inside(&file, CASES)?;
        let (mut cases, _) = CaseList::read(&file.display().to_string(), &bytes, &protocol)?;
        let plan = path.join("plan.csv");
        if plan.exists() {
            cases.read_plan(&plan.display().to_string(), &files::read_inside(&plan, CASES)?)?;
        }
        Ok(Self { path: path.to_owned(), settings, protocol: Arc::new(protocol), cases: Arc::new(cases) })
    }

    /// The list that the cases were drawn from.
    pub fn frame(&self) -> Result<CaseList> {
        let file = self.path.join("frame.csv");
        let bytes = files::read_inside(&file, CASES)?;
        Ok(CaseList::read(&file.display().to_string(), &bytes, &self.protocol)?.0)
    }

    /// Puts the case list and how it was drawn in the place of the old ones.
    ///
    /// The list goes first: a draw that was cut off between the two gives the same when it is asked for again.
    pub fn redraw(&self, cases: &CaseList, draw: &Draw) -> Result<()> {
        let path = self.path.join("study.toml");
        let text = recorded(&files::read_text(&path, PROTOCOL)?, draw).told(msg!("file-unwritten"), path.display())?;
        files::replace(&self.path.join("cases.csv"), &cases.to_csv())?;
        files::replace(&path, text.as_bytes())
    }

    /// Its ledger, of which nothing is read yet.
    pub fn ledger(&self) -> Ledger {
        Ledger::new(&self.path.join("ledger"), &self.settings.id)
    }

    /// Reads a ledger from its beginning and folds it.
    pub fn fold(&self, ledger: &mut Ledger) -> (Study, Reading) {
        loop {
            let mut answers = Answers::new(Arc::clone(&self.protocol), Arc::clone(&self.cases));
            let reading = ledger.read(&mut |entry| {
                answers.apply(&entry);
            });
            if reading.stale {
                *ledger = self.ledger();
                continue;
            }
            let mut study = Study::new(self.settings.title.clone(), answers);
            study.percent_from = self.settings.percent_from;
            study.tallies = self.settings.tallies;
            return (study, reading);
        }
    }

    /// The study with all its answers, or every damage of its ledger.
    pub fn read(&self) -> Result<(Study, Ledger, Reading)> {
        let mut ledger = self.ledger();
        let (study, reading) = self.fold(&mut ledger);
        let grave: Vec<Fault> = reading.grave().map(Fault::from).collect();
        if grave.is_empty() { Ok((study, ledger, reading)) } else { Err(crate::fault::Faults(grave)) }
    }

    /// Whether this user may write in the ledger.
    pub fn is_writable(&self) -> bool {
        use rustix::fs::{Access, access};
        let ledger = self.path.join("ledger");
        let folder = if ledger.exists() { ledger } else { self.path.clone() };
        access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
    }
}

/// The text of `study.toml` with another record of the draw at its end; every other line stays.
fn recorded(text: &str, draw: &Draw) -> std::result::Result<String, toml::ser::Error> {
    #[derive(Serialize)]
    struct Record<'a> {
        draw: &'a Draw,
    }
    let is_draw = |line: &str| line.starts_with("[draw") || line.starts_with("[[draw");
    let mut inside = false;
    let mut rest = String::new();
    for line in text.lines() {
        inside = if line.starts_with('[') { is_draw(line) } else { inside };
        if !inside {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    Ok(format!("{}\n\n{}", rest.trim_end(), toml::to_string(&Record { draw })?))
}

impl Settings {
    fn read(path: &Path) -> Result<Self> {
        let text = files::read_text(path, PROTOCOL)?;
        toml::from_str(&text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let source = text.lines().nth(line - 1).unwrap_or_default();
            let message = msg!("study-settings", cause = error.message());
            Fault::new(message).at(path.display(), line, source, None).into()
        })
    }
}

impl Protocol {
    /// Reads a protocol from a file.
    pub fn read(path: &Path) -> Result<Self> {
        Self::load(&path.display().to_string(), &files::read_text(path, PROTOCOL)?)
    }
}
