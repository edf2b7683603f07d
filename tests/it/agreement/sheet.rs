//! The expected values of one row, each to be checked once and none to be forgotten.

use serde_json::Value;
use std::collections::BTreeMap;

/// What others' programs printed and where a value is printed: told for the reader of the file.
const TOLD: [&str; 8] = [
    "implementations",
    "source",
    "verified",
    "matches_printed_digits",
    "note",
    "kind",
    "n_effective_exact",
    "wald_fpc_(N-1)_form",
];

/// The values of a row that are still to be checked, by path, and those that were.
pub(super) struct Sheet {
    pub(super) id: String,
    open: BTreeMap<String, Value>,
    checked: Vec<f64>,
    count: usize,
}

impl Sheet {
    pub(super) fn new(id: &Value, expected: &Value) -> Self {
        let mut open = BTreeMap::new();
        flatten(expected, String::new(), &mut open);
        Self { id: id.as_str().unwrap().to_owned(), open, checked: Vec::new(), count: 0 }
    }

    /// Whether anything under the path is still to be checked.
    pub(super) fn expects(&self, path: &str) -> bool {
        self.open.keys().any(|key| key.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    pub(super) fn take(&mut self, path: &str) -> Option<Value> {
        self.count += usize::from(self.open.contains_key(path));
        self.open.remove(path)
    }

    /// The value, if one is expected, is ours.
    pub(super) fn near(&mut self, path: &str, ours: f64, tolerance: f64) {
        let Some(value) = self.take(path) else { return };
        let expected = value.as_f64().unwrap_or_else(|| panic!("{} {path}: {value} and not {ours}", self.id));
        assert!((expected - ours).abs() <= tolerance, "{} {path}: {expected}, ours {ours}", self.id);
        self.checked.push(ours);
    }

    /// The count, if one is expected, is ours.
    pub(super) fn count(&mut self, path: &str, ours: u32) {
        let Some(value) = self.take(path) else { return };
        assert_eq!(value.as_u64(), Some(u64::from(ours)), "{} {path}", self.id);
    }

    /// Both ends, if expected, are ours.
    pub(super) fn ends(&mut self, path: &str, low: f64, high: f64) {
        let Some(value) = self.take(path) else { return };
        for (end, ours) in [(&value[0], low), (&value[1], high)] {
            assert!((end.as_f64().unwrap() - ours).abs() <= 1e-6, "{} {path}: {value}, ours {low} {high}", self.id);
            self.checked.push(ours);
        }
    }

    /// The text, if one is expected, is one of ours.
    pub(super) fn text(&mut self, path: &str, ours: &[&str]) {
        let Some(value) = self.take(path) else { return };
        assert!(
            ours.iter().any(|text| value.as_str().unwrap().starts_with(text)),
            "{} {path}: {value}, ours {ours:?}",
            self.id
        );
    }

    /// The fraction, if one is expected, is ours.
    pub(super) fn fraction(&mut self, path: &str, ours: f64) {
        let Some(value) = self.take(path) else { return };
        let text = value.as_str().unwrap();
        let (over, under) = text.split_once('/').unwrap_or((text, "1"));
        let exact = over.parse::<f64>().unwrap() / under.parse::<f64>().unwrap();
        assert!((exact - ours).abs() <= 1e-9, "{} {path}: {text}, ours {ours}", self.id);
    }

    /// Printed values have the digits of values that were checked.
    pub(super) fn printed(&mut self) {
        let paths: Vec<String> = self.open.keys().filter(|key| key.contains("/published/")).cloned().collect();
        for path in paths {
            let value = self.take(&path).unwrap();
            if path.ends_with("/computed") {
                assert!(self.has_checked(value.as_f64().unwrap()), "{} {path}: {value}", self.id);
                continue;
            }
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len());
            let half = 0.500_001 * 0.1_f64.powi(i32::try_from(digits).unwrap());
            let printed: f64 = text.parse().unwrap();
            assert!(self.checked.iter().any(|ours| (ours - printed).abs() <= half), "{} {path}: {text}", self.id);
        }
    }

    /// Both values are there or missing, and equal.
    pub(super) fn same(&mut self, what: &str, expected: Option<f64>, ours: Option<f64>) {
        let equal = match (expected, ours) {
            (Some(expected), Some(ours)) => (expected - ours).abs() <= 1e-9,
            (expected, ours) => expected.is_none() && ours.is_none(),
        };
        assert!(equal, "{} {what}: {expected:?}, ours {ours:?}", self.id);
        self.count += 1;
        self.checked.extend(ours);
    }

    /// These values were checked elsewhere.
    pub(super) fn remember(&mut self, values: [f64; 2]) {
        self.checked.extend(values);
    }

    /// Whether a value equal to this one was checked.
    pub(super) fn has_checked(&self, value: f64) -> bool {
        self.checked.iter().any(|ours| (ours - value).abs() <= 1e-6)
    }

    /// How many values were checked; none may be left.
    pub(super) fn done(&self) -> usize {
        assert!(self.open.is_empty(), "{}: not checked: {:?}", self.id, self.open);
        self.count
    }
}

fn flatten(value: &Value, path: String, into: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| !TOLD.contains(&key.as_str())) {
                flatten(value, if path.is_empty() { key.clone() } else { format!("{path}/{key}") }, into);
            }
        }
        _ => {
            into.insert(path, value.clone());
        }
    }
}
