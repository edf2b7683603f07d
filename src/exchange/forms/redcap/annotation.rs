//! The action tags of a field.

/// What stands between other texts and opens a value, with what closes it.
const QUOTES: [[char; 2]; 4] = [['\'', '\''], ['"', '"'], ['‘', '’'], ['“', '”']];
const BRACKETS: [[char; 2]; 2] = [['(', ')'], ['{', '}']];

/// The tags of an annotation with their values, and whatever else it says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Annotation {
    tags: Vec<(String, Option<String>)>,
    /// All of it but for the tags of this program, letter by letter.
    pub(crate) foreign: String,
}

impl Annotation {
    /// Reads `@NAME`, `@NAME='value'`, `@NAME="value"`, `@NAME=value` and `@NAME(value)`, in any order with other text
    /// between.
    pub(crate) fn read(text: &str) -> Self {
        let mut read = Self::default();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('@') {
            read.foreign.push_str(before);
            let end =
                after.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(after.len());
            let (name, left) = after.split_at_checked(end).unwrap_or((after, ""));
            // In an address for mail it is no tag.
            if name.is_empty() || before.ends_with(char::is_alphanumeric) {
                read.foreign.push('@');
                rest = after;
                continue;
            }
            let (value, left) = value(left);
            let name = name.to_ascii_uppercase();
            if !name.starts_with(super::OWN) {
                read.foreign.push('@');
                read.foreign.push_str(after.get(..after.len() - left.len()).unwrap_or_default());
            }
            read.tags.push((name, value));
            rest = left;
        }
        read.foreign.push_str(rest);
        read.foreign = read.foreign.trim().to_owned();
        read
    }

    /// The value of a tag.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.tags.iter().find(|(tag, _)| tag == name).and_then(|(_, value)| value.as_deref())
    }

    /// Whether it has a tag.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.tags.iter().any(|(tag, _)| tag == name)
    }

    /// The names of the tags that are none of these.
    pub(crate) fn others<'a>(&'a self, known: &'a [&str]) -> impl Iterator<Item = &'a str> {
        self.tags.iter().map(|(tag, _)| tag.as_str()).filter(|tag| !known.contains(tag))
    }

    /// The codes of the choices that exclude all others.
    pub(crate) fn alone(&self) -> Vec<&str> {
        let codes = self.value("NONEOFTHEABOVE").unwrap_or_default();
        codes.split(',').map(str::trim).filter(|code| !code.is_empty()).collect()
    }
}

/// The value that follows a tag's name, if one does, and what stands after it.
fn value(text: &str) -> (Option<String>, &str) {
    let trimmed = text.trim_start();
    let after = match trimmed.strip_prefix('=').map(str::trim_start) {
        Some(after) => after,
        None if trimmed.starts_with('(') => trimmed,
        None => return (None, text),
    };
    for [open, close] in QUOTES {
        if let Some((value, left)) = after.strip_prefix(open).and_then(|value| value.split_once(close)) {
            return (Some(value.to_owned()), left);
        }
    }
    for [open, close] in BRACKETS {
        if let Some(end) = after.starts_with(open).then(|| closing(after, open, close)).flatten() {
            return after.split_at_checked(end).map_or((None, after), |(value, left)| (Some(value.to_owned()), left));
        }
    }
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    after.split_at_checked(end).map_or((None, after), |(value, left)| (Some(value.to_owned()), left))
}

/// Where the bracket that a text begins with is closed, outside of texts in quotation marks.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut quote) = (0_usize, None);
    for (at, c) in text.char_indices() {
        match quote {
            Some(mark) if c == mark => quote = None,
            None if matches!(c, '\'' | '"') => quote = Some(c),
            None if c == open => depth += 1,
            None if c == close => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + c.len_utf8());
                }
            }
            Some(_) | None => {}
        }
    }
    None
}

/// A tag with a value in which no quotation mark stands.
pub(crate) fn tag(name: &str, value: &str) -> String {
    format!("@{name}='{value}'")
}
