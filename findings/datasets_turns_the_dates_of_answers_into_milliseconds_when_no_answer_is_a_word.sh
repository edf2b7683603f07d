#!/usr/bin/env bash
# JSON Lines that datasets reads and writes again: "2024-02-05" in quotation marks becomes the number 1707091200000,
# unless one of the answers is a word.
#
# Expected: text in quotation marks is text and comes back as it was. JSON has no dates.
# Seen (datasets 5.2.0 with Arrow 26.0.1): load_dataset("json") takes a field whose texts all look like dates, with or
#   without a clock time, for a timestamp, and to_json writes milliseconds since 1970, a number. Times with different
#   zones lose them. With one "unknown" in the field all stay text; 2024-02 does too.
# Why it matters: a file of annotations that is only filtered or shuffled comes back with other answers. Whether it
#   happens hangs on the other lines: the half for training has numbers, the half for testing texts.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore HF_HOME=$dir/cache HF_HUB_OFFLINE=1
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  datasets==5.2.0 pyarrow==26.0.1

python3 - <<'PYTHON'
import json
import datasets, pyarrow

datasets.disable_progress_bars()
print("datasets", datasets.__version__, "pyarrow", pyarrow.__version__)
decided = {
    "dates": ["2024-02-05", "2023-11-01"],
    "times": ["2024-02-05T10:00:00+02:00", "2023-11-01T08:00:00Z"],
    "dates and a word": ["2024-02-05", "unknown"],
    "months": ["2024-02", "2023-11"],
}
expected = {
    "dates": [1707091200000, 1698796800000],
    "times": [1707120000000, 1698825600000],
}
for name, answers in decided.items():
    with open("answers.jsonl", "w") as out:
        out.writelines(json.dumps({"case": f"NOR-{place}", "decided": answer}) + "\n" for place, answer in enumerate(answers))
    data = datasets.load_dataset("json", data_files="answers.jsonl", split="train", cache_dir=f"cache-{name}")
    data.to_json("copy.jsonl")
    with open("copy.jsonl") as copy:
        seen = [json.loads(line)["decided"] for line in copy]
    print(f"{name:17} {data.features['decided']} {answers} -> {seen}")
    assert seen == expected.get(name, answers)
PYTHON
