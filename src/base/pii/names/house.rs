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
/// What has a place's name in front, as in "Kvarnbyskolan", and what else stands there.
const HOUSE_KINDS: [(&str, &str); 6] = [
    (
        "skolan",
        "dag folkhög fri friskol för grund gymnasie gymnasiesär hem hög idrotts kultur kvälls körkorts låg mellan mottagnings \
        musik resurs sim sommar special språk stads sär söndags trafik tränings under ungdoms vuxen vux yrkes yrkeshög",
    ),
    ("gården", "bak bond djur fritids för herr hund inner koloni kyrko lant park präst rast skol stall ungdoms"),
    (
        "hemmet",
        "ankomst barn behandlings elev familje foster fosterbarns föräldra grupp hvb- jour korttids mödra privat sjuk skol \
        släkting ungdoms utrednings vilo vård ålderdoms",
    ),
    ("kyrkan", "frälsar folk sjukhus stats"),
    ("gymnasiet", "fri introduktions komvux special"),
    (
        "boendet",
        "avlastnings barn bo elev familje fjäll för grupp heldygns hem hvb- jour korttids natt omsorgs sam ser service skydds släkting \
        special stöd särskilda träningslägenhets träffpunkts trygghets ungdoms utslussnings vuxen vård vårdnadshavar växelvisa växel äldre",
    ),
];

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
    let is_own = |(ending, others): &(&str, &str)| {
        let first = word.strip_suffix(ending).filter(|first| first.chars().count() > 2);
        first.is_some_and(|first| !others.split_whitespace().any(|other| other == first))
    };
    HOUSES.iter().any(|house| next.contains(house)) && word.strip_suffix('s').is_some_and(of_place)
        || HOUSE_KINDS.iter().any(is_own)
        || is_home(&word)
}
