//! Lines of characters that have places: by where they stand, not by the order in which the file has them.

use hayro_interpret::kurbo::{Affine, Point};

/// Characters whose heights above the line differ by less than this share of their size are on one line.
const SAME_LINE: f64 = 0.4;
/// Between words there is at least this share of the size.
const BLANK: f64 = 0.15;
/// Between the pieces of a line, such as the cells of a table, there is at least this share of the size.
const GAP: f64 = 1.5;
/// What stands between them.
const BETWEEN: &str = "   ";
/// The same character so near its place is the same one, printed twice to be bold.
const SAME_PLACE: f64 = 0.1;
/// Columns have at least so many lines.
const COLUMN: usize = 4;
/// Each takes at least this share of the width of the page.
const WIDE: f64 = 0.25;

/// A character where it stands on the page; what is turned has its places along its own lines.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) from: f64,
    pub(super) to: f64,
    /// How far down its line is.
    pub(super) y: f64,
    pub(super) size: f64,
    /// By how many degrees it is turned.
    pub(super) turn: i16,
}

impl Glyph {
    /// A character of such a width whose thousandths of its size are placed on the page like this.
    pub(super) fn placed(text: &str, place: Affine, width: f64) -> Self {
        let origin = place * Point::ZERO;
        let along = place * Point::new(1000.0, 0.0) - origin;
        let up = place * Point::new(0.0, 1000.0) - origin;
        let turn = if along.hypot() > 0.0 { along.atan2().to_degrees().round() } else { 0.0 };
        let start = Affine::rotate(-turn.to_radians()) * origin;
        let to = start.x + along.hypot() * width / 1000.0;
        // Whole degrees are between -180 and 180.
        #[allow(clippy::cast_possible_truncation, reason = "a turn is a small number")]
        let turn = turn as i16;
        Self { text: text.to_owned(), from: start.x, to, y: start.y, size: up.hypot(), turn }
    }
}

/// A piece of a line without wide gaps.
#[derive(Debug, Clone)]
struct Segment {
    text: String,
    from: f64,
    to: f64,
}

type Row = Vec<Segment>;

/// The lines of a page: what is upright first.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<String> {
    let is_placed = |glyph: &Glyph| [glyph.from, glyph.to, glyph.y, glyph.size].iter().all(|place| place.is_finite());
    glyphs.retain(is_placed);
    glyphs.sort_by_key(|glyph| (glyph.turn.unsigned_abs(), glyph.turn));
    glyphs.chunk_by(|one, next| one.turn == next.turn).flat_map(|turned| upright(turned.to_vec())).collect()
}

fn upright(mut glyphs: Vec<Glyph>) -> Vec<String> {
    glyphs.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs.into_iter().filter(|glyph| !glyph.text.trim().is_empty() || glyph.text == " ") {
        let of_last = rows
            .last_mut()
            .filter(|row| row.last().is_some_and(|last| glyph.y - last.y < SAME_LINE * glyph.size.max(last.size)));
        match of_last {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    let rows: Vec<Row> = rows.into_iter().map(segments).filter(|row| !row.is_empty()).collect();
    let edge = |edge: fn(&Segment) -> f64, by: fn(f64, f64) -> f64| rows.iter().flatten().map(edge).reduce(by);
    let (left, right) = (edge(|segment| segment.from, f64::min), edge(|segment| segment.to, f64::max));
    in_order(&rows, right.unwrap_or(0.0) - left.unwrap_or(0.0))
}

/// The pieces of a line, from left to right.
fn segments(mut row: Vec<Glyph>) -> Row {
    row.sort_by(|one, other| one.from.total_cmp(&other.from));
    let mut done: Row = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut is_blank = false;
    for glyph in &row {
        let is_twice = |last: &&Glyph| last.text == glyph.text && glyph.from - last.from < SAME_PLACE * glyph.size;
        if glyph.text.trim().is_empty() {
            is_blank = true;
            continue;
        }
        if last.as_ref().is_some_and(is_twice) {
            continue;
        }
        let gap = last.map_or(f64::INFINITY, |last| (glyph.from - last.to) / glyph.size.max(last.size));
        match done.last_mut().filter(|_| gap < GAP) {
            Some(segment) => {
                if is_blank || gap > BLANK {
                    segment.text.push(' ');
                }
                segment.text.push_str(&glyph.text);
                segment.to = segment.to.max(glyph.to);
            }
            None => done.push(Segment { text: glyph.text.clone(), from: glyph.from, to: glyph.to }),
        }
        (last, is_blank) = (Some(glyph), false);
    }
    done
}

/// The lines of all rows. Columns of running text are read one after the other.
fn in_order(rows: &[Row], width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = rows;
    while let Some((first, after)) = rest.split_first() {
        let Some((count, gutter)) = columns(rest, width) else {
            lines.push(joined(first));
            rest = after;
            continue;
        };
        let (block, after) = rest.split_at(count);
        let part = |is_left: bool| -> Vec<Row> {
            let is_in = |segment: &&Segment| (segment.to <= gutter) == is_left;
            let rows = block.iter().map(|row| row.iter().filter(is_in).cloned().collect::<Row>());
            rows.filter(|row| !row.is_empty()).collect()
        };
        lines.extend(part(true).iter().map(joined));
        // There may be a third column.
        lines.extend(in_order(&part(false), width));
        rest = after;
    }
    lines
}

fn joined(row: &Row) -> String {
    row.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(BETWEEN)
}

/// How many rows from the first on are columns of running text, and the place between the first column and the others.
///
/// The cells of a table are read row by row: they are narrow, or there are many more of some than of others.
fn columns(rows: &[Row], width: f64) -> Option<(usize, f64)> {
    let first = rows.first()?;
    let (left, right) = (first.first()?.to, first.get(1)?.from);
    let (mut from, mut to) = (left, right);
    let (mut lefts, mut rights, mut count): (Vec<f64>, Vec<f64>, usize) = (Vec::new(), Vec::new(), 0);
    for row in rows {
        let middle = from.midpoint(to);
        let before = row.iter().filter(|segment| segment.from < middle);
        let (mut next_from, mut next_to) = (from, to);
        let (mut is_left, mut is_right) = (None, None);
        for segment in before {
            next_from = next_from.max(segment.to);
            is_left = Some(is_left.unwrap_or(0.0) + segment.to - segment.from);
        }
        for segment in row.iter().filter(|segment| segment.from >= middle) {
            next_to = next_to.min(segment.from);
            is_right = Some(is_right.unwrap_or(0.0) + segment.to - segment.from);
        }
        if next_from >= next_to {
            break;
        }
        (from, to) = (next_from, next_to);
        lefts.extend(is_left);
        rights.extend(is_right);
        count += 1;
    }
    let wide = |all: &[f64]| {
        let lines = all.len();
        let sum: f64 = all.iter().sum();
        lines >= COLUMN && sum >= WIDE * width * f64::from(u32::try_from(lines).unwrap_or(u32::MAX))
    };
    let are_alike = lefts.len() * 2 >= rights.len() && rights.len() * 2 >= lefts.len();
    (wide(&lefts) && wide(&rights) && are_alike).then_some((count, from.midpoint(to)))
}
