#!/usr/bin/env python3
"""Writes tests/fixtures/exact/*.json: values of functions by mpmath, an independent implementation.

Run:  /usr/bin/python3 scripts/exact-fixtures.py && npx prettier --write tests/fixtures/exact
Needs mpmath (Debian: python3-mpmath); the files that are checked in were made by mpmath 1.2.1.

A case is [arguments..., value]. The arguments are doubles, printed so that they read back exactly. The value is
-0x<hexadecimal integer>p<binary exponent>, rounded to nearest at 240 bits (72 digits), so it is within one unit of the last bit;
a binary value because e^(10^308) has no decimal expansion that one could write down. Each value is computed twice, at
300 bits and more and at twice as many, and the two must agree to 245 bits.
"""

import json
import math
import pathlib
import random
import sys

import mpmath
from mpmath import mp, mpf

BITS = 240
OUT = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "exact"
TINY, LEAST_NORMAL, HUGE = 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308


def hexadecimal(value):
    """The value as an integer times a power of two, at most BITS bits."""
    sign, man, exp, _ = mpf(value)._mpf_
    return f"{'-' if sign else ''}0x{man:x}p{exp}"


def evaluate(function, arguments):
    size = max((abs(math.frexp(x)[1]) for x in arguments), default=0)
    precision = 300 + 6 * size
    with mp.workprec(precision):
        once = +function(*map(mpf, arguments))
    with mp.workprec(2 * precision):
        twice = +function(*map(mpf, arguments))
        if abs(once - twice) > abs(twice) * mpf(2) ** -(BITS + 5):
            sys.exit(f"{function} at {arguments}: mpmath does not agree with itself")
    with mp.workprec(BITS):
        return hexadecimal(+twice)


def steps(x, n):
    """The double n steps above x."""
    for _ in range(abs(n)):
        x = math.nextafter(x, math.inf if n > 0 else -math.inf)
    return x


def arguments(seed, least, most, special=(), signed=True, count=220):
    """Doubles with exponents spread evenly over [2^least, 2^most), and the special ones; with both signs if signed."""
    chosen = random.Random(seed)
    found = set(special)
    for i in range(count):
        x = math.ldexp(chosen.uniform(0.5, 1), round(least + (most - least) * (i + chosen.random()) / count))
        if 0 < x < math.inf:
            found.add(-x if signed and chosen.random() < 0.5 else x)
    found.discard(0.0)
    return sorted(found)


AROUND = [1.0, 0.5, 2.0, 3.0, 10.0, 0.1, 1 / 3, TINY, LEAST_NORMAL, steps(LEAST_NORMAL, -1), 1e-300, 1e-200, 1e-100, 1e-20, 1e-16, 1e-10, 1e-8, 1e-5, 1e-3]
BOTH = AROUND + [-x for x in AROUND]
NEAR_ONE = [steps(1.0, n) for n in (-1000, -10, -3, -2, -1, 1, 2, 3, 10, 1000)] + [1 + s * 2.0**-k for k in range(2, 50, 3) for s in (1, -1)]
LIMITS = [HUGE, -HUGE, 1e308, -1e308, 1e300, -1e300]
MIDDLE = [x / 8 for x in range(-320, 321, 7)]
# The doubles nearest to multiples of pi/2: 6381956970095103·2^797 is the nearest of all (Kahan).
TURNS = [float(mpf(k) * mpmath.pi / 2) for k in (1, 2, 3, 4, 5, 7, 10, 100, 355, 710, 10**6, 10**9)] + [math.ldexp(6381956970095103, 797), math.ldexp(16367173, 72), 1e22]


def ncdf(x):
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


FUNCTIONS = {
    "exp": (mpmath.exp, arguments(1, -1074, 1024, BOTH + LIMITS + MIDDLE + [709.782712893384, 709.7827128933841, -745.1332191019412, -708.4, math.log(2), -math.log(2)])),
    "expm1": (mpmath.expm1, arguments(2, -1074, 1024, BOTH + LIMITS + MIDDLE + [709.782712893384, math.log(2), -math.log(2)])),
    "log": (mpmath.log, arguments(3, -1074, 1024, AROUND + NEAR_ONE + [HUGE, 1e308, math.e, math.sqrt(2), math.sqrt(0.5)], signed=False)),
    "log1p": (mpmath.log1p, arguments(4, -1074, 0, [x for x in BOTH if x > -1] + [x - 1 for x in NEAR_ONE if x < 2] + [-steps(1.0, -1), -0.999], count=150) + arguments(5, 0, 1024, [HUGE, 1e308], signed=False, count=80)),
    "sqrt": (mpmath.sqrt, arguments(6, -1074, 1024, AROUND + NEAR_ONE + [4.0, 9.0, 2.25, HUGE], signed=False)),
    "sin": (mpmath.sin, arguments(7, -1074, 1024, BOTH + LIMITS + MIDDLE + TURNS)),
    "cos": (mpmath.cos, arguments(8, -1074, 1024, BOTH + LIMITS + MIDDLE + TURNS)),
    "sinh": (mpmath.sinh, arguments(9, -1074, 1024, BOTH + LIMITS + MIDDLE)),
    "cosh": (mpmath.cosh, arguments(10, -1074, 1024, BOTH + LIMITS + MIDDLE)),
    "tanh": (mpmath.tanh, arguments(11, -1074, 7, BOTH + MIDDLE)),
    "erf": (mpmath.erf, arguments(12, -1074, 3, BOTH + [x / 4 for x in MIDDLE])),
    # mpmath's erfc overflows beyond 2^500.
    "erfc": (mpmath.erfc, arguments(13, -1074, 480, BOTH + MIDDLE + [5.0, 26.5, 27.2, 100.0, 1e4, 1e10], count=120) + arguments(14, -4, 6, signed=True, count=100)),
    "normalCdf": (ncdf, arguments(15, -1074, 480, BOTH + MIDDLE + [-38.0, -38.5, -37.5, -8.0, -1e4, -1e10], count=120) + arguments(16, -4, 6, signed=True, count=100)),
}


def pairs():
    chosen = random.Random(17)
    found = [(2.0, 0.5), (2.0, -0.5), (2.0, 0.1), (10.0, 0.3), (0.1, 0.1), (TINY, 0.25), (HUGE, 0.9), (steps(1.0, 1), 1e300), (steps(1.0, -1), 1e17), (1e-300, 1e300), (1e300, -1e-300), (3.0, 1e308), (0.5, 1.5), (-3.0, 5.0), (-2.5, -7.0), (-1.5, 1e20), (3.0, 100.0), (3.0, 1048577.0), (0.9, -123456789.0)]
    for _ in range(400):
        x = math.ldexp(chosen.uniform(0.5, 1), chosen.choice([chosen.randint(-1073, 1024), chosen.randint(-3, 3)]))
        y = math.ldexp(chosen.uniform(-1, 1), chosen.choice([chosen.randint(-1000, 900), chosen.randint(-3, 8)]))
        if chosen.random() < 0.2:
            y = float(chosen.randint(-300, 300))
            x = x * chosen.choice([1, -1])
        if x != 0 and math.isfinite(x) and y != 0:
            found.append((x, y))
    return found


def write(name, cases):
    text = ",\n".join(json.dumps(case) for case in cases)
    (OUT / f"{name}.json").write_text(f"[\n{text}\n]\n")
    print(f"{name}: {len(cases)}")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, (function, xs) in FUNCTIONS.items():
        write(name, [[x, evaluate(function, [x])] for x in xs])
    write("power", [[x, y, evaluate(mpmath.power, [x, y])] for x, y in pairs()])
    constants = {"pi": lambda: +mpmath.pi, "e": lambda: +mpmath.e, "ln2": lambda: +mpmath.ln2, "ln10": lambda: +mpmath.ln10}
    write("constants", [[name, evaluate(value, [])] for name, value in constants.items()])


main()
