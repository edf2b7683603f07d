//! Every byte of a ledger is under guard.

use super::desk::Desk;
use std::fs;

#[test]
fn any_flipped_byte_is_found_and_nobody_is_locked_out_by_it() {
    let desk = Desk::new();
    for (coder, keys) in [("carina", "yynn<space>c"), ("lotta", "<pagedown>yn!u"), ("carina", "ynuy")] {
        let keys = if keys.ends_with('c') { "yync<paste:a note><enter>n" } else { keys };
        let ran = desk.run(&["S", "--coder", coder, "--keys", keys, "--print"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    let files: Vec<_> = ["carina", "lotta"].iter().flat_map(|coder| desk.segments(coder)).collect();
    assert_eq!(files.len(), 3);
    let sizes: Vec<usize> =
        files.iter().map(|file| usize::try_from(fs::metadata(file).unwrap().len()).unwrap()).collect();
    let all: usize = sizes.iter().sum();
    let mut missed = Vec::new();
    for sample in 0..200 {
        let mut at = sample * all / 200 + sample % 7;
        let mut place = 0;
        while at >= sizes[place] {
            at -= sizes[place];
            place = (place + 1) % sizes.len();
        }
        let (file, whole) = (&files[place], fs::read(&files[place]).unwrap());
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (sample % 7);
        fs::write(file, &bytes).unwrap();
        let found = desk.run(&["verify", "S"]);
        let name = file.strip_prefix(desk.path("S/ledger")).unwrap().to_str().unwrap().to_owned();
        if found.code != 4 || !found.out.contains(&name) {
            missed.push(format!("{name} byte {at} of {}: {found:?}", bytes.len()));
        } else if sample % 20 == 0 {
            let line = whole[..at].split(|byte| *byte == b'\n').count();
            let opened = desk.run(&["S", "--coder", "vera", "--view", "--keys", "", "--print"]);
            assert_eq!(opened.code, 0, "{opened:?}");
            let counted = desk.run(&["tally", "S"]);
            assert_eq!(counted.code, 4, "{counted:?}");
            for told in [&opened.err, &counted.err] {
                assert!(told.contains(&format!("{name}:{line}")), "{name}:{line} in {told}");
            }
        }
        fs::write(file, &whole).unwrap();
    }
    assert!(missed.is_empty(), "{} missed\n{}", missed.len(), missed.join("\n"));
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}
