#!/usr/bin/env bash
# A program whose first argument may be left out before a command: clap_complete's script for zsh completes no option of
# that command, while its scripts for bash and fish do.
#
# Expected: "prog tally --form<Tab>" becomes "prog tally --format" in every shell, since clap itself takes "tally" for the
#   command. That the command's own name is completed right makes the script look whole.
# Seen (clap 4.6.7, clap_complete 4.6.11, zsh 5.9, bash 5.2): bash completes it. In zsh nothing happens: the script counts
#   words, takes "tally" for the argument that may be left out, and waits for a command behind it. With the argument given
#   ("prog study tally --form") zsh completes the option too. Nothing warns when the script is made.
# Why it matters: a program that opens a file or a folder when it is given no command ("prog FOLDER") has just this form,
#   and who tries the completions with a command's name alone finds nothing wrong.
set -euo pipefail
{ command -v zsh && command -v tmux; } >/dev/null || apt-get install -y -q --no-install-recommends zsh tmux >/dev/null
dir=$(mktemp -d)
tm() { tmux -L "finding-$$" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null || true; rm -rf "$dir"' EXIT
cd "$dir"
export CARGO_TARGET_DIR=$dir/target

mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "prog"
version = "0.0.0"
edition = "2021"

[dependencies]
clap = "=4.6.7"
clap_complete = "=4.6.11"
TOML
cat > src/main.rs <<'RUST'
use clap::{Arg, Command};
use clap_complete::{generate, Shell};

fn main() {
    let tally = Command::new("tally").arg(Arg::new("format").long("format"));
    let mut program = Command::new("prog").arg(Arg::new("folder")).subcommand(tally);
    let shell: Shell = std::env::args().nth(1).unwrap().parse().unwrap();
    generate(shell, &mut program, "prog", &mut std::io::stdout());
}
RUST
cargo build --quiet
cargo tree --quiet --depth 1 --prefix none | tail -n 2
for shell in bash zsh; do target/debug/prog "$shell" >"$shell.script"; done

completed() { # shell, its command, what loads the script, what is typed before Tab
  tm new-session -d -s "$1" -x 90 -y 10 "$2"
  tm send-keys -t "$1" "$3; clear; echo rea''dy" Enter
  until tm capture-pane -p -t "$1" | grep -q '^ready'; do sleep 0.2; done
  tm send-keys -t "$1" "$4" Tab
  sleep 2
  tm capture-pane -p -t "$1" | grep -o "prog .*" | tail -n 1 | sed 's/ *$//'
  tm kill-session -t "$1"
}
load_zsh="autoload -U compinit; compinit -u -D; source $dir/zsh.script"
{
  echo "bash: $(completed bash 'bash --norc' "source $dir/bash.script" 'prog tally --form')"
  echo "zsh: $(completed zsh 'zsh -f' "$load_zsh" 'prog tally --form')"
  echo "zsh: $(completed zsh 'zsh -f' "$load_zsh" 'prog study tally --form')"
} | tee seen.txt
printf '%s\n' 'bash: prog tally --format' 'zsh: prog tally --form' 'zsh: prog study tally --format=' | cmp - seen.txt
