"""Counts made-up answers to every built-in protocol by itself, and compares the cells of `tally` and of the report.

usage: count.py PROGRAM PROTOCOLS FOLDER

For each protocol a study of 48 cases is coded three times over: whole, in part, and hardly. What is asked of a case, what is
in a base, what follows from other answers, and every count and share are worked out here, from the protocol's file and the
answers, with nothing of the program. Prints how many cells were compared, and each that differs.
"""

import csv
import json
import pathlib
import random
import re
import subprocess
import sys
import tomllib
from decimal import ROUND_HALF_UP, Decimal

CASES = 48
FILLED = (1.0, 0.6, 0.15)
SCALES = {
    "ja_delvis_nej": [("ja", "Ja", "yes"), ("delvis", "Delvis", "partly"), ("nej", "Nej", "no")],
    "ja_nej": [("ja", "Ja", "yes"), ("nej", "Nej", "no")],
    "yes_partly_no": [("yes", "Yes", "yes"), ("partly", "Partly", "partly"), ("no", "No", "no")],
    "yes_no": [("yes", "Yes", "yes"), ("no", "No", "no")],
}
ADDED = {
    "sv": {"na": ("ej_aktuellt", "Ej aktuellt", "na"), "unknown": ("framgar_ej", "Framgår ej", "unknown")},
    "en": {"na": ("na", "Not applicable", "na"), "unknown": ("unknown", "Not stated", "unknown")},
}
WORDS = {
    "sv": {"total": "Totalt", "share": "Andel %", "count": "Antal", "base": "Underlag", "by": " – efter "},
    "en": {"total": "Total", "share": "Share %", "count": "Count", "base": "Base", "by": " – by "},
}
# How a question stands in a case, and what a condition may come to.
NOT_ASKED, NOT_KNOWN, UNANSWERED, ANSWERED = "not_asked", "not_known", "unanswered", "answered"
FALSE, UNKNOWN, TRUE = 0, 1, 2


def listed(value):
    return value if isinstance(value, list) else [value]


def at_time(value, time, timed):
    """A condition or text at one of the times of a question: {time} filled, and other repeated questions at that time."""
    if isinstance(value, str):
        return value.replace("{time}", time)
    if isinstance(value, list):
        return [at_time(one, time, timed) for one in value]
    if isinstance(value, dict):
        names = {key: f"{key}_{time}" if key in timed else key for key in value}
        filled = {names[key]: at_time(one, time, timed) for key, one in value.items()}
        if filled.get("of") in timed:
            filled["of"] += f"_{time}"
        return filled
    return value


def questions_of(protocol):
    """The questions, those that are repeated once for each time, all of one time before those of the next."""
    asked = protocol["question"]
    timed = {one["id"] for one in asked if "times" in one}
    found, done = [], set()
    for one in asked:
        if "times" not in one:
            found.append(one)
        elif tuple(one["times"]) not in done:
            done.add(tuple(one["times"]))
            alike = [other for other in asked if other.get("times") == one["times"]]
            for time in one["times"]:
                for other in alike:
                    filled = {key: at_time(value, time, timed) for key, value in other.items() if key != "times"}
                    found.append({**filled, "id": f"{other['id']}_{time}"})
    return found


def choices_of(question, protocol):
    lang = protocol["language"]
    if "choices" in question:
        choices = [dict(choice) for choice in question["choices"]]
    elif question.get("kind", "choice") in ("choice", "choices") or "parts" in question:
        name = question.get("scale", "ja_delvis_nej" if lang == "sv" else "yes_partly_no")
        own = protocol.get("scale", {}).get(name)
        built_in = [dict(zip(("id", "label", "role"), choice)) for choice in SCALES.get(name, [])]
        choices = [dict(choice) for choice in own["choices"]] if own else built_in
    else:
        return []
    for more in ("na", "unknown"):
        if question.get(more) is True:
            choices.append(dict(zip(("id", "label", "role"), ADDED[lang][more])))
    for choice in choices:
        is_based = choice.get("role") != "na" or choice["id"] in question.get("in_base", [])
        choice["in_base"] = is_based and choice["id"] not in question.get("out_of_base", [])
    return choices


def number(text):
    try:
        return float(str(text).replace(",", "."))
    except ValueError:
        return None


def holds(test, seen, look):
    """A test of what is seen: ("masked", "open" or an answer), three-valued."""
    state, answer = seen
    if isinstance(test, dict) and "answered" in test:
        return TRUE if test["answered"] == (state == "answer") else FALSE
    if state != "answer":
        return FALSE if state == "masked" else UNKNOWN
    parts = [answer, *answer.split(";")]
    if not isinstance(test, dict):
        return TRUE if any(str(one) in parts for one in listed(test)) else FALSE
    if "not" in test:
        return FALSE if any(str(one) in parts for one in listed(test["not"])) else TRUE
    worst = TRUE
    for side, right in (("min", lambda one, other: one >= other), ("max", lambda one, other: one <= other)):
        if side not in test:
            continue
        bound = test[side]
        state, bound = look(bound["of"]) if isinstance(bound, dict) else ("answer", str(bound))
        if state != "answer":
            worst = min(worst, FALSE if state == "masked" else UNKNOWN)
        elif number(answer) is not None and number(bound) is not None:
            worst = min(worst, TRUE if right(number(answer), number(bound)) else FALSE)
        else:
            worst = min(worst, TRUE if right(answer[: len(bound)], bound) else FALSE)
    return worst


def judged(condition, look):
    worst = TRUE
    for key, test in (condition or {}).items():
        if key == "any":
            worst = min(worst, max((judged(one, look) for one in test), default=FALSE))
        else:
            worst = min(worst, holds(test, look(key), look))
    return worst


class Study:
    def __init__(self, protocol):
        self.protocol = protocol
        self.questions = questions_of(protocol)
        self.choices = {one["id"]: choices_of(one, protocol) for one in self.questions}
        self.by_id = {one["id"]: one for one in self.questions}
        self.role = {one["role"]: one for one in protocol.get("attribute", []) if "role" in one}

    def look(self, case, cells):
        def seen(key):
            if key in cells:
                status, answer = cells[key]
                return {ANSWERED: ("answer", answer), NOT_ASKED: ("masked", "")}.get(status, ("open", ""))
            if key in self.by_id:
                return ("masked", "")
            value = case.get(key, "")
            return ("answer", value) if value else ("masked", "")

        return seen

    def derived(self, question, case, cells):
        look = self.look(case, cells)
        if "parts" in question:
            met = unmet = unknown = 0
            for part in question["parts"]:
                state, answer = look(part)
                chosen = [one for one in self.choices[part] if one["id"] in answer.split(";")]
                wished = self.by_id[part].get("favourable")
                good = [one for one in chosen if (one["id"] in wished if wished is not None else one.get("role") == "yes")]
                if state == "open":
                    unknown += 1
                elif state == "answer" and good:
                    met += 1
                elif state == "answer" and any(one["in_base"] for one in chosen):
                    unmet += 1
            if met and unmet:
                role = "partly"
            elif unknown:
                return NOT_KNOWN, ""
            elif not met and not unmet:
                return NOT_ASKED, ""
            else:
                role = "yes" if met else "no"
            own = {one.get("role"): one["id"] for one in self.choices[question["id"]]}
            return ANSWERED, own.get(role, own.get("no"))
        if "sum" in question:
            seen = [look(part) for part in question["sum"]]
            if any(state == "open" for state, _ in seen):
                return NOT_KNOWN, ""
            numbers = [number(answer) for state, answer in seen if state == "answer"]
            return (ANSWERED, str(sum(numbers))) if numbers else (NOT_ASKED, "")
        for choice in question["choices"]:
            if "of" in question:
                state, answer = look(question["of"])
                birth = self.role.get("birth_year")
                if state == "answer" and birth and question["of"] == birth["id"]:
                    answer = str(question.get("at", birth.get("at")) - int(answer))
                outcome = holds({side: choice[side] for side in ("min", "max") if side in choice}, (state, answer), look)
            else:
                outcome = judged(choice.get("when"), look)
            if outcome == TRUE:
                return ANSWERED, choice["id"]
            if outcome == UNKNOWN:
                return NOT_KNOWN, ""
        return NOT_ASKED, ""

    def cells(self, case, answers):
        cells = {}
        for question in self.questions:
            name = question["id"]
            if question.get("per", "case") != case["per"]:
                cells[name] = (NOT_ASKED, "")
                continue
            truth = judged(question.get("when"), self.look(case, cells))
            if truth != TRUE:
                cells[name] = (NOT_ASKED if truth == FALSE else NOT_KNOWN, "")
            elif question.get("kind") == "derived":
                cells[name] = self.derived(question, case, cells)
            else:
                answer = answers(question)
                cells[name] = (ANSWERED, answer) if answer else (UNANSWERED, "")
        return cells


def answer_of(question, study, lot):
    kind, choices = question.get("kind", "choice"), study.choices[question["id"]]
    if kind == "choices":
        if lot.random() < 0.2 and any(one.get("exclusive") for one in choices):
            return lot.choice([one["id"] for one in choices if one.get("exclusive")])
        plain = [one["id"] for one in choices if not one.get("exclusive")]
        return ";".join(one for one in plain if lot.random() < 0.4) or plain[0]
    if kind == "choice":
        return lot.choice(choices)["id"]
    if kind == "number":
        return str(lot.randint(int(question.get("min", 0)), min(int(question.get("max", 60)), int(question.get("min", 0)) + 60)))
    if kind == "date":
        return f"{lot.randint(2014, 2018)}-{lot.randint(1, 12):02}-{lot.randint(1, 28):02}"
    return lot.choice(["en sak", "en annan sak", "något tredje"])


def case_list(protocol, lot):
    attributes = [one for one in protocol.get("attribute", []) if one.get("role") != "informant"]
    units = ["NOR", "EAS", "SOU"]
    cases = []
    for place in range(CASES):
        case = {"case_id": f"A-{place + 1:03}", "per": "case"}
        for one in attributes:
            name, values = one["id"], list(one.get("values", {}))
            if one.get("role") == "birth_year":
                case[name] = str(lot.randint(1935, 1998))
            elif one.get("role") == "unit":
                case[name] = lot.choice(values or units)
            elif name == "same_as":
                case[name] = "A-001" if place and lot.random() < 0.1 else ""
            elif name == "deadline":
                case[name] = f"{lot.randint(2014, 2018)}-{lot.randint(1, 12):02}" if lot.random() < 0.8 else ""
            else:
                case[name] = lot.choice(values) if values else f"{name} {place % 5}"
        cases.append(case)
    return cases


def entries(study, cases):
    unit = study.role.get("unit")
    if not unit or all(one.get("per", "case") == "case" for one in study.questions):
        return []
    informant = study.role.get("informant")
    found = []
    for code in sorted({case[unit["id"]] for case in cases}):
        for who in informant["values"] if informant else [""]:
            case = {"case_id": f"unit:{code}" + (f":{who}" if who else ""), "per": "unit", unit["id"]: code}
            found.append({**case, informant["id"]: who} if informant else case)
    return found


def half_up(share):
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


def counted(study, question, rows):
    """What is to stand of a question among some rows."""
    choices, name = study.choices[question["id"]], question["id"]
    own = [cells[name] for _, cells in rows]
    given = [answer for status, answer in own if status == ANSWERED]
    chosen = [set(answer.split(";") if question.get("kind") == "choices" else [answer]) for answer in given]
    based = [ids for ids in chosen if not choices or any(one["id"] in ids and one["in_base"] for one in choices)]
    counts = {"base": len(based), "na": len(given) - len(based)}
    counts |= {status: sum(one == status for one, _ in own) for status in (NOT_ASKED, NOT_KNOWN, UNANSWERED)}
    counts["choices"] = {one["id"]: sum(one["id"] in ids for ids in chosen) for one in choices}
    if question.get("kind") == "number" and given:
        numbers = [Decimal(one) for one in given]
        counts |= {"min": float(min(numbers)), "max": float(max(numbers))}
        counts["mean"] = float((sum(numbers) / len(numbers)).quantize(Decimal("0.001"), ROUND_HALF_UP))
    return counts


class Compared:
    def __init__(self):
        self.right, self.wrong = 0, []

    def same(self, what, found, expected):
        if found == expected:
            self.right += 1
        else:
            self.wrong.append(f"{what}: {found}, expected {expected}")


def groups(study, rows, per):
    """The groups of the tally and their rows, by their keys."""
    unit, second = study.role.get("unit"), study.role.get("sex" if per == "case" else "informant")
    columns = [one["id"] for one in (unit, second) if one]
    keys = [()] + [(one,) for one in columns] + ([tuple(columns)] if len(columns) == 2 else [])
    for key in keys:
        for values in sorted({tuple(case[one] for one in key) for case, _ in rows}):
            yield dict(zip(key, values)), [row for row in rows if tuple(row[0][one] for one in key) == values]


def compare_tally(study, rows, tally, where, compared):
    found = {one["id"]: one["groups"] for one in tally["questions"]}
    for question in study.questions:
        per = question.get("per", "case")
        own = [row for row in rows if row[0]["per"] == per]
        for key, some in groups(study, own, per):
            group = [one for one in found[question["id"]] if one["key"] == key]
            what = f"{where} {question['id']} {key}"
            if len(group) != 1:
                compared.wrong.append(f"{what}: {len(group)} groups")
                continue
            expected = counted(study, question, some)
            shown = {one["id"]: one["n"] for one in group[0]["choices"]}
            for field, n in expected.items():
                if field != "choices":
                    compared.same(f"{what} {field}", group[0].get(field), n)
            for name, n in expected["choices"].items():
                compared.same(f"{what} {name}", shown.get(name), n)
            for one in group[0]["choices"]:
                if "pct" in one and one["pct"] is not None:
                    share = Decimal(100 * one["n"]) / expected["base"]
                    compared.same(f"{what} {one['id']} percent", one["pct"], half_up(share))


def compare_tables(study, rows, tally, where, compared):
    """The counts of the tables that the protocol declares, as far as their rows stand by themselves."""
    declared = {one["id"]: one for one in study.protocol.get("table", []) if "rows" in one and "across" not in one}
    for table in tally["tables"]:
        if table["id"] not in declared:
            continue
        asked = declared[table["id"]]
        cases = [row for row in rows if row[0]["per"] == "case"]
        meets = lambda condition, row: judged(condition, study.look(*row)) == TRUE
        for group in table["groups"]:
            own = [row for row in cases if all(row[0][one] == value for one, value in group["key"].items())]
            based = [row for row in own if meets(asked.get("base"), row)]
            for line, shown in zip(asked["rows"], group["rows"], strict=True):
                n = sum(meets(line["where"], row) for row in based)
                compared.same(f"{where} {table['id']} {group['key']} {line['label']}", shown["n"], n)


def tables_of(text):
    """The Markdown tables under each heading of a question, with the caption above them."""
    heading, caption, table = "", "", []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            table.append([cell.strip().strip("*").rstrip("\\").strip("*") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
            continue
        if table:
            yield heading, caption, table
            table = []
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
        elif line.startswith("**"):
            caption = line.strip("*")


def compare_report(study, rows, text, where, compared):
    words = WORDS[study.protocol["language"]]
    unit, sex = study.role.get("unit"), study.role.get("sex")
    named = {re.sub(r"\s+", " ", one["text"]).strip(): one for one in study.questions}
    for heading, caption, (head, _, *lines) in tables_of(text):
        question = named.get(re.sub(r"^\d+ ", "", heading).replace("\\", ""))
        if not question or question.get("per", "case") == "unit" or not study.choices[question["id"]]:
            continue
        labels = {one["label"]: one["id"] for one in study.choices[question["id"]]}
        cases = [row for row in rows if row[0]["per"] == "case"]
        sexes = sex.get("values", {}) if sex else {}

        def group_of(name):
            """The rows that the name of a line or column stands for."""
            if name == words["total"]:
                return cases
            for code, label in sexes.items():
                if name.casefold() == label.casefold():
                    return [row for row in cases if row[0][sex["id"]] == code]
            place, _, who = name.partition(", ")
            codes = {one[0][unit["id"]] for one in cases} if unit else set()
            shown = [code for code in codes if unit.get("values", {}).get(code, code) == place]
            own = [row for row in cases if row[0][unit["id"]] in shown]
            codes = [code for code, label in sexes.items() if label.casefold() == who.casefold()]
            return [row for row in own if not who or row[0][sex["id"]] in codes] if shown and (not who or codes) else None

        for line in lines:
            for name, cell in zip(head[1:], line[1:]):
                what, kind = name, ""
                for ending in ("share", "count"):
                    if name == words[ending] or name.endswith(" " + words[ending]):
                        what, kind = name.removesuffix(words[ending]).strip() or words["total"], ending
                is_by_unit = words["by"] in caption
                group, choice = (line[0], what) if is_by_unit else (what, line[0])
                some = group_of(group)
                choice = choice.rstrip("*")
                if some is None or choice not in labels and choice != words["base"]:
                    continue
                expected = counted(study, question, some)
                base = expected["base"]
                n = base if choice == words["base"] else expected["choices"][labels[choice]]
                if kind == "share":
                    if not re.fullmatch(r"\d+", cell) or not base:
                        continue
                    n = half_up(Decimal(100 * n) / base)
                compared.same(f"{where} report {question['id']} {group} {choice} {kind}", cell.replace("\u00a0", ""), str(n))


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"aktkoll {' '.join(map(str, arguments))}: {done.returncode}\n{done.stderr}")
    return done.stdout


def written(path, head, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerows([head, *rows])


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[3])
    everything = Compared()
    for path in sorted(pathlib.Path(sys.argv[2]).glob("*.toml")):
        study = Study(tomllib.loads(path.read_text(encoding="utf-8")))
        compared, in_report = Compared(), 0
        for seed, filled in enumerate(FILLED):
            lot = random.Random(f"{path.stem} {seed}")
            cases = case_list(study.protocol, lot)
            columns = [key for key in cases[0] if key != "per"]
            name = folder / f"{path.stem}-{seed}"
            written(f"{name}.csv", columns, [[case[one] for one in columns] for case in cases])
            run(program, "new", name, "--protocol", path.stem, "--cases", f"{name}.csv")
            rows, given = [], []
            for case in [*cases, *entries(study, cases)]:
                answers = lambda question: answer_of(question, study, lot) if lot.random() < filled else ""
                cells = study.cells(case, answers)
                rows.append((case, cells))
                for question in study.questions:
                    status, answer = cells[question["id"]]
                    if status == ANSWERED and question.get("kind") != "derived":
                        given.append([case["case_id"], question["id"], answer])
                    elif status in (NOT_ASKED, NOT_KNOWN) and question.get("kind") != "derived" and lot.random() < 0.1:
                        if question.get("per", "case") == case["per"]:
                            # What was answered and is not asked any more is kept, and counts nowhere.
                            given.append([case["case_id"], question["id"], answer_of(question, study, lot)])
            written(f"{name}-answers.csv", ["case", "question", "answer"], given)
            run(program, "import", name, f"{name}-answers.csv", "--coder", "test")
            # A case about which nothing is asked counts nowhere.
            asked = [one["id"] for one in study.questions if one.get("kind") != "derived"]
            rows = [row for row in rows if any(row[1][one][0] != NOT_ASKED for one in asked)]
            by = [study.role[role]["id"] for role in ("unit", "sex") if role in study.role]
            grouping = [f"--by={one}" for one in by] + ([f"--by={','.join(by)}"] if len(by) == 2 else [])
            if "informant" in study.role:
                who = study.role["informant"]["id"]
                grouping += [f"--by={who}", f"--by={study.role['unit']['id']},{who}"]
            where = f"{path.stem} {filled}"
            tally = json.loads(run(program, "tally", name, "--format", "json", *grouping))
            compare_tally(study, rows, tally, where, compared)
            compare_tables(study, rows, tally, where, compared)
            in_tally = compared.right
            run(program, "report", name, "-o", f"{name}.md")
            text = pathlib.Path(f"{name}.md").read_text(encoding="utf-8")
            compare_report(study, rows, text, where, compared)
            in_report += compared.right - in_tally
        print(f"     {path.stem}: {compared.right} cells are the same ({in_report} of the report), {len(compared.wrong)} are not", flush=True)
        everything.right += compared.right
        everything.wrong += compared.wrong
    print(f"     {everything.right + len(everything.wrong)} cells compared, {len(everything.wrong)} wrong")
    print(*[f"     {one}" for one in everything.wrong[:40]], sep="\n")
    sys.exit(bool(everything.wrong))


if __name__ == "__main__":
    main()
