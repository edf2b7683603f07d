//! What a key, a frame, a start and a saved line cost.
//!
//! `cargo bench` prints times of this machine; only their ratios say something about another.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "benches stop at the first surprise, and make their own files"
)]

use aktkoll::base::env::Stamp;
use aktkoll::base::language::{Lang, Words};
use aktkoll::study::answers::Answers;
use aktkoll::study::case::CaseList;
use aktkoll::study::create::{Plan, create};
use aktkoll::study::folder::Folder;
use aktkoll::study::ledger::Sitting;
use aktkoll::study::ledger::control_line::Source;
use aktkoll::study::ledger::entry::{Draft, Entry, Head, Op, Round};
use aktkoll::study::protocol::{Protocol, shipped};
use aktkoll::study::{Study, Tallies};
use aktkoll::tui::key::{Code, Key};
use aktkoll::tui::keymap::Keymap;
use aktkoll::tui::model::{Coder, Form, Look, Model};
use aktkoll::tui::palette::Palette;
use aktkoll::tui::start::Opening;
use aktkoll::tui::{Effect, Msg, Program};
use divan::Bencher;
use divan::counter::ItemsCount;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fs::File;
use std::io::Write;
use std::sync::Arc;
use tempfile::TempDir;

/// The questions of the demo protocol that are asked of every case and take yes, partly or no.
const ASKED: [(&str, [&str; 3]); 2] = [("wishes", ["yes", "partly", "no"]), ("plan", ["yes", "no", "na"])];

fn main() {
    divan::main();
}

fn text() -> &'static str {
    shipped().iter().find(|(id, _)| *id == "demo").unwrap().1
}

fn list(count: usize, protocol: &Protocol) -> CaseList {
    let mut text = String::from("case_id,unit,sex,birth_year\n");
    for case in 0..count {
        let (unit, sex) = (["NOR", "EAS", "SOU", "HAR"][case * 4 / count], ["F", "M"][case % 2]);
        text.push_str(&format!("{unit}-{case:06},{unit},{sex},{}\n", 1950 + case % 50));
    }
    CaseList::read("cases.csv", text.as_bytes(), protocol).unwrap().0
}

/// The answer that line `number` of a made-up ledger gives: every case in turn, question after question, then anew.
fn draft(cases: &CaseList, number: usize) -> Draft {
    let (case, turn) = (number % cases.cases.len(), number / cases.cases.len());
    let (question, answers) = ASKED[turn % ASKED.len()];
    Draft {
        op: Op::Answer,
        round: Round::First,
        case_id: cases.cases.raw[case].id.clone(),
        question: question.to_owned(),
        item: String::new(),
        value: answers[number % 7 % 3].to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

fn recorded(draft: &Draft, seq: u64) -> Entry<'static> {
    Entry {
        op: draft.op,
        seq,
        ts: "2026-03-02T08:15:30.123Z".into(),
        coder: "robin".into(),
        segment: 1,
        round: draft.round,
        case_id: draft.case_id.clone().into(),
        question: draft.question.clone().into(),
        item: draft.item.clone().into(),
        value: draft.value.clone().into(),
        was: draft.was.clone().into(),
        undoes: draft.undoes,
        protocol: "".into(),
        with: "".into(),
        h: Head(u128::from(seq).to_be_bytes()),
    }
}

/// A study in memory with half of its cases answered, and its screen.
struct Screen {
    model: Model,
    terminal: Terminal<TestBackend>,
    seq: u64,
}

impl Screen {
    fn new(cases: usize, (columns, rows): (u16, u16)) -> Self {
        let protocol = Arc::new(Protocol::load("demo.toml", text()).unwrap());
        let cases = Arc::new(list(cases, &protocol));
        let mut answers = Answers::new(Arc::clone(&protocol), Arc::clone(&cases));
        let half = (0..cases.cases.len()).step_by(2);
        let seq = half.zip(1..).map(|(case, seq)| answers.apply(&recorded(&draft(&cases, case), seq))).count();
        let opening = Opening {
            study: Study::new("Bench".to_owned(), answers),
            coder: Coder { slug: "robin".to_owned(), name: "Robin".to_owned(), with: None },
            round: Round::First,
            writable: true,
            words: Words::new(Lang::En),
            keymap: Keymap::load("default", None).unwrap(),
            look: Look { form: Form::Drawn, ascii: false, palette: Palette::ANY },
            zone: jiff::tz::TimeZone::UTC,
            pace: None,
            mouse: false,
            tallies: Tallies::Always,
            size: (columns, rows),
            place: Some(((cases.cases.len() / 2 + 1).into(), protocol.question("wishes"))),
        };
        let terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        Self { model: Model::new(opening), terminal, seq: u64::try_from(seq).unwrap() }
    }

    /// A key, the line that it makes as if a disk took no time, and the frame after it.
    fn press(&mut self, key: char) {
        let effects = self.model.update(Msg::Key { key: Key::plain(Code::Char(key)), after: None });
        for effect in effects {
            let Effect::Record(recording) = effect else { unreachable!() };
            self.seq += 1;
            self.model.update(Msg::Recorded(vec![recorded(&recording.draft, self.seq)]));
        }
        self.frame();
    }

    fn frame(&mut self) {
        self.terminal.draw(|frame| self.model.draw(frame)).unwrap();
    }
}

/// An answer and its undoing: two keys, two recorded lines, two frames.
#[divan::bench(args = [80, 3_600, 100_000])]
fn key_to_frame_80x24(bencher: Bencher<'_, '_>, cases: usize) {
    let mut screen = Screen::new(cases, (80, 24));
    let before = screen.seq;
    screen.press('y');
    screen.press('u');
    assert_eq!(screen.seq, before + 2, "both keys make a line");
    bencher.counter(ItemsCount::new(2_usize)).bench_local(|| {
        screen.press('y');
        screen.press('u');
    });
}

#[divan::bench(args = [80, 3_600, 100_000])]
fn frame_160x50(bencher: Bencher<'_, '_>, cases: usize) {
    let mut screen = Screen::new(cases, (160, 50));
    bencher.bench_local(|| screen.frame());
}

/// The fold alone: entries that are in memory already.
#[divan::bench(args = [60_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn fold(bencher: Bencher<'_, '_>, entries: usize) {
    let protocol = Arc::new(Protocol::load("demo.toml", text()).unwrap());
    let cases = Arc::new(list(3_600, &protocol));
    let lines: Vec<Entry<'_>> = (0..entries).zip(1..).map(|(n, seq)| recorded(&draft(&cases, n), seq)).collect();
    bencher.counter(ItemsCount::new(entries)).bench_local(|| {
        let mut answers = Answers::new(Arc::clone(&protocol), Arc::clone(&cases));
        for line in &lines {
            answers.apply(line);
        }
        let study = Study::new(String::new(), answers);
        study.tally();
        study
    });
}

/// A study on disk with so many answers by one coder.
fn folder(count: usize, answers: usize) -> (TempDir, Folder) {
    let temp = TempDir::new().unwrap();
    let path = temp.path().join("study");
    let protocol = Protocol::load("demo.toml", text()).unwrap();
    let cases = list(count, &protocol);
    create(&path, &Plan { protocol: text(), cases: &cases, title: "Bench", group: None, draw: None }).unwrap();
    let folder = Folder::open(&path).unwrap();
    let stamped: Vec<_> = (0..answers).map(|number| (draft(&cases, number), stamp())).collect();
    let source = Source { file: "bench".to_owned(), hash: String::new() };
    if answers > 0 {
        folder.ledger().import(&sitting(&folder), &source, &stamped, false, &stamp()).unwrap();
    }
    (temp, folder)
}

fn sitting(folder: &Folder) -> Sitting {
    Sitting { study: folder.settings.id.clone(), coder: "robin".to_owned(), ..Sitting::default() }
}

fn stamp() -> Stamp {
    Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [7; 16] }
}

/// Opening: protocol, case list, every line checked against the chain, fold and tallies.
#[divan::bench(args = [60_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn open(bencher: Bencher<'_, '_>, answers: usize) {
    let (temp, _) = folder(3_600, answers);
    let path = temp.path().join("study");
    bencher.counter(ItemsCount::new(answers)).bench_local(|| {
        let (study, _, reading) = Folder::open(&path).unwrap().read_whole().unwrap();
        assert_eq!((study.answers.newest(), reading.findings.len()), (u64::try_from(answers).unwrap() + 1, 0));
        study.tally();
        study
    });
}

/// What a disk needs at least: one line appended and synced.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn append_alone(bencher: Bencher<'_, '_>) {
    let temp = TempDir::new().unwrap();
    let mut file = File::options().append(true).create(true).open(temp.path().join("0001.jsonl")).unwrap();
    let line = [[b'x'; 230].as_slice(), b"\n"].concat();
    bencher.bench_local(|| {
        file.write_all(&line).unwrap();
        file.sync_data().unwrap();
    });
}

/// The same through the writer, with the chain and every check.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn append_by_the_writer(bencher: Bencher<'_, '_>) {
    let (_temp, folder) = folder(80, 0);
    let mut writer = folder.ledger().begin(sitting(&folder), false, &stamp()).unwrap();
    let answer = draft(&folder.cases, 1);
    bencher.bench_local(|| writer.append(&answer, &stamp()).unwrap());
}
