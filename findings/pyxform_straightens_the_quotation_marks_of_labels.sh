#!/usr/bin/env bash
# pyxform rewrites typographic quotation marks and apostrophes, also in labels, hints and choices that people read.
#
# Expected: curly quotes are straightened in expressions, where Excel's AutoCorrect breaks them. Labels are prose and
#   reach the device as they were written, as do dashes, ellipses and letters.
# Seen (pyxform 4.5.0): “ ” and ’ become " and ' in every cell; – … and « » stay. Nothing warns, and the setting
#   clean_text_values = no makes no difference.
# Why it matters: a codebook is compared with what the coders had on the screen, letter by letter or by a hash, to show
#   that the question was not changed. With the quotation marks that Swedish and English put around a quoted paragraph
#   of law the two differ on every such question.
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
    ("type", "name", "label", "hint"),
    ("select_one answers", "plan", "Är ”skälig levnadsnivå” prövad – och hur …?", "The person’s own words, «quoted»"),
]:
    book.active.append(row)
choices = book.create_sheet("choices")
for row in [("list_name", "name", "label"), ("answers", "yes", "“Yes”")]:
    choices.append(row)
settings = book.create_sheet("settings")
for row in [("clean_text_values",), ("no",)]:
    settings.append(row)
book.save("form.xlsx")
result = convert(xlsform="form.xlsx", validate=False)
texts = re.findall(r"<(?:label|hint)>(.*?)</(?:label|hint)>", result.xform)
print(texts, "warnings:", result.warnings)
assert texts == ['"Yes"', 'Är "skälig levnadsnivå" prövad – och hur …?', "The person's own words, «quoted»"]
assert result.warnings == []
PYTHON
