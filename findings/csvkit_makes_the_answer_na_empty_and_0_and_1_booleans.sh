#!/usr/bin/env bash
# csvkit empties the answer "na" and turns yes and no, and 0 and 1, into true and false.
#
# Expected: answers are text. "na" (not applicable) is counted by csvstat and survives csvsort and csvjson; 0 and 1 are
#   numbers.
# Seen (csvkit 2.2.0 with agate 1.14.2): the words na, n/a, none, null and . are empty, in any letter case; a column of
#   yes, no and na is Boolean with a missing value, and one of 0 and 1 is Boolean. csvsort, which only has to order the
#   rows, writes True, False and nothing. With --no-inference (-I) the other values stay as they are, and na is empty
#   all the same.
# Why it matters: "not applicable" is an answer that takes a case out of the base, and empty is a gap that somebody has
#   to fill. After a csvsort the file of answers has lost the difference. It takes --no-inference and --blanks to keep
#   it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  csvkit==2.2.0 agate==1.14.2

printf 'case_id,plan,family\nNOR-02,yes,1\nNOR-01,na,0\nNOR-03,no,1\n' > answers.csv
python3 - <<'PYTHON'
from importlib.metadata import version
print("csvkit", version("csvkit"), "agate", version("agate"))
PYTHON
lib/bin/csvsort -c case_id answers.csv | tee sorted.csv
lib/bin/csvsort -I -c case_id answers.csv | tee text.csv
lib/bin/csvsort -I --blanks -c case_id answers.csv | tee kept.csv
printf 'case_id,plan,family\nNOR-01,,False\nNOR-02,True,True\nNOR-03,False,True\n' | cmp - sorted.csv
printf 'case_id,plan,family\nNOR-01,na,0\nNOR-02,yes,1\nNOR-03,no,1\n' | cmp - kept.csv
printf 'case_id,plan,family\nNOR-01,,0\nNOR-02,yes,1\nNOR-03,no,1\n' | cmp - text.csv
