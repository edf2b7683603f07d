#!/usr/bin/env bash
# What `agree` tells of a study that three coded is what another reading of its files and other programs make of it: with
# gaps, n.a., conditions, numbers, several choices, answers changed before and after another had finished, and cases
# handed over.
. "$(dirname "$0")/common.sh"
asked=$repo/tests/interop/agree.py
three=$work/three
give() { "$program" import "$three" "$work/$1.csv" --coder "$2" --round "$3" "${@:4}" >/dev/null; } # file, coder, round
take() { # coder, case: takes it over, and answers the first question with no
  "$program" "$three" --coder "$1" --keys "/$2<enter>i2<enter>#1<enter>n" --print >/dev/null
}
compare() { # what
  "$program" agree "$three" --all --format json >"$work/ours"
  python3 "$asked" compare "$three" "$work/ours" >"$work/compared"
  ok "$1: there is much to compare" test "$(awk '{ n += $1 } END { print n }' "$work/compared")" -gt 100
  while read -r all same what; do
    ok "$1: the same $what, $all times" test "$all" -eq "$same"
  done <"$work/compared"
}

python3 "$asked" make "$work"
"$program" new "$three" --protocol "$work/protocol.toml" --cases "$work/cases.csv" >/dev/null
give anna anna first --done
give before anna first --replace
take cia NOR-02
give bo bo second --done
give cia cia second --done
compare 'three coders'
"$program" agree "$three" --all >"$work/before"
give after anna first --replace
take bo NOR-03
take cia SYD-01
ok 'two more cases are handed over' test "$(cat "$three"/ledger/*/*.jsonl | grep -c '"op":"take"')" -eq 3
compare 'changed and handed over afterwards'
"$program" agree "$three" --all >"$work/after"
same 'what is changed or handed over when two have finished moves nothing' "$work/before" "$work/after"
