use super::*;
use crate::study::ledger::entry::{Op, Round};
use crate::study::ledger::{Ledger, segment_name};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

/// What goes wrong at one call of the storage.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Ill {
    None,
    Fails,
    Short(usize),
    Interrupted,
}

/// A file as the cache shows it and as far as it is on the disk.
#[derive(Debug, Default, Clone)]
struct Image {
    cached: Vec<u8>,
    durable: usize,
}

#[derive(Debug, Default)]
struct Platter {
    files: BTreeMap<u32, Image>,
    ills: Vec<Ill>,
    /// Says that it has synced, and has not.
    lies: bool,
}

/// A disk that fails as it is told.
#[derive(Clone, Default)]
struct Shaky(Rc<RefCell<Platter>>);

impl Shaky {
    fn next(&self) -> Ill {
        self.0.borrow_mut().ills.pop().unwrap_or(Ill::None)
    }

    fn fails(&self) -> io::Result<()> {
        if self.next() == Ill::Fails { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl Storage for Shaky {
    type File = u32;

    fn create(&mut self, segment: u32) -> std::result::Result<u32, Cause> {
        self.fails()?;
        assert!(self.0.borrow_mut().files.insert(segment, Image::default()).is_none(), "a number is used once");
        Ok(segment)
    }

    fn settle(&mut self, _: &u32) -> std::result::Result<(), Cause> {
        Ok(self.fails()?)
    }

    fn write(&mut self, file: &mut u32, bytes: &[u8]) -> io::Result<usize> {
        let taken = match self.next() {
            Ill::None => bytes.len(),
            Ill::Fails => return Err(ErrorKind::StorageFull.into()),
            Ill::Short(most) => most.min(bytes.len()),
            Ill::Interrupted => return Err(ErrorKind::Interrupted.into()),
        };
        self.0.borrow_mut().files.get_mut(file).unwrap().cached.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn sync(&mut self, file: &u32) -> io::Result<()> {
        self.fails()?;
        let mut platter = self.0.borrow_mut();
        let lies = platter.lies;
        let image = platter.files.get_mut(file).unwrap();
        image.durable = if lies { image.durable } else { image.cached.len() };
        Ok(())
    }

    fn confirm(&mut self, file: &u32, _: u32, size: u64) -> std::result::Result<(), Cause> {
        self.fails()?;
        let found = self.0.borrow().files[file].cached.len() as u64;
        if found == size { Ok(()) } else { Err(Cause::Size { found, expected: size }) }
    }

    fn read(&mut self, segment: u32, from: u64) -> io::Result<Option<Vec<u8>>> {
        let platter = self.0.borrow();
        let bytes = platter.files.get(&segment).map(|image| &image.cached);
        Ok(bytes.map(|bytes| bytes[usize::try_from(from).unwrap()..].to_vec()))
    }

    fn name(&self, segment: u32) -> String {
        segment_name(segment)
    }
}

fn stamp() -> Stamp {
    Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [9; 16] }
}

fn draft(value: &str) -> Draft {
    Draft {
        op: if value.len().is_multiple_of(2) { Op::Answer } else { Op::Note },
        round: Round::First,
        case_id: "BRO-07".to_owned(),
        question: "plan".to_owned(),
        item: String::new(),
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

fn sitting() -> Sitting {
    let [study, coder, protocol, with] = ["s", "carina", "p", "lotta"].map(str::to_owned);
    Sitting { study, coder, protocol, with: Some(with), ..Sitting::default() }
}

/// How the power goes: how much of what was not synced is there, whether zeros stand for the rest, and whether the
/// files left behind are wrecked.
#[derive(Debug, Clone, Copy)]
struct Cut {
    part: usize,
    zeros: bool,
    wreck: bool,
}

/// What the disk holds after a power cut, as a ledger's folder.
fn after_power_cut(platter: &Platter, saved_in: Option<u32>, cut: Cut, folder: &Path) {
    std::fs::create_dir(folder.join("carina")).unwrap();
    for (number, image) in &platter.files {
        let mut bytes = image.cached[..image.durable].to_vec();
        let loose = &image.cached[image.durable..];
        let kept = cut.part.min(loose.len());
        bytes.extend_from_slice(&loose[..kept]);
        if cut.zeros {
            bytes.resize(image.cached.len(), 0);
        }
        if cut.wreck && saved_in.is_some_and(|last| *number < last) {
            match cut.part % 3 {
                0 => continue,
                1 => bytes.truncate(cut.part),
                _ => bytes.iter_mut().skip(cut.part).for_each(|byte| *byte ^= 1),
            }
        }
        std::fs::File::create(folder.join("carina").join(segment_name(*number))).unwrap().write_all(&bytes).unwrap();
    }
}

/// The distinct values read at each `seq`.
fn recovered(folder: &Path) -> std::result::Result<BTreeMap<u64, Vec<String>>, TestCaseError> {
    let mut found: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let mut sat = std::collections::BTreeSet::new();
    let reading = Ledger::new(folder, "s").read(&mut |entry| {
        sat.insert((entry.protocol.to_string(), entry.with.to_string()));
        let values = found.entry(entry.seq).or_default();
        if !values.contains(&entry.value.to_string()) {
            values.push(entry.value.into_owned());
        }
    });
    prop_assert!(sat.iter().all(|(protocol, with)| protocol == "p" && with == "lotta"), "{sat:?}");
    prop_assert!(reading.grave().next().is_none(), "{:?}", reading.findings);
    Ok(found)
}

/// Answers until the schedule is over, cuts the power, and compares what was acknowledged with what is there.
fn survives(ills: Vec<Ill>, answers: usize, cut: Cut, lies: bool) -> std::result::Result<(), TestCaseError> {
    let disk = Shaky(Rc::new(RefCell::new(Platter { ills, lies, ..Platter::default() })));
    let mut acknowledged = BTreeMap::new();
    let mut saved_in = None;
    if let Ok(mut writer) = Writer::begin(disk.clone(), sitting(), StartState::default(), &stamp()) {
        for number in 0..answers {
            let value = "x".repeat(number + 1);
            if let Ok(entry) = writer.append(&draft(&value), &stamp()) {
                let sat = (entry.protocol.as_ref(), entry.with.as_ref());
                prop_assert_eq!((entry.value.as_ref(), sat), (value.as_str(), ("p", "lotta")));
                acknowledged.insert(entry.seq, value);
                saved_in = writer.segment();
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    after_power_cut(&disk.0.borrow(), saved_in, cut, folder.path());
    let found = recovered(folder.path())?;
    for (seq, value) in &acknowledged {
        prop_assert_eq!(found.get(seq), Some(&vec![value.clone()]), "an acknowledged answer is lost");
    }
    prop_assert!(found.values().all(|values| values.len() == 1), "one number, two values: {:?}", found);
    goes_on(folder.path(), &found)
}

/// The next sitting starts on what the power cut left, and nothing is lost or in doubt afterwards.
fn goes_on(folder: &Path, found: &BTreeMap<u64, Vec<String>>) -> std::result::Result<(), TestCaseError> {
    let mut ledger = Ledger::new(folder, "s");
    ledger.read(&mut |_| {});
    let mut writer = ledger.begin(sitting(), true, &stamp()).unwrap();
    writer.append(&draft("again"), &stamp()).unwrap();
    let after = recovered(folder)?;
    prop_assert_eq!(after.len(), found.len() + 1);
    prop_assert!(found.iter().all(|(seq, values)| after.get(seq) == Some(values)));
    Ok(())
}

fn ill() -> impl Strategy<Value = Ill> {
    prop_oneof![
        6 => Just(Ill::None),
        1 => Just(Ill::Fails),
        1 => (1usize..400).prop_map(Ill::Short),
        1 => Just(Ill::Interrupted),
    ]
}

fn cut() -> impl Strategy<Value = Cut> {
    (0usize..900, any::<bool>(), any::<bool>()).prop_map(|(part, zeros, wreck)| Cut { part, zeros, wreck })
}

proptest! {
    #[test]
    fn nothing_acknowledged_is_lost(ills in proptest::collection::vec(ill(), 0..40), answers in 0usize..8, cut in cut()) {
        survives(ills, answers, cut, false)?;
    }
}

#[test]
fn a_disk_that_does_not_sync_is_caught_by_the_test_above() {
    let cut = Cut { part: 0, zeros: false, wreck: false };
    assert!(survives(Vec::new(), 3, cut, true).is_err());
}

#[test]
fn a_failed_answer_may_be_given_again_otherwise() {
    let disk = Shaky::default();
    let mut writer = Writer::begin(disk.clone(), sitting(), StartState::default(), &stamp()).unwrap();
    let first = writer.append(&draft("one"), &stamp()).unwrap();
    disk.0.borrow_mut().ills = vec![Ill::Fails; 20];
    let Faults(faults) = writer.append(&draft("lost"), &stamp()).unwrap_err();
    assert!(faults.len() == 2 && faults.iter().all(|fault| fault.exit == crate::base::fault::Exit::NotSaved));
    assert_eq!(writer.segment(), None);
    disk.0.borrow_mut().ills.clear();
    let second = writer.append(&draft("two"), &stamp()).unwrap();
    assert!(second.seq > first.seq && second.segment > first.segment);
    let Platter { files, .. } = &*disk.0.borrow();
    let last = String::from_utf8(files[&second.segment].cached.clone()).unwrap();
    assert!(last.contains("\"poisoned\":[{\"segment\":1,") && last.contains("one") && last.contains("two"));
    assert!(!last.contains("lost"));
}

#[test]
fn an_interrupted_or_short_write_goes_on() {
    let disk = Shaky::default();
    let mut writer = Writer::begin(disk.clone(), sitting(), StartState::default(), &stamp()).unwrap();
    disk.0.borrow_mut().ills = vec![Ill::Short(3), Ill::Interrupted, Ill::Short(5)];
    writer.append(&draft("one"), &stamp()).unwrap();
    assert!(writer.troubles().is_empty() && disk.0.borrow().files.len() == 1);
}

#[test]
fn a_line_that_is_too_long_is_refused_before_anything_is_written() {
    let disk = Shaky::default();
    let mut writer = Writer::begin(disk.clone(), sitting(), StartState::default(), &stamp()).unwrap();
    let before = disk.0.borrow().files[&1].cached.len();
    let Faults(faults) = writer.append(&draft(&"å".repeat(20_000)), &stamp()).unwrap_err();
    assert_eq!((faults[0].exit, faults[0].message.key), (crate::base::fault::Exit::Refused, "ledger-too-long"));
    assert_eq!(disk.0.borrow().files[&1].cached.len(), before);
    writer.append(&draft(&"A".repeat(60_000)), &stamp()).unwrap();
}

#[test]
fn seq_follows_what_others_have_written() {
    let mut writer = Writer::begin(Shaky::default(), sitting(), StartState::default(), &stamp()).unwrap();
    writer.seen(40);
    writer.seen(7);
    assert_eq!(writer.append(&draft("one"), &stamp()).unwrap().seq, 41);
}

#[test]
fn nothing_is_saved_behind_the_highest_number_which_no_reader_would_take() {
    let disk = Shaky::default();
    let standing = StartState { seq: HIGHEST_SEQ - 2, ..StartState::default() };
    let mut writer = Writer::begin(disk.clone(), sitting(), standing, &stamp()).unwrap();
    assert_eq!(writer.append(&draft("one"), &stamp()).unwrap().seq, HIGHEST_SEQ);
    let written = disk.0.borrow().files[&1].cached.len();
    let Faults(faults) = writer.append(&draft("two"), &stamp()).unwrap_err();
    assert!(faults.iter().all(|fault| fault.message.key == "ledger-not-saved-numbers"), "{faults:?}");
    assert_eq!(disk.0.borrow().files[&1].cached.len(), written);
    let standing = StartState { seq: HIGHEST_SEQ, ..StartState::default() };
    let Err(Faults(faults)) = Writer::begin(Shaky::default(), sitting(), standing, &stamp()) else { panic!() };
    assert_eq!(faults[0].message.key, "ledger-not-saved-numbers");
}

#[test]
fn the_last_number_of_a_segment_is_used_and_none_after_it() {
    let begun = |newest| {
        let disk = Shaky::default();
        let standing = StartState { newest, ..StartState::default() };
        Writer::begin(disk, sitting(), standing, &stamp()).map_err(|faults| faults.0[0].message.key)
    };
    let last = crate::study::ledger::MOST_SEGMENTS;
    assert_eq!(begun(last - 1).map(|writer| writer.own), Ok([last].into()));
    assert_eq!(begun(last).map(|writer| writer.own), Err("ledger-not-saved-full"));
}

#[test]
fn a_line_that_tells_of_a_text_is_taken_in_once_it_is_whole() {
    let disk = Shaky::default();
    let mut writer = Writer::begin(disk.clone(), sitting(), StartState::default(), &stamp()).unwrap();
    let saved = writer.append(&draft("hemligt"), &stamp()).unwrap();
    let told = |coder: &str| {
        let open = Open::new(&Sitting { coder: coder.to_owned(), ..sitting() }, 2, 1, "");
        let mut bytes = Vec::new();
        write_record(&Redact { in_segment: 1, ..Redact::new(&open, 9, saved.h) }, Head::default(), &mut bytes).unwrap();
        bytes
    };
    let mut learns = |bytes: &[u8]| {
        disk.0.borrow_mut().files.entry(2).or_default().cached.extend_from_slice(bytes);
        (writer.learn(), writer.check_text(&draft("hemligt")).is_err())
    };
    assert_eq!(learns(&told("lotta")), (false, false), "of another coder's text");
    let line = told("carina");
    let (half, rest) = line.split_at(40);
    assert_eq!(learns(half), (false, false));
    assert_eq!(learns(rest), (true, true));
    assert_eq!(learns(b""), (false, true), "that is nothing new");
}
