//! What is news of the screen in words, as text: each thing once, and what is being written as it is typed.

use super::spoken::{About, Part, Spoken};
use crate::base::text::visible;

/// What has been said.
#[derive(Debug, Default)]
pub struct Lines {
    said: Vec<Part>,
    /// What stands on the last line, which has not ended: what is being written.
    open: Option<String>,
    /// Whether a key was pressed since something was said.
    heard: bool,
}

impl Lines {
    /// A key was pressed: what is told now is told because of it, and silence is no answer.
    pub fn heard(&mut self) {
        self.said.retain(|part| part.about != About::Notice);
        self.heard = true;
    }

    /// Everything is said anew.
    pub fn forget(&mut self) {
        self.said.clear();
    }

    /// What there is to say now.
    pub fn news(&mut self, now: Spoken) -> String {
        let mut out = String::new();
        let mut news: Vec<String> = now.parts.iter().flat_map(|part| self.of(part)).collect();
        if std::mem::take(&mut self.heard) {
            let silent = news.is_empty() && now.writing == self.open;
            if silent && !now.waits {
                news.extend(here(&now).into_iter().flat_map(|part| &part.lines).map(|(_, text)| visible(text)));
            }
            self.heard = silent && now.waits;
        }
        // A question that something lies over is still known when that is gone: then only its text is said again.
        let has = |about| now.parts.iter().any(|part| part.about == about);
        self.said.retain(|said| !has(said.about) && (now.waits || said.about == About::Question));
        self.said.extend(now.parts);
        self.write(&mut out, &news, now.writing);
        out
    }

    /// The lines of a part that have not been said.
    fn of(&self, part: &Part) -> Vec<String> {
        let before = self.said.iter().find(|said| (said.about, &said.which) == (part.about, &part.which));
        let is_news = |line: &&(usize, String)| before.is_none_or(|before| !before.lines.contains(line));
        let news = part.lines.iter().filter(is_news).map(|(_, text)| visible(text));
        news.filter(|text| !text.trim().is_empty()).collect()
    }

    /// Puts news on lines of their own, and what is being written behind what stands of it already.
    fn write(&mut self, out: &mut String, news: &[String], writing: Option<String>) {
        let before = self.open.clone().filter(|_| news.is_empty());
        let typed = writing.as_deref().zip(before.as_deref()).and_then(|(now, before)| now.strip_prefix(before));
        if let Some(typed) = typed {
            out.push_str(&written(typed));
        } else {
            self.open_line_ends(out);
            out.extend(news.iter().flat_map(|line| [line.as_str(), "\n"]));
            out.push_str(&writing.as_deref().map(written).unwrap_or_default());
        }
        self.open = writing;
    }

    fn open_line_ends(&mut self, out: &mut String) {
        if self.open.take().is_some() {
            out.push('\n');
        }
    }
}

/// Where one is: said once more where a key changed nothing.
fn here(now: &Spoken) -> Option<&Part> {
    let of = |about| now.parts.iter().rfind(|part: &&Part| part.about == about && !part.lines.is_empty());
    of(About::Row).or_else(|| of(About::Place))
}

/// A text that is being written: nothing in it is obeyed, and its lines are lines.
fn written(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}
