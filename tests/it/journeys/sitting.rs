//! A coder at the screen, with a saver that only remembers.

use crate::fixture::{Builder, swedish};
pub(super) use crate::fixture::{CASES, PROTOCOL};
use aktkoll::base::fault::{Fault, Result};
use aktkoll::base::language::{Lang, Words};
use aktkoll::msg;
use aktkoll::study::answers::Answers;
use aktkoll::study::case::CaseList;
use aktkoll::study::ledger::entry::{Draft, Entry, Head, Op, Round};
use aktkoll::study::phase::Phase;
use aktkoll::study::protocol::Protocol;
use aktkoll::study::{Study, Tallies};
use aktkoll::tui::effect::Recording;
use aktkoll::tui::key::{Key, Typed, parse_script};
use aktkoll::tui::keymap::Keymap;
use aktkoll::tui::model::{Coder, Form, Look};
use aktkoll::tui::palette::Palette;
use aktkoll::tui::script::Headless;
use aktkoll::tui::start::Opening;
use aktkoll::tui::{Effect, Model, Msg, Program, Saver};
use std::sync::Arc;

/// The keys of a whole case: no plan, granted, a relative, seven hours, 2021, nothing else; then the closing page shows.
pub(super) const WHOLE: &str = "n11<space>7<enter>2021<enter><space>";

/// A protocol of `n` questions with yes or no and nothing else.
pub(super) fn plain(n: usize) -> String {
    let asked = |made: Builder, n| made.question(&format!("f{n}"), &format!("Fråga {n}?"), "scale = 'ja_nej'");
    (1..=n).fold(swedish(), asked).to_string()
}

/// What a sitting starts from.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is about one thing that a study is opened with")]
pub(super) struct Setup {
    pub(super) protocol: String,
    /// The version that entries without one were written under, where that was another.
    pub(super) earlier: Option<String>,
    pub(super) cases: String,
    pub(super) plan: Option<&'static str>,
    pub(super) coder: &'static str,
    pub(super) with: Option<&'static str>,
    pub(super) round: Round,
    /// Whether what is to be coded blind is closed from the beginning, as the program opens a study.
    pub(super) is_veiled: bool,
    pub(super) lang: Lang,
    pub(super) keymap: Option<&'static str>,
    /// A keymap file of the coder's own.
    pub(super) own_keys: Option<&'static str>,
    pub(super) form: Form,
    pub(super) ascii: bool,
    pub(super) writable: bool,
    pub(super) pace: Option<jiff::Timestamp>,
    pub(super) mouse: bool,
    pub(super) size: (u16, u16),
    pub(super) entries: Vec<Entry<'static>>,
    pub(super) times: Vec<String>,
    pub(super) phase: Option<Phase>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            protocol: PROTOCOL.to_owned(),
            earlier: None,
            cases: CASES.to_owned(),
            plan: None,
            coder: "berit",
            with: None,
            round: Round::First,
            is_veiled: true,
            lang: Lang::Sv,
            keymap: None,
            own_keys: None,
            form: Form::Drawn,
            ascii: false,
            writable: true,
            pace: None,
            mouse: false,
            size: (80, 24),
            entries: Vec::new(),
            times: Vec::new(),
            phase: None,
        }
    }
}

impl Setup {
    pub(super) fn study(&self) -> Study {
        let protocol = Protocol::load("p.toml", &self.protocol).unwrap();
        let (mut cases, _) = CaseList::read("cases.csv", self.cases.as_bytes(), &protocol).unwrap();
        if let Some(plan) = self.plan {
            cases.read_plan("plan.csv", plan.as_bytes()).unwrap();
        }
        let earlier: Vec<_> = self.earlier.iter().map(|text| Protocol::load("earlier.toml", text).unwrap()).collect();
        let then = earlier.first().map_or_else(String::new, |earlier| earlier.hash.clone());
        let blank = Answers::new(Arc::new(protocol), Arc::new(cases)).with_earlier(earlier.into());
        let entries = self.entries.iter().map(|entry| {
            let protocol = if entry.protocol.is_empty() { then.clone().into() } else { entry.protocol.clone() };
            Entry { protocol, ..entry.clone() }
        });
        let entries: Vec<Entry<'static>> = entries.collect();
        let readers: Vec<String> = self.is_veiled.then(|| self.coder.to_owned()).into_iter().collect();
        let answers = blank.behind(&readers, &[]).refolded(&entries.iter());
        let mut study = Study::new("Prov".to_owned(), answers);
        study.times.clone_from(&self.times);
        study.phase.clone_from(&self.phase);
        study
    }

    pub(super) fn open(self) -> Sitting {
        let model = Model::new(Opening {
            study: self.study(),
            coder: Coder {
                slug: self.coder.to_owned(),
                name: self.coder.split_at(1).0.to_uppercase() + self.coder.split_at(1).1,
                with: self.with.map(str::to_owned),
            },
            round: self.round,
            writable: self.writable,
            words: Words::new(self.lang),
            keymap: Keymap::load(
                self.keymap.unwrap_or(Keymap::of_language(self.lang)),
                self.own_keys.map(|text| ("own.toml", text)),
            )
            .unwrap(),
            look: Look { form: self.form, ascii: self.ascii, palette: Palette::MONO },
            zone: jiff::tz::TimeZone::UTC,
            pace: self.pace,
            mouse: self.mouse,
            tallies: Tallies::Always,
            size: self.size,
            place: None,
        });
        let pen = Pen { coder: self.coder, with: self.with, log: self.entries.clone(), fails: false, gone: Vec::new() };
        let (columns, rows) = self.size;
        Sitting { screen: Headless::new(model, pen, columns, rows), setup: self }
    }
}

/// The saver: it stamps and remembers, or fails when it is told to.
pub(super) struct Pen {
    coder: &'static str,
    with: Option<&'static str>,
    pub(super) log: Vec<Entry<'static>>,
    pub(super) fails: bool,
    /// The lines whose texts another window has taken away.
    pub(super) gone: Vec<Head>,
}

impl Saver for Pen {
    fn save(&mut self, recording: &Recording) -> Result<Vec<Entry<'static>>> {
        if self.fails {
            return Err(Fault::new(msg!("ledger-not-saved", cause = "disken är full")).into());
        }
        let is_gone = |draft: &Draft| draft.begun.is_some_and(|line| self.gone.contains(&line));
        if recording.drafts().any(is_gone) {
            return Err(Fault::new(msg!("redact-begun")).into());
        }
        let lines = (self.log.len() as u64 + 1..).zip(recording.drafts());
        let entry = |(seq, draft): (u64, &Draft)| {
            let with = self.with.unwrap_or_default().into();
            Entry { with, ..line(seq, self.coder, draft.clone()) }
        };
        let entries: Vec<_> = lines.map(entry).collect();
        self.log.extend(entries.iter().cloned());
        Ok(entries)
    }

    fn close(&mut self, _: &str, _: &str) -> Result<()> {
        Ok(())
    }

    fn seen(&mut self, _: u64) {}

    fn gone(&mut self) -> Vec<Head> {
        self.gone.clone()
    }
}

/// The entry that a draft becomes.
pub(super) fn line(seq: u64, coder: &str, draft: Draft) -> Entry<'static> {
    let mut head = [0; 16];
    head[..8].copy_from_slice(&seq.to_be_bytes());
    head[8] = coder.bytes().fold(0, u8::wrapping_add);
    Entry {
        op: draft.op,
        seq,
        ts: "2026-03-02T08:15:30.123Z".into(),
        coder: coder.to_owned().into(),
        segment: 1,
        round: draft.round,
        case_id: draft.case_id.into(),
        question: draft.question.into(),
        item: draft.item.into(),
        value: draft.value.into(),
        was: draft.was.into(),
        undoes: draft.undoes,
        protocol: "".into(),
        with: "".into(),
        h: Head(head),
    }
}

/// What somebody does to a slot in the first round, without what it replaces.
pub(super) fn act(op: Op, case: &str, question: &str, value: &str) -> Draft {
    Draft {
        op,
        round: Round::First,
        case_id: case.to_owned(),
        question: question.to_owned(),
        item: if op == Op::Flag { "discuss".to_owned() } else { String::new() },
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

/// The key with a name.
pub(super) fn key(name: &str) -> Key {
    name.parse().unwrap_or_else(|_| panic!("{name} is a key"))
}

/// A coder at the screen.
pub(super) struct Sitting {
    pub(super) screen: Headless<Model, Pen>,
    pub(super) setup: Setup,
}

impl Sitting {
    /// The usual study, in Swedish, with some keys typed.
    pub(super) fn typed(script: &str) -> Self {
        let mut sitting = Setup::default().open();
        sitting.keys(script);
        sitting
    }

    pub(super) fn keys(&mut self, script: &str) {
        self.screen.keys(script).unwrap();
    }

    pub(super) fn model(&self) -> &Model {
        &self.screen.program
    }

    /// Case and question that are open.
    pub(super) fn at(&self) -> (String, String) {
        let model = self.model();
        (model.case_id(model.case).to_owned(), model.question_id(model.question).to_owned())
    }

    pub(super) fn is_at(&self, case: &str, question: &str) {
        assert_eq!(self.at(), (case.to_owned(), question.to_owned()));
    }

    pub(super) fn frame(&mut self) -> String {
        self.screen.frame()
    }

    pub(super) fn shows(&mut self, text: &str) {
        let frame = self.frame();
        assert!(frame.contains(text), "{text:?} is not shown:\n{frame}");
    }

    pub(super) fn hides(&mut self, text: &str) {
        let frame = self.frame();
        assert!(!frame.contains(text), "{text:?} is shown:\n{frame}");
    }

    /// What was recorded, a line each: `op case question item=value`.
    pub(super) fn log(&self) -> Vec<String> {
        self.screen.saver.log.iter().skip(self.setup.entries.len()).map(told).collect()
    }

    /// The last line that was recorded.
    pub(super) fn last(&self) -> String {
        self.log().last().cloned().unwrap_or_default()
    }

    /// A line of somebody else, as it comes in from the folder.
    pub(super) fn other(&mut self, coder: &str, draft: Draft) {
        let entry = line(self.screen.saver.log.len() as u64 + 1, coder, draft);
        self.screen.saver.log.push(entry.clone());
        self.screen.send(Msg::Foreign { entries: vec![entry], faults: None, left_out: None });
    }

    /// What somebody at another screen has written comes in from the folder.
    pub(super) fn hears(&mut self, other: &Self) {
        let log = &mut self.screen.saver.log;
        let lacking = other.screen.saver.log.iter().filter(|entry| !log.iter().any(|known| known.h == entry.h));
        let entries: Vec<_> = lacking.cloned().collect();
        log.extend(entries.iter().cloned());
        self.screen.send(Msg::Foreign { entries, faults: None, left_out: None });
    }

    /// Types keys while nothing is carried out, and gives what is to be recorded.
    pub(super) fn pends(&mut self, script: &str) -> Vec<Recording> {
        let mut recordings = Vec::new();
        for typed in parse_script(script).unwrap() {
            let msg = match typed {
                Typed::Key(key) => Msg::Key { key, after: None },
                Typed::Paste(text) => Msg::Paste(text),
            };
            recordings.extend(self.screen.program.update(msg).into_iter().filter_map(|effect| match effect {
                Effect::Record(recording) => Some(recording),
                _ => None,
            }));
        }
        recordings
    }

    /// A pending line reaches the disk; what the keys that waited ask for is pending then.
    pub(super) fn reaches_disk(&mut self, recording: &Recording) -> Option<Recording> {
        let entries = self.screen.saver.save(recording).unwrap();
        let effects = self.screen.program.update(Msg::Recorded(entries));
        effects.into_iter().find_map(|effect| match effect {
            Effect::Record(recording) => Some(recording),
            _ => None,
        })
    }

    /// The program started anew from what was recorded.
    pub(super) fn restarted(self) -> Self {
        Setup { entries: self.screen.saver.log.clone(), ..self.setup }.open()
    }

    /// The answer of record.
    pub(super) fn answer(&self, case: &str, question: &str) -> String {
        let model = self.model();
        let case = model.study.cases.place(case).unwrap();
        let question = model.protocol().question(question).unwrap();
        let value = model.study.tally().cells(case)[question].value;
        model.study.answers.text(value).to_owned()
    }
}

fn told(entry: &Entry<'_>) -> String {
    let op = Op::ALL.iter().find(|(op, _)| *op == entry.op).unwrap().1;
    let parts = [op, &entry.case_id, &entry.question, &entry.item];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}={}", parts.join(" "), entry.value)
}
