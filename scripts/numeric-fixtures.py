"""Writes tests/fixtures/numeric/*.json: inputs, and the true values there to 60 digits of working precision.

    python3 scripts/numeric-fixtures.py

Needs mpmath 1.3. The result is the same on every run. A row of a scalar function is [input, nearest, residual]: the double
nearest to the true value, and what it lacks of the true value in ulps of the latter. A row of a vector function is
{"logits": …, "nearest": …, "residual": …}; -Infinity is written as "-Infinity".
"""

import json
import math
import random
from pathlib import Path

from mpmath import erfc, exp, floor, frexp, inf, ldexp, log, log1p, mp, mpf, sqrt, tanh

mp.dps = 60
TARGET = Path(__file__).parent.parent / "tests" / "fixtures" / "numeric"
LARGEST = 1.7976931348623157e308


def sigmoid(z):
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softplus(z):
    return z + log1p(exp(-z)) if z > 0 else log1p(exp(z))


def gelu(x):
    # Beyond, x Phi(x) is x, or 0, to far more than 60 digits, and erfc gives up.
    if abs(x) > 60:
        return max(x, mpf(0))
    return x * erfc(-x / sqrt(mpf(2))) / 2


def ulp(value):
    return ldexp(mpf(1), max(frexp(abs(value))[1] - 53, -1074))


def nearest(value):
    """The nearest double, ties to even: float() of mpmath rounds subnormal numbers twice."""
    if value == 0 or value == -inf:
        return float(value)
    unit = ulp(value)
    quotient = abs(value) / unit
    count = int(floor(quotient))
    rest = quotient - count
    if rest > 0.5 or (rest == 0.5 and count % 2 == 1):
        count += 1
    size = ldexp(mpf(count), int(frexp(unit)[1]) - 1)
    result = math.inf if size > LARGEST else float(size)
    return -result if value < 0 else result


def with_residual(value, digits):
    rounded = nearest(value)
    if value == 0 or math.isinf(rounded):
        return rounded, 0
    return rounded, float(f"{float((value - mpf(rounded)) / ulp(value)):.{digits}f}")


def neighbours(x):
    return [math.nextafter(x, -math.inf), x, math.nextafter(x, math.inf)]


def inputs(generator, low, high, count, edges):
    """Uniform inputs, one or two of every exponent, both sides of every edge, multiples of ln 2 / 256 and of 1 / 256."""
    result = [generator.uniform(low, high) for _ in range(count)]
    for exponent in range(-1074, 1024):
        size = math.ldexp(1 + generator.random(), exponent)
        result.append(size if generator.random() < 0.5 else -size)
    for exponent in range(-30, 11):
        for sign in (1, -1):
            result += [sign * math.ldexp(1 + generator.random(), exponent) for _ in range(4)]
    for edge in edges:
        result += neighbours(edge) + neighbours(-edge)
    for _ in range(100):
        result += neighbours(generator.randint(-1000, 1000) * math.log(2) / 256)
        result.append(generator.randint(-2000, 2000) / 256)
    result += [5e-324, -5e-324, 2.2250738585072014e-308, -2.2250738585072014e-308, LARGEST, -LARGEST]
    return result


def write(name, rows):
    TARGET.mkdir(parents=True, exist_ok=True)
    text = "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n"
    (TARGET / f"{name}.json").write_text(text)


def write_scalar(name, function, points, digits=3):
    write(name, [[x, *with_residual(function(mpf(x)), digits)] for x in sorted(set(points))])


def clipped(points, low, high):
    return [x for x in points if low <= x <= high]


def scalar_fixtures():
    generator = random.Random(1)
    edges = [0.125, 9, 22, 36.7, 37, 37.5, 38.58, 38.6, 40, 45, 1e-18, 1.25e-154, 354, 650, 700, 708, 708.4, 745.1, 745.2]
    write_scalar("sigmoid", sigmoid, inputs(generator, -50, 50, 800, edges) + inputs_in(generator, -746, -690, 200))
    write_scalar("tanh", tanh, inputs(generator, -3, 3, 1000, edges))
    write_scalar("softplus", softplus, inputs(generator, -50, 50, 800, edges) + inputs_in(generator, -746, -690, 200))
    write_scalar("gelu", gelu, inputs(generator, -8, 8, 800, edges) + inputs_in(generator, -38.7, -36, 200))
    write_scalar("exp", exp, clipped(inputs(generator, -700, 700, 800, [0.5, 1, 700]), -700, 709), 6)
    everywhere = [abs(x) for x in inputs(generator, 0, 4, 800, [0.5, 0.75, 1, 1.5, 2])]
    write_scalar("log", log, everywhere, 6)
    write_scalar("log1p", log1p, clipped(everywhere, 0, 2**53), 6)


def inputs_in(generator, low, high, count):
    return [generator.uniform(low, high) for _ in range(count)]


def rounded_to(x, digits):
    """Short decimals keep the files small; the doubles that they are read as are what counts."""
    return float(f"{x:.{digits}g}")


def vectors(generator):
    minus_infinity = -math.inf
    yield [3.7]
    yield [minus_infinity, 1.5]
    yield [0.1, 0.1, 0.1]
    yield [LARGEST, -LARGEST]
    yield [LARGEST, LARGEST, -LARGEST, 0]
    yield [-LARGEST, -LARGEST]
    yield [LARGEST, math.nextafter(LARGEST, 0)]
    yield [5e-324, 0, -5e-324]
    yield [0, -745.1, -745.2, -800]
    yield [0, -708.5]
    yield [0, -1000]
    yield [1e16, 1e16 - 2, 1e16 + 2]
    yield [0.1, 1e16]
    yield [-1e-300, 1e-300, 1e-3]
    yield [-37.4, 0]
    yield [minus_infinity, minus_infinity, -2.5, minus_infinity]
    for size in (2, 2, 2, 3, 5, 10, 10, 30):
        yield [rounded_to(generator.uniform(-10, 10), 17) for _ in range(size)]
    for size in (2, 3, 8, 20):
        yield [rounded_to(generator.uniform(-700, 0), 12) for _ in range(size)]
        yield [0] + [rounded_to(generator.uniform(-760, -600), 12) for _ in range(size)]
        yield [rounded_to(generator.uniform(-1, 1) * 10 ** generator.uniform(-300, 300), 12) for _ in range(size)]
        yield [rounded_to(1e9 + generator.uniform(-40, 40), 17) for _ in range(size)]
        yield [minus_infinity if generator.random() < 0.4 else rounded_to(generator.gauss(0, 5), 12) for _ in range(size)] + [1]
    for size in (100, 300):
        yield [rounded_to(generator.gauss(0, 3), 8) for _ in range(size)]
    yield [rounded_to(generator.uniform(-30, 0), 5) for _ in range(1000)]
    yield [0] * 999 + [40]


def write_vectors():
    def row(logits, values):
        pairs = [with_residual(value, 3) for value in values]
        return {
            "logits": [json_number(z) for z in logits],
            "nearest": [json_number(pair[0]) for pair in pairs],
            "residual": [pair[1] for pair in pairs],
        }

    softmax_rows, log_softmax_rows = [], []
    for logits in vectors(random.Random(2)):
        top = logits.index(max(logits))
        # Exact: 60 digits would not hold the difference of a huge and a tiny logit.
        mp.prec = 2200
        differences = [mpf(z) - mpf(logits[top]) if z > -math.inf else -inf for z in logits]
        mp.dps = 60
        powers = [exp(+d) if d > -10000 else mpf(0) for d in differences]
        others = sum((p for i, p in enumerate(powers) if i != top), mpf(0))
        softmax_rows.append(row(logits, [p / (1 + others) for p in powers]))
        log_softmax_rows.append(row(logits, [d - log1p(others) for d in differences]))
    write("softmax", softmax_rows)
    write("log-softmax", log_softmax_rows)


def json_number(x):
    return "-Infinity" if x == -math.inf else x


scalar_fixtures()
write_vectors()
