"""Times Parity's indices beside PySAL's, NumPy's and R's on the same numbers, in one run.

usage: compare_indices.py PROGRAM FOLDER REPORT
PROGRAM writes its tables and amounts into FOLDER and prints `case, seconds per call, answer`.
"""
import shutil
import subprocess
import sys
from pathlib import Path

from compare_csv_pass import machine, version
from compare_inference import duration, measure, rows

TITLES = {
    "null-m-2000": "M expected by chance, exact, 2,000 units, 64,000 people",
    "null-d-2000": "D expected by chance, exact, 2,000 units, 64,000 people",
    "m-10000x7": "M with standard error, 10,000 units, 7 groups",
    "h-10000x7": "H with standard error, 10,000 units, 7 groups",
    "gini-3000x4": "Segregation Gini, 3,000 units, 4 groups",
    "bootstrap-8000": "M, 1,000 bootstrap tables of 8,000 cells, two threads",
    "sort-10m": "Sorting 10 million amounts, nothing else",
    "weighted-10m": "Amounts made ready for every index, 10 million",
    "gini-10m": "Gini with standard error, 10 million amounts",
    "theil-10m": "Theil T with standard error, 10 million amounts",
    "atkinson-10m": "Atkinson (0.5) with standard error, 10 million amounts",
}
BY_CHANCE = {"null-m-2000", "null-d-2000", "bootstrap-8000"}


def pysal_cases(folder):
    try:
        import pandas
        from segregation.multigroup import multi_gini, multi_info_theory
    except ImportError:
        print("bench: PySAL's segregation is not installed and is left out", file=sys.stderr)
        return {}

    def table(name):
        frame = pandas.read_csv(folder / f"{name}.csv", header=None)
        frame.columns = [f"group{column}" for column in frame.columns]
        return frame, list(frame.columns)

    shares, wide = table("four-groups"), table("seven-groups")
    return {
        "gini-3000x4": (1, lambda: multi_gini._multi_gini_seg(*shares)[0]),
        "h-10000x7": (20, lambda: multi_info_theory._multi_information_theory(*wide)[0]),
    }


def numpy_cases(folder):
    try:
        import numpy
    except ImportError:
        return {}
    amounts = numpy.fromfile(folder / "amounts.f64")
    ranks = numpy.arange(1, len(amounts) + 1)

    def gini():
        ordered = numpy.sort(amounts)
        people = len(ordered)
        return 2 * (ranks @ ordered) / (people * ordered.sum()) - (people + 1) / people

    def theil():
        ratios = amounts / amounts.mean()
        return (ratios * numpy.log(ratios)).mean()

    return {
        "sort-10m": (1, lambda: numpy.sort(amounts)[0]),
        "gini-10m": (1, gini),
        "theil-10m": (1, theil),
    }


def main():
    program, folder, report = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    ours = {
        name: (float(seconds), float(answer))
        for name, seconds, answer in rows(
            subprocess.run([program, folder], capture_output=True, text=True, check=True).stdout)
    }
    theirs = []
    for peer, cases in (
        (f"PySAL segregation {version('segregation')}", pysal_cases(folder)),
        (f"NumPy {version('numpy')}, value only", numpy_cases(folder)),
    ):
        theirs += [(name, peer, *measure(calls, call)) for name, (calls, call) in cases.items()]
    if shutil.which("Rscript"):
        script = Path(__file__).with_name("compare_indices.R")
        answers = rows(
            subprocess.run(
                ["Rscript", script, folder], capture_output=True, text=True, check=True).stdout)
        theirs += [
            (name, peer, float(seconds), float(answer)) for name, peer, seconds, answer in answers
        ]
    else:
        print("bench: R is not installed and is left out", file=sys.stderr)
    lines = [
        "# Indices", "",
        "Time of one call, the median over batches, all in one run on one machine; one thread each "
        "unless said otherwise.", "", f"Machine: {machine()}.", "",
        "| index | Parity | other program | its time | ratio | answer |", "|---|---:|---|---:|---:|---|",
    ]
    for name, (seconds, answer) in ours.items():
        title = TITLES.get(name, name)
        others = [other for other in theirs if other[0] == name]
        if not others:
            lines.append(f"| {title} | {duration(seconds)} | – | – | – | – |")
        for _, other, their_seconds, their_answer in others:
            gap = abs(answer - their_answer) / abs(their_answer)
            words = "the same" if gap < 1e-9 else f"{their_answer:.6g} against {answer:.6g}"
            if name in BY_CHANCE:
                words += ", theirs by chance" if name != "bootstrap-8000" else ", both by chance"
            ratio = their_seconds / seconds
            lines.append(
                f"| {title} | {duration(seconds)} | {other} | {duration(their_seconds)} "
                f"| {ratio:,.{0 if ratio >= 10 else 1}f} | {words} |")
    lines += [
        "", "Made by `bin/bench indices`. R draws tables with the margins kept (`r2dtable`, 100 draws) "
        "where Parity computes the expectation, and multinomial tables (`rmultinom`) for the bootstrap, "
        "each followed by M over whole matrices: what its package `segregation` does, without that "
        "package's tables. NumPy makes no standard error.",
    ]
    Path(report).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
