//! The differences as text, for a meeting.

use super::Listed;
use crate::analysis::reliability::differences::{Difference, State};
use crate::base::language::Words;
use crate::base::text::{visible, visible_lines};
use crate::msg;
use crate::study::index::At;
use crate::study::ledger::entry::Op;

impl Listed<'_> {
    /// The counts; then case by case each difference with its codings, and what was settled.
    pub(crate) fn lines(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![self.counts().in_words(words)];
        if self.unfinished > 0 {
            lines.push(words.say(&msg!("differences-unfinished", n = self.unfinished)));
        }
        let mut last = None;
        for (difference, state) in &self.all {
            if last != Some(difference.case) {
                last = Some(difference.case);
                let name = self.study.cases.name(&self.study.protocol, difference.case);
                lines.extend([String::new(), visible(&name.join(" · "))]);
            }
            self.push(difference, *state, words, &mut lines);
        }
        lines
    }

    fn push(&self, difference: &Difference, state: State, words: &Words, lines: &mut Vec<String>) {
        let answers = &self.study.answers;
        let text = self.study.protocol.questions.at(difference.question).text.as_str();
        let number = self.study.protocol.number(difference.question);
        lines.push(format!("  {number} {text}  [{}]", words.get(state.names().1)));
        for said in &difference.said {
            let answer = said.in_words(self.study, difference.question, words);
            lines.push(format!("      {}: {}", visible(&said.coder), indented(&answer)));
            lines.extend(said.found_in_words(words).map(|found| format!("        {}", visible(&found))));
            for remark in difference.remarks(self.study, said) {
                let text = indented(&visible_lines(answers.text(remark.value)));
                let text = if remark.slot.op == Op::Quote { format!("\"{text}\"") } else { text };
                lines.push(format!("        {text}"));
            }
        }
        let joint = difference.settled(self.study).zip(difference.settled_in_words(self.study, words));
        if let Some((joint, answer)) = joint {
            let coder = answers.coder_name(joint.slot.coder);
            let text = words.say(&msg!("resolve-list-joint", answer = answer, coder = coder));
            lines.push(format!("      {}", indented(&text)));
        }
        if let Some(reason) = difference.reason(self.study) {
            let text = words.say(&msg!("resolve-list-reason", text = visible_lines(answers.text(reason.value))));
            lines.push(format!("        {}", indented(&text)));
        }
    }
}

/// Later lines stand below the first.
fn indented(text: &str) -> String {
    text.replace('\n', "\n        ")
}
