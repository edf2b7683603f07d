#!/usr/bin/env bash
# What is exported opens in PSPP, R, LibreOffice and the tools of Frictionless Data, and counts there as in the program.
. "$(dirname "$0")/common.sh"
study
recode
cd "$work"
"$program" export review --format all --out out >/dev/null 2>told
ok 'small groups are named before' grep -q 'diagnos=' told
ok 'the checksums hold' sh -c 'cd out && sha256sum --check --quiet SHA256SUMS'

# Question, choice and count of every choice that somebody gave, by the codebook's ids, from "variable<tab>code<tab>count".
cat >named.py <<'P'
import csv, sys
book = {}
for row in csv.DictReader(open("out/kodbok.csv", encoding="utf-8")):
    book[row["variable"], row["code"]] = row
lines = []
for line in sys.stdin.read().splitlines():
    variable, code, n = line.split("\t")
    row = book.get((variable, code))
    if row is None or not row["question"]:
        continue
    if row["type"] == "code":
        lines.append(f"{row['question']}\t{row['id']}\t{n}")
    elif row["type"] == "flag" and code == "1":
        lines.append(f"{row['question']}\t{row['choice']}\t{n}")
print("\n".join(sorted(lines)))
P
"$program" tally review --format json | jq -r '.questions[] | .id as $q | .groups[-1] | select(.choices | length > 0) |
  .choices[] | select(.n > 0) | [$q, .id, .n] | @tsv' | grep -v '^enh_' | sort >expected
ok 'there is much to compare' test "$(wc -l <expected)" -gt 100

# SPSS: PSPP runs the syntax, and what it saves has all labels.
ok 'PSPP runs the syntax' sh -c 'cd out && pspp --no-output data.sps'
cat >sav.py <<'P'
import collections, csv, pyreadstat
frame, meta = pyreadstat.read_sav("out/data.sav", user_missing=True, output_format="dict")
book = [row for row in csv.DictReader(open("out/kodbok.csv", encoding="utf-8")) if row["file"] == "data-bred.csv"]
for row in book:
    name, code = row["variable"], row["code"]
    assert meta.column_names_to_labels[name] == row["label"] or len(row["label"].encode()) > 255, name
    if code:
        key = code if row["type"] == "text" else float(code)
        assert meta.variable_value_labels[name][key] == row["code_label"], (name, code)
    if row["missing"] == "1":
        ranges = [(one["lo"], one["hi"]) for one in meta.missing_ranges[name]]
        assert (float(code), float(code)) in ranges, (name, ranges)
wide = list(csv.DictReader(open("out/data-bred.csv", encoding="utf-8")))
assert len(frame["case_id"]) == len(wide) and list(frame) == list(wide[0])
for place, row in enumerate(wide):
    for name, cell in row.items():
        value = frame[name][place]
        same = (value != value or value == "" or value is None) if cell == "" else (value == cell or float(value) == float(cell))
        assert same, (name, cell, value)
for name, values in frame.items():
    for value, n in collections.Counter(values).items():
        print(name, int(value) if isinstance(value, float) and value == int(value) else value, n, sep="\t")
P
python3 sav.py >sav.tsv || echo 'FAIL the .sav file does not read back'
python3 named.py <sav.tsv >pspp
same 'the .sav file counts as the program does' expected pspp

# R, whatever the locale is.
cat >counts.R <<'P'
source("data.R")
for (name in names(data)) {
  values <- data[[name]]
  stopifnot(nchar(attr(values, "label")) > 0)
  if (is.numeric(values) || is.factor(values)) {
    counts <- table(values)
    for (value in names(counts)) if (counts[[value]] > 0) cat(name, enc2utf8(value), counts[[value]], sep = "\t", fill = FALSE, "\n")
  }
}
stopifnot(identical(levels(data[["sex"]]), c("Kvinna", "Man")))
stopifnot(identical(charToRaw(enc2utf8(attr(data[["sex"]], "label"))), as.raw(c(0x4b, 0xc3, 0xb6, 0x6e))))
P
cat >labels.py <<'P'
import csv, sys
book = {}
for row in csv.DictReader(open("out/kodbok.csv", encoding="utf-8")):
    book.setdefault((row["variable"], row["code_label"]), row["code"])
    book[row["variable"], row["code"]] = row["code"]
for line in sys.stdin.read().splitlines():
    variable, label, n = line.rstrip("\t").split("\t")
    if (variable, label) in book:
        print(variable, book[variable, label], n, sep="\t")
P
for locale in C.UTF-8 C; do
  (cd out && LC_ALL=$locale Rscript --vanilla ../counts.R) >"r.$locale" || echo "FAIL R under $locale"
done
python3 labels.py <r.C.UTF-8 | python3 named.py >r
same 'R counts as the program does' expected r
same 'R counts the same under LC_ALL=C' <(grep -v '[^ -~	]' r.C.UTF-8) <(grep -v '<U+\|[^ -~	]' r.C)
ok 'and as many values' test "$(wc -l <r.C)" -eq "$(wc -l <r.C.UTF-8)"

# A Swedish Excel: LibreOffice reads the file as one and gives the same cells.
soffice --headless --infilter='CSV:59,34,76,1,,1053' --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,1053' \
  --outdir office out/svar-excel.csv >/dev/null 2>&1
cat >office.py <<'P'
import csv
mine = list(csv.reader(open("out/svar-excel.csv", encoding="utf-8-sig", newline=""), delimiter=";"))
office = list(csv.reader(open("office/svar-excel.csv", encoding="utf-8", newline=""), delimiter="\t"))
assert mine == office, [pair for pair in zip(mine, office) if pair[0] != pair[1]][:2]
flat = [cell for row in mine for cell in row]
assert any("ä" in cell for cell in flat) and any("å" in cell for cell in flat) and any("ö" in cell for cell in flat)
P
ok 'LibreOffice reads the Swedish file with å, ä and ö' python3 office.py

# Decimals, quotation marks and what looks like a formula.
cat >small.toml <<'T'
id = "small"
version = "1"
language = "sv"
title = "Liten"
area = [{ id = "A", label = "Område" }]
question = [{ id = "timmar", area = "A", text = "Timmar?", kind = "number" }, { id = "ord", area = "A", text = "Ord?", kind = "text" }]
T
printf 'case_id\nÅ-1\nÅ-2\n' >small-cases.csv
cat >small-answers.csv <<'T'
case,question,answer
Å-1,timmar,2.5
Å-2,timmar,-0.25
Å-1,ord,"=1+1; ""ett, två"""
Å-2,ord,'enkelt'
T
"$program" new small --protocol small.toml --cases small-cases.csv >/dev/null
"$program" import small small-answers.csv --coder test >/dev/null 2>&1
"$program" export small --format all --out odd >/dev/null 2>&1
soffice --headless --infilter='CSV:59,34,76,1,,1053' --convert-to fods --outdir office odd/svar-excel.csv >/dev/null 2>&1
cat >odd.py <<'P'
import json, re
from frictionless import Package
sheet = open("office/svar-excel.fods", encoding="utf-8").read()
numbers = sorted(re.findall(r'office:value-type="float" office:value="([^"]*)"', sheet))
assert numbers == ["-0.25", "2.5"], numbers
assert "table:formula" not in sheet and "<text:p>'=1+1; " in sheet.replace("&apos;", "'"), "a formula"
said = ['=1+1; "ett, två"', "'enkelt'"]
assert [row["ord"] for row in Package("odd/datapackage.json").get_resource("data").read_rows()] == said
assert [json.loads(line)["answers"]["ord"] for line in open("odd/data.jsonl", encoding="utf-8")] == said
P
ok 'LibreOffice has numbers as numbers and a formula as text' python3 odd.py
cat >odd-sav.py <<'P'
import pyreadstat
frame, _ = pyreadstat.read_sav("odd/data.sav", output_format="dict")
assert frame == {"case_id": ["Å-1", "Å-2"], "timmar": [2.5, -0.25], "ord": ['=1+1; "ett, två"', "'enkelt'"]}, frame
P
ok 'PSPP has them too' sh -c 'cd odd && pspp --no-output data.sps && cd .. && python3 odd-sav.py'
cat >odd.R <<'P'
source("data.R")
stopifnot(identical(as.vector(data[["timmar"]]), c(2.5, -0.25)))
stopifnot(identical(enc2utf8(as.vector(data[["ord"]])), c("=1+1; \"ett, tv\u00e5\"", "'enkelt'")))
P
ok 'and R' sh -c 'cd odd && LC_ALL=C Rscript --vanilla ../odd.R'

# Frictionless Data.
ok 'the data package validates' frictionless validate out/datapackage.json
cat >package.py <<'P'
import json
from frictionless import Package
package = Package("out/datapackage.json")
rows = package.get_resource("data").read_rows()
assert len(rows) == 80, len(rows)
assert rows[0]["case_id"] == "BRO-01"
fields = json.load(open("out/datapackage.json"))["resources"][0]["schema"]["fields"]
assert any({"value": 1, "label": "Ja"} in field.get("categories", []) for field in fields)
P
ok 'it reads' python3 package.py
cat >refused.py <<'P'
import csv, json, os
from frictionless import validate
package = json.load(open("out/datapackage.json"))
data = package["resources"][0]
listed = [field["name"] for field in data["schema"]["fields"] if field["type"] == "integer" and "categories" in field]
with open("out/" + data["path"], encoding="utf-8") as whole:
    rows = list(csv.reader(whole))
rows[1][rows[0].index(listed[0])] = "77"
os.makedirs("wrong", exist_ok=True)
with open("wrong/data.csv", "w", encoding="utf-8") as wrong:
    csv.writer(wrong, lineterminator="\n").writerows(rows)
del data["hash"], data["bytes"]
package["resources"] = [{**data, "path": "data.csv"}]
json.dump(package, open("wrong/datapackage.json", "w"))
assert validate("wrong/datapackage.json").flatten(["type"]) == [["constraint-error"]]
P
ok 'an answer that is none is refused' python3 refused.py

# REDCap: every field of the records stands in the dictionary.
"$program" protocol export review/protocol.toml --format redcap -o dictionary.csv 2>/dev/null
cat >redcap.py <<'P'
import csv
fields = {}
for row in csv.DictReader(open("dictionary.csv", encoding="utf-8-sig")):
    codes = [one.split(",")[0].strip() for one in row["Choices, Calculations, OR Slider Labels"].split("|")]
    kind, name = row["Field Type"], row["Variable / Field Name"]
    names = [f"{name}___{code}" for code in codes] if kind == "checkbox" else [name]
    fields.update({one: (kind, codes) for one in names})
form = row["Form Name"]
records = csv.DictReader(open("out/redcap.csv", encoding="utf-8"))
unknown = [name for name in records.fieldnames if name not in fields and name != form + "_complete"]
assert unknown == [], unknown
seen = 0
for record in records:
    for name, cell in record.items():
        kind, codes = fields.get(name, ("", []))
        assert not cell or kind not in ("radio", "dropdown") or cell in codes, (name, cell)
        seen += bool(cell) and kind == "radio"
assert seen > 1000, seen
P
ok 'the records fit the dictionary' python3 redcap.py

# Parquet: the documented command, on the ledger.
block ledger 'sql parquet' >parquet.sql
cat >parquet.py <<'P'
import duckdb
duckdb.sql(open("parquet.sql").read())
for row in duckdb.sql("SELECT question, answer, count(*) FROM 'answers.parquet' GROUP BY ALL").fetchall():
    print(*row, sep="\t")
P
python3 parquet.py | per_choice >parquet
tallied >tally
same "the documented Parquet file counts as the program does" tally parquet
