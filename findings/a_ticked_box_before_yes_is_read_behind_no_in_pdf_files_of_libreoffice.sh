#!/usr/bin/env bash
# "Plan? ☒ yes ☐ no", saved as PDF by LibreOffice, reads "Plan? yes no☒ ☐" in pdf-extract and in pypdf: the tick stands
# at no.
#
# Expected: a line of one paragraph is written in the order in which it is read. Whatever order a reader of PDF has,
#   that of the file or that of the places on the page, the box stays before its word.
# Seen (LibreOffice 7.4.7, pdf-extract 0.12.1, pypdf 7.1.1): the font of the text has no boxes. LibreOffice takes them
#   from another one and writes them after the rest of the line. Both readers keep the order of the file, and pdftotext
#   (poppler 22.12) goes by the places. Arrows and ≥, which the font has, stay where they are.
# Why it matters: yes and no with a box before each is how forms are filled in. The text that is searched and quoted
#   then says the opposite of the page, line by line, and nothing is missing that would show it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export CARGO_TARGET_DIR=$dir/target PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  python-docx==1.2.0 pypdf==7.1.1
{ command -v soffice && command -v pdftotext && fc-list | grep LiberationSerif-Regular && fc-list | grep DejaVuSans.ttf; } \
  > tools.txt || {
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends \
    libreoffice-writer poppler-utils fonts-liberation2 fonts-dejavu-core > apt.txt
}

python3 - <<'PYTHON'
import docx

document = docx.Document()
for line in ("Plan? ☒ yes ☐ no", "Contacts? ☐ yes ☒ no", "Hours ≥ 30 → no"):
    document.add_paragraph().add_run(line).font.name = "Liberation Serif"
document.save("form.docx")
PYTHON
soffice --version
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to pdf form.docx > convert.txt 2>&1

pdftotext form.pdf places.txt
echo "pdftotext:"
cat places.txt
grep -qx 'Plan? ☒ yes ☐ no' places.txt
python3 -c 'import pypdf; print(pypdf.PdfReader("form.pdf").pages[0].extract_text())' > pypdf.txt
mkdir src
printf '[package]\nname = "read"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\npdf-extract = "=0.12.1"\n' > Cargo.toml
echo 'fn main() { println!("{}", pdf_extract::extract_text("form.pdf").expect("a valid file")); }' > src/main.rs
cargo run --quiet > pdf-extract.txt
cargo tree --quiet --depth 1 --prefix none | tail -n 1
for reader in pypdf pdf-extract; do
  echo "$reader:"
  tr -s ' ' < $reader.txt | grep . | tee lines.txt
  grep -qx 'Plan? yes no☒ ☐ *' lines.txt
  grep -qx 'Contacts? yes no☐ ☒ *' lines.txt
  grep -qx 'Hours ≥ 30 → no *' lines.txt
done
