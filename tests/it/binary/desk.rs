//! A made-up study in a folder that goes away, and the program at work on it.

use crate::fixture::{Builder, english, swedish};
use crate::pty::Pty;
use aktkoll::base::env::Stamp;
use aktkoll::study::ledger::Ledger;
use aktkoll::study::ledger::control_line::Sitting;
use aktkoll::study::ledger::entry::Draft;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The program.
pub(super) const PROGRAM: &str = env!("CARGO_BIN_EXE_aktkoll");

/// The questions of the made-up protocol.
pub(super) const QUESTIONS: usize = 60;

/// Every command that counts the answers of a study.
pub(super) const COUNTING: [&[&str]; 8] = [
    &["tally", "S", "q1"],
    &["count", "S", "--where", "q1=yes"],
    &["status", "S"],
    &["list", "S"],
    &["report", "S"],
    &["export", "S", "--format", "csv", "--out", "out"],
    &["compare", "S", "S"],
    &["agree", "S"],
];

/// How a command ended.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

/// A folder with a study named `S`.
pub(super) struct Desk {
    pub(super) folder: tempfile::TempDir,
}

/// A protocol of yes-or-no questions.
pub(super) fn protocol() -> String {
    let asked = |made: Builder, n| {
        made.question(&format!("q{n}"), &format!("Question {n}?"), "document = \"file\"\nscale = \"yes_no\"")
    };
    (1..=QUESTIONS).fold(english().documents("\"file\"").unit(""), asked).to_string()
}

/// A protocol in Swedish that asks about a plan and a decision, with more fields of the plan; the cases stand by unit.
pub(super) fn plan_and_decision(plan: &str) -> String {
    swedish()
        .unit("BRO = 'Bromma', SKH = 'Skärholmen'")
        .question("plan", "Plan?", &format!("scale = 'ja_nej'\n{plan}"))
        .question("beslut", "Beslut?", "scale = 'ja_nej'")
        .to_string()
}

impl Desk {
    /// A study in which some coders have pressed keys.
    pub(super) fn coded(coders: &[(&str, &str)]) -> Self {
        let desk = Self::new();
        for (coder, keys) in coders {
            desk.codes("S", coder, keys);
        }
        desk
    }

    /// A coder presses keys in a study.
    pub(super) fn codes(&self, study: &str, coder: &str, keys: &str) {
        let ran = self.run(&[study, "--coder", coder, "--keys", keys, "--print"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }

    pub(super) fn new() -> Self {
        Self::of(&protocol(), "case,unit\nA-01,A\nA-02,A\n")
    }

    pub(super) fn of(protocol: &str, cases: &str) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.knows_tour();
        fs::write(desk.path("p.toml"), protocol).unwrap();
        fs::write(desk.path("c.csv"), cases).unwrap();
        let made = desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]);
        assert_eq!(made.code, 0, "{made:?}");
        desk
    }

    /// Whoever sits there has seen the tour.
    fn knows_tour(&self) {
        fs::create_dir_all(self.path("aktkoll")).unwrap();
        fs::write(self.path("aktkoll/tour"), "").unwrap();
    }

    /// Somebody new sits there.
    pub(super) fn newcomer(self) -> Self {
        fs::remove_file(self.path("aktkoll/tour")).unwrap();
        self
    }

    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The environment that the program runs in.
    fn env(&self) -> Vec<(String, String)> {
        let home = self.folder.path().to_str().unwrap();
        let mut env: Vec<_> = ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"]
            .map(|name| (name.to_owned(), home.to_owned()))
            .into();
        for (name, value) in [("LC_ALL", "C.UTF-8"), ("LANG", ""), ("LC_CTYPE", ""), ("AKTKOLL_LANG", "en")] {
            env.push((name.to_owned(), value.to_owned()));
        }
        env
    }

    pub(super) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(args).envs(self.env()).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub(super) fn run(&self, args: &[&str]) -> Ran {
        ran(&mut self.command(args))
    }

    /// A script of the shell, in which the program is `$0`.
    pub(super) fn shell(&self, script: &str) -> Ran {
        let mut command = Command::new("sh");
        command.args(["-c", script, PROGRAM]).envs(self.env()).current_dir(self.folder.path()).stdin(Stdio::null());
        ran(&mut command)
    }

    /// The coding screen of a coder, once it shows the questions.
    pub(super) fn open(&self, coder: &str, more: &[&str]) -> Pty {
        let mut pty = self.start(&[], coder, more);
        pty.shows("Question 1?");
        pty
    }

    /// The program in a terminal, behind other words.
    pub(super) fn start(&self, before: &[&str], coder: &str, more: &[&str]) -> Pty {
        let study = self.path("S");
        let mut words = before.to_vec();
        words.extend([PROGRAM, study.to_str().unwrap(), "--coder", coder]);
        words.extend(more);
        let env = self.env();
        let env: Vec<_> = env.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Pty::spawn(&words, &env, true, true)
    }

    /// Any command of the program in a terminal.
    pub(super) fn terminal(&self, args: &[&str]) -> Pty {
        let folder = self.folder.path().to_str().unwrap();
        let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, PROGRAM];
        let env = self.env();
        let env: Vec<_> = env.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Pty::spawn(&[&words[..], args].concat(), &env, true, true)
    }

    /// The same where `PAGER` is a command.
    pub(super) fn paged(&self, pager: &str, args: &[&str]) -> Pty {
        let env = self.env().into_iter().chain([("PAGER".to_owned(), pager.to_owned())]).collect::<Vec<_>>();
        let env: Vec<_> = env.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Pty::spawn(&[&[PROGRAM], args].concat(), &env, true, true)
    }

    /// Writes lines as a coder, as a sitting of its own.
    pub(super) fn write(&self, coder: &str, drafts: &[Draft]) {
        self.write_as(rustix::process::getuid().as_raw(), coder, drafts);
    }

    /// The same under another login.
    pub(super) fn write_as(&self, uid: u32, coder: &str, drafts: &[Draft]) {
        let mut ledger = Ledger::new(&self.path("S/ledger"), "S");
        ledger.read(&mut |_| {});
        let (study, coder, name) = ("S".to_owned(), coder.to_owned(), coder.to_owned());
        let sitting = Sitting { study, coder, name, uid, ..Sitting::default() };
        let stamp = Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [0xa5; 16] };
        let mut writer = ledger.begin(sitting, false, &stamp).unwrap();
        for draft in drafts {
            writer.append(draft, &stamp).unwrap();
        }
    }

    /// The newest segment of a coder.
    pub(super) fn newest(&self, coder: &str) -> PathBuf {
        self.segments(coder).pop().unwrap()
    }

    pub(super) fn segments(&self, coder: &str) -> Vec<PathBuf> {
        let files = fs::read_dir(self.path("S/ledger").join(coder)).into_iter().flatten();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
        files.sort();
        files
    }

    /// How many answers the program itself finds on the first case, and what a check of the ledger says.
    pub(super) fn reopened(&self, coder: &str) -> (usize, i32) {
        let shown = self.run(&["S", "--coder", coder, "--view", "--keys", "", "--print"]);
        assert_eq!(shown.code, 0, "{shown:?}");
        (answered(&shown.out), self.run(&["verify", "S"]).code)
    }

    /// The keys that gave the answers of the first question, the second and so on, as the program reads them.
    pub(super) fn keys(&self) -> String {
        let table = self.run(&["tally", "S", "--format", "csv"]);
        assert_eq!(table.code, 0, "{table:?}");
        let rows = table.out.lines().map(|line| line.split(',').collect::<Vec<_>>()).filter(|row| row[2] == "1");
        rows.map(|row| row[1].chars().next().unwrap()).collect()
    }
}

pub(super) fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// How many answers a screen shows as given on the first case.
pub(super) fn answered(screen: &str) -> usize {
    let line = screen.lines().find(|line| line.contains("A-01") && line.contains('│'));
    let list = line.and_then(|line| line.split('│').next()).unwrap_or_default();
    let Some((before, _)) = list.split_once(&format!("/{QUESTIONS}")) else { return 0 };
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// What the terminal showed at last before the program gave it back.
pub(super) fn last_frame(pty: &Pty) -> String {
    let bytes = pty.bytes();
    let leave = b"\x18\x1b[0m";
    let end = bytes.windows(leave.len()).position(|window| window == leave).unwrap_or(bytes.len());
    let mut parser = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    parser.process(&bytes[..end]);
    parser.screen().contents()
}

/// The lines of a segment with their hashes reckoned anew.
pub(super) fn rechained(lines: &str) -> String {
    use sha2::{Digest, Sha256};
    let mut head = "0".repeat(32);
    let rechain = lines.lines().map(|line| {
        let (before, after) = line.rsplit_once(",\"h\":\"").unwrap();
        let digest = Sha256::new().chain_update(&head).chain_update(before).finalize();
        head = digest.iter().take(16).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        format!("{before},\"h\":\"{head}{}\n", &after[32..])
    });
    rechain.collect()
}
