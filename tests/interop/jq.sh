#!/usr/bin/env bash
# jq reads every line, and its last line per slot gives the counts of `aktkoll tally`.
. "$(dirname "$0")/common.sh"
study
recode

cat "$work"/review/ledger/*/*.jsonl >"$work/lines"
ok 'jq reads every line as one object' test "$(jq -c 'select(type == "object")' "$work/lines" | wc -l)" -eq "$(wc -l <"$work/lines")"
ok 'no value is null' test "$(jq 'select([.. | select(. == null)] | length > 0)' "$work/lines" | wc -l)" -eq 0
ok 'every answer is text' test "$(jq -r 'select(.op == "answer") | .answer | type' "$work/lines" | sort -u)" = string
ok 'lines are ASCII' test "$(LC_ALL=C tr -d '\n -~' <"$work/lines" | wc -c)" -eq 0
ok 'some slots have more than one line' test "$(jq -r 'select(.op == "answer") | .case_id + " " + .question' "$work/lines" | sort | uniq -d | wc -l)" -ge 2

block ledger 'sh jq' >"$work/fold.sh"
(cd "$work" && sh fold.sh) | jq -r '@tsv' | per_choice >"$work/jq"
tallied >"$work/tally"
ok 'there is much to compare' test "$(wc -l <"$work/tally")" -gt 100
same "the documented fold in jq counts as the program does" "$work/tally" "$work/jq"

torn
(cd "$work" && sh fold.sh) | jq -r '@tsv' | per_choice >"$work/jq"
tallied >"$work/tally"
same "so it does where a ledger ends in an unfinished line" "$work/tally" "$work/jq"

dates
(cd "$work" && sh fold.sh) | jq -r '@tsv' >"$work/jq"
same "a study of dates alone is read too" "$work/dates" "$work/jq"
