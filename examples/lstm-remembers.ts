// A simple recurrent network forgets what it saw a hundred steps ago. How does an LSTM keep it?

import { lstmCell, rnnCell, rnnEncoder } from "ml-equations";

// An input is a number and a flag: only the number under the flag 1 is to be remembered. Then comes noise.
const STEPS = 100;
const inputs = [[0.75, 1], ...Array.from({ length: STEPS }, (_, t) => [Math.sin(t), 0])];

// One unit of each kind. A gate is σ(W x + U h + b), and here only the flag moves the gates.
const U = [[0]];
const lstm = lstmCell({
  // Open, σ(20), under the flag, else shut, σ(-20): noise does not get in.
  input: { W: [[0, 40]], U, b: [-20] },
  // The other way round: under the flag the old content goes, else it stays.
  forget: { W: [[0, -40]], U, b: [20] },
  candidate: { W: [[1, 0]], U },
  output: { W: [[0, 0]], U, b: [20] },
});
const states = rnnEncoder(lstm, inputs, { h: [0], c: [0] });

// A simple cell has one way to keep its state: to feed it back. Even with no noise let in, tanh shrinks it each time.
const rnn = rnnCell({ W: [[0, 1]], U: [[1]] });
const hidden = rnnEncoder(rnn, [[0, 0.75], ...inputs.slice(1)], [0]);

console.log("steps after    LSTM's cell    simple cell");
for (const t of [0, 1, 10, 50, STEPS]) {
  const cells = [states[t]!.c[0]!, hidden[t]![0]!].map((value) => value.toFixed(6).padStart(15));
  console.log(`${t}`.padStart(11) + cells.join(""));
}

// The cell's path has no weight and no tanh: cₜ = f cₜ₋₁ + i c̃, with f nearly 1.
const [first, last] = [states[0]!.c[0]!, states[STEPS]!.c[0]!];
const kept = (hidden[STEPS]![0]! / hidden[0]![0]!).toFixed(2);
console.log(
  `After ${STEPS} steps the LSTM has kept ${(last / first).toFixed(6)} of it, the simple cell ${kept}`,
);
