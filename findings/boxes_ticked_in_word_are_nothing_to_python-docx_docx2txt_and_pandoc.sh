#!/usr/bin/env bash
# Which boxes of a Word form are ticked is in the text of none of python-docx, docx2txt, pandoc and LibreOffice.
#
# Expected: "☒ Yes ☐ No" in some form: the character, an [x], a cross, at least a sign at the place. Text tools know
#   footnotes, tables and formulas, and a ticked box is the answer of a form.
# Seen (python-docx 1.2.0, docx2txt 0.9, pandoc 2.17, LibreOffice 7.4.7): a box that was put in as a symbol (w:sym) is
#   nothing, as is a check box of a form (FORMCHECKBOX), whether it is ticked or not. LibreOffice's text has a
#   private-use character for the symbol, which no font for text shows, and nothing for the check box. mammoth 1.11.0
#   gives both kinds.
# Why it matters: the lines read "Yes No" for all cases alike. It looks as if nobody had filled the form in, and no
#   search finds those that are ticked.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  python-docx==1.2.0 docx2txt==0.9 mammoth==1.11.0
{ command -v soffice && command -v pandoc; } > tools.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer pandoc > apt.txt; }

cat > write.py <<'PYTHON'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

def add(paragraph, *parts):
    for part in parts:
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{part}</w:r>'))

def field(kind, inner=""):
    return f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>'

document = docx.Document()
symbols = document.add_paragraph("Plan: ")
fields = document.add_paragraph("Contacts: ")
for ticked, code, word in ((1, "F0FE", " Yes "), (0, "F0A8", " No")):
    add(symbols, f'<w:sym w:font="Wingdings" w:char="{code}"/>')
    box = f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked w:val="{ticked}"/></w:checkBox>'
    add(fields, field("begin", f'<w:ffData><w:name w:val="box"/><w:enabled/>{box}</w:ffData>'),
        "<w:instrText> FORMCHECKBOX </w:instrText>", field("separate"), field("end"))
    symbols.add_run(word), fields.add_run(word)
document.save("form.docx")
PYTHON
python3 write.py
pandoc --version | sed -n 1p
pandoc -t plain --wrap=none form.docx > pandoc.txt
soffice --version
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to txt:Text form.docx > convert.txt 2>&1
python3 - <<'PYTHON'
from importlib.metadata import version
import docx, docx2txt, mammoth

print("python-docx", version("python-docx"), "docx2txt", version("docx2txt"), "mammoth", version("mammoth"))
seen = {"python-docx": "\n".join(paragraph.text for paragraph in docx.Document("form.docx").paragraphs),
        "docx2txt": docx2txt.process("form.docx"), "pandoc": open("pandoc.txt").read(),
        "LibreOffice": open("form.txt", encoding="utf-8-sig").read(),
        "mammoth": mammoth.convert_to_html(open("form.docx", "rb")).value}
for tool, text in seen.items():
    print(f"{tool:12}", ascii(" ".join(text.split())))
for tool in ("python-docx", "docx2txt", "pandoc"):
    assert seen[tool].split() == "Plan: Yes No Contacts: Yes No".split()
assert seen["LibreOffice"].split() == "Plan: \uf0fe Yes \uf0a8 No Contacts: Yes No".split()
assert "\U0001f5f9 Yes" in seen["mammoth"] and seen["mammoth"].count('checked="checked"') == 1
PYTHON
