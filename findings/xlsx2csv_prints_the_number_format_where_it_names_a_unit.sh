#!/usr/bin/env bash
# xlsx2csv writes the number format into the CSV file, and not the number, where the format names a unit such as days.
#
# Expected: 12 in a cell with the format 0" dagar" (12 dagar) comes out as 12, or as shown: 12 dagar.
# Seen (xlsx2csv 0.8.6): the letters of the quoted text make it a date. 12 days are written as 0" 11agar", where 11 is
#   the day of the date 12; the number itself is gone. " mån", " st" and "Ärende " fare alike, " kr" does not. openpyxl
#   3.1.5 and calamine (python-calamine 0.9.1) give 12 for all of them.
# Why it matters: hours per month, days and case numbers ("Ärende "0) are formatted like this in the lists of Swedish
#   units. Every value of the column is lost, and the file looks converted.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  xlsx2csv==0.8.6 openpyxl==3.1.5 python-calamine==0.9.1

python3 - <<'PYTHON'
import csv, io
from importlib.metadata import version
import openpyxl, python_calamine
from xlsx2csv import Xlsx2csv

print({name: version(name) for name in ("xlsx2csv", "openpyxl", "python-calamine")})
formats = ['0" dagar"', '0" mån"', '0" st/mån"', '"Ärende "0', '0" kr"', '0" st"', "0"]
book = openpyxl.Workbook()
for row, code in enumerate(formats, 1):
    book.active.cell(row, 1, 12).number_format = code
book.save("hours.xlsx")
out = io.StringIO()
Xlsx2csv("hours.xlsx").convert(out)
seen = [row[0] for row in csv.reader(io.StringIO(out.getvalue()))]
others = [row[0] for row in openpyxl.load_workbook("hours.xlsx").active.iter_rows(values_only=True)]
calamine = [row[0] for row in python_calamine.CalamineWorkbook.from_path("hours.xlsx").get_sheet_by_index(0).to_python()]
for code, text in zip(formats, seen):
    print(f"12 as {code:12} -> {text}")
assert others == calamine == [12] * len(formats)
assert seen == ['0" 11agar"', '0" 01ån"', '0" st/01ån"', '"ären11e "0', "12", '0" st"', "12"]
PYTHON
