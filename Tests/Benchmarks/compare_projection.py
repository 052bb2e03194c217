"""Times projections of a workforce beside NumPy and writes reports/benchmarks/projection.md.

usage: compare_projection.py PROJECTION_TIMES REPORT
"""

import os
import platform
import subprocess
import sys
import time

SIZES = [2600, 900, 1300, 240, 7400, 2500, 3900, 700]
PARTS = [0.32, 0.30, 0.20, 0.11, 0.05, 0.02]


def numpy_seconds(draws):
    """Seconds and the chance of the target for known rates, all draws of a cell at once."""
    import numpy

    generator = numpy.random.Generator(numpy.random.Philox(1))
    begin = time.perf_counter()
    stock = [[int(size * part) for part in PARTS] for size in SIZES]
    now = numpy.repeat(numpy.array(stock)[None, :, :], draws, axis=0)
    hires = numpy.array(stock) / 32
    arrived = numpy.zeros(draws, dtype=bool)
    for period in range(20):
        following = numpy.zeros_like(now)
        for group in range(8):
            for level in range(6):
                promoted = 0 if level == 5 else (0.018 if group < 4 else 0.022)
                left = 0.030 + 0.002 * level
                drawn = generator.multinomial(
                    now[:, group, level], [1 - promoted - left, promoted, left]
                )
                following[:, group, level] += drawn[:, 0]
                if level < 5:
                    following[:, group, level + 1] += drawn[:, 1]
        now = following + generator.poisson(hires, size=(draws, 8, 6))
        upper = now[:, :, 3:]
        share = upper[:, :4].sum(axis=(1, 2)) / upper.sum(axis=(1, 2))
        if period < 12:
            arrived |= share >= 0.26
    return time.perf_counter() - begin, arrived.mean()


def shown(seconds):
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def main():
    program, report = sys.argv[1:3]
    output = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    lines = []
    for line in output.splitlines():
        name, seconds, answer = line.split("\t")
        kind, draws = name.split("-")
        other, theirs, ratio = "–", "–", "–"
        if kind == "known" and int(draws) <= 10_000:
            try:
                taken, chance = numpy_seconds(int(draws))
                other, theirs, ratio = shown(taken), f"{chance:.4f}", f"{taken / float(seconds):.1f}"
            except ImportError:
                pass
        rates = "drawn anew from counts" if kind == "counted" else "known"
        lines.append(
            f"| {int(draws):,} | {rates} | {shown(float(seconds))} | {other} | {ratio} "
            f"| {float(answer):.4f} | {theirs} |"
        )
    with open(report, "w", encoding="utf-8") as file:
        file.write(
            "# Projection\n\n"
            "A workforce of about 20,000 people, 6 levels and 8 groups, followed over 20 quarters; "
            "every cell divided at random, hires Poisson. Median of whole calls, on all processors; "
            "NumPy on one, all draws of a cell at once, known rates only.\n\n"
            f"Machine: {os.cpu_count()} processors, {platform.system()} {platform.machine()}.\n\n"
            "| draws | rates | Parity | NumPy | ratio | chance of reaching 26% | NumPy's |\n"
            "|---:|---|---:|---:|---:|---:|---:|\n" + "\n".join(lines) + "\n\n"
            "Made by `bin/bench projection`. The chances of the two programs differ by chance.\n"
        )


main()
