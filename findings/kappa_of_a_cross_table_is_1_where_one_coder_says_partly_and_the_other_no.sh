#!/usr/bin/env bash
# Kappa of a cross table is 1 where one coder says partly and the other no, each time: vcd and statsmodels pair the
# answers by their place in the table.
#
# Expected: a cross table has the names of the answers. A row "partly" and a column "no" are not agreement; kappa is low,
#   or there is an error, since the table lacks "no" as a row.
# Seen (R 4.2.2 with vcd 1.4.11, statsmodels 0.15.0 with pandas 2.3.3): robin says yes and partly, alva yes and no. The
#   table is 2 by 2, its diagonal is all there is, and kappa is 1 in both. sklearn 1.9.1, which takes the answers
#   themselves, gives 0.375. With one more answer of one coder vcd stops with an error about the form of the table.
# Why it matters: a rare answer that only one of two coders uses is common in small samples, and two such coders are
#   those who need to talk. They get the best coefficient of all, with a standard error of 0.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  statsmodels==0.15.0 pandas==2.3.3 scikit-learn==1.9.1
Rscript -e 'library(vcd)' > tool.txt 2>&1 ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-vcd > apt.txt 2>&1; }

cat > answers.csv <<'CSV'
robin,alva
yes,yes
yes,yes
yes,yes
partly,no
partly,no
CSV
python3 - <<'PYTHON'
import pandas, sklearn, statsmodels
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa

print("pandas", pandas.__version__, "statsmodels", statsmodels.__version__, "scikit-learn", sklearn.__version__)
answers = pandas.read_csv("answers.csv")
table = pandas.crosstab(answers.alva, answers.robin)
result = cohens_kappa(table)
print(table)
print("statsmodels", result.kappa, "standard error", result.std_kappa)
assert result.kappa == 1 and result.std_kappa == 0
assert abs(cohen_kappa_score(answers.robin, answers.alva) - 0.375) < 1e-9
PYTHON
cat > kappa.R <<'R'
suppressMessages(library(vcd))
cat(R.version.string, "vcd", as.character(packageVersion("vcd")), "\n")
answers <- read.csv("answers.csv")
kappa <- Kappa(table(answers))
print(kappa)
stopifnot(kappa$Unweighted == c(1, 0))
more <- rbind(answers, data.frame(robin = "no", alva = "no"))
seen <- tryCatch(Kappa(table(more)), error = conditionMessage)
print(seen)
stopifnot(is.character(seen))
R
Rscript kappa.R
