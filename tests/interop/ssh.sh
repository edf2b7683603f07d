#!/usr/bin/env bash
# A real connection over SSH, on this computer alone: it drops, nothing is lost, nothing is left running.
. "$(dirname "$0")/common.sh"
study=$work/review
sitting=1 # each in a tmux of its own: a server that ends takes no new session
tm() { tmux -L "aktkoll-$$-$sitting" -f /dev/null "$@"; }
closing() {
  tm kill-server 2>/dev/null || true
  end_ssh_server
}
shows() { tm capture-pane -p | grep -qF -- "$1"; }
lines() { cat "$study"/ledger/robin/*.jsonl 2>/dev/null | grep -c '"op":"answer"' || true; }
has() { [ "$(lines)" -eq "$1" ]; }
running() { pgrep -f "^$work/aktkoll $study" || true; }
none_runs() { [ -z "$(running)" ]; }

cp "$program" "$work/aktkoll"
printf 'case_id,unit,sex,birth_year\nNOR-01,NOR,F,1961\nNOR-02,NOR,M,1974\n' >"$work/cases.csv"
"$program" new "$study" --protocol demo --cases "$work/cases.csv" >/dev/null
ssh_server
there="cd $work && HOME=$HOME LC_ALL=C.UTF-8 exec $work/aktkoll $study --coder robin --lang en"
connect() { tm new-session -d -x 80 -y 24 "sh '$work/connect' '$there' 2>&1; sleep 1000"; }

connect
ok 'it opens over ssh' until_true 20 shows 'NOR-01 · North'
tm send-keys y
ok 'the first answer is saved' until_true 20 has 1
for n in 2 3 4; do
  tm send-keys y
  ok "answer $n is saved" until_true 20 has "$n"
done
tm send-keys '#'
tm send-keys 7
tm send-keys Enter y
ok 'answer 5 is saved, and shows' until_true 20 has 5
pid=$(running)
ok 'one process codes' test "$(echo "$pid" | grep -c .)" -eq 1
kill -KILL "$(ssh_client)"
ok 'no process is left when the connection has dropped' until_true 20 none_runs
tm kill-server
sitting=2
connect
ok 'it opens again' until_true 20 shows 'NOR-01 · North'
ok '  with all five answers' test "$(jq -r 'select(.op == "answer") | .question' "$study"/ledger/robin/0001.jsonl | sort -u | wc -l)" -eq 5
ok '  none of them twice' has 5
ok '  and the screen shows the first' shows 'Yes'
ok '  and the program says where one was' shows 'You were'
tm send-keys q
ok 'it ends' until_true 20 none_runs
ok 'the ledger is whole' "$program" verify "$study"
