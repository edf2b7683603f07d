//! Texts with the marks of a web page in them.

/// What stands for a character.
const ENTITIES: [(&str, &str); 6] =
    [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
/// Marks that begin a new line.
const BREAKS: [&str; 6] = ["br", "p", "/p", "div", "/div", "li"];

/// The text without its marks: `<b>Obs</b>` is `Obs`, while `<5 år` stays.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        if let Some((name, left)) = mark(after) {
            out.push_str(if BREAKS.contains(&name.to_ascii_lowercase().as_str()) { "\n" } else { "" });
            rest = left;
        } else {
            out.push('<');
            rest = after;
        }
    }
    out.push_str(rest);
    let decoded = ENTITIES.iter().fold(out, |text, (entity, plain)| text.replace(entity, plain));
    let lines: Vec<String> = decoded.lines().map(|line| line.trim().to_owned()).collect();
    lines.join("\n").trim().to_owned()
}

/// The text on one line.
pub(crate) fn line(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the mark that begins here, and what stands after it.
fn mark(after: &str) -> Option<(&str, &str)> {
    let name = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '/' && c != '!').next()?;
    let begins = name.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) || name == "!";
    let (_, left) = after.split_once('>').filter(|_| begins)?;
    Some((name.trim_end_matches('/'), left))
}

/// The text such that [`plain`] gives it back.
pub(crate) fn escaped(text: &str) -> String {
    if plain(text) == text { text.to_owned() } else { text.replace('&', "&amp;").replace('<', "&lt;") }
}
