"""Writes tests/fixtures/numeric/recurrent.json: what the recurrent cells of PyTorch and ONNX give for literal inputs.

    python3 scripts/recurrent-fixtures.py

Needs PyTorch 1.13 and onnx 1.23, which the tests do not need. The result is the same on every run. The weights are as these
libraries store them; the tests convert them as the documentation of the cells says.

- "torch": the cells LSTMCell, GRUCell and RNNCell in double precision, over three steps each.
- "onnx": first the test cases that ONNX prescribes for its operators (onnx/backend/test/case/node/{lstm,gru,rnn}.py), in
  single precision, one entry for each sequence of a batch; of those in two directions the first is kept. Then operators with
  distinct weights, which most of these test cases have not, evaluated by ONNX's reference implementation in double
  precision.
"""

import json
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto, helper
from onnx.backend.test.case.node import collect_testcases
from onnx.reference import ReferenceEvaluator

TARGET = Path(__file__).parent.parent / "tests" / "fixtures" / "numeric" / "recurrent.json"
GATES = {"LSTM": 4, "GRU": 3, "RNN": 1}


def torch_case(cell_class, seed, inputs, size, scale=1.0, bias=True):
    """A cell over three steps, with weights and inputs of a size."""
    rng = np.random.default_rng(seed)
    # Multiples of 1/64: short in the file.
    draw = lambda *shape: np.round(scale * rng.uniform(-64, 64, shape)) / 64
    cell = cell_class(inputs, size, bias=bias, dtype=torch.float64)
    for parameter in cell.parameters():
        parameter.data = torch.tensor(draw(*parameter.shape))
    x, h, c = draw(3, inputs), draw(size) / scale, draw(size)
    is_lstm = cell_class is torch.nn.LSTMCell
    state = (torch.tensor(h)[None], torch.tensor(c)[None]) if is_lstm else torch.tensor(h)[None]
    states = []
    for entry in torch.tensor(x):
        state = cell(entry[None], state)
        states.append([part[0].tolist() for part in (state if is_lstm else (state,))])
    return {
        "cell": cell_class.__name__,
        **{name: parameter.tolist() for name, parameter in cell.named_parameters()},
        "x": x.tolist(),
        "h": h.tolist(),
        **({"c": c.tolist()} if is_lstm else {}),
        "states": states,
    }


def sequences(name, node, given, expected, precision):
    """The sequences of a batch, each with the states that it must give, or with the last one, in the first direction."""
    attributes = {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
    inputs = dict(zip([each for each in node.input if each], given))
    outputs = dict(zip([each for each in node.output if each], expected))
    batch_first = attributes.get("layout", 0) == 1
    X = np.swapaxes(inputs["X"], 0, 1) if batch_first else inputs["X"]
    reverse = attributes.get("direction", b"forward") == b"reverse"
    for k in range(X.shape[1]):
        case = {
            "name": name,
            "op": node.op_type,
            "precision": precision,
            "linear_before_reset": attributes.get("linear_before_reset", 0),
            "W": inputs["W"][0].tolist(),
            "R": inputs["R"][0].tolist(),
            "X": (X[::-1, k] if reverse else X[:, k]).tolist(),
        }
        for key in ("B", "initial_h", "initial_c"):
            if key in inputs:
                case[key] = inputs[key][0].tolist() if key == "B" else inputs[key][0, k].tolist()
        if "Y" in outputs:
            Y = outputs["Y"][k, :, 0] if batch_first else outputs["Y"][:, 0, k]
            case["Y"] = (Y[::-1] if reverse else Y).tolist()
        if "Y_h" in outputs:
            case["Y_h"] = (outputs["Y_h"][k, 0] if batch_first else outputs["Y_h"][0, k]).tolist()
        if "Y_c" in outputs:
            case["Y_c"] = outputs["Y_c"][0, k].tolist()
        yield case


def prescribed():
    cases = collect_testcases()
    for op in GATES:
        for case in cases:
            node = case.model.graph.node[0]
            # Peepholes let the gates see the cell: ours do not.
            if node.op_type == op and "P" not in node.input:
                yield from sequences(case.name, node, *case.data_sets[0], "single")


def evaluated(op, seed, linear_before_reset=None):
    """An operator with distinct weights, over three steps."""
    rng = np.random.default_rng(seed)
    d, m, gates = 2, 3, GATES[op]
    draw = lambda *shape: np.round(rng.uniform(-64, 64, shape)) / 64
    given = {
        "X": draw(3, 1, d),
        "W": draw(1, gates * m, d),
        "R": draw(1, gates * m, m),
        "B": draw(1, 2 * gates * m),
        "initial_h": draw(1, 1, m),
        **({"initial_c": draw(1, 1, m)} if op == "LSTM" else {}),
    }
    attributes = {} if linear_before_reset is None else {"linear_before_reset": linear_before_reset}
    names = ["X", "W", "R", "B", "", "initial_h"] + (["initial_c"] if op == "LSTM" else [])
    outputs = ["Y", "Y_h"] + (["Y_c"] if op == "LSTM" else [])
    node = helper.make_node(op, names, outputs, hidden_size=m, **attributes)
    info = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.DOUBLE, shape)
    graph = helper.make_graph(
        [node],
        "one",
        [info(name, value.shape) for name, value in given.items()],
        [info(name, None) for name in outputs],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)])
    results = ReferenceEvaluator(model).run(None, given)
    assert all(result.dtype == np.float64 for result in results)
    yield from sequences("reference", node, given.values(), results, "double")


def main():
    lstm, gru, rnn = torch.nn.LSTMCell, torch.nn.GRUCell, torch.nn.RNNCell
    cases = {
        "torch": [
            torch_case(lstm, 1, 2, 3),
            torch_case(lstm, 2, 4, 2, scale=4),
            torch_case(lstm, 3, 3, 3, bias=False),
            torch_case(gru, 4, 2, 3),
            torch_case(gru, 5, 4, 2, scale=4),
            torch_case(gru, 6, 3, 3, bias=False),
            torch_case(rnn, 7, 2, 3),
            torch_case(rnn, 8, 4, 2, scale=4),
            torch_case(rnn, 9, 3, 3, bias=False),
        ],
        "onnx": [
            *prescribed(),
            *evaluated("LSTM", 10),
            *evaluated("LSTM", 11),
            *evaluated("GRU", 12, 0),
            *evaluated("GRU", 13, 0),
            *evaluated("GRU", 14, 1),
            *evaluated("GRU", 15, 1),
            *evaluated("RNN", 16),
        ],
    }
    rows = [
        f'"{name}": [\n' + ",\n".join(json.dumps(case) for case in each) + "\n]" for name, each in cases.items()
    ]
    TARGET.write_text("{\n" + ",\n".join(rows) + "\n}\n")


main()
