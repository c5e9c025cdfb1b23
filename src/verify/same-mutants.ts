// Mutants that are the same function after all, each with its proof in a line.

/** Proofs, and by the id of an equation or a variant the LaTeX of the mutants that they are of. */
export type SameMutants = readonly {
  readonly proof: string;
  readonly mutants: Readonly<Record<string, readonly string[]>>;
}[];

export const SAME_MUTANTS: SameMutants = [
  {
    proof: "At |y − ŷ| = δ both cases are δ²/2: δ(δ − δ/2).",
    mutants: {
      huber: [
        String.raw`\text{Huber}(y, \hat{y};\delta) = \begin{cases} \frac{1}{2} \left(y - \hat{y}\right)^{2} & \text{if } \lvert y - \hat{y} \rvert < \delta \\ \delta \left(\lvert y - \hat{y} \rvert - \frac{1}{2} \delta\right) & \text{otherwise} \end{cases}`,
      ],
    },
  },
  {
    proof: "y is 1 or −1, so y = 1/y.",
    mutants: {
      hinge: [String.raw`\text{hinge}(y, \hat{y}) = \max\left(0, 1 - \frac{\hat{y}}{y}\right)`],
    },
  },
  {
    proof: "No label is 0 or K + 1: the term that comes in counts nothing and is 0.",
    mutants: {
      "precision/micro": [
        String.raw`\text{Precision}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K + 1} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]}`,
        String.raw`\text{Precision}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 0}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]}`,
        String.raw`\text{Precision}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K + 1} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]}`,
        String.raw`\text{Precision}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 0}^{K} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]}`,
      ],
      "recall/micro": [
        String.raw`\text{Recall}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K + 1} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
        String.raw`\text{Recall}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 0}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
        String.raw`\text{Recall}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K + 1} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
        String.raw`\text{Recall}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 0}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
      ],
      "f1/micro": [
        String.raw`\mathrm{F}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K + 1} 2 \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] + \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]\right)}`,
        String.raw`\mathrm{F}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 0}^{K} 2 \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] + \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]\right)}`,
        String.raw`\mathrm{F}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} 2 \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K + 1} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] + \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]\right)}`,
        String.raw`\mathrm{F}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} 2 \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 0}^{K} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] + \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]\right)}`,
      ],
      "sensitivity/micro": [
        String.raw`\text{Sensitivity}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K + 1} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
        String.raw`\text{Sensitivity}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 0}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
        String.raw`\text{Sensitivity}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K + 1} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
        String.raw`\text{Sensitivity}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 0}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
      ],
    },
  },
  {
    proof:
      "Every item has one class in y and one in ŷ: over all classes both count n, and of what is not the class (K − 1) n.",
    mutants: {
      "precision/micro": [
        String.raw`\text{Precision}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}`,
      ],
      "recall/micro": [
        String.raw`\text{Recall}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]}`,
      ],
      "f1/micro": [
        String.raw`\mathrm{F}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} 2 \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \left(\sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c] + \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]\right)}`,
        String.raw`\mathrm{F}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} 2 \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] + \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]\right)}`,
      ],
      "sensitivity/micro": [
        String.raw`\text{Sensitivity}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} = c \land \hat{y}_{i} = c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} = c]}`,
      ],
      "specificity/micro": [
        String.raw`\text{Specificity}_{\text{micro}}(y, \hat{y}) = \frac{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[y_{i} \ne c \land \hat{y}_{i} \ne c]}{\sum_{c = 1}^{K} \sum_{i = 1}^{n} \mathbb{1}[\hat{y}_{i} \ne c]}`,
      ],
    },
  },
  {
    proof: "No label is 0 or K + 1: the term that comes in is 0 times n/n.",
    mutants: {
      "specificity/weighted": [
        String.raw`\text{Specificity}_{\text{weighted}}(y, \hat{y}) = \frac{1}{n} \sum_{c = 1}^{K + 1} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]\right) \frac{\sum_{i = 1}^{n} \mathbb{1}[y_{i} \ne c \land \hat{y}_{i} \ne c]}{\sum_{i = 1}^{n} \mathbb{1}[y_{i} \ne c]}`,
        String.raw`\text{Specificity}_{\text{weighted}}(y, \hat{y}) = \frac{1}{n} \sum_{c = 0}^{K} \left(\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]\right) \frac{\sum_{i = 1}^{n} \mathbb{1}[y_{i} \ne c \land \hat{y}_{i} \ne c]}{\sum_{i = 1}^{n} \mathbb{1}[y_{i} \ne c]}`,
      ],
    },
  },
  {
    proof:
      "Ranks are from 1 to n: from k = n to n + 1, and from −1 to 0, no item comes in, and the term is 0 times what is defined wherever the others are.",
    mutants: {
      "roc-auc/area": [
        String.raw`\text{Area}(y, s) = \sum_{k = 1}^{n + 1} \left(\frac{\sum_{i = 1}^{n} \left(1 - y_{i}\right) \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} \left(1 - y_{i}\right)} - \frac{\sum_{i = 1}^{n} \left(1 - y_{i}\right) \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} \left(1 - y_{i}\right)}\right) \frac{\frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} y_{i}} + \frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} y_{i}}}{2}`,
        String.raw`\text{Area}(y, s) = \sum_{k = 0}^{n} \left(\frac{\sum_{i = 1}^{n} \left(1 - y_{i}\right) \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} \left(1 - y_{i}\right)} - \frac{\sum_{i = 1}^{n} \left(1 - y_{i}\right) \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} \left(1 - y_{i}\right)}\right) \frac{\frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} y_{i}} + \frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} y_{i}}}{2}`,
      ],
      "average-precision": [
        String.raw`\text{AP}(y, s) = \sum_{k = 1}^{n + 1} \left(\frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} y_{i}} - \frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} y_{i}}\right) \frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}`,
      ],
      "average-precision/positive": [
        String.raw`\text{AP}_{\text{positive}}(y, s;c) = \sum_{k = 1}^{n + 1} \left(\frac{\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]} - \frac{\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c]}\right) \frac{\sum_{i = 1}^{n} \mathbb{1}[y_{i} = c] \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}`,
      ],
      "average-precision/undefined-value": [
        String.raw`\text{AP}_{\text{or else}}(y, s;u) = \begin{cases} \sum_{k = 1}^{n + 1} \left(\frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} y_{i}} - \frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k - 1]}{\sum_{i = 1}^{n} y_{i}}\right) \frac{\sum_{i = 1}^{n} y_{i} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]}{\sum_{i = 1}^{n} \mathbb{1}[1 + \sum_{j = 1}^{n} \mathbb{1}[s_{j} > s_{i}] \le k]} & \text{if } \sum_{i = 1}^{n} y_{i} > 0 \\ u & \text{otherwise} \end{cases}`,
      ],
    },
  },
  {
    proof: "Every norm is 0 for the vector of zeros alone, as its square is: the condition is the same.",
    mutants: {
      "cosine-similarity/undefined-value": [
        String.raw`\text{Cosine}_{\text{or else}}(x, y;u) = \begin{cases} \frac{x \cdot y}{\lVert x \rVert \lVert y \rVert} & \text{if } \lVert x \rVert^{2} \lVert y \rVert > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{Cosine}_{\text{or else}}(x, y;u) = \begin{cases} \frac{x \cdot y}{\lVert x \rVert \lVert y \rVert} & \text{if } \lVert x \rVert_{1} \lVert y \rVert > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{Cosine}_{\text{or else}}(x, y;u) = \begin{cases} \frac{x \cdot y}{\lVert x \rVert \lVert y \rVert} & \text{if } \lVert x \rVert \lVert y \rVert^{2} > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{Cosine}_{\text{or else}}(x, y;u) = \begin{cases} \frac{x \cdot y}{\lVert x \rVert \lVert y \rVert} & \text{if } \lVert x \rVert \lVert y \rVert_{1} > 0 \\ u & \text{otherwise} \end{cases}`,
      ],
    },
  },
  {
    proof:
      "No term is negative; where one is positive, at least two are, of clusters that are neither empty nor all, and one of these is left.",
    mutants: {
      "normalized-mutual-information/undefined-value": [
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 2}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert - 1} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 2}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert - 1} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
      ],
    },
  },
  {
    proof:
      "No term is negative, and a positive factor leaves those positive that were: whether their sum is positive is the same.",
    mutants: {
      "normalized-mutual-information/undefined-value": [
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \left(\lvert U_{i} \rvert N\right) \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \lvert U_{i} \rvert \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log_{2}\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \left(\lvert V_{j} \rvert N\right) \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \lvert V_{j} \rvert \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
        String.raw`\text{NMI}_{\text{or else}}(U, V;u) = \begin{cases} \frac{\text{MI}\left(U, V\right)}{\frac{1}{2} \left(\left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log\left(\frac{\lvert V_{j} \rvert}{N}\right)\right)\right)} & \text{if } \left(-\sum_{i = 1}^{\lvert U \rvert} \frac{\lvert U_{i} \rvert}{N} \log\left(\frac{\lvert U_{i} \rvert}{N}\right)\right) + \left(-\sum_{j = 1}^{\lvert V \rvert} \frac{\lvert V_{j} \rvert}{N} \log_{2}\left(\frac{\lvert V_{j} \rvert}{N}\right)\right) > 0 \\ u & \text{otherwise} \end{cases}`,
      ],
    },
  },
  {
    proof: "The sum for i = 1 is empty: no j is from 1 to 0.",
    mutants: {
      "rand-index/pairs": [
        String.raw`\text{RI}_{\text{pairs}}(u, v) = \frac{1}{\binom{n}{2}} \sum_{i = 2}^{n} \sum_{j = 1}^{i - 1} \left(\mathbb{1}[u_{i} = u_{j} \land v_{i} = v_{j}] + \mathbb{1}[u_{i} \ne u_{j} \land v_{i} \ne v_{j}]\right)`,
      ],
    },
  },
];
