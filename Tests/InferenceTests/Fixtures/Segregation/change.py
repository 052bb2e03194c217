"""Reference values for the change of segregation between two dates, with mpmath.

Run in this folder: python3 change.py > change.csv

The table with the structure of one date and the shares of another is the one table with the odds
ratios of the first and the margins of the second; both are checked at 30 digits after the fit.
"""
from itertools import permutations, product

from mpmath import mp, mpf, log

mp.dps = 40

CASES = {
    "two-units": ([[40, 30, 20, 10], [5, 10, 15, 20]], [[20, 20, 20, 15], [5, 10, 10, 15]]),
    "five-units": ([[60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20]],
                   [[50, 25, 12, 14], [35, 18, 9, 3], [8, 12, 9, 10], [22, 9, 0, 8], [20, 22, 11, 25]]),
    "entry-exit": ([[20, 5, 0, 1], [0, 0, 0, 0], [9, 14, 0, 6], [4, 7, 0, 9], [0, 3, 0, 2]],
                   [[24, 8, 3, 2], [7, 7, 1, 2], [10, 11, 4, 7], [0, 0, 0, 0], [1, 9, 2, 4]]),
    "berkeley": ([[825, 108], [560, 25], [325, 593], [417, 375], [191, 393], [373, 341]],
                 [[700, 310], [540, 90], [300, 610], [430, 520], [150, 402], [390, 555]]),
    "lopsided": ([[1, 4000], [7, 2500], [0, 1800], [30, 900], [2, 60]],
                 [[3, 4100], [9, 2300], [0, 1900], [44, 700], [5, 80]]),
    "same-units": ([[10, 5, 5], [4, 12, 4], [6, 1, 33]], [[7, 8, 5], [6, 9, 5], [10, 10, 20]]),
}


def margins(t):
    return [sum(r) for r in t], [sum(c) for c in zip(*t)]


def shares(t):
    rows, columns = margins(t)
    n = mpf(sum(rows))
    return [r / n for r in rows], [c / n for c in columns]


def entropy(p):
    return -sum(x * log(x) for x in p if x > 0)


def mutual(t):
    rows, columns = shares(t)
    n = mpf(sum(map(sum, t)))
    return sum(x / n * log(x / n / rows[i] / columns[j])
               for i, r in enumerate(t) for j, x in enumerate(r) if x > 0)


def theil(t):
    return mutual(t) / entropy(shares(t)[1])


def fit(t, rows, columns):
    p = [[mpf(x) for x in r] for r in t]
    for _ in range(20000):
        p = [[x * rows[i] / sum(r) for x in r] for i, r in enumerate(p)]
        totals = [sum(c) for c in zip(*p)]
        p = [[x * columns[j] / totals[j] for j, x in enumerate(r)] for r in p]
        if max(abs(sum(r) - rows[i]) for i, r in enumerate(p)) < mpf(10) ** -32:
            break
    for i, r in enumerate(p):
        assert abs(sum(r) - rows[i]) < mpf(10) ** -30
    for i, k in product(range(len(t)), repeat=2):
        for j, l in product(range(len(columns)), repeat=2):
            if t[i][j] and t[k][l] and t[i][l] and t[k][j]:
                assert abs(p[i][j] * p[k][l] * t[i][l] * t[k][j]
                           / (p[i][l] * p[k][j] * t[i][j] * t[k][l]) - 1) < mpf(10) ** -28
    return p


def shared(a, b):
    rows = [i for i in range(len(a)) if sum(a[i]) and sum(b[i])]
    columns = [j for j in range(len(a[0])) if sum(r[j] for r in a) and sum(r[j] for r in b)]
    return [[[t[i][j] for j in columns] for i in rows] for t in (a, b)]


def emit(method, case, a, b, **values):
    words = [" ".join(str(x) for r in t for x in r) for t in (a, b)]
    for quantity, value in values.items():
        print(f"{method},{case},rows={len(a)};earlier={words[0]};later={words[1]},"
              f"{quantity},{mp.nstr(mpf(value), 17)}")


def average(orders, values):
    """The mean difference each factor makes over orders of the factors s, u and g."""
    parts = {"s": mpf(0), "u": mpf(0), "g": mpf(0)}
    for order in orders:
        state = {"s": 0, "u": 0, "g": 0}
        for factor in order:
            before = values[state["s"], state["u"], state["g"]]
            state[factor] = 1
            parts[factor] += (values[state["s"], state["u"], state["g"]] - before) / len(orders)
    return {"structure": parts["s"], "units": parts["u"], "groups": parts["g"]}


ALL = list(permutations("sug"))
TOGETHER = [order for order in ALL if order[1] != "s"]

def shapley(a, b, index, orders):
    """All parts of the change of an index, additions and removals too."""
    first, second = shared(a, b)
    tables = (first, second)
    units, groups = zip(shares(first), shares(second))
    values = {(s, u, g): index(fit(tables[s], units[u], groups[g]))
              for s, u, g in product((0, 1), repeat=3)}
    parts = dict(earlier=index(a), later=index(b), change=index(b) - index(a),
                 additions=index(b) - index(second), removals=index(first) - index(a))
    return {**parts, **average(orders, values)}


def standard_errors(f, a, b):
    h = mpf(10) ** -12
    variance = {}
    for side in (0, 1):
        n = mpf(sum(map(sum, (a, b)[side])))
        p = [[x / n for x in r] for r in (a, b)[side]]
        influence = []
        for i, r in enumerate(p):
            for j, x in enumerate(r):
                if x == 0:
                    continue
                moved = []
                for sign in (1, -1):
                    q = [row[:] for row in p]
                    q[i][j] += sign * h * x
                    moved.append(f(q, b) if side == 0 else f(a, q))
                influence.append((x, {k: (moved[0][k] - moved[1][k]) / (2 * h * x)
                                      for k in moved[0]}))
        for k in influence[0][1]:
            mean = sum(x * d[k] for x, d in influence)
            variance[k] = variance.get(k, 0) + sum(x * (d[k] - mean) ** 2 for x, d in influence) / n
    return {k + "StandardError": v ** mpf("0.5") for k, v in variance.items() if v > mpf(10) ** -30}


def divergence(p, i):
    """The local segregation of a unit."""
    rows, columns = margins(p)
    n = sum(rows)
    return sum(x / rows[i] * log(x / rows[i] * n / columns[j]) for j, x in enumerate(p[i]) if x > 0)


def by_unit(a, b, index, orders):
    """The structure's part: shares of everyone times the mean change of local segregation."""
    first, second = shared(a, b)
    units, groups = zip(shares(first), shares(second))
    terms = [mpf(0)] * len(first)
    for order in orders:
        place = order.index("s")
        u, g = int(order.index("u") < place), int(order.index("g") < place)
        before, after = fit(first, units[u], groups[g]), fit(second, units[u], groups[g])
        for i in range(len(first)):
            change = units[u][i] * (divergence(after, i) - divergence(before, i)) / len(orders)
            terms[i] += change / entropy(groups[g]) if index is theil else change
    return {f"unit{i}": term for i, term in enumerate(terms)}


print("method,case,arguments,quantity,value")
for case, (a, b) in CASES.items():
    first, second = shared(a, b)
    tables = (first, second)
    units, groups = zip(shares(first), shares(second))
    for name, index in (("", mutual), ("-theil-h", theil)):
        for suffix, orders in (("", TOGETHER), ("-all-orders", ALL)):
            emit(f"segregation-change{name}{suffix}", case, a, b, **shapley(a, b, index, orders))
            emit(f"segregation-change{name}{suffix}", case, a, b, **by_unit(a, b, index, orders))
            emit(f"segregation-change{name}{suffix}", case, a, b, **standard_errors(
                lambda s, t: shapley(s, t, index, orders), a, b))
    own = mutual(first)
    both = mutual(fit(first, units[1], groups[1]))
    rows = mutual([[x * units[1][i] / units[0][i] for x in r] for i, r in enumerate(first)])
    columns = mutual([[x * groups[1][j] / groups[0][j] for j, x in enumerate(r)] for r in first])
    ends = dict(additions=mutual(b) - mutual(second), removals=own - mutual(a))
    emit("segregation-change-karmel-maclachlan", case, a, b, **ends, units=rows - own,
         groups=columns - own, interaction=both - rows - columns + own,
         structure=mutual(second) - both)
    within = [[entropy([mpf(x) / sum(r) for x in r]) for r in t] for t in tables]
    emit("segregation-change-mora-ruiz-castillo", case, a, b, **ends,
         groups=entropy(groups[1]) - entropy(groups[0]),
         units=-sum((e + f) / 2 * (q - p)
                    for e, f, p, q in zip(within[0], within[1], units[0], units[1])),
         structure=-sum((p + q) / 2 * (f - e)
                        for e, f, p, q in zip(within[0], within[1], units[0], units[1])))
