#!/usr/bin/env bash
# With NO_COLOR set, crossterm answers a colour command with a reset that takes reverse, bold and underline away.
#
# Expected: NO_COLOR means that no colour is added. A command that sets one writes nothing, and attributes that were set
#   before stay.
# Seen (crossterm 0.29.0): Reverse, Bold, then a colour, then text writes ESC[7m ESC[1m ESC[m: the last is the reset of
#   everything, since an SGR without numbers is SGR 0. Without NO_COLOR the attributes stay. The other order, the colour
#   first, works in both.
# Why it matters: whoever cannot tell colours apart sets NO_COLOR, and a screen then marks the row with reverse or bold.
#   Of all readers these lose the mark of the current row, wherever the attributes are written before the colours.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export CARGO_TARGET_DIR=$dir/target

mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "mark"
version = "0.0.0"
edition = "2021"

[dependencies]
crossterm = { version = "=0.29.0", default-features = false }
TOML
cat > src/main.rs <<'RUST'
use crossterm::style::{Attribute, Color, Print, SetAttribute, SetForegroundColor};

fn main() -> std::io::Result<()> {
    let (reverse, bold) = (SetAttribute(Attribute::Reverse), SetAttribute(Attribute::Bold));
    let (blue, id) = (SetForegroundColor(Color::Blue), Print("NOR-02"));
    let (mut before, mut after) = (Vec::new(), Vec::new());
    crossterm::queue!(before, reverse, bold, blue, id)?;
    crossterm::queue!(after, blue, reverse, bold, id)?;
    for row in [before, after] {
        println!("{}", String::from_utf8_lossy(&row).replace('\x1b', "ESC"));
    }
    Ok(())
}
RUST
cargo build --quiet
cargo tree --quiet --depth 1 --prefix none | tail -n 1
env -u NO_COLOR target/debug/mark | tee colour.txt
NO_COLOR=1 target/debug/mark | tee plain.txt
printf '%s\n' 'ESC[7mESC[1mESC[38;5;12mNOR-02' 'ESC[38;5;12mESC[7mESC[1mNOR-02' | cmp - colour.txt
printf '%s\n' 'ESC[7mESC[1mESC[mNOR-02' 'ESC[mESC[7mESC[1mNOR-02' | cmp - plain.txt
