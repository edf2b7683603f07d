//! Where a coder was in each document, from one sitting to the next: for that user alone, and without a name in it.

use crate::base::digest::fingerprint;
use crate::base::files;
use crate::base::paths::Paths;
use crate::study::index::{At, CaseIx};
use crate::tui::file_pane::Place;
use crate::tui::model::Model;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A place is some dozens of bytes.
const LARGEST: u64 = 16 << 20;

/// What is known of a case: which document was shown, and line, row and the line that one was at in each.
#[derive(Default, Serialize, Deserialize)]
struct Known {
    shown: usize,
    places: BTreeMap<usize, [usize; 3]>,
}

/// Who reads a case blind begins at its beginning, not where another coder or round has stopped.
fn file(paths: &Paths, model: &Model, study: &str) -> PathBuf {
    let whose = format!("{}\n{}", model.coder.slug, model.round().name());
    paths.state.join("places").join(fingerprint(study, whose.as_bytes()))
}

/// What stands for a case: its id is nobody's business who looks into the file.
fn name(model: &Model, study: &str, case: CaseIx) -> String {
    fingerprint(study, model.study.cases.cases.at(case).id.as_bytes())
}

/// Takes up the places of earlier sittings.
pub(super) fn take_up(model: &mut Model, study: &str) {
    let Some(paths) = Paths::of_user().filter(|_| model.file.has_source) else { return };
    let bytes = files::read_inside(&file(&paths, model, study), LARGEST).unwrap_or_default();
    let known: BTreeMap<String, Known> = serde_json::from_slice(&bytes).unwrap_or_default();
    if known.is_empty() {
        return;
    }
    let cases: Vec<CaseIx> = model.study.cases.cases.keys().collect();
    for case in cases {
        let Some(one) = known.get(&name(model, study, case)) else { continue };
        let places = one.places.iter().map(|(index, [line, row, here])| {
            let place = Place { line: *line, row: *row, here: *here };
            ((case, *index), place)
        });
        model.file.take_up(case, one.shown, places);
    }
}

/// Keeps them. That this fails is no reason to stop: it is a convenience.
pub(super) fn keep(model: &Model, study: &str) {
    let Some(paths) = Paths::of_user().filter(|_| model.file.has_source) else { return };
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for ((case, index), place) in model.file.places() {
        let one = known.entry(name(model, study, case)).or_default();
        one.shown = model.file.index(case);
        one.places.insert(index, [place.line, place.row, place.here]);
    }
    let file = file(&paths, model, study);
    if let (Some(folder), Ok(bytes)) = (file.parent(), serde_json::to_vec(&known))
        && files::create_folders(folder).is_ok()
    {
        let _ = files::replace(&file, &bytes);
    }
}
