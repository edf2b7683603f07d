//! Labels for programs that take only so much of them: what would be the same once it is cut is told apart.

use super::csv::flat;

/// Each label in one line and cut to `most` as `cut` measures, with what it is of behind those that would be the same.
pub(crate) fn distinct<'l>(
    labels: impl Iterator<Item = (&'l str, &'l str)>,
    most: usize,
    cut: fn(&str, usize) -> String,
) -> Vec<String> {
    let labels: Vec<(String, &str)> = labels.map(|(label, of)| (flat(label), of)).collect();
    let short: Vec<String> = labels.iter().map(|(label, _)| cut(label, most)).collect();
    let is_alone = |label: &String| short.iter().filter(|other| *other == label).count() == 1;
    let told = |(short, (label, of)): (&String, &(String, &str))| {
        let behind = format!(" [{of}]");
        if is_alone(short) { short.clone() } else { cut(label, most.saturating_sub(behind.len())) + &behind }
    };
    short.iter().zip(&labels).map(told).collect()
}

/// A text of at most so many bytes.
pub(crate) fn bytes(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most.saturating_sub('…'.len_utf8())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    text.split_at(end).0.to_owned() + "…"
}

/// The whole text.
pub(crate) fn whole(text: &str, _: usize) -> String {
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_would_be_the_same_have_their_codes_behind_them() {
        let long = "å".repeat(70);
        let labels =
            [(format!("{long}1"), "1"), (format!("{long}2"), "2"), ("Ja".to_owned(), "3"), ("Ja".to_owned(), "4")];
        let told = distinct(labels.iter().map(|(label, code)| (label.as_str(), *code)), 120, bytes);
        let cut = "å".repeat(56);
        assert_eq!(told, [format!("{cut}… [1]"), format!("{cut}… [2]"), "Ja [3]".to_owned(), "Ja [4]".to_owned()]);
        assert!(told.iter().all(|label| label.len() <= 120));
    }
}
