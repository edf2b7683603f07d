//! How much the letters of a word are those of a name: learnt from the list of names and lists of Swedish and English words
//! by `tests/interop/name_letters.py`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What two to four letters that follow each other say for a name, or against it; `^` and `$` are the ends of a word, and
/// `^` alone stands for any word. Each line begins with the weight of its letters.
static WEIGHTS: LazyLock<HashMap<&str, i32>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (weight, letters) = line.split_once(' ')?;
        let weight: i32 = weight.parse().ok()?;
        Some(letters.split(' ').map(move |letters| (letters, weight)))
    };
    include_str!("letters.txt").lines().filter_map(line).flatten().collect()
});

/// How much a word looks like a name and not like a word.
pub(super) fn score(word: &str) -> i32 {
    let marked = format!("^{}$", word.to_lowercase());
    let places: Vec<usize> = marked.char_indices().map(|(at, _)| at).chain([marked.len()]).collect();
    let ends = |length: usize| places.iter().zip(places.iter().skip(length));
    let parts = ends(2).chain(ends(3)).chain(ends(4)).filter_map(|(from, to)| marked.get(*from..*to));
    std::iter::once("^").chain(parts).filter_map(|part| WEIGHTS.get(part)).sum()
}
