#!/usr/bin/env bash
# A seal that its coder signs with the key of an SSH login, as docs/security.md has it: another text or key is found out.
. "$(dirname "$0")/common.sh"
cd "$work"
aktkoll() { "$program" --lang en "$@"; }
checks() { bash -eu "$work/check" >"$work/said" 2>&1; }
printf 'case_id,unit,sex,birth_year\nNOR-01,NOR,F,1961\nNOR-02,NOR,M,1974\n' >cases.csv
aktkoll new review --protocol demo --cases cases.csv >/dev/null
aktkoll review --coder robin --keys yny --print >/dev/null
aktkoll review --coder alva-2 --keys '<pagedown>n' --print >/dev/null
mkdir "$HOME/.ssh"
ssh-keygen -q -t ed25519 -N '' -C robin -f "$HOME/.ssh/id_ed25519"
cp "$HOME/.ssh/id_ed25519.pub" robin.pub
mkdir bin && ln -s "$program" bin/aktkoll
export PATH=$work/bin:$PATH AKTKOLL_LANG=en
block security 'sh sign' >sign
block security 'sh check' >check
ok 'the page says how to sign and how to check' test -s sign -a -s check

ok 'the seals are signed' bash -eu sign
ok 'the signature and the seals hold' checks
ok '  every coder of the study is sealed' test "$(grep -c ' holds: ' said)" -eq "$(($(wc -l <seals.txt) - 1))"
aktkoll review --coder robin --keys y --print >/dev/null
ok 'they hold when coding goes on' checks

cp seals.txt kept
sed -i 's/robin-/rubin-/' seals.txt
ok 'seals that were changed are found out' eval '! checks'
cp kept seals.txt
ssh-keygen -q -t ed25519 -N '' -f other
ssh-keygen -q -Y sign -f other -n aktkoll <kept >seals.txt.sig 2>/dev/null
ok 'a signature of somebody else is found out' eval '! checks'
ssh-keygen -q -Y sign -f "$HOME/.ssh/id_ed25519" -n file <kept >seals.txt.sig 2>/dev/null
ok 'a signature that was given for another purpose is found out' eval '! checks'
ssh-keygen -q -Y sign -f "$HOME/.ssh/id_ed25519" -n aktkoll <kept >seals.txt.sig 2>/dev/null
ok 'the right one holds again' checks

file=review/ledger/robin/0001.jsonl
head -n 2 "$file" >short && cat short >"$file"
ok 'a ledger that was cut off after it was signed is found out' eval '! checks'
ok '  by its seal' grep -q 'does not hold' said
