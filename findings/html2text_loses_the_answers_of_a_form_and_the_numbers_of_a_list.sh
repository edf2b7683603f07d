#!/usr/bin/env bash
# html2text, the crate and the package of PyPI: a drop-down shows all its choices as one word, a ticked box nothing, and
# points 5 and 9 of a list are 5 and 6.
#
# Expected: of a drop-down the choice that is selected, of a box whether it is checked, and of a list the numbers that a
#   browser shows: value= of an item is heeded as start= of the list is.
# Seen (html2text 0.17.4 for Rust, html2text 2025.4.15 for Python; w3m 0.5.3): both give "janej" for a drop-down of
#   "ja" and "nej", nothing for boxes, and count on from start= whatever value= says. w3m gives [nej], [*] and 9. The
#   crate strikes deleted words with combining strokes, so that a search for "valid" does not find the v̶a̶l̶i̶d̶ of a <del>.
# Why it matters: web forms and records are saved as HTML. What was chosen is gone from the text, and "point 9 of the
#   decision" is another point in it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export CARGO_TARGET_DIR=$dir/target PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib html2text==2025.4.15
command -v w3m > tool.txt || { apt-get update -qq && apt-get install -y -qq --no-install-recommends w3m > apt.txt; }

cat > form.html <<'HTML'
<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Form</title></head><body>
<p>Plan: <select><option>ja</option><option selected>nej</option></select></p>
<p>Contacts: <input type="checkbox" checked> yes <input type="checkbox"> no</p>
<p>The plan is <del>valid</del>.</p>
<ol start="5"><li>Help to dress</li><li value="9">Help to eat</li></ol>
</body></html>
HTML
mkdir src
printf '[package]\nname = "read"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nhtml2text = "=0.17.4"\n' > Cargo.toml
cat > src/main.rs <<'RUST'
fn main() {
    let page = std::fs::read("form.html").expect("a file");
    println!("{}", html2text::from_read(page.as_slice(), 80).expect("text"));
}
RUST
cargo run --quiet > crate.txt
cargo tree --quiet --depth 1 --prefix none | tail -n 1
w3m -version
w3m -dump -cols 80 form.html > w3m.txt
python3 - <<'PYTHON'
from importlib.metadata import version
import html2text

print("html2text of PyPI", version("html2text"))
seen = {tool: open(tool + ".txt", encoding="utf-8").read() for tool in ("crate", "w3m")}
seen["PyPI"] = html2text.html2text(open("form.html", encoding="utf-8").read())
seen = {tool: " ".join(text.split()) for tool, text in seen.items()}
for tool, text in seen.items():
    print(f"{tool:6}", text)
for tool in ("crate", "PyPI"):
    assert "Plan: janej Contacts: yes no The plan is" in seen[tool]
    assert seen[tool].endswith("5. Help to dress 6. Help to eat")
assert "valid" not in seen["crate"] and "~~valid~~" in seen["PyPI"]
assert "Plan: [nej] Contacts: [*] yes [ ] no" in seen["w3m"] and seen["w3m"].endswith("9. Help to eat")
PYTHON
