#!/usr/bin/env bash
# or_other on one question of an XLSForm gives all questions with the same list the choice Other.
#
# Expected: "select_one reasons or_other" adds Other to that question, with a text question after it. Another question
#   with "select_one reasons" is as it was.
# Seen (pyxform 4.5.0): the choice goes into the shared list, so the second question offers Other too. Only the first
#   has the text question that asks which, and nothing warns.
# Why it matters: coders can answer "other" where the protocol has no such answer, and nobody asks them what it was.
#   Whoever reads the form without pyxform, or compares its codebook with the data, finds an answer that was never
#   declared.
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
    ("type", "name", "label"),
    ("select_one reasons or_other", "declined", "Why was it declined?"),
    ("select_one reasons", "ended", "Why did it end?"),
]:
    book.active.append(row)
choices = book.create_sheet("choices")
for row in [("list_name", "name", "label"), ("reasons", "moved", "Moved"), ("reasons", "needs", "Other needs")]:
    choices.append(row)
book.save("form.xlsx")
result = convert(xlsform="form.xlsx", validate=False)
lists = {name: re.findall(r"<name>(.*?)</name>", items)
         for name, items in re.findall(r'<instance id="(\w+)">(.*?)</instance>', result.xform, re.S)}
used = re.findall(r"nodeset=\"instance\('(\w+)'\)", result.xform)
asked = re.findall(r'<bind nodeset="/data/(\w+)"', result.xform)
print(lists, "used by both:", used, "questions:", asked, "warnings:", result.warnings)
assert lists == {"reasons": ["moved", "needs", "other"]}
assert used == ["reasons", "reasons"]
assert "declined_other" in asked and "ended_other" not in asked
assert result.warnings == []
PYTHON
