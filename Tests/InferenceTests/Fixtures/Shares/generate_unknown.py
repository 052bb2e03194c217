"""Reference values for the interval of Imbens and Manski.

Written with Python 3.11 and mpmath 1.3.0: the number of standard errors is a root at 40 digits. Run in
this folder: python3 generate_unknown.py
"""

import csv

import mpmath as mp

mp.mp.dps = 40
rows = []
for x, n, m in [(30, 100, 20), (12, 40, 1), (5, 200, 3), (60, 100, 0), (0, 30, 4), (40, 40, 10)]:
    for level in ["0.95", "0.8"]:
        people = mp.mpf(n + m)
        low, high = x / people, (x + m) / people
        errors = [mp.sqrt(p * (1 - p) / people) for p in (low, high)]

        def gap(c):
            return mp.ncdf(c + (high - low) / max(errors)) - mp.ncdf(-c) - mp.mpf(level)

        c = mp.findroot(gap, (mp.mpf("0.1"), mp.mpf(4)), solver="anderson", tol=1e-60, maxsteps=500,
                        verify=False)
        for quantity, value in dict(lower=max(0, low - c * errors[0]),
                                    upper=min(1, high + c * errors[1])).items():
            rows.append(["UnknownShareBounds", "", f"successes={x};total={n};unknown={m};level={level}",
                         quantity, mp.nstr(value, 17)])

with open("unknown-python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
