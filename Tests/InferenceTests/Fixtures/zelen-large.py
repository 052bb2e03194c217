"""Zelen's test of strata too large to follow set by set.

Written with Python 3.11.7 and NumPy. The strata are parted into two halves; the sets of each half
are listed in full, and for every total of the first half those of the second that are improbable
enough are found in a sorted list. Weights are products of binomial coefficients of integers, taken
as logarithms.
Run in this folder: python3 zelen-large.py
"""

import csv
from math import comb, log

import numpy as np


def half(tables):
    totals, logs = np.zeros(1, dtype=int), np.zeros(1)
    for a, b, c, d in tables:
        n1, n2, m = a + b, c + d, a + c
        counts = np.arange(max(0, m - n2), min(n1, m) + 1)
        weights = np.array([log(comb(n1, k)) + log(comb(n2, m - k)) - log(comb(n1 + n2, m))
                            for k in counts.tolist()])
        totals = (totals[:, None] + counts).ravel()
        logs = (logs[:, None] + weights).ravel()
    return totals, logs


def zelen(tables):
    middle = len(tables) // 2
    (t1, l1), (t2, l2) = half(tables[:middle]), half(tables[middle:])
    seen = sum(t[0] for t in tables)
    threshold = sum(float(half([t])[1][half([t])[0] == t[0]][0]) for t in tables) + 1e-7
    order = np.lexsort((l2, t2))
    t2, l2 = t2[order], l2[order]
    rare = everything = 0.0
    for total in np.unique(t1):
        first = l1[t1 == total]
        second = l2[np.searchsorted(t2, seen - total):np.searchsorted(t2, seen - total, "right")]
        if len(second):
            sums = np.concatenate(([0.0], np.cumsum(np.exp(second))))
            within = np.searchsorted(second, threshold - first, "right")
            rare += float(np.sum(np.exp(first) * sums[within]))
            everything += float(np.sum(np.exp(first)) * sums[-1])
    return rare / everything


cases = {
    "berkeley": [(89, 19, 512, 313), (17, 8, 353, 207), (202, 391, 120, 205),
                 (131, 244, 138, 279), (94, 299, 53, 138), (24, 317, 22, 351)],
    # The same without the department that stands apart.
    "berkeley-others": [(17, 8, 353, 207), (202, 391, 120, 205), (131, 244, 138, 279),
                        (94, 299, 53, 138), (24, 317, 22, 351)],
    # A common odds ratio far from 1, where the total is far out in the null distribution.
    "far": [(60, 20, 15, 70), (80, 40, 20, 110), (45, 30, 9, 60), (90, 20, 35, 80)],
}
with open("zelen-large.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    for case, tables in cases.items():
        names = ("focalSelected", "focalRejected", "referenceSelected", "referenceRejected")
        words = ";".join(f"{name}={' '.join(str(t[i]) for t in tables)}"
                         for i, name in enumerate(names))
        writer.writerow(["ZelenTest", case, words, "pValue", f"{zelen(tables):.10g}"])
