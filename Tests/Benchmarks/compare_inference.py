"""Times Parity's methods beside SciPy's and R's on the same tables, in one run, and compares answers.

usage: compare_inference.py PROGRAM REPORT
PROGRAM prints `case, seconds per call, answer`; SciPy runs in this process, R in one of its own.
"""
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from compare_csv_pass import machine, version

TITLES = {
    "fisher-35": "Fisher's exact test, 2/10 v 15/25",
    "fisher-20000": "Fisher's exact test, 20,000 people",
    "boschloo-berger-boos-64-508": "Boschloo (central), Berger-Boos, 50/64 v 455/508",
    "boschloo-minlike-berger-boos-64-508":
        "Boschloo (minimum likelihood), Berger-Boos, 50/64 v 455/508",
    "barnard-berger-boos-64-508": "Barnard (pooled Z), Berger-Boos, 50/64 v 455/508",
    "boschloo-300-300": "Boschloo (central), 140/300 v 165/300",
    "barnard-300-300": "Barnard (pooled Z), 140/300 v 165/300",
    "multiple-events-berkeley": "Exact test over strata, Berkeley 1973, 6 strata",
    "freeman-halton-million": "Fisher-Freeman-Halton, 5 x 4, a million random tables, two threads",
    "scan-2000": "Scan of 2,000 tables of 20 to 1,000 people: Fisher, Koopman, Boschloo with Berger-Boos, discrete FDR, two threads",
    "panel-2000": "The same tables, all thirteen tests of the panel on each, two threads",
}
# Cases where another program computes the same number to at least the digits compared.
SAME_NUMBER = {
    "fisher-35", "fisher-20000", "multiple-events-berkeley", "boschloo-300-300", "barnard-300-300",
}


def duration(seconds):
    for scale, unit in ((1, "s"), (1e3, "ms"), (1e6, "µs"), (1e9, "ns")):
        if seconds * scale >= 1:
            return f"{seconds * scale:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def scipy_cases():
    try:
        from scipy import stats
    except ImportError:
        return {}

    def table(focal, focal_total, reference, reference_total):
        return [[focal, reference], [focal_total - focal, reference_total - reference]]

    waisome = table(50, 64, 455, 508)
    even = table(140, 300, 165, 300)
    return {
        "fisher-35": (200, lambda: stats.fisher_exact(table(2, 10, 15, 25))[1]),
        "fisher-20000": (20, lambda: stats.fisher_exact(table(5880, 9000, 7070, 11000))[1]),
        "boschloo-berger-boos-64-508": (1, lambda: stats.boschloo_exact(waisome).pvalue),
        "barnard-berger-boos-64-508": (1, lambda: stats.barnard_exact(waisome).pvalue),
        "boschloo-300-300": (1, lambda: stats.boschloo_exact(even).pvalue),
        "barnard-300-300": (1, lambda: stats.barnard_exact(even).pvalue),
    }


def measure(calls, call):
    times = []
    for batch in range(8 if calls > 1 else 4):
        begin = time.perf_counter()
        for _ in range(calls):
            answer = call()
        if batch > 0:
            times.append((time.perf_counter() - begin) / calls)
    return statistics.median(times), float(answer)


def rows(text):
    return [line.split("\t") for line in text.splitlines() if "\t" in line]


def main():
    program, report = sys.argv[1:3]
    ours = {
        name: (float(seconds), answer)
        for name, seconds, answer in rows(
            subprocess.run([program], capture_output=True, text=True, check=True).stdout)
    }
    theirs = []
    found = version("scipy")
    if found is None:
        print("bench: SciPy is not installed and is left out", file=sys.stderr)
    for name, (calls, call) in scipy_cases().items():
        theirs.append((name, f"SciPy {found}", *measure(calls, call)))
    if shutil.which("Rscript"):
        script = Path(__file__).with_name("compare_inference.R")
        answers = rows(
            subprocess.run(["Rscript", script], capture_output=True, text=True, check=True).stdout)
        release = next((answer[2] for answer in answers if answer[0] == "version"), "")
        theirs += [
            (name, f"R {release}", float(seconds), float(answer))
            for name, _, seconds, answer in answers if name != "version"
        ]
    else:
        print("bench: R is not installed and is left out", file=sys.stderr)
    lines = [
        "# Tests of significance", "",
        "Time of one call, the median over batches, all in one run on one machine; one thread each "
        "unless said otherwise.", "",
        f"Machine: {machine()}.", "",
        "| test | Parity | other program | its time | ratio | answer |", "|---|---:|---|---:|---:|---|",
    ]
    for name, (seconds, answer) in ours.items():
        title = TITLES.get(name, name)
        others = [other for other in theirs if other[0] == name]
        if not others:
            lines.append(f"| {title} | {duration(seconds)} | – | – | – | – |")
        for _, other, their_seconds, their_answer in others:
            words = "another convention"
            if name == "freeman-halton-million":
                words = f"{their_answer:.4f} against {float(answer):.4f}, both by chance"
            elif name in SAME_NUMBER:
                gap = abs(float(answer) - their_answer) / their_answer
                words = "the same" if gap < 1e-6 else f"{their_answer:.8g} against {float(answer):.8g}"
            lines.append(
                f"| {title} | {duration(seconds)} | {other} | {duration(their_seconds)} "
                f"| {their_seconds / seconds:,.0f} | {words} |")
    lines += [
        "", "Made by `bin/bench inference`. SciPy's unconditional tests search 32 values of the common "
        "rate without the method of Berger and Boos; Parity searches hundreds and refines every peak.",
    ]
    Path(report).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
