//! A picture of bars laid out: where each rectangle and each text stands.

use super::clean;
use super::palette::{Colour, PALETTE};
use crate::base::language::Words;
use crate::base::text::{fit, width, wrap};
use crate::msg;
use crate::report::chart::{Bar, Chart, Panel};
use serde::Serialize;

/// How wide a picture is, in units of which letters are 13 high.
const WIDTH: u32 = 640;
/// Where the bars begin, and how long a whole one is.
const START: u32 = 180;
const LENGTH: u32 = 370;
/// A letter takes at most so much, in nearly any font.
const LETTER: u32 = 8;
/// A line of letters and a bar take so much, and so much air is between bars.
const LINE: u32 = 17;
const BAR: u32 = 22;
const GAP: u32 = 8;
/// What a label takes of a line beside the bars, and of a whole one.
const BESIDE: usize = 21;
const ACROSS: usize = 78;
/// A label that takes more lines is cut: the table beside has it whole.
const LINES: usize = 6;

/// A picture of one panel.
#[derive(Debug, Default, Serialize)]
pub struct Picture {
    title: String,
    /// What it shows, for those who cannot see it.
    told: String,
    width: u32,
    height: u32,
    /// How far down the bars go.
    foot: u32,
    boxes: Vec<Shape>,
    texts: Vec<Label>,
    /// Where the axis has its marks.
    marks: Vec<(u32, String)>,
}

#[derive(Debug, Serialize)]
struct Shape {
    x: u32,
    y: u32,
    width: u32,
    height: u32,
    /// Its colour; a hidden part has none.
    fill: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Label {
    x: u32,
    y: u32,
    /// Its colour where it stands in a bar; else that of the page.
    ink: Option<&'static str>,
    look: Look,
    text: String,
}

/// How a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Look {
    /// Beside a bar.
    Plain,
    /// Over several bars.
    Heading,
    /// In the middle of a part.
    Middle,
}

/// The pictures of a chart, one a panel.
pub fn pictures(chart: &Chart, words: &Words) -> Vec<Picture> {
    chart.panels.iter().map(|panel| picture(chart, panel, words)).collect()
}

fn picture(chart: &Chart, panel: &Panel, words: &Words) -> Picture {
    let mut picture = Picture { width: WIDTH, ..Picture::default() };
    if chart.is_stacked() {
        panel.bars.iter().for_each(|bar| picture.stacked(bar, words));
    } else {
        for (place, part) in chart.parts.iter().enumerate() {
            picture.lines(part, ACROSS, Look::Heading);
            panel.bars.iter().for_each(|bar| picture.single(bar, place, words));
        }
    }
    picture.title = clean(if panel.title.is_empty() { &chart.title } else { &panel.title });
    picture.told = told(chart, panel, words);
    picture.marks = [0, 50, 100].into_iter().map(|mark| (START + along(mark, 100), format!("{mark}\u{a0}%"))).collect();
    picture.foot = picture.height;
    picture.height += LINE + GAP;
    picture
}

impl Picture {
    /// A label on as many lines as it takes, from where the picture ends so far.
    fn lines(&mut self, label: &str, columns: usize, look: Look) {
        let mut lines = wrap(&clean(label).replace('\n', " "), columns);
        if lines.len() > LINES {
            lines.truncate(LINES);
            let last = lines.pop().map(|last| fit(&format!("{last}{}", "…".repeat(columns)), columns));
            lines.extend(last);
        }
        for text in lines {
            self.height += LINE;
            self.texts.push(Label { x: 0, y: self.height - 1, ink: None, look, text });
        }
    }

    /// A bar's name, and of how many it is; gives where the bar begins.
    fn row(&mut self, bar: &Bar, words: &Words) -> u32 {
        let top = self.height;
        self.lines(&bar.label, BESIDE, Look::Plain);
        self.height = self.height.max(top + BAR) + GAP;
        let text = words.say(&msg!("report-of", n = bar.base));
        self.texts.push(Label { x: START + LENGTH + GAP, y: top + LINE - 1, ink: None, look: Look::Plain, text });
        top
    }

    /// The parts of a bar one after the other. What is hidden is one part, whose size the base gives away anyway.
    fn stacked(&mut self, bar: &Bar, words: &Words) {
        let y = self.row(bar, words);
        let mut before = 0;
        for (count, colour) in bar.counts.iter().zip(&PALETTE) {
            let count = count.unwrap_or(0);
            self.part(y, (before, count, bar.base), Some(colour), &count.to_string());
            before += count;
        }
        if bar.has_hidden() {
            self.part(y, (before, bar.base.saturating_sub(before), bar.base), None, "..");
        }
    }

    /// One part of a bar from its beginning, with its count beside it.
    fn single(&mut self, bar: &Bar, place: usize, words: &Words) {
        let y = self.row(bar, words);
        let count = bar.counts.get(place).copied().flatten();
        self.part(y, (0, count.unwrap_or(0), bar.base), PALETTE.first(), "");
        let x = START + along(count.unwrap_or(0), bar.base) + 4;
        let text = count.map_or("..".to_owned(), |count| count.to_string());
        // Beside a whole bar there is no room before its base.
        let room = START + LENGTH + GAP;
        let ends = x + letters(&text);
        let (x, ink) =
            if ends < room { (x, None) } else { (x - 8 - letters(&text), PALETTE.first().map(|one| one.ink)) };
        self.texts.push(Label { x, y: y + LINE - 1, ink, look: Look::Plain, text });
    }

    /// `count` of `base` after those `before`, with what is written in it where it has room.
    fn part(&mut self, y: u32, (before, count, base): (u32, u32, u32), colour: Option<&Colour>, text: &str) {
        let (from, to) = (along(before, base), along(before + count, base));
        if from == to {
            return;
        }
        let fill = colour.map(|colour| colour.fill);
        self.boxes.push(Shape { x: START + from, y, width: to - from, height: BAR, fill });
        if letters(text) + 4 <= to - from {
            let (x, ink) = (START + from.midpoint(to), colour.map(|colour| colour.ink));
            self.texts.push(Label { x, y: y + LINE - 1, ink, look: Look::Middle, text: text.to_owned() });
        }
    }
}

/// How far along a bar `count` of `base` is.
fn along(count: u32, base: u32) -> u32 {
    let (count, base) = (u64::from(count.min(base)), u64::from(base));
    (u64::from(LENGTH) * count).checked_div(base).and_then(|along| u32::try_from(along).ok()).unwrap_or(0)
}

/// The room that a text takes.
fn letters(text: &str) -> u32 {
    u32::try_from(width(text)).unwrap_or(u32::MAX / LETTER) * LETTER
}

/// The picture in words: `Kvinnor: Ja 15, Nej 2 (n = 17)`, a line a bar.
fn told(chart: &Chart, panel: &Panel, words: &Words) -> String {
    let line = |bar: &Bar| {
        let part = |(name, count): (&String, &Option<u32>)| {
            format!("{name} {}", count.map_or("..".to_owned(), |count| count.to_string()))
        };
        let parts = chart.parts.iter().zip(&bar.counts).map(part).collect::<Vec<_>>().join(", ");
        format!("{}: {parts} ({})", bar.label, words.say(&msg!("report-of", n = bar.base)))
    };
    clean(&panel.bars.iter().map(line).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use proptest::prelude::*;

    fn drawn(stacked: bool, counts: Vec<Option<u32>>, base: u32, label: &str) -> Picture {
        let parts = (0..counts.len()).map(|part| format!("Del {part}")).collect();
        let bars = vec![Bar { label: label.to_owned(), counts, base }];
        let panels = vec![Panel { title: String::new(), bars }];
        let chart = Chart { id: "c".to_owned(), title: "Plan?".to_owned(), parts, stacked, panels };
        pictures(&chart, &Words::new(Lang::Sv)).remove(0)
    }

    #[test]
    fn a_hidden_part_is_told_and_has_no_colour() {
        let picture = drawn(true, vec![Some(4), None, None], 10, "Kvinnor");
        assert_eq!(picture.boxes.iter().map(|one| one.fill.is_some()).collect::<Vec<_>>(), [true, false]);
        assert!(picture.texts.iter().any(|label| label.text == ".."));
        assert_eq!(picture.told, "Kvinnor: Del 0 4, Del 1 .., Del 2 .. (av 10)");
        let picture = drawn(false, vec![Some(4), None], 10, "Kvinnor");
        assert_eq!((picture.boxes.len(), picture.texts.iter().filter(|label| label.text == "..").count()), (1, 1));
    }

    #[test]
    fn many_parts_stand_side_by_side_and_a_long_label_has_an_end() {
        let picture = drawn(true, vec![Some(1); 7], 7, "Kvinnor");
        assert!(picture.boxes.iter().all(|one| one.x == START), "each has a bar of its own");
        let picture = drawn(true, vec![Some(1)], 1, &"ord ".repeat(10_000));
        let label: Vec<&str> =
            picture.texts.iter().filter(|label| label.x == 0).map(|label| label.text.as_str()).collect();
        assert!(label.len() == LINES && label[LINES - 1].ends_with('…'), "{label:?}");
    }

    proptest! {
        #[test]
        fn bars_and_their_texts_stay_in_the_picture(
            counts in prop::collection::vec(prop::option::of(0u32..4000), 1..9), more in 0u32..9, stacked in any::<bool>()
        ) {
            let known: u32 = counts.iter().flatten().sum();
            let picture = drawn(stacked, counts.clone(), known + more, "Hässelby-Vällingby och Spånga-Tensta");
            for one in &picture.boxes {
                prop_assert!(one.x >= START && one.x + one.width <= START + LENGTH && one.y + one.height <= picture.foot);
            }
            for label in &picture.texts {
                let end = label.x + letters(&label.text) / if label.look == Look::Middle { 2 } else { 1 };
                prop_assert!(end <= WIDTH && label.y < picture.height, "{label:?}");
            }
            let is_whole = more == 0 && known > 0 && counts.len() <= 6 && counts.iter().all(Option::is_some);
            if stacked && is_whole {
                prop_assert_eq!(picture.boxes.iter().map(|one| one.width).sum::<u32>(), LENGTH);
            }
        }
    }
}
