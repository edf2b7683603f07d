//! A study on disk: a folder that holds all of it.

mod refusal;

use super::gold::Gold;
use super::phase::Phase;
use super::{Frame, Study, Tallies, Thresholds};
use crate::base::fault::{Fault, Faults, Result, Told};
use crate::base::suggest::listed;
use crate::base::{files, progress};
use crate::msg;
use crate::study::answers::Answers;
use crate::study::case::CaseList;
use crate::study::case::plan::Share;
use crate::study::index::{At, CaseIx};
use crate::study::ledger::left_out::LeftOut;
use crate::study::ledger::{Ledger, Reading};
use crate::study::protocol::Protocol;
use crate::study::sample::draw::Draw;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use typed_index_collections::TiSlice;

/// The file of the settings: a folder that has it is a study.
pub const STUDY_FILE: &str = "study.toml";
/// The file of the protocol.
pub(crate) const PROTOCOL_FILE: &str = "protocol.toml";
/// The file of the case list.
pub(crate) const CASES_FILE: &str = "cases.csv";
/// The file of the list that the cases were drawn from.
pub const FRAME_FILE: &str = "frame.csv";
/// The file of who codes what.
pub(crate) const PLAN_FILE: &str = "plan.csv";
/// The largest protocol, in bytes.
pub(crate) const PROTOCOL: u64 = 1 << 20;
/// The largest case list, in bytes.
pub(crate) const CASES: u64 = 1 << 28;

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
    /// From this share on, in percent, an answer that is wished for is proposed as a strength.
    #[serde(default = "strength")]
    pub strength_from: u32,
    /// Up to this share, in percent, it is proposed as a development area.
    #[serde(default = "development")]
    pub development_to: u32,
    /// When the tally stands beside the questions.
    #[serde(default)]
    pub tallies: Tallies,
    /// Whether a group shares the folder: others of the group can read the ledgers then.
    #[serde(default)]
    pub shared: bool,
    /// Which of the times that the protocol repeats questions for are coded now; all of them where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<String>,
    /// The phase that was begun, if it is not the plain review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// What is asked of coders before they code on from the gold cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gold: Option<Gold>,
    /// How the cases were drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

fn ten() -> u32 {
    10
}

fn strength() -> u32 {
    Thresholds::default().strength_from
}

fn development() -> u32 {
    Thresholds::default().development_to
}

/// A study folder with its protocol and its cases, of whose ledger nothing is read yet.
pub struct Folder {
    /// The folder.
    pub path: PathBuf,
    /// What `study.toml` says.
    pub settings: Settings,
    /// The protocol.
    pub protocol: Arc<Protocol>,
    /// Its earlier versions.
    pub earlier: Arc<[Protocol]>,
    /// What keeps earlier versions from being read: worth knowing, and no reason to stop.
    pub notes: Vec<Fault>,
    /// The cases.
    pub cases: Arc<CaseList>,
    /// Who reads: what this coder is to code blind stays closed until it is finished. Nobody, where what is read is not
    /// shown.
    pub reader: Option<String>,
    /// The user who reads without saying as whom: the one coder whom that user has sat down as, if it is one. A login that
    /// several code under says nothing.
    pub login: Option<u32>,
    /// Whether the reader was named. A name that the study does not know says nothing: whoever gives it is every coder
    /// whom the login has sat down as.
    pub is_named: bool,
}

impl Folder {
    /// Opens a folder: all faults of its files at once.
    pub fn open(path: &Path) -> Result<Self> {
        files::bring_back(path);
        if path.join(STUDY_FILE).symlink_metadata().is_err() {
            return Err(refusal::of(path).in_file(path.display()).into());
        }
        let settings = Settings::read(&path.join(STUDY_FILE))?;
        let protocol = Arc::new(Protocol::read(&path.join(PROTOCOL_FILE))?);
        settings.check_times(&protocol, &path.join(STUDY_FILE))?;
        let cases = Arc::new(cases(path, &protocol)?);
        let (earlier, notes) = earlier(path);
        Ok(Self {
            path: path.to_owned(),
            settings,
            protocol,
            earlier: earlier.into(),
            notes,
            cases,
            reader: None,
            login: None,
            is_named: false,
        })
    }

    /// What the list that the cases were drawn from says of how far they cover it, if they were drawn.
    pub fn frame_sizes(&self) -> Result<Option<Frame>> {
        if !self.path.join(FRAME_FILE).exists() {
            return Ok(None);
        }
        let frame = self.frame()?;
        let unit = self.protocol.unit();
        let mut found = Frame::default();
        for case in frame.files() {
            let unit = unit.map_or("", |unit| frame.value(case, unit));
            *found.sizes.entry(unit.to_owned()).or_default() += 1;
            found.taken += usize::from(self.cases.place(&frame.cases.at(case).id).is_some());
        }
        Ok(Some(found))
    }

    /// The list that the cases were drawn from.
    pub fn frame(&self) -> Result<CaseList> {
        let file = self.path.join(FRAME_FILE);
        let bytes = files::read_inside(&file, CASES)?;
        Ok(CaseList::read(&file.display().to_string(), &bytes, &self.protocol)?.0.only_files())
    }

    /// Puts the case list and how it was drawn in the place of the old ones.
    ///
    /// The list goes first: a draw that was cut off between the two gives the same when it is asked for again.
    pub fn redraw(&self, cases: &CaseList, draw: &Draw) -> Result<()> {
        let settings = self.settings_with("draw", Some(draw))?;
        files::replace(&self.path.join(CASES_FILE), &cases.to_csv())?;
        files::replace(&self.path.join(STUDY_FILE), settings.as_bytes())
    }

    /// Notes the phase that the study is in, or that it is in none but the plain review.
    pub fn begin(&self, phase: Option<&Phase>) -> Result<()> {
        files::replace(&self.path.join(STUDY_FILE), self.settings_with("phase", phase)?.as_bytes())
    }

    /// Notes what is asked of coders before they code on from the gold cases.
    pub fn require(&self, gold: Gold) -> Result<()> {
        files::replace(&self.path.join(STUDY_FILE), self.settings_with("gold", Some(&gold))?.as_bytes())
    }

    /// The settings with another table of a name.
    fn settings_with<T: Serialize>(&self, name: &str, table: Option<&T>) -> Result<String> {
        let path = self.path.join(STUDY_FILE);
        let text = files::read_text_inside(&path, PROTOCOL)?;
        with_table(&text, name, table).told(msg!("file-unwritten"), path.display())
    }

    /// Puts a plan in the place of the old one, if there is any.
    pub fn replan(&self, shares: &TiSlice<CaseIx, Share>) -> Result<()> {
        let (plan, cases) = (self.path.join(PLAN_FILE), self.path.join(CASES_FILE));
        // Whoever may read the case list may read who codes what.
        files::replace_like(&plan, &self.cases.plan_csv(shares), &cases)
    }

    /// Its ledger, of which nothing is read yet.
    pub fn ledger(&self) -> Ledger {
        Ledger::new(&self.path.join("ledger"), &self.settings.id)
    }

    /// The state of its answers before the first entry.
    fn blank(&self) -> Answers {
        let answers = Answers::new(Arc::clone(&self.protocol), Arc::clone(&self.cases));
        answers.with_earlier(Arc::clone(&self.earlier))
    }

    /// Reads a ledger from its beginning and folds it.
    pub fn fold(&self, ledger: &mut Ledger) -> (Study, Reading) {
        let mut readers: Vec<String> = self.reader.iter().cloned().collect();
        loop {
            progress::again();
            let mut answers = self.blank().behind(&readers, &[]);
            let reading = ledger.read(&mut |entry| {
                answers.apply(&entry);
            });
            if reading.stale {
                *ledger = ledger.anew();
                continue;
            }
            if !readers.is_empty() {
                readers.extend(
                    self.others_of(&answers, ledger).into_iter().filter(|other| self.reader.as_ref() != Some(other)),
                );
                let closed = answers.due_to(&readers);
                if !closed.is_empty() {
                    answers = answers.closed_to(&readers, &closed);
                }
            }
            let mut study = Study::new(self.settings.title.clone(), answers);
            study.percent_from = self.settings.percent_from;
            study.thresholds = self.settings.thresholds();
            study.tallies = self.settings.tallies;
            study.times.clone_from(&self.settings.times);
            study.phase.clone_from(&self.settings.phase);
            study.gold = self.settings.gold.unwrap_or_default();
            study.left_out = LeftOut::of(ledger, &reading);
            return (study, reading);
        }
    }

    /// Under which other names the reader codes, as far as the login tells.
    fn others_of(&self, answers: &Answers, ledger: &Ledger) -> BTreeSet<String> {
        let sat = self.login.map(|uid| ledger.coders_of(uid)).unwrap_or_default();
        let known = answers.known_coders();
        let is_known = self.reader.as_deref().is_some_and(|reader| known.contains(reader));
        let counts = if self.is_named { !is_known } else { sat.len() == 1 };
        if counts { sat } else { BTreeSet::new() }
    }

    /// The study with the answers that can be read; what cannot stands in the reading.
    pub fn read(&self) -> (Study, Ledger, Reading) {
        let mut ledger = self.ledger();
        let (study, reading) = self.fold(&mut ledger);
        (study, ledger, reading)
    }

    /// The study with all its answers, or all that keeps them from being read.
    pub fn read_whole(&self) -> Result<(Study, Ledger, Reading)> {
        let (study, ledger, reading) = self.read();
        let lacking: Vec<Fault> = reading.lacking().map(Fault::from).collect();
        if lacking.is_empty() { Ok((study, ledger, reading)) } else { Err(Faults(lacking)) }
    }

    /// Whether this user may write in the ledger.
    pub fn is_writable(&self) -> bool {
        use rustix::fs::{Access, access};
        let ledger = self.path.join("ledger");
        let folder = if ledger.exists() { ledger } else { self.path.clone() };
        access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
    }
}

/// Reads a study's case list under a protocol, with the plan of who codes what.
pub(crate) fn cases(study: &Path, protocol: &Protocol) -> Result<CaseList> {
    let file = study.join(CASES_FILE);
    let bytes = files::read_inside(&file, CASES)?;
    let (mut cases, _) = CaseList::read(&file.display().to_string(), &bytes, protocol)?;
    let plan = study.join(PLAN_FILE);
    if plan.exists() {
        cases.read_plan(&plan.display().to_string(), &files::read_inside(&plan, CASES)?)?;
    }
    Ok(cases)
}

/// The text of `study.toml` with another table of a name at its end, or with none; every other line stays.
fn with_table<T: Serialize>(
    text: &str,
    name: &str,
    table: Option<&T>,
) -> std::result::Result<String, toml::ser::Error> {
    let is_own = |line: &str| line.trim_start_matches('[').starts_with(name);
    let mut inside = false;
    let mut rest = String::new();
    for line in text.lines() {
        inside = if line.starts_with('[') { is_own(line) } else { inside };
        if !inside {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    let rest = rest.trim_end();
    match table {
        Some(table) => Ok(format!("{rest}\n\n{}", toml::to_string(&BTreeMap::from([(name, table)]))?)),
        None => Ok(format!("{rest}\n")),
    }
}

impl Settings {
    fn read(path: &Path) -> Result<Self> {
        let text = files::read_text_inside(path, PROTOCOL)?;
        toml::from_str(&text)
            .map_err(|error| {
                let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                let source = text.lines().nth(line - 1).unwrap_or_default();
                let message = msg!("study-settings", cause = error.message());
                Faults::from(Fault::new(message).at(path.display(), line, source, None))
            })
            .and_then(|settings: Self| settings.check_thresholds(&text, path).map(|()| settings))
    }

    /// From which shares on something is a strength or a development area.
    pub fn thresholds(&self) -> Thresholds {
        Thresholds { strength_from: self.strength_from, development_to: self.development_to }
    }

    /// Notes thresholds that are no percents, or that make one answer both strong and weak.
    fn check_thresholds(&self, text: &str, path: &Path) -> Result<()> {
        let (strength, development) = (self.strength_from, self.development_to);
        let fault = |key: &str, message| {
            let is_meant = |(_, line): &(usize, &str)| line.trim_start().starts_with(key);
            let (at, source) = text.lines().enumerate().find(is_meant).unwrap_or_default();
            Fault::new(message).at(path.display(), at + 1, source, None).hint(msg!("study-threshold-hint"))
        };
        let too_high = (strength > 100 || strength == 0)
            .then(|| fault("strength_from", msg!("study-threshold-percent", found = strength)));
        let both = (development >= strength && strength > 0).then(|| {
            fault("development_to", msg!("study-threshold-both", development = development, strength = strength))
        });
        let required = self.gold.unwrap_or_default().required;
        let over = (required > 100).then(|| fault("required", msg!("study-required", found = required)));
        let faults: Vec<Fault> = [too_high, both, over].into_iter().flatten().collect();
        Faults(faults).settled()
    }

    /// Notes every time that the protocol has no questions for.
    fn check_times(&self, protocol: &Protocol, path: &Path) -> Result<()> {
        let known = protocol.times();
        let unknown = self.times.iter().filter(|time| !known.contains(&time.as_str()));
        let faults: Vec<Fault> = unknown
            .map(|time| {
                let fault = Fault::new(msg!("study-time-unknown", time = time.as_str())).in_file(path.display());
                fault.hint(match known.as_slice() {
                    [] => msg!("study-times-none"),
                    known => msg!("there-are", names = listed(known)),
                })
            })
            .collect();
        Faults(faults).settled()
    }
}

impl Protocol {
    /// Reads a protocol from a file of a study.
    pub fn read(path: &Path) -> Result<Self> {
        Self::load(&path.display().to_string(), &files::read_text_inside(path, PROTOCOL)?)
    }
}

/// The name that a version is kept under, from its hash.
pub(crate) fn kept_as(hash: &str) -> String {
    format!("protocol-{}.toml", hash.get(..8).unwrap_or(hash))
}

/// The versions of the protocol that a study folder keeps, and what keeps others from being read.
pub(crate) fn earlier(study: &Path) -> (Vec<Protocol>, Vec<Fault>) {
    let (mut versions, mut notes) = (Vec::new(), Vec::new());
    for path in kept(study) {
        match Protocol::read(&path) {
            Ok(protocol) if path.ends_with(kept_as(&protocol.hash)) => versions.push(protocol),
            Ok(_) => notes.push(Fault::new(msg!("update-earlier-changed")).in_file(path.display())),
            Err(_) => notes.push(Fault::new(msg!("update-earlier-unread")).in_file(path.display())),
        }
    }
    (versions, notes)
}

/// The files of earlier versions. A folder that cannot be listed has its fault elsewhere.
fn kept(study: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(study).into_iter().flatten().flatten().map(|file| file.path());
    let is_kept = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("protocol-") && name.ends_with(".toml")
    };
    let mut files: Vec<PathBuf> = files.filter(is_kept).collect();
    files.sort();
    files
}
