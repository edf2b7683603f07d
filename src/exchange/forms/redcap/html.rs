//! Texts with the marks of a web page in them.

/// What stands for a character between `&` and `;`.
const ENTITIES: [(&str, &str); 34] = [
    ("nbsp", " "),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("amp", "&"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("deg", "°"),
    ("plusmn", "±"),
    ("times", "×"),
    ("le", "≤"),
    ("ge", "≥"),
    ("ne", "≠"),
    ("micro", "µ"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("frac12", "½"),
    ("aring", "å"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("Aring", "Å"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("eacute", "é"),
    ("uuml", "ü"),
];
/// No entity is longer.
const LONGEST: usize = 8;
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
    let lines: Vec<String> = decoded(&out).lines().map(|line| line.trim().to_owned()).collect();
    lines.join("\n").trim().to_owned()
}

/// The text with a character for each entity: `&lt;`, `&#8211;`, `&#x2013;`. One that is not known stays.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after.split_once(';').filter(|(name, _)| name.len() <= LONGEST);
        if let Some((plain, left)) = known.and_then(|(name, left)| Some((character(name)?, left))) {
            out.push_str(&plain);
            rest = left;
        } else {
            out.push('&');
            rest = after;
        }
    }
    out + rest
}

/// What an entity stands for, by its name or number.
fn character(name: &str) -> Option<String> {
    if let Some((_, plain)) = ENTITIES.iter().find(|(known, _)| *known == name) {
        return Some((*plain).to_owned());
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16).ok()?,
        None => number.parse().ok()?,
    };
    let c = char::from_u32(code).filter(|c| !c.is_control())?;
    Some(if c == '\u{a0}' { ' ' } else { c }.to_string())
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
