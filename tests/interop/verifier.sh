#!/usr/bin/env bash
# The shell verifier agrees with `aktkoll verify`, on whole ledgers and on damaged ones.
. "$(dirname "$0")/common.sh"
study
recode
check() { sh "$repo/src/study/ledger/verify.sh" "$1" >"$work/told" 2>&1; }

for file in "$work"/review/ledger/test/*.jsonl; do
  ok "${file##*/} is whole" check "$file"
  ok '  and its head is the last line’s' grep -q "head $(tail -n 1 "$file" | jq -r .h)" "$work/told"
done
ok 'the program finds them whole' "$program" verify "$work/review"

file=$work/review/ledger/test/0001.jsonl
cp "$file" "$work/whole"
size=$(stat -c %s "$file")
for part in 1 2 3; do # a byte of the case's name in a line at a quarter, the middle and three quarters
  line=$(($(wc -l <"$file") * part / 4))
  at=$(awk -v wanted=$((line + 1)) 'NR == wanted { print offset + index($0, "\"case_id\":\"") + 10 } { offset += length($0) + 1 }' "$work/whole")
  cp "$work/whole" "$file"
  byte=$(dd if="$file" bs=1 skip="$at" count=1 status=none)
  printf '%s' "$([ "$byte" = X ] && echo Y || echo X)" | dd of="$file" bs=1 seek="$at" conv=notrunc status=none
  ok "the size is the same with byte $at turned" test "$(stat -c %s "$file")" -eq "$size"
  code=0; check "$file" || code=$?
  ok "the verifier finds line $((line + 1))" test "$code $(cat "$work/told")" = "4 line $((line + 1)) is damaged"
  code=0; "$program" verify "$work/review" >/dev/null 2>&1 || code=$?
  ok 'the program finds it too' test "$code" -eq 4
done
