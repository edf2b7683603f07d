#!/usr/bin/env bash
# Two coders with two logins on this computer code their halves of one shared folder at the same time. As root they are
# two users; else one user under two names.
. "$(dirname "$0")/common.sh"
each=20 questions=6 group=12000
study=$work/review
tm() { local who=$1; shift; tmux -L "aktkoll-$$-$who" -f /dev/null "$@"; } # a tmux of its own for each coder
closing() { for who in "${coders[@]}"; do tm "$who" kill-server 2>/dev/null || true; done; }
shows() { tm "$1" capture-pane -p | grep -qE -- "$2"; }
lines() { cat "$study/ledger/$1"/*.jsonl 2>/dev/null | grep -c "\"op\":\"$2\"" || true; }
has() { [ "$(lines "$1" "$2")" -eq "$3" ]; }
closed() { ! shows "$1" 'Progress'; }
leave_page() { # Esc, and nothing after it before it is heard: else both would be one key
  tm "$1" send-keys Escape
  until_true 20 closed "$1"
}
toured() { ! shows "$1" 'Tour, '; }
skip_tour() {
  tm "$1" send-keys Escape
  until_true 20 toured "$1"
}
gone() { ! shows "$1" '│'; }

if [ "$(id -u)" -eq 0 ]; then
  coders=(u12001 u12002) # a login without a name is called after its number
  as() { echo "setpriv --reuid=${1#u} --regid=$group --clear-groups env HOME=$work/$1"; }
  shared=(--group "$group")
  named() { :; }
else
  coders=(one two)
  as() { echo "env HOME=$work/$1"; }
  shared=()
  named() { echo "--coder $1"; }
fi
chmod 755 "$work"
cp "$program" "$work/aktkoll"
{
  printf 'id = "p"\nversion = "1"\nlanguage = "en"\ntitle = "Halves"\n[[area]]\nid = "A"\nlabel = "A"\n'
  for n in $(seq "$questions"); do
    printf '[[question]]\nid = "q%d"\narea = "A"\ntext = "Question %d?"\nscale = "yes_no"\n' "$n" "$n"
  done
} >"$work/p.toml"
{
  echo 'case_id,coder'
  for who in "${coders[@]}"; do for n in $(seq "$each"); do printf '%s-%02d,%s\n' "${who: -1}" "$n" "$who"; done; done
} >"$work/cases.csv"
"$program" new "$study" --protocol "$work/p.toml" --cases "$work/cases.csv" "${shared[@]}" >/dev/null

code_case() { # coder, how many cases that makes
  tm "$1" send-keys -l ynynyy
  until_true 20 has "$1" answer $(($2 * questions)) || return 1
  tm "$1" send-keys Space
  until_true 20 has "$1" done "$2"
}
code_rest() { for n in $(seq 2 "$each"); do code_case "$1" "$n" || return 1; done; }
sees() { # what, who looks, what shows, within two seconds
  local before after
  before=$(date +%s%3N)
  ok "$1" until_true 2 shows "$2" "$3"
  after=$(date +%s%3N)
  echo "     after $((after - before)) ms"
}

for who in "${coders[@]}"; do
  mkdir "$work/$who"
  [ "$(id -u)" -ne 0 ] || chown "${who#u}" "$work/$who"
  tm "$who" new-session -d -x 80 -y 24 "$(as "$who") $work/aktkoll $study $(named "$who") --lang en; sleep 1000"
  ok "$who opens the study at a case of the own half" until_true 20 shows "$who" "${who: -1}-01 "
  ok "  is new to the program, and skips the tour" skip_tour "$who"
done
all=$((2 * each)) a=${coders[0]} b=${coders[1]}
tm "$a" send-keys P
ok "$a looks at the progress" until_true 20 shows "$a" "0 of $all cases finished"
ok "$b finishes a case" code_case "$b" 1
sees "  which $a sees within two seconds" "$a" "^ *$b +1 "
leave_page "$a"
tm "$b" send-keys P
ok "$b looks at the progress" until_true 20 shows "$b" "1 of $all cases finished"
ok "$a finishes a case" code_case "$a" 1
sees "  which $b sees within two seconds" "$b" "^ *$a +1 "
leave_page "$b"
code_rest "$a" & first=$!
code_rest "$b" & second=$!
ok "$a codes the rest of the own half" wait "$first"
ok "$b does so at the same time" wait "$second"
for who in "${coders[@]}"; do
  tm "$who" send-keys P
  sees "$who sees that all is done" "$who" "$all of $all cases finished"
done
for who in "${coders[@]}"; do
  leave_page "$who"
  tm "$who" send-keys q
  ok "$who leaves" until_true 20 gone "$who"
  ok "  with every answer on the disk" has "$who" answer $((each * questions))
  ok '  and every case that was finished' has "$who" done "$each"
done
ok 'no line is lost or damaged' "$program" verify "$study"
"$program" status "$study" --format json >"$work/status"
ok 'and the program counts all of it' jq -e ".cases.done == $all and (.coders | map(.done) == [$each, $each])" "$work/status"
if [ "$(id -u)" -eq 0 ]; then
  ok 'each file is its own coder'"'"'s' test "$(stat -c %U:%u "$study"/ledger/*/*.jsonl | sort -u | wc -l)" -eq 2
fi
