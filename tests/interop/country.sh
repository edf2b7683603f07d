#!/usr/bin/env bash
# A country of made-up studies: the program, DuckDB and ClickHouse count what was made up, cell by cell, on a million lines.
# Ten million, by hand: STUDIES=240 tests/interop/country.sh
. "$(dirname "$0")/common.sh"
script=$repo/tests/interop/sql.py
cd "$work"
"$program" generate --studies "${STUDIES:-24}" --coders "${CODERS:-100}" --cases "${CASES:-3600}" --seed 1 --out country --lang en
cd country
intact() { "$program" verify "$1" --lang en --coder somebody 2>/dev/null | grep -q '^The ledger is intact'; }
ok 'what is made up is such as the program writes' intact study-0001
ok 'the program counts what was made up' python3 "$script" truth "$program" truth.csv study-*
for engine in ${ENGINES:-duckdb clickhouse}; do
  "$program" sql study-* --engine "$engine" >"$work/$engine.sql"
  python3 "$script" run "$engine" "$work/$engine.sql" >"$work/$engine.rows"
  ok "$engine counts what was made up" python3 "$script" equal truth.csv "$work/$engine.rows"
done
# What is held against the truth can fail.
sed '0,/,[0-9]*$/s/,[0-9]*$/,7/' truth.csv >wrong.csv
differs() { ! python3 "$script" truth "$program" wrong.csv study-* >/dev/null; }
ok 'another truth is told from it' differs
