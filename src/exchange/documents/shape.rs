//! What the records of a file are: whose program wrote them, where their ids are, and where their texts.

use super::json::{Json, Pointer};

/// The shape of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    /// The program that writes such records, or what they are, as the catalogue calls it.
    pub(super) name: &'static str,
    /// Where the id is; without one the records are numbered.
    pub(super) id: Option<Pointer>,
    /// Where the texts are, in the order in which they are read.
    pub(super) texts: Vec<Pointer>,
}

/// Fields that hold the id of a record, the likeliest first.
const IDS: [&[&str]; 11] = [
    &["id"],
    &["case_id"],
    &["conversation_id"],
    &["custom_id"],
    &["trace", "id"],
    &["trace_id"],
    &["traceId"],
    &["meta", "id"],
    &["_input_hash"],
    &["uuid"],
    &["key"],
];
/// Fields that say where something lies: no text of a record.
const ADDRESSES: [&str; 7] = ["filename", "file_name", "file", "path", "filepath", "url", "uri"];
/// Fields that hold a conversation.
const CONVERSATIONS: [&[&str]; 7] = [
    &["messages"],
    &["body", "messages"],
    &["conversations"],
    &["conversation"],
    &["turns"],
    &["dialogue"],
    &["trace", "messages"],
];
/// Fields by which a record is that of a program.
const MARKS: [(&str, &[&str]); 4] = [
    ("prodigy", &["_task_hash", "_input_hash"]),
    ("label-studio", &["annotations", "predictions", "completions"]),
    (
        "langfuse",
        &["observations", "traceId", "trace_id", "projectId", "bookmarked", "sessionId", "parentObservationId"],
    ),
    ("doccano", &["label", "labels", "entities", "relations", "Comments", "annotation_approver"]),
];

/// The shape of a record, if it has a text.
pub(super) fn shape(record: &Json) -> Option<Shape> {
    let (name, texts) = marked(record).or_else(|| conversation(record)).or_else(|| fields(record))?;
    let id = IDS.iter().map(|steps| Pointer::of(steps)).find(|place| record.at(place).and_then(Json::id).is_some());
    Some(Shape { name, id, texts })
}

/// The shape that a coder says: what is not said is found.
pub(super) fn said(record: &Json, id: Option<Pointer>, texts: Vec<Pointer>) -> Option<Shape> {
    let found = shape(record);
    if id.is_none() && texts.is_empty() {
        return found;
    }
    let other = |found: Option<Shape>| found.map_or((None, Vec::new()), |found| (found.id, found.texts));
    let (found_id, found_texts) = other(found);
    let texts = if texts.is_empty() { found_texts } else { texts };
    Some(Shape { name: "said", id: id.or(found_id), texts })
}

/// A record of a program that is known by its fields.
fn marked(record: &Json) -> Option<(&'static str, Vec<Pointer>)> {
    let has = |marks: &&(&str, &[&str])| marks.1.iter().any(|mark| record.field(mark).is_some());
    MARKS.iter().filter(has).find_map(|(name, _)| {
        let texts = match *name {
            "prodigy" => given(record, &[&["text"], &["prompt"], &["accept"], &["html"]]),
            "label-studio" => data(record),
            "langfuse" => langfuse(record),
            _ => given(record, &[&["text"], &["data"]]),
        };
        (!texts.is_empty()).then_some((*name, texts))
    })
}

/// Those of some places where something stands.
fn given(record: &Json, places: &[&[&str]]) -> Vec<Pointer> {
    let is_given = |place: &Pointer| !matches!(record.at(place), None | Some(Json::Null));
    places.iter().map(|steps| Pointer::of(steps)).filter(is_given).collect()
}

/// The texts of a task: all that is in `data` but addresses of files.
fn data(record: &Json) -> Vec<Pointer> {
    let data = record.field("data").map_or(&[][..], Json::fields);
    let is_text = |value: &Json| match value {
        Json::Text(text) => !text.contains("://") || text.contains(char::is_whitespace),
        Json::List(_) => true,
        _ => false,
    };
    data.iter().filter(|(_, value)| is_text(value)).map(|(name, _)| Pointer::of(&["data", name])).collect()
}

/// What went in and came out: of a trace as a whole, else of each step in which a model was asked.
fn langfuse(record: &Json) -> Vec<Pointer> {
    let whole = given(record, &[&["trace", "input"], &["trace", "output"], &["input"], &["output"]]);
    if !whole.is_empty() {
        return whole;
    }
    let steps = record.field("observations").and_then(Json::list).unwrap_or_default();
    let asked = (0..).zip(steps).filter(|(_, step)| step.field("type").and_then(Json::text) == Some("GENERATION"));
    let places = asked.flat_map(|(n, _): (usize, _)| {
        ["input", "output"].map(|field| Pointer::of(&["observations", &n.to_string(), field]))
    });
    places.filter(|place| !matches!(record.at(place), None | Some(Json::Null))).collect()
}

/// A conversation.
fn conversation(record: &Json) -> Option<(&'static str, Vec<Pointer>)> {
    let is_held = |place: &Pointer| record.at(place).and_then(Json::list).is_some_and(|items| !items.is_empty());
    let place = CONVERSATIONS.iter().map(|steps| Pointer::of(steps)).find(is_held)?;
    Some(("messages", vec![place]))
}

/// All texts and conversations of a record but its id.
fn fields(record: &Json) -> Option<(&'static str, Vec<Pointer>)> {
    let is_text = |(name, value): &&(String, Json)| {
        let is_held = |items: &[Json]| items.first().is_some_and(|item| item.field("role").is_some());
        let is_said = matches!(value, Json::Text(_)) || value.list().is_some_and(is_held);
        let is_address = ADDRESSES.contains(&name.to_ascii_lowercase().as_str());
        is_said && !is_address && !IDS.iter().any(|steps| *steps == [name.as_str()])
    };
    let texts: Vec<Pointer> = record.fields().iter().filter(is_text).map(|(name, _)| Pointer::of(&[name])).collect();
    (!texts.is_empty()).then_some(("fields", texts))
}

/// Where a file that is one value has its records: nowhere, where it is one itself.
pub(super) fn records(whole: &Json) -> Option<String> {
    if marked(whole).is_some() || conversation(whole).is_some() {
        return None;
    }
    let is_records =
        |value: &Json| value.list().is_some_and(|items| items.iter().any(|item| !item.fields().is_empty()));
    whole.fields().iter().find(|(_, value)| is_records(value)).map(|(name, _)| name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shape of a record as a line: what it is, where the id is, where the texts are.
    fn line(record: &str) -> String {
        let Some(shape) = shape(&Json::read(record.as_bytes()).unwrap()) else { return String::new() };
        let texts: Vec<String> = shape.texts.iter().map(Pointer::to_string).collect();
        format!("{} {} {}", shape.name, shape.id.map_or_else(|| "-".to_owned(), |id| id.to_string()), texts.join(" "))
    }

    #[test]
    fn records_of_programs_are_known_by_their_fields() {
        let known = [
            (r#"{"messages": [{"role": "user", "content": "x"}], "tools": []}"#, "messages - /messages"),
            (r#"{"custom_id": "a", "body": {"messages": [{}]}}"#, "messages /custom_id /body/messages"),
            (r#"{"conversation_id": "c", "turns": [{"user_query": "x"}]}"#, "messages /conversation_id /turns"),
            (r#"{"text": "x", "meta": {"id": 1}, "_input_hash": 1, "_task_hash": -2}"#, "prodigy /meta/id /text"),
            (r#"{"text": "x", "_input_hash": -7, "_task_hash": -2}"#, "prodigy /_input_hash /text"),
            (r#"{"id": 3, "text": "x", "label": ["a"], "Comments": []}"#, "doccano /id /text"),
            (
                r#"{"id": 1, "data": {"text": "x y", "image": "https://a/b.jpg", "n": 1}, "annotations": []}"#,
                "label-studio /id /data/text",
            ),
            (r#"{"trace": {"id": "t", "input": "x"}, "observations": []}"#, "langfuse /trace/id /trace/input"),
            (
                r#"{"trace": {"id": "t"}, "observations": [{"type": "SPAN"}, {"type": "GENERATION", "input": []}]}"#,
                "langfuse /trace/id /observations/1/input",
            ),
            (r#"{"id": "t", "sessionId": null, "input": {}, "output": ""}"#, "langfuse /id /input /output"),
            (r#"{"id": "q", "question": "x", "context": "y", "answer": "z"}"#, "fields /id /question /context /answer"),
            (r#"{"id": "q", "input": [{"role": "user"}], "n": [1]}"#, "fields /id /input"),
            (r#"{"id": "q", "n": 1}"#, ""),
            (r#"{"filename": "a.mp3", "label": ["x"]}"#, ""),
            (r#"{"url": "b", "title": "x"}"#, "fields - /title"),
        ];
        for (record, expected) in known {
            assert_eq!(line(record), expected, "{record}");
        }
    }

    #[test]
    fn what_is_said_goes_before_what_is_found() {
        let record = Json::read(br#"{"id": "a", "name": "b", "messages": [{}]}"#).unwrap();
        let pointer = |text| Pointer::new(text).unwrap();
        let shape = said(&record, Some(pointer("/name")), Vec::new()).unwrap();
        assert_eq!((shape.id, shape.texts), (Some(pointer("/name")), vec![pointer("/messages")]));
        let shape = said(&record, None, vec![pointer("/x")]).unwrap();
        assert_eq!((shape.id, shape.texts), (Some(pointer("/id")), vec![pointer("/x")]));
    }

    #[test]
    fn records_lie_in_a_list_beside_other_fields() {
        let of = |text: &str| records(&Json::read(text.as_bytes()).unwrap());
        assert_eq!(of(r#"{"meta": 1, "traces": [{"id": 1}]}"#).as_deref(), Some("traces"));
        assert_eq!(of(r#"{"trace": {"input": "x"}, "observations": [{"id": 1}]}"#), None);
        assert_eq!(of(r#"{"messages": [{"role": "user"}]}"#), None);
        assert_eq!(of(r#"{"names": ["a"]}"#), None);
    }
}
