//! A backup while people write: right at every moment, and only ever more.

use super::*;
use aktkoll::base::progress;
use std::sync::atomic::{AtomicBool, Ordering};

fn back_up(study: &Study, to: &Path) -> aktkoll::study::ledger::backup::BackedUp {
    let done = read_whole(study).back_up(to, true).unwrap();
    assert!(progress::own().share().is_none_or(|(done, all)| done == all), "what is copied is known before");
    done
}

fn read_whole(study: &Study) -> Ledger {
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger
}

fn read_at(folder: &Path) -> (Vec<Entry<'static>>, Vec<Finding>) {
    let mut ledger = Ledger::new(&folder.join("ledger"), "bs");
    let mut entries = Vec::new();
    let reading = ledger.read(&mut |entry| entries.push(entry.into_owned()));
    let against = ledger.against(&folder.join("heads.csv")).unwrap();
    (entries, [ledger.verify(&reading), against].concat())
}

#[test]
fn a_backup_while_two_code_is_whole_and_grows() {
    let (study, folder, ends) = (Study::small(), tempfile::tempdir().unwrap(), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for coder in ["carina", "lotta"] {
            let (study, ends) = (&study, &ends);
            scope.spawn(move || {
                while !ends.load(Ordering::Relaxed) {
                    let mut ledger = study.ledger();
                    ledger.read(&mut |_| {});
                    let mut writer = ledger.begin(sitting(coder), true, &stamp()).unwrap();
                    (0..5).for_each(|n| drop(writer.append(&answer(&format!("B-{n}"), "ja"), &stamp()).unwrap()));
                }
            });
        }
        let mut before = 0;
        for _ in 0..12 {
            let known = study.read().0.len();
            assert_eq!(back_up(&study, folder.path()).refused, []);
            let (entries, findings) = read_at(folder.path());
            assert!(findings.iter().all(|finding| finding.kind == Kind::Note), "{findings:?}");
            assert!(entries.len() >= known.max(before), "{} of {known}", entries.len());
            before = entries.len();
        }
        ends.store(true, Ordering::Relaxed);
    });
    back_up(&study, folder.path());
    assert_eq!(back_up(&study, folder.path()).written, 0, "nothing is new");
    assert_eq!(read_at(folder.path()).0.len(), study.read().0.len());
}

#[test]
fn a_backup_forgets_what_was_taken_away_and_keeps_what_the_study_has_lost() {
    use aktkoll::study::ledger::line::Sought;
    let (study, folder) = (Study::new(), tempfile::tempdir().unwrap());
    let mut writer = study.begin("carina").1;
    writer.append(&note("Anna"), &stamp()).unwrap();
    writer.close("", "", &stamp()).unwrap();
    back_up(&study, folder.path());
    let Draft { op, round, case_id, question, item, value: text, .. } = note("Anna");
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.redact(&sitting("carina"), &[Sought { op, round, case_id, question, item, text }], true, &stamp()).unwrap();
    assert_eq!(back_up(&study, folder.path()).refused, []);
    let file = folder.path().join("ledger/carina/0001.jsonl");
    assert!(!fs::read_to_string(&file).unwrap().contains("Anna"));
    let kept = fs::read(folder.path().join("ledger/carina/0002.jsonl")).unwrap();
    study.put("carina/0002.jsonl", &kept[..kept.len() - 40]);
    let refused = back_up(&study, folder.path()).refused;
    assert_eq!(refused.iter().map(|one| one.message.key).collect::<Vec<_>>(), ["backup-more"]);
    assert_eq!(fs::read(folder.path().join("ledger/carina/0002.jsonl")).unwrap(), kept, "the backup stays");
    fs::File::create(folder.path().join("ledger/carina/0002.jsonl")).unwrap().write_all(&kept[..0]).unwrap();
    assert!(read_at(folder.path()).1.iter().any(|finding| finding.message.key == "ledger-damage-heads"));
}

#[test]
fn a_backup_that_has_more_in_one_file_stays_as_it_is_as_a_whole() {
    let (study, folder) = (Study::small(), tempfile::tempdir().unwrap());
    let older = study.files();
    study.begin("lotta").1.append(&answer("BRO-09", "ja"), &stamp()).unwrap();
    assert_eq!(back_up(&study, folder.path()).refused, []);
    fs::remove_file(study.file("lotta/0002.jsonl")).unwrap();
    for (name, bytes) in &older {
        study.put(name, bytes);
    }
    for coder in ["carina", "lotta"] {
        study.begin(coder).1.append(&answer("BRO-10", "nej"), &stamp()).unwrap();
    }
    let done = read_whole(&study).back_up(folder.path(), true).unwrap();
    assert_eq!((done.refused.len(), done.written), (1, 0), "{:?}", done.refused);
    assert!(!folder.path().join("ledger/carina/0003.jsonl").exists());
    let (entries, findings) = read_at(folder.path());
    assert!(findings.iter().all(|finding| finding.kind == Kind::Note), "{findings:?}");
    let mut ledger = study.ledger();
    let mut other = Ledger::new(&folder.path().join("ledger"), "bs");
    ledger.merge(&mut other, true, &mut stamp).unwrap();
    let all = values(&study.read().0);
    assert!(entries.iter().all(|entry| all.contains(&entry.value.to_string())) && all.len() == entries.len() + 2);
}

#[test]
fn what_is_taken_away_during_a_backup_is_told_in_the_backup_too() {
    use aktkoll::study::ledger::line::Sought;
    let (study, folder) = (Study::new(), tempfile::tempdir().unwrap());
    let mut writer = study.begin("carina").1;
    writer.append(&note("Anna"), &stamp()).unwrap();
    writer.close("", "", &stamp()).unwrap();
    let read = read_whole(&study);
    let Draft { op, round, case_id, question, item, value: text, .. } = note("Anna");
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    ledger.redact(&sitting("carina"), &[Sought { op, round, case_id, question, item, text }], true, &stamp()).unwrap();
    let done = read.back_up(folder.path(), true).unwrap();
    assert_eq!((done.files, done.written, done.refused), (2, 2, vec![]));
    let (entries, findings) = read_at(folder.path());
    assert!(findings.iter().all(|finding| finding.kind == Kind::Note), "{findings:?}");
    assert!(entries.iter().all(|entry| entry.value != "Anna"));
}
