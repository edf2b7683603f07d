//! A protocol that loads, printed and loaded again, is the same protocol.

#![no_main]

use aktkoll::study::protocol::Protocol;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(read) = Protocol::load("p.toml", text) else { return };
    let printed = read.to_toml();
    let again = Protocol::load("p.toml", &printed).unwrap_or_else(|faults| panic!("{faults:?}\n{printed}"));
    assert_eq!(Protocol { hash: String::new(), ..again }, Protocol { hash: String::new(), ..read }, "{printed}");
});
