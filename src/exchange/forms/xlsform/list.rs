//! Several texts in one cell: `a; b`, where `\;` belongs to a text.

/// The texts of a cell.
pub(crate) fn split(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut characters = cell.chars();
    while let Some(c) = characters.next() {
        match (c, texts.last_mut()) {
            (';', _) => texts.push(String::new()),
            ('\\', Some(last)) => last.extend(characters.next()),
            (_, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    texts.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// A cell for texts.
pub(crate) fn joined<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let escaped = |text: &String| text.replace('\\', "\\\\").replace(';', "\\;");
    texts.into_iter().map(escaped).collect::<Vec<_>>().join("; ")
}

/// The texts of a cell that may say nothing; a `;` alone says that there are none.
pub(crate) fn split_if_told(cell: &str) -> Option<Vec<String>> {
    (!cell.trim().is_empty()).then(|| split(cell))
}

/// A cell for texts of which there may be nothing to say.
pub(crate) fn joined_if_told(texts: Option<&[String]>) -> String {
    texts.map_or_else(String::new, |texts| if texts.is_empty() { ";".to_owned() } else { joined(texts) })
}

#[cfg(test)]
mod tests {
    use super::{joined, joined_if_told, split, split_if_told};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_joined_is_split_again(texts in prop::collection::vec("[a-zå;\\\\]|[a-z;\\\\][a-z ;\\\\]{0,5}[a-z;\\\\]", 0..5)) {
            prop_assert_eq!(split(&joined(&texts)), texts.clone());
            prop_assert_eq!(split_if_told(&joined_if_told(Some(&texts))), Some(texts));
        }
    }

    #[test]
    fn a_cell_that_says_nothing_is_another_than_one_that_says_none() {
        assert_eq!((joined_if_told(None), split_if_told(" ")), (String::new(), None));
    }
}
