#!/usr/bin/env bash
# What a cell says is what LibreOffice shows of it, whatever makes it show that; and a sheet that LibreOffice saves as ODS
# or as CSV is the same list.
. "$(dirname "$0")/common.sh"
cd "$work"

cat >formats.py <<'P'
import openpyxl
from datetime import date
# What LibreOffice writes into a CSV is what is shown; of what only rounds, the digits are kept instead.
shown = [
    ("General", 1984), ("General", 0.1 + 0.2), ("General", 120000000000), ("@", 7), ("0000", 7), ('"A-"000', 7),
    ("00-0000", 240017), ("000000-0000", 9913319999), ("000 00", 11122), ('0" st"', 7), ('"nr "0" b"', 12),
    ('"Ja";;"Nej"', 1), ('"Ja";;"Nej"', 0), ('[=1]"Ja";[=0]"Nej";General', 0), ('[=1]"Ja";[=0]"Nej";General', 3),
    ('[<10]"få";"många"', 12), (";;;", 7), ("0;-0;", 0), ("0%", 0.07), ("General", -5), ("0;-0", -5),
    ("yyyy-mm-dd", date(2024, 3, 1)), ("yyyy-mm", date(2024, 3, 1)), ("yyyy", date(2024, 3, 1)),
    ("yyyy-mm-dd hh:mm", 45352.6), ("hh:mm", 45352.6), ("[h]:mm", 1.5), ('0;0;0;"x: "@', "text"),
]
rounded = [("0", 1.25, "1.25"), ("#,##0", 1250, "1250"), ("#,##0.00", 1250.5, "1250.5"), ("0.00E+00", 1234567, "1234567"),
           ("mmm yyyy", date(2024, 3, 1), "2024-03"), ("mm/yy", date(2024, 3, 1), "2024-03"), ("d/m/yy", date(2024, 3, 1), "2024-03-01")]
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["case_id", "unit", "cell"])
for n, (code, value, *_) in enumerate(shown + rounded):
    sheet.append([f"A{n}", "N", value])
    sheet.cell(n + 2, 3).number_format = code
book.save("cells.xlsx")
with open("rounded", "w") as file:
    file.writelines(f"A{n + len(shown)},{expected}\n" for n, (_, _, expected) in enumerate(rounded))
with open("last", "w") as file:
    file.write(str(len(shown)))
P
python3 formats.py
cat >s.toml <<'T'
id = "s"
version = "1"
language = "sv"
title = "S"
area = [{ id = "A", label = "A" }]
question = [{ id = "q", area = "A", text = "?" }]
T
soffice --headless --convert-to ods cells.xlsx >/dev/null 2>&1
soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true' cells.xlsx >/dev/null 2>&1
read_cells() { # file
  rm -rf study
  "$program" new study --protocol s.toml --cases "$1" >/dev/null
  python3 -c 'import csv; [print(f"{row[0]},{row[2]}") for row in list(csv.reader(open("study/cases.csv")))[1:]]'
}
python3 -c 'import csv, sys; [print(f"{row[0]},{row[2]}") for row in list(csv.reader(open("cells.csv")))[1:int(sys.argv[1]) + 1]]' "$(cat last)" >judge
read_cells cells.xlsx >xlsx
read_cells cells.ods >ods
same 'a cell of XLSX says what LibreOffice shows' judge <(head -n "$(cat last)" xlsx)
same 'a number keeps the digits that are only rounded away, and a date the parts that are shown' rounded <(tail -n +"$(($(cat last) + 1))" xlsx)
same 'the same sheet as ODS says the same' xlsx ods
