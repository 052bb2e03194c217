"""Reference values for changes of a share over overlapping snapshots.

Written with Python 3.11 and mpmath 1.3.0. The standard error is that of the delta method with numerical
derivatives of the change at the multinomial covariance of the eight kinds of people, so that no formula
for it is written down. Run in this folder: python3 generate_change.py
"""

import csv

import mpmath as mp

mp.mp.dps = 50
rows = []
names = ["stayedWith", "stayedWithout", "gained", "lost", "leaversWith", "leaversWithout", "joinersWith",
         "joinersWithout"]


def change(counts):
    a, b, c, d, lw, lo, jw, jo = counts
    return (a + c + jw) / (a + b + c + d + jw + jo) - (a + d + lw) / (a + b + c + d + lw + lo)


for case, counts in [("usual", [280, 610, 0, 0, 35, 60, 52, 70]), ("changers", [40, 90, 9, 4, 3, 7, 8, 6]),
                     ("paired", [20, 30, 12, 5, 0, 0, 0, 0]), ("separate", [0, 0, 0, 0, 12, 28, 25, 35]),
                     ("only-joiners", [30, 70, 0, 0, 0, 0, 10, 5]),
                     ("large", [120000, 450000, 1000, 900, 8000, 31000, 11000, 29000])]:
    total = mp.mpf(sum(counts))
    value = change([mp.mpf(x) for x in counts])
    step = total * mp.mpf(10)**-18
    gradient = []
    for k in range(8):
        up = [mp.mpf(x) + (step if i == k else 0) for i, x in enumerate(counts)]
        down = [mp.mpf(x) - (step if i == k else 0) for i, x in enumerate(counts)]
        gradient.append((change(up) - change(down)) / (2 * step))
    variance = mp.fsum(g * g * x for g, x in zip(gradient, counts)) - mp.fsum(
        g * x for g, x in zip(gradient, counts))**2 / total
    error = mp.sqrt(variance)
    z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))
    text = ";".join(f"{n}={x}" for n, x in zip(names, counts))
    for quantity, number in dict(value=value, standardError=error, lower=value - z * error,
                                 upper=value + z * error, statistic=value / error,
                                 pValue=mp.erfc(abs(value / error) / mp.sqrt(2))).items():
        rows.append(["OverlappingShareChange", case, text, quantity, mp.nstr(number, 17)])

with open("change-python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
