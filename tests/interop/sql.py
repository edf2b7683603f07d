"""sql.py make AKTKOLL FOLDER SEED CASES | run ENGINE FILE | compare AKTKOLL ROWS STUDY... | truth AKTKOLL TRUTH STUDY... |
equal TRUTH ROWS

`make` writes a random study of the protocol below: answers in all rounds, set back, undone and done again; take-overs, also
undone; dropped and finished cases, joint answers, a plan, texts that count under another name, blanked texts, files that had
to be left with a line that was never confirmed, torn ends. `run` prints the rows that an engine gives, `compare` holds them
against `tally --format csv`, cell by cell: of one study, or the sums over several. `truth` and `equal` hold the tallies of studies
that were made up, and the rows of an engine, against what their answers count."""

import collections, csv, hashlib, io, json, os, random, subprocess, sys

PROTOCOL = """
id = "all"
version = "1"
language = "en"
title = "Everything"
[[attribute]]
id = "sex"
label = "Sex"
role = "sex"
values = { F = "Women", M = "Men" }
[[attribute]]
id = "unit"
label = "Unit"
role = "unit"
values = { SOU = "South", NOR = "North" }
[[attribute]]
id = "year"
label = "Year"
role = "birth_year"
at = 2024
[[attribute]]
id = "due"
label = "Due"
[[area]]
id = "A"
label = "A"
[scale.three]
choices = [{ id = "ja det", label = "Yes", role = "yes" }, { id = "it's", label = "Partly", role = "partly" }, { id = "no", label = "No", role = "no" }]
[[question]]
id = "plan"
area = "A"
text = "Plan?"
scale = "yes_no"
na = true
unknown = true
[[question]]
id = "match"
area = "A"
text = "Match?"
scale = "three"
na = true
when = { plan = "yes" }
[[question]]
id = "women"
area = "A"
text = "Women?"
scale = "yes_no"
when = { sex = "F", due = { answered = true } }
favourable = ["no"]
[[question]]
id = "hours"
area = "A"
text = "Hours?"
kind = "number"
min = 0
max = 200
[[question]]
id = "more"
area = "A"
text = "More?"
kind = "number"
when = { any = [{ plan = { not = ["no"] } }, { hours = { min = 10, max = 100 } }] }
[[question]]
id = "day"
area = "A"
text = "Day?"
kind = "date"
[[question]]
id = "late"
area = "A"
text = "Late?"
scale = "yes_no"
when = { day = { min = { of = "due" } } }
[[question]]
id = "since"
area = "A"
text = "Since?"
scale = "yes_no"
unknown = true
out_of_base = ["unknown"]
when = { day = { min = "2024-03" } }
[[question]]
id = "who"
area = "A"
text = "Who?"
kind = "choices"
choices = [{ id = "kin", label = "Kin" }, { id = "care", label = "Care" }, { id = "none", label = "None", exclusive = true }]
out_of_base = ["none"]
[[question]]
id = "firm"
area = "A"
text = "Firm?"
kind = "text"
[[question]]
id = "good"
area = "A"
text = "Good firm?"
scale = "yes_no"
when = { firm = ["Alfa AB", "x"], who = ["kin", "care"] }
[[question]]
id = "parts"
area = "A"
text = "All?"
kind = "derived"
scale = "yes_partly_no"
parts = ["plan", "match", "women"]
[[question]]
id = "sum"
area = "A"
text = "Sum?"
kind = "derived"
sum = ["hours", "more"]
[[question]]
id = "level"
area = "A"
text = "Level?"
kind = "derived"
choices = [
  { id = "low", label = "Low", when = { sum = { max = 40 } } },
  { id = "high", label = "High", when = { sum = { min = 41 }, parts = ["yes", "partly"] } },
  { id = "rest", label = "Rest", when = { plan = ["yes", "no"] } },
]
when = { plan = { not = ["na"] } }
[[question]]
id = "last"
area = "A"
text = "Last?"
scale = "yes_no"
when = { level = { not = ["low"] }, match = { answered = true } }
"""
ANSWERS = {
    "plan": ["yes", "no", "na", "unknown"], "match": ["ja det", "it's", "no", "na", "gone"], "women": ["yes", "no"],
    "hours": ["0", "0.5", "10", "12.25", "100", "101", "1000"], "more": ["1", "40", "0.1", "0.2", "-3"],
    "day": ["2024", "2024-03", "2024-03-02", "2023-12-31", "2025"], "late": ["yes", "no"], "since": ["yes", "no", "unknown"],
    "who": ["none", "kin", "care", "kin;care"], "firm": ["Alfa", "alfa ab", "Alfa AB", "x", "å 'b' \"c\"; \\n"],
    "good": ["yes", "no"], "last": ["yes", "no"],
}


def make(program, folder, seed, cases):
    R = random.Random(seed)
    ids = ["1-2", "007", "true", "1e5", "å-ö", "12:30", "x_1"] + [f"NOR-{i:05d}" for i in range(cases - 7)]
    coders = ["robin", "alva", "kim", "ove"]
    due = ["", "2024-03", "2024", "2024-03-02", "soon"]
    rows = [[c, R.choice("FM"), R.choice(["NOR", "SOU"]), str(R.randint(1930, 2000)), R.choice(due),
             R.choice(["", "", "robin", "alva", "nobody"])] for c in ids]
    with open(folder + ".csv", "w") as f: csv.writer(f).writerows([["case_id", "sex", "unit", "year", "due", "coder"]] + rows)
    with open(folder + ".toml", "w") as f: f.write(PROTOCOL)
    new = [program, "new", folder, "--protocol", folder + ".toml", "--cases", folder + ".csv", "--lang", "en"]
    subprocess.run(new, check=True, stdout=subprocess.DEVNULL)
    if seed % 2:
        with open(folder + "/plan.csv", "w") as f:
            f.write("case_id,coder,second,wave\n" + "".join(f"{c},{R.choice(['', 'robin', 'kim'])},,\n" for c in ids))
    with open(folder + "/study.toml") as f: study = next(l.split('"')[1] for l in f if l.startswith("id"))
    sha = lambda name: hashlib.sha256(open(f"{folder}/{name}", "rb").read()).hexdigest()
    head = dict(study=study, uid=4242, login="gen", host="vm", program="aktkoll 0.1.0", protocol=sha("protocol.toml"), cases=sha("cases.csv"))
    clock = [0]

    class File:
        def __init__(self, coder, number, previous, left=None):
            self.coder, self.number, self.h, self.lines, self.entries = coder, number, "0" * 32, [], []
            clock[0] += 1
            line = dict(v=1, op="open", seq=clock[0], ts=self.ts(clock[0]), coder=coder, segment=number, study=study, name=coder,
                        **{k: head[k] for k in ("uid", "login", "host", "program", "protocol", "cases")})
            if previous: line["previous"] = dict(segment=previous.number, head=previous.h, lines=len(previous.lines))
            if left: line["poisoned"] = [dict(segment=left.number, length=sum(len(l) + 1 for l in left.lines), head=left.h, lines=len(left.entries))]
            self.add(dict(line, witnessed=[]))
            again = [(self.entry(dict(old, segment=number), tail), tail) for old, tail in (left.entries if left else [])]
            for h in [h for h, tail in again if tail and not tail[0]]: self.gone(h)

        def gone(self, h):
            clock[0] += 1
            self.add(dict(v=1, op="redact", seq=clock[0], ts=self.ts(clock[0]), coder=self.coder, segment=self.number,
                          in_segment=self.number, redacts=h))

        def ts(self, n): return f"2026-03-{1 + n // 86400:02d}T{n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d}.000Z"

        def text(self, line, tail):
            body = json.dumps(line, separators=(",", ":"))[:-1]
            h = hashlib.sha256((self.h + body).encode()).hexdigest()[:32]
            salt = f',"salt":{json.dumps(tail[0])},"text":{json.dumps(tail[1])}' if tail else ""
            return h, f'{body},"h":"{h}"{salt}}}' + " " * (tail[2] if tail else 0)

        def add(self, line, tail=None):
            self.h, text = self.text(line, tail)
            self.lines.append(text)
            return self.h

        def entry(self, line, tail):
            self.entries.append((line, tail))
            return self.add(line, tail)

    files = {c: [File(c, 1, None)] for c in coders}
    torn, state, undo = {}, {}, {}

    def write(c, op, rnd, case, question, value, item="", undoes=None, keep=True):
        clock[0] += 1
        file, slot = files[c][-1], (c, op, rnd, case, question, item)
        old = state.get(slot, ("", ""))
        line = dict(v=1, op=op, seq=clock[0], ts=file.ts(clock[0]), coder=c, segment=file.number, round=rnd, case_id=case, question=question)
        if item: line["item"] = item
        tail = None
        if op == "drop":
            line["text_hash"], line["was"] = "", old[1] if old[0] else ""
            if value:
                salt = f"{R.getrandbits(128):032x}"
                line["text_hash"] = hashlib.sha256(bytes.fromhex(salt) + value.encode()).hexdigest()
                tail = ("", "", 30 + len(json.dumps(value))) if R.random() < 0.2 else (salt, value, 0)
        else: line["answer"], line["was"] = value, old[0]
        if undoes: line["undoes"] = undoes
        h = file.entry(line, tail)
        if tail and not tail[0]: file.gone(h)
        state[slot] = (value, h)
        if keep: undo.setdefault(c, []).append((slot, old[0], h))
        return h

    for _ in range(cases * 70):
        c, case, dice = R.choice(coders), R.choice(ids), R.random()
        if dice < 0.02:
            last = files[c][-1]
            left = last if R.random() < 0.5 else None
            if left:  # a line that was written, and never confirmed
                clock[0] += 1
                stray = dict(v=1, op="answer", seq=clock[0], ts=last.ts(clock[0]), coder=c, segment=last.number, round="first",
                             case_id=case, question="plan", answer="yes", was="")
                torn[c, last.number] = last.text(stray, None)[1] + "\n"
            files[c].append(File(c, last.number + 1, last, left))
            undo[c] = []
        elif dice < 0.70:
            q, rnd = R.choice(list(ANSWERS)), R.choices(["first", "second", "spot", "consensus"], [75, 10, 3, 12])[0]
            write(c, "answer", rnd, case, q, R.choice(ANSWERS[q]) if R.random() < 0.88 else "")
        elif dice < 0.74: write(c, "take", "first", case, "", R.choice(["ill", "biased", "other"]))
        elif dice < 0.75: write(c, "drop", R.choice(["first", "second", "consensus"]), case, "", R.choice(["no file; 'x'", "", ""]))
        elif dice < 0.83: write(c, "done", R.choice(["first", "second", "consensus"]), case, "", R.choice(["yes", "yes", ""]))
        elif dice < 0.84: write(c, "spelling", "first", "", "firm", R.choice(["Alfa AB", ""]), item=R.choice(["Alfa", "alfa ab"]))
        elif undo.get(c):
            (slot, old, h) = undo[c].pop()
            _, op, rnd, case, q, item = slot
            if state[slot][1] != h or op == "drop": continue
            now = state[slot][0]
            h = write(c, op, rnd, case, q, old, item, undoes=h, keep=False)
            while R.random() < 0.4:
                h = write(c, op, rnd, case, q, now, item, undoes=h, keep=False)
                now, old = old, now
    for c in coders:
        os.makedirs(f"{folder}/ledger/{c}")
        for file in files[c]:
            with open(f"{folder}/ledger/{c}/{file.number:04d}.jsonl", "w") as f:
                f.write("".join(l + "\n" for l in file.lines) + torn.get((c, file.number), ""))
    with open(f"{folder}/ledger/kim/{files['kim'][-1].number:04d}.jsonl", "a") as f: f.write(files["kim"][-1].lines[-1])


def run(engine, file):
    text = open(file).read()
    steps = [step for step in text.split(";\n") if step.strip()]
    if engine == "duckdb":
        import duckdb
        found = duckdb.connect().execute(text)
        names, rows = [column[0] for column in found.description], found.fetchall()
    elif engine == "clickhouse":
        from chdb import session
        base = session.Session()
        for step in steps[:-1]: base.query(step)
        names, *rows = map(json.loads, base.query(steps[-1], "JSONCompactEachRowWithNames").bytes().decode().splitlines())
    else:
        from pyspark.sql import SparkSession
        settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.shuffle.partitions": "2",
                    "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        spark = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        for step in steps[:-1]: spark.sql(step)
        found = spark.sql(steps[-1])
        names, rows = found.columns, found.collect()
    for row in rows: print(json.dumps(dict(zip(names, ["" if cell is None else str(cell) for cell in row]))))


def compare(program, file, studies):
    key = lambda row: tuple((name, row[name]) for name in ("question", "unit", "sex", "choice"))
    # The sums over several studies are held against each other where no text and no percent is looked at.
    tallies = []
    for study in studies:
        asked = [program, "tally", study, "--by", "unit", "--by", "sex", "--by", "unit,sex", "--format", "csv", "--coder", "somebody"]
        tallies.append(list(csv.DictReader(io.StringIO(subprocess.run(asked, capture_output=True, text=True, check=True).stdout))))
    got = [json.loads(line) for line in open(file)]
    names = list(tallies[0][0])
    want = tallies[0]
    if len(tallies) > 1:
        figures = ["n", "base", "na", "unanswered", "not_known", "not_asked", "unfinished"]
        plain = lambda rows: [row for row in rows if row["question"] != "firm"]
        sums = collections.defaultdict(lambda: collections.Counter())
        for rows in tallies:
            for row in plain(rows): sums[key(row)].update({name: int(row[name] or 0) for name in figures})
        want = [{**dict(k), **{name: str(v[name]) for name in figures}} for k, v in sums.items()]
        got = [{name: row[name] or "0" if name in figures else row[name] for name in row if name != "pct"} for row in plain(got)]
        names.remove("pct")
    as_set = lambda rows: collections.Counter(tuple(sorted(row.items())) for row in rows)
    missing, other = as_set(want) - as_set(got), as_set(got) - as_set(want)
    for what, rows in (("tally", missing), ("engine", other)):
        for row in list(rows)[:5]: print(what, dict(row))
    print(len(got), "rows with", ", ".join(got[0]) if got else "nothing")
    sys.exit(bool(missing or other or not got or list(got[0]) != names))


def told(want, got, names):
    """Ends with 0 where two lists of rows say the same, in whatever order."""
    as_set = lambda rows: collections.Counter(tuple((name, row[name]) for name in names) for row in rows)
    missing, other = as_set(want) - as_set(got), as_set(got) - as_set(want)
    for what, rows in (("truth", missing), ("found", other)):
        for row in list(rows)[:5]: print(what, dict(row))
    print(len(got), "rows")
    sys.exit(bool(missing or other or not got))


def truth(program, file, studies):
    figures = ["n", "base", "na", "unanswered", "not_known", "not_asked", "unfinished"]
    want = list(csv.DictReader(open(file)))
    names = [name for name in want[0] if name != "pct"]
    # A text that nobody gave in a study has no row there, so what is told of its group is summed for the group.
    groups, counts = collections.defaultdict(collections.Counter), collections.Counter()
    for study in studies:
        asked = [program, "tally", study, "--by", "unit", "--by", "sex", "--by", "unit,sex", "--format", "csv", "--coder", "somebody"]
        ran = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
        own = {}
        for row in csv.DictReader(io.StringIO(ran.stdout)):
            group = tuple(row[name] for name in names if name not in [*figures, "choice"])
            own[group] = {name: int(row[name]) for name in figures[1:]}
            counts[group, row["choice"]] += int(row["n"] or 0)
        for group, told_of in own.items(): groups[group].update(told_of)
    has_choices = {group for group, choice in counts if choice}
    keys = [name for name in names if name not in [*figures, "choice"]]
    got = [{**dict(zip(keys, group)), "choice": choice, "n": str(n), **{name: str(groups[group][name]) for name in figures[1:]}}
           for (group, choice), n in counts.items() if choice or group not in has_choices]
    told([{**row, "n": row["n"] or "0"} for row in want], got, names)


def equal(file, rows):
    want = list(csv.DictReader(open(file)))
    got = [json.loads(line) for line in open(rows)]
    if list(got[0]) != list(want[0]): sys.exit("other columns: " + ", ".join(got[0]))
    told(want, got, list(want[0]))


what, *rest = sys.argv[1:]
if what == "make": make(rest[0], rest[1], int(rest[2]), int(rest[3]))
elif what == "run": run(*rest)
elif what == "truth": truth(rest[0], rest[1], rest[2:])
elif what == "equal": equal(*rest)
else: compare(rest[0], rest[1], rest[2:])
