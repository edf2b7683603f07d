#!/usr/bin/env bash
# pdfminer.six and lopdf read the tick ✔ of a PDF form as the digit 4, a cross ✘ as 8 and an empty box as o.
#
# Expected: the tick is in ZapfDingbats, one of the 14 fonts that every reader of PDF knows, whose code 4 is the
#   character ✔. A reader gives ✔, or nothing, or a sign for a character that it does not know.
# Seen (page by reportlab 5.1.0): pdfminer.six 20260107 and lopdf 0.47.0 read the codes as if they were letters: 4, 8
#   and o, and in Symbol ‡ for ≥ and – for ±. pypdf 7.1.1 and pdftotext (poppler 22.12) give ✔, ✘, ❏, ≥ and ±.
# Why it matters: boxes that are ticked are the answers of a form. "4 Yes" and "o No" look like numbers of a list, and
#   a rule that looks for ticks finds none: the form counts as not filled in. "Hours ‡ 30" has lost what it says.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export CARGO_TARGET_DIR=$dir/target PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  reportlab==5.1.0 pypdf==7.1.1 pdfminer.six==20260107
command -v pdftotext > tool.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils > apt.txt; }

python3 - <<'PYTHON'
from reportlab.pdfgen import canvas

page = canvas.Canvas("form.pdf")
for place, (font, sign, text) in enumerate([("ZapfDingbats", "✔", "Yes"), ("ZapfDingbats", "❏", "No"),
                                            ("ZapfDingbats", "✘", "Partly"), ("Symbol", "≥", "30"), ("Symbol", "±", "5")]):
    page.setFont(font, 12)
    page.drawString(72, 700 - 20 * place, sign)
    page.setFont("Helvetica", 12)
    page.drawString(90, 700 - 20 * place, text)
page.save()
PYTHON
mkdir src
printf '[package]\nname = "read"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nlopdf = "=0.47.0"\n' > Cargo.toml
cat > src/main.rs <<'RUST'
fn main() {
    let file = lopdf::Document::load("form.pdf").expect("a valid file");
    println!("{}", file.extract_text(&[1]).expect("text"));
}
RUST
cargo run --quiet > lopdf.txt
cargo tree --quiet --depth 1 --prefix none | tail -n 1
pdftotext form.pdf pdftotext.txt
python3 - <<'PYTHON'
from importlib.metadata import version
import pdfminer.high_level, pypdf

seen = {tool: open(tool + ".txt", encoding="utf-8").read() for tool in ("lopdf", "pdftotext")}
seen["pdfminer.six"] = pdfminer.high_level.extract_text("form.pdf")
seen["pypdf"] = pypdf.PdfReader("form.pdf").pages[0].extract_text()
print("pdfminer.six", version("pdfminer.six"), "pypdf", version("pypdf"), "reportlab", version("reportlab"))
for tool, text in seen.items():
    words = text.split()
    print(f"{tool:13}", " ".join(words))
    signs = "4 o 8 ‡ –" if tool in ("lopdf", "pdfminer.six") else "✔ ❏ ✘ ≥ ±"
    assert sorted(words) == sorted(f"{signs} Yes No Partly 30 5".split())
PYTHON
