#!/usr/bin/env bash
# One list of cases is one study, as LibreOffice saves it, as Excel saves it as CSV, and as a file for each unit; and
# spreadsheets that claim to be huge end with a message, in little memory.
. "$(dirname "$0")/common.sh"
cd "$work"

cat >list.py <<'P'
import csv, zipfile
frame = {"Bromma": (40, 63), "Hässelby-Vällingby": (14, 18), "Kungsholmen": (17, 14), "Skarpnäck": (14, 19)}
head = ["Ärende", "Stadsdel", "Kön", "Födelseår", "Beslutsdatum"]
rows = []
for unit, (women, men) in frame.items():
    for n in range(women + men):
        sex = "Kvinna" if n < women else "Man"
        rows.append([f"{len(rows) + 1:05}", unit, sex, 1950 + n % 50, f"2023-{n % 12 + 1:02}-{n % 28 + 1:02}"])
def save(name, head, rows, encoding):
    with open(name, "w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows([head, *rows])
save("plain.csv", head, rows, "utf-8")
save("windows.csv", head, rows, "cp1252")
save("bom.csv", head, rows, "utf-8-sig")
for unit in frame:
    save(f"{unit}.csv", head[:1] + head[2:], [row[:1] + row[2:] for row in rows if row[1] == unit], "cp1252")

def archive(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as zip:
        for part, pieces in parts.items():
            with zip.open(part, "w", force_zip64=True) as file:
                for piece in [pieces] if isinstance(pieces, str) else pieces:
                    file.write(piece.encode())
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
def related(*kinds):
    relation = '<Relationship Id="r%d" Type="' + office + '%s" Target="%s"/>'
    return "<Relationships>" + "".join(relation % (n, *kind) for n, kind in enumerate(kinds)) + "</Relationships>"
def xlsx(name, rows, strings="<sst/>", dimension="A1:B2"):
    sheet = [f'<worksheet><dimension ref="{dimension}"/><sheetData>', *rows, "</sheetData></worksheet>"]
    archive(name, {
        "_rels/.rels": related(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": '<workbook><sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related(("worksheet", "s.xml"), ("sharedStrings", "t.xml")),
        "xl/t.xml": strings, "xl/s.xml": sheet})
def two(row):
    return [f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="XFD{row}"><v>2</v></c></row>']
cell, end = '<c t="inlineStr"><is><t>', "</t></is></c>"
long = "A" * 1000000
xlsx("dim.xlsx", two(1048576), dimension="A1:XFD1048576")
xlsx("dim2.xlsx", two(20000))
xlsx("bomb.xlsx", ["<row>" + cell + long + end + "</row>"] * 300)
xlsx("one.xlsx", ["<row>" + cell] + [long] * 120 + [end + "</row>"])
xlsx("count.xlsx", two(2), strings='<sst uniqueCount="99999999999999"/>')
xlsx("strings.xlsx", two(2), strings=["<sst>"] + ["<si><t/></si>" * 100000] * 100 + ["</sst>"])
xlsx("shared.xlsx", ["<row>" + '<c t="s"><v>0</v></c>' * 1000 + "</row>"] * 4000, strings="<sst><si><t>" + "A" * 30000 + "</t></si></sst>")
xlsx("cells.xlsx", ["<row>" + "<c><v>1</v></c>" * 1000 + "</row>"] * 5000)
xlsx("columns.xlsx", ["<row>" + "<c><v>1</v></c>" * 10000 + "</row>"])
def ods(name, rows):
    archive(name, {"content.xml": f'<office:document><table:table table:name="S">{rows}</table:table></office:document>'})
filled = "<text:p>x</text:p></table:table-cell></table:table-row>"
ods("repeat.ods", '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="900">' + filled)
ods("wide.ods", ('<table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell>' + filled) * 100000)
P
python3 list.py

cat >dv.toml <<'T'
id = "dv"
version = "1"
language = "sv"
title = "Granskning"
area = [{ id = "A", label = "Område" }]
question = [{ id = "q", area = "A", text = "?" }]
[[attribute]]
id = "unit"
label = "Verksamhet"
role = "unit"
values = { BRO = "Bromma", HV = "Hässelby-Vällingby", KUN = "Kungsholmen", SKA = "Skarpnäck" }
[[attribute]]
id = "sex"
label = "Kön"
role = "sex"
values = { K = "Kvinnor", M = "Män" }
[[attribute]]
id = "birth_year"
label = "Födelseår"
role = "birth_year"
at = 2023
T

made() { # folder, files...
  local folder=$1
  shift
  "$program" new "$folder" --protocol dv.toml --cases "$@" >"$folder.told"
}
# The first and the fifth column as text and as a date: else LibreOffice takes the zeros from the ids, as Excel does.
for form in xlsx ods xls; do
  soffice --headless --infilter='CSV:59,34,76,1,1/2/5/5' --convert-to $form --outdir saved plain.csv >/dev/null 2>&1
done
for file in saved/plain.xlsx saved/plain.ods saved/plain.xls windows.csv bom.csv; do
  ok "a study of $file" made "$(basename "$file" | tr . -)" "$file"
done
ok 'a study of four files' made four Bromma.csv Hässelby-Vällingby.csv Kungsholmen.csv Skarpnäck.csv
for name in plain-ods plain-xls windows-csv bom-csv four; do
  same "$name is the study of the spreadsheet" plain-xlsx/cases.csv "$name/cases.csv"
done
ok 'it has all the cases' test "$(grep -c '^0' plain-xlsx/cases.csv)" -eq 199
ok 'dates are dates' grep -q ',2023-03-03$' plain-xlsx/cases.csv
cat four.told

cat >run.py <<'P'
import resource, subprocess, sys, time
limit = 512 << 20
start = time.monotonic()
run = subprocess.run(sys.argv[1:], capture_output=True, text=True, timeout=60,
                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
seconds = time.monotonic() - start
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"     {seconds:.1f} s, {memory:.0f} MiB: {' '.join(run.stderr.splitlines()[:1])}")
sys.exit(not (run.returncode == 1 and seconds < 10 and memory < 512))
P
for bomb in {dim,dim2,bomb,one,count,strings,shared,cells,columns}.xlsx {repeat,wide}.ods; do
  ok "$bomb ends in time and memory" python3 run.py "$program" new boom --protocol dv.toml --cases "$bomb" --lang en
done
python3 -c 'import msoffcrypto.format.ooxml as ooxml
ooxml.OOXMLFile(open("saved/plain.xlsx", "rb")).encrypt("hemligt", open("locked.xlsx", "wb"))'
ok 'an encrypted file is told to be protected by a password' grep -q 'locked.xlsx: .*password' <("$program" new boom --protocol dv.toml --cases locked.xlsx --lang en 2>&1)
cp saved/plain.xlsx macros.xlsm
python3 -c 'import zipfile; zipfile.ZipFile("macros.xlsm", "a").writestr("xl/vbaProject.bin", b"x")'
"$program" new macros --protocol dv.toml --cases macros.xlsm --lang en >told 2>&1
ok 'a file with macros is read, and they are told' grep -q 'has macros' told
same 'it is the same study' plain-xlsx/cases.csv macros/cases.csv
ok 'nothing was written' test ! -e boom
