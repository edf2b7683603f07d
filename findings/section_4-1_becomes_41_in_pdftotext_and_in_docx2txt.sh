#!/usr/bin/env bash
# "4-1" becomes 41: in pdftotext where the hyphen ends a line, in docx2txt where it is one that keeps the line together.
#
# Expected: what takes a word apart at the end of a line is undone between letters. Between digits a hyphen says
#   something: section 4-1, the years 2016-2018, the date 2024-02-05. The no-break hyphen of Word is a hyphen that is
#   not undone at all.
# Seen (poppler 22.12, docx2txt 0.9): pdftotext joins the lines and drops the hyphen between digits, too: 41, 20162018,
#   2024-0205. With -layout it keeps them. docx2txt drops Word's no-break hyphen anywhere in a line; python-docx 1.2.0
#   gives "-" for it.
# Why it matters: both print a number that nobody wrote, and it looks like one. Case numbers and sections of law are
#   typed with the no-break hyphen so that they are not torn, and just these are changed. A search for the case number
#   finds nothing.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  reportlab==5.1.0 python-docx==1.2.0 docx2txt==0.9
command -v pdftotext > tool.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils > apt.txt; }

cat > files.py <<'PYTHON'
from importlib.metadata import version
import docx, docx2txt
from docx.oxml import OxmlElement
from reportlab.pdfgen import canvas

page = canvas.Canvas("decision.pdf")
for place, line in enumerate(["By section 4-", "1 for the years 2016-", "2018, decided 2024-02-", "05 by a case of-", "ficer."]):
    page.drawString(72, 700 - 14 * place, line)
page.save()

document = docx.Document()
paragraph = document.add_paragraph("By section 4")
for text in ("1, decided 2024", "02", "05, case NOR", "17."):
    run = paragraph.add_run()
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run.add_text(text)
document.save("decision.docx")
print("python-docx", version("python-docx"), "docx2txt", version("docx2txt"), "reportlab", version("reportlab"))
seen = {"python-docx": paragraph.text, "docx2txt": docx2txt.process("decision.docx").strip()}
print(seen)
assert seen["python-docx"] == "By section 4-1, decided 2024-02-05, case NOR-17."
assert seen["docx2txt"] == "By section 41, decided 20240205, case NOR17."
PYTHON
python3 files.py
pdftotext -v 2>&1 | sed -n 1p
pdftotext decision.pdf decision.txt
pdftotext -layout decision.pdf layout.txt
cat decision.txt layout.txt
grep -q 'By section 41 for the years 20162018, decided 2024-0205 by a case officer' decision.txt
grep -q 'By section 4-$' layout.txt
