#!/usr/bin/env bash
# Where a translation is missing, pyxform shows a "-", also where the form has a text in its default language.
#
# Expected: a question without an English label shows the label of the default language, as forms and web pages do, or
#   the conversion is refused.
# Seen (pyxform 4.5.0): each missing label is written into the English translation as "-". That goes for choices too:
#   two answers that lack English labels both read "-" and cannot be told apart on the screen. Choices that have no
#   English column at all do so as well. default_language makes no difference.
# Why it matters: a protocol is translated bit by bit. A coder with an English device picks between "-" and "-"; the
#   answers are valid and nothing in the data shows what was on the screen. A reader that falls back sees another form.
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
    ("type", "name", "label::Svenska (sv)", "label::English (en)"),
    ("select_one answers", "plan", "Finns en plan?", "Is there a plan?"),
    ("text", "which", "Vilken?", None),
]:
    book.active.append(row)
choices = book.create_sheet("choices")
for row in [("list_name", "name", "label::Svenska (sv)"), ("answers", "ja", "Ja"), ("answers", "nej", "Nej")]:
    choices.append(row)
settings = book.create_sheet("settings")
for row in [("default_language",), ("Svenska (sv)",)]:
    settings.append(row)
book.save("form.xlsx")
result = convert(xlsform="form.xlsx", validate=False)
english = re.search(r'<translation lang="English \(en\)">(.*?)</translation>', result.xform, re.S).group(1)
labels = dict(re.findall(r'<text id="([^"]*)"><value>(.*?)</value>', english))
print(labels)
print("warnings:", result.warnings)
assert labels == {"/data/plan:label": "Is there a plan?", "/data/which:label": "-", "answers-0": "-", "answers-1": "-"}
PYTHON
