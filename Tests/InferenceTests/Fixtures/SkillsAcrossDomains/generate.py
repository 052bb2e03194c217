"""Reference values for co-occurring and emerging skills.

Written with Python 3.11 and mpmath 1.4.1. Standard errors of lifts are the delta method with numerical
derivatives of a multinomial sample; means of gamma posteriors are integrals over the prior, and the
spread solves the derivative of the negative binomial likelihood. Run in this folder:
python3 generate.py
"""

import csv

import mpmath as mp

mp.mp.dps = 30
rows = []
z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))


def add(method, case, arguments, quantity, value):
    rows.append([method, case, arguments, quantity, mp.nstr(mp.mpf(value), 16)])


for case, n, first, second, both in [("usual", 4000, 700, 1500, 420), ("rare", 900, 30, 25, 4),
                                     ("fewer", 500, 200, 180, 31), ("all", 60, 60, 20, 20)]:
    arguments = f"people={n};first={first};second={second};both={both}"
    cells = [mp.mpf(both), mp.mpf(first - both), mp.mpf(second - both),
             mp.mpf(n - first - second + both)]

    def log_lift(p):
        return mp.log(p[0] * (p[0] + p[1] + p[2] + p[3]) / ((p[0] + p[1]) * (p[0] + p[2])))

    shares = [c / n for c in cells]
    slopes = []
    for index in range(4):
        step = mp.mpf(10)**-12
        up, down = list(shares), list(shares)
        up[index] += step
        down[index] -= step
        slopes.append((log_lift(up) - log_lift(down)) / (2 * step))
    mean = sum(s * g for s, g in zip(shares, slopes))
    variance = (sum(s * g * g for s, g in zip(shares, slopes)) - mean**2) / n
    lift = mp.exp(log_lift(shares))
    reach = mp.exp(z * mp.sqrt(variance))
    add("Lift", case, arguments, "value", lift)
    add("Lift", case, arguments, "lower", lift / reach)
    add("Lift", case, arguments, "upper", lift * reach)
    if all(c > 0 for c in cells):
        odds = mp.log(cells[0] * cells[3] / (cells[1] * cells[2]))
        error = mp.sqrt(sum(1 / c for c in cells))
        add("LogOdds", case, arguments, "value", odds)
        add("LogOdds", case, arguments, "lower", odds - z * error)
        add("LogOdds", case, arguments, "upper", odds + z * error)

for case, then, now, people in [
        ("one_grows", [400, 650, 300, 150, 900], [410, 640, 310, 290, 905], (3900, 4000)),
        ("rare", [3, 40, 12, 80], [9, 38, 12, 130], (500, 520)),
        ("shrinking", [60, 70, 20, 35, 50], [20, 72, 21, 30, 49], (800, 800))]:
    arguments = (f"then={' '.join(map(str, then))};now={' '.join(map(str, now))};"
                 f"peopleThen={people[0]};peopleNow={people[1]}")
    expected = [mp.mpf(t) * people[1] / people[0] for t in then]
    m = mp.mpf(sum(now)) / sum(expected)

    def likelihood(shape):
        total = mp.mpf(0)
        for x, e in zip(now, expected):
            mu = m * e
            total += (mp.loggamma(shape + x) - mp.loggamma(shape) + shape * mp.log(shape / (shape + mu))
                      + x * mp.log(mu / (shape + mu)))
        return total

    grid = [mp.e**(mp.mpf(k) / 10) for k in range(-30, 120)]
    start = max(grid, key=likelihood)
    shape = mp.findroot(lambda a: mp.diff(likelihood, a), start)
    add("EmergingSkills", case, arguments, "spread", 1 / shape)
    for index, (x, e) in enumerate(zip(now, expected)):
        def density(r):
            return mp.e**((shape + x - 1) * mp.log(r) - (shape / m + e) * r)

        peak = (shape + x - 1) / (shape / m + e)
        width = mp.sqrt(shape + x) / (shape / m + e)
        points = [mp.mpf("1e-30")] + [max(mp.mpf("1e-20"), peak + k * width) for k in (-9, -4, 0, 4, 9, 30)]
        points = sorted(set(points))
        scale = density(peak)
        whole = mp.quad(lambda r: density(r) / scale, points)
        first = mp.quad(lambda r: r * density(r) / scale, points)
        add("EmergingSkills", case, arguments, f"shrunk{index}", first / whole)

with open("python.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["method", "case", "arguments", "quantity", "value"])
    writer.writerows(rows)
