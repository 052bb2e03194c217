"""What scikit-bio 0.7.4 and PySAL's package inequality 1.1.2 print for the data of the peer crosswalk.

Run in this folder: python3 generate_indices.py

indices.csv has one line per entry of the crosswalk: its identifier, the program, its version, and what it
prints.
"""

import csv
import warnings
from importlib.metadata import version

import numpy as np
from inequality.gini import Gini
from inequality.theil import Theil
from skbio.diversity import alpha

warnings.simplefilter("ignore")
rows = []


def skbio(entry, value):
    rows.append([entry, "scikit-bio", version("scikit-bio"), f"{float(value):.15g}"])


def inequality(entry, value):
    rows.append([entry, "PySAL inequality", version("inequality"), f"{float(value):.15g}"])


four = [140, 60, 30, 65]
eleven = [4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1]
skbio("shannon-skbio", alpha.shannon(four))
skbio("simpson-skbio", alpha.simpson(four))
skbio("inverse-simpson-skbio", alpha.inv_simpson(four))
skbio("evenness-skbio", alpha.pielou_e(eleven))
skbio("berger-parker-skbio", alpha.berger_parker_d(four))
skbio("chao1-skbio", alpha.chao1(eleven))
skbio("coverage-skbio", alpha.goods_coverage(eleven))

pay = np.array([541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261], dtype=float)
inequality("gini-pysal-inequality", Gini(pay).g)
inequality("theil-pysal-inequality", Theil(pay).T)
inequality("theil-zero-pysal-inequality", Theil(np.array([0, 1, 1, 2], dtype=float)).T)
inequality("gini-negative-pysal-inequality", Gini(np.array([-5, 0, 10], dtype=float)).g)

with open("indices.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["entry", "program", "version", "value"])
    writer.writerows(rows)
