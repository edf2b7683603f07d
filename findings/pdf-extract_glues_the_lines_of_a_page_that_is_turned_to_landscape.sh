#!/usr/bin/env bash
# pdf-extract makes one line of a landscape page whose text is turned: the last word of a line is glued to the first of
# the next.
#
# Expected: a page with /Rotate 90 and text turned by as much is upright for who reads it, so it has the lines that are
#   seen. If turned text is too hard, there is an error, or there are pieces.
# Seen (pdf-extract 0.12.1 and pypdf 7.1.1, pages by reportlab 5.1.0): pypdf gives the four lines of the page.
#   pdf-extract gives one, with neither a line break nor a blank where a line ended: 12 at the end of a line and 30 at
#   the start of the next are 1230. The same page in portrait has its lines.
# Why it matters: wide tables are printed on landscape pages. A search for the first or the last word of a line finds
#   nothing, numbers come out that nobody wrote, and a place that is noted by its line is the whole page.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export CARGO_TARGET_DIR=$dir/target PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  reportlab==5.1.0 pypdf==7.1.1

cat > pages.py <<'PYTHON'
from importlib.metadata import version
import pypdf
from reportlab.pdfgen import canvas

print("reportlab", version("reportlab"), "pypdf", version("pypdf"))
lines = ["Decision 12", "30 hours of support", "Yes, since 2016", "No plan"]
for name, turned in (("portrait", 0), ("landscape", 90)):
    page = canvas.Canvas(f"{name}.pdf", pagesize=(842, 595) if turned else (595, 842))
    page.setPageRotation(turned)
    page.translate(100, 50 if turned else 700)
    page.rotate(turned)
    for place, line in enumerate(lines):
        page.drawString(0, -20 * place, line)
    page.save()
    seen = [line.strip() for line in pypdf.PdfReader(f"{name}.pdf").pages[0].extract_text().splitlines()]
    print("pypdf", name, seen)
    assert seen == lines
PYTHON
python3 pages.py
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "read"
version = "0.0.0"
edition = "2021"
[dependencies]
pdf-extract = "=0.12.1"
TOML
cat > src/main.rs <<'RUST'
fn main() {
    for (name, lines) in [
        ("portrait.pdf", "Decision 12|30 hours of support|Yes, since 2016|No plan"),
        ("landscape.pdf", "Decision 1230 hours of supportYes, since 2016No plan"),
    ] {
        let text = pdf_extract::extract_text(name).expect("a valid file");
        let seen: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        println!("pdf-extract {name} {seen:?}");
        assert_eq!(seen.join("|"), lines);
    }
}
RUST
cargo run --quiet
cargo tree --quiet --depth 1 --prefix none | tail -n 1
