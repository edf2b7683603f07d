//! The values of a TOML file, laid out for people.

/// A list longer than this stands over several lines.
const WIDTH: usize = 110;

/// A table, field by field.
#[derive(Debug, Default, Clone)]
pub(crate) struct Fields {
    heading: String,
    fields: Vec<(String, String)>,
}

impl Fields {
    /// A table under a heading such as `[[question]]`.
    pub(crate) fn headed(heading: &str) -> Self {
        Self { heading: format!("{heading}\n"), fields: Vec::new() }
    }

    /// Adds a field with a value as TOML has it.
    pub(crate) fn field(&mut self, name: &str, value: impl Into<String>) {
        self.fields.push((name.to_owned(), value.into()));
    }

    /// Puts a value in the place of a field's, or adds it.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.field(name, value),
        }
    }

    /// Takes a field away.
    pub(crate) fn remove(&mut self, name: &str) {
        self.fields.retain(|(known, _)| known != name);
    }

    /// Joins each value with that of the same field of another table.
    pub(crate) fn join(&mut self, other: &Self, join: impl Fn(&str, &str, &str) -> String) {
        for ((name, value), (_, other)) in self.fields.iter_mut().zip(&other.fields) {
            *value = join(name, value, other);
        }
    }

    /// The names of the fields with their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Adds a text, over several lines where it has them.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.field(name, if text.contains('\n') { lines(text) } else { quoted(text) });
    }

    /// Adds a list of texts, unless it is empty.
    pub(crate) fn list(&mut self, name: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.field(name, list(&texts.iter().map(|text| quoted(text)).collect::<Vec<_>>()));
        }
    }

    /// Adds labels by code, unless there are none.
    pub(crate) fn labels<T: AsRef<str>>(&mut self, name: &str, labels: &[(T, T)]) {
        if !labels.is_empty() {
            let fields: Vec<(&str, String)> =
                labels.iter().map(|(code, label)| (code.as_ref(), quoted(label.as_ref()))).collect();
            self.field(name, inline(&fields));
        }
    }

    /// Adds a yes; a no goes without saying.
    pub(crate) fn flag(&mut self, name: &str, flag: bool) {
        if flag {
            self.field(name, "true");
        }
    }

    /// The table as text.
    pub(crate) fn written(&self) -> String {
        let fields: Vec<String> = self.fields.iter().map(|(name, value)| format!("{name} = {value}\n")).collect();
        self.heading.clone() + &fields.concat()
    }
}

/// The name of a field: bare where that will do.
pub(crate) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if bare { name.to_owned() } else { quoted(name) }
}

/// A text on one line.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\t' => "\\t".to_owned(),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    }
}

/// A text over several lines.
fn lines(text: &str) -> String {
    let escaped = |c| if matches!(c, '\n') { "\n".to_owned() } else { escaped(c) };
    format!(
        "\"\"\"\n{}\"\"\"",
        text.chars().map(escaped).collect::<String>().replace("\\\"", "\"").replace("\"\"", "\"\\\"")
    )
}

/// A table on one line.
pub(crate) fn inline<T: AsRef<str>>(fields: &[(T, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{} = {value}", key(name.as_ref()))).collect();
    format!("{{ {} }}", fields.join(", "))
}

/// A list, on one line if that is not too long.
pub(crate) fn list(values: &[String]) -> String {
    let line = format!("[{}]", values.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    format!("[\n  {},\n]", values.join(",\n  "))
}

/// A value alone, or a list of several.
pub(crate) fn one_or_list(values: &[String]) -> String {
    match values {
        [one] => one.clone(),
        _ => list(values),
    }
}

/// A number: whole where it is.
pub(crate) fn number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number}") } else { format!("{number:?}") }
}
