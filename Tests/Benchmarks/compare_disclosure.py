"""Runs the disclosure benchmarks and writes reports/benchmarks/disclosure.md and its plot.

usage: compare_disclosure.py DISCLOSURE_TIMES PARITY SOLVER CONFIGURATION REPORT
"""

import math
import os
import platform
import re
import subprocess
import sys
import tempfile
import time

TITLES = {
    "elimination": "Elimination, exact recovery",
    "limits, non-negative": "Limits of every small count, counts not negative",
    "limits, zeros-public": "Limits of every small count, zeros public",
}
COLOURS = {
    "elimination": "#1b5e8c",
    "limits, non-negative": "#b3541e",
    "limits, zeros-public": "#3f6b2a",
}


def plot(rows, path):
    """Seconds against cells, both logarithmic."""
    width, height, left, top, right, bottom = 720, 400, 70, 24, 250, 52
    cells = [row[1] for row in rows]
    seconds = [max(row[4], 1e-4) for row in rows]
    low_x, high_x = math.log10(min(cells)) - 0.1, math.log10(max(cells)) + 0.1
    low_y, high_y = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def x(value):
        return left + (math.log10(value) - low_x) / (high_x - low_x) * (width - left - right)

    def y(value):
        share = (math.log10(max(value, 1e-4)) - low_y) / (high_y - low_y)
        return height - bottom - share * (height - top - bottom)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="title" font-family="sans-serif" font-size="13">',
        '<title id="title">Seconds to protect three-way tables, by cells; both axes logarithmic'
        "</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for power in range(low_y, high_y + 1):
        level = y(10.0**power)
        parts.append(
            f'<line x1="{left}" x2="{width - right}" y1="{level:.1f}" y2="{level:.1f}" '
            'stroke="#d5d5d5"/>'
            f'<text x="{left - 8}" y="{level + 4:.1f}" text-anchor="end">'
            f"{10.0 ** power:g} s</text>"
        )
    for count in sorted(set(cells)):
        parts.append(
            f'<text x="{x(count):.1f}" y="{height - bottom + 20}" text-anchor="middle">'
            f"{count:,}</text>"
        )
    parts.append(
        f'<text x="{(left + width - right) / 2:.0f}" y="{height - 10}" text-anchor="middle">'
        "Cells, margins included</text>"
    )
    ends = []
    for name in TITLES:
        line = sorted((row[1], row[4]) for row in rows if row[0] == name)
        if not line:
            continue
        points = " ".join(f"{x(c):.1f},{y(s):.1f}" for c, s in line)
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{COLOURS[name]}" '
            'stroke-width="2"/>'
        )
        for c, s in line:
            parts.append(f'<circle cx="{x(c):.1f}" cy="{y(s):.1f}" r="3" fill="{COLOURS[name]}"/>')
        ends.append([y(line[-1][1]), x(line[-1][0]), name])
    ends.sort()
    for index, end in enumerate(ends):
        if index and end[0] - ends[index - 1][0] < 18:
            end[0] = ends[index - 1][0] + 18
        label = {"elimination": "elimination", "limits, non-negative": "limits, not negative",
                 "limits, zeros-public": "limits, zeros public"}[end[2]]
        parts.append(
            f'<text x="{end[1] + 10:.1f}" y="{end[0] + 4:.1f}" fill="{COLOURS[end[2]]}">'
            f"{label}</text>"
        )
    parts.append("</svg>\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(parts))


def whole_report(parity, configuration):
    """The bundled report with and without protection, as whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "plan.log")
        start = time.perf_counter()
        subprocess.run(
            [parity, "report", configuration, "--out", os.path.join(folder, "out"),
             "--plan-log", log],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
        with open(log, encoding="utf-8") as file:
            first = file.read()
    cells = re.search(r"cells (\d+), blocks (\d+)", first)
    small = re.search(r"small (\d+)", first)
    return seconds, int(cells.group(1)), int(cells.group(2)), int(small.group(1))


def main():
    program, parity, solver, configuration, report = sys.argv[1:]
    rows = []
    output = subprocess.run([program, solver], check=True, capture_output=True, text=True).stdout
    for line in output.splitlines():
        name, *numbers = line.split("\t")
        rows.append((name, *[int(n) for n in numbers[:3]], float(numbers[3])))
    runs = sorted(whole_report(parity, configuration) for _ in range(3))
    seconds, cells, blocks, small = runs[1]
    plot(rows, os.path.join(os.path.dirname(report), "disclosure-growth.svg"))
    lines = [
        "# Disclosure control",
        "",
        f"{platform.machine()}, {os.cpu_count()} cores; medians of three. Three-way tables with all",
        "margins, about three in ten inner counts below the threshold of 5. Limits start one child",
        "process each.",
        "",
        "| Step | Cells | Small counts | Hidden | Seconds |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, count, primaries, hidden, took in rows:
        lines.append(f"| {TITLES[name]} | {count:,} | {primaries:,} | {hidden:,} | {took:.3f} |")
    lines += [
        "",
        f"The whole HealthTech report ({cells:,} cells in {blocks} blocks, {small:,} of them small):",
        f"{seconds:.1f} s from the extracts to the files, planning, protection and audit included.",
        "",
        "![Seconds against cells](disclosure-growth.svg)",
        "",
    ]
    with open(report, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print("\n".join(lines))


main()
