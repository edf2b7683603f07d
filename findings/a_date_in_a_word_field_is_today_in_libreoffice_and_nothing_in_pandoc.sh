#!/usr/bin/env bash
# Of a letter with a date field LibreOffice's text has today's date, pandoc's and python-docx's none, and docx2txt's the
# date of the letter.
#
# Expected: the date that was stored with the letter when it was saved, as it is in the file.
# Seen (LibreOffice 7.4.7, pandoc 2.17, python-docx 1.2.0, docx2txt 0.9): four readers, three answers. LibreOffice
#   computes DATE anew on the day of the conversion. pandoc and python-docx leave out fields in the short form
#   (fldSimple), also the case number of a MERGEFIELD, and have those in the long form (fldChar).
# Why it matters: whether a decision came in time is read from its date. In converted files it is the day on which
#   somebody converted them, the same for all, or nothing. The two forms of a field look alike in Word.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  python-docx==1.2.0 docx2txt==0.9
{ command -v soffice && command -v pandoc; } > tools.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer pandoc > apt.txt; }

cat > write.py <<'PYTHON'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
for name, code, stored in (("Date", "DATE", "2016-05-04"), ("Case", "MERGEFIELD case", "NOR-17")):
    paragraph = document.add_paragraph(f"{name} ")
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>{stored}</w:t></w:r></w:fldSimple>'))
    paragraph.add_run(" and ")
    for part in ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText> {code} </w:instrText>",
                 '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{stored}</w:t>", '<w:fldChar w:fldCharType="end"/>'):
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{part}</w:r>'))
document.save("letter.docx")
PYTHON
python3 write.py
pandoc --version | sed -n 1p
pandoc -t plain --wrap=none letter.docx > pandoc.txt
soffice --version
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to txt:Text letter.docx > convert.txt 2>&1
python3 - <<'PYTHON'
import datetime
from importlib.metadata import version
import docx, docx2txt

print("python-docx", version("python-docx"), "docx2txt", version("docx2txt"))
seen = {"python-docx": "\n".join(paragraph.text for paragraph in docx.Document("letter.docx").paragraphs),
        "docx2txt": docx2txt.process("letter.docx"), "pandoc": open("pandoc.txt").read(),
        "LibreOffice": open("letter.txt", encoding="utf-8-sig").read()}
seen = {tool: " ".join(text.split()) for tool, text in seen.items()}
for tool, text in seen.items():
    print(f"{tool:12}", text)
assert seen["python-docx"] == seen["pandoc"] == "Date and 2016-05-04 Case and NOR-17"
assert seen["docx2txt"] == "Date 2016-05-04 and 2016-05-04 Case NOR-17 and NOR-17"
date = seen["LibreOffice"].split(" Case")[0]
this_year = f"/{datetime.date.today().year % 100}"
assert date.count(this_year) == 2 and "2016-05-04" not in date and "05/04/16" not in date, date
PYTHON
