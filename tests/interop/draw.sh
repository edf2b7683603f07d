#!/usr/bin/env bash
# The documented draws in R and SQL, and one in the shell, give the cases that the program draws, from any order of the list.
. "$(dirname "$0")/common.sh"
cd "$work"

cat >frame.py <<'P'
import csv
frame = {"NOR": (40, 63), "EAS": (14, 18), "SOU": (3, 14)}
rows = [[f"{unit}-Å{n:02}", unit, "F" if n < women else "M", 1950 + n % 50]
        for unit, (women, men) in frame.items() for n in range(women + men)]
rows = rows[77:] + rows[:77]
with open("frame.csv", "w", newline="", encoding="utf-8") as file:
    csv.writer(file, lineterminator="\n").writerows([["case_id", "unit", "sex", "birth_year"], *rows])
P
python3 frame.py
"$program" draw audit --protocol demo --frame frame.csv --n 4 --seed 2026 --lang en >/dev/null
tail -n +2 audit/cases.csv | cut -d, -f1 | LC_ALL=C sort >drawn
ok 'the program draws what there is' test "$(wc -l <drawn)" -eq 23

tail -n +2 frame.csv | while IFS=, read -r id unit sex _; do
  echo "$unit $sex,$(printf '2026|%s' "$id" | sha256sum | cut -c1-64),$id"
done | LC_ALL=C sort | awk -F, '++n[$1] <= 4 { print $3 }' | LC_ALL=C sort >shell
same 'sha256sum draws the same' drawn shell

{
  block lists-and-sampling r | sed 's/^sort(.*)$/drawn <- &/'
  echo 'writeLines(drawn)'
} >draw.R
Rscript --vanilla draw.R | LC_ALL=C sort >r
same "the documented R draws the same" drawn r

block lists-and-sampling 'sql draw' >draw.sql
cat >draw.py <<'P'
import duckdb
for row in duckdb.sql(open("draw.sql").read()).fetchall():
    print(*row)
P
python3 draw.py | LC_ALL=C sort >sql
same "the documented SQL draws the same" drawn sql
