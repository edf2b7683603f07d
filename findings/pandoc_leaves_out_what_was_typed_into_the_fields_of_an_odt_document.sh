#!/usr/bin/env bash
# pandoc leaves out what was typed into the input fields of an ODT document, its dates and variables, and whole sections.
#
# Expected: a field holds its text in the file, as it was shown last. A reader that cannot compute fields prints that
#   text, as pandoc does with those of Word. A section is a part of the document that has a name.
# Seen (pandoc 2.17, odfpy 1.4.1, LibreOffice 7.4.7): "Case NOR-17, plan valid: no, from 2024-02-05" is "Case , plan
#   valid: , from" in pandoc, and the paragraph in the section is not there, with no warning. odfpy's extractText has all
#   of it. When LibreOffice has saved the file as DOCX, pandoc reads the whole.
# Why it matters: decisions are written in templates whose changing parts are fields. What remains is the template, the
#   same for all cases. A section is what LibreOffice makes of a part with columns, or one that is protected.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib odfpy==1.4.1
{ command -v pandoc && command -v soffice; } > tools.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends pandoc libreoffice-writer > apt.txt; }

cat > write.py <<'PYTHON'
from importlib.metadata import version
from odf import teletype, text
from odf.opendocument import OpenDocumentText

document = OpenDocumentText()
declared = text.UserFieldDecls()
declared.addElement(text.UserFieldDecl(name="case", valuetype="string", stringvalue="NOR-17"))
document.text.addElement(declared)
decision = text.P(text="Case ")
decision.addElement(text.UserFieldGet(name="case", text="NOR-17"))
decision.addText(", plan valid: ")
decision.addElement(text.TextInput(description="yes or no", text="no"))
decision.addText(", from ")
decision.addElement(text.Date(datevalue="2024-02-05", fixed="true", text="2024-02-05"))
document.text.addElement(decision)
section = text.Section(name="reasons")
section.addElement(text.P(text="He needs help to dress."))
document.text.addElement(section)
document.text.addElement(text.P(text="End"))
document.save("decision.odt")
seen = [teletype.extractText(paragraph) for paragraph in document.getElementsByType(text.P)]
print("odfpy", version("odfpy"), seen)
assert seen == ["Case NOR-17, plan valid: no, from 2024-02-05", "He needs help to dress.", "End"]
PYTHON
python3 write.py
pandoc --version | sed -n 1p
pandoc --verbose -t plain --wrap=none decision.odt > pandoc.txt 2> messages.txt
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to docx decision.odt > convert.txt 2>&1
pandoc -t plain --wrap=none decision.docx > docx.txt
cat pandoc.txt messages.txt docx.txt
test "$(tr -d '\n' < pandoc.txt)" = "Case , plan valid: , fromEnd"
test ! -s messages.txt
grep -q '^Case NOR-17, plan valid: no, from 2' docx.txt
grep -q '^He needs help to dress' docx.txt
