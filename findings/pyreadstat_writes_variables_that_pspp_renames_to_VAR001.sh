#!/usr/bin/env bash
# pyreadstat writes variables named all, by, to or with into a .sav file; PSPP renames them VAR001, VAR002 ... on
# opening.
#
# Expected: write_sav refuses a name that SPSS cannot have. It does so for blanks, a digit in front and a name that is
#   too long. Names that differ only in letter case are one name to SPSS, and are refused, too.
# Seen (pyreadstat 1.3.7, PSPP 1.6.2): reserved words are written without a word and come back in pyreadstat. PSPP opens
#   the file, warns, and has VAR001 and so on in their place; of plan and Plan the second is V1 there.
# Why it matters: ids of questions are short English words: "all", "by", "with", "to", "not". A syntax that names the
#   variables, as every codebook does, fails on the data, and VAR001 says nothing about which question it was.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  pyreadstat==1.3.7 pandas==2.3.3
command -v pspp > tool.txt || { apt-get update -qq && apt-get install -y -qq pspp > apt.txt; }

pspp --version | head -n 1
python3 - <<'PYTHON'
import pandas, pyreadstat
from importlib.metadata import version

print("pyreadstat", version("pyreadstat"))
names = ["all", "by", "to", "with", "not", "plan", "Plan"]
pyreadstat.write_sav(pandas.DataFrame([[1.0] * len(names)], columns=names), "answers.sav")
back = pyreadstat.read_sav("answers.sav")[0].columns.tolist()
print("pyreadstat reads", back)
assert back == names
for wrong in ("a plan", "1plan", "p" * 65):
    try:
        pyreadstat.write_sav(pandas.DataFrame({wrong: [1.0]}), "wrong.sav")
        raise SystemExit(f"{wrong} was written")
    except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as error:
        print(f"{wrong[:8]:8} refused: {error}")
PYTHON
printf "GET FILE='answers.sav'.\nDISPLAY NAMES.\n" > names.sps
pspp -O format=csv names.sps > names.txt 2>&1
cat names.txt
tail -n 7 names.txt | tr '\n' ' ' | grep -qx 'VAR001 VAR002 VAR003 VAR004 VAR005 plan V1 '
