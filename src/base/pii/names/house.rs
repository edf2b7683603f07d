//! Schools, homes and other houses by their own names.

/// Endings of places, which schools and homes are called by.
const LAND: [&str; 31] = [
    "backa", "backe", "backen", "berga", "berget", "by", "dala", "dalen", "gård", "gården", "haga", "hagen", "hill",
    "holmen", "hult", "kulla", "kullen", "liden", "lunda", "lunden", "parken", "skogen", "sjö", "strand", "torp",
    "torpet", "udden", "vik", "viken", "åsen", "ängen",
];
/// What has a place's name before it, as in "Ekbackens förskola".
const HOUSES: [&str; 16] = [
    "boende",
    "bostad",
    "center",
    "central",
    "centrum",
    "enhet",
    "församling",
    "gymnasium",
    "hem",
    "hus",
    "kyrka",
    "mottagning",
    "sjukhus",
    "skola",
    "verksamhet",
    "vårdcentral",
];
/// What has a place's name in front, as in "Kvarnbyskolan", each with what else stands there.
const HOUSE_KINDS: &str = include_str!("houses.txt");

/// Endings of the names that homes have, as in "Björkbacken", and what else such a word may begin with.
const HOMES: [&str; 12] =
    ["backen", "berga", "glimten", "gläntan", "haga", "hagen", "kullen", "liden", "lunda", "lunden", "lyckan", "ängen"];
const NO_HOMES: [&str; 14] = [
    "be",
    "häst",
    "hund",
    "is",
    "ko",
    "ned",
    "nedförs",
    "o",
    "pulka",
    "skid",
    "småbarns",
    "trädgårds",
    "uppförs",
    "är",
];

/// Whether a word is what a home may be called, wherever it stands.
pub(super) fn is_home(word: &str) -> bool {
    let word = word.to_lowercase();
    // "Sjukhussängen" is a bed.
    HOMES
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .any(|first| first.chars().count() > 1 && !first.ends_with('s') && !NO_HOMES.contains(&first))
}

/// Whether a word is what a school or a home is called.
pub(super) fn is_house(word: &str, next: &str) -> bool {
    let of_place = |word: &str| word.chars().count() > 4 && LAND.iter().any(|ending| word.ends_with(ending));
    let word = word.to_lowercase();
    let is_own = |kind: &str| {
        let mut words = kind.split(' ');
        let first = words.next().and_then(|ending| word.strip_suffix(ending)).filter(|first| first.chars().count() > 2);
        first.is_some_and(|first| words.all(|other| other != first))
    };
    HOUSES.iter().any(|house| next.contains(house)) && word.strip_suffix('s').is_some_and(of_place)
        || HOUSE_KINDS.lines().any(is_own)
        || is_home(&word)
}
