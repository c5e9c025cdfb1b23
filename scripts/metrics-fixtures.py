"""Writes tests/fixtures/numeric/metrics.json: inputs of the metrics, and the true values there.

    python3 scripts/metrics-fixtures.py

Needs mpmath 1.3 or 1.2, and scikit-learn 1.2 to hold its own values against scikit-learn's. The result is the same on every
run. A true value is [nearest, residual]: the double nearest to it, and what that lacks of it in ulps. Values are computed from
the definitions in rational numbers, or with 60 digits where there are logarithms.
"""

import json
import math
import random
import warnings
from collections import Counter
from fractions import Fraction
from pathlib import Path

from mpmath import expm1, floor, frexp, ldexp, log, mp, mpf, sqrt
from sklearn import metrics

warnings.simplefilter("ignore")
mp.dps = 60
TARGET = Path(__file__).parent.parent / "tests" / "fixtures" / "numeric" / "metrics.json"


def as_mpf(value):
    return mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else mpf(value)


def with_residual(value):
    """None for an undefined value."""
    if value is None:
        return None
    value = as_mpf(value)
    if value == 0:
        return [0, 0]
    unit = ldexp(mpf(1), max(frexp(abs(value))[1] - 53, -1074))
    nearest = float(floor(value / unit + mpf(1) / 2) * unit)
    if math.isinf(nearest):
        raise OverflowError(value)
    return [nearest, round(float((value - mpf(nearest)) / unit), 4)]


def same(ours, theirs, tolerance=1e-9):
    if ours is not None and abs(float(as_mpf(ours)) - float(theirs)) > tolerance * max(1, abs(float(theirs))):
        raise AssertionError((ours, theirs))
    return ours


def ratio(numerator, denominator):
    return None if denominator == 0 else Fraction(numerator) / Fraction(denominator)


# Classification


def counts_of(labels, predictions, label):
    TP = sum(y == label and p == label for y, p in zip(labels, predictions))
    FP = sum(y != label and p == label for y, p in zip(labels, predictions))
    FN = sum(y == label and p != label for y, p in zip(labels, predictions))
    return TP, FP, FN, len(labels) - TP - FP - FN


MEASURES = {
    "precision": (lambda TP, FP, FN, TN: ratio(TP, TP + FP), metrics.precision_score),
    "recall": (lambda TP, FP, FN, TN: ratio(TP, TP + FN), metrics.recall_score),
    "f1": (lambda TP, FP, FN, TN: ratio(2 * TP, 2 * TP + FP + FN), metrics.f1_score),
    "specificity": (lambda TP, FP, FN, TN: ratio(TN, TN + FP), None),
}


def classification(generator):
    cases = []
    for size, classes in [(3, 2), (10, 2), (10, 3), (17, 3), (40, 4), (60, 7), (60, 20)]:
        labels = [generator.randrange(classes) for _ in range(size)]
        predictions = [y if generator.random() < 0.6 else generator.randrange(classes) for y in labels]
        occurring = sorted(set(labels + predictions))
        counts = [counts_of(labels, predictions, label) for label in occurring]
        weights = [TP + FN for TP, _, FN, _ in counts]
        case = {"labels": labels, "predictions": predictions, "classes": occurring}
        right = sum(y == p for y, p in zip(labels, predictions))
        case["accuracy"] = with_residual(same(Fraction(right, size), metrics.accuracy_score(labels, predictions)))
        for name, (measure, theirs) in MEASURES.items():
            # 0 in the place of 0 / 0, as scikit-learn has it.
            values = [measure(*count) or Fraction(0) for count in counts]
            averages = {
                "macro": sum(values) / len(values),
                "micro": measure(*map(sum, zip(*counts))),
                "weighted": sum(w * v for w, v in zip(weights, values)) / sum(weights),
            }
            case[name] = {"none": [with_residual(value) for value in values]}
            for average, value in averages.items():
                if theirs:
                    same(value, theirs(labels, predictions, average=average, zero_division=0))
                case[name][average] = with_residual(value)
        cases.append(case)
    return cases


# Ranking


def auc(labels, scores):
    positives = [s for y, s in zip(labels, scores) if y]
    negatives = [s for y, s in zip(labels, scores) if not y]
    twice = sum(2 * (p > n) + (p == n) for p in positives for n in negatives)
    return ratio(twice, 2 * len(positives) * len(negatives))


def average_precision(labels, scores):
    P = sum(labels)
    total = Fraction(0)
    before = 0
    for threshold in sorted(set(scores), reverse=True):
        above = [y for y, s in zip(labels, scores) if s >= threshold]
        total += Fraction((sum(above) - before) * sum(above), len(above))
        before = sum(above)
    return ratio(total, P)


def gain_of(relevance, gain):
    return mpf(relevance) if gain == "linear" else expm1(mpf(relevance) * log(2))


def dcg(relevances, scores, k, gain, ties):
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    discounts = [1 / log(mpf(i + 2), 2) if i < k else mpf(0) for i in range(len(scores))]
    total = mpf(0)
    start = 0
    while start < len(order):
        end = start + 1
        while ties == "average" and end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        gains = sum(gain_of(relevances[i], gain) for i in order[start:end])
        total += gains * sum(discounts[start:end]) / (end - start)
        start = end
    return total


def ranking(generator):
    cases = []
    for size, levels in [(2, 9), (5, 9), (12, 4), (30, 100), (60, 8), (100, 1000)]:
        labels = [1, 0] + [int(generator.random() < 0.4) for _ in range(size - 2)]
        scores = [(generator.randrange(levels) - levels // 3) / 8 for _ in range(size)]
        cases.append(
            {
                "labels": labels,
                "scores": scores,
                "auc": with_residual(same(auc(labels, scores), metrics.roc_auc_score(labels, scores))),
                "averagePrecision": with_residual(
                    same(average_precision(labels, scores), metrics.average_precision_score(labels, scores))
                ),
            }
        )
    return cases


def gains(generator):
    kinds = [
        lambda: generator.randrange(5),
        lambda: generator.random() * 3,
        lambda: generator.random() * 1e-3,
        lambda: math.ldexp(generator.random(), generator.randrange(-60, 4)),
        lambda: math.ldexp(generator.random(), -1000),
        lambda: generator.random() * 1000,
    ]
    cases = []
    for n, size in enumerate([1, 2, 3, 6, 10, 10, 15, 15, 20, 20, 25, 30]):
        relevances = [kinds[n % 6]() for _ in range(size)]
        scores = [generator.randrange(12) / 4 for _ in range(size)]
        k = generator.randint(1, size + 2)
        case = {"relevances": relevances, "scores": scores, "k": k}
        for gain in ["linear", "exponential"]:
            for ties in ["average", "order"]:
                value = dcg(relevances, scores, k, gain, ties)
                ideal = dcg(sorted(relevances, reverse=True), range(size, 0, -1), k, gain, "order")
                if gain == "linear" and ties == "average" and size > 1 and max(relevances) > 1e-9:
                    same(value, metrics.dcg_score([relevances], [scores], k=k))
                    same(value / ideal, metrics.ndcg_score([relevances], [scores], k=k))
                case[f"{gain} {ties}"] = [
                    with_residual(value),
                    None if ideal == 0 else with_residual(value / ideal),
                ]
        cases.append(case)
    return cases


# Clustering


def entropy(sizes, total):
    return sum(mpf(a) / total * log(mpf(total) / a) for a in sizes)


def clustering(generator):
    cases = []
    for size, u, v, link in [
        (2, 2, 2, 0),
        (8, 2, 3, 0),
        (12, 3, 3, 0.9),
        (30, 3, 5, 0.2),
        (60, 2, 2, 0),
        (60, 30, 4, 0),
        (100, 2, 2, 0.05),
        (300, 2, 2, 0),
        (300, 3, 4, 0.02),
    ]:
        U = [generator.randrange(u) for _ in range(size)]
        V = [a % v if generator.random() < link else generator.randrange(v) for a in U]
        rows, columns, cells = Counter(U), Counter(V), Counter(zip(U, V))
        information = sum(
            mpf(n) / size * log(mpf(n) * size / (rows[a] * columns[b])) for (a, b), n in cells.items()
        )
        pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
        S, A, B, T = pairs(cells), pairs(rows), pairs(columns), size * (size - 1) // 2
        HU, HV = entropy(rows.values(), size), entropy(columns.values(), size)
        means = {
            "arithmetic": (HU + HV) / 2,
            "geometric": sqrt(HU * HV),
            "min": min(HU, HV),
            "max": max(HU, HV),
        }
        adjusted = ratio(2 * (S * T - A * B), A * (T - B) + B * (T - A))
        cases.append(
            {
                "U": U,
                "V": V,
                "mutualInformation": with_residual(same(information, metrics.mutual_info_score(U, V))),
                "randIndex": with_residual(same(Fraction(T + 2 * S - A - B, T), metrics.rand_score(U, V))),
                "adjustedRandIndex": with_residual(same(adjusted, metrics.adjusted_rand_score(U, V))),
                "normalized": {
                    mean: None
                    if value == 0
                    else with_residual(
                        same(
                            information / value,
                            metrics.normalized_mutual_info_score(U, V, average_method=mean),
                        )
                    )
                    for mean, value in means.items()
                },
            }
        )
    return cases


fixture = {
    "classification": classification(random.Random(1)),
    "ranking": ranking(random.Random(2)),
    "gains": gains(random.Random(3)),
    "clustering": clustering(random.Random(4)),
}
TARGET.write_text(json.dumps(fixture, separators=(",", ":")).replace("},{", "},\n{") + "\n")
