"""Reference values for comparisons with availability.

Written with Python 3.11.7: every distribution is enumerated in fractions, group by group for job
groups with different availabilities.
Run in this folder: python3 generate.py
"""

import csv
import math
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 40
rows = []


def put(method, case, arguments, **values):
    text = ";".join(f"{name}={value}" for name, value in arguments.items())
    for quantity, value in values.items():
        number = mp.mpf(value.numerator) / mp.mpf(value.denominator)
        rows.append([method, case, text, quantity, mp.nstr(number, 17)])


def tests(masses, seen):
    below, above = sum(masses[:seen + 1]), sum(masses[seen:])
    rare = sum(mass for mass in masses if mass <= masses[seen])
    half = masses[seen] / 2 if sum(mass > 0 for mass in masses) > 1 else 0
    return dict(minimumLikelihood=rare, central=min(Fraction(1), 2 * min(below, above)),
                fewer=below, more=above, midP=rare - half)


def binomial(n, p):
    return [math.comb(n, k) * p**k * (1 - p)**(n - k) for k in range(n + 1)]


for case, seen, n, group, size in [
    ("adverse-6-county-and-city-1", 10, 282, 154, 1000),
    ("adverse-6-county-and-city-2", 5, 123, 154, 1000),
    ("adverse-7-county-1", 10, 282, 57, 1000), ("adverse-7-county-2", 5, 123, 57, 1000),
    ("adverse-7-county-both", 15, 405, 57, 1000), ("adverse-9", 100, 220, 791, 1000),
    ("small", 3, 12, 2, 5), ("none", 0, 9, 1, 3), ("all", 6, 6, 1, 2),
]:
    put("AvailabilityPanel", case,
        dict(successes=seen, total=n, group=group, size=size, kind="share"),
        **tests(binomial(n, Fraction(group, size)), seen))

for case, seen, n, group, size in [
    ("pool", 2, 10, 25, 60), ("pool-large", 12, 80, 300, 1200), ("pool-half", 9, 20, 24, 40),
    ("pool-everyone", 24, 40, 24, 40),
]:
    masses = [Fraction(math.comb(group, k) * math.comb(size - group, n - k), math.comb(size, n))
              for k in range(n + 1)]
    put("AvailabilityPanel", case,
        dict(successes=seen, total=n, group=group, size=size, kind="pool"), **tests(masses, seen))

for case, seen, groups in [
    ("three-groups", [1, 4, 2], [(10, 1, 4), (20, 3, 10), (5, 3, 5)]),
    ("one-group", [3], [(12, 2, 5)]),
    ("certain", [2, 4, 0], [(9, 1, 3), (4, 1, 1), (6, 0, 1)]),
    ("ten-groups", [2] * 10, [(10 + i, 2 + i, 20) for i in range(10)]),
]:
    masses = [Fraction(1)]
    for n, a, b in groups:
        part, total = binomial(n, Fraction(a, b)), [Fraction(0)] * (len(masses) + n)
        for i, x in enumerate(masses):
            for j, y in enumerate(part):
                total[i + j] += x * y
        masses = total
    values = tests(masses, sum(seen))
    put("PoissonBinomialTest", case, dict(
        successes=" ".join(map(str, seen)), totals=" ".join(str(g[0]) for g in groups),
        group=" ".join(str(g[1]) for g in groups), size=" ".join(str(g[2]) for g in groups)),
        minimumLikelihood=values["minimumLikelihood"], central=values["central"],
        fewer=values["fewer"], expected=sum(Fraction(n * a, b) for n, a, b in groups))

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
