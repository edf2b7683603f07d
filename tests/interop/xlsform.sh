#!/usr/bin/env bash
# Forms written by openpyxl and LibreOffice read like the CSV file, and pyxform takes every form that is exported.
. "$(dirname "$0")/common.sh"
cd "$work"

cat >form.py <<'P'
import csv, sys
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
survey = [
    ["type", "name", "label", "relevant", "constraint", "required", "disabled"],
    ["begin group", "g", "Grupp", None, None, None, None],
    ["select_one yn", "a", "Är det så?", None, None, True, False],
    ["integer", "n", "Hur många?", "${a} = 'yes'", ". >= 0 and . <= 99", True, None],
    ["select_multiple grade", "b", "Vilka grader?", "${n} > 1", None, False, None],
    ["text", "gone", "Borta", None, None, None, True],
    ["end group", None, None, None, None, None, None],
]
choices = [["list_name", "name", "label"], ["yn", "yes", "Ja"], ["yn", "no", "Nej"],
           ["grade", 1.0, "Ett"], ["grade", 2, "Två"], ["grade", "3", "Tre"]]
settings = [["form_title", "form_id", "version", "default_language"], ["Prov", "prov", 7.0, "Svenska (sv)"]]
sheets = {"survey": survey, "choices": choices, "settings": settings}
book = Workbook()
book.remove(book.active)
for name, rows in sheets.items():
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
book["survey"]["C4"] = CellRichText("Hur ", TextBlock(InlineFont(b=True), "många?"))
book.save("form.xlsx")
def text(cell):
    if cell is None: return ""
    if isinstance(cell, bool): return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer(): return str(int(cell))
    return str(cell)
with open("form.csv", "w", newline="") as file:
    writer = csv.writer(file)
    for name, rows in sheets.items():
        writer.writerow([name])
        writer.writerows([[""] + [text(cell) for cell in row] for row in rows])
P
python3 form.py
read_form() { "$program" protocol import "$1" -o "$2" 2>"$2.told"; }

ok 'the CSV file is read' read_form form.csv csv.toml
ok 'what openpyxl wrote is read' read_form form.xlsx openpyxl.toml
same 'and gives the same protocol' csv.toml openpyxl.toml
mkdir converted
for to in xlsx ods xls; do
  soffice --headless --convert-to "$to" --outdir converted form.xlsx >/dev/null 2>&1
  ok "what LibreOffice wrote as $to is read" read_form "converted/form.$to" "libreoffice-$to.toml"
  same "and gives the same protocol ($to)" csv.toml "libreoffice-$to.toml"
done

for file in "$repo"/protocols/*.toml; do
  id=$(basename "$file" .toml)
  "$program" protocol export "$id" --format xlsx -o "$id.xlsx" 2>/dev/null
  ok "pyxform takes $id" xls2xform --skip_validate "$id.xlsx" "$id.xml" 2>"$id.err" || cat "$id.err"
  ok "and there is a form" grep -q '<h:html' "$id.xml"
done
