//! The types of a form's rows.

/// What a row of the survey is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    /// The beginning of a group, or of what is asked several times.
    Begin {
        /// Whether it is asked several times.
        repeat: bool,
    },
    /// The end of either.
    End,
    /// A question with choices.
    Choice {
        /// The name of its list.
        list: String,
        /// Whether several may be chosen.
        several: bool,
        /// Whether another answer may be specified.
        other: bool,
    },
    /// A number.
    Number {
        /// Whether it is a whole one.
        whole: bool,
        /// Whether it is of a hundred.
        percent: bool,
    },
    /// A number between the bounds in `parameters`.
    Range,
    Date,
    Text,
    /// A text to read.
    Note,
    /// A value that is computed.
    Calculate,
    /// A moment, or a time of the day.
    Moment,
    /// A box to tick.
    Acknowledge,
    /// What a device notes by itself: who, when, where.
    Meta,
    /// What nobody can answer in a terminal.
    Left,
    /// A type that has no place in a protocol.
    Foreign,
    /// No type of the form's.
    Unknown,
}

const ONE: [&str; 7] = [
    "add select one prompt using",
    "select one from",
    "select one using",
    "select one",
    "select_one",
    "select1",
    "q select1",
];
const SEVERAL: [&str; 8] = [
    "add select multiple prompt using",
    "select all that apply from",
    "select all that apply",
    "select multiple from",
    "select multiple using",
    "select_multiple",
    "select multiple",
    "q select",
];
const OTHER: [&str; 3] = [" or specify other", " or_other", " or other"];
const CONTAINERS: [&str; 5] = ["looped group", "lgroup", "group", "repeat", "loop"];
/// The types without a list, by every word for them.
const PLAIN: [(&str, &[&str]); 14] = [
    ("integer", &["integer", "int", "add integer prompt", "q int"]),
    ("decimal", &["decimal", "add decimal prompt", "q decimal"]),
    ("percentage", &["percentage"]),
    ("range", &["range"]),
    ("date", &["date", "add date prompt", "q date"]),
    ("text", &["text", "string", "add text prompt", "q string", "phone number", "email", "tel"]),
    ("note", &["note", "add note prompt", "q note"]),
    ("calculate", &["calculate", "add calculate prompt", "q calculate", "calculate_here"]),
    ("moment", &["time", "datetime", "add date time prompt", "q date time", "q datetime"]),
    ("acknowledge", &["acknowledge", "trigger", "q acknowledge", "add acknowledge prompt"]),
    (
        "meta",
        &[
            "start",
            "end",
            "today",
            "username",
            "deviceid",
            "phonenumber",
            "email address",
            "audit",
            "subscriberid",
            "simserial",
            "simid",
            "imei",
            "start time",
            "end time",
            "get today",
            "get start time",
            "get end time",
            "get device id",
            "device id",
            "get subscriber id",
            "subscriber id",
            "get sim id",
            "get phone number",
            "uri:deviceid",
            "uri:email",
            "uri:phonenumber",
            "uri:simserial",
            "uri:subscriberid",
            "uri:username",
            "start-geopoint",
            "background-audio",
            "background-geopoint",
            "text audit",
            "audio audit",
            "comments",
            "caseid",
            "speed violations count",
            "speed violations list",
            "speed violations audit",
        ],
    ),
    (
        "left",
        &[
            "geopoint",
            "geotrace",
            "geoshape",
            "gps",
            "location",
            "q location",
            "q geopoint",
            "q geotrace",
            "q geoshape",
            "add location prompt",
            "image",
            "photo",
            "signature",
            "annotate",
            "draw",
            "q image",
            "q picture",
            "add image prompt",
            "add photo prompt",
            "audio",
            "q audio",
            "add audio prompt",
            "video",
            "q video",
            "add video prompt",
            "file",
            "add file prompt",
            "barcode",
            "q barcode",
            "add barcode prompt",
            "hidden",
            "osm",
            "xml-external",
            "csv-external",
        ],
    ),
    (
        "foreign",
        &[
            "number of days in last month",
            "number of days in last six months",
            "number of days in last year",
            "rank",
            "include",
            "cascading_select",
        ],
    ),
    ("foreign", &["select_one_external", "select_one_from_file", "select_multiple_from_file"]),
];
/// Words of types that go before a list or a file, whose answers nobody can choose in a terminal.
const LEFT: [&str; 10] = [
    "select_one_external",
    "select one external",
    "select_one_from_file",
    "select one from file",
    "select_multiple_from_file",
    "select multiple from file",
    "rank",
    "osm",
    "sensor_statistic",
    "sensor_stream",
];
/// A record of another form that is to be picked.
const PICKED: &str = "db:";

impl Type {
    /// The type that a cell names.
    pub(crate) fn of(cell: &str) -> Self {
        let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = text.to_lowercase();
        let after = |words: &[&str]| words.iter().find_map(|word| follows(&text, &lower, word));
        if after(&LEFT).is_some() || lower.starts_with(PICKED) {
            return Self::Left;
        }
        if let Some(repeat) = container(&lower, "begin") {
            return Self::Begin { repeat };
        }
        if container(&lower, "end").is_some() {
            return Self::End;
        }
        for (words, several) in [(&ONE[..], false), (&SEVERAL[..], true)] {
            if let Some(rest) = after(words) {
                let bare = OTHER.iter().find_map(|other| rest.strip_suffix(other));
                let list = bare.unwrap_or(rest);
                let other = bare.is_some();
                let foreign = list.contains(' ') || list.starts_with("${");
                return if foreign { Self::Foreign } else { Self::Choice { list: list.to_owned(), several, other } };
            }
        }
        plain(&lower)
    }

    /// What the type in a cell is called, without the list or file that follows.
    pub(crate) fn name(cell: &str) -> String {
        let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = text.to_lowercase();
        let word = LEFT.iter().find(|word| follows(&text, &lower, word).is_some());
        word.map_or(text, |word| (*word).to_owned())
    }

    /// The words that types are written with.
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        PLAIN.iter().flat_map(|(_, words)| words.iter().copied()).chain([
            "select_one",
            "select_multiple",
            "begin_group",
        ])
    }
}

fn plain(lower: &str) -> Type {
    let found = PLAIN.iter().find(|(_, words)| words.contains(&lower)).map(|(name, _)| *name);
    match found {
        Some("integer") => Type::Number { whole: true, percent: false },
        Some("decimal") => Type::Number { whole: false, percent: false },
        Some("percentage") => Type::Number { whole: true, percent: true },
        Some("range") => Type::Range,
        Some("date") => Type::Date,
        Some("text") => Type::Text,
        Some("note") => Type::Note,
        Some("calculate") => Type::Calculate,
        Some("moment") => Type::Moment,
        Some("acknowledge") => Type::Acknowledge,
        Some("meta") => Type::Meta,
        Some("left") => Type::Left,
        Some(_) => Type::Foreign,
        None => Type::Unknown,
    }
}

/// What follows a word and a blank.
fn follows<'t>(text: &'t str, lower: &str, word: &str) -> Option<&'t str> {
    let rest = lower.strip_prefix(word)?;
    let rest = text.get(text.len().checked_sub(rest.len())?..)?;
    rest.strip_prefix(' ').filter(|rest| !rest.is_empty())
}

/// Whether a beginning or an end is one of what is asked several times, if it is either.
fn container(lower: &str, word: &str) -> Option<bool> {
    let rest = lower.strip_prefix(word)?.strip_prefix([' ', '_'])?;
    let kind = CONTAINERS.iter().find(|kind| {
        rest.strip_prefix(**kind).is_some_and(|rest| rest.is_empty() || (word == "begin" && rest.starts_with(' ')))
    })?;
    Some(*kind != "group")
}

#[cfg(test)]
mod tests {
    use super::Type;

    fn choice(list: &str, several: bool, other: bool) -> Type {
        Type::Choice { list: list.to_owned(), several, other }
    }

    #[test]
    fn every_way_to_write_a_type_is_known() {
        let table: &[(&str, Type)] = &[
            ("select_one YesNo", choice("YesNo", false, false)),
            ("Select One  yes_no or_other", choice("yes_no", false, true)),
            ("select one from a or specify other", choice("a", false, true)),
            ("select1 a", choice("a", false, false)),
            ("add select one prompt using a", choice("a", false, false)),
            ("select_multiple a or other", choice("a", true, true)),
            ("select all that apply a", choice("a", true, false)),
            ("select all that apply from a", choice("a", true, false)),
            ("add select multiple prompt using a", choice("a", true, false)),
            ("begin group", Type::Begin { repeat: false }),
            ("begin_group", Type::Begin { repeat: false }),
            ("begin repeat", Type::Begin { repeat: true }),
            ("begin_lgroup", Type::Begin { repeat: true }),
            ("begin looped group over list", Type::Begin { repeat: true }),
            ("end_group", Type::End),
            ("end loop", Type::End),
            ("int", Type::Number { whole: true, percent: false }),
            ("decimal", Type::Number { whole: false, percent: false }),
            ("percentage", Type::Number { whole: true, percent: true }),
            ("range", Type::Range),
            ("phone number", Type::Text),
            ("add note prompt", Type::Note),
            ("calculate", Type::Calculate),
            ("today", Type::Meta),
            ("dateTime", Type::Moment),
            ("trigger", Type::Acknowledge),
            ("geopoint", Type::Left),
            ("db:person", Type::Left),
            ("text audit", Type::Meta),
            ("rank a", Type::Left),
            ("select_one_from_file a.csv", Type::Left),
            ("select_one ${earlier}", Type::Foreign),
            ("select_one", Type::Unknown),
            ("begin group2", Type::Unknown),
            ("selct_one a", Type::Unknown),
        ];
        for (cell, expected) in table {
            assert_eq!(Type::of(cell), *expected, "{cell}");
        }
    }
}
