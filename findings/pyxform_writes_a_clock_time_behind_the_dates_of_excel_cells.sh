#!/usr/bin/env bash
# pyxform adds " 00:00:00" to a date that stands in a date cell of the workbook, also where XForms wants a date alone.
#
# Expected: whole numbers lose the ".0" that the file format gives them (pyxform does that), and a day without a clock
#   time is written 2024-01-05, which is the only form in which an XForms date is valid.
# Seen (pyxform 4.5.0): default, choice name and choice label from a date cell read "2024-01-05 00:00:00", also as the
#   default of a question of type date. The same text typed as text stays 2024-01-05. Nothing warns.
# Why it matters: Excel makes a date cell of what is typed as 2024-01-05, unasked. The default is then no valid date,
#   and a choice of a select_multiple may not have the blank that this brings into its name.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib pyxform==4.5.0

python3 - <<'PYTHON'
import datetime, importlib.metadata, re, openpyxl
from pyxform.xls2xform import convert

print("pyxform", importlib.metadata.version("pyxform"))
day = datetime.date(2024, 1, 5)
book = openpyxl.Workbook()
book.active.title = "survey"
for row in [
    ("type", "name", "label", "default"),
    ("date", "cell", "From a date cell", day),
    ("date", "typed", "From a text", "2024-01-05"),
    ("integer", "hours", "Hours", 7.0),
    ("select_one decided", "when", "When?", None),
]:
    book.active.append(row)
choices = book.create_sheet("choices")
for row in [("list_name", "name", "label"), ("decided", day, day)]:
    choices.append(row)
book.save("form.xlsx")
result = convert(xlsform="form.xlsx", validate=False)
defaults = re.findall(r"<(?:cell|typed|hours)>(.*?)</", result.xform)
choice = re.findall(r"<name>(.*?)</name><label>(.*?)</label>", result.xform)
print("defaults", defaults, "choice", choice, "warnings:", result.warnings)
assert defaults == ["2024-01-05 00:00:00", "2024-01-05", "7"]
assert choice == [("2024-01-05 00:00:00", "2024-01-05 00:00:00")]
assert result.warnings == []
PYTHON
