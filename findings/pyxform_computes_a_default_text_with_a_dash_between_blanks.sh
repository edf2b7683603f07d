#!/usr/bin/env bash
# pyxform takes a default text such as "2024 - 2025" for arithmetic, although the question is of type text.
#
# Expected: the default of a text question is a text unless it has a ${reference} or a call such as today(). "2024 -
#   2025", "SoL - part 1" and "NOR(1)" stand in the field when the form opens.
# Seen (pyxform 4.5.0): a hyphen, plus or | between blanks, or a bracket right after a word, makes the default an
#   expression that is evaluated when the form opens. "2024 - 2025" is then -1, and the field itself is empty.
#   "2024-2025", "a (b)", "yes and no" and "a = b" stay text. Nothing warns.
# Why it matters: defaults name the period or the law that a review is about. The period is stored as -1 in every answer
#   whose coder did not look at the field.
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
computed = ["2024 - 2025", "SoL - part 1", "NOR(1)", "a | b", "1 + 1"]
kept = ["2024-2025", "a (b)", "yes and no", "a = b", "yes/no", "50 %", "[unknown]"]
book = openpyxl.Workbook()
book.active.title = "survey"
book.active.append(("type", "name", "label", "default"))
for number, text in enumerate(computed + kept):
    book.active.append(("text", f"q{number}", "Which?", text))
book.save("form.xlsx")
result = convert(xlsform="form.xlsx", validate=False)
expressions = re.findall(r'<setvalue [^>]*value="([^"]*)"', result.xform)
texts = re.findall(r"<q\d+>(.*?)</q\d+>", result.xform)
print("computed when the form opens:", expressions)
print("kept as text:", texts, "warnings:", result.warnings)
assert expressions == computed
assert texts == kept
assert result.warnings == []
PYTHON
