//! The words of a command line: quoted for a shell, and taken apart as one does it.

/// A word as a shell takes it for one.
pub fn quoted(word: &str) -> String {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// The words of a line: blanks part them, but for those in quotation marks.
pub fn words(line: &str) -> Vec<String> {
    let (words, open) = parted(line);
    words.into_iter().chain(open).map(|(_, word)| word).collect()
}

/// The word that a line ends in, which may be none yet, and where it begins.
pub fn last(line: &str) -> (usize, String) {
    parted(line).1.unwrap_or((line.len(), String::new()))
}

/// A word, and where it begins.
type Placed = (usize, String);

/// The words of a line that have ended, then the one that it ends in, each with where it begins.
fn parted(line: &str) -> (Vec<Placed>, Option<Placed>) {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<Placed>, None);
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        let begun = |word: &mut Option<Placed>, more: Option<char>| {
            word.get_or_insert_with(|| (at, String::new())).1.extend(more);
        };
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('\'' | '"', None) => {
                quote = Some(c);
                begun(&mut word, None);
            }
            ('\\', None) => begun(&mut word, chars.next().map(|(_, c)| c)),
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => begun(&mut word, Some(c)),
        }
    }
    (words, word)
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

    #[test]
    fn the_word_that_a_line_ends_in_is_told_with_its_place() {
        for (line, expected) in [
            ("report -o 'Åsas ma", (10, "Åsas ma")),
            ("report -o 'Åsas mapp/'fil", (10, "Åsas mapp/fil")),
            ("report -o ", (10, "")),
            ("", (0, "")),
            (r"a b\ c", (2, "b c")),
        ] {
            assert_eq!(last(line), (expected.0, expected.1.to_owned()), "{line}");
        }
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_one_word_again(word in ".+") {
            prop_assert_eq!(words(&quoted(&word)), [word]);
        }
    }
}
