//! A toy program and saver for trying the run loop.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "test helper, used by the example and by the tests"
)]

use aktkoll::base::fault::{Fault, Result};
use aktkoll::msg;
use aktkoll::study::ledger::entry::{Draft, Entry, Head, Op, Round};
use aktkoll::tui::effect::Recording;
use aktkoll::tui::event::News;
use aktkoll::tui::watch::Watch;
use aktkoll::tui::{Effect, Msg, Program, Saver, Spoken};
use ratatui::Frame;
use ratatui::style::{Color, Style};
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

/// A program that shows what happened to it.
#[derive(Default)]
pub struct Toy {
    pub recorded: Vec<String>,
    pub happened: Vec<String>,
    flood: usize,
    pub size: (u16, u16),
}

impl Toy {
    fn say(&mut self, what: String) {
        self.happened.push(what);
    }

    fn key(&mut self, key: &str) -> Vec<Effect> {
        match key {
            "q" => return vec![Effect::Quit],
            "ctrl-z" => return vec![Effect::Suspend],
            "f" => self.flood += 1,
            "P" => panic!("secret case text"),
            "T" => drop(std::thread::spawn(|| {
                std::thread::sleep(Duration::from_millis(400));
                panic!("secret case text")
            })),
            "j" | "z" | "s" | "x" => return vec![Effect::Record(draft(key).into())],
            "ctrl-l" => return vec![Effect::Redraw],
            "o" => {}
            _ => self.say(format!("key={key}")),
        }
        Vec::new()
    }
}

impl Program for Toy {
    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key { key, .. } => return self.key(&key.to_string()),
            Msg::Escaped(key) => self.say(format!("escaped={key}")),
            Msg::Mouse { mouse, .. } => self.say(format!("mouse={:?}", mouse.act)),
            Msg::Repeat(key) => self.say(format!("repeat={key}")),
            Msg::Unheard(what) => self.say(format!("unheard={what:?}")),
            Msg::Heard => self.say("heard".to_owned()),
            Msg::Paste(text) => self.say(format!("paste={text:?}")),
            Msg::Resized { columns, rows } => self.size = (columns, rows),
            Msg::Recorded(entries) => self.recorded.extend(entries.into_iter().map(|entry| entry.value.into_owned())),
            Msg::Quiet | Msg::Recovered(_) | Msg::Read(_) | Msg::Ran(_) | Msg::Completed { .. } | Msg::Gone(_) => {}
            Msg::NotSaved(faults) => self.say(format!("not saved: {}", faults.0.len())),
            Msg::Foreign { entries, .. } | Msg::Reloaded { entries, .. } => {
                self.say(format!("foreign={}", entries.len()));
            }
            Msg::Waited { seconds } => self.say(format!("waited={seconds}")),
            Msg::Resumed => self.say("resumed".to_owned()),
            Msg::NotSuspended => self.say("not suspended".to_owned()),
        }
        Vec::new()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let buffer = frame.buffer_mut();
        let mut line = |y: u16, text: &str, style: Style| {
            if y < area.height {
                buffer.set_string(0, y, text, style);
            }
        };
        line(0, &format!("TOY {}x{} recorded={}", self.size.0, self.size.1, self.recorded.len()), Style::new());
        line(1, "reversed", Style::new().reversed());
        line(2, "Ä漢● red", Style::new().fg(Color::Red));
        for (y, what) in (3..).zip(&self.happened) {
            line(y, what, Style::new());
        }
        if self.flood > 0 {
            let letter = if self.flood.is_multiple_of(2) { "a" } else { "b" };
            (8..area.height).for_each(|y| line(y, &letter.repeat(area.width.into()), Style::new()));
        }
        if area.height > 1 && area.width > 0 {
            frame.set_cursor_position((0, 1));
        }
    }

    fn speak(&self) -> Spoken {
        Spoken::default()
    }

    fn place(&self) -> (String, String) {
        ("BRO-07".to_owned(), self.recorded.len().to_string())
    }
}

pub fn draft(value: &str) -> Draft {
    Draft {
        op: Op::Answer,
        round: Round::First,
        case_id: "BRO-07".to_owned(),
        question: "sip".to_owned(),
        item: String::new(),
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

pub fn entry(draft: &Draft, seq: u64) -> Entry<'static> {
    Entry {
        op: draft.op,
        seq,
        ts: "".into(),
        coder: "toy".into(),
        segment: 1,
        round: draft.round,
        case_id: draft.case_id.clone().into(),
        question: draft.question.clone().into(),
        item: "".into(),
        value: draft.value.clone().into(),
        was: "".into(),
        undoes: None,
        protocol: "".into(),
        with: "".into(),
        h: Head::default(),
    }
}

/// Watches a folder; the first file in it is one entry of another coder.
pub fn watch(folder: PathBuf) -> Watch {
    let (seen, mut told) = (folder.clone(), false);
    let news = move || {
        let folders = std::fs::read_dir(&seen).into_iter().flatten().flatten();
        let mut files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten());
        let first = !told && files.next().is_some();
        told |= first;
        News { entries: first.then(|| entry(&draft("other"), 41)).into_iter().collect(), ..News::default() }
    };
    Watch { folder, news: Box::new(news) }
}

/// Saves into a log, `s` slowly, `z` never, `x` with a refusal.
#[derive(Default)]
pub struct Log {
    pub file: Option<PathBuf>,
    pub lines: Vec<String>,
}

impl Log {
    fn line(&mut self, line: String) {
        if let Some(file) = &self.file {
            let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
            writeln!(file, "{line}").unwrap();
        }
        self.lines.push(line);
    }
}

impl Saver for Log {
    fn save(&mut self, Recording { draft, .. }: &Recording) -> Result<Vec<Entry<'static>>> {
        match draft.value.as_str() {
            "s" => std::thread::sleep(Duration::from_millis(400)),
            "z" => std::thread::sleep(Duration::from_mins(1)),
            "x" => return Err(Fault::new(msg!("refused")).into()),
            _ => {}
        }
        self.line(format!("save {}", draft.value));
        Ok(vec![entry(draft, self.lines.len() as u64)])
    }

    fn close(&mut self, case_id: &str, question: &str) -> Result<()> {
        self.line(format!("close {case_id} {question}"));
        Ok(())
    }

    fn seen(&mut self, seq: u64) {
        self.line(format!("seen {seq}"));
    }
}
