#!/usr/bin/env bash
# Of a document with tracked changes python-docx reads neither the old nor the new text, and LibreOffice reads both at
# once.
#
# Expected: the text of a paragraph is what Word prints with the changes accepted: inserted words in, deleted words out.
#   An answer in a content control (the form fields of templates) belongs to its paragraph.
# Seen (python-docx 1.2.0, mammoth 1.11.0, LibreOffice 7.4.7): python-docx leaves out what was inserted and what stands
#   in content controls. LibreOffice's conversion to text keeps what was deleted next to what was inserted. mammoth
#   gives what Word prints.
# Why it matters: units send their statements back with tracked changes, in templates with fields. "The plan is not
#   valid" reads "The plan is valid" in one tool, and "Answer: No" is "Answer:". Quotes for a report are then wrong
#   without a sign.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  python-docx==1.2.0 mammoth==1.11.0
command -v soffice > tool.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer > apt.txt; }

cat > write.py <<'PYTHON'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

def word(tag, inner, more=""):
    return parse_xml(f"<w:{tag} {nsdecls('w')} {more}>{inner}</w:{tag}>")

document = docx.Document()
plan = document.add_paragraph("The plan is ")
plan._p.append(word("ins", '<w:r><w:t xml:space="preserve">not </w:t></w:r>', 'w:id="1" w:author="Robin"'))
plan._p.append(word("del", '<w:r><w:delText xml:space="preserve">surely </w:delText></w:r>', 'w:id="2" w:author="Robin"'))
plan.add_run("valid.")
answer = document.add_paragraph("Answer: ")
answer._p.append(word("sdt", "<w:sdtPr/><w:sdtContent><w:r><w:t>No</w:t></w:r></w:sdtContent>"))
document.save("statement.docx")
PYTHON
cat > read.py <<'PYTHON'
import docx, mammoth
from importlib.metadata import version

print("python-docx", version("python-docx"), "mammoth", version("mammoth"))
seen = {
    "python-docx": [paragraph.text.strip() for paragraph in docx.Document("statement.docx").paragraphs],
    "mammoth": [line.strip() for line in mammoth.extract_raw_text(open("statement.docx", "rb")).value.splitlines() if line],
    "LibreOffice": [line.strip() for line in open("statement.txt", encoding="utf-8-sig").read().splitlines() if line],
}
for reader, lines in seen.items():
    print(f"{reader:12} {lines}")
assert seen["python-docx"] == ["The plan is valid.", "Answer:"]
assert seen["mammoth"] == ["The plan is not valid.", "Answer: No"]
assert seen["LibreOffice"] == ["The plan is not surely valid.", "Answer: No"]
PYTHON
python3 write.py
soffice --version
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to txt:Text statement.docx > convert.txt 2>&1
python3 read.py
