#!/usr/bin/env bash
# pyxform makes one blank of several also inside the quoted texts of an expression, and so changes what a form demands.
#
# Expected: blanks are tidied in labels. What stands between quotes in constraint, relevant or calculation is a value to
#   compare with; it reaches the form as it was written.
# Seen (pyxform 4.5.0): regex(., 'NOR  [0-9]+') with two blanks becomes regex(., 'NOR [0-9]+') with one; a no-break
#   space in the quotes becomes a blank. There is no warning. The setting clean_text_values = no keeps the two blanks,
#   and still replaces the no-break space.
# Why it matters: XLSForm is how questionnaires are exchanged. A program that reads the form itself and one that uses
#   pyxform accept different answers: ids padded with blanks, as registers print them, are refused in the field.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib pyxform==4.5.0

python3 - <<'PYTHON'
import importlib.metadata, re, openpyxl
from pyxform.xls2xform import convert

print("pyxform", importlib.metadata.version("pyxform"))
book = openpyxl.Workbook()
book.active.title = "survey"
for row in [
    ("type", "name", "label", "constraint", "relevant"),
    ("text", "id", "Two  blanks", "regex(., 'NOR  [0-9]+')", None),
    ("text", "why", "Why?", None, "${id} != 'NOR\u00a01'"),
]:
    book.active.append(row)

def converted():
    book.save("form.xlsx")
    result = convert(xlsform="form.xlsx", validate=False)
    expressions = re.findall(r'(?:constraint|relevant)="([^"]*)"', result.xform)
    print(expressions, "warnings:", result.warnings)
    assert result.warnings == []
    return expressions

constraint, relevant = converted()
assert constraint == "regex(., 'NOR [0-9]+')"
assert relevant.endswith("!= 'NOR 1'")
settings = book.create_sheet("settings")
for row in [("clean_text_values",), ("no",)]:
    settings.append(row)
constraint, relevant = converted()
assert constraint == "regex(., 'NOR  [0-9]+')"
assert relevant.endswith("!= 'NOR 1'")
PYTHON
