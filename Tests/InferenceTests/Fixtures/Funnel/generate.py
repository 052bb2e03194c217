"""Reference values for the attribution of a difference to the stages of a funnel.

Written with Python 3.11.7 and mpmath 1.3.0. Shapley parts are summed over every set of stages in
fractions; intervals are the delta method at 40 digits, with the derivative of the share taken by
hand for every stage and the variances of all stages added up one by one.
Run in this folder: python3 generate.py
"""

import csv
import itertools
import math
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 40

funnels = {
    "adverse-4.13": ([400, 200, 60, 18], [600, 360, 144, 48]),
    # Connecticut v. Teal: 48 of one group and 259 of the other took the examination, 26 and 206
    # passed, 11 and 35 were promoted.
    "adverse-5": ([48, 26, 11], [259, 206, 35]),
    "one-stage": ([40, 12], [80, 48]),
    "reversed": ([500, 300, 290, 120, 119, 7], [450, 410, 200, 190, 60, 9]),
    "everyone-passes": ([30, 30, 12], [50, 40, 40]),
    "large": ([1000003, 500001, 20011], [3000017, 1600033, 59999]),
}

rows = []


def put(case, arguments, quantity, value):
    if isinstance(value, Fraction):
        value = mp.mpf(value.numerator) / mp.mpf(value.denominator)
    rows.append(["FunnelAttribution", case, arguments, quantity, mp.nstr(value, 17)])


for case, (focal, reference) in funnels.items():
    arguments = "focal={};reference={}".format(
        " ".join(map(str, focal)), " ".join(map(str, reference)))
    n = len(focal) - 1
    p = [Fraction(focal[i + 1], focal[i]) for i in range(n)]
    q = [Fraction(reference[i + 1], reference[i]) for i in range(n)]

    def people(changed):
        return focal[0] * math.prod(q[i] if i in changed else p[i] for i in range(n))

    start = people(())
    put(case, arguments, "shortfall", people(range(n)) - start)
    for i in range(n):
        put(case, arguments, f"equalized{i}", people((i,)) - start)
        others = [j for j in range(n) if j != i]
        part = Fraction(0)
        for size in range(n):
            weight = Fraction(
                math.factorial(size) * math.factorial(n - 1 - size), math.factorial(n))
            for chosen in itertools.combinations(others, size):
                part += weight * (people(chosen + (i,)) - people(chosen))
        put(case, arguments, f"shapley{i}", part)

    logs = [mp.log(mp.mpf(p[i].numerator) * q[i].denominator / p[i].denominator / q[i].numerator)
            for i in range(n)]
    variances = [sum(mp.mpf(1) / c[i + 1] - mp.mpf(1) / c[i] for c in (focal, reference))
                 for i in range(n)]
    whole = sum(logs)
    z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))
    put(case, arguments, "log", whole)
    put(case, arguments, "logError", mp.sqrt(sum(variances)))
    for i in range(n):
        put(case, arguments, f"log{i}", logs[i])
        put(case, arguments, f"logError{i}", mp.sqrt(variances[i]))
        share = logs[i] / whole
        gradient = [((whole - logs[i]) if j == i else -logs[i]) / whole**2 for j in range(n)]
        error = mp.sqrt(sum(g * g * v for g, v in zip(gradient, variances)))
        put(case, arguments, f"share{i}", share)
        put(case, arguments, f"shareLower{i}", share - z * error)
        put(case, arguments, f"shareUpper{i}", share + z * error)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
