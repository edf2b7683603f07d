#!/usr/bin/env bash
# Two coders with a terminal each code some of each other's cases a second time, in three waves: the first coder's page of
# agreement follows within two seconds and tells no answer before both are done; the second coder's terminal gets nothing of
# the first coding.
. "$(dirname "$0")/common.sh"
study=$work/review
tm() { local who=$1; shift; tmux -L "aktkoll-$$-$who" -f /dev/null "$@"; }
closing() { for who in ann bob; do tm "$who" kill-server 2>/dev/null || true; done; }
shows() { tm "$1" capture-pane -p | grep -qE -- "$2"; }
sees() { # what, who looks, what shows, within two seconds
  local before after
  before=$(date +%s%3N)
  ok "$1" until_true 2 shows "$2" "$3"
  after=$(date +%s%3N)
  echo "     after $((after - before)) ms"
}
{
  printf 'id = "p"\nversion = "1"\nlanguage = "en"\ntitle = "Twice"\n[[area]]\nid = "A"\nlabel = "A"\n'
  for n in 1 2 3; do
    printf '[[question]]\nid = "q%d"\narea = "A"\ntext = "Question %d?"\nscale = "yes_no"\n' "$n" "$n"
  done
} >"$work/p.toml"
{
  echo case_id,coder
  for who in ann bob; do for n in $(seq 6); do echo "$who-$n,$who"; done; done
} >"$work/cases.csv"
"$program" new "$study" --protocol "$work/p.toml" --cases "$work/cases.csv" >/dev/null
one='ycCANARY<enter>ny<space>'
for who in ann bob; do
  "$program" "$study" --coder "$who" --lang en --keys "$one$one$one$one$one$one" --print >/dev/null
done
"$program" plan "$study" --coders ann,bob --share 50% --yes >/dev/null
ok 'six cases are coded twice, in three waves' test "$(cut -d, -f4 "$study/plan.csv" | sort | uniq -c | xargs)" = \
  '6 2 early 2 late 2 middle 1 wave'
ok 'the first coding has something to hide' grep -q CANARY "$study"/ledger/ann/0001.jsonl

tm ann new-session -d -x 80 -y 24 "$program $study --coder ann --lang en; sleep 1000"
tm bob new-session -d -x 80 -y 24 "while [ ! -e $work/bytes ]; do sleep 0.1; done; $program $study --coder bob --round second --lang en; sleep 1000"
tm bob pipe-pane "cat >$work/bytes"
ok 'the second coder is at the first case of the early wave' until_true 20 shows bob 'ann-[1-6] · early'
ok 'the first coder is at work' until_true 20 shows ann 'done 6 of 6'
tm ann send-keys =
ok 'and looks at the agreement' until_true 20 shows ann '^ 0 of 6 cases coded by both$'
for done in 0 1 2; do
  tm bob send-keys -l y
  sees "case $((done + 1)): an answer shows within two seconds, as a number" ann '^ bob: 1 answer in 1 case that is not finished$'
  if [ "$done" -eq 0 ]; then
    ok '  and not which it was' test "$(tm ann capture-pane -p | grep -cE 'alike|Yes|No')" -eq 0
  else
    ok '  and what is told of answers is of finished cases alone' shows ann "$((2 * done)) of $((3 * done)) answers agree"
  fi
  tm bob send-keys -l nn
  until_true 20 shows ann '^ bob: 3 answers in 1 case that is not finished$' || true
  tm bob send-keys Space
  sees '  with the last of both, how many are alike' ann \
    "^ $((done + 1)) of 6 cases coded by both · $((2 * (done + 1))) of $((3 * (done + 1))) answers agree"
done
tm bob send-keys q
gone() { ! shows bob '│'; }
ok 'the second coder leaves' until_true 20 gone
ok 'whose terminal got what it showed' grep -q '1049h' "$work/bytes"
ok 'and nothing of the first coding' test "$(grep -c CANARY "$work/bytes")" -eq 0
ok 'what was finished is open to both' test "$("$program" resolve "$study" --coder bob --format csv | grep -c '^ann-')" -eq 3
ok 'no line is lost or damaged' "$program" verify "$study"
