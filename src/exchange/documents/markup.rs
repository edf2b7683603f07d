//! Markdown, lightly: its signs stay, and lines are shown by what they are.

use super::document::Style;

/// What was begun on the lines above.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    /// The fence that ends the code.
    fence: Option<&'static str>,
}

impl Markdown {
    /// How the next line is shown.
    pub(super) fn style(&mut self, line: &str) -> Style {
        let line = line.trim_start();
        let fence = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence));
        if self.fence.is_some() {
            if fence == self.fence {
                self.fence = None;
            }
            return Style::Code;
        }
        self.fence = fence;
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        match () {
            () if fence.is_some() => Style::Code,
            () if (1..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with(' ')) => {
                Style::Heading
            }
            () if line.starts_with('>') => Style::Quoted,
            () => Style::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Style::{Code, Heading, Plain, Quoted};
    use super::*;

    #[test]
    fn a_line_is_shown_by_what_it_is() {
        let mut markdown = Markdown::default();
        let text = "# A\n#nej\n> c\n~~~\n# kod\n```\n~~~\n####### nej\nx";
        let styles: Vec<Style> = text.lines().map(|line| markdown.style(line)).collect();
        assert_eq!(styles, [Heading, Plain, Quoted, Code, Code, Code, Code, Plain, Plain]);
    }
}
