//! A keymap that loads gives every key one meaning a mode, says so by key and by action alike, and lets one leave.

#![no_main]

use aktkoll::tui::keymap::{Action, Keymap, Mode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(keymap) = Keymap::load("default", Some(("own.toml", text))) else { return };
    for key in keymap.keys(Mode::Code, Action::Quit) {
        assert_eq!(keymap.action(Mode::Code, key), Some(Action::Quit));
        assert!(keymap.is_bound(Mode::Code, key));
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    let _ = keymap.leaving();
});
