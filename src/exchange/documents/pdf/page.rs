//! A page of a PDF: its characters with their places, and the boxes of its forms.

use super::super::signs::{sign, ticked};
use super::layout::{Glyph, lines};
use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Rect};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect as Area};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RectExt, SoftMask, TransformExt, interpret_page,
};

/// A button that is pressed and says nothing.
const PUSHED: u32 = 1 << 16;
/// Fields stand within so many others.
const DEPTH: usize = 16;
/// A page of more characters is read as far as that.
const MOST: usize = 1 << 20;
/// Where a character says nothing of its width it is taken for half as wide as it is high.
const HALF: f64 = 500.0;

/// What all pages share.
pub(super) struct Reading<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
}

/// What a page says.
pub(super) struct Read {
    pub(super) lines: Vec<String>,
    pub(super) has_pictures: bool,
    /// How many characters are not known.
    pub(super) signs: usize,
    /// How many notes were put on it.
    pub(super) notes: usize,
}

impl<'a> Reading<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, cache: InterpreterCache::new() }
    }

    pub(super) fn page(&self, page: &Page<'a>) -> Read {
        let (width, height) = page.render_dimensions();
        let upright = page.initial_transform(true).to_kurbo();
        let area = Area::new(0.0, 0.0, width.into(), height.into());
        let mut context = Context::new(upright, area, &self.cache, self.pdf.xref(), InterpreterSettings::default());
        let mut found = Found::default();
        interpret_page(page, &mut context, &mut found);
        for (area, is_ticked) in boxes(page, upright) {
            let is_within = |glyph: &Glyph| area.contains(Point::new(glyph.from.midpoint(glyph.to), glyph.y));
            found.glyphs.retain(|glyph| !is_within(glyph));
            let text = ticked(is_ticked).to_owned();
            let size = area.height().max(1.0);
            found.glyphs.push(Glyph { text, from: area.x0, to: area.x1, y: area.y1 - size / 5.0, size, turn: 0 });
        }
        let signs = found.glyphs.iter().filter(|glyph| glyph.text == char::REPLACEMENT_CHARACTER.to_string()).count();
        Read { lines: lines(found.glyphs), has_pictures: found.has_pictures, signs, notes: notes(page) }
    }
}

/// How many notes and texts were put on a page after it was made: these are not of its text.
fn notes(page: &Page<'_>) -> usize {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return 0 };
    let is_note = |annotation: &Dict<'_>| {
        let kind = annotation.get::<Name<'_>>("Subtype");
        kind.is_some_and(|kind| [&b"FreeText"[..], b"Text", b"Stamp"].contains(&&*kind))
    };
    annotations.iter::<Dict<'_>>().filter(is_note).count()
}

/// The boxes of forms on a page that are ticked or not.
fn boxes(page: &Page<'_>, upright: Affine) -> Vec<(Area, bool)> {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let state = |annotation: Dict<'_>| {
        let is_widget = annotation.get::<Name<'_>>("Subtype").is_some_and(|name| *name == *b"Widget");
        let is_box = said(&annotation, |field| Some(*field.get::<Name<'_>>("FT")? == *b"Btn")) == Some(true);
        let is_pushed = said(&annotation, |field| field.get::<u32>("Ff")).is_some_and(|flags| flags & PUSHED != 0);
        let area = annotation.get::<Rect>("Rect")?.to_kurbo();
        let is_ticked = annotation.get::<Name<'_>>("AS").is_some_and(|name| *name != *b"Off");
        (is_widget && is_box && !is_pushed).then(|| (upright.transform_rect_bbox(area), is_ticked))
    };
    annotations.iter::<Dict<'_>>().filter_map(state).collect()
}

/// What a field says by way of `read`, or one that it is within.
fn said<T>(field: &Dict<'_>, read: impl Fn(&Dict<'_>) -> Option<T>) -> Option<T> {
    let mut field = field.clone();
    for _ in 0..DEPTH {
        if let Some(found) = read(&field) {
            return Some(found);
        }
        field = field.get::<Dict<'_>>("Parent")?;
    }
    None
}

#[derive(Default)]
struct Found {
    glyphs: Vec<Glyph>,
    has_pictures: bool,
}

impl Device<'_> for Found {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.glyphs.len() >= MOST {
                return;
            }
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let width = advance.map_or(HALF, f64::from);
            self.glyphs.push(Glyph::placed(&shown(glyph.as_unicode()), place, width));
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.has_pictures = true;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// What a character shows: of a ligature its letters.
fn shown(unicode: Option<BfString>) -> String {
    let text = match unicode {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None => return char::REPLACEMENT_CHARACTER.to_string(),
    };
    text.chars().map(letters).collect()
}

fn letters(c: char) -> String {
    let known = match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        '\u{ad}' | '\u{2010}' | '\u{2011}' => "-",
        '\u{e000}'..='\u{f8ff}' => sign("Wingdings", c.into()).unwrap_or("\u{fffd}"),
        c => return c.to_string(),
    };
    known.to_owned()
}
