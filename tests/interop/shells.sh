#!/usr/bin/env bash
# Completions in three shells, each in a terminal of its own, and the manual pages as the manual's own reader shows them.
. "$(dirname "$0")/common.sh"
tm() { tmux -L "aktkoll-$$" -f /dev/null "$@"; }
closing() { tm kill-server 2>/dev/null || true; }
shows() { tm capture-pane -p -t "$1" | grep -qF -- "$2"; }

mkdir "$work/bin"
ln -s "$program" "$work/bin/aktkoll"
export PATH=$work/bin:$PATH
completed() { # shell, command that starts it, what loads the completions
  "$program" completions "$1" >"$work/completions.$1"
  tm new-session -d -s "$1" -x 100 -y 24 "$2"
  tm send-keys -t "$1" "$3; echo loa''ded" Enter
  ok "$1: the completions load" until_true 20 shows "$1" loaded
  tm send-keys -t "$1" 'clear; aktkoll tal' Tab
  ok "$1: a command is completed" until_true 20 shows "$1" 'aktkoll tally'
  tm send-keys -t "$1" -- '--form' Tab
  ok "$1: an option is completed" until_true 20 shows "$1" 'aktkoll tally --format'
}
completed bash 'bash --norc' "source $work/completions.bash"
completed zsh 'zsh -f' "autoload -U compinit; compinit -u -D; source $work/completions.zsh"
completed fish 'fish --no-config' "source $work/completions.fish"

for lang in sv en; do
  "$program" man --lang "$lang" --out "$work/man-$lang"
  for page in "$work/man-$lang"/*; do
    man --warnings=w --local-file "$page" >"$work/page" 2>"$work/complaints" || echo 'not shown' >>"$work/complaints"
    if [ -s "$work/complaints" ] || [ "$(wc -l <"$work/page")" -lt 10 ]; then
      ok "$page is shown without complaint" cat "$work/complaints" /nowhere
    fi
  done
  pages=("$work/man-$lang"/*)
  ok "$lang: a manual page for each command and topic" [ "${#pages[@]}" -gt 35 ]
done
"$program" help report --lang sv | grep -- '--outline' >"$work/said"
MANWIDTH=80 man --local-file "$work/man-sv/aktkoll-report.1" >"$work/page"
ok 'a page says what the help says' grep -qF -- '--outline' "$work/page"
ok 'no line of a command is wider than 80 columns' awk 'length($0) > 80 { exit 1 }' "$work/page"
ok 'it is Swedish' grep -qF ANVÄNDNING "$work/page"
