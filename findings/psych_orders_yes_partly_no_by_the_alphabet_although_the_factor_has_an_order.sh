#!/usr/bin/env bash
# psych's weighted kappa puts the answers of an ordered factor in alphabetical order: no, partly, yes by luck, but
# delvis, ja, nej in Swedish.
#
# Expected: an ordered factor says that ja < delvis < nej. It is the one thing that a weighted kappa needs to know about
#   the answers, and what ordered() is for in R.
# Seen (R 4.2.2 with psych 2.2.9): cohen.kappa of two ordered factors has delvis, ja and nej as the rows of its table,
#   and its weights count ja and delvis as near as ja and nej. The same answers in English, and as the numbers 1 to 3,
#   give another weighted kappa: 0.81 and not 0.44. There is no message; levels = c("ja", "delvis", "nej") cures it.
# Why it matters: the answers are the same ones, and only the language differs. Of two reports on one study the
#   translated one has the agreement that the coders had.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
Rscript -e 'library(psych)' > tool.txt 2>&1 ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-psych > apt.txt 2>&1; }

cat > kappa.R <<'R'
suppressMessages(library(psych))
cat(R.version.string, "psych", as.character(packageVersion("psych")), "\n")
robin <- c(1, 2, 3, 1, 2, 3, 1)
alva <- c(1, 2, 3, 1, 3, 3, 2)
weighted <- function(words, ...) {
  answers <- data.frame(robin = ordered(words[robin], words), alva = ordered(words[alva], words))
  suppressWarnings(cohen.kappa(answers, ...))
}
swedish <- c("ja", "delvis", "nej")
seen <- list(numbers = suppressWarnings(cohen.kappa(data.frame(robin, alva))), English = weighted(c("yes", "partly", "no")),
             Swedish = weighted(swedish), levels = weighted(swedish, levels = swedish))
for (name in names(seen)) {
  cat(sprintf("%-8s kappa %.4f weighted %.4f, rows %s\n", name, seen[[name]]$kappa, seen[[name]]$weighted.kappa,
              paste(rownames(seen[[name]]$agree), collapse = " ")))
}
figures <- sapply(seen, function(one) round(one$weighted.kappa, 4))
stopifnot(figures == c(0.8056, 0.8056, 0.4444, 0.8056))
R
Rscript kappa.R
