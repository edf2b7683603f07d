//! Words that may be names of people or places: capitalised inside a sentence, or names that many in Sweden have.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// Common first and family names, without those that are words a sentence may begin with (Per, Bo, Hans).
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names.txt").lines().collect());

/// The capitalised words inside the sentences of a text that are not `known`, each with its bytes.
///
/// The first word of a sentence is one only where it is a common name, and short words all in capitals are abbreviations (SIP, LSS).
pub fn names(text: &str, known: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, word) in text.unicode_word_indices() {
        let between = text.get(end..at).unwrap_or_default();
        let begins = end == 0 || between.contains(['.', '!', '?', ':', '\n', '…']);
        end = at + word.len();
        if is_name(word) && (!begins || is_known(word, is_common)) && !is_known(word, &known) {
            found.push(at..end);
        }
    }
    found
}

fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

fn is_name(word: &str) -> bool {
    let letters = word.chars().count();
    let is_short_form = letters <= 5 && !word.chars().any(char::is_lowercase);
    word.chars().next().is_some_and(char::is_uppercase) && letters > 1 && !is_short_form
}

/// Whether a word is known as it stands or without the ending of a genitive.
fn is_known(word: &str, known: impl Fn(&str) -> bool) -> bool {
    known(word) || word.strip_suffix(['s', 'S']).is_some_and(known)
}
