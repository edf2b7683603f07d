#!/usr/bin/env bash
# LibreOffice Calc reads 31-12-24 in a CSV file as 24 December 1931, and leaves 12-11-24 as text in the same column.
#
# Expected: days written as DD-MM-YY are all dates (31 December 2024) or all text, since the file does not say the order
#   of the parts.
# Seen (LibreOffice 7.4.7, headless, en-US): a first part of 13 or more, with a month and a day after it, is a year:
#   13-01-02 is 2013, 31-12-24 is 1931 and 45-12-31 is 1945. With a first part up to 12 the text stays text. The ISO
#   date behaves.
# Why it matters: in a list of decisions the days from 13 to 31 become years of the last century or of this one, in
#   between others that are right; case numbers of three groups are hit alike. Saved as XLSX the difference between text
#   and date is there for good.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib openpyxl==3.1.5
command -v soffice > tool.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc > apt.txt; }

printf 'decided\n12-11-24\n31-12-24\n13-01-02\n45-12-31\n31-13-24\n2024-12-31\n' > days.csv
soffice --version
soffice "-env:UserInstallation=file://$dir/profile" --headless --infilter=CSV:44,34,76,1 \
  --convert-to xlsx days.csv > convert.txt 2>&1
python3 - <<'PYTHON'
from datetime import datetime
import openpyxl

seen = [row[0] for row in openpyxl.load_workbook("days.xlsx").active.iter_rows(min_row=2, values_only=True)]
written = open("days.csv").read().split()[1:]
for text, value in zip(written, seen):
    print(f"{text:10} {value!r}")
years = [datetime(1931, 12, 24), datetime(2013, 1, 2), datetime(1945, 12, 31)]
assert seen == ["12-11-24", *years, "31-13-24", datetime(2024, 12, 31)]
PYTHON
