"""Times the CSV pass of Parity beside Polars and DuckDB, on one file, in turns, and compares answers.

usage: compare_csv_pass.py PROGRAM FILE REPETITIONS REPORT
Each engine runs in a fresh process with two threads; the time is taken inside the process, from
opening the file to the finished answer. The order of the engines turns with each repetition.
"""
import math
import os
import platform
import statistics
import subprocess
import sys

THREADS = 2
COLUMNS = [
    "person_id", "snapshot_date", "gender", "ethnicity", "disability", "level", "function",
    "location", "contract", "fte", "hire_date", "base_pay",
]
SPLIT = ["gender", "ethnicity", "level"]


def print_answer(seconds, rows):
    print(seconds)
    for row in rows:
        labels = ["No answer recorded" if text is None or text == "" else text for text in row[:3]]
        print(*labels, *row[3:], sep="\t")


def run_polars(path):
    os.environ["POLARS_MAX_THREADS"] = str(THREADS)
    import time
    import polars

    pay = polars.col("base_pay")
    begin = time.perf_counter()
    frame = (
        polars.scan_csv(path, schema_overrides={"base_pay": polars.Float64})
        .select(*SPLIT, "base_pay").group_by(*SPLIT)
        .agg(polars.len(), pay.mean().alias("mean"), pay.var().alias("variance"))
        .collect(engine="streaming")
    )
    print_answer(time.perf_counter() - begin, frame.rows())


def run_duckdb(path):
    import time
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"set threads = {THREADS}")
    types = {name: "VARCHAR" for name in COLUMNS} | {"base_pay": "DOUBLE"}
    names = ", ".join(SPLIT)
    begin = time.perf_counter()
    rows = connection.execute(
        f"select {names}, count(*), avg(base_pay), var_samp(base_pay) from read_csv(?, "
        f"columns = {types}, header = true, delim = ',', quote = '', escape = '', "
        f"auto_detect = false) group by {names}", [path],
    ).fetchall()
    print_answer(time.perf_counter() - begin, rows)


def measure(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    cells = {}
    for line in lines[1:]:
        parts = line.split("\t")
        cells[tuple(parts[:3])] = parts[3:]
    return float(lines[0]), cells


def disagreement(ours, theirs):
    if ours.keys() != theirs.keys():
        return "different groups"
    for key, (count, mean, variance) in ours.items():
        other = theirs[key]
        if int(count) != int(other[0]):
            return "different counts"
        for mine, yours in ((mean, other[1]), (variance, other[2])):
            if not math.isclose(float(mine), float(yours), rel_tol=1e-9):
                return "different means or variances"
    return None


def machine():
    model = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            model = next(line.split(":")[1].strip() for line in lines if "model name" in line)
    except (OSError, StopIteration):
        model = platform.processor() or model
    return f"{model}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}"


def version(name):
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def main():
    program, path, repetitions, report = sys.argv[1:5]
    engines = {"Parity": [program, "run", path, str(THREADS)]}
    versions = {"Parity": "this commit"}
    for name, package in (("Polars", "polars"), ("DuckDB", "duckdb")):
        found = version(package)
        if found is None:
            print(f"bench: {name} is not installed and is left out", file=sys.stderr)
            continue
        engines[name] = [sys.executable, __file__, package, path]
        versions[name] = found
    times = {name: [] for name in engines}
    answers = {}
    names = list(engines)
    for turn in range(int(repetitions) + 1):
        for offset in range(len(names)):
            name = names[(turn + offset) % len(names)]
            seconds, answers[name] = measure(engines[name])
            if turn > 0:  # the first round warms the file cache
                times[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    size = os.path.getsize(path)
    lines = [
        "# One pass over a CSV file", "",
        f"Counts, mean and variance of pay by {', '.join(SPLIT)}: {size / 1e6:.0f} MB, "
        f"{sum(int(cell[0]) for cell in answers['Parity'].values()):,} rows, 12 columns, "
        f"{len(answers['Parity'])} groups. Two threads each, file in the cache, {repetitions} "
        "repetitions in turns in one run.",
        "", f"Machine: {machine()}.", "",
        "| engine | version | median s | least s | times Parity's median | answer |",
        "|---|---|---:|---:|---:|---|",
    ]
    agreed = True
    for name in names:
        problem = disagreement(answers["Parity"], answers[name])
        agreed = agreed and problem is None
        lines.append(
            f"| {name} | {versions[name]} | {medians[name]:.3f} | {min(times[name]):.3f} | "
            f"{medians[name] / medians['Parity']:.1f} | {problem or 'the same'} |")
    lines += [
        "", "Made by `bin/bench`. Polars scans lazily with only the needed columns and its streaming "
        "engine; DuckDB is told names, types and that there are no quotes. Parity checks quotes and "
        "the number of fields of every row, matches labels exactly and sums in 128-bit integers.",
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    with open(report, "w", encoding="utf-8") as file:
        file.write(text)
    return 0 if agreed else 1


if __name__ == "__main__":
    if sys.argv[1] == "polars":
        run_polars(sys.argv[2])
    elif sys.argv[1] == "duckdb":
        run_duckdb(sys.argv[2])
    else:
        sys.exit(main())
