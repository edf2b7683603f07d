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

#[cfg(test)]
mod tests {
    use super::{joined, split};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_joined_is_split_again(texts in prop::collection::vec("[a-zå;\\\\]|[a-z;\\\\][a-z ;\\\\]{0,5}[a-z;\\\\]", 0..5)) {
            prop_assert_eq!(split(&joined(&texts)), texts);
        }
    }
}
