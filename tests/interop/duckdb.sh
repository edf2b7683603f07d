#!/usr/bin/env bash
# DuckDB's last line per slot gives the counts of `aktkoll tally`.
. "$(dirname "$0")/common.sh"
study
recode
block ledger 'sql duckdb' >"$work/fold.sql"
cat >"$work/fold.py" <<'P'
import duckdb
for row in duckdb.sql(open("fold.sql").read()).fetchall():
    print(*row, sep="\t")
P
(cd "$work" && python3 fold.py) | per_choice >"$work/duckdb"
tallied >"$work/tally"
ok 'there is much to compare' test "$(wc -l <"$work/tally")" -gt 100
same "the documented fold in DuckDB counts as the program does" "$work/tally" "$work/duckdb"

torn
(cd "$work" && python3 fold.py) | per_choice >"$work/duckdb"
tallied >"$work/tally"
same "so it does where a ledger ends in an unfinished line" "$work/tally" "$work/duckdb"

dates
(cd "$work" && python3 fold.py) >"$work/duckdb"
same "a study of dates alone is read too" "$work/dates" "$work/duckdb"
