"""Writes tests/fixtures/numeric/losses.json: arguments of losses, divergences and their kin, and the true values there.

    python3 scripts/loss-fixtures.py

Needs mpmath 1.2 or later. The result is the same on every run. A row is [function, arguments, nearest, residual]: the double
nearest to the true value, and what it lacks of the true value in ulps of the latter. Sums and products are exact
fractions; logarithms have 450 bits. ±Infinity and NaN are written as strings.
"""

import json
import math
import random
import sys
from fractions import Fraction
from pathlib import Path

from mpmath import exp, floor, frexp, inf, ldexp, log, log1p, mp, mpf, nan, sqrt

mp.prec = 450
TARGET = Path(__file__).parent.parent / "tests" / "fixtures" / "numeric" / "losses.json"
LARGEST = 1.7976931348623157e308
SMALLEST = 5e-324


# True values, from exact fractions.


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def ln(fraction):
    difference = fraction - 1
    return log1p(real(difference)) if abs(difference) < Fraction(1, 4) else log(real(fraction))


def surprisal(weight, p):
    """-weight · ln p, where 0 ln 0 = 0."""
    if weight == 0:
        return mpf(0)
    return inf if p == 0 else -real(weight) * ln(p)


def power_of_e(fraction):
    return mpf(0) if fraction < -100000 else exp(real(fraction))


def mean_absolute_error(y, p):
    return sum((abs(Fraction(a) - Fraction(b)) for a, b in zip(y, p)), Fraction(0)) / len(y)


def mean_squared_error(y, p):
    return sum(((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(y, p)), Fraction(0)) / len(y)


def huber(y, p, delta):
    d = Fraction(delta)
    sizes = [abs(Fraction(a) - Fraction(b)) for a, b in zip(y, p)]
    return sum((x * x / 2 if x <= d else d * (x - d / 2) for x in sizes), Fraction(0)) / len(y)


def hinge(t, p):
    return sum((max(Fraction(0), 1 - Fraction(a) * Fraction(b)) for a, b in zip(t, p)), Fraction(0)) / len(t)


def binary_cross_entropy(t, p):
    pairs = [(Fraction(a), Fraction(b)) for a, b in zip(t, p)]
    return sum((surprisal(a, b) + surprisal(1 - a, 1 - b) for a, b in pairs), mpf(0)) / len(t)


def binary_cross_entropy_with_logits(t, z):
    total = mpf(0)
    for a, b in ((Fraction(a), Fraction(b)) for a, b in zip(t, z)):
        total += real(b * (1 - a) if b > 0 else -b * a) + log1p(power_of_e(-abs(b)))
    return total / len(t)


def as_rows(targets, predictions):
    if isinstance(targets[0], list):
        return targets
    return [[1.0 if k == index else 0.0 for k in range(len(predictions[0]))] for index in targets]


def cross_entropy(targets, rows):
    weights = as_rows(targets, rows)
    terms = [surprisal(Fraction(a), Fraction(b)) for t, p in zip(weights, rows) for a, b in zip(t, p)]
    return sum(terms, mpf(0)) / len(rows)


def cross_entropy_with_logits(targets, rows):
    total = mpf(0)
    for t, z in zip(as_rows(targets, rows), rows):
        top = z.index(max(z))
        others = [power_of_e(Fraction(x) - Fraction(z[top])) for i, x in enumerate(z) if i != top]
        logarithm = log1p(sum(others, mpf(0)))
        for weight, x in zip(t, z):
            total += real(Fraction(weight) * (Fraction(z[top]) - Fraction(x))) + mpf(weight) * logarithm
    return total / len(rows)


def minimum_negative_log_likelihood(rows):
    return min(sum((surprisal(Fraction(1), Fraction(x)) for x in column), mpf(0)) for column in zip(*rows))


def maximum_likelihood(rows):
    return max(math.prod((Fraction(x) for x in column), start=Fraction(1)) for column in zip(*rows))


def fractions_of(vector, normalize):
    entries = [Fraction(x) for x in vector]
    return [x / sum(entries) for x in entries] if normalize else entries


def in_base(value, base):
    return value if base is None else value / ln(Fraction(base))


def entropy(p, base, normalize):
    return in_base(sum((surprisal(x, x) for x in fractions_of(p, normalize)), mpf(0)), base)


def kl_divergence(p, q, base, normalize):
    total = mpf(0)
    for x, y in zip(fractions_of(p, normalize), fractions_of(q, normalize)):
        if x:
            total += real(x) * ln(x / y) if y else inf
    return in_base(total, base)


def js_divergence(p, q, base, normalize):
    total = mpf(0)
    for x, y in zip(fractions_of(p, normalize), fractions_of(q, normalize)):
        total += sum(real(each) * ln(2 * each / (x + y)) for each in (x, y) if each)
    return in_base(total / 2, base)


def l1_regularization(error, w, strength):
    return Fraction(error) + Fraction(strength) * sum((abs(Fraction(x)) for x in w), Fraction(0))


def l2_regularization(error, w, strength):
    return Fraction(error) + Fraction(strength) * sum((Fraction(x) ** 2 for x in w), Fraction(0))


def cosine_similarity(x, y):
    dot = sum((Fraction(a) * Fraction(b) for a, b in zip(x, y)), Fraction(0))
    squares = sum(Fraction(a) ** 2 for a in x) * sum(Fraction(b) ** 2 for b in y)
    return real(dot) / sqrt(real(squares)) if squares else nan


def pointwise_mutual_information(joint, x, y, base):
    return in_base(ln(Fraction(joint) / (Fraction(x) * Fraction(y))), base)


# Arguments of every size, and such that cancel.


def generate(generator, rounds):
    choice, uniform, integer = generator.choice, generator.random, generator.randint

    def signed(x):
        return x if uniform() < 0.5 else -x

    def size(low=-1074, high=1023):
        return math.ldexp(1 + uniform(), integer(low, high))

    numbers = [
        lambda: generator.gauss(0, 1),
        lambda: signed(size()),
        lambda: signed(size(-1074, -1000)),
        lambda: signed(size(1015, 1023)),
        lambda: signed(size(-560, -500)),
        lambda: signed(size(500, 520)),
        lambda: choice([0.0, 1.0, -1.0, 0.5, 3.0, SMALLEST, LARGEST, -LARGEST, 2.2250738585072014e-308]),
        lambda: float(integer(-5, 5)),
    ]

    def vector(count):
        number = choice([numbers[0], *numbers])
        return [number() for _ in range(count)]

    def neighbour(x):
        kind = uniform()
        y = x
        if 0.2 < kind < 0.5:
            y = math.nextafter(x, choice([-math.inf, math.inf]))
        elif kind > 0.5:
            y = x * (1 + generator.gauss(0, 1) * 2.0 ** -integer(1, 52))
        return x if math.isinf(y) else y

    def two_vectors():
        x = vector(choice([1, 1, 2, 3, 5, 10]))
        return (x, [neighbour(each) for each in x]) if uniform() < 0.4 else (x, vector(len(x)))

    def probability():
        kind = uniform()
        if kind < 0.4:
            return uniform()
        if kind < 0.5:
            return choice([0.0, 1.0, 0.5, SMALLEST, 1 - 2**-53, 0.25, 0.75])
        if kind < 0.7:
            return 1 - uniform() * 2.0 ** -integer(1, 53)
        return math.ldexp(uniform(), -integer(0, 60 if kind < 0.9 else 1074))

    def logit():
        kind = uniform()
        if kind < 0.5:
            return generator.gauss(0, 1) * choice([1, 10, 40, 300])
        if kind < 0.7:
            return signed(size(-1074, 11))
        if kind < 0.8:
            return signed(generator.uniform(690, 760))
        return signed(size()) if kind < 0.9 else choice([0.0, 1.0, -1.0, LARGEST, -LARGEST])

    def distribution(count):
        kind = uniform()
        if kind < 0.5:
            power = choice([1, 10, 100])
            weights = [uniform() ** power for _ in range(count)]
            return [x / (sum(weights) or 1) for x in weights]
        if kind < 0.6:
            return [0.0 if uniform() < 0.5 else uniform() for _ in range(count)]
        if kind < 0.8:
            return [abs(x) for x in vector(count)]
        if kind < 0.9:
            return [float(integer(0, 4)) for _ in range(count)]
        return [1 - uniform() * 2.0 ** -integer(1, 53) for _ in range(count)]

    def near(p):
        unit = 2.0 ** -integer(1, 54)
        q = [x * (1 + generator.gauss(0, 1) * unit) for x in p]
        if uniform() < 0.5 and 0 < sum(q) < math.inf and sum(p) < math.inf:
            q = [x / sum(q) * sum(p) for x in q]
        return [min(abs(x), LARGEST) for x in q]

    def base():
        return choice([None, None, None, 2.0, 10.0, 0.5, 1 + 2**-30, math.nextafter(1, 0), 1e300, SMALLEST])

    def likelihoods(rows, columns):
        entry = choice([lambda: 2 * uniform(), size, probability, lambda: 1 + generator.gauss(0, 1) * 2.0 ** -integer(2, 50)])
        table = [[abs(entry()) for _ in range(columns)] for _ in range(rows)]
        if rows > 1 and uniform() < 0.3:
            # The product of each column is nearly 1.
            for j in range(columns):
                product = math.prod(row[j] for row in table[:-1])
                table[-1][j] = min(1 / product, LARGEST) if product > 1e-300 else 1.0
        return table

    for _ in range(rounds):
        yield mean_absolute_error, *two_vectors()
        yield mean_squared_error, *two_vectors()
        y, p = two_vectors()
        gap = abs(y[0] - p[0])
        delta = choice([gap, math.nextafter(gap, 0), math.nextafter(gap, math.inf), abs(vector(1)[0]), size()])
        yield huber, y, p, delta if 0 < delta < math.inf else 1.0
        signs = [choice([1.0, -1.0]) for _ in y]
        yield hinge, signs, p if uniform() < 0.5 else [neighbour(sign) for sign in signs]
        count, classes = choice([1, 1, 2, 4]), choice([1, 2, 3])
        targets = [probability() for _ in range(count)]
        yield binary_cross_entropy, targets, [probability() for _ in range(count)]
        yield binary_cross_entropy_with_logits, targets, [logit() for _ in range(count)]
        weights = [[probability() if uniform() < 0.8 else 0.0 for _ in range(classes)] for _ in range(count)]
        indices = [generator.randrange(classes) for _ in range(count)]
        rows = [[probability() for _ in range(classes)] for _ in range(count)]
        logits = [[logit() for _ in range(classes)] for _ in range(count)]
        yield cross_entropy, choice([weights, indices]), rows
        yield cross_entropy_with_logits, choice([weights, indices]), logits
        table = likelihoods(count, classes)
        yield minimum_negative_log_likelihood, table
        yield maximum_likelihood, table
        p = distribution(choice([1, 2, 3, 6]))
        q = near(p) if uniform() < 0.6 else distribution(len(p))
        yield entropy, p, base(), False
        yield kl_divergence, p, q, base(), False
        yield js_divergence, p, q, base(), False
        if any(p) and any(q):
            yield entropy, p, base(), True
            yield kl_divergence, p, q, base(), True
            yield js_divergence, p, q, base(), True
        w, strength = vector(choice([1, 2, 4])), abs(vector(1)[0])
        for regularization in (l1_regularization, l2_regularization):
            opposite = -nearest(real(regularization(0, w, strength)))
            error = choice([0.0, vector(1)[0], opposite, math.nextafter(opposite, 0)])
            yield regularization, 1.0 if math.isinf(error) else error, w, strength
        x, y = two_vectors()
        if len(x) > 1 and x[-1] != 0 and uniform() < 0.4:
            # Nearly orthogonal.
            y[-1] = -sum(a * b for a, b in zip(x[:-1], y[:-1])) / x[-1]
        if all(map(math.isfinite, y)):
            yield cosine_similarity, x, y
        px, py = probability() or 0.5, probability() or 0.5
        joint = px * py * (1 + generator.gauss(0, 1) * 2.0 ** -integer(1, 60)) if uniform() < 0.6 else probability()
        yield pointwise_mutual_information, min(abs(joint), 1.0) or 0.1, px, py, base()


# Writing.


def ulp(value):
    return ldexp(mpf(1), max(frexp(abs(value))[1] - 53, -1074))


def nearest(value):
    """The nearest double, ties to even: float() of mpmath rounds subnormal numbers twice."""
    if value == 0 or abs(value) == inf:
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


def with_residual(value):
    if value != value:
        return math.nan, 0
    rounded = nearest(value)
    if value == 0 or math.isinf(rounded):
        return rounded, 0
    return rounded, float(f"{float((value - mpf(rounded)) / ulp(value)):.3f}")


def json_value(x):
    if isinstance(x, list):
        return [json_value(each) for each in x]
    if isinstance(x, float) and not math.isfinite(x):
        return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"
    return x


def camel_case(name):
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def rows_of(seed, rounds):
    for function, *arguments in generate(random.Random(seed), rounds):
        value = function(*arguments)
        result = with_residual(real(value) if isinstance(value, Fraction) else value)
        yield [camel_case(function.__name__), *json_value([arguments, *result])]


def write(rows, path):
    text = "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n"
    path.write_text(text)


# Other seeds and numbers of rounds, for more than is checked in: loss-fixtures.py seed rounds path
if len(sys.argv) == 4:
    write(rows_of(int(sys.argv[1]), int(sys.argv[2])), Path(sys.argv[3]))
else:
    write(rows_of(1, 30), TARGET)
