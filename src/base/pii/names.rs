//! Words that may be names of people or places: capitalised inside a sentence, names that are given in Sweden, or words with
//! the letters of one where a person stands.

mod house;
mod letters;

use house::{is_home, is_house};
use letters::score;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Common first names, family names and places, without those that are words a sentence may begin with (Per, Bo, Hans).
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names.txt").split_whitespace().collect());

/// Words that are written with a capital wherever they stand and name nobody: agencies, programs, medicines, days; and
/// words that begin sentences, also where the mark before them does not say that one begins.
static PLAIN: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("words.txt").split_whitespace().collect());

/// Names that are words too: at the beginning of a sentence they are names where somebody does something.
const DOUBTFUL: [&str; 47] = [
    "Adel", "Ask", "Björn", "Bo", "Bror", "Dag", "Dan", "Eng", "Finn", "Frank", "Frisk", "Gry", "Gul", "Hans", "Inga",
    "Iris", "Jack", "Kim", "Klara", "Lilja", "Liv", "Lo", "Lova", "Love", "Mai", "Maj", "Max", "Mild", "Mina", "Minna",
    "My", "Nova", "Per", "Ros", "Rosa", "Rut", "Saga", "Sam", "Sol", "Sten", "Stella", "Tim", "Tor", "Tore", "Ture",
    "Vide", "Vilja",
];

/// What people do, and also things, in records.
const IS: [&str; 26] = [
    "behöver", "blev", "blir", "borde", "brukar", "fanns", "fick", "får", "gick", "går", "hade", "har", "kan", "kom",
    "kommer", "kunde", "måste", "saknar", "ska", "skall", "skulle", "tar", "tog", "var", "verkar", "är",
];

/// What only people do, in records.
static DOES: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names/does.txt").split_whitespace().collect());

/// Whom and what a person has, in records.
static KIN: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names/kin.txt").split_whitespace().collect());

/// What records are about and what people have and do: no names, wherever they begin a sentence.
static THINGS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("names/things.txt").split_whitespace().collect());

/// What only people are, get or do, behind "is", "got" or "shall".
static LIKE: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names/like.txt").split_whitespace().collect());

/// Who stands beside a person behind "and".
static BESIDE: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("names/beside.txt").split_whitespace().collect());

/// What a name is the answer to.
static LABELS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("names/labels.txt").split_whitespace().collect());

/// What is short for a word and has a dot that ends no sentence.
const SHORT: [&str; 7] = ["ang", "bitr", "dr", "enl", "fr", "m", "resp"];

/// How much an unknown word that begins a sentence must look like a name: where only a person can stand, where it is the
/// whole text, before what things do too, and anywhere.
const PERSON: i32 = -6;
const ALONE: i32 = -3;
const LIVING: i32 = 0;
const ANYWHERE: i32 = 1;

/// Common names that in small letters are words.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("names/small.txt").split_whitespace().collect());

/// From this length on, a word with such an ending is a Swedish noun, and in small letters a name in the list is one.
const LONG: usize = 8;
const SHORTEST_SMALL: usize = 4;
/// What stands before the name of a home.
const WHERE: [&str; 5] = ["från", "hos", "på", "till", "vid"];
/// Names that are short for months, in small letters.
const MONTHS: [&str; 2] = ["jan", "jun"];
/// Shorter names that are one in small letters too.
const SHORT_SMALL: [&str; 29] = [
    "abu", "ada", "alf", "ali", "ann", "eva", "ian", "ida", "ina", "isa", "ivo", "jim", "jon", "kai", "kaj", "lea",
    "leo", "mia", "moa", "noa", "ola", "ole", "ove", "pia", "siv", "ted", "ulf", "uno", "åsa",
];
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

/// Endings of family names, also of rare ones, and those of them that words have too.
const FAMILIES: [&str; 29] = [
    "sson", "sén", "qvist", "quist", "stedt", "dahl", "löf", "feldt", "felt", "holm", "wall", "roth", "ović", "ević",
    "ovic", "evic", "wski", "wska", "ainen", "escu", "enko", "zadeh", "ullah", "mariam", "dottir", "nejad", "oglu",
    "krantz", "crantz",
];
const PLAIN_FAMILIES: [&str; 4] = ["bjork", "lof", "sjoberg", "strom"];
const FAMILIES_OR_WORDS: [&str; 5] = ["berg", "gren", "kvist", "lund", "ström"];
/// What tells when a person was born.
const BORN: [&str; 3] = [" (född", " (f. ", ", född"];
/// What opens somebody's words.
const QUOTES: &str = "\"”“»'’";
/// Letters of Swedish words beside a to z; a word with a capital and any other is a name from elsewhere.
const SWEDISH: &str = "åäöéèàüÅÄÖÉÈÀÜ";
/// Endings of streets, which a number follows.
const STREETS: [&str; 3] = ["gatan", "gränd", "vägen"];

/// A word with what stands around it.
struct Place<'t> {
    word: &'t str,
    /// The word before it, in small letters.
    before: &'t str,
    /// Whether a sentence begins with it.
    begins: bool,
    /// Whether it answers to a label, as in "Namn: …", or was born.
    answers: bool,
    /// Whether its sentence is over with it.
    alone: bool,
    /// The word that follows, if nothing but a blank stands between.
    next: &'t str,
    /// The word after that, if nothing but a blank stands between.
    second: &'t str,
    /// What stands behind it.
    rest: &'t str,
}

/// The words of a text that may be names and are not `known`, each with its bytes.
///
/// Inside a sentence that is every word with a capital; the first word of a sentence only where it is a common name, is
/// formed like one, or has the letters of one: the fewer of them the more certain it is that a person stands there.
/// Short words all in capitals, or with capitals inside, are abbreviations (SIP, `SoL`).
pub fn names(text: &str, known: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut end, mut begins) = (0, true);
    let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    for (place, &(at, word)) in words.iter().enumerate() {
        let between = text.get(end..at).unwrap_or_default();
        end = at + word.len();
        let rest = text.get(end..).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|before| words.get(before)).map_or("", |(_, before)| before);
        let before = before.to_lowercase();
        let is_short = between == ". " && SHORT.contains(&before.as_str());
        begins |= between.contains(['.', '!', '?', ':', '\n', '…']) && !is_short;
        begins |= between.ends_with(['(', '"', '”', '“', '»', '\'', '’']) && goes_on(rest);
        let behind = |place: usize| {
            let ((at, word), (next_at, next)) = (words.get(place)?, words.get(place + 1)?);
            (text.get(at + word.len()..*next_at) == Some(" ")).then_some(*next)
        };
        let next = behind(place);
        let here = Place {
            word,
            before: &before,
            begins,
            answers: between.trim() == ":" && LABELS.contains(before.as_str())
                || BORN.iter().any(|born| rest.starts_with(born)),
            alone: is_over(rest),
            next: next.unwrap_or_default(),
            second: next.and_then(|_| behind(place + 1)).unwrap_or_default(),
            rest,
        };
        // "Lex Sarah" is a law.
        if before != "lex" && is_name(&here) && !is_known(word, &known) {
            found.push(at..end);
        }
        // Behind a number, a date or a letter the sentence has yet to begin.
        begins &= word.chars().count() == 1 || word.chars().all(|c| c.is_numeric() || c == '.');
    }
    found
}

/// The names that an id is made of, such as `karlsson-07` or `annakarlsson`: of any case, and not `known`.
pub fn names_in_id(id: &str, known: impl Fn(&str) -> bool) -> Vec<&str> {
    let words = id.split(|c: char| !c.is_alphabetic()).flat_map(humps).filter(|word| word.chars().count() > 2);
    let is_like_one: fn(&str) -> bool = |word| {
        word.chars().count() >= SHORTEST_SMALL
            && word == titled(word)
            && !PLAIN.contains(word)
            && score(word) >= ANYWHERE
    };
    let is_name = |word: &&str| {
        is_listed(&titled(word)) && !PLAIN.contains(titled(word).as_str()) && !MONTHS.contains(word)
            || [is_foreign, is_two, is_home, is_plain_form, is_like_one].into_iter().any(|is| is(word))
    };
    words.filter(|word| is_name(word) && !is_known(word, &known)).collect()
}

/// Whether a word is a common name without its rings and dots, as file names have it: `Paivi`, `Asa-Lena`.
fn is_plain_form(word: &str) -> bool {
    static FORMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let marked = COMMON.iter().filter(|name| !name.is_ascii() && name.chars().count() >= SHORTEST_SMALL);
        marked.map(|name| name.nfd().filter(char::is_ascii).collect()).collect()
    });
    (FORMS.contains(&titled(word)) || ends(&word.to_lowercase(), &PLAIN_FAMILIES))
        && !PLAIN.contains(titled(word).as_str())
        && !THINGS.contains(word.to_lowercase().as_str())
}

/// Whether a word is two names written as one.
fn is_two(word: &str) -> bool {
    let is_long_name = |part: &str| part.chars().count() >= SHORTEST_SMALL && is_listed(&titled(part));
    let mut halves = word.char_indices().filter_map(|(at, _)| word.split_at_checked(at));
    halves.any(|(first, second)| is_long_name(first) && is_long_name(second))
}

/// The parts of a word that begin with a capital behind a small letter, or before one: `BengtL`, `AKTBengt`.
fn humps(word: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let is_hump = |&at: &usize| {
        let is = |at: usize, kind: fn(char) -> bool| letters.get(at).is_some_and(|(_, letter)| kind(*letter));
        is(at, char::is_uppercase) && (is(at - 1, char::is_lowercase) || is(at + 1, char::is_lowercase))
    };
    let humps = (1..letters.len()).filter(is_hump).filter_map(|at| letters.get(at)).map(|(at, _)| *at);
    let places: Vec<usize> = std::iter::once(0).chain(humps).chain([word.len()]).collect();
    places.windows(2).filter_map(|pair| word.get(*pair.first()?..*pair.last()?)).collect()
}

/// Whether a sentence goes on behind a word: what stands in brackets or quotation marks is not that word alone.
fn goes_on(rest: &str) -> bool {
    rest.strip_prefix(' ').and_then(|rest| rest.chars().next()).is_some_and(char::is_lowercase)
}

/// Whether a sentence is over before what is left of a text.
fn is_over(rest: &str) -> bool {
    let rest = rest.trim_start_matches([')', ']', '"', '”', '»']);
    rest.is_empty() || rest.starts_with(is_end)
}

/// Whether a sign ends a sentence.
fn is_end(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '\n')
}

/// Whether a word may be a name, as it stands.
fn is_name(place: &Place) -> bool {
    let &Place { word, begins, next, .. } = place;
    let letters = word.chars().count();
    if letters < 2 || !word.chars().next().is_some_and(char::is_alphabetic) {
        return false;
    }
    if !word.chars().next().is_some_and(char::is_uppercase) {
        let is_common = is_foreign(word) && word.contains(|c: char| c.is_ascii_alphabetic())
            || is_known(&titled(word), |word| COMMON.contains(word) || ends(word, &FAMILIES));
        // "Flyttade till solhaga" names a home.
        if WHERE.contains(&place.before) && is_home(word) {
            return true;
        }
        let is_long = letters >= SHORTEST_SMALL || SHORT_SMALL.contains(&word);
        return is_long && is_common && !is_known(word, |word| SMALL.contains(word));
    }
    let is_doubtful = DOUBTFUL.contains(&word);
    let does = || {
        is_doubtful && (DOES.contains(next) || IS.contains(&next) || is_person(place))
            || owner(place).is_some_and(|of| DOUBTFUL.contains(&of))
    };
    let is_street = || STREETS.iter().any(|ending| word.ends_with(ending)) && next.starts_with(char::is_numeric);
    if PLAIN.contains(word) && !is_doubtful {
        return false;
    }
    let is_called = || is_doubtful && (KIN.contains(place.before) || BESIDE.contains(place.before));
    if is_listed(&titled(word))
        || is_foreign(word)
        || begins && (does() || is_street() || is_house(word, next))
        || is_called()
    {
        return true;
    }
    let is_short_form = letters <= 5 && word.chars().skip(1).any(char::is_uppercase);
    let is_noun = letters >= LONG && NOUNS.iter().any(|ending| word.to_lowercase().ends_with(ending));
    // "Hans" is not the genitive of "Han".
    let is_plain = || PLAIN.contains(word) || !is_doubtful && is_known(word, |word| PLAIN.contains(word));
    // What people do, are or have begins many sentences.
    let is_of_people = |word: &str| [&DOES, &LIKE, &KIN, &BESIDE, &THINGS].iter().any(|words| words.contains(word));
    let is_word = || begins && !is_doubtful && is_known(&word.to_lowercase(), is_of_people);
    if is_short_form || is_noun || is_plain() || is_word() {
        return false;
    }
    let is_loud = word.chars().all(char::is_uppercase);
    !begins && !is_loud
        || letters > 2 && !is_doubtful && score(word).max(owner(place).map_or(i32::MIN, score)) >= least(place)
}

/// How much the word at a place must look like a name to be taken for one.
fn least(place: &Place) -> i32 {
    if is_person(place) || DOES.contains(place.next) || owner(place).is_some() {
        PERSON
    } else if place.alone || !place.begins {
        ALONE
    } else if IS.contains(&place.next)
        || place.rest.starts_with([':', ',']) && place.rest.chars().nth(2).is_some_and(|c| QUOTES.contains(c))
    {
        LIVING
    } else {
        ANYWHERE
    }
}

/// Whether only a person can stand at a place: behind a label, before whose relative it is or what it is like, or beside kin.
fn is_person(place: &Place) -> bool {
    let &Place { next, second, rest, .. } = place;
    let word = |rest: &str| rest.unicode_words().next().is_some_and(|word| KIN.contains(word.to_lowercase().as_str()));
    let is_kin = rest.strip_prefix(" (").is_some_and(word) || rest.strip_prefix(", som är ").is_some_and(word);
    let is_like = IS.contains(&next) && LIKE.contains(second)
        || matches!(next, "och" | "eller" | "med") && BESIDE.contains(second);
    place.answers || is_kin || is_like || rest.starts_with(" är") && rest.split(is_end).next().is_some_and(is_called)
}

/// Whether what is left of a sentence says that somebody is called so.
fn is_called(rest: &str) -> bool {
    rest.unicode_words().any(|word| ["efternamn", "förnamn", "smeknamn", "tilltalsnamn"].contains(&word))
}

/// Whose something is, where a word is a genitive.
fn owner<'t>(place: &Place<'t>) -> Option<&'t str> {
    KIN.contains(place.next.to_lowercase().as_str()).then(|| genitive(place.word)).flatten()
}

/// Whether a word has letters that no Swedish word has.
fn is_foreign(word: &str) -> bool {
    !word.chars().all(|c| c.is_ascii() || SWEDISH.contains(c) || !c.is_alphabetic())
}

/// Whether a word is a common name, or has the form of one.
fn is_listed(word: &str) -> bool {
    is_known(word, |word| COMMON.contains(word) || ends(word, &FAMILIES) || ends(word, &FAMILIES_OR_WORDS))
}

/// Whether a word has one of some endings, and more before it.
fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// A word with a capital and small letters behind it.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Whether a word is known as it stands or without the ending of a genitive.
fn is_known(word: &str, known: impl Fn(&str) -> bool) -> bool {
    known(word) || genitive(word).is_some_and(known)
}

/// A word without the ending of a genitive.
fn genitive(word: &str) -> Option<&str> {
    ["'s", "’s", "s", "'S", "’S", "S"].into_iter().find_map(|ending| word.strip_suffix(ending))
}
