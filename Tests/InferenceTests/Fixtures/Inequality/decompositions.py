"""Reference values for inequality within and between groups.

Written with Python 3.11.7 and mpmath 1.3.0. Every term is written down from its definition as a
function of the weights of people; standard errors come from its numerical derivative in each
person's weight (60 digits), not from any formula for the influence. The maximum between is written
down person by person.
Run in this folder: python3 decompositions.py
"""

import csv

import mpmath as mp

mp.mp.dps = 60
STEP = mp.mpf(10)**-18
rows = []


def put(method, case, data, options, **values):
    text = ";".join(f"{name}={value}" for name, value in {**data, **options}.items())
    for quantity, value in values.items():
        rows.append([method, case, text, quantity, mp.nstr(mp.mpf(value), 17)])


def mean(x, w):
    return mp.fdot(x, w) / sum(w)


def gini(x, w):
    return sum(wi * wj * abs(xi - xj) for xi, wi in zip(x, w) for xj, wj in zip(x, w)) / (
        2 * sum(w)**2 * mean(x, w))


def entropy(x, w, a):
    z = [xi / mean(x, w) for xi in x]
    if a == 1:
        return mean([zi * mp.log(zi) if zi else mp.mpf(0) for zi in z], w)
    if a == 0:
        return -mean([mp.log(zi) for zi in z], w)
    return mean([zi**a - 1 for zi in z], w) / (a * (a - 1))


def equivalent(x, w, e):
    if e == 1:
        return mp.exp(mean([mp.log(xi) for xi in x], w))
    return mean([xi**(1 - e) for xi in x], w)**(1 / (1 - e))


def split(x, w, g):
    """(share of people, mean, amounts, weights) of each group."""
    out = []
    for label in range(max(g) + 1):
        own = [(xi, wi) for xi, wi, gi in zip(x, w, g) if gi == label]
        xs, ws = [p[0] for p in own], [p[1] for p in own]
        out.append((sum(ws) / sum(w), mean(xs, ws), xs, ws))
    return out


def entropy_terms(a):
    a = mp.mpf(a)

    def terms(x, w, g):
        mu, groups = mean(x, w), split(x, w, g)
        parts = [p * (m / mu)**a * entropy(xs, ws, a) for p, m, xs, ws in groups]
        between = entropy([m for _, m, _, _ in groups], [p for p, _, _, _ in groups], a)
        total = entropy(x, w, a)
        return [total, sum(parts), between, between / total] + parts
    return terms


def atkinson_terms(e):
    e = mp.mpf(e)

    def terms(x, w, g):
        mu, groups = mean(x, w), split(x, w, g)
        total = 1 - equivalent(x, w, e) / mu
        even = sum(p * equivalent(xs, ws, e) for p, _, xs, ws in groups)
        within, between = 1 - even / mu, 1 - equivalent(x, w, e) / even
        return [total, within, between, -within * between, between / total]
    return terms


def gini_terms(x, w, g):
    mu, groups = mean(x, w), split(x, w, g)
    within = sum(p * p * m / mu * gini(xs, ws) for p, m, xs, ws in groups)
    between = gini([m for _, m, _, _ in groups], [p for p, _, _, _ in groups])
    total = gini(x, w)
    return [total, within, between, total - within - between, between / total]


def change_terms(first, second):
    def state(x, w, g):
        mu = mean(x, w)
        return [(p, entropy(xs, ws, 0), mp.log(m / mu)) for p, m, xs, ws in split(x, w, g)]
    a, b = state(*first), state(*second)
    pairs = list(zip(a, b))
    return [entropy(second[0], second[1], 0) - entropy(first[0], first[1], 0),
            sum((s[0] + t[0]) / 2 * (t[1] - s[1]) for s, t in pairs),
            sum((s[1] + t[1]) / 2 * (t[0] - s[0]) for s, t in pairs),
            -sum((s[2] + t[2]) / 2 * (t[0] - s[0]) for s, t in pairs),
            -sum((s[0] + t[0]) / 2 * (t[2] - s[2]) for s, t in pairs)]


def errors(function, w):
    """The standard error of every term by derivatives in the weights."""
    n, columns = len(w), []
    for i in range(n):
        up, down = list(w), list(w)
        up[i] += STEP
        down[i] -= STEP
        columns.append([w[i] * (u - d) / (2 * STEP) for u, d in zip(function(up), function(down))])
    out = []
    for parts in zip(*columns):
        centre = sum(parts) / n
        out.append(mp.sqrt(mp.mpf(n) / (n - 1) * sum((v - centre)**2 for v in parts)))
    return out


def maximum_between(x, w, g, a):
    """Everybody in line by amount, cut into groups of the same sizes in the order of their means."""
    groups = sorted(split(x, w, g), key=lambda group: group[1])
    line, total = [list(pair) for pair in sorted(zip(x, w))], sum(w)
    means, shares = [], []
    for p, _, _, _ in groups:
        need, money = p * total, mp.mpf(0)
        while need > mp.mpf(10)**-50 and line:
            take = min(need, line[0][1])
            money += take * line[0][0]
            need -= take
            line[0][1] -= take
            if line[0][1] <= mp.mpf(10)**-50:
                line.pop(0)
        means.append(money / (p * total))
        shares.append(p)
    return entropy(means, shares, mp.mpf(a))


def drawn(count, seed, spread=2.2):
    out, state = [], seed
    for _ in range(count):
        state = (1103515245 * state + 12345) % 2**31
        out.append(round(20 * float(mp.exp(spread * (state / 2**31 - 0.5))), 2))
    return out


def numbers(values):
    return [mp.mpf(str(v)) for v in values]


def data(x, w, g):
    return dict(values=" ".join(map(str, x)), weights=" ".join(map(str, w)),
                groups=" ".join(map(str, g)))


first = drawn(24, 7)
second = drawn(30, 11, 2.7)
cases = {
    "three-groups": (first, [1] * 24, [i * i % 3 if i < 12 else 2 - i % 2 for i in range(24)]),
    "weighted": (first[:15], [round(0.4 + v % 2.3, 2) for v in first[5:20]],
                 [0, 1, 2, 0, 1, 2, 1, 1, 0, 2, 0, 1, 2, 2, 1]),
    "apart": ([1, 2, 2.5, 7, 8, 9.5, 40, 41], [1] * 8, [0, 0, 0, 1, 1, 1, 2, 2]),
    "with-zeros": ([0, 3, 4, 0, 9, 14, 2.5], [1] * 7, [0, 0, 0, 1, 1, 1, 1]),
}
for case, (values, weights, g) in cases.items():
    x, w = numbers(values), numbers(weights)
    zero = min(x) == 0
    for a in [2, 1, 0.5] + ([] if zero else [0, -1]):
        function = entropy_terms(a)
        names = ["total", "within", "between", "betweenShare"] + [
            f"group{k}" for k in range(max(g) + 1)]
        for name, value, error in zip(names, function(x, w, g),
                                      errors(lambda v: function(x, v, g), w)):
            put("GeneralizedEntropyDecomposition", case, data(values, weights, g),
                dict(exponent=a), **{name: value, name + "Error": error})
        put("GeneralizedEntropyDecomposition", case, data(values, weights, g), dict(exponent=a),
            maximumBetween=maximum_between(x, w, g, a))
    names = ["total", "within", "between", "interaction", "betweenShare"]
    for e in [0.5] + ([] if zero else [1, 2]):
        function = atkinson_terms(e)
        for name, value, error in zip(names, function(x, w, g),
                                      errors(lambda v: function(x, v, g), w)):
            put("AtkinsonDecomposition", case, data(values, weights, g), dict(aversion=e),
                **{name: value, name + "Error": error})
    names[3] = "overlap"
    for name, value, error in zip(names, gini_terms(x, w, g),
                                  errors(lambda v: gini_terms(x, v, g), w)):
        put("GiniDecomposition", case, data(values, weights, g), {},
            **{name: value, name + "Error": error})

g1, g2 = [i * i % 3 if i < 12 else 2 - i % 2 for i in range(24)], [(i * 7 + 1) % 3 for i in range(30)]
w1, w2 = [1] * 24, [round(0.4 + v % 1.9, 2) for v in second]
one = (numbers(first), numbers(w1), g1)
two = (numbers(second), numbers(w2), g2)
arguments = {**data(first, w1, g1), **{"later" + k: v for k, v in data(second, w2, g2).items()}}
early = errors(lambda v: change_terms((one[0], v, g1), two), one[1])
late = errors(lambda v: change_terms(one, (two[0], v, g2)), two[1])
for name, value, a, b in zip(
        ["change", "withinGroups", "compositionWithin", "compositionBetween", "relativeMeans"],
        change_terms(one, two), early, late):
    put("MeanLogDeviationChange", "two-dates", arguments, {},
        **{name: value, name + "Error": mp.sqrt(a * a + b * b)})

with open("decompositions.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["method", "case", "arguments", "quantity", "value"])
    out.writerows(rows)
