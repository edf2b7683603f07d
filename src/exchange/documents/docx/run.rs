//! A run: text of one look.

use super::super::signs::{is_pictures, sign};
use super::styles::{Styles, is_on};
use crate::base::package::attribute;
use quick_xml::events::BytesStart;

#[derive(Default)]
pub(super) struct Run {
    /// Whether what comes is text.
    pub(super) is_text: bool,
    pub(super) is_hidden: bool,
    pub(super) is_struck: bool,
    /// A font that has pictures in the place of letters.
    font: Option<String>,
}

impl Run {
    /// A property of the run.
    pub(super) fn described(&mut self, name: &str, element: &BytesStart<'_>, styles: &Styles) {
        match name {
            "vanish" => self.is_hidden = is_on(attribute(element, "val").as_deref()),
            "strike" | "dstrike" => self.is_struck = is_on(attribute(element, "val").as_deref()),
            "rStyle" => {
                let style = styles.of(attribute(element, "val").as_deref());
                self.is_hidden |= style.is_hidden;
                self.is_struck |= style.is_struck;
            }
            "rFonts" => self.font = attribute(element, "ascii").filter(|font| is_pictures(font)).map(Into::into),
            _ => {}
        }
    }

    /// The text as it is shown.
    pub(super) fn shown(&self, text: &str, unknown: &mut usize) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match (c, &self.font) {
                ('\n' | '\r' | '\t', _) => out.push(' '),
                ('\u{ad}', _) => {}
                ('\u{2011}', _) => out.push('-'),
                ('\u{f020}'..='\u{f0ff}', font) => {
                    out += &self.symbol(font.as_deref().unwrap_or("Wingdings"), c.into(), unknown);
                }
                ('\u{20}'..='\u{ff}', Some(font)) => out += &self.symbol(font, c.into(), unknown),
                (c, _) => out.push(c),
            }
        }
        out
    }

    /// What a character of a font shows.
    pub(super) fn symbol(&self, font: &str, code: u32, unknown: &mut usize) -> String {
        if let Some(sign) = sign(font, code) {
            return sign.to_owned();
        }
        let is_private = (0xe000..=0xf8ff).contains(&code);
        let known = char::from_u32(code).filter(|_| !is_private && !is_pictures(font));
        *unknown += usize::from(known.is_none() && !self.is_hidden);
        known.unwrap_or(char::REPLACEMENT_CHARACTER).to_string()
    }
}
