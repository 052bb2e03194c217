"""Reference values for raw pay gaps.

Written with Python 3.11.7, SciPy and mpmath 1.3.0. Fieller's limits are roots of the pivot found by
bisection; permutation p-values count every way to choose the focal group, person by person.
Run in this folder: python3 generate.py
"""

import csv
import itertools
import math
from fractions import Fraction

import mpmath as mp
from scipy import stats

mp.mp.dps = 40
rows = []


def put(method, case, focal, reference, **values):
    text = f"focal={' '.join(map(str, focal))};reference={' '.join(map(str, reference))}"
    for quantity, value in values.items():
        rows.append([method, case, text, quantity, repr(float(value))])


def moments(x):
    mean = Fraction(sum(x), len(x))
    return mean, sum((v - mean)**2 for v in x) / (len(x) - 1) / len(x)


def fieller(focal, reference):
    (b, vb), (a, va) = moments(focal), moments(reference)
    ratio = b / a
    df = (vb + ratio**2 * va)**2 / (
        vb**2 / (len(focal) - 1) + (ratio**2 * va)**2 / (len(reference) - 1))
    t = float(stats.t.ppf(0.975, float(df)))

    def pivot(r):
        return (mp.mpf(float(b)) - r * mp.mpf(float(a)))**2 - t**2 * (
            mp.mpf(float(vb)) + r**2 * mp.mpf(float(va)))

    def root(inside, outside):
        if pivot(outside) <= 0:
            return None
        for _ in range(120):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if pivot(middle) <= 0 else (inside, middle)
        return inside
    seen = mp.mpf(float(ratio))
    upper = root(seen, mp.mpf(10)**9)
    lower = root(seen, mp.mpf(0))
    return dict(value=1 - ratio, lower=-math.inf if upper is None else 1 - upper,
                upper=1 if lower is None else 1 - lower)


for case, focal, reference in [
    ("certain", [30, 32, 35, 41, 44, 38], [40, 42, 39, 51, 47]),
    ("uncertain", [30, 32, 35, 90], [40, 42, 39, 400, 47, 61]),
    ("unbounded", [30, 32, 35, 41], [2, 3, 900, 4]),
    ("nothing-sure", [1, 2, 700], [2, 3, 900, 4]),
    ("few", [20, 31], [25, 60]),
]:
    put("FiellerMeanPayGap", case, focal, reference, **fieller(focal, reference))

for case, focal, reference in [
    ("apart", [3, 5, 4, 6], [9, 8, 12, 7, 10]), ("alike", [3, 9, 5, 7], [4, 8, 6, 6]),
    ("tied", [5, 5, 5, 7], [5, 5, 7, 7, 7, 9]), ("one", [2], [3, 4, 5, 9]),
    ("larger-focal", [12, 15, 9, 14, 20, 13, 8], [21, 22, 16]),
    ("negative", [-4, 3, 0, 2], [1, 5, 6, 7, 3]),
]:
    everybody = focal + reference
    n, k, total = len(everybody), len(focal), sum(everybody)
    seen = abs(n * sum(focal) - k * total)
    ways = [abs(n * sum(everybody[i] for i in chosen) - k * total)
            for chosen in itertools.combinations(range(n), k)]
    put("MeanPayGapPermutationTest", case, focal, reference,
        pValue=Fraction(sum(w >= seen for w in ways), len(ways)),
        statistic=Fraction(sum(focal), k) - Fraction(sum(reference), len(reference)))

with open("python.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["method", "case", "arguments", "quantity", "value"])
    out.writerows(rows)
