#!/usr/bin/env bash
# The half-coded sheet of 2021, 80 cases by 53 questions, with the other half coded here, gives every printed figure:
# as openpyxl and LibreOffice save it and as Excel saves it as CSV. One wrong cell refuses all of it.
. "$(dirname "$0")/common.sh"
cd "$work"

cat >sheet.py <<'P'
import csv, io, sys, openpyxl
data = sys.argv[1]
read = lambda name: list(csv.DictReader(open(f"{data}/{name}.csv", encoding="utf-8")))
questions = [row["question"] for row in read("questions")]
cases = [row["case"] for row in read("cases")]
answers = read("answers")
half = set(cases[::2])
given = {(row["case"], row["question"]): row["answer"] for row in answers if row["case"] in half}
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Svar"
sheet.append(["Granskning 2021, halva"])
sheet.append([])
sheet.append(["Ärende", *questions])
for case in cases:
    sheet.append([case, *(given.get((case, question)) for question in questions)])
sheet.append(["Summa", len(half)])
assert len(cases) == 80 and len(questions) == 53
book.save("svar.xlsx")
with open("svar.csv", "w", newline="", encoding="cp1252") as file:
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(sheet.iter_rows(values_only=True))
place = cases.index("BRO-03") + 4
sheet.cell(place, 2).value = "kanske"
book.save("fel.xlsx")
with open("rest.csv", "w", newline="", encoding="utf-8") as file:
    rest = csv.writer(file)
    rest.writerow(["case", "question", "answer"])
    rest.writerows(list(row.values())[:3] for row in answers if row["case"] not in half)
P
python3 sheet.py "$repo/tests/data/dv2021"

cat >figures.py <<'P'
import json, subprocess, sys
program, study, data = sys.argv[1:]
def conditions(table, unit, sex):
    value = lambda one: "|".join(one) if isinstance(one, list) else one
    found = [f"{key}={value(wanted)}" for key, wanted in (table or {}).items()]
    return found + [f"unit={unit}"] * bool(unit) + [f"sex={sex}"] * (sex in ("K", "M"))
right, wrong = 0, []
for figure in json.load(open(f"{data}/figures.json", encoding="utf-8"))["figures"]:
    kind = figure["kind"]
    if figure["status"] not in ("exact", "within_rounding") or kind not in ("tally", "multi", "at_least", "sex_share"):
        continue
    for cell in figure["cells"]:
        if not isinstance(cell.get("n"), int) or "where" not in cell:
            continue
        unit, sex = cell.get("unit"), cell.get("sex")
        arguments = [f"--where={one}" for one in conditions(cell["where"], unit, sex)]
        if isinstance(cell.get("of"), int):
            tables = [figure.get("base_where")] + [cell["where"]] * (kind == "sex_share")
            only = None if kind == "sex_share" else sex
            arguments += [f"--base={one}" for table in tables for one in conditions(table, unit, only)]
        out = subprocess.run([program, "count", study, "--format", "json", *arguments], capture_output=True, check=True)
        found = json.loads(out.stdout)
        enough = found["n"] >= cell["n"] if kind == "at_least" else found["n"] == cell["n"]
        if enough and found["of"] in (None, cell.get("of")):
            right += 1
        else:
            wrong.append(f"{figure['id']} {cell.get('cat')}: {cell['n']}, found {found}")
print(right, *wrong, sep="\n")
sys.exit((right, wrong) != (154, []))
P

soffice --headless --convert-to ods --outdir saved svar.xlsx >/dev/null 2>&1
soffice --headless --convert-to xlsx:'Calc MS Excel 2007 XML' --outdir saved svar.xlsx >/dev/null 2>&1
made() { "$program" new "$1" --protocol dv2021 --cases "$repo/tests/data/dv2021/cases.csv" >/dev/null; }
all() { # a study of the sheet and of the other half
  "$program" import "$1" "$2" --coder carina >"$1.told" && "$program" import "$1" rest.csv --coder lotta >/dev/null
}
for file in svar.xlsx saved/svar.xlsx saved/svar.ods svar.csv; do
  study=$(basename "$file" | tr . -)$(dirname "$file" | tr -dc a-z)
  made "$study"
  ok "$file is imported" all "$study" "$file"
  ok '  every figure comes out' python3 figures.py "$program" "$study" "$repo/tests/data/dv2021"
  ok '  its row of sums is told' grep -q 'Summor.* 84$' "$study.told"
done

made wrong
refused() { ! "$program" import wrong fel.xlsx --coder carina >told 2>&1; }
ok 'a sheet with one wrong cell is refused' refused
ok '  by the address of that cell' grep -q 'fel.xlsx: Svar!B6: "kanske"' told
ok '  and by no other' test "$(grep -c 'Svar!' told)" -eq 1
ok '  with nothing imported' test ! -e wrong/ledger/carina
