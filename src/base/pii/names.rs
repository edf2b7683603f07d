//! Words that may be names of people or places: capitalised inside a sentence, or names that many in Sweden have.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// Common first names, family names and places, without those that are words a sentence may begin with (Per, Bo, Hans).
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names.txt").split_whitespace().collect());

/// Words that are written with a capital wherever they stand and name nobody: agencies, programs, medicines, days; and
/// words that begin sentences, also where the mark before them does not say that one begins.
static PLAIN: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("words.txt").split_whitespace().collect());

/// Names that are words too: at the beginning of a sentence they are names where somebody does something.
const DOUBTFUL: [&str; 44] = [
    "Adel", "Ask", "Björn", "Bo", "Bror", "Dag", "Dan", "Eng", "Finn", "Frank", "Gry", "Hans", "Inga", "Iris", "Jack",
    "Kim", "Klara", "Lilja", "Liv", "Lo", "Lova", "Love", "Mai", "Maj", "Max", "Mina", "Minna", "My", "Nova", "Per",
    "Ros", "Rosa", "Rut", "Saga", "Sam", "Sol", "Sten", "Stella", "Tim", "Tor", "Tore", "Ture", "Vide", "Vilja",
];

/// What somebody does, in records.
const DOES: [&str; 36] = [
    "berättade",
    "berättar",
    "bor",
    "deltar",
    "deltog",
    "fick",
    "får",
    "går",
    "gick",
    "har",
    "hade",
    "heter",
    "kan",
    "kom",
    "kommer",
    "lever",
    "mår",
    "mådde",
    "ringde",
    "ringer",
    "sade",
    "sa",
    "svarade",
    "säger",
    "tackade",
    "träffade",
    "tycker",
    "tyckte",
    "uppgav",
    "uppger",
    "vill",
    "ville",
    "visar",
    "är",
    "önskade",
    "önskar",
];

/// Common names that in small letters are words.
const SMALL: [&str; 34] = [
    "adel", "alby", "alma", "alm", "axel", "blom", "disa", "edit", "falk", "flen", "gull", "helga", "holm", "hägg",
    "kent", "kista", "knut", "linda", "ljung", "lotta", "lund", "malm", "marina", "nacka", "palm", "rita", "roman",
    "said", "sanna", "stig", "trosa", "tuva", "urban", "viola",
];

/// From this length on, a word with such an ending is a Swedish noun, and in small letters a name in the list is one.
const LONG: usize = 8;
const SHORTEST_SMALL: usize = 4;
const NOUNS: [&str; 24] = [
    "ningen",
    "ningar",
    "heten",
    "aren",
    "kassan",
    "verket",
    "nämnden",
    "styrelsen",
    "tjänsten",
    "rätten",
    "enheten",
    "teamet",
    "jouren",
    "lagen",
    "planen",
    "boendet",
    "kommunen",
    "gruppen",
    "stödet",
    "hjälpen",
    "arna",
    "erna",
    "tionen",
    "chefen",
];

/// Endings of family names, also of rare ones.
const FAMILIES: [&str; 7] = ["sson", "ström", "qvist", "kvist", "ović", "ovic", "wski"];
/// Letters of Swedish words beside a to z; a word with a capital and any other is a name from elsewhere.
const SWEDISH: &str = "åäöéèàüÅÄÖÉÈÀÜ";
/// Endings of streets, which a number follows.
const STREETS: [&str; 3] = ["gatan", "gränd", "vägen"];

/// The words of a text that may be names and are not `known`, each with its bytes.
///
/// Inside a sentence that is every word with a capital; the first word of a sentence only where it is a common name or
/// is formed like one. Short words all in capitals, or with capitals inside, are abbreviations (SIP, `SoL`).
pub fn names(text: &str, known: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut end, mut begins) = (0, true);
    let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    for (place, &(at, word)) in words.iter().enumerate() {
        let between = text.get(end..at).unwrap_or_default();
        end = at + word.len();
        let next = words.get(place + 1).map_or("", |(_, next)| next);
        begins |= between.contains(['.', '!', '?', ':', '\n', '…']);
        begins |=
            between.ends_with(['(', '"', '”', '“', '»', '\'', '’']) && goes_on(text.get(end..).unwrap_or_default());
        if is_name(word, begins, next) && !is_known(word, &known) {
            found.push(at..end);
        }
        // Behind a number, a date or a letter the sentence has yet to begin.
        begins &= word.chars().count() == 1 || word.chars().all(|c| c.is_numeric() || c == '.');
    }
    found
}

/// The names that an id is made of, such as `karlsson-07`: of any case, and not `known`.
pub fn names_in_id(id: &str, known: impl Fn(&str) -> bool) -> Vec<&str> {
    let words = id.split(|c: char| !c.is_alphabetic()).flat_map(humps).filter(|word| word.chars().count() > 2);
    words.filter(|word| is_listed(&titled(word)) && !is_known(word, &known)).collect()
}

/// The parts of a word that begin with a capital behind a small letter: `BengtL`.
fn humps(word: &str) -> Vec<&str> {
    let is_hump =
        |(before, (_, after)): &((usize, char), (usize, char))| before.1.is_lowercase() && after.is_uppercase();
    let humps = word.char_indices().zip(word.char_indices().skip(1)).filter(is_hump).map(|(_, (at, _))| at);
    let places: Vec<usize> = std::iter::once(0).chain(humps).chain([word.len()]).collect();
    places.windows(2).filter_map(|pair| word.get(*pair.first()?..*pair.last()?)).collect()
}

/// Whether a sentence goes on behind a word: what stands in brackets or quotation marks is not that word alone.
fn goes_on(rest: &str) -> bool {
    rest.strip_prefix(' ').and_then(|rest| rest.chars().next()).is_some_and(char::is_lowercase)
}

/// Whether a word may be a name, as it stands: at the beginning of a sentence or not, and before the next word.
fn is_name(word: &str, begins: bool, next: &str) -> bool {
    let letters = word.chars().count();
    if letters < 2 || !word.chars().next().is_some_and(char::is_alphabetic) {
        return false;
    }
    if !word.chars().next().is_some_and(char::is_uppercase) {
        let is_common = is_known(&titled(word), |word| COMMON.contains(word));
        return letters >= SHORTEST_SMALL && is_common && !is_known(word, |word| SMALL.contains(&word));
    }
    let does = || DOUBTFUL.contains(&word) && DOES.contains(&next);
    let is_street = || STREETS.iter().any(|ending| word.ends_with(ending)) && next.starts_with(char::is_numeric);
    let is_foreign = || !word.chars().all(|c| c.is_ascii() || SWEDISH.contains(c) || !c.is_alphabetic());
    if is_listed(&titled(word)) || begins && (does() || is_street() || is_foreign()) {
        return true;
    }
    let is_short_form = letters <= 5 && word.chars().skip(1).any(char::is_uppercase);
    let is_noun = letters >= LONG && NOUNS.iter().any(|ending| word.ends_with(ending));
    // "Hans" is not the genitive of "Han".
    let is_plain = || PLAIN.contains(word) || !DOUBTFUL.contains(&word) && is_known(word, |word| PLAIN.contains(word));
    !begins && !is_short_form && !is_noun && !is_plain()
}

/// Whether a word is a common name, or has the form of one.
fn is_listed(word: &str) -> bool {
    let is_family = |word: &str| FAMILIES.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    is_known(word, |word| COMMON.contains(word) || is_family(word))
}

/// A word with a capital and small letters behind it.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Whether a word is known as it stands or without the ending of a genitive.
fn is_known(word: &str, known: impl Fn(&str) -> bool) -> bool {
    known(word) || word.strip_suffix(['s', 'S']).is_some_and(known)
}
