//! An element of a page, and what its name says.

use html5gum::StartTag;
use std::collections::BTreeMap;

/// The headings of a page.
pub(super) const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
/// What has lines of its own.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "td",
    "textarea",
    "th",
    "tr",
    "ul",
    "xmp",
];
/// What has no end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];

/// Whether an element of that name has lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || HEADINGS.contains(&name)
}

/// Whether an element whose end may be left out has ended where another begins.
pub(super) fn ends_before(open: &str, begun: &str) -> bool {
    match open {
        "p" => is_block(begun),
        "li" => begun == "li",
        "dt" | "dd" => matches!(begun, "dt" | "dd"),
        "td" | "th" => matches!(begun, "td" | "th" | "tr"),
        "tr" => begun == "tr",
        "option" => matches!(begun, "option" | "optgroup"),
        _ => false,
    }
}

/// Whether an element whose end may be left out has ended where what is around it ends.
pub(super) fn ends_with(open: &str, ended: &str) -> bool {
    match open {
        "p" => is_block(ended),
        "li" => matches!(ended, "ul" | "ol" | "menu" | "dir"),
        "dt" | "dd" => ended == "dl",
        "td" | "th" => matches!(ended, "tr" | "table"),
        "tr" | "thead" | "tbody" | "tfoot" => ended == "table",
        "option" | "optgroup" => ended == "select",
        _ => matches!(ended, "body" | "html"),
    }
}

/// A text in which blanks and line breaks are one blank.
pub(super) fn collapsed(text: &str, mut is_after_blank: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_blank = c.is_ascii_whitespace();
        match c {
            _ if is_blank && is_after_blank => {}
            _ if is_blank => out.push(' '),
            '\u{ad}' => continue,
            '\u{2011}' => out.push('-'),
            c => out.push(c),
        }
        is_after_blank = is_blank;
    }
    out
}

/// What begins with a tag.
pub(super) struct Element {
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    pub(super) fn of(tag: &StartTag<()>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
        Self { name: text(&tag.name), attributes }
    }

    /// The value of an attribute; empty where it has none.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(super) fn is_void(&self) -> bool {
        VOID.contains(&self.name.as_str())
    }

    /// Whether the page itself says that it is not seen. What a style sheet hides is not known.
    pub(super) fn is_hidden(&self) -> bool {
        let style: String = self.get("style").unwrap_or_default().split_whitespace().collect();
        let style = style.to_ascii_lowercase();
        self.get("hidden").is_some_and(|how| how != "until-found")
            || ["display:none", "visibility:hidden"].iter().any(|hides| style.contains(hides))
    }
}
