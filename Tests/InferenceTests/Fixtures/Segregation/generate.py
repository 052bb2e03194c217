"""Reference values for the tests of Inference/Segregation, with mpmath from the definitions alone.

Run in this folder: python3 generate.py > python.csv

Expectations by chance are sums over the hypergeometric probabilities in 40 digits. Standard errors
are those of the influence function, found by differentiating the index numerically at the table.
Gini indices are sums over all pairs of units.
"""
from mpmath import mp, mpf, log, sqrt, binomial

mp.dps = 40

TABLES = {
    "five-units": [[60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20]],
    "even-tens": [[1, 9]] * 10,
    "outer-extremes": [[100, 0], [60, 40], [40, 60], [0, 100]],
    "outer-fifths": [[80, 20], [80, 20], [20, 80], [20, 80]],
    "berkeley": [[825, 108], [560, 25], [325, 593], [417, 375], [191, 393], [373, 341]],
    "small-teams": [[3, 5, 0], [2, 2, 2], [0, 7, 1], [4, 0, 0], [1, 1, 6], [0, 3, 2], [5, 1, 1]],
    "lopsided": [[1, 4000], [7, 2500], [0, 1800], [30, 900], [2, 60]],
    "three-groups-large": [[12011, 8304, 951], [11020, 9012, 1033], [4011, 3105, 288], [90, 4, 900]],
}


def margins(t):
    return [sum(r) for r in t], [sum(c) for c in zip(*t)], sum(map(sum, t))


def entropy(sizes):
    n = mpf(sum(sizes))
    return sum(s / n * log(n / s) for s in sizes if s > 0)


def mutual(t):
    rows, columns, n = margins(t)
    return sum(mpf(x) / n * log(mpf(x) * n / (rows[i] * columns[j]))
               for i, r in enumerate(t) for j, x in enumerate(r) if x > 0)


def theil(t):
    return mutual(t) / entropy(margins(t)[1])


def theil_by_units(t):
    return mutual(t) / entropy(margins(t)[0])


def local_unit(t, u):
    rows, columns, n = margins(t)
    return sum(mpf(x) / rows[u] * log(mpf(x) / rows[u] / (mpf(columns[j]) / n))
               for j, x in enumerate(t[u]) if x > 0)


def standard_error(f, t):
    rows, columns, n = margins(t)
    n = mpf(n)
    p = [[x / n for x in r] for r in t]
    h = mpf(10) ** -14
    influence = []
    for i, r in enumerate(p):
        for j, x in enumerate(r):
            if x == 0:
                continue
            up = [row[:] for row in p]
            down = [row[:] for row in p]
            up[i][j] += h * x
            down[i][j] -= h * x
            influence.append((x, (f(up) - f(down)) / (2 * h * x)))
    mean = sum(x * d for x, d in influence)
    return sqrt(sum(x * (d - mean) ** 2 for x, d in influence) / n)


def pmf(n, marked, drawn):
    all_ways = binomial(n, drawn)
    return [(k, binomial(marked, k) * binomial(n - marked, drawn - k) / all_ways)
            for k in range(max(0, drawn + marked - n), min(drawn, marked) + 1)]


def chance(t, term):
    rows, columns, n = margins(t)
    seen = {}
    total = mpf(0)
    for a in rows:
        for b in columns:
            if (a, b) not in seen:
                seen[a, b] = sum(p * term(k, a, b, n) for k, p in pmf(n, b, a))
            total += seen[a, b]
    return total


def information(k, a, b, n):
    return k * log(mpf(k) * n / (mpf(a) * b)) if k else mpf(0)


def distance(k, a, b, n):
    return abs(k - mpf(a) * b / n)


def two(t):
    return [[r[0], sum(r[1:])] for r in t]


def interaction(t):
    rows, columns, n = margins(t)
    return sum(mpf(c) / n * (1 - mpf(c) / n) for c in columns)


def shares(t):
    rows, columns, n = margins(t)
    return [[mpf(x) / rows[i] for x in r] for i, r in enumerate(t)], [mpf(c) / n for c in columns]


def multigroup_d(t):
    rows, columns, n = margins(t)
    q, p = shares(t)
    return sum(rows[i] * abs(q[i][j] - p[j]) for i in range(len(t)) for j in range(len(p))) / (
        2 * n * interaction(t))


def multigroup_gini(t):
    rows, columns, n = margins(t)
    q, p = shares(t)
    return sum(rows[i] * rows[k] * abs(q[i][j] - q[k][j]) for i in range(len(t))
               for k in range(len(t)) for j in range(len(p))) / (2 * mpf(n) ** 2 * interaction(t))


def nested_term(t, paths, prefix):
    """p M of the people below a prefix and the units directly in it."""
    inside = [i for i, path in enumerate(paths) if path[:len(prefix)] == prefix]
    parts = {}
    for i in inside:
        name = paths[i][len(prefix)]
        parts[name] = [a + b for a, b in zip(parts.get(name, [0] * len(t[i])), t[i])]
    own = [r for r in parts.values() if sum(r) > 0]
    return mpf(sum(map(sum, own))) / sum(map(sum, t)) * mutual(own)


def nested(case, t, text):
    paths = [tuple(path.split("/")) for path in text.split()]
    prefixes = sorted({path[:k] for path in paths for k in range(len(path))})
    labels = [("node " + "/".join(q), [q]) for q in prefixes] + [
        (f"level {d}", [q for q in prefixes if len(q) == d])
        for d in range(max(map(len, prefixes)) + 1)]
    for label, members in labels:
        def term(s):
            return sum(nested_term(s, paths, q) for q in members)

        def theil_term(s):
            return term(s) / entropy(margins(s)[1])
        for quantity, value in (("term", term(t)), ("termStandardError", standard_error(term, t)),
                                ("theilTerm", theil_term(t)),
                                ("theilTermStandardError", standard_error(theil_term, t))):
            counts = " ".join(str(x) for r in t for x in r)
            print(f"NestedSegregation,{case},rows={len(t)};counts={counts};paths={text};"
                  f"part={label},{quantity},{mp.nstr(mpf(value), 17)}")


def emit(method, case, t, **values):
    for quantity, value in values.items():
        print(f"{method},{case},rows={len(t)};counts={' '.join(str(x) for r in t for x in r)},"
              f"{quantity},{mp.nstr(mpf(value), 17)}")


print("method,case,arguments,quantity,value")
for case, t in TABLES.items():
    rows, columns, n = margins(t)
    u, g = len(t), len(columns)
    e = entropy(columns)
    m0 = chance(t, information) / n
    emit("MutualInformationIndex", case, t, value=mutual(t), expectation=m0, complete=e)
    emit("TheilInformationIndex", case, t, value=theil(t), expectation=m0 / e)
    emit("TheilInformationIndexByUnits", case, t, value=theil_by_units(t))
    if case not in ("even-tens",):
        emit("MutualInformationIndex", case, t, standardError=standard_error(mutual, t))
        emit("TheilInformationIndex", case, t, standardError=standard_error(theil, t))
        emit("TheilInformationIndexByUnits", case, t,
             standardError=standard_error(theil_by_units, t))
        for i in range(u):
            emit("LocalSegregation", case, t, **{
                f"unit{i}": local_unit(t, i),
                f"unit{i}StandardError": standard_error(lambda s: local_unit(s, i), t)})
        turned = [list(c) for c in zip(*t)]
        for j in range(g):
            emit("LocalSegregation", case, t, **{
                f"group{j}": local_unit(turned, j),
                f"group{j}StandardError": standard_error(
                    lambda s: local_unit([list(c) for c in zip(*s)], j), t)})
    emit("MultigroupDissimilarityIndex", case, t, value=multigroup_d(t),
         expectation=chance(t, distance) / (2 * n * interaction(t)))
    emit("SegregationGini", case, t, value=multigroup_gini(t))
    q, p = shares(t)
    squares = [sum(rows[i] * (q[i][j] - p[j]) ** 2 for i in range(u)) / n for j in range(g)]
    emit("NormalizedExposure", case, t, value=sum(s / (1 - p[j]) for j, s in enumerate(squares)))
    emit("RelativeDiversity", case, t, value=sum(squares) / interaction(t))
    emit("SquaredCoefficientOfVariation", case, t,
         value=sum(s / p[j] for j, s in enumerate(squares)) / (g - 1))
    w = two(t)
    a, b = margins(w)[1]
    emit("DissimilarityIndex", case, t,
         value=sum(abs(mpf(x) / a - mpf(y) / b) for x, y in w) / 2,
         expectation=sum(p * abs(mpf(k) / a - mpf(r - k) / b)
                         for r in rows for k, p in pmf(n, a, r)) / 2)
    emit("SegregationGiniTwoGroup", case, t, value=multigroup_gini(w))
    whole = mpf(a) / n
    isolation = sum(mpf(x) / a * x / (x + y) for x, y in w)
    emit("CorrelationRatio", case, t, value=(isolation - whole) / (1 - whole))
    emit("IsolationIndex", case, t, value=isolation)
    emit("ExposureIndex", case, t, value=sum(mpf(x) / a * y / (x + y) for x, y in w))
    emit("IsolationIndexSelfExcluded", case, t,
         value=sum(mpf(x) / a * (x - 1) / (x + y - 1) for x, y in w))
    emit("ExposureIndexSelfExcluded", case, t,
         value=sum(mpf(x) / a * y / (x + y - 1) for x, y in w))
    for shape in ("0.5", "0.1", "0.9"):
        s = mpf(shape)
        inner = sum((1 - mpf(x) / (x + y)) ** (1 - s) * (mpf(x) / (x + y)) ** s * (x + y)
                    for x, y in w) / (whole * n)
        emit("AtkinsonSegregationIndex" + shape, case, t,
             value=1 - whole / (1 - whole) * abs(inner) ** (1 / (1 - s)))
    emit("HutchensSquareRootIndex", case, t,
         value=1 - sum(sqrt(mpf(x) / a * y / b) for x, y in w),
         expectation=1 - sum(p * sqrt(mpf(k) / a * (r - k) / b)
                             for r in rows for k, p in pmf(n, a, r)))
    emit("KarmelMacLachlanIndex", case, t,
         value=sum(abs((1 - whole) * x - whole * y) for x, y in w) / n)


nested("five-units", TABLES["five-units"], "desk/eng desk/data front/ux desk/sec front/hi")
nested("small-teams", TABLES["small-teams"], "a/x/1 b a/x/2 a/y/1 c/1 a/y/2 c/2")
nested("three-groups-large", TABLES["three-groups-large"], "a/1 a/2 b/1 b/2")
