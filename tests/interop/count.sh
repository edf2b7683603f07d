#!/usr/bin/env bash
# Every count, base and share of `tally` and of the report, for each built-in protocol and with all, some and few of the answers,
# against a count by another program: none may differ. The counter itself must notice a base that is one too large.
. "$(dirname "$0")/common.sh"
here=$(cd "$(dirname "$0")" && pwd)
mkdir "$work/studies" "$work/one" "$work/protocols"
ok 'all cells are as they are counted elsewhere' python3 "$here/count.py" "$program" "$repo/protocols" "$work/studies"
cp "$repo/protocols/demo.toml" "$work/protocols"
sed 's/counts = {"base": len(based),/counts = {"base": len(based) + 1,/' "$here/count.py" >"$work/count.py"
wrong() { ! python3 "$work/count.py" "$program" "$work/protocols" "$work/one" >"$work/told" && grep -q 'expected' "$work/told"; }
ok 'and a wrong base is noticed' wrong
