//! A script of keys, printed and read again, is the same script.

#![no_main]

use aktkoll::tui::key::{Key, Typed, parse_script};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|script: &str| {
    let Ok(typed) = parse_script(script) else { return };
    let printed: String = typed.iter().map(printed).collect();
    assert_eq!(parse_script(&printed).unwrap_or_else(|faults| panic!("{faults:?}: {printed}")), typed, "{printed}");
});

fn printed(typed: &Typed) -> String {
    match typed {
        Typed::Key(key) if *key == Key::char('<') => "<lt>".to_owned(),
        Typed::Key(key) => key.typed().map_or_else(|| format!("<{key}>"), String::from),
        Typed::Paste(text) => format!("<paste:{text}>"),
    }
}
