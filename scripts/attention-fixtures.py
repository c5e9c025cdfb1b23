"""Writes tests/fixtures/numeric/attention.json: what PyTorch and ONNX's reference give for small attentions.

    /usr/bin/python3 scripts/attention-fixtures.py

Needs PyTorch 1.13 and numpy. The result is the same on every run. All in doubles; inputs have three decimals.

PyTorch: torch.nn.functional._scaled_dot_product_attention, as 1.13 calls it; the equivalent that the documentation of later
versions prints for what 1.13 cannot do yet (additive masks, a scale); and torch.nn.MultiheadAttention.
ONNX: the definition of Attention (opset 23) in numpy, on the shapes of one head of the cases in
onnx/backend/test/case/node/attention.py, whose own inputs are drawn at random. There a row without keys is 0.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch

TARGET = Path(__file__).parent.parent / "tests" / "fixtures" / "numeric" / "attention.json"
SDPA = "https://pytorch.org/docs/2.0/generated/torch.nn.functional.scaled_dot_product_attention.html"
MHA = "https://pytorch.org/docs/1.13/generated/torch.nn.MultiheadAttention.html"
ONNX = "https://github.com/onnx/onnx/blob/02210c4da1dd0439cb3473edbec774d88f197281/onnx/backend/test/case/node/attention.py"
ERRATUM = "https://github.com/onnx/onnx/pull/8068"

random = np.random.RandomState(20240611)


def draw(rows, columns, low=-2, high=2):
    return np.round(random.uniform(low, high, (rows, columns)), 3)


def plain(value):
    """JSON without NaN and infinities."""
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, (np.ndarray, torch.Tensor)):
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return str(value).replace("inf", "Infinity").replace("nan", "NaN")
    return value


def tensor(array):
    return torch.tensor(array, dtype=torch.bool if np.asarray(array).dtype == bool else torch.double)


# PyTorch


def sdpa_of_1_13(Q, K, V, mask=None, causal=False):
    attn_mask = None if mask is None else tensor(mask)[None]
    result = torch.nn.functional._scaled_dot_product_attention(
        tensor(Q)[None], tensor(K)[None], tensor(V)[None], attn_mask, 0.0, False, causal
    )
    return result[0][0]


def sdpa_as_documented(Q, K, V, mask=None, scale=None):
    scores = tensor(Q) @ tensor(K).T * (1 / math.sqrt(Q.shape[1]) if scale is None else scale)
    if mask is not None:
        scores = scores + tensor(mask)
    return torch.softmax(scores, dim=-1) @ tensor(V)


def pytorch_cases():
    Q, K, V = draw(3, 4), draw(5, 4), draw(5, 2)
    square = draw(4, 3), draw(4, 3), draw(4, 3)
    tall = draw(5, 2), draw(3, 2), draw(3, 2)
    mask = random.rand(3, 5) < 0.6
    mask[:, 1] = True
    bias = draw(3, 5)
    bias[0, 2] = bias[2, 0] = -math.inf
    yield "plain", (Q, K, V), {}, sdpa_of_1_13(Q, K, V)
    yield "causal, n = m", square, {"causal": True}, sdpa_of_1_13(*square, causal=True)
    yield "causal, n < m", (Q, K, V), {"causal": True}, sdpa_of_1_13(Q, K, V, causal=True)
    yield "causal, n > m", tall, {"causal": True}, sdpa_of_1_13(*tall, causal=True)
    yield "boolean mask", (Q, K, V), {"mask": mask}, sdpa_of_1_13(Q, K, V, mask)
    yield "additive mask", (Q, K, V), {"mask": bias}, sdpa_as_documented(Q, K, V, bias)
    yield "scale", (Q, K, V), {"scale": 0.3}, sdpa_as_documented(Q, K, V, scale=0.3)
    yield "scores of a hundred", (10 * Q, 10 * K, V), {}, sdpa_of_1_13(10 * Q, 10 * K, V)


# ONNX


def onnx_attention(Q, K, V, mask=None, causal=False, scale=None):
    root = math.sqrt(1 / math.sqrt(Q.shape[1]) if scale is None else scale)
    bias = np.zeros((len(Q), len(K)))
    if mask is not None:
        bias += np.where(mask, 0, -np.inf) if mask.dtype == bool else mask
    if causal:
        bias[~np.tril(np.ones_like(bias, dtype=bool))] = -np.inf
    scores = (Q * root) @ (K * root).T + bias
    top = scores.max(axis=-1, keepdims=True)
    powers = np.exp(scores - np.where(np.isinf(top), 0, top))
    sums = powers.sum(axis=-1, keepdims=True)
    return (powers / np.where(sums == 0, 1, sums)) @ V


def onnx_cases():
    Q, K, V, wide = draw(4, 8, 0, 1), draw(6, 8, 0, 1), draw(6, 8, 0, 1), draw(6, 10, 0, 1)
    numbers = draw(4, 6, 0, 1)
    booleans = random.rand(4, 6) < 0.5
    booleans[:, 0] = True
    empty = booleans.copy()
    empty[2] = False
    for name, values, options in [
        ("test_attention_4d", V, {}),
        ("test_attention_4d_diff_heads_sizes", wide, {}),
        ("test_attention_4d_scaled", V, {"scale": 1e-2}),
        ("test_attention_4d_causal", V, {"causal": True}),
        ("test_attention_4d_attn_mask", V, {"mask": numbers}),
        ("test_attention_4d_attn_mask_3d_causal", V, {"mask": numbers, "causal": True}),
        ("test_attention_4d_attn_mask_bool", V, {"mask": booleans}),
        ("a boolean mask with a row of false", V, {"mask": empty}),
    ]:
        yield name, (Q, K, values), options, onnx_attention(Q, K, values, **options)


# Multi-head


def multi_head_cases():
    for name, sizes, options in [
        ("two heads", (3, 3), {}),
        ("four heads, other keys", (3, 5), {}),
        ("two heads, masked", (4, 4), {"mask": True}),
        ("two heads, causal", (4, 4), {"causal": True}),
    ]:
        heads = 4 if name.startswith("four") else 2
        width = 4
        module = torch.nn.MultiheadAttention(width, heads, bias=False, batch_first=True, dtype=torch.double)
        packed, output = draw(3 * width, width), draw(width, width)
        module.in_proj_weight.data = tensor(packed)
        module.out_proj.weight.data = tensor(output)
        Q = draw(sizes[0], width)
        K, V = (Q, Q) if sizes[0] == sizes[1] and not options else (draw(sizes[1], width), draw(sizes[1], width))
        ours = dict(options)
        may = np.ones(sizes, dtype=bool)
        if "mask" in options:
            may = random.rand(*sizes) < 0.6
            may[:, 0] = True
            ours["mask"] = may
        if "causal" in options:
            may = np.tril(may)
        with torch.no_grad():
            result = module(tensor(Q)[None], tensor(K)[None], tensor(V)[None], attn_mask=tensor(~may))[0][0]
        yield {
            "name": name,
            "link": MHA,
            "heads": heads,
            "inputs": plain([Q, K, V]),
            "inProjWeight": plain(packed),
            "outProjWeight": plain(output),
            "options": {key: plain(value) for key, value in ours.items()},
            "result": plain(result),
        }


def row(link, name, inputs, options, result):
    return {
        "name": name,
        "link": link,
        "inputs": plain(list(inputs)),
        "options": {key: plain(value) for key, value in options.items()},
        "result": plain(result),
    }


fixture = {
    "pytorch": [row(SDPA, *case) for case in pytorch_cases()],
    "onnx": [row(ERRATUM if case[0].startswith("a ") else ONNX, *case) for case in onnx_cases()],
    "multiHead": list(multi_head_cases()),
}
text = ",\n".join(
    f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(each) for each in rows) + "\n]"
    for name, rows in fixture.items()
)
TARGET.write_text("{\n" + text + "\n}\n")
print({name: len(rows) for name, rows in fixture.items()})
