#!/usr/bin/env bash
# xlsx2csv writes an empty line in the place of each row that a filter hides; other readers give the row.
#
# Expected: a CSV file has all rows of the sheet, as when Excel or LibreOffice save it; or, if hidden rows are left out
#   on purpose, there are fewer lines.
# Seen (xlsx2csv 0.8.6): hidden rows are left out unless --include-hidden-rows is given, but their lines stay, empty,
#   save at the end. openpyxl 3.1.5 and calamine (python-calamine 0.9.1) give all rows.
# Why it matters: case lists come from colleagues who filtered them to look something up and saved. Half the cases are
#   missing, and since readers of CSV skip blank lines nothing shows it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  xlsx2csv==0.8.6 openpyxl==3.1.5 python-calamine==0.9.1

python3 - <<'PYTHON'
import io
from importlib.metadata import version
import openpyxl, python_calamine
from xlsx2csv import Xlsx2csv

print({name: version(name) for name in ("xlsx2csv", "openpyxl", "python-calamine")})
rows = [["case_id", "sex"], ["NOR-01", "F"], ["NOR-02", "M"], ["NOR-03", "F"], ["NOR-04", "M"]]
book = openpyxl.Workbook()
sheet = book.active
for row in rows:
    sheet.append(row)
sheet.auto_filter.ref = "A1:B5"
sheet.auto_filter.add_filter_column(1, ["F"])
for hidden in (3, 5):
    sheet.row_dimensions[hidden].hidden = True
book.save("cases.xlsx")

def csv(**options):
    out = io.StringIO()
    Xlsx2csv("cases.xlsx", **options).convert(out)
    return out.getvalue().splitlines()

others = [list(row) for row in openpyxl.load_workbook("cases.xlsx").active.iter_rows(values_only=True)]
calamine = python_calamine.CalamineWorkbook.from_path("cases.xlsx").get_sheet_by_index(0).to_python()
print("xlsx2csv", csv())
print("with --include-hidden-rows", csv(skip_hidden_rows=False))
assert others == calamine == rows
assert csv() == ["case_id,sex", "NOR-01,F", "", "NOR-03,F"]
assert csv(skip_hidden_rows=False) == [",".join(row) for row in rows]
PYTHON
