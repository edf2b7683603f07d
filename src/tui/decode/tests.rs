use super::*;
use proptest::prelude::*;
use std::time::Duration;

fn decoder() -> Decoder {
    Decoder::new(Charset::named("UTF-8"))
}

/// A stop in the middle of what a terminal says, at the most.
const STOPS: Duration = Duration::from_millis(2900);

/// What came when nothing more did for so long.
fn paused(decoder: &mut Decoder, mut left: Duration) -> Vec<Input> {
    let mut all = Vec::new();
    while let Some(patience) = decoder.patience().filter(|patience| *patience <= left) {
        left -= patience;
        all.extend(decoder.quiet());
    }
    all
}

/// What came, key by key; `/` where nothing more comes for as long as the decoder waits, `|` where nothing does for some
/// seconds, `:` for as long as somebody looks at the screen, and `.` where nothing does between two keys.
fn came(decoder: &mut Decoder, parts: &[&[u8]]) -> String {
    let mut all = Vec::new();
    for part in parts {
        match *part {
            b"/" => all.extend(paused(decoder, Duration::MAX)),
            b"|" => all.extend(paused(decoder, STOPS)),
            b":" => all.extend(paused(decoder, Duration::from_millis(300))),
            b"." => all.extend(paused(decoder, Duration::from_millis(150))),
            bytes => all.extend(decoder.feed(bytes)),
        }
    }
    let shown = all.iter().map(|input| match input {
        Input::Key(key) => key.to_string(),
        Input::Mouse(mouse) => format!("{:?}:{},{}", mouse.act, mouse.column, mouse.row),
        Input::Held(key) => format!("held:{key}"),
        Input::Escaped(key) => format!("esc+{key}"),
        Input::Paste(text) => format!("paste:{text}"),
        Input::Unheard(what) => format!("{what:?}"),
        Input::Heard => "heard".to_owned(),
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn typed(bytes: &[u8]) -> String {
    came(&mut decoder(), &[bytes, b"/"])
}

fn parts(parts: &[&[u8]]) -> String {
    came(&mut decoder(), parts)
}

/// A key, and what terminals send for it: by their terminfo entries and, where those say nothing, their sources.
///
/// Where two disagree: `ESC [ P` is Delete, as in st; F1 of a keyboard of kitty comes as `ESC O P` or with numbers.
/// `ESC O C` is Right, as where the cursor keys are those of applications; `PuTTY` sends it with Ctrl. `ESC O w` is 7,
/// as of the keypad of applications; `PuTTY`'s End is that only in its mode of rxvt. `ESC [ M` begins a click; st sends
/// it for Delete with Ctrl. `ESC [ 1 ; 2 R` tells where the cursor stands; xterm sends it for F3 with Shift. Shift-Tab of
/// the Linux console is `ESC Tab`: those two keys.
///
/// Shift-Enter is Enter. tmux (3.3a) passes `ESC [ 13 ; 2 u` where `extended-keys` is `always`. By default, and where it is
/// `on`, it does so only for programs that ask for it, which this one does not: there a terminal that sends Enter has sent
/// Enter, and what one of its own sends for Shift-Enter goes nowhere.
const KEYS: [(&str, &[&str]); 50] = [
    ("delete", &["[3~", "[P", "[3$", "[3;2~", "[57426u"]),
    ("ctrl-delete", &["[3^", "[3;5~", "[3@"]),
    ("enter", &["OM", "[13;2u", "[27;2;13~", "[13u", "[57414u", "O2M"]),
    ("home", &["[H", "OH", "[1~", "[7~", "[1;2H", "[7$", "[57423u"]),
    ("end", &["[F", "OF", "[4~", "[8~", "[1;2F", "[8$", "[57424u"]),
    ("ctrl-home", &["[1;5H", "[7^"]),
    ("ctrl-end", &["[1;5F", "[8^"]),
    ("pageup", &["[5~"]),
    ("pagedown", &["[6~"]),
    ("up", &["[A", "OA", "[1;2A", "[a", "[57419u"]),
    ("down", &["[B", "OB", "[1;2B", "[b"]),
    ("left", &["[D", "OD"]),
    ("right", &["[C", "OC"]),
    ("ctrl-left", &["[1;5D", "Od", "[5D"]),
    ("ctrl-right", &["[1;5C", "Oc", "[5C"]),
    ("backtab", &["[Z", "[9;2u", "[27;2;9~"]),
    ("f1", &["OP", "[11~", "[[A", "[1;2P", "[1P"]),
    ("f2", &["OQ", "[12~", "[[B", "[1;2Q"]),
    ("f3", &["OR", "[13~", "[[C"]),
    ("f4", &["OS", "[14~", "[[D", "[1;2S"]),
    ("f5", &["[15~", "[[E", "[15;2~"]),
    ("f6", &["[17~"]),
    ("f7", &["[18~"]),
    ("f8", &["[19~"]),
    ("f9", &["[20~"]),
    ("f10", &["[21~"]),
    ("f11", &["[23~"]),
    ("f12", &["[24~"]),
    ("f20", &["[34~", "[57383u"]),
    ("0", &["Op", "[57399u"]),
    ("1", &["Oq", "[57400u"]),
    ("2", &["Or"]),
    ("3", &["Os"]),
    ("4", &["Ot"]),
    ("5", &["Ou"]),
    ("6", &["Ov"]),
    ("7", &["Ow", "[57406u", "[55u"]),
    ("8", &["Ox"]),
    ("9", &["Oy"]),
    ("+", &["Ok", "[57413u"]),
    ("-", &["Om", "[57412u"]),
    ("*", &["Oj", "[57411u"]),
    ("/", &["Oo", "[57410u"]),
    (".", &["On", "[57409u"]),
    (",", &["Ol", "[57416u"]),
    // Insert, and the 5 of a keypad that does not give numbers: no command has them.
    ("", &["[2~", "[E", "OE", "[G", "[1;2E"]),
    ("=", &["OX", "[57415u"]),
    ("ctrl-c", &["[99;5u", "[27;5;99~", "[99;69u", "[1089::99;5u", "[67;6u"]),
    ("A", &["[97;2u", "[97:65;2u", "[97;2;65u", "[97;65u", "[27;2;65~"]),
    ("å", &["[229u", "[27;1;229~"]),
];

#[test]
fn keys_mean_what_is_printed_on_them_in_every_terminal() {
    for (key, sequences) in KEYS {
        for sequence in sequences {
            assert_eq!(typed(format!("\x1b{sequence}").as_bytes()), key, "{sequence}");
        }
    }
}

#[test]
fn keys_are_told_apart() {
    assert_eq!(typed("jÅ€ \r\t".as_bytes()), "j Å € space enter tab");
    assert_eq!(typed(b"\x1a\x7f\x08\x03\x0e"), "ctrl-z backspace backspace ctrl-c ctrl-n");
    assert_eq!(typed(b"\x1b\r\x1bq\x1b\xc3\xa5"), "esc+enter esc+q esc+å");
    assert_eq!(typed(b"\x1b[1;3A\x1b[121;3u"), "alt-up alt-y");
    assert_eq!(typed(b"\x1b"), "esc");
    assert_eq!(typed(b"\x1b\x1b"), "esc esc");
    assert_eq!(typed(b"\x1b\x1b[A\x1b\x1by"), "esc+up esc esc+y");
    assert_eq!(typed(b"\x1b[27u\x1b[91;5u\x1b[109;5u"), "esc esc enter");
    assert_eq!(typed(b"\r\n\n"), "enter ctrl-j", "an Enter of two characters is one");
}

#[test]
fn keys_of_kitty_that_are_let_go_or_held_are_told() {
    assert_eq!(typed(b"\x1b[121;1:1u\x1b[121;1:2u\x1b[121;1:3u\x1b[1;1:3A\x1b[3;1:3~"), "y held:y");
    assert_eq!(typed(b"\x1b[49;2u\x1b[121;9u\x1b[57441;2u\x1b[57399;129u"), "0", "Shift of a digit is not the digit");
    assert_eq!(typed(b"\x1b[0;;106:107u"), "j k");
}

#[test]
fn what_the_terminal_says_is_no_key() {
    for bytes in SAID {
        let shown = String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(typed(&[bytes, b"y"].concat()), "y", "{shown:?}");
        assert_eq!(parts(&[b"j", bytes, b"y"]), "j y", "{shown:?}");
    }
}

/// What a terminal says.
const SAID: [&[u8]; 29] = [
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[?1;2c",
    b"\x1b[>41;390;0c",
    b"\x1b[0n",
    b"\x1b[12;40R",
    b"\x1b[?12;40;1R",
    b"\x1b[?2026;2$y",
    b"\x1b[4;1$y",
    b"\x1b[8;24;80t",
    b"\x1b[?1;0;256S",
    b"\x1b[?1u",
    b"\x1b[99~",
    b"\x1b[M !9",
    b"\x1b[M \xc2\x899",
    b"\x1b[<3;33;9M",
    b"\x1b[<35;33;9M",
    b"\x1b[<0;33M",
    b"\x1b[<0;0;9M",
    b"\x1b[32;33;9M",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x1b]lBed\xc3\xb6mning \xc3\x9c\x1b\\",
    b"\x1bP>|tmux 3.3a\x1b\\",
    b"\x1b_Gi=1;OK\x1b\\",
    b"\x1b^yes\x1b\\",
    b"\x1bXno\x1b\\",
    b"\x9d11;yn\x9c",
    b"\xc2\x9d11;yn\xc2\x9c",
];

/// Whether a key is one that a cut reply may give: its Esc, and the letter behind that.
fn is_begin(input: &Input) -> bool {
    let is_letter = |key: &Key| matches!(key.typed(), Some('P' | 'X' | 'O' | '[' | ']' | '^' | '_'));
    match input {
        Input::Key(key) => key.code == Code::Esc || is_letter(key),
        Input::Escaped(key) => is_letter(key),
        Input::Held(_) | Input::Mouse(_) | Input::Paste(_) => false,
        Input::Unheard(_) | Input::Heard => true,
    }
}

#[test]
fn what_the_terminal_says_is_no_key_however_it_is_cut_and_stops() {
    let stops = [SEQUENCE, Duration::from_millis(250), QUIET, STOPS];
    for bytes in SAID.into_iter().filter(|bytes| !bytes.starts_with(b"\x1b[<0")) {
        for stop in stops {
            let mut decoder = decoder();
            let mut all = Vec::new();
            for byte in bytes {
                all.extend(decoder.feed(&[*byte]));
                all.extend(paused(&mut decoder, stop));
            }
            let shown = String::from_utf8_lossy(bytes).into_owned();
            assert!(all.iter().all(is_begin), "{shown:?}, {stop:?}: {all:?}");
            let next = came(&mut decoder, &[b"/", b"y", b"/"]);
            assert!(next.ends_with('y'), "{shown:?}, {stop:?}: {next}");
        }
        for cut in 1..bytes.len() {
            let (one, two) = bytes.split_at(cut);
            let mut decoder = decoder();
            let mut all = decoder.feed(one);
            all.extend(paused(&mut decoder, Duration::MAX));
            all.extend(decoder.feed(two));
            all.extend(paused(&mut decoder, Duration::MAX));
            assert!(all.iter().all(is_begin), "{one:?}, for ever, {two:?}: {all:?}");
        }
    }
}

#[test]
fn a_reply_that_is_late_behind_its_esc_gives_an_esc_and_no_answer() {
    let late: [&[u8]; 6] =
        [b"]11;rgb:ff/ff/ff\x07", b"P1$r0m\x1b\\", b"_Gi=1;y\x1b\\", b"^y\x1b\\", b"Xy\x1b\\", b"[?1;2c"];
    for reply in late {
        assert_eq!(parts(&[b"\x1b", b"/", reply, b"y"]), "esc y");
    }
    assert_eq!(parts(&[b"\x1b", b"/", b"Oy", b"y"]), "esc Doubtful y", "a keypad cut off gives no answer either");
    assert_eq!(parts(&[b"\x1b", b"/", b"OA", b"\x1b", b"/", b"[B"]), "esc up esc down");
    assert_eq!(parts(&[b"\x1b", b"/", b"y"]), "esc y", "an Esc that was typed is over with the next key");
    assert_eq!(parts(&[b"\x1b]1;y\x1b", b"/", b"\\y"]), "y", "the end of a string, late behind its own Esc");
}

#[test]
fn letters_that_begin_a_string_are_keys_where_nothing_follows() {
    assert_eq!(parts(&[b"\x1bP", b"/"]), "esc+P");
    assert_eq!(parts(&[b"\x1b", b"|", b"P", b"|", b"\x1b[B", b"y"]), "esc P down y");
    assert_eq!(parts(&[b"\x1b", b"|", b"P", b".", b"\x1b[B", b"y"]), "esc P down y");
    assert_eq!(parts(&[b"\x1b", b"|", b"P", b"|", b"\ry"]), "esc P enter y");
    assert_eq!(parts(&[b"\x1bP", b"|", b"1$r0m\x1b\\y"]), "esc+P y", "a string after all gives no answer");
    assert_eq!(parts(&[b"\x1bO", b"|", b"y", b"y"]), "esc+O Doubtful y");
    assert_eq!(typed(b"\x1bP\r"), "esc+P enter");
}

#[test]
fn keys_behind_an_esc_are_heard_whichever_they_are() {
    for letter in ["P", "X", "]", "^", "_", "O", "["] {
        let alone = letter.as_bytes();
        assert_eq!(parts(&[b"\x1b", b"/", alone, b"."]), format!("esc {letter}"), "long after the Esc, at once");
        assert_eq!(parts(&[b"\x1b", b":", alone, b":"]), format!("esc {letter}"), "before anybody presses it again");
        assert_eq!(
            parts(&[b"\x1b", b"|", alone, b"/", b"yn"]),
            format!("esc {letter} y n"),
            "a while after the letter"
        );
        assert_eq!(parts(&[b"\x1b", b"|", alone, b".", b"\x1b", b"|", b"y"]), format!("esc {letter} esc y"));
    }
    for letter in ["P", "X", "]", "^", "_"] {
        let alone = letter.as_bytes();
        let slow: [&[u8]; 8] = [b"\x1b", b"|", alone, b"|", b"y", b".", b"n", b"/"];
        assert_eq!(
            parts(&slow),
            format!("esc {letter} Waiting heard y n"),
            "soon after the letter, when nothing ended it"
        );
        let quick: [&[u8]; 6] = [b"\x1b", b".", alone, b".", b"y", b"/"];
        assert_eq!(parts(&quick), format!("esc Waiting heard {letter} y"));
        let dropped: [&[u8]; 8] = [b"\x1b", b".", alone, b".", b"y", b".", b"\x1b", b"|"];
        assert_eq!(parts(&dropped), "esc Waiting heard", "Esc drops what waits");
        let ended: [&[u8]; 8] = [b"\x1b", b".", alone, b".", b"y", b".", b"\x1b\\", b"n"];
        assert_eq!(parts(&ended), "esc Waiting heard n", "an end came: it was no key");
    }
    assert_eq!(parts(&[b"\x1b", b".", b"O", b".", b"y", b"y"]), "esc Doubtful y", "one key is pressed again");
    let again: [&[u8]; 6] = [b"\x1b", b"/", b"\x1b", b".", b"[", b"."];
    assert_eq!(
        came(&mut decoder(), &[&again[..], &[b"57;65M", b"y"]].concat()),
        "esc esc y",
        "each Esc has its own time"
    );
    assert_eq!(parts(&[b"\x1b", b".", b"[", b".", b"y", b"y"]), "esc Doubtful y");
    assert_eq!(parts(&[b"\x1b", b".", b"[", b".", b"A", b"y"]), "esc up y", "a key that was cut is that key");
}

#[test]
fn a_string_without_an_end_is_told_and_ends_with_esc_or_when_it_is_too_long() {
    assert_eq!(parts(&[b"\x1b]11;y", b"|", b"yn", b"|", b"\x1b", b"/", b"y"]), "Open heard y");
    assert_eq!(parts(&[b"\x1b]11;y", b"|", b"\x1b[A"]), "Open heard up", "a key that is more than a character ends it");
    assert_eq!(parts(&[b"\x1b]11;y", b"/", b"y", b"/", b"n"]), "Open heard Waiting heard y n", "silence ends it, too");
    assert_eq!(parts(&[b"\x1b]11;y", b"/", b"yn", b"|", b"y\x07n"]), "Open heard Open heard n", "never its rest");
    let long = vec![b'y'; LONGEST + 2];
    assert_eq!(parts(&[b"\x1b]", &long, b"yyy\x07n", b"/", b"j"]), "Dropped j");
    assert_eq!(parts(&[b"\x1b[", &vec![b'1'; LONGEST + 2], b"y", b"/", b"j"]), "Dropped j");
    assert_eq!(parts(&[b"\x1b[", &[b'1'; 99], b"Ay"]), "y");
}

#[test]
fn the_end_of_a_string_that_somebody_else_has_begun_to_read_is_no_key() {
    assert_eq!(parts(&[b"1e/1e1e\x1b\\", b"y"]), "y");
}

#[test]
fn a_paste_is_one_text_however_long_its_pieces_take() {
    assert_eq!(typed(b"\x1b[200~ja nej\r\nj\x1b[A\x1b[201~n"), "paste:ja nej\nj\x1b[A n");
    assert_eq!(parts(&[b"\x1b[200~j", b"/", b"n\x1b[20", b"/", b"1~y"]), "Open paste:jn heard y");
    assert_eq!(parts(&[b"\x1b[200~j\x1b", b"/", b"[201~y"]), "paste:j y");
    assert_eq!(parts(&[b"\x1b[200~lost end", b"/", b"\x1b", b"/", b"y"]), "Open paste:lost end heard y");
    let long = [b"\x1b[200~".as_slice(), &vec![b'y'; LONGEST + 9], b"\x1b[201~y"].concat();
    assert_eq!(typed(&long).len(), "paste:".len() + LONGEST + " y".len());
}

#[test]
fn characters_come_in_the_encoding_of_the_locale() {
    let typed = |charset: &str, bytes: &[u8]| came(&mut Decoder::new(Charset::named(charset)), &[bytes, b"/"]);
    assert_eq!(typed("ISO-8859-1", b"\xe5j\x9d11;y\x9c"), "å j");
    assert_eq!(typed("iso885915", b"\xa4\xe4"), "€ ä");
    assert_eq!(typed("CP1252", b"\x80\xf6"), "€ ö");
    assert_eq!(typed("Big5", b"\xa4\x79y"), "巾 y", "the second byte of a character is no key");
    assert_eq!(typed("CP850", b"j\x86n"), "j Unreadable n", "an encoding that is not known is told");
    assert_eq!(typed("UTF-8", b"j\xe5n"), "j Unreadable n");
    assert_eq!(typed("UTF-8", b"\xe5"), "Unreadable", "also where nothing follows");
    assert_eq!(parts(&[b"\xc3", b"/", b"\xa5"]), "Unreadable å", "a character may come in pieces");
}

proptest! {
    #[test]
    fn no_bytes_break_the_decoder_and_pieces_make_the_whole(
        bytes in proptest::collection::vec(prop_oneof![Just(0x1b), Just(b'['), Just(b'O'), Just(b']'), any::<u8>()], 0..60),
        cut in 0usize..60,
    ) {
        let (one, two) = bytes.split_at(cut.min(bytes.len()));
        let mut whole = decoder();
        let mut pieces = decoder();
        let all = whole.feed(&bytes);
        let mut came = pieces.feed(one);
        let ends_string = bytes.windows(2).any(|pair| pair == b"\x1b\\") || bytes.contains(&ST);
        came.extend(pieces.feed(two));
        // What comes before the end of a string in one read is part of it.
        if !ends_string {
            prop_assert_eq!(came, all);
        }
        prop_assert_eq!(pieces.state, whole.state);
    }
}

#[test]
fn a_mouse_is_told_by_what_was_done_and_where() {
    assert_eq!(typed(b"\x1b[<0;33;9M\x1b[<0;33;9my"), "Press:32,8 Release:32,8 y");
    assert_eq!(typed(b"\x1b[<64;1;1M\x1b[<65;1;1M"), "WheelUp:0,0 WheelDown:0,0");
    assert_eq!(parts(&[b"\x1b[<0;3", b"|", b"3;9M", b"y"]), "Open Press:32,8 heard y", "however slowly it comes");
}
