#!/usr/bin/env bash
# LibreOffice's conversion to text has what is hidden on the page, and lacks the footnotes and the text boxes that are
# seen there.
#
# Expected: a text file has the words of the printed page. Footnotes come at the end, text boxes somewhere; what is
#   marked as hidden is left out, as in the conversion to PDF by the same program.
# Seen (LibreOffice 7.4.7, document by odfpy 1.4.1): the PDF has the box and the note and not the hidden sentence. The
#   text is the reverse in all three. Of the footnote its number is left, glued to the year before it: 20161.
# Why it matters: notes hold the reasons and boxes the case number of a letter, and hidden text is what somebody took
#   out before sending it. Case files that are turned to text in bulk show the coder another document than was sent.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib odfpy==1.4.1
{ command -v soffice && command -v pdftotext; } > tools.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer poppler-utils > apt.txt; }

cat > write.py <<'PYTHON'
from importlib.metadata import version
from odf import draw, style, text
from odf.opendocument import OpenDocumentText

print("odfpy", version("odfpy"))
document = OpenDocumentText()
hidden = style.Style(name="hidden", family="text")
hidden.addElement(style.TextProperties(display="none"))
document.automaticstyles.addElement(hidden)
decision = text.P(text="The decision of 2016")
note = text.Note(id="n1", noteclass="footnote")
note.addElement(text.NoteCitation(text="1"))
body = text.NoteBody()
body.addElement(text.P(text="It was changed on appeal."))
note.addElement(body)
decision.addElement(note)
decision.addText(" holds. ")
decision.addElement(text.Span(stylename=hidden, text="His mother disagrees. "))
decision.addText("End.")
letter = text.P(text="")
frame = draw.Frame(anchortype="as-char", width="6cm", height="1cm")
box = draw.TextBox()
box.addElement(text.P(text="Case NOR-17"))
frame.addElement(box)
letter.addElement(frame)
for paragraph in (letter, decision):
    document.text.addElement(paragraph)
document.save("letter.odt")
PYTHON
python3 write.py
soffice --version
for format in txt:Text pdf; do
  soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to $format letter.odt > convert.txt 2>&1
done
pdftotext letter.pdf page.txt
for file in letter.txt page.txt; do
  echo "$file:"
  tr -s '\n\f' ' ' < $file
  echo
done
grep -q 'The decision of 20161 holds. His mother disagrees. End.' letter.txt
! grep -qE 'appeal|NOR-17' letter.txt || exit 1
grep -q 'Case NOR-17' page.txt
grep -q 'It was changed on appeal' page.txt
! grep -q 'mother' page.txt || exit 1
