#!/usr/bin/env bash
# R reads the case ids 12E and 13E as the numbers 12 and 13, and readr reads 12D and 13D so too.
#
# Expected: an id that ends in a letter is text. A number in exponent notation has digits after its E.
# Seen (R 4.2.2, readr 2.1.4): read.csv takes "12E" for a number with an empty exponent and drops the letter; so does
#   readr, for the D of Fortran as well. One id with another letter (12S) in the column keeps all of them as text.
#   DuckDB 2.0.1 and polars 2.1.0 keep 12E.
# Why it matters: ids of a number and the letter of the unit are common. The list of the eastern unit comes out without
#   its letters and matches nothing, or worse: joined with the list of D it has the same numbers. colClasses =
#   "character" is the cure.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  duckdb==2.0.1 polars==2.1.0
Rscript -e 'quit(status = !requireNamespace("readr", quietly = TRUE))' > r.txt 2>&1 ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-readr > apt.txt 2>&1; }

printf 'case_id,answer\n12E,yes\n13E,no\n' > east.csv
printf 'case_id,answer\n12D,yes\n13D,no\n' > day.csv
printf 'case_id,answer\n12E,yes\n13S,no\n' > both.csv
cat > read.R <<'R'
cat("R", as.character(getRversion()), "readr", as.character(packageVersion("readr")), "\n")
base <- function(file) paste(read.csv(file)$case_id, collapse = " ")
tidy <- function(file) paste(readr::read_csv(file, show_col_types = FALSE)$case_id, collapse = " ")
seen <- c(east = base("east.csv"), both = base("both.csv"), tidy_east = tidy("east.csv"),
          day = base("day.csv"), tidy_day = tidy("day.csv"))
print(seen)
stopifnot(identical(unname(seen), c("12 13", "12E 13S", "12 13", "12D 13D", "12 13")))
stopifnot(is.numeric(read.csv("east.csv")$case_id))
R
Rscript read.R
python3 - <<'PYTHON'
import duckdb, polars

print("duckdb", duckdb.__version__, "polars", polars.__version__)
seen = {
    "DuckDB": [row[0] for row in duckdb.sql("SELECT case_id FROM 'east.csv'").fetchall()],
    "polars": polars.read_csv("east.csv")["case_id"].to_list(),
}
print(seen)
assert seen == {"DuckDB": ["12E", "13E"], "polars": ["12E", "13E"]}
PYTHON
