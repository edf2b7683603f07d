//! The action tags of a field.

/// The tags of an annotation with their values, and whatever else it says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Annotation {
    tags: Vec<(String, Option<String>)>,
    pub(crate) rest: String,
}

impl Annotation {
    /// Reads `@NAME`, `@NAME='value'`, `@NAME="value"` and `@NAME=value`, in any order with other text between.
    pub(crate) fn read(text: &str) -> Self {
        let mut read = Self::default();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('@') {
            read.rest.push_str(before);
            let end =
                after.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(after.len());
            let (name, left) = after.split_at_checked(end).unwrap_or((after, ""));
            if name.is_empty() {
                read.rest.push('@');
                rest = after;
                continue;
            }
            let (value, left) = value(left);
            read.tags.push((name.to_ascii_uppercase(), value));
            rest = left;
        }
        read.rest.push_str(rest);
        read.rest = read.rest.split_whitespace().collect::<Vec<_>>().join(" ");
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
}

/// The value that follows a tag's name, if one does, and what stands after it.
fn value(text: &str) -> (Option<String>, &str) {
    let Some(after) = text.trim_start().strip_prefix('=').map(str::trim_start) else { return (None, text) };
    for [open, close] in [['\'', '\''], ['"', '"'], ['‘', '’'], ['“', '”']] {
        if let Some((value, left)) = after.strip_prefix(open).and_then(|value| value.split_once(close)) {
            return (Some(value.to_owned()), left);
        }
    }
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    after.split_at_checked(end).map_or((None, after), |(value, left)| (Some(value.to_owned()), left))
}

/// A tag with a value in which no quotation mark stands.
pub(crate) fn tag(name: &str, value: &str) -> String {
    format!("@{name}='{value}'")
}
