//! The values of a TOML file, laid out for people.

/// A list longer than this stands over several lines.
const WIDTH: usize = 110;

/// A table, field by field.
#[derive(Default)]
pub(super) struct Table(String);

impl Table {
    /// A table under a heading such as `[[question]]`.
    pub(super) fn headed(heading: &str) -> Self {
        Self(format!("{heading}\n"))
    }

    /// Adds a field with a value as TOML has it.
    pub(super) fn field(&mut self, name: &str, value: impl AsRef<str>) {
        let value = value.as_ref();
        self.0.push_str(&format!("{name} = {value}\n"));
    }

    /// Adds a text, over several lines where it has them.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        let value = if text.contains('\n') { lines(text) } else { quoted(text) };
        self.field(name, value);
    }

    /// Adds a list of texts, unless it is empty.
    pub(super) fn list(&mut self, name: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.field(name, list(&texts.iter().map(|text| quoted(text)).collect::<Vec<_>>()));
        }
    }

    /// Adds labels by code, unless there are none.
    pub(super) fn labels<T: AsRef<str>>(&mut self, name: &str, labels: &[(T, T)]) {
        if !labels.is_empty() {
            let fields: Vec<(&str, String)> =
                labels.iter().map(|(code, label)| (code.as_ref(), quoted(label.as_ref()))).collect();
            self.field(name, inline(&fields));
        }
    }

    /// Adds a yes; a no goes without saying.
    pub(super) fn flag(&mut self, name: &str, flag: bool) {
        if flag {
            self.field(name, "true");
        }
    }

    /// The table as text.
    pub(super) fn written(self) -> String {
        self.0
    }
}

/// The name of a field: bare where that will do.
pub(super) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if bare { name.to_owned() } else { quoted(name) }
}

/// A text on one line.
pub(super) fn quoted(text: &str) -> String {
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
pub(super) fn inline(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{} = {value}", key(name))).collect();
    format!("{{ {} }}", fields.join(", "))
}

/// A list, on one line if that is not too long.
pub(super) fn list(values: &[String]) -> String {
    let line = format!("[{}]", values.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    format!("[\n  {},\n]", values.join(",\n  "))
}

/// A value alone, or a list of several.
pub(super) fn one_or_list(values: &[String]) -> String {
    match values {
        [one] => one.clone(),
        _ => list(values),
    }
}

/// A number: whole where it is.
pub(super) fn number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number}") } else { format!("{number:?}") }
}
