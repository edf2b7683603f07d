#!/usr/bin/env bash
# R's foreign makes a factor of a number variable in a .sav file as soon as one of its codes has a label.
#
# Expected: hours with the label "not stated" on 99 alone are numbers with a label, as in SPSS and in haven. A factor is
#   for variables whose values all have labels.
# Seen (foreign 0.8.84, haven 2.5.1 in R 4.2.2, file by pyreadstat 1.3.7): read.spss returns a factor, adds the
#   unlabelled numbers as levels and warns of "undeclared levels". as.numeric of it gives 1, 2, 3, the places of the
#   levels.
# Why it matters: a code for "not stated" at the end of a number question is the usual practice. The mean of the hours
#   is then the mean of the places, a plausible small number. use.value.labels = FALSE keeps the numbers.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  pyreadstat==1.3.7 pandas==2.3.3
Rscript -e 'quit(status = !all(sapply(c("foreign", "haven"), requireNamespace, quietly = TRUE)))' > r.txt 2>&1 ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-foreign r-cran-haven > apt.txt 2>&1; }

python3 - <<'PYTHON'
import pandas, pyreadstat

hours = pandas.DataFrame({"hours": [40.0, 10.0, 20.0, 99.0]})
pyreadstat.write_sav(hours, "hours.sav", variable_value_labels={"hours": {99: "not stated"}})
PYTHON
cat > read.R <<'R'
for (package in c("foreign", "haven")) cat(package, as.character(packageVersion(package)), "\n")
said <- NULL
old <- withCallingHandlers(foreign::read.spss("hours.sav", to.data.frame = TRUE)$hours,
  warning = function(w) { said <<- c(said, conditionMessage(w)); invokeRestart("muffleWarning") })
new <- haven::read_sav("hours.sav")$hours
cat("foreign:", class(old), "-", as.character(old), "- as.numeric", as.numeric(old), "- warning:", said, "\n")
cat("haven:  ", class(new), "- as.numeric", as.numeric(new), "\n")
stopifnot(is.factor(old), identical(as.numeric(old), c(3, 1, 2, 4)), identical(as.numeric(new), c(40, 10, 20, 99)))
stopifnot(is.numeric(foreign::read.spss("hours.sav", to.data.frame = TRUE, use.value.labels = FALSE)$hours))
R
Rscript read.R
