import { describe, expect, it } from "vitest";

import {
  attentionalDecoderOutput,
  attentionalDecoderState,
  attentionContext,
  attentionEnergy,
  attentionHead,
  attentionWeights,
  bahdanauAttention,
  luongDotAttention,
  luongGeneralAttention,
  matrix,
  multiHeadAttention,
  scaledDotProductAttention,
  splitHeads,
  tanh,
  toArray,
  transpose,
} from "../../../src/index.js";

const LN2 = Math.LN2;
const LN3 = 1.0986122886681098;

/** Entries as printed: to 15 digits. */
function expectRows(result: { rows: number; columns: number; data: Float64Array }, rows: number[][]): void {
  expect([result.rows, result.columns]).toEqual([rows.length, rows[0]!.length]);
  rows.flat().forEach((expected, i) => {
    expect(result.data[i], `entry ${i}`).toBeCloseTo(expected, 14);
  });
}

describe("attentionWeights", () => {
  it("of energies 0 and ln 3 are a quarter and three quarters", () => {
    const [first, second] = attentionWeights([0, LN3]);
    expect(first).toBeCloseTo(0.25, 15);
    expect(second).toBeCloseTo(0.75, 15);
  });

  it("of a matrix are those of each row", () => {
    expectRows(
      attentionWeights([
        [0, 0],
        [LN3, 0],
      ]),
      [
        [0.5, 0.5],
        [0.75, 0.25],
      ],
    );
    expect(attentionWeights(matrix([[5, 5, 5, 5]]))).toEqual(matrix([[0.25, 0.25, 0.25, 0.25]]));
  });

  it("give a key of energy -∞ nothing, and do not overflow", () => {
    expect([...attentionWeights([1e300, -Infinity, 1e300])]).toEqual([0.5, 0, 0.5]);
  });
});

describe("attentionContext", () => {
  const values = [
    [1, 10],
    [2, 20],
    [4, 40],
  ];

  it("is the weighted sum of the rows of values", () => {
    expect([...attentionContext([0.5, 0.25, 0.25], values)]).toEqual([2, 20]);
  });

  it("of a matrix has a row for each row of weights", () => {
    const contexts = attentionContext(
      matrix([
        [1, 0, 0],
        [0, 0.5, 0.5],
      ]),
      matrix(values),
    );
    expect(toArray(contexts)).toEqual([
      [1, 10],
      [3, 30],
    ]);
  });

  it("loses nothing where terms cancel or overflow", () => {
    expect([...attentionContext([1, 1, 1], [[1e308], [1e308], [-1.5e308]])]).toEqual([5e307]);
    expect([...attentionContext([1, 1, 1], [[1e100], [1], [-1e100]])]).toEqual([1]);
  });
});

describe("energies", () => {
  const s = [1, 2];
  const H = [
    [3, 4],
    [5, 6],
    [-1, 0.5],
  ];

  it("by the dot product: 1·3 + 2·4, …", () => {
    expect([...luongDotAttention(s, H)]).toEqual([11, 17, 0]);
  });

  it("by the general score, with W between s and h", () => {
    // sᵀ W = [1 + 2·0, 10 + 2·1] = [1, 12]
    const W = [
      [1, 10],
      [0, 1],
    ];
    expect([...luongGeneralAttention(s, H, { W })]).toEqual([51, 77, 5]);
    // 2×3: annotations of three entries.
    expect([
      ...luongGeneralAttention(s, [[1, 1, 1]], {
        W: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      }),
    ]).toEqual([36]);
  });

  it("by the general score, also where W h cancels against s", () => {
    const W = [
      [1, 2 ** -60],
      [1, 0],
    ];
    expect([...luongGeneralAttention([1, -1], [[1, 1]], { W })]).toEqual([2 ** -60]);
  });

  it("by Bahdanau: v · tanh(W [s; h]), with the state's columns first", () => {
    // W [s; h]: 1 · s₀ = 1, and h₀ - 3 = 0, 2, -4.
    const W = [
      [1, 0, 0, 0],
      [-1, -1, 1, 0],
    ];
    const energies = bahdanauAttention(s, H, { W, v: [2, 10] });
    [0, 2, -4].forEach((second, j) => {
      expect(energies[j]).toBeCloseTo(2 * tanh(1) + 10 * tanh(second), 14);
    });
  });

  it("by a function of the caller, for one state and for many", () => {
    const score = (a: ArrayLike<number>, b: ArrayLike<number>): number => a[0]! * 100 + b[1]!;
    expect([...attentionEnergy(score, s, H)]).toEqual([104, 106, 100.5]);
    expect(toArray(attentionEnergy(score, [s, [7, 0]], H))).toEqual([
      [104, 106, 100.5],
      [704, 706, 700.5],
    ]);
  });
});

describe("the attentional decoder", () => {
  it("has the state tanh(W [s; y; c])", () => {
    const state = attentionalDecoderState([1], [2, 3], [4], {
      W: [
        [0.1, 0.2, 0.3, -0.25],
        [0, 0, 0, 1],
      ],
    });
    expect(state[0]).toBeCloseTo(tanh(0.4), 15);
    expect(state[1]).toBe(tanh(4));
  });

  it("has the output softmax(V s)", () => {
    const output = attentionalDecoderOutput([LN2, 1], {
      V: [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    });
    [1 / 7, 2 / 7, 4 / 7].forEach((expected, k) => {
      expect(output[k]).toBeCloseTo(expected, 15);
    });
  });

  it("has outputs where V s cancels, is huge, or leaves probabilities below the normal doubles", () => {
    const V = [
      [1e300, 1e300],
      [1e300, 1e300 + 1e285],
    ];
    expect([...attentionalDecoderOutput([1e300, -1e300], { V })]).toEqual([1, 0]);
    expect([
      ...attentionalDecoderOutput([1e20, -1e20], {
        V: [
          [1, 1],
          [3, 3],
        ],
      }),
    ]).toEqual([0.5, 0.5]);
    expect([...attentionalDecoderOutput([1], { V: [[0], [-740], [-800]] })]).toEqual([1, 4.2e-322, 0]);
    expect([...attentionalDecoderOutput([1, NaN], { V: [[0, 0]] })]).toEqual([NaN]);
    expect([...attentionalDecoderOutput([Infinity], { V: [[1], [-1]] })]).toEqual([1, 0]);
  });
});

describe("scaledDotProductAttention", () => {
  // d_k = 4, so that the scale is 1/2 and the scores are 0 and ln 3.
  const Q = [[2, 0, 0, 0]];
  const K = [
    [0, 9, 9, 9],
    [LN3, -9, 7, 0],
  ];
  const V = [
    [4, 0],
    [8, -4],
  ];

  it("of two keys with scores 0 and ln 3 is a quarter of the first value and three quarters of the second", () => {
    expectRows(scaledDotProductAttention(Q, K, V), [[7, -3]]);
  });

  it("takes a scale in the place of 1/√d_k", () => {
    expectRows(scaledDotProductAttention(Q, K, V, { scale: 1 }), [[7.6, -3.6]]);
    expectRows(scaledDotProductAttention(Q, K, V, { scale: 0 }), [[6, -2]]);
    expectRows(scaledDotProductAttention(Q, K, V, { scale: -0.5 }), [[5, -1]]);
    expectRows(scaledDotProductAttention(Q, K, V, { scale: undefined }), [[7, -3]]);
  });

  it("of one key is its value, whatever the score", () => {
    for (const q of [0, 1, -1e300, 1e-300]) {
      expect(toArray(scaledDotProductAttention([[q]], [[1e300]], [[0.1, -3]]))).toEqual([[0.1, -3]]);
    }
  });

  it("tells K from its transpose where both fit", () => {
    // Scores Q Kᵀ / √2 = [0, ln 3 · √2 / √2]; with K instead of Kᵀ the first would be ln 3 too.
    const result = scaledDotProductAttention(
      [[0, Math.SQRT2]],
      [
        [5, 0],
        [LN3, LN3],
      ],
      [[0], [1]],
    );
    expect(result.data[0]).toBeCloseTo(0.75, 14);
  });

  it("keeps forbidden keys out, even with NaN or ∞ in key or value", () => {
    const result = scaledDotProductAttention([[1], [1]], [[1], [NaN], [1]], [[1], [Infinity], [NaN]], {
      mask: [
        [true, false, false],
        [true, true, false],
      ],
    });
    expect([...result.data]).toEqual([1, NaN]);
    const additive = { mask: [[0, -Infinity, -Infinity]] };
    expect([
      ...scaledDotProductAttention([[1]], [[1], [NaN], [1]], [[1], [2], [NaN]], additive).data,
    ]).toEqual([1]);
  });

  it("of a query that may attend to nothing is 0, as ONNX defines it", () => {
    const options = {
      mask: [
        [false, false],
        [true, false],
      ],
    };
    expect(
      toArray(
        scaledDotProductAttention(
          [[1], [1]],
          [[1], [2]],
          [
            [3, 4],
            [5, 6],
          ],
          options,
        ),
      ),
    ).toEqual([
      [0, 0],
      [3, 4],
    ]);
    const nothing = { mask: matrix([[-Infinity, -Infinity]]) };
    expect([...scaledDotProductAttention([[NaN]], [[1], [2]], [[3], [NaN]], nothing).data]).toEqual([0]);
  });

  it("with a mask and causal needs both to allow a key", () => {
    const mask = [
      [false, true],
      [true, true],
    ];
    const result = scaledDotProductAttention([[0], [0]], [[1], [1]], [[2], [4]], { mask, causal: true });
    expect([...result.data]).toEqual([0, 3]);
  });

  it("gives NaN only where the result depends on it", () => {
    const V3 = [
      [1, NaN],
      [2, 5],
    ];
    expect([...scaledDotProductAttention([[1], [NaN]], [[0], [0]], V3).data]).toEqual([1.5, NaN, NaN, NaN]);
    expect([...scaledDotProductAttention([[1]], [[0], [NaN]], [[1], [2]]).data]).toEqual([NaN]);
    expect([...scaledDotProductAttention([[1]], [[0], [1]], [[1], [2]], { scale: NaN }).data]).toEqual([NaN]);
    expect([...scaledDotProductAttention([[1]], [[0], [1]], [[1], [2]], { mask: [[0, NaN]] }).data]).toEqual([
      NaN,
    ]);
  });

  it("gives an infinite score all the weight, if it is the only one", () => {
    expect([...scaledDotProductAttention([[1]], [[Infinity], [2]], [[3], [NaN]]).data]).toEqual([3]);
    expect([...scaledDotProductAttention([[1]], [[-Infinity], [2]], [[NaN], [3]]).data]).toEqual([3]);
    expect([...scaledDotProductAttention([[1]], [[Infinity], [Infinity]], [[3], [4]]).data]).toEqual([NaN]);
    expect([...scaledDotProductAttention([[1]], [[-Infinity], [-Infinity]], [[3], [4]]).data]).toEqual([NaN]);
    expect([
      ...scaledDotProductAttention([[1]], [[1], [2]], [[3], [4]], { mask: [[Infinity, 0]] }).data,
    ]).toEqual([3]);
  });

  it("compares scores beyond the doubles by their true values", () => {
    const values = [[1], [2], [3]];
    const of = (Q4: number[], K4: number[][]): number[] => [
      ...scaledDotProductAttention([Q4], K4, values).data,
    ];
    expect(of([1e300], [[1e300], [1.0000000000000002e300], [-1e300]])).toEqual([2]);
    expect(
      of(
        [1e200, 1],
        [
          [1e200, 0],
          [1e200, 0],
          [1e199, 9],
        ],
      ),
    ).toEqual([1.5]);
    // Two scores above 1e600 that differ by ln 3, and one below -1e600, whose weight is not 0 but does not show.
    const weigh = (far: number): number => {
      const q = [1e300, -1e300, 1];
      const keys = [
        [3e300, 1, 0],
        [3e300, 1, LN3],
        [-3e300, 1, 0],
      ];
      return scaledDotProductAttention([q], keys, [[0], [4], [far]], { scale: 1 }).data[0]!;
    };
    expect(weigh(100)).toBeCloseTo(3, 14);
    expect(weigh(NaN)).toBeNaN();
  });

  it("takes values up to the largest double, and down to the smallest", () => {
    const largest = Number.MAX_VALUE;
    const equal = [[0], [0], [0]];
    expect([...scaledDotProductAttention([[1]], equal, [[largest], [largest], [largest]]).data]).toEqual([
      largest,
    ]);
    expect([...scaledDotProductAttention([[1]], equal, [[6e-323], [3e-323], [0]]).data]).toEqual([3e-323]);
    expect([
      ...scaledDotProductAttention(
        [[1]],
        [[0], [-1e4]],
        [
          [0, 1e-300],
          [1e308, 1],
        ],
      ).data,
    ]).toEqual([0, 1e-300]);
    // mpmath: e⁻⁸⁰⁰ · 1e308 / (1 + e⁻⁸⁰⁰) = 3.6678745841776872537e-40, and the neighbouring doubles are 7e-56 away.
    const [far] = scaledDotProductAttention([[1]], [[0], [-800]], [[0], [1e308]]).data;
    expect(far).toBeCloseTo(3.6678745841776873e-40, 55);
  });

  it("changes none of its inputs", () => {
    const inputs = [
      matrix([[1, 2]]),
      matrix([
        [3, 4],
        [5, 6],
      ]),
      matrix([[7], [8]]),
    ] as const;
    const before = JSON.stringify(inputs);
    scaledDotProductAttention(...inputs, { mask: [[0, -1]], scale: 3, causal: true });
    expect(JSON.stringify(inputs)).toBe(before);
  });
});

describe("heads", () => {
  const X = [
    [1, 0],
    [0, 1],
  ];
  const identity = X;

  it("attend with projected queries, keys and values", () => {
    const head = attentionHead(X, X, X, {
      // Scores after 1/√1: [ln 3, 0] for the first query, 0 for the second.
      WQ: [[LN3], [0]],
      WK: [[1], [0]],
      WV: [
        [4, 0, 1],
        [0, 8, 1],
      ],
    });
    expectRows(head, [
      [3, 2, 1],
      [2, 4, 1],
    ]);
  });

  it("are concatenated, and multiplied by WO", () => {
    const zero = [[0], [0]];
    const heads = {
      WQ: [zero, zero],
      WK: [zero, zero],
      // The mean of the first entries, and of twice the second ones.
      WV: [
        [[1], [0]],
        [[0], [2]],
      ],
      WO: [
        [1, 10, 100],
        [1000, 0, 0],
      ],
    };
    expect(toArray(multiHeadAttention(X, X, X, heads))).toEqual([
      [1000.5, 5, 50],
      [1000.5, 5, 50],
    ]);
  });

  it("that do nothing leave scaled dot-product attention", () => {
    const one = { WQ: [identity], WK: [identity], WV: [identity], WO: identity };
    const Y = [
      [0.3, -2],
      [1, 5],
      [0.25, 0.75],
    ];
    const options = { causal: true };
    expect(multiHeadAttention(Y, Y, Y, one, options)).toEqual(scaledDotProductAttention(Y, Y, Y, options));
  });

  it("are split by columns", () => {
    const heads = splitHeads(
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      2,
    );
    expect(heads.map(toArray)).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      [
        [3, 4],
        [7, 8],
      ],
    ]);
  });

  it("weigh rightly where projections are large and cancel", () => {
    // Queries 1e8 and keys of nearly 1e8: scores of 1e16 that differ by ln 3, exactly representable in two parts only.
    const result = attentionHead(
      [[1]],
      [
        [1, 0],
        [1, LN3],
      ],
      [[0], [4]],
      {
        WQ: [[1e8]],
        WK: [[1e8], [1e-8]],
        WV: [[1]],
      },
    );
    expect(result.data[0]).toBeCloseTo(3, 14);
  });
});

describe("what is beyond the doubles, or near their lower end, on the way only", () => {
  it("does not show in a head", () => {
    // Queries of 2e308 and keys of 5e-324 · 1e-10, whose scores are some 1e-25: equal weights. Values of 2e308 and 0.
    const head = attentionHead([[1e308]], [[1e-10], [0]], [[2], [1]], {
      WQ: [[2]],
      WK: [[5e-324]],
      WV: [[1e308]],
    });
    expect(head.data[0]).toBe(1.5e308);
    // Two keys whose scores of 1e308 · 1e308 · 1e-308 · 1e-308 are 1 and 1 + ln 3.
    const two = attentionHead([[1e308]], [[1e-308], [1e-308 * (1 + LN3)]], [[0], [4]], {
      WQ: [[1e308]],
      WK: [[1e-308]],
      WV: [[1]],
    });
    expect(two.data[0]).toBeCloseTo(3, 13);
  });

  it("does not show in several heads", () => {
    const zero = [[0]];
    const heads = {
      WQ: [zero, zero],
      WK: [zero, zero],
      WV: [[[1e308]], [[-1e308]]],
      WO: [[1e-300], [0.5e-300]],
    };
    expect(multiHeadAttention([[1]], [[1]], [[1e100]], heads).data[0]).toBeCloseTo(5e107, -95);
    expect(
      multiHeadAttention([[1]], [[1]], [[1e-310]], {
        ...heads,
        WV: [[[1e-310]], [[-1e-310]]],
        WO: [[1e308], [0]],
      }).data[0],
    ).toBeCloseTo(1e-312, 322);
  });

  it("does not show in an energy", () => {
    expect([...luongGeneralAttention([1e-300, 0], [[1e308], [5e-324]], { W: [[1e3], [-1e3]] })]).toEqual([
      1e11, 0,
    ]);
    expect([...luongGeneralAttention([1e308], [[5e-324]], { W: [[0.5]] })]).toEqual([2.4703282292062327e-16]);
    expect([...bahdanauAttention([5e-324], [[0]], { W: [[0.5, 1]], v: [2 ** 600] })]).toEqual([2 ** -475]);
  });
});

describe("transpose", () => {
  it("exchanges rows and columns", () => {
    expect(
      toArray(
        transpose([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ),
    ).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });
});
