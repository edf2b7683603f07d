//! The words of a command line: quoted for a shell, and taken apart as one does it.

/// A word as a shell takes it for one.
pub fn quoted(word: &str) -> String {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// The words of a line: blanks part them, but for those in quotation marks.
pub fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('\'' | '"', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            ('\\', None) => word.get_or_insert_default().extend(chars.next()),
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_folder_with_blanks_can_be_pasted_into_a_shell() {
        assert_eq!(quoted("granskning/2023"), "granskning/2023");
        assert_eq!(quoted("Åsas granskning"), "'Åsas granskning'");
        assert_eq!(quoted("Åsa's"), "'Åsa'\\''s'");
    }

    #[test]
    fn a_line_is_taken_apart_as_by_a_shell() {
        let line = r#"  report -o "a b".md  --where unit='A|B' '' c\ d"#;
        assert_eq!(words(line), ["report", "-o", "a b.md", "--where", "unit=A|B", "", "c d"]);
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_one_word_again(word in ".+") {
            prop_assert_eq!(words(&quoted(&word)), [word]);
        }
    }
}
