# What the scripts share: a study of 2021 in a folder of its own, checks that are counted, and an orderly end.
# shellcheck shell=bash
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=${AKTKOLL:-$repo/target/release/aktkoll}
[ -x "$program" ] || { echo "FAIL there is no $program: cargo build --release"; exit 1; }
work=$(mktemp -d)
export HOME=$work/home LC_ALL=C.UTF-8 TZ=UTC
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME AKTKOLL_LANG NO_COLOR TMUX
mkdir -p "$HOME/.local/state/aktkoll"
: >"$HOME/.local/state/aktkoll/tour" # nobody here is new to the program
failures=0

ok() { # what, command...
  local what=$1
  shift
  if "$@"; then echo "ok   $what"; else echo "FAIL $what"; failures=$((failures + 1)); fi
}

same() { # what, one file, another
  ok "$1" diff "$2" "$3"
}

until_true() { # seconds, command...
  local left=$(($1 * 10))
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.1
  done
}

closing() { :; } # a script may say what else to end
end() {
  local code=$?
  closing
  if [ "$code" -ne 0 ] && [ "$failures" -eq 0 ]; then echo 'FAIL it ended early'; fi
  rm -rf "$work"
  if [ "$failures" -gt 0 ]; then code=1; fi
  exit "$code"
}
trap end EXIT

study() { # the study of 2021 in $work/review
  "$program" new "$work/review" --protocol dv2021 --cases "$repo/tests/data/dv2021/cases.csv" >/dev/null
  "$program" import "$work/review" "$repo/tests/data/dv2021/answers.csv" --coder test >/dev/null
}

block() { # the block of a kind on a page of the documentation, such as ledger "sh jq"
  awk -v fence="\`\`\`$2" '$0 == fence { on = 1; next } /^```/ { on = 0 } on' "$repo/docs/$1.md"
}

tallied() { # question, choice and count of every choice that somebody gave, as the program counts
  "$program" tally "$work/review" --format json |
    jq -r '.questions[] | .id as $q | .groups[-1].choices[] | select(.n > 0) | [$q, .id, .n] | @tsv' | sort
}

per_choice() { # the same from "question<tab>answer<tab>count", several choices in an answer being counted each
  "$program" tally "$work/review" --format json |
    jq -r '.questions[] | select(.groups[-1].choices | length > 0) | .id' >"$work/choices"
  awk -F '\t' -v OFS='\t' 'NR == FNR { known[$1]; next }
    $1 in known { k = split($2, one, ";"); for (i = 1; i <= k; i++) n[$1 OFS one[i]] += $3 }
    END { for (key in n) print key, n[key] }' "$work/choices" - | sort
}

recode() { # some answers cleared, changed and changed back, so that the last line has something to win over
  "$program" "$work/review" --coder test --keys '#9<enter><backspace>#9<enter>n' --print >/dev/null
  "$program" "$work/review" --coder test --keys '#31<enter>n#32<enter>ju#32<enter>n' --lang sv --print >/dev/null
}

torn() { # an answer without its newline at the end of the last ledger file, and beside it a file that is none
  local last
  last=$(find "$work/review/ledger/test" -name '[0-9]*.jsonl' | sort | tail -n 1)
  grep '"op":"answer"' "$last" | tail -n 1 | sed 's/"seq":[0-9]*/"seq":999999/; s/"answer":"[^"]*"/"answer":"torn"/' |
    tr -d '\n' >"$work/answer"
  cat "$last" "$work/answer" >"$work/torn"
  echo >>"$work/answer"
  cp "$work/answer" "$work/review/ledger/test/copy.jsonl"
  cp "$work/torn" "$last"
}

dates() { # a study of dates alone in $work/review, and in $work/dates what was answered
  rm -rf "$work/review"
  printf '%s\n' 'id = "d"' 'version = "1"' 'language = "en"' 'title = "D"' '[[area]]' 'id = "A"' 'label = "A"' \
    '[[question]]' 'id = "day"' 'area = "A"' 'text = "Day?"' 'kind = "date"' >"$work/d.toml"
  printf 'case_id,day\nA-1,2024-03-01\nA-2,2023-12-31\n' >"$work/d.csv"
  "$program" new "$work/review" --protocol "$work/d.toml" --cases "$work/d.csv" >/dev/null
  "$program" import "$work/review" "$work/d.csv" --coder test >/dev/null
  printf 'day\t2023-12-31\t1\nday\t2024-03-01\t1\n' >"$work/dates"
}

port=$((20000 + $$ % 20000)) # where the sshd of a script listens

ssh_server() { # more lines of its configuration: an sshd on this computer alone, and $work/connect TEXT to ask it for TEXT
  ssh-keygen -q -t ed25519 -N '' -f "$work/host"
  ssh-keygen -q -t ed25519 -N '' -f "$work/key"
  cp "$work/key.pub" "$work/authorized"
  [ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
  printf '%s\n' 'ListenAddress 127.0.0.1' "Port $port" "HostKey $work/host" "AuthorizedKeysFile $work/authorized" \
    "PidFile $work/sshd.pid" 'PermitRootLogin prohibit-password' 'PasswordAuthentication no' 'UsePAM no' 'StrictModes no' \
    "$@" >"$work/sshd_config"
  "${SSHD:-/usr/sbin/sshd}" -f "$work/sshd_config" -E "$work/sshd.log" || cat "$work/sshd.log"
  cat >"$work/connect" <<C
exec ssh -tt -F none -p $port -i $work/key -o IdentitiesOnly=yes -o StrictHostKeyChecking=no \\
  -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR 127.0.0.1 "\$1"
C
}
ssh_client() { pgrep -f "^ssh -tt -F none -p $port " || true; }
end_ssh_server() { if [ -s "$work/sshd.pid" ]; then kill "$(cat "$work/sshd.pid")" 2>/dev/null || true; fi; }
