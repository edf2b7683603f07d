#!/usr/bin/env bash
# csvkit reads 1,5 as 15: it takes a decimal comma for a thousands separator, wherever in the number it stands.
#
# Expected: "1,5" is text, since no thousands separator stands before a single digit; or 1.5 under a locale with a
#   decimal comma.
# Seen (csvkit 2.2.0 with agate 1.14.2): csvstat and csvjson make it 15, and 37,25 becomes 3725. There is no warning.
#   --locale sv_SE gives 1.5.
# Why it matters: this is how Swedish Excel saves hours and shares. With semicolons between the fields (-d ';')
#   everything looks right, and the mean is ten or a hundred times too high.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  csvkit==2.2.0 agate==1.14.2

printf 'case_id;hours\nNOR-01;1,5\nNOR-02;37,25\nNOR-03;2,0\n' > hours.csv
python3 - <<'PYTHON'
from importlib.metadata import version
print("csvkit", version("csvkit"), "agate", version("agate"))
PYTHON
mean() { LC_ALL=C.UTF-8 lib/bin/csvstat -d ';' --mean -c hours "$@" hours.csv; }
plain=$(mean) swedish=$(mean --locale sv_SE)
echo "mean of 1,5 37,25 and 2,0: $plain, with --locale sv_SE: $swedish"
LC_ALL=C.UTF-8 lib/bin/csvjson -d ';' hours.csv | tee hours.json
echo
grep -q '"hours": 15.0' hours.json
grep -q '"hours": 3725.0' hours.json
[ "$plain" = 1253.333 ]
[ "$swedish" = 13.583 ]
