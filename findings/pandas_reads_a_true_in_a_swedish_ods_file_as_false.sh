#!/usr/bin/env bash
# pandas reads TRUE in an ODS file as False unless it is displayed in English, and refuses a file with 37:30 hours.
#
# Expected: a cell of OpenDocument has its value in an attribute (boolean-value="true", time-value="PT37H30M") and the
#   text on the screen beside it. A reader takes the value, as pandas does for numbers, shares and dates.
# Seen (pandas 2.3.3 with odfpy 1.4.1): booleans and times are read from the text. A file that LibreOffice saved in
#   Swedish shows SANT, which is False, as FALSKT is. A duration of more than 24 hours is an error that stops the whole
#   file. calamine (python-calamine 0.9.1) reads True, and the duration as PT37H30M00S.
# Why it matters: tick columns of case lists ("has a plan") come out as all no, without a sign, for everyone whose
#   office program is not English. Hours per week are durations in the same lists.
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
from odf.text import P

print("pandas", pandas.__version__, "odfpy", version("odfpy"), "python-calamine", version("python-calamine"))

def save(file, cells):
    book = OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Akter")
    for shown, attributes in cells:
        row, cell = odf.table.TableRow(), odf.table.TableCell(**attributes)
        cell.addElement(P(text=shown))
        row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(file)

def frame(file):
    return pandas.read_excel(file, engine="odf", header=None)[0].tolist()

def calamine(file):
    return [row[0] for row in python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()]

boolean = lambda shown, value: (shown, {"valuetype": "boolean", "booleanvalue": value})
save("ticks.ods", [boolean("SANT", "true"), boolean("FALSKT", "false"), boolean("TRUE", "true")])
save("hours.ods", [("37:30", {"valuetype": "time", "timevalue": "PT37H30M00S"})])
print("SANT, FALSKT, TRUE: pandas", frame("ticks.ods"), "calamine", calamine("ticks.ods"))
assert frame("ticks.ods") == [False, False, True]
assert calamine("ticks.ods") == [True, False, True]
try:
    hours = frame("hours.ods")
except ValueError as error:
    hours = f"{type(error).__name__}: {error}"
print("37:30: pandas", hours, "calamine", calamine("hours.ods"))
assert calamine("hours.ods") == ["PT37H30M00S"]
assert str(hours).startswith("DateParseError: hour must be in 0..23")
PYTHON
