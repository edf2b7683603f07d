#!/usr/bin/env bash
# Over SSH with a forced command, from tmux and from screen: the link is cut in the middle of a comment, and the comment is there again.
. "$(dirname "$0")/common.sh"
study=$work/review
closing() {
  tmux -L "aktkoll-$$" kill-server 2>/dev/null || true
  tmux -L "aktkoll-far-$$" kill-server 2>/dev/null || true
  screen -S "aktkoll-$$" -X quit >/dev/null 2>&1 || true
  end_ssh_server
}

# The same few verbs for both: begin a command in a window of 80 by 24, type, press Enter, and see what shows.
tm() { tmux -L "aktkoll-$$" -f /dev/null "$@"; }
sc() { screen -S "aktkoll-$$" -p 0 -X "$@"; }
begin() {
  case $within in
    tmux) tm new-session -d -x 80 -y 24 "sh '$work/connect' '$asked' 2>&1; sleep 1000" ;;
    screen) screen -U -dmS "aktkoll-$$" -c /dev/null sh -c "sh '$work/connect' '$asked' 2>&1; sleep 1000" ;;
  esac
}
type_in() { if [ "$within" = tmux ]; then tm send-keys -l "$1"; else sc stuff "$1"; fi; }
enter() { if [ "$within" = tmux ]; then tm send-keys Enter; else sc stuff "$(printf '\r')"; fi; }
shows() {
  if [ "$within" = tmux ]; then tm capture-pane -p >"$work/shown"; else
    rm -f "$work/shown"
    sc hardcopy "$work/shown"
  fi
  grep -qasF -- "$1" "$work/shown"
}
end_window() {
  if [ "$within" = tmux ]; then tm kill-server; else sc quit; fi
  until_true 20 none_connected
}
none_connected() { [ -z "$(ssh_client)" ]; }
running() { pgrep -f "^$work/aktkoll $study" || true; }
none_runs() { [ -z "$(running)" ]; }
lines() { cat "$study/ledger/$coder"/*.jsonl 2>/dev/null | grep -c "\"op\":\"$1\"" || true; }
has() { [ "$(lines "$1")" -eq "$2" ]; }

cp "$program" "$work/aktkoll"
printf '%s\n' case_id,unit,sex,birth_year,coder NOR-01,NOR,F,1961,in-tmux NOR-02,NOR,M,1974,in-screen \
  NOR-03,NOR,F,1980,far-away >"$work/cases.csv"
"$program" new "$study" --protocol demo --cases "$work/cases.csv" >/dev/null
# Whoever logs in gets the study and nothing else; what is asked for chooses the coder and, in one case, a tmux over there.
cat >"$work/forced" <<C
cd $work && export HOME=$HOME LC_ALL=C.UTF-8
set -- \$SSH_ORIGINAL_COMMAND
case \$1 in
  far) exec tmux -L aktkoll-far-$$ -f /dev/null new-session -A -s review "$work/aktkoll $study --coder \$2 --lang en" ;;
  *) exec $work/aktkoll $study --coder \$2 --lang en ;;
esac
C
ssh_server "ForceCommand sh $work/forced"

for within in tmux screen; do
  coder=in-$within case=$([ "$within" = tmux ] && echo NOR-01 || echo NOR-02)
  asked="here $coder"
  begin
  ok "$within: it opens" until_true 20 shows "$case"
  type_in y
  ok '  an answer is saved' until_true 20 has answer 1
  type_in c
  until_true 20 shows 'Comment on question' || true
  type_in 'The plan is from Mar'
  ok '  a comment is half-written' until_true 20 shows 'from Mar'
  kill -KILL "$(ssh_client)"
  ok '  no process is left when the link is cut' until_true 20 none_runs
  ok '  nothing was saved of the comment' has note 0
  end_window
  begin
  ok '  taken up again, the comment is back' until_true 20 shows 'The plan is from Mar'
  ok '  and it says that it is not saved' shows 'This text was not saved'
  type_in 'ch.'
  until_true 20 shows 'March.' || true
  enter
  ok '  it is saved' until_true 20 has note 1
  ok '  whole' grep -q 'The plan is from March\.' "$study/ledger/$coder"/*.jsonl
  ok '  the answer is there, once' has answer 1
  type_in q
  ok '  it ends' until_true 20 none_runs
  ok '  nothing is left of it' test -z "$(find "$study/ledger/$coder" -name '.*' -type f)"
  end_window
done

# A tmux over there goes on without the link.
within=tmux coder=far-away asked='far far-away'
begin
ok 'a tmux over there: it opens' until_true 20 shows NOR-03
type_in y
type_in c
until_true 20 shows 'Comment on question' || true
type_in 'Half a word'
ok '  a comment is half-written' until_true 20 shows 'Half a word'
kill -KILL "$(ssh_client)"
end_window
ok '  the program goes on without the link' test -n "$(running)"
begin
ok '  taken up again, the comment stands there' until_true 20 shows 'Half a word'
enter
ok '  it is saved' until_true 20 has note 1
type_in q
ok '  it ends' until_true 20 none_runs
ok 'the ledger is whole' "$program" verify "$study"
