//! What can be read of lines that are damaged.

use super::*;

#[test]
fn what_a_line_says_of_itself_is_read_as_far_as_it_goes() {
    let line = br#"{"v":1,"op":"note","seq":17,"case_id":"B-\u00e5","question":"plan","answer":""}"#;
    let start = Lost { file: "carina/0001.jsonl".to_owned(), coder: "carina".to_owned(), ..Lost::default() };
    let whole = said(line, &start);
    assert_eq!(
        (whole.op.as_str(), whole.seq, whole.case_id.as_str(), whole.question.as_str()),
        ("note", Some(17), "B-å", "plan")
    );
    assert_eq!((whole.file, whole.coder), (start.file.clone(), start.coder.clone()));
    let wrong = said(br#"{"v":1,"op":"note","seq":9007199254740993,"ts":"","#, &start);
    assert_eq!(wrong.seq, None, "no line has such a number");
    let torn = said(&line[..26], &start);
    assert_eq!(
        (torn.op.as_str(), torn.seq, torn.case_id.as_str()),
        ("note", None, ""),
        "17 may be the beginning of more"
    );
    for (text, expected) in
        [(r#""n":5,"#, Some(5)), (r#""n":,"#, None), (r#""n":-5,"#, None), (r#""n":5"#, None), ("5,", None)]
    {
        assert_eq!(number(text.as_bytes(), "n"), expected, "{text}");
    }
    for (text, expected) in
        [(r#""n":"x""#, Some("x")), (r#""n":"""#, Some("")), (r#""n":"x"#, None), (r#""n":x""#, None)]
    {
        assert_eq!(value(text.as_bytes(), "n").as_deref(), expected, "{text}");
    }
}

#[test]
fn two_lines_that_stand_in_one_are_parted_where_each_begins() {
    let line = |text: &str| [START, text.as_bytes()].concat();
    let (one, other) = (line("note"), line("answer"));
    assert_eq!(parts(&one), [&one[..]]);
    assert_eq!(parts(&[&one[..], &other].concat()), [&one[..], &other]);
    assert_eq!(parts(&[b"x", &one[..], &other].concat()), [b"x", &one[..], &other]);
    let hash = "0".repeat(32);
    let whole = format!(
        r#"{{"v":1,"op":"answer","seq":11,"ts":"2026-03-02T08:15:10.000Z","coder":"lotta","segment":1,"round":"second","case_id":"BRO-07","question":"plan","answer":"nej","was":"","h":"{hash}"}}"#
    );
    let tail = &whole.as_bytes()[20..];
    assert_eq!(
        parts(&[whole.as_bytes(), tail].concat()),
        [whole.as_bytes(), tail],
        "what is cut off stands behind a line"
    );
    assert_eq!(parts(&[whole.as_bytes(), b"x", &one].concat()), [whole.as_bytes(), b"x", &one[..]]);
    assert_eq!(parts(b"x"), [b"x"]);
    assert_eq!(parts(b""), [b""; 0]);
}

#[test]
fn a_line_leads_to_what_it_states_and_to_what_follows_from_its_bytes() {
    let before = [Head([1; 16]), Head([2; 16])];
    let covered = br#"{"v":1"#;
    let stated = Head([3; 16]);
    let line = format!("{{\"v\":1,\"h\":\"{stated}\"}}");
    let follow = before.map(|head| head.after(covered));
    assert_eq!(leading(line.as_bytes(), &before), [stated, follow[0], follow[1]]);
    let torn = &line.as_bytes()[..line.len() - 3];
    assert_eq!(leading(torn, &before), follow, "what it states is not whole");
    assert_eq!(leading(covered, &before), before, "a line without a hash changes nothing");
}
