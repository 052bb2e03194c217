"""Reference values for location quotients.

Written with Python 3.11 and mpmath 1.3.0. The standard error of the log is the delta method with
numerical derivatives over independent counts of the area and of the others or the base. Run in this
folder: python3 generate_quotient.py
"""

import csv

import mpmath as mp

mp.mp.dps = 50
rows = []


def separate(x, large_x, y, large_y):
    return (x / large_x) / (y / large_y)


def nested(x, large_x, y, large_y):
    return (x / large_x) / ((x + y) / (large_x + large_y))


for case, x, large_x, y, large_y in [("R35", 30, 120, 5000, 40000), ("small", 3, 12, 40, 90),
                                     ("all", 8, 8, 20, 70), ("large", 4000, 90000, 70000, 1200000)]:
    for base, value_of in [("separate", separate), ("part_of_base", nested)]:
        counts = [mp.mpf(v) for v in (x, large_x, y, large_y)]
        value = value_of(*counts)
        variance = mp.mpf(0)
        for index in (0, 2):
            people, whole = counts[index], counts[index + 1]
            step = people * mp.mpf(10)**-18
            up, down = list(counts), list(counts)
            up[index] += step
            down[index] -= step
            slope = (mp.log(value_of(*up)) - mp.log(value_of(*down))) / (2 * step)
            variance += slope**2 * people * (whole - people) / whole
        error = mp.sqrt(variance)
        reach = mp.exp(mp.sqrt(2) * mp.erfinv(mp.mpf("0.95")) * error)
        for quantity, number in dict(value=value, logError=error, lower=value / reach,
                                     upper=value * reach).items():
            rows.append(["LocationQuotient", case, f"x={x};areaTotal={large_x};y={y};baseTotal={large_y};"
                         f"base={base}", quantity, mp.nstr(number, 17)])

with open("quotient-python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
