#!/usr/bin/env bash
# The report as others read it: a browser opens the page, LibreOffice the spreadsheet and the document. With
# AKTKOLL_PICTURES=folder the pictures of the pages stay there to be looked at.
. "$(dirname "$0")/common.sh"
here=$(cd "$(dirname "$0")" && pwd)
cd "$work"
study
pictures=${AKTKOLL_PICTURES:-$work/pictures}
mkdir -p "$pictures"

for lang in sv en; do
  ok "a page in $lang" "$program" report review -o "$lang.html" --lang "$lang"
done
ok 'a spreadsheet' "$program" report review -o report.xlsx
ok 'a document' "$program" report review -o report.docx
ok 'all is told again in their place' "$program" report review -o report.docx
ok 'the pages in a browser' python3 "$here/report.py" "$pictures" sv.html en.html

office() { soffice --headless -env:UserInstallation="file://$work/office" "$@" >/dev/null 2>&1; }
for file in report.xlsx report.docx; do
  office --convert-to pdf --outdir pdf "$file"
  ok "$file is printed" test -s "pdf/${file%.*}.pdf"
  mv "pdf/${file%.*}.pdf" "$pictures/$file.pdf"
  pdftotext -layout "$pictures/$file.pdf" "$file.txt"
done
heading=$("$program" report review | grep -m 1 '^### ' | cut -c 5-24)
ok 'the document has its headings' grep -q "$heading" report.docx.txt
ok 'Writer knows them as headings' office --convert-to odt report.docx
unzip -p report.odt content.xml >content.xml
ok 'of three kinds' test "$(grep -o 'text:outline-level="[12]"' content.xml | sort -u | wc -l)" -eq 2
ok 'and the heads of tables repeat' grep -q 'table:table-header-rows' content.xml

# Every sheet as LibreOffice shows it.
office --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,true,false,false,-1' --outdir shown report.xlsx
cat >counts.py <<'P'
import csv, glob, json, sys, tomllib, openpyxl
tally = json.load(open("tally.json"))
# A table is called by its question's caption.
asked = tomllib.load(open(sys.argv[1], "rb"))["question"]
captions = {one["id"]: one.get("caption", one["text"]) for one in asked}
rows = [row for name in glob.glob("shown/*.csv") for row in csv.reader(open(name, encoding="utf-8"), delimiter="\t")]
found = {}
heading = ""
for row in rows:
    filled = [cell for cell in row if cell]
    if len(filled) == 1:
        heading = filled[0].removesuffix(" (preliminär)")
    elif len(filled) > 1:
        found.setdefault((heading, row[0]), [cell for cell in row[1:] if cell])
missing = []
for question in tally["questions"]:
    for choice in question["groups"][-1]["choices"]:
        line = found.get((captions[question["id"]], choice["label"]))
        if line is None:
            continue
        has_percent = question["groups"][-1]["base"] >= 10
        if str(choice["n"]) != line[-1] or has_percent and line[-2] != f"{choice['pct']} %":
            missing.append((question["id"], choice["label"], choice["n"], line))
checked = sum((captions[q["id"]], c["label"]) in found for q in tally["questions"] for c in q["groups"][-1]["choices"])
print(f"     {checked} counts compared", *missing, sep="\n     ")
book = openpyxl.load_workbook("report.xlsx")
cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
numbers = [cell for cell in cells if cell.data_type == "n"]
texts = [cell for cell in cells if cell.data_type == "s"]
digits = [cell for cell in texts if str(cell.value).isdigit()]
charts = sum(len(sheet._charts) for sheet in book)
print(f"     {len(book.sheetnames)} sheets, {len(numbers)} numbers, {charts} charts")
formulas = [cell for cell in cells if cell.data_type == "f"]
frozen = all(sheet.freeze_panes for sheet in book.worksheets[1:])
sys.exit(bool(missing or digits or formulas) or checked < 20 or charts < 5 or not frozen)
P
"$program" tally review --format json >tally.json
ok 'the counts are those of the tally, and numbers are numbers' python3 counts.py "$repo/protocols/dv2021.toml"

# A share that is exactly a half goes up in LibreOffice as it does here, for each of the hundred halves: it is stored
# larger by four of a number's smallest steps.
cat >halves.py <<'P'
import openpyxl, sys
if len(sys.argv) == 1:
    book = openpyxl.Workbook()
    for row, k in enumerate(range(1, 200, 2), 1):
        cell = book.active.cell(row, 1, k / 200 * (1 + 2**-50))
        cell.number_format = "0\\ %"
    book.save("halves.xlsx")
else:
    shown = [line.strip() for line in open("shown/halves.csv", encoding="utf-8")]
    ours = [f"{(200 * k + 200) // 400} %" for k in range(1, 200, 2)]
    print("    ", [pair for pair in zip(shown, ours) if pair[0] != pair[1]][:5])
    sys.exit(shown != ours)
P
python3 halves.py
office --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,true' --outdir shown halves.xlsx
ok 'halves go up' python3 halves.py check

# The fields of an outline, counted by another: what each says against the answers of the file.
cat >fields.py <<'P'
import collections, csv, re, subprocess, sys
program, data = sys.argv[1:]
rows = lambda name: list(csv.DictReader(open(f"{data}/{name}", encoding="utf-8")))
cases = {row["case"]: row for row in rows("cases.csv")}
given = {(row["case"], row["question"]): row["answer"] for row in rows("answers.csv")}
units = {"BRO": "Bromma", "HAV": "Hässelby-Vällingby", "KUN": "Kungsholmen", "SKA": "Skarpnäck"}
numbers = "inget ett två tre fyra fem sex sju åtta nio tio elva tolv".split()
words = lambda n: numbers[n] if n < len(numbers) else str(n)
asked = {"gfp_aktuell": ["ja", "nej"], "intressen": ["ja", "delvis", "nej"], "dur_aktuell": ["ja", "nej"],
    "uppfoljning": ["ja", "nej"], "medgivande": ["ja", "nej"], "vardkontakt": ["ja", "nej"], "journalforing": ["ja", "nej"]}
lines, expected = [], []
for question, choices in asked.items():
    base = [case for (case, asked), answer in given.items() if asked == question and answer != "ej_aktuellt"]
    for choice in choices:
        hits = [case for case in base if given[case, question] == choice]
        women = sum(cases[case]["sex"] == "K" for case in hits)
        where = f"{question}={choice}"
        lines.append(f"X|{where}|{{count {where}}}|{{words {where}}}|{{base {question}}}|{{pct {where}}}|{{count {where} & sex=K}}|{{spread {where}}}|")
        share = f"{(200 * len(hits) + len(base)) // (2 * len(base))} procent"
        spread = collections.Counter(units[cases[case]["unit"]] for case in hits)
        expected.append((where, str(len(hits)), words(len(hits)), str(len(base)), share, str(women), spread))
with open("review/report.toml", "w", encoding="utf-8") as file:
    file.write('[[section]]\nheading = "F"\ncontent = [\n' + "".join(f'  {{ text = "{line}" }},\n' for line in lines) + "]\n")
text = subprocess.run([program, "report", "review", "--lang", "sv", "--name-single"], capture_output=True, text=True, check=True).stdout
found = {line.split("|")[1]: line.split("|")[2:] for line in re.sub(r"\\(.)", r"\1", text).splitlines() if line.startswith("X|")}
wrong = []
for where, *figures, spread in expected:
    got = found[where]
    told = collections.Counter()
    for part in re.split(r", (?=[0-9a-zåäö]+ (?:i|vardera)\b)| (?:och|samt) (?=[0-9a-zåäö]+ (?:i|vardera)\b)", got[5]):
        number, rest = part.split(" ", 1)
        for unit in units.values():
            if unit in rest:
                told[unit] += numbers.index(number) if number in numbers else int(number)
    if got[:5] != figures or sum(spread.values()) and told != spread:
        wrong.append((where, got, figures, spread))
if "Preliminärt: 80 av 80" not in text.partition("\n## F\n")[2].partition("X|")[0]:
    wrong.append("the section reads as if all were finished")
print(f"     {6 * len(expected)} fields compared", *wrong, sep="\n     ")
sys.exit(bool(wrong) or len(expected) < 15)
P
ok 'the fields of an outline are those of the answers' python3 fields.py "$program" "$repo/tests/data/dv2021"
rm review/report.toml

printf 'id;unit\n' >cases.xlsx
ok 'another file is not written over' sh -c '! "$1" report review -o cases.xlsx 2>told' - "$program"
office --convert-to 'docx:MS Word 2007 XML' --outdir saved report.docx
office --convert-to 'xlsx:Calc MS Excel 2007 XML' --outdir saved report.xlsx
for file in report.docx report.xlsx; do
  cp "saved/$file" "$file"
  ok "nor is $file that somebody saved again" sh -c '! "$1" report review -o "$2" 2>told' - "$program" "$file"
done
