#!/usr/bin/env bash
# A line break or a tab inside a paragraph of an ODS cell is nothing to calamine and pandas: the words on both sides
# become one.
#
# Expected: <text:line-break/> is a newline and <text:tab/> a tab. Both readers know the neighbouring element <text:s/>,
#   which stands for blanks.
# Seen (python-calamine 0.9.1, pandas 2.3.3 with odfpy 1.4.1): "NOR", line break, "East" reads NOREast, and a tab is
#   dropped alike. Between two paragraphs calamine has a newline, pandas nothing.
# Why it matters: a cell with two units or two answers, one below the other, becomes one word that matches neither. What
#   writes which of the two is up to the office program: a reader has to know both.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  pandas==2.3.3 odfpy==1.4.1 python-calamine==0.9.1

python3 - <<'PYTHON'
import odf.table, pandas, python_calamine
from importlib.metadata import version
from odf.opendocument import OpenDocumentSpreadsheet
from odf.text import LineBreak, P, S, Tab

print("pandas", pandas.__version__, "odfpy", version("odfpy"), "python-calamine", version("python-calamine"))

def paragraph(*parts):
    element = P()
    for part in parts:
        element.addText(part) if isinstance(part, str) else element.addElement(part)
    return element

book, table = OpenDocumentSpreadsheet(), odf.table.Table(name="Akter")
cells = {
    "blanks": [paragraph("NOR", S(c=2), "East")],
    "paragraphs": [paragraph("NOR"), paragraph("East")],
    "line break": [paragraph("NOR", LineBreak(), "East")],
    "tab": [paragraph("NOR", Tab(), "East")],
}
for paragraphs in cells.values():
    row, cell = odf.table.TableRow(), odf.table.TableCell(valuetype="string")
    for each in paragraphs:
        cell.addElement(each)
    row.addElement(cell)
    table.addElement(row)
book.spreadsheet.addElement(table)
book.save("units.ods")
frame = pandas.read_excel("units.ods", engine="odf", header=None)[0].tolist()
sheet = [row[0] for row in python_calamine.CalamineWorkbook.from_path("units.ods").get_sheet_by_index(0).to_python()]
for name, ours, theirs in zip(cells, frame, sheet):
    print(f"{name:11} pandas {ours!r:14} calamine {theirs!r}")
assert frame == ["NOR  East", "NOREast", "NOREast", "NOREast"]
assert sheet == ["NOR  East", "NOR\nEast", "NOREast", "NOREast"]
PYTHON
