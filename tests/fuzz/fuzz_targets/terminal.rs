//! What a terminal sends means the same however it is cut into pieces; what stands in a string of the terminal's or in a
//! paste is no key, and the key behind it is one.

#![no_main]

use aktkoll::tui::decode::{Charset, Decoder, Input};
use aktkoll::tui::key::Key;
use libfuzzer_sys::fuzz_target;

/// What ends a string of the terminal's, in one charset or the other.
const ENDS: [u8; 5] = [0x07, 0x18, 0x1a, 0x1b, 0x9c];

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    let charset = || Charset::named(if kind & 1 == 0 { "UTF-8" } else { "ISO-8859-1" });
    // The end of a string that began elsewhere takes with it what came in the same piece.
    if !bytes.contains(&0x9c) && !(bytes.contains(&0x1b) && bytes.contains(&b'\\')) {
        let whole = Decoder::new(charset()).feed(bytes);
        let mut decoder = Decoder::new(charset());
        let pieces = bytes.chunks(1 + usize::from(kind >> 4)).flat_map(|piece| decoder.feed(piece));
        assert_eq!(pieces.collect::<Vec<Input>>(), whole);
    }

    let inner: Vec<u8> = bytes.iter().copied().filter(|byte| !ENDS.contains(byte) && *byte >= b' ').collect();
    for (begin, end) in
        [("\x1b]", "\x07"), ("\x1b]", "\x1b\\"), ("\x1bP1$r", "\x1b\\"), ("\x1b_", "\x1b\\"), ("\x1b^", "\x1b\\")]
    {
        let sent = [begin.as_bytes(), &inner, end.as_bytes(), b"y"].concat();
        let came = Decoder::new(charset()).feed(&sent);
        let keys: Vec<&Input> = came
            .iter()
            .filter(|input| matches!(input, Input::Key(_) | Input::Held(_) | Input::Escaped(_) | Input::Paste(_)))
            .collect();
        assert_eq!(keys, [&Input::Key(Key::char('y'))], "{begin:?}");
    }
    let sent = [b"\x1b[200~", &inner[..], b"\x1b[201~y"].concat();
    let came = Decoder::new(charset()).feed(&sent);
    let keys = came.iter().filter(|input| !matches!(input, Input::Paste(_) | Input::Unheard(_) | Input::Heard));
    assert!(keys.eq([&Input::Key(Key::char('y'))]), "{came:?}");
});
