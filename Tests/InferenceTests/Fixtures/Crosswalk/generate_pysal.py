"""What PySAL's package segregation 2.5.4 prints for the data of the peer crosswalk.

Run in this folder: python3 generate_pysal.py

pysal.csv has one line per entry of the crosswalk: its identifier, the program, its version, and what it
prints.
"""

import csv
import warnings

import numpy as np
import pandas as pd
import segregation
from segregation import multigroup as many
from segregation import singlegroup as one

warnings.simplefilter("ignore")
rows = []


def put(entry, value):
    rows.append([entry, "PySAL segregation", segregation.__version__, f"{float(value):.15g}"])


GROUPS = ["a", "b", "c", "d"]
units = pd.DataFrame(
    [[60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20]],
    columns=GROUPS, dtype=float)
for entry, index in [
        ("theil-h-pysal", many.MultiInfoTheory), ("dissimilarity-multigroup-pysal", many.MultiDissim),
        ("gini-multigroup-pysal", many.MultiGini), ("normalized-exposure-pysal", many.MultiNormExposure),
        ("relative-diversity-pysal", many.MultiRelativeDiversity),
        ("squared-coefficient-pysal", many.MultiSquaredCoefVar)]:
    put(entry, index(units.copy(), GROUPS).statistic)
put("empty-group-pysal", many.MultiInfoTheory(units.assign(e=0.0), GROUPS + ["e"]).statistic)
put("diversity-pysal", many.MultiDiversity(units.copy(), GROUPS, normalized=False).statistic)

# The first group against the rest.
two = units.assign(total=units.sum(axis=1))
for entry, index in [
        ("dissimilarity-pysal", one.Dissim), ("gini-pysal", one.Gini), ("isolation-pysal", one.Isolation),
        ("entropy-pysal", one.Entropy), ("atkinson-pysal", one.Atkinson),
        ("correlation-ratio-pysal", one.CorrelationR), ("exposure-pysal", one.Interaction)]:
    put(entry, index(two.copy(), "a", "total").statistic)
for seed, iterations, entry in [(1, 300, "1"), (2, 300, "2"), (1, 2, "few")]:
    np.random.seed(seed)
    put(f"modified-dissimilarity-{entry}-pysal", one.ModifiedDissim(
        two.copy(), "a", "total", iterations=iterations, n_jobs=1).statistic)

# Ten units of ten people with one of the first group in each: no segregation at all.
even = pd.DataFrame({"a": [1.0] * 10, "total": [10.0] * 10})
put("even-tens-pysal", one.Dissim(even, "a", "total").statistic)

with open("pysal.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["entry", "program", "version", "value"])
    writer.writerows(rows)
