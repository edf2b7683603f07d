#!/usr/bin/env bash
# In a terminal of 80 columns and 24 lines: five cases of 2021 are cleared and coded anew with keys alone.
. "$(dirname "$0")/common.sh"
study
sitting=1 # each in a tmux of its own: a server that ends takes no new session
tm() { tmux -L "aktkoll-$$-$sitting" -f /dev/null "$@"; }
closing() { tm kill-server 2>/dev/null || true; }
shows() { tm capture-pane -p | grep -qF -- "$1"; }
start() { tm new-session -d -x 80 -y 24 "'$program' '$work/review' --coder test --lang sv; sleep 1000"; }
ledger() { ls "$work"/review/ledger/test/*.jsonl | tail -n 1; }
answers() { grep -c '"op":"answer"' "$(ledger)" || true; }
has() { [ "$(answers)" -eq "$1" ]; }

# For each question with one choice: its number, and the key of the answer that the file of 2021 holds.
cat >"$work/plan.py" <<'P'
import csv, sys
repo, case = sys.argv[1:]
questions = list(csv.DictReader(open(f"{repo}/tests/data/dv2021/questions.csv", encoding="utf-8")))
given = {r["question"]: r["answer"] for r in csv.DictReader(open(f"{repo}/tests/data/dv2021/answers.csv", encoding="utf-8")) if r["case"] == case}
roles = {"ja": "1", "delvis": "2", "nej": "3", "ej_aktuellt": "0", "framgar_ej": "9"}
number = 0
for q in questions:
    if q["question"].startswith("enh_"):
        continue  # asked once per unit
    number += 1
    if q["type"] != "val" or q["question"] not in given:
        continue
    options, answer = q["options"].split(";"), given[q["question"]]
    by_role = all(option in roles for option in options)
    print(number, roles[answer] if by_role else options.index(answer) + 1)
P

tallied >"$work/before"
start
ok 'it opens' until_true 20 shows 'BRO-01 · Bromma'
expected=0
for case in BRO-01 BRO-02 BRO-03 BRO-04 BRO-05; do
  tm send-keys /
  tm send-keys -l "$case"
  tm send-keys Enter
  ok "$case opens" until_true 20 shows "$case · Bromma"
  while read -r number key; do
    tm send-keys '#'
    tm send-keys -l "$number"
    tm send-keys Enter BSpace
    expected=$((expected + 1))
    until_true 20 has "$expected" || { ok "$case question $number is cleared" false; break; }
    tm send-keys '#'
    tm send-keys -l "$number"
    tm send-keys Enter "$key"
    expected=$((expected + 1))
    until_true 20 has "$expected" || { ok "$case question $number is answered" false; break; }
  done < <(python3 "$work/plan.py" "$repo" "$case")
  ok "$case: one line a key, $expected so far" has "$expected"
done
tallied >"$work/after"
same 'the tallies are what they were' "$work/before" "$work/after"
lines=$(grep -c . "$(ledger)")
ok 'nothing but answers was written' test "$lines" -eq $((expected + 1))

tm send-keys '#'
tm send-keys -l 33
tm send-keys Enter
ok 'question 33 is open' until_true 20 shows '▶ 33 '
tm send-keys q
ok 'it closes with the place' until_true 20 sh -c "tail -n 1 '$(ledger)' | grep -q '\"op\":\"close\".*\"case_id\":\"BRO-05\",\"question\":\"vardkontakt\"'"
tm kill-server
sitting=2
start
ok 'it opens again where one was' until_true 20 shows '▶ 33 '
ok '  in the same case' shows 'BRO-05 · Bromma'
tm send-keys q
