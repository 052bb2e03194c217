"""Reference values for costs per person and medians of earnings.

Written with Python 3.11 and mpmath 1.4.1. Limits of rates solve Wilson's equation numerically; ranks
of order statistics come from whole-number binomial sums. Run in this folder: python3 generate.py
"""

import csv
import statistics
from fractions import Fraction
from math import comb

import mpmath as mp

mp.mp.dps = 40
rows = []
z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))


def limit(x, n, side):
    """The rate p whose distance from x / n is z standard errors, by bisection."""
    low, high = (mp.mpf(0), mp.mpf(x) / n) if side < 0 else (mp.mpf(x) / n, mp.mpf(1))
    for _ in range(140):
        middle = (low + high) / 2
        far = abs(mp.mpf(x) / n - middle) > z * mp.sqrt(middle * (1 - middle) / n)
        if side < 0:
            low, high = (middle, high) if far else (low, middle)
        else:
            low, high = (low, middle) if far else (middle, high)
    return (low + high) / 2


for case, cost, x, n in [("usual", 900, 74, 221), ("few", 1250, 1, 12), ("many", 480, 1150, 2700)]:
    arguments = f"cost={cost};successes={x};total={n}"
    for quantity, value in dict(value=mp.mpf(cost) * n / x, lower=cost / limit(x, n, 1),
                                upper=cost / limit(x, n, -1)).items():
        rows.append(["CostPerPerson", case, arguments, quantity, mp.nstr(value, 17)])
rows.append(["CostPerPerson", "all", "cost=700;successes=9;total=9", "value", "700"])
rows.append(["CostPerPerson", "all", "cost=700;successes=9;total=9", "lower", "700"])
rows.append(["CostPerPerson", "all", "cost=700;successes=9;total=9", "upper",
             mp.nstr(700 / limit(9, 9, -1), 17)])

EARNINGS = {
    "even": [0, 5200, 6100, 7350, 0, 4800, 9900, 6650, 5400, 7000],
    "odd": [3100, 2900, 0, 4700, 5050, 3999, 4100, 8800, 2750],
    "ties": [5000] * 9 + [6000] * 6 + [0] * 4,
    "few": [4000, 0, 5000, 4500],
    "long": [1000 + 37 * (i * i % 101) for i in range(90)] + [0] * 17,
}
for case, amounts in EARNINGS.items():
    earned = sorted(a for a in amounts if a > 0)
    n = len(earned)
    rank = 0
    while rank < n // 2 and sum(Fraction(comb(n, i), 2**n) for i in range(rank + 1)) <= Fraction(
            1, 40):
        rank += 1
    values = dict(value=statistics.median(earned), rank=rank, zero=len(amounts) - n)
    if rank:
        values.update(lower=earned[rank - 1], upper=earned[n - rank])
    for quantity, value in values.items():
        text = "amounts=" + " ".join(str(a) for a in amounts)
        rows.append(["MedianEarningsAfterExit", case, text, quantity, float(value)])

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
