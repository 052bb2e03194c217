"""Reference values for studentized bootstrap intervals of indices of inequality.

Written with Python 3.11.7 from the definitions: Philox4x32 with ten rounds, whole numbers below a
bound by the high word of a product, people drawn one by one, indices and influences person by
person.
Run in this folder: python3 bootstrap.py
"""

import csv
import math

rows = []
MASK = 2**32 - 1


def philox(counter, key):
    c, k = list(counter), list(key)
    for r in range(10):
        if r:
            k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
        first, second = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [second >> 32 ^ c[1] ^ k[0], second & MASK, first >> 32 ^ c[3] ^ k[1], first & MASK]
    return c


def words(seed, replicate):
    position = 0
    while True:
        b = philox([position & MASK, position >> 32, replicate & MASK, replicate >> 32],
                   [seed & MASK, seed >> 32])
        yield b[0] | b[1] << 32
        yield b[2] | b[3] << 32
        position += 1


def below(stream, bound):
    while True:
        product = next(stream) * bound
        if product % 2**64 >= 2**64 % bound:
            return product >> 64


def linearized(name, x, w):
    n, total = len(x), math.fsum(w)
    mu = math.fsum(a * b for a, b in zip(x, w)) / total
    z = [a / mu for a in x]

    def mean(values):
        return math.fsum(a * b for a, b in zip(values, w)) / total
    if name == "gini":
        far = [mean([abs(a - b) for b in z]) for a in z]
        value = mean(far) / 2
        influence = [f - value - value * a for f, a in zip(far, z)]
    elif name == "theil":
        value = mean([a * math.log(a) for a in z])
        influence = [a * math.log(a) - value - (value + 1) * (a - 1) for a in z]
    else:
        logs = mean([math.log(a) for a in z])
        value = 1 - math.exp(logs)
        influence = [(1 - value) * ((a - 1) - (math.log(a) - logs)) for a in z]
    e = [a * b / total for a, b in zip(w, influence)]
    centre = math.fsum(e) / n
    return value, math.sqrt(n / (n - 1) * math.fsum((v - centre)**2 for v in e))


SCALES = {"gini": "logit", "theil": "logarithm", "atkinson": "logit"}


def place(name, v):
    return math.log(v / (1 - v)) if SCALES[name] == "logit" else math.log(v)


def slope(name, v):
    return 1 / (v * (1 - v)) if SCALES[name] == "logit" else 1 / v


def back(name, h):
    return 1 / (1 + math.exp(-h)) if SCALES[name] == "logit" else math.exp(h)


X = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
for case, x, w, counts in [
    ("indices-R27", X, None, None), ("weighted", X, [5, 3, 2, 2, 1, 1, 1, 2, 1, 1], None),
    ("counts", [1200, 1300.5, 1400, 2500, 9000], None, [4, 9, 1, 6, 2]),
]:
    text = "values=" + " ".join(map(str, x))
    if w:
        text += ";weights=" + " ".join(map(str, w))
    if counts:
        text += ";counts=" + " ".join(map(str, counts))
    people = [i for i in range(len(x)) for _ in range(counts[i] if counts else 1)]
    weights = w or [1] * len(x)
    for name in SCALES:
        value, error = linearized(name, [x[i] for i in people], [weights[i] for i in people])
        t, seed, resamples = [], 20240607 + 2**40, 399
        for replicate in range(resamples):
            stream = words(seed, replicate)
            drawn = [people[below(stream, len(people))] for _ in people]
            v, s = linearized(name, [x[i] for i in drawn], [weights[i] for i in drawn])
            if s > 1e-12:
                t.append((place(name, v) - place(name, value)) / (s * slope(name, v)))
        t.sort()
        rank = int((len(t) + 1) * 0.05 + 1e-9)
        h, scaled = place(name, value), error * slope(name, value)
        for quantity, limit in [("lower", back(name, h - t[-rank] * scaled)),
                                ("upper", back(name, h - t[rank - 1] * scaled))]:
            rows.append(["StudentizedBootstrap", case,
                         f"{text};index={name};resamples={resamples};seed={seed}", quantity,
                         repr(limit)])

with open("bootstrap.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["method", "case", "arguments", "quantity", "value"])
    out.writerows(rows)
