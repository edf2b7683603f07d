//! Making a study folder.

use super::folder::{CASES, CASES_FILE, FRAME_FILE, PROTOCOL_FILE, STUDY_FILE, Settings};
use super::{Tallies, Thresholds};
use crate::base::fault::{Fault, Result, Told};
use crate::base::files;
use crate::base::language::{Arg, Message};
use crate::msg;
use crate::study::case::CaseList;
use crate::study::protocol::{Protocol, shipped};
use crate::study::sample::draw::Draw;
use rustix::fs::Gid;
use std::error::Error;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// What a new study is made of.
pub struct Plan<'a> {
    /// The protocol's text.
    pub protocol: &'a str,
    /// The case list as it was given.
    pub cases: &'a CaseList,
    /// The study's title.
    pub title: &'a str,
    /// The group that shares the folder.
    pub group: Option<&'a str>,
    /// The list that the cases were drawn from, and how.
    pub draw: Option<(&'a CaseList, &'a Draw)>,
}

/// A protocol by its id, if it is shipped, or by its file; with its text.
pub fn find_protocol(name: &str) -> Result<(Protocol, String)> {
    if let Some((id, text)) = shipped().iter().find(|(id, _)| *id == name) {
        return Ok((Protocol::load(&format!("{id}.toml"), text)?, (*text).to_owned()));
    }
    let path = Path::new(name);
    if !path.exists() {
        let known: Vec<&str> = shipped().iter().map(|(id, _)| *id).collect();
        let fault = Fault::new(msg!("study-no-such-protocol", name = name));
        return Err(fault.hint(msg!("study-no-such-protocol-hint", known = known.join(", "))).into());
    }
    let text = files::read_text(path, 1 << 20)?;
    Ok((Protocol::load(name, &text)?, text))
}

/// Reads a file of a case list as it is, with its name.
pub fn read_list(path: &Path) -> Result<(String, Vec<u8>)> {
    Ok((path.display().to_string(), files::read(path, CASES)?))
}

/// Makes a study of a list whose ids are replaced: the key goes first into a file of its own, and goes away again if the
/// study could not be made. A key that an attempt left which was cut off between the two is the key of this one.
pub fn create_keyed(path: &Path, plan: &Plan<'_>, (file, key): (&Path, &[u8])) -> Result<()> {
    is_free(path)?;
    let is_new = write_key(file, path, key)?;
    create(path, plan).inspect_err(|_| {
        if is_new {
            // It is a key to nothing now; that it cannot be removed is no news.
            let _ = fs::remove_file(file);
        }
    })
}

/// Writes the key to replaced ids for its owner alone: outside the study, outside every other, and never over a file.
/// Tells whether it is new.
fn write_key(path: &Path, study: &Path, key: &[u8]) -> Result<bool> {
    let place = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::canonicalize(folder).map(|folder| folder.join(path.file_name().unwrap_or_default()))
    };
    let unwritten = || msg!("identity-key-unwritten");
    let (real, study) = (place(path).told(unwritten(), path.display())?, place(study).told(unmade(), study.display())?);
    if real.starts_with(study) || real.ancestors().any(|folder| folder.join(STUDY_FILE).exists()) {
        let fault = Fault::new(msg!("identity-key-inside")).hint(msg!("identity-key-inside-hint"));
        return Err(fault.in_file(path.display()).into());
    }
    files::create_secret_again(&real, key).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            let fault = Fault::new(msg!("identity-key-exists")).hint(msg!("identity-key-exists-hint"));
            fault.in_file(path.display()).into()
        }
        _ => Fault::new(unwritten().with("cause", Arg::cause(&error))).in_file(path.display()).into(),
    })
}

/// Makes a study folder: whole, or not at all. It is built beside its place and renamed into it.
pub fn create(path: &Path, plan: &Plan<'_>) -> Result<()> {
    is_free(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.ok_or_else(|| Fault::new(msg!("study-no-name")).in_file(path.display()))?;
    let group = plan.group.map(group_id).transpose()?;
    files::create_folder(path, &unmade(), |beside| fill(beside, &name, plan, group))
}

/// Refuses a place where something is already.
pub(crate) fn is_free(path: &Path) -> Result<()> {
    if path.exists() {
        return Err(Fault::new(msg!("study-exists")).in_file(path.display()).hint(msg!("study-exists-hint")).into());
    }
    Ok(())
}

fn unmade() -> Message {
    msg!("study-unmade")
}

fn fill(folder: &Path, name: &str, plan: &Plan<'_>, group: Option<Gid>) -> Result<()> {
    let told = |error: &(dyn Error + 'static)| -> crate::base::fault::Faults {
        Fault::new(unmade().with("cause", Arg::cause(error))).in_file(folder.display()).into()
    };
    let ledger = folder.join("ledger");
    files::create_folders(&ledger).map_err(|error| told(&error))?;
    let thresholds = Thresholds::default();
    let settings = Settings {
        id: name.to_owned(),
        title: plan.title.to_owned(),
        percent_from: 10,
        strength_from: thresholds.strength_from,
        development_to: thresholds.development_to,
        tallies: Tallies::Always,
        shared: group.is_some(),
        times: Vec::new(),
        phase: None,
        gold: None,
        draw: plan.draw.map(|(_, draw)| draw.clone()),
    };
    let settings = toml::to_string(&settings).map_err(|error| told(&error))?;
    files::replace(&folder.join(STUDY_FILE), settings.as_bytes())?;
    files::replace(&folder.join(PROTOCOL_FILE), plan.protocol.as_bytes())?;
    files::replace(&folder.join(CASES_FILE), &plan.cases.to_csv())?;
    if let Some((frame, _)) = plan.draw {
        files::replace(&folder.join(FRAME_FILE), &frame.to_csv())?;
    }
    share(folder, &ledger, group).map_err(|error| told(&error))
}

/// Who may do what: alone, only the owner; in a group, all read, each writes an own ledger, and nobody removes another's.
fn share(folder: &Path, ledger: &Path, group: Option<Gid>) -> std::io::Result<()> {
    let (files_mode, folders, ledgers) = if group.is_some() { (0o640, 0o2750, 0o3770) } else { (0o600, 0o700, 0o700) };
    for path in [folder, ledger] {
        group.map_or(Ok(()), |group| files::set_group(path, group))?;
    }
    let names = [STUDY_FILE, PROTOCOL_FILE, CASES_FILE, FRAME_FILE];
    for file in names.map(|name| folder.join(name)).into_iter().filter(|file| file.exists()) {
        group.map_or(Ok(()), |group| files::set_group(&file, group))?;
        files::set_mode(&file, files_mode)?;
    }
    files::set_mode(folder, folders)?;
    files::set_mode(ledger, ledgers)
}

/// Whether a study was given to its group: a disk that has no groups keeps none.
pub fn is_of_group(path: &Path, name: &str) -> Result<bool> {
    let group = group_id(name)?;
    let found = fs::metadata(path).told(unmade(), path.display())?;
    Ok(found.gid() == group.as_raw())
}

/// A group's number, from its name in `/etc/group` or the number itself.
fn group_id(name: &str) -> Result<Gid> {
    let groups = files::read(Path::new("/etc/group"), 1 << 24).unwrap_or_default();
    let groups = String::from_utf8_lossy(&groups).into_owned();
    let listed = groups.lines().find_map(|line| {
        let mut fields = line.split(':');
        (fields.next()? == name).then(|| fields.nth(1)?.parse().ok()).flatten()
    });
    let id = listed.or_else(|| name.parse().ok());
    id.map(Gid::from_raw).ok_or_else(|| Fault::new(msg!("study-no-such-group", name = name)).into())
}
