use super::*;
use proptest::prelude::*;

fn sample(op: Op, value: &str) -> Entry<'_> {
    Entry {
        op,
        seq: 17,
        ts: "2026-03-02T08:15:30.123Z".into(),
        coder: "carina".into(),
        segment: 3,
        round: Round::First,
        case_id: "BRO-07".into(),
        question: "gfp_aktuell".into(),
        item: "".into(),
        value: value.into(),
        was: "".into(),
        undoes: None,
        protocol: "".into(),
        with: "".into(),
        h: Head::default(),
    }
}

fn written(entry: &Entry<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write_entry(entry, [7; 16], Head::default(), &mut out).unwrap();
    assert_eq!(out.pop(), Some(b'\n'));
    out
}

fn read_entry(line: &[u8]) -> Entry<'_> {
    match read(line, Head::default()) {
        Ok((Line::Slot(entry), _)) => entry,
        other => panic!("{other:?}"),
    }
}

/// A line with other bytes before its hash, and the hash that goes with them.
fn sealed(covered: &str) -> Vec<u8> {
    format!("{covered},\"h\":\"{}\"}}", Head::default().after(covered.as_bytes())).into_bytes()
}

#[test]
fn an_answer_reads_as_the_format_says() {
    let line = String::from_utf8(written(&sample(Op::Answer, "ja"))).unwrap();
    let (covered, rest) = line.split_once(",\"h\":").unwrap();
    assert_eq!(
        covered,
        "{\"v\":1,\"op\":\"answer\",\"seq\":17,\"ts\":\"2026-03-02T08:15:30.123Z\",\"coder\":\"carina\",\
         \"segment\":3,\"round\":\"first\",\"case_id\":\"BRO-07\",\"question\":\"gfp_aktuell\",\"answer\":\"ja\",\
         \"was\":\"\""
    );
    assert_eq!(rest.len(), 35);
}

#[test]
fn optional_fields_have_their_places() {
    let entry = Entry { item: "unsure".into(), undoes: Some(Head([1; 16])), ..sample(Op::Flag, "yes") };
    let line = String::from_utf8(written(&entry)).unwrap();
    assert!(line.contains(&format!(
        "\"question\":\"gfp_aktuell\",\"item\":\"unsure\",\"answer\":\"yes\",\"was\":\"\",\"undoes\":\"{}\",\"h\":",
        "01".repeat(16)
    )));
}

#[test]
fn a_text_stands_behind_the_hash_and_can_be_blanked() {
    let line = written(&sample(Op::Note, "å\u{7f}\u{9b}"));
    let (covered, _, rest) = split(&line).unwrap();
    assert!(!covered.windows(4).any(|four| four == b"\\u00"));
    assert_eq!(rest, format!(",\"salt\":\"{}\",\"text\":\"\\u00e5\\u007f\\u009b\"}}", "07".repeat(16)).as_bytes());
    assert_eq!(read_entry(&line).value, "å\u{7f}\u{9b}");
    let blanked = [&line[..line.len() - rest.len()], b",\"salt\":\"\",\"text\":\"\"}"].concat();
    assert_eq!(read_entry(&blanked).value, BLANKED);
}

#[test]
fn a_text_set_back_has_no_salt() {
    let line = written(&sample(Op::Note, ""));
    assert!(line.ends_with(b"\"}") && !line.windows(4).any(|four| four == b"salt"));
    assert_eq!(read_entry(&line).value, "");
}

#[test]
fn nothing_else_may_stand_behind_the_hash() {
    for (op, more) in [
        (Op::Answer, ",\"item\":\"x\"}"),
        (Op::Answer, " }"),
        (Op::Answer, ",\"salt\":\"\",\"text\":\"\"}"),
        (Op::Note, ",\"undoes\":\"00000000000000000000000000000000\"}"),
    ] {
        let mut line = written(&sample(op, "ja"));
        line.pop();
        line.extend_from_slice(more.as_bytes());
        assert!(matches!(read(&line, Head::default()), Err(Bad::Damage(_))), "{more}");
    }
}

#[test]
fn what_a_newer_program_wrote_is_no_damage() {
    let key = |line: &[u8]| match read(line, Head::default()) {
        Err(Bad::Newer(message, _)) => message.key,
        other => panic!("{other:?}"),
    };
    assert_eq!(key(&sealed("{\"v\":2,\"op\":\"answer\",\"new\":1")), "ledger-newer-version");
    assert_eq!(key(&sealed("{\"v\":1,\"op\":\"seal\"")), "ledger-newer-op");
    let line = String::from_utf8(written(&sample(Op::Answer, "ja"))).unwrap();
    let covered = line.split_once(",\"h\":").unwrap().0;
    assert_eq!(key(&sealed(&format!("{covered},\"mood\":1"))), "ledger-newer-line");
    assert_eq!(key(&sealed(&format!("{covered},\"was\":\"\""))), "ledger-newer-line");
    assert_eq!(key(&sealed(&covered.replace("first", "third"))), "ledger-newer-line");
}

/// Whether the reader of the common line and the one of every line say the same of these bytes, if the first says anything.
fn agree(covered: &[u8]) -> bool {
    let line = [covered, b",\"h\":\"", &Head::default().digits(), b"\"}"].concat();
    let short = common::read(covered, Head::default());
    let every = every(&line, covered, Head::default(), b"}");
    let long = if let Ok((Line::Slot(entry), _)) = &every { Some(entry) } else { None };
    short.is_none() || short.as_ref() == long
}

#[test]
fn what_the_common_way_says_of_a_line_is_what_every_other_says() {
    for (op, is_common) in Op::ALL.map(|(op, _)| (op, !op.is_text())) {
        for value in ["", "ja", "a;b", "å", "\\", "\"", "\u{7f}", " "] {
            let entry = Entry { undoes: Some(Head([1; 16])).filter(|_| value.len() == 2), ..sample(op, value) };
            let line = written(&Entry { item: value.into(), ..entry });
            let (covered, ..) = split(&line).unwrap();
            let is_plain = value.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"\\".contains(&byte));
            assert_eq!(common::read(covered, Head::default()).is_some(), is_common && is_plain, "{op:?} {value}");
            assert!(agree(covered));
        }
    }
    let line = String::from_utf8(written(&sample(Op::Answer, "ja"))).unwrap();
    let (covered, _) = line.split_once(",\"h\":").unwrap();
    let number = |seq: &str| covered.replace("\"seq\":17", &format!("\"seq\":{seq}"));
    for seq in ["0", "017", "-1", "+1", "1.0", "1e3", "", "18446744073709551615", "18446744073709551616"] {
        assert!(agree(number(seq).as_bytes()), "{seq}");
    }
    for segment in ["4294967295", "4294967296", "00"] {
        assert!(agree(covered.replace("\"segment\":3", &format!("\"segment\":{segment}")).as_bytes()), "{segment}");
    }
}

fn ops() -> impl Strategy<Value = Op> {
    proptest::sample::select(Op::ALL.map(|(op, _)| op).to_vec())
}

proptest! {
    #[test]
    fn every_entry_comes_back_in_printable_ascii(op in ops(), value in any::<String>(), case in any::<String>()) {
        let entry = Entry { case_id: case.into(), ..sample(op, &value) };
        let line = written(&entry);
        prop_assert!(line.iter().all(|byte| (0x20..0x7f).contains(byte)));
        let back = read_entry(&line);
        prop_assert_eq!(back.clone(), Entry { h: back.h, ..entry });
    }

    #[test]
    fn a_changed_byte_is_found(op in ops(), value in "[a-zåäö\\\\\"]{0,9}", at in any::<proptest::sample::Index>(), bit in 0u32..8) {
        let mut line = written(&sample(op, &value));
        let at = at.index(line.len());
        line[at] ^= 1u8 << bit;
        prop_assert!(matches!(read(&line, Head::default()), Err(Bad::Damage(_))));
    }

    #[test]
    fn damaged_and_odd_lines_are_read_alike(
        op in ops(),
        value in "[a-z;]{0,4}",
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), 0usize..3), 0..3),
        put in "[\\x00-\\x7få\"\\\\,:{}0-9]{0,2}",
    ) {
        let line = written(&Entry { item: value.clone().into(), ..sample(op, &value) });
        let (covered, ..) = split(&line).unwrap();
        let mut covered = covered.to_vec();
        for (at, from, length) in cuts {
            let (at, from) = (at.index(covered.len() + 1), from.index(put.len() + 1));
            let end = (at + length).min(covered.len());
            covered.splice(at..end, put.bytes().skip(from));
        }
        prop_assert!(agree(&covered), "{}", String::from_utf8_lossy(&covered));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in any::<Vec<u8>>()) {
        prop_assert!(read(&bytes, Head::default()).is_err());
    }
}
