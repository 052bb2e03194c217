"""Reference values for trends of short series.

Written with Python 3.11 and SciPy 1.17.1. Exact p-values without ties are SciPy's of Kendall's tau; with
ties they count all orders in whole numbers, by exact division of the polynomial of inversions. Slopes are
SciPy's. Run in this folder: python3 generate.py
"""

import csv
from fractions import Fraction

from scipy import stats

rows = []
cases = {
    "rising": [0.211, 0.214, 0.22, 0.219, 0.226, 0.231],
    "seven": [31, 29, 33, 34, 30, 36, 38],
    "falling": [1.26, 1.27, 1.12, 1.16, 1.03],
    "twelve": [5, 3, 8, 9, 7, 12, 11, 10, 15, 14, 13, 16],
    "tied": [3, 3, 4, 4, 4, 5, 7],
    "heavily-tied": [1, 1, 1, 2, 1, 2, 2, 2],
    "flat": [2, 1, 1, 2],
    "long-tied": [k // 3 + (k * 7) % 5 for k in range(40)],
    "long": [k + (k * 37) % 41 / 2 for k in range(41)],
}


def put(method, case, values, **quantities):
    text = "values=" + " ".join(map(str, values))
    for quantity, value in quantities.items():
        rows.append([method, case, text, quantity, repr(float(value))])


def multiply(left, factor):
    """left times (1 - q^factor)."""
    out = left + [0] * factor
    for k, coefficient in enumerate(left):
        out[k + factor] -= coefficient
    return out


def divide(left, factor):
    """left over (1 - q^factor), exactly."""
    out = list(left)
    for k in range(factor, len(out)):
        out[k] += out[k - factor]
    assert not any(out[len(out) - factor:])
    return out[:len(out) - factor]


def exact(values):
    polynomial = [1]
    for k in range(1, len(values) + 1):
        polynomial = multiply(polynomial, k)
    for value in set(values):
        for k in range(1, values.count(value) + 1):
            polynomial = divide(polynomial, k)
    score = sum((b > a) - (b < a) for i, b in enumerate(values) for a in values[:i])
    top = len(polynomial) - 1
    extreme = sum(c for k, c in enumerate(polynomial) if abs(top - 2 * k) >= abs(score))
    return score, Fraction(extreme, sum(polynomial))


for case, values in cases.items():
    score, p = exact(values)
    put("MannKendallTest", case, values, statistic=score, pValue=p)
    tau = stats.kendalltau(range(len(values)), values)
    put("KendallTau", case, values, value=tau.statistic)
    if len(set(values)) == len(values):
        scipy = stats.kendalltau(range(len(values)), values, method="exact").pvalue
        assert abs(scipy - float(p)) < 1e-12 * scipy, (case, scipy, float(p))
    put("TheilSenSlope", case, values, value=stats.theilslopes(values).slope)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
